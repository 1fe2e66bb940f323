/* Backups of databases and databases from backups: what is copied, what is refused, what stays as it was. */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "backup/backup.h"
#include "backup/file.h"
#include "backup/recovery.h"
#include "backup/restore.h"
#include "backup/shelf.h"
#include "db/replace.h"
#include "log/log.h"
#include "scratch.h"

Suite *restore_suite(void);

enum { NOW = 1790000000 };

static struct scratch scratch;
static struct arena arena;
static struct err err;
static struct backup_made made;
static const char *source; /* the database that is copied */
static const struct migration *known = migrations;

static const char people[] =
    "INSERT INTO store (id, code, name, zone) VALUES (1, 'S01', '徐汇店', 'Asia/Shanghai'),"
    " (2, 'S02', '静安店', 'Asia/Shanghai');"
    "INSERT INTO client (id, code, store_id, channel_id, created_on, class) VALUES"
    " (1, 'C1', 1, 0, 20000, 'client'), (2, 'C2', 2, 0, 20001, 'client');"
    "INSERT INTO visit (store_id, id, code, client_id, arrived_at, day, purpose, status) VALUES"
    " (1, 1, 'V1', 1, 1750000000, 20254, 'consult', 'finished'),"
    " (1, 2, 'V2', 2, 1750000100, 20254, 'consult', 'finished'),"
    " (2, 1, 'V3', 2, 1750000200, 20254, 'other', 'planned')";

/* ---- databases ------------------------------------------------------------------------------------- */

static void
write_logged(struct db *db, const char *sql, bool first)
{
    struct log *log;
    const struct log_entry entry = {0, NOW, "tester", "medi-test", "test", "rows", NULL};
    OK(db_begin(db, &err));
    OK(log_open(&log, db, &err));
    if (first)
        OK(log_recount(log, &err));
    OK(db_script(db, sql, &err));
    OK(log_add(log, &entry, &err));
    OK(db_commit(db, &err));
    log_close(log);
}

static void
setup_as(enum engine engine)
{
    struct db *db;
    scratch_engine = engine;
    arena_init(&arena);
    err_clear(&err);
    scratch_database(&scratch, "");
    source = arena_strdup(&arena, scratch.file);
    OK(db_open(&db, source, DB_WRITE, NULL, &err));
    write_logged(db, people, true);
    db_close(db);
}

static void
setup(void)
{
    setup_as(SQLITE);
}

static void
setup_postgres(void)
{
    setup_as(POSTGRES);
}

static void
teardown(void)
{
    arena_release(&arena);
    scratch_remove(&scratch);
}

static const char *
file_named(const char *name)
{
    return arena_strdup(&arena, scratch_file(&scratch, name));
}

static int
copy_file(const char *from, const char *to)
{
    struct str text = STR_INIT;
    int result = file_load(&text, from, 1 << 26, &err);
    if (result == 0)
        result = file_make(to, 0600, text.text, text.length, &err);
    str_release(&text);
    return result;
}

/* Behind the tools' back. */
static void
tamper(const char *url, const char *sql)
{
    struct db *db;
    OK(db_open(&db, url, DB_ADMIN, NULL, &err));
    OK(db_script(db, sql, &err));
    db_close(db);
}

static int64_t
ask(const char *url, const char *sql)
{
    struct db *db;
    OK(db_open(&db, url, DB_READ, NULL, &err));
    int64_t number = scratch_number(db, sql);
    db_close(db);
    return number;
}

static int
back_up_as(const char *url, const struct backup_spec *spec)
{
    struct db *db;
    const struct db_options wait = {.wait_ms = 5000};
    err_clear(&err);
    OK(db_open(&db, url, DB_READ, &wait, &err));
    int result = backup_make(db, &arena, spec, &made, &err);
    db_close(db);
    return result;
}

static int
back_up(const char *path, int64_t keep)
{
    const struct backup_spec spec = {.path = path, .keep = keep, .now = NOW, .version = "1"};
    return back_up_as(source, &spec);
}

