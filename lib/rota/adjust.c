/* A roster that is made to fit again. */
#include "rota/adjust.h"

#include <string.h>

#include "planner/ground.h"

/* Planning for the price has a part of the time of planning for changes; a part without work has little. */
enum { LATER = 3 };
#define IDLE 0.05

/* What the roster was, of a part. */
struct stay {
    const roster_cell *was;
    bool *forced; /* people × days: cannot stay */
};

static void
find_stay(const struct rota_model *model, const struct rota_part *part, struct stay *stay)
{
    const struct roster_problem *problem = &part->problem;
    size_t cells = (size_t)problem->people * (size_t)problem->days;
    stay->was = rota_choices_of(model, part, model->cells, model->cell_count);
    stay->forced = arena_array(model->arena, cells + 1, sizeof *stay->forced);
    for (int w = 0; w < problem->people; w++)
        for (int d = 0; d < problem->days; d++) {
            const struct rota_worker *worker = &part->workers[w];
            long at = (long)w * problem->days + d;
            const struct rota_cell *cell = rota_cell(model, worker->person->id, part->first + d);
            bool lost = cell && strcmp(cell->what, "work") == 0 &&
                        stay->was[at] == problem->shifts && worker->post->from <= part->first + d &&
                        part->first + d < worker->post->to;
            stay->forced[at] =
                lost || !cell || !(*roster_allowed(problem, w, d) >> stay->was[at] & 1);
        }
}

/* Each day by choice that is other than it was costs so much. */
static void
price_changes(struct roster_problem *problem, const struct stay *stay, int price)
{
    for (int w = 0; w < problem->people; w++)
        for (int d = 0; d < problem->days; d++) {
            long at = (long)w * problem->days + d;
            int *cost = roster_cost(problem, w, d);
            for (int i = 0; i <= problem->shifts && !stay->forced[at]; i++)
                if (i != stay->was[at]) {
                    int64_t sum = (int64_t)cost[i] + price;
                    cost[i] = sum < ROSTER_WEIGHT ? (int)sum : ROSTER_WEIGHT;
                }
        }
}

static int64_t
count_changes(const struct roster_problem *problem, const struct stay *stay,
              const roster_cell *cells)
{
    int64_t changes = 0;
    for (long at = 0; at < (long)problem->people * problem->days; at++)
        changes += !stay->forced[at] && cells[at] != stay->was[at];
    return changes;
}

static int64_t
missing(const struct rota_part *part, const roster_cell *cells)
{
    const struct roster_problem *problem = &part->problem;
    int64_t minutes = 0;
    for (int i = 0; i < problem->demands; i++) {
        const struct roster_demand *demand = &problem->demand[i];
        int there = 0;
        for (int w = 0; w < problem->people; w++)
            there += (int)(demand->shifts >> cells[(long)w * problem->days + demand->day] & 1);
        if (there < demand->need)
            minutes += (int64_t)(demand->need - there) * (part->wants[i].to - part->wants[i].from);
    }
    return minutes;
}

/* A copy whose prices can be changed. */
static struct rota_part
copy_part(const struct rota_part *part, struct arena *arena)
{
    struct rota_part copy = *part;
    const struct roster_problem *from = &part->problem;
    struct roster_problem *to = &copy.problem;
    size_t cells = (size_t)from->people * (size_t)from->days;
    roster_problem_make(to, from->days, from->people, from->shifts, from->demands, arena);
    to->first_weekday = from->first_weekday;
    to->demands = from->demands;
    memcpy(to->shift, from->shift, (size_t)from->shifts * sizeof *to->shift);
    memcpy(to->person, from->person, (size_t)from->people * sizeof *to->person);
    memcpy(to->demand, from->demand, (size_t)from->demands * sizeof *to->demand);
    memcpy(to->allowed, from->allowed, cells * sizeof *to->allowed);
    memcpy(to->cost, from->cost, cells * (size_t)(from->shifts + 1) * sizeof *to->cost);
    return copy;
}

/* What is missing against what is changed: the best of it, and whether that is proven. */
static int
solve_fewest(struct rota_model *model, const struct rota_part *part, const struct stay *stay,
             const struct roster_options *options, struct roster_result *result, bool *proven,
             struct err *err)
{
    struct rota_part bare = copy_part(part, model->arena);
    struct roster_options mine = *options;
    rota_strip(model, &bare);
    price_changes(&bare.problem, stay, model->facts->rules->weight[WEIGHT_CHANGE]);
    mine.start = stay->was;
    if (rota_solve(model, &bare, &mine, result, err) < 0)
        return -1;
    *proven = result->bound >= result->objective;
    return 0;
}

