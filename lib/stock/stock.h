/*
 * stock: the ledger of what a store has.
 *
 * A lot is what was received together; what is there of it is quantity + moved, where moved is the sum of its
 * movements (stock_move), which are only ever added: a mistake is countered by another one. The
 * schema refuses a lot below zero, whatever runs at once.
 *
 * Taking. First an opened pack (vial), the one with the nearest deadline before others, then
 * what is unopened,
 *     first expired first out. Never what is expired on that day (expires_on is the last day), quarantined,
 *     recalled, or was opened too long ago: a pack of an item with open_hours is usable until opened_at +
 *     open_hours, and no longer at that second.
 * Opening. An item with vial_size is drawn from packs of so many units. What is taken beyond
 * whole packs opens
 *     one, and its rest waits for the next. To open moves nothing; what is drawn is a movement of
 *     the lot that names the pack.
 * Kept back. What is reserved for a client's booked treatment is for that client alone: others get what is
 *     usable beyond it.
 * Back-dated. A movement may be entered later than it happened, and the books then are right at
 * every moment: it is
 *     refused if the lot would have been below zero at any moment since, or if the item was counted since.
 * Cost. A lot cost cost_fen as a whole; what remains in it is worth its share of that, rounded, and
 *     what is taken costs the difference. So all that is taken from a lot costs exactly what the
 *     lot cost, and the last unit takes the rounding's rest. A counter-entry gives back exactly
 *     what its movement cost.
 * Receiving. What comes first makes the lot. The same lot again is a movement into it ("receipt"), so
 * that the
 *     balance of any past day stays what it was; from then on a unit costs its share of what was
 *     there and what came, together (share_fen of share_of units).
 *
 * A plan says where things will come from without moving any; the same plan is then issued. Both within the
 * caller's transaction, with the store's rows locked by it.
 */
#ifndef MEDI_STOCK_STOCK_H
#define MEDI_STOCK_STOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "db/db.h"

struct stock_item;

/* Why something cannot be taken. */
enum stock_state {
    STOCK_USABLE,
    STOCK_EXPIRED,
    STOCK_RECALLED,
    STOCK_QUARANTINED,
    STOCK_OPENED_TOO_LONG,
    STOCK_NOT_YET, /* received after that day */
    STOCK_NONE,    /* there is not enough */
    STOCK_STATES
};

/* Of a lot on a day: the first four, or STOCK_NOT_YET. */
enum stock_state stock_lot_state(const char *state, int64_t expires_on, int64_t received_on,
                                 int64_t day);

struct stock_want {
    int64_t item_id;
    int64_t quantity;  /* in the smallest unit */
    int64_t lot_id;    /* 0: it is chosen */
    const char *unit;  /* serial number, or NULL */
    int64_t at, day;   /* of the store's calendar */
    int64_t client_id; /* whose reservations it may take; 0: nobody's */
    bool any; /* whatever its state, and from what is reserved: to be wasted, counted, sent back */
    bool sealed; /* only from what is unopened */
};

/* A part of a want that comes from one place. */
struct stock_piece {
    int64_t item_id, lot_id;
    int64_t vial_id; /* 0: from what is unopened */
    int64_t quantity;
    const char *lot, *unit;
    /* by stock_issue: */
    int64_t cost_fen;
    const char *move; /* its code */
};

struct stock_plan {
    struct arena *arena;
    int64_t store_id;
    struct stock_piece *pieces;
    int count, room;
};

/* What a plan found for a want: how much is usable, and of what is not, by its state, how much there is in
 * which lot first. `since` is that lot's last day, or the deadline of what was opened too long ago. */
struct stock_found {
    int64_t usable;   /* and not reserved for others */
    int64_t reserved; /* for others, if that is why it is not enough */
    struct {
        int64_t quantity, since;
        const char *lot;
    } other[STOCK_STATES];
};

void stock_plan_init(struct stock_plan *plan, struct arena *arena, int64_t store_id);

/* 1 planned, with what earlier wants of this plan take left alone; 0 there is not enough, and
 * nothing is planned. */
int stock_plan_add(struct db *db, struct stock_plan *plan, const struct stock_want *want,
                   struct stock_found *found, struct err *err);

/* What stands in each movement. */
struct stock_note {
    const char *kind; /* "use", "issue", "waste" … */
    int64_t at, day;
    int64_t treatment_id, staff_id; /* 0: none */
    int64_t second_id;              /* stands in the movements of controlled items; 0: none */
    int64_t client_id;              /* whose reservations are used up by it; 0: nobody's */
    const char *reason;
    const char *paper; /* 处方号, 领用单; or NULL */
};

/* A prescription is good once (医疗用毒性药品管理办法 9): ERR_DATA if something else went out by
 * the note's paper
 * already. A dose that is drawn from two packs on one day is one. */
int stock_paper(struct db *db, int64_t store_id, const struct stock_note *note, struct err *err);

/* Moves what is planned, each piece once; costs and codes go into the pieces. */
int stock_issue(struct db *db, struct stock_plan *plan, const struct stock_note *note,
                struct err *err);

