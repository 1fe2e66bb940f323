/*
 * problem: what the planning engine works on, and what a roster of it costs.
 *
 * People take at most one shift a day over some days. What a person must keep stands with the person; what
 * a cell (a person's day) may hold is a set of bits, so that leave, a licence that ends, a skill that is
 * missing, a locked or worked cell are all the same thing: fewer bits. The same shift in two stores, or
 * for two roles, is two shifts; what anyone of several shifts can serve is one demand that counts them
 * all.
 *
 * What is wished is money: a cell has a cost for each thing it may hold, and a demand one for each head
 * that is missing or too many. The objective is the sum of both, in whole numbers, and least is best.
 */
#ifndef MEDI_PLANNER_PROBLEM_H
#define MEDI_PLANNER_PROBLEM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

/* A cell holds a shift's number, or `shifts`, which is off: a choice. */
enum {
    ROSTER_SHIFTS = 62,  /* shifts at most: choices are bits of 64 */
    ROSTER_DAYS = 126,   /* days at most: eighteen weeks, and a count of days is seven bits */
    ROSTER_PEOPLE = 500, /* people at most */
    ROSTER_LIMITS = 16,  /* of a person, at most */
    ROSTER_WEIGHT = 1000000,
};

struct roster_shift {
    const char *code;
    int minutes;       /* at least 1 */
    uint64_t not_next; /* shifts that may not stand on the day after */
};

/* Of these shifts together at most `most`: never more where `fine` is 0, else each beyond costs so much. */
struct roster_limit {
    uint64_t shifts;
    int most, fine;
};

/* What was before day 0: `run` days worked in a row until the eve, the last one `shift` (-1: not known,
 * and forbids nothing), or `off` days off in a row; and in the week of day 0, which begins on Monday, so
 * many minutes before it. All 0: off, and for so long that a run which begins on day 0 is never too short.
 * Else runs and days off are judged with what was before: what was too short by then has to go on. What had
 * broken a rule by then counts as just keeping it, so that a line remains. A Sunday behind a worked
 * Saturday, the eve, is no weekend more. */
struct roster_start {
    int run, off, shift, week_minutes;
};

/* Behind the last day, who works goes on and who is off stays off. So a run that touches a border is never
 * too short (but see roster_start), and one that is too long lies within. */
struct roster_person {
    const char *code;
    int limits;
    struct roster_limit limit[ROSTER_LIMITS];
    int min_minutes, max_minutes;
    int min_run, max_run;
    int min_off;
    int max_weekends; /* with work on Saturday or Sunday */
    int week_minutes; /* at most from Monday to Sunday; 0: no limit */
    struct roster_start start;
    int wanted_minutes, under_minute, over_minute; /* what each minute below and above costs */
    const int *weekend_cost; /* what n weekends with work cost, 0 to max_weekends; NULL: nothing */
};

/* `need` heads wanted on `day`, all those counted who have one of `shifts`. */
struct roster_demand {
    int day, need;
    uint64_t shifts;
    int under, over; /* cost of each that is missing, and of each too many */
};

struct roster_problem {
    int days, people, shifts, demands;
    int first_weekday; /* of day 0; 0 is Monday */
    struct roster_shift *shift;
    struct roster_person *person;
    struct roster_demand *demand;
    uint64_t *allowed; /* people × days: choices of a cell */
    int *cost;         /* people × days × (shifts + 1): what a choice costs, not negative */
};

/* A roster is people × days choices. */
typedef uint8_t roster_cell;

static inline uint64_t *
roster_allowed(const struct roster_problem *problem, int person, int day)
{
    return &problem->allowed[(long)person * problem->days + day];
}

static inline int *
roster_cost(const struct roster_problem *problem, int person, int day)
{
    return &problem->cost[((long)person * problem->days + day) * (problem->shifts + 1)];
}

static inline bool
roster_is_weekend(const struct roster_problem *problem, int day)
{
    return (problem->first_weekday + day) % 7 >= 5;
}

static inline bool
roster_is_sunday(const struct roster_problem *problem, int day)
{
    return (problem->first_weekday + day) % 7 == 6;
}

static inline bool
roster_is_monday(const struct roster_problem *problem, int day)
{
    return (problem->first_weekday + day) % 7 == 0;
}

/* Weekends of which some day lies within. */
int roster_weekends(const struct roster_problem *problem);

/* An empty problem: everything allowed, nothing costs, no demands; room for `demands`. */
void roster_problem_make(struct roster_problem *problem, int days, int people, int shifts,
                         int demands, struct arena *arena);

/* Refuse what the engine cannot hold, with ERR_DATA: so many days, people, shifts; and all the rest. */
int roster_size_check(const struct roster_problem *problem, struct err *err);
int roster_problem_check(const struct roster_problem *problem, struct err *err);

/* What a person's line costs, without demands: its cells, and what its sums cost (shifts beyond limits,
 * minutes off the contract, weekends). */
int64_t roster_line_cost(const struct roster_problem *problem, int person, const roster_cell *line);
int64_t roster_sums_cost(const struct roster_problem *problem, int person, const roster_cell *line);

/* The contract's part of it. */
int64_t roster_contract_cost(const struct roster_person *person, int64_t minutes);

/* The objective. */
int64_t roster_objective(const struct roster_problem *problem, const roster_cell *roster);

int64_t roster_divisor(int64_t a, int64_t b); /* the greatest common one; of 0 and b it is b */

/* The largest number that divides all costs and weights, at least 1: objectives are multiples of it, and
 * so may a lower bound be rounded up to one. */
int64_t roster_grain(const struct roster_problem *problem);

#endif
