/* What is there, what moved, what is due: the ledger's reads. */
#include <string.h>

#include "bin/stock/verbs.h"
#include "cli/scanned.h"
#include "stock/label.h"

/* ---- one thing ---------------------------------------------------------------------------- */

/* A list that must have something: of a thing that there is not, it says so. */
static int
list_or(struct ctx *ctx, void *data, const char *words, const char *name, struct err *err)
{
    int64_t rows = cli_query(ctx, data, ctx->verb->query, err);
    if (rows == 0)
        return err_set(err, ERR_DATA, words, name);
    return rows < 0 ? -1 : 0;
}

int
cmd_lot_show(struct ctx *ctx, void *data, struct err *err)
{
    struct lot_args *args = data;
    return ledger_names(ctx, 0, &args->item, &args->lot, err) < 0
               ? -1
               : list_or(ctx, data, _("%s: no store has, or then had, such a lot"), args->lot, err);
}

int
cmd_ledger(struct ctx *ctx, void *data, struct err *err)
{
    struct ledger_args *args = data;
    if (cli_scanned(ctx, args->thing, &args->thing, err) < 0 ||
        cli_scanned_items(ctx, data, err) < 0 ||
        stock_label_thing(ctx->db, ctx->arena, zone_day(ctx->zone, ctx->now), &args->thing,
                          &args->item, err) < 0)
        return -1;
    return list_or(ctx, data, _("%s: nothing was received of such an item, and no such lot"),
                   args->thing, err);
}

/* ---- findings ----------------------------------------------------------------------------- */

struct findings {
    struct out *out;
    bool errors_only; /* for the exit code */
    int64_t count;
};

/* The severity stands first; what is "ok" is no finding. */
static int
add_finding(struct findings *findings, const struct db_value *values, struct err *err)
{
    bool error = strcmp(values[0].text, "error") == 0;
    findings->count += error || (!findings->errors_only && strcmp(values[0].text, "ok") != 0);
    return out_row(findings->out, values, err);
}

static void
begin_findings(struct ctx *ctx, const char *fail_on, const struct sql *sql,
               struct findings *findings)
{
    struct out_column columns[24];
    int count = sql->column_count;
    for (int i = 0; i < count; i++) {
        columns[i] = (struct out_column){.name = sql->columns[i].name};
        out_type_parse(sql->columns[i].type, &columns[i].type);
    }
    *findings = (struct findings){.out = cli_out(ctx, columns, count),
                                  .errors_only = fail_on && strcmp(fail_on, "error") == 0};
}

static int
end_findings(struct findings *findings, int result, struct err *err)
{
    if (result == 0)
        result = out_end(findings->out, err);
    out_free(findings->out);
    return result < 0 ? -1 : findings->count > 0 ? EXIT_NO : 0;
}

static int
default_days(struct ctx *ctx, const char *name, int64_t *days, struct err *err)
{
    if (*days == OPT_UNSET)
        return cli_setting(ctx, name, ctx->store_id < 0 ? 0 : ctx->store_id, days, err);
    return *days >= 0 && *days <= 3660
               ? 0
               : err_set(err, ERR_USAGE, _("--days: must be from 0 to 3660"));
}

static int
open_findings(struct ctx *ctx, void *data, struct db_stmt **stmt, struct err *err)
{
    const struct sql *sql = sql_get(ctx->verb->query);
    struct db_value *values = arena_array(ctx->arena, (size_t)sql->param_count, sizeof *values);
    return cli_bind(ctx, data, sql, values, err) < 0
               ? -1
               : sql_open(ctx->db, stmt, ctx->verb->query, values, sql->param_count, err);
}

int
ledger_findings(struct ctx *ctx, void *data, const char *fail_on, struct err *err)
{
    const struct sql *sql = sql_get(ctx->verb->query);
    struct findings findings;
    struct db_stmt *stmt = NULL;
    struct db_value values[24];
    int more = 0;
    begin_findings(ctx, fail_on, sql, &findings);
    int result = open_findings(ctx, data, &stmt, err);
    while (result == 0 && (more = db_step(stmt, err)) == 1) {
        for (int i = 0; i < sql->column_count; i++)
            values[i] = db_get(stmt, i);
        result = add_finding(&findings, values, err);
    }
    db_finish(stmt);
    return end_findings(&findings, more < 0 ? -1 : result, err);
}

int
cmd_findings(struct ctx *ctx, void *data, struct err *err)
{
    struct due_args *args = data;
    return default_days(ctx, "stock.expiring_days", &args->days, err) < 0
               ? -1
               : ledger_findings(ctx, data, args->fail_on, err);
}

