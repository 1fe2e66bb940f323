/* Headline figures, courses, and tables of metrics. */
#include "report/private.h"
#include "report/words.h"

static struct kpi_ask
ask_of(const struct report *report)
{
    return (struct kpi_ask){.store_id = report->ask->store_id,
                            .from = report->ask->from,
                            .to = report->ask->to,
                            .days = -1,
                            .today = report->ask->today,
                            .now = report->ask->now};
}

/* ---- headline figures ---------------------------------------------------------------------------- */

static enum page_mood
mood_of(const struct metric *metric, int64_t before, int64_t after)
{
    if (metric->direction == DIRECTION_NONE || before == after)
        return PAGE_FLAT;
    return (after > before) == (metric->direction == DIRECTION_UP) ? PAGE_GOOD : PAGE_BAD;
}

static void
add_goal(struct report *report, const struct metric *metric, int64_t target, int64_t value,
         struct page_card *card)
{
    if (target == KPI_NO_TARGET || target == 0)
        return;
    card->reached = metric->direction == DIRECTION_DOWN && value > 0
                        ? (double)target / (double)value
                        : (double)value / (double)target;
    card->target = arena_printf(report->arena, _("goal %s: %.0f %%"),
                                words_value(report->arena, metric->unit, target, report->ask->zh),
                                100 * (double)value / (double)target);
}

static void
fill_card(struct report *report, const struct kpi_answer *answer, struct page_card *card)
{
    const struct metric *metric = answer->metrics[0];
    const struct kpi_row *row = answer->count ? &answer->rows[0] : NULL;
    int64_t value, before;
    bool zh = report->ask->zh;
    if (!row || !kpi_value(metric, &row->figures[0], &value))
        return;
    card->value = words_value(report->arena, metric->unit, value, zh);
    if (row->figures[0].few)
        card->note = arena_printf(report->arena, _("few cases: %lld"),
                                  (long long)row->figures[0].denominator);
    if (row->before && kpi_value(metric, &row->before[0], &before)) {
        card->change = words_change(report->arena, metric->unit, before, value, zh);
        card->mood = mood_of(metric, before, value);
    }
    add_goal(report, metric, row->targets[0], value, card);
}

static int
make_card(struct report *report, const char *name, struct page_card *card, struct err *err)
{
    struct kpi_ask ask = ask_of(report);
    struct kpi_answer answer;
    struct course course;
    ask.metrics[0] = name;
    ask.metric_count = 1;
    ask.compare = KPI_PREVIOUS;
    if (kpi_total(report->layer, &ask, &answer, err) < 0 ||
        kpi_targets(report->layer, &ask, &answer, err) < 0 ||
        report_course(report, name, &course, err) < 0)
        return -1;
    report_use(report, answer.metrics[0]);
    card->name = report_name(report, answer.metrics[0]);
    card->points = course.now;
    card->count = course.count;
    fill_card(report, &answer, card);
    return 0;
}

int
report_cards(struct report *report, const struct plan_part *plan, struct page_part *part,
             struct err *err)
{
    struct page_card *cards = arena_array(report->arena, (size_t)plan->metric_count, sizeof *cards);
    for (int i = 0; i < plan->metric_count; i++)
        if (make_card(report, plan->metrics[i], &cards[i], err) < 0)
            return -1;
    part->kind = PAGE_CARDS;
    part->cards = cards;
    part->count = plan->metric_count;
    return 0;
}

/* ---- courses -------------------------------------------------------------------------------------- */

struct axis {
    enum unit unit;
    bool zh;
};

static void
axis_words(const void *context, double value, char out[24])
{
    const struct axis *axis = context;
    words_axis(axis->unit, value, axis->zh, out);
}

static int
make_chart(struct report *report, const char *name, struct chart *chart, struct err *err)
{
    struct course course;
    if (report_course(report, name, &course, err) < 0)
        return -1;
    struct axis *axis = arena_alloc(report->arena, sizeof *axis);
    struct chart_series *series = arena_array(report->arena, 2, sizeof *series);
    *axis = (struct axis){course.metric->unit, report->ask->zh};
    series[0] = (struct chart_series){.name = _("these months"), .points = course.now};
    series[1] =
        (struct chart_series){.name = _("a year before"), .points = course.before, .faint = true};
    *chart = (struct chart){.title = report_name(report, course.metric),
                            .labels = course.labels,
                            .count = course.count,
                            .series = series,
                            .series_count = course.any_before ? 2 : 1,
                            .words = axis_words,
                            .context = axis};
    report_use(report, course.metric);
    return 0;
}

