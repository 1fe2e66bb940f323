/*
 * put: one record, given by a person and not by a file, checked and written exactly as an imported one.
 */
#ifndef MEDI_RECORD_PUT_H
#define MEDI_RECORD_PUT_H

#include "base/arena.h"
#include "db/db.h"
#include "record/kind.h"
#include "vault/vault.h"

enum put_mode {
    PUT_ADD,  /* its natural key must be new */
    PUT_EDIT, /* its natural key must be there; columns that are not named keep their values */
    PUT_SET,  /* either: all that a new record must have is given, and what is there is made so */
};

struct put_row {
    int64_t bound_to;     /* the store that the record must be of; 0: any */
    int64_t store_id, id; /* by record_put: where it stands (store 0: in a table of the chain) */
};

/* `names` and `texts`: the columns that are given; a text of "" empties the column. 1 written, 0 it was so
 * already, -1 refused. `vault`: NULL without a key, and then nothing personal can be given. `place` may be
 * NULL. */
int record_put(struct db *db, struct arena *arena, const struct packs *packs, struct vault *vault,
               const struct kind *kind, enum put_mode mode, const char *const *names,
               const char *const *texts, int count, struct put_row *place, struct err *err);

/* A new record with nothing but a code, which is also its name, and the defaults of its kind: 0 with its
 * id, or -1. */
int record_put_code(struct db *db, struct arena *arena, const struct packs *packs,
                    struct vault *vault, const struct kind *kind, int64_t store_id,
                    const char *code, size_t length, int64_t *id, struct err *err);

#endif
