/*
 * words: the dictionary (table fact_word). A word that is new gets the next number, in the table too unless
 * nothing may be written.
 */
#ifndef MEDI_FACT_WORDS_H
#define MEDI_FACT_WORDS_H

#include "base/arena.h"
#include "db/db.h"

struct words;

int words_open(struct words **words, struct db *db, struct arena *arena, bool writes,
               struct err *err);

/* Its number, from 1; -1 error. */
int words_number(struct words *words, const char *word, size_t length, struct err *err);

#endif
