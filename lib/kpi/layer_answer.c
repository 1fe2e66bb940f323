/* Rows in order, with their texts, beside those of another window. */
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "kpi/layer_private.h"

/* ---- texts ------------------------------------------------------------------------------------------ */

/* Without a fact (statements alone) keys are ids and periods all the same. */
static void
plain_lens(const struct dimension *cut, struct lens *lens)
{
    *lens = (struct lens){.dimension = cut, .take = cut->take, .kind = SHOWN_PERIOD, .since = -1};
    if (is_period(cut->take))
        return;
    lens->kind = SHOWN_ID;
    lens->of = cut->take == TAKE_STORE ? "store" : cut->take == TAKE_STAFF ? "staff" : "channel";
}

static int
add_texts(struct kpi_layer *layer, struct kpi_answer *answer, const struct lens *lenses,
          struct err *err)
{
    struct lens plain[CUTS];
    for (int i = 0; i < answer->cut_count && !lenses; i++)
        plain_lens(answer->cuts[i], &plain[i]);
    for (int r = 0; r < answer->count; r++) {
        const char **texts = arena_array(layer->arena, CUTS, sizeof *texts);
        for (int i = 0; i < answer->cut_count; i++)
            if (lens_text(&layer->shelf, lenses ? &lenses[i] : &plain[i], answer->rows[r].keys[i],
                          &texts[i], err) < 0)
                return -1;
        answer->rows[r].texts = texts;
    }
    return 0;
}

/* ---- order ------------------------------------------------------------------------------------------ */

/* Periods, ages and the like have an order of their own; codes and words that of their letters. */
static bool
by_number(const struct dimension *cut)
{
    return (cut->take >= TAKE_DAY && cut->take <= TAKE_WEEKDAY) || cut->take == TAKE_AGE;
}

static int
compare_rows(const void *a, const void *b, void *context)
{
    const struct kpi_answer *answer = context;
    const struct kpi_row *one = a, *other = b;
    for (int i = 0; i < answer->cut_count; i++) {
        const char *left = one->texts[i], *right = other->texts[i];
        int order;
        if (!left || !right)
            order = (left != NULL) - (right != NULL);
        else if (by_number(answer->cuts[i]))
            order = (one->keys[i] > other->keys[i]) - (one->keys[i] < other->keys[i]);
        else
            order = strcmp(left, right);
        if (order)
            return order;
    }
    return 0;
}

/* ---- the other window ------------------------------------------------------------------------------- */

static int64_t
months_between(int64_t from, int64_t to)
{
    return period_of(TAKE_MONTH, to) - period_of(TAKE_MONTH, from);
}

/* The same window a year ago, or the one of the same length before: in months where it has whole ones. */
static struct window
other_window(const struct kpi_ask *ask)
{
    bool months = ask->from == day_month_start(ask->from) && ask->to == day_month_start(ask->to);
    int64_t back = ask->compare == KPI_YEAR ? 12 : months_between(ask->from, ask->to);
    if (ask->compare == KPI_YEAR || months)
        return (struct window){day_add_months(ask->from, -(int)back),
                               day_add_months(ask->to, -(int)back)};
    return (struct window){ask->from - (ask->to - ask->from), ask->from};
}

/* A period of that window as the one that stands in its place. */
static int64_t
shifted(const struct kpi_ask *ask, const struct window *window, enum take take, int64_t period)
{
    if (take == TAKE_DAY && ask->compare == KPI_YEAR)
        return day_add_months(period, 12);
    if (take == TAKE_WEEK && ask->compare == KPI_YEAR)
        return period + 52;
    return period + period_of(take, ask->from) - period_of(take, window->from);
}

/* A row for what there was only before. */
static void
add_row(struct kpi_layer *layer, struct kpi_answer *answer, const int64_t *key)
{
    struct kpi_figure *figures = arena_array(layer->arena, KPI_METRICS, sizeof *figures);
    int64_t *keys = arena_array(layer->arena, CUTS, sizeof *keys);
    memcpy(keys, key, CUTS * sizeof *keys);
    for (int m = 0; m < answer->metric_count; m++)
        figures[m] = (struct kpi_figure){.denominator = answer->metrics[m]->denominator_count == 0,
                                         .few = answer->metrics[m]->denominator_count != 0};
    answer->rows[answer->count++] = (struct kpi_row){.keys = keys, .figures = figures};
}

