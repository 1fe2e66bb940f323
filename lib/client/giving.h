/*
 * giving: vouchers given to many clients in one transaction, each with a code that nobody can guess.
 */
#ifndef MEDI_CLIENT_GIVING_H
#define MEDI_CLIENT_GIVING_H

#include "base/arena.h"
#include "db/db.h"

struct given_voucher {
    const char *kind, *why; /* cash, trial, gift */
    int64_t client_id, value_fen;
    int64_t issued_on, expires_on; /* the last day */
};

struct giving;

/* Inside a write transaction; to be closed before it ends. */
int giving_open(struct giving **giving, struct db *db, struct arena *arena, struct err *err);
void giving_close(struct giving *giving); /* NULL-safe */

int giving_add(struct giving *giving, const struct given_voucher *voucher, int64_t *id,
               struct err *err);

/* Writes what ids were given out. */
int giving_finish(struct giving *giving, struct err *err);

#endif
