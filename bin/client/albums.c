/* The case album: what has no consent that stands is not given out. */
#include <string.h>

#include "bin/client/verbs.h"
#include "client/person.h"
#include "record/personal.h"
#include "setting/setting.h"

static void
give_album(struct ctx *ctx, struct cli_record *record, const struct album_args *args)
{
    cli_give(record, "code", args->code);
    cli_give(record, "project", args->project);
    cli_give(record, "before_ref", args->before);
    cli_give(record, "after_ref", args->after);
    cli_give(record, "scope", args->scope);
    cli_give(record, "proof", args->proof);
    cli_give_day(ctx, record, "until", args->until);
}

int
cmd_album_add(struct ctx *ctx, void *data, struct err *err)
{
    const struct album_args *args = data;
    struct person person;
    struct cli_record record;
    if (!args->before)
        return err_set(err, ERR_USAGE, _("--before: missing; it says where the picture lies"));
    if (person_find_living(ctx->db, ctx->arena, args->client, &person, err) < 0)
        return -1;
    cli_record_init(&record, "albums", PUT_ADD);
    give_album(ctx, &record, args);
    cli_give(&record, "client", person.code);
    cli_give_day(ctx, &record, "taken_on",
                 args->taken_on == OPT_UNSET ? client_today(ctx) : args->taken_on);
    return client_put(ctx, &record, err);
}

int
cmd_album_edit(struct ctx *ctx, void *data, struct err *err)
{
    const struct album_args *args = data;
    struct cli_record record;
    cli_record_init(&record, "albums", PUT_EDIT);
    give_album(ctx, &record, args);
    cli_give_day(ctx, &record, "taken_on", args->taken_on);
    return client_put(ctx, &record, err);
}

/* ---- list ------------------------------------------------------------------------------------ */

static const struct out_column album_columns[] = {
    {"store", NULL, OUT_TEXT},   {"code", NULL, OUT_TEXT},       {"client", NULL, OUT_TEXT},
    {"project", NULL, OUT_TEXT}, {"before_ref", NULL, OUT_TEXT}, {"after_ref", NULL, OUT_TEXT},
    {"taken_on", NULL, OUT_DAY}, {"scope", NULL, OUT_TEXT},      {"until", NULL, OUT_DAY},
    {"stands", NULL, OUT_BOOL},  {"proof", NULL, OUT_TEXT},
};
enum { COLUMNS = 11, HIDDEN = 2, BEFORE = 4, AFTER = 5, STANDS = 9 };

/* A reference is shown to who may see it, and only while the consent stands. */
static int
show_ref(struct ctx *ctx, struct vault *vault, struct db_stmt *stmt, int column, bool reveal,
         struct db_value *value, struct err *err)
{
    struct db_value sealed = db_get(stmt, column + HIDDEN);
    if (sealed.type == DB_NULL)
        return 0;
    *value = db_text("***");
    if (!reveal || !db_get_int(stmt, STANDS + HIDDEN))
        return 0;
    return personal_open(ctx->db, vault, ctx->arena, "album", album_columns[column].name,
                         db_get_int(stmt, 0), db_get(stmt, 1), sealed, value, err);
}

static int
show_album(struct ctx *ctx, struct vault *vault, struct db_stmt *stmt, bool reveal, struct out *out,
           struct err *err)
{
    struct db_value row[COLUMNS];
    for (int i = 0; i < COLUMNS; i++)
        row[i] = db_get(stmt, i + HIDDEN);
    if (show_ref(ctx, vault, stmt, BEFORE, reveal, &row[BEFORE], err) < 0 ||
        show_ref(ctx, vault, stmt, AFTER, reveal, &row[AFTER], err) < 0)
        return -1;
    return out_row(out, row, err);
}

static const char *
subject_of(struct ctx *ctx, const struct album_args *args)
{
    return arena_printf(ctx->arena, "albums store %s, client %s, project %s, for %s",
                        ctx->store ? ctx->store : "*", args->client ? args->client : "*",
                        args->project ? args->project : "*", args->for_use ? args->for_use : "*");
}

/* Many at once need a second person where the clinic wants that: the default stands here, as for export. */
static int
may_reveal(struct ctx *ctx, const struct album_args *args, struct err *err)
{
    static const struct setting alone = {.name = "duty.reveal_alone", .fallback = "0"};
    int64_t most;
    if (!args->reveal)
        return 0;
    if (setting_int(ctx->db, ctx->arena, &alone, 0, &most, err) < 0 ||
        cli_must(ctx, "reveal", "clients", err) < 0)
        return -1;
    if (most > 0 && cli_second(ctx, "export.reveal", subject_of(ctx, args), args->reveal, err) < 0)
        return -1;
    return cli_reveal(ctx, args->reveal, 0, subject_of(ctx, args), err);
}

int
cmd_album_list(struct ctx *ctx, void *data, struct err *err)
{
    const struct album_args *args = data;
    const struct sql *sql = sql_get(SQL_CLIENT_ALBUMS);
    struct db_value values[6];
    struct vault *vault;
    struct db_stmt *stmt = NULL;
    int64_t rows = 0;
    int reveal = may_reveal(ctx, args, err);
    if (reveal < 0 || cli_vault(ctx, &vault, err) < 0 ||
        cli_bind(ctx, data, sql, values, err) < 0 ||
        sql_open(ctx->db, &stmt, SQL_CLIENT_ALBUMS, values, 6, err) < 0)
        return -1;
    struct out *out = cli_out(ctx, album_columns, COLUMNS);
    int more;
    for (; (more = db_step(stmt, err)) == 1; rows++)
        if (show_album(ctx, vault, stmt, reveal == 1, out, err) < 0) {
            more = -1;
            break;
        }
    if (more == 0)
        more = out_end(out, err);
    out_free(out);
    db_finish(stmt);
    return more < 0 ? -1 : rows > 0 && ctx->exit_rows;
}
