/*
 * The POSIX rule at the end of a TZif file ("CST-8", "EST5EDT,M3.2.0,M11.1.0"), which holds after
 * the last listed transition (RFC 8536 section 3.3, with the extended hours of -167 to 167).
 */
#ifndef MEDI_BASE_ZONE_RULE_H
#define MEDI_BASE_ZONE_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct zone_date {
    char form; /* 'J' day 1-365 without 29 February, 'N' day 0-365, 'M' month.week.weekday */
    int month, week, day;
    int second; /* of that local day; may lie outside it */
};

struct zone_rule {
    int offset, summer_offset; /* seconds east */
    bool summer;               /* there is daylight saving */
    struct zone_date start, end;
};

/* False when the text is no such rule. */
bool zone_rule_parse(const char *text, size_t length, struct zone_rule *rule);
int zone_rule_offset(const struct zone_rule *rule, int64_t moment);

#endif
