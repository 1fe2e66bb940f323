#include "complaint/clock.h"

/* The hours of one local day as [start, end); empty if the store is closed or the clock skipped them. */
static bool
open_on(const struct clock *clock, int64_t day, int64_t *start, int64_t *end)
{
    int weekday = day_weekday(day);
    int opens = clock->hours.opens[weekday], closes = clock->hours.closes[weekday];
    *start = zone_moment(clock->zone, day, opens * 60);
    *end = closes == 24 * 60 ? zone_moment(clock->zone, day + 1, 0)
                             : zone_moment(clock->zone, day, closes * 60);
    return opens < closes && *start < *end;
}

int64_t
clock_between(const struct clock *clock, int64_t from, int64_t to)
{
    int64_t sum = 0;
    if (to <= from)
        return 0;
    if (clock->wall)
        return to - from;
    /* a day before and behind: what a zone calls a day may begin earlier where it was moved */
    for (int64_t day = zone_day(clock->zone, from) - 1; day <= zone_day(clock->zone, to); day++) {
        int64_t start, end;
        if (!open_on(clock, day, &start, &end))
            continue;
        start = start < from ? from : start;
        end = end > to ? to : end;
        sum += end > start ? end - start : 0;
    }
    return sum;
}

int64_t
clock_add(const struct clock *clock, int64_t from, int64_t seconds)
{
    enum { MOST_DAYS = 366 * 20 }; /* no limit is so long; hours that never open do not hang */
    if (clock->wall || seconds <= 0)
        return from + seconds;
    int64_t first = zone_day(clock->zone, from) - 1;
    for (int64_t day = first; day < first + MOST_DAYS; day++) {
        int64_t start, end;
        if (!open_on(clock, day, &start, &end) || end <= from)
            continue;
        start = start < from ? from : start;
        if (end - start >= seconds)
            return start + seconds;
        seconds -= end - start;
    }
    return from + seconds;
}

int64_t
clock_due(const struct clock *clock, int64_t from, int64_t seconds,
          const struct clock_pause *pauses, int count)
{
    int64_t due = clock_add(clock, from, seconds);
    for (int i = 0; i < count && pauses[i].from < due; i++) {
        seconds += clock_between(clock, pauses[i].from, pauses[i].to);
        due = clock_add(clock, from, seconds);
    }
    return due;
}