/* As the program does it, but for the entry in the log. */
static int
restore(const char *path, const char *url, bool force, bool as_is, const char **kept)
{
    struct restore *restoring = NULL;
    struct replace *replace = NULL;
    struct findings findings;
    const struct restore_spec spec = {
        .path = path, .as_is = as_is, .migrations = known, .now = NOW};
    const struct replace_options options = {force, 300, NOW};
    int result = -1;
    err_clear(&err);
    if (restore_open(&restoring, &arena, &spec, &err) == 0 &&
        replace_begin(&replace, url, &options, &err) == 0 &&
        restore_fill(restoring, replace_db(replace), replace_has_tables(replace), &err) == 0 &&
        replace_reopen(replace, &err) == 0 &&
        restore_check(restoring, replace_db(replace), &findings, &err) == 0) {
        result = replace_end(replace, kept, &err);
        if (result == 0 && kept && *kept)
            *kept = arena_strdup(&arena, *kept);
    }
    replace_close(replace);
    restore_close(restoring);
    return result;
}

/* The hash of all that a database holds. */
static const char *
content_of(const char *url)
{
    char *hex = arena_alloc(&arena, 2 * HASH_SIZE + 1);
    const char *path = file_named("content");
    const struct backup_spec spec = {.path = path, .now = NOW, .version = "1", .as_is = true};
    ck_assert_msg(back_up_as(url, &spec) == 0, "%s", err.text);
    for (int i = 0; i < HASH_SIZE; i++)
        snprintf(hex + 2 * i, 3, "%02x", made.verified.counts.digest[i]);
    unlink(path);
    return hex;
}

#define REFUSED(call, wanted, words)                                                               \
    do {                                                                                           \
        ck_assert_int_eq((call), -1);                                                              \
        ck_assert_msg(err.kind == (wanted) && strstr(err.text, (words)), "kind %d: %s",            \
                      (int)err.kind, err.text);                                                    \
    } while (0)

/* ---- there and back -------------------------------------------------------------------------------- */

START_TEST(a_restored_database_is_the_same)
{
    const char *path = file_named("b"), *url = file_named("new.db"), *kept = "x";
    const char *before = content_of(source);
    struct stat status;
    OK(back_up(path, 0));
    ck_assert_int_eq(made.verified.findings, 0);
    ck_assert_int_eq(stat(path, &status), 0);
    ck_assert_int_eq(status.st_mode & 07777, 0600);
    ck_assert_int_eq(status.st_size, made.bytes);
    OK(restore(path, url, false, false, &kept));
    ck_assert_ptr_null(kept);
    ck_assert_str_eq(content_of(url), before);
    ck_assert_int_eq(stat(url, &status), 0);
    ck_assert_int_eq(status.st_mode & 07777, 0600);
    ck_assert_int_eq(access(arena_printf(&arena, "%s.restoring", url), F_OK), -1);
    struct db *db; /* it goes on where the other stood: chains, sets and ids */
    OK(db_open(&db, url, DB_WRITE, NULL, &err));
    write_logged(db, "UPDATE visit SET note = 'x' WHERE store_id = 2", false);
    db_close(db);
    ck_assert_str_ne(content_of(url), before);
    ck_assert_int_eq(made.verified.findings, 0);
    ck_assert_int_eq(ask(url, "SELECT count(*) FROM visit"), 3);
}
END_TEST

/* Into the other engine and back: nothing of either is in a backup. */
START_TEST(engines_do_not_matter)
{
    struct scratch other;
    const char *path = file_named("b"), *again = file_named("c"), *back = file_named("back.db");
    const char *before = content_of(source);
    OK(back_up(path, 0));
    scratch_engine = scratch_engine == SQLITE ? POSTGRES : SQLITE;
    scratch_make(&other);
    const char *url = arena_strdup(&arena, other.file);
    OK(restore(path, url, false, false, NULL));
    ck_assert_str_eq(content_of(url), before);
    const struct backup_spec spec = {.path = again, .now = NOW, .version = "1"};
    ck_assert_msg(back_up_as(url, &spec) == 0, "%s", err.text);
    OK(restore(again, back, false, false, NULL));
    ck_assert_str_eq(content_of(back), before);
    REFUSED(restore(path, url, false, false, NULL), ERR_DB, "left as it is");
    tamper(url, "DELETE FROM visit");
    OK(restore(path, url, true, false, NULL));
    ck_assert_str_eq(content_of(url), before);
    scratch_remove(&other);
}
END_TEST

