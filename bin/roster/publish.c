/* Drafts on their way: from a spreadsheet, into force, or away. */
#include <string.h>

#include "bin/roster/verbs.h"
#include "bin/roster/verbs_show.h"
#include "db/sql.h"
#include "board/publish.h"
#include "board/sheet.h"

static const char *
subject_of(const struct ctx *ctx, const struct roster *roster)
{
    return arena_printf(ctx->arena, "roster %s %s", roster->store, roster->code);
}

/* ---- publish --------------------------------------------------------------------------------- */

/* Bookings of the roster's people that its shifts, or what else, stand against. */
struct listing {
    const struct ctx *ctx;
    const struct grid *grid;
    struct out *out;
    int64_t found;
};

static int
print_no(void *context, const struct orphan *orphan, const struct busy_no *no, struct err *err)
{
    struct listing *listing = context;
    const char *code = strchr(no->about, ' ');
    for (int i = 0; code && i < listing->grid->count; i++)
        if (strcmp(listing->grid->people[i].code, code + 1) == 0) {
            listing->found++;
            return roster_print_orphan(listing->ctx, listing->out, orphan, no, err);
        }
    return 0;
}

static int
list_orphans(struct ctx *ctx, const struct publish *publish, struct err *err)
{
    const struct packs packs = {NULL, ctx->share};
    const struct grid_store *store = grid_store(&publish->grid.stores, publish->roster.store_id);
    const struct orphans_ask ask = {.store_id = ctx->bound_to ? &ctx->bound_to : NULL,
                                    .from = ctx->now,
                                    .to = zone_moment(store->zone, publish->grid.to, 0),
                                    .packs = &packs};
    struct listing listing = {.ctx = ctx, .grid = &publish->grid};
    listing.out = cli_out(ctx, roster_orphan_columns, ROSTER_ORPHAN_COLUMNS);
    int result = orphans_find(ctx->db, ctx->arena, &ask, print_no, &listing, err);
    if (result == 0 && !ctx->quiet && listing.found)
        result = out_end(listing.out, err);
    out_free(listing.out);
    if (result == 0 && listing.found)
        cli_say(ctx, _("bookings stand against it, which are to be moved: medi-roster move"));
    return result < 0 ? -1 : listing.found ? EXIT_NO : 0;
}

/* All that stands against it, a line each, and the last as the error. */
static int
refuse(struct ctx *ctx, const struct publish *publish, struct err *err)
{
    const struct publish_no *last = &publish->nos[publish->no_count - 1];
    for (const struct publish_no *no = publish->nos; no < last; no++)
        cli_refuse(ctx, arena_printf(ctx->arena, "%s %s", no->staff, no->words));
    return err_set(err, ERR_DATA, "%s %s", last->staff, last->words);
}

static int
write_roster(struct ctx *ctx, struct publish *publish, struct err *err)
{
    const struct roster *roster = &publish->roster;
    if (publish_write(publish, err) < 0)
        return -1;
    const char *detail =
        arena_printf(ctx->arena, "published: %d added, %d changed, %d taken back; %d replaced",
                     publish->added, publish->changed, publish->dropped, publish->replaced);
    cli_say(ctx, _("roster %s: %d shifts added, %d changed, %d taken back"), roster->code,
            publish->added, publish->changed, publish->dropped);
    return cli_log(ctx, roster->store_id, subject_of(ctx, roster), detail, err);
}

