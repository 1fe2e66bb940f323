/*
 * refs: the codes and names in a file, as ids of the rows that they mean.
 *
 * Answers are kept in a cache of fixed size (32 MiB of address space, touched as it fills), so that a
 * million clients are mostly found without asking the database and memory stays bounded whatever the
 * file. Rows that are not there are not remembered. A hash collision costs a question, never an answer.
 */
#ifndef MEDI_RECORD_REFS_H
#define MEDI_RECORD_REFS_H

#include <stdint.h>

#include "base/arena.h"
#include "db/db.h"
#include "record/kind.h"

struct refs;

/* Prepares the references of a kind; loads the kinds that they lead to. */
int refs_open(struct refs **refs, struct db *db, struct arena *arena, const struct packs *packs,
              const struct kind *kind, struct err *err);
void refs_close(struct refs *refs); /* NULL-safe */

/* Gives the cache back: after a rollback that may have taken rows away, or when its memory is wanted. It
 * fills again when it is needed. */
void refs_forget(struct refs *refs);

/* The row that `text` means in a column of the kind; for kinds of a store, in that store.
 * 0 with the id, or -1 with words for a person. */
int refs_find(struct refs *refs, int column, int64_t store_id, const char *text, size_t length,
              int64_t *id, struct err *err);

/* The same for a column with `within`, beside the row `beside` of that earlier column. */
int refs_find_within(struct refs *refs, int column, int64_t store_id, int64_t beside,
                     const char *text, size_t length, int64_t *id, struct err *err);

/* What the next records refer to can be asked for together: expected, then asked. Both are only a help:
 * refs_find asks for what is not known. The texts must live until refs_done. */
void refs_expect(struct refs *refs, int column, int64_t store_id, const char *text, size_t length);
int refs_ask(struct refs *refs, struct err *err);
void refs_done(struct refs *refs);

/* Rows were made to which references may lead. */
void refs_made(struct refs *refs);

/* The kind that a reference column leads to. */
const struct kind *refs_kind(const struct refs *refs, int column);

#endif