/* A writer in the midst of it is not seen, one before it is. */
START_TEST(a_backup_is_of_one_moment)
{
    struct db *reader, *writer;
    const char *path = file_named("b"), *url = file_named("new.db");
    const struct backup_spec spec = {.path = path, .now = NOW, .version = "1"};
    OK(db_open(&reader, source, DB_READ, NULL, &err));
    OK(db_open(&writer, source, DB_WRITE, NULL, &err));
    OK(db_begin(writer, &err)); /* not committed until the backup is made */
    OK(db_script(writer, "UPDATE visit SET note = 'later'", &err));
    OK(backup_make(reader, &arena, &spec, &made, &err));
    ck_assert(!db_in_transaction(reader));
    OK(db_commit(writer, &err));
    db_close(writer);
    db_close(reader);
    OK(restore(path, url, false, false, NULL));
    ck_assert_int_eq(ask(url, "SELECT count(*) FROM visit WHERE note IS NOT NULL"), 0);
}
END_TEST

START_TEST(packs_and_key_are_in_it)
{
    const char *id, *path = file_named("b"), *config = file_named("conf"), *out = file_named("out");
    const char *key = file_named("master"), *recovery = file_named("r");
    struct restore *restoring;
    struct err ignored;
    OK(recovery_make(&arena, recovery, &id, &err));
    OK(file_make(key, 0400, "the key\n", 8, &err));
    mkdir(config, 0700);
    mkdir(arena_printf(&arena, "%s/kinds", config), 0700);
    OK(file_make(arena_printf(&arena, "%s/kinds/visits.yaml", config), 0600, "a: 1\n", 5, &err));
    OK(file_make(arena_printf(&arena, "%s/notes.txt", config), 0600, "no", 2, &err));
    OK(file_make(arena_printf(&arena, "%s/.hidden.yaml", config), 0600, "no", 2, &err));
    struct backup_spec spec = {
        .path = path, .now = NOW, .version = "1", .config = config, .key = key};
    OK(back_up_as(source, &spec)); /* for no recovery key, so without the master key */
    ck_assert_int_eq(made.verified.file_count, 1);
    ck_assert_str_eq(made.verified.files[0], "kinds/visits.yaml");
    ck_assert(!made.key);
    unlink(path);
    spec.recovery = file_named("r.pub");
    OK(back_up_as(source, &spec));
    ck_assert_int_eq(made.verified.file_count, 2);
    ck_assert(made.key);
    struct restore_spec how = {
        .path = path, .key = {NULL, recovery}, .migrations = migrations, .now = NOW};
    struct replace *replace;
    const struct replace_options options = {.now = NOW};
    OK(restore_open(&restoring, &arena, &how, &err));
    OK(replace_begin(&replace, file_named("new.db"), &options, &err));
    OK(restore_fill(restoring, replace_db(replace), false, &err));
    replace_close(replace);
    ck_assert_int_eq(access(file_named("new.db"), F_OK), -1);
    const struct extra *extra = restore_extra(restoring);
    ck_assert_uint_eq(extra->key_length, 8);
    ck_assert_int_eq(extra_is_key(extra, key, &err), 1);
    FAILS(extra_put_key(extra, key, &err), ERR_IO, "exists already");
    OK(extra_put_packs(extra, out, &err));
    ck_assert_int_eq(access(arena_printf(&arena, "%s/kinds/visits.yaml", out), R_OK), 0);
    ck_assert_int_eq(extra_put_packs(extra, out, &ignored), -1);
    restore_close(restoring);
    ck_assert_int_eq(system(arena_printf(&arena, "rm -r %s %s", config, out)), 0);
}
END_TEST

START_TEST(a_pack_stays_in_its_directory)
{
    static const char *const names[] = {
        "../x.yaml", "/x.yaml", "a/../../x.yaml", "a//x.yaml", "./x.yaml", "", "a/", ".x.yaml"};
    struct extra extra = {.arena = &arena};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const struct item_file file = {ITEM_FILE_PACK, names[i], db_text("x")};
        FAILS(extra_take(&extra, &file, &err), ERR_DATA, "a name that none can have");
    }
    extra_release(&extra);
}
END_TEST

/* ---- rows and log ---------------------------------------------------------------------------------- */

