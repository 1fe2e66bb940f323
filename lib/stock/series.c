#include "stock/series.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "text/records.h"

enum kind { ANY, DAYS, MONTHS, WEEKS, NUMBERS };

struct point {
    const char *id;
    int64_t period;
    double value;
    size_t line;
};

struct series_reader {
    struct records *records;
    bool wide;
    int frequency;
    size_t line;
    double *values; /* of the series shown */
    size_t room;
    /* long: everything */
    struct arena arena;
    enum kind kind;
    struct point *points;
    size_t count, size, at;
};

static int
place(const struct series_reader *reader, size_t line, struct err *err)
{
    return err_wrap(err, "%s:%zu", records_name(reader->records), line);
}

/* ---- a value ---- */

static int
parse_value(const struct field *field, double *value, struct err *err)
{
    char *end;
    *value = NAN;
    if (field->length == 0)
        return 0;
    if (strspn(field->text, "0123456789.eE+-") == field->length) {
        *value = strtod(field->text, &end);
        if (end == field->text + field->length && fabs(*value) <= SERIES_VALUE_MOST)
            return 0;
    }
    return err_set(err, ERR_DATA,
                   _("%s: expected a number up to 1e12, or nothing if it is missing"), field->text);
}

static double *
room_for(struct series_reader *reader, size_t count)
{
    if (count > reader->room) {
        reader->room = count < 1024 ? 1024 : count * 2;
        reader->values = mem_resize(reader->values, reader->room * sizeof(double));
    }
    return reader->values;
}

/* ---- wide ---- */

static int
take_wide(struct series_reader *reader, const struct record *record, struct series *series,
          struct err *err)
{
    char *end;
    if (record->count < 2 || record->count > records_header_count(reader->records))
        return err_set(err, ERR_DATA, _("%d columns, and the header has %d"), record->count,
                       records_header_count(reader->records));
    long n = strtol(record->fields[1].text, &end, 10);
    if (record->fields[0].length == 0)
        return err_set(err, ERR_DATA, _("id: missing"));
    if (record->fields[1].length == 0 || *end || n < 0 || n > record->count - 2)
        return err_set(err, ERR_DATA, _("n: %s: expected the number of values, up to %d"),
                       record->fields[1].text, record->count - 2);
    double *values = room_for(reader, (size_t)n + 1);
    for (int i = 2; i < record->count; i++) {
        double value;
        if (parse_value(&record->fields[i], &value, err) < 0)
            return err_wrap(err, "%s", records_header(reader->records, i));
        if (i - 2 < n)
            values[i - 2] = value;
        else if (!isnan(value))
            return err_set(err, ERR_DATA, _("%s: a value behind the n = %ld that were announced"),
                           records_header(reader->records, i), n);
    }
    *series = (struct series){record->fields[0].text, values, (int)n};
    return 1;
}

static int
next_wide(struct series_reader *reader, struct series *series, struct err *err)
{
    struct record record;
    int got = records_next(reader->records, &record, err);
    if (got <= 0)
        return got;
    return take_wide(reader, &record, series, err) < 0 ? place(reader, record.line, err) : 1;
}

/* ---- long ---- */

/* Exactly `count` digits. */
static bool
digits(const char *text, int count, int64_t *number)
{
    *number = 0;
    for (int i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        *number = *number * 10 + text[i] - '0';
    }
    return true;
}

/* "2024-01" and "2024-W05". */
static enum kind
month_or_week(const struct field *field, int64_t *period)
{
    int64_t year, part;
    const char *text = field->text;
    if (field->length < 7 || !digits(text, 4, &year) || year < 1 || text[4] != '-')
        return ANY;
    if (field->length == 7 && digits(text + 5, 2, &part) && part >= 1 && part <= 12) {
        *period = year * 12 + part - 1;
        return MONTHS;
    }
    if (field->length != 8 || text[5] != 'W' || !digits(text + 6, 2, &part))
        return ANY;
    /* the week of 4 January is the first; the year has a 53rd if that of 28 December is one */
    int64_t first = day_week_start(day_from_civil((int)year, 1, 4)) / 7;
    int64_t last = day_week_start(day_from_civil((int)year, 12, 28)) / 7;
    *period = first + part - 1;
    return part >= 1 && *period <= last ? WEEKS : ANY;
}

static int64_t
period_of_day(int64_t day, int frequency)
{
    struct civil civil;
    if (frequency == 52)
        return floor_div(day_week_start(day), 7);
    if (frequency != 12)
        return day;
    day_to_civil(day, &civil);
    return civil.year * 12 + civil.month - 1;
}

static enum kind
parse_period(const struct field *field, int frequency, int64_t *period)
{
    int64_t day;
    enum kind kind = month_or_week(field, period);
    size_t sign = field->text[0] == '-';
    if (kind != ANY)
        return kind;
    if (field->length > sign && field->length < 8 &&
        digits(field->text + sign, (int)(field->length - sign), period)) {
        *period = sign ? -*period : *period;
        return NUMBERS;
    }
    if (!day_parse(field->text, field->length, &day))
        return ANY;
    *period = period_of_day(day, frequency);
    return DAYS;
}

