/*
 * sell_private: what the sell*.c files share.
 */
#ifndef MEDI_VISIT_SELL_PRIVATE_H
#define MEDI_VISIT_SELL_PRIVATE_H

#include "visit/sell.h"

/* What a contract is made of, project by project. */
struct sell_share {
    int64_t line, project_id, package_id; /* package 0: none */
    int64_t quantity, amount_fen;
    int64_t months; /* its balance holds so long; 0: for ever */
};

int sell_shares(struct db *db, struct arena *arena, const struct sell_order *order,
                struct sell_share **shares, int *count, struct err *err);

/* The balances of an order that is paid. */
int sell_make_balances(struct db *db, struct arena *arena, const struct sell_order *order,
                       const struct sell_share *shares, int count, int64_t day, struct err *err);

/* One line of money of an order. */
struct sell_money {
    const struct sell_order *order;
    const struct sell_payment *payment;
    const char *code;
    int64_t project_id, quantity, amount_fen; /* project 0: none */
};
int sell_money_add(struct db *db, struct arena *arena, const struct sell_money *money,
                   struct err *err);

#endif
