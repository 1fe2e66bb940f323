/* What is entered before a treatment: assessment, examination, consent, product check. */
#include <string.h>

#include "bin/visit/verbs.h"
#include "cli/scanned.h"
#include "db/sql.h"
#include "stock/label.h"
#include "visit/exams.h"
#include "visit/gate_entry.h"
#include "visit/treat.h"

static int64_t
or_now(const struct ctx *ctx, int64_t at)
{
    return at == OPT_UNSET ? ctx->now : at;
}

/* Nothing is entered that has not happened. */
static int
not_ahead(const struct ctx *ctx, int64_t at, const char *option, struct err *err)
{
    return at <= ctx->now
               ? 0
               : err_set(err, ERR_DATA, _("%s: lies ahead; enter it when it is done"), option);
}

static int
need(const char *value, const char *option, struct err *err)
{
    return value ? 0 : err_set(err, ERR_USAGE, _("%s: missing"), option);
}

/* Client, visit and project of the record; the case for who asks the gates. */
static int
begin(struct ctx *ctx, const char *visit_code, const char *project, struct cli_record *record,
      struct gate_case *given, struct err *err)
{
    struct treat_visit visit;
    if (need(visit_code, "VISIT", err) < 0 ||
        treat_visit(ctx->db, ctx->arena, given->store_id, visit_code, &visit, err) < 0)
        return -1;
    given->visit_id = visit.id;
    given->client_id = visit.client_id;
    given->day = zone_day(ctx->zone, given->at);
    cli_give(record, "client", visit.client);
    cli_give(record, "visit", visit_code);
    cli_give(record, "project", project);
    return project ? treat_project(ctx->db, ctx->arena, project, &given->project_id, NULL, err) : 0;
}

static int
finish(struct ctx *ctx, struct cli_record *record, struct err *err)
{
    return cli_put(ctx, record, err) < 0 ? -1 : cli_say_record(ctx, record, err);
}

/* ---- assess ---------------------------------------------------------------------------------------------- */

static int
default_valid_to(struct ctx *ctx, const struct gate_case *given, int64_t *day, struct err *err)
{
    int64_t days;
    if (cli_setting(ctx, "visit.assessment_days", given->store_id, &days, err) < 0)
        return -1;
    *day = given->day + days;
    return 0;
}

static int
check_verdict(const struct assess_args *args, struct err *err)
{
    if (need(args->project, "--project", err) < 0 || need(args->verdict, "--verdict", err) < 0)
        return -1;
    bool fit = strcmp(args->verdict, "fit") == 0;
    if (fit && !args->in_person)
        return err_set(err, ERR_DATA,
                       _("assessment-person: fit can only be said of a client whom the doctor saw: "
                         "--in-person"));
    if (!fit && (!args->reason || !*args->reason))
        return err_set(err, ERR_DATA, _("--reason: %s needs one"), args->verdict);
    return 0;
}

static int
check_doctor(struct ctx *ctx, const struct gate_rules *rules, const struct gate_case *given,
             const char *doctor, struct err *err)
{
    int64_t id;
    if (!doctor)
        return err_set(err, ERR_USAGE, _("--doctor: missing, and your account is nobody's"));
    return treat_staff(ctx->db, ctx->arena, doctor, &id, NULL, err) < 0
               ? -1
               : gate_may_assess(ctx->db, ctx->arena, rules, given, id, err);
}

static int
put_assessment(struct ctx *ctx, const struct assess_args *args, struct cli_record *record,
               const struct gate_case *given, struct err *err)
{
    int64_t valid_to = args->valid_to;
    bool fit = strcmp(args->verdict, "fit") == 0;
    if (fit && valid_to == OPT_UNSET && default_valid_to(ctx, given, &valid_to, err) < 0)
        return -1;
    if (valid_to != OPT_UNSET && valid_to < given->day)
        return err_set(err, ERR_DATA, _("--valid-to: comes before the day of the assessment"));
    cli_give_moment(ctx, record, "at", given->at);
    cli_give(record, "in_person", args->in_person ? "1" : "0");
    cli_give(record, "verdict", args->verdict);
    cli_give_day(ctx, record, "valid_to", valid_to);
    cli_give(record, "history", args->history);
    cli_give(record, "allergy", args->allergy);
    cli_give(record, "expectation", args->expectation);
    cli_give(record, "finding", args->finding);
    cli_give(record, "reason", args->reason);
    cli_give(record, "code", args->code);
    return finish(ctx, record, err);
}

