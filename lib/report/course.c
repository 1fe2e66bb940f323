/* A metric month by month, beside the year before. */
#include <string.h>

#include "base/day.h"
#include "base/wilson.h"
#include "report/private.h"
#include "report/words.h"

static struct chart_point
point_of(const struct report *report, const struct metric *metric, const struct kpi_figure *figure,
         const char *month)
{
    int64_t value;
    struct chart_point point = {0};
    if (!kpi_value(metric, figure, &value))
        return point;
    point.known = true;
    point.value = words_scale(metric->unit, value);
    point.says = arena_printf(report->arena, "%s: %s", month,
                              words_value(report->arena, metric->unit, value, report->ask->zh));
    if (metric->unit == UNIT_RATIO && figure->denominator > 0) {
        struct interval interval = wilson_95(figure->numerator, figure->denominator);
        point.interval = true;
        point.low = words_scale(metric->unit, interval.low);
        point.high = words_scale(metric->unit, interval.high);
    }
    return point;
}

/* The place of "2026-07" among the months from `first` on, or -1. */
static int
place_of(const char *month, int64_t first, int count)
{
    for (int i = 0; month && i < count; i++) {
        char day[16];
        day_format(day_add_months(first, i), day);
        if (strncmp(day, month, 7) == 0)
            return i;
    }
    return -1;
}

static const char *
label_of(const struct report *report, int64_t month)
{
    char day[16];
    day_format(month, day);
    return arena_printf(report->arena, "%.2s-%.2s", day + 2, day + 5);
}

/* Months before the first of which anything is known are left out, down to half a year. */
static void
cut_course(struct course *course)
{
    enum { LEAST = 6 };
    while (course->count > LEAST && !course->now[0].known && !course->before[0].known) {
        course->now++;
        course->before++;
        course->labels++;
        course->count--;
    }
}

static int
make_course(struct report *report, const char *metric, struct course *course, struct err *err)
{
    int count = (int)report->plan.months;
    int64_t last = day_month_start(report->ask->to - 1), first = day_add_months(last, 1 - count);
    struct kpi_answer answer;
    struct kpi_ask ask = {.metrics = {metric},
                          .metric_count = 1,
                          .by = "month",
                          .store_id = report->ask->store_id,
                          .from = first,
                          .to = report->ask->to,
                          .days = -1,
                          .today = report->ask->today,
                          .now = report->ask->now};
    *course = (struct course){.count = count};
    course->labels = arena_array(report->arena, (size_t)count, sizeof *course->labels);
    course->now = arena_array(report->arena, (size_t)count, sizeof *course->now);
    course->before = arena_array(report->arena, (size_t)count, sizeof *course->before);
    for (int i = 0; i < count; i++)
        course->labels[i] = label_of(report, day_add_months(first, i));
    for (int year = 0; year < 2; year++) {
        if (kpi_ask(report->layer, &ask, &answer, err) < 0)
            return -1;
        course->metric = answer.metrics[0];
        for (int i = 0; i < answer.count; i++) {
            int at = place_of(answer.rows[i].texts[0], day_add_months(first, -12 * year), count);
            if (at < 0)
                continue;
            struct chart_point *points = year ? course->before : course->now;
            points[at] = point_of(report, answer.metrics[0], &answer.rows[i].figures[0],
                                  answer.rows[i].texts[0]);
            course->any_before |= year && points[at].known;
        }
        ask.from = day_add_months(first, -12);
        ask.to = day_add_months(last, -11);
    }
    cut_course(course);
    return 0;
}

int
report_course(struct report *report, const char *metric, struct course *course, struct err *err)
{
    for (int i = 0; i < report->course_count; i++)
        if (strcmp(report->courses[i].metric->name, metric) == 0) {
            *course = report->courses[i];
            return 0;
        }
    if (make_course(report, metric, course, err) < 0)
        return -1;
    report->courses = arena_more(report->arena, report->courses, report->course_count,
                                 &report->course_room, sizeof *report->courses);
    report->courses[report->course_count++] = *course;
    return 0;
}
