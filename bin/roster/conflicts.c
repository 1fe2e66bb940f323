/* Bookings that what came later has orphaned: leave, a licence that ends, a closed day. */
#include "bin/roster/verbs.h"

const struct out_column roster_orphan_columns[ROSTER_ORPHAN_COLUMNS] = {
    {"store", NULL, OUT_TEXT},  {"code", NULL, OUT_TEXT},    {"starts_at", NULL, OUT_MOMENT},
    {"client", NULL, OUT_TEXT}, {"project", NULL, OUT_TEXT}, {"about", NULL, OUT_TEXT},
    {"reason", NULL, OUT_TEXT}, {"detail", NULL, OUT_TEXT}};

int
roster_print_orphan(const struct ctx *ctx, struct out *out, const struct orphan *orphan,
                    const struct busy_no *no, struct err *err)
{
    const struct booking_row *row = &orphan->row;
    const struct db_value values[ROSTER_ORPHAN_COLUMNS] = {
        db_text(orphan->store), db_text(row->code), db_int(row->starts_at), db_text(row->client),
        db_text(row->project),  db_text(no->about), db_text(no->why),       db_text(no->words)};
    return ctx->quiet ? 0 : out_row(out, values, err);
}

struct listing {
    const struct ctx *ctx;
    struct out *out;
    int64_t found;
};

static int
print_no(void *context, const struct orphan *orphan, const struct busy_no *no, struct err *err)
{
    struct listing *listing = context;
    listing->found++;
    return roster_print_orphan(listing->ctx, listing->out, orphan, no, err);
}

int
cmd_conflicts(struct ctx *ctx, void *data, struct err *err)
{
    struct conflict_args *args = data;
    const struct packs packs = {NULL, ctx->share};
    struct listing listing = {.ctx = ctx};
    struct orphans_ask ask = {
        .store_id = ctx->store_id > 0 ? &ctx->store_id : NULL, .to = args->to, .packs = &packs};
    ask.from = args->from == OPT_UNSET || args->from < ctx->now ? ctx->now : args->from;
    if (args->to == OPT_UNSET)
        ask.to = ask.from + 90 * (int64_t)DAY_SECONDS;
    listing.out = cli_out(ctx, roster_orphan_columns, ROSTER_ORPHAN_COLUMNS);
    int result = orphans_find(ctx->db, ctx->arena, &ask, print_no, &listing, err);
    if (result == 0 && !ctx->quiet)
        result = out_end(listing.out, err);
    out_free(listing.out);
    return result < 0 ? -1 : listing.found ? EXIT_NO : 0;
}
