/* Lines over time. */
#include <math.h>
#include <stdio.h>

#include "chart/chart.h"
#include "text/markup.h"

enum { LEFT = 46, RIGHT = 10, TOP = 12, BOTTOM = 24, LINES = 4, LETTER = 7 };

/* What a drawing is reckoned with. */
struct frame {
    const struct chart *chart;
    double low, high, step; /* of the axis */
};

double
chart_step(double range, int most)
{
    double raw = range / (most > 0 ? most : 1);
    if (!(raw > 0))
        return 1;
    double power = pow(10, floor(log10(raw)));
    double times = raw / power;
    return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
}

static double
x_of(const struct frame *frame, int at)
{
    int last = frame->chart->count - 1;
    double width = CHART_WIDTH - LEFT - RIGHT;
    return LEFT + (last > 0 ? width * at / last : width / 2);
}

static double
y_of(const struct frame *frame, double value)
{
    double height = CHART_HEIGHT - TOP - BOTTOM;
    return TOP + height * (frame->high - value) / (frame->high - frame->low);
}

static void
widen(double value, double *low, double *high)
{
    *low = value < *low ? value : *low;
    *high = value > *high ? value : *high;
}

/* The axis begins at nought, so that a small change looks small, and ends at a line of the grid. */
static void
find_range(struct frame *frame)
{
    const struct chart *chart = frame->chart;
    double low = INFINITY, high = -INFINITY;
    for (int s = 0; s < chart->series_count; s++)
        for (int i = 0; i < chart->count; i++) {
            const struct chart_point *point = &chart->series[s].points[i];
            if (point->known)
                widen(point->value, &low, &high);
            if (point->known && point->interval)
                widen(point->low, &low, &high), widen(point->high, &low, &high);
        }
    if (chart->goal)
        widen(*chart->goal, &low, &high);
    if (!(low <= high))
        low = 0, high = 1;
    low = low > 0 ? 0 : low;
    frame->step = chart_step(high > low ? high - low : fabs(high), LINES);
    frame->low = floor(low / frame->step) * frame->step;
    frame->high = ceil(high / frame->step) * frame->step;
    if (frame->high <= frame->low)
        frame->high = frame->low + frame->step;
}

static void
add_grid(struct str *page, const struct frame *frame)
{
    int lines = (int)lround((frame->high - frame->low) / frame->step);
    for (int i = 0; i <= lines; i++) {
        char words[24];
        double value = frame->low + i * frame->step, y = y_of(frame, value);
        frame->chart->words(frame->chart->context, value, words);
        str_addf(page, "<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y, CHART_WIDTH - RIGHT);
        str_addf(page, "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">", LEFT - 6, y + 4);
        markup_add(page, words);
        str_adds(page, "</text>");
    }
}

/* As many labels as have room, the last one among them. */
static void
add_labels(struct str *page, const struct frame *frame)
{
    int count = frame->chart->count, widest = 1;
    for (int i = 0; i < count; i++) {
        int length = (int)snprintf(NULL, 0, "%s", frame->chart->labels[i]);
        widest = length > widest ? length : widest;
    }
    int fit = (CHART_WIDTH - LEFT - RIGHT) / (widest * LETTER + LETTER);
    int every = fit > 0 ? (count + fit - 1) / fit : count;
    for (int i = count - 1; i >= 0; i -= every > 0 ? every : 1) {
        const char *anchor = i == count - 1 && count > 1 ? "end" : "middle";
        str_addf(page, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">",
                 x_of(frame, i) + (i == count - 1 && count > 1 ? RIGHT - 2 : 0), CHART_HEIGHT - 6,
                 anchor);
        markup_add(page, frame->chart->labels[i]);
        str_adds(page, "</text>");
    }
}

/* The area of the intervals, one for each stretch without a gap. */
static void
add_band(struct str *page, const struct frame *frame, const struct chart_series *series, int number)
{
    int count = frame->chart->count;
    for (int from = 0; from < count; from++) {
        int to = from;
        while (to < count && series->points[to].known && series->points[to].interval)
            to++;
        if (to - from < 2)
            continue;
        str_addf(page, "<path class=\"w%d\" d=\"M", number);
        for (int i = from; i < to; i++)
            str_addf(page, "%.1f %.1f ", x_of(frame, i),
                     y_of(frame, fmin(series->points[i].high, frame->high)));
        for (int i = to - 1; i >= from; i--)
            str_addf(page, "%.1f %.1f ", x_of(frame, i),
                     y_of(frame, fmax(series->points[i].low, frame->low)));
        str_adds(page, "Z\"/>");
        from = to;
    }
}

static void
add_line(struct str *page, const struct frame *frame, const struct chart_series *series, int number)
{
    bool open = false;
    str_addf(page, "<path class=\"line c%d%s\" d=\"", number, series->faint ? " faint" : "");
    for (int i = 0; i < frame->chart->count; i++) {
        const struct chart_point *point = &series->points[i];
        if (point->known)
            str_addf(page, "%s%.1f %.1f", open ? "L" : "M", x_of(frame, i),
                     y_of(frame, point->value));
        open = point->known;
    }
    str_adds(page, "\"/>");
}

/* Each figure can be pointed at. */
static void
add_dots(struct str *page, const struct frame *frame, const struct chart_series *series, int number)
{
    for (int i = 0; i < frame->chart->count; i++) {
        const struct chart_point *point = &series->points[i];
        if (!point->known)
            continue;
        str_addf(page, "<circle class=\"dot c%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\">", number,
                 x_of(frame, i), y_of(frame, point->value));
        if (point->says) {
            str_adds(page, "<title>");
            markup_add(page, point->says);
            str_adds(page, "</title>");
        }
        str_adds(page, "</circle>");
    }
}

void
chart_trend(struct str *page, const struct chart *chart)
{
    struct frame frame = {.chart = chart};
    find_range(&frame);
    str_addf(page, "<svg class=\"trend\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"",
             CHART_WIDTH, CHART_HEIGHT);
    markup_add(page, chart->title);
    str_adds(page, "\">");
    add_grid(page, &frame);
    add_labels(page, &frame);
    if (chart->goal)
        str_addf(page, "<path class=\"goal\" d=\"M%d %.1fH%d\"/>", LEFT, y_of(&frame, *chart->goal),
                 CHART_WIDTH - RIGHT);
    for (int i = chart->series_count - 1; i >= 0; i--) {
        add_band(page, &frame, &chart->series[i], i);
        add_line(page, &frame, &chart->series[i], i);
        if (!chart->series[i].faint)
            add_dots(page, &frame, &chart->series[i], i);
    }
    str_adds(page, "</svg>\n");
}
