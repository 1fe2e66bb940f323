/* medi-followup recall: clients who are brought back. */
#include <string.h>

#include "base/money.h"
#include "base/str.h"
#include "bin/followup/verbs_people.h"
#include "bin/followup/verbs_recall.h"
#include "client/person.h"
#include "followup/recall.h"
#include "log/log.h"
#include "text/records.h"

struct showing {
    struct ctx *ctx;
    struct out *out;
    const struct recall_run *run;
    const char *offer; /* in words, or NULL */
};

/* ---- rows ---------------------------------------------------------------------------------------- */

static const struct out_column columns[] = {
    {"campaign", NULL, OUT_TEXT}, {"client", NULL, OUT_TEXT},   {"store", NULL, OUT_TEXT},
    {"reason", NULL, OUT_TEXT},   {"score", NULL, OUT_INT},     {"channel", NULL, OUT_TEXT},
    {"role", NULL, OUT_TEXT},     {"due_at", NULL, OUT_MOMENT}, {"offer", NULL, OUT_TEXT},
    {"arm", NULL, OUT_TEXT},      {"left_out", NULL, OUT_TEXT},
};
enum { COLUMNS = sizeof columns / sizeof columns[0] };

/* Who is left out is a row only where nothing is written, so that what was done is what is printed. */
static int
show_pick(void *context, const struct recall_pick *pick, struct err *err)
{
    struct showing *showing = context;
    const struct recall_run *run = showing->run;
    bool sent = !pick->left && !pick->held;
    if (pick->left && !showing->ctx->dry_run)
        return 0;
    const struct db_value values[COLUMNS] = {
        db_text(run->campaign ? run->campaign->code : NULL),
        db_text(pick->client),
        db_text(pick->store),
        db_text(pick->reason),
        pick->score == NO_VALUE ? db_null() : db_int(pick->score),
        db_text(pick->channel),
        db_text(pick->role),
        pick->due_at ? db_int(pick->due_at) : db_null(),
        db_text(sent ? showing->offer : NULL),
        db_text(pick->left   ? NULL
                : pick->held ? "held"
                             : "sent"),
        db_text(pick->left ? recall_left_name(pick->left) : NULL),
    };
    return out_row(showing->out, values, err);
}

static const char *
offer_words(struct ctx *ctx, const struct recall *rule, const struct campaign *campaign)
{
    char worth[32];
    const char *kind = campaign ? campaign->voucher_kind : rule->offer.kind;
    money_format(campaign ? campaign->voucher_fen : rule->offer.worth_fen, worth);
    return kind ? arena_printf(ctx->arena, "%s %s", kind, worth) : NULL;
}

/* ---- what is said -------------------------------------------------------------------------------- */

static void
say_left(const struct ctx *ctx, const struct recall_run *run)
{
    struct str text = STR_INIT;
    for (int i = LEFT_NOT + 1; i < LEFT_KINDS; i++)
        if (run->left[i])
            str_addf(&text, "%s%lld %s", text.length ? ", " : "", (long long)run->left[i],
                     recall_left_says((enum recall_left)i));
    if (text.length)
        cli_say(ctx, _("left out: %s"), text.text);
    if (run->behind)
        cli_say(ctx, _("%lld more were not looked at: the cap is reached"), (long long)run->behind);
    str_release(&text);
}

static void
say_run(const struct ctx *ctx, const struct recall_run *run)
{
    const char *name = run->campaign ? run->campaign->code : run->rule->whom.name;
    cli_say(ctx, _("%s: %lld chosen, %lld held out, %lld chosen before"), name,
            (long long)run->sent, (long long)run->held, (long long)run->before);
    say_left(ctx, run);
    if (run->no_model)
        cli_say(ctx, _("no model of who is alive: %s"), run->no_model);
}

/* ---- codes from standard input ------------------------------------------------------------------- */

static int
code_column(const struct records *records)
{
    static const char *const names[] = {"code", "client", "客户编号"};
    int column = -1;
    for (size_t n = 0; n < sizeof names / sizeof names[0] && column < 0; n++)
        column = records_column(records, names[n]);
    return column;
}

static int
read_client(struct ctx *ctx, const struct records *records, const struct record *record,
            int64_t *id, struct err *err)
{
    struct person person;
    int column = code_column(records);
    const char *code = column >= 0 && column < record->count ? record->fields[column].text : "";
    int result = *code ? person_find(ctx->db, ctx->arena, code, &person, err)
                       : err_set(err, ERR_DATA, _("needs a column code, or client"));
    if (result < 0)
        return err_wrap(err, "%s:%zu", records_name(records), record->line);
    *id = person.id;
    return 0;
}

static int
read_clients(struct ctx *ctx, struct recall_run *run, struct err *err)
{
    const struct records_options options = {.format = RECORDS_AUTO};
    struct records *records;
    struct record record;
    int64_t *ids = arena_array(ctx->arena, 1, sizeof *ids);
    int count = 0, room = 0, more;
    ctx->once = true;
    if (records_open(&records, "-", &options, err) < 0)
        return -1;
    while ((more = records_next(records, &record, err)) == 1) {
        ids = arena_more(ctx->arena, ids, count, &room, sizeof *ids);
        if (read_client(ctx, records, &record, &ids[count++], err) < 0) {
            more = -1;
            break;
        }
    }
    records_close(records);
    run->clients = ids;
    run->client_count = count;
    return more;
}

