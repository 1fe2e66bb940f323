/*
 * standing: rows that are given out only while a client's consent to it stands: the pictures of the case
 * album. It is the table that decides, not the pack, so that no pack of a caller's own gets round it.
 */
#ifndef MEDI_RECORD_STANDING_H
#define MEDI_RECORD_STANDING_H

#include <stdbool.h>

#include "base/arena.h"
#include "db/db.h"

/* Columns of such a table: whose it is, and the last day of its use. */
#define STANDING_CLIENT "client_id"
#define STANDING_UNTIL "until"

/* The purpose that rows of this table need a consent to, or NULL. */
const char *standing_purpose(const char *table);

struct standing {
    int64_t *clients; /* in order */
    size_t count;
    int64_t today;
};

/* Whose consent to that purpose stands at that moment, on that day. In the arena. */
int standing_load(struct standing *standing, struct db *db, struct arena *arena,
                  const char *purpose, int64_t now, int64_t today, struct err *err);
bool standing_holds(const struct standing *standing, int64_t client_id, struct db_value until);

#endif
