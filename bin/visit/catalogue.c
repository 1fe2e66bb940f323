/* The catalogue: projects with what they need, packages, prices. */
#include <string.h>

#include "base/money.h"
#include "bin/visit/verbs.h"
#include "visit/catalogue.h"
#include "visit/exams.h"

static void
give_flag(struct ctx *ctx, struct cli_record *record, const char *column, const char *word)
{
    (void)ctx;
    cli_give(record, column, word ? (strcmp(word, "yes") == 0 ? "1" : "0") : NULL);
}

/* Writes it, and says so if there was nothing to write. */
static int
put_named(struct ctx *ctx, struct cli_record *record, const char *name, struct err *err)
{
    int written = cli_put(ctx, record, err);
    if (written == 0)
        cli_say(ctx, _("%s: nothing to change"), name);
    return written < 0 ? -1 : 0;
}

/* What is taken out is logged by the words that it was put in with. */
static int
drop(struct ctx *ctx, enum sql_id id, const char *table, const char *first, const char *second,
     struct err *err)
{
    const struct db_value values[] = {db_text(first), db_text(second)};
    int64_t changed;
    if (sql_run(ctx->db, id, values, 2, &changed, err) < 0)
        return -1;
    if (changed == 0)
        return err_set(err, ERR_DATA, _("%s %s: not there"), first, second);
    return cli_log(ctx, 0, arena_printf(ctx->arena, "%s %s %s", table, first, second), "dropped",
                   err);
}

/* ---- projects --------------------------------------------------------------------------------------- */

static int
put_project(struct ctx *ctx, const struct project_args *args, enum put_mode mode, struct err *err)
{
    struct cli_record record;
    cli_record_init(&record, "projects", mode);
    cli_give(&record, "code", args->code);
    cli_give(&record, "name", args->name);
    cli_give(&record, "department", args->department);
    cli_give(&record, "kind", args->kind);
    cli_give_int(ctx, &record, "cycle_days", args->cycle_days);
    cli_give_int(ctx, &record, "minutes", args->minutes);
    cli_give_int(ctx, &record, "grade", args->grade);
    cli_give(&record, "licence", args->licence);
    cli_give(&record, "device_kind", args->device_kind);
    give_flag(ctx, &record, "contract", args->contract);
    cli_give(&record, "consent", args->consent);
    cli_give(&record, "ladder", args->ladder);
    cli_give_int(ctx, &record, "horizon_days", args->horizon_days);
    give_flag(ctx, &record, "active", args->active);
    return put_named(ctx, &record, args->code, err);
}

int
cmd_project_add(struct ctx *ctx, void *data, struct err *err)
{
    return put_project(ctx, data, PUT_ADD, err);
}

int
cmd_project_edit(struct ctx *ctx, void *data, struct err *err)
{
    return put_project(ctx, data, PUT_EDIT, err);
}

int
cmd_project_show(struct ctx *ctx, void *data, struct err *err)
{
    const struct project_args *args = data;
    struct catalogue_project project;
    return catalogue_project(ctx->db, args->code, &project, err) < 0 ? -1
                                                                     : cli_list(ctx, data, err);
}

int
cmd_exam_require(struct ctx *ctx, void *data, struct err *err)
{
    const struct need_args *args = data;
    struct cli_record record;
    const struct packs packs = {ctx->config, ctx->share};
    struct exams exams;
    if (exams_load(ctx->arena, &packs, &exams, err) < 0)
        return -1;
    const struct exam_kind *kind = exams_find(&exams, args->what, err);
    if (!kind)
        return -1;
    cli_record_init(&record, "project_exams", PUT_SET);
    cli_give(&record, "project", args->project);
    cli_give(&record, "kind", kind->name);
    cli_give_int(ctx, &record, "valid_days",
                 args->days == OPT_UNSET ? kind->valid_days : args->days);
    return put_named(ctx, &record, args->what, err);
}

int
cmd_exam_unrequire(struct ctx *ctx, void *data, struct err *err)
{
    const struct need_args *args = data;
    return drop(ctx, SQL_VISIT_CATALOGUE_EXAM_DROP, "project_exam", args->project, args->what, err);
}

