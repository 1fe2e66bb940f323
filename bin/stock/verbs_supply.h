/*
 * The verbs of medi-stock that bring goods in: items, suppliers and their papers, orders,
 * receiving. The structs are
 * what their options fill; the tables are in options_supply.h.
 */
#ifndef MEDI_BIN_STOCK_VERBS_SUPPLY_H
#define MEDI_BIN_STOCK_VERBS_SUPPLY_H

#include "cli/put.h"
#include "supply/receive.h"
#include "text/pack.h"

struct item_args { /* item add, edit */
    const char *item, *name, *kind, *registration, *gtin, *spec, *unit, *vial_unit, *pack_unit,
        *storage, *category, *controlled, *temp_min, *temp_max, *excursion_min, *excursion_max;
    int64_t pack_size, vial_size, open_hours, remaining_days, excursion_minutes;
};
struct item_list_args {
    const char *kind, *storage;
    bool controlled;
};
struct item_show_args {
    const char *item;
};
struct level_args {
    const char *item;
    int64_t min, target;
};
struct label_args {
    const char *item, *code, *holds;
    bool drop;
};

struct supplier_args {
    const char *supplier, *name, *contact, *phone, *active;
};
struct supplier_list_args {
    bool all;
};

struct paper_args {
    const char *supplier, *kind, *number, *item, *lots, *proof;
    int64_t from, to;
};
struct paper_list_args {
    const char *supplier, *kind;
};
struct paper_expiring_args {
    const char *fail_on;
    int64_t days;
};

struct order_args { /* order add, edit, approve, cancel, close, show */
    const char *order, *supplier, *code, *note, *reason;
    struct opt_list lines, drop;
    int64_t due;
};
struct order_list_args {
    const char *supplier, *state;
    bool late;
};

struct receive_args { /* receive, reject */
    const char *order, *code, *delivery, *staff, *note, *reason, *scan;
    struct opt_list lines, temperatures;
    int64_t at, shipped;
    bool reject;
};
struct receipt_list_args {
    const char *supplier, *state;
    int64_t from, to;
};
struct receipt_args {
    const char *receipt;
};

struct temperature_args {
    const char *file, *storage, *min, *max, *ever_min, *ever_max, *kinetic;
    int64_t allow_minutes, gap_minutes, shipped, arrived, energy;
};

verb_run cmd_item_add, cmd_item_edit, cmd_item_show, cmd_item_level, cmd_item_label;
verb_run cmd_supplier_add, cmd_supplier_edit, cmd_supplier_show;
verb_run cmd_paper_add, cmd_paper_expiring;
verb_run cmd_order_add, cmd_order_edit, cmd_order_approve, cmd_order_show, cmd_order_cancel,
    cmd_order_close;
verb_run cmd_receive, cmd_reject, cmd_receipt_show, cmd_temperature_check;

bool temperature_is_pure(const void *args);

/* ---- what they share ---- */

static inline struct packs
supply_packs(const struct ctx *ctx)
{
    return (struct packs){ctx->config, ctx->share};
}

/* After cli_put: says so if there was nothing to do. */
int supply_done(struct ctx *ctx, const char *what, int written);

/* The code on stdout, and the entry of the log: "purchase S01 PO1". */
int supply_say(struct ctx *ctx, int64_t store_id, const char *table, const char *code,
               const char *detail, struct err *err);

#endif
