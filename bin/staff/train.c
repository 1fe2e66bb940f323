/* Training: sessions, who was there, assessments, and what is lacking. */
#include <stdlib.h>
#include <string.h>

#include "bin/staff/verbs.h"
#include "staff/training.h"
#include "text/zonefile.h"

static int
load_plan(struct ctx *ctx, struct trainings *plan, struct err *err)
{
    struct packs packs = verbs_packs(ctx);
    return trainings_load(ctx->arena, &packs, plan, err);
}

/* ---- sessions ------------------------------------------------------------------------------------- */

int
cmd_train(struct ctx *ctx, void *data, struct err *err)
{
    const struct train_args *args = data;
    int64_t at = args->at == OPT_UNSET ? ctx->now : args->at;
    struct trainings plan;
    struct staff trainer;
    struct cli_record record;
    if (load_plan(ctx, &plan, err) < 0)
        return -1;
    const struct training *training = training_find(&plan, args->kind, err);
    if (!training)
        return -1;
    if (args->trainer && (staff_find(ctx->db, ctx->arena, args->trainer, zone_day(ctx->zone, at),
                                     &trainer, err) < 0 ||
                          staff_here(&trainer, zone_day(ctx->zone, at), err) < 0))
        return -1;
    cli_record_init(&record, "trainings", PUT_ADD);
    cli_give(&record, "code", args->code);
    cli_give(&record, "kind", training->name);
    cli_give(&record, "topic", args->topic ? args->topic : training->zh);
    cli_give_moment(ctx, &record, "starts_at", at);
    cli_give_int(ctx, &record, "minutes", args->minutes);
    cli_give(&record, "trainer", args->trainer);
    cli_give(&record, "proof", args->proof);
    return cli_put(ctx, &record, err) < 0 ? -1 : cli_say_record(ctx, &record, err);
}

/* ---- who was there -------------------------------------------------------------------------------- */

struct session {
    int64_t store_id, id, day;
    const struct training *training; /* NULL: of a kind that the plan does not know any more */
    const char *code, *state;
};

static int
find_session(struct ctx *ctx, const struct trainings *plan, const struct attend_args *args,
             struct session *session, struct err *err)
{
    struct err unknown = {0};
    struct db_stmt *stmt = NULL;
    if (cli_store_id(ctx, &session->store_id, err) < 0)
        return -1;
    struct db_value values[] = {db_int(session->store_id), db_text(args->training)};
    int found = sql_first(ctx->db, &stmt, SQL_STAFF_TRAINING_GET, values, 2, err);
    if (found < 0)
        return -1;
    if (!found)
        return err_set(err, ERR_DATA, _("training %s: not in store %s"), args->training,
                       ctx->store);
    session->id = db_get_int(stmt, 0);
    session->day = db_get_int(stmt, 2);
    session->training = training_find(plan, db_get_text(stmt, 1), &unknown);
    session->code = args->training;
    session->state = args->state ? args->state : "present";
    db_finish(stmt);
    return session->day <= verbs_today(ctx)
               ? 0
               : err_set(err, ERR_DATA,
                         _("training %s: lies ahead; record who was there when it "
                           "is over"),
                         args->training);
}

static int
is_there(struct ctx *ctx, const struct session *session, const struct staff *staff, struct err *err)
{
    struct db_value values[] = {db_int(session->store_id), db_int(session->id), db_int(staff->id)};
    struct db_stmt *stmt = NULL;
    int found = sql_first(ctx->db, &stmt, SQL_STAFF_ATTENDANCE_THERE, values, 3, err);
    if (found == 1)
        db_finish(stmt);
    return found;
}

/* Passed, failed or, where there is no test or no score, nothing. */
static const char *
passed(const struct session *session, const char *score)
{
    if (!score || !session->training || session->training->review || session->training->pass < 0)
        return "";
    return strtol(score, NULL, 10) >= session->training->pass ? "1" : "0";
}

/* "N07" or "N07=92". */
static int
attend_one(struct ctx *ctx, const struct session *session, const char *word, struct err *err)
{
    const char *equals = strchr(word, '='), *score = equals ? equals + 1 : NULL;
    const char *code = equals ? arena_strndup(ctx->arena, word, (size_t)(equals - word)) : word;
    struct staff staff;
    struct cli_record record;
    if (staff_find(ctx->db, ctx->arena, code, session->day, &staff, err) < 0 ||
        staff_here(&staff, session->day, err) < 0)
        return -1;
    if (score && strcmp(session->state, "present") != 0)
        return err_set(err, ERR_DATA, _("%s: who was not there has no score"), word);
    int there = is_there(ctx, session, &staff, err);
    if (there < 0)
        return -1;
    cli_record_init(&record, "attendances", there ? PUT_EDIT : PUT_ADD);
    cli_give(&record, "training", session->code);
    cli_give(&record, "staff", code);
    cli_give(&record, "state", session->state);
    cli_give(&record, "score", score ? score : "");
    cli_give(&record, "passed", passed(session, score));
    return verbs_done(ctx, code, cli_put(ctx, &record, err));
}

int
cmd_attend(struct ctx *ctx, void *data, struct err *err)
{
    const struct attend_args *args = data;
    struct trainings plan;
    struct session session;
    if (load_plan(ctx, &plan, err) < 0 || find_session(ctx, &plan, args, &session, err) < 0)
        return -1;
    for (int i = 0; i < args->staff.count; i++)
        if (attend_one(ctx, &session, args->staff.items[i], err) < 0)
            return -1;
    return 0;
}

/* ---- assessments ---------------------------------------------------------------------------------- */