START_TEST(what_was_altered_is_found)
{
    static const struct {
        const char *sql, *words;
    } list[] = {
        {"UPDATE visit SET note = 'x' WHERE store_id = 1 AND id = 2",
         "visit, store 1: a row is not as the log holds it"},
        {"DELETE FROM visit WHERE store_id = 2", "visit, store 2: 0 rows, and the log holds 1"},
        {"UPDATE client SET class = 'test' WHERE id = 1", "client, store 0: a row is not as"},
        {"INSERT INTO item (id, code, name, kind, unit, storage) VALUES (1, 'I', 'i', 'drug', 'U',"
         " 'cold')",
         "item, store 0: rows of which the log says nothing"},
        {"UPDATE log SET actor = 'nobody' WHERE store_id = 1",
         "log, store 1: entry 1 was changed, or one before it is missing"},
        {"DELETE FROM log WHERE store_id = 0", "log, store 0: its last entry is not the one"},
        {"DELETE FROM chain WHERE store_id = 2", "log, store 2: its chain has no end"},
        {"UPDATE chain SET seq = 9 WHERE store_id = 2", "log, store 2: its last entry is not"},
        {"UPDATE log SET seq = 2 WHERE store_id = 2", "log, store 2: entry 2 where 1 was to be"},
        {"UPDATE tally SET count = 7 WHERE store_id = 1 AND name = 'visit'",
         "tally, store 1: visit is not as the log holds it"},
        {"UPDATE tally SET state = CAST('' AS BLOB) WHERE store_id = 1 AND name = 'visit'",
         "tally, store 1: a row is not well-formed"},
        {"UPDATE meta SET value = 'other' WHERE name = 'identity'", "log, store 0: entry 1"},
    };
    const char *path = file_named("b"), *url = file_named("new.db");
    const char *before = arena_strdup(&arena, source);
    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++) {
        const char *copy = arena_printf(&arena, "%s.%zu", before, i);
        OK(copy_file(before, copy));
        tamper(copy, list[i].sql);
        source = copy;
        REFUSED(back_up(path, 0), ERR_DB, "does not agree with its log");
        ck_assert_int_eq(access(path, F_OK), -1);
        ck_assert_int_eq(access(arena_printf(&arena, "%s.unfinished", path), F_OK), -1);
        const struct backup_spec spec = {.path = path, .now = NOW, .version = "1", .as_is = true};
        ck_assert_msg(back_up_as(source, &spec) == 0, "%s", err.text);
        ck_assert_int_ge(made.verified.findings, 1);
        ck_assert_msg(strstr(made.verified.first, list[i].words), "%s", made.verified.first);
        ck_assert(made.verified.outer.flags & OUTER_AS_IS);
        REFUSED(restore(path, url, false, false, NULL), ERR_DATA, "do not agree with their log");
        ck_assert_int_eq(access(url, F_OK), -1);
        OK(restore(path, url, false, true, NULL));
        unlink(path);
        unlink(url);
    }
}
END_TEST

/* What is not of the rows: a backup that restore would refuse is not made. */
START_TEST(a_false_checkpoint_is_found)
{
    const char *path = file_named("b"), *url = file_named("new.db");
    tamper(source, "INSERT INTO checkpoint (number, at, note) VALUES (1, 5, 'none')");
    REFUSED(back_up(path, 0), ERR_DB, "does not agree with its log (checkpoint");
    const struct backup_spec spec = {.path = path, .now = NOW, .version = "1", .as_is = true};
    ck_assert_int_eq(back_up_as(source, &spec), 0);
    REFUSED(restore(path, url, false, false, NULL), ERR_DATA, "do not agree with their log");
    OK(restore(path, url, false, true, NULL));
}
END_TEST

/* ---- schemas --------------------------------------------------------------------------------------- */

START_TEST(schemas_are_compared)
{
    const char *path = file_named("b"), *url = file_named("new.db");
    struct migration older[3] = {migrations[0], {0}}, newer[64] = {{0}};
    int count = 0;
    struct db *db;
    OK(back_up(path, 0));
    known = older;
    REFUSED(restore(path, url, false, false, NULL), ERR_DATA, "made by a newer medi");
    for (; migrations[count].version; count++)
        newer[count] = migrations[count];
    newer[count] = (struct migration){migrations[count - 1].version + 1, "next",
                                      "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT"};
    known = newer; /* an older backup, into an older schema */
    OK(restore(path, url, false, false, NULL));
    OK(db_open(&db, url, DB_ADMIN, NULL, &err));
    ck_assert_int_eq(migrate_version(db, &err), migrations[count - 1].version);
    OK(migrate_run_list(db, newer, NOW, NULL, NULL, &err));
    db_close(db);
    known = migrations;
}
END_TEST

/* ---- the place ------------------------------------------------------------------------------------- */

