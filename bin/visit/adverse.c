/* Complications and adverse events: found, confirmed by a doctor, reported to the authority, closed. */
#include <string.h>

#include "base/day.h"
#include "bin/visit/verbs.h"
#include "visit/after.h"

static int
load(struct ctx *ctx, struct adverse_pack *pack, struct err *err)
{
    const struct packs packs = {ctx->config, ctx->share};
    return adverse_load(ctx->arena, &packs, pack, err);
}

static const char *
day_text(struct ctx *ctx, int64_t day)
{
    char text[16];
    day_format(day, text);
    return arena_strdup(ctx->arena, text);
}

/* The deadline, with the law behind it, so that nobody has to look it up. */
static void
say_deadline(struct ctx *ctx, const char *code, const struct adverse_rule *rule, int64_t report_by)
{
    if (!rule)
        cli_say(ctx, _("%s: no report to the authority is due"), code);
    else
        cli_say(ctx, _("%s: report it to %s by %s (%s; %s%s)"), code, rule->to,
                day_text(ctx, report_by), rule->duty, rule->source,
                rule->confirmed ? "" : _(", unconfirmed"));
}

static int
check_grade(int64_t grade, struct err *err)
{
    return grade >= 1 && grade <= ADVERSE_GRADES
               ? 0
               : err_set(err, ERR_DATA,
                         _("--grade: must be from 1 (passes by itself) to %d (death)"),
                         ADVERSE_GRADES);
}

/* ---- found ------------------------------------------------------------------------------------------ */

struct event {
    struct after_treatment treatment;
    struct adverse_pack pack;
    const struct adverse_kind *kind;
    int64_t at, report_by;
    const char *staff;
};

/* A treatment, whose client it is then, or a client alone. */
static int
whose(struct ctx *ctx, const struct adverse_args *args, struct event *event, struct err *err)
{
    int64_t store_id;
    event->treatment = (struct after_treatment){
        .client = args->client, .started_at = INT64_MIN, .used = ADVERSE_ALL};
    if (!args->treatment)
        return args->client ? 0
                            : err_set(err, ERR_USAGE,
                                      _("TREATMENT: missing; without one give "
                                        "--client"));
    if (cli_store_id(ctx, &store_id, err) < 0 ||
        after_find(ctx->db, ctx->arena, store_id, args->treatment, &event->treatment, err) < 0)
        return -1;
    return !args->client || strcmp(args->client, event->treatment.client) == 0
               ? 0
               : err_set(err, ERR_DATA, _("treatment %s: is of client %s"), args->treatment,
                         event->treatment.client);
}

static int
put_event(struct ctx *ctx, const struct adverse_args *args, const struct event *event,
          struct err *err)
{
    const struct adverse_rule *rule =
        adverse_due(&event->pack, event->kind, args->grade, event->treatment.used);
    struct cli_record record;
    cli_record_init(&record, "adverses", PUT_ADD);
    cli_give(&record, "client", event->treatment.client);
    cli_give(&record, "treatment", event->treatment.code);
    cli_give(&record, "kind", event->kind->name);
    cli_give_int(ctx, &record, "grade", args->grade);
    cli_give_moment(ctx, &record, "found_at", event->at);
    cli_give(&record, "staff", event->staff);
    cli_give(&record, "confirmed", args->doctor ? "1" : "0");
    cli_give(&record, "doctor", args->doctor);
    cli_give_day(ctx, &record, "report_by", rule ? event->report_by : OPT_UNSET);
    cli_give(&record, "detail", args->detail);
    cli_give(&record, "code", args->code);
    if (cli_put(ctx, &record, err) < 0)
        return -1;
    say_deadline(ctx, record.code, rule, event->report_by);
    return cli_say_record(ctx, &record, err);
}

int
cmd_adverse(struct ctx *ctx, void *data, struct err *err)
{
    const struct adverse_args *args = data;
    struct event event;
    if (!args->kind || args->grade == OPT_UNSET)
        return err_set(err, ERR_USAGE, _("%s: missing"), args->kind ? "--grade" : "--kind");
    if (check_grade(args->grade, err) < 0 || load(ctx, &event.pack, err) < 0 ||
        !(event.kind = adverse_find(&event.pack, args->kind, err)) ||
        whose(ctx, args, &event, err) < 0 ||
        after_moment(ctx, "--found", args->found, event.treatment.started_at, &event.at, err) < 0 ||
        (args->doctor && after_doctor(ctx->db, args->doctor, err) < 0) ||
        journey_staff(ctx, args->staff, &event.staff, err) < 0)
        return -1;
    after_report_by(&event.pack, event.kind, args->grade, event.treatment.used,
                    zone_day(ctx->zone, event.at), &event.report_by);
    return put_event(ctx, args, &event, err);
}

