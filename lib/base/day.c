#include "base/day.h"

#include <stdio.h>

int64_t
floor_div(int64_t number, int64_t by)
{
    int64_t quotient = number / by;
    return quotient - (number % by != 0 && (number < 0) != (by < 0));
}

int64_t
floor_mod(int64_t number, int64_t by)
{
    return number - floor_div(number, by) * by;
}

static bool
leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
month_length(int year, int month)
{
    static const signed char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap(year) ? 29 : days[month - 1];
}

bool
day_valid(int year, int month, int day)
{
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
           day <= month_length(year, month);
}

int64_t
day_from_civil(int year, int month, int day)
{
    int64_t y = year - (month <= 2);
    int64_t era = floor_div(y, 400);
    int64_t year_of_era = y - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

void
day_to_civil(int64_t day, struct civil *civil)
{
    int64_t z = day + 719468;
    int64_t era = floor_div(z, 146097);
    int64_t day_of_era = z - era * 146097;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t shifted = (5 * day_of_year + 2) / 153;
    int month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
    *civil = (struct civil){
        .year = (int)(year_of_era + era * 400 + (month <= 2)),
        .month = month,
        .day = (int)(day_of_year - (153 * shifted + 2) / 5 + 1),
    };
}

int
day_weekday(int64_t day)
{
    return (int)floor_mod(day + 3, 7) + 1;
}

int64_t
day_week_start(int64_t day)
{
    return day - (day_weekday(day) - 1);
}

int64_t
day_month_start(int64_t day)
{
    struct civil civil;
    day_to_civil(day, &civil);
    return day_from_civil(civil.year, civil.month, 1);
}

int64_t
day_quarter_start(int64_t day)
{
    struct civil civil;
    day_to_civil(day, &civil);
    return day_from_civil(civil.year, (civil.month - 1) / 3 * 3 + 1, 1);
}

int64_t
day_year_start(int64_t day)
{
    struct civil civil;
    day_to_civil(day, &civil);
    return day_from_civil(civil.year, 1, 1);
}

int64_t
day_add_months(int64_t day, int months)
{
    struct civil civil;
    day_to_civil(day, &civil);
    int64_t index = (int64_t)civil.year * 12 + civil.month - 1 + months;
    int year = (int)floor_div(index, 12), month = (int)floor_mod(index, 12) + 1;
    int last = month_length(year, month);
    return day_from_civil(year, month, civil.day < last ? civil.day : last);
}

size_t
day_format(int64_t day, char out[16])
{
    struct civil civil;
    day_to_civil(day, &civil);
    if (civil.year < 0 || civil.year > 9999)
        return (size_t)snprintf(out, 16, "day%+lld", (long long)(day % 100000000));
    unsigned year = (unsigned)civil.year, month = (unsigned)civil.month, date = (unsigned)civil.day;
    char text[] = {(char)('0' + year / 1000),
                   (char)('0' + year / 100 % 10),
                   (char)('0' + year / 10 % 10),
                   (char)('0' + year % 10),
                   '-',
                   (char)('0' + month / 10),
                   (char)('0' + month % 10),
                   '-',
                   (char)('0' + date / 10),
                   (char)('0' + date % 10),
                   '\0'};
    for (size_t i = 0; i < sizeof text; i++)
        out[i] = text[i];
    return sizeof text - 1;
}

/* The year is that of its Thursday. */
size_t
day_format_week(int64_t day, char out[16])
{
    struct civil thursday;
    int64_t at = day_week_start(day) + 3;
    day_to_civil(at, &thursday);
    int64_t week = (at - day_from_civil(thursday.year, 1, 1)) / 7 + 1;
    return (size_t)snprintf(out, 16, "%04d-W%02d", thursday.year, (int)week);
}
