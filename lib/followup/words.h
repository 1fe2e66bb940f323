/*
 * words: what the packs of follow-up have alike: ladders.yaml, recall.yaml.
 */
#ifndef MEDI_FOLLOWUP_WORDS_H
#define MEDI_FOLLOWUP_WORDS_H

#include <stdbool.h>

#include "base/err.h"
#include "text/yaml.h"

extern const char *const followup_roles[], *const followup_channels[]; /* NULL-terminated */

bool word_among(const char *const *list, const char *word); /* NULL: is not */

/* A word of small letters, digits and hyphens: it becomes a part of codes. */
int word_check(const struct yaml *node, const char *word, struct err *err);

#endif
