#include "scratch.h"

#include <signal.h>
#include <sys/resource.h>

#include "base/str.h"

Suite *db_suite(void);

/* One connection: values, statements, transactions, the catalogue. What concerns files and several
 * processes is in test_db_share.c. */

static struct scratch scratch;
static struct err err;
static struct db *db;

static void
setup(void)
{
    scratch_small(&scratch,
                  "CREATE TABLE probe (id INTEGER PRIMARY KEY, code TEXT NOT NULL,"
                  " amount INTEGER CHECK (amount >= 0), body BLOB,"
                  " parent INTEGER REFERENCES probe (id), UNIQUE (parent, id)) STRICT;"
                  "CREATE UNIQUE INDEX probe_code ON probe (code);"
                  "CREATE INDEX \"probe \"\"amount\"\"\" ON probe (amount) WHERE amount > 5");
    OK(db_open(&db, scratch.file, DB_WRITE, NULL, &err));
}

static void
teardown(void)
{
    db_close(db);
    scratch_remove(&scratch);
}

static int
add_item(int64_t id, const char *code)
{
    const struct db_value row[] = {db_int(id), db_text(code)};
    return db_run(db, "INSERT INTO probe (id, code) VALUES ($1, $2)", row, 2, &err);
}

static int64_t
items(void)
{
    return scratch_number(db, "SELECT count(*) FROM probe");
}

/* ---- values ---- */

START_TEST(values_compare)
{
    ck_assert(db_value_equal(db_null(), db_text(NULL)));
    ck_assert(db_value_equal(db_null(), db_bytes(NULL, 5)));
    ck_assert(db_value_equal(db_int(INT64_MIN), db_int(INT64_MIN)));
    ck_assert(!db_value_equal(db_int(0), db_null()));
    ck_assert(!db_value_equal(db_int(1), db_int(2)));
    ck_assert(db_value_equal(db_text("中文"), db_textn("中文字", 6)));
    ck_assert(!db_value_equal(db_text("a"), db_text("ab")));
    ck_assert(!db_value_equal(db_text("a"), db_bytes("a", 1)));
    ck_assert(db_value_equal(db_bytes("a\0b", 3), db_bytes("a\0bc", 3)));
    ck_assert(!db_value_equal(db_bytes("a\0b", 3), db_bytes("a\0c", 3)));
    ck_assert(db_value_equal(db_text(""), db_textn("x", 0)));
}
END_TEST

START_TEST(values_come_back_as_they_went)
{
    const struct db_value values[] = {
        db_null(),
        db_int(0),
        db_int(INT64_MAX),
        db_int(INT64_MIN),
        db_text("玻尿酸€𠮷 '$1'"),
        db_text(""),
        db_bytes("a\0\xff\0", 4),
        db_bytes("", 0),
        db_textn("cut here", 3),
    };
    struct db_stmt *stmt;
    OK(db_prepare(db, &stmt, "SELECT $1 AS value", &err));
    ck_assert_int_eq(db_column_count(stmt), 1);
    ck_assert_str_eq(db_column_name(stmt, 0), "value");
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        db_bind(stmt, 1, values[i]);
        ck_assert_int_eq(db_step(stmt, &err), 1);
        ck_assert_msg(db_value_equal(db_get(stmt, 0), values[i]), "value %zu", i);
        if (values[i].type == DB_TEXT)
            ck_assert_uint_eq(strlen(db_get_text(stmt, 0)), values[i].length);
        if (values[i].type == DB_NULL)
            ck_assert_ptr_null(db_get_text(stmt, 0));
        ck_assert_int_eq(db_get_int(stmt, 0), values[i].number);
        ck_assert_int_eq(db_step(stmt, &err), 0);
    }
    db_finish(stmt);
    db_finish(NULL);
}
END_TEST

/* ---- statements ---- */