START_TEST(what_is_there_is_kept)
{
    const char *path = file_named("b"), *url = file_named("new.db"), *kept;
    const char *before = content_of(source);
    OK(back_up(path, 0));
    OK(restore(path, url, false, false, NULL));
    REFUSED(restore(path, url, false, false, NULL), ERR_DB, "exists already");
    tamper(url, "UPDATE visit SET note = 'mine'");
    OK(restore(path, url, true, false, &kept));
    ck_assert_str_eq(kept, arena_printf(&arena, "%s.before-20260921T141320Z", url));
    ck_assert_str_eq(content_of(url), before);
    ck_assert_int_eq(ask(kept, "SELECT count(*) FROM visit WHERE note = 'mine'"), 3);
    OK(restore(path, url, true, false, &kept));
    ck_assert_str_eq(kept, arena_printf(&arena, "%s.before-20260921T141320Z-2", url));
}
END_TEST

/* What is beside a file that is replaced belongs to it, not to the next. */
START_TEST(a_log_beside_goes_with_its_file)
{
    const char *path = file_named("b"), *url = file_named("new.db"), *kept;
    const char *wal = arena_printf(&arena, "%s-wal", url);
    const char *before = content_of(source);
    OK(back_up(path, 0));
    OK(file_make(wal, 0600, "stale", 5, &err));
    REFUSED(restore(path, url, false, false, NULL), ERR_DB, "left of another database");
    OK(restore(path, url, true, false, &kept));
    ck_assert_int_eq(access(wal, F_OK), -1);
    ck_assert_int_eq(access(arena_printf(&arena, "%s-wal", kept), F_OK), 0);
    ck_assert_str_eq(content_of(url), before);
    unlink(url); /* a file that is no database, and its log */
    unlink(wal);
    OK(file_make(url, 0600, "not a database", 14, &err));
    OK(file_make(wal, 0600, "stale", 5, &err));
    OK(restore(path, url, true, false, &kept));
    ck_assert_int_eq(access(wal, F_OK), -1);
    ck_assert_str_eq(content_of(url), before);
}
END_TEST

/* What a writer committed and was killed over stands in the log beside; it is in what is kept. */
START_TEST(a_killed_writers_work_is_kept)
{
    const char *path = file_named("b"), *url = file_named("new.db"), *kept;
    OK(back_up(path, 0));
    OK(restore(path, url, false, false, NULL));
    pid_t child = fork();
    if (child == 0) {
        struct db *db;
        if (db_open(&db, url, DB_WRITE, NULL, &err) == 0 && db_begin(db, &err) == 0 &&
            db_script(db, "UPDATE visit SET note = 'committed'", &err) == 0 &&
            db_commit(db, &err) == 0)
            _exit(7); /* without closing */
        _exit(1);
    }
    int status;
    waitpid(child, &status, 0);
    ck_assert_int_eq(WEXITSTATUS(status), 7);
    ck_assert_int_eq(access(arena_printf(&arena, "%s-wal", url), F_OK), 0);
    OK(restore(path, url, true, false, &kept));
    ck_assert_int_eq(ask(kept, "SELECT count(*) FROM visit WHERE note = 'committed'"), 3);
    ck_assert_int_eq(ask(url, "SELECT count(*) FROM visit WHERE note = 'committed'"), 0);
}
END_TEST

START_TEST(a_database_in_use_is_left_alone)
{
    const char *path = file_named("b");
    const char *before = content_of(source);
    struct db *db;
    OK(back_up(path, 0));
    OK(db_open(&db, source, DB_READ, NULL, &err)); /* it only looks, and not even now */
    REFUSED(restore(path, source, true, false, NULL), ERR_BUSY, "is in use");
    db_close(db);
    ck_assert_str_eq(content_of(source), before);
    OK(restore(path, source, true, false, NULL));
}
END_TEST

/* While one is being built nobody comes in, and another is turned away. */
START_TEST(one_at_a_time)
{
    const char *path = file_named("b");
    const struct replace_options options = {.force = true, .now = NOW};
    const struct db_options brief = {.wait_ms = 100};
    struct replace *replace;
    struct db *db;
    OK(back_up(path, 0));
    OK(replace_begin(&replace, source, &options, &err));
    REFUSED(restore(path, source, true, false, NULL), ERR_BUSY, "another program is putting");
    FAILS(db_open(&db, source, DB_READ, &brief, &err), ERR_BUSY, "busy");
    replace_close(replace);
    OK(db_open(&db, source, DB_READ, &brief, &err));
    db_close(db);
}
END_TEST

