/*
 * entries: what calendars were told of shifts (calendar_entry), so that a change is seen as one: the
 * name stays, the sequence rises, and what was taken back says so.
 *
 * entries_sync makes the entries of some people and days those of their shifts as they stand; whoever
 * changes shifts calls it before (what came by import gets its entries) and after. A name is made of
 * the database's identity, store, person, day and number, so that a shift that came by import has the
 * same name before it has an entry.
 */
#ifndef MEDI_BOARD_ENTRIES_H
#define MEDI_BOARD_ENTRIES_H

#include "base/arena.h"
#include "db/db.h"

enum { ENTRY_UID = 48 };

struct entries_scope {
    int64_t staff_id; /* one person; 0: those of the roster */
    int64_t roster_store_id, roster_id;
    int64_t store_id; /* shifts in this store alone; 0: in all */
    int64_t from, to; /* days [ ) */
};

/* The database's identity, in the arena. */
int entries_identity(struct db *db, struct arena *arena, const char **identity, struct err *err);

void entries_uid(const char *identity, int64_t store_id, int64_t staff_id, int64_t day,
                 int64_t number, char uid[ENTRY_UID]);

/* The number of entries written, or -1. */
int entries_sync(struct db *db, struct arena *arena, const struct entries_scope *scope, int64_t now,
                 struct err *err);

#endif
