/* What a run takes from its database: clock and actor of a test database, store, zone. */
#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "cli/cli.h"
#include "cli/env.h"
#include "text/zonefile.h"

static int
read_meta(struct ctx *ctx, const char **zone, struct err *err)
{
    struct db_stmt *stmt = NULL;
    int result = sql_open(ctx->db, &stmt, SQL_CLI_META, NULL, 0, err);
    if (result == 0)
        result = db_step(stmt, err);
    for (; result == 1; result = db_step(stmt, err)) {
        const char *name = db_get_text(stmt, 0), *value = db_get_text(stmt, 1);
        if (!name || !value) /* the file is damaged */
            continue;
        if (strcmp(name, "zone") == 0)
            *zone = arena_strdup(ctx->arena, value);
        else
            ctx->test = strcmp(value, "1") == 0;
    }
    db_finish(stmt);
    return result;
}

/* 1 found, 0 the database has no such store, -1. */
static int
read_store(struct ctx *ctx, const char **zone, struct err *err)
{
    struct db_stmt *stmt;
    struct db_value code = db_text(ctx->store);
    int result = sql_first(ctx->db, &stmt, SQL_CLI_STORE_BY_CODE, &code, 1, err);
    if (result != 1)
        return result;
    ctx->store_id = db_get_int(stmt, 0);
    if (db_get_text(stmt, 1))
        *zone = arena_strdup(ctx->arena, db_get_text(stmt, 1));
    db_finish(stmt);
    return 1;
}

static int
collect_codes(struct ctx *ctx, const char **codes, size_t room, size_t *count, struct err *err)
{
    struct db_stmt *stmt = NULL;
    int result = sql_open(ctx->db, &stmt, SQL_CLI_STORE_CODES, NULL, 0, err);
    if (result == 0)
        result = db_step(stmt, err);
    for (; result == 1 && *count < room; result = db_step(stmt, err))
        codes[(*count)++] = arena_strdup(ctx->arena, db_get_text(stmt, 0));
    db_finish(stmt);
    return result;
}

static int
unknown_store(struct ctx *ctx, struct err *err)
{
    enum { MANY = 1000 };
    const char **codes = arena_array(ctx->arena, MANY, sizeof *codes);
    size_t count = 0;
    if (collect_codes(ctx, codes, MANY, &count, err) < 0)
        return -1;
    const char *near = str_nearest(ctx->store, codes, count);
    if (near)
        return err_set(err, ERR_DATA, _("store %s: not in the database; did you mean %s?"),
                       ctx->store, near);
    return err_set(err, ERR_DATA, _("store %s: not in the database"), ctx->store);
}

int
cli_store_id(struct ctx *ctx, int64_t *store_id, struct err *err)
{
    const char *zone;
    if (!ctx->store)
        return err_set(err, ERR_USAGE, _("no store is given: use -s CODE or MEDI_STORE"));
    if (ctx->store_id < 0) {
        int result = read_store(ctx, &zone, err);
        if (result <= 0)
            return result < 0 ? -1 : unknown_store(ctx, err);
    }
    *store_id = ctx->store_id;
    return 0;
}

/* A reader of an unknown store would show nothing and seem right; a writer may be making it. */
static int
learn_store(struct ctx *ctx, const char **zone, struct err *err)
{
    if (!ctx->store)
        return 0;
    int result = read_store(ctx, zone, err);
    if (result == 0 && ctx->verb->mode == DB_READ)
        return unknown_store(ctx, err);
    return result < 0 ? -1 : 0;
}

static int
learn_clock(struct ctx *ctx, const struct env *env, struct err *err)
{
    bool as_now = ctx->as_of == ctx->now;
    if (!opt_moment(env->now, ctx->zone, ctx->now, false, &ctx->now))
        return err_set(err, ERR_USAGE, _("MEDI_NOW: %s: expected a time, as 2025-06-01T09:30"),
                       env->now);
    if (as_now)
        ctx->as_of = ctx->now;
    return 0;
}

int
cli_learn(struct ctx *ctx, struct err *err)
{
    struct env env;
    const char *zone = ZONE_DEFAULT;
    env_read(&env);
    if (read_meta(ctx, &zone, err) || learn_store(ctx, &zone, err))
        return -1;
    ctx->zone = zone_load(ctx->arena, zone, err);
    if (!ctx->zone)
        return -1;
    ctx->out.zone = ctx->zone;
    if (ctx->test && env.actor)
        ctx->actor = arena_strdup(ctx->arena, env.actor);
    if (ctx->test && env.now)
        return learn_clock(ctx, &env, err);
    if (env.now || env.actor)
        if (ctx->verbose)
            cli_say(ctx, _("MEDI_NOW and MEDI_ACTOR are for test databases: not used"));
    return 0;
}
