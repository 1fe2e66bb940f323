/* medi-followup record and emergency: what a client said, written down; and what it asks for. */
#include <string.h>

#include "bin/followup/common.h"
#include "followup/owed.h"
#include "followup/window.h"

struct recording {
    const struct record_args *args;
    struct task task; /* code NULL: nobody had planned it */
    struct about about;
    struct staff by;
    bool has_by;
    int64_t at;
    const char *outcome;
    struct symptoms symptoms;
    const struct symptom **found;
    int64_t *grades, worst;
    const struct symptom *worst_one;
    struct cli_record followup;
};

/* ---- what was given -------------------------------------------------------------------------------- */

static int
find_task(struct ctx *ctx, struct recording *recording, struct err *err)
{
    const struct record_args *args = recording->args;
    const char *client = args->client, *treatment = args->treatment;
    int64_t store_id;
    if (!args->task && !client)
        return err_set(err, ERR_USAGE, _("which TASK? or of which --client?"));
    if (args->task) {
        struct task *task = &recording->task;
        if (client || treatment)
            return err_set(err, ERR_USAGE, _("a TASK says of which client and treatment it is"));
        if (cli_store_id(ctx, &store_id, err) < 0 ||
            task_get(ctx->db, ctx->arena, store_id, args->task, task, err) < 0)
            return -1;
        if (strcmp(task->state, "done") == 0 || strcmp(task->state, "cancelled") == 0)
            return err_set(err, ERR_DATA,
                           _("%s: is %s already; record what came later with --client %s"),
                           task->code, task->state, task->client);
        client = task->client;
        treatment = task->treatment;
    }
    return followup_about(ctx, client, treatment, &recording->about, err);
}

static int
read_symptoms(struct ctx *ctx, struct recording *recording, struct err *err)
{
    const struct opt_list *given = &recording->args->symptoms;
    struct packs packs = followup_packs(ctx);
    if (symptoms_load(ctx->arena, &packs, &recording->symptoms, err) < 0)
        return -1;
    recording->found = arena_array(ctx->arena, (size_t)given->count, sizeof(struct symptom *));
    recording->grades = arena_array(ctx->arena, (size_t)given->count, sizeof(int64_t));
    for (int i = 0; i < given->count; i++) {
        const struct symptom **symptom = &recording->found[i];
        if (symptom_parse(ctx->arena, &recording->symptoms, given->items[i], symptom,
                          &recording->grades[i], err) < 0)
            return -1;
        for (int j = 0; j < i; j++)
            if (recording->found[j] == *symptom)
                return err_set(err, ERR_USAGE, _("--symptom %s: is there twice"), (*symptom)->name);
        if (!recording->worst_one || recording->grades[i] > recording->worst) {
            recording->worst = recording->grades[i];
            recording->worst_one = *symptom;
        }
    }
    return 0;
}

static int
prepare(struct ctx *ctx, struct recording *recording, struct err *err)
{
    const struct record_args *args = recording->args;
    recording->at = args->at == OPT_UNSET ? ctx->now : args->at;
    recording->outcome = args->outcome ? args->outcome : "answered";
    bool answered = strcmp(recording->outcome, "answered") == 0;
    if (recording->at > ctx->now)
        return err_set(err, ERR_DATA, _("--at: lies ahead"));
    if (!answered && (args->symptoms.count || args->score != OPT_UNSET))
        return err_set(err, ERR_USAGE,
                       _("--symptom and --score: who was not reached said nothing"));
    if (args->score != OPT_UNSET && (args->score < 1 || args->score > 5))
        return err_set(err, ERR_USAGE, _("--score: must be from 1 to 5"));
    if (find_task(ctx, recording, err) < 0 || read_symptoms(ctx, recording, err) < 0)
        return -1;
    if (recording->at < recording->about.treated_at)
        return err_set(err, ERR_DATA, _("%s: lies before what it belongs to"), "--at");
    int found = followup_by(ctx, args->by, recording->at, &recording->by, err);
    recording->has_by = found == 1;
    return found < 0 ? -1 : 0;
}

/* ---- what is written ----------------------------------------------------------------------------- */

static int
put_followup(struct ctx *ctx, struct recording *recording, struct err *err)
{
    const struct record_args *args = recording->args;
    struct cli_record *record = &recording->followup;
    cli_record_init(record, "followups", PUT_ADD);
    cli_give(record, "code", args->code);
    cli_give(record, "client", recording->about.client.code);
    cli_give(record, "treatment", recording->about.treatment);
    cli_give(record, "task", recording->task.code);
    cli_give_moment(ctx, record, "at", recording->at);
    cli_give(record, "staff", recording->has_by ? recording->by.code : NULL);
    cli_give(record, "way", args->way ? args->way : "phone");
    cli_give(record, "inbound", args->inbound ? "1" : "0");
    cli_give(record, "outcome", recording->outcome);
    cli_give_int(ctx, record, "score", args->score);
    cli_give(record, "photo", args->photo);
    cli_give_int(ctx, record, "grade", recording->worst);
    cli_give(record, "note", args->note);
    return cli_put(ctx, record, err);
}

static int
put_symptoms(struct ctx *ctx, const struct recording *recording, struct err *err)
{
    for (int i = 0; i < recording->args->symptoms.count; i++) {
        struct cli_record record;
        cli_record_init(&record, "symptoms", PUT_ADD);
        cli_give(&record, "followup", recording->followup.code);
        cli_give(&record, "kind", recording->found[i]->name);
        cli_give_int(ctx, &record, "grade", recording->grades[i]);
        if (cli_put(ctx, &record, err) < 0)
            return -1;
    }
    return 0;
}

