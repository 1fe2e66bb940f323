#include "planner/pricing_private.h"

#include <string.h>

enum { STEPS = 16 };

struct ascent {
    struct pricer *pricer;
    const struct worker *worker;
    const struct price_question *question;
    int taken[ROSTER_SHIFTS]; /* by the line of the last pass */
    double value;             /* that line's, without fines */
    double pace;
};

static bool
is_limited(const struct worker *worker, int shift)
{
    for (int i = 0; i < COUNT_WORDS; i++)
        if (worker->one[shift].word[i])
            return true;
    return false;
}

double
price_allowance(const struct pricer *pricer, const struct worker *worker)
{
    const double *fines = fines_of(pricer, worker);
    const struct roster_person *rules = &worker->problem->person[worker->person];
    double sum = 0;
    for (int s = 0; s < pricer->shifts && worker->counted; s++)
        sum += fines[s] * rules->most[s];
    return sum;
}

static double
pass_back(struct ascent *ascent)
{
    struct pricer *pricer = ascent->pricer;
    const double *fines = fines_of(pricer, ascent->worker), *price = ascent->question->price;
    int wide = pricer->shifts + 1;
    for (int d = 0; d < pricer->days; d++)
        for (int choice = 0; choice < wide; choice++)
            pricer->fined[d * wide + choice] =
                price[d * wide + choice] + (choice < pricer->shifts ? fines[choice] : 0);
    return price_back(pricer, ascent->worker, pricer->fined, ascent->question->allowed) -
           price_allowance(pricer, ascent->worker);
}

/* The next choice of the line that the table stands for. */
static int
step(const struct ascent *ascent, int day, int *state, int *within)
{
    const struct pricer *pricer = ascent->pricer;
    const struct worker *worker = ascent->worker;
    int width = row_width(worker);
    const double *price = pricer->fined + (long)day * (pricer->shifts + 1);
    double here = rest_of(pricer, worker, day, *state)[*within];
    uint64_t left = ascent->question->allowed[day] & ~worker->never;
    for (; left; left &= left - 1) {
        int choice = __builtin_ctzll(left), next = worker_next(worker, *state, choice);
        int length = choice < pricer->shifts ? worker->length[choice] : 0;
        if (next < 0 || *within / width + length > worker->most)
            continue;
        int to = *within + length * width;
        to += choice < pricer->shifts ? weekend_step(worker, day, *state) : 0;
        if (price[choice] + rest_of(pricer, worker, day + 1, next)[to] == here) {
            *state = next;
            *within = to;
            return choice;
        }
    }
    return -1; /* cannot be: sums on the grid are exact */
}

static bool
follow(struct ascent *ascent, roster_cell *line)
{
    const struct pricer *pricer = ascent->pricer;
    int state = 0, within = 0;
    memset(ascent->taken, 0, sizeof ascent->taken);
    ascent->value = 0;
    for (int day = 0; day < pricer->days; day++) {
        int choice = step(ascent, day, &state, &within);
        if (choice < 0)
            return false;
        line[day] = (roster_cell)choice;
        ascent->value += ascent->question->price[(long)day * (pricer->shifts + 1) + choice];
        if (choice < pricer->shifts)
            ascent->taken[choice]++;
    }
    return true;
}

static bool
keeps_limits(const struct ascent *ascent)
{
    const struct roster_person *rules = &ascent->worker->problem->person[ascent->worker->person];
    for (int s = 0; s < ascent->pricer->shifts; s++)
        if (is_limited(ascent->worker, s) && ascent->taken[s] > rules->most[s])
            return false;
    return true;
}

/* Along the subgradient, the limits that were broken by how much, towards `target`. */
static void
climb(struct ascent *ascent, double bound, double target)
{
    const struct worker *worker = ascent->worker;
    const struct roster_person *rules = &worker->problem->person[worker->person];
    double *fines = fines_of(ascent->pricer, worker), square = 0;
    for (int s = 0; s < ascent->pricer->shifts; s++) {
        int by = ascent->taken[s] - rules->most[s];
        if (is_limited(worker, s) && (by > 0 || fines[s] > 0))
            square += (double)by * by;
    }
    if (square <= 0)
        return;
    for (int s = 0; s < ascent->pricer->shifts; s++) {
        int by = ascent->taken[s] - rules->most[s];
        double fine = fines[s] + ascent->pace * (target - bound) / square * by;
        if (is_limited(worker, s) && (by > 0 || fines[s] > 0))
            fines[s] = fine > 0 ? price_round(fine) : 0;
    }
}

/* The bound's own line, where it is the cheapest that keeps the limits. */
static bool
settle(struct ascent *ascent, double bound, struct price_answer *answer)
{
    roster_cell *line = ascent->pricer->lines;
    if (!follow(ascent, line) || !keeps_limits(ascent) || ascent->value > bound)
        return false;
    answer->bound = bound;
    answer->count = 1;
    answer->line[0] = line;
    answer->value[0] = ascent->value;
    return true;
}

bool
price_fines(struct pricer *pricer, const struct worker *worker,
            const struct price_question *question, struct price_answer *answer)
{
    struct ascent ascent = {pricer, worker, question, {0}, 0, 1};
    double best[ROSTER_SHIFTS], *fines = fines_of(pricer, worker), bound, target = question->cutoff;
    size_t size = (size_t)pricer->shifts * sizeof *best;
    answer->bound = -PRICE_NONE;
    for (int i = 0;; i++) {
        bound = pass_back(&ascent);
        if (bound >= PRICE_NONE / 2 || bound >= question->cutoff) {
            answer->bound = bound;
            return false;
        }
        if (settle(&ascent, bound, answer))
            return true;
        if (bound > answer->bound) {
            answer->bound = bound;
            memcpy(best, fines, size);
        } else {
            ascent.pace /= 2;
        }
        if (keeps_limits(&ascent) && ascent.value < target)
            target = ascent.value;
        if (i == STEPS || !worker->counted)
            break;
        climb(&ascent, bound, target > bound + 1e6 ? bound + 100 : target);
    }
    if (bound < answer->bound) {
        memcpy(fines, best, size);
        pass_back(&ascent);
    }
    return false;
}
