#include "backup/restore.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "backup/file.h"
#include "db/whole.h"

struct restore {
    struct arena *arena;
    const struct restore_spec *spec;
    int file;
    struct reader *reader;
    struct tables tables;
    bool *seen; /* by table */
    struct extra extra;
    int64_t rows;
};

/* ---- open ------------------------------------------------------------------------------------------ */

static int
latest(const struct migration *list)
{
    int version = 0;
    for (; list->version; list++)
        version = list->version;
    return version;
}

static int
judge_schema(const struct restore *restore, struct err *err)
{
    const struct restore_spec *spec = restore->spec;
    uint32_t schema = reader_outer(restore->reader)->schema;
    int known = latest(spec->migrations);
    if (schema > (uint32_t)known)
        return err_set(err, ERR_DATA,
                       _("%s: its schema %u was made by a newer medi (this program knows %d); "
                         "upgrade the programs"),
                       spec->path, (unsigned)schema, known);
    if (schema == 0)
        return err_set(err, ERR_DATA, _("%s: has no schema"), spec->path);
    return 0;
}

int
restore_open(struct restore **out, struct arena *arena, const struct restore_spec *spec,
             struct err *err)
{
    struct restore *restore = mem_alloc(sizeof *restore);
    *restore =
        (struct restore){.arena = arena, .spec = spec, .file = -1, .extra = {.arena = arena}};
    *out = restore;
    restore->file = strcmp(spec->path, "-") == 0 ? dup(STDIN_FILENO) : file_open(spec->path, err);
    if (restore->file >= 0 &&
        reader_begin(&restore->reader, restore->file, spec->path, &spec->key, err) == 0 &&
        judge_schema(restore, err) == 0)
        return 0;
    restore_close(restore);
    *out = NULL;
    return -1;
}

void
restore_close(struct restore *restore)
{
    if (!restore)
        return;
    reader_free(restore->reader);
    if (restore->file >= 0)
        close(restore->file);
    extra_release(&restore->extra);
    free(restore);
}

const struct outer *
restore_outer(const struct restore *restore)
{
    return reader_outer(restore->reader);
}

const struct item_counts *
restore_counts(const struct restore *restore)
{
    return reader_counts(restore->reader);
}

const struct extra *
restore_extra(const struct restore *restore)
{
    return &restore->extra;
}

/* ---- the tables ------------------------------------------------------------------------------------ */

/* Those of the backup's schema, which may be an older one. */
static int
make_tables(struct restore *restore, struct db *db, struct err *err)
{
    const struct restore_spec *spec = restore->spec;
    int schema = (int)restore_outer(restore)->schema, count = 0;
    while (spec->migrations[count].version)
        count++;
    struct migration *list = arena_array(restore->arena, (size_t)count + 1, sizeof *list);
    for (int i = 0, at = 0; i < count; i++)
        if (spec->migrations[i].version <= schema)
            list[at++] = spec->migrations[i];
    return migrate_run_list(db, list, spec->now, NULL, NULL, err);
}

static int
judge_tables(const struct restore *restore, struct db *db, struct err *err)
{
    int schema = (int)restore_outer(restore)->schema, version = migrate_version(db, err);
    if (version < 0 || version == schema)
        return version < 0 ? -1 : 0;
    return err_set(err, ERR_DB,
                   _("%s: has schema %d, and the backup schema %d; restore it into an empty "
                     "database or schema"),
                   db_place(db), version, schema);
}

/* What the migrations wrote, and what was there; the last first, since rows refer to earlier tables. */
static int
clear_tables(const struct restore *restore, struct db *db, struct err *err)
{
    for (int i = restore->tables.count; i-- > 0;)
        if (whole_clear(db, restore->tables.list[i]->place.table, err) < 0)
            return -1;
    return 0;
}

/* ---- rows ------------------------------------------------------------------------------------------ */

static int
misfit(const struct restore *restore, const char *table, struct err *err)
{
    return err_set(err, ERR_DATA, _("%s: table %s is not as schema %u has it; use another copy"),
                   restore->spec->path, table, (unsigned)restore_outer(restore)->schema);
}

/* The table of the database into which rows are to come. */
static struct item_table *
match(struct restore *restore, const struct item_table *given, struct err *err)
{
    for (int i = 0; i < restore->tables.count; i++) {
        if (restore->seen[i] || !tables_same(restore->tables.list[i], given))
            continue;
        restore->seen[i] = true;
        return restore->tables.list[i];
    }
    misfit(restore, given->place.table, err);
    return NULL;
}

/* Rows until the table's end. */
static int
fill_rows(struct restore *restore, struct whole_writer *writer, struct err *err)
{
    struct item item;
    int more;
    while ((more = reader_next(restore->reader, &item, err)) == 1 && item.kind == ITEM_ROW) {
        if (whole_row(writer, item.values, err) < 0)
            return -1;
        if (restore->spec->rows)
            restore->spec->rows(restore->spec->context, ++restore->rows);
    }
    return more < 0 ? -1 : 0;
}

static int
fill_table(struct restore *restore, struct db *db, const struct item_table *given, struct err *err)
{
    struct whole_writer *writer;
    const struct item_table *table = match(restore, given, err);
    if (!table || db_indexes_suspend(db, table->place.table, err) < 0 ||
        whole_begin(&writer, db, table->place.table, table->place.names, table->place.count, err) <
            0)
        return -1;
    int result = fill_rows(restore, writer, err);
    if (result < 0)
        whole_abort(writer);
    else
        result = whole_end(writer, err);
    if (result == 0)
        result = db_indexes_resume(db, table->place.table, err);
    if (result < 0 && err->kind == ERR_DATA && !strstr(err->text, restore->spec->path))
        err_wrap(err, "%s: %s", restore->spec->path, table->place.table);
    return result;
}

static int
fill_all(struct restore *restore, struct db *db, struct err *err)
{
    struct item item;
    int more;
    while ((more = reader_next(restore->reader, &item, err)) == 1) {
        int result = item.kind == ITEM_TABLE ? fill_table(restore, db, item.table, err)
                                             : extra_take(&restore->extra, &item.file, err);
        if (result < 0)
            return -1;
    }
    for (int i = 0; i < restore->tables.count && more == 0; i++)
        if (!restore->seen[i])
            return misfit(restore, restore->tables.list[i]->place.table, err);
    return more;
}

int
restore_fill(struct restore *restore, struct db *db, bool has_tables, struct err *err)
{
    int made = has_tables ? judge_tables(restore, db, err) : make_tables(restore, db, err);
    if (made < 0 || tables_load(&restore->tables, db, restore->arena, err) < 0)
        return -1;
    restore->seen =
        arena_array(restore->arena, (size_t)restore->tables.count + 1, sizeof *restore->seen);
    return clear_tables(restore, db, err) < 0 ? -1 : fill_all(restore, db, err);
}

int
restore_check(struct restore *restore, struct db *db, struct findings *findings, struct err *err)
{
    const struct restore_spec *spec = restore->spec;
    if (verify_database(findings, restore->arena, db, (int)restore_outer(restore)->schema, true,
                        spec->rows, spec->context, err) < 0)
        return -1;
    if (!findings->count || spec->as_is)
        return 0;
    return err_set(err, ERR_DATA,
                   _("%s: its rows do not agree with their log (%s), so nothing was restored; use "
                     "another copy; --as-is restores it nevertheless"),
                   spec->path, findings->first);
}
