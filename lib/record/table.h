/*
 * table: the rows of a kind where they are kept (db/relation.h), with what is personal sealed on the way in
 * and opened on the way out (vault/vault.h), so that whoever imports or puts a record sees plain values only.
 *
 * A kind with personal columns has `data_key` in its table: the row's own key, made with its first personal
 * value and kept from then on. A column that is indexed has NAME_index beside it. A column that an update
 * leaves as it was keeps its sealed bytes. A kind that says `person` has no key of its own: the client's whom
 * the row refers to is taken, and made if that client has none yet (record/personal.h); a row that comes to
 * refer to another client is sealed anew. What belongs to a client who was forgotten reads as NULL, and
 * cannot be written. Without a vault rows are written as long as no personal value is; those that are there
 * stay, and come back as bytes. Kinds without personal columns go straight to the relation.
 */
#ifndef MEDI_RECORD_TABLE_H
#define MEDI_RECORD_TABLE_H

#include "db/relation.h"
#include "record/row.h"
#include "vault/vault.h"

struct table;

/* For the rows of the maker, which must stay open. `vault`: NULL without a key. In the arena. */
int table_open(struct table **table, struct db *db, struct arena *arena,
               const struct row_maker *maker, struct vault *vault, struct err *err);
void table_close(struct table *table); /* NULL-safe */

int table_is_empty(struct table *table, bool *empty, struct err *err);

/* As relation_insert. ERR_USAGE: a personal value, and no key. */
int table_insert(struct table *table, const struct db_value *values, int64_t *id, struct err *err);

/* As relation_find. Personal columns that are `given` are opened, since they will be compared; the others are
 * bytes. ERR_DB names the row and the column that cannot be opened. */
int table_find(struct table *table, const struct db_value *values, const bool *given, int64_t *id,
               struct db_value *row, struct err *err);

/* Writes the row that table_find found: `values` are new ones, or those that it gave. */
int table_update(struct table *table, const struct db_value *values, int64_t id, struct err *err);

/* ---- many rows at once, as in relation.h ---- */

bool table_can_load(const struct table *table);

/* As relation_find_many, the rows as table_find gives them. `given`: by row. What table_update will write must
 * have been found by itself. */
int table_find_many(struct table *table, const struct db_value *const *rows,
                    const bool *const *given, int count, relation_found *found, void *context,
                    struct err *err);

int table_take_ids(struct table *table, const struct db_value *const *rows, int count, int64_t *ids,
                   struct err *err);
void table_return_ids(struct table *table, const struct db_value *const *rows, int count);

/* Loads the rows under their ids. Errors are those of relation_load_end and table_insert. */
int table_load(struct table *table, const struct db_value *const *rows, const int64_t *ids,
               int count, struct err *err);

/* Whether table_update writes a row that it must have found by itself. */
bool table_is_sealed(const struct table *table);

/* As relation_save_ids and relation_forget_ids. */
int table_save_ids(struct table *table, struct err *err);
void table_forget_ids(struct table *table);

#endif
