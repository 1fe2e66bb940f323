/*
 * perform: performance scores (绩效). The pack performance.yaml says for each role which figures
 * make the score, with weight, target and the value that earns nothing, and the ladder of bonuses.
 * Figures are those of kpi.h for the person and a month, so that each can be had again with
 * `medi-kpi show`.
 *
 * Shares are millionths: 1000000 is 100 %.
 */
#ifndef MEDI_KPI_PERFORM_H
#define MEDI_KPI_PERFORM_H

#include "base/arena.h"
#include "kpi/kpi.h"
#include "text/pack.h"

struct perform_input {
    const char *metric;
    int64_t weight, target, zero;
};

struct perform_step {
    int64_t from, bonus;
};

struct perform_role {
    const char *role, *zh, *says;
    struct perform_input *inputs;
    int input_count;
    struct perform_step *ladder; /* upwards, from 0 */
    int step_count;
};

struct performance {
    struct perform_role *roles;
    int count;
};

/* ERR_DATA with file and line for all that could not be reckoned: an unknown metric or one that
 * knows no staff, weights that do not add up, a target that is its zero, a ladder that does not
 * begin at 0 or does not rise. */
int perform_load(struct catalogue *catalogue, struct performance *performance, struct err *err);
int perform_read(struct catalogue *catalogue, const char *path, struct performance *performance,
                 struct err *err);

/* NULL: there is no score for that role. */
const struct perform_role *perform_role(const struct performance *performance, const char *role);

/* What a figure earns of its weight; half of a millionth counts as one. The denominator is above 0. */
int64_t perform_points(const struct perform_input *input, int64_t numerator, int64_t denominator);

struct perform_line {
    const struct perform_input *input;
    struct kpi_ratio ratio; /* denominator 0: no case, and no points */
    int64_t points;
};

struct perform_score {
    struct perform_line *lines; /* by input */
    bool any;                   /* false: not one input had a case; then there is no score */
    bool few;                   /* one of the inputs had few cases, or none */
    int64_t score, bonus;
};

/* `query` has the window, store and staff; its metric is set for each input. */
int perform_score(struct arena *arena, const struct perform_role *role,
                  const struct kpi_query *query, struct perform_score *score, struct err *err);

/* The bonus of the highest step that the score reaches. */
int64_t perform_bonus(const struct perform_role *role, int64_t score);

#endif
