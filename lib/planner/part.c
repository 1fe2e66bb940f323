#include "planner/part.h"

#include <string.h>

enum { MEND_MINUTE = 1000, MEND_WEEKEND = 10000000, MEND_LIMIT = ROSTER_WEIGHT, TAIL = 21 };

static int
lesser(int a, int b)
{
    return a < b ? a : b;
}

static int
greater(int a, int b)
{
    return a > b ? a : b;
}

static const roster_cell *
line_of(const struct plan *plan, int person)
{
    return plan->cells + (long)person * plan->ground->problem->days;
}

/* ---- what is before and behind ---- */

static int
week_before(const struct roster_problem *whole, const struct roster_person *rules,
            const roster_cell *line, int first)
{
    int monday = first - (whole->first_weekday + first) % 7;
    int minutes = monday < 0 ? rules->start.week_minutes : 0;
    for (int d = greater(monday, 0); d < first; d++)
        minutes += line[d] < whole->shifts ? whole->shift[line[d]].minutes : 0;
    return minutes;
}

/* false for what no start can say: a short run from the first day, which may end at any time. */
static bool
set_start(struct roster_start *start, const struct roster_problem *whole,
          const struct roster_person *rules, const roster_cell *line, int first)
{
    const struct roster_start *old = &rules->start;
    int off = whole->shifts, run = 0;
    *start = *old;
    if (first == 0)
        return true;
    bool works = line[first - 1] != off, rested = old->run == 0 && old->off == 0;
    while (run < first && (line[first - 1 - run] != off) == works)
        run++;
    bool all = run == first;
    if (works && all && rested && run < rules->min_run)
        return false;
    if (works)
        run += all ? lesser(old->run, rules->max_run) : 0;
    else if (all && old->run == 0)
        run = rested ? greater(run, rules->min_off) : run + old->off;
    *start = (struct roster_start){.run = works ? run : 0,
                                   .off = works ? 0 : run,
                                   .shift = works ? line[first - 1] : 0,
                                   .week_minutes = week_before(whole, rules, line, first)};
    return true;
}

/* How many locked days are needed behind the window. */
static int
tail_of(const struct roster_problem *whole, const struct roster_person *rules,
        const roster_cell *line, int last)
{
    int at = last + 1, left = whole->days - 1 - last, off = whole->shifts;
    if (left == 0)
        return 0;
    bool works = line[at] != off;
    while (at < whole->days && (line[at] != off) == works && (works || at - last <= rules->min_off))
        at++;
    int week = rules->week_minutes > 0 ? 6 - (whole->first_weekday + last) % 7 : 0;
    return lesser(left, greater(at - last, week));
}

/* ---- a part of the sums ---- */

static int
minutes_of(const struct roster_problem *problem, const roster_cell *line)
{
    int minutes = 0;
    for (int d = 0; d < problem->days; d++)
        minutes += line[d] < problem->shifts ? problem->shift[line[d]].minutes : 0;
    return minutes;
}

static void
share_minutes(struct roster_person *mine, const struct roster_person *all, int outside, int inside,
              bool mends)
{
    mine->min_minutes = greater(all->min_minutes - outside, 0);
    mine->max_minutes = all->max_minutes - outside;
    mine->wanted_minutes = greater(all->wanted_minutes - outside, 0);
    if (mends && outside + inside < all->min_minutes) {
        mine->wanted_minutes = mine->min_minutes;
        mine->min_minutes = mine->over_minute = 0;
        mine->under_minute = MEND_MINUTE;
    } else if (mends && outside + inside > all->max_minutes) {
        mine->wanted_minutes = greater(mine->max_minutes, 0);
        mine->max_minutes = inside;
        mine->under_minute = 0;
        mine->over_minute = MEND_MINUTE;
    }
}

static void
share_weekends(struct roster_person *mine, const struct roster_person *all, int outside, int inside,
               bool mends, struct arena *arena)
{
    mine->max_weekends = all->max_weekends - outside;
    if (mine->weekend_cost)
        mine->weekend_cost += outside;
    if (!mends || outside + inside <= all->max_weekends)
        return;
    int *cost = arena_array(arena, (size_t)inside + 1, sizeof *cost);
    for (int n = 0; n <= inside; n++)
        cost[n] = greater(n + outside - all->max_weekends, 0) * MEND_WEEKEND;
    mine->max_weekends = inside;
    mine->weekend_cost = cost;
}

static void
share_limit(struct roster_limit *mine, int outside, int inside, bool mends)
{
    if (mends && mine->fine == 0 && outside + inside > mine->most)
        mine->fine = MEND_LIMIT;
    mine->most = greater(mine->most - outside, 0);
}