/* Who opened the old file before it was replaced, and looked at it only afterwards, has the new one. */
START_TEST(who_waits_gets_the_new_one)
{
    const char *path = file_named("b");
    const struct replace_options options = {.force = true, .now = NOW};
    struct replace *replace;
    int status;
    OK(back_up(path, 0));
    const struct restore_spec spec = {.path = path, .migrations = migrations, .now = NOW};
    struct restore *restoring;
    pid_t child = fork(); /* before the locks, which it would share */
    if (child == 0) {
        const struct db_options patient = {.wait_ms = 20000};
        struct db *db;
        usleep(300000);
        if (db_open(&db, source, DB_WRITE, &patient, &err) == 0 && db_begin(db, &err) == 0 &&
            db_script(db, "UPDATE visit SET note = 'waited'", &err) == 0 &&
            db_commit(db, &err) == 0)
            _exit(7);
        _exit(1);
    }
    OK(restore_open(&restoring, &arena, &spec, &err));
    OK(replace_begin(&replace, source, &options, &err));
    usleep(700000);
    OK(restore_fill(restoring, replace_db(replace), false, &err));
    OK(replace_end(replace, NULL, &err));
    replace_close(replace);
    restore_close(restoring);
    waitpid(child, &status, 0);
    ck_assert_int_eq(WEXITSTATUS(status), 7);
    ck_assert_int_eq(ask(source, "SELECT count(*) FROM visit WHERE note = 'waited'"), 3);
}
END_TEST

/* ---- generations ----------------------------------------------------------------------------------- */

static int
files_like(const char *begin)
{
    int count = 0;
    DIR *folder = opendir(scratch.folder);
    for (struct dirent *entry; (entry = readdir(folder));)
        count += strncmp(entry->d_name, begin, strlen(begin)) == 0;
    closedir(folder);
    return count;
}

static int
back_up_at(const char *path, int64_t keep, int64_t now)
{
    const struct backup_spec spec = {.path = path, .keep = keep, .now = now, .version = "1"};
    return back_up_as(source, &spec);
}

START_TEST(generations_are_kept)
{
    const char *path = file_named("b");
    struct outer outer;
    for (int i = 0; i < 6; i++) {
        OK(back_up_at(path, 3, NOW + i * 86400));
        ck_assert_int_eq(files_like("b"), i < 3 ? i + 1 : 3);
        ck_assert_int_eq(made.removed, i < 3 ? 0 : 1);
        OK(outer_read_file(&outer, path, &err));
        ck_assert_int_eq(outer.at, NOW + i * 86400);
    }
    ck_assert_int_eq(access(file_named("b.20260924T141320Z"), F_OK), 0);
    ck_assert_int_eq(access(file_named("b.20260925T141320Z"), F_OK), 0);
    for (int i = 0; i < 6; i++) /* of one second: the last ones stay */
        OK(back_up_at(path, 3, NOW + 900000));
    ck_assert_int_eq(files_like("b"), 3);
    ck_assert_int_eq(access(file_named("b.20261002T001320Z-4"), F_OK), 0);
    ck_assert_int_eq(access(file_named("b.20261002T001320Z-5"), F_OK), 0);
    OK(back_up_at(path, 1, NOW + 900000));
    ck_assert_int_eq(files_like("b"), 1);
    REFUSED(back_up(path, 0), ERR_IO, "--keep N");
}
END_TEST

/* Only its own: another name, another database, a file that is no backup, a link. */
START_TEST(nothing_else_is_removed)
{
    const char *path = file_named("b");
    OK(back_up_at(path, 1, NOW));
    scratch_write(&scratch, "b.20200101T000000Z", "mine");
    OK(copy_file(path, file_named("b.monthly")));
    OK(copy_file(path, file_named("b.20200102T000000Z.old")));
    OK(copy_file(path, file_named("bb.20200102T000000Z")));
    ck_assert_int_eq(symlink(path, file_named("b.20200104T000000Z")), 0);
    OK(copy_file(path, file_named("b.20200103T000000Z")));
    OK(back_up_at(path, 1, NOW + 1));
    ck_assert_int_eq(made.removed, 2); /* the one of 2020-01-03, and the one before this */
    ck_assert_int_eq(access(file_named("b.20200101T000000Z"), F_OK), 0);
    ck_assert_int_eq(access(file_named("b.monthly"), F_OK), 0);
    ck_assert_int_eq(access(file_named("b.20200102T000000Z.old"), F_OK), 0);
    ck_assert_int_eq(access(file_named("bb.20200102T000000Z"), F_OK), 0);
    ck_assert_int_eq(access(file_named("b.20200104T000000Z"), F_OK), 0);
    ck_assert_int_eq(access(file_named("b.20200103T000000Z"), F_OK), -1);
}
END_TEST