int
cmd_assess(struct ctx *ctx, void *data, struct err *err)
{
    const struct assess_args *args = data;
    struct gate_case given = {.at = or_now(ctx, args->at)};
    struct gate_rules rules;
    struct cli_record record;
    const char *doctor;
    cli_record_init(&record, "assessments", PUT_ADD);
    if (check_verdict(args, err) < 0 || not_ahead(ctx, given.at, "--at", err) < 0 ||
        gates_begin(ctx, &given.store_id, &rules, err) < 0 ||
        begin(ctx, args->visit, args->project, &record, &given, err) < 0 ||
        journey_staff(ctx, args->doctor, &doctor, err) < 0 ||
        check_doctor(ctx, &rules, &given, doctor, err) < 0)
        return -1;
    cli_give(&record, "staff", doctor);
    if (strcmp(args->verdict, "unfit") == 0 &&
        treat_refusal(ctx->db, given.store_id, given.visit_id, given.project_id, err) < 0)
        return -1;
    return put_assessment(ctx, args, &record, &given, err);
}

/* ---- exam ------------------------------------------------------------------------------------ */

static int
judge_exam(struct ctx *ctx, const struct exam_args *args, int64_t store_id, const char *staff,
           struct err *err)
{
    struct cli_record record;
    if (args->visit || args->kind)
        return err_set(err, ERR_USAGE,
                       _("--judge: with a result, and nothing that is known already"));
    if (!args->result || strcmp(args->result, "pending") == 0)
        return err_set(err, ERR_USAGE, _("--result: normal, acceptable or abnormal"));
    if (gate_exam_open(ctx->db, store_id, args->judge, err) < 0)
        return -1;
    cli_record_init(&record, "exams", PUT_EDIT);
    cli_give(&record, "code", args->judge);
    cli_give(&record, "result", args->result);
    cli_give(&record, "staff", staff);
    cli_give(&record, "finding", args->finding);
    cli_give(&record, "proof", args->proof);
    return finish(ctx, &record, err);
}

/* A kind of exams.yaml, by any of its names, or one of a clinic's own that a project asks for. */
static int
exam_kind(struct ctx *ctx, const char *word, const char **kind, struct err *err)
{
    const struct packs packs = {ctx->config, ctx->share};
    struct db_value value = db_text(word);
    struct db_stmt *stmt;
    struct exams exams;
    *kind = word;
    int asked = sql_first(ctx->db, &stmt, SQL_VISIT_GATE_EXAM_KIND, &value, 1, err);
    if (asked < 0 || exams_load(ctx->arena, &packs, &exams, err) < 0)
        return -1;
    if (asked) {
        db_finish(stmt);
        return 0;
    }
    const struct exam_kind *found = exams_find(&exams, word, err);
    if (!found)
        return err_wrap(err, "--kind");
    *kind = found->name;
    return 0;
}

int
cmd_exam(struct ctx *ctx, void *data, struct err *err)
{
    const struct exam_args *args = data;
    struct gate_case given = {.at = or_now(ctx, args->taken)};
    struct cli_record record;
    const char *staff, *kind, *result = args->result ? args->result : "pending";
    bool judged = strcmp(result, "pending") != 0;
    if (gates_begin(ctx, &given.store_id, NULL, err) < 0 ||
        journey_staff(ctx, args->staff, &staff, err) < 0)
        return -1;
    if (args->judge)
        return judge_exam(ctx, args, given.store_id, staff, err);
    cli_record_init(&record, "exams", PUT_ADD);
    if (need(args->kind, "--kind", err) < 0 || not_ahead(ctx, given.at, "--taken", err) < 0 ||
        begin(ctx, args->visit, NULL, &record, &given, err) < 0 ||
        exam_kind(ctx, args->kind, &kind, err) < 0)
        return -1;
    cli_give(&record, "kind", kind);
    cli_give_moment(ctx, &record, "taken_at", given.at);
    cli_give(&record, "result", result);
    cli_give(&record, "staff", judged ? staff : NULL);
    cli_give(&record, "finding", args->finding);
    cli_give(&record, "proof", args->proof);
    cli_give(&record, "code", args->code);
    return finish(ctx, &record, err);
}

/* ---- consent --------------------------------------------------------------------------------- */

static int
withdraw(struct ctx *ctx, const struct sign_args *args, int64_t store_id, int64_t at,
         struct err *err)
{
    struct cli_record record;
    if (gate_signature_open(ctx->db, store_id, args->withdraw, at, err) < 0)
        return -1;
    cli_record_init(&record, "signatures", PUT_EDIT);
    cli_give(&record, "code", args->withdraw);
    cli_give_moment(ctx, &record, "withdrawn_at", at);
    return finish(ctx, &record, err);
}

