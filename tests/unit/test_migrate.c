#include "scratch.h"

#include <sys/wait.h>

Suite *migrate_suite(void);

static struct scratch scratch;
static struct err err;
static const struct db_options make = {.create = true};
static const struct db_options patient = {.wait_ms = 20000};

static const struct migration good[] = {
    {1, "0001-first",
     "CREATE TABLE migration (version INTEGER PRIMARY KEY, name TEXT, applied_at INTEGER);"
     "CREATE TABLE one (id INTEGER PRIMARY KEY)"},
    {2, "0002-second", "CREATE TABLE two (id INTEGER PRIMARY KEY); INSERT INTO one VALUES (7)"},
    {0, NULL, NULL},
};

static void
setup(void)
{
    scratch_engine = SQLITE;
    scratch_make(&scratch);
    err_clear(&err);
}

static void
setup_postgres(void)
{
    scratch_engine = POSTGRES;
    scratch_make(&scratch);
    err_clear(&err);
}

static void
teardown(void)
{
    scratch_remove(&scratch);
}

static int
count_column(void *context, const struct db_column *column, struct err *error)
{
    (void)column;
    (void)error;
    ++*(int *)context;
    return 0;
}

static bool
has_table(struct db *db, const char *name)
{
    int columns = 0;
    OK(db_columns(db, name, count_column, &columns, &err));
    return columns > 0;
}

static void
count_applied(void *context, const struct migration *migration)
{
    (void)migration;
    ++*(int *)context;
}

START_TEST(a_fresh_database_is_made_by_all_of_them)
{
    struct db *db;
    int applied = 0;
    OK(db_open(&db, scratch.file, DB_ADMIN, &make, &err));
    ck_assert_int_eq(migrate_version(db, &err), 0);
    OK(migrate_run(db, 1748736000, count_applied, &applied, &err));
    ck_assert_int_gt(migrate_latest(), 0);
    ck_assert_int_eq(applied, migrate_latest());
    ck_assert_int_eq(migrate_version(db, &err), migrate_latest());
    ck_assert_int_eq(scratch_number(db, "SELECT min(applied_at) FROM migration"), 1748736000);
    OK(migrate_run(db, 1748736001, count_applied, &applied, &err));
    ck_assert_int_eq(applied, migrate_latest()); /* nothing the second time */
    db_close(db);
    OK(db_open(&db, scratch.file, DB_READ, NULL, &err));
    db_close(db);
}
END_TEST

START_TEST(what_is_missing_is_applied)
{
    const struct migration first[] = {good[0], {0, NULL, NULL}};
    struct db *db;
    int applied = 0;
    OK(db_open(&db, scratch.file, DB_ADMIN, &make, &err));
    OK(migrate_run_list(db, first, 5, count_applied, &applied, &err));
    ck_assert_int_eq(migrate_version(db, &err), 1);
    OK(migrate_run_list(db, good, 6, count_applied, &applied, &err));
    ck_assert_int_eq(applied, 2);
    ck_assert_int_eq(scratch_number(db, "SELECT count(*) FROM one"), 1);
    ck_assert_int_eq(scratch_number(db, "SELECT applied_at FROM migration WHERE version = 2"), 6);
    FAILS(migrate_run_list(db, first, 7, NULL, NULL, &err), ERR_DB, "newer medi");
    db_close(db);
}
END_TEST

START_TEST(a_failing_one_leaves_the_state_before_it)
{
    const struct migration bad[] = {
        good[0],
        {2, "0002-bad", "CREATE TABLE two (id INTEGER); INSERT INTO nowhere VALUES (1)"},
        {0, NULL, NULL},
    };
    struct db *db;
    OK(db_open(&db, scratch.file, DB_ADMIN, &make, &err));
    FAILS(migrate_run_list(db, bad, 5, NULL, NULL, &err), ERR_DB, "migration 0002-bad");
    ck_assert(!db_in_transaction(db));
    ck_assert_int_eq(migrate_version(db, &err), 1);
    ck_assert(!has_table(db, "two"));
    OK(migrate_run_list(db, good, 5, NULL, NULL, &err)); /* the repaired one goes through */
    db_close(db);
}
END_TEST

