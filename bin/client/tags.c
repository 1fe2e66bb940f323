/* Tags, by hand and by rule. */
#include <string.h>

#include "base/str.h"
#include "bin/client/verbs.h"
#include "client/person.h"
#include "client/tags.h"

static int
unknown_tag(const struct tags *tags, const char *tag, struct err *err)
{
    const char *names[TAGS_MOST] = {NULL};
    for (int i = 0; i < tags->count; i++)
        names[i] = tags->rules[i].name;
    const char *near = str_nearest(tag, names, (size_t)tags->count);
    return near ? err_set(err, ERR_USAGE, _("%s: no such tag; did you mean %s?"), tag, near)
                : err_set(err, ERR_USAGE, _("%s: no such tag; tags are in tags.yaml"), tag);
}

/* The tag must be one that is given by hand, and the client there. */
static int
check_tag(struct ctx *ctx, const struct tag_args *args, struct person *person, struct err *err)
{
    struct packs packs = client_packs(ctx);
    struct tags tags;
    if (tags_load(ctx->arena, &packs, &tags, err) < 0)
        return -1;
    int tag = tags_find(&tags, args->tag);
    if (tag < 0)
        return unknown_tag(&tags, args->tag, err);
    if (tags.rules[tag].count)
        return err_set(err, ERR_USAGE,
                       _("%s: is kept by its rule: medi-client tag apply gives and takes it"),
                       args->tag);
    return person_find_living(ctx->db, ctx->arena, args->client, person, err);
}

/* 1 the client has it, 0, -1. */
static int
has_tag(struct ctx *ctx, const struct person *person, const char *tag, struct err *err)
{
    const struct db_value values[] = {db_int(person->id), db_text(tag)};
    struct db_stmt *stmt;
    int found = sql_first(ctx->db, &stmt, SQL_CLIENT_TAG_HAS, values, 2, err);
    if (found == 1)
        db_finish(stmt);
    return found;
}

int
cmd_tag_add(struct ctx *ctx, void *data, struct err *err)
{
    const struct tag_args *args = data;
    struct person person;
    struct cli_record record;
    if (check_tag(ctx, args, &person, err) < 0)
        return -1;
    int has = has_tag(ctx, &person, args->tag, err);
    if (has < 0)
        return -1;
    if (has) {
        cli_say(ctx, _("%s: nothing to change"), person.code);
        return 0;
    }
    const struct db_value again[] = {db_int(person.id), db_text(args->tag),
                                     db_int(client_today(ctx))};
    int64_t changed;
    if (sql_run(ctx->db, SQL_CLIENT_TAG_AGAIN, again, 3, &changed, err) < 0)
        return -1;
    if (changed)
        return cli_log(ctx, 0, arena_printf(ctx->arena, "client_tag %s %s", person.code, args->tag),
                       NULL, err);
    cli_record_init(&record, "tags", PUT_ADD);
    cli_give(&record, "client", person.code);
    cli_give(&record, "tag", args->tag);
    cli_give(&record, "source", "hand");
    cli_give_day(ctx, &record, "from_on", client_today(ctx));
    return cli_put(ctx, &record, err) < 0 ? -1 : 0;
}

int
cmd_tag_drop(struct ctx *ctx, void *data, struct err *err)
{
    const struct tag_args *args = data;
    struct person person;
    int64_t changed;
    if (check_tag(ctx, args, &person, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(person.id), db_text(args->tag),
                                      db_int(client_today(ctx))};
    if (sql_run(ctx->db, SQL_CLIENT_TAG_CLOSE, values, 3, &changed, err) < 0)
        return -1;
    if (!changed) {
        cli_say(ctx, _("%s: nothing to change"), person.code);
        return 0;
    }
    return cli_log(ctx, 0, arena_printf(ctx->arena, "client_tag %s %s", person.code, args->tag),
                   "dropped", err);
}

static int
print_tags(struct ctx *ctx, const struct tag_run *run, int64_t *changes, struct err *err)
{
    static const struct out_column columns[] = {{"tag", NULL, OUT_TEXT},
                                                {"name", NULL, OUT_TEXT},
                                                {"clients", NULL, OUT_INT},
                                                {"given", NULL, OUT_INT},
                                                {"taken", NULL, OUT_INT}};
    struct out *out = cli_out(ctx, columns, 5);
    int result = 0;
    for (int i = 0; i < run->tags->count && result == 0; i++) {
        const struct rule *rule = &run->tags->rules[i];
        if (!rule->count)
            continue;
        const struct db_value values[] = {
            db_text(rule->name), db_text(ctx->zh ? rule->zh : rule->name), db_int(run->stand[i]),
            db_int(run->given[i]), db_int(run->taken[i])};
        *changes += run->given[i] + run->taken[i];
        result = out_row(out, values, err);
    }
    result = result < 0 ? -1 : out_end(out, err);
    out_free(out);
    return result;
}

int
cmd_tag_apply(struct ctx *ctx, void *data, struct err *err)
{
    struct packs packs = client_packs(ctx);
    struct segments segments;
    struct tags tags;
    int64_t changes = 0;
    struct tag_run run = {.db = ctx->db,
                          .arena = ctx->arena,
                          .tags = &tags,
                          .segments = &segments,
                          .today = client_today(ctx)};
    (void)data;
    if (segments_load(ctx->arena, &packs, &segments, err) < 0 ||
        tags_load(ctx->arena, &packs, &tags, err) < 0 || tag_run(&run, err) < 0)
        return -1;
    if (run.no_model)
        cli_say(ctx, _("no P(alive): %s"), run.no_model);
    if (print_tags(ctx, &run, &changes, err) < 0)
        return -1;
    return changes == 0
               ? 0
               : cli_log(ctx, 0, "client_tag",
                         arena_printf(ctx->arena, "%lld changes by rule", (long long)changes), err);
}
