/*
 * sell: what the verbs of contracts and of money share.
 */
#ifndef MEDI_BIN_VISIT_SELL_H
#define MEDI_BIN_VISIT_SELL_H

#include "bin/visit/verbs.h"
#include "visit/sell.h"

/* "1280.00". In the arena. */
const char *sell_yuan(struct ctx *ctx, int64_t fen);

int sell_find_contract(struct ctx *ctx, const char *code, struct sell_order *order,
                       struct err *err);

int sell_say_code(struct ctx *ctx, const char *code, struct err *err);

struct voucher_cut {
    const char *voucher, *order;
    const struct sell_terms *terms;
    int64_t at;
    struct sell_line *lines;
    int count;
};

/* A voucher is no money received: what is sold costs less by it. Without a voucher nothing happens. */
int sell_redeem(struct ctx *ctx, const struct voucher_cut *cut, struct err *err);

#endif
