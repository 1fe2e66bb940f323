/*
 * ahead: what the references of the next records lead to, asked for together before the records are made
 * into rows: where each question is a journey to a server, a thousand at once cost as much as a few.
 *
 * It knows codes of any length, and also that one is not there, as long as nobody makes one: see ahead_made.
 * Texts are not copied and must live until ahead_clear. Inside refs.
 */
#ifndef MEDI_RECORD_AHEAD_H
#define MEDI_RECORD_AHEAD_H

#include "db/relation.h"

struct ahead;

enum ahead_answer { AHEAD_UNKNOWN, AHEAD_ONE, AHEAD_NONE, AHEAD_SEVERAL };

struct ahead *ahead_new(void);
void ahead_free(struct ahead *ahead); /* NULL-safe */
void ahead_clear(struct ahead *ahead);

/* `key` will be wanted in a column. */
void ahead_expect(struct ahead *ahead, int column, const struct lookup_key *key);

/* Asks for all that is expected of a column and not known; by_name: NULL, or asked for what by_code does not
 * find. */
int ahead_ask(struct ahead *ahead, int column, struct lookup *by_code, struct lookup *by_name,
              struct err *err);

/* AHEAD_ONE: `id` is set. */
enum ahead_answer ahead_get(const struct ahead *ahead, int column, const struct lookup_key *key,
                            int64_t *id);

/* Rows were made: what was not there may be there now. */
void ahead_made(struct ahead *ahead);

#endif
