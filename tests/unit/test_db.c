#include "scratch.h"

#include <signal.h>
#include <sys/resource.h>

#include "base/str.h"
#include "db/driver.h"

Suite *db_suite(void);

/* One connection: values, statements, transactions, the catalogue, on every engine. What concerns files and
 * several processes is in test_db_share.c, and what only PostgreSQL has in test_postgres.c. */

static struct scratch scratch;
static struct err err;
static struct db *db;

static void
open_probe(void)
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
setup(void)
{
    scratch_engine = SQLITE;
    open_probe();
}

static void
setup_postgres(void)
{
    scratch_engine = POSTGRES;
    open_probe();
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

/* What a column of each type gives back, and through each kind of column a parameter can go. */
static const struct {
    const char *column;
    struct db_value value;
} travellers[] = {
    {"number", {DB_NULL, 0, NULL, 0}},
    {"number", {DB_INT, 0, NULL, 0}},
    {"number", {DB_INT, -1, NULL, 0}},
    {"number", {DB_INT, INT64_MAX, NULL, 0}},
    {"number", {DB_INT, INT64_MIN, NULL, 0}},
    {"words", {DB_NULL, 0, NULL, 0}},
    {"words", {DB_TEXT, 0, "玻尿酸€𠮷 '$1' \\ \n\t\x01\x7f", 28}},
    {"words", {DB_TEXT, 0, "", 0}},
    {"words", {DB_TEXT, 0, "cut here", 3}},
    {"body", {DB_NULL, 0, NULL, 0}},
    {"body", {DB_BYTES, 0, "a\0\xff\0", 4}},
    {"body", {DB_BYTES, 0, "\\x00", 4}},
    {"body", {DB_BYTES, 0, "", 0}},
};

START_TEST(values_come_back_as_they_went)
{
    char sql[128];
    struct db_stmt *write, *read;
    OK(db_script(db, "CREATE TABLE box (number INTEGER, words TEXT, body BLOB) STRICT", &err));
    for (size_t i = 0; i < sizeof travellers / sizeof *travellers; i++) {
        struct db_value value = travellers[i].value;
        snprintf(sql, sizeof sql, "INSERT INTO box (%s) VALUES ($1)", travellers[i].column);
        OK(db_prepare(db, &write, sql, &err));
        db_bind(write, 1, value);
        OK(db_step(write, &err));
        db_finish(write);
        snprintf(sql, sizeof sql, "DELETE FROM box RETURNING %s AS value", travellers[i].column);
        OK(db_prepare(db, &read, sql, &err));
        ck_assert_int_eq(db_column_count(read), 1);
        ck_assert_str_eq(db_column_name(read, 0), "value");
        ck_assert_int_eq(db_step(read, &err), 1);
        ck_assert_msg(db_value_equal(db_get(read, 0), value), "value %zu", i);
        if (value.type == DB_TEXT)
            ck_assert_uint_eq(strlen(db_get_text(read, 0)), value.length);
        if (value.type == DB_NULL)
            ck_assert_ptr_null(db_get_text(read, 0));
        ck_assert_int_eq(db_get_int(read, 0), value.number);
        ck_assert_int_eq(db_step(read, &err), 0);
        db_finish(read);
    }
    db_finish(NULL);
}
END_TEST

/* Texts and keys compare by their bytes, on whatever language the server sorts by. */
START_TEST(texts_sort_by_their_bytes)
{
    static const char *const codes[] = {"B", "a", "a b", "a-b", "ab", "É", "北", "\U00020BB7"};
    struct db_stmt *stmt;
    for (int i = 7; i >= 0; i--)
        OK(add_item(i, codes[i]));
    OK(db_prepare(db, &stmt, "SELECT code FROM probe ORDER BY code", &err));
    for (int i = 0; i < 8; i++) {
        ck_assert_int_eq(db_step(stmt, &err), 1);
        ck_assert_str_eq(db_get_text(stmt, 0), codes[i]);
    }
    db_finish(stmt);
    ck_assert_int_eq(scratch_number(db, "SELECT count(*) FROM probe WHERE code < 'a'"), 1);
    ck_assert_int_eq(scratch_number(db, "SELECT id FROM probe WHERE code = "
                                        "(SELECT max(code) FROM probe)"),
                     7);
}
END_TEST

START_TEST(sums_are_whole_numbers)
{
    OK(db_script(db,
                 "CREATE TABLE box (number INTEGER) STRICT;"
                 "INSERT INTO box VALUES (9223372036854775807), (-9223372036854775807), (-7)",
                 &err));
    ck_assert_int_eq(scratch_number(db, "SELECT sum(number) FROM box"), -7);
    ck_assert_int_eq(scratch_number(db, "SELECT sum(number) FROM box WHERE number > 0"), INT64_MAX);
    ck_assert_int_eq(scratch_number(db, "SELECT sum(number) FROM box WHERE number < -7"),
                     -INT64_MAX);
    ck_assert_int_eq(scratch_number(db, "SELECT sum(number * 10000) FROM box WHERE number = -7"),
                     -70000);
    ck_assert_int_eq(scratch_number(db, "SELECT -7 / 2"), -3);
    ck_assert_int_eq(scratch_number(db, "SELECT -7 % 2"), -1);
    ck_assert_int_eq(
        scratch_number(db, "SELECT CAST(sum(number) AS BIGINT) / 2 FROM box WHERE number = -7"),
        -3);
    struct db_stmt *stmt;
    OK(db_prepare(db, &stmt, "SELECT sum(number) FROM box WHERE number > 0 OR number = -7", &err));
    OK(db_script(db, "UPDATE box SET number = 9223372036854775807 WHERE number = -7", &err));
    ck_assert_int_eq(db_step(stmt, &err), -1); /* 2 * INT64_MAX is none */
    db_finish(stmt);
}
END_TEST

/* Rows are read while other statements run: one inside the other, the same one twice, writers too. */
START_TEST(statements_nest)
{
    enum { ROWS = 1000 };
    struct db_stmt *outer, *inner;
    int64_t rows = 0;
    OK(db_script(db,
                 "INSERT INTO probe (id, code) WITH RECURSIVE n (i) AS "
                 "(SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) "
                 "SELECT i, 'c' || i FROM n",
                 &err));
    OK(db_begin(db, &err));
    OK(db_prepare(db, &outer, "SELECT id, code FROM probe ORDER BY id", &err));
    while (db_step(outer, &err) == 1) {
        const struct db_value id = db_get(outer, 0);
        const char *code = db_get_text(outer, 1);
        rows++;
        OK(db_prepare(db, &inner, "SELECT id, code FROM probe WHERE id >= $1 ORDER BY id", &err));
        db_bind(inner, 1, id);
        ck_assert_int_eq(db_step(inner, &err), 1);
        ck_assert_int_eq(db_get_int(inner, 0), rows);
        OK(db_run(db, "UPDATE probe SET amount = $1 WHERE id = $1", &id, 1, &err));
        if (rows < ROWS) {
            ck_assert_int_eq(db_step(inner, &err), 1);
            ck_assert_int_eq(db_get_int(inner, 0), rows + 1);
        }
        db_finish(inner);                       /* with rows left */
        ck_assert_int_eq(atoi(code + 1), rows); /* the outer row is still there */
    }
    ck_assert_int_eq(rows, ROWS);
    db_finish(outer);
    OK(db_commit(db, &err));
    ck_assert_int_eq(scratch_number(db, "SELECT count(*) FROM probe WHERE amount = id"), ROWS);
}
END_TEST

/* ---- statements ---- */

START_TEST(parameters_go_by_number)
{
    struct db_stmt *stmt;
    OK(db_prepare(db, &stmt,
                  "SELECT CAST($12 AS BIGINT) - CAST($2 AS BIGINT), $2, CAST($4 AS BIGINT)", &err));
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
    OK(db_prepare(db, &stmt, "SELECT CAST($1 AS BIGINT) UNION ALL SELECT CAST($1 AS BIGINT)",
                  &err));
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
    {"INSERT INTO probe (id, code, amount) VALUES (2, 'b', -1)", false, "breaks the rule: "},
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

START_TEST(values_of_another_type_are_data_errors)
{
    static const struct {
        const char *column;
        struct db_value value;
    } cases[] = {
        {"amount", {DB_TEXT, 0, "x", 1}},
        {"amount", {DB_TEXT, 0, "7\0x", 3}},
        {"amount", {DB_BYTES, 0, "\0\0\0\0\0\0\0\7", 8}},
        {"body", {DB_TEXT, 0, "x", 1}},
        {"body", {DB_INT, 5, NULL, 0}},
        {"code", {DB_BYTES, 0, "x", 1}},
    };
    char sql[128];
    OK(add_item(1, "a"));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        snprintf(sql, sizeof sql, "UPDATE probe SET %s = $1", cases[i].column);
        FAILS(db_run(db, sql, &cases[i].value, 1, &err), ERR_DATA, "a value of another type");
    }
    const struct db_value number = db_text("12"), text = db_int(34); /* these lose nothing */
    OK(db_run(db, "UPDATE probe SET amount = $1", &number, 1, &err));
    OK(db_run(db, "UPDATE probe SET code = $1", &text, 1, &err));
    ck_assert_int_eq(scratch_number(db, "SELECT amount FROM probe WHERE code = '34'"), 12);
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
    OK(db_savepoint(db, "inner", &err));
    OK(add_item(4, "inner"));
    OK(db_savepoint_release(db, "inner", &err));
    ck_assert_int_eq(items(), 3);
    db_savepoint_rollback(db, "outer");
    ck_assert_int_eq(items(), 1);
    OK(db_commit(db, &err));
    ck_assert_int_eq(items(), 1);
    OK(db_begin(db, &err));
    OK(db_savepoint(db, "a", &err));
    db_savepoint_rollback(db, "a");
    FAILS(db_savepoint_release(db, "a", &err), ERR_DB, ""); /* rolled back and gone */
    db_rollback(db);
}
END_TEST

/* A foreign key that is checked at the commit: refused there, and then rolled back. */
START_TEST(a_commit_can_be_refused)
{
    OK(db_script(
        db, "CREATE TABLE late (p INTEGER REFERENCES probe (id) DEFERRABLE INITIALLY DEFERRED)",
        &err));
    OK(db_begin(db, &err));
    OK(db_script(db, "INSERT INTO late VALUES (77)", &err));
    FAILS(db_commit(db, &err), ERR_DATA, "referred to");
    db_rollback(db);
    OK(db_begin(db, &err)); /* and nothing of it stands in the way */
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
    static const char *const question[] = {
        [SQLITE] = "SELECT count(*) FROM sqlite_schema WHERE type = 'index' "
                   "AND tbl_name = 'probe' AND sql IS NOT NULL",
        [POSTGRES] = "SELECT count(*) FROM pg_indexes WHERE schemaname = current_schema()"
                     " AND tablename = 'probe' AND indexdef NOT LIKE '%_key%'"
                     " AND indexdef NOT LIKE '%_pkey%'",
    };
    return scratch_number(db, question[scratch_engine]);
}

/* All that a schema is, in a number. */
static int64_t
schema_size(void)
{
    static const char *const question[] = {
        [SQLITE] = "SELECT sum(length(sql)) FROM sqlite_schema",
        [POSTGRES] = "SELECT (SELECT sum(length(indexdef)) FROM pg_indexes"
                     " WHERE schemaname = current_schema()) * 10000"
                     " + (SELECT sum(length(pg_get_constraintdef(oid))) FROM pg_constraint"
                     " WHERE conrelid = to_regclass('probe'))",
    };
    return scratch_number(db, question[scratch_engine]);
}

START_TEST(indexes_are_suspended_and_resumed)
{
    int64_t before = schema_size();
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
    OK(db_commit(db, &err));
    FAILS(add_item(2, "a"), ERR_DATA, "same probe.code");
    FAILS(db_script(db, "INSERT INTO probe (id, code, parent) VALUES (3, 'c', 77)", &err), ERR_DATA,
          "referred to");
    ck_assert_int_eq(schema_size(), before);
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
    int64_t bulk_cache =
        scratch_number(db, "PRAGMA cache_size"); /* 256 MiB with SQLite's own share */
    ck_assert(bulk_cache <= -240 * 1024 && bulk_cache >= -256 * 1024);
    OK(db_begin(db, &err));
    OK(db_indexes_suspend(db, "probe", &err));
    OK(db_indexes_resume(db, "probe", &err));
    ck_assert_int_eq(scratch_number(db, "PRAGMA cache_size"), bulk_cache);
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

/* A reference to nothing is found when the indexes come back. */
START_TEST(broken_references_stop_the_resume)
{
    OK(db_begin(db, &err));
    OK(db_indexes_suspend(db, "probe", &err));
    OK(db_script(db, "INSERT INTO probe (id, code, parent) VALUES (1, 'a', 8)", &err));
    FAILS(db_indexes_resume(db, "probe", &err), ERR_DATA, "referred to");
    db_rollback(db);
    ck_assert_int_eq(index_count(), 2);
    ck_assert_int_eq(items(), 0);
}
END_TEST

/* A server's own user can switch off what guards references. */
START_TEST(postgres_check_finds_orphans)
{
    struct str list = STR_INIT;
    OK(db_check(db, list_finding, &list, &err));
    ck_assert_str_eq(list.text,
                     "probe: its trigger medi_tell is missing or switched off; its writes "
                     "are not logged\n"); /* made by a script, not by a migration */
    str_clear(&list);
    OK(db->driver->adopt(db, &err));
    OK(db_check(db, list_finding, &list, &err));
    ck_assert_str_eq(list.text, "");
    server_run(
        "&user=postgres",
        "SET session_replication_role = replica; INSERT INTO \"%s\".probe (id, code, parent) "
        "VALUES (1, 'a', 8), (2, 'b', 9); UPDATE pg_index SET indisvalid = false "
        "WHERE indexrelid = to_regclass('\"%s\".probe_code');"
        "ALTER TABLE \"%s\".probe DISABLE TRIGGER medi_tell",
        scratch.schema, scratch.schema, scratch.schema);
    OK(db_check(db, list_finding, &list, &err));
    ck_assert_str_eq(
        list.text,
        "probe (parent): 2 rows refer to rows of probe that are not there\n"
        "probe_code: is switched off or was not finished; what it guards is not guarded\n"
        "probe: its trigger medi_tell is missing or switched off; its writes are not logged\n");
    str_release(&list);
}
END_TEST

static void
add_common(TCase *tests)
{
    int cases = (int)(sizeof broken / sizeof *broken);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, values_compare);
    tcase_add_test(tests, values_come_back_as_they_went);
    tcase_add_test(tests, texts_sort_by_their_bytes);
    tcase_add_test(tests, sums_are_whole_numbers);
    tcase_add_test(tests, statements_nest);
    tcase_add_test(tests, parameters_go_by_number);
    tcase_add_test(tests, odd_statements_are_refused);
    tcase_add_test(tests, a_bind_on_an_open_row_is_an_error_not_a_wrong_answer);
    tcase_add_test(tests, changed_rows_are_counted);
    tcase_add_loop_test(tests, broken_rules_are_data_errors, 0, cases);
    tcase_add_test(tests, values_of_another_type_are_data_errors);
    tcase_add_test(tests, what_is_not_committed_is_not_kept);
    tcase_add_test(tests, savepoints_nest);
    tcase_add_test(tests, a_commit_can_be_refused);
    tcase_add_test(tests, indexes_are_suspended_and_resumed);
    tcase_add_test(tests, equal_keys_stop_the_resume);
    tcase_add_test(tests, columns_are_listed);
}

Suite *
db_suite(void)
{
    Suite *suite = suite_create("db");
    TCase *lite = tcase_create("db on SQLite"), *postgres = tcase_create("db on PostgreSQL");
    tcase_add_checked_fixture(lite, setup, teardown);
    add_common(lite);
    tcase_add_test(lite, a_full_disk_leaves_the_state_before);
    tcase_add_test(lite, a_bulk_writer_builds_with_little_cache);
    tcase_add_test(lite, check_finds_orphans);
    tcase_add_test(lite, check_finds_damage);
    suite_add_tcase(suite, lite);
    tcase_add_checked_fixture(postgres, setup_postgres, teardown);
    add_common(postgres);
    tcase_add_test(postgres, broken_references_stop_the_resume);
    tcase_add_test(postgres, postgres_check_finds_orphans);
    if (server_url())
        suite_add_tcase(suite, postgres);
    return suite;
}
