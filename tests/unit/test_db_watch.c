#include "scratch.h"

#include "base/str.h"
#include "db/driver.h"

Suite *db_watch_suite(void);

/* Who watches is told of every row, by every engine in the same words, and of rows in bulk. */

static struct scratch scratch;
static struct err err;
static struct db *db;
static struct str told;

/* Made by a migration, since that is when an engine gets what it needs to tell. */
static const char tables[] =
    "CREATE TABLE migration (version INTEGER PRIMARY KEY, name TEXT, applied_at INTEGER);"
    "CREATE TABLE plain (id INTEGER PRIMARY KEY, words TEXT, body BLOB, number INTEGER,"
    " parent INTEGER REFERENCES plain (id)) STRICT;"
    "CREATE UNIQUE INDEX plain_words ON plain (words);"
    "CREATE TABLE \"paired up\" (a TEXT NOT NULL, b INTEGER NOT NULL, c TEXT, PRIMARY KEY (b, a))"
    " STRICT, WITHOUT ROWID;"
    "CREATE TABLE log (seq INTEGER PRIMARY KEY) STRICT;"
    "CREATE TABLE chain (seq INTEGER PRIMARY KEY) STRICT;"
    "CREATE TABLE tally (seq INTEGER PRIMARY KEY) STRICT;"
    "CREATE TABLE mark (seq INTEGER PRIMARY KEY) STRICT;"
    "CREATE TABLE checkpoint (seq INTEGER PRIMARY KEY) STRICT";

static void
add_side(const struct db_value *values, int count)
{
    for (int i = 0; i < count; i++) {
        str_addc(&told, i ? ' ' : '(');
        switch (values[i].type) {
        case DB_NULL:
            str_adds(&told, "-");
            break;
        case DB_INT:
            str_addf(&told, "%lld", (long long)values[i].number);
            break;
        case DB_TEXT:
            str_addf(&told, "'%.*s'", (int)values[i].length, values[i].text);
            break;
        case DB_BYTES:
            str_adds(&told, "x");
            for (size_t byte = 0; byte < values[i].length; byte++)
                str_addf(&told, "%02x", (unsigned char)values[i].text[byte]);
            break;
        }
    }
    str_addc(&told, ')');
}

static void
on_row(void *context, const struct db_written *row)
{
    (void)context;
    str_addf(&told, "%s ", row->table);
    if (row->before)
        add_side(row->before, row->count);
    str_adds(&told, ">");
    if (row->after)
        add_side(row->after, row->count);
    str_addc(&told, '\n');
}

static void
on_settle(void *context, bool stay)
{
    (void)context;
    str_adds(&told, stay ? "stay\n" : "gone\n");
}

static void
on_moment(void *context, enum db_moment moment)
{
    static const char *const names[] = {"savepoint", "released", "back", "committed",
                                        "rolled back"};
    (void)context;
    str_addf(&told, "%s\n", names[moment]);
}

static const char *hurt; /* what failed inside who watches */

static int
on_sound(void *context, struct err *failure)
{
    (void)context;
    return hurt ? err_set(failure, ERR_IO, "%s", hurt) : 0;
}

static const struct db_watch watch = {NULL, on_row, on_settle, on_moment, on_sound};

static void
open_tables(void)
{
    const struct db_options create = {.create = true};
    const struct migration list[] = {{migrate_latest(), "small", tables}, {0, NULL, NULL}};
    scratch_make(&scratch);
    OK(db_open(&db, scratch.file, DB_ADMIN, &create, &err));
    OK(migrate_run_list(db, list, 5, NULL, NULL, &err));
    db_close(db);
    OK(db_open(&db, scratch.file, DB_WRITE, NULL, &err));
    told = (struct str)STR_INIT;
    OK(db_watch(db, &watch, &err));
}

static void
setup(void)
{
    scratch_engine = SQLITE;
    open_tables();
}

static void
setup_postgres(void)
{
    scratch_engine = POSTGRES;
    open_tables();
}

