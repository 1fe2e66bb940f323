#include "bin/kpi/show_columns.h"

#include <string.h>

#include "base/str.h"
#include "base/wilson.h"

enum { WHOLE = 1000000 };

/* ---- columns ---------------------------------------------------------------------------------------- */

static void
add(struct show_columns *show, const char *name, const char *heading, enum out_type type)
{
    show->columns[show->count++] = (struct out_column){name, heading, type};
}

static const char *
named(struct show_columns *show, const char *name, const char *part)
{
    return arena_printf(show->arena, "%s_%s", name, part);
}

/* Chinese headings come from the packs; of what has a part of its own, both. */
static const char *
heading(struct show_columns *show, const char *zh, const char *part)
{
    if (!show->zh)
        return NULL;
    return part ? arena_printf(show->arena, "%s %s", zh, part) : zh;
}

static bool
is_money(const struct term *terms)
{
    const char *value = terms[0].measure->value;
    return value && str_ends(value, "_fen");
}

static enum out_type
value_type(const struct metric *metric)
{
    switch (metric->unit) {
    case UNIT_COUNT:
        return OUT_INT;
    case UNIT_FEN:
    case UNIT_FEN_PER:
        return OUT_FEN;
    case UNIT_RATIO:
    case UNIT_SHARE:
        return OUT_SHARE;
    default:
        return OUT_DECIMAL;
    }
}

static const char *
value_name(struct show_columns *show, const struct metric *metric, const char *part)
{
    const char *name = part ? named(show, metric->name, part) : metric->name;
    if (metric->unit == UNIT_PERMILLE)
        return named(show, name, "permille");
    return value_type(metric) == OUT_FEN && !str_ends(name, "_fen") ? named(show, name, "fen")
                                                                    : name;
}

static void
add_part(struct show_columns *show, const struct metric *metric, const char *part,
         const struct term *terms, const char *word)
{
    const char *name = named(show, metric->name, part);
    bool money = is_money(terms);
    add(show, money ? named(show, name, "fen") : name, heading(show, metric->zh, word),
        money ? OUT_FEN : OUT_INT);
}

static void
add_metric(struct show_columns *show, const struct metric *metric)
{
    bool alone = show->answer->metric_count == 1;
    bool ratio = metric->unit == UNIT_RATIO || metric->unit == UNIT_SHARE;
    add(show, ratio ? metric->name : value_name(show, metric, NULL),
        heading(show, metric->zh, metric->unit == UNIT_PERMILLE ? "‰" : NULL),
        ratio ? OUT_RATIO : value_type(metric));
    if (!ratio && metric->denominator_count) {
        add_part(show, metric, "numerator", metric->numerator, _("numerator"));
        add_part(show, metric, "denominator", metric->denominator, _("denominator"));
    }
    if (metric->unit == UNIT_RATIO) {
        add(show, named(show, metric->name, "low"), heading(show, metric->zh, _("low")), OUT_SHARE);
        add(show, named(show, metric->name, "high"), heading(show, metric->zh, _("high")),
            OUT_SHARE);
    }
    if (metric->denominator_count)
        add(show, alone ? "few" : named(show, metric->name, "few"), NULL, OUT_BOOL);
    for (int i = 0; i < metric->also_count; i++)
        add(show, alone ? metric->also[i].name : named(show, metric->name, metric->also[i].name),
            show->zh ? metric->also[i].measure->zh : NULL, OUT_INT);
    if (show->target) {
        add(show, value_name(show, metric, "target"), heading(show, metric->zh, _("goal")),
            value_type(metric));
        add(show, named(show, metric->name, "reached"), heading(show, metric->zh, _("reached")),
            OUT_SHARE);
    }
    if (!show->compare)
        return;
    add(show, value_name(show, metric, "before"), heading(show, metric->zh, _("before")),
        value_type(metric));
    add(show, named(show, metric->name, "change"), heading(show, metric->zh, _("change")),
        OUT_SHARE);
}

void
show_columns(struct show_columns *show)
{
    const struct kpi_answer *answer = show->answer;
    for (int i = 0; i < answer->cut_count; i++)
        add(show, answer->cuts[i]->name, heading(show, answer->cuts[i]->zh, NULL),
            answer->cuts[i]->take == TAKE_DAY ? OUT_DAY : OUT_TEXT);
    for (int m = 0; m < answer->metric_count; m++)
        add_metric(show, answer->metrics[m]);
    for (int m = 0; m < answer->metric_count && show->spark; m++)
        add(show, named(show, answer->metrics[m]->name, "trend"),
            heading(show, answer->metrics[m]->zh, _("trend")), OUT_TEXT);
    if (show->bars)
        add(show, "bar", "", OUT_TEXT);
    for (int r = 0; r < answer->count; r++) {
        int64_t value;
        if (kpi_value(answer->metrics[0], &answer->rows[r].figures[0], &value) &&
            value > show->greatest)
            show->greatest = value;
    }
}

/* ---- bars ------------------------------------------------------------------------------------------- */

