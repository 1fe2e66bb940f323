/*
 * keyfile: a master key in a file of its own, apart from the database.
 *
 *     # comment
 *     medi-key-1 ID KEY         ID: 16 hexadecimal digits; KEY: 32 bytes in Base64
 *
 * While `medi-db rekey` runs a file holds two keys, the new one first. A file that this process or another
 * makes appears under its name whole or not at all, is on the disk before the function returns, can be read
 * by its owner only (0400), and never takes the place of one that is there, but for keyfile_replace. One that
 * others can read, that is no regular file or that belongs to another user (root may own it) is refused; no
 * error shows what it holds. A process that has read a key leaves no core dump and cannot be traced by its
 * user's other processes.
 */
#ifndef MEDI_VAULT_KEYFILE_H
#define MEDI_VAULT_KEYFILE_H

#include <stdbool.h>

#include "base/cipher.h"
#include "base/err.h"

enum {
    KEY_ID = 8,
    KEY_NAME = 2 * KEY_ID + 1,
    KEYS_MOST = 8,
    KEYFILE_KEYS = 2,
    KEYFILE_PATH = 4096
};

struct key {
    unsigned char id[KEY_ID], key[CIPHER_KEY];
};

/* A bunch of keys, in memory of secret_alloc. */
struct keys {
    long count;
    struct key key[KEYS_MOST];
};

struct keys *keys_new(void);
void keys_free(struct keys *keys); /* NULL-safe; wipes them */

void key_make(struct key *key); /* a new one, at random */
/* The key's id as people see it: 16 hexadecimal digits and a NUL. */
void key_name(char name[KEY_NAME], const unsigned char id[KEY_ID]);

const struct key *keys_find(const struct keys *keys, const unsigned char id[KEY_ID]); /* or NULL */
void keys_add(struct keys *keys,
              const struct key *key); /* unless it is there, or there is no room */

/* Adds what the file holds. ERR_IO: it is not there or cannot be read; ERR_DATA: it is not fit to be used. */
int keyfile_read(struct keys *keys, const char *path, struct err *err);

/* Whether anything has that name. */
bool keyfile_is_there(const char *path);

/* Makes the file; one that is there is ERR_IO. */
int keyfile_make(const char *path, const struct keys *keys, struct err *err);

/* The file holds these keys from now on: at each moment either the old ones or the new ones. Under
 * keyfile_lock. */
int keyfile_replace(const char *path, const struct keys *keys, struct err *err);

/* Where a rekey keeps the key that it replaces: PATH.old-ID. False: the name would be too long. */
bool keyfile_old(char old[KEYFILE_PATH], const char *path, const unsigned char id[KEY_ID]);

/* Lets one process at a time change the key files of a directory: a descriptor to be closed, or -1 (ERR_BUSY:
 * another one does). */
int keyfile_lock(const char *path, struct err *err);

#endif