static void
share_sums(struct part *part, int index, const struct plan *plan, bool mends, struct arena *arena)
{
    const struct roster_problem *whole = plan->ground->problem;
    int person = part->person[index];
    const struct roster_person *all = &whole->person[person];
    struct roster_person *mine = &part->problem.person[index];
    const roster_cell *line = line_of(plan, person),
                      *cells = part->cells + (long)index * part->problem.days;
    int inside = minutes_of(&part->problem, cells);
    share_minutes(mine, all, minutes_of(whole, line) - inside, inside, mends);
    inside = roster_line_weekends(&part->problem, index, cells);
    share_weekends(mine, all, roster_line_weekends(whole, person, line) - inside, inside, mends,
                   arena);
    for (int i = 0; i < mine->limits; i++) {
        inside = roster_line_taken(&part->problem, &mine->limit[i], cells);
        int outside = roster_line_taken(whole, &all->limit[i], line) - inside;
        share_limit(&mine->limit[i], outside, inside, mends);
    }
}

/* ---- the part ---- */

/* The people who can be told apart from the whole; returns how many locked days they need. */
static int
choose_people(struct part *part, const struct plan *plan, const struct part_window *window)
{
    const struct roster_problem *whole = plan->ground->problem;
    struct roster_start start;
    int tail = 0, most = lesser(TAIL, ROSTER_TABLE - (window->last - window->first + 1));
    for (int i = 0; i < window->count; i++) {
        int person = window->people[i];
        const struct roster_person *rules = &whole->person[person];
        const roster_cell *line = line_of(plan, person);
        int needs = tail_of(whole, rules, line, window->last);
        if (needs > most || !set_start(&start, whole, rules, line, window->first))
            continue;
        part->person[part->problem.people++] = person;
        tail = greater(tail, needs);
    }
    return tail;
}

static void
set_cells(struct part *part, int index, const struct plan *plan, const struct part_window *window)
{
    const struct roster_problem *whole = plan->ground->problem;
    struct roster_problem *problem = &part->problem;
    int person = part->person[index];
    size_t wide = (size_t)(whole->shifts + 1);
    const roster_cell *line = line_of(plan, person) + window->first;
    memcpy(part->cells + (long)index * problem->days, line, (size_t)problem->days);
    for (int d = 0; d < problem->days; d++) {
        bool locked = window->first + d > window->last;
        *roster_allowed(problem, index, d) =
            locked ? (uint64_t)1 << line[d] : *roster_allowed(whole, person, window->first + d);
        if (!locked)
            memcpy(roster_cost(problem, index, d), roster_cost(whole, person, window->first + d),
                   wide * sizeof(int));
    }
}

/* What those who are not of the part leave. */
static void
set_demands(struct part *part, const struct plan *plan, const struct part_window *window)
{
    const struct roster_problem *whole = plan->ground->problem;
    struct roster_problem *problem = &part->problem;
    for (int i = 0; i < whole->demands; i++) {
        struct roster_demand demand = whole->demand[i];
        if (demand.day < window->first || demand.day > window->last)
            continue;
        demand.day -= window->first;
        demand.need -= plan->heads[i];
        for (int p = 0; p < problem->people; p++)
            demand.need +=
                (int)(demand.shifts >> part->cells[(long)p * problem->days + demand.day] & 1);
        problem->demand[problem->demands++] = demand;
    }
}

void
part_make(struct part *part, const struct plan *plan, const struct part_window *window,
          struct arena *arena)
{
    const struct roster_problem *whole = plan->ground->problem;
    *part = (struct part){.first = window->first,
                          .person = arena_array(arena, (size_t)window->count, sizeof(int))};
    int demands = 0, tail = choose_people(part, plan, window), people = part->problem.people;
    for (int i = 0; i < whole->demands; i++)
        demands += whole->demand[i].day >= window->first && whole->demand[i].day <= window->last;
    roster_problem_make(&part->problem, window->last - window->first + 1 + tail, people,
                        whole->shifts, demands, arena);
    part->problem.first_weekday = (whole->first_weekday + window->first) % 7;
    part->problem.shift = whole->shift;
    part->cells = arena_alloc(arena, (size_t)people * (size_t)part->problem.days);
    for (int p = 0; p < people; p++) {
        const struct roster_person *rules = &whole->person[part->person[p]];
        part->problem.person[p] = *rules;
        set_start(&part->problem.person[p].start, whole, rules, line_of(plan, part->person[p]),
                  window->first);
        set_cells(part, p, plan, window);
        share_sums(part, p, plan, window->mends, arena);
    }
    set_demands(part, plan, window);
}