int
cmd_kit_add(struct ctx *ctx, void *data, struct err *err)
{
    const struct need_args *args = data;
    struct cli_record record;
    cli_record_init(&record, "kits", PUT_SET);
    cli_give(&record, "project", args->project);
    cli_give(&record, "item", args->what);
    cli_give_int(ctx, &record, "quantity", args->quantity);
    cli_give(&record, "optional", args->optional ? "1" : "0");
    return put_named(ctx, &record, args->what, err);
}

int
cmd_kit_drop(struct ctx *ctx, void *data, struct err *err)
{
    const struct need_args *args = data;
    return drop(ctx, SQL_VISIT_CATALOGUE_KIT_DROP, "kit", args->project, args->what, err);
}

int
cmd_indication_add(struct ctx *ctx, void *data, struct err *err)
{
    const struct need_args *args = data;
    struct cli_record record;
    cli_record_init(&record, "indications", PUT_SET);
    cli_give(&record, "item", args->what);
    cli_give(&record, "project", args->project);
    cli_give(&record, "says", args->says);
    return put_named(ctx, &record, args->what, err);
}

int
cmd_indication_drop(struct ctx *ctx, void *data, struct err *err)
{
    const struct need_args *args = data;
    return drop(ctx, SQL_VISIT_CATALOGUE_INDICATION_DROP, "indication", args->what, args->project,
                err);
}

/* ---- consent forms ------------------------------------------------------------------------------------ */

static int
put_form(struct ctx *ctx, const struct form_args *args, enum put_mode mode, struct err *err)
{
    struct cli_record record;
    cli_record_init(&record, "consent_forms", mode);
    cli_give(&record, "code", args->code);
    cli_give(&record, "series", args->series);
    cli_give_int(ctx, &record, "version", args->version);
    cli_give(&record, "name", args->name);
    cli_give_day(ctx, &record, "valid_from", args->from);
    cli_give_day(ctx, &record, "valid_to", args->to);
    cli_give(&record, "proof", args->proof);
    return put_named(ctx, &record, args->code, err);
}

int
cmd_form_add(struct ctx *ctx, void *data, struct err *err)
{
    return put_form(ctx, data, PUT_ADD, err);
}

int
cmd_form_edit(struct ctx *ctx, void *data, struct err *err)
{
    return put_form(ctx, data, PUT_EDIT, err);
}

/* ---- packages ------------------------------------------------------------------------------------------ */

static int
put_package(struct ctx *ctx, const struct package_args *args, enum put_mode mode, struct err *err)
{
    struct cli_record record;
    cli_record_init(&record, "packages", mode);
    cli_give(&record, "code", args->code);
    cli_give(&record, "name", args->name);
    cli_give_int(ctx, &record, "price_fen", args->price);
    cli_give_int(ctx, &record, "floor_fen", args->floor);
    cli_give_day(ctx, &record, "valid_from", args->from);
    cli_give_day(ctx, &record, "valid_to", args->to);
    cli_give_int(ctx, &record, "months", args->months);
    give_flag(ctx, &record, "trial", args->trial);
    give_flag(ctx, &record, "active", args->active);
    return put_named(ctx, &record, args->code, err);
}

int
cmd_package_add(struct ctx *ctx, void *data, struct err *err)
{
    return put_package(ctx, data, PUT_ADD, err);
}

int
cmd_package_edit(struct ctx *ctx, void *data, struct err *err)
{
    return put_package(ctx, data, PUT_EDIT, err);
}

/* Until all of its lines are there, the shares are not the price. */
static int
say_sum(struct ctx *ctx, const char *package, struct err *err)
{
    const struct db_value code = db_text(package);
    struct db_stmt *stmt;
    char price[32], shares[32];
    if (sql_first(ctx->db, &stmt, SQL_VISIT_CATALOGUE_PACKAGE_SUM, &code, 1, err) != 1)
        return -1;
    bool equal = db_get_int(stmt, 0) == db_get_int(stmt, 1);
    money_format(db_get_int(stmt, 0), price);
    money_format(db_get_int(stmt, 1), shares);
    db_finish(stmt);
    if (!equal)
        cli_say(ctx, _("%s: costs %s, and its shares are %s in all"), package, price, shares);
    return 0;
}

