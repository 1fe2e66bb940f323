/*
 * stand: what a store has of one item, in memory: lots, opened packs, and what is kept back for clients. Inside
 * lib/stock.
 */
#ifndef MEDI_STOCK_STAND_H
#define MEDI_STOCK_STAND_H

#include "stock/stock.h"

struct stand_lot {
    struct stock_lot lot; /* on_hand and value as they will be */
    int64_t unopened;
    int64_t moved, moved_fen; /* to be written */
};

struct stand_pack {
    int64_t id, use_by; /* use_by INT64_MAX: none */
    int64_t amount, taken;
    int lot; /* its place in lots */
};

struct stand {
    struct stock_item item;
    struct stand_lot *lots;   /* all that have something, first expired first */
    struct stand_pack *packs; /* usable ones, the one that must be used soonest first */
    int lot_count, pack_count, pack_room;
    int pack_first; /* those before are empty by now */
    int64_t usable, held;
    const char *shut; /* why nothing of it can be taken at all; or NULL */
};

/* As it stands at that moment of that day. ERR_DATA: no such item. */
int stand_read(struct db *db, struct arena *arena, int64_t store_id, const char *item, int64_t at,
               int64_t day, struct stand *stand, struct err *err);

bool stand_lot_usable(const struct stand_lot *lot, int64_t day);

/* A pack that was opened just now, in its place. */
struct stand_pack *stand_opened(struct arena *arena, struct stand *stand,
                                const struct stand_pack *pack);

/* What of a lot may be used on a day; NULL: of all. */
int64_t stand_usable_of(const struct stand *stand, const char *lot, int64_t day);

bool stand_has_lot(const struct stand *stand, const char *lot);

#endif
