/* The tables that the two passes of pricing share. */
#ifndef MEDI_PLANNER_PRICING_PRIVATE_H
#define MEDI_PLANNER_PRICING_PRIVATE_H

#include "planner/pricing.h"

struct label {
    double cost;
    double fine; /* of the limited shifts taken so far, within their limits */
    struct counts counts;
    int parent, next; /* the label of the day before; the next in the bucket */
    int bucket;
    uint8_t choice;
};

struct pricer {
    int days, shifts;
    double *rest; /* (days + 1) × states × row */
    long rest_room;
    uint8_t *reach; /* (days + 1) × states: whether a state can be met at all */
    struct label *labels;
    int label_count, label_room;
    int *heads;   /* two days of buckets: the first label, -1 for none */
    int *touched; /* two days: buckets that are not empty */
    long bucket_room;
    roster_cell *lines; /* PRICE_LINES × days */
    double *fines; /* people × ROSTER_LIMITS: what a shift of a limit costs beyond its price */
    double fine_of[ROSTER_SHIFTS + 1]; /* of a choice, by the fines of the person in question */
    double *fined;                     /* days × (shifts + 1): prices with fines */
};

/* Buckets of a day: state × units × weekends, with one more weekend that is never met, so that a step
 * beyond the limit lands on PRICE_NONE. */
static inline int
row_width(const struct worker *worker)
{
    return worker->weekends + 2;
}

static inline int
row_size(const struct worker *worker)
{
    return (worker->most + 1) * row_width(worker);
}

static inline double *
rest_of(const struct pricer *pricer, const struct worker *worker, int day, int state)
{
    return pricer->rest + ((long)day * worker->states + state) * row_size(worker);
}

/* Whether a shift on `day` is a weekend more. */
static inline int
weekend_step(const struct worker *worker, int day, int state)
{
    return roster_is_weekend(worker->problem, day) &&
           !(roster_is_sunday(worker->problem, day) && worker->works[state]);
}

/* The backward pass by these prices; returns rest[0]. */
double price_back(struct pricer *pricer, const struct worker *worker, const double *price,
                  const uint64_t *allowed);

/* Backward passes that find good fines for the limits: a bound on the cheapest line, and the table with
 * the fines in `pricer->fines`. When the bound's own line keeps its limits and costs as much, it is the
 * answer: true. */
bool price_fines(struct pricer *pricer, const struct worker *worker,
                 const struct price_question *question, struct price_answer *answer);

/* What the limits give back of the fines: fine times limit of each. */
double price_allowance(const struct pricer *pricer, const struct worker *worker);

static inline double *
fines_of(const struct pricer *pricer, const struct worker *worker)
{
    return pricer->fines + (long)worker->person * ROSTER_LIMITS;
}

/* The forward pass below `cutoff`: false if it ran out of labels. `width` labels a bucket at most. */
bool price_forth(struct pricer *pricer, const struct worker *worker,
                 const struct price_question *question, double cutoff, int width,
                 struct price_answer *answer);

#endif
