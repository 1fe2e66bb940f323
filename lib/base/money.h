/*
 * Money is a whole number of fen (1 yuan = 100 fen) in an int64_t. Nothing here is floating.
 */
#ifndef MEDI_BASE_MONEY_H
#define MEDI_BASE_MONEY_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

/*
 * Reads "1280", "1,280.00", "¥1,280.00", "￥1280元", "-300.5", "(300.50)" as fen. More than two
 * decimals, digits grouped wrongly, other currencies, and what does not fit are refused in words:
 * nothing is rounded.
 */
int money_parse(const char *text, size_t length, int64_t *fen, struct err *err);

/* "1280.00", "-0.05": what money_parse reads back; returns the length. */
size_t money_format(int64_t fen, char out[32]);

#endif