static void
teardown(void)
{
    db_close(db);
    str_release(&told);
    scratch_remove(&scratch);
}

#define TOLD(words)                                                                                \
    do {                                                                                           \
        ck_assert_str_eq(told.text, words);                                                        \
        str_clear(&told);                                                                          \
    } while (0)

static int
run(const char *sql)
{
    return db_run(db, sql, NULL, 0, &err);
}

START_TEST(each_statement_tells_its_rows)
{
    OK(run("INSERT INTO plain (id, words) VALUES (1, 'a'), (2, 'b')"));
    TOLD("plain >(1 'a' - - -)\nplain >(2 'b' - - -)\nstay\n");
    OK(run("UPDATE plain SET number = id * 10 WHERE id <= 2"));
    TOLD("plain (1 'a' - - -)>(1 'a' - 10 -)\nplain (2 'b' - - -)>(2 'b' - 20 -)\nstay\n");
    OK(run("UPDATE plain SET id = 7 WHERE id = 2"));
    TOLD("plain (2 'b' - 20 -)>(7 'b' - 20 -)\nstay\n");
    OK(run("DELETE FROM plain"));
    TOLD("plain (1 'a' - 10 -)>\nplain (7 'b' - 20 -)>\nstay\n");
    OK(run("DELETE FROM plain"));
    TOLD("");
    OK(run("SELECT 1"));
    TOLD("");
}
END_TEST

START_TEST(what_fails_inside_the_watcher_is_what_is_told)
{
    OK(db_begin(db, &err));
    OK(run("INSERT INTO plain (id) VALUES (1)"));
    hurt = "no room for the marks";
    ck_assert_int_ne(run("INSERT INTO plain (id) VALUES (2)"), 0);
    ck_assert_str_eq(err.text, hurt);
    ck_assert_int_ne(db_savepoint(db, "here", &err), 0);
    ck_assert_str_eq(err.text, hurt);
    ck_assert_int_ne(db_commit(db, &err), 0);
    ck_assert_str_eq(err.text, hurt);
    hurt = NULL;
    if (db_in_transaction(db))
        db_rollback(db);
    OK(run("INSERT INTO plain (id) VALUES (1)"));
}
END_TEST

START_TEST(an_upsert_tells_what_it_did)
{
    static const char upsert[] = "INSERT INTO plain (id, words) VALUES (1, 'a') "
                                 "ON CONFLICT (id) DO UPDATE SET number = 5";
    OK(run(upsert));
    TOLD("plain >(1 'a' - - -)\nstay\n");
    OK(run(upsert));
    TOLD("plain (1 'a' - - -)>(1 'a' - 5 -)\nstay\n");
    OK(run("INSERT INTO plain (id) VALUES (1) ON CONFLICT DO NOTHING"));
    TOLD("");
    OK(run("UPDATE plain SET number = 5"));
    TOLD("plain (1 'a' - 5 -)>(1 'a' - 5 -)\nstay\n");
}
END_TEST

START_TEST(keys_of_several_columns_tell_in_the_tables_order)
{
    OK(run("INSERT INTO \"paired up\" VALUES ('x', 1, 'c'), ('', 2, NULL)"));
    TOLD("paired up >('x' 1 'c')\npaired up >('' 2 -)\nstay\n");
    OK(run("UPDATE \"paired up\" SET c = '' WHERE b = 2"));
    TOLD("paired up ('' 2 -)>('' 2 '')\nstay\n");
    OK(run("DELETE FROM \"paired up\" WHERE b = 1"));
    TOLD("paired up ('x' 1 'c')>\nstay\n");
}
END_TEST

