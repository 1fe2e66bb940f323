/*
 * vault_private: what vault.c and rekey.c share.
 */
#ifndef MEDI_VAULT_VAULT_PRIVATE_H
#define MEDI_VAULT_VAULT_PRIVATE_H

#include "vault/vault.h"

struct vault {
    struct keys *keys;
    struct key now;                    /* seals what is new, */
    unsigned char nonce[CIPHER_NONCE]; /* last with this nonce: random at first, then counted on */
    unsigned char index_key[CIPHER_KEY];
    char path[KEYFILE_PATH];
};

/* A row of the table `vault`. */
struct vault_row {
    int64_t number;
    unsigned char id[KEY_ID];
    unsigned char index_key[CIPHER_KEY + CIPHER_EXTRA];
};

/* The newest first; their number, or -1. */
int vault_rows(struct db *db, struct vault_row rows[KEYS_MOST], struct err *err);

/* Makes `key` the one that seals what is new: the row behind number `last`. */
int vault_add(struct db *db, const struct key *key, const unsigned char index_key[CIPHER_KEY],
              int64_t last, struct err *err);

/* The key of that id, looked for in the file again and beside it if it is not held: NULL if it is nowhere. */
const struct key *vault_hold(struct vault *vault, const unsigned char id[KEY_ID]);

/* A person's key, sealed by the newest master key. */
void vault_person_seal(struct vault *vault, const struct vault_person *person,
                       unsigned char data_key[VAULT_KEY]);

#endif
