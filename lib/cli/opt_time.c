/* Days and moments as people write them on a command line. */
#include <string.h>

#include "base/day.h"
#include "cli/opt.h"

static bool
in_range(int64_t day)
{
    return day >= day_from_civil(1, 1, 1) && day <= day_from_civil(9999, 12, 31);
}

/* "today" and its neighbours. */
static bool
day_word(const char *text, int64_t today, int64_t *day)
{
    static const struct {
        const char *word;
        int offset;
    } words[] = {
        {"today", 0}, {"yesterday", -1}, {"tomorrow", 1}, {"今天", 0}, {"昨天", -1}, {"明天", 1},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(text, words[i].word) == 0) {
            *day = today + words[i].offset;
            return true;
        }
    }
    return false;
}

/* "-7d", "+2w", "-3m", "+1y": at most five digits, so that nothing can overflow. */
static bool
day_relative(const char *text, int64_t today, int64_t *day)
{
    int number = 0;
    size_t digits = strspn(text + 1, "0123456789");
    if ((*text != '-' && *text != '+') || digits < 1 || digits > 5 || strlen(text) != digits + 2)
        return false;
    for (size_t i = 1; i <= digits; i++)
        number = number * 10 + (text[i] - '0');
    if (*text == '-')
        number = -number;
    switch (text[digits + 1]) {
    case 'd':
        *day = today + number;
        break;
    case 'w':
        *day = today + 7 * (int64_t)number;
        break;
    case 'm':
        *day = day_add_months(today, number);
        break;
    case 'y':
        *day = day_add_months(today, 12 * number);
        break;
    default:
        return false;
    }
    return in_range(*day);
}

/* "2025-06", "2025/6", "2025年6月": the first of the month, by writing the day behind it. */
static bool
day_month(const char *text, int64_t *day)
{
    char whole[32];
    size_t length = strlen(text), digits = strspn(text, "0123456789");
    if (digits != 4 || length < 6 || length > 16)
        return false;
    memcpy(whole, text, length);
    if (text[4] == '-' || text[4] == '/' || text[4] == '.')
        memcpy(whole + length, (char[]){text[4], '1', '\0'}, 3);
    else
        memcpy(whole + length, "1日", sizeof "1日");
    return day_parse(whole, strlen(whole), day);
}

bool
opt_day(const char *text, int64_t today, int64_t *day)
{
    return day_parse(text, strlen(text), day) || day_word(text, today, day) ||
           day_relative(text, today, day) || day_month(text, day);
}

static int64_t
local_moment(const struct zone *zone, int64_t day, int second)
{
    return zone ? zone_moment(zone, day, second) : day * DAY_SECONDS + second;
}

static int64_t
day_edge(const struct zone *zone, int64_t day, bool until)
{
    return until ? local_moment(zone, day + 1, 0) - 1 : local_moment(zone, day, 0);
}

bool
opt_moment(const char *text, const struct zone *zone, int64_t now, bool until, int64_t *moment)
{
    struct moment_parts parts;
    int64_t today = zone ? zone_day(zone, now) : floor_div(now, DAY_SECONDS), day;
    if (strcmp(text, "now") == 0 || strcmp(text, "现在") == 0)
        *moment = now;
    else if (moment_parse(text, strlen(text), &parts) && parts.has_offset)
        *moment = parts.day * DAY_SECONDS + parts.second_of_day - parts.offset;
    else if (moment_parse(text, strlen(text), &parts) && parts.has_time)
        *moment = local_moment(zone, parts.day, parts.second_of_day);
    else if (opt_day(text, today, &day))
        *moment = day_edge(zone, day, until);
    else
        return false;
    return true;
}
