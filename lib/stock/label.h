/*
 * label: what stands on a package, against the books. A scanner reads it (lib/scan); here it
 * becomes an item, how much of it is in such a package, a lot and a unit, and what it says must be
 * what the books say.
 *
 * Verbs take a lot or a unit as the books have it, or as it is scanned. What the books know is
 * never taken for a scanned code, so a lot that happens to look like one keeps its name.
 */
#ifndef MEDI_STOCK_LABEL_H
#define MEDI_STOCK_LABEL_H

#include "base/zone.h"
#include "scan/scan.h"
#include "stock/stock.h"

struct stock_label {
    int64_t item_id;
    const char *item; /* its code */
    int64_t
        quantity; /* of the smallest unit: what is in the package, and as often as the code counts */
    const char *lot, *serial;    /* or NULL */
    int64_t made_on, expires_on; /* STOCK_NO_DAY */
};

/* The product number of a good scan, as item_label keeps it; NULL: it names no product. */
const char *stock_label_product(struct arena *arena, const struct scan *scan);

/* A good scan: 1, 0 no item has that product number (or it has none). ERR_DATA: two have it. */
int stock_label_of(struct db *db, struct arena *arena, const struct scan *scan,
                   struct stock_label *label, struct err *err);

/* A text: 1 it is a scanned code of an item that is known, 0 it is no scanned code. ERR_DATA: it is
 * one with a fault (cut short, a check digit), or of no item that is known. `today` says which
 * century. */
int stock_label_read(struct db *db, struct arena *arena, int64_t today, const char *code,
                     struct stock_label *label, struct err *err);

/* The lot of a label: the one that it says, or where it says none the one in which its unit came.
 * ERR_DATA: neither, or the unit came in another one. */
int stock_label_lot(struct db *db, struct arena *arena, const struct stock_label *label,
                    const char **lot, struct err *err);

/*
 * What a person gave for an item, a lot and a unit, each of them NULL, as the books have it, or
 * scanned: they are replaced by what the books have. A label that says the lot needs no more, and
 * one in the place of the item need not say it; what was given beside it must agree. Days on the
 * label that are not the lot's are refused (ERR_DATA). `store_id`: of this store, 0: of any. What
 * is neither known nor scanned stays as it is, for who looks it up to refuse.
 */
struct stock_names {
    const char *item, *lot, *unit;
    int64_t quantity; /* in the scanned package; 0: nothing was scanned */
};
int stock_label_names(struct db *db, struct arena *arena, int64_t store_id, int64_t today,
                      struct stock_names *names, struct err *err);

/* What may be an item or a lot, of `item` or of any: a label becomes its lot, and `item` the
 * label's; where it says no lot, its item. */
int stock_label_thing(struct db *db, struct arena *arena, int64_t today, const char **thing,
                      const char **item, struct err *err);

/* A code of a scanner that can be nothing else, so that a fault in it is one. */
bool stock_label_is_plain(const char *code);

/* An opened pack by its code, or by the label of what was opened: the one of that lot that is open
 * and may still be used. ERR_DATA: none is, or several. */
int stock_label_pack(struct db *db, struct arena *arena, int64_t store_id, int64_t at,
                     int64_t today, const char *code, const char **pack, struct err *err);

/* Where each unit of a lot was scanned when it came, one that did not come is ERR_DATA. `unit` may be NULL. */
int stock_label_came(struct db *db, const char *item, const char *lot, const char *unit,
                     struct err *err);

#endif
