/*
 * gtin: the number of a product in a bar code (GS1 General Specifications): 8, 12, 13 or 14 digits,
 * the last of which checks the others. Kept as fourteen, filled up with zeros in front.
 */
#ifndef MEDI_SCAN_GTIN_H
#define MEDI_SCAN_GTIN_H

#include <stddef.h>

#include "base/err.h"

enum { GTIN_ROOM = 15 };

/* ERR_DATA: another length, or another check digit than the one that belongs there, which it says. */
int gtin_read(const char *text, size_t length, char out[GTIN_ROOM], struct err *err);

#endif
