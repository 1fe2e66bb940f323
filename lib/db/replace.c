#include "db/replace.h"

#include <stdlib.h>

#include "db/migrate.h"
#include "db/replace_file.h"

struct replace {
    struct arena arena;
    struct db *db;
    bool in_file, has_tables, taken, done;
    struct replace_file file;
};

static int
open_build(struct replace *replace, bool create, struct err *err)
{
    const struct db_options options = {.create = create, .bulk = create, .apart = create};
    if (db_open(&replace->db, replace->file.build, DB_ADMIN, &options, err) < 0 ||
        (!create && db_script(replace->db, "PRAGMA journal_mode=WAL", err) < 0))
        return -1;
    return db_begin(replace->db, err);
}

static int
begin_file(struct replace *replace, const char *place, const struct replace_options *options,
           struct err *err)
{
    replace->in_file = true;
    if (replace_file_take(&replace->file, &replace->arena, place, options, err) < 0)
        return -1;
    replace->taken = true;
    return open_build(replace, true, err);
}

/* ---- a server -------------------------------------------------------------------------------------- */

static int
judge_tables(struct replace *replace, const struct replace_options *options, struct err *err)
{
    int version = migrate_version(replace->db, err);
    if (version < 0)
        return -1;
    replace->has_tables = version > 0;
    if (!replace->has_tables || options->force)
        return 0;
    return err_set(err, ERR_DB,
                   _("%s: there is a database already, and it is left as it is; --force puts the "
                     "backup in its place"),
                   db_place(replace->db));
}

/* With --force first as one that is there. */
static int
begin_server(struct replace *replace, const char *url, const struct replace_options *options,
             struct err *err)
{
    struct db_options how = {.wait_ms = options->wait_ms, .create = !options->force};
    struct err first = {0};
    if (options->force && db_open(&replace->db, url, DB_ADMIN, &how, &first) < 0)
        how.create = true;
    if (!replace->db && db_open(&replace->db, url, DB_ADMIN, &how, err) < 0)
        return -1;
    if (db_begin(replace->db, err) < 0)
        return -1;
    return judge_tables(replace, options, err);
}

/* ---- all of them ----------------------------------------------------------------------------------- */

int
replace_begin(struct replace **out, const char *url, const struct replace_options *options,
              struct err *err)
{
    struct replace *replace = mem_alloc(sizeof *replace);
    const char *place = db_file(url);
    *replace = (struct replace){.file = {.folder = -1, .lock = -1}};
    arena_init(&replace->arena);
    *out = replace;
    int result =
        place ? begin_file(replace, place, options, err) : begin_server(replace, url, options, err);
    if (result == 0)
        return 0;
    replace_close(replace);
    *out = NULL;
    return -1;
}

struct db *
replace_db(struct replace *replace)
{
    return replace->db;
}

bool
replace_has_tables(const struct replace *replace)
{
    return replace->has_tables;
}

int
replace_reopen(struct replace *replace, struct err *err)
{
    if (!replace->in_file)
        return 0;
    if (db_commit(replace->db, err) < 0)
        return -1;
    db_close(replace->db);
    replace->db = NULL;
    return open_build(replace, false, err);
}

int
replace_end(struct replace *replace, const char **kept, struct err *err)
{
    if (kept)
        *kept = replace->file.kept;
    if (db_commit(replace->db, err) < 0)
        return -1;
    db_close(replace->db);
    replace->db = NULL;
    if (replace->in_file && replace_file_put(&replace->file, err) < 0)
        return -1;
    replace->done = true;
    return 0;
}

void
replace_close(struct replace *replace)
{
    if (!replace)
        return;
    db_close(replace->db);
    if (replace->taken && !replace->done)
        replace_file_drop(&replace->file);
    replace_file_release(&replace->file);
    arena_release(&replace->arena);
    free(replace);
}