/* Nobody took the call: again in some hours, in opening hours; after so many times it is given up. */
static int
give_again(struct ctx *ctx, struct recording *recording, struct cli_record *record, struct err *err)
{
    const struct task *task = &recording->task;
    struct packs packs = followup_packs(ctx);
    struct window window;
    int64_t most, hours, day;
    if (followup_setting_int(ctx, recording->about.store_id, "followup.tries", &most, err) < 0 ||
        followup_setting_int(ctx, recording->about.store_id, "followup.retry_hours", &hours, err) <
            0 ||
        window_load(ctx->db, ctx->arena, &packs, recording->about.store_id, &window, err) < 0)
        return -1;
    cli_give_int(ctx, record, "tries", task->tries + 1);
    if (task->tries + 1 >= most) {
        cli_give(record, "state", "unreachable");
        cli_say(ctx, _("%s: not reached %lld times: given up"), task->code,
                (long long)(task->tries + 1));
        return 0;
    }
    int64_t due = window_open(&window, recording->at + hours * 3600, &day);
    cli_give_moment(ctx, record, "due_at", due);
    if (due > task->until_at)
        followup_move_until(ctx, record, task, due);
    return 0;
}

static int
put_task(struct ctx *ctx, struct recording *recording, struct err *err)
{
    struct cli_record record;
    if (!recording->task.code)
        return 0;
    cli_record_init(&record, "tasks", PUT_EDIT);
    cli_give(&record, "code", recording->task.code);
    if (strcmp(recording->outcome, "unreachable") == 0) {
        if (give_again(ctx, recording, &record, err) < 0)
            return -1;
    } else {
        cli_give(&record, "state", "done");
        cli_give_moment(ctx, &record, "done_at", recording->at);
        cli_give(&record, "done_by", recording->has_by ? recording->by.code : NULL);
    }
    return cli_put(ctx, &record, err) < 0 ? -1 : 0;
}

static int
raise_worst(struct ctx *ctx, const struct recording *recording, struct err *err)
{
    const struct grade *grade = &recording->symptoms.grades[recording->worst];
    const char *code;
    if (!grade->to)
        return 0;
    return followup_alarm(ctx,
                          &(struct alarm){.about = &recording->about,
                                          .kind = "escalation",
                                          .step = recording->worst_one->name,
                                          .followup = recording->followup.code,
                                          .to = grade->to,
                                          .grade = recording->worst,
                                          .within_s = grade->within_s},
                          &code, err);
}

int
cmd_record(struct ctx *ctx, void *data, struct err *err)
{
    struct recording recording = {.args = data};
    if (prepare(ctx, &recording, err) < 0 || put_followup(ctx, &recording, err) < 0 ||
        put_symptoms(ctx, &recording, err) < 0 || put_task(ctx, &recording, err) < 0 ||
        raise_worst(ctx, &recording, err) < 0)
        return -1;
    return cli_say_record(ctx, &recording.followup, err);
}

/* ---- emergencies ------------------------------------------------------------------------------------ */

enum { RECEIVED_S = 3600 };

/* The client is told that it was heard, whatever the hour. */
static int
put_received(struct ctx *ctx, const struct recording *recording, struct err *err)
{
    const char *followup = recording->followup.code, *client = recording->about.client.code;
    struct owed *owed = NULL;
    const struct owed_message message = {
        .store_id = recording->about.store_id,
        .client_id = recording->about.client.id,
        .treatment_id = recording->about.treatment_id,
        .code = arena_printf(ctx->arena, "%s:emergency:received:%s:sms", client, followup),
        .plan = "emergency",
        .step = "received",
        .occurrence = followup,
        .channel = "sms",
        .channels = "wechat",
        .template = "emergency.received",
        .purpose = "care",
        .priority = 9,
        .due_at = ctx->now,
        .day = followup_today(ctx),
        .until_at = ctx->now + RECEIVED_S};
    int result = owed_open(&owed, ctx->db, ctx->arena, false, err) < 0 ||
                         owed_message(owed, &message, err) < 0 || owed_finish(owed, err) < 0
                     ? -1
                     : 0;
    owed_close(owed);
    return result < 0 ? -1
                      : cli_log(ctx, message.store_id,
                                arena_printf(ctx->arena, "message %s %s", ctx->store, message.code),
                                NULL, err);
}

int
cmd_emergency(struct ctx *ctx, void *data, struct err *err)
{
    struct recording recording = {.args = data};
    struct record_args *args = data;
    const char *code;
    args->inbound = true;
    args->score = OPT_UNSET;
    if (prepare(ctx, &recording, err) < 0 || put_followup(ctx, &recording, err) < 0 ||
        put_symptoms(ctx, &recording, err) < 0 || put_received(ctx, &recording, err) < 0)
        return -1;
    if (followup_alarm(
            ctx,
            &(struct alarm){.about = &recording.about,
                            .kind = "emergency",
                            .step = recording.worst_one ? recording.worst_one->name : "call",
                            .followup = recording.followup.code,
                            .to = "nurse",
                            .grade = GRADE_MOST,
                            .within_s = recording.symptoms.grades[GRADE_MOST].within_s},
            &code, err) < 0)
        return -1;
    return cli_say_record(ctx, &recording.followup, err);
}
