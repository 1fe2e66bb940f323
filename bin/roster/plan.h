/*
 * plan: the verbs that make rosters, and the structs that their options fill.
 */
#ifndef MEDI_BIN_ROSTER_PLAN_H
#define MEDI_BIN_ROSTER_PLAN_H

#include "cli/put.h"
#include "rota/draft.h"

struct plan_args { /* plan, adjust, explain */
    const char *roster, *code;
    int64_t month, from, days, seconds, seed, threads, iterations;
};

struct lock_args { /* lock, unlock */
    const char *roster, *staff, *shift, *at;
    int64_t day, to;
    bool off;
};

struct person_args { /* skill, station, rule, wish, travel */
    const char *staff, *what, *at, *note, *shifts, *other;
    int64_t from_on, to_on, day, weight, minutes;
    int64_t month_hours, month_hours_min, month_hours_max, week_hours, run_days, run_days_min,
        off_days, weekends, late;
};

verb_run cmd_plan, cmd_adjust, cmd_explain, cmd_lock, cmd_unlock, cmd_rule_list, cmd_rule_set,
    cmd_rule_drop, cmd_skill_add, cmd_skill_drop, cmd_station_add, cmd_station_drop, cmd_wish_add,
    cmd_wish_drop, cmd_travel_set, cmd_travel_drop;

/* What a run about a roster works on. */
struct planning {
    struct ctx *ctx;
    struct rota_rules rules;
    struct rota_facts facts;
    struct rota_model model;
    struct rota_draft draft;
    struct rota_roster roster;
    struct roster_options options;
    const char *detail; /* of the entry in the log */
};

/* The roster's store (-s, else the chain), code and days, rules and facts. `made`: a roster of that
 * code must be there. ERR_USAGE, ERR_DATA. */
int planning_begin(struct planning *planning, struct ctx *ctx, const struct plan_args *args,
                   bool made, struct err *err);
/* The cells of the roster that is there. */
int planning_read(struct planning *planning, struct err *err);
/* Makes the model and does the work on it, with progress on a terminal; an interrupt ends that with
 * what there is. */
typedef int planning_work(struct planning *planning, void *context, struct err *err);
int planning_run(struct planning *planning, planning_work *work, void *context, struct err *err);
/* Keeps the draft, with planning->detail in the log. */
int planning_keep(struct planning *planning, struct err *err);
/* Notes and shortages on stderr: 0, or EXIT_NO if there are any. */
int planning_say(const struct planning *planning);

/* "S01 S02" */
const char *planning_stores(const struct planning *planning, const struct rota_part *part);

/* The verb's store: -s, or 0, the chain; a duty bound to a store keeps to it. */
int planning_store(struct ctx *ctx, int64_t *store_id, struct err *err);

#endif
