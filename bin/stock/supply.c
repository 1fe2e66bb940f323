/* Items with their levels, suppliers with their papers. */
#include <string.h>

#include "bin/stock/verbs.h"
#include "scan/gtin.h"
#include "stock/label.h"
#include "supply/registration.h"

/* ---- what the verbs share -------------------------------------------------------------------- */

int
supply_done(struct ctx *ctx, const char *what, int written)
{
    if (written == 0)
        cli_say(ctx, _("%s: nothing to change"), what);
    return written < 0 ? -1 : 0;
}

int
supply_say(struct ctx *ctx, int64_t store_id, const char *table, const char *code,
           const char *detail, struct err *err)
{
    const struct cli_record record = {.code = code, .store_id = store_id};
    const char *subject = arena_printf(ctx->arena, "%s %s %s", table, ctx->store, code);
    return cli_log(ctx, store_id, subject, detail, err) < 0 ? -1
                                                            : cli_say_record(ctx, &record, err);
}

/* ---- items ----------------------------------------------------------------------------------- */

static int
give_degrees(struct ctx *ctx, struct cli_record *record, const char *option, const char *column,
             const char *text, struct err *err)
{
    int64_t mdeg;
    if (!text)
        return 0;
    if (!*text) {
        cli_give(record, column, "");
        return 0;
    }
    if (!temperature_parse(text, &mdeg))
        return err_set(err, ERR_USAGE, _("%s: %s: no temperature; write it like 8.0"), option,
                       text);
    cli_give_int(ctx, record, column, mdeg);
    return 0;
}

static int
give_label(struct ctx *ctx, struct cli_record *record, const struct item_args *args,
           struct err *err)
{
    cli_give_int(ctx, record, "excursion_minutes", args->excursion_minutes);
    return give_degrees(ctx, record, "--temp-min", "temp_min_mdeg", args->temp_min, err) < 0 ||
                   give_degrees(ctx, record, "--temp-max", "temp_max_mdeg", args->temp_max, err) <
                       0 ||
                   give_degrees(ctx, record, "--excursion-min", "excursion_min_mdeg",
                                args->excursion_min, err) < 0
               ? -1
               : give_degrees(ctx, record, "--excursion-max", "excursion_max_mdeg",
                              args->excursion_max, err);
}

static int
give_gtin(struct ctx *ctx, struct cli_record *record, const char *text, struct err *err)
{
    char gtin[GTIN_ROOM] = "";
    if (!text)
        return 0;
    if (*text && gtin_read(text, strlen(text), gtin, err) < 0)
        return err_wrap(err, "--gtin");
    cli_give(record, "gtin", arena_strdup(ctx->arena, gtin));
    return 0;
}

/* A bar code is of one item. */
static int
check_gtin(struct ctx *ctx, const struct item_args *args, struct err *err)
{
    const struct db_value value = db_text(args->item);
    struct db_stmt *stmt;
    int found =
        args->gtin ? sql_first(ctx->db, &stmt, SQL_SUPPLY_ITEM_GTIN_OTHER, &value, 1, err) : 0;
    if (found <= 0)
        return found;
    err_set(err, ERR_DATA, _("--gtin: %s: is that of %s"), args->gtin, db_get_text(stmt, 0));
    db_finish(stmt);
    return -1;
}

static int
give_category(struct ctx *ctx, struct cli_record *record, const char *name, struct err *err)
{
    const struct packs packs = supply_packs(ctx);
    struct paper_rules rules;
    if (name && *name &&
        (paper_rules_load(ctx->arena, &packs, ctx->zh, &rules, err) < 0 ||
         !paper_category_find(&rules, name, err)))
        return err_wrap(err, "--category");
    cli_give(record, "category", name);
    return 0;
}

/* What the item is when this is written: what is not given is as it was. */
static int
check_item(struct ctx *ctx, const struct item_args *args, struct err *err)
{
    struct supply_item item;
    if (supply_item_find(ctx->db, ctx->arena, args->item, &item, err) < 0)
        return -1;
    if (item.registration_no && (args->registration || args->kind) &&
        registration_check(item.registration_no, item.kind, err) < 0)
        return err_wrap(err, "--registration");
    return supply_sizes(item.pack_size, item.vial_size, err) < 0 ? -1 : check_gtin(ctx, args, err);
}

