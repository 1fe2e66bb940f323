/*
 * recovery: the pair of keys by which a backup can be read although the clinic's machine cannot: the public
 * half stands on that machine, the secret one in a safe.
 *
 *     FILE       medi-recovery-1 ID SECRET          0400
 *     FILE.pub   medi-recovery-public-1 ID PUBLIC
 *
 * ID: 16 hexadecimal digits, of a hash of the public half; the keys (X25519) in Base64. Lines with # and
 * empty ones do not count.
 */
#ifndef MEDI_BACKUP_RECOVERY_H
#define MEDI_BACKUP_RECOVERY_H

#include "backup/outer.h"
#include "base/arena.h"

void recovery_id(unsigned char id[RECOVERY_ID], const unsigned char public_key[BOX_PUBLIC]);

/* Makes both files. One that is there is ERR_IO, and then neither is made. `id` gets its 16 digits, in the
 * arena. */
int recovery_make(struct arena *arena, const char *path, const char **id, struct err *err);

/* ERR_DATA: not a file of that kind, damaged, or (the secret one) one that others can read. */
int recovery_public(unsigned char public_key[BOX_PUBLIC], const char *path, struct err *err);
int recovery_secret(unsigned char secret_key[BOX_SECRET], const char *path, struct err *err);

#endif
