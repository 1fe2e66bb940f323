#include "planner/worker.h"

#include <string.h>

enum { STATES = 8192 };

/* ---- groups ---- */

static uint64_t
forbidden_by(const struct roster_problem *problem, int shift)
{
    uint64_t before = 0;
    for (int s = 0; s < problem->shifts; s++)
        before |= (problem->shift[s].not_next >> shift & 1) << s;
    return before;
}

static bool
alike(const struct roster_problem *problem, int a, int b)
{
    const struct roster_shift *one = &problem->shift[a], *other = &problem->shift[b];
    return one->minutes == other->minutes && one->not_next == other->not_next &&
           forbidden_by(problem, a) == forbidden_by(problem, b);
}

void
groups_make(struct groups *groups, const struct roster_problem *problem)
{
    groups->count = 0;
    for (int s = 0; s < problem->shifts; s++) {
        int same = 0;
        while (same < s && !alike(problem, same, s))
            same++;
        groups->of[s] = same < s ? groups->of[same] : groups->count++;
    }
}

/* ---- the machine ---- */

/* States in this order: the eve, off for 1 … min_off days, then for each group runs of 1 … length days,
 * then for each group the short runs that began on the first day. */
struct layout {
    int off, runs, length, edges, edge, groups;
    bool endless; /* no longest run: the longest state stands for all that are longer */
};

static int
state_off(const struct layout *layout, int days)
{
    return days < layout->off ? days : layout->off;
}

static int
state_run(const struct layout *layout, int group, int days)
{
    return layout->runs + group * layout->length + days - 1;
}

/* A run from the first day; one that is long enough is as any other. */
static int
state_edge(const struct layout *layout, int group, int days)
{
    if (days > layout->edge)
        return state_run(layout, group, days);
    return layout->edges + group * layout->edge + days - 1;
}

static int
lesser(int a, int b)
{
    return a < b ? a : b;
}

static struct layout
lay_out(const struct roster_problem *problem, const struct roster_person *person, int groups)
{
    struct layout layout = {.off = lesser(person->min_off, problem->days), .groups = groups};
    int shortest = lesser(person->min_run, problem->days);
    layout.endless = person->max_run >= problem->days;
    layout.length = layout.endless ? shortest : person->max_run;
    layout.edge = shortest - 1;
    layout.runs = 1 + layout.off;
    layout.edges = layout.runs + groups * layout.length;
    return layout;
}

static void
set_next(struct worker *worker, int state, int group, int to)
{
    worker->next[state * (worker->groups->count + 1) + group] = (int16_t)to;
}

static bool
may_follow(const struct worker *worker, int group, int next)
{
    const struct roster_problem *problem = worker->problem;
    int a = 0, b = 0;
    while (worker->groups->of[a] != group)
        a++;
    while (worker->groups->of[b] != next)
        b++;
    return !(problem->shift[a].not_next >> b & 1);
}

/* From `state`, after `days` of work with the last of `group`. */
static void
set_run(struct worker *worker, const struct layout *layout, int group, int days, bool edge)
{
    int state = edge ? state_edge(layout, group, days) : state_run(layout, group, days);
    worker->works[state] = true;
    if (edge || days > layout->edge)
        set_next(worker, state, layout->groups, state_off(layout, 1));
    int longer = days + 1;
    if (longer > layout->length && !layout->endless)
        return;
    longer = lesser(longer, layout->length);
    for (int g = 0; g < layout->groups; g++)
        if (may_follow(worker, group, g))
            set_next(worker, state, g,
                     edge ? state_edge(layout, g, longer) : state_run(layout, g, longer));
}

static void
make_machine(struct worker *worker, const struct layout *layout, struct arena *arena)
{
    int choices = layout->groups + 1;
    worker->states = layout->edges + layout->groups * layout->edge;
    worker->works = arena_array(arena, (size_t)worker->states, sizeof *worker->works);
    worker->next =
        arena_array(arena, (size_t)worker->states * (size_t)choices, sizeof *worker->next);
    memset(worker->next, 0xff, (size_t)(worker->states * choices) * sizeof *worker->next);
    set_next(worker, 0, layout->groups, layout->off);
    for (int days = 1; days <= layout->off; days++)
        set_next(worker, days, layout->groups, state_off(layout, days + 1));
    for (int g = 0; g < layout->groups; g++) {
        set_next(worker, 0, g, state_edge(layout, g, 1));
        set_next(worker, layout->off, g, state_run(layout, g, 1));
        for (int days = 1; days <= layout->length; days++)
            set_run(worker, layout, g, days, false);
        for (int days = 1; days <= layout->edge; days++)
            set_run(worker, layout, g, days, true);
    }
}