static int
put_item(struct ctx *ctx, const struct item_args *args, enum put_mode mode, struct err *err)
{
    struct cli_record record;
    cli_record_init(&record, "items", mode);
    cli_give(&record, "code", args->item);
    cli_give(&record, "name", args->name);
    cli_give(&record, "kind", args->kind);
    cli_give(&record, "registration_no", args->registration);
    cli_give(&record, "spec", args->spec);
    cli_give(&record, "unit", args->unit);
    cli_give(&record, "vial_unit", args->vial_unit);
    cli_give(&record, "pack_unit", args->pack_unit);
    cli_give_int(ctx, &record, "vial_size", args->vial_size);
    cli_give_int(ctx, &record, "pack_size", args->pack_size);
    cli_give(&record, "storage", args->storage);
    cli_give_int(ctx, &record, "open_hours", args->open_hours);
    cli_give_int(ctx, &record, "remaining_days", args->remaining_days);
    cli_give(&record, "controlled",
             args->controlled ? (strcmp(args->controlled, "yes") == 0 ? "1" : "0") : NULL);
    if (give_gtin(ctx, &record, args->gtin, err) < 0 ||
        give_category(ctx, &record, args->category, err) < 0 ||
        give_label(ctx, &record, args, err) < 0)
        return -1;
    int written = cli_put(ctx, &record, err);
    return written > 0 && check_item(ctx, args, err) < 0 ? -1
                                                         : supply_done(ctx, args->item, written);
}

int
cmd_item_add(struct ctx *ctx, void *data, struct err *err)
{
    return put_item(ctx, data, PUT_ADD, err);
}

int
cmd_item_edit(struct ctx *ctx, void *data, struct err *err)
{
    return put_item(ctx, data, PUT_EDIT, err);
}

int
cmd_item_show(struct ctx *ctx, void *data, struct err *err)
{
    const struct item_show_args *args = data;
    struct supply_item item;
    return supply_item_find(ctx->db, ctx->arena, args->item, &item, err) < 0
               ? -1
               : cli_list(ctx, data, err);
}

int
cmd_item_level(struct ctx *ctx, void *data, struct err *err)
{
    const struct level_args *args = data;
    struct cli_record record;
    if (args->min == OPT_UNSET || args->target == OPT_UNSET)
        return err_set(err, ERR_USAGE, _("%s: missing"),
                       args->min == OPT_UNSET ? "--min" : "--target");
    cli_record_init(&record, "levels", PUT_SET);
    cli_give(&record, "item", args->item);
    cli_give_int(ctx, &record, "minimum", args->min);
    cli_give_int(ctx, &record, "target", args->target);
    return supply_done(ctx, args->item, cli_put(ctx, &record, err));
}

/* ---- suppliers ------------------------------------------------------------------------------- */

static int
put_supplier(struct ctx *ctx, const struct supplier_args *args, enum put_mode mode, struct err *err)
{
    struct cli_record record;
    cli_record_init(&record, "suppliers", mode);
    cli_give(&record, "code", args->supplier);
    cli_give(&record, "name", args->name);
    cli_give(&record, "contact", args->contact);
    cli_give(&record, "phone", args->phone);
    cli_give(&record, "active",
             args->active ? (strcmp(args->active, "yes") == 0 ? "1" : "0") : NULL);
    return supply_done(ctx, args->supplier, cli_put(ctx, &record, err));
}

int
cmd_supplier_add(struct ctx *ctx, void *data, struct err *err)
{
    return put_supplier(ctx, data, PUT_ADD, err);
}

int
cmd_supplier_edit(struct ctx *ctx, void *data, struct err *err)
{
    return put_supplier(ctx, data, PUT_EDIT, err);
}

enum { CATEGORY, NEED, MEETS, WORDS, NUMBER, VALID_TO, LAW, COLUMNS };

static const struct out_column qualification[COLUMNS] = {
    {"category", NULL, OUT_TEXT}, {"requirement", NULL, OUT_TEXT}, {"met", NULL, OUT_BOOL},
    {"papers", NULL, OUT_TEXT},   {"number", NULL, OUT_TEXT},      {"valid_to", NULL, OUT_DAY},
    {"law", NULL, OUT_TEXT}};

static int
show_need(struct ctx *ctx, struct out *out, const struct paper_category *category,
          const struct paper_need *need, const struct paper_found *found, struct err *err)
{
    struct db_value row[COLUMNS];
    const struct paper *paper = found->paper;
    const char *law = need->confirmed ? need->law : arena_printf(ctx->arena, "○ %s", need->law);
    row[CATEGORY] = db_text(ctx->zh ? category->zh : category->name);
    row[NEED] = db_text(ctx->zh ? need->zh : need->id);
    row[MEETS] = db_int(found->state == PAPER_OK);
    row[WORDS] = db_text(found->state == PAPER_OK ? (paper ? paper->kind : "")
                                                  : paper_words(ctx->arena, need, found));
    row[NUMBER] = db_text(paper ? paper->number : NULL);
    row[VALID_TO] = paper && paper->valid_to != PAPER_NO_END ? db_int(paper->valid_to) : db_null();
    row[LAW] = db_text(law);
    return out_row(out, row, err);
}