static int
take_long(struct series_reader *reader, const struct record *record, struct err *err)
{
    struct point point = {.line = record->line};
    if (record->count != 3)
        return err_set(err, ERR_DATA, _("%d columns, and the header has %d"), record->count, 3);
    if (record->fields[0].length == 0)
        return err_set(err, ERR_DATA, _("id: missing"));
    enum kind kind = parse_period(&record->fields[1], reader->frequency, &point.period);
    if (kind == ANY || (reader->kind != ANY && kind != reader->kind))
        return err_set(err, ERR_DATA,
                       _("period: %s: expected a day, a month as 2024-01, a week as 2024-W05 or a "
                         "whole number, all of one kind"),
                       record->fields[1].text);
    reader->kind = kind;
    if (parse_value(&record->fields[2], &point.value, err) < 0)
        return err_wrap(err, "value");
    if (reader->count == reader->size) {
        reader->size = reader->size ? reader->size * 2 : 1024;
        reader->points = mem_resize(reader->points, reader->size * sizeof point);
    }
    const struct point *before = reader->count ? &reader->points[reader->count - 1] : NULL;
    point.id = before && strcmp(before->id, record->fields[0].text) == 0
                   ? before->id
                   : arena_strdup(&reader->arena, record->fields[0].text);
    reader->points[reader->count++] = point;
    return 0;
}

static int
compare(const void *a, const void *b)
{
    const struct point *one = a, *other = b;
    int order = one->id == other->id ? 0 : strcmp(one->id, other->id);
    if (order == 0)
        order = (one->period > other->period) - (one->period < other->period);
    return order ? order : (one->line > other->line) - (one->line < other->line);
}

static int
check_order(const struct series_reader *reader, struct err *err)
{
    for (size_t i = 1; i < reader->count; i++) {
        const struct point *one = &reader->points[i - 1], *other = &reader->points[i];
        if (strcmp(one->id, other->id) != 0 || one->period != other->period)
            continue;
        err_set(err, ERR_DATA, _("period: %s has a value of this period in line %zu already"),
                other->id, one->line);
        return place(reader, other->line, err);
    }
    return 0;
}

static int
read_long(struct series_reader *reader, struct err *err)
{
    struct record record;
    int got;
    while ((got = records_next(reader->records, &record, err)) == 1)
        if (take_long(reader, &record, err) < 0)
            return place(reader, record.line, err);
    if (got < 0)
        return -1;
    if (reader->count)
        qsort(reader->points, reader->count, sizeof *reader->points, compare);
    return check_order(reader, err);
}

static int
next_long(struct series_reader *reader, struct series *series, struct err *err)
{
    if (reader->at == reader->count)
        return 0;
    const struct point *first = &reader->points[reader->at], *end = reader->points + reader->count;
    const struct point *last = first;
    while (last + 1 < end && strcmp(last[1].id, first->id) == 0)
        last++;
    int64_t n = last->period - first->period + 1;
    if (n > SERIES_LENGTH_MOST) {
        err_set(err, ERR_DATA, _("period: %s spans %lld periods; at most %d"), first->id,
                (long long)n, (int)SERIES_LENGTH_MOST);
        return place(reader, last->line, err);
    }
    double *values = room_for(reader, (size_t)n);
    for (int64_t i = 0; i < n; i++)
        values[i] = NAN;
    for (const struct point *point = first; point <= last; point++)
        values[point->period - first->period] = point->value;
    *series = (struct series){first->id, values, (int)n};
    reader->at += (size_t)(last - first) + 1;
    return 1;
}

/* ---- both ---- */

static bool
header_is(const struct records *records, int column, const char *name)
{
    return column < records_header_count(records) &&
           strcmp(records_header(records, column), name) == 0;
}

static int
read_header(struct series_reader *reader, struct err *err)
{
    const struct records *records = reader->records;
    bool id = header_is(records, 0, "id");
    reader->wide = id && header_is(records, 1, "n");
    if (reader->wide)
        return 0;
    if (id && header_is(records, 1, "period") && header_is(records, 2, "value") &&
        records_header_count(records) == 3)
        return read_long(reader, err);
    return err_set(err, ERR_DATA,
                   _("%s:1: expected the columns id,n,v1,v2… (a line a series) or id,period,value"),
                   records_name(records));
}

int
series_open(struct series_reader **opened, const char *path, int frequency, struct err *err)
{
    const struct records_options options = {0};
    struct records *records;
    *opened = NULL;
    if (records_open(&records, path, &options, err) < 0)
        return -1;
    struct series_reader *reader = mem_alloc(sizeof *reader);
    *reader = (struct series_reader){.records = records, .frequency = frequency};
    arena_init(&reader->arena);
    *opened = reader;
    return read_header(reader, err);
}

void
series_close(struct series_reader *reader)
{
    if (!reader)
        return;
    records_close(reader->records);
    arena_release(&reader->arena);
    free(reader->points);
    free(reader->values);
    free(reader);
}

bool
series_is_weekly(const struct series_reader *reader)
{
    return reader->kind == WEEKS;
}

int
series_next(struct series_reader *reader, struct series *series, struct err *err)
{
    return reader->wide ? next_wide(reader, series, err) : next_long(reader, series, err);
}

bool
series_can_rewind(const struct series_reader *reader)
{
    return !reader->wide || records_can_rewind(reader->records);
}

bool
series_rewind(struct series_reader *reader, struct err *err)
{
    reader->at = 0;
    return !reader->wide || records_rewind(reader->records, err);
}
