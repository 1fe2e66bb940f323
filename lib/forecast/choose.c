#include "forecast/choose.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define INTERMITTENT_FROM 1.32
/* The power of inverse mean squared errors grows with the origins, from 0 to TRUST; at so many it is half that.
 * */
#define TRUST 2.0
#define TRUST_HALF 8.0
#define PRIOR_OTHER (1.0 / 3) /* what a candidate counts that is not of the equal ones */
#define ERROR_LEAST 1e-6      /* of series of the mean size 1 */
enum { SEEN_FEW = 8, SEEN_SHORT = 24 };

/* ---- the kind of demand ---- */

struct demand
demand_of(const double *y, int n)
{
    struct demand demand = {.whole = true, .constant = true, .adi = NAN, .cv2 = NAN};
    double first = NAN, mean = 0, squares = 0;
    for (int t = 0; t < n; t++) {
        if (isnan(y[t]))
            continue;
        first = demand.seen++ ? first : y[t];
        demand.negative |= y[t] < 0;
        demand.whole &= y[t] == floor(y[t]);
        demand.constant &= y[t] == first;
        if (y[t] == 0)
            continue;
        double delta = y[t] - mean;
        mean += delta / ++demand.demands;
        squares += delta * (y[t] - mean);
    }
    if (demand.demands) {
        demand.adi = (double)demand.seen / demand.demands;
        demand.cv2 = mean != 0 ? squares / demand.demands / mean / mean : NAN;
    }
    return demand;
}

bool
demand_is_intermittent(const struct demand *demand)
{
    return !demand->negative && demand->demands > 0 && demand->adi >= INTERMITTENT_FROM;
}

/* ---- candidates: the first `equal` of them are the combination where nothing can be compared ---- */

struct candidates {
    enum forecast_method methods[8];
    int count, equal;
};
static const struct candidates REGULAR = {{FORECAST_THETA, FORECAST_ETS, FORECAST_CES,
                                           FORECAST_DAMPED, FORECAST_SES, FORECAST_SNAIVE,
                                           FORECAST_MEAN},
                                          7,
                                          3};
static const struct candidates INTERMITTENT = {
    {FORECAST_TSB, FORECAST_SBA, FORECAST_MEAN, FORECAST_ADIDA}, 4, 3};
/* Two years of months at most: what moves is hardly told from noise, so that the steady ones come first. */
static const struct candidates SHORT = {
    {FORECAST_TSB, FORECAST_SBA, FORECAST_MEAN, FORECAST_SES, FORECAST_THETA}, 5, 3};
/* The same with values below 0, of which the former know nothing; and where nearly nothing is known. */
static const struct candidates FEW = {{FORECAST_SES, FORECAST_MEAN, FORECAST_THETA}, 3, 2};

static const struct candidates *
candidates_of(const struct demand *demand)
{
    if (demand_is_intermittent(demand))
        return &INTERMITTENT;
    if (demand->seen >= SEEN_SHORT)
        return &REGULAR;
    return demand->seen < SEEN_FEW || demand->negative ? &FEW : &SHORT;
}

/* ---- weights ---- */

/* By the errors at the origins; those that were not tried there count by their prior alone, if they are of the
 * equal ones. */
static double
weight_of(const struct choice *choice, const struct candidates *candidates, int i, bool *judged)
{
    double weight = i < candidates->equal ? 1 : PRIOR_OTHER;
    const double *tried = choice->roll.means[candidates->methods[i]];
    struct roll_error error = {0};
    if (tried)
        error = roll_error(&choice->roll, tried);
    if (error.count == 0)
        return i < candidates->equal ? weight : 0;
    *judged = true;
    double origins = choice->roll.origins;
    return weight * pow(error.mse + ERROR_LEAST, -TRUST * origins / (origins + TRUST_HALF));
}

/* Whether errors had a part in it. */
static bool
weigh(struct choice *choice, const struct candidates *candidates, double *const *means, bool alike)
{
    bool judged = false;
    double sum = 0;
    for (int i = 0; i < candidates->count; i++) {
        enum forecast_method method = candidates->methods[i];
        double weight = alike ? i < candidates->equal : weight_of(choice, candidates, i, &judged);
        choice->weights[method] = means[method] ? weight : 0;
        sum += choice->weights[method];
    }
    for (int i = 0; i < candidates->count && sum > 0; i++)
        choice->weights[candidates->methods[i]] /= sum;
    return judged;
}

static void
add_weighed(const struct choice *choice, double *const *means, int count, double *total)
{
    for (int k = 0; k < FORECAST_METHODS; k++)
        for (int i = 0; i < count && choice->weights[k] > 0 && means[k]; i++)
            total[i] += choice->weights[k] * means[k][i];
}

/* The method if one has it all. */
static enum forecast_method
only_method(const struct choice *choice)
{
    for (int k = 0; k < FORECAST_METHODS; k++)
        if (choice->weights[k] > 0.999)
            return (enum forecast_method)k;
    return FORECAST_COMBINATION;
}

/* ---- the whole ---- */

static bool
run_candidates(const struct task *task, const struct candidates *candidates, int horizon,
               struct memory *memory, double **means)
{
    bool any = false;
    for (int i = 0; i < candidates->count; i++) {
        enum forecast_method method = candidates->methods[i];
        double *mean = arena_array(task->arena, (size_t)horizon, sizeof(double));
        bool can = method_of(method)->run(task, memory, horizon, mean);
        for (int h = 0; h < horizon; h++)
            can &= isfinite(mean[h]) != 0;
        means[method] = can ? mean : NULL;
        any |= can;
    }
    return any;
}

static void
mix(const struct task *task, int horizon, struct choice *choice, double *const *means)
{
    int cells = choice->roll.origins * choice->roll.length;
    choice->mean = arena_array(task->arena, (size_t)horizon, sizeof(double));
    add_weighed(choice, means, horizon, choice->mean);
    choice->method = only_method(choice);
    if (cells == 0)
        return;
    choice->tried = arena_array(task->arena, (size_t)cells, sizeof(double));
    for (int k = 0; k < FORECAST_METHODS; k++)
        if (choice->weights[k] > 0 && !choice->roll.means[k])
            choice->tried = NULL;
    if (choice->tried)
        add_weighed(choice, choice->roll.means, cells, choice->tried);
}

/* Why, once it was weighed. */
static enum forecast_reason
reason_of(const struct candidates *candidates, enum forecast_method asked, bool judged)
{
    if (asked != FORECAST_AUTO)
        return FORECAST_ASKED;
    if (!judged)
        return FORECAST_FEW;
    return candidates == &INTERMITTENT ? FORECAST_INTERMITTENT : FORECAST_CROSS;
}

void
choose(const struct task *task, const struct demand *demand, enum forecast_method asked,
       int horizon, struct memory *memory, struct choice *choice)
{
    const struct candidates one = {{asked}, 1, 1};
    const struct candidates *candidates = method_of(asked)->run ? &one : candidates_of(demand);
    double *means[FORECAST_METHODS] = {NULL};
    memset(choice, 0, sizeof *choice);
    bool can = run_candidates(task, candidates, horizon, memory, means);
    if (!can) {
        candidates = &FEW;
        can = run_candidates(task, candidates, horizon, memory, means);
    }
    roll_run(&choice->roll, task, horizon, candidates->methods, candidates->count, memory);
    bool judged = weigh(choice, candidates, means, asked == FORECAST_COMBINATION);
    choice->reason = candidates == &FEW && method_of(asked)->run
                         ? FORECAST_FELL_BACK
                         : reason_of(candidates, asked, judged);
    mix(task, horizon, choice, means);
}
