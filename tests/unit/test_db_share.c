#include "scratch.h"

#include <errno.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

Suite *db_share_suite(void);

/* The file and who may open it; several processes on one database. */

enum { NAME_PART = 200 };

static struct scratch scratch;
static struct err err;
static const struct db_options make = {.create = true};
static const struct db_options patient = {.wait_ms = 20000};
static const struct db_options hasty = {.wait_ms = 100};

static void
make_probe(void)
{
    scratch_small(&scratch, "CREATE TABLE probe (id INTEGER PRIMARY KEY) STRICT;"
                            "INSERT INTO probe VALUES (1)");
}

static void
setup(void)
{
    scratch_engine = SQLITE;
    make_probe();
}

static void
setup_postgres(void)
{
    scratch_engine = POSTGRES;
    make_probe();
}

static void
teardown(void)
{
    chmod(scratch.folder, 0700);
    scratch_remove(&scratch);
}

static int64_t
items(void)
{
    struct db *db;
    OK(db_open(&db, scratch.file, DB_READ, NULL, &err));
    int64_t count = scratch_number(db, "SELECT count(*) FROM probe");
    db_close(db);
    return count;
}

/* ---- files ---- */

static const struct {
    const char *file;
    const char *words;
    enum err_kind kind;
} strangers[] = {
    {"missing.db", "no such database; make one with: medi-db init -d ", ERR_DB},
    {"no/folder.db", "no such database", ERR_DB},
    {"medi.db/x", "cannot be opened", ERR_IO},
    {"empty", "not a medi database", ERR_DB},
    {"text", "not a medi database", ERR_DB},
    {"foreign", "not a medi database", ERR_DB},
    {"folder", "a directory", ERR_DB},
    {"pipe", "not a regular file", ERR_DB},
};

static void
make_strangers(void)
{
    struct db *db;
    scratch_write(&scratch, "empty", "");
    FILE *text = fopen(scratch_file(&scratch, "text"), "w");
    for (int i = 0; i < 2000; i++)
        fprintf(text, "%d,not,a,database\n", i);
    fclose(text);
    mkfifo(scratch_file(&scratch, "pipe"), 0600);
    ck_assert_int_eq(symlink("/", scratch_file(&scratch, "folder")), 0);
    OK(db_open(&db, scratch_file(&scratch, "foreign"), DB_ADMIN, &make, &err));
    OK(db_script(db,
                 "PRAGMA application_id=7; CREATE TABLE migration (version); "
                 "INSERT INTO migration VALUES (1)",
                 &err));
    db_close(db);
}

START_TEST(strangers_are_refused)
{
    static const enum db_mode modes[] = {DB_READ, DB_WRITE, DB_ADMIN};
    make_strangers();
    int files = scratch_count(&scratch);
    for (size_t i = 0; i < sizeof strangers / sizeof *strangers; i++) {
        for (int mode = 0; mode < 3; mode++) {
            struct db *db;
            const char *file = scratch_file(&scratch, strangers[i].file);
            FAILS(db_open(&db, file, modes[mode], NULL, &err), strangers[i].kind,
                  strangers[i].words);
            ck_assert_msg(strncmp(err.text, file, strlen(file)) == 0, "%s", err.text);
            ck_assert_ptr_null(db);
        }
    }
    ck_assert_int_eq(scratch_count(&scratch), files); /* and none was made */
}
END_TEST

START_TEST(urls_choose_the_engine)
{
    struct db *db;
    char url[512];
    FAILS(db_open(&db, "postgresql://u:secret@h/x", DB_READ, NULL, &err), ERR_USAGE,
          "holds a password");
    ck_assert_ptr_null(strstr(err.text, "secret"));
    FAILS(db_open(&db, "postgres:///x?host=/nowhere", DB_READ, NULL, &err), ERR_BUSY, "nowhere");
    FAILS(db_open(&db, "mysql://h/x", DB_READ, NULL, &err), ERR_USAGE,
          "sqlite:FILE or postgresql:");
    FAILS(db_open(&db, "", DB_READ, NULL, &err), ERR_USAGE, "empty");
    FAILS(db_open(&db, "sqlite:", DB_READ, NULL, &err), ERR_USAGE, "empty");
    snprintf(url, sizeof url, "sqlite:%s", scratch.file);
    OK(db_open(&db, url, DB_READ, NULL, &err));
    ck_assert_str_eq(db_place(db), scratch.file);
    db_close(db);
    db_close(NULL);
}
END_TEST

