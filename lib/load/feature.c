#include "load/feature.h"

#include <string.h>

#include "base/day.h"

enum { TAIL_FROM = 3, WEEKS = 5, WEEK = 7 };

static int
holiday_index(const struct features *features, const char *name)
{
    for (int i = 0; i < features->holidays; i++)
        if (strcmp(features->names[i], name) == 0)
            return i;
    return -1;
}

static int
add(struct features *features, const char *name)
{
    features->names[features->count] = name;
    return features->count++;
}

void
features_init(struct features *features, const struct calendar *calendar)
{
    static const char *const weeks[] = {"before-3", "before-2", "before-1", "after-1", "after-2"};
    static const char *const months[] = {"month-1", "month-2",  "month-3",  "month-4",
                                         "month-5", "month-6",  "month-7",  "month-8",
                                         "month-9", "month-10", "month-11", "month-12"};
    *features = (struct features){.calendar = calendar};
    for (int i = 0; i < calendar->count; i++)
        if (holiday_index(features, calendar->holidays[i].name) < 0 &&
            features->holidays < FEATURE_HOLIDAYS)
            features->holidays = add(features, calendar->holidays[i].name) + 1;
    features->tail = add(features, "tail");
    features->makeup = add(features, "make-up");
    features->weeks = features->count;
    for (int i = 0; i < WEEKS; i++)
        add(features, weeks[i]);
    features->promotions = features->count;
    for (int i = 0; i < calendar->promotion_count; i++)
        add(features, calendar->promotions[i].name);
    features->campaign = add(features, "campaign");
    features->months = features->count;
    for (int i = 0; i < 12; i++)
        add(features, months[i]);
}

/* Which of the weeks around 春节; -1: none. */
static int
spring_week(int distance)
{
    if (distance >= -3 * WEEK && distance < 0)
        return 3 + (int)floor_div(distance, WEEK);
    if (distance >= WEEK && distance < 3 * WEEK)
        return 2 + distance / WEEK;
    return -1;
}

void
features_of(const struct features *features, int64_t day, bool campaign, double *x)
{
    const struct calendar_holiday *off = calendar_off(features->calendar, day);
    int promotion = calendar_promotion(features->calendar, day), distance;
    struct civil civil;
    memset(x, 0, (size_t)features->count * sizeof *x);
    day_to_civil(day, &civil);
    if (off) {
        int index = holiday_index(features, off->name);
        x[index < 0 ? features->holidays - 1 : index] = 1;
        x[features->tail] = day - off->from >= TAIL_FROM;
    }
    x[features->makeup] = calendar_work(features->calendar, day) != NULL;
    if (calendar_spring(features->calendar, day, &distance) && spring_week(distance) >= 0)
        x[features->weeks + spring_week(distance)] = 1;
    if (promotion >= 0)
        x[features->promotions + promotion] = 1;
    x[features->campaign] = campaign;
    x[features->months + civil.month - 1] = 1;
}

const char *
features_name(const struct features *features, struct arena *arena, int64_t day)
{
    const struct calendar_holiday *off = calendar_off(features->calendar, day);
    int promotion = calendar_promotion(features->calendar, day), distance;
    if (off)
        return off->name;
    if (calendar_work(features->calendar, day))
        return "调休";
    if (calendar_spring(features->calendar, day, &distance) && spring_week(distance) >= 0)
        return arena_printf(arena, "春节%+d", distance);
    return promotion >= 0 ? features->calendar->promotions[promotion].name : "";
}
