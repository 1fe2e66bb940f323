/* Whether who runs this may: asked once, after the database is open and before the verb runs. */
#include "duty/duty.h"

#include <string.h>

#include "cli/frame.h"
#include "db/migrate.h"

enum { FIRST_WITH_ACCOUNTS = 2 }; /* the schema that has them */

const char *
cli_actor(struct ctx *ctx)
{
    if (!ctx->actor && ctx->db && db_user(ctx->db))
        ctx->actor = arena_strdup(ctx->arena, db_user(ctx->db));
    if (!ctx->actor)
        ctx->actor = env_user(ctx->arena);
    return ctx->actor;
}

/* The kind of records that the words name, "" if the verb takes none. */
static const char *
subject_of(const struct verb *verb, const void *args)
{
    for (const struct operand *operand = verb->operands; operand && operand->name; operand++) {
        if (!operand->complete || strcmp(operand->complete, "kind") != 0 || operand->repeats)
            continue;
        const char *kind = *(const char *const *)((const char *)args + operand->offset);
        return kind ? kind : "";
    }
    return "";
}

int64_t
frame_store(const struct ctx *ctx)
{
    return ctx->verb->flags & VERB_OF_STORE && ctx->store_id > 0 ? ctx->store_id : DUTY_CHAIN;
}

static int64_t
store_of(const struct ctx *ctx)
{
    return ctx->verb->flags & VERB_ANY_STORE ? DUTY_ANY_STORE : frame_store(ctx);
}

static struct duty_question
question_of(struct ctx *ctx, const char *verb, const char *subject)
{
    return (struct duty_question){cli_actor(ctx), ctx->tool->name, verb, subject, store_of(ctx)};
}

int
cli_may(struct ctx *ctx, const char *verb, const char *subject, struct err *err)
{
    const struct duty_question question = question_of(ctx, verb, subject);
    int64_t scope;
    return duty_may(ctx->db, &question, &scope, err);
}

int
cli_must(struct ctx *ctx, const char *verb, const char *subject, struct err *err)
{
    const struct duty_question question = question_of(ctx, verb, subject);
    int64_t scope;
    int may = duty_may(ctx->db, &question, &scope, err);
    if (may < 0)
        return -1;
    return may ? 0 : duty_refuse(ctx->db, ctx->arena, &question, err);
}

/* A database that is being made, or is older than accounts, has nobody to ask about. */
static bool
has_accounts(const struct ctx *ctx)
{
    struct err ignored;
    if (ctx->verb->mode != DB_ADMIN && !(ctx->verb->flags & VERB_JUDGES))
        return true;
    return !(ctx->verb->flags & VERB_CREATE) &&
           migrate_version(ctx->db, &ignored) >= FIRST_WITH_ACCOUNTS;
}

int
frame_ask_duty(struct frame *frame, struct err *err)
{
    struct ctx *ctx = &frame->ctx;
    int64_t scope;
    if (!has_accounts(ctx))
        return 0;
    const struct duty_question question =
        question_of(ctx, ctx->verb->name, subject_of(ctx->verb, frame->args));
    int may = duty_may(ctx->db, &question, &scope, err);
    if (may < 0)
        return -1;
    if (!may)
        return duty_refuse(ctx->db, ctx->arena, &question, err);
    ctx->bound_to = question.store_id == DUTY_ANY_STORE ? 0 : scope;
    return 0;
}
