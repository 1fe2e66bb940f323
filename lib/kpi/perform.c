#include "kpi/perform.h"

#include <string.h>

enum { WHOLE = 1000000, PERCENT = 10000 };

/* ---- points --------------------------------------------------------------------------------------- */

/* number × by ÷ of, rounded, for 0 <= number <= of and by <= WHOLE. */
static int64_t
part(int64_t number, int64_t by, int64_t of)
{
    while (number > INT64_MAX / WHOLE /
                        4) { /* more cases than any clinic has: the last digits do not matter */
        number /= 2;
        of /= 2;
    }
    return (2 * number * by + of) / (2 * of);
}

int64_t
perform_points(const struct perform_input *input, int64_t numerator, int64_t denominator)
{
    while (denominator > INT64_MAX / WHOLE / 4 || numerator > INT64_MAX / WHOLE / 4) {
        denominator /= 2;
        numerator /= 2;
    }
    int64_t above = numerator * WHOLE - input->zero * denominator;
    int64_t whole = (input->target - input->zero) * denominator;
    if (whole < 0) {
        above = -above;
        whole = -whole;
    }
    if (above <= 0)
        return 0;
    return above >= whole ? input->weight : part(above, input->weight, whole);
}

int64_t
perform_bonus(const struct perform_role *role, int64_t score)
{
    int64_t bonus = 0;
    for (int i = 0; i < role->step_count && role->ladder[i].from <= score; i++)
        bonus = role->ladder[i].bonus;
    return bonus;
}

int
perform_score(struct arena *arena, const struct perform_role *role, const struct kpi_query *query,
              struct perform_score *score, struct err *err)
{
    int64_t points = 0, weights = 0;
    *score = (struct perform_score){0};
    score->lines = arena_array(arena, (size_t)role->input_count, sizeof *score->lines);
    for (int i = 0; i < role->input_count; i++) {
        struct perform_line *line = &score->lines[i];
        struct kpi_query one = *query;
        line->input = &role->inputs[i];
        one.metric = line->input->metric;
        if (kpi_ratio(&one, &line->ratio, err) < 0)
            return -1;
        score->few |= line->ratio.few;
        if (line->ratio.denominator <= 0)
            continue;
        line->points = perform_points(line->input, line->ratio.numerator, line->ratio.denominator);
        points += line->points;
        weights += line->input->weight;
    }
    score->any = weights > 0;
    if (score->any) {
        score->score = part(points, WHOLE, weights);
        score->bonus = perform_bonus(role, score->score);
    }
    return 0;
}

const struct perform_role *
perform_role(const struct performance *performance, const char *role)
{
    for (int i = 0; i < performance->count; i++)
        if (strcmp(performance->roles[i].role, role) == 0)
            return &performance->roles[i];
    return NULL;
}
