/* After the treatment: what the client is told, how the effect is judged. */
#include <string.h>

#include "base/day.h"
#include "bin/visit/verbs.h"
#include "visit/after.h"
#include "visit/after_care.h"
#include "visit/objections.h"

/* The moment that is meant: now, or one that has passed and does not lie before `begin`. */
int
after_moment(const struct ctx *ctx, const char *option, int64_t given, int64_t begin, int64_t *at,
             struct err *err)
{
    *at = given == OPT_UNSET ? ctx->now : given;
    if (*at > ctx->now)
        return err_set(err, ERR_DATA, _("%s: lies ahead; enter it when it is done"), option);
    return *at >= begin ? 0
                        : err_set(err, ERR_DATA, _("%s: lies before what it belongs to"), option);
}

static int
begin(struct ctx *ctx, const char *treatment_code, struct after_treatment *treatment,
      struct cli_record *record, struct err *err)
{
    int64_t store_id;
    if (cli_store_id(ctx, &store_id, err) < 0 ||
        after_find(ctx->db, ctx->arena, store_id, treatment_code, treatment, err) < 0)
        return -1;
    cli_give(record, "treatment", treatment->code);
    cli_give(record, "client", treatment->client);
    return 0;
}

static int
finish(struct ctx *ctx, struct cli_record *record, struct err *err)
{
    return cli_put(ctx, record, err) < 0 ? -1 : cli_say_record(ctx, record, err);
}

/* ---- care ------------------------------------------------------------------------------------------- */

/* What was not said is the pack's, by the kind of the project: so many days after the treatment, or
 * after advice that comes later than that. */
static int
default_care(struct ctx *ctx, const struct care_args *args, const struct after_treatment *treatment,
             int64_t day, const char **advice, int64_t *next_on, struct err *err)
{
    const struct packs packs = {ctx->config, ctx->share};
    struct care_pack pack;
    *advice = args->advice;
    *next_on = args->next_on;
    if (*advice && *next_on != OPT_UNSET)
        return 0;
    if (care_load(ctx->arena, &packs, &pack, err) < 0)
        return -1;
    const struct care_advice *usual = care_find(&pack, treatment->kind);
    if (!*advice)
        *advice = usual->advice;
    if (*next_on == OPT_UNSET)
        *next_on =
            usual->next_days + (treatment->day + usual->next_days > day ? treatment->day : day);
    return 0;
}

int
cmd_care(struct ctx *ctx, void *data, struct err *err)
{
    const struct care_args *args = data;
    struct after_treatment treatment;
    struct cli_record record;
    const char *advice, *staff;
    int64_t next_on, at;
    cli_record_init(&record, "cares", PUT_ADD);
    if (begin(ctx, args->treatment, &treatment, &record, err) < 0 ||
        after_moment(ctx, "--at", args->at, treatment.started_at, &at, err) < 0 ||
        default_care(ctx, args, &treatment, zone_day(ctx->zone, at), &advice, &next_on, err) < 0 ||
        journey_staff(ctx, args->staff, &staff, err) < 0)
        return -1;
    if (next_on <= zone_day(ctx->zone, at))
        return err_set(err, ERR_DATA, _("--next: must be a day after the one of the advice"));
    cli_give_moment(ctx, &record, "at", at);
    cli_give(&record, "staff", staff);
    cli_give(&record, "advice", advice);
    cli_give_day(ctx, &record, "next_on", next_on);
    cli_give(&record, "proof", args->proof);
    cli_give(&record, "code", args->code);
    return finish(ctx, &record, err);
}

/* ---- evaluate --------------------------------------------------------------------------------------- */

static int
find_term(struct ctx *ctx, const struct after_treatment *treatment, int64_t at, const char **term,
          struct err *err)
{
    char day[16];
    int64_t first;
    *term = after_term(treatment->day, zone_day(ctx->zone, at), &first);
    if (*term)
        return 0;
    day_format(first, day);
    return err_set(
        err, ERR_DATA,
        _("treatment %s: it is too early to judge its effect, which can be done from %s"),
        treatment->code, day);
}

static int
put_evaluation(struct ctx *ctx, const struct evaluate_args *args, struct cli_record *record,
               const struct after_judgement *judgement, int64_t at, struct err *err)
{
    cli_give_moment(ctx, record, "at", at);
    cli_give(record, "rater", judgement->rater);
    cli_give(record, "staff", judgement->staff);
    cli_give_int(ctx, record, "score", judgement->score);
    cli_give(record, "as_expected", judgement->below ? "0" : "1");
    cli_give(record, "cause", judgement->cause);
    cli_give(record, "remedy", judgement->remedy);
    cli_give(record, "proof", args->proof);
    cli_give(record, "note", args->note);
    cli_give(record, "code", args->code);
    return finish(ctx, record, err);
}

int
cmd_evaluate(struct ctx *ctx, void *data, struct err *err)
{
    const struct evaluate_args *args = data;
    struct after_judgement judgement = {.rater = args->by ? args->by : "client",
                                        .cause = args->cause,
                                        .remedy = args->remedy,
                                        .score = args->score,
                                        .below = args->below};
    struct after_treatment treatment;
    struct cli_record record;
    const char *term;
    int64_t at;
    cli_record_init(&record, "evaluations", PUT_ADD);
    if (args->score == OPT_UNSET)
        return err_set(err, ERR_USAGE, _("%s: missing"), "--score");
    if (begin(ctx, args->treatment, &treatment, &record, err) < 0 ||
        after_moment(ctx, "--at", args->at, treatment.started_at, &at, err) < 0 ||
        find_term(ctx, &treatment, at, &term, err) < 0 ||
        journey_staff(ctx, args->staff, &judgement.staff, err) < 0 ||
        after_judge(ctx->arena, &judgement, err) < 0)
        return -1;
    cli_give(&record, "term", term);
    return put_evaluation(ctx, args, &record, &judgement, at, err);
}

/* ---- doubts ----------------------------------------------------------------------------------------- */

int
cmd_objection_list(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {
        {"kind", NULL, OUT_TEXT},  {"kind_zh", NULL, OUT_TEXT}, {"id", NULL, OUT_TEXT},
        {"doubt", NULL, OUT_TEXT}, {"answer", NULL, OUT_TEXT},
    };
    const struct objection_list_args *args = data;
    const struct packs packs = {ctx->config, ctx->share};
    const struct objection_kind *kind = NULL;
    struct objections objections;
    if (objections_load(ctx->arena, &packs, &objections, err) < 0 ||
        (args->kind && !(kind = objections_kind(&objections, args->kind, err))))
        return -1;
    struct out *out = cli_out(ctx, columns, sizeof columns / sizeof *columns);
    int result = 0, rows = 0;
    for (int i = 0; i < objections.count && result == 0; i++) {
        const struct objection *entry = &objections.items[i];
        const struct db_value values[] = {db_text(entry->kind->name), db_text(entry->kind->zh),
                                          db_text(entry->id), db_text(entry->doubt),
                                          db_text(entry->answer)};
        if ((kind && entry->kind != kind) || (args->words && !objection_fits(entry, args->words)))
            continue;
        rows++;
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    if (result == 0 && !rows)
        cli_say(ctx,
                _("no entry fits; ask a doctor, and add what was answered to objections.yaml"));
    return result;
}
