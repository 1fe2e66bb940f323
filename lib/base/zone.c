#include "base/zone.h"

#include <string.h>

#include "base/zone_rule.h"

struct zone {
    const char *name;
    int64_t *moments; /* transitions, ascending */
    int *offsets;     /* in force from moments[i] on */
    int count;
    int first_offset; /* before moments[0] */
    struct zone_rule rule;
    bool has_rule;
};

/* A TZif header's counts (RFC 8536 section 3.1). */
struct header {
    char version;
    uint32_t isut, isstd, leap, time, type, chars;
};

/* Offsets as RFC 8536 section 3.2 wants them: more than -25 hours, less than 26. */
enum { HEADER = 44, MOST_TRANSITIONS = 20000, OFFSET_LEAST = -89999, OFFSET_MOST = 93599 };

static uint32_t
be32(const unsigned char *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static int64_t
be64(const unsigned char *at)
{
    return (int64_t)((uint64_t)be32(at) << 32 | be32(at + 4));
}

static bool
read_header(const unsigned char *at, size_t left, struct header *header)
{
    if (left < HEADER || memcmp(at, "TZif", 4) != 0)
        return false;
    *header = (struct header){(char)at[4],   be32(at + 20), be32(at + 24), be32(at + 28),
                              be32(at + 32), be32(at + 36), be32(at + 40)};
    return header->time <= MOST_TRANSITIONS && header->type >= 1 && header->type <= 256 &&
           header->leap < 1000 && header->chars < 10000 && header->isut <= 256 &&
           header->isstd <= 256;
}

static size_t
body_size(const struct header *h, size_t wide)
{
    return h->time * wide + h->time + h->type * 6 + h->chars + h->leap * (wide + 4) + h->isstd +
           h->isut;
}

static bool
read_offset(const unsigned char *type, int *offset)
{
    *offset = (int)(int32_t)be32(type);
    return *offset >= OFFSET_LEAST && *offset <= OFFSET_MOST;
}

static bool
read_body(struct arena *arena, struct zone *zone, const struct header *header,
          const unsigned char *at)
{
    const unsigned char *kinds = at + header->time * 8, *types = kinds + header->time;
    zone->count = (int)header->time;
    zone->moments = arena_array(arena, header->time, sizeof *zone->moments);
    zone->offsets = arena_array(arena, header->time, sizeof *zone->offsets);
    if (!read_offset(types, &zone->first_offset))
        return false;
    for (int i = 0; i < zone->count; i++) {
        if (kinds[i] >= header->type ||
            !read_offset(types + (size_t)kinds[i] * 6, &zone->offsets[i]))
            return false;
        zone->moments[i] = be64(at + (size_t)i * 8);
        if (i > 0 && zone->moments[i] <= zone->moments[i - 1])
            return false;
    }
    return true;
}

/* The rule stands between two newlines behind the body; an empty one means there is none. */
static bool
read_footer(struct zone *zone, const unsigned char *at, const unsigned char *end)
{
    if (at == end || *at != '\n')
        return false;
    const unsigned char *stop = memchr(at + 1, '\n', (size_t)(end - at - 1));
    if (!stop)
        return false;
    if (stop == at + 1)
        return true;
    zone->has_rule = zone_rule_parse((const char *)at + 1, (size_t)(stop - at - 1), &zone->rule);
    return zone->has_rule;
}

static bool
read_zone(struct arena *arena, struct zone *zone, const unsigned char *at, size_t length)
{
    const unsigned char *end = at + length;
    struct header header;
    if (!read_header(at, length, &header) || header.version < '2' ||
        length - HEADER < body_size(&header, 4))
        return false;
    at += HEADER + body_size(&header, 4);
    if (!read_header(at, (size_t)(end - at), &header) ||
        (size_t)(end - at) - HEADER < body_size(&header, 8))
        return false;
    at += HEADER;
    return read_body(arena, zone, &header, at) &&
           read_footer(zone, at + body_size(&header, 8), end);
}

struct zone *
zone_parse(struct arena *arena, const char *name, const void *bytes, size_t length, struct err *err)
{
    struct zone *zone = arena_alloc(arena, sizeof *zone);
    zone->name = arena_strdup(arena, name);
    if (!read_zone(arena, zone, bytes, length)) {
        err_set(err, ERR_IO, _("%s: not a time zone file of version 2 or later"), name);
        return NULL;
    }
    return zone;
}

const char *
zone_name(const struct zone *zone)
{
    return zone->name;
}

int
zone_offset(const struct zone *zone, int64_t moment)
{
    int low = 0, high = zone->count;                   /* the first transition after `moment` */
    if (high > 0 && zone->moments[high - 1] <= moment) /* most are of today's rule */
        low = high;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (zone->moments[middle] <= moment)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == zone->count && zone->has_rule)
        return zone_rule_offset(&zone->rule, moment);
    return low == 0 ? zone->first_offset : zone->offsets[low - 1];
}

/* Offsets never differ from UTC by more than a day, so what held a day before and a day after the
 * reading are the only candidates. The earlier one is tried first: a repeated reading is its first
 * showing; a skipped one fits neither and keeps the offset before the gap. */
int64_t
zone_moment(const struct zone *zone, int64_t day, int second_of_day)
{
    int64_t local = day * DAY_SECONDS + second_of_day;
    int before = zone_offset(zone, local - DAY_SECONDS);
    int after = zone_offset(zone, local + DAY_SECONDS);
    if (before == after || zone_offset(zone, local - before) == before)
        return local - before;
    if (zone_offset(zone, local - after) == after)
        return local - after;
    return local - before;
}

int
zone_readings(const struct zone *zone, int64_t day, int second_of_day, int64_t moments[2])
{
    int64_t local = day * DAY_SECONDS + second_of_day;
    int before = zone_offset(zone, local - DAY_SECONDS);
    int after = zone_offset(zone, local + DAY_SECONDS);
    int count = 0;
    if (zone_offset(zone, local - before) == before)
        moments[count++] = local - before;
    if (after != before && zone_offset(zone, local - after) == after)
        moments[count++] = local - after;
    return count;
}

int64_t
zone_day(const struct zone *zone, int64_t moment)
{
    return floor_div(moment + zone_offset(zone, moment), DAY_SECONDS);
}

void
zone_civil(const struct zone *zone, int64_t moment, struct civil *civil)
{
    int64_t local = moment + zone_offset(zone, moment);
    int second = (int)floor_mod(local, DAY_SECONDS);
    day_to_civil(floor_div(local, DAY_SECONDS), civil);
    civil->hour = second / 3600;
    civil->minute = second / 60 % 60;
    civil->second = second % 60;
}

static char *
put2(char *at, int number, char behind)
{
    at[0] = (char)('0' + number / 10);
    at[1] = (char)('0' + number % 10);
    at[2] = behind;
    return at + 3;
}

size_t
zone_format(const struct zone *zone, int64_t moment, char out[32])
{
    int offset = zone_offset(zone, moment);
    int64_t day = floor_div(moment + offset, DAY_SECONDS);
    int second = (int)(moment + offset - day * DAY_SECONDS);
    int minutes = (offset < 0 ? -offset : offset) / 60;
    char *at = out + day_format(day, out);
    *at++ = 'T';
    at = put2(at, second / 3600, ':');
    at = put2(at, second / 60 % 60, ':');
    at = put2(at, second % 60, offset < 0 ? '-' : '+');
    at = put2(at, minutes / 60, ':');
    at = put2(at, minutes % 60, '\0');
    return (size_t)(at - 1 - out);
}
