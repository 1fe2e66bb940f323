/* The way of a visit: arrival, consultation, objections, notices, plans, close. */
#include <string.h>

#include "base/money.h"
#include "bin/visit/verbs.h"
#include "duty/duty.h"
#include "roster/booking.h"
#include "visit/journey.h"
#include "visit/objections.h"

/* ---- what these verbs share ------------------------------------------------------------------------- */

int
journey_now(const struct ctx *ctx, int64_t given, int64_t *at, struct err *err)
{
    *at = given == OPT_UNSET ? ctx->now : given;
    return *at <= ctx->now ? 0 : err_set(err, ERR_DATA, _("--at: lies ahead of now"));
}

int
journey_staff(struct ctx *ctx, const char *given, const char **code, struct err *err)
{
    struct account account;
    const char *login = cli_actor(ctx);
    struct db_stmt *stmt;
    *code = given;
    if (given || !login)
        return 0;
    int found = account_find(ctx->db, login, &account, err);
    if (found <= 0 || !account.staff_id)
        return found < 0 ? -1 : 0;
    const struct db_value id = db_int(account.staff_id);
    found = sql_first(ctx->db, &stmt, SQL_VISIT_JOURNEY_STAFF, &id, 1, err);
    if (found <= 0)
        return found;
    *code = arena_strdup(ctx->arena, db_get_text(stmt, 0));
    db_finish(stmt);
    return 0;
}

static int
put_and_say(struct ctx *ctx, struct cli_record *record, struct err *err)
{
    return cli_put(ctx, record, err) < 0 ? -1 : cli_say_record(ctx, record, err);
}

/* A visit that goes on, at the moment of what happens in it. */
struct at_visit {
    int64_t store_id, at;
    struct journey_visit visit;
};

static int
in_visit(struct ctx *ctx, const char *code, int64_t given, struct at_visit *in, struct err *err)
{
    return cli_store_id(ctx, &in->store_id, err) < 0 || journey_now(ctx, given, &in->at, err) < 0 ||
                   journey_visit(ctx->db, ctx->arena, in->store_id, code, &in->visit, err) < 0
               ? -1
               : journey_going_on(&in->visit, ctx->zone, in->at, err);
}

static void
give_visit(struct ctx *ctx, struct cli_record *record, const struct at_visit *in, const char *when)
{
    cli_give(record, "client", in->visit.client);
    cli_give(record, "visit", in->visit.code);
    cli_give_moment(ctx, record, when, in->at);
}

/* ---- arrival ------------------------------------------------------------------------------------------ */

/* What was booked for the client, if anything was, has become that. */
static int
mark_booking(struct ctx *ctx, const struct booking_visit *visit, const char *status,
             struct err *err)
{
    struct cli_record record;
    const char *code;
    int found = booking_here(ctx->db, ctx->arena, visit, &code, err);
    if (found <= 0)
        return found;
    cli_record_init(&record, "appointments", PUT_EDIT);
    cli_give(&record, "code", code);
    cli_give(&record, "status", status);
    if (cli_put(ctx, &record, err) < 0)
        return -1;
    cli_say(ctx, _("appointment %s: %s"), code, status);
    return 0;
}

int
cmd_arrive(struct ctx *ctx, void *data, struct err *err)
{
    const struct arrive_args *args = data;
    struct cli_record record;
    int64_t store_id, at, client_id, channel_id;
    if (cli_store_id(ctx, &store_id, err) < 0 || journey_now(ctx, args->at, &at, err) < 0 ||
        journey_client(ctx->db, args->client, &client_id, &channel_id, err) < 0 ||
        journey_not_here(ctx->db, store_id, client_id, zone_day(ctx->zone, at), err) < 0)
        return -1;
    cli_record_init(&record, "visits", PUT_ADD);
    cli_give(&record, "code", args->code);
    cli_give(&record, "client", args->client);
    cli_give_moment(ctx, &record, "arrived_at", at);
    cli_give(&record, "purpose", args->purpose);
    cli_give(&record, "status", "arrived");
    cli_give(&record, "channel", args->channel);
    cli_give(&record, "consultant", args->consultant);
    cli_give(&record, "doctor", args->doctor);
    cli_give(&record, "note", args->note);
    const struct booking_visit visit = {store_id, client_id, zone_day(ctx->zone, at), at, false};
    return put_and_say(ctx, &record, err) < 0 ? -1 : mark_booking(ctx, &visit, "arrived", err);
}