/* Gives each row its figures of the other window. */
static void
join(struct kpi_layer *layer, const struct kpi_ask *ask, struct kpi_answer *answer,
     const struct kpi_answer *before, const struct window *window)
{
    struct groups groups; /* rows by key, from 1 */
    struct kpi_row *rows =
        arena_array(layer->arena, (size_t)(answer->count + before->count) + 1, sizeof *rows);
    memcpy(rows, answer->rows, (size_t)answer->count * sizeof *rows);
    answer->rows = rows;
    groups_init(&groups, answer->cut_count, 1);
    for (int r = 0; r < answer->count; r++)
        groups_sum(&groups, groups_find(&groups, rows[r].keys))[0] = r + 1;
    for (int r = 0; r < before->count; r++) {
        int64_t key[CUTS] = {0};
        for (int i = 0; i < answer->cut_count; i++) {
            enum take take = answer->cuts[i]->take;
            key[i] = before->rows[r].keys[i];
            if (is_period(take))
                key[i] = shifted(ask, window, take, key[i]);
        }
        int64_t *place = &groups_sum(&groups, groups_find(&groups, key))[0];
        if (!*place) {
            add_row(layer, answer, key);
            *place = answer->count;
        }
        rows[*place - 1].before = before->rows[r].figures;
    }
    groups_release(&groups);
}

static int
compare(struct kpi_layer *layer, const struct kpi_ask *ask, struct kpi_answer *answer,
        struct err *err)
{
    struct window window = other_window(ask);
    struct kpi_ask asked = *ask;
    struct kpi_answer before = *answer;
    const struct lens *lenses = NULL;
    asked.from = answer->before_from = window.from;
    asked.to = answer->before_to = window.to;
    before.count = 0;
    if (layer_run(layer, &asked, &before, &lenses, err) < 0)
        return -1;
    join(layer, ask, answer, &before, &window);
    return 0;
}

int
kpi_ask(struct kpi_layer *layer, const struct kpi_ask *ask, struct kpi_answer *answer,
        struct err *err)
{
    const struct lens *lenses = NULL;
    if (layer_read(layer, ask, answer, err) < 0 || layer_run(layer, ask, answer, &lenses, err) < 0)
        return -1;
    if (ask->compare != KPI_ALONE && compare(layer, ask, answer, err) < 0)
        return -1;
    if (add_texts(layer, answer, lenses, err) < 0)
        return -1;
    qsort_r(answer->rows, (size_t)answer->count, sizeof *answer->rows, compare_rows, answer);
    return 0;
}

int
kpi_total(struct kpi_layer *layer, const struct kpi_ask *ask, struct kpi_answer *answer,
          struct err *err)
{
    struct kpi_ask whole = *ask;
    whole.by = NULL;
    return kpi_ask(layer, &whole, answer, err);
}

/* ---- values ----------------------------------------------------------------------------------------- */

__extension__ typedef __int128 wide;

/* number × by ÷ of, rounded away from zero at half. */
static int64_t
scaled(int64_t number, int64_t by, int64_t of)
{
    wide twice = (wide)number * by * 2 + ((number < 0) == (of < 0) ? of : -of);
    return (int64_t)(twice / ((wide)of * 2));
}

bool
kpi_value(const struct metric *metric, const struct kpi_figure *figure, int64_t *value)
{
    enum { WHOLE = 1000000 };
    int64_t by = metric->unit == UNIT_PERMILLE  ? 1000 * (int64_t)WHOLE
                 : metric->unit == UNIT_FEN_PER ? 1
                                                : WHOLE;
    *value = figure->numerator;
    if (metric->unit == UNIT_COUNT || metric->unit == UNIT_FEN)
        return true;
    if (figure->denominator == 0)
        return false;
    *value = scaled(figure->numerator, by * metric->scale, figure->denominator);
    return true;
}
