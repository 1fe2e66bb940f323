/*
 * relation: one table seen through the columns that a kind declares, for records that come and go in
 * bulk. It is the one place where SQL is composed and not written, because a new kind needs no C:
 * every name comes from a pack, is checked against the catalogue, and is quoted.
 *
 * The table's key is (store_id, id) or id; its natural key are some of the columns. Ids are given
 * out by the table `counter`. Needs an open write transaction, except for select and lookup.
 */
#ifndef MEDI_DB_RELATION_H
#define MEDI_DB_RELATION_H

#include <stdbool.h>

#include "base/arena.h"
#include "db/db.h"

struct relation_spec {
    const char *table;
    const char *const *columns; /* of the table, without id; store_id first if of_store */
    int count;
    const int *key; /* indexes into columns: the natural key */
    int key_count;
    bool of_store;     /* rows are keyed by (store_id, id) */
    const bool *bytes; /* by column: it holds bytes; NULL: none does */
};

struct relation;

/* ERR_DB if the table or a column does not exist, or holds bytes where text was meant or the other way round.
 * Lives in the arena; close it before the database. */
int relation_open(struct relation **relation, struct db *db, struct arena *arena,
                  const struct relation_spec *spec, struct err *err);
void relation_close(struct relation *relation); /* NULL-safe */

/* True if the table has no row. */
int relation_is_empty(struct relation *relation, bool *empty, struct err *err);

/* The id that the next row will be written under, for values that depend on it. */
int relation_next_id(struct relation *relation, const struct db_value *values, int64_t *id,
                     struct err *err);

/* Writes a row under the next id (of the store in values[0] if of_store). 1 inserted; 0 its natural key is
 * taken; -1. Ids given out are kept in memory until relation_save_ids. */
int relation_insert(struct relation *relation, const struct db_value *values, int64_t *id,
                    struct err *err);

/* The row with the natural key in `values`: 1 with its id and columns in `row` (views until the next
 * call), 0 none, -1. */
int relation_find(struct relation *relation, const struct db_value *values, int64_t *id,
                  struct db_value *row, struct err *err);

/* Writes all columns of the row `id` (of the store in values[0]). */
int relation_update(struct relation *relation, const struct db_value *values, int64_t id,
                    struct err *err);

/* Writes the counters back, before the commit at the latest. */
int relation_save_ids(struct relation *relation, struct err *err);

/* Forgets ids that were given out since the last save: after a rollback to a savepoint. */
void relation_forget_ids(struct relation *relation);

/* ---- many rows at once ------------------------------------------------------------------------ */

/* Those of `count` rows whose natural keys the table has, in any order: `found` is called once for each, with
 * its place in `rows` and the table's row, of which it must copy what it wants to keep. */
typedef int relation_found(void *context, int index, int64_t id, const struct db_value *row,
                           struct err *err);
int relation_find_many(struct relation *relation, const struct db_value *const *rows, int count,
                       relation_found *found, void *context, struct err *err);

/* Whether rows of this table can be loaded by the engine's own fast way (db_load). */
bool relation_can_load(const struct relation *relation);

/* The ids that so many relation_insert would write the rows under; to be asked for before a savepoint that
 * may take the rows back, and returned if it does. */
int relation_take_ids(struct relation *relation, const struct db_value *const *rows, int count,
                      int64_t *ids, struct err *err);
void relation_return_ids(struct relation *relation, const struct db_value *const *rows, int count);

/* As db_load: from begin to end no other statement may run. After an error nothing is being loaded any more,
 * and the transaction must go back to a savepoint or be rolled back. ERR_DATA: a key or another rule is
 * broken, and nothing tells by which row. */
int relation_load_begin(struct relation *relation, struct err *err);
int relation_load_row(struct relation *relation, int64_t id, const struct db_value *values,
                      struct err *err);
int relation_load_end(struct relation *relation, struct err *err);
void relation_load_abort(struct relation *relation);

/* ---- looking up a code ----------------------------------------------------------------------- */

