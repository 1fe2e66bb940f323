/*
 * logger: the readings in a file that a temperature logger or its program wrote.
 *
 * CSV or TSV, UTF-8 or GB18030. Lines before the header (make, serial number) are passed over: the
 * header is the first
 * of the first 50 lines that names a time and a temperature, as 时间, 记录时间, 采集时间,
 * time, timestamp, date/time …, or a date and a time
 * in two columns; and 温度, 温度(℃), temperature, temp … . Fahrenheit is refused. Times
 * without an offset are the given
 * zone's. A row without a value (empty, --, N/A, 断线) is a silence. Times must not go back; a
 * file that counts back from
 * the newest is turned round. Anything else is ERR_DATA with the line.
 */
#ifndef MEDI_SUPPLY_LOGGER_H
#define MEDI_SUPPLY_LOGGER_H

#include "supply/temperature.h"

/* `hash` (may be NULL) gets the SHA-256 of the file's bytes, as hexadecimal digits: `path` must
 * then be a file. */
int logger_read(struct arena *arena, const char *path, const struct zone *zone,
                struct readings *readings, const char **hash, struct err *err);

#endif