START_TEST(parameters_go_by_number)
{
    struct db_stmt *stmt;
    OK(db_prepare(db, &stmt, "SELECT $12 - $2, $2, $4", &err));
    for (int i = -1; i <= 20; i++) /* 1, 3, 13 … are not in the text */
        db_bind(stmt, i, db_int(i));
    ck_assert_int_eq(db_step(stmt, &err), 1);
    ck_assert_int_eq(db_get_int(stmt, 0), 10);
    ck_assert_int_eq(db_get_int(stmt, 1), 2);
    ck_assert_int_eq(db_get_int(stmt, 2), 4);
    db_reset(stmt);
    db_bind(stmt, 4, db_int(7)); /* the others stay bound */
    ck_assert_int_eq(db_step(stmt, &err), 1);
    ck_assert_int_eq(db_get_int(stmt, 0), 10);
    ck_assert_int_eq(db_get_int(stmt, 2), 7);
    db_finish(stmt);
}
END_TEST

START_TEST(odd_statements_are_refused)
{
    struct db_stmt *stmt;
    FAILS(db_prepare(db, &stmt, "SELECT ?", &err), ERR_DB, "parameters");
    FAILS(db_prepare(db, &stmt, "SELECT $01", &err), ERR_DB, "parameters");
    FAILS(db_prepare(db, &stmt, "SELECT :name", &err), ERR_DB, "parameters");
    FAILS(db_prepare(db, &stmt, "SELECT $99999", &err), ERR_DB, "parameters");
    FAILS(db_prepare(db, &stmt, "SELECT 1; SELECT 2", &err), ERR_DB, "not one statement");
    FAILS(db_prepare(db, &stmt, " -- nothing\n", &err), ERR_DB, "not one statement");
    FAILS(db_prepare(db, &stmt, "SELECT nowhere", &err), ERR_DB, scratch.file);
    FAILS(db_prepare(db, &stmt, "SELECT \"nowhere\"", &err), ERR_DB, "refuses a statement");
    ck_assert_ptr_null(stmt);
    OK(db_prepare(db, &stmt, "SELECT 1 ;\n", &err));
    db_finish(stmt);
}
END_TEST

START_TEST(a_bind_on_an_open_row_is_an_error_not_a_wrong_answer)
{
    struct db_stmt *stmt;
    OK(db_prepare(db, &stmt, "SELECT $1 UNION ALL SELECT $1", &err));
    db_bind(stmt, 1, db_int(1));
    ck_assert_int_eq(db_step(stmt, &err), 1);
    db_bind(stmt, 1, db_int(2));
    ck_assert_int_eq(db_step(stmt, &err), -1);
    db_bind(stmt, 1, db_int(3)); /* the error has reset it */
    ck_assert_int_eq(db_step(stmt, &err), 1);
    ck_assert_int_eq(db_get_int(stmt, 0), 3);
    db_finish(stmt);
}
END_TEST

START_TEST(changed_rows_are_counted)
{
    struct db_stmt *stmt;
    int64_t before = db_total_changes(db);
    OK(add_item(1, "a"));
    OK(add_item(2, "b"));
    OK(db_prepare(db, &stmt, "UPDATE probe SET amount = $1 WHERE amount IS DISTINCT FROM $1",
                  &err));
    db_bind(stmt, 1, db_int(9));
    ck_assert_int_eq(db_step(stmt, &err), 0);
    ck_assert_int_eq(db_changed(stmt), 2);
    ck_assert_int_eq(db_step(stmt, &err), 0);
    ck_assert_int_eq(db_changed(stmt), 0);
    db_finish(stmt);
    OK(db_prepare(db, &stmt, "DELETE FROM probe WHERE id = 2 RETURNING code", &err));
    ck_assert_int_eq(db_step(stmt, &err), 1);
    ck_assert_str_eq(db_get_text(stmt, 0), "b");
    ck_assert_int_eq(db_step(stmt, &err), 0);
    ck_assert_int_eq(db_changed(stmt), 1);
    db_finish(stmt);
    OK(db_prepare(db, &stmt, "SELECT 1", &err));
    while (db_step(stmt, &err) == 1)
        ck_assert_int_eq(db_changed(stmt), 0);
    ck_assert_int_eq(db_changed(stmt), 0);
    db_finish(stmt);
    ck_assert_int_eq(db_total_changes(db) - before, 2 + 2 + 1);
}
END_TEST