/* ---- runs ---------------------------------------------------------------------------------------- */

static int
log_recall(struct ctx *ctx, const struct recall_run *run, struct err *err)
{
    if (run->sent + run->held == 0)
        return 0;
    return cli_log(ctx, run->store_id ? run->store_id : 0,
                   arena_printf(ctx->arena, "recall %s", run->campaign->code),
                   arena_printf(ctx->arena,
                                "%lld chosen, %lld held out, %lld messages, %lld tasks, "
                                "%lld vouchers",
                                (long long)run->sent, (long long)run->held,
                                (long long)run->messages, (long long)run->tasks,
                                (long long)run->vouchers),
                   err);
}

static int
do_run(struct showing *showing, struct recall_run *run, struct err *err)
{
    struct ctx *ctx = showing->ctx;
    run->seen = show_pick;
    run->context = showing;
    showing->run = run;
    showing->offer = offer_words(ctx, run->rule, run->campaign);
    if (recall_run(run, err) < 0)
        return -1;
    say_run(ctx, run);
    return run->campaign ? log_recall(ctx, run, err) : 0;
}

static int
run_campaign(struct showing *showing, const struct recall_run *common, const char *code,
             struct err *err)
{
    struct ctx *ctx = showing->ctx;
    struct recall_run run = *common;
    struct campaign campaign;
    if (campaign_find(ctx->db, ctx->arena, code, run.today, &campaign, err) < 0)
        return -1;
    bool draft = ctx->dry_run && strcmp(campaign.state, "draft") == 0;
    if (!draft && campaign_must_run(&campaign, run.today, err) < 0)
        return -1;
    if (run.store_id && campaign.store_id && run.store_id != campaign.store_id)
        return err_set(err, ERR_DATA, _("campaign %s: is of another store"), code);
    run.campaign = &campaign;
    run.rule = recalls_find(run.recalls, campaign.rule, err);
    if (!run.rule)
        return err_wrap(err, _("campaign %s"), code);
    if (!run.store_id)
        run.store_id = campaign.store_id;
    return do_run(showing, &run, err);
}

/* Read to its end before any of them runs. */
static int
run_all(struct showing *showing, const struct recall_run *common, struct err *err)
{
    struct ctx *ctx = showing->ctx;
    const struct db_value values[] = {db_id(common->store_id), db_int(common->today)};
    struct db_stmt *stmt = NULL;
    const char **codes = NULL;
    int count = 0, room = 0;
    int more = sql_open(ctx->db, &stmt, SQL_FOLLOWUP_CAMPAIGN_RUNNING, values, 2, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        codes = arena_more(ctx->arena, codes, count, &room, sizeof *codes);
        codes[count++] = db_keep_text(stmt, 0, ctx->arena);
    }
    db_finish(stmt);
    for (int i = 0; more == 0 && i < count; i++)
        more = run_campaign(showing, common, codes[i], err);
    return more;
}

static int
check_args(const struct ctx *ctx, const struct recall_args *args, struct err *err)
{
    bool listed = args->what && strcmp(args->what, "-") == 0;
    bool rule = args->what && !listed;
    if (rule + args->running + (args->campaign != NULL) != 1)
        return err_set(err, ERR_USAGE,
                       _("one of --campaign, --running or a rule is needed: whom to recall"));
    if (listed && !args->campaign)
        return err_set(err, ERR_USAGE, _("-: goes with --campaign"));
    if (rule && !ctx->dry_run)
        return err_set(err, ERR_USAGE,
                       _("%s: a rule alone only shows whom it would take: add -n, or make a "
                         "campaign of it: medi-followup campaign add CODE --rule %s"),
                       args->what, args->what);
    if (args->limit != OPT_UNSET && args->limit < 1)
        return err_set(err, ERR_USAGE, _("--limit: must be 1 or more"));
    return 0;
}

static int
run_asked(struct showing *showing, const struct recall_args *args, struct recall_run *run,
          struct err *err)
{
    if (args->running)
        return run_all(showing, run, err);
    if (args->campaign) {
        if (args->what && read_clients(showing->ctx, run, err) < 0)
            return -1;
        return run_campaign(showing, run, args->campaign, err);
    }
    run->rule = recalls_find(run->recalls, args->what, err);
    return run->rule ? do_run(showing, run, err) : -1;
}

int
cmd_recall(struct ctx *ctx, void *data, struct err *err)
{
    const struct recall_args *args = data;
    struct packs packs = followup_packs(ctx);
    struct recalls recalls;
    int64_t store_id = 0;
    if (check_args(ctx, args, err) < 0 || recalls_load(ctx->arena, &packs, &recalls, err) < 0 ||
        (ctx->store && cli_store_id(ctx, &store_id, err) < 0))
        return -1;
    struct recall_run run = {.db = ctx->db,
                             .arena = ctx->arena,
                             .packs = &packs,
                             .recalls = &recalls,
                             .store_id = store_id,
                             .today = followup_today(ctx),
                             .now = ctx->now,
                             .limit = args->limit == OPT_UNSET ? 0 : args->limit};
    struct showing showing = {.ctx = ctx, .out = cli_out(ctx, columns, COLUMNS)};
    int result = run_asked(&showing, args, &run, err);
    if (result == 0)
        result = out_end(showing.out, err);
    out_free(showing.out);
    return result;
}
