/*
 * dated_words: a word a client from a day on: tiers (client_tier), and segments, which are as they were
 * last computed whatever the day.
 */
#ifndef MEDI_KPI_DATED_WORDS_H
#define MEDI_KPI_DATED_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "db/db.h"

struct dated_words;
int dated_words_load(struct db *db, struct arena *arena, bool tiers, struct dated_words **words,
                     struct err *err);
int64_t dated_words_at(const struct dated_words *words, int64_t client, int64_t day); /* 0: none */
const char *const *dated_words_list(const struct dated_words *words);                 /* from 1 */
int dated_words_count(const struct dated_words *words);                               /* with 0 */

#endif
