/*
 * history: what the purchase models need to know of one client, kept while the purchases come by.
 *
 *     x      days with a purchase after the first one
 *     t_x    days from the first purchase to the last one
 *     t      days from the first purchase to the end of the observation (T in the papers)
 *
 * (x, t_x, T) are sufficient: no model here looks at more (Fader, Hardie and Lee 2005). Purchases of one
 * day are one, their amounts added; a client who buys twice in a day has not come back. A refund is a
 * negative amount and takes from its day: a day on which something was given back and nothing is left is no
 * purchase, nor is a day of refunds alone. A day of amount 0 without a refund is one (a trial, or a gift
 * that the till wrote down).
 *
 * Days must come in order. Memory is the struct, however many there are.
 */
#ifndef MEDI_CLIENT_HISTORY_H
#define MEDI_CLIENT_HISTORY_H

#include <stdbool.h>
#include <stdint.h>

struct history {
    int64_t first, last; /* days with a purchase that are closed */
    int64_t count;       /* of them */
    int64_t repeat_fen;  /* paid on them, the first one left out */
    int64_t day, fen;    /* the day that is open */
    bool open, refunded;
};

/* What the models take: a client with at least one purchase. */
struct buyer {
    int64_t x, t_x, t;
    int64_t repeat_fen; /* paid on the x days */
};

enum history_answer { HISTORY_TAKEN, HISTORY_BEFORE, HISTORY_TOO_MUCH };

/* HISTORY_BEFORE: the day lies before one that was given, and nothing was taken. HISTORY_TOO_MUCH: a sum is
 * over 10^17 fen, and the history is of no more use. */
enum history_answer history_add(struct history *history, int64_t day, int64_t fen);

/* Closes the last day. False if there is no purchase up to the day `until`, which must not lie before a day
 * that was given. */
bool history_buyer(struct history *history, int64_t until, struct buyer *buyer);

#endif
