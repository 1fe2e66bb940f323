#include "planner/worker_private.h"

#include <stdlib.h>
#include <string.h>

enum { STATES = 8192, NODES = 1 << 22 };

/* ---- without weeks ---- */

/* States in this order: the eve, off for 1 … min_off days, then for each group runs of 1 … length days,
 * then for each group the short runs that began on the first day. */
struct layout {
    int off, runs, length, edges, edge, groups;
    bool endless; /* no longest run: the longest state stands for all that are longer */
};

/* The machine before weeks come into it; freed when those did. */
struct core {
    const struct worker *worker;
    struct layout layout;
    int states;
    int16_t *next; /* states × (groups + 1) */
    bool *works;
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
lay_out(const struct worker *worker)
{
    const struct roster_person *person = &worker->problem->person[worker->person];
    int days = worker->problem->days;
    struct layout layout = {.groups = worker->groups->count};
    int run = lesser(person->start.run, person->max_run); /* so a run may be as long as this more */
    int shortest = lesser(person->min_run > 1 ? person->min_run : 1, days + run);
    layout.off = lesser(person->min_off > 1 ? person->min_off : 1, days + person->start.off);
    layout.endless = person->max_run >= days + run;
    layout.length = layout.endless ? shortest : person->max_run;
    layout.edge = shortest - 1;
    layout.runs = 1 + layout.off;
    layout.edges = layout.runs + layout.groups * layout.length;
    return layout;
}

static void
set_next(struct core *core, int state, int group, int to)
{
    core->next[state * (core->layout.groups + 1) + group] = (int16_t)to;
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

/* From `state`, after `days` of work with the last of `group` (-1: not known). */
static void
set_leave(struct core *core, int state, int group, int days, bool edge)
{
    const struct layout *layout = &core->layout;
    core->works[state] = true;
    if (edge || days > layout->edge)
        set_next(core, state, layout->groups, state_off(layout, 1));
    int longer = days + 1;
    if (longer > layout->length && !layout->endless)
        return;
    longer = lesser(longer, layout->length);
    for (int g = 0; g < layout->groups; g++)
        if (group < 0 || may_follow(core->worker, group, g))
            set_next(core, state, g,
                     edge ? state_edge(layout, g, longer) : state_run(layout, g, longer));
}

/* From the eve. */
static void
set_start(struct core *core)
{
    const struct layout *layout = &core->layout;
    const struct worker *worker = core->worker;
    const struct roster_start *start = &worker->problem->person[worker->person].start;
    bool known = start->off > 0, rested = !known || start->off >= layout->off;
    if (start->run > 0) {
        int group = start->shift < 0 ? -1 : worker->groups->of[start->shift];
        set_leave(core, 0, group, lesser(start->run, layout->length), false);
        return;
    }
    set_next(core, 0, layout->groups, known ? state_off(layout, start->off + 1) : layout->off);
    for (int g = 0; g < layout->groups && rested; g++)
        set_next(core, 0, g, known ? state_run(layout, g, 1) : state_edge(layout, g, 1));
}

static int
core_make(struct core *core, const struct worker *worker, struct err *err)
{
    struct layout *layout = &core->layout;
    const struct roster_person *person = &worker->problem->person[worker->person];
    *core = (struct core){.worker = worker, .layout = lay_out(worker)};
    core->states = layout->edges + layout->groups * layout->edge;
    if (core->states > STATES)
        return err_set(err, ERR_DATA,
                       _("%s: runs of up to %d days of %d kinds of shifts are too many"),
                       person->code, person->max_run, layout->groups);
    size_t cells = (size_t)core->states * (size_t)(layout->groups + 1);
    core->next = mem_alloc(cells * sizeof *core->next);
    core->works = mem_alloc((size_t)core->states * sizeof *core->works);
    memset(core->next, 0xff, cells * sizeof *core->next);
    memset(core->works, 0, (size_t)core->states * sizeof *core->works);
    set_start(core);
    for (int days = 1; days <= layout->off; days++)
        set_next(core, days, layout->groups, state_off(layout, days + 1));
    for (int g = 0; g < layout->groups; g++) {
        set_next(core, layout->off, g, state_run(layout, g, 1));
        for (int days = 1; days <= layout->length; days++)
            set_leave(core, state_run(layout, g, days), g, days, false);
        for (int days = 1; days <= layout->edge; days++)
            set_leave(core, state_edge(layout, g, days), g, days, true);
    }
    return 0;
}

static void
core_free(struct core *core)
{
    free(core->next);
    free(core->works);
}

/* ---- with weeks: only what can be met ---- */

/* A node is a state of the core and a level of the week. */
struct meeting {
    const struct core *core;
    struct weeks weeks;
    int *number; /* of a node: of its state, -1 while it is not met */
    int *queue, count;
};

/* The node behind a group, or off; -1. */
static int
node_behind(const struct meeting *meeting, int node, int group, bool monday)
{
    const struct core *core = meeting->core;
    const struct weeks *weeks = &meeting->weeks;
    int groups = core->layout.groups, state = node / weeks->levels;
    int level = monday ? weeks->full : node % weeks->levels;
    int next = core->next[state * (groups + 1) + group];
    if (next < 0 || (group < groups && worker_group_minutes(core->worker, group) == 0))
        return -1;
    if (group < groups)
        level = weeks->after[level * groups + group];
    return level < 0 ? -1 : next * weeks->levels + level;
}

static void
meet(struct meeting *meeting, int node)
{
    if (node < 0 || meeting->number[node] >= 0)
        return;
    meeting->number[node] = 0;
    meeting->queue[meeting->count++] = node;
}

static int
by_number(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

static void
meet_all(struct meeting *meeting)
{
    int nodes = meeting->core->states * meeting->weeks.levels;
    memset(meeting->number, 0xff, (size_t)nodes * sizeof *meeting->number);
    meet(meeting, meeting->weeks.first);
    for (int i = 0; i < meeting->count; i++)
        for (int group = 0; group <= meeting->core->layout.groups; group++)
            for (int monday = 0; monday < 2; monday++)
                meet(meeting, node_behind(meeting, meeting->queue[i], group, monday));
    qsort(meeting->queue, (size_t)meeting->count, sizeof *meeting->queue, by_number);
    for (int i = 0; i < meeting->count; i++)
        meeting->number[meeting->queue[i]] = i;
}

static void
write_tables(const struct meeting *meeting, struct worker *worker, struct arena *arena)
{
    int choices = meeting->core->layout.groups + 1, tables = meeting->weeks.levels > 1 ? 2 : 1;
    worker->states = meeting->count;
    worker->works = arena_array(arena, (size_t)worker->states, sizeof *worker->works);
    for (int monday = 0; monday < tables; monday++) {
        int16_t *next = arena_array(arena, (size_t)worker->states * (size_t)choices, sizeof *next);
        for (int i = 0; i < meeting->count * choices; i++) {
            int to = node_behind(meeting, meeting->queue[i / choices], i % choices, monday);
            next[i] = (int16_t)(to < 0 ? -1 : meeting->number[to]);
        }
        worker->next[monday] = next;
    }
    if (tables == 1)
        worker->next[1] = worker->next[0];
    for (int i = 0; i < meeting->count; i++)
        worker->works[i] = meeting->core->works[meeting->queue[i] / meeting->weeks.levels];
}

static int
number_states(const struct core *core, struct worker *worker, struct arena *arena, struct err *err)
{
    struct meeting meeting = {.core = core};
    const struct roster_person *person = &worker->problem->person[worker->person];
    weeks_make(&meeting.weeks, worker, arena);
    if (meeting.weeks.levels <= NODES / core->states) {
        size_t nodes = (size_t)core->states * (size_t)meeting.weeks.levels;
        meeting.number = mem_alloc(nodes * sizeof *meeting.number);
        meeting.queue = mem_alloc(nodes * sizeof *meeting.queue);
        meet_all(&meeting);
    }
    bool fits = meeting.queue && meeting.count <= STATES;
    if (fits)
        write_tables(&meeting, worker, arena);
    free(meeting.number);
    free(meeting.queue);
    if (fits)
        return 0;
    return err_set(err, ERR_DATA,
                   _("%s: weeks of up to %d minutes in steps of %d, and runs of up to %d days, are "
                     "too many to tell apart"),
                   person->code, person->week_minutes, worker->unit, person->max_run);
}

int
worker_machine(struct worker *worker, struct arena *arena, struct err *err)
{
    struct core core;
    if (core_make(&core, worker, err) < 0)
        return -1;
    int got = number_states(&core, worker, arena, err);
    core_free(&core);
    return got;
}
