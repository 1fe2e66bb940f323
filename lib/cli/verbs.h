/*
 * verbs: finding the verb that a command line means. A verb's name is one word, or two ("store
 * add"); a first word that only begins longer names is called a group.
 */
#ifndef MEDI_CLI_VERBS_H
#define MEDI_CLI_VERBS_H

#include "cli/cli.h"

/* The verb of the first one or two words, and how many words name it; NULL if there is none. */
const struct verb *verb_find(const struct tool *tool, int count, char **words, int *taken);

/* Whether `word` begins a verb of two words. */
bool verb_is_group(const struct tool *tool, const char *word);

/* The length of a name's first word; the second word, or NULL. */
size_t verb_first(const char *name);
const char *verb_second(const char *name);

bool verb_same_first(const struct verb *a, const struct verb *b);

/* Whether no verb before this one has its first word. */
bool verb_leads(const struct tool *tool, const struct verb *verb);

/* What to say when verb_find found none: with the nearest, or with what may follow. Returns -1. */
int verb_unknown(const struct tool *tool, int count, char **words, struct err *err);

/* "medi-db import [options] KIND [FILE...]", in the arena. */
char *verb_usage(const struct tool *tool, const struct verb *verb, struct arena *arena);

#endif