struct lookup;
struct lookup_spec {
    const char *table, *column;
    const char *follow; /* column with the id of the row that took this one's place; or NULL */
    bool of_store;
    const char *
        within; /* column of numbers: the code is unique only beside it, see lookup_find_within; or NULL */
};
int lookup_open(struct lookup **lookup, struct db *db, struct arena *arena,
                const struct lookup_spec *spec, struct err *err);
void lookup_close(struct lookup *lookup); /* NULL-safe */
/* 1 with the id, 0 none, 2 more than one (only possible for names), -1. With `follow` the id is that of the
 * last row of the way. */
int lookup_find(struct lookup *lookup, int64_t store_id, const char *text, size_t length,
                int64_t *id, struct err *err);

int lookup_find_within(struct lookup *lookup, int64_t store_id, int64_t within, const char *text,
                       size_t length, int64_t *id, struct err *err);

/* Many at once: `found` is called for each row that one of the keys means, so for a name that several
 * have it is called several times. */
struct lookup_key {
    int64_t store_id;
    const char *text;
    size_t length;
};
typedef void lookup_found(void *context, int index, int64_t id);
int lookup_find_many(struct lookup *lookup, const struct lookup_key *keys, int count,
                     lookup_found *found, void *context, struct err *err);

/* ---- rows that shall refer to another row ---------------------------------------------------- */

/* A column of a table that refers to a row of another. */
struct referrer {
    const char *table, *column;
    bool of_store;
    const char **bytes; /* its columns of bytes, but for keys and indexes of its own */
    int byte_count;
    bool own_key; /* it has data_key: what is sealed in it is not under the other row's key */
};

/* Every column that refers to a table, as the catalogue has it today: so none can be forgotten. In the arena.
 * */
int relation_referrers(struct db *db, struct arena *arena, const char *table,
                       struct referrer **list, int *count, struct err *err);

/* All rows with `from` get `to`. */
int relation_repoint(struct db *db, const struct referrer *referrer, int64_t from, int64_t to,
                     int64_t *rows, struct err *err);

/* The rows with `from`: store_id (0 in a table of the chain), id, and their columns of bytes. Finish it with
 * db_finish. */
int relation_referring(struct db *db, struct db_stmt **stmt, const struct referrer *referrer,
                       int64_t from, struct err *err);

/* Writes those columns of one row. */
int relation_put_bytes(struct db *db, const struct referrer *referrer, int64_t store_id, int64_t id,
                       const struct db_value *values, struct err *err);

/* ---- reading it all ----------------------------------------------------------------------- */

struct relation_field {
    const char *column;
    const char *ref_table; /* a reference is read as the code of its row; NULL: as it is */
    bool ref_of_store;
    const char *ref_column; /* instead of the code; or NULL */
};

struct relation_match {
    int field;             /* that must have the value; a reference is compared by its code, */
    bool or_name;          /* and by its name too */
    const char *column;    /* not NULL: this column of the table instead */
    struct db_value value; /* NULL: it must be empty */
};

struct relation_filter {
    const char *store_column; /* rows whose column has store_id; NULL: of all stores */
    int64_t store_id;
    const char *const *codes; /* rows with one of these codes; code_count 0: all */
    int code_count;
    const struct relation_match *matches; /* rows with all of these */
    int match_count;
    const char *number_column; /* rows whose column has one of these numbers; NULL: all */
    const int64_t *numbers;
    int number_count;
    const char *span_column; /* rows whose column is in [from, to); NULL: all */
    int64_t from, to;
};

/* Reads all columns of all rows of a table, in the order of its columns. Finish it with db_finish. */
int relation_scan(struct db *db, struct db_stmt **stmt, const char *table, struct err *err);

/* The same of one store's rows (store_column NULL: of all), in the order of a column, if one is given. */
struct relation_part {
    const char *table, *store_column, *order_column;
    int64_t store_id;
};
int relation_scan_part(struct db *db, struct db_stmt **stmt, const struct relation_part *part,
                       struct err *err);

/* A statement, bound, that reads the fields of all rows that pass, in the order of the key. Finish it with
 * db_finish; codes and values must live as long. */
int relation_select(struct db *db, struct db_stmt **stmt, const char *table, bool of_store,
                    const struct relation_field *fields, int count,
                    const struct relation_filter *filter, struct err *err);

#endif
