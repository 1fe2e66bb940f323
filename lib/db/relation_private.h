/*
 * relation_private: what the relation*.c files share: relation.c (one row), relation_many.c (many at once),
 * relation_move.c (rows that shall refer to another),
 * relation_read.c (reading it all).
 */
#ifndef MEDI_DB_RELATION_PRIVATE_H
#define MEDI_DB_RELATION_PRIVATE_H

#include "base/str.h"
#include "db/relation.h"

enum { ID = -1, COLUMNS_MOST = 128 };

struct counter {
    int64_t store_id, next;
};

/* A statement that asks for many keys at once. */
struct many {
    struct db_stmt *stmt;
    int64_t made_for; /* rows that had been loaded when it was prepared */
};

struct relation {
    struct db *db;
    struct arena *arena;
    struct relation_spec spec;
    bool *nullable, *number; /* by column */
    bool whole;              /* every column that no row can lack is ours */
    int *from;               /* by column of the table: which of ours it is, or ID */
    struct db_value *told;   /* a row in the order of the table; NULL: not all columns are ours */
    struct db_stmt *insert, *find, *update, *counter_take, *counter_save;
    struct many find_few, find_many;
    struct counter *counters; /* one a store that rows were written for */
    int counter_count, counter_room;
    struct db_load *load; /* while rows are loaded */
    const char **columns; /* for it: the id and ours */
    struct db_value *row; /* for many: in their order, or in ours */
    int64_t loaded;       /* rows, until now */
};

struct lookup {
    struct db *db;
    struct lookup_spec spec;
    struct db_stmt *stmt, *next; /* the row of a key; the row that took a row's place */
    struct db_stmt *any;         /* whether any row's place was taken */
    struct many few, many;
};

/* The row that took the place of row `id`, in the end. */
int lookup_follow(const struct lookup *lookup, int64_t *id, struct err *err);

/* Whether any row's place was taken: an index tells, while following reads the row itself, which is a page of
 * the disk for each, or a round trip to a server. */
int lookup_any_follows(const struct lookup *lookup, bool *any, struct err *err);

/* The counter of a store, from memory or from the database. */
struct counter *relation_counter(struct relation *relation, int64_t store_id, struct err *err);

#endif