static const struct {
    const char *sql;
    bool conflict;
    const char *words;
} broken[] = {
    {"INSERT INTO probe (id, code) VALUES (1, 'z')", true, "same probe.id"},
    {"INSERT INTO probe (id, code) VALUES (2, 'a')", true, "same probe.code"},
    {"INSERT INTO probe (id, code, parent) VALUES (2, 'b', 77)", true, "referred to"},
    {"DELETE FROM probe WHERE id = 1", true, "referred to"},
    {"INSERT INTO probe (id) VALUES (2)", false, "probe.code: missing"},
    {"INSERT INTO probe (id, code, amount) VALUES (2, 'b', -1)", false, "rule: amount >= 0"},
    {"INSERT INTO probe (id, code, amount) VALUES (2, 'b', 'x')", false,
     "probe.amount: a value of"},
};

START_TEST(broken_rules_are_data_errors)
{
    struct db_stmt *stmt;
    OK(add_item(1, "a"));
    OK(db_script(db, "INSERT INTO probe (id, code, parent) VALUES (5, 'child', 1)", &err));
    OK(db_prepare(db, &stmt, broken[_i].sql, &err));
    FAILS(db_step(stmt, &err), ERR_DATA, broken[_i].words);
    ck_assert_int_eq(db_conflict(stmt), broken[_i].conflict);
    FAILS(db_step(stmt, &err), ERR_DATA, broken[_i].words); /* it can be stepped again */
    db_finish(stmt);
    ck_assert_int_eq(items(), 2);
}
END_TEST

/* ---- transactions ---- */

START_TEST(what_is_not_committed_is_not_kept)
{
    OK(db_begin(db, &err));
    ck_assert(db_in_transaction(db));
    OK(add_item(1, "a"));
    FAILS(db_begin(db, &err), ERR_DB, "open already");
    db_rollback(db);
    ck_assert(!db_in_transaction(db));
    FAILS(db_commit(db, &err), ERR_DB, "no transaction");
    ck_assert_int_eq(items(), 0);
    OK(db_begin(db, &err));
    OK(add_item(1, "a"));
    OK(db_commit(db, &err));
    OK(db_begin(db, &err));
    OK(add_item(2, "b"));
    db_close(db); /* rolls back */
    OK(db_open(&db, scratch.file, DB_READ, NULL, &err));
    ck_assert_int_eq(items(), 1);
}
END_TEST

START_TEST(savepoints_nest)
{
    FAILS(db_savepoint(db, "a", &err), ERR_DB, "no transaction");
    OK(db_begin(db, &err));
    OK(add_item(1, "kept"));
    OK(db_savepoint(db, "outer", &err));
    OK(add_item(2, "outer"));
    OK(db_savepoint(db, "in\"ner", &err));
    OK(add_item(3, "inner"));
    FAILS(add_item(3, "again"), ERR_DATA, "same");
    db_savepoint_rollback(db, "in\"ner");
    ck_assert_int_eq(items(), 2);
    FAILS(db_savepoint_release(db, "in\"ner", &err), ERR_DB, ""); /* rolled back and gone */
    OK(db_savepoint(db, "inner", &err));
    OK(add_item(4, "inner"));
    OK(db_savepoint_release(db, "inner", &err));
    ck_assert_int_eq(items(), 3);
    db_savepoint_rollback(db, "outer");
    ck_assert_int_eq(items(), 1);
    OK(db_commit(db, &err));
    ck_assert_int_eq(items(), 1);
}
END_TEST

/* A foreign key that is checked at the commit: refused there, and still open to be rolled back. */
START_TEST(a_commit_can_be_refused)
{
    OK(db_script(
        db, "CREATE TABLE late (p INTEGER REFERENCES probe (id) DEFERRABLE INITIALLY DEFERRED)",
        &err));
    OK(db_begin(db, &err));
    OK(db_script(db, "INSERT INTO late VALUES (77)", &err));
    FAILS(db_commit(db, &err), ERR_DATA, "referred to");
    ck_assert(db_in_transaction(db));
    db_rollback(db);
    ck_assert_int_eq(scratch_number(db, "SELECT count(*) FROM late"), 0);
}
END_TEST

/* Writes until the limit on the size of files stops it. */
static int
write_much(void)
{
    const struct db_value size[] = {db_int(64 * 1024)};
    for (int64_t id = 100; id < 1000; id++)
        if (add_item(id, "") != 0 ||
            db_run(db, "UPDATE probe SET code = id, body = zeroblob($1) WHERE code = ''", size, 1,
                   &err) != 0)
            return -1;
    return db_commit(db, &err);
}

