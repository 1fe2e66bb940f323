/*
 * merge_file: the two files themselves, and the two keys. Inside lib/client only.
 */
#ifndef MEDI_CLIENT_MERGE_FILE_H
#define MEDI_CLIENT_MERGE_FILE_H

#include "base/arena.h"
#include "db/db.h"
#include "vault/vault.h"

/* The keys of the file that stays and of the one that goes, opened when they are first needed. */
struct merge_keys;
struct merge_keys *merge_keys_new(struct db *db, struct vault *vault, int64_t kept, int64_t gone);
void merge_keys_free(struct merge_keys *keys);

/* A sealed value of a row, from under the one key under the other. In the arena. */
int merge_reseal(struct merge_keys *keys, struct arena *arena, const char *table,
                 const char *column, int64_t id, struct db_value sealed, struct db_value *resealed,
                 struct err *err);

/* Fills the file that stays from the one that goes. */
int merge_file(struct merge_keys *keys, struct arena *arena, int64_t kept, int64_t gone,
               struct err *err);

#endif
