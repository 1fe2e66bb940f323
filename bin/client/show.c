/* medi-client show: a client's file, and everything that happened between them and the clinic. */
#include <string.h>

#include "bin/client/verbs.h"
#include "client/codes.h"
#include "client/person.h"
#include "client/segments.h"
#include "client/tiers.h"
#include "client/timeline.h"
#include "client/touches.h"
#include "record/personal.h"

/* Both parts are rows of one table: of the file, a row a field. */
static const struct out_column columns[] = {
    {"part", NULL, OUT_TEXT},   {"day", NULL, OUT_DAY},        {"at", NULL, OUT_MOMENT},
    {"kind", NULL, OUT_TEXT},   {"name", NULL, OUT_TEXT},      {"store", NULL, OUT_TEXT},
    {"code", NULL, OUT_TEXT},   {"staff", NULL, OUT_TEXT},     {"project", NULL, OUT_TEXT},
    {"detail", NULL, OUT_TEXT}, {"amount_fen", NULL, OUT_FEN},
};
enum { COLUMNS = sizeof columns / sizeof columns[0] };

struct showing {
    struct ctx *ctx;
    const struct show_args *args;
    struct person person;
    bool reveal;
    struct out *out;
    int64_t rows;
};

/* ---- the file ------------------------------------------------------------------------------------------- */

static int
show_field(struct showing *showing, const char *field, struct db_value value, struct err *err)
{
    char day[16];
    const struct sql *sql = sql_get(SQL_CLIENT_FILE);
    const char *type = "text";
    for (int i = 0; i < sql->column_count; i++)
        if (strcmp(sql->columns[i].name, field) == 0)
            type = sql->columns[i].type;
    if (value.type == DB_NULL)
        return 0;
    if (value.type == DB_INT && strcmp(type, "day") == 0) {
        day_format(value.number, day);
        value = db_text(arena_strdup(showing->ctx->arena, day));
    } else if (value.type == DB_INT) {
        value = db_text(arena_printf(showing->ctx->arena, "%lld", (long long)value.number));
    }
    const struct db_value row[COLUMNS] = {db_text("file"), db_null(), db_null(), db_text(field),
                                          db_null(),       db_null(), db_null(), db_null(),
                                          db_null(),       value,     db_null()};
    showing->rows++;
    return out_row(showing->out, row, err);
}

/* Segment, tier and reasons in words. */
static int
worded(struct showing *showing, const char *field, struct db_value *value, struct err *err)
{
    struct ctx *ctx = showing->ctx;
    struct packs packs = client_packs(ctx);
    struct segments segments;
    if (strcmp(field, "reasons") != 0 || value->type != DB_TEXT)
        return 0;
    if (segments_load(ctx->arena, &packs, &segments, err) < 0)
        return -1;
    *value = db_text(segments_words(ctx->arena, &segments, value->text, ctx->zh));
    return 0;
}

static int
show_benefits(struct showing *showing, const char *name, struct err *err)
{
    struct ctx *ctx = showing->ctx;
    struct packs packs = client_packs(ctx);
    struct tiers tiers;
    if (tiers_load(ctx->arena, &packs, &tiers, err) < 0)
        return -1;
    int tier = tiers_find(&tiers, name);
    for (int i = 0; tier >= 0 && i < tiers.items[tier].benefit_count; i++) {
        const struct benefit *benefit = &tiers.items[tier].benefits[i];
        if (show_field(showing, "benefit", db_text(ctx->zh ? benefit->zh : benefit->says), err) < 0)
            return -1;
    }
    return 0;
}

enum { FILE_ID, FILE_KEY, FILE_FORGOTTEN, FILE_FIELDS };

static int
read_field(struct showing *showing, struct vault *vault, struct db_stmt *stmt, int column,
           struct db_value *value, struct err *err)
{
    struct ctx *ctx = showing->ctx;
    const char *field = db_column_name(stmt, column);
    *value = db_get(stmt, column);
    if (value->type != DB_BYTES)
        return worded(showing, field, value, err);
    if (personal_open(ctx->db, vault, ctx->arena, "client", field, db_get_int(stmt, FILE_ID),
                      db_get(stmt, FILE_KEY), db_get(stmt, column), value, err) < 0)
        return -1;
    if (value->type == DB_NULL)
        *value = db_text("***");
    else if (!showing->reveal)
        *value = client_masked(ctx->arena, field, *value);
    return 0;
}

static int
show_tags(struct showing *showing, struct err *err)
{
    const struct db_value values[] = {db_int(showing->person.id),
                                      db_int(client_today(showing->ctx))};
    struct db_stmt *stmt = NULL;
    int more = sql_open(showing->ctx->db, &stmt, SQL_CLIENT_OPEN_TAGS, values, 2, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1)
        if (show_field(showing, "tag", db_get(stmt, 0), err) < 0)
            more = -1;
    db_finish(stmt);
    return more;
}

