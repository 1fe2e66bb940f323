/*
 * publish: a draft becomes what people work: rows of shift, in the transaction of the caller, or
 * nothing does.
 *
 * From today on (the roster's store's, or the chain's, clock), each cell with work is a shift of its
 * store afterwards. Of the shifts that its people had in these days go those that a roster of the same
 * store or chain had published, and those entered by hand in the roster's store (of the chain: in any).
 * Days before today stay as they were worked. A roster of the same store or chain of which no day is in
 * force any more becomes replaced.
 *
 * What stands against it is said all at once, by person and day: who has left or is not here yet, on
 * leave, without a licence of those that rosters.yaml asks of the role, at work elsewhere by another
 * roster or twice at one time. There is no publishing of a part: a roster with a hole that nobody
 * decided is none.
 */
#ifndef MEDI_BOARD_PUBLISH_H
#define MEDI_BOARD_PUBLISH_H

#include "board/grid.h"
#include "rota/rules.h"

struct publish_no {
    const char *staff, *words; /* words: in the language of the run, with the day in front */
    int64_t day;
};

struct publish {
    struct db *db;
    struct arena *arena;
    const struct rota_rules *rules;
    struct roster roster;
    int64_t now;
    int64_t bound_to; /* only cells of this store may be written; 0: of all */
    /* by publish_judge: */
    int64_t today;
    struct grid grid; /* from today on; no days: all are over */
    struct publish_no *nos;
    int no_count, no_room;
    struct publish_row *rows; /* shifts that its people have, that day before and after included */
    int row_count, row_room;
    int past; /* cells of days that are over */
    /* by publish_write: */
    int added, changed, dropped, replaced;
};

/* 0; nos says what stands against it. ERR_DATA: it is replaced, or all its days are over. */
int publish_judge(struct publish *publish, struct err *err);

/* Only if nothing stands against it. */
int publish_write(struct publish *publish, struct err *err);

#endif