/* Counters a movement by its code, once: the same quantity and cost back to where they came from. With the
 * note's `at` STOCK_THEN it is dated as that movement, which so never happened. `piece` (may be
 * NULL) gets what came back. ERR_DATA: there is none, or it was countered, or it is one half of
 * a transfer or the work of a count. */
#define STOCK_THEN INT64_MIN
int stock_counter(struct db *db, struct arena *arena, int64_t store_id, const char *move,
                  const struct stock_note *note, struct stock_piece *piece, struct err *err);

/* Takes back a part of what was issued by a movement (kind return): a share of its cost, the
 * last part the rest. */
int stock_return(struct db *db, struct arena *arena, int64_t store_id, const char *move,
                 int64_t quantity, const struct stock_note *note, struct stock_piece *piece,
                 struct err *err);

/* Moves a lot by a quantity that is known, with its cost: for a count, a transfer, a change of place. */
struct stock_shift {
    int64_t item_id, lot_id, vial_id, quantity, cost_fen;
    const char *lot;
};
int stock_shift(struct db *db, struct arena *arena, int64_t store_id,
                const struct stock_shift *shift, const struct stock_note *note, const char **code,
                struct err *err);

/* Opens a pack of a lot, moving nothing: its code, what it holds, its deadline (0: none). */
struct stock_opened {
    int64_t id, quantity, use_by;
    const char *code, *lot;
};
int stock_open(struct db *db, struct arena *arena, int64_t store_id, const struct stock_item *item,
               const struct stock_want *want, struct stock_opened *opened, struct err *err);

/* Plans to draw from one opened pack by its code, and no other; stock_issue does it. ERR_DATA: it is
 * closed, over its time, holds less, or its lot is not usable. */
int stock_plan_draw(struct db *db, struct stock_plan *plan, const char *vial, int64_t quantity,
                    const struct stock_note *note, struct err *err);

/* What is left in an opened pack; ERR_DATA: there is none of that code, or it is closed. */
int stock_pack_rest(struct db *db, int64_t store_id, const char *vial, int64_t *rest,
                    struct err *err);

/* Closes an opened pack: its rest is wasted. The quantity wasted, or -1; `piece` (may be NULL) gets it. */
int64_t stock_close_vial(struct db *db, struct arena *arena, int64_t store_id, const char *vial,
                         const struct stock_note *note, struct stock_piece *piece, struct err *err);

/* What `take` of `on_hand` units costs: `cost_fen` is the whole lot's, of `quantity` units,
 * `value_fen` what is still there was worth. */
int64_t stock_cost(int64_t quantity, int64_t cost_fen, int64_t on_hand, int64_t value_fen,
                   int64_t take);

/* ---- items and lots ---------------------------------------------------------------------- */

struct stock_item {
    int64_t id;
    const char *code, *name, *kind, *unit, *pack_unit; /* pack_unit: or NULL */
    int64_t pack_size;
    int64_t vial_size, open_hours; /* 0: none; -1: no deadline */
    bool controlled;
};

int stock_item(struct db *db, struct arena *arena, int64_t id, struct stock_item *item,
               struct err *err);
/* By its code: ERR_DATA if there is none. */
int stock_item_find(struct db *db, struct arena *arena, const char *code, struct stock_item *item,
                    struct err *err);

/* Of which item an opened pack, or a movement, is: by its code; ERR_DATA. */
int stock_pack_item(struct db *db, struct arena *arena, int64_t store_id, const char *pack,
                    struct stock_item *item, struct err *err);
int stock_move_item(struct db *db, struct arena *arena, int64_t store_id, const char *move,
                    struct stock_item *item, struct err *err);

struct stock_lot {
    int64_t id, item_id;
    const char *code, *state, *place; /* place: or NULL */
    int64_t expires_on, received_on, quantity, cost_fen, on_hand, value_fen;
    int64_t share_of, share_fen; /* what a unit costs is its share of them */
};

int stock_lot(struct db *db, struct arena *arena, int64_t store_id, int64_t id,
              struct stock_lot *lot, struct err *err);
/* The lot of an item by its number: ERR_DATA if the store has none. */
int stock_lot_find(struct db *db, int64_t store_id, const struct stock_item *item, const char *code,
                   int64_t *id, struct err *err);

/* What came with a delivery; days that are not known are STOCK_NO_DAY. */
#define STOCK_NO_DAY INT64_MIN
struct stock_delivery {
    int64_t store_id, item_id, supplier_id;
    const char *lot, *place; /* place: NULL: not said */
    int64_t made_on, expires_on, quantity, cost_fen;
};

/* Into the lot of that number, which is made if the store has none. `note` as for a movement; `lot_id`
 * gets the lot's. ERR_DATA: the lot is there and expires on another day. */
int stock_receive(struct db *db, struct arena *arena, const struct stock_delivery *delivery,
                  const struct stock_note *note, int64_t *lot_id, struct err *err);

#endif
