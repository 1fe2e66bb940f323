/* amend and retract: what is added to a treatment's record later, and one that never took place. */
#include <stdlib.h>
#include <string.h>

#include "bin/visit/verbs.h"
#include "visit/treat.h"

/* ---- amend ----------------------------------------------------------------------------------- */

static int
undo_lines(struct ctx *ctx, const struct opt_list *lines, const struct treated *treated,
           const struct stock_note *note, int64_t store_id, struct err *err)
{
    for (int i = 0; i < lines->count; i++) {
        char *end;
        long long line = strtoll(lines->items[i], &end, 10);
        if (!*lines->items[i] || *end || line < 1)
            return err_set(err, ERR_USAGE, _("--undo: %s: must be the number of a line"),
                           lines->items[i]);
        if (treat_undo(ctx->db, ctx->arena, store_id, treated, line, note, err) < 0)
            return -1;
    }
    return 0;
}

static int
put_amendment(struct ctx *ctx, const struct amend_args *args, const struct treated *treated,
              const char *staff, int64_t at, struct err *err)
{
    struct cli_record record;
    cli_record_init(&record, "amendments", PUT_ADD);
    cli_give(&record, "client", treated->client);
    cli_give(&record, "treatment", treated->code);
    cli_give(&record, "kind", args->kind);
    cli_give_moment(ctx, &record, "at", at);
    cli_give(&record, "staff", staff);
    cli_give(&record, "what", args->what);
    cli_give(&record, "reason", args->reason);
    cli_give(&record, "code", args->code);
    return cli_put(ctx, &record, err) < 0 ? -1 : cli_say_record(ctx, &record, err);
}

/* Who amends. */
static int
amending(struct ctx *ctx, const struct amend_args *args, const char **staff, struct err *err)
{
    if (journey_staff(ctx, args->staff, staff, err) < 0)
        return -1;
    return *staff ? 0
                  : err_set(err, ERR_USAGE, _("--staff: missing, and your account is nobody's"));
}

int
cmd_amend(struct ctx *ctx, void *data, struct err *err)
{
    struct amend_args *args = data;
    struct treated treated;
    const char *staff;
    int64_t store_id, at = args->at == OPT_UNSET ? ctx->now : args->at;
    if (!args->what || !args->reason)
        return err_set(err, ERR_USAGE, _("%s: missing"), args->what ? "--reason" : "--what");
    if (!args->kind)
        args->kind = "addition";
    if (at > ctx->now)
        return err_set(err, ERR_DATA, _("%s: lies ahead; enter it when it is done"), "--at");
    if (gates_begin(ctx, &store_id, NULL, err) < 0 || amending(ctx, args, &staff, err) < 0 ||
        treat_find(ctx->db, ctx->arena, store_id, args->treatment, &treated, err) < 0)
        return -1;
    if (strcmp(treated.status, "entered-in-error") == 0)
        return err_set(err, ERR_DATA, _("treatment %s: was entered in error"), treated.code);
    if (at < treated.started_at)
        return err_set(err, ERR_DATA, _("%s: that is before it was made"), treated.code);
    const struct stock_note note = {.kind = "use",
                                    .at = at,
                                    .day = zone_day(ctx->zone, at),
                                    .treatment_id = treated.id,
                                    .reason = args->reason};
    /* what was wrong never happened, and what is right happened then: so every balance since is right */
    struct stock_note used = note, undone = note;
    undone.at = STOCK_THEN;
    used.at = treated.started_at;
    used.day = zone_day(ctx->zone, used.at);
    if (undo_lines(ctx, &args->undo, &treated, &undone, store_id, err) < 0 ||
        visit_add_uses(ctx, &args->uses, &treated, &used, store_id, err) < 0)
        return -1;
    return put_amendment(ctx, args, &treated, staff, at, err);
}

/* ---- retract --------------------------------------------------------------------------------- */

/* What two people consent to: whose treatment, when, and what it gives back. */
static const char *
retraction(struct ctx *ctx, const struct treated *treated)
{
    char when[32];
    zone_format(ctx->zone, treated->started_at, when);
    return arena_printf(ctx->arena, "%s %s: %s of %s at %s, %lld fen%s%s", ctx->store,
                        treated->code, treated->project, treated->client, when,
                        (long long)treated->recognised_fen, treated->prepaid ? ", balance " : "",
                        treated->prepaid ? treated->prepaid : "");
}

int
cmd_retract(struct ctx *ctx, void *data, struct err *err)
{
    const struct amend_args *given = data;
    struct amend_args args = *given;
    struct treated treated;
    const char *staff;
    int64_t store_id;
    args.kind = "retraction";
    args.what = given->what ? given->what : given->reason;
    if (!args.reason)
        return err_set(err, ERR_USAGE, _("%s: missing"), "--reason");
    if (gates_begin(ctx, &store_id, NULL, err) < 0 || amending(ctx, &args, &staff, err) < 0 ||
        treat_find(ctx->db, ctx->arena, store_id, args.treatment, &treated, err) < 0 ||
        treat_retractable(ctx->db, store_id, &treated, err) < 0 ||
        cli_second(ctx, "visit.retract", retraction(ctx, &treated), args.reason, err) < 0)
        return -1;
    const struct stock_note note = {.at = STOCK_THEN, /* it never happened */
                                    .treatment_id = treated.id,
                                    .reason = args.reason};
    const char *subject = arena_printf(ctx->arena, "treatment %s %s", ctx->store, treated.code);
    if (treat_retract(ctx->db, ctx->arena, store_id, &treated, &note, err) < 0 ||
        cli_log(ctx, store_id, subject, "entered in error", err) < 0)
        return -1;
    return put_amendment(ctx, &args, &treated, staff, ctx->now, err);
}
