/*
 * gather: what the database knows of an item's demand and supplies, store by store, as planner wants it.
 */
#ifndef MEDI_PURCHASE_GATHER_H
#define MEDI_PURCHASE_GATHER_H

#include "base/zone.h"
#include "db/db.h"
#include "purchase/planner.h"

/* Three years of weeks are looked at, so that seasons can be told. */
enum { GATHER_WEEKS = 3 * PLANNER_YEAR };

/* An item that can be ordered, and from whom. */
struct gather_item {
    int64_t id;
    const char *code, *name, *unit, *supplier;
    int64_t vial_size; /* 0: none */
    int64_t lead_days, pack, minimum, price_fen;
    int64_t shelf_days; /* 0: nobody knows */
};
/* `codes` ",A,B," or NULL, `supplier` or NULL: all. */
int gather_items(struct db *db, struct arena *arena, const char *codes, const char *supplier,
                 struct gather_item **items, int *count, struct err *err);

/* A store in which it is or was. */
struct gathered {
    int64_t store_id;
    const char *store;
    struct planner_store plan;
};
/* From when on: the moment, and its day in the zone in which packs end. */
struct gather_when {
    int64_t now, today;
    const struct zone *zone;
};

/* Of one store (0: of all), with what is known of `horizon` weeks ahead. A week with days on
 * which there was nothing
 * counts for the other days. */
int gather_stores(struct db *db, struct arena *arena, int64_t item_id, int64_t store_id,
                  const struct gather_when *when, int horizon, struct gathered **stores, int *count,
                  struct err *err);

#endif
