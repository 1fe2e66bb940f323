/*
 * personal: what is sealed in other tables under a client's own key (vault/vault.h), so that to forget the
 * client is to destroy one key.
 *
 * The key stands in the client's row, sealed by the master key; it is made when the first value is sealed under
 * it. A client who was forgotten has none and never gets one again: what was sealed reads as NULL, and nothing
 * can be sealed. Kinds that say `person` are read and written through here by import, export and record_put; a
 * domain's own SQL gets `data_key` of the client beside the sealed column, and opens it with personal_open.
 */
#ifndef MEDI_RECORD_PERSONAL_H
#define MEDI_RECORD_PERSONAL_H

#include "db/db.h"
#include "vault/vault.h"

#define PERSONAL_TABLE "client"
#define PERSONAL_FORGOTTEN "forgotten_on"

struct personal_place {
    struct db *db;
    struct vault *vault; /* not NULL */
    int64_t client_id;
};

/* The client's key: 1; 0 the client was forgotten; -1. `make`: a client without a key gets one, inside the
 * caller's transaction; otherwise it is an error to have none (ERR_DB: what is sealed lost its key). */
int personal_key(const struct personal_place *place, bool make, struct vault_person *person,
                 struct err *err);

/* Seals a value for a column of row `id` (ids_next gives it), making the key if the client has none.
 * ERR_DATA: the client was forgotten; ERR_USAGE: no vault. NULL stays NULL, and needs neither. In the arena.
 * */
int personal_seal(const struct personal_place *place, struct arena *arena, const char *table,
                  const char *column, int64_t id, struct db_value value, struct db_value *sealed,
                  struct err *err);

/* Opens a sealed column of row `id`, with `data_key` of its client. NULL vault, no key or nothing there: NULL.
 * In the arena. */
int personal_open(struct db *db, struct vault *vault, struct arena *arena, const char *table,
                  const char *column, int64_t id, struct db_value data_key, struct db_value sealed,
                  struct db_value *value, struct err *err);

#endif
