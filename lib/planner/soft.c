#include "planner/soft.h"

#include <math.h>
#include <string.h>

#include "planner/pricing_private.h"

void
soft_make(struct soft *soft, const struct ground *ground, struct arena *arena)
{
    const struct roster_problem *problem = ground->problem;
    size_t states = 0, cells = (size_t)problem->days * (size_t)(problem->shifts + 1);
    for (int p = 0; p < problem->people; p++)
        if ((size_t)ground->workers[p].states > states)
            states = (size_t)ground->workers[p].states;
    *soft = (struct soft){.ground = ground};
    soft->back = arena_array(arena, states * (size_t)(problem->days + 1), sizeof(double));
    soft->here[0] = arena_array(arena, states, sizeof(double));
    soft->here[1] = arena_array(arena, states, sizeof(double));
    soft->weight = arena_array(arena, cells, sizeof(double));
    soft->share = arena_array(arena, cells, sizeof(double));
}

/* ---- weights ---- */

/* A day's groups, with the weight of all their shifts; and of a weekend more. */
struct flow {
    int count, group[ROSTER_SHIFTS + 1], at[ROSTER_SHIFTS + 1]; /* at: of a group, which */
    double weight[ROSTER_SHIFTS + 1], taken[ROSTER_SHIFTS + 1];
    double weekend;
};

/* By price and tolls, relative to the cheapest of the day. */
static void
weigh_day(struct soft *soft, const struct worker *worker, const double *price, const double *extra,
          double heat, int day)
{
    int wide = worker->problem->shifts + 1;
    double *weight = soft->weight + (long)day * wide, least = PRICE_NONE;
    uint64_t allowed = *roster_allowed(worker->problem, worker->person, day) & worker->may;
    price += (long)day * wide;
    for (uint64_t left = allowed; left; left &= left - 1) {
        int choice = __builtin_ctzll(left);
        weight[choice] = price[choice] + extra[choice];
        least = weight[choice] < least ? weight[choice] : least;
    }
    for (uint64_t left = allowed; left; left &= left - 1) {
        int choice = __builtin_ctzll(left);
        weight[choice] = exp((least - weight[choice]) / heat);
    }
}

static void
weigh(struct soft *soft, const struct worker *worker, const double *price, const struct toll *toll,
      double heat)
{
    const struct roster_problem *problem = worker->problem;
    double extra[ROSTER_SHIFTS + 1] = {0};
    for (int s = 0; s < problem->shifts; s++) {
        extra[s] = toll->unit * worker->length[s];
        for (int i = 0; i < worker->lanes; i++)
            extra[s] += worker->lane[i]->shifts >> s & 1 ? toll->lane[i] : 0;
    }
    for (int day = 0; day < problem->days; day++)
        weigh_day(soft, worker, price, extra, heat, day);
}

static void
gather(const struct soft *soft, const struct worker *worker, int day, struct flow *flow)
{
    const double *weight = soft->weight + (long)day * (worker->problem->shifts + 1);
    uint64_t left = *roster_allowed(worker->problem, worker->person, day) & worker->may;
    flow->count = 0;
    for (; left; left &= left - 1) {
        int choice = __builtin_ctzll(left), at = 0;
        int group =
            choice < worker->problem->shifts ? worker->groups->of[choice] : worker->groups->count;
        while (at < flow->count && flow->group[at] != group)
            at++;
        if (at == flow->count) {
            flow->group[flow->count++] = group;
            flow->weight[at] = flow->taken[at] = 0;
        }
        flow->weight[at] += weight[choice];
        flow->at[choice] = at;
    }
}

/* Divides by the largest; false when all are nought. */
static bool
level(double *values, int count)
{
    double most = 0;
    for (int i = 0; i < count; i++)
        most = values[i] > most ? values[i] : most;
    for (int i = 0; i < count && most > 0; i++)
        values[i] /= most;
    return most > 0;
}

/* ---- back and forth ---- */

static bool
pass_back(struct soft *soft, const struct worker *worker, double weekend)
{
    int days = worker->problem->days, states = worker->states, wide = worker->groups->count + 1;
    struct flow flow;
    for (int state = 0; state < states; state++)
        soft->back[(long)days * states + state] = 1;
    for (int day = days - 1; day >= 0; day--) {
        double *here = soft->back + (long)day * states, *there = here + states;
        const int16_t *table = worker_table(worker, day);
        gather(soft, worker, day, &flow);
        for (int state = 0; state < states; state++, table += wide) {
            double extra = weekend_step(worker, day, state) ? weekend : 1;
            here[state] = 0;
            for (int i = 0; i < flow.count; i++)
                if (table[flow.group[i]] >= 0)
                    here[state] += flow.weight[i] * there[table[flow.group[i]]] *
                                   (flow.group[i] < wide - 1 ? extra : 1);
        }
        if (!level(here, states))
            return false;
    }
    return soft->back[0] > 0;
}

