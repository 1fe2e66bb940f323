/*
 * catalogue: projects, packages and what they cost.
 *
 * A price is of the chain or a store, for one channel or all, from a day on. The most specific one counts:
 * that of the store and the channel, else of the store, else of the channel in the whole chain, else of the
 * chain; of several such the one that began last. A price ends with its last day. The floor that stands
 * beside the price that counts is the least that a contract may ask without a second person.
 *
 * No promotion of one project is low everywhere (禁止单品全平台低价): a price of all channels that
 * ends some day is not below the floor in force, and prices of single channels are not below the floor of the
 * general price on every channel at once.
 */
#ifndef MEDI_VISIT_CATALOGUE_H
#define MEDI_VISIT_CATALOGUE_H

#include <stdbool.h>

#include "base/arena.h"
#include "db/db.h"

enum { CATALOGUE_NO_FLOOR = -1 };

struct catalogue_price {
    int64_t amount_fen, floor_fen; /* or CATALOGUE_NO_FLOOR */
};

struct catalogue_place {
    int64_t project_id, store_id; /* store 0: the chain */
    int64_t channel_id;           /* 0: none */
    int64_t day;
};

/* 1, 0 there is no price, -1. */
int catalogue_price(struct db *db, const struct catalogue_place *place,
                    struct catalogue_price *price, struct err *err);

struct catalogue_project {
    int64_t id;
    bool active, contract;
};
/* By its code: ERR_DATA if there is none. */
int catalogue_project(struct db *db, const char *code, struct catalogue_project *project,
                      struct err *err);
int catalogue_channel(struct db *db, const char *code, int64_t *id, struct err *err);

struct catalogue_package {
    int64_t id, price_fen, floor_fen, valid_from, valid_to, lines;
    bool active, trial;
};
int catalogue_package(struct db *db, const char *code, struct catalogue_package *package,
                      struct err *err);

/* A new price of all channels, before it is written: 1 it lies below the floor in force, so that a second
 * person must consent; 0; -1 with ERR_DATA: and it is a promotion, since it ends. */
int catalogue_may_lower(struct db *db, const struct catalogue_place *place, int64_t amount_fen,
                        bool ends, struct err *err);

/* After the price of a channel was written: 1 it lies below the floor of the general price, 0 not; -1 with
 * ERR_DATA: and so does the price of every other channel on that day. */
int catalogue_not_low_everywhere(struct db *db, const struct catalogue_place *place,
                                 int64_t amount_fen, struct err *err);

#endif
