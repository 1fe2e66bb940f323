/*
 * zonefile: time zones by name, from the system's zone files (/usr/share/zoneinfo).
 */
#ifndef MEDI_TEXT_ZONEFILE_H
#define MEDI_TEXT_ZONEFILE_H

#include "base/zone.h"

#define ZONE_DEFAULT "Asia/Shanghai"

/* Whether `name` has the shape of a zone name: parts of letters, digits, "_", "-", "+" between
 * single slashes, so that it can only name a file below the zone directory. */
bool zone_name_ok(const char *name);

/* The zone, in the arena; else NULL: ERR_DATA if the name is no zone's, ERR_IO if there are no
 * zone files at all. */
struct zone *zone_load(struct arena *arena, const char *name, struct err *err);

#endif
