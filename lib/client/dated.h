/*
 * dated: rows of a word that a client has from a day to a day (tiers, tags): opened and closed, never deleted.
 * Inside lib/client only.
 */
#ifndef MEDI_CLIENT_DATED_H
#define MEDI_CLIENT_DATED_H

#include "base/arena.h"
#include "db/relation.h"

struct dated {
    struct relation *relation;
    bool tags; /* client_tag; else client_tier */
    struct db *db;
    int64_t today;
};

int dated_open(struct dated *dated, struct db *db, struct arena *arena, bool tags, int64_t today,
               struct err *err);
void dated_close(struct dated *dated); /* NULL-safe in `relation` */

/* Begins a row today; one that began today and was closed is opened again. `more`: the source of a tag, the
 * reason for a tier. */
int dated_begin(struct dated *dated, int64_t client_id, const char *word, const char *more,
                struct err *err);
/* Ends a row. */
int dated_end(struct dated *dated, int64_t id, struct err *err);
/* Before the commit. */
int dated_save(struct dated *dated, struct err *err);

#endif
