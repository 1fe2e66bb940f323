/*
 * referral: who brought whom (转介绍). Nobody is brought twice, nobody brings themselves, by no detour
 * either.
 */
#ifndef MEDI_CLIENT_REFERRAL_H
#define MEDI_CLIENT_REFERRAL_H

#include "client/person.h"

/* Whether a client was brought by themselves by some detour: 1, 0, -1. */
int referral_loops(struct db *db, int64_t client_id, struct err *err);

/* Whether `by` may be written down to have brought `client`: 0, or -1 with ERR_DATA. In the transaction that
 * writes it. */
int referral_check(struct db *db, struct arena *arena, const struct person *client,
                   const struct person *by, struct err *err);

/* The voucher that was given for it, to whoever brought that client: 0, -1. */
int referral_reward(struct db *db, int64_t client_id, const char *voucher, struct err *err);

#endif
