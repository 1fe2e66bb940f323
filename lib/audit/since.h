/*
 * since: what was written since the last run that was kept, so that a run asks only for what may have changed.
 *
 * The log tells. Its entries name each table of which rows were written; the ids of new rows lie behind
 * those of the last run (ids are never given out again, audit_place keeps where they stood); changed
 * and removed rows stand in the entries, with the columns that changed. From them comes, for each dated
 * table, the lowest day of a row that came or went, and of each column the lowest day of a row in which
 * it changed. Where an entry only counts rows that were changed or removed (a thousand is what it
 * holds), the table is asked for whole.
 *
 * So a rule that reads a lot's last day is not asked because something was taken from the lot, nor one
 * that shows a client's code because a telephone number changed; both are, when what they read is
 * written.
 */
#ifndef MEDI_AUDIT_SINCE_H
#define MEDI_AUDIT_SINCE_H

#include "audit/ask.h"

/* Days: ASK_WHOLE: all of it; INT64_MAX: nothing. A table without days has only these two. */
struct since_table {
    const char *name;
    bool dated;
    int64_t fresh; /* rows that came */
    int64_t from;  /* rows that went, or of which not all is known */
    struct since_column {
        const char *name;
        int64_t from;
    } * columns; /* that changed in rows that were there */
    int count, room;
    int entry; /* the last that said what became of its rows */
};

struct changes {
    struct arena *arena;
    bool known; /* there was a run before */
    struct since_table *tables;
    int count, room;
    int entry; /* that is being read */
};

/* In the transaction of the run. */
int since_read(struct db *db, struct arena *arena, struct changes *changes, struct err *err);

/* Whether the rule is to be asked: false: nothing that it rests on was written. `from`: where it
 * begins, for what is not open; what is open may be put right by a record of any later day, and is
 * asked again. */
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