static int
adjust_part(struct rota_draft *draft, int number, const struct stay *stay,
            const struct roster_options *options, struct rota_adjusted *adjusted, struct err *err)
{
    struct rota_model *model = draft->model;
    struct rota_part *part = &model->parts[number];
    struct roster_result *result = &draft->made[number], fewest, better;
    bool proven;
    if (solve_fewest(model, part, stay, options, &fewest, &proven, err) < 0)
        return -1;
    int64_t changes = count_changes(&part->problem, stay, fewest.cells);
    int64_t lack = missing(part, fewest.cells);
    struct rota_part dear = copy_part(part, model->arena);
    struct roster_options mine = *options;
    price_changes(&dear.problem, stay, ROSTER_WEIGHT / 2);
    mine.start = fewest.cells;
    mine.seconds = options->seconds / LATER;
    *result = fewest;
    if (changes > 0 && rota_solve(model, &dear, &mine, &better, err) == 0 &&
        count_changes(&part->problem, stay, better.cells) <= changes &&
        missing(part, better.cells) <= lack)
        result->cells = better.cells;
    err_clear(err);
    result->objective = roster_objective(&part->problem, result->cells);
    result->bound = -1;
    adjusted->by_choice += (int)count_changes(&part->problem, stay, result->cells);
    adjusted->fewest = proven && adjusted->fewest >= 0 ? adjusted->fewest + changes : -1;
    return 0;
}

/* Whether anything of a part has changed, or is missing: the others are looked at shortly. */
static bool
has_work(const struct rota_part *part, const struct stay *stay)
{
    for (long at = 0; at < (long)part->problem.people * part->problem.days; at++)
        if (stay->forced[at])
            return true;
    return missing(part, stay->was) > 0;
}

/* The time that is left is shared among the parts that have work, and within one between its two plans. */
static int
adjust_parts(struct rota_draft *draft, const struct stay *stays,
             const struct roster_options *options, struct rota_adjusted *adjusted, struct err *err)
{
    const struct rota_model *model = draft->model;
    double until = clock_now() + options->seconds;
    int open = 0;
    for (int i = 0; i < model->count; i++)
        open += has_work(&model->parts[i], &stays[i]);
    for (int i = 0; i < model->count; i++) {
        struct roster_options mine = *options;
        bool works = has_work(&model->parts[i], &stays[i]);
        double left = until - clock_now();
        if (model->parts[i].problem.people == 0)
            continue;
        left = left > 0.1 ? left : 0.1;
        if (options->seconds > 0)
            mine.seconds = works ? left / open * LATER / (LATER + 1) : left * IDLE;
        if (adjust_part(draft, i, &stays[i], &mine, adjusted, err) < 0)
            return -1;
        draft->objective += draft->made[i].objective;
        open -= works;
    }
    return 0;
}

static void
list_changes(const struct rota_draft *draft, struct rota_adjusted *adjusted)
{
    const struct rota_model *model = draft->model;
    for (int i = 0; i < draft->cell_count; i++) {
        const struct rota_cell *after = &draft->cells[i];
        const struct rota_cell *before = rota_cell(model, after->staff_id, after->day);
        bool worked = strcmp(after->what, "work") == 0;
        bool same =
            before && (strcmp(before->what, "work") == 0) == worked &&
            (!worked || (before->at_id == after->at_id && before->starts_at == after->starts_at &&
                         before->ends_at == after->ends_at));
        if (same || after->day < model->facts->fixed_on || (!before && !worked))
            continue;
        adjusted->changes = arena_more(model->arena, adjusted->changes, adjusted->count,
                                       &adjusted->room, sizeof *adjusted->changes);
        adjusted->changes[adjusted->count++] =
            (struct rota_change){.person = rota_person(model->facts, after->staff_id),
                                 .day = after->day,
                                 .before = before,
                                 .after = after};
    }
}

int
rota_adjust(struct rota_draft *draft, struct rota_model *model,
            const struct roster_options *options, struct rota_adjusted *adjusted, struct err *err)
{
    *draft = (struct rota_draft){.model = model};
    *adjusted = (struct rota_adjusted){.fewest = 0};
    draft->made = arena_array(model->arena, (size_t)model->count + 1, sizeof *draft->made);
    struct stay *stays = arena_array(model->arena, (size_t)model->count + 1, sizeof *stays);
    for (int i = 0; i < model->count; i++)
        find_stay(model, &model->parts[i], &stays[i]);
    if (adjust_parts(draft, stays, options, adjusted, err) < 0)
        return -1;
    draft->bound = -1;
    rota_draft_finish(draft);
    list_changes(draft, adjusted);
    return 0;
}
