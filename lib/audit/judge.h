/*
 * judge: a run: the rules asked, and what they found set beside what was open before.
 *
 *     judge_run in a transaction that reads; judge_keep in one that writes, with the log's entry of its caller
 *
 * A finding is a rule, a store and a subject; of several rows for one the first counts. What was open and is
 * not found again is fixed, if the rule was asked for the days in which it lies; what was not asked for
 * stands as it was.
 *
 * A rule that is in no pack any more is asked by nobody: a run of all rules in all stores ends what is
 * open of it as withdrawn, unless a pack has faults, since then the rule may only be misspelt. What was
 * never put right is not counted as fixed.
 */
#ifndef MEDI_AUDIT_JUDGE_H
#define MEDI_AUDIT_JUDGE_H

#include "audit/since.h"

enum mark { MARK_NEW, MARK_OPEN, MARK_FIXED, MARK_WITHDRAWN };

struct judged {
    const struct rule *rule;
    struct found found;
    enum mark mark;
    bool changed; /* open: its detail or day is not what was kept */
    int64_t id;   /* as it is kept; 0: not yet */
    int64_t found_at;
    const char *waived; /* why it is let stand; or NULL */
    int64_t waived_to;
};

struct judge_counts {
    int64_t errors, warnings, waived, fresh, fixed, withdrawn;
};

struct judge_options {
    bool since;             /* only what was written since the last run, where there was one */
    const char *const *ids; /* these rules only; NULL: all */
    int id_count;
    const char *topic; /* or NULL */
    int64_t store_id;  /* -1: all stores */
    int64_t today, now;
};

struct judgement {
    struct arena *arena;
    struct judged *items;
    int count, room;
    int rules, asked, faults; /* faults: of rules that could not be asked */
    bool whole;               /* all rules in all stores: the next run may go on from here */
    bool since;               /* it went on from one */
    struct places places;
    struct judge_counts counts;
    rules_fault *fault;
    void *context;
};

int judge_run(struct db *db, const struct rules *rules, const struct judge_options *options,
              struct judgement *judgement, struct err *err);

/* Inside the room: what is open of rules that are gone, behind the others. */
int judge_gone(struct db *db, const struct rules *rules, struct judgement *judgement,
               struct err *err);

/* The run's id. */
int judge_keep(struct db *db, const struct judgement *judgement,
               const struct judge_options *options, const char *login, int faults, int64_t *id,
               struct err *err);

#endif