static int
show_fields(struct showing *showing, struct vault *vault, struct db_stmt *stmt, struct err *err)
{
    const char *tier = NULL;
    if (showing->person.joined &&
        show_field(showing, "joined", db_text(showing->person.joined), err) < 0)
        return -1;
    if (show_field(showing, "forgotten_on", db_get(stmt, FILE_FORGOTTEN), err) < 0)
        return -1;
    for (int i = FILE_FIELDS; i < db_column_count(stmt); i++) {
        const char *field = arena_strdup(showing->ctx->arena, db_column_name(stmt, i));
        struct db_value value;
        if (read_field(showing, vault, stmt, i, &value, err) < 0 ||
            show_field(showing, field, value, err) < 0)
            return -1;
        if (strcmp(field, "tier") == 0 && value.type == DB_TEXT)
            tier = arena_strdup(showing->ctx->arena, value.text);
    }
    return tier ? show_benefits(showing, tier, err) : 0;
}

static int
show_file(struct showing *showing, struct err *err)
{
    const struct db_value id = db_int(showing->person.id);
    struct vault *vault;
    struct db_stmt *stmt;
    if (cli_vault(showing->ctx, &vault, err) < 0 ||
        sql_first(showing->ctx->db, &stmt, SQL_CLIENT_FILE, &id, 1, err) != 1)
        return -1;
    int result = show_fields(showing, vault, stmt, err);
    db_finish(stmt);
    return result < 0 ? -1 : show_tags(showing, err);
}

/* ---- the timeline ---------------------------------------------------------------------------- */

static struct db_value
or_null(int64_t number)
{
    return number == TIMELINE_UNKNOWN ? db_null() : db_int(number);
}

static int
show_entry(struct showing *showing, struct code_book *book, const struct timeline_entry *entry,
           struct err *err)
{
    const struct touch_kind *kind = entry->touch;
    const char *name = !kind ? entry->kind : showing->ctx->zh ? kind->zh : kind->says;
    const char *store, *staff, *project;
    if (code_book_find(book, CODE_STORE, entry->store_id, &store, err) < 0 ||
        code_book_find(book, CODE_STAFF, entry->staff_id, &staff, err) < 0 ||
        code_book_find(book, CODE_PROJECT, entry->project_id, &project, err) < 0)
        return -1;
    const struct db_value row[COLUMNS] = {
        db_text("timeline"), db_int(entry->day),     or_null(entry->at),    db_text(entry->kind),
        db_text(name),       db_text(store),         db_text(entry->code),  db_text(staff),
        db_text(project),    db_text(entry->detail), or_null(entry->amount)};
    showing->rows++;
    return out_row(showing->out, row, err);
}

static int
show_timeline(struct showing *showing, struct err *err)
{
    struct ctx *ctx = showing->ctx;
    const struct show_args *args = showing->args;
    struct packs packs = client_packs(ctx);
    struct touches touches;
    struct timeline timeline = {.db = ctx->db,
                                .arena = ctx->arena,
                                .touches = &touches,
                                .client_id = showing->person.id,
                                .from = args->from,
                                .to = args->to,
                                .kind = args->kind,
                                .offset = zone_offset(ctx->zone, ctx->as_of)};
    if (touches_load(ctx->arena, &packs, &touches, err) < 0)
        return -1;
    if (args->kind && !touches_find(&touches, args->kind))
        return err_set(err, ERR_USAGE, _("--kind %s: no such kind of contact"), args->kind);
    if (timeline_read(&timeline, err) < 0)
        return -1;
    struct code_book *book = code_book_new(ctx->db, ctx->arena);
    bool all = args->limit == OPT_UNSET || args->limit > timeline.count;
    int64_t count = all ? timeline.count : args->limit;
    for (int64_t i = 0; i < count; i++)
        if (show_entry(showing, book, &timeline.entries[i], err) < 0)
            return -1;
    return 0;
}

static bool
wants(const struct show_args *args, const char *part)
{
    return !args->part || strcmp(args->part, part) == 0;
}

int
cmd_show(struct ctx *ctx, void *data, struct err *err)
{
    const struct show_args *args = data;
    struct showing showing = {.ctx = ctx, .args = args};
    if (args->limit != OPT_UNSET && args->limit < 0)
        return err_set(err, ERR_USAGE, _("--limit: expected 0 or more"));
    if (person_find(ctx->db, ctx->arena, args->code, &showing.person, err) < 0)
        return -1;
    int reveal = cli_reveal(ctx, args->reveal, 0,
                            arena_printf(ctx->arena, "client %s", showing.person.code), err);
    if (reveal < 0)
        return -1;
    showing.reveal = reveal == 1;
    showing.out = cli_out(ctx, columns, COLUMNS);
    int result = wants(args, "file") && !args->kind ? show_file(&showing, err) : 0;
    if (result == 0 && wants(args, "timeline"))
        result = show_timeline(&showing, err);
    if (result == 0)
        result = out_end(showing.out, err);
    out_free(showing.out);
    return result;
}