/* ---- risk --------------------------------------------------------------------------------- */

enum { STORE, ITEM, NAME, UNIT, LOT, ON_HAND, VALUE, EXPIRES_ON, USED, PLACE };

static const struct out_column risk_columns[] = {
    {"severity", NULL, OUT_TEXT},  {"store", NULL, OUT_TEXT},     {"item", NULL, OUT_TEXT},
    {"name", NULL, OUT_TEXT},      {"lot", NULL, OUT_TEXT},       {"on_hand", NULL, OUT_INT},
    {"unit", NULL, OUT_TEXT},      {"expires_on", NULL, OUT_DAY}, {"days_left", NULL, OUT_INT},
    {"used", NULL, OUT_INT},       {"used_days", NULL, OUT_INT},  {"unused", NULL, OUT_INT},
    {"unused_fen", NULL, OUT_FEN}, {"place", NULL, OUT_TEXT},
};
enum { RISK_COLUMNS = sizeof risk_columns / sizeof risk_columns[0] };

/* Lots of an item are used one after the other: what the ones before take of the use until a
 * lot's last day is not there for it. */
struct use_up {
    char *store, *item;
    int64_t taken;
};

static int64_t
unused_of(struct ctx *ctx, struct use_up *use, const struct db_stmt *stmt, int64_t today,
          int64_t window)
{
    const char *store = db_get_text(stmt, STORE), *item = db_get_text(stmt, ITEM);
    if (!use->store || strcmp(use->store, store) != 0 || strcmp(use->item, item) != 0)
        *use = (struct use_up){arena_strdup(ctx->arena, store), arena_strdup(ctx->arena, item), 0};
    int64_t on_hand = db_get_int(stmt, ON_HAND), used = db_get_int(stmt, USED);
    int64_t days = db_get_int(stmt, EXPIRES_ON) - today + 1; /* the last day is one to use it on */
    int64_t expected = used > 0 ? used * days / window : 0;
    int64_t left = expected > use->taken ? expected - use->taken : 0;
    int64_t taken = left < on_hand ? left : on_hand;
    use->taken += taken;
    return on_hand - taken;
}

static int
add_risk(struct findings *findings, const struct db_stmt *stmt, int64_t unused, int64_t today,
         int64_t window, struct err *err)
{
    int64_t on_hand = db_get_int(stmt, ON_HAND), days = db_get_int(stmt, EXPIRES_ON) - today;
    int64_t worth =
        stock_cost(on_hand, db_get_int(stmt, VALUE), on_hand, db_get_int(stmt, VALUE), unused);
    struct db_value values[RISK_COLUMNS] = {
        db_text(unused == on_hand ? "error" : "warning"),
        db_get(stmt, STORE),
        db_get(stmt, ITEM),
        db_get(stmt, NAME),
        db_get(stmt, LOT),
        db_int(on_hand),
        db_get(stmt, UNIT),
        db_get(stmt, EXPIRES_ON),
        db_int(days),
        db_get(stmt, USED),
        db_int(window),
        db_int(unused),
        db_int(worth),
        db_get(stmt, PLACE),
    };
    return add_finding(findings, values, err);
}

int
cmd_risk(struct ctx *ctx, void *data, struct err *err)
{
    const struct due_args *args = data;
    int64_t window = OPT_UNSET, today = zone_day(ctx->zone, ctx->as_of);
    int64_t days = args->days == OPT_UNSET ? 36600 : args->days;
    struct use_up use = {0};
    struct db_stmt *stmt = NULL;
    int more = 0;
    if (default_days(ctx, "stock.use_days", &window, err) < 0)
        return -1;
    const struct db_value values[] = {ctx->store_id < 0 ? db_null() : db_int(ctx->store_id),
                                      db_int(today), db_int(today - window)};
    struct findings findings = {.out = cli_out(ctx, risk_columns, RISK_COLUMNS),
                                .errors_only =
                                    args->fail_on && strcmp(args->fail_on, "error") == 0};
    int result = sql_open(ctx->db, &stmt, SQL_STOCK_RISK, values, 3, err);
    while (result == 0 && (more = db_step(stmt, err)) == 1) {
        int64_t unused = unused_of(ctx, &use, stmt, today, window);
        if (unused > 0 && db_get_int(stmt, EXPIRES_ON) <= today + days)
            result = add_risk(&findings, stmt, unused, today, window, err);
    }
    db_finish(stmt);
    return end_findings(&findings, more < 0 ? -1 : result, err);
}