/* Every value comes as it is, whatever it would mean to whom carries it. */
START_TEST(values_are_told_exactly)
{
    static const char odd[] = "a,b(c)\"d\\e'f\ng\th\r \x01\x7f 玻尿酸𠮷 {} NULL ";
    char wanted[512];
    struct db_value row[] = {db_int(INT64_MAX), db_text(odd), db_bytes("\0\xff\\x,\"", 6),
                             db_int(INT64_MIN)};
    OK(db_run(db, "INSERT INTO plain (id, words, body, number) VALUES ($1, $2, $3, $4)", row, 4,
              &err));
    snprintf(wanted, sizeof wanted,
             "plain >(9223372036854775807 '%s' x00ff5c782c22 -9223372036854775808 -)\nstay\n", odd);
    TOLD(wanted);
    struct db_value empty[] = {db_int(-1), db_text(""), db_bytes("", 0), db_int(0)};
    OK(db_run(db, "INSERT INTO plain (id, words, body, number) VALUES ($1, $2, $3, $4)", empty, 4,
              &err));
    TOLD("plain >(-1 '' x 0 -)\nstay\n");
    OK(run("INSERT INTO plain (id, words) VALUES (5, ' '), (6, 'NULL'), (7, '\"'), (8, '\\')"));
    TOLD("plain >(5 ' ' - - -)\nplain >(6 'NULL' - - -)\nplain >(7 '\"' - - -)\n"
         "plain >(8 '\\' - - -)\nstay\n");
}
END_TEST

START_TEST(a_long_value_is_told_whole)
{
    enum { LONG = 3 << 20 };
    char *bytes = malloc(LONG);
    memset(bytes, '"', LONG);
    const struct db_value row[] = {db_bytes(bytes, LONG)};
    OK(db_run(db, "INSERT INTO plain (id, body) VALUES (1, $1)", row, 1, &err));
    ck_assert_uint_eq(told.length, strlen("plain >(1 - x - -)\nstay\n") + 2 * (size_t)LONG);
    free(bytes);
}
END_TEST

/* Its rows may be told, and are then taken back. */
START_TEST(a_failing_statement_takes_its_rows_back)
{
    OK(run("INSERT INTO plain (id, words) VALUES (1, 'a')"));
    str_clear(&told);
    ck_assert_int_eq(run("INSERT INTO plain (id, words) VALUES (2, 'b'), (3, 'a')"), -1);
    ck_assert(told.length == 0 || str_ends(told.text, "gone\n"));
    ck_assert_ptr_null(strstr(told.text, "stay"));
    str_clear(&told);
    ck_assert_int_eq(run("INSERT INTO plain (id, parent) VALUES (2, 77)"), -1);
    ck_assert(told.length == 0 || str_ends(told.text, "gone\n"));
    ck_assert_ptr_null(strstr(told.text, "stay"));
}
END_TEST

START_TEST(savepoints_and_ends_are_told)
{
    OK(db_begin(db, &err));
    OK(run("INSERT INTO plain (id) VALUES (1)"));
    OK(db_savepoint(db, "a", &err));
    OK(run("INSERT INTO plain (id) VALUES (2)"));
    OK(db_savepoint(db, "b", &err));
    OK(run("DELETE FROM plain WHERE id = 2"));
    db_savepoint_rollback(db, "b");
    OK(db_savepoint_release(db, "a", &err));
    OK(db_commit(db, &err));
    TOLD("plain >(1 - - - -)\nstay\nsavepoint\nplain >(2 - - - -)\nstay\nsavepoint\n"
         "plain (2 - - - -)>\nstay\nback\nreleased\ncommitted\n");
    OK(db_begin(db, &err));
    OK(run("DELETE FROM plain WHERE id = 2"));
    db_rollback(db);
    TOLD("plain (2 - - - -)>\nstay\nrolled back\n");
    OK(run("DELETE FROM plain WHERE id = 2")); /* and it watches on */
    TOLD("plain (2 - - - -)>\nstay\n");
}
END_TEST

