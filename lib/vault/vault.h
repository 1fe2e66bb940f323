/*
 * vault: personal data that only those who hold the key can read.
 *
 * Master key.  32 random bytes in a file apart from the database (keyfile.h). Its id is the first 8 bytes of
 *              a hash of it, and may be known. The table `vault` says under which master key the database is:
 *              one, and while a rekey is under way two, of which the newer one seals what is new.
 * Data keys.   Each person (a client, a lead) has a key of its own, 32 random bytes, kept in the row's
 *              `data_key` sealed by the master key: id of the master key (8 bytes), then the sealed key.
 *              Without its data key a person's data is gone, in the tables and in the log.
 * Values.      A personal column holds what cipher_seal makes of the value, under the data key, bound to
 *              table, column and row id, so that it cannot be moved elsewhere. What is sealed is one byte for
 *              the type, the text or the number (8 bytes, little-endian), and zeros up to a multiple of 16, so
 *              that lengths tell little. NULL stays NULL.
 * Blind index. Columns that are searched for have a second one, NAME_index: 16 bytes of a keyed hash of the
 *              normalised value, bound to table and column. The index key is random, kept in the table
 *              `vault` sealed by the master key, so that rekeying leaves it as it is. Who sees the index sees
 *              which rows are equal, and no more.
 *
 * Without the key everything else works: personal columns are masked and cannot be written.
 *
 * A master key that the file does not hold is looked for again in the file, since a rekey may just have
 * written it, and in PATH.old-ID, where rekey keeps the one before: so old backups open as long as that file
 * is kept.
 */
#ifndef MEDI_VAULT_VAULT_H
#define MEDI_VAULT_VAULT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/cipher.h"
#include "base/err.h"
#include "db/db.h"
#include "vault/keyfile.h"

enum { VAULT_KEY = KEY_ID + CIPHER_KEY + CIPHER_EXTRA, VAULT_INDEX = 16 };

struct vault;

/* Opens with the master key in `path`. ERR_IO/ERR_DATA: no such file, others can read it, not a key, or not
 * the key of this database (the ids are named). */
int vault_open(struct vault **vault, struct db *db, const char *path, struct err *err);
void vault_close(struct vault *vault); /* NULL-safe; wipes the keys */

/* Inside a transaction of a new database: makes its index key and remembers the master key's id. */
int vault_found(struct db *db, const char *path, struct err *err);

/* The id of the master key that seals what is new, as people see it. */
void vault_name(const struct vault *vault, char name[KEY_NAME]);

/* A new person's key: `data_key` (VAULT_KEY bytes) is what the row keeps. */
struct vault_person;
void vault_person_new(struct vault *vault, struct vault_person *person,
                      unsigned char data_key[VAULT_KEY]);
int vault_person_open(struct vault *vault, struct vault_person *person, struct db_value data_key,
                      struct err *err);
void vault_person_close(struct vault_person *person);

struct vault_person {
    unsigned char key[CIPHER_KEY];
    unsigned char nonce[CIPHER_NONCE]; /* of the last value: random at first, then counted on */
    bool has_nonce;
};

/* Of `value` (INT or TEXT; NULL stays NULL) in a column of row `id`. Results are in the arena. Opening gives
 * the value with the type it had; ERR_DB names the column if it was damaged or belongs elsewhere. */
struct db_value vault_seal(struct vault_person *person, struct arena *arena, const char *table,
                           const char *column, int64_t id, struct db_value value);
int vault_unseal(const struct vault_person *person, struct arena *arena, const char *table,
                 const char *column, int64_t id, struct db_value sealed, struct db_value *value,
                 struct err *err);

/* What stands in COLUMN_index for a text. In the arena. */
struct db_value vault_index(const struct vault *vault, struct arena *arena, const char *table,
                            const char *column, const char *text);

#endif