int
cmd_publish(struct ctx *ctx, void *data, struct err *err)
{
    const struct publish_args *args = data;
    struct rota_rules rules;
    struct publish publish = {.db = ctx->db,
                              .arena = ctx->arena,
                              .rules = &rules,
                              .now = ctx->now,
                              .bound_to = ctx->bound_to};
    /* who may work is not to hang on the environment: the shipped rules alone */
    const struct packs packs = {NULL, ctx->share};
    if (rota_rules_load(ctx->arena, &packs, &rules, err) < 0 ||
        show_roster(ctx, args->roster, &publish.roster, err) < 0)
        return -1;
    if (ctx->bound_to && publish.roster.store_id != ctx->bound_to)
        return err_set(err, ERR_DATA, _("roster %s: is the chain's; it takes a duty for the chain"),
                       args->roster);
    if (publish_judge(&publish, err) < 0)
        return -1;
    if (strcmp(publish.roster.state, "published") == 0)
        cli_say(ctx, _("%s: nothing to change"), args->roster);
    else if (publish.no_count)
        return refuse(ctx, &publish, err);
    else if (write_roster(ctx, &publish, err) < 0)
        return -1;
    return list_orphans(ctx, &publish, err);
}

/* ---- drafts ---------------------------------------------------------------------------------- */

/* Of the store of -s alone, or whichever has it, but never the chain's for a store's. */
static int
find_own(struct ctx *ctx, const char *code, struct roster *roster, struct err *err)
{
    int64_t store_id;
    if (ctx->store && cli_store_id(ctx, &store_id, err) < 0)
        return -1;
    return roster_find(ctx->db, ctx->arena, ctx->store ? &store_id : NULL, code, roster, err);
}

int
cmd_roster_drop(struct ctx *ctx, void *data, struct err *err)
{
    const struct publish_args *args = data;
    struct roster roster;
    if (find_own(ctx, args->roster, &roster, err) < 0)
        return -1;
    if (strcmp(roster.state, "draft") != 0)
        return err_set(err, ERR_DATA, _("roster %s: was published, and stays on record"),
                       args->roster);
    const struct db_value values[] = {db_int(roster.store_id), db_int(roster.id)};
    if (sql_run(ctx->db, SQL_ROTA_ROSTER_DROP_CELLS, values, 2, NULL, err) < 0 ||
        sql_run(ctx->db, SQL_ROTA_ROSTER_DROP, values, 2, NULL, err) < 0)
        return -1;
    return cli_log(ctx, roster.store_id, subject_of(ctx, &roster), "dropped", err);
}

static int
refuse_sheet(struct ctx *ctx, const struct sheet *sheet, struct err *err)
{
    enum { SHOWN = 20 };
    int last = sheet->no_count - 1;
    for (int i = 0; i < last && i < SHOWN; i++)
        cli_refuse(ctx, sheet->nos[i]);
    if (last > SHOWN)
        cli_refuse(ctx, arena_printf(ctx->arena, _("… and %d more"), last - SHOWN));
    return err_set(err, ERR_DATA, "%s", sheet->nos[last]);
}

int
cmd_roster_import(struct ctx *ctx, void *data, struct err *err)
{
    const struct sheet_args *args = data;
    struct rota_rules rules;
    struct sheet sheet = {
        .db = ctx->db, .arena = ctx->arena, .rules = &rules, .now = ctx->now, .code = args->roster};
    if (cli_store_id(ctx, &sheet.store_id, err) < 0 || show_rules(ctx, &rules, err) < 0 ||
        sheet_read(&sheet, args->file, err) < 0)
        return -1;
    if (sheet.no_count)
        return refuse_sheet(ctx, &sheet, err);
    if (sheet.roster.id && sheet.count == 0) {
        cli_say(ctx, _("%s: nothing to change"), args->roster);
        return 0;
    }
    if (sheet_write(&sheet, err) < 0)
        return -1;
    sheet.roster.store = ctx->store;
    cli_say(ctx, _("roster %s: %d cells added, %d changed, %d taken away"), args->roster,
            sheet.added, sheet.changed, sheet.dropped);
    return cli_log(ctx, sheet.store_id, subject_of(ctx, &sheet.roster),
                   arena_printf(ctx->arena, "imported: %d added, %d changed, %d taken away",
                                sheet.added, sheet.changed, sheet.dropped),
                   err);
}
