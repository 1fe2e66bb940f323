/*
 * Zone: the rules of an IANA time zone, parsed from TZif bytes (RFC 8536, versions 2 to 4).
 *
 * The bytes come from the caller (text/zonefile.h reads them), because base does no I/O. Past the
 * last transition the POSIX footer rule holds.
 */
#ifndef MEDI_BASE_ZONE_H
#define MEDI_BASE_ZONE_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/err.h"

struct zone;

/* The zone that the bytes describe, in the arena; NULL with `err` set when they are no TZif. */
struct zone *zone_parse(struct arena *arena, const char *name, const void *bytes, size_t length,
                        struct err *err);
const char *zone_name(const struct zone *zone);

/* Seconds east of UTC in force at a moment. */
int zone_offset(const struct zone *zone, int64_t moment);

/*
 * The moment of a local clock reading (day, second of day). What a clock skipped (spring) is read
 * with the offset before the gap, so 02:30 becomes 03:30; what it showed twice (autumn) is the
 * first of the two.
 */
int64_t zone_moment(const struct zone *zone, int64_t day, int second_of_day);

/* How often a clock shows that reading: 1; 0, it was skipped; 2, it is shown twice. The moments, in order. */
int zone_readings(const struct zone *zone, int64_t day, int second_of_day, int64_t moments[2]);

int64_t zone_day(const struct zone *zone, int64_t moment);
void zone_civil(const struct zone *zone, int64_t moment, struct civil *civil);

/* RFC 3339 with offset: "2025-06-01T09:05:30+08:00"; returns the length (25). */
size_t zone_format(const struct zone *zone, int64_t moment, char out[32]);

#endif
