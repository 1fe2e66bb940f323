/* What the files of plan share. */
#ifndef MEDI_FOLLOWUP_PLAN_PRIVATE_H
#define MEDI_FOLLOWUP_PLAN_PRIVATE_H

#include "followup/owed.h"
#include "followup/plan.h"
#include "followup/window.h"

enum { PLAN_CODE = 512 };

/* One time of a step. */
struct turn {
    const struct ladder *ladder;
    const struct step *step;
    const char *occurrence;
    const char *behind; /* of its code: "/default/24h/1", "/default/care/1/sms" */
    size_t behind_length;
    int64_t after; /* seconds */
};

/* All turns of a ladder. */
struct turns {
    struct turn *items;
    int count;
};

struct given { /* a treatment */
    int64_t store_id, id, client_id, ended_at;
    struct owed_people people;
    int ladder; /* its number */
    char code[128];
};

struct planning {
    struct plan_run *run;
    struct turns *turns; /* by ladder */
    struct window window;
    struct owed *owed;
    struct given given;
    char code[PLAN_CODE];
};

/* When a turn is due for the treatment at hand; the code is in planning->code. False: its time is over. */
struct due_time {
    int64_t due_at, day, until_at;
};
bool plan_due(struct planning *planning, const struct turn *turn, struct due_time *time);

/* Makes it: 1 new, 0 it stood there, -1. */
int plan_put(struct planning *planning, const struct turn *turn, const struct due_time *time,
             struct err *err);

/* Takes back what is open under a code. */
int plan_drop(struct plan_run *run, int64_t store_id, const char *code, bool message,
              const char *reason, struct err *err);

/* The treatment at hand, made as its ladder is now. */
int plan_again(struct planning *planning, struct err *err);

#endif
