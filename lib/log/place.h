/*
 * place: where a row belongs: the store whose chain and sets it is under, and its number in its table.
 *
 * A table whose primary key begins with store_id is kept by store, any other by the chain (store 0). A row
 * has a number if the rest of the key is one INTEGER column (id, day, version), else NUMBERLESS, and is
 * named by its key.
 */
#ifndef MEDI_LOG_PLACE_H
#define MEDI_LOG_PLACE_H

#include "base/arena.h"
#include "db/db.h"

enum { NUMBERLESS = -1, PLACE_COLUMNS = 128 };

struct place {
    const char *table;
    int count;               /* columns */
    const char **names;      /* of the columns */
    bool key[PLACE_COLUMNS]; /* which columns are the primary key */
    int store_column;        /* or -1: kept by the chain */
    int number_column;       /* or -1 */
};

/* Reads it from the catalogue. In the arena. */
int place_load(struct place **place, struct db *db, struct arena *arena, const char *table,
               struct err *err);

int64_t place_store(const struct place *place, const struct db_value *row);
int64_t place_number(const struct place *place, const struct db_value *row);

/* "visit 17", "setting kpi.few": what a person calls the row, without its store. In the arena. */
const char *place_name(const struct place *place, struct arena *arena, const struct db_value *row);

#endif