START_TEST(a_full_disk_leaves_the_state_before)
{
    OK(add_item(1, "a"));
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){12 << 20, RLIM_INFINITY});
    OK(db_begin(db, &err));
    FAILS(write_much(), ERR_IO, "no room left on the disk");
    if (!db_in_transaction(db)) /* SQLite gave up: nothing more may be written by itself */
        FAILS(add_item(2, "b"), ERR_DB, "ended early");
    FAILS(db_commit(db, &err), ERR_DB, "ended early");
    db_rollback(db);
    ck_assert_int_eq(items(), 1);
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){RLIM_INFINITY, RLIM_INFINITY});
    OK(db_begin(db, &err));
    OK(add_item(2, "b"));
    OK(db_commit(db, &err));
}
END_TEST

/* ---- indexes ---- */

static int64_t
index_count(void)
{
    return scratch_number(db, "SELECT count(*) FROM sqlite_schema WHERE type = 'index' "
                              "AND tbl_name = 'probe' AND sql IS NOT NULL");
}

START_TEST(indexes_are_suspended_and_resumed)
{
    int64_t before = scratch_number(db, "SELECT sum(length(sql)) FROM sqlite_schema");
    FAILS(db_indexes_suspend(db, "probe", &err), ERR_DB, "no transaction");
    OK(db_begin(db, &err));
    OK(db_indexes_suspend(db, "probe", &err));
    OK(db_indexes_suspend(db, "probe", &err));     /* twice is once */
    OK(db_indexes_suspend(db, "migration", &err)); /* has none */
    ck_assert_int_eq(index_count(), 0);
    OK(add_item(1, "a"));
    FAILS(db_commit(db, &err), ERR_DB, "indexes of probe");
    OK(db_indexes_resume(db, "probe", &err));
    OK(db_indexes_resume(db, "probe", &err));
    ck_assert_int_eq(index_count(), 2);
    FAILS(add_item(2, "a"), ERR_DATA, "same probe.code");
    OK(db_commit(db, &err));
    ck_assert_int_eq(scratch_number(db, "SELECT sum(length(sql)) FROM sqlite_schema"), before);
    ck_assert_int_eq(items(), 1);
}
END_TEST

START_TEST(equal_keys_stop_the_resume)
{
    OK(db_begin(db, &err));
    OK(db_indexes_suspend(db, "probe", &err));
    OK(add_item(1, "same"));
    OK(add_item(2, "same"));
    FAILS(db_indexes_resume(db, "probe", &err), ERR_DATA, "same probe.code");
    FAILS(db_commit(db, &err), ERR_DB, "indexes of probe");
    db_rollback(db);
    ck_assert_int_eq(index_count(), 2);
    ck_assert_int_eq(items(), 0);
    OK(db_begin(db, &err)); /* and nothing of it is remembered */
    OK(add_item(1, "a"));
    OK(db_commit(db, &err));
}
END_TEST

START_TEST(a_bulk_writer_builds_with_little_cache)
{
    const struct db_options bulk = {.bulk = true};
    db_close(db);
    OK(db_open(&db, scratch.file, DB_WRITE, &bulk, &err));
    ck_assert_int_eq(scratch_number(db, "PRAGMA foreign_keys"), 0);
    ck_assert_int_eq(scratch_number(db, "PRAGMA cache_size"), -256 * 1024);
    OK(db_begin(db, &err));
    OK(db_indexes_suspend(db, "probe", &err));
    OK(db_indexes_resume(db, "probe", &err));
    ck_assert_int_eq(scratch_number(db, "PRAGMA cache_size"), -256 * 1024);
    OK(db_commit(db, &err));
    ck_assert_int_eq(index_count(), 2);
}
END_TEST

/* ---- catalogue and check ---- */

static int
list_column(void *context, const struct db_column *column, struct err *error)
{
    (void)error;
    str_addf(context, "%s %s%s %d;", column->name, column->type, column->not_null ? "!" : "",
             column->key);
    return 0;
}

static int
stop_at_column(void *context, const struct db_column *column, struct err *error)
{
    ++*(int *)context;
    return err_set(error, ERR_DATA, "stop at %s", column->name);
}