/* What flows through a day, and into the next. */
static bool
pass_day(struct soft *soft, const struct worker *worker, double weekend, int day, struct flow *flow)
{
    int states = worker->states, wide = worker->groups->count + 1;
    const double *from = soft->here[day & 1];
    double *to = soft->here[(day + 1) & 1], *rest = soft->back + (long)(day + 1) * states;
    const int16_t *table = worker_table(worker, day);
    memset(to, 0, (size_t)states * sizeof *to);
    flow->weekend = 0;
    for (int state = 0; state < states; state++, table += wide) {
        bool step = weekend_step(worker, day, state);
        for (int i = 0; i < flow->count && from[state] > 0; i++) {
            int next = table[flow->group[i]];
            if (next < 0)
                continue;
            bool more = step && flow->group[i] < wide - 1;
            double value = from[state] * flow->weight[i] * (more ? weekend : 1);
            to[next] += value;
            flow->taken[i] += value * rest[next];
            flow->weekend += more ? value * rest[next] : 0;
        }
    }
    return level(to, states);
}

/* A day's flows as shares. */
static bool
share_out(struct soft *soft, const struct worker *worker, int day, const struct flow *flow,
          struct soft_sums *sums)
{
    const struct roster_problem *problem = worker->problem;
    double *share = soft->share + (long)day * (problem->shifts + 1), all = 0;
    const double *weight = soft->weight + (long)day * (problem->shifts + 1);
    uint64_t left = *roster_allowed(problem, worker->person, day) & worker->may;
    for (int i = 0; i < flow->count; i++)
        all += flow->taken[i];
    memset(share, 0, (size_t)(problem->shifts + 1) * sizeof *share);
    for (; left && all > 0; left &= left - 1) {
        int choice = __builtin_ctzll(left), at = flow->at[choice];
        if (flow->taken[at] <= 0 || choice == problem->shifts)
            continue;
        share[choice] = flow->taken[at] / all * weight[choice] / flow->weight[at];
        sums->units += share[choice] * worker->length[choice];
        for (int i = 0; i < worker->lanes; i++)
            sums->lane[i] += worker->lane[i]->shifts >> choice & 1 ? share[choice] : 0;
    }
    sums->weekends += all > 0 ? flow->weekend / all : 0;
    return all > 0;
}

bool
soft_line(struct soft *soft, int person, const double *price, const struct toll *toll, double heat,
          struct soft_sums *sums)
{
    const struct worker *worker = &soft->ground->workers[person];
    double weekend = exp(-toll->weekend / heat);
    struct flow flow;
    *sums = (struct soft_sums){0};
    weigh(soft, worker, price, toll, heat);
    if (!isfinite(weekend) || !pass_back(soft, worker, weekend))
        return false;
    memset(soft->here[0], 0, (size_t)worker->states * sizeof(double));
    soft->here[0][0] = 1;
    for (int day = 0; day < worker->problem->days; day++) {
        gather(soft, worker, day, &flow);
        if (!pass_day(soft, worker, weekend, day, &flow) ||
            !share_out(soft, worker, day, &flow, sums))
            return false;
    }
    return true;
}

/* ---- credits ---- */

/* The average of n from `first` to `last`, each with the weight of cost(n) - toll n. */
struct average {
    double least, heat, weight, sum;
};

/* In one pass: what was weighed is brought down whenever something cheaper comes. */
static void
take_in(struct average *average, int n, double cost)
{
    if (cost < average->least) {
        double less = exp((cost - average->least) / average->heat);
        average->weight *= less;
        average->sum *= less;
        average->least = cost;
    }
    double weight = exp((average->least - cost) / average->heat);
    average->weight += weight;
    average->sum += weight * n;
}

void
soft_credit(const struct worker *worker, const struct toll *toll, double heat,
            struct soft_sums *sums)
{
    const struct roster_person *person = &worker->problem->person[worker->person];
    bool contract = person->under_minute > 0 || person->over_minute > 0;
    struct average units = {PRICE_NONE, heat, 0, 0}, weekends = units;
    for (int n = worker->least; n <= worker->most; n++) {
        int64_t cost = contract ? roster_contract_cost(person, (int64_t)n * worker->unit) : 0;
        take_in(&units, n, (double)cost - toll->unit * n);
    }
    for (int n = 0; n <= worker->weekends; n++)
        take_in(&weekends, n,
                (person->weekend_cost ? person->weekend_cost[n] : 0) - toll->weekend * n);
    sums->units = units.sum / units.weight;
    sums->weekends = weekends.sum / weekends.weight;
    for (int i = 0; i < worker->lanes; i++) {
        const struct roster_limit *limit = worker->lane[i];
        struct average lane = {PRICE_NONE, heat, 0, 0};
        int last = limit->fine > 0 ? worker->problem->days : limit->most;
        for (int n = 0; n <= last; n++)
            take_in(&lane, n,
                    (double)(n > limit->most ? n - limit->most : 0) * limit->fine -
                        toll->lane[i] * n);
        sums->lane[i] = lane.sum / lane.weight;
    }
}