/* Begun inside a transaction or a savepoint that is taken back, it watches on. */
START_TEST(a_watch_outlives_the_transaction_it_began_in)
{
    OK(db_watch(db, NULL, &err));
    OK(db_begin(db, &err));
    OK(db_savepoint(db, "a", &err));
    OK(db_watch(db, &watch, &err));
    db_savepoint_rollback(db, "a");
    OK(run("INSERT INTO plain (id) VALUES (1)"));
    db_rollback(db);
    OK(run("INSERT INTO plain (id) VALUES (2)"));
    TOLD("back\nplain >(1 - - - -)\nstay\nrolled back\nplain >(2 - - - -)\nstay\n");
}
END_TEST

START_TEST(scripts_and_returning_tell)
{
    struct db_stmt *stmt;
    OK(db_script(db,
                 "INSERT INTO plain (id) VALUES (1); CREATE TABLE other (id INTEGER PRIMARY KEY);"
                 "UPDATE plain SET number = 3",
                 &err));
    TOLD("plain >(1 - - - -)\nplain (1 - - - -)>(1 - - 3 -)\nstay\n");
    OK(db_prepare(db, &stmt, "DELETE FROM plain RETURNING id", &err));
    ck_assert_int_eq(db_step(stmt, &err), 1);
    ck_assert_int_eq(db_get_int(stmt, 0), 1);
    db_finish(stmt);
    TOLD("plain (1 - - 3 -)>\nstay\n");
}
END_TEST

START_TEST(what_the_log_is_kept_in_is_not_told)
{
    OK(run("INSERT INTO log VALUES (1)"));
    OK(run("INSERT INTO chain VALUES (1)"));
    OK(run("INSERT INTO tally VALUES (1)"));
    OK(run("INSERT INTO mark VALUES (1)"));
    OK(run("INSERT INTO checkpoint VALUES (1)"));
    OK(run("UPDATE checkpoint SET seq = 2"));
    OK(run("DELETE FROM log"));
    TOLD("");
}
END_TEST

START_TEST(who_does_not_watch_is_not_told)
{
    OK(db_watch(db, NULL, &err));
    OK(run("INSERT INTO plain (id) VALUES (1)"));
    OK(db_begin(db, &err));
    OK(run("INSERT INTO plain (id) VALUES (2)"));
    OK(db_commit(db, &err));
    TOLD("");
    OK(db_watch(db, &watch, &err));
    OK(run("DELETE FROM plain WHERE id = 1"));
    TOLD("plain (1 - - - -)>\nstay\n");
}
END_TEST

START_TEST(many_rows_are_told_one_by_one)
{
    OK(run("INSERT INTO plain (id, words) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL "
           "SELECT i + 1 FROM n WHERE i < 5000) SELECT i, 'w' || i FROM n"));
    int rows = 0;
    for (const char *at = told.text; (at = strstr(at, "plain >")); at++)
        rows++;
    ck_assert_int_eq(rows, 5000);
    ck_assert_ptr_nonnull(strstr(told.text, "plain >(4711 'w4711' - - -)\n"));
    ck_assert(str_ends(told.text, "\nstay\n"));
}
END_TEST

/* Who writes a row and knows it tells of it by himself; all else is told by the engine, as before. */
START_TEST(a_muted_engine_tells_nothing)
{
    const struct db_value row[] = {db_int(7), db_text("own"), db_null(), db_null(), db_null()};
    const struct db_written own = {"plain", 5, NULL, row};
    OK(db_begin(db, &err));
    for (int i = 1; i <= 3; i++) {
        const struct db_value id[] = {db_int(i)};
        ck_assert(db_mute(db, true));
        OK(db_run(db, "INSERT INTO plain (id) VALUES ($1)", id, 1, &err));
        ck_assert(db_mute(db, false));
        OK(run("SELECT id FROM plain"));
    }
    TOLD("");
    db_told(db, &own);
    TOLD("plain >(7 'own' - - -)\nstay\n");
    OK(run("UPDATE plain SET number = 1 WHERE id = 1"));
    TOLD("plain (1 - - - -)>(1 - - 1 -)\nstay\n");
    OK(db_savepoint(db, "a", &err));
    db_mute(db, true);
    OK(run("INSERT INTO plain (id) VALUES (4)"));
    db_savepoint_rollback(db, "a");
    OK(run("INSERT INTO plain (id) VALUES (4)"));
    db_mute(db, false);
    OK(run("WITH one (i) AS (SELECT 1) DELETE FROM plain WHERE id IN (SELECT i FROM one)"));
    OK(db_commit(db, &err));
    TOLD("savepoint\nback\nplain (1 - - 1 -)>\nstay\ncommitted\n");
    OK(db_watch(db, NULL, &err));
    ck_assert(!db_mute(db, true));
}
END_TEST

