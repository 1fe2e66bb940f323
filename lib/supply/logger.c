#include "supply/logger.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/hash.h"
#include "base/str.h"
#include "text/records.h"

enum { HEAD_LINES = 50, READINGS_MOST = 2000000, FILE_MOST = 64 << 20 };

/* ---- the header ------------------------------------------------------------------------------ */

enum column { OTHER, WHEN, DATE, CLOCK, DEGREES, FAHRENHEIT };

static const struct {
    const char *word;
    enum column column;
} words[] = {
    {"时间", WHEN},         {"记录时间", WHEN},    {"采集时间", WHEN},
    {"日期时间", WHEN},     {"监测时间", WHEN},    {"测量时间", WHEN},
    {"数据时间", WHEN},     {"time", WHEN},        {"timestamp", WHEN},
    {"datetime", WHEN},     {"date/time", WHEN},   {"recordtime", WHEN},
    {"logtime", WHEN},      {"readingtime", WHEN}, {"localtime", WHEN},
    {"日期", DATE},         {"date", DATE},        {"记录日期", DATE},
    {"时刻", CLOCK},        {"温度", DEGREES},     {"温度值", DEGREES},
    {"实时温度", DEGREES},  {"箱内温度", DEGREES}, {"temperature", DEGREES},
    {"temp", DEGREES},      {"tempc", DEGREES},    {"temperaturec", DEGREES},
    {"celsius", DEGREES},   {"t", DEGREES},        {"temp1", DEGREES},
    {"温度1", DEGREES},     {"tempf", FAHRENHEIT}, {"fahrenheit", FAHRENHEIT},
    {"华氏度", FAHRENHEIT},
};

/* Lower case, without blanks, _ and what stands in brackets; `fahrenheit` if that or the name says so. */
static void
plain(const char *text, char *out, size_t room, bool *fahrenheit)
{
    size_t length = 0;
    bool inside = false;
    *fahrenheit = strstr(text, "℉") || strstr(text, "°F") || strstr(text, "(F)") ||
                  strstr(text, "（F）") || strstr(text, "[F]");
    for (; *text && length + 1 < room; text++) {
        if (str_starts(text, "（") || str_starts(text, "）") || str_starts(text, "℃") ||
            str_starts(text, "°")) {
            inside = str_starts(text, "（") || (inside && !str_starts(text, "）"));
            text += str_starts(text, "°") ? 1 : 2;
            continue;
        }
        inside = *text == '(' || *text == '[' || (inside && *text != ')' && *text != ']');
        if (!inside && !strchr(" _\t.)]", *text))
            out[length++] = (char)tolower((unsigned char)*text);
    }
    out[length] = '\0';
}

static enum column
column_of(const char *text)
{
    char name[64];
    bool fahrenheit;
    plain(text, name, sizeof name, &fahrenheit);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(words[i].word, name) == 0)
            return words[i].column == DEGREES && fahrenheit ? FAHRENHEIT : words[i].column;
    return OTHER;
}

struct columns {
    int when, date, degrees; /* -1: none; with `date` the column `when` is the time of day */
    bool fahrenheit;
    bool has_offset; /* the header says so: 时间(UTC+8), Time (GMT) */
    int offset;
};

/* "UTC", "UTC+8", "GMT+08:00" anywhere in the header of the time. */
static void
read_offset(const char *text, struct columns *columns)
{
    const char *at = strstr(text, "UTC") ? strstr(text, "UTC") : strstr(text, "GMT");
    int hours = 0, minutes = 0;
    char sign = '+';
    if (!at)
        return;
    if (at[3] == '+' || at[3] == '-') {
        sign = at[3];
        sscanf(at + 4, "%2d:%2d", &hours, &minutes);
    }
    columns->has_offset = true;
    columns->offset = (hours * 3600 + minutes * 60) * (sign == '-' ? -1 : 1);
}

