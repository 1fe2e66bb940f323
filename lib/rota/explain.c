/* Which rules stand behind a shortage. */
#include "rota/explain.h"

#include <string.h>

#include "rota/model_private.h"

static const struct rota_way ways[] = {
    {true, RULE_RUN_DAYS_MAX, "run_days_max"},
    {true, RULE_WEEK_HOURS_MAX, "week_hours_max"},
    {true, RULE_MONTH_HOURS_MAX, "month_hours_max"},
    {true, RULE_WEEKENDS_MAX, "weekends_max"},
    {true, RULE_LATE_MAX, "late_max"},
    {true, RULE_OFF_DAYS_MIN, "off_days_min"},
    {true, RULE_RUN_DAYS_MIN, "run_days_min"},
    {true, RULE_REST_HOURS, "rest_hours"},
    {false, ROTA_LOCKED, "locked"},
    {false, ROTA_SHIFT, "shifts"},
    {false, ROTA_STATION, "station"},
    {false, ROTA_SKILL, "skill"},
    {false, ROTA_LEAVE, "leave"},
    {false, ROTA_LICENCE, "licence"},
};
enum { WAYS = sizeof ways / sizeof *ways };

struct explaining {
    const struct rota_draft *draft;
    const struct rota_part *part;
    double seconds;
    struct rota_explained *explained;
    int64_t now, best; /* minutes missing: as it is, and with everything left out */
};

static void
leave_out(struct rota_relax *relax, const struct rota_way *way)
{
    if (way->is_rule)
        relax->rules |= 1u << way->number;
    else
        relax->reasons |= 1u << way->number;
}

/* Whether a part of another model is about something of this one: its role, and one of its stores. */
static bool
is_about(const struct rota_part *other, const struct rota_part *part)
{
    if (other->role != part->role)
        return false;
    for (int i = 0; i < other->store_count; i++)
        for (int j = 0; j < part->store_count; j++)
            if (other->stores[i] == part->stores[j])
                return true;
    return false;
}

/* More people, who keep the rules of the role and have every skill and licence. */
static void
hire(struct rota_model *model, struct rota_part *part, int heads)
{
    struct rota_part before = *part;
    struct roster_problem *problem = &part->problem;
    int people = before.problem.people, days = before.problem.days,
        wide = before.problem.shifts + 1;
    unsigned all = (1u << part->skill_count) - 1;
    roster_problem_make(problem, days, people + heads, before.problem.shifts,
                        before.problem.demands, model->arena);
    problem->first_weekday = before.problem.first_weekday;
    problem->demands = before.problem.demands;
    memcpy(problem->shift, before.problem.shift, (size_t)(wide - 1) * sizeof *problem->shift);
    memcpy(problem->demand, before.problem.demand,
           (size_t)problem->demands * sizeof *problem->demand);
    memcpy(problem->person, before.problem.person, (size_t)people * sizeof *problem->person);
    memcpy(problem->allowed, before.problem.allowed,
           (size_t)people * (size_t)days * sizeof *problem->allowed);
    memcpy(problem->cost, before.problem.cost,
           (size_t)people * (size_t)days * (size_t)wide * sizeof *problem->cost);
    for (int i = 0; i < heads; i++) {
        model_newcomer(model, part, &problem->person[people + i]);
        for (int d = 0; d < days; d++)
            *roster_allowed(problem, people + i, d) = model_open_choices(model, part, d, all);
    }
}

/* Minutes missing in the stores and role of the part, when this is left out and so many are hired; -1:
 * an error. */
static int64_t
try_it(const struct explaining *explaining, const struct rota_relax *relax, int heads,
       struct err *err)
{
    const struct rota_model *as_is = explaining->draft->model;
    const struct roster_options options = {.seconds = explaining->seconds, .seed = 1, .threads = 1};
    struct rota_model model = {.facts = as_is->facts,
                               .arena = as_is->arena,
                               .relax = *relax,
                               .cells = as_is->cells,
                               .cell_count = as_is->cell_count};
    int64_t missing = 0;
    if (model_make_role(&model, explaining->part->role, err) < 0)
        return -1;
    for (int i = 0; i < model.count; i++) {
        struct rota_part *part = &model.parts[i];
        struct roster_result result;
        if (!is_about(part, explaining->part))
            continue;
        if (heads > 0)
            hire(&model, part, heads);
        rota_strip_to_heads(part);
        if (rota_solve(&model, part, &options, &result, err) < 0)
            return -1;
        missing += result.objective;
    }
    return missing;
}

/* ---- who ------------------------------------------------------------------------------------- */

/* Everybody who could do it alone: of the part, and for a station of the role. */
static int
ask_people(const struct explaining *explaining, struct rota_remedy *remedy, struct err *err)
{
    const struct rota_facts *facts = explaining->draft->model->facts;
    for (int i = 0; i < facts->person_count && remedy->who_count < EXPLAIN_WHO; i++) {
        const struct rota_person *person = &facts->people[i];
        struct rota_relax relax = {.staff_id = person->id};
        if (!rota_spell(&person->posts, explaining->part->first, explaining->part->role->name))
            continue;
        for (int w = 0; w < remedy->ways; w++)
            leave_out(&relax, &remedy->way[w]);
        int64_t left = try_it(explaining, &relax, 0, err);
        if (left < 0)
            return -1;
        if (left <= remedy->after)
            remedy->who[remedy->who_count++] = person->code;
    }
    return 0;
}

/* ---- sets ------------------------------------------------------------------------------------ */

static void
add_remedy(const struct explaining *explaining, const struct rota_remedy *remedy)
{
    struct rota_explained *all = explaining->explained;
    all->items = arena_more(explaining->draft->model->arena, all->items, all->count, &all->room,
                            sizeof *all->items);
    all->items[all->count++] = *remedy;
}