/* ---- consultation --------------------------------------------------------------------------------------- */

static void
give_consultation(struct ctx *ctx, struct cli_record *record, const struct consult_args *args)
{
    cli_give(record, "doctor", args->doctor);
    cli_give(record, "project", args->project);
    cli_give_moment(ctx, record, "ended_at", args->until);
    cli_give(record, "need", args->need);
    cli_give(record, "expectation", args->expectation);
    cli_give(record, "concern", args->concern);
    cli_give_int(ctx, record, "budget_fen", args->budget);
    cli_give(record, "outcome", args->outcome);
    cli_give(record, "note", args->note);
}

/* What was found out later: of a consultation that is there. */
static int
edit_consultation(struct ctx *ctx, const struct consult_args *args, struct err *err)
{
    struct cli_record record;
    cli_record_init(&record, "consultations", PUT_EDIT);
    cli_give(&record, "code", args->edit);
    cli_give(&record, "consultant", args->consultant);
    give_consultation(ctx, &record, args);
    return put_and_say(ctx, &record, err);
}

static void
say_wait(const struct ctx *ctx, const struct at_visit *in)
{
    if (in->visit.seen_at == JOURNEY_NEVER)
        cli_say(ctx, _("visit %s: waited %lld min"), in->visit.code,
                (long long)(in->at - in->visit.arrived_at) / 60);
}

int
cmd_consult(struct ctx *ctx, void *data, struct err *err)
{
    const struct consult_args *args = data;
    struct cli_record record;
    struct at_visit in;
    const char *consultant;
    if (args->edit)
        return edit_consultation(ctx, args, err);
    if (!args->visit)
        return err_set(err, ERR_USAGE, _("VISIT: is missing"));
    if (in_visit(ctx, args->visit, args->at, &in, err) < 0)
        return -1;
    consultant = args->consultant ? args->consultant : in.visit.consultant;
    if (!consultant && journey_staff(ctx, NULL, &consultant, err) < 0)
        return -1;
    if (journey_seen(ctx->db, in.store_id, &in.visit, in.at, consultant, args->doctor, err) < 0)
        return -1;
    cli_record_init(&record, "consultations", PUT_ADD);
    cli_give(&record, "code", args->code);
    give_visit(ctx, &record, &in, "started_at");
    cli_give(&record, "consultant", consultant);
    give_consultation(ctx, &record, args);
    if (put_and_say(ctx, &record, err) < 0)
        return -1;
    say_wait(ctx, &in);
    return 0;
}

/* ---- objections, notices ------------------------------------------------------------------------------- */

static int
load_handbook(struct ctx *ctx, struct objections *handbook, struct err *err)
{
    const struct packs packs = {ctx->config, ctx->share};
    return objections_load(ctx->arena, &packs, handbook, err);
}

/* The kind that was named, or that of the entry whose words the client used most. */
static const struct objection_kind *
meant_kind(const struct objections *handbook, const struct objection_args *args, struct err *err)
{
    const struct objection_kind *kind = NULL;
    int best = 0;
    if (args->kind)
        return objections_kind(handbook, args->kind, err);
    for (int i = 0; args->note && i < handbook->count; i++) {
        int fits = objection_fits(&handbook->items[i], args->note);
        if (fits > best) {
            best = fits;
            kind = handbook->items[i].kind;
        }
    }
    if (!kind)
        err_set(err, ERR_USAGE,
                _("--kind: is missing, and the words of --note are none of the "
                  "handbook's; see objections.yaml"));
    return kind;
}

