/*
 * tables: the tables of an open database as a backup has them.
 */
#ifndef MEDI_BACKUP_TABLES_H
#define MEDI_BACKUP_TABLES_H

#include "backup/item.h"
#include "db/db.h"

struct tables {
    struct item_table **list;
    int count;
};

/* All tables of the schema, in its order, in which no row refers to a later one; what the database does not
 * have (yet) is left out. In the arena. */
int tables_load(struct tables *tables, struct db *db, struct arena *arena, struct err *err);

/* One of them; 1, 0 the database has none of that name, -1. */
int tables_find(struct item_table **table, struct db *db, struct arena *arena, const char *name,
                struct err *err);

/* Whether two have the same columns in the same order. */
bool tables_same(const struct item_table *a, const struct item_table *b);

/* Every row, in the order of the primary key, through `row`. */
typedef int tables_row(void *context, const struct db_value *values, struct err *err);
int tables_scan(struct db *db, const struct item_table *table, tables_row *row, void *context,
                struct err *err);

#endif
