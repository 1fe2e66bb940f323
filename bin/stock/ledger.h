/* The ledger's verbs of medi-stock: what is there, what moves, what is kept back, counted and traced. */
#ifndef MEDI_BIN_STOCK_LEDGER_H
#define MEDI_BIN_STOCK_LEDGER_H

#include "cli/put.h"
#include "stock/stock.h"

/* ---- reads ---- */

struct lot_args {
    const char *item, *state, *place, *supplier, *lot;
    bool all;
};

struct balance_args {
    struct opt_list items;
};

struct ledger_args {
    const char *thing, *item, *kind;
    int64_t from, to;
};

struct due_args {
    const char *fail_on, *place, *pack;
    struct opt_list items, except;
    int64_t days, from, to;
};

/* ---- writes ---- */

struct move_args { /* every movement takes some of these */
    struct opt_list wants;
    const char *staff, *reason, *paper, *pack, *treatment, *move, *place, *quantity, *lot, *item,
        *rejects, *format, *to, *method, *witness;
    int64_t at;
};

struct reserve_args {
    struct opt_list wants;
    const char *booking, *project, *reason, *staff, *item, *client;
    int64_t until;
    bool all;
};

struct state_args { /* of a lot */
    const char *lot, *item, *reason, *source, *staff, *reveal;
};

struct count_args {
    struct opt_list items;
    const char *count, *item, *lot, *quantity, *place, *note, *staff;
    bool open;
};

verb_run cmd_count_start, cmd_count_enter, cmd_count_approve, cmd_count_cancel;
verb_run cmd_transfer, cmd_reserve, cmd_unreserve;
verb_run cmd_quarantine, cmd_release, cmd_recall, cmd_recall_list, cmd_trace;
verb_run cmd_lot_show, cmd_ledger, cmd_findings, cmd_risk;
verb_run cmd_issue, cmd_open, cmd_use, cmd_waste, cmd_move, cmd_return, cmd_counter;

/* ---- what they share (ledger_common.c) ---- */

/* Where, when and by whom something is done. */
struct ledger_now {
    int64_t store_id, at, day, staff_id;
    const char *staff; /* its code; NULL: nobody is known */
};

/* The moment is now unless it was given, and never ahead; who does it is whose account runs it,
 * unless it was said. */
int ledger_begin(struct ctx *ctx, int64_t at, const char *staff, struct ledger_now *now,
                 struct err *err);

int ledger_staff(struct ctx *ctx, const char *code, int64_t *id, struct err *err);

/* Who consented to the deed that this run just used a consent for: the account, and whose it is
 * (0: nobody's, or a dry run). */
struct ledger_second {
    const char *login;
    int64_t staff_id;
};
int ledger_consenter(struct ctx *ctx, const char *deed, const char *subject,
                     struct ledger_second *second, struct err *err);

/* What is controlled (毒麻精放) moves before two people: who does it, who must be known, and
 * who consents from an account of their own to exactly this (deed stock.controlled). The second
 * one's staff id goes into the note. */
int ledger_controlled(struct ctx *ctx, const struct ledger_now *now, const char *subject,
                      struct stock_note *note, struct err *err);

/* An item and a lot, each as the books have it or as it is scanned, or NULL: they become what the books have
 * (stock/label.h). "-" is a code on stdin. `store_id` 0: of whatever store. */
int ledger_names(struct ctx *ctx, int64_t store_id, const char **item, const char **lot,
                 struct err *err);

/* An opened pack by its code, or by the scanned label of what was opened. */
int ledger_pack(struct ctx *ctx, const struct ledger_now *now, const char *code, const char **pack,
                struct err *err);

/* Before `dose …`: labels in the place of items and, in one store, of an opened pack. */
int dose_words(struct ctx *ctx, void *args, struct err *err);

/* Prints what the verb's statement finds, the severity first: EXIT_NO if anything is found, or with
 * `fail_on` "error" if an error is. */
int ledger_findings(struct ctx *ctx, void *data, const char *fail_on, struct err *err);

/* issue -: lines from stdin (ledger_batch.c). */
int ledger_batch(struct ctx *ctx, const struct move_args *args, const struct ledger_now *now,
                 struct err *err);

/* Plans "ITEM=QUANTITY[@LOT]"; ERR_DATA says why there is not enough. LEDGER_ANY: of a lot that is named,
 * whatever its state; LEDGER_SEALED: unopened packs alone. */
enum { LEDGER_ANY = 1, LEDGER_SEALED = 2 };
int ledger_plan(struct ctx *ctx, const struct ledger_now *now, const char *text, unsigned how,
                struct stock_plan *plan, bool *controlled, struct err *err);

/* A row a piece: what moved, from where, at what cost; and the entry of the log. */
int ledger_say(struct ctx *ctx, const struct stock_plan *plan, int64_t store_id, const char *what,
               const char *detail, struct err *err);

#endif
