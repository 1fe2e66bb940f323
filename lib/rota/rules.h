/*
 * rules: the pack rosters.yaml: shifts, rules of work by role, and weights.
 *
 * A rule is a number, or RULE_NONE. Hours of a month are of a whole calendar month; who makes a roster
 * of other days takes the part of it (rota_rule_of).
 */
#ifndef MEDI_ROTA_RULES_H
#define MEDI_ROTA_RULES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "text/pack.h"

enum { ROTA_SHIFTS = 32, RULE_NONE = -1 };

/* In the order of the columns of work_rule; what has no column there stands last. */
enum rota_rule {
    RULE_MONTH_HOURS,
    RULE_MONTH_HOURS_MIN,
    RULE_MONTH_HOURS_MAX,
    RULE_WEEK_HOURS_MAX,
    RULE_RUN_DAYS_MAX,
    RULE_RUN_DAYS_MIN,
    RULE_OFF_DAYS_MIN,
    RULE_WEEKENDS_MAX,
    RULE_LATE_MAX,
    RULE_PERSONAL, /* those before are a person's as well */
    RULE_REST_HOURS = RULE_PERSONAL,
    RULE_COVER,
    ROTA_RULES,
};
const char *rota_rule_name(enum rota_rule rule); /* "month_hours" */

enum rota_weight {
    WEIGHT_SHORT,
    WEIGHT_OVER,
    WEIGHT_HOURS_UNDER,
    WEIGHT_HOURS_OVER,
    WEIGHT_WISH,
    WEIGHT_AWAY,
    WEIGHT_WEEKEND,
    WEIGHT_LATE,
    WEIGHT_BOOKING,
    WEIGHT_NAMED,
    WEIGHT_CHANGE,
    ROTA_WEIGHTS,
};

struct rota_shift {
    const char *code, *zh;
    int from, to; /* minutes of the day */
    int rest;     /* minutes not paid */
    bool late;
    const char *stores; /* ",S01,S02,", or NULL: all */
};

struct rota_role {
    const char *name;    /* of staff: doctor, nurse … */
    const char *shifts;  /* ",E,M,", or NULL: all */
    const char *licence; /* ",physician,", or NULL: none is needed */
    int rule[ROTA_RULES];
};

struct rota_rules {
    struct rota_shift shift[ROTA_SHIFTS];
    int shifts;
    int slack; /* minutes */
    struct rota_role *role;
    int roles;
    int weight[ROTA_WEIGHTS];
};

int rota_rules_read(struct arena *arena, const char *path, struct rota_rules *rules,
                    struct err *err);
int rota_rules_load(struct arena *arena, const struct packs *packs, struct rota_rules *rules,
                    struct err *err);

const struct rota_role *rota_role(const struct rota_rules *rules, const char *name); /* or NULL */
int rota_shift(const struct rota_rules *rules, const char *code); /* its number, or -1 */

/* Whether a word stands in ",A,B,"; anything does in NULL. */
bool rota_lists(const char *list, const char *word);

static inline int
rota_paid(const struct rota_shift *shift)
{
    return shift->to - shift->from - shift->rest;
}

#endif