/* ---- confirmed, reported, closed --------------------------------------------------------------------- */

static int
begin_edit(struct ctx *ctx, const char *code, struct after_adverse *adverse,
           struct cli_record *record, struct err *err)
{
    int64_t store_id;
    cli_record_init(record, "adverses", PUT_EDIT);
    cli_give(record, "code", code);
    return cli_store_id(ctx, &store_id, err) < 0
               ? -1
               : after_adverse_open(ctx->db, ctx->arena, store_id, code, adverse, err);
}

/* A doctor may see kind and grade otherwise than who found it; the deadline follows, but not behind
 * a report. */
int
cmd_adverse_confirm(struct ctx *ctx, void *data, struct err *err)
{
    const struct adverse_confirm_args *args = data;
    struct after_adverse adverse;
    struct adverse_pack pack;
    struct cli_record record;
    const struct adverse_kind *kind;
    const char *doctor;
    int64_t report_by = 0;
    if (load(ctx, &pack, err) < 0 || begin_edit(ctx, args->code, &adverse, &record, err) < 0 ||
        journey_staff(ctx, args->doctor, &doctor, err) < 0)
        return -1;
    if (!doctor)
        return err_set(err, ERR_USAGE, _("--doctor: missing, and your account is nobody's"));
    int64_t grade = args->grade == OPT_UNSET ? adverse.grade : args->grade;
    if (after_doctor(ctx->db, doctor, err) < 0 || check_grade(grade, err) < 0 ||
        !(kind = adverse_find(&pack, args->kind ? args->kind : adverse.kind, err)))
        return -1;
    const struct adverse_rule *rule =
        after_report_by(&pack, kind, grade, adverse.used, adverse.day, &report_by);
    cli_give(&record, "confirmed", "1");
    cli_give(&record, "doctor", doctor);
    cli_give(&record, "kind", kind->name);
    cli_give_int(ctx, &record, "grade", grade);
    cli_give(&record, "report_by", rule ? day_text(ctx, report_by) : "");
    if (cli_put(ctx, &record, err) < 0)
        return -1;
    say_deadline(ctx, args->code, rule, report_by);
    return 0;
}

int
cmd_adverse_report(struct ctx *ctx, void *data, struct err *err)
{
    const struct adverse_report_args *args = data;
    struct after_adverse adverse;
    struct cli_record record;
    int64_t at;
    if (!args->to || !args->number)
        return err_set(err, ERR_USAGE, _("%s: missing"), args->to ? "--number" : "--to");
    if (begin_edit(ctx, args->code, &adverse, &record, err) < 0 ||
        after_moment(ctx, "--at", args->at, adverse.found_at, &at, err) < 0)
        return -1;
    if (adverse.reported)
        return err_set(err, ERR_DATA,
                       _("adverse event %s: was reported already; nothing is "
                         "overwritten"),
                       args->code);
    cli_give_moment(ctx, &record, "reported_at", at);
    cli_give(&record, "authority", arena_printf(ctx->arena, "%s %s", args->to, args->number));
    if (cli_put(ctx, &record, err) < 0)
        return -1;
    if (adverse.report_by != INT64_MIN && zone_day(ctx->zone, at) > adverse.report_by)
        cli_say(ctx, _("%s: reported late; it was due by %s"), args->code,
                day_text(ctx, adverse.report_by));
    return 0;
}

/* What is due must be there first, and all that is missing is named. */
static int
may_close(const struct after_adverse *adverse, struct err *err)
{
    bool due = adverse->report_by != INT64_MIN && !adverse->reported;
    if (adverse->confirmed && !due)
        return 0;
    return err_set(err, ERR_DATA, _("adverse event %s: cannot be closed, %s%s%s missing"),
                   adverse->code, adverse->confirmed ? "" : _("a doctor's confirmation"),
                   !adverse->confirmed && due ? ", " : "",
                   due ? _("the report to the authority") : "");
}