int
report_charts(struct report *report, const struct plan_part *plan, struct page_part *part,
              struct err *err)
{
    struct chart *charts = arena_array(report->arena, (size_t)plan->metric_count, sizeof *charts);
    for (int i = 0; i < plan->metric_count; i++)
        if (make_chart(report, plan->metrics[i], &charts[i], err) < 0)
            return -1;
    part->kind = PAGE_CHARTS;
    part->charts = charts;
    part->count = plan->metric_count;
    return 0;
}

/* ---- tables --------------------------------------------------------------------------------------- */

/* Rows by their first figure, the greatest first; what has none comes last. */
static const struct kpi_row **
order_rows(struct report *report, const struct kpi_answer *answer)
{
    const struct kpi_row **rows =
        arena_array(report->arena, (size_t)answer->count + 1, sizeof *rows);
    for (int i = 0; i < answer->count; i++) {
        int64_t value, other;
        bool known = kpi_value(answer->metrics[0], &answer->rows[i].figures[0], &value);
        int at = i;
        while (
            at > 0 && known &&
            (!kpi_value(answer->metrics[0], &rows[at - 1]->figures[0], &other) || other < value)) {
            rows[at] = rows[at - 1];
            at--;
        }
        rows[at] = &answer->rows[i];
    }
    return rows;
}

static void
fill_row(struct report *report, const struct kpi_answer *answer, const struct names *names,
         const struct kpi_row *row, struct page_cell *cells)
{
    cells[0].text =
        row->texts[0] ? report_called(report, names, row->keys[0], row->texts[0]) : _("unknown");
    for (int m = 0; m < answer->metric_count; m++) {
        int64_t value;
        if (!kpi_value(answer->metrics[m], &row->figures[m], &value))
            continue;
        const char *words = words_cell(report->arena, answer->metrics[m]->unit, value);
        cells[m + 1].text =
            row->figures[m].few ? arena_printf(report->arena, "%s *", words) : words;
        cells[m + 1].size = words_scale(answer->metrics[m]->unit, value);
    }
}

static void
fill_columns(struct report *report, const struct kpi_answer *answer, struct page_column *columns)
{
    const struct dimension *cut = answer->cuts[0];
    columns[0].name = report->ask->zh && cut->zh ? cut->zh : cut->name;
    for (int m = 0; m < answer->metric_count; m++) {
        columns[m + 1] = (struct page_column){
            .name = report_name(report, answer->metrics[m]), .number = true, .bar = m == 0};
        report_use(report, answer->metrics[m]);
    }
}

int
report_table(struct report *report, const struct plan_part *plan, struct page_part *part,
             struct err *err)
{
    struct kpi_ask ask = ask_of(report);
    struct kpi_answer answer;
    struct names names;
    ask.by = plan->what;
    ask.metric_count = plan->metric_count;
    for (int i = 0; i < plan->metric_count; i++)
        ask.metrics[i] = plan->metrics[i];
    if (kpi_ask(report->layer, &ask, &answer, err) < 0)
        return err_wrap(err, "%s:%d", plan->node->file, plan->node->line);
    if (report_names(report, plan->what, &names, err) < 0)
        return -1;
    int rows = answer.count < plan->top ? answer.count : (int)plan->top;
    int width = answer.metric_count + 1;
    struct page_column *columns = arena_array(report->arena, (size_t)width, sizeof *columns);
    struct page_cell *cells = arena_array(report->arena, (size_t)(rows * width) + 1, sizeof *cells);
    const struct kpi_row **ordered = order_rows(report, &answer);
    fill_columns(report, &answer, columns);
    for (int i = 0; i < rows; i++)
        fill_row(report, &answer, &names, ordered[i], &cells[i * width]);
    part->kind = PAGE_TABLE;
    part->columns = columns;
    part->column_count = width;
    part->cells = cells;
    part->count = rows;
    return 0;
}