/* Whether the row is the header. */
static bool
read_header(const struct record *record, struct columns *columns)
{
    *columns = (struct columns){.when = -1, .date = -1, .degrees = -1};
    for (int i = 0; i < record->count; i++) {
        enum column column = column_of(record->fields[i].text);
        if ((column == WHEN || column == CLOCK) && columns->when < 0)
            columns->when = i;
        else if (column == DATE && columns->date < 0)
            columns->date = i;
        else if ((column == DEGREES || column == FAHRENHEIT) && columns->degrees < 0)
            columns->degrees = i;
        columns->fahrenheit |= column == FAHRENHEIT && columns->degrees == i;
    }
    if (columns->when < 0) {
        columns->when = columns->date;
        columns->date = -1;
    }
    if (columns->when >= 0)
        read_offset(record->fields[columns->when].text, columns);
    return columns->when >= 0 && columns->degrees >= 0;
}

static int
find_header(struct records *records, struct columns *columns, struct err *err)
{
    struct record record;
    int more = 0;
    for (int i = 0; i < HEAD_LINES && (more = records_next(records, &record, err)) == 1; i++)
        if (read_header(&record, columns))
            return columns->fahrenheit
                       ? err_set(err, ERR_DATA,
                                 _("%s:%zu: is in Fahrenheit; let the logger write Celsius"),
                                 records_name(records), record.line)
                       : 0;
    return more < 0 ? -1
                    : err_set(err, ERR_DATA,
                              _("%s: no line names a time and a temperature (时间, 温度(℃); time, "
                                "temperature)"),
                              records_name(records));
}

/* ---- rows ------------------------------------------------------------------------------------ */

static const char *
field(const struct record *record, int column)
{
    return column >= 0 && column < record->count ? record->fields[column].text : "";
}

static bool
is_silent(const char *text)
{
    static const char *const silent[] = {"",     "-",   "--",   "---",  "N/A",  "n/a",
                                         "NA",   "NaN", "nan",  "null", "NULL", "ERR",
                                         "断线", "无",  "离线", "异常"};
    for (size_t i = 0; i < sizeof silent / sizeof silent[0]; i++)
        if (strcmp(text, silent[i]) == 0)
            return true;
    return false;
}

static int
read_time(const struct record *record, const struct columns *columns, const struct zone *zone,
          int64_t *at, struct err *err)
{
    char text[96];
    struct moment_parts parts;
    int length = snprintf(text, sizeof text, "%s%s%s", field(record, columns->date),
                          columns->date >= 0 ? " " : "", field(record, columns->when));
    if (length <= 0 || length >= (int)sizeof text || !moment_parse(text, (size_t)length, &parts) ||
        !parts.has_time)
        return err_set(err, ERR_DATA, _("%s: no time; write it like 2026-10-01 09:00:00"), text);
    if (!parts.has_offset && columns->has_offset) {
        parts.has_offset = true;
        parts.offset = columns->offset;
    }
    *at = parts.has_offset ? parts.day * DAY_SECONDS + parts.second_of_day - parts.offset
                           : zone_moment(zone, parts.day, parts.second_of_day);
    return 0;
}

static void
add_reading(struct arena *arena, struct readings *readings, int *room, struct reading reading)
{
    if (readings->count == *room) {
        int wider = *room ? 2 * *room : 256;
        struct reading *grown = arena_array(arena, (size_t)wider, sizeof *grown);
        if (readings->count)
            memcpy(grown, readings->items, (size_t)readings->count * sizeof *grown);
        readings->items = grown;
        *room = wider;
    }
    readings->items[readings->count++] = reading;
}

static int
read_row(struct arena *arena, const struct record *record, const struct columns *columns,
         const struct zone *zone, struct readings *readings, int *room, struct err *err)
{
    const char *value = field(record, columns->degrees);
    int64_t at = 0, mdeg;
    if (read_time(record, columns, zone, &at, err) < 0)
        return -1;
    if (is_silent(value)) {
        readings->silent++;
        return 0;
    }
    if (!temperature_parse(value, &mdeg))
        return err_set(err, ERR_DATA, _("%s: no temperature in °C from -273.15 to 200"), value);
    if (readings->count == READINGS_MOST)
        return err_set(err, ERR_DATA, _("more than %d readings"), READINGS_MOST);
    add_reading(arena, readings, room, (struct reading){at, (int32_t)mdeg, (int32_t)record->line});
    return 0;
}