int
cmd_adverse_close(struct ctx *ctx, void *data, struct err *err)
{
    const struct adverse_close_args *args = data;
    struct after_adverse adverse;
    struct cli_record record;
    int64_t at;
    if (!args->outcome || !*args->outcome)
        return err_set(err, ERR_USAGE, _("%s: missing"), "--outcome");
    if (begin_edit(ctx, args->code, &adverse, &record, err) < 0 ||
        after_moment(ctx, "--at", args->at, adverse.found_at, &at, err) < 0 ||
        (!args->treated && !args->error && may_close(&adverse, err) < 0))
        return -1;
    if (args->error && adverse.reported)
        return err_set(err, ERR_DATA,
                       _("adverse event %s: was reported, and so cannot be an error"), args->code);
    cli_give(&record, "state",
             args->error     ? "entered-in-error"
             : args->treated ? "treated"
                             : "closed");
    if (!args->treated)
        cli_give_moment(ctx, &record, "closed_at", at);
    cli_give(&record, "outcome", args->outcome);
    return cli_put(ctx, &record, err) < 0 ? -1 : 0;
}

/* ---- due --------------------------------------------------------------------------------------------- */

static const struct out_column due_columns[] = {
    {"severity", NULL, OUT_TEXT}, {"store", NULL, OUT_TEXT},      {"code", NULL, OUT_TEXT},
    {"client", NULL, OUT_TEXT},   {"treatment", NULL, OUT_TEXT},  {"kind", NULL, OUT_TEXT},
    {"grade", NULL, OUT_INT},     {"found_at", NULL, OUT_MOMENT}, {"confirmed", NULL, OUT_BOOL},
    {"report_by", NULL, OUT_DAY}, {"days_left", NULL, OUT_INT},   {"report_to", NULL, OUT_TEXT},
    {"law", NULL, OUT_TEXT},      {"source", NULL, OUT_TEXT},     {"unconfirmed", NULL, OUT_BOOL},
};
enum { DUE_COLUMNS = sizeof due_columns / sizeof *due_columns, QUERIED = 9 };

struct due {
    struct ctx *ctx;
    struct adverse_pack pack;
    struct out *out;
    int64_t today, days;
    bool errors_only;
    int found;
};

static int
print_due(struct due *due, struct db_stmt *stmt, struct err *err)
{
    enum { KIND = 4, GRADE = 5, REPORT_BY = 8, USED = 9 };
    struct db_value values[DUE_COLUMNS];
    struct err unknown = {0};
    int64_t report_by = db_get_int(stmt, REPORT_BY);
    enum after_due state = after_due(report_by, due->today, due->days);
    if (state == AFTER_NOT_DUE)
        return 0;
    const struct adverse_kind *kind = adverse_find(&due->pack, db_get_text(stmt, KIND), &unknown);
    const struct adverse_rule *rule = kind ? adverse_due(&due->pack, kind, db_get_int(stmt, GRADE),
                                                         (unsigned)db_get_int(stmt, USED))
                                           : NULL;
    values[0] = db_text(state == AFTER_LATE ? "error" : "warning");
    for (int i = 0; i < QUERIED; i++)
        values[1 + i] = db_get(stmt, i);
    values[10] = db_int(report_by - due->today);
    values[11] = db_text(rule ? rule->to : NULL);
    values[12] = db_text(rule ? rule->duty : NULL);
    values[13] = db_text(rule ? rule->source : NULL);
    values[14] = rule ? db_int(!rule->confirmed) : db_null();
    due->found += state == AFTER_LATE || !due->errors_only;
    return out_row(due->out, values, err);
}

int
cmd_adverse_due(struct ctx *ctx, void *data, struct err *err)
{
    enum { DAYS = 3 };
    const struct adverse_due_args *args = data;
    const struct db_value store = ctx->store ? db_int(ctx->store_id) : db_null();
    struct due due = {.ctx = ctx,
                      .today = zone_day(ctx->zone, ctx->as_of),
                      .days = args->days == OPT_UNSET ? DAYS : args->days,
                      .errors_only = args->fail_on && strcmp(args->fail_on, "error") == 0};
    struct db_stmt *stmt = NULL;
    if (due.days < 0)
        return err_set(err, ERR_USAGE, _("--days: must not be negative"));
    if (load(ctx, &due.pack, err) < 0 ||
        sql_open(ctx->db, &stmt, SQL_VISIT_ADVERSE_DUE, &store, 1, err) < 0)
        return -1;
    due.out = cli_out(ctx, due_columns, DUE_COLUMNS);
    int more;
    while ((more = db_step(stmt, err)) == 1)
        if (print_due(&due, stmt, err) < 0) {
            more = -1;
            break;
        }
    if (more == 0)
        more = out_end(due.out, err);
    out_free(due.out);
    db_finish(stmt);
    return more < 0 ? -1 : due.found ? EXIT_NO : 0;
}
