#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "kpi/lens.h"

enum { MONDAY_BEFORE = 3 }; /* 1970-01-01 was a Thursday */

bool
is_period(enum take take)
{
    return take >= TAKE_DAY && take <= TAKE_YEAR;
}

int64_t
period_of(enum take take, int64_t day)
{
    struct civil civil;
    if (take == TAKE_DAY)
        return day;
    if (take == TAKE_WEEK)
        return floor_div(day + MONDAY_BEFORE, 7);
    if (take == TAKE_WEEKDAY)
        return day_weekday(day);
    day_to_civil(day, &civil);
    if (take == TAKE_YEAR)
        return civil.year;
    return take == TAKE_MONTH ? 12 * (int64_t)civil.year + civil.month - 1
                              : 4 * (int64_t)civil.year + (civil.month - 1) / 3;
}

int64_t
period_start(enum take take, int64_t period)
{
    switch (take) {
    case TAKE_WEEK:
        return 7 * period - MONDAY_BEFORE;
    case TAKE_MONTH:
        return day_from_civil((int)(period / 12), (int)(period % 12) + 1, 1);
    case TAKE_QUARTER:
        return day_from_civil((int)(period / 4), 3 * (int)(period % 4) + 1, 1);
    case TAKE_YEAR:
        return day_from_civil((int)period, 1, 1);
    default:
        return period;
    }
}

const char *
period_name(struct arena *arena, enum take take, int64_t period)
{
    char text[16];
    switch (take) {
    case TAKE_WEEK:
        day_format_week(period_start(take, period), text);
        break;
    case TAKE_MONTH:
        return arena_printf(arena, "%04d-%02d", (int)(period / 12), (int)(period % 12) + 1);
    case TAKE_QUARTER:
        return arena_printf(arena, "%04d-Q%d", (int)(period / 4), (int)(period % 4) + 1);
    case TAKE_YEAR:
        return arena_printf(arena, "%04d", (int)period);
    default:
        day_format(period, text);
        break;
    }
    return arena_strdup(arena, text);
}
