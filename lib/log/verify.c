#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "db/migrate.h"
#include "db/sql.h"
#include "log/shape.h"
#include "log/verify_private.h"

/* ---- findings ---------------------------------------------------------------------------------- */

/* What belongs to no store is of the chain, whatever its row says; a store without a code that can be read is
 * named by its number. */
static const char *
store_code(struct verify *verify, int64_t store_id)
{
    struct err ignored = {0};
    const char *code = "";
    bool whole = false;
    if (store_id < 0)
        return NULL;
    if (store_id == 0)
        return "*";
    if (verify->code ||
        db_prepare(verify->db, &verify->code, sql_get(SQL_LOG_STORE_CODE)->text, &ignored) == 0) {
        db_bind(verify->code, 1, db_int(store_id));
        if (db_step(verify->code, &ignored) == 1)
            whole = verify_text(verify->code, 0, false, &code);
        if (whole)
            code = arena_strdup(&verify->words, code);
        db_reset(verify->code);
    }
    return whole ? code : arena_printf(&verify->words, "#%lld", (long long)store_id);
}

int
verify_tell(struct verify *verify, const struct verify_at *at, struct err *err, const char *format,
            ...)
{
    char detail[ERR_TEXT];
    va_list args;
    if (verify->quiet)
        return 0;
    va_start(args, format);
    vsnprintf(detail, sizeof detail, format, args);
    va_end(args);
    const struct verify_finding finding = {
        .severity = at->warning ? "warning" : "error",
        .store = store_code(verify, at->store_id),
        .subject = at->subject,
        .place = at->place,
        .finding = at->finding,
        .detail = detail[0] ? detail : NULL,
        .of_rows = verify->counting,
    };
    if (at->warning)
        verify->count->warnings++;
    else
        verify->count->errors++;
    int result = verify->options->found(verify->options->context, &finding, err);
    arena_reset(&verify->words);
    return result;
}

int
verify_unreadable(struct verify *verify, int64_t store_id, const char *subject, struct err *err)
{
    struct verify_at at = {store_id, subject, NULL, "unreadable", false};
    if ((err->kind != ERR_DB && err->kind != ERR_DATA) || db_again(verify->db) != DB_NOT_AGAIN)
        return -1;
    struct err why = *err;
    err_clear(err);
    return verify_tell(verify, &at, err, "%s", why.text);
}

/* ---- values of a database that may be anyone's ---------------------------------------------------- */

bool
verify_text(const struct db_stmt *stmt, int column, bool optional, const char **text)
{
    struct db_value value = db_get(stmt, column);
    *text = optional ? NULL : "";
    if (value.type == DB_NULL)
        return optional;
    if (value.type != DB_TEXT || memchr(value.text, '\0', value.length))
        return false;
    *text = value.text;
    return true;
}

bool
verify_entry(const struct db_stmt *stmt, struct chain_entry *entry, unsigned char hash[HASH_SIZE])
{
    const char **const texts[] = {&entry->actor,  &entry->tool,    &entry->verb, &entry->subject,
                                  &entry->detail, &entry->changes, &entry->sets, &entry->run};
    struct db_value bytes = db_get(stmt, 11);
    struct db_value numbers[3];
    bool whole = bytes.type == DB_BYTES && bytes.length == HASH_SIZE;
    for (int i = 0; i < 3; i++) {
        numbers[i] = db_get(stmt, i);
        whole = whole && numbers[i].type == DB_INT;
    }
    entry->store_id = numbers[0].number;
    entry->seq = numbers[1].number;
    entry->at = numbers[2].number;
    whole = whole && entry->store_id >= 0 && entry->seq < INT64_MAX / 4 &&
            entry->seq > -(INT64_MAX / 4);
    for (int i = 0; i < 8; i++)
        whole = verify_text(stmt, 3 + i, i == 4 || i == 5, texts[i]) && whole;
    if (bytes.type == DB_BYTES && bytes.length == HASH_SIZE)
        memcpy(hash, bytes.text, HASH_SIZE);
    else
        memset(hash, 0, HASH_SIZE);
    return whole;
}

/* ---- the run ------------------------------------------------------------------------------------ */

static int
read_identity(struct verify *verify, struct err *err)
{
    struct verify_at at = {-1, "meta", "meta identity", "missing", false};
    struct db_stmt *stmt;
    const char *text = "";
    int found = sql_first(verify->db, &stmt, SQL_LOG_IDENTITY, NULL, 0, err);
    if (found < 0)
        return verify_unreadable(verify, -1, "meta", err);
    bool whole = found == 1 && verify_text(stmt, 0, false, &text);
    verify->identity = arena_strdup(&verify->arena, text);
    if (found == 1)
        db_finish(stmt);
    return whole ? 0 : verify_tell(verify, &at, err, "%s", _("the database has lost its own name"));
}

