#include "planner/pricing_private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define REST_MOST (32L * 1024 * 1024) /* doubles */

double
price_round(double value)
{
    return nearbyint(value / PRICE_GRID) * PRICE_GRID;
}

/* ---- tables ---- */

int
pricer_make(struct pricer **out, const struct worker *workers, int count, struct err *err)
{
    long rest = 0, buckets = 0, states = 0;
    const struct roster_problem *problem = workers->problem;
    for (int i = 0; i < count; i++) {
        long row = (long)workers[i].states * row_size(&workers[i]);
        buckets = row > buckets ? row : buckets;
        states = workers[i].states > states ? workers[i].states : states;
        rest = buckets * (problem->days + 1);
        if (rest > REST_MOST)
            return err_set(err, ERR_DATA,
                           _("%s: %d days with so many rules are too much for one plan; plan fewer "
                             "days"),
                           problem->person[workers[i].person].code, problem->days);
    }
    struct pricer *pricer = mem_alloc(sizeof *pricer);
    *pricer = (struct pricer){.days = problem->days, .shifts = problem->shifts, .rest_room = rest};
    pricer->rest = mem_alloc((size_t)rest * sizeof *pricer->rest);
    pricer->reach = mem_alloc((size_t)(states * (problem->days + 1)));
    pricer->bucket_room = buckets;
    pricer->heads = mem_alloc((size_t)buckets * 2 * sizeof *pricer->heads);
    pricer->touched = mem_alloc((size_t)buckets * 2 * sizeof *pricer->touched);
    pricer->lines = mem_alloc((size_t)(PRICE_LINES * problem->days));
    size_t fines = (size_t)problem->people * ROSTER_LIMITS * sizeof(double);
    pricer->fines = mem_alloc(fines);
    memset(pricer->fines, 0, fines);
    pricer->fined =
        mem_alloc((size_t)problem->days * (size_t)(problem->shifts + 1) * sizeof(double));
    memset(pricer->heads, 0xff, (size_t)buckets * 2 * sizeof *pricer->heads);
    *out = pricer;
    return 0;
}

void
pricer_free(struct pricer *pricer)
{
    if (!pricer)
        return;
    free(pricer->rest);
    free(pricer->reach);
    free(pricer->labels);
    free(pricer->heads);
    free(pricer->touched);
    free(pricer->lines);
    free(pricer->fines);
    free(pricer->fined);
    free(pricer);
}

/* ---- back ---- */

/* A day's choices, but for counts: of each group the cheapest shift, and off. */
struct day_choices {
    int count;
    int group[ROSTER_SHIFTS + 1], length[ROSTER_SHIFTS + 1];
    double price[ROSTER_SHIFTS + 1];
};

static void
list_choices(struct day_choices *choices, const struct worker *worker, const double *price,
             uint64_t allowed)
{
    const struct roster_problem *problem = worker->problem;
    allowed &= worker->may;
    choices->count = 0;
    for (int choice = 0; choice <= problem->shifts; choice++) {
        if (!(allowed >> choice & 1))
            continue;
        bool off = choice == problem->shifts;
        int group = off ? worker->groups->count : worker->groups->of[choice], at = 0;
        while (at < choices->count && choices->group[at] != group)
            at++;
        if (at < choices->count && choices->price[at] <= price[choice])
            continue;
        choices->count += at == choices->count;
        choices->group[at] = group;
        choices->length[at] = off ? 0 : worker->length[choice];
        choices->price[at] = price[choice];
    }
}

/* Which states can be met, so that no time goes into others. */
static void
find_reach(struct pricer *pricer, const struct worker *worker, const uint64_t *allowed)
{
    int states = worker->states, wide = worker->groups->count + 1;
    memset(pricer->reach, 0, (size_t)states * (size_t)(pricer->days + 1));
    pricer->reach[0] = 1;
    for (int day = 0; day < pricer->days; day++) {
        const uint8_t *now = pricer->reach + (long)day * states;
        uint8_t *then = pricer->reach + (long)(day + 1) * states;
        const int16_t *table = worker_table(worker, day);
        struct day_choices choices;
        list_choices(&choices, worker, pricer->fined, allowed[day]);
        for (int state = 0; state < states; state++)
            for (int i = 0; now[state] && i < choices.count; i++) {
                int next = table[state * wide + choices.group[i]];
                if (next >= 0)
                    then[next] = 1;
            }
    }
}

__attribute__((optimize("O3"))) static void
lower(double *restrict here, const double *restrict there, double price, int count)
{
    for (int i = 0; i < count; i++) {
        double value = there[i] + price;
        here[i] = value < here[i] ? value : here[i];
    }
}