int
cmd_package_line(struct ctx *ctx, void *data, struct err *err)
{
    const struct package_line_args *args = data;
    struct cli_record record;
    cli_record_init(&record, "package_lines", PUT_SET);
    cli_give(&record, "package", args->package);
    cli_give(&record, "project", args->project);
    cli_give_int(ctx, &record, "quantity", args->quantity == OPT_UNSET ? 1 : args->quantity);
    cli_give_int(ctx, &record, "share_fen", args->share);
    return put_named(ctx, &record, args->project, err) < 0 ? -1 : say_sum(ctx, args->package, err);
}

/* ---- prices --------------------------------------------------------------------------------------------- */

static const char *
price_subject(struct ctx *ctx, const struct price_args *args)
{
    char amount[32], day[16];
    money_format(args->amount, amount);
    day_format(args->from, day);
    return arena_printf(ctx->arena, "price %s %s %s from %s: %s, below the floor", args->project,
                        ctx->store ? ctx->store : "*", args->channel ? args->channel : "*", day,
                        amount);
}

static int
put_price(struct ctx *ctx, const struct price_args *args, struct err *err)
{
    struct cli_record record;
    cli_record_init(&record, "prices", PUT_ADD);
    cli_give(&record, "project", args->project);
    cli_give(&record, "store", ctx->store ? ctx->store : "*");
    cli_give(&record, "channel", args->channel);
    cli_give_day(ctx, &record, "valid_from", args->from);
    cli_give_day(ctx, &record, "valid_to", args->to);
    cli_give_int(ctx, &record, "amount_fen", args->amount);
    cli_give_int(ctx, &record, "floor_fen", args->floor);
    return cli_put(ctx, &record, err) < 0 ? -1 : 0;
}

static int
know_place(struct ctx *ctx, const struct price_args *args, struct catalogue_place *place,
           struct err *err)
{
    struct catalogue_project project;
    if (args->amount < 0)
        return err_set(err, ERR_USAGE, _("--amount: cannot be below zero"));
    if (catalogue_project(ctx->db, args->project, &project, err) < 0 ||
        (args->channel && catalogue_channel(ctx->db, args->channel, &place->channel_id, err) < 0) ||
        (ctx->store && cli_store_id(ctx, &place->store_id, err) < 0))
        return -1;
    place->project_id = project.id;
    place->day = args->from;
    return 0;
}

int
cmd_price_add(struct ctx *ctx, void *data, struct err *err)
{
    struct price_args *args = data;
    struct catalogue_place place = {0};
    if (args->amount == OPT_UNSET)
        return err_set(err, ERR_USAGE, _("--amount: is missing"));
    if (args->from == OPT_UNSET)
        args->from = zone_day(ctx->zone, ctx->now);
    if (know_place(ctx, args, &place, err) < 0)
        return -1;
    int low = args->channel
                  ? 0
                  : catalogue_may_lower(ctx->db, &place, args->amount, args->to != OPT_UNSET, err);
    if (low < 0 || put_price(ctx, args, err) < 0)
        return -1;
    if (args->channel)
        low = catalogue_not_low_everywhere(ctx->db, &place, args->amount, err);
    if (low > 0 &&
        cli_second(ctx, "visit.discount", price_subject(ctx, args), args->reason, err) < 0)
        return -1;
    return low < 0 ? -1 : 0;
}

int
cmd_price_list(struct ctx *ctx, void *data, struct err *err)
{
    struct price_list_args *args = data;
    if (args->day == OPT_UNSET)
        args->day = zone_day(ctx->zone, ctx->as_of);
    int64_t rows = cli_query(
        ctx, args, args->all ? SQL_VISIT_CATALOGUE_PRICE_ALL : SQL_VISIT_CATALOGUE_PRICE_LIST, err);
    return rows < 0 ? -1 : rows > 0 && ctx->exit_rows;
}
