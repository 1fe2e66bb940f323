#include "forecast/roll.h"

#include <math.h>
#include <string.h>

enum { TRAIN_LEAST = 10, TEST_LEAST = 1 };

/* Where the cuts are: evenly from the earliest that has enough before it to the last that has `length` behind.
 * */
static void
place_origins(struct roll *roll, int n, int m, int horizon)
{
    bool seasons = m > 1 && m <= ETS_SEASON_MOST && n >= 3 * m;
    int least = seasons && 2 * m + 2 > TRAIN_LEAST ? 2 * m + 2 : TRAIN_LEAST;
    int earliest = n / 2 > least ? n / 2 : least;
    int room = n - earliest;
    roll->origins = 0;
    if (room < TEST_LEAST)
        return;
    roll->length = horizon < (room + 1) / 2 ? horizon : (room + 1) / 2;
    int last = n - roll->length, count = last - earliest + 1;
    roll->origins = count < ROLL_ORIGINS ? count : ROLL_ORIGINS;
    for (int i = 0; i < roll->origins; i++)
        roll->at[i] = last - (roll->origins > 1 ? i * (count - 1) / (roll->origins - 1) : 0);
}

/* What the methods that can, forecast at the i-th origin. */
static void
try_origin(struct roll *roll, int i, const struct task *whole, const enum forecast_method *methods,
           int count, const struct memory *memory, struct arena *scratch)
{
    struct task task;
    arena_reset(scratch);
    task_init(&task, whole->y, roll->at[i], whole->m, memory_is_seasonal(memory), scratch);
    for (int k = 0; k < count; k++) {
        struct memory from = *memory;
        double **means = &roll->means[methods[k]];
        if (*means &&
            !method_of(methods[k])->run(&task, &from, roll->length, *means + i * roll->length))
            *means = NULL;
    }
}

void
roll_run(struct roll *roll, const struct task *task, int horizon,
         const enum forecast_method *methods, int count, const struct memory *memory)
{
    struct arena scratch;
    memset(roll, 0, sizeof *roll);
    place_origins(roll, task->n, task->m, horizon);
    if (roll->origins == 0)
        return;
    size_t cells = (size_t)(roll->origins * roll->length), size = sizeof(double);
    roll->actual = arena_array(task->arena, cells, size);
    for (int k = 0; k < count; k++)
        roll->means[methods[k]] = arena_array(task->arena, cells, size);
    arena_init(&scratch);
    for (int i = 0; i < roll->origins; i++) {
        memcpy(roll->actual + i * roll->length, task->y + roll->at[i], (size_t)roll->length * size);
        try_origin(roll, i, task, methods, count, memory, &scratch);
    }
    arena_release(&scratch);
}

struct roll_error
roll_error(const struct roll *roll, const double *means)
{
    struct roll_error found = {0};
    for (int i = 0; i < roll->origins * roll->length; i++) {
        double error = roll->actual[i] - means[i];
        if (isnan(error))
            continue;
        found.mse += error * error, found.mae += fabs(error), found.count++;
    }
    if (found.count)
        found.mse /= found.count, found.mae /= found.count;
    return found;
}