/* The units that can have been worked before `day`. */
static int
units_by(const struct worker *worker, const struct day_choices *choices, int before)
{
    int longest = 0;
    for (int i = 0; i < choices->count; i++)
        longest = choices->length[i] > longest ? choices->length[i] : longest;
    return before + longest < worker->most ? before + longest : worker->most;
}

static void
fill_state(struct pricer *pricer, const struct worker *worker, const struct day_choices *choices,
           int day, int state, int units)
{
    int width = row_width(worker), size = (units + 1) * width;
    double *here = rest_of(pricer, worker, day, state);
    const int16_t *table = worker_table(worker, day) + state * (worker->groups->count + 1);
    for (int i = 0; i < size; i++)
        here[i] = PRICE_NONE;
    for (int i = 0; i < choices->count; i++) {
        int next = table[choices->group[i]];
        if (next < 0)
            continue;
        int length = choices->length[i];
        int fits = units < worker->most - length ? units : worker->most - length;
        bool works = choices->group[i] < worker->groups->count;
        int step = works ? weekend_step(worker, day, state) : 0;
        if (fits >= 0)
            lower(here, rest_of(pricer, worker, day + 1, next) + length * width + step,
                  choices->price[i], (fits + 1) * width - step);
    }
    for (int m = 0; m <= units; m++) /* the weekend that is never met */
        here[m * width + width - 1] = PRICE_NONE;
}

/* Behind the last day: what the sums cost, or, where too little was worked, that there is no such line. */
static void
fill_end(struct pricer *pricer, const struct worker *worker)
{
    int width = row_width(worker);
    double *first = rest_of(pricer, worker, pricer->days, 0);
    for (int m = 0; m <= worker->most; m++)
        for (int w = 0; w < width; w++)
            first[m * width + w] =
                m >= worker->least && w < width - 1 ? worker_end(worker, m, w) : PRICE_NONE;
    for (int state = 1; state < worker->states; state++)
        memcpy(rest_of(pricer, worker, pricer->days, state), first,
               (size_t)row_size(worker) * sizeof *first);
}

double
price_back(struct pricer *pricer, const struct worker *worker, const double *price,
           const uint64_t *allowed)
{
    int units[ROSTER_DAYS + 1], wide = pricer->shifts + 1;
    struct day_choices choices;
    find_reach(pricer, worker, allowed);
    units[0] = 0;
    for (int day = 0; day < pricer->days; day++) {
        list_choices(&choices, worker, price + (long)day * wide, allowed[day]);
        units[day + 1] = units_by(worker, &choices, units[day]);
    }
    fill_end(pricer, worker);
    for (int day = pricer->days - 1; day >= 0; day--) {
        list_choices(&choices, worker, price + (long)day * wide, allowed[day]);
        for (int state = 0; state < worker->states; state++)
            if (pricer->reach[(long)day * worker->states + state])
                fill_state(pricer, worker, &choices, day, state, units[day]);
    }
    return rest_of(pricer, worker, 0, 0)[0];
}

/* ---- both ---- */

enum { NARROW = 2 };

/* How far above the bound the first look goes. */
static double
first_step(const struct pricer *pricer, const struct price_question *question, double bound)
{
    double ahead = (question->cutoff - bound) / 16, most = PRICE_GRID;
    for (int i = 0; i < pricer->days * (pricer->shifts + 1); i++)
        most = fabs(question->price[i]) > most ? fabs(question->price[i]) : most;
    ahead = ahead < most / 8 ? ahead : most / 8;
    return ahead < PRICE_GRID ? PRICE_GRID : ahead;
}

void
price(struct pricer *pricer, const struct worker *worker, const struct price_question *asked,
      struct price_answer *answer)
{
    struct price_question within = *asked, *question = &within;
    within.cutoff = asked->cutoff < PRICE_NONE / 2 ? asked->cutoff : PRICE_NONE / 2;
    answer->count = 0;
    answer->exact = true;
    if (price_fines(pricer, worker, question, answer))
        return;
    double cutoff = question->cutoff;
    if (answer->bound >= cutoff || answer->bound >= PRICE_NONE / 2)
        return;
    double ahead = first_step(pricer, question, answer->bound);
    for (;;) {
        double reach = answer->bound + ahead < cutoff ? answer->bound + ahead : cutoff;
        if (!price_forth(pricer, worker, question, reach, INT32_MAX, answer))
            break;
        answer->bound = answer->count > 0 ? answer->value[0] : reach;
        if (answer->count > 0 || reach >= cutoff)
            return;
        ahead *= 4;
    }
    answer->exact = false;
    price_forth(pricer, worker, question, cutoff, NARROW, answer);
}