/* Who assessed: who was named, else who runs this. */
static int
find_reviewer(struct ctx *ctx, const struct assess_args *args, int64_t day, struct staff *reviewer,
              struct err *err)
{
    if (args->reviewer)
        return staff_find(ctx->db, ctx->arena, args->reviewer, day, reviewer, err);
    int found = staff_of_login(ctx->db, ctx->arena, cli_actor(ctx), day, reviewer, err);
    if (found < 0)
        return -1;
    return found
               ? 0
               : err_set(err, ERR_DATA,
                         _("who assessed: your account is nobody's of the staff; say --reviewer"));
}

int
cmd_assess(struct ctx *ctx, void *data, struct err *err)
{
    const struct assess_args *args = data;
    int64_t today = verbs_today(ctx), day = args->day == OPT_UNSET ? today : args->day;
    struct staff staff, reviewer;
    struct cli_record record;
    if (!args->kind || args->score == OPT_UNSET)
        return err_set(err, ERR_USAGE, _("an assessment needs --kind and --score"));
    if (day > today)
        return err_set(err, ERR_DATA, _("--day: lies ahead"));
    if (staff_find(ctx->db, ctx->arena, args->staff, day, &staff, err) < 0 ||
        staff_here(&staff, day, err) < 0 || find_reviewer(ctx, args, day, &reviewer, err) < 0 ||
        staff_here(&reviewer, day, err) < 0)
        return -1;
    if (reviewer.id == staff.id)
        return err_set(err, ERR_DATA, _("%s: nobody assesses their own work"), args->staff);
    cli_record_init(&record, "reviews", PUT_ADD);
    cli_give(&record, "code", args->code);
    cli_give(&record, "staff", args->staff);
    cli_give(&record, "kind", args->kind);
    cli_give_day(ctx, &record, "day", day);
    cli_give_int(ctx, &record, "score", args->score);
    cli_give(&record, "reviewer", reviewer.code);
    cli_give(&record, "note", args->note);
    return cli_put(ctx, &record, err) < 0 ? -1 : cli_say_record(ctx, &record, err);
}

/* ---- what is lacking ------------------------------------------------------------------------------- */

static const struct out_column due_columns[] = {
    {"store", NULL, OUT_TEXT}, {"staff", NULL, OUT_TEXT},    {"name", NULL, OUT_TEXT},
    {"role", NULL, OUT_TEXT},  {"training", NULL, OUT_TEXT}, {"title", NULL, OUT_TEXT},
    {"done", NULL, OUT_INT},   {"times", NULL, OUT_INT},     {"each", NULL, OUT_TEXT},
    {"due_on", NULL, OUT_DAY}, {"days_left", NULL, OUT_INT},
};
enum { DUE_COLUMNS = sizeof due_columns / sizeof due_columns[0] };

struct place { /* a store on its own day; store 0: who works in all */
    int64_t id, day;
    const char *code;
};

static int
print_lacking(struct ctx *ctx, struct out *out, const struct place *place,
              const struct training *training, int64_t last, struct err *err)
{
    struct db_stmt *stmt = NULL;
    int more = training_lacking(ctx->db, training, place->id, place->day, &stmt, err), rows = 0;
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        struct db_value values[DUE_COLUMNS] = {
            db_text(place->code),
            db_get(stmt, 0),
            db_get(stmt, 1),
            db_get(stmt, 2),
            db_text(training->name),
            db_text(ctx->zh ? training->zh : training->says),
            db_get(stmt, 3),
            db_int(training->times),
            db_text(training_period_name(training->period)),
            db_int(last),
            db_int(last - place->day),
        };
        more = out_row(out, values, err);
        rows++;
    }
    db_finish(stmt);
    return more < 0 ? -1 : rows;
}

static int
due_of_store(struct ctx *ctx, struct out *out, const struct place *place,
             const struct trainings *plan, const struct due_args *args, struct err *err)
{
    int all = 0;
    for (int i = 0; i < plan->count; i++) {
        const struct training *training = &plan->items[i];
        int64_t from, to;
        training_window(training->period, place->day, &from, &to);
        if ((args->training && strcmp(args->training, training->name) != 0) ||
            (args->within != OPT_UNSET && to - 1 - place->day > args->within))
            continue;
        int rows = print_lacking(ctx, out, place, training, to - 1, err);
        if (rows < 0)
            return -1;
        all += rows;
    }
    return all;
}

static int
due_of_all(struct ctx *ctx, struct out *out, const struct trainings *plan,
           const struct due_args *args, struct err *err)
{
    struct db_value store = ctx->store ? db_int(ctx->store_id) : db_null();
    struct db_stmt *stmt = NULL;
    int more = sql_open(ctx->db, &stmt, SQL_STAFF_STORES, &store, 1, err), all = 0;
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        const struct zone *zone = zone_load(ctx->arena, db_get_text(stmt, 2), err);
        struct place place = {.id = db_get_int(stmt, 0),
                              .code = arena_strdup(ctx->arena, db_get_text(stmt, 1))};
        if (!zone)
            more = -1;
        if (more < 0)
            break;
        place.day = zone_day(zone, ctx->as_of);
        int rows = due_of_store(ctx, out, &place, plan, args, err);
        if (rows < 0)
            more = -1;
        all += rows;
    }
    db_finish(stmt);
    return more < 0 ? -1 : all;
}

int
cmd_due(struct ctx *ctx, void *data, struct err *err)
{
    const struct due_args *args = data;
    struct trainings plan;
    if (load_plan(ctx, &plan, err) < 0 ||
        (args->training && !training_find(&plan, args->training, err)))
        return -1;
    struct out *out = cli_out(ctx, due_columns, DUE_COLUMNS);
    int rows = due_of_all(ctx, out, &plan, args, err);
    int result = rows < 0 ? -1 : out_end(out, err);
    out_free(out);
    return result < 0 ? -1 : rows > 0 ? EXIT_NO : 0;
}
