#include "package/make.h"

#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "db/sql.h"
#include "package/fhir.h"
#include "package/history.h"
#include "package/pick_private.h"
#include "text/out.h"

static struct out_options
csv_options(const struct package_spec *spec)
{
    return (struct out_options){.format = OUT_CSV, .header = true, .zone = spec->pick->zone};
}

int64_t
package_personal(const struct pick *pick)
{
    int64_t rows = 0, *ids;
    for (int k = 0; k < pick->scope->count; k++)
        for (struct pick_part *part = pick->parts[k]; part; part = part->next)
            if (kind_has_personal(pick->scope->kinds[k]))
                rows += pick_ids(pick, part, &ids);
    return rows;
}

/* ---- records --------------------------------------------------------------------------------------------- */

static int
each_of_part(const struct package_spec *spec, const struct pick_part *part, export_row *each,
             void *context, int64_t *rows, struct err *err)
{
    const struct pick *pick = spec->pick;
    int64_t *ids, done = 0;
    int count = pick_ids(pick, part, &ids);
    struct export_spec export = {.kind = pick->scope->kinds[part->kind],
                                 .packs = spec->packs,
                                 .vault = spec->vault,
                                 .reveal = spec->reveal,
                                 .now = spec->now,
                                 .today = zone_day(pick->zone, spec->now)};
    export.store_id = export.kind->of_store ? &part->store_id : NULL;
    for (int at = 0; at < count; at += PICK_CHUNK) {
        export.ids = ids + at;
        export.id_count = count - at < PICK_CHUNK ? count - at : PICK_CHUNK;
        if (export_each(pick->db, pick->arena, &export, each, context, &done, err) < 0)
            return -1;
        *rows += done;
    }
    return 0;
}

int
package_each(const struct package_spec *spec, int kind, export_row *each, void *context,
             int64_t *rows, struct err *err)
{
    *rows = 0;
    for (struct pick_part *part = spec->pick->parts[kind]; part; part = part->next)
        if (each_of_part(spec, part, each, context, rows, err) < 0)
            return -1;
    return 0;
}

static int
put_row(void *context, const struct db_value *values, struct err *err)
{
    return out_row(context, values, err);
}

static int
put_kind(struct folder *folder, const struct package_spec *spec, int number, struct err *err)
{
    const struct pick *pick = spec->pick;
    const struct kind *kind = pick->scope->kinds[number];
    const struct out_options options = csv_options(spec);
    char *path = arena_printf(pick->arena, "%s/%s.csv", folder_records, kind->name);
    int64_t rows = 0;
    FILE *stream = folder_open(folder, path, err);
    if (!stream)
        return -1;
    struct out *out = out_new(stream, &options, export_columns(pick->arena, kind), kind->count);
    int result = package_each(spec, number, put_row, out, &rows, err);
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    if (result == 0)
        result = folder_close(folder, rows, err);
    return result < 0 ? err_wrap(err, "%s/%s", folder->place, path) : 0;
}

static bool
has_rows(const struct pick *pick, int kind)
{
    for (const struct pick_part *part = pick->parts[kind]; part; part = part->next)
        if (part->belong.count || part->named.count)
            return true;
    return false;
}

/* ---- what the log says ----------------------------------------------------------------------------------- */

static int
put_log(struct folder *folder, const struct package_spec *spec, struct err *err)
{
    const struct out_options options = csv_options(spec);
    int64_t rows = 0;
    FILE *stream = folder_open(folder, "log.csv", err);
    if (!stream || history_write(spec->pick, stream, &options, &rows, err) < 0)
        return -1;
    return folder_close(folder, rows, err);
}

static int
put_checkpoint(struct folder *folder, const struct package_spec *spec, struct err *err)
{
    struct db_stmt *stmt = NULL;
    int found = sql_first(spec->pick->db, &stmt, SQL_LOG_CHECKPOINT_LAST, NULL, 0, err);
    if (found <= 0)
        return found;
    struct db_value note = db_get(stmt, 2);
    int result = 0;
    if (note.type == DB_TEXT)
        result = folder_put(folder, "checkpoint", note.text, note.length, FOLDER_NO_ROWS, err);
    db_finish(stmt);
    return result;
}

/* ---- who vouches for it -------------------------------------------------------------------------------- */

static int
identity_of(struct pick *pick, const char **identity, struct err *err)
{
    struct db_stmt *stmt = NULL;
    int found = sql_first(pick->db, &stmt, SQL_LOG_IDENTITY, NULL, 0, err);
    *identity = found == 1 ? db_keep_text(stmt, 0, pick->arena) : NULL;
    db_finish(found == 1 ? stmt : NULL);
    if (found >= 0 && !*identity)
        return err_set(err, ERR_DB, _("%s: has no identity; it is damaged"), db_place(pick->db));
    return found < 0 ? -1 : 0;
}

static int
put_fhir(struct folder *folder, const struct package_spec *spec, const char *identity,
         struct err *err)
{
    int64_t count = 0;
    FILE *stream = folder_open(folder, "fhir.json", err);
    if (!stream || fhir_write(spec, identity, stream, &count, err) < 0)
        return -1;
    return folder_close(folder, count, err);
}

static int
sign(struct folder *folder, const struct package_spec *spec, const char *identity,
     const char *sha256, struct err *err)
{
    struct arena *arena = spec->pick->arena;
    int second = (int)floor_mod(spec->now, DAY_SECONDS);
    char day[16];
    day_format(floor_div(spec->now, DAY_SECONDS), day);
    const char *text = arena_printf(arena,
                                    "medi package\ndatabase %s\nsubject %s\nmade "
                                    "%sT%02d:%02d:%02dZ\npersonal %s\nmanifest %s\n",
                                    identity, spec->subject, day, second / 3600, second / 60 % 60,
                                    second % 60, spec->reveal ? "revealed" : "masked", sha256);
    return folder_sign(folder, note_sign(arena, text, spec->secret), err);
}

int
package_make(struct folder *folder, const struct package_spec *spec, char sha256[FOLDER_HEX],
             struct err *err)
{
    const char *identity;
    if (identity_of(spec->pick, &identity, err) < 0)
        return -1;
    for (int k = 0; k < spec->pick->scope->count; k++)
        if (has_rows(spec->pick, k) && put_kind(folder, spec, k, err) < 0)
            return -1;
    if (put_fhir(folder, spec, identity, err) < 0 || put_log(folder, spec, err) < 0 ||
        put_checkpoint(folder, spec, err) < 0 || folder_list(folder, sha256, err) < 0)
        return -1;
    return sign(folder, spec, identity, sha256, err);
}
