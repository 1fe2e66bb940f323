/*
 * Opening hours in one spelling: "Mo-Fr 09:00-18:00; Sa-Su 10:00-20:00" (a part of the
 * opening_hours notation of OpenStreetMap). Read are that, "09:00-21:00" (every day), and what
 * Chinese signs say: "周一至周五 9:00-18:00；周六日 10:00-20:00", "每天 9:00-21:00". A day that no
 * part names is closed.
 */
#ifndef MEDI_RECORD_HOURS_H
#define MEDI_RECORD_HOURS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct hours {
    int opens[8], closes[8]; /* by ISO weekday 1-7, minutes of the day; equal: closed */
};

bool hours_parse(const char *text, size_t length, struct hours *hours);
void hours_format(const struct hours *hours, struct str *out);

#endif
