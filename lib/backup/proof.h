/*
 * proof: whether rows agree with the log that is among them: every chain of entries holds, and the rows of
 * each table of each store are those that the last entry speaks of. Fed with the tables of a backup or of a
 * database, in any order, rows of the log in the order of its key.
 *
 *     proof_new(identity, tables of the schema)
 *     for each table: proof_table, for each row: proof_row, proof_table_end
 *     proof_end
 *
 * What does not agree is a finding in words, "visit, store 3: 17 rows, and the log holds 18", through
 * `found`. Marks and checkpoints prove nothing by themselves and are not judged here.
 */
#ifndef MEDI_BACKUP_PROOF_H
#define MEDI_BACKUP_PROOF_H

#include "backup/item.h"
#include "db/describe.h"

struct proof;

typedef void proof_found(void *context, const char *what);

/* The texts and `all` live as long. */
struct proof *proof_new(const char *identity, const struct description *all, proof_found *found,
                        void *context);
void proof_free(struct proof *proof); /* NULL-safe */

void proof_table(struct proof *proof, const struct item_table *table); /* copied */
void proof_row(struct proof *proof, const struct db_value *values);
void proof_table_end(struct proof *proof);
void proof_end(struct proof *proof);

#endif
