#include "base/zone_rule.h"

#include "base/day.h"

struct scan {
    const char *at, *end;
};

static bool
scan_byte(struct scan *scan, char byte)
{
    if (scan->at == scan->end || *scan->at != byte)
        return false;
    scan->at++;
    return true;
}

static bool
scan_number(struct scan *scan, int most, int *number)
{
    const char *start = scan->at;
    for (*number = 0; scan->at < scan->end && *scan->at >= '0' && *scan->at <= '9'; scan->at++) {
        *number = *number * 10 + (*scan->at - '0');
        if (*number > most)
            return false;
    }
    return scan->at > start;
}

/* The abbreviation is not kept: letters, or anything between < and >. */
static bool
scan_name(struct scan *scan)
{
    const char *start = scan->at;
    if (scan_byte(scan, '<')) {
        while (scan->at < scan->end && *scan->at != '>')
            scan->at++;
        return scan_byte(scan, '>');
    }
    while (scan->at < scan->end &&
           ((*scan->at >= 'A' && *scan->at <= 'Z') || (*scan->at >= 'a' && *scan->at <= 'z')))
        scan->at++;
    return scan->at - start >= 3;
}

/* hh[:mm[:ss]] with a sign, in seconds. */
static bool
scan_clock(struct scan *scan, int most_hours, int *seconds)
{
    int hour, minute = 0, second = 0;
    bool minus = scan_byte(scan, '-');
    if (!minus)
        scan_byte(scan, '+');
    if (!scan_number(scan, most_hours, &hour))
        return false;
    if (scan_byte(scan, ':')) {
        if (!scan_number(scan, 59, &minute))
            return false;
        if (scan_byte(scan, ':') && !scan_number(scan, 59, &second))
            return false;
    }
    *seconds = (hour * 3600 + minute * 60 + second) * (minus ? -1 : 1);
    return true;
}

static bool
scan_date(struct scan *scan, struct zone_date *date)
{
    *date = (struct zone_date){.form = 'N', .second = 7200};
    if (scan_byte(scan, 'M')) {
        date->form = 'M';
        if (!scan_number(scan, 12, &date->month) || !scan_byte(scan, '.') ||
            !scan_number(scan, 5, &date->week) || !scan_byte(scan, '.') ||
            !scan_number(scan, 6, &date->day) || date->month < 1 || date->week < 1)
            return false;
    } else {
        if (scan_byte(scan, 'J'))
            date->form = 'J';
        if (!scan_number(scan, 365, &date->day))
            return false;
    }
    return !scan_byte(scan, '/') || scan_clock(scan, 167, &date->second);
}

bool
zone_rule_parse(const char *text, size_t length, struct zone_rule *rule)
{
    struct scan scan = {text, text + length};
    int west;
    *rule = (struct zone_rule){0};
    if (!scan_name(&scan) || !scan_clock(&scan, 24, &west))
        return false;
    rule->offset = rule->summer_offset = -west;
    if (scan.at == scan.end)
        return true;
    rule->summer = true;
    rule->summer_offset += 3600;
    if (!scan_name(&scan))
        return false;
    if (scan.at < scan.end && *scan.at != ',') {
        if (!scan_clock(&scan, 24, &west))
            return false;
        rule->summer_offset = -west;
    }
    return scan_byte(&scan, ',') && scan_date(&scan, &rule->start) && scan_byte(&scan, ',') &&
           scan_date(&scan, &rule->end) && scan.at == scan.end;
}

/* The local reading, as seconds since 1970-01-01 local, at which the date falls in a year. */
static int64_t
date_in_year(const struct zone_date *date, int year)
{
    int64_t first = day_from_civil(year, 1, 1), day;
    if (date->form == 'M') {
        int64_t month = day_from_civil(year, date->month, 1);
        int64_t next = day_add_months(month, 1);
        day = month + floor_mod(date->day - day_weekday(month), 7) + (date->week - 1) * 7;
        while (day >= next) /* week 5 is the last */
            day -= 7;
    } else if (date->form == 'J') {
        day = first + date->day - 1 + (date->day >= 60 && day_valid(year, 2, 29));
    } else {
        day = first + date->day;
    }
    return day * DAY_SECONDS + date->second;
}

int
zone_rule_offset(const struct zone_rule *rule, int64_t moment)
{
    if (!rule->summer)
        return rule->offset;
    struct civil civil;
    day_to_civil(floor_div(moment + rule->offset, DAY_SECONDS), &civil);
    int64_t start = date_in_year(&rule->start, civil.year) - rule->offset;
    int64_t end = date_in_year(&rule->end, civil.year) - rule->summer_offset;
    bool summer = start < end ? moment >= start && moment < end : moment < end || moment >= start;
    return summer ? rule->summer_offset : rule->offset;
}