START_TEST(what_is_in_the_way_stays)
{
    const char *path = file_named("b");
    struct db *db;
    mkdir(path, 0700);
    REFUSED(back_up(path, 2), ERR_IO, "a directory");
    rmdir(path);
    scratch_write(&scratch, "b", "mine");
    REFUSED(back_up(path, 2), ERR_IO, "is no backup");
    unlink(path);
    scratch_write(&scratch, "b.unfinished", "mine");
    REFUSED(back_up(path, 2), ERR_IO, "in the way");
    unlink(file_named("b.unfinished"));
    ck_assert_int_eq(symlink("elsewhere", file_named("b.unfinished")), 0);
    REFUSED(back_up(path, 2), ERR_IO, "cannot be written");
    unlink(file_named("b.unfinished"));
    OK(back_up(path, 2));
    OK(db_open(&db, source, DB_WRITE, NULL, &err));
    OK(db_script(db, "UPDATE meta SET value = 'another' WHERE name = 'identity'", &err));
    db_close(db);
    REFUSED(back_up(path, 2), ERR_IO, "of another database");
    REFUSED(back_up(file_named("none/b"), 2), ERR_IO, "No such file");
    REFUSED(back_up(arena_printf(&arena, "%s/", scratch.folder), 2), ERR_USAGE, "not a directory");
}
END_TEST

/* One that was killed leaves its file, which the next one takes; one that is at work is left alone. */
START_TEST(unfinished_ones)
{
    const char *path = file_named("b"), *unfinished = file_named("b.unfinished");
    struct shelf shelf;
    OK(back_up(path, 0));
    OK(copy_file(path, unfinished));
    OK(back_up_at(path, 2, NOW + 1));
    ck_assert_int_eq(files_like("b"), 2);
    OK(shelf_begin(&shelf, &arena, path, "scratch", 2, &err));
    REFUSED(back_up(path, 2), ERR_BUSY, "another program is writing");
    shelf_close(&shelf);
    ck_assert_int_eq(access(unfinished, F_OK), -1);
    OK(back_up(path, 2));
}
END_TEST

Suite *
restore_suite(void)
{
    Suite *suite = suite_create("restore");
    TCase *tcase = tcase_create("restore");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_set_timeout(tcase, 120);
    tcase_add_test(tcase, a_restored_database_is_the_same);
    tcase_add_test(tcase, a_backup_is_of_one_moment);
    tcase_add_test(tcase, packs_and_key_are_in_it);
    tcase_add_test(tcase, a_pack_stays_in_its_directory);
    tcase_add_test(tcase, what_was_altered_is_found);
    tcase_add_test(tcase, a_false_checkpoint_is_found);
    tcase_add_test(tcase, schemas_are_compared);
    tcase_add_test(tcase, what_is_there_is_kept);
    tcase_add_test(tcase, a_log_beside_goes_with_its_file);
    tcase_add_test(tcase, a_killed_writers_work_is_kept);
    tcase_add_test(tcase, a_database_in_use_is_left_alone);
    tcase_add_test(tcase, one_at_a_time);
    tcase_add_test(tcase, who_waits_gets_the_new_one);
    tcase_add_test(tcase, generations_are_kept);
    tcase_add_test(tcase, nothing_else_is_removed);
    tcase_add_test(tcase, what_is_in_the_way_stays);
    tcase_add_test(tcase, unfinished_ones);
    suite_add_tcase(suite, tcase);
    if (!server_url())
        return suite;
    tcase_add_test(tcase, engines_do_not_matter);
    TCase *postgres = tcase_create("restore, PostgreSQL");
    tcase_add_checked_fixture(postgres, setup_postgres, teardown);
    tcase_set_timeout(postgres, 120);
    tcase_add_test(postgres, a_restored_database_is_the_same);
    tcase_add_test(postgres, a_backup_is_of_one_moment);
    tcase_add_test(postgres, engines_do_not_matter);
    tcase_add_test(postgres, generations_are_kept);
    suite_add_tcase(suite, postgres);
    return suite;
}