/* Every category and need: what the supplier may sell, and what it lacks for the others. */
int
cmd_supplier_show(struct ctx *ctx, void *data, struct err *err)
{
    const struct supplier_args *args = data;
    const struct packs packs = supply_packs(ctx);
    const struct paper_case given = {0, NULL, zone_day(ctx->zone, ctx->as_of)};
    struct paper_rules rules;
    struct supplier supplier;
    struct paper *papers;
    int count, result = 0;
    if (paper_rules_load(ctx->arena, &packs, ctx->zh, &rules, err) < 0 ||
        supplier_find(ctx->db, ctx->arena, args->supplier, &supplier, err) < 0 ||
        papers_of(ctx->db, ctx->arena, supplier.id, &papers, &count, err) < 0)
        return -1;
    struct out *out = cli_out(ctx, qualification, COLUMNS);
    for (int i = 0; i < rules.category_count && result == 0; i++)
        for (int j = 0; j < rules.categories[i].count && result == 0; j++) {
            const struct paper_need *need = rules.categories[i].needs[j];
            struct paper_found found = paper_judge(need, papers, count, &given);
            if (!paper_need_of_lot(need))
                result = show_need(ctx, out, &rules.categories[i], need, &found, err);
        }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

/* ---- papers ---------------------------------------------------------------------------------- */

int
cmd_paper_add(struct ctx *ctx, void *data, struct err *err)
{
    const struct paper_args *args = data;
    const struct packs packs = supply_packs(ctx);
    const char *item = args->item, *lots = args->lots;
    struct paper_rules rules;
    struct cli_record record;
    if (lots && stock_label_is_plain(lots) && ledger_names(ctx, 0, &item, &lots, err) < 0)
        return err_wrap(err, "--lots");
    if (paper_rules_load(ctx->arena, &packs, ctx->zh, &rules, err) < 0)
        return -1;
    const struct paper_kind *kind = paper_kind_find(&rules, args->kind, err);
    if (!kind)
        return -1;
    if (!args->number || args->from == OPT_UNSET)
        return err_set(err, ERR_USAGE, _("%s: missing"), args->number ? "--from" : "--number");
    if ((kind->covers != COVERS_SUPPLIER && !args->item) ||
        (kind->covers == COVERS_LOT && !args->lots))
        return err_set(err, ERR_USAGE, _("%s: says for which item it is (%s)"), kind->words,
                       kind->covers == COVERS_LOT ? "--item, --lots" : "--item");
    cli_record_init(&record, "papers", PUT_SET);
    cli_give(&record, "supplier", args->supplier);
    cli_give(&record, "kind", kind->name);
    cli_give(&record, "number", args->number);
    cli_give(&record, "item", item);
    cli_give(&record, "lots", lots);
    cli_give_day(ctx, &record, "valid_from", args->from);
    cli_give_day(ctx, &record, "valid_to", args->to);
    cli_give(&record, "proof", args->proof);
    return supply_done(ctx, args->number, cli_put(ctx, &record, err));
}

static const struct out_column expiring[] = {
    {"severity", NULL, OUT_TEXT}, {"supplier", NULL, OUT_TEXT}, {"name", NULL, OUT_TEXT},
    {"kind", NULL, OUT_TEXT},     {"number", NULL, OUT_TEXT},   {"item", NULL, OUT_TEXT},
    {"valid_to", NULL, OUT_DAY},  {"days_left", NULL, OUT_INT}};
enum { EXPIRING = sizeof expiring / sizeof expiring[0] };

static int
print_expiring(struct out *out, struct db_stmt *stmt, bool errors_only, struct err *err)
{
    struct db_value row[EXPIRING];
    int found = 0, more;
    while ((more = db_step(stmt, err)) == 1) {
        for (int i = 0; i < EXPIRING; i++)
            row[i] = db_get(stmt, i);
        found += !errors_only || strcmp(db_get_text(stmt, 0), "error") == 0;
        if (out_row(out, row, err) < 0)
            return -1;
    }
    return more < 0 || out_end(out, err) < 0 ? -1 : found;
}

int
cmd_paper_expiring(struct ctx *ctx, void *data, struct err *err)
{
    const struct paper_expiring_args *args = data;
    int64_t days = args->days == OPT_UNSET ? 60 : args->days;
    const struct db_value values[] = {db_int(zone_day(ctx->zone, ctx->as_of)), db_int(days)};
    struct db_stmt *stmt;
    if (days < 0 || days > 36500)
        return err_set(err, ERR_USAGE, _("--days: must be from 0 to 36500"));
    if (sql_open(ctx->db, &stmt, SQL_SUPPLY_PAPER_EXPIRING, values, 2, err) < 0)
        return -1;
    struct out *out = cli_out(ctx, expiring, EXPIRING);
    int found =
        print_expiring(out, stmt, args->fail_on && strcmp(args->fail_on, "error") == 0, err);
    out_free(out);
    db_finish(stmt);
    return found < 0 ? -1 : found > 0 ? EXIT_NO : 0;
}
