/* A lot is set apart, released, recalled; where it and its units went. */
#include <string.h>

#include "bin/stock/verbs.h"
#include "cli/scanned.h"
#include "record/personal.h"
#include "record/value.h"
#include "stock/label.h"
#include "stock/state.h"

/* ---- a lot everywhere ---- */

enum { MOST_STORES = 4096 };

struct places {
    struct stock_state_change *items;
    const char **stores;
    const char *item; /* its code */
    int64_t item_id;
    int count;
};

/* Several items may have a lot of that number: then one must be named. */
static int
find_places(struct ctx *ctx, const char *lot, const char *item, int64_t store_id,
            struct places *places, struct err *err)
{
    const struct db_value values[] = {db_text(lot), db_text(item), db_id(store_id)};
    struct db_stmt *stmt;
    int more;
    *places = (struct places){0};
    places->items = arena_array(ctx->arena, MOST_STORES, sizeof *places->items);
    places->stores = arena_array(ctx->arena, MOST_STORES, sizeof *places->stores);
    if (sql_open(ctx->db, &stmt, SQL_STOCK_LOT_EVERYWHERE, values, 3, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1 && places->count < MOST_STORES) {
        const char *code = arena_strdup(ctx->arena, db_get_text(stmt, 4));
        if (places->item && strcmp(places->item, code) != 0) {
            more = err_set(err, ERR_DATA, _("%s: %s and %s have a lot of that number; say --item"),
                           lot, places->item, code);
            break;
        }
        places->item = code;
        places->item_id = db_get_int(stmt, 3);
        places->stores[places->count] = arena_strdup(ctx->arena, db_get_text(stmt, 1));
        places->items[places->count++] =
            (struct stock_state_change){.store_id = db_get_int(stmt, 0),
                                        .item_id = places->item_id,
                                        .lot_id = db_get_int(stmt, 2),
                                        .lot = lot,
                                        .was = arena_strdup(ctx->arena, db_get_text(stmt, 5))};
    }
    db_finish(stmt);
    if (more == 0 && places->count == 0)
        return err_set(err, ERR_DATA, _("%s: no store has such a lot"), lot);
    return more < 0 ? -1 : 0;
}

/* In each place, with an entry in the chain of each. */
static int
change_places(struct ctx *ctx, struct places *places, const struct state_args *args,
              const char *state, const struct ledger_now *now, struct err *err)
{
    const struct stock_note note = {
        .at = now->at, .day = now->day, .staff_id = now->staff_id, .reason = args->reason};
    int changed = 0;
    for (int i = 0; i < places->count; i++) {
        struct stock_state_change *change = &places->items[i];
        const char *code;
        change->state = state;
        change->source = args->source;
        int result = stock_state_set(ctx->db, ctx->arena, change, &note, &code, err);
        if (result < 0)
            return -1;
        if (!result)
            continue;
        changed++;
        const char *subject = arena_printf(ctx->arena, "%s %s %s %s", ctx->verb->name,
                                           places->stores[i], places->item, args->lot);
        if (cli_log(ctx, change->store_id, subject, args->reason, err) < 0)
            return -1;
    }
    return changed;
}

static int
set_apart(struct ctx *ctx, struct state_args *args, const char *state, struct err *err)
{
    struct ledger_now now;
    struct places places;
    if (!args->reason)
        return err_set(err, ERR_USAGE, _("%s: missing"), "--reason");
    if (ledger_begin(ctx, OPT_UNSET, args->staff, &now, err) < 0 ||
        ledger_names(ctx, now.store_id, &args->item, &args->lot, err) < 0 ||
        find_places(ctx, args->lot, args->item, now.store_id, &places, err) < 0)
        return -1;
    int changed = change_places(ctx, &places, args, state, &now, err);
    if (changed == 0)
        return err_set(err, ERR_DATA, _("lot %s: is %s already"), args->lot, state);
    return changed < 0 ? -1 : 0;
}

int
cmd_quarantine(struct ctx *ctx, void *data, struct err *err)
{
    return set_apart(ctx, data, "quarantined", err);
}

int
cmd_release(struct ctx *ctx, void *data, struct err *err)
{
    return set_apart(ctx, data, "ok", err);
}

/* ---- clients ---- */

struct showing {
    struct ctx *ctx;
    struct vault *vault;
    struct out *out;
    bool reveal;
};

static int
open_one(struct showing *showing, const char *column, int64_t client_id, struct db_value data_key,
         struct db_value sealed, struct db_value *value, struct err *err)
{
    struct ctx *ctx = showing->ctx;
    const struct kind_column text = {.name = column, .type = KIND_TEXT, .personal = true};
    *value = db_null();
    if (!client_id || sealed.type == DB_NULL)
        return 0;
    if (personal_open(ctx->db, showing->vault, ctx->arena, "client", column, client_id, data_key,
                      sealed, value, err) < 0)
        return -1;
    if (!showing->reveal && value->type == DB_TEXT)
        *value = db_text(value_mask(ctx->arena, &text, value->text));
    return 0;
}

/* ---- recall ---- */

enum { R_UNIT = 8, R_STATE = 11, R_CLIENT_ID, R_NAME, R_PHONE, R_KEY, R_SHOWN = 14 };

static const struct out_column recall_columns[R_SHOWN] = {
    {"step", NULL, OUT_TEXT},      {"store", NULL, OUT_TEXT},   {"client", NULL, OUT_TEXT},
    {"treatment", NULL, OUT_TEXT}, {"day", NULL, OUT_DAY},      {"project", NULL, OUT_TEXT},
    {"doctor", NULL, OUT_TEXT},    {"quantity", NULL, OUT_INT}, {"unit", NULL, OUT_TEXT},
    {"serial", NULL, OUT_TEXT},    {"place", NULL, OUT_TEXT},   {"state", NULL, OUT_TEXT},
    {"name", NULL, OUT_TEXT},      {"phone", NULL, OUT_TEXT},
};

static int
recall_row(struct showing *showing, const struct db_stmt *stmt, struct err *err)
{
    struct db_value values[R_SHOWN];
    int64_t id = db_get_int(stmt, R_CLIENT_ID);
    for (int i = 0; i <= R_STATE; i++)
        values[i] = db_get(stmt, i);
    if (open_one(showing, "name", id, db_get(stmt, R_KEY), db_get(stmt, R_NAME), &values[12], err) <
            0 ||
        open_one(showing, "phone", id, db_get(stmt, R_KEY), db_get(stmt, R_PHONE), &values[13],
                 err) < 0)
        return -1;
    return out_row(showing->out, values, err);
}

static int
print_recall(struct ctx *ctx, const struct places *places, const char *lot, bool reveal,
             struct err *err)
{
    const struct db_value values[] = {db_int(places->item_id), db_text(lot)};
    struct showing showing = {.ctx = ctx, .reveal = reveal};
    struct db_stmt *stmt;
    int more = 0, result = 0;
    if (cli_vault(ctx, &showing.vault, err) < 0 ||
        sql_open(ctx->db, &stmt, SQL_STOCK_RECALL, values, 2, err) < 0)
        return -1;
    showing.out = cli_out(ctx, recall_columns, R_SHOWN);
    while (result == 0 && (more = db_step(stmt, err)) == 1)
        result = recall_row(&showing, stmt, err);
    db_finish(stmt);
    if (result == 0 && more == 0)
        result = out_end(showing.out, err);
    out_free(showing.out);
    return more < 0 ? -1 : result;
}

int
cmd_recall(struct ctx *ctx, void *data, struct err *err)
{
    struct state_args *args = data;
    struct places places;
    struct ledger_now now = {.at = ctx->now, .day = zone_day(ctx->zone, ctx->now)};
    if (!args->reason || !args->source)
        return err_set(err, ERR_USAGE, _("%s: missing"), args->reason ? "--source" : "--reason");
    if ((args->staff && ledger_staff(ctx, args->staff, &now.staff_id, err) < 0) ||
        ledger_names(ctx, 0, &args->item, &args->lot, err) < 0 ||
        find_places(ctx, args->lot, args->item, 0, &places, err) < 0)
        return -1;
    int changed = change_places(ctx, &places, args, "recalled", &now, err);
    if (changed < 0)
        return -1;
    cli_say(ctx, _("recalled in %d of %d stores"), changed, places.count);
    return print_recall(ctx, &places, args->lot, false, err);
}

int
cmd_recall_list(struct ctx *ctx, void *data, struct err *err)
{
    struct state_args *args = data;
    struct places places;
    if (ledger_names(ctx, 0, &args->item, &args->lot, err) < 0 ||
        find_places(ctx, args->lot, args->item, 0, &places, err) < 0 ||
        cli_reveal(ctx, args->reveal, 0, arena_printf(ctx->arena, "recall %s", args->lot), err) < 0)
        return -1;
    return print_recall(ctx, &places, args->lot, args->reveal != NULL, err);
}

/* ---- trace ---- */

enum { T_CLIENT = 8, T_DETAIL, T_CLIENT_ID, T_NAME, T_KEY, T_SHOWN = 11 };

static const struct out_column trace_columns[T_SHOWN] = {
    {"day", NULL, OUT_DAY},    {"at", NULL, OUT_MOMENT},    {"store", NULL, OUT_TEXT},
    {"step", NULL, OUT_TEXT},  {"code", NULL, OUT_TEXT},    {"quantity", NULL, OUT_INT},
    {"staff", NULL, OUT_TEXT}, {"licence", NULL, OUT_TEXT}, {"client", NULL, OUT_TEXT},
    {"name", NULL, OUT_TEXT},  {"detail", NULL, OUT_TEXT},
};

struct traced {
    int64_t item_id;
    const char *item, *lot, *unit; /* unit: or NULL */
};

/* A unit, a lot, an opened pack or a movement by its code: 1 found, 0 not. */
static int
find_code(struct ctx *ctx, const char *code, const char *item, struct traced *traced,
          struct err *err)
{
    const struct db_value values[] = {db_text(code), db_text(item),
                                      ctx->store_id < 0 ? db_null() : db_int(ctx->store_id)};
    struct db_stmt *stmt;
    int found = sql_first(ctx->db, &stmt, SQL_STOCK_TRACE_FIND, values, 3, err);
    if (found <= 0)
        return found;
    const char *unit = db_get_text(stmt, 3);
    *traced = (struct traced){.item_id = db_get_int(stmt, 0),
                              .item = arena_strdup(ctx->arena, db_get_text(stmt, 1)),
                              .lot = arena_strdup(ctx->arena, db_get_text(stmt, 2)),
                              .unit = unit ? arena_strdup(ctx->arena, unit) : NULL};
    int more = db_step(stmt, err);
    if (more == 1)
        err_set(err, ERR_DATA, _("%s: is of %s lot %s and of %s lot %s; say --item, or -s"), code,
                traced->item, traced->lot, db_get_text(stmt, 1), db_get_text(stmt, 2));
    db_finish(stmt);
    return more ? -1 : 1;
}

/* As it is written in the books, or as a scanner sends it: by the serial number, else by the lot. */
static int
find_traced(struct ctx *ctx, const char *code, const char *item, struct traced *traced,
            struct err *err)
{
    struct stock_names names = {.item = item, .lot = code};
    int found = find_code(ctx, code, item, traced, err);
    if (found == 0 &&
        stock_label_names(ctx->db, ctx->arena, 0, zone_day(ctx->zone, ctx->now), &names, err) < 0)
        return -1;
    if (found == 0 && names.unit)
        found = find_code(ctx, names.unit, names.item, traced, err);
    if (found == 0 && names.quantity)
        found = find_code(ctx, names.lot, names.item, traced, err);
    if (found == 0)
        return err_set(err, ERR_DATA,
                       _("%s: no unit, lot, opened pack or movement has that number"), code);
    return found < 0 ? -1 : 0;
}

static int
trace_row(struct showing *showing, const struct db_stmt *stmt, struct err *err)
{
    struct db_value values[T_SHOWN];
    for (int i = 0; i <= T_CLIENT; i++)
        values[i] = db_get(stmt, i);
    values[T_SHOWN - 1] = db_get(stmt, T_DETAIL);
    if (open_one(showing, "name", db_get_int(stmt, T_CLIENT_ID), db_get(stmt, T_KEY),
                 db_get(stmt, T_NAME), &values[T_SHOWN - 2], err) < 0)
        return -1;
    return out_row(showing->out, values, err);
}

int
cmd_trace(struct ctx *ctx, void *data, struct err *err)
{
    const struct state_args *args = data;
    struct showing showing = {.ctx = ctx, .reveal = args->reveal != NULL};
    struct traced traced = {0};
    const char *code;
    struct db_stmt *stmt;
    int more = 0, result = 0;
    if (cli_scanned(ctx, args->lot, &code, err) < 0 ||
        find_traced(ctx, code, args->item, &traced, err) < 0 ||
        cli_vault(ctx, &showing.vault, err) < 0 ||
        cli_reveal(ctx, args->reveal, 0, arena_printf(ctx->arena, "trace %s", code), err) < 0)
        return -1;
    const struct db_value values[] = {db_int(traced.item_id), db_text(traced.lot),
                                      db_text(traced.unit)};
    if (sql_open(ctx->db, &stmt, SQL_STOCK_TRACE, values, 3, err) < 0)
        return -1;
    showing.out = cli_out(ctx, trace_columns, T_SHOWN);
    while (result == 0 && (more = db_step(stmt, err)) == 1)
        result = trace_row(&showing, stmt, err);
    db_finish(stmt);
    if (result == 0 && more == 0)
        result = out_end(showing.out, err);
    out_free(showing.out);
    return more < 0 ? -1 : result;
}
