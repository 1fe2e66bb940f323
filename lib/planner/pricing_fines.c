#include "planner/pricing_private.h"

#include <string.h>

enum { STEPS = 16 };

struct ascent {
    struct pricer *pricer;
    const struct worker *worker;
    const struct price_question *question;
    int taken[ROSTER_LIMITS]; /* of each lane by the line of the last pass */
    double value;             /* that line's, without fines */
    double pace;
};

double
price_allowance(const struct pricer *pricer, const struct worker *worker)
{
    const double *fines = fines_of(pricer, worker);
    double sum = 0;
    for (int i = 0; i < worker->lanes; i++)
        sum += fines[i] * worker->lane[i]->most;
    return sum;
}

static void
spread_fines(struct pricer *pricer, const struct worker *worker)
{
    const double *fines = fines_of(pricer, worker);
    memset(pricer->fine_of, 0, sizeof pricer->fine_of);
    for (int i = 0; i < worker->lanes; i++)
        for (int s = 0; s < pricer->shifts; s++)
            if (worker->lane[i]->shifts >> s & 1)
                pricer->fine_of[s] += fines[i];
}

static double
pass_back(struct ascent *ascent)
{
    struct pricer *pricer = ascent->pricer;
    const double *price = ascent->question->price;
    int wide = pricer->shifts + 1;
    spread_fines(pricer, ascent->worker);
    for (int d = 0; d < pricer->days; d++)
        for (int choice = 0; choice < wide; choice++)
            pricer->fined[d * wide + choice] = price[d * wide + choice] + pricer->fine_of[choice];
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
    const int16_t *table = worker_table(worker, day);
    double here = rest_of(pricer, worker, day, *state)[*within];
    uint64_t left = ascent->question->allowed[day] & worker->may;
    for (; left; left &= left - 1) {
        int choice = __builtin_ctzll(left), next = worker_next(worker, table, *state, choice);
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
    const struct worker *worker = ascent->worker;
    int state = 0, within = 0;
    memset(ascent->taken, 0, sizeof ascent->taken);
    ascent->value = 0;
    for (int day = 0; day < pricer->days; day++) {
        int choice = step(ascent, day, &state, &within);
        if (choice < 0)
            return false;
        line[day] = (roster_cell)choice;
        ascent->value += ascent->question->price[(long)day * (pricer->shifts + 1) + choice];
        for (int i = 0; i < worker->lanes; i++)
            ascent->taken[i] += choice < pricer->shifts && worker->lane[i]->shifts >> choice & 1;
    }
    int width = row_width(worker);
    ascent->value += worker_end(worker, within / width, within % width);
    for (int i = 0; i < worker->lanes; i++)
        if (ascent->taken[i] > worker->lane[i]->most)
            ascent->value +=
                (double)(ascent->taken[i] - worker->lane[i]->most) * worker->lane[i]->fine;
    return true;
}

static bool
keeps_limits(const struct ascent *ascent)
{
    const struct worker *worker = ascent->worker;
    for (int i = 0; i < worker->lanes; i++)
        if (worker->lane[i]->fine == 0 && ascent->taken[i] > worker->lane[i]->most)
            return false;
    return true;
}

/* How far the line is above the limit, where the fine may move that way; else 0. */
static int
slope(const struct ascent *ascent, int lane)
{
    double fine = fines_of(ascent->pricer, ascent->worker)[lane];
    const struct roster_limit *limit = ascent->worker->lane[lane];
    int by = ascent->taken[lane] - limit->most;
    if (by < 0 ? fine <= 0 : limit->fine > 0 && fine >= limit->fine)
        return 0;
    return by;
}

/* Along the subgradient, the limits that were broken by how much, towards `target`. */
static void
climb(struct ascent *ascent, double bound, double target)
{
    const struct worker *worker = ascent->worker;
    double *fines = fines_of(ascent->pricer, worker), square = 0;
    for (int i = 0; i < worker->lanes; i++)
        square += (double)slope(ascent, i) * slope(ascent, i);
    for (int i = 0; i < worker->lanes && square > 0; i++) {
        int by = slope(ascent, i), most = worker->lane[i]->fine;
        double fine = price_round(fines[i] + ascent->pace * (target - bound) / square * by);
        fine = most > 0 && fine > most ? most : fine;
        fines[i] = fine > 0 ? fine : 0;
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
    double best[ROSTER_LIMITS], *fines = fines_of(pricer, worker), bound, target = question->cutoff;
    size_t size = (size_t)worker->lanes * sizeof *best;
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
        if (i == STEPS || worker->lanes == 0)
            break;
        climb(&ascent, bound, target > bound + 1e6 ? bound + 100 : target);
    }
    if (bound < answer->bound) {
        memcpy(fines, best, size);
        pass_back(&ascent);
    }
    return false;
}
