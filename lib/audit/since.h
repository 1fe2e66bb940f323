/*
 * since: what was written since the last run that was kept, so that a run asks only for what may have changed.
 *
 * The log tells. Its entries name each table of which rows were written; the ids of new rows lie behind those
 * of the last run (ids are never given out again, audit_place keeps where they stood); changed and removed
 * rows stand in the entries. From them comes, for each dated table, the lowest day of a row that was written.
 * Where an entry only counts rows that were changed or removed (a thousand is what it holds), the table is
 * asked for whole.
 */
#ifndef MEDI_AUDIT_SINCE_H
#define MEDI_AUDIT_SINCE_H

#include "audit/ask.h"

struct since_table {
    const char *name;
    bool dated;   /* its rows have a day, and `from` says from which on */
    int64_t from; /* ASK_WHOLE: all of it */
};

struct changes {
    struct arena *arena;
    bool known; /* there was a run before */
    struct since_table *tables;
    int count, room;
};

/* In the transaction of the run. */
int since_read(struct db *db, struct arena *arena, struct changes *changes, struct err *err);

/* Whether the rule is to be asked: false: nothing that it rests on was written. `from`: where it begins. */
bool since_asks(const struct changes *changes, const struct rule *rule, int64_t *from);

/* Where the log and the ids stand, for the next run: read in the run's transaction, kept in the one that
 * writes. */
struct places {
    struct place_kept {
        int64_t store_id;
        const char *name;
        int64_t next_id;
    } * items;
    int count, room;
};
int since_places(struct db *db, struct arena *arena, struct places *places, struct err *err);
int since_keep(struct db *db, const struct places *places, struct err *err);

#endif