/* ---- the order of time ----------------------------------------------------------------------- */

static void
turn_round(struct readings *readings)
{
    for (int i = 0, j = readings->count - 1; i < j; i++, j--) {
        struct reading one = readings->items[i];
        readings->items[i] = readings->items[j];
        readings->items[j] = one;
    }
}

static int
check_order(const char *name, struct readings *readings, struct err *err)
{
    struct reading *items = readings->items;
    if (readings->count > 1 && items[readings->count - 1].at < items[0].at)
        turn_round(readings);
    for (int i = 1; i < readings->count; i++) {
        if (items[i].at > items[i - 1].at)
            continue;
        if (items[i].at == items[i - 1].at && items[i].mdeg == items[i - 1].mdeg)
            continue; /* printed twice */
        return err_set(err, ERR_DATA,
                       items[i].at < items[i - 1].at
                           ? _("%s:%d: goes back in time: its clock was set on the way")
                           : _("%s:%d: has two temperatures for one time"),
                       name, items[i].line);
    }
    return 0;
}

/* ---- the file -------------------------------------------------------------------------------- */

static int
read_rows(struct arena *arena, struct records *records, const struct zone *zone,
          struct readings *readings, struct err *err)
{
    struct columns columns = {0};
    struct record record;
    int room = 0, more;
    if (find_header(records, &columns, err) < 0)
        return -1;
    while ((more = records_next(records, &record, err)) == 1)
        if (read_row(arena, &record, &columns, zone, readings, &room, err) < 0)
            return err_wrap(err, "%s:%zu", records_name(records), record.line);
    if (more < 0)
        return -1;
    if (readings->count == 0)
        return err_set(err, ERR_DATA, _("%s: has no readings"), records_name(records));
    return check_order(records_name(records), readings, err);
}

static int
hash_file(struct arena *arena, const char *path, const char **hash, struct err *err)
{
    unsigned char sum[32];
    struct stat about;
    FILE *file = fopen(path, "rb");
    if (!file)
        return err_errno(err, errno, "%s", path);
    if (fstat(fileno(file), &about) != 0 || !S_ISREG(about.st_mode) || about.st_size > FILE_MOST) {
        fclose(file);
        return err_set(err, ERR_IO,
                       _("%s: must be a file of at most 64 MiB, so that it can be kept by "
                         "its hash"),
                       path);
    }
    char *bytes = mem_alloc((size_t)about.st_size + 1);
    size_t length = fread(bytes, 1, (size_t)about.st_size, file);
    bool bad = ferror(file) != 0;
    fclose(file);
    hash_sha256(sum, bytes, length);
    free(bytes);
    if (bad)
        return err_set(err, ERR_IO, _("%s: cannot be read"), path);
    char *text = arena_alloc(arena, 65);
    for (int i = 0; i < 32; i++)
        snprintf(text + 2 * i, 3, "%02x", sum[i]);
    *hash = text;
    return 0;
}

static enum records_format
format_of(const char *path)
{
    return str_ends(path, ".tsv") || str_ends(path, ".txt") ? RECORDS_TSV : RECORDS_CSV;
}

int
logger_read(struct arena *arena, const char *path, const struct zone *zone,
            struct readings *readings, const char **hash, struct err *err)
{
    const struct records_options options = {.format = format_of(path), .bare = true};
    struct records *records;
    const char *after = NULL;
    *readings = (struct readings){0};
    if ((hash && hash_file(arena, path, hash, err) < 0) ||
        records_open(&records, path, &options, err) < 0)
        return -1;
    int result = read_rows(arena, records, zone, readings, err);
    records_close(records);
    if (result < 0 || !hash)
        return result;
    if (hash_file(arena, path, &after, err) < 0)
        return -1;
    return strcmp(*hash, after) == 0
               ? 0
               : err_set(err, ERR_IO, _("%s: changes while it is read; try again"), path);
}
