/*
 * store: the records of a package as its CSV files have them (masked or not), by their natural keys, for
 * resources that look from one record to another. A kind is read when it is first asked for, and kept.
 *
 * A record's name is the UUID (RFC 9562, version 8) of the first 16 bytes of BLAKE2b over the database's
 * identity, the kind, a further word, and the values of its natural key: the same in every package of that
 * database.
 */
#ifndef MEDI_PACKAGE_STORE_H
#define MEDI_PACKAGE_STORE_H

#include "package/make.h"

enum { STORE_UUID = 37 };

struct store_rows {
    int kind;
    const struct db_value **rows; /* values by column of the kind, in the order of the files */
    char (*names)[STORE_UUID];
    int *order; /* places in rows, by name */
    int count, room;
};

struct
    store_by { /* places in rows by whom a column names, for rows that belong to another record */
    struct store_by *next;
    int kind, column;
    char (*names)[STORE_UUID];
    int *order;
};

struct store {
    const struct package_spec *spec;
    const char *identity;
    struct arena *arena;
    struct store_rows **kinds; /* by kind; NULL: not read yet */
    struct store_by *by;
};

void store_init(struct store *store, const struct package_spec *spec, const char *identity);

int store_read(struct store *store, int kind, struct store_rows **rows, struct err *err);

/* The name of a record, and of the one that its column names: false if it names none. `word`: "" or of a second
 * resource. */
void store_name(const struct store *store, int kind, const struct db_value *row, const char *word,
                char name[STORE_UUID]);
bool store_name_of(const struct store *store, int kind, const struct db_value *row, int column,
                   char name[STORE_UUID]);
/* That of a kind itself: the system of its numbers. */
void store_system(const struct store *store, int kind, char name[STORE_UUID]);

/* The record of that name: its values, or NULL; -1. */
int store_find(struct store *store, int kind, const char *name, const struct db_value **row,
               struct err *err);

/* The rows of a kind whose column names that record: `count` places of `rows`, in `order`. */
int store_rows_of(struct store *store, int kind, int column, const char *name,
                  const struct store_rows **rows, const int **order, int *count, struct err *err);

#endif