static int
check_signer(const struct sign_args *args, struct err *err)
{
    bool guardian = args->signer && strcmp(args->signer, "guardian") == 0;
    if (need(args->project, "--project", err) < 0 || need(args->proof, "--proof", err) < 0)
        return -1;
    if (guardian != (args->guardian != NULL))
        return err_set(
            err, ERR_USAGE,
            _("--guardian: name and relation go with --signer guardian, and only there"));
    return 0;
}

int
cmd_consent(struct ctx *ctx, void *data, struct err *err)
{
    const struct sign_args *args = data;
    struct gate_case given = {.at = or_now(ctx, args->at)};
    struct cli_record record;
    const char *staff, *form;
    if (gates_begin(ctx, &given.store_id, NULL, err) < 0 ||
        not_ahead(ctx, given.at, "--at", err) < 0)
        return -1;
    if (args->withdraw)
        return withdraw(ctx, args, given.store_id, given.at, err);
    cli_record_init(&record, "signatures", PUT_ADD);
    if (check_signer(args, err) < 0 || journey_staff(ctx, args->staff, &staff, err) < 0 ||
        begin(ctx, args->visit, args->project, &record, &given, err) < 0 ||
        gate_form_for(ctx->db, ctx->arena, given.project_id, given.day, args->form, &form, err) < 0)
        return -1;
    cli_give(&record, "form", form);
    cli_give_moment(ctx, &record, "signed_at", given.at);
    cli_give(&record, "signer", args->signer ? args->signer : "client");
    cli_give(&record, "guardian", args->guardian);
    cli_give(&record, "staff", staff);
    cli_give(&record, "proof", args->proof);
    cli_give(&record, "code", args->code);
    return finish(ctx, &record, err);
}

/* ---- verify-product -------------------------------------------------------------------------- */

static int
confirm(struct ctx *ctx, const struct check_args *args, int64_t store_id, int64_t at,
        struct err *err)
{
    struct cli_record record;
    if (gate_check_open(ctx->db, store_id, args->confirm, at, err) < 0)
        return -1;
    cli_record_init(&record, "product_checks", PUT_EDIT);
    cli_give(&record, "code", args->confirm);
    cli_give_moment(ctx, &record, "confirmed_at", at);
    return finish(ctx, &record, err);
}

/* What was checked, as the books have it or as it is scanned; "-" is what the scanner sends. */
static int
name_product(struct ctx *ctx, const struct check_args *args, int64_t store_id,
             struct stock_names *names, struct err *err)
{
    *names = (struct stock_names){.item = args->item};
    if (cli_scanned(ctx, args->lot, &names->lot, err) < 0 ||
        cli_scanned(ctx, args->unit, &names->unit, err) < 0 ||
        stock_label_names(ctx->db, ctx->arena, store_id, zone_day(ctx->zone, ctx->now), names,
                          err) < 0 ||
        need(names->item, "--item", err) < 0 || need(names->lot, "--lot", err) < 0)
        return -1;
    return stock_label_came(ctx->db, names->item, names->lot, names->unit, err);
}

int
cmd_verify_product(struct ctx *ctx, void *data, struct err *err)
{
    const struct check_args *args = data;
    struct gate_case given = {.at = or_now(ctx, args->at)};
    struct cli_record record;
    struct stock_names names;
    const char *staff, *own;
    if (gates_begin(ctx, &given.store_id, NULL, err) < 0 ||
        not_ahead(ctx, given.at, "--at", err) < 0)
        return -1;
    if (args->confirm)
        return confirm(ctx, args, given.store_id, given.at, err);
    cli_record_init(&record, "product_checks", PUT_ADD);
    if (need(args->project, "--project", err) < 0 ||
        name_product(ctx, args, given.store_id, &names, err) < 0 ||
        journey_staff(ctx, args->staff, &staff, err) < 0 ||
        journey_staff(ctx, NULL, &own, err) < 0 ||
        begin(ctx, args->visit, args->project, &record, &given, err) < 0 ||
        gate_lot_usable(ctx->db, ctx->arena, given.store_id, names.item, names.lot, given.day,
                        err) < 0)
        return -1;
    cli_give(&record, "item", names.item);
    cli_give(&record, "lot", names.lot);
    cli_give(&record, "unit", names.unit);
    cli_give_moment(ctx, &record, "at", given.at);
    cli_give(&record, "staff", staff);
    cli_give(&record, "own", own && staff && strcmp(own, staff) == 0 ? "1" : "0");
    cli_give_moment(ctx, &record, "confirmed_at", args->confirmed ? given.at : OPT_UNSET);
    cli_give(&record, "code", args->code);
    return finish(ctx, &record, err);
}