START_TEST(one_that_commits_by_itself_is_refused)
{
    const struct migration bad[] = {
        good[0],
        {2, "0002-commits", "CREATE TABLE two (id INTEGER); COMMIT"},
        {0, NULL, NULL},
    };
    struct db *db;
    OK(db_open(&db, scratch.file, DB_ADMIN, &make, &err));
    FAILS(migrate_run_list(db, bad, 5, NULL, NULL, &err), ERR_DB, "0002-commits");
    ck_assert_int_eq(migrate_version(db, &err), 1);
    db_close(db);
}
END_TEST

START_TEST(a_first_one_that_fails_leaves_no_file)
{
    const struct migration bad[] = {
        {1, "0001-bad", "CREATE TABLE one (id INTEGER); CREATE TABLE"},
        {0, NULL, NULL},
    };
    struct db *db;
    OK(db_open(&db, scratch.file, DB_ADMIN, &make, &err));
    FAILS(migrate_run_list(db, bad, 5, NULL, NULL, &err), ERR_DB, "0001-bad");
    db_close(db);
    ck_assert_int_eq(scratch_count(&scratch), 0);
    OK(db_open(&db, scratch.file, DB_ADMIN, &make, &err)); /* and nothing in the way */
    ck_assert(!has_table(db, "one"));
    db_close(db);
}
END_TEST

/* Readers and writers refuse what they do not know; only DB_ADMIN may look. */
START_TEST(other_versions_are_refused)
{
    static const struct {
        const char *change;
        const char *words;
    } cases[] = {
        {"DELETE FROM migration", "run: medi-db migrate -d"},
        {"INSERT INTO migration VALUES (4711, '4711-later', 0)", "upgrade the programs"},
        {"INSERT INTO migration VALUES (99999999999, 'x', 0)", "not a medi database"},
        {"DROP TABLE migration", "not a medi database"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct scratch own;
        struct db *db;
        scratch_database(&own, cases[i].change);
        FAILS(db_open(&db, own.file, DB_READ, NULL, &err), ERR_DB, cases[i].words);
        ck_assert_ptr_null(db);
        ck_assert_ptr_nonnull(strstr(err.text, own.file));
        FAILS(db_open(&db, own.file, DB_WRITE, NULL, &err), ERR_DB, cases[i].words);
        if (strstr(cases[i].change, "DROP") && scratch_engine == POSTGRES) { /* its mark is gone */
            FAILS(db_open(&db, own.file, DB_ADMIN, NULL, &err), ERR_DB, cases[i].words);
        } else {
            OK(db_open(&db, own.file, DB_ADMIN, NULL, &err));
            db_close(db);
        }
        scratch_remove(&own);
    }
}
END_TEST

START_TEST(a_newer_one_is_not_migrated)
{
    struct scratch own;
    struct db *db;
    scratch_database(&own, "INSERT INTO migration VALUES (4711, '4711-later', 0)");
    OK(db_open(&db, own.file, DB_ADMIN, NULL, &err));
    FAILS(migrate_run(db, 0, NULL, NULL, &err), ERR_DB, "newer medi");
    db_close(db);
    scratch_remove(&own);
}
END_TEST

/* An init that was killed behind the making of the file can be completed. */
START_TEST(an_empty_one_of_ours_is_completed)
{
    struct db *db;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0)
        _exit(db_open(&db, scratch.file, DB_ADMIN, &make, &err) != 0);
    int status;
    waitpid(child, &status, 0);
    ck_assert_int_eq(status, 0);
    FAILS(db_open(&db, scratch.file, DB_ADMIN, &make, &err), ERR_DB, "exists already");
    FAILS(db_open(&db, scratch.file, DB_READ, NULL, &err), ERR_DB, "run: medi-db migrate");
    OK(db_open(&db, scratch.file, DB_ADMIN, NULL, &err));
    OK(migrate_run(db, 0, NULL, NULL, &err));
    db_close(db);
    OK(db_open(&db, scratch.file, DB_READ, NULL, &err));
    db_close(db);
}
END_TEST