static const char *const eighths[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

static const char *
bar(struct show_columns *show, const struct kpi_row *row)
{
    static const char *const parts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    enum { WIDTH = 20 };
    struct str text = STR_INIT;
    int64_t value;
    if (show->greatest > 0 && kpi_value(show->answer->metrics[0], &row->figures[0], &value) &&
        value > 0) {
        int64_t units = (int64_t)((double)value / (double)show->greatest * 8 * WIDTH);
        units = units > 8 * WIDTH ? 8 * WIDTH : units;
        for (int64_t i = 0; i < units / 8; i++)
            str_adds(&text, "█");
        str_adds(&text, parts[units % 8]);
    }
    const char *kept = arena_strdup(show->arena, text.text);
    str_release(&text);
    return kept;
}

/* Whether a row of the answer by periods is of this row: all other cuts are the same. */
static bool
of_row(const struct show_columns *show, const struct kpi_row *row, const struct kpi_row *part,
       int *period)
{
    const struct kpi_answer *sparks = show->sparks;
    int at = 0;
    for (int i = 0; i < sparks->cut_count; i++) {
        if (strcmp(sparks->cuts[i]->name, show->spark) == 0) {
            *period = i;
            continue;
        }
        if (row->keys && row->keys[at++] != part->keys[i])
            return false;
    }
    return row->keys != NULL || show->answer->cut_count == 0;
}

static const char *
trend(struct show_columns *show, const struct kpi_row *row, int metric)
{
    struct str text = STR_INIT;
    const struct kpi_answer *sparks = show->sparks;
    int64_t value, least = 0, most = 0, last = 0;
    int period = 0;
    for (int r = 0; r < sparks->count; r++)
        if (of_row(show, row, &sparks->rows[r], &period) &&
            kpi_value(sparks->metrics[metric], &sparks->rows[r].figures[metric], &value)) {
            most = value > most ? value : most;
            least = value < least ? value : least;
        }
    for (int r = 0; r < sparks->count; r++) {
        const struct kpi_row *part = &sparks->rows[r];
        if (!of_row(show, row, part, &period))
            continue;
        for (; text.length && last + 1 < part->keys[period]; last++)
            str_adds(&text, " "); /* a period without records */
        last = part->keys[period];
        bool any = kpi_value(sparks->metrics[metric], &part->figures[metric], &value);
        int64_t at =
            most > least ? (int64_t)((double)(value - least) / (double)(most - least) * 7.999) : 0;
        str_adds(&text, any ? eighths[at] : " ");
    }
    const char *kept = arena_strdup(show->arena, text.text);
    str_release(&text);
    return kept;
}

/* ---- rows ------------------------------------------------------------------------------------------- */

static int
add_interval(const struct kpi_figure *figure, struct db_value *values, int count)
{
    bool any = figure->denominator > 0 && figure->numerator >= 0 &&
               figure->numerator <= figure->denominator;
    struct interval interval = {0, 0};
    if (any)
        interval = wilson_95(figure->numerator, figure->denominator);
    values[count++] = any ? db_int(interval.low) : db_null();
    values[count++] = any ? db_int(interval.high) : db_null();
    return count;
}

static struct db_value
value_of(const struct metric *metric, const struct kpi_figure *figure)
{
    int64_t value;
    return figure && kpi_value(metric, figure, &value) ? db_int(value) : db_null();
}

/* The goal, and the part of it that is reached. */
static int
add_target(const struct metric *metric, const struct kpi_figure *figure, int64_t target,
           struct db_value *values, int count)
{
    int64_t value;
    bool any = target != KPI_NO_TARGET;
    values[count++] = any ? db_int(target) : db_null();
    values[count] = db_null();
    if (any && target > 0 && kpi_value(metric, figure, &value))
        values[count] =
            db_int((int64_t)((double)value / (double)target * WHOLE + (value < 0 ? -0.5 : 0.5)));
    return count + 1;
}

static int
add_before(const struct metric *metric, const struct kpi_figure *now,
           const struct kpi_figure *before, struct db_value *values, int count)
{
    struct kpi_figure none = {.denominator = metric->denominator_count == 0};
    int64_t new, old;
    before = before ? before : &none;
    values[count++] = value_of(metric, before);
    values[count] = db_null();
    if (kpi_value(metric, now, &new) && kpi_value(metric, before, &old)) {
        if (value_type(metric) == OUT_SHARE)
            values[count] = db_int(new - old);
        else if (old != 0)
            values[count] =
                db_int((int64_t)((double)(new - old) / (double)(old < 0 ? -old : old) * WHOLE +
                                 (new < old ? -0.5 : 0.5)));
    }
    return count + 1;
}

static int
add_figure(const struct show_columns *show, const struct kpi_row *row, int m,
           struct db_value *values, int count)
{
    const struct metric *metric = show->answer->metrics[m];
    const struct kpi_figure *figure = &row->figures[m];
    bool ratio = metric->unit == UNIT_RATIO || metric->unit == UNIT_SHARE;
    if (!ratio)
        values[count++] = value_of(metric, figure);
    if (metric->denominator_count) {
        values[count++] = db_int(figure->numerator);
        values[count++] = db_int(figure->denominator);
    }
    if (metric->unit == UNIT_RATIO)
        count = add_interval(figure, values, count);
    if (metric->denominator_count)
        values[count++] = db_int(figure->few);
    for (int i = 0; i < metric->also_count; i++)
        values[count++] = db_int(figure->also[i]);
    if (show->target)
        count = add_target(metric, figure, row->targets ? row->targets[m] : KPI_NO_TARGET, values,
                           count);
    return show->compare
               ? add_before(metric, figure, row->before ? &row->before[m] : NULL, values, count)
               : count;
}

int
show_row(struct show_columns *show, const struct kpi_row *row, struct out *out, struct err *err)
{
    const struct kpi_answer *answer = show->answer;
    struct db_value values[2 * SHOW_COLUMNS];
    int count = 0;
    for (int i = 0; i < answer->cut_count; i++)
        values[count++] = answer->cuts[i]->take == TAKE_DAY && row->keys ? db_int(row->keys[i])
                                                                         : db_text(row->texts[i]);
    for (int m = 0; m < answer->metric_count; m++)
        count = add_figure(show, row, m, values, count);
    for (int m = 0; m < answer->metric_count && show->spark; m++)
        values[count++] = db_text(trend(show, row, m));
    if (show->bars)
        values[count++] = db_text(bar(show, row));
    return out_row(out, values, err);
}
