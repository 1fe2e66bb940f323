/*
 * common: what several verbs of medi-followup do alike.
 */
#ifndef MEDI_BIN_FOLLOWUP_COMMON_H
#define MEDI_BIN_FOLLOWUP_COMMON_H

#include "bin/followup/verbs_people.h"
#include "client/person.h"
#include "followup/raise.h"
#include "staff/staff.h"

/* Who does it: who was named, and works here that day, else who runs this. 1, 0 nobody knows, -1. */
int followup_by(struct ctx *ctx, const char *named, int64_t at, struct staff *by, struct err *err);

/* A setting, as a store has it. */
int followup_setting_int(struct ctx *ctx, int64_t store_id, const char *name, int64_t *value,
                         struct err *err);
int followup_setting(struct ctx *ctx, int64_t store_id, const char *name, const char **value,
                     struct err *err);

/* The client of that code, and their treatment in the store (code, may be NULL), which must be theirs. */
struct about {
    struct person client;
    const char *treatment;
    int64_t store_id, treatment_id; /* 0: none */
    int64_t treated_at;             /* when it began; 0: none */
};
int followup_about(struct ctx *ctx, const char *client, const char *treatment, struct about *about,
                   struct err *err);

/* Gives a task a later end; what it was first stays, by which it is judged. */
void followup_move_until(struct ctx *ctx, struct cli_record *record, const struct task *task,
                         int64_t until_at);

/* Somebody must look at a client: a task for a named person, with a clock, which is said. */
struct alarm {
    const struct about *about;
    const char *kind;            /* escalation, emergency */
    const char *step, *followup; /* what for; code of the follow-up that tells more */
    const char *to;              /* role */
    int64_t grade, within_s;
};
int followup_alarm(struct ctx *ctx, const struct alarm *alarm, const char **code, struct err *err);

#endif
