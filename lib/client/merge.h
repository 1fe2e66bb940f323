/*
 * merge: two files of one person become one. The rows of every table that refers to the client (the catalogue
 * says which: a table that is added later cannot be forgotten) go to the file that stays, and what is sealed
 * in them is sealed anew under its key. What the file that stays lacks is taken from the other; allergies,
 * history, preferences and notes of both are kept. The first visit, the day of the file and the channel of
 * first touch become the earlier ones.
 *
 * The other file stays as a row that says what it was joined to, so that its code, phone and id number still
 * lead there.
 *
 * Where both have a row that may be there once: of one event the better answer stays; of one
 * campaign, that they were written to; of two who brought them, the earlier; of two words on one purpose at
 * one moment, the withdrawal; of two tiers, those of the file that stays, and before its first one the
 * other's; a tag that both have is closed once. Who would have brought themselves by a detour loses that
 * referral.
 */
#ifndef MEDI_CLIENT_MERGE_H
#define MEDI_CLIENT_MERGE_H

#include "client/person.h"

struct merge {
    struct db *db;
    struct arena *arena;
    struct vault *vault; /* or NULL, and then nothing sealed may be there */
    const char *into, *from;
    int64_t today;
    /* by client_merge: */
    struct person kept, gone;
    int64_t rows; /* that went over */
    bool referral_dropped;
};

/* Inside a write transaction, which must be rolled back if it fails. ERR_DATA: the same file, one that was
 * joined or forgotten, or clients of different classes. */
int client_merge(struct merge *merge, struct err *err);

#endif
