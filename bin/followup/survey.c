/* medi-followup survey and answer: what clients are asked, and what they answered. */
#include "followup/survey.h"

#include <string.h>

#include "bin/followup/common.h"

/* ---- survey ------------------------------------------------------------------------------------------- */

int
cmd_survey(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {{"survey", NULL, OUT_TEXT},
                                                {"question", NULL, OUT_TEXT},
                                                {"kind", NULL, OUT_TEXT},
                                                {"says", NULL, OUT_TEXT}};
    struct packs packs = followup_packs(ctx);
    struct surveys surveys;
    int result = 0;
    (void)data;
    if (surveys_load(ctx->arena, &packs, &surveys, err) < 0)
        return -1;
    struct out *out = cli_out(ctx, columns, 4);
    for (int i = 0; i < surveys.count; i++)
        for (int j = 0; j < surveys.items[i].count && result == 0; j++) {
            const struct question *question = &surveys.items[i].questions[j];
            const struct db_value values[] = {db_text(surveys.items[i].name),
                                              db_text(question->name),
                                              db_text(question_kind_name(question->kind)),
                                              db_text(ctx->zh ? question->zh : question->says)};
            result = out_row(out, values, err);
        }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

/* ---- answer -------------------------------------------------------------------------------------------- */

struct answering {
    const struct answer_args *args;
    struct about about;
    struct task task; /* code NULL: none */
    const struct survey *survey;
    int64_t at;
    int answers;
};

/* A code is that of a task or of a message that asked. */
static int
find_asked(struct ctx *ctx, struct answering *answering, const char **client,
           const char **treatment, struct err *err)
{
    const char *code = answering->args->asked;
    struct db_stmt *stmt;
    int64_t store_id;
    if (cli_store_id(ctx, &store_id, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    int found = sql_first(ctx->db, &stmt, SQL_FOLLOWUP_MESSAGE_GET, values, 2, err);
    if (found < 0)
        return -1;
    if (found == 1) {
        *client = db_keep_text(stmt, 0, ctx->arena);
        *treatment = db_keep_text(stmt, 1, ctx->arena);
        db_finish(stmt);
        return 0;
    }
    if (task_get(ctx->db, ctx->arena, store_id, code, &answering->task, err) < 0)
        return -1;
    *client = answering->task.client;
    *treatment = answering->task.treatment;
    return 0;
}

static int
prepare(struct ctx *ctx, struct answering *answering, struct err *err)
{
    const struct answer_args *args = answering->args;
    const char *client = args->client, *treatment = args->treatment;
    struct packs packs = followup_packs(ctx);
    struct surveys surveys;
    answering->at = args->at == OPT_UNSET ? ctx->now : args->at;
    if (answering->at > ctx->now)
        return err_set(err, ERR_DATA, _("--at: lies ahead"));
    if (!args->asked == !client)
        return err_set(err, ERR_USAGE, _("who answered? the code of what asked, or --client"));
    if (args->asked && find_asked(ctx, answering, &client, &treatment, err) < 0)
        return -1;
    if (surveys_load(ctx->arena, &packs, &surveys, err) < 0 ||
        followup_about(ctx, client, treatment, &answering->about, err) < 0)
        return -1;
    if (answering->at < answering->about.treated_at)
        return err_set(err, ERR_DATA, _("%s: lies before what it belongs to"), "--at");
    const char *name = args->survey ? args->survey : treatment ? "service" : "store";
    answering->survey = survey_find(&surveys, name, err);
    return answering->survey ? 0 : -1;
}

static int
put_answer(struct ctx *ctx, struct answering *answering, const struct question *question,
           int64_t mark, const char *note, struct err *err)
{
    struct cli_record record;
    if (mark != OPT_UNSET && question_takes(question, mark, err) < 0)
        return -1;
    cli_record_init(&record, "answers", PUT_ADD);
    cli_give(&record, "client", answering->about.client.code);
    cli_give(&record, "treatment", answering->about.treatment);
    cli_give(&record, "survey", answering->survey->name);
    cli_give(&record, "question", question->name);
    cli_give_moment(ctx, &record, "at", answering->at);
    cli_give_int(ctx, &record, "score", mark);
    cli_give(&record, "note", note);
    answering->answers++;
    return cli_put(ctx, &record, err) < 0 ? -1 : 0;
}

static int
put_kind(struct ctx *ctx, struct answering *answering, enum question_kind kind, int64_t mark,
         const char *note, struct err *err)
{
    if (mark == OPT_UNSET && !note)
        return 0;
    const struct question *question = survey_of_kind(answering->survey, kind);
    if (!question)
        return err_set(err, ERR_USAGE, _("%s: asks nothing of the kind %s"),
                       answering->survey->name, question_kind_name(kind));
    return put_answer(ctx, answering, question, mark, note, err);
}

static int
put_question(struct ctx *ctx, struct answering *answering, const char *text, struct err *err)
{
    const char *equal = strrchr(text, '=');
    size_t digits = equal ? strspn(equal + 1, "0123456789") : 0;
    if (digits == 0 || digits > 2 || equal[1 + digits])
        return err_set(err, ERR_USAGE, _("--question %s: expected NAME=MARK, as effect=4"), text);
    const char *name = arena_strndup(ctx->arena, text, (size_t)(equal - text));
    const struct question *question = survey_question(answering->survey, name, err);
    int64_t mark = equal[1] - '0';
    if (digits == 2)
        mark = mark * 10 + equal[2] - '0';
    return question ? put_answer(ctx, answering, question, mark, NULL, err) : -1;
}

static int
close_task(struct ctx *ctx, const struct answering *answering, struct err *err)
{
    const struct task *task = &answering->task;
    struct cli_record record;
    if (!task->code || strcmp(task->kind, "survey") != 0 || strcmp(task->state, "open") != 0)
        return 0;
    cli_record_init(&record, "tasks", PUT_EDIT);
    cli_give(&record, "code", task->code);
    cli_give(&record, "state", "done");
    cli_give_moment(ctx, &record, "done_at", answering->at);
    return cli_put(ctx, &record, err) < 0 ? -1 : 0;
}

int
cmd_answer(struct ctx *ctx, void *data, struct err *err)
{
    const struct answer_args *args = data;
    struct answering answering = {.args = args};
    if (prepare(ctx, &answering, err) < 0 ||
        put_kind(ctx, &answering, QUESTION_CSAT, args->csat, NULL, err) < 0 ||
        put_kind(ctx, &answering, QUESTION_NPS, args->nps, NULL, err) < 0 ||
        put_kind(ctx, &answering, QUESTION_TEXT, OPT_UNSET, args->note, err) < 0)
        return -1;
    for (int i = 0; i < args->questions.count; i++)
        if (put_question(ctx, &answering, args->questions.items[i], err) < 0)
            return -1;
    if (answering.answers == 0)
        return err_set(err, ERR_USAGE, _("what was answered? --csat, --nps, --question or --note"));
    return close_task(ctx, &answering, err);
}
