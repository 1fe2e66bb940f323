/*
 * language: which one the messages are in. Numbers are never localised, and no locale need be
 * installed: the process runs in C.UTF-8, which the C library brings along, and gettext is told the
 * language by its own variable (so it works under cron's C locale and an empty environment).
 */
#ifndef MEDI_CLI_LANGUAGE_H
#define MEDI_CLI_LANGUAGE_H

#include <stdbool.h>

/* Once, before the first message. `share` holds locale/; the catalogue is zh_CN's. */
void language_use(bool zh, const char *share);

/* The heading of a column in the language in use; NULL if it has none but its name. */
const char *language_heading(const char *column);

#endif
