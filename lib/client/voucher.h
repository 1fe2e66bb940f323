/*
 * voucher: 代金券, 体验券 and gifts. One is redeemed once, whatever runs at once: of those who try
 * together one gets it.
 */
#ifndef MEDI_CLIENT_VOUCHER_H
#define MEDI_CLIENT_VOUCHER_H

#include "base/arena.h"
#include "base/zone.h"
#include "db/db.h"

struct voucher_use {
    const char *code;
    int64_t client_id;      /* who brings it; 0: nobody knows */
    int64_t store_id;       /* where */
    int64_t project_id;     /* for what; 0: not said */
    const char *order_code; /* or NULL */
    int64_t moment, day;
    const struct zone *zone; /* in which a day that is told is a day; NULL: UTC */
    /* by voucher_redeem: */
    int64_t id, value_fen;
    int64_t for_project_id; /* 0: for any */
    const char *kind;
};

/* In the caller's write transaction; the caller logs it. ERR_DATA with why not: unknown, void, redeemed before
 * (when and by whom), expired, another client's, or for another project. */
int voucher_redeem(struct db *db, struct arena *arena, struct voucher_use *use, struct err *err);

/* ERR_DATA: unknown, redeemed or void already. */
int voucher_void(struct db *db, const char *code, struct err *err);

/* A code that nobody can guess: VO and ten letters and digits without those that look alike. In the arena. */
const char *voucher_code(struct arena *arena);

#endif