/* ---- rows in bulk ---- */

static const char *const given[] = {"number", "id", "words", "body"};

static int
load(const struct db_value (*rows)[4], int count)
{
    struct db_load *bulk;
    if (db_load_begin(db, &bulk, "plain", given, 4, &err) != 0)
        return -1;
    for (int i = 0; i < count; i++) {
        if (db_load_row(bulk, rows[i], &err) != 0) {
            db_load_abort(bulk);
            return -1;
        }
    }
    return db_load_end(bulk, &err);
}

START_TEST(a_load_writes_and_tells)
{
    static const char odd[] = "a,b\t\\N\n\\.\n\"玻尿酸";
    const struct db_value rows[][4] = {
        {db_int(INT64_MIN), db_int(INT64_MAX), db_text(odd), db_bytes("\0\xff\\x", 4)},
        {db_null(), db_int(2), db_null(), db_null()},
        {db_text("-12"), db_int(3), db_int(45), db_bytes("", 0)},
    };
    int64_t before = db_total_changes(db);
    ck_assert(db_can_load(db));
    OK(db_begin(db, &err));
    OK(load(rows, 3));
    char wanted[256];
    snprintf(wanted, sizeof wanted,
             "plain >(9223372036854775807 '%s' x00ff5c78 -9223372036854775808 -)\n"
             "plain >(2 - - - -)\nplain >(3 45 x '-12' -)\nstay\n",
             odd);
    TOLD(wanted);
    OK(run("UPDATE plain SET number = 1 WHERE id = 2")); /* the triggers are on again */
    TOLD("plain (2 - - - -)>(2 - - 1 -)\nstay\n");
    OK(db_commit(db, &err));
    ck_assert_int_eq(db_total_changes(db) - before, 4);
    struct db_stmt *stmt;
    OK(db_prepare(db, &stmt, "SELECT number, id, words, body FROM plain ORDER BY id DESC", &err));
    ck_assert_int_eq(db_step(stmt, &err), 1);
    for (int i = 0; i < 4; i++)
        ck_assert(db_value_equal(db_get(stmt, i), rows[0][i]));
    ck_assert_int_eq(db_step(stmt, &err), 1);
    ck_assert_int_eq(db_get_int(stmt, 0), -12);
    ck_assert_str_eq(db_get_text(stmt, 2), "45");
    db_finish(stmt);
}
END_TEST

START_TEST(a_load_that_breaks_a_rule_is_a_data_error)
{
    const struct db_value same[][4] = {
        {db_null(), db_int(1), db_text("a"), db_null()},
        {db_null(), db_int(2), db_text("a"), db_null()},
    };
    const struct db_value strange[][4] = {{db_text("x"), db_int(1), db_null(), db_null()}};
    OK(db_begin(db, &err));
    OK(db_savepoint(db, "load", &err));
    FAILS(load(same, 2), ERR_DATA, "there is a row with the same plain.words already");
    ck_assert(db_load_conflict(db));
    ck_assert(str_ends(told.text, "gone\n"));
    db_savepoint_rollback(db, "load");
    FAILS(load(strange, 1), ERR_DATA, "plain.number: a value of another type");
    ck_assert(!db_load_conflict(db));
    db_rollback(db);
    str_clear(&told);
    ck_assert_int_eq(scratch_number(db, "SELECT count(*) FROM plain"), 0);
    OK(load(same, 1)); /* also outside a transaction */
    OK(run("DELETE FROM plain"));
    TOLD("plain >(1 'a' - - -)\nstay\nplain (1 'a' - - -)>\nstay\n");
}
END_TEST