/* The answers of the kind: those whose words the client used, or if there are none all of them. */
static int
print_answers(struct ctx *ctx, const char *code, const struct objections *handbook,
              const struct objection_kind *kind, const char *words, struct err *err)
{
    static const struct out_column columns[] = {
        {"code", NULL, OUT_TEXT},
        {"entry", NULL, OUT_TEXT},
        {"doubt", NULL, OUT_TEXT},
        {"answer", NULL, OUT_TEXT},
    };
    struct out *out = cli_out(ctx, columns, 4);
    bool any = false;
    int result = 0;
    for (int i = 0; words && i < handbook->count; i++)
        any |= handbook->items[i].kind == kind && objection_fits(&handbook->items[i], words);
    for (int i = 0; i < handbook->count && result == 0; i++) {
        const struct objection *entry = &handbook->items[i];
        if (entry->kind != kind || (any && !objection_fits(entry, words)))
            continue;
        const struct db_value values[] = {db_text(code), db_text(entry->id), db_text(entry->doubt),
                                          db_text(entry->answer)};
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

int
cmd_objection(struct ctx *ctx, void *data, struct err *err)
{
    const struct objection_args *args = data;
    struct cli_record record;
    struct at_visit in;
    const char *staff;
    struct objections handbook;
    const struct objection_kind *kind;
    if (load_handbook(ctx, &handbook, err) < 0 || !(kind = meant_kind(&handbook, args, err)) ||
        in_visit(ctx, args->visit, args->at, &in, err) < 0 ||
        journey_staff(ctx, args->staff, &staff, err) < 0)
        return -1;
    cli_record_init(&record, "objections", PUT_ADD);
    cli_give(&record, "code", args->code);
    give_visit(ctx, &record, &in, "at");
    cli_give(&record, "kind", kind->name);
    cli_give(&record, "staff", staff);
    cli_give(&record, "resolved", args->resolved ? "1" : "0");
    cli_give(&record, "note", args->note);
    return cli_put(ctx, &record, err) < 0
               ? -1
               : print_answers(ctx, record.code, &handbook, kind, args->note, err);
}

int
cmd_notice(struct ctx *ctx, void *data, struct err *err)
{
    const struct notice_args *args = data;
    struct cli_record record;
    struct at_visit in;
    const char *staff;
    if (in_visit(ctx, args->visit, args->at, &in, err) < 0 ||
        journey_staff(ctx, args->staff, &staff, err) < 0)
        return -1;
    cli_record_init(&record, "notices", PUT_ADD);
    cli_give(&record, "code", args->code);
    give_visit(ctx, &record, &in, "at");
    cli_give(&record, "project", args->project);
    cli_give(&record, "kind", args->kind ? args->kind : "risk");
    cli_give(&record, "staff", staff);
    cli_give(&record, "acknowledged", args->acknowledged ? "1" : "0");
    cli_give(&record, "proof", args->proof);
    return put_and_say(ctx, &record, err);
}

/* ---- plans ---------------------------------------------------------------------------------------------- */

static int
decide_plan(struct ctx *ctx, const char *code, const char *state, struct err *err)
{
    int64_t store_id;
    if (cli_store_id(ctx, &store_id, err) < 0 ||
        journey_plan_decide(ctx->db, store_id, code, state, err) < 0)
        return -1;
    return cli_log(ctx, store_id, arena_printf(ctx->arena, "plan %s %s", ctx->store, code), state,
                   err);
}

static int
price_lines(struct ctx *ctx, const struct at_visit *in, const struct opt_list *texts,
            struct sell_line **lines, struct err *err)
{
    const struct sell_terms terms = {in->store_id, in->visit.client_id, zone_day(ctx->zone, in->at),
                                     in->visit.channel_id};
    *lines = arena_array(ctx->arena, (size_t)texts->count, sizeof **lines);
    if (texts->count == 0)
        return err_set(err, ERR_USAGE, _("nothing is planned; name it: --line"));
    for (int i = 0; i < texts->count; i++)
        if (sell_line_parse(ctx->arena, texts->items[i], false, false, &(*lines)[i], err) < 0 ||
            sell_line_price(ctx->db, &terms, &(*lines)[i], err) < 0)
            return -1;
    return 0;
}

/* A client has one plan that waits for a word; another one is a revision of it. */
static int
replace_plan(struct ctx *ctx, const struct at_visit *in, const char *replaces, struct err *err)
{
    const char *open;
    if (replaces)
        return journey_plan_replace(ctx->db, in->store_id, in->visit.client_id, replaces, err);
    if (journey_plan_open(ctx->db, ctx->arena, in->store_id, in->visit.client_id, &open, err) < 0)
        return -1;
    return open ? err_set(err, ERR_DATA,
                          _("plan %s of this client waits for a word; revise it: --replaces %s"),
                          open, open)
                : 0;
}

static int
put_plan(struct ctx *ctx, const struct plan_args *args, const struct at_visit *in,
         struct cli_record *record, struct err *err)
{
    const char *consultant = args->consultant ? args->consultant : in->visit.consultant;
    if (!consultant && journey_staff(ctx, NULL, &consultant, err) < 0)
        return -1;
    cli_record_init(record, "plans", PUT_ADD);
    cli_give(record, "code", args->code);
    give_visit(ctx, record, in, "at");
    cli_give(record, "doctor", args->doctor ? args->doctor : in->visit.doctor);
    cli_give(record, "consultant", consultant);
    cli_give(record, "replaces", args->replaces);
    cli_give(record, "note", args->note);
    return cli_put(ctx, record, err) < 0 ? -1 : 0;
}

static const char *
lines_in_words(struct ctx *ctx, const struct sell_line *lines, int count)
{
    const char *words = "";
    for (int i = 0; i < count; i++) {
        char amount[32];
        money_format(lines[i].amount_fen, amount);
        words = arena_printf(ctx->arena, "%s%s%s*%lld=%s", words, i ? ", " : "", lines[i].code,
                             (long long)lines[i].quantity, amount);
    }
    return words;
}

int
cmd_plan(struct ctx *ctx, void *data, struct err *err)
{
    const struct plan_args *args = data;
    struct cli_record record;
    struct sell_line *lines;
    struct at_visit in;
    if (args->agree || args->decline)
        return decide_plan(ctx, args->agree ? args->agree : args->decline,
                           args->agree ? "agreed" : "declined", err);
    if (!args->visit)
        return err_set(err, ERR_USAGE, _("VISIT: is missing"));
    if (in_visit(ctx, args->visit, args->at, &in, err) < 0 ||
        price_lines(ctx, &in, &args->lines, &lines, err) < 0 ||
        replace_plan(ctx, &in, args->replaces, err) < 0 ||
        put_plan(ctx, args, &in, &record, err) < 0 ||
        journey_plan_lines(ctx->db, in.store_id, record.id, lines, args->lines.count, err) < 0 ||
        cli_log(ctx, in.store_id, arena_printf(ctx->arena, "plan %s %s", ctx->store, record.code),
                lines_in_words(ctx, lines, args->lines.count), err) < 0)
        return -1;
    return cli_say_record(ctx, &record, err);
}

/* ---- the close, and what was ----------------------------------------------------------------------------- */

int
cmd_close(struct ctx *ctx, void *data, struct err *err)
{
    const struct close_args *args = data;
    struct at_visit in;
    int64_t client_id, channel_id;
    if (in_visit(ctx, args->visit, args->at, &in, err) < 0 ||
        journey_close(ctx->db, ctx->arena, in.store_id, &in.visit, in.at, err) < 0 ||
        cli_log(ctx, in.store_id, arena_printf(ctx->arena, "visit %s %s", ctx->store, args->visit),
                "closed", err) < 0 ||
        journey_client(ctx->db, in.visit.client, &client_id, &channel_id, err) < 0)
        return -1;
    const struct booking_visit visit = {in.store_id, client_id,
                                        zone_day(ctx->zone, in.visit.arrived_at), in.at, true};
    return mark_booking(ctx, &visit, "fulfilled", err);
}

/* The shares of days default to today. */
int
cmd_visit_list(struct ctx *ctx, void *data, struct err *err)
{
    struct visit_list_args *args = data;
    int64_t today = zone_day(ctx->zone, ctx->as_of);
    if (args->from_day == OPT_UNSET)
        args->from_day = args->to_day == OPT_UNSET ? today : args->to_day;
    if (args->to_day == OPT_UNSET)
        args->to_day = args->from_day > today ? args->from_day : today;
    return cli_list(ctx, data, err);
}
