#include "backup/backup.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "backup/extra.h"
#include "backup/recovery.h"
#include "backup/shelf.h"
#include "backup/tables.h"
#include "backup/writer.h"
#include "db/migrate.h"
#include "db/sql.h"

struct making {
    struct db *db;
    struct arena *arena;
    const struct backup_spec *spec;
    struct backup_made *made;
    struct outer outer;
    struct shelf shelf;
    struct writer *writer;
    int64_t rows, all;
};

static void
tell(struct making *making, enum backup_phase phase, int64_t done)
{
    if (making->spec->progress)
        making->spec->progress(making->spec->context, phase, done, making->all);
}

/* ---- the database, as it is at one moment ---------------------------------------------------------- */

static int
write_row(void *context, const struct db_value *values, struct err *err)
{
    struct making *making = context;
    tell(making, BACKUP_WRITE, ++making->rows);
    return writer_row(making->writer, values, err);
}

static int
write_tables(struct making *making, struct err *err)
{
    struct tables tables;
    if (tables_load(&tables, making->db, making->arena, err) < 0)
        return -1;
    for (int i = 0; i < tables.count; i++)
        if (writer_table(making->writer, tables.list[i], err) < 0 ||
            tables_scan(making->db, tables.list[i], write_row, making, err) < 0 ||
            writer_table_end(making->writer, err) < 0)
            return -1;
    return 0;
}

static int
write_extras(struct making *making, struct err *err)
{
    const struct backup_spec *spec = making->spec;
    making->made->key = spec->recovery && spec->key;
    if (making->made->key && extra_key(making->writer, spec->key, err) < 0)
        return -1;
    return spec->config ? extra_packs(making->writer, spec->config, err) : 0;
}

static int
read_facts(struct making *making, struct err *err)
{
    struct outer *outer = &making->outer;
    struct db_stmt *stmt;
    int version = migrate_version(making->db, err);
    if (version < 0)
        return -1;
    int found = sql_first(making->db, &stmt, SQL_LOG_IDENTITY, NULL, 0, err);
    if (found < 0)
        return -1;
    struct db_value identity = found ? db_get(stmt, 0) : db_null();
    bool fits = identity.type == DB_TEXT && identity.length <= OUTER_IDENTITY;
    if (fits)
        memcpy(outer->identity, identity.text, identity.length);
    if (found)
        db_finish(stmt);
    if (!fits)
        return err_set(err, ERR_DB, _("%s: has no identity; it is damaged"), db_place(making->db));
    outer->schema = (uint32_t)version;
    outer->at = making->spec->now;
    outer->flags = making->spec->as_is ? OUTER_AS_IS : 0;
    if (sql_first(making->db, &stmt, SQL_BACKUP_ROWS, NULL, 0, err) != 1)
        return -1;
    making->all = db_get_int(stmt, 0);
    db_finish(stmt);
    return 0;
}

static int
write_all(struct making *making, struct err *err)
{
    const struct backup_spec *spec = making->spec;
    unsigned char recovery[BOX_PUBLIC];
    if (spec->recovery && recovery_public(recovery, spec->recovery, err) < 0)
        return -1;
    if (writer_begin(&making->writer, making->shelf.file, making->shelf.unfinished, &making->outer,
                     spec->recovery ? recovery : NULL, spec->version, err) < 0)
        return -1;
    if (write_tables(making, err) < 0 || write_extras(making, err) < 0)
        return -1;
    return writer_end(making->writer, err);
}

/* ---- what was written ------------------------------------------------------------------------------ */

static void
verify_progress(void *context, int64_t rows)
{
    tell(context, BACKUP_VERIFY, rows);
}

/* Damage that shows at once is the disk's. */
static int
read_back(struct making *making, struct err *err)
{
    const struct reader_key key = {writer_key(making->writer), NULL};
    struct verified *verified = &making->made->verified;
    struct shelf *shelf = &making->shelf;
    int file = shelf_reread(shelf, err);
    if (file < 0)
        return -1;
    int result = verify_backup(verified, making->arena, file, shelf->unfinished, &key,
                               verify_progress, making, err);
    close(file);
    if (result < 0 && err->kind == ERR_DATA)
        return err_set(err, ERR_IO,
                       _("%s: what was written does not read back as it was; check the disk; no "
                         "backup was made"),
                       shelf->path);
    if (result < 0)
        return -1;
    const struct item_counts *wrote = writer_counts(making->writer);
    if (memcmp(wrote->digest, verified->counts.digest, HASH_SIZE) != 0 ||
        wrote->rows != verified->counts.rows)
        return err_set(err, ERR_IO,
                       _("%s: what was written does not read back as it was; check the disk; no "
                         "backup was made"),
                       shelf->path);
    return 0;
}

static int
disagree(const struct making *making, const char *first, struct err *err)
{
    return err_set(err, ERR_DB,
                   _("%s: does not agree with its log (%s), so no backup was made; medi-audit "
                     "verify names what was altered; --as-is makes one nevertheless"),
                   db_place(making->db), first);
}

static int
judge(struct making *making, struct err *err)
{
    const struct verified *verified = &making->made->verified;
    if (!verified->findings || making->spec->as_is)
        return 0;
    return disagree(making, verified->first, err);
}

/* What restore would stumble over, before anything is written: chains, tallies, checkpoints. Rows are
 * counted when the copy is read back. */
static int
judge_log(struct making *making, struct err *err)
{
    struct findings findings = {0};
    if (making->spec->as_is)
        return 0;
    if (verify_database(&findings, making->arena, making->db, (int)making->outer.schema, false,
                        NULL, NULL, err) < 0)
        return -1;
    return findings.count ? disagree(making, findings.first, err) : 0;
}

/* ---- all of it ------------------------------------------------------------------------------------- */

static int
make_inside(struct making *making, struct err *err)
{
    const struct backup_spec *spec = making->spec;
    if (read_facts(making, err) < 0 || shelf_begin(&making->shelf, making->arena, spec->path,
                                                   making->outer.identity, spec->keep, err) < 0)
        return -1;
    if (judge_log(making, err) < 0 || write_all(making, err) < 0)
        return -1;
    db_rollback(making->db); /* the snapshot: others need not keep what it saw any longer */
    if (read_back(making, err) < 0 || judge(making, err) < 0)
        return -1;
    making->made->bytes = writer_bytes(making->writer);
    return shelf_put(&making->shelf, &making->made->removed, err);
}

int
backup_make(struct db *db, struct arena *arena, const struct backup_spec *spec,
            struct backup_made *made, struct err *err)
{
    struct making making = {.db = db, .arena = arena, .spec = spec, .made = made};
    making.shelf.file = -1;
    *made = (struct backup_made){0};
    int result = db_begin(db, err) < 0 ? -1 : make_inside(&making, err);
    db_rollback(db);
    shelf_close(&making.shelf);
    writer_free(making.writer);
    secret_wipe(&making.outer, sizeof making.outer);
    return result;
}