/* In a child: migrates as soon as the pipe is closed. */
static void
race(int gate)
{
    struct db *db;
    char byte;
    if (db_open(&db, scratch.file, DB_ADMIN, &patient, &err) != 0 || read(gate, &byte, 1) != 0)
        _exit(2);
    int applied = 0;
    if (migrate_run_list(db, good, 5, count_applied, &applied, &err) != 0) {
        fprintf(stderr, "%s\n", err.text);
        _exit(3);
    }
    db_close(db);
    _exit(0);
}

/* A file can be there and empty, as after an init that was killed; a schema of medi's has its first migration. */
static void
make_start(void)
{
    struct db *db;
    const struct migration first[] = {good[0], {0, NULL, NULL}};
    int status;
    fflush(NULL);
    pid_t maker = fork();
    if (maker == 0)
        _exit(
            db_open(&db, scratch.file, DB_ADMIN, &make, &err) != 0 ||
            (scratch_engine == POSTGRES && migrate_run_list(db, first, 5, NULL, NULL, &err) != 0));
    waitpid(maker, &status, 0);
    ck_assert_int_eq(status, 0);
}

START_TEST(several_at_once_apply_each_once)
{
    enum { RACERS = 4 };
    struct db *db;
    int gate[2], status;
    make_start();
    ck_assert_int_eq(pipe(gate), 0);
    for (int i = 0; i < RACERS; i++) {
        if (fork() == 0) {
            close(gate[1]);
            race(gate[0]);
        }
    }
    close(gate[1]);
    for (int i = 0; i < RACERS; i++) {
        ck_assert(wait(&status) > 0);
        ck_assert_int_eq(status, 0);
    }
    OK(db_open(&db, scratch.file, DB_ADMIN, NULL, &err));
    ck_assert_int_eq(migrate_version(db, &err), 2);
    ck_assert_int_eq(scratch_number(db, "SELECT count(*) FROM migration"), 2);
    ck_assert_int_eq(scratch_number(db, "SELECT count(*) FROM one"), 1);
    db_close(db);
}
END_TEST

/* Who is second finds what the first has made, also if both began on an empty schema. */
START_TEST(two_inits_make_one_database)
{
    enum { RACERS = 4 };
    int status, made = 0;
    fflush(NULL);
    for (int i = 0; i < RACERS; i++) {
        if (fork() != 0)
            continue;
        struct db *db;
        struct db_options options = {.create = true, .wait_ms = 20000};
        if (db_open(&db, scratch.file, DB_ADMIN, &options, &err) != 0)
            _exit(strstr(err.text, "has tables already") ? 1 : 2);
        int result = migrate_run(db, 5, NULL, NULL, &err);
        db_close(db);
        _exit(result == 0 ? 0 : 3);
    }
    for (int i = 0; i < RACERS; i++) {
        ck_assert(wait(&status) > 0);
        ck_assert_int_le(WEXITSTATUS(status), 1);
        made += WEXITSTATUS(status) == 0;
    }
    ck_assert_int_eq(made, 1);
}
END_TEST

static void
add_common(TCase *tests)
{
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, a_fresh_database_is_made_by_all_of_them);
    tcase_add_test(tests, what_is_missing_is_applied);
    tcase_add_test(tests, a_failing_one_leaves_the_state_before_it);
    tcase_add_test(tests, one_that_commits_by_itself_is_refused);
    tcase_add_test(tests, a_first_one_that_fails_leaves_no_file);
    tcase_add_test(tests, other_versions_are_refused);
    tcase_add_test(tests, a_newer_one_is_not_migrated);
    tcase_add_test(tests, several_at_once_apply_each_once);
}

Suite *
migrate_suite(void)
{
    Suite *suite = suite_create("migrate");
    TCase *lite = tcase_create("migrate on SQLite"),
          *postgres = tcase_create("migrate on PostgreSQL");
    tcase_add_checked_fixture(lite, setup, teardown);
    add_common(lite);
    tcase_add_test(lite, an_empty_one_of_ours_is_completed);
    suite_add_tcase(suite, lite);
    tcase_add_checked_fixture(postgres, setup_postgres, teardown);
    add_common(postgres);
    tcase_add_test(postgres, two_inits_make_one_database);
    if (server_url())
        suite_add_tcase(suite, postgres);
    return suite;
}
