/* Dates and times as clinics write them: see day.h for what is read. */
#include <string.h>

#include "base/day.h"

/* A reader over the text: what is left of it. */
struct scan {
    const char *at, *end;
};

/* Up to `most` digits as a number; how many there were. */
static int
scan_digits(struct scan *scan, int most, int *number)
{
    int count = 0;
    *number = 0;
    while (count < most && scan->at < scan->end && *scan->at >= '0' && *scan->at <= '9') {
        *number = *number * 10 + (*scan->at++ - '0');
        count++;
    }
    return count;
}

static bool
scan_word(struct scan *scan, const char *word)
{
    size_t length = strlen(word);
    if ((size_t)(scan->end - scan->at) < length || memcmp(scan->at, word, length) != 0)
        return false;
    scan->at += length;
    return true;
}

static bool
scan_byte(struct scan *scan, char byte)
{
    if (scan->at == scan->end || *scan->at != byte)
        return false;
    scan->at++;
    return true;
}

static void
scan_spaces(struct scan *scan)
{
    while (scan->at < scan->end && (*scan->at == ' ' || *scan->at == '\t'))
        scan->at++;
}

/* "20250601": eight digits and nothing that would make them part of a longer number. */
static bool
scan_compact_day(struct scan *scan, int *year, int *month, int *date)
{
    struct scan try = *scan;
    if (scan_digits(&try, 4, year) != 4 || scan_digits(&try, 2, month) != 2 ||
        scan_digits(&try, 2, date) != 2)
        return false;
    if (try.at < try.end && *try.at >= '0' && *try.at <= '9')
        return false;
    *scan = try;
    return true;
}

static bool
scan_parted_day(struct scan *scan, int *year, int *month, int *date)
{
    if (scan_digits(scan, 4, year) != 4)
        return false;
    if (scan_word(scan, "年"))
        return scan_digits(scan, 2, month) && scan_word(scan, "月") && scan_digits(scan, 2, date) &&
               scan_word(scan, "日");
    char mark = scan->at < scan->end ? *scan->at : '\0';
    if (mark != '-' && mark != '/' && mark != '.')
        return false;
    scan->at++;
    return scan_digits(scan, 2, month) && scan_byte(scan, mark) && scan_digits(scan, 2, date);
}

static bool
scan_day(struct scan *scan, int64_t *day)
{
    int year, month, date;
    if (!scan_compact_day(scan, &year, &month, &date) &&
        !scan_parted_day(scan, &year, &month, &date))
        return false;
    if (!day_valid(year, month, date))
        return false;
    *day = day_from_civil(year, month, date);
    return true;
}

bool
day_parse(const char *text, size_t length, int64_t *day)
{
    struct scan scan = {text, text + length};
    return scan_day(&scan, day) && scan.at == scan.end;
}

/* 上午 and 下午 in front; 12 o'clock noon and midnight by the clock's own rule. */
static bool
to_24_hours(bool morning, bool afternoon, int *hour)
{
    if (!morning && !afternoon)
        return true;
    if (*hour < 1 || *hour > 12)
        return false;
    *hour = *hour % 12 + (afternoon ? 12 : 0);
    return true;
}

static bool
scan_second(struct scan *scan, int *second)
{
    if (scan_byte(scan, ':')) {
        if (scan_digits(scan, 2, second) != 2)
            return false;
        if (scan_byte(scan, '.')) { /* fractions of a second are not kept */
            int fraction, digits = 0;
            while (scan_digits(scan, 1, &fraction))
                digits++;
            return digits > 0;
        }
    }
    return true;
}

static bool
scan_time(struct scan *scan, int *second_of_day)
{
    int hour, minute = 0, second = 0;
    bool morning = scan_word(scan, "上午"), afternoon = !morning && scan_word(scan, "下午");
    if (!scan_digits(scan, 2, &hour) || !to_24_hours(morning, afternoon, &hour))
        return false;
    if (scan_word(scan, "点") || scan_word(scan, "时")) {
        if (scan_digits(scan, 2, &minute) && !scan_word(scan, "分"))
            return false;
    } else if (!scan_byte(scan, ':') || scan_digits(scan, 2, &minute) != 2 ||
               !scan_second(scan, &second)) {
        return false;
    }
    *second_of_day = hour * 3600 + minute * 60 + second;
    return hour < 24 && minute < 60 && second < 60;
}

static bool
scan_offset(struct scan *scan, int *offset)
{
    int hour, minute = 0;
    if (scan_byte(scan, 'Z'))
        return true;
    bool west = scan_byte(scan, '-');
    if (!west && !scan_byte(scan, '+'))
        return false;
    if (scan_digits(scan, 2, &hour) != 2 || hour > 15)
        return false;
    scan_byte(scan, ':');
    if (scan_digits(scan, 2, &minute) != 2 || minute > 59)
        return false;
    *offset = (hour * 3600 + minute * 60) * (west ? -1 : 1);
    return true;
}

bool
moment_parse(const char *text, size_t length, struct moment_parts *parts)
{
    struct scan scan = {text, text + length};
    *parts = (struct moment_parts){0};
    if (!scan_day(&scan, &parts->day))
        return false;
    if (scan.at == scan.end)
        return true;
    bool glued = scan.at[-1] == (char)0xA5; /* the last byte of 日 */
    if (!scan_byte(&scan, 'T') && *scan.at != ' ' && *scan.at != '\t' && !glued)
        return false;
    scan_spaces(&scan);
    if (!scan_time(&scan, &parts->second_of_day))
        return false;
    parts->has_time = true;
    scan_spaces(&scan);
    if (scan.at == scan.end)
        return true;
    parts->has_offset = scan_offset(&scan, &parts->offset);
    return parts->has_offset && scan.at == scan.end;
}

bool
clock_parse(const char *text, size_t length, int *second_of_day)
{
    struct scan scan = {text, text + length};
    return scan_time(&scan, second_of_day) && scan.at == scan.end;
}

bool
span_parse(const char *text, struct span *span)
{
    static const struct {
        const char *word;
        int64_t seconds;
    } units[] = {{" minute", 60},  {" minutes", 60}, {" hour", 3600},
                 {" hours", 3600}, {" day", 86400},  {" days", 86400}};
    const char *at = text;
    int64_t number = 0;
    while (*at >= '0' && *at <= '9' && number <= SPAN_MOST)
        number = number * 10 + (*at++ - '0');
    for (size_t i = 0; at > text && number <= SPAN_MOST && i < sizeof units / sizeof *units; i++) {
        if (strcmp(at, units[i].word) != 0)
            continue;
        *span = (struct span){number * units[i].seconds, units[i].seconds == DAY_SECONDS};
        return true;
    }
    return false;
}