/* Names that mean something to SQLite are names of files here. */
START_TEST(names_are_only_names)
{
    static const char *const names[] = {":memory:", "file:x.db?mode=memory", "-d", "中 文.db"};
    ck_assert_int_eq(chdir(scratch.folder), 0);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct db *db;
        FAILS(db_open(&db, names[i], DB_WRITE, NULL, &err), ERR_DB, "no such database");
        OK(db_open(&db, names[i], DB_ADMIN, &make, &err));
        OK(migrate_run(db, 0, NULL, NULL, &err));
        db_close(db);
        ck_assert_int_eq(access(names[i], R_OK), 0);
        OK(db_open(&db, names[i], DB_READ, NULL, &err));
        db_close(db);
    }
}
END_TEST

static int
mode_of(const char *name)
{
    struct stat status;
    char path[400];
    snprintf(path, sizeof path, "%s/%s", scratch.folder, name);
    return stat(path, &status) == 0 ? (int)(status.st_mode & 0777) : -1;
}

START_TEST(a_new_database_is_private_and_new)
{
    struct db *db;
    FAILS(db_open(&db, scratch.file, DB_ADMIN, &make, &err), ERR_DB, "exists already");
    ck_assert_int_eq(items(), 1);
    umask(0);
    OK(db_open(&db, scratch_file(&scratch, "new.db"), DB_ADMIN, &make, &err));
    OK(migrate_run(db, 0, NULL, NULL, &err));
    ck_assert_int_eq(mode_of("new.db"), 0600);
    ck_assert_int_eq(mode_of("new.db-wal"), 0600);
    ck_assert_int_eq(mode_of("new.db-shm"), 0600);
    ck_assert_int_eq(scratch_number(db, "PRAGMA page_size"), 4096);
    ck_assert_int_eq(scratch_number(db, "PRAGMA application_id"), 0x6d656469);
    ck_assert_int_eq(scratch_number(db, "PRAGMA foreign_keys"), 1);
    ck_assert_int_eq(scratch_number(db, "PRAGMA synchronous"), 2);
    ck_assert_int_eq(scratch_number(db, "PRAGMA trusted_schema"), 0);
    ck_assert_int_eq(scratch_number(db, "PRAGMA cell_size_check"), 1);
    ck_assert_int_eq(scratch_number(db, "PRAGMA cache_size"), -8 * 1024);
    db_close(db);
    ck_assert_int_eq(mode_of("new.db-wal"), -1); /* folded in by the last to leave */
}
END_TEST

START_TEST(a_database_that_stays_empty_goes_away)
{
    struct db *db;
    int files = scratch_count(&scratch);
    OK(db_open(&db, scratch_file(&scratch, "new.db"), DB_ADMIN, &make, &err));
    ck_assert_int_gt(scratch_count(&scratch), files);
    db_close(db);
    ck_assert_int_eq(scratch_count(&scratch), files);
}
END_TEST

/* SQLite takes shorter names than the system does. */
START_TEST(a_long_name_leaves_no_file)
{
    struct db *db;
    char name[NAME_PART + 1];
    memset(name, 'n', NAME_PART);
    name[NAME_PART] = '\0';
    ck_assert_int_eq(chdir(scratch.folder), 0);
    for (int i = 0; i < 4; i++) {
        ck_assert_int_eq(mkdir(name, 0700), 0);
        ck_assert_int_eq(chdir(name), 0);
    }
    FAILS(db_open(&db, "long.db", DB_ADMIN, &make, &err), ERR_IO, "cannot be opened");
    ck_assert_int_ne(access("long.db", F_OK), 0);
    for (int i = 0; i < 4; i++) {
        ck_assert_int_eq(chdir(".."), 0);
        ck_assert_int_eq(rmdir(name), 0);
    }
}
END_TEST

