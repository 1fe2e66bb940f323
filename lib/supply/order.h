/*
 * order: orders to suppliers (采购单): draft → approved → closed, or cancelled while nothing
 * has come. Their lines are in
 * the items' smallest units; what a line costs is its amount as a whole, so that no price per unit
 * is rounded, and what
 * is received of it costs its share: the shares of all receipts of a line make up the amount to the fen.
 */
#ifndef MEDI_SUPPLY_ORDER_H
#define MEDI_SUPPLY_ORDER_H

#include "supply/papers.h"

enum { ORDER_LINES_MOST = 500 };

struct supplier {
    int64_t id;
    const char *code, *name;
    bool active;
};

/* By its code: ERR_DATA if there is none. */
int supplier_find(struct db *db, struct arena *arena, const char *code, struct supplier *supplier,
                  struct err *err);

/* ERR_DATA in one line: what the supplier lacks on a day to sell these items, or that nothing is
 * ordered there any more.
 * Papers of lots are not asked for. */
int supplier_qualified(struct db *db, struct arena *arena, const struct paper_rules *rules,
                       const struct supplier *supplier, const struct supply_item *const *items,
                       int count, int64_t day, struct err *err);

struct order_line {
    int64_t id, line;
    struct supply_item item;
    int64_t quantity, amount_fen, received;
    const char *spec; /* or NULL */
};

struct order {
    int64_t store_id, id;
    const char *code, *state;
    struct supplier supplier;
    int64_t amount_fen, at, day;
    const char *ordered_by;
    struct order_line *lines;
    int count;
};

/* ERR_DATA: the store has no such order. */
int order_find(struct db *db, struct arena *arena, int64_t store_id, const char *code,
               struct order *order, struct err *err);

/* ERR_DATA unless it is in that state: "draft", "approved". */
int order_in_state(const struct order *order, const char *state, struct err *err);

/* The line of an item, or NULL. */
struct order_line *order_line_of(const struct order *order, int64_t item_id);

/* "ITEM=2盒@780.00": an item, or a scanned label of it (`day` is today's), how much of it, and the
 * price of one of what it is counted in. `line` gets item, quantity, amount and the item's spec.
 * ERR_DATA, ERR_USAGE. */
int order_line_parse(struct db *db, struct arena *arena, int64_t day, const char *text,
                     struct order_line *line, struct err *err);

/* What `quantity` more of a line costs of its amount, after what was received before. */
int64_t order_share(const struct order_line *line, int64_t before, int64_t quantity);

struct order_draft {
    int64_t store_id, supplier_id, at, day;
    int64_t due_on; /* INT64_MIN: not said */
    const char *code, *by, *note;
};
/* A new draft without lines; its id. */
int order_add(struct db *db, const struct order_draft *draft, int64_t *id, struct err *err);

/* Adds the line, or puts it in the place of the item's own; takes the item's away. Then order_sum makes the
 * order's amount that of its lines. */
int order_put_line(struct db *db, const struct order *order, const struct order_line *line,
                   struct err *err);
int order_drop_line(struct db *db, const struct order *order, const char *item, struct err *err);
int order_sum(struct db *db, struct order *order, struct err *err);

int order_approve(struct db *db, const struct order *order, const char *by, int64_t at,
                  struct err *err);
/* "closed" or "cancelled"; `reason` may be NULL. ERR_DATA: another run changed its state meanwhile. */
int order_end(struct db *db, const struct order *order, const char *state, int64_t at,
              const char *reason, struct err *err);

#endif
