/* The lines of an iCalendar file, and a zone in it. */
#include "board/ical.h"

#include <stdio.h>
#include <string.h>

#include "text/utf8.h"

enum { FOLD = 75 };

/* A line goes on behind a blank, which counts. */
void
ical_line(struct str *text, const char *line)
{
    size_t left = strlen(line), room = FOLD;
    while (left > room) {
        size_t part = 0, bytes;
        while (utf8_next(line + part, left - part, &bytes), part + bytes <= room)
            part += bytes;
        str_add(text, line, part);
        str_adds(text, "\r\n ");
        line += part;
        left -= part;
        room = FOLD - 1;
    }
    str_add(text, line, left);
    str_adds(text, "\r\n");
}

/* Control characters have no place in a TEXT, but for the newline. */
void
ical_text(struct str *text, const char *value)
{
    for (; *value; value++)
        if (*value == '\n')
            str_adds(text, "\\n");
        else if (strchr("\\;,", *value))
            str_addf(text, "\\%c", *value);
        else if ((unsigned char)*value >= 0x20 && *value != 0x7f)
            str_addc(text, *value);
}

/* ---- zones ----------------------------------------------------------------------------------- */

/* The last moment before the clock changes in (low, high], where it does. */
static int64_t
change_between(const struct zone *zone, int64_t low, int64_t high)
{
    int before = zone_offset(zone, low);
    while (high - low > 1) {
        int64_t middle = low + (high - low) / 2;
        if (zone_offset(zone, middle) == before)
            low = middle;
        else
            high = middle;
    }
    return high;
}

static void
add_offset(struct str *text, const char *name, int seconds)
{
    int size = seconds < 0 ? -seconds : seconds;
    char line[48];
    int length = snprintf(line, sizeof line, "%s:%c%02d%02d", name, seconds < 0 ? '-' : '+',
                          size / 3600, size / 60 % 60);
    if (size % 60)
        snprintf(line + length, sizeof line - (size_t)length, "%02d", size % 60);
    ical_line(text, line);
}

/* Its beginning is by the clock before it. What is further east than before counts as daylight saving. */
static void
add_observance(struct str *text, int64_t moment, int before, int after)
{
    const char *kind = after > before ? "DAYLIGHT" : "STANDARD";
    int64_t local = moment + before, day = floor_div(local, DAY_SECONDS);
    int second = (int)(local - day * DAY_SECONDS);
    struct civil civil;
    char line[64];
    day_to_civil(day, &civil);
    snprintf(line, sizeof line, "BEGIN:%s", kind);
    ical_line(text, line);
    snprintf(line, sizeof line, "DTSTART:%04d%02d%02dT%02d%02d%02d", civil.year, civil.month,
             civil.day, second / 3600, second / 60 % 60, second % 60);
    ical_line(text, line);
    add_offset(text, "TZOFFSETFROM", before);
    add_offset(text, "TZOFFSETTO", after);
    snprintf(line, sizeof line, "END:%s", kind);
    ical_line(text, line);
}

void
ical_zone(struct str *text, const struct zone *zone, int64_t from, int64_t to)
{
    struct str name = STR_INIT;
    int64_t at = from - 366 * (int64_t)DAY_SECONDS, last = to + 366 * (int64_t)DAY_SECONDS;
    int offset = zone_offset(zone, at);
    str_addf(&name, "TZID:%s", zone_name(zone));
    ical_line(text, "BEGIN:VTIMEZONE");
    ical_line(text, name.text);
    add_observance(text, at - offset - floor_mod(at, DAY_SECONDS), offset, offset);
    for (; at < last; at += DAY_SECONDS) {
        int next = zone_offset(zone, at + DAY_SECONDS);
        if (next == offset)
            continue;
        add_observance(text, change_between(zone, at, at + DAY_SECONDS), offset, next);
        offset = next;
    }
    ical_line(text, "END:VTIMEZONE");
    str_release(&name);
}