START_TEST(a_reader_does_not_write)
{
    struct db *db;
    OK(db_open(&db, scratch.file, DB_READ, NULL, &err));
    FAILS(db_script(db, "INSERT INTO probe VALUES (2)", &err), ERR_IO, "for reading only");
    OK(db_begin(db, &err));
    FAILS(db_script(db, "DELETE FROM probe", &err), ERR_IO, "for reading only");
    db_close(db);
    ck_assert_int_eq(items(), 1);
}
END_TEST

/* In a child without root's rights, to whom file and folder belong no more than the modes say. */
static void
as_nobody(enum db_mode mode, const char *words)
{
    struct db *db;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        if (geteuid() == 0 && setuid(65534) != 0)
            _exit(9);
        int result = db_open(&db, scratch.file, mode, NULL, &err);
        bool right =
            words ? result == -1 && err.kind == ERR_IO && strstr(err.text, words) : result == 0;
        if (!right)
            fprintf(stderr, "wanted: %s; got: %s\n", words ? words : "success", err.text);
        _exit(!right);
    }
    int status;
    waitpid(child, &status, 0);
    ck_assert_int_eq(status, 0);
}

START_TEST(missing_rights_are_said_in_words)
{
    chmod(scratch.folder, 0777);
    chmod(scratch.file, 0666);
    as_nobody(DB_READ, NULL);
    as_nobody(DB_WRITE, NULL);
    chmod(scratch.file, 0444);
    as_nobody(DB_READ, NULL);
    as_nobody(DB_WRITE, "cannot be written by this user");
    chmod(scratch.file, 0000);
    as_nobody(DB_READ, "cannot be opened");
    char beside[400];
    snprintf(beside, sizeof beside, "%s-wal", scratch.file);
    unlink(beside);
    snprintf(beside, sizeof beside, "%s-shm", scratch.file);
    unlink(beside);
    chmod(scratch.file, 0666);
    chmod(scratch.folder, 0555);
    as_nobody(DB_READ, "its folder cannot be written");
    as_nobody(DB_WRITE, "its folder cannot be written");
}
END_TEST

/* ---- several processes ---- */

/* A child that opens, begins, writes one row, tells through the pipe, waits, and then commits or
 * dies with everything open. */
static pid_t
start_writer(int wait_ms, bool commit, int *told)
{
    int tell[2];
    ck_assert_int_eq(pipe(tell), 0);
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        struct db *db;
        bool fine = db_open(&db, scratch.file, DB_WRITE, &patient, &err) == 0 &&
                    db_begin(db, &err) == 0 &&
                    db_script(db, "INSERT INTO probe VALUES (100)", &err) == 0 &&
                    write(tell[1], "!", 1) == 1;
        nanosleep(&(struct timespec){wait_ms / 1000, wait_ms % 1000 * 1000000L}, NULL);
        if (!commit)
            _exit(0);
        fine = fine && db_commit(db, &err) == 0;
        db_close(db);
        _exit(!fine);
    }
    close(tell[1]);
    *told = tell[0];
    return child;
}

static void
finish_writer(pid_t child, int told)
{
    int status;
    close(told);
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert_int_eq(status, 0);
}

static void
wait_for(int told)
{
    char byte;
    ck_assert_int_eq(read(told, &byte, 1), 1);
}

