/*
 * Degrees of latitude and longitude as whole millionths (about 11 cm). Further decimals are
 * rounded to the nearest; "31.230416", "-0.5", "121".
 */
#ifndef MEDI_RECORD_DEGREES_H
#define MEDI_RECORD_DEGREES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

bool degrees_parse(const char *text, size_t length, int64_t *millionths);
size_t degrees_format(int64_t millionths, char out[24]);

#endif