/* A set that gives as much as everything does is a remedy: 1, 0, -1. */
static int
try_set(const struct explaining *explaining, const int *set, int size, struct err *err)
{
    struct rota_remedy remedy = {.part = explaining->part, .ways = size, .before = explaining->now};
    struct rota_relax relax = {0};
    for (int i = 0; i < size; i++) {
        remedy.way[i] = ways[set[i]];
        leave_out(&relax, &ways[set[i]]);
    }
    remedy.after = try_it(explaining, &relax, 0, err);
    if (remedy.after < 0)
        return -1;
    if (remedy.after > explaining->best)
        return 0;
    if (ask_people(explaining, &remedy, err) < 0)
        return -1;
    add_remedy(explaining, &remedy);
    return 1;
}

/* All sets of a size, in order; the smallest size that has any is the last one looked at. */
static int
try_sets(const struct explaining *explaining, const int *live, int live_count, int size,
         struct err *err)
{
    int at[EXPLAIN_SET], found = 0;
    for (int i = 0; i < size; i++)
        at[i] = i;
    while (size <= live_count) {
        int set[EXPLAIN_SET], last = size - 1;
        for (int i = 0; i < size; i++)
            set[i] = live[at[i]];
        int got = try_set(explaining, set, size, err);
        if (got < 0)
            return -1;
        found += got;
        while (last >= 0 && at[last] == live_count - size + last)
            last--;
        if (last < 0)
            break;
        at[last]++;
        for (int i = last + 1; i < size; i++)
            at[i] = at[i - 1] + 1;
    }
    return found;
}

/* What alone gives something, though not all. */
static int
add_single(const struct explaining *explaining, const struct rota_way *way, int64_t after,
           struct err *err)
{
    struct rota_remedy remedy = {.part = explaining->part,
                                 .way = {*way},
                                 .ways = 1,
                                 .before = explaining->now,
                                 .after = after};
    if (ask_people(explaining, &remedy, err) < 0)
        return -1;
    add_remedy(explaining, &remedy);
    return 0;
}

/* Ways without which less would be had of everything: a set must have one of those that matter, and
 * what does not matter even there is not looked at in sets. */
static int
find_live(const struct explaining *explaining, int *live, struct err *err)
{
    int count = 0;
    for (int i = 0; i < WAYS; i++) {
        struct rota_relax relax = {0};
        leave_out(&relax, &ways[i]);
        int64_t alone = try_it(explaining, &relax, 0, err);
        if (alone < 0)
            return -1;
        struct rota_relax rest = {0};
        for (int k = 0; k < WAYS; k++)
            if (k != i)
                leave_out(&rest, &ways[k]);
        if (alone < explaining->now && alone > explaining->best &&
            add_single(explaining, &ways[i], alone, err) < 0)
            return -1;
        int64_t without = alone < explaining->now ? alone : try_it(explaining, &rest, 0, err);
        if (without < 0)
            return -1;
        if (alone < explaining->now || without > explaining->best)
            live[count++] = i;
    }
    return count;
}

static int
explain_hire(const struct explaining *explaining, int64_t from, struct err *err)
{
    const struct rota_relax none = {0};
    int64_t last = from;
    for (int heads = 1; heads <= EXPLAIN_HIRE; heads++) {
        struct rota_remedy remedy = {
            .part = explaining->part, .hire = heads, .before = explaining->now};
        remedy.after = try_it(explaining, &none, heads, err);
        if (remedy.after < 0)
            return -1;
        if (remedy.after >= last && heads > 1)
            return 0;
        last = remedy.after;
        if (remedy.after == 0 || heads == EXPLAIN_HIRE) {
            add_remedy(explaining, &remedy);
            return 0;
        }
    }
    return 0;
}

static int
explain_part(struct explaining *explaining, struct err *err)
{
    struct rota_relax none = {0}, all = {0};
    int live[WAYS];
    for (int i = 0; i < WAYS; i++)
        leave_out(&all, &ways[i]);
    int64_t as_is = try_it(explaining, &none, 0, err);
    if (as_is < 0)
        return -1;
    if (as_is < explaining->now) {
        add_remedy(explaining, &(struct rota_remedy){.part = explaining->part,
                                                     .before = explaining->now,
                                                     .after = as_is});
        explaining->now = as_is;
    }
    if (as_is == 0)
        return 0;
    explaining->best = try_it(explaining, &all, 0, err);
    if (explaining->best < 0)
        return -1;
    if (explaining->best < as_is) {
        int count = find_live(explaining, live, err), found = 0;
        for (int size = 1; size <= EXPLAIN_SET && found == 0 && count >= 0; size++)
            found = try_sets(explaining, live, count, size, err);
        if (count < 0 || found < 0)
            return -1;
    }
    return explain_hire(explaining, as_is, err);
}

int
rota_explain(const struct rota_draft *draft, double seconds, struct rota_explained *explained,
             struct err *err)
{
    *explained = (struct rota_explained){0};
    for (int i = 0; i < draft->model->count; i++) {
        struct explaining explaining = {.draft = draft,
                                        .part = &draft->model->parts[i],
                                        .seconds = seconds,
                                        .explained = explained};
        for (int k = 0; k < draft->short_count; k++)
            if (draft->shorts[k].part == explaining.part && !draft->shorts[k].named)
                explaining.now += (int64_t)(draft->shorts[k].wanted - draft->shorts[k].there) *
                                  (draft->shorts[k].to - draft->shorts[k].from);
        if (explaining.now > 0 && explain_part(&explaining, err) < 0)
            return -1;
    }
    return 0;
}
