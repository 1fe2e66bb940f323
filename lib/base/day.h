/*
 * Days and moments.
 *
 * A day is a civil date as the number of days since 1970-01-01 (proleptic Gregorian); it has no
 * zone. A moment is seconds since 1970-01-01T00:00:00Z. What ties the two is a zone (zone.h).
 * Years 1 to 9999 are accepted. Algorithms: Howard Hinnant, "chrono-compatible low-level date
 * algorithms" (days_from_civil, civil_from_days).
 */
#ifndef MEDI_BASE_DAY_H
#define MEDI_BASE_DAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DAY_SECONDS = 86400 };

struct civil {
    int year, month, day;     /* 1-12, 1-31 */
    int hour, minute, second; /* 0-23, 0-59, 0-59 */
};

bool day_valid(int year, int month, int day);
int64_t day_from_civil(int year, int month, int day);
void day_to_civil(int64_t day, struct civil *civil); /* hour, minute, second become 0 */

int day_weekday(int64_t day);        /* ISO: 1 Monday … 7 Sunday */
int64_t day_week_start(int64_t day); /* the Monday of its ISO week */
int64_t day_month_start(int64_t day);
int64_t day_quarter_start(int64_t day);
int64_t day_year_start(int64_t day);
int64_t day_add_months(int64_t day, int months); /* 31 January + 1 = the last day of February */

/* Writes "2025-06-01"; returns the length (10). */
size_t day_format(int64_t day, char out[16]);

/* The name of its ISO week, "2025-W22"; returns the length (8). */
size_t day_format_week(int64_t day, char out[16]);

/* "2025-06-01", "2025/6/1", "2025.6.1", "20250601", "2025年6月1日": true if all of `text` is a day. */
bool day_parse(const char *text, size_t length, int64_t *day);

/* A day as above, and behind it, after a space, "T" or nothing where 日 stands, a time: "9:05",
 * "09:05:30", "9点05分", "下午3:20", with an optional zone ("Z", "+08:00"). `has_time` and
 * `has_offset` tell which parts there were; `offset` is in seconds east. Midnight if no time. */
struct moment_parts {
    int64_t day;
    int second_of_day;
    int offset;
    bool has_time, has_offset;
};
bool moment_parse(const char *text, size_t length, struct moment_parts *parts);

/* The time alone, without a day or zone. */
bool clock_parse(const char *text, size_t length, int *second_of_day);

/* "15 minutes", "1 hour", "24 hours", "7 days" as packs write it: a whole number from 0 to SPAN_MOST,
 * and its unit. Days are days of a calendar: whoever adds them keeps the time of the day. */
enum { SPAN_MOST = 3650 };
struct span {
    int64_t seconds; /* of a day: 86400 */
    bool days;
};
bool span_parse(const char *text, struct span *span);

/* Floor division and remainder, right for negative numbers too. */
int64_t floor_div(int64_t number, int64_t by);
int64_t floor_mod(int64_t number, int64_t by);

#endif