START_TEST(nothing_else_runs_while_rows_are_loaded)
{
    struct db_load *bulk;
    const char *const wrong[] = {"id", "nothing"};
    FAILS(db_load_begin(db, &bulk, "plain", wrong, 2, &err), ERR_DB, "plain.nothing");
    FAILS(db_load_begin(db, &bulk, "nothing", given, 4, &err), ERR_DB, "nothing.number");
    ck_assert_ptr_null(bulk);
    OK(db_begin(db, &err));
    OK(db_load_begin(db, &bulk, "plain", given, 4, &err));
    FAILS(run("SELECT 1"), ERR_DB, "while rows are loaded");
    FAILS(db_commit(db, &err), ERR_DB, "while rows are loaded");
    db_load_abort(bulk);
    db_load_abort(NULL);
    db_rollback(db);
    OK(run("SELECT 1"));
}
END_TEST

START_TEST(much_is_loaded)
{
    enum { ROWS = 200000 };
    struct db_load *bulk;
    OK(db_watch(db, NULL, &err));
    OK(db_begin(db, &err));
    OK(db_load_begin(db, &bulk, "plain", given, 3, &err));
    for (int i = 0; i < ROWS; i++) {
        char words[32];
        snprintf(words, sizeof words, "word %d", i);
        const struct db_value row[] = {db_int(i % 7), db_int(i), db_text(words)};
        OK(db_load_row(bulk, row, &err));
    }
    OK(db_load_end(bulk, &err));
    OK(db_commit(db, &err));
    ck_assert_int_eq(scratch_number(db, "SELECT count(DISTINCT words) FROM plain"), ROWS);
    ck_assert_int_eq(scratch_number(db, "SELECT number FROM plain WHERE words = 'word 199999'"),
                     199999 % 7);
}
END_TEST

START_TEST(sqlite_has_no_way_of_its_own)
{
    ck_assert(!db_can_load(db));
}
END_TEST

static void
add_common(TCase *tests)
{
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, each_statement_tells_its_rows);
    tcase_add_test(tests, what_fails_inside_the_watcher_is_what_is_told);
    tcase_add_test(tests, an_upsert_tells_what_it_did);
    tcase_add_test(tests, keys_of_several_columns_tell_in_the_tables_order);
    tcase_add_test(tests, values_are_told_exactly);
    tcase_add_test(tests, a_long_value_is_told_whole);
    tcase_add_test(tests, a_failing_statement_takes_its_rows_back);
    tcase_add_test(tests, savepoints_and_ends_are_told);
    tcase_add_test(tests, a_watch_outlives_the_transaction_it_began_in);
    tcase_add_test(tests, scripts_and_returning_tell);
    tcase_add_test(tests, what_the_log_is_kept_in_is_not_told);
    tcase_add_test(tests, who_does_not_watch_is_not_told);
    tcase_add_test(tests, many_rows_are_told_one_by_one);
    tcase_add_test(tests, a_muted_engine_tells_nothing);
}

Suite *
db_watch_suite(void)
{
    Suite *suite = suite_create("db_watch");
    TCase *lite = tcase_create("watch on SQLite"), *postgres = tcase_create("watch on PostgreSQL");
    tcase_add_checked_fixture(lite, setup, teardown);
    add_common(lite);
    tcase_add_test(lite, sqlite_has_no_way_of_its_own);
    suite_add_tcase(suite, lite);
    tcase_add_checked_fixture(postgres, setup_postgres, teardown);
    add_common(postgres);
    tcase_add_test(postgres, a_load_writes_and_tells);
    tcase_add_test(postgres, a_load_that_breaks_a_rule_is_a_data_error);
    tcase_add_test(postgres, nothing_else_runs_while_rows_are_loaded);
    tcase_add_test(postgres, much_is_loaded);
    if (server_url())
        suite_add_tcase(suite, postgres);
    return suite;
}
