/*
 * sell: contracts and the money for them.
 *
 *     draft → reviewed (法务审核, by another person than the drafter) → signed → (paid)      or →
 * cancelled
 *
 * The code of a contract is the order of its payments. Money fills the lines of a contract in their order,
 * one after the other, so that each line of money is of one project. When a signed contract is paid in full,
 * its balances come into being (sell_balance.h), one for each project, that of a package apart; what is not
 * paid in full has none, and gives back what was paid and not recognised by a treatment. Gifts become
 * balances without money.
 *
 * A project for which no contract is due (project.contract = 0) is sold by paying for it: the order then has
 * the code of its payment.
 */
#ifndef MEDI_VISIT_SELL_H
#define MEDI_VISIT_SELL_H

#include "base/arena.h"
#include "db/db.h"
#include "visit/sell_line.h"

/* ---- contracts ---- */

struct sell_draft {
    int64_t store_id, client_id;
    int64_t visit_id, plan_id; /* 0: none */
    const char *consultant;    /* code, or NULL */
    int64_t at, day;
    const char *code; /* NULL: made */
    const char *by;   /* login */
    const char *note;
    const struct sell_line *lines; /* priced */
    int count;
    /* by sell_draft: */
    int64_t list_fen, amount_fen;
};

/* Writes it with its lines. A code that is given may be that of an order with nothing but deposits of the same
 * client, which then count for the contract. */
int sell_draft(struct db *db, struct arena *arena, struct sell_draft *draft, struct err *err);

struct sell_order {
    int64_t store_id;
    const char *code, *client, *state; /* state NULL: it is no contract */
    int64_t id, client_id, birthday;   /* birthday SELL_NO_DAY: not known */
    int64_t visit_id, consultant_id;   /* 0: none */
    int64_t amount_fen, paid_fen;      /* as agreed; received, net */
    int64_t balances;
    const char *drafted_by;
};
#define SELL_NO_DAY INT64_MIN

/* A contract; ERR_DATA if there is none. */
int sell_contract(struct db *db, struct arena *arena, int64_t store_id, const char *code,
                  struct sell_order *order, struct err *err);

/* `staff`: code of who reviewed it; `by`: their login. */
int sell_review(struct db *db, const struct sell_order *order, const char *staff, const char *by,
                int64_t at, struct err *err);

struct sell_signature {
    const char *signer, *proof; /* client or guardian */
    int64_t at, day;
};
/* A minor's guardian signs. What was paid before makes the balances if it is all. */
int sell_sign(struct db *db, struct arena *arena, struct sell_order *order,
              const struct sell_signature *signature, struct err *err);

/* Nothing may be paid for it any more. */
int sell_cancel(struct db *db, const struct sell_order *order, struct err *err);

/* ---- money ---- */

struct sell_payment {
    const char *code; /* NULL: made; of several lines the others get -2, -3 … */
    const char *kind; /* deposit, payment */
    const char *class, *method, *note;
    int64_t amount_fen, at, day;
    /* by sell_pay: */
    int64_t lines, balances; /* that were written */
};

/* For a contract: never more than is due; a payment once it is signed, a deposit before that too. */
int sell_pay(struct db *db, struct arena *arena, struct sell_order *order,
             struct sell_payment *payment, struct err *err);

/* Without a contract: a deposit, or one project for which none is due. */
struct sell_direct {
    int64_t store_id, client_id;
    int64_t visit_id;             /* 0: none */
    const char *consultant;       /* code, or NULL */
    const char *order;            /* NULL: that of the payment */
    const struct sell_line *line; /* NULL: a deposit */
};
int sell_pay_direct(struct db *db, struct arena *arena, struct sell_direct *direct,
                    struct sell_payment *payment, struct err *err);

struct sell_refund {
    int64_t store_id;
    const char *order, *code, *reason, *method;
    int64_t amount_fen;         /* SELL_NOT_SAID: what the balances are worth */
    const char *const *returns; /* balances, "B1" or "B1*2"; count 0: all that is left */
    int return_count;
    int64_t at, day;
    /* by sell_refund: */
    int64_t given_fen, given_before_fen, paid_fen; /* now; before; received, before this */
    int64_t units;                                 /* that were returned */
    const char *client;
};

/* Gives back, with the balances in the same transaction. ERR_DATA: more than was paid and not recognised. */
int sell_refund(struct db *db, struct arena *arena, struct sell_refund *refund, struct err *err);

#endif
