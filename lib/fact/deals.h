/*
 * deals: the days on which clients' orders became deals. Of a few clients they are asked for one by one; with
 * deals_load, those of all are read once from the facts, which must then be made.
 */
#ifndef MEDI_FACT_DEALS_H
#define MEDI_FACT_DEALS_H

#include "fact/maker.h"

struct deals;

/* A line of an order; kind as `words` of the fact sale number them. */
struct order_line {
    int64_t day, client, id, project, consultant, quantity, amount;
    int kind, order;
};
enum { KIND_DEPOSIT = 1, KIND_PAYMENT, KIND_REFUND };
int order_kind(const char *word);

/* The day at whose end an order's lines, which are in the order of days, make it a deal: then `end` is how many
 * lines there are until then, and true. */
bool order_deal(const struct order_line *lines, int count, int64_t threshold_fen, int *end);

int deals_load(struct maker *maker, struct err *err);
void deals_free(struct deals *deals); /* NULL-safe */

#endif
