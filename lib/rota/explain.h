/*
 * explain: why heads are missing, and what would give them.
 *
 * Each part of a roster that lacks something is planned again with nothing priced but what is missing:
 * first with all rules, which tells whether more time would help; then without all that can be left
 * out, which tells what can be had with the people there are; then without each one, each two, each
 * three of them, until as much is had: the smallest sets; what alone gives a part of it is named as
 * well. Of the rules and reasons of such a set the people are asked one by one who could do it alone.
 * What is missing still takes more people: as many heads are added as help.
 */
#ifndef MEDI_ROTA_EXPLAIN_H
#define MEDI_ROTA_EXPLAIN_H

#include "rota/draft.h"

enum { EXPLAIN_SET = 3, EXPLAIN_WHO = 8, EXPLAIN_HIRE = 5 };

/* What can be left out: a rule or a reason, and what that means to a person who reads it. */
struct rota_way {
    bool is_rule;
    int number;
    const char *name; /* run_days_max, leave … */
};

struct rota_remedy {
    const struct rota_part *part; /* of the model as it is */
    struct rota_way way[EXPLAIN_SET];
    int ways;
    int hire;                     /* heads more instead; 0: none */
    int64_t before, after;        /* minutes missing */
    const char *who[EXPLAIN_WHO]; /* each could do it alone */
    int who_count;
};

struct rota_explained {
    struct rota_remedy *items;
    int count, room;
};

/* `model` is made; `draft` says what the roster lacks. `seconds` of one try: what is had without
 * something is what was found in them. */
int rota_explain(const struct rota_draft *draft, double seconds, struct rota_explained *explained,
                 struct err *err);

#endif
