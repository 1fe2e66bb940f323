/*
 * sell_balance: prepaid balances (预存): treatments that were bought and paid for and not given yet.
 *
 * What one unit is worth is what is left of the balance's money ÷ its units that are left, rounded down to
 * the fen; the last unit takes all that is left. So the sum over all units is what was paid, whatever the
 * order of draws and returns. A balance never goes below zero, in units or in money: the statement that draws
 * says so too, for processes that do so at once.
 */
#ifndef MEDI_VISIT_SELL_BALANCE_H
#define MEDI_VISIT_SELL_BALANCE_H

#include "base/arena.h"
#include "db/db.h"

struct sell_balance {
    int64_t id, client_id, project_id;
    int64_t bought, used, returned;
    int64_t paid_fen, recognised_fen, returned_fen;
    int64_t expires_on; /* its last day; INT64_MAX: none */
    const char *code, *order_code, *client, *project;
};

/* ERR_DATA: the store has no such balance. */
int sell_balance(struct db *db, struct arena *arena, int64_t store_id, const char *code,
                 struct sell_balance *balance, struct err *err);

int64_t sell_units_left(const struct sell_balance *balance);
/* What so many of the units that are left are worth, in fen. */
int64_t sell_worth(const struct sell_balance *balance, int64_t quantity);

/* What a treatment draws (划扣). */
struct sell_draw {
    int64_t store_id, client_id, project_id;
    int64_t day;
    int64_t quantity;
    const char *code; /* of the balance; "auto": the first to expire of those that fit */
    /* by sell_draw: */
    const char *order_code;
    int64_t recognised_fen;
};

/*
 * Draws, in the caller's transaction, in which the treatment is written too: 0 with the balance's code, the
 * order that it was bought with, and the revenue that is recognised by it. ERR_DATA, and nothing drawn: no
 * such balance, another's, of another project, expired, or less is left than is wanted.
 */
int sell_draw(struct db *db, struct arena *arena, struct sell_draw *draw, struct err *err);

/* Undoes the draw of a treatment which never took place: the units, and the revenue recognised. */
int sell_draw_back(struct db *db, int64_t store_id, const char *code, int64_t quantity,
                   int64_t recognised_fen, struct err *err);

/* Gives units of a balance back: 0 with their worth, which is what is refunded. */
int sell_return(struct db *db, int64_t store_id, struct sell_balance *balance, int64_t quantity,
                int64_t *worth_fen, struct err *err);

#endif
