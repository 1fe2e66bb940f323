/*
 * Intermittent demand: many periods without any.
 *
 * Croston, "Forecasting and stock control for intermittent demands", Operational Research Quarterly 23 (1972):
 * the size z of demands and the interval p between them are smoothed apart, the mean is z / p. SBA: that times
 * 1 − α/2, since it is too high by so much (Syntetos and Boylan, "The accuracy of intermittent demand
 * estimates", International Journal of Forecasting 21 (2005)).
 *
 * TSB (Teunter, Syntetos and Babai, "Intermittent demand: Linking forecasting to inventory obsolescence",
 * European Journal of Operational Research 214 (2011)): instead of the interval the chance of demand is
 * smoothed, in every period, so that an item which nobody asks for any more fades.
 *
 * ADIDA (Nikolopoulos, Syntetos, Boylan, Petropoulos and Assimakopoulos, "An aggregate–disaggregate
 * intermittent demand approach", Journal of the Operational Research Society 62 (2011)): periods are added up
 * to blocks as long as the mean interval, which have few noughts; the blocks are smoothed, and their mean is
 * spread evenly.
 */
#include <math.h>

#include "forecast/methods.h"
#include "forecast/simplex.h"

enum { EVALUATIONS = 120, BLOCK_MOST = 12 };
#define TOLERANCE 1e-6
#define SMOOTH_LEAST 0.02
#define SMOOTH_MOST 0.2 /* the range that Syntetos and Boylan advise */

static void
fill(double *mean, int horizon, double value)
{
    for (int h = 0; h < horizon; h++)
        mean[h] = value;
}

/* Mean size of demands and mean chance of one in a period. */
static bool
means(const double *y, int n, double *size, double *chance)
{
    int periods = 0, demands = 0;
    double sum = 0;
    for (int t = 0; t < n; t++) {
        periods += !isnan(y[t]);
        if (y[t] > 0)
            sum += y[t], demands++;
    }
    *size = demands ? sum / demands : 0;
    *chance = periods ? (double)demands / periods : 0;
    return periods > 0;
}

/* ---- Croston ---- */

struct croston {
    const struct task *task;
    double mean; /* found */
};

static double
croston_walk(struct croston *croston, double alpha)
{
    const struct task *task = croston->task;
    double size, chance, squares = 0, since = 1;
    int count = 0;
    means(task->y, task->n, &size, &chance);
    double interval = chance > 0 ? 1 / chance : 1;
    for (int t = 0; t < task->n; t++) {
        if (isnan(task->y[t]))
            continue;
        double error = task->y[t] - size / interval;
        squares += error * error, count++;
        if (task->y[t] > 0) {
            size += alpha * (task->y[t] - size);
            interval += alpha * (since - interval);
            since = 0;
        }
        since++;
    }
    croston->mean = size / interval;
    return count ? squares / count : 0;
}

static double
croston_badness(void *context, const double *at)
{
    return croston_walk(context, at[0]);
}

static bool
croston_fit(const struct task *task, struct memory *memory, double *mean)
{
    struct croston croston = {.task = task};
    struct simplex simplex = {croston_badness, &croston, 1,           {SMOOTH_LEAST},
                              {SMOOTH_MOST},   {0.1},    EVALUATIONS, TOLERANCE};
    double at[SIMPLEX_MOST] = {memory->croston > 0 ? memory->croston : 0.1}, size, chance;
    if (!means(task->y, task->n, &size, &chance))
        return false;
    simplex_find(&simplex, at);
    memory->croston = at[0];
    croston_walk(&croston, at[0]);
    *mean = croston.mean;
    return true;
}

bool
method_croston(const struct task *task, struct memory *memory, int horizon, double *mean)
{
    double level;
    if (!croston_fit(task, memory, &level))
        return false;
    fill(mean, horizon, level);
    return true;
}

bool
method_sba(const struct task *task, struct memory *memory, int horizon, double *mean)
{
    double level;
    if (!croston_fit(task, memory, &level))
        return false;
    fill(mean, horizon, level * (1 - memory->croston / 2));
    return true;
}

/* ---- TSB ---- */

static double
tsb_walk(struct croston *tsb, double of_size, double of_chance)
{
    const struct task *task = tsb->task;
    double size, chance, squares = 0;
    int count = 0;
    means(task->y, task->n, &size, &chance);
    for (int t = 0; t < task->n; t++) {
        if (isnan(task->y[t]))
            continue;
        double error = task->y[t] - size * chance;
        squares += error * error, count++;
        if (task->y[t] > 0)
            size += of_size * (task->y[t] - size);
        chance += of_chance * ((task->y[t] > 0) - chance);
    }
    tsb->mean = size * chance;
    return count ? squares / count : 0;
}

static double
tsb_badness(void *context, const double *at)
{
    return tsb_walk(context, at[0], at[1]);
}

bool
method_tsb(const struct task *task, struct memory *memory, int horizon, double *mean)
{
    struct croston tsb = {.task = task};
    struct simplex simplex = {.function = tsb_badness,
                              .context = &tsb,
                              .count = 2,
                              .low = {SMOOTH_LEAST, SMOOTH_LEAST},
                              .high = {SMOOTH_MOST, SMOOTH_MOST},
                              .step = {0.1, 0.1},
                              .evaluations = EVALUATIONS,
                              .tolerance = TOLERANCE};
    bool warm = memory->smooth[0] > 0;
    double at[SIMPLEX_MOST] = {warm ? memory->smooth[0] : 0.1, warm ? memory->smooth[1] : 0.1};
    double size, chance;
    if (!means(task->y, task->n, &size, &chance))
        return false;
    simplex_find(&simplex, at);
    memory->smooth[0] = at[0], memory->smooth[1] = at[1];
    tsb_walk(&tsb, at[0], at[1]);
    fill(mean, horizon, tsb.mean);
    return true;
}

/* ---- ADIDA ---- */

/* Blocks that end with the last period, oldest first; where periods are missing, as if they were as the others
 * of the block; a block without any is missing. */
static int
add_up(const struct task *task, int block, double *blocks)
{
    int count = task->n / block, first = task->n - count * block;
    for (int b = 0; b < count; b++) {
        double sum = 0;
        int known = 0;
        for (int t = first + b * block; t < first + (b + 1) * block; t++)
            if (!isnan(task->y[t]))
                sum += task->y[t], known++;
        blocks[b] = known ? sum * block / known : NAN;
    }
    return count;
}

bool
method_adida(const struct task *task, struct memory *memory, int horizon, double *mean)
{
    double size, chance;
    struct ets ets = {0};
    (void)memory;
    if (!means(task->y, task->n, &size, &chance))
        return false;
    int block = chance > 0 ? (int)lround(fmin(1 / chance, BLOCK_MOST)) : 1;
    while (block > 1 && task->n / block < 4)
        block--;
    double *blocks = arena_array(task->arena, (size_t)task->n + 1, sizeof *blocks);
    int count = add_up(task, block, blocks);
    struct ets_data data = {.y = blocks, .n = count, .m = 1, .arena = task->arena};
    if (count < 2 || !ets_fit(&data, (struct ets_form){false, ETS_LEVEL, ETS_FLAT}, &ets))
        return false;
    fill(mean, horizon, ets.state.level / block);
    return true;
}
