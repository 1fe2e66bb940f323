#include "cli/put.h"

#include <string.h>

#include "record/code.h"

void
cli_record_init(struct cli_record *record, const char *kind, enum put_mode mode)
{
    *record = (struct cli_record){.kind = kind, .mode = mode};
}

/* ---- giving -------------------------------------------------------------------------------------- */

void
cli_give(struct cli_record *record, const char *column, const char *text)
{
    if (!text || record->count == CLI_RECORD_MOST)
        return;
    record->names[record->count] = column;
    record->texts[record->count++] = text;
}

void
cli_give_int(struct ctx *ctx, struct cli_record *record, const char *column, int64_t number)
{
    if (number != OPT_UNSET)
        cli_give(record, column, arena_printf(ctx->arena, "%lld", (long long)number));
}

void
cli_give_moment(struct ctx *ctx, struct cli_record *record, const char *column, int64_t moment)
{
    char text[32];
    if (moment == OPT_UNSET)
        return;
    zone_format(ctx->zone, moment, text);
    cli_give(record, column, arena_strdup(ctx->arena, text));
}

void
cli_give_day(struct ctx *ctx, struct cli_record *record, const char *column, int64_t day)
{
    char text[16];
    if (day == OPT_UNSET)
        return;
    day_format(day, text);
    cli_give(record, column, arena_strdup(ctx->arena, text));
}

static const char *
given(const struct cli_record *record, const char *column)
{
    for (int i = 0; i < record->count; i++)
        if (strcmp(record->names[i], column) == 0)
            return record->texts[i];
    return NULL;
}

/* ---- what was not given ----------------------------------------------------------------------------- */

/* The store by its code: that of -s is known already. */
static int
find_store(struct ctx *ctx, const char *code, int64_t *store_id, struct err *err)
{
    struct db_value value = db_text(code);
    struct db_stmt *stmt;
    if (ctx->store && strcmp(code, ctx->store) == 0)
        return cli_store_id(ctx, store_id, err);
    int found = sql_first(ctx->db, &stmt, SQL_CLI_STORE_BY_CODE, &value, 1, err);
    if (found == 0)
        return err_set(err, ERR_DATA, _("store %s: not in the database"), code);
    if (found < 0)
        return -1;
    *store_id = db_get_int(stmt, 0);
    db_finish(stmt);
    return 0;
}

static int
know_store(struct ctx *ctx, struct cli_record *record, const struct kind *kind, struct err *err)
{
    if (!kind->of_store)
        return 0;
    if (given(record, "store"))
        return find_store(ctx, given(record, "store"), &record->store_id, err);
    if (cli_store_id(ctx, &record->store_id, err) < 0)
        return -1;
    cli_give(record, "store", ctx->store);
    return 0;
}

static bool
has_code_for_key(const struct kind *kind)
{
    for (int i = 0; i < kind->key_count; i++)
        if (strcmp(kind->columns[kind->key[i]].name, "code") == 0)
            return true;
    return false;
}

static int
know_code(struct ctx *ctx, struct cli_record *record, const struct kind *kind, struct err *err)
{
    record->code = given(record, "code");
    if (record->code || record->mode != PUT_ADD || !has_code_for_key(kind))
        return 0;
    if (code_make(ctx->db, ctx->arena, kind->table, record->store_id,
                  zone_day(ctx->zone, ctx->as_of), &record->code, err) < 0)
        return -1;
    cli_give(record, "code", record->code);
    return 0;
}

/* ---- putting ---------------------------------------------------------------------------------------- */

/* "exam S01 E000012": the table and the key as it was given. */
static const char *
subject_of(struct ctx *ctx, const struct cli_record *record, const struct kind *kind)
{
    const char *subject = kind->table;
    for (int i = 0; i < kind->key_count; i++) {
        const struct kind_column *column = &kind->columns[kind->key[i]];
        const char *text = given(record, column->name);
        text = text && *text ? text : column->fallback;
        subject = arena_printf(ctx->arena, "%s %s", subject, text ? text : "-");
    }
    return subject;
}

/* Only what is shipped says what a verb writes: a pack of the caller's own may be of another table. */
static const struct kind *
load_kind(struct ctx *ctx, struct packs *packs, const char *name, struct err *err)
{
    *packs = (struct packs){NULL, ctx->share};
    return kind_load(ctx->arena, packs, name, err);
}

int
cli_put(struct ctx *ctx, struct cli_record *record, struct err *err)
{
    struct packs packs;
    struct vault *vault = NULL;
    struct put_row place = {.bound_to = ctx->bound_to};
    const struct kind *kind = load_kind(ctx, &packs, record->kind, err);
    if (!kind || know_store(ctx, record, kind, err) < 0 || know_code(ctx, record, kind, err) < 0 ||
        (kind_has_personal(kind) && cli_vault(ctx, &vault, err) < 0))
        return -1;
    if (record->count == CLI_RECORD_MOST)
        return err_set(err, ERR_DB, _("internal error: %s: too many columns were given"),
                       record->kind);
    int written = record_put(ctx->db, ctx->arena, &packs, vault, kind, record->mode, record->names,
                             record->texts, record->count, &place, err);
    record->store_id = place.store_id;
    record->id = place.id;
    if (written <= 0)
        return written;
    return cli_log(ctx, record->store_id, subject_of(ctx, record, kind), NULL, err) < 0 ? -1 : 1;
}

/* On a terminal and in a pipe the bare code; a heading is for formats that were asked for. */
int
cli_say_record(struct ctx *ctx, const struct cli_record *record, struct err *err)
{
    static const struct out_column columns[] = {{"code", NULL, OUT_TEXT}};
    struct db_value value = db_text(record->code);
    struct ctx bare = *ctx;
    if (!record->code)
        return 0;
    bare.out.header = ctx->out.format != OUT_TABLE && ctx->out.format != OUT_TSV;
    if (ctx->out.format == OUT_TABLE)
        bare.out.format = OUT_TSV;
    struct out *out = cli_out(&bare, columns, 1);
    int result = out_row(out, &value, err) < 0 ? -1 : out_end(out, err);
    out_free(out);
    return result;
}