START_TEST(columns_are_listed)
{
    struct str list = STR_INIT;
    int calls = 0;
    OK(db_columns(db, "probe", list_column, &list, &err));
    ck_assert_str_eq(list.text, "id INTEGER! 1;code TEXT! 0;amount INTEGER 0;body BLOB 0;"
                                "parent INTEGER 0;");
    str_clear(&list);
    OK(db_script(db,
                 "CREATE TABLE pair (a TEXT, b INTEGER, PRIMARY KEY (b, a)) STRICT, WITHOUT ROWID",
                 &err));
    OK(db_columns(db, "pair", list_column, &list, &err));
    ck_assert_str_eq(list.text, "a TEXT! 2;b INTEGER! 1;");
    str_clear(&list);
    OK(db_columns(db, "nowhere", list_column, &list, &err));
    ck_assert_str_eq(list.text, "");
    str_release(&list);
    FAILS(db_columns(db, "probe", stop_at_column, &calls, &err), ERR_DATA, "stop at id");
    ck_assert_int_eq(calls, 1);
}
END_TEST

static int
list_finding(void *context, const char *what, struct err *error)
{
    (void)error;
    str_addf(context, "%s\n", what);
    return 0;
}

START_TEST(check_finds_orphans)
{
    const struct db_options bulk = {.bulk = true};
    struct str list = STR_INIT;
    OK(db_check(db, list_finding, &list, &err));
    ck_assert_str_eq(list.text, "");
    db_close(db);
    OK(db_open(&db, scratch.file, DB_WRITE, &bulk, &err));
    OK(db_script(db, "INSERT INTO probe (id, code, parent) VALUES (1, 'a', 8), (2, 'b', 9)", &err));
    OK(db_check(db, list_finding, &list, &err));
    ck_assert_str_eq(list.text,
                     "probe (parent): 2 rows refer to rows of probe that are not there\n");
    str_release(&list);
}
END_TEST

/* Bytes in the middle of the file are overwritten. */
START_TEST(check_finds_damage)
{
    struct str list = STR_INIT;
    OK(add_item(1, "a"));
    int64_t page =
        scratch_number(db, "SELECT rootpage FROM sqlite_schema WHERE name = 'probe_code'");
    int64_t size = scratch_number(db, "PRAGMA page_size");
    db_close(db);
    db = NULL;
    FILE *file = fopen(scratch.file, "r+");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_eq(fseek(file, page * size - 32, SEEK_SET), 0);
    for (int i = 0; i < 32; i++)
        fputc(0xAA, file);
    fclose(file);
    OK(db_open(&db, scratch.file, DB_READ, NULL, &err));
    OK(db_check(db, list_finding, &list, &err));
    ck_assert_ptr_nonnull(strstr(list.text, "the file is damaged: "));
    str_release(&list);
}
END_TEST

Suite *
db_suite(void)
{
    Suite *suite = suite_create("db");
    TCase *tests = tcase_create("db");
    int cases = (int)(sizeof broken / sizeof *broken);
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, values_compare);
    tcase_add_test(tests, values_come_back_as_they_went);
    tcase_add_test(tests, parameters_go_by_number);
    tcase_add_test(tests, odd_statements_are_refused);
    tcase_add_test(tests, a_bind_on_an_open_row_is_an_error_not_a_wrong_answer);
    tcase_add_test(tests, changed_rows_are_counted);
    tcase_add_loop_test(tests, broken_rules_are_data_errors, 0, cases);
    tcase_add_test(tests, what_is_not_committed_is_not_kept);
    tcase_add_test(tests, savepoints_nest);
    tcase_add_test(tests, a_commit_can_be_refused);
    tcase_add_test(tests, a_full_disk_leaves_the_state_before);
    tcase_add_test(tests, indexes_are_suspended_and_resumed);
    tcase_add_test(tests, equal_keys_stop_the_resume);
    tcase_add_test(tests, a_bulk_writer_builds_with_little_cache);
    tcase_add_test(tests, columns_are_listed);
    tcase_add_test(tests, check_finds_orphans);
    tcase_add_test(tests, check_finds_damage);
    suite_add_tcase(suite, tests);
    return suite;
}
