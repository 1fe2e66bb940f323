/*
 * amount: a decimal number as a whole number of 10^-places units, exactly; nothing is rounded.
 */
#ifndef MEDI_JOURNAL_AMOUNT_H
#define MEDI_JOURNAL_AMOUNT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* "4", "-0.5", "3.20" with two places: false if it is no number, has more decimals, or does not fit. */
bool amount_parse(const char *text, int64_t places, int64_t *amount);

/* "3.20": all its places. In the arena. */
const char *amount_format(struct arena *arena, int64_t amount, int64_t places);

#endif