static int
judge_shape(struct verify *verify, struct err *err)
{
    const struct verify_at at = {-1, "schema", NULL, "changed", false};
    const char *kept, *hash;
    if (shape_kept(&verify->arena, verify->db, &kept, err) < 0 ||
        shape_hash(&verify->arena, verify->db, &hash, err) < 0)
        return verify_unreadable(verify, -1, "schema", err);
    if (!kept || !hash || strcmp(kept, hash) == 0)
        return 0;
    return verify_tell(verify, &at, err, "%s",
                       _("a table, an index or a trigger is not as the tools made it"));
}

int
verify_stage(struct verify *verify, verify_stage_run *run, void *context, struct err *err)
{
    if (db_savepoint(verify->db, "verify", err) < 0)
        return -1;
    int result = run(verify, context, err);
    db_savepoint_rollback(verify->db, "verify");
    return result;
}

static int
walk(struct verify *verify, void *unused, struct err *err)
{
    (void)unused;
    return read_identity(verify, err) < 0 || verify_chains(verify, err) < 0 ? -1 : 0;
}

static int
look_beside(struct verify *verify, void *unused, struct err *err)
{
    (void)unused;
    return judge_shape(verify, err) < 0 || verify_tallies(verify, err) < 0 ? -1 : 0;
}

static int
look_at_checkpoints(struct verify *verify, void *unused, struct err *err)
{
    (void)unused;
    return verify_checkpoints(verify, err);
}

static int
look(struct verify *verify, struct err *err)
{
    const struct verify_options *options = verify->options;
    verify->quiet = !options->log;
    if (verify_stage(verify, walk, NULL, err) < 0)
        return -1;
    verify->quiet = false;
    if (options->log && (verify_stage(verify, look_beside, NULL, err) < 0 ||
                         verify_stage(verify, look_at_checkpoints, NULL, err) < 0))
        return -1;
    verify->counting = true;
    return options->rows ? verify_rows(verify, err) : 0;
}

/* ---- a list of migrations that is not the program's ---------------------------------------------- */

static int
look_at_migrations(struct verify *verify, struct err *err)
{
    verify->quiet = true;
    int result = verify_stage(verify, walk, NULL, err);
    verify->quiet = false;
    verify->counting = true;
    return result < 0 ? -1 : verify_rows_of(verify, "migration", err);
}

/* The database says that it is of another version, or nothing that can be read. Either it is, and is refused;
 * or the list was altered, which the log knows: then the list alone is compared, since by which schema the
 * rest stands is not known. */
static int
look_at_version(struct verify *verify, int version, struct err *refusal, struct err *err)
{
    const struct verify_at at = {-1, "schema", NULL, "changed", false};
    if (look_at_migrations(verify, err) < 0)
        return -1;
    if (verify->count->errors == 0) {
        *err = *refusal;
        return -1;
    }
    verify->counting = false;
    return verify_tell(
        verify, &at, err,
        _("the list of migrations says version %d, this program knows %d; nothing else "
          "was compared"),
        version, migrate_latest());
}

static int
look_at_all(struct verify *verify, struct err *err)
{
    struct err refusal = {0};
    if (verify->options->version || migrate_require(verify->db, &refusal) == 0)
        return look(verify, err);
    if (db_again(verify->db) != DB_NOT_AGAIN) {
        *err = refusal;
        return -1;
    }
    struct err ignored = {0};
    return look_at_version(verify, migrate_version(verify->db, &ignored), &refusal, err);
}

int
verify_run(struct db *db, const struct verify_options *options, struct verify_count *count,
           struct err *err)
{
    struct verify verify = {.db = db, .options = options, .count = count, .identity = ""};
    bool own = !db_in_transaction(db);
    *count = (struct verify_count){0};
    if (own && db_begin(db, err) < 0)
        return -1;
    arena_init(&verify.arena);
    arena_init(&verify.words);
    describe_until(&verify.arena, &verify.tables,
                   options->version ? options->version : migrate_latest());
    verify.held = held_new(&verify.tables);
    int result = look_at_all(&verify, err);
    held_free(verify.held);
    db_finish(verify.code);
    arena_release(&verify.words);
    arena_release(&verify.arena);
    if (own)
        db_rollback(db);
    return result;
}