START_TEST(a_second_writer_waits)
{
    struct db *db;
    int told;
    pid_t child = start_writer(300, true, &told);
    OK(db_open(&db, scratch.file, DB_WRITE, &patient, &err));
    wait_for(told);
    OK(db_begin(db, &err)); /* as soon as the child has committed */
    ck_assert_int_eq(scratch_number(db, "SELECT count(*) FROM probe"), 2);
    OK(db_script(db, "INSERT INTO probe VALUES (2)", &err));
    OK(db_commit(db, &err));
    db_close(db);
    finish_writer(child, told);
    ck_assert_int_eq(items(), 3);
}
END_TEST

START_TEST(a_second_writer_gives_up)
{
    struct db *db;
    int told;
    pid_t child = start_writer(1500, true, &told);
    OK(db_open(&db, scratch.file, DB_WRITE, &hasty, &err));
    wait_for(told);
    FAILS(db_begin(db, &err), ERR_BUSY, "try again");
    ck_assert_int_eq(err_exit_code(err.kind), 75);
    ck_assert(!db_in_transaction(db));
    if (scratch_engine == SQLITE)
        FAILS(db_script(db, "INSERT INTO probe VALUES (2)", &err), ERR_BUSY, scratch.file);
    ck_assert_int_eq(scratch_number(db, "SELECT count(*) FROM probe"), 1); /* may still read */
    finish_writer(child, told);
    OK(db_begin(db, &err));
    db_close(db);
    ck_assert_int_eq(items(), 2);
}
END_TEST

START_TEST(a_killed_writer_leaves_the_state_before)
{
    int told;
    pid_t child = start_writer(0, false, &told);
    finish_writer(child, told);
    ck_assert_int_eq(items(), 1);
    child = start_writer(60000, false, &told);
    wait_for(told);
    ck_assert_int_eq(kill(child, SIGKILL), 0);
    waitpid(child, NULL, 0);
    close(told);
    ck_assert_int_eq(items(), 1);
    struct db *db;
    OK(db_open(&db, scratch.file, DB_WRITE, &patient, &err));
    OK(db_begin(db, &err)); /* its lock is gone too */
    db_close(db);
}
END_TEST

START_TEST(a_reader_keeps_its_view)
{
    struct db *db;
    int told;
    OK(db_open(&db, scratch.file, DB_READ, &hasty, &err));
    OK(db_begin(db, &err));
    ck_assert_int_eq(scratch_number(db, "SELECT count(*) FROM probe"), 1);
    pid_t child = start_writer(0, true, &told);
    finish_writer(child, told);
    ck_assert_int_eq(scratch_number(db, "SELECT count(*) FROM probe"), 1);
    OK(db_commit(db, &err));
    ck_assert_int_eq(scratch_number(db, "SELECT count(*) FROM probe"), 2);
    db_close(db);
}
END_TEST

static void
add_common(TCase *tests)
{
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, a_reader_does_not_write);
    tcase_add_test(tests, a_second_writer_waits);
    tcase_add_test(tests, a_second_writer_gives_up);
    tcase_add_test(tests, a_killed_writer_leaves_the_state_before);
    tcase_add_test(tests, a_reader_keeps_its_view);
}

Suite *
db_share_suite(void)
{
    Suite *suite = suite_create("db_share");
    TCase *lite = tcase_create("db_share on SQLite"),
          *postgres = tcase_create("db_share on PostgreSQL");
    tcase_add_checked_fixture(lite, setup, teardown);
    add_common(lite);
    tcase_add_test(lite, strangers_are_refused);
    tcase_add_test(lite, urls_choose_the_engine);
    tcase_add_test(lite, names_are_only_names);
    tcase_add_test(lite, a_new_database_is_private_and_new);
    tcase_add_test(lite, a_database_that_stays_empty_goes_away);
    tcase_add_test(lite, a_long_name_leaves_no_file);
    tcase_add_test(lite, missing_rights_are_said_in_words);
    suite_add_tcase(suite, lite);
    tcase_add_checked_fixture(postgres, setup_postgres, teardown);
    add_common(postgres);
    if (server_url())
        suite_add_tcase(suite, postgres);
    return suite;
}
