/* state: a lot is quarantined (隔离), released (放行) or recalled (召回), with reason and source. */
#ifndef MEDI_STOCK_STATE_H
#define MEDI_STOCK_STATE_H

#include "stock/stock.h"

struct stock_state_change {
    int64_t store_id, item_id, lot_id;
    const char *lot, *was, *state, *source; /* source: or NULL */
};

/* 1 changed, 0 it is so already, -1. ERR_DATA: what was recalled does not become ok. */
int stock_state_set(struct db *db, struct arena *arena, const struct stock_state_change *change,
                    const struct stock_note *note, const char **code, struct err *err);

#endif
