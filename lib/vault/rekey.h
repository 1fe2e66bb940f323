/*
 * rekey: another master key for a database that is in use.
 *
 * What is sealed anew are the data keys, a batch a transaction, and the index key; people's data and indexes
 * stay as they are. The steps, each of which leaves behind a state in which every tool works with the key
 * file, and from which the next run goes on, whatever killed this one:
 *
 *     1. The old key is put into PATH.old-ID, where it stays: backups made before need it.
 *     2. The key file holds the new key, then the old one.
 *     3. The table `vault` gets the new key: it seals what is new from now on.
 *     4. Batches of data keys are sealed under it.
 *     5. When none is left, `vault` forgets the old key, in the same transaction that saw so.
 *     6. The key file holds the new key alone.
 *
 * One process at a time changes a key file (flock of its directory); on machines that share a database but
 * not the file, the first to do step 3 goes on and the other gives up. A database whose key is only in
 * PATH.old-ID, since another one that shares the file was rekeyed, is brought under the key that the file
 * holds.
 */
#ifndef MEDI_VAULT_REKEY_H
#define MEDI_VAULT_REKEY_H

#include "vault/vault.h"

struct rekey;

/* Steps 1 and 2, or what is missing of them. `fresh`: a file with the new key, made if it is not there; NULL:
 * the new key is only in the key file. ERR_BUSY: another process is at it. Outside a transaction. */
int rekey_open(struct rekey **rekey, struct db *db, const char *path, const char *fresh,
               struct err *err);
void rekey_close(struct rekey *rekey); /* NULL-safe */

/* How many data keys are left, for a progress bar. */
int rekey_left(struct rekey *rekey, int64_t *rows, struct err *err);

/* Steps 3 to 5, a transaction of the caller's each: 1 and there is more to do, 0 it was the last. `rows`: the
 * data keys that were sealed; `wrote`: whether anything was. */
int rekey_step(struct rekey *rekey, int64_t *rows, bool *wrote, struct err *err);

/* Step 6, when the last transaction was committed. */
int rekey_finish(struct rekey *rekey, struct err *err);

/* The new key's id, and where the old key is kept. */
void rekey_name(const struct rekey *rekey, char name[KEY_NAME]);
const char *rekey_old(const struct rekey *rekey);

#endif
