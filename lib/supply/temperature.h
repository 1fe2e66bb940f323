/*
 * temperature: whether the record of a logger shows that goods were kept as they must be, all the way.
 *
 * Readings are thousandths of a degree Celsius at UTC seconds, in order. What is judged, each with
 * its own code:
 *
 *     clock     the record begins long before the goods were sent off, or goes on after they
 *     arrived: the logger's
 *               clock is not ours, or it is the record of something else
 *     cover     it begins after they were sent off, or ends before they arrived, by more than the
 *     longest silence
 *     gap       a silence between two readings of more than so many minutes; exactly so many is
 *     none. A logger that is
 *               silent has not measured, whatever it says before and after
 *     limits    a reading beyond what is ever allowed
 *     time      out of the limits, but within what is ever allowed, for longer in sum than allowed.
 *     What lies between
 *               a reading in the limits and one out of them counts as out
 *     kinetic   the mean kinetic temperature is above its limit
 *
 * Mean kinetic temperature (Haynes, J. Pharm. Sci. 60 (1971) 927; USP <1079.2>): T_K = (ΔH/R) /
 * -ln(Σ w exp(-ΔH/(R T)) /
 * Σ w) in kelvin; ΔH 83.144 kJ/mol unless another is given, R 8.3144 J/(mol K), so that ΔH/R is
 * 10,000 K. A reading
 * weighs as long as it is the newest, the last one as long as the one before it: equal intervals
 * give the plain mean.
 */
#ifndef MEDI_SUPPLY_TEMPERATURE_H
#define MEDI_SUPPLY_TEMPERATURE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/zone.h"

struct reading {
    int64_t at;
    int32_t mdeg;
    int32_t line; /* of the file */
};

struct readings {
    struct reading *items;
    int count;
    int silent; /* rows without a value */
};

/* Limits hold at their own value. */
struct temperature_limits {
    bool has_min, has_max;
    int64_t min, max;           /* thousandths of a degree */
    int64_t ever_min, ever_max; /* what is ever allowed, where `allowed_s` is above 0 */
    int64_t allowed_s;          /* out of min and max in sum; 0: none is allowed */
    int64_t gap_s;              /* the longest silence */
    int64_t early_s, late_s;    /* a record may begin so long before, and go on so long after */
    int64_t kinetic;            /* thousandths of a degree; INT64_MAX: no limit */
    int64_t energy;             /* ΔH, J/mol */
};

/* The transport: from, to; TEMPERATURE_NO_TIME: not known, and then not judged. */
#define TEMPERATURE_NO_TIME INT64_MIN
struct transport {
    int64_t shipped_at, arrived_at;
};

enum temperature_fault {
    TEMPERATURE_CLOCK,
    TEMPERATURE_COVER,
    TEMPERATURE_GAP,
    TEMPERATURE_LIMITS,
    TEMPERATURE_TIME,
    TEMPERATURE_KINETIC,
    TEMPERATURE_FAULTS
};

/* One fault: its first moment, and the value that shows it (thousandths of a degree, or seconds). */
struct temperature_found {
    enum temperature_fault fault;
    int64_t at, value, limit;
    int line;  /* of the file; 0: none */
    int times; /* how many such */
    const char *words;
};

struct temperature_verdict {
    int64_t readings, first_at, last_at, min, max, kinetic, out_s, gap_s;
    struct temperature_found found[TEMPERATURE_FAULTS];
    int count;
};

const char *temperature_code(enum temperature_fault fault); /* "gap" */

/* `words` of what is found are in the run's language, times in `zone`. There is at least one reading. */
void temperature_judge(struct arena *arena, const struct readings *readings,
                       const struct temperature_limits *limits, const struct transport *transport,
                       const struct zone *zone, struct temperature_verdict *verdict);

/* Thousandths of a degree. */
int64_t temperature_kinetic(const struct readings *readings, int64_t energy);

/* "-18.5", "5", "4.25 °C", "+2.0℃" to thousandths of a degree, rounded half away from zero:
 * false if it is none, is in
 * Fahrenheit, or lies outside -273.15 … 200. */
bool temperature_parse(const char *text, int64_t *mdeg);
/* "4.250" */
const char *temperature_text(struct arena *arena, int64_t mdeg);

/* The codes with commas: "gap limits"; "" if all is well. */
const char *temperature_codes(struct arena *arena, const struct temperature_verdict *verdict);

#endif
