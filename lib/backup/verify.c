#include "backup/verify.h"

#include <string.h>

#include "log/verify.h"

struct run {
    struct verified *verified;
    struct arena *arena;
    struct proof *proof;
    verify_rows *rows;
    void *context;
    int64_t row_count;
};

static void
found(void *context, const char *what)
{
    struct run *run = context;
    if (run->verified->findings++ == 0)
        run->verified->first = arena_strdup(run->arena, what);
}

static struct description *
describe(struct arena *arena)
{
    struct description *all = arena_alloc(arena, sizeof *all);
    describe_schema(arena, all);
    return all;
}

static void
count_row(struct run *run)
{
    if (run->rows)
        run->rows(run->context, ++run->row_count);
}

/* ---- a backup -------------------------------------------------------------------------------------- */

enum { LIST_STEP = 64 };

static void
note_table(struct run *run, const char *name)
{
    struct verified *verified = run->verified;
    if (verified->table_count % LIST_STEP == 0) {
        struct verify_table *grown =
            arena_array(run->arena, (size_t)verified->table_count + LIST_STEP, sizeof *grown);
        if (verified->table_count)
            memcpy(grown, verified->tables, (size_t)verified->table_count * sizeof *grown);
        verified->tables = grown;
    }
    verified->tables[verified->table_count++].name = arena_strdup(run->arena, name);
}

static void
note_file(struct run *run, const struct item_file *file)
{
    struct verified *verified = run->verified;
    if (verified->file_count % LIST_STEP == 0) {
        const char **grown =
            arena_array(run->arena, (size_t)verified->file_count + LIST_STEP, sizeof *grown);
        if (verified->file_count)
            memcpy(grown, verified->files, (size_t)verified->file_count * sizeof *grown);
        verified->files = grown;
    }
    verified->files[verified->file_count++] =
        arena_strdup(run->arena, file->kind == ITEM_FILE_KEY ? "" : file->name);
}

static void
take(struct run *run, const struct item *item)
{
    switch (item->kind) {
    case ITEM_TABLE:
        note_table(run, item->table->place.table);
        proof_table(run->proof, item->table);
        break;
    case ITEM_ROW:
        proof_row(run->proof, item->values);
        count_row(run);
        break;
    case ITEM_TABLE_END:
        run->verified->tables[run->verified->table_count - 1].rows = item->rows;
        proof_table_end(run->proof);
        break;
    default:
        note_file(run, &item->file);
    }
}

int
verify_backup(struct verified *verified, struct arena *arena, int file, const char *path,
              const struct reader_key *key, verify_rows *rows, void *context, struct err *err)
{
    struct run run = {verified, arena, NULL, rows, context, 0};
    struct reader *reader;
    struct item item;
    int more;
    *verified = (struct verified){0};
    if (reader_begin(&reader, file, path, key, err) < 0)
        return -1;
    verified->outer = *reader_outer(reader);
    verified->version = arena_strdup(arena, reader_version(reader));
    run.proof = proof_new(verified->outer.identity, describe(arena), found, &run);
    while ((more = reader_next(reader, &item, err)) == 1)
        take(&run, &item);
    if (more == 0) {
        proof_end(run.proof);
        verified->counts = *reader_counts(reader);
    }
    proof_free(run.proof);
    reader_free(reader);
    return more;
}

/* ---- a database ------------------------------------------------------------------------------------ */

struct judging {
    struct findings *findings;
    struct arena *arena;
    verify_rows *progress;
    void *context;
};

static int
find(void *context, const struct verify_finding *finding, struct err *err)
{
    struct judging *judging = context;
    (void)err;
    if (strcmp(finding->severity, "error") != 0 || judging->findings->count++ > 0)
        return 0;
    judging->findings->first =
        arena_printf(judging->arena, "%s%s%s%s%s: %s", finding->store ? finding->store : "",
                     finding->store ? " " : "", finding->subject, finding->place ? ", " : "",
                     finding->place ? finding->place : "", finding->finding);
    return 0;
}

static void
see_rows(void *context, int64_t rows, int64_t of)
{
    const struct judging *judging = context;
    (void)of;
    if (judging->progress)
        judging->progress(judging->context, rows);
}

int
verify_database(struct findings *findings, struct arena *arena, struct db *db, int schema,
                bool rows, verify_rows *progress, void *context, struct err *err)
{
    struct judging judging = {findings, arena, progress, context};
    struct verify_count count;
    const struct verify_options options = {.log = true,
                                           .rows = rows,
                                           .version = schema,
                                           .found = find,
                                           .progress = see_rows,
                                           .context = &judging};
    *findings = (struct findings){0};
    return verify_run(db, &options, &count, err);
}