/* ---- sums ---- */

static void
set_minutes(struct worker *worker, const struct roster_person *person)
{
    const struct roster_problem *problem = worker->problem;
    int longest = 0;
    worker->unit = 0;
    for (int s = 0; s < problem->shifts; s++) {
        if (person->most[s] == 0)
            worker->never |= (uint64_t)1 << s;
        worker->unit = (int)roster_divisor(worker->unit, problem->shift[s].minutes);
        longest = longest > problem->shift[s].minutes ? longest : problem->shift[s].minutes;
    }
    worker->unit = worker->unit > 0 ? worker->unit : 1;
    for (int s = 0; s < problem->shifts; s++)
        worker->length[s] = problem->shift[s].minutes / worker->unit;
    worker->least = (person->min_minutes + worker->unit - 1) / worker->unit;
    worker->most =
        lesser(person->max_minutes / worker->unit, problem->days * (longest / worker->unit));
}

static void
set_weekends(struct worker *worker, const struct roster_person *person)
{
    int weekends = 0;
    for (int d = 0; d < worker->problem->days; d++)
        weekends += roster_is_weekend(worker->problem, d) &&
                    (d == 0 || !roster_is_sunday(worker->problem, d));
    worker->weekends = lesser(person->max_weekends, weekends);
}

/* A limit that minutes and days keep anyway is not counted. */
static void
set_counts(struct worker *worker, const struct roster_person *person)
{
    const struct roster_problem *problem = worker->problem;
    int lane = 0;
    for (int s = 0; s < problem->shifts; s++) {
        int room = lesser(problem->days, person->max_minutes / problem->shift[s].minutes);
        if (person->most[s] == 0 || person->most[s] >= room)
            continue;
        worker->one[s].word[lane / 8] = (uint64_t)1 << lane % 8 * 8;
        worker->limit.word[lane / 8] |= (uint64_t)person->most[s] << lane % 8 * 8;
        worker->counted = true;
        lane++;
    }
}

int
worker_make(struct worker *worker, const struct roster_problem *problem,
            const struct groups *groups, int person, struct arena *arena, struct err *err)
{
    const struct roster_person *rules = &problem->person[person];
    struct layout layout = lay_out(problem, rules, groups->count);
    *worker = (struct worker){.problem = problem, .groups = groups, .person = person};
    if (layout.edges + layout.groups * layout.edge > STATES)
        return err_set(err, ERR_DATA,
                       _("%s: runs of up to %d days of %d kinds of shifts are too many"),
                       rules->code, rules->max_run, groups->count);
    make_machine(worker, &layout, arena);
    set_minutes(worker, rules);
    set_weekends(worker, rules);
    set_counts(worker, rules);
    return 0;
}

bool
worker_keeps(const struct worker *worker, const roster_cell *line)
{
    const struct roster_problem *problem = worker->problem;
    struct counts taken = {{0}};
    int state = 0, units = 0, weekends = 0;
    for (int d = 0; d < problem->days; d++) {
        int choice = line[d], next = worker_next(worker, state, choice);
        if (next < 0 || !(*roster_allowed(problem, worker->person, d) >> choice & 1))
            return false;
        if (choice < problem->shifts) {
            units += worker->length[choice];
            weekends += roster_is_weekend(problem, d) &&
                        !(roster_is_sunday(problem, d) && worker->works[state]);
            for (int i = 0; i < COUNT_WORDS; i++)
                taken.word[i] += worker->one[choice].word[i];
            if (worker->never >> choice & 1 || !counts_within(&taken, &worker->limit))
                return false;
        }
        state = next;
    }
    return units >= worker->least && units <= worker->most && weekends <= worker->weekends;
}
