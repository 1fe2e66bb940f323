/*
 * plan: tasks and messages of the ladders, for every treatment that was given: each once, however
 * often this runs and however many run at once, since what is planned bears a name that says what it
 * is for.
 *
 * A treatment that was completed or broken off (stopped) has a ladder: what was begun wants care.
 * What turns out to be none (entered-in-error), or is of a client who was forgotten, takes back what
 * is open.
 *
 * What has a plan keeps it, whatever becomes of the ladders. `again` makes it as the ladders say
 * now: open tasks and messages that they no longer have are taken back, those that they have
 * otherwise are moved, and what is missing is made, unless a step of that word was done before.
 */
#ifndef MEDI_FOLLOWUP_PLAN_H
#define MEDI_FOLLOWUP_PLAN_H

#include "db/db.h"
#include "followup/ladder.h"

struct plan_run {
    struct db *db;
    struct arena *arena;
    const struct packs *packs;
    const struct ladders *ladders;
    int64_t store_id; /* 0: all */
    int64_t from, to; /* days of treatments: [from, to) */
    int64_t now;
    bool again;
    /* by plan_run: */
    int64_t treatments;      /* that something was planned for, or with `again` looked at */
    int64_t tasks, messages; /* made */
    int64_t over;            /* steps that were not made, since their time was over */
    int64_t moved;           /* by `again` */
    int64_t taken_back;
    const char *unknown,
        *project; /* a ladder that there is not, and a project that names it; or NULL */
};

int plan_run(struct plan_run *run, struct err *err);

#endif
