#include "scratch.h"

#include <sys/resource.h>
#include <sys/wait.h>

#include "base/str.h"
#include "db/driver.h"

Suite *postgres_suite(void);

/* What only a server can do, and do wrong: URLs, locks of stores, serialisation, connections that break. */

static struct scratch scratch;
static struct err err;
static struct db *db, *other;
static const struct db_options make = {.create = true};
static const struct db_options hasty = {.wait_ms = 100};

static void
setup(void)
{
    scratch_engine = POSTGRES;
    scratch_small(&scratch,
                  "CREATE TABLE probe (id INTEGER PRIMARY KEY, words TEXT, body BLOB) STRICT;"
                  "INSERT INTO probe (id, words) VALUES (1, 'one')");
    OK(db_open(&db, scratch.file, DB_WRITE, &hasty, &err));
    other = NULL;
}

static void
teardown(void)
{
    db_close(other);
    db_close(db);
    scratch_remove(&scratch);
}

static int
add(struct db *to, int64_t id)
{
    const struct db_value row[] = {db_int(id)};
    return db_run(to, "INSERT INTO probe (id) VALUES ($1)", row, 1, &err);
}

static int64_t
items(void)
{
    return atoi(server_run("", "SELECT count(*) FROM \"%s\".probe", scratch.schema));
}

/* ---- texts ---------------------------------------------------------------------------------------- */

static const struct {
    const char *ours, *theirs;
} spellings[] = {
    {"CREATE TABLE a (id INTEGER PRIMARY KEY, b TEXT NOT NULL, c BLOB) STRICT",
     "CREATE TABLE a (id BIGINT PRIMARY KEY, b TEXT COLLATE \"C\" NOT NULL, c BYTEA) "},
    {"create table a (b integer, primary key (b)) strict, without rowid;\nSELECT STRICT",
     "create table a (b BIGINT, primary key (b))   ;\nSELECT STRICT"},
    {"CREATE TABLE \"text\" (text TEXT, \"INTEGER\" INTEGER, n INTEGER CHECK (n = CAST('1' AS "
     "INTEGER)))",
     "CREATE TABLE \"text\" (text TEXT COLLATE \"C\", \"INTEGER\" BIGINT, "
     "n BIGINT CHECK (n = CAST('1' AS BIGINT)))"},
    {"CREATE TABLE a (b TEXT CHECK (b = CAST(1 AS TEXT) OR b = ' x TEXT, y INTEGER')) STRICT",
     "CREATE TABLE a (b TEXT COLLATE \"C\" CHECK (b = CAST(1 AS TEXT) OR b = ' x TEXT, y "
     "INTEGER')) "},
    {"-- a TEXT; CREATE TABLE x (y INTEGER)\nALTER TABLE a ADD COLUMN b BLOB /* c TEXT */",
     "-- a TEXT; CREATE TABLE x (y INTEGER)\nALTER TABLE a ADD COLUMN b BYTEA /* c TEXT */"},
    {"INSERT INTO a SELECT CAST(1 AS TEXT), x'00Ff', X'', 'it''s x''01''', x FROM b",
     "INSERT INTO a SELECT CAST(1 AS TEXT), CAST('\\x00Ff' AS BYTEA), CAST('\\x' AS BYTEA), "
     "'it''s x''01''', x FROM b"},
    {"CREATE INDEX a ON b (c TEXT)", "CREATE INDEX a ON b (c TEXT)"},
    {"CREATE TABLE a (b INTEGER) -- strict? STRICT\n STRICT; UPDATE a SET integer = 'open",
     "CREATE TABLE a (b BIGINT) -- strict? STRICT\n ; UPDATE a SET integer = 'open"},
};

START_TEST(migrations_are_spelt_anew)
{
    struct str out = STR_INIT;
    postgres_translate(&out, spellings[_i].ours);
    ck_assert_str_eq(out.text, spellings[_i].theirs);
    str_release(&out);
}
END_TEST

/* Digits to the base 10,000 behind count, place, sign, decimals; see db_postgres_value.c. */
static const struct {
    const char *bytes;
    int length;
    bool whole;
    int64_t number;
} numerics[] = {
    {"\0\0\0\0\0\0\0\0", 8, true, 0},
    {"\0\1\0\1\0\0\0\0\0\7", 10, true, 70000},
    {"\0\2\0\1\100\0\0\0\0\1\0\2", 12, true, -10002},
    {"\0\2\0\0\0\0\0\1\0\1\23\210", 12, false, 0}, /* 1.5 */
    {"\0\1\377\377\0\0\0\1\23\210", 10, false, 0}, /* 0.5 */
    {"\0\2\0\0\0\0\0\1\0\1\0\0", 12, true, 1},     /* 1.0000 */
    {"\0\0\0\0\300\0\0\0", 8, false, 0},           /* NaN */
    {"\0\0\0\0\320\0\0\0", 8, false, 0},           /* infinity */
    {"\0\1\0\5\0\0\0\0\0\1", 10, false, 0},        /* 10 to the 20 */
    {"\0\5\0\4\0\0\0\0\3\232\15\54\1\160\25\145\26\257", 18, true, INT64_MAX},
    {"\0\5\0\4\100\0\0\0\3\232\15\54\1\160\25\145\26\260", 18, true, INT64_MIN},
    {"\0\5\0\4\0\0\0\0\3\232\15\54\1\160\25\145\26\260", 18, false, 0},
    {"\0\5\0\4\0\0\0\0\3\232", 10, false, 0}, /* cut short */
    {"\0\1\0", 3, false, 0},
};

START_TEST(numerics_are_whole_or_none)
{
    struct db_value value = db_null();
    bool whole = postgres_decode(PG_NUMERIC, numerics[_i].bytes, numerics[_i].length, &value);
    ck_assert_int_eq(whole, numerics[_i].whole);
    if (whole)
        ck_assert_int_eq(value.number, numerics[_i].number);
}
END_TEST

START_TEST(strange_types_are_refused)
{
    struct db_stmt *stmt;
    OK(db_prepare(db, &stmt, "SELECT true AS truth", &err));
    FAILS(db_step(stmt, &err), ERR_DB, "column truth: ");
    db_finish(stmt);
    OK(db_prepare(db, &stmt, "SELECT CAST(1.5 AS double precision) AS part", &err));
    FAILS(db_step(stmt, &err), ERR_DB, "column part: ");
    db_finish(stmt);
    OK(add(db, 2)); /* no harm done */
}
END_TEST

/* ---- URLs ------------------------------------------------------------------------------------------ */

static const char *const secrets[] = {
    "postgresql://u:secret@h/x",
    "postgres://:secret@h/x",
    "postgresql://h/x?password=secret",
    "postgresql://h/x?user=u&pass%77ord=secret",
    "postgresql://h/x?sslpassword=secret",
    "postgresql://u:s%65cret@h1,h2:5433/x?target_session_attrs=any",
};

START_TEST(passwords_do_not_belong_into_urls)
{
    struct db *none;
    FAILS(db_open(&none, secrets[_i], DB_READ, NULL, &err), ERR_USAGE, "~/.pgpass");
    ck_assert_ptr_null(strstr(err.text, "cret"));
    ck_assert_ptr_null(none);
}
END_TEST

static const struct {
    const char *url;
    enum err_kind kind;
    const char *words;
} unreachable[] = {
    {"postgresql://[bad", ERR_USAGE, "cannot be read"},
    {"postgresql://u:secret@h/x?nothing=1", ERR_USAGE, "cannot be read"},
    {"postgresql:///x?host=/nowhere", ERR_BUSY, "cannot be reached"},
    {"postgresql://127.0.0.1:1/x", ERR_BUSY, "cannot be reached"},
    {"postgresql:///x?sslmode=perhaps", ERR_USAGE, "URL cannot be used"},
    {"postgresql:///x?service=nothing_of_that_name", ERR_USAGE, "URL cannot be used"},
};

START_TEST(servers_that_are_not_there)
{
    struct db *none;
    FAILS(db_open(&none, unreachable[_i].url, DB_READ, NULL, &err), unreachable[_i].kind,
          unreachable[_i].words);
    ck_assert_ptr_null(strstr(err.text, "secret"));
    ck_assert_ptr_null(strchr(err.text, '\n'));
}
END_TEST

static const char *
url_with(const char *more)
{
    static char url[640];
    snprintf(url, sizeof url, "%s%s", scratch.file, more);
    return url;
}

START_TEST(refusals_are_said_in_words)
{
    struct db *none;
    FAILS(db_open(&none, url_with("&dbname=no_such"), DB_READ, NULL, &err), ERR_DB,
          "the server has no such database");
    FAILS(db_open(&none, url_with("&user=no_such"), DB_READ, NULL, &err), ERR_DB,
          "does not let this user in");
    server_run("&user=postgres", "CREATE ROLE \"full %s\" LOGIN CONNECTION LIMIT 0",
               scratch.schema);
    char more[128];
    snprintf(more, sizeof more, "&user=full %s", scratch.schema);
    FAILS(db_open(&none, url_with(more), DB_READ, NULL, &err), ERR_BUSY, "no more connections");
    ck_assert_int_eq(err_exit_code(err.kind), 75);
    server_run("&user=postgres", "DROP ROLE \"full %s\"", scratch.schema);
}
END_TEST

START_TEST(a_missing_library_is_named)
{
    struct postgres_api pq;
    FAILS(postgres_load(&pq, "libnothing.so.9", &err), ERR_DB, "package libpq5");
    FAILS(postgres_load(&pq, "libm.so.6", &err), ERR_DB, "libm.so.6 has no PQ");
}
END_TEST

/* Only the schema that the search path begins with counts, whatever lies behind it. */
START_TEST(schemas_are_databases_of_their_own)
{
    struct db *none;
    char more[160];
    const char *schema = scratch.schema;
    server_run("",
               "CREATE SCHEMA \"%s e\"; CREATE SCHEMA \"%s f\"; CREATE TABLE \"%s f\".x (y int)",
               schema, schema, schema);
    snprintf(more, sizeof more, "&options=-csearch_path%%3D%%22%s%%5C%%20e%%22,%%22%s%%22", schema,
             schema);
    FAILS(db_open(&none, url_with(more), DB_READ, NULL, &err), ERR_DB,
          "no such database; make one");
    FAILS(db_open(&none, url_with(more), DB_ADMIN, NULL, &err), ERR_DB,
          "no such database; make one");
    OK(db_open(&none, url_with(more), DB_ADMIN, &make, &err));
    struct db_stmt *stmt;
    FAILS(db_prepare(none, &stmt, "SELECT * FROM probe", &err), ERR_DB, "refuses a statement");
    db_close(none);
    snprintf(more, sizeof more, "&options=-csearch_path%%3D%%22%s%%5C%%20f%%22", schema);
    FAILS(db_open(&none, url_with(more), DB_READ, NULL, &err), ERR_DB, "not a medi database");
    FAILS(db_open(&none, url_with(more), DB_ADMIN, &make, &err), ERR_DB, "has tables already");
    FAILS(db_open(&none, scratch.file, DB_ADMIN, &make, &err), ERR_DB, "has tables already");
    FAILS(db_open(&none, url_with("&options=-csearch_path%3Dnowhere"), DB_READ, NULL, &err), ERR_DB,
          "search_path names no schema");
    server_run("", "SET client_min_messages = warning; DROP SCHEMA \"%s e\", \"%s f\" CASCADE",
               schema, schema);
}
END_TEST

START_TEST(other_encodings_are_refused)
{
    struct db *none;
    char name[64], more[96];
    snprintf(name, sizeof name, "latin %s", scratch.schema);
    snprintf(more, sizeof more, "&dbname=%s", name);
    server_run("&user=postgres&dbname=postgres",
               "CREATE DATABASE \"%s\" ENCODING 'LATIN1' LOCALE 'C' LOCALE_PROVIDER libc "
               "TEMPLATE template0",
               name);
    FAILS(db_open(&none, url_with(more), DB_READ, NULL, &err), ERR_DB, "is not UTF8");
    server_run("&user=postgres&dbname=postgres", "DROP DATABASE \"%s\"", name);
}
END_TEST

/* Whatever the server, the role or the URL has set. */
START_TEST(settings_of_others_change_nothing)
{
    struct db *odd;
    char url[700];
    snprintf(url, sizeof url,
             "%s%%20-cstandard_conforming_strings%%3Doff%%20-cbytea_output%%3Descape"
             "%%20-cdefault_transaction_read_only%%3Don%%20-cstatement_timeout%%3D500"
             "%%20-cDateStyle%%3DGerman%%20-cclient_min_messages%%3Derror",
             scratch.file);
    OK(db_open(&odd, url, DB_WRITE, NULL, &err));
    ck_assert_str_eq(db_place(odd), url);
    ck_assert_int_eq(scratch_number(odd, "SELECT count(*) FROM pg_sleep(1) AS slept"), 1);
    OK(db_begin(odd, &err));
    const struct db_value row[] = {db_int(2), db_text("a\\'b"), db_bytes("\0\\", 2)};
    OK(db_run(odd, "INSERT INTO probe (id, words, body) VALUES ($1, $2, $3)", row, 3, &err));
    ck_assert_int_eq(scratch_number(odd, "SELECT count(*) FROM probe WHERE words LIKE 'a\\\\%'"),
                     1);
    OK(db_commit(odd, &err));
    ck_assert_int_eq(
        scratch_number(odd, "SELECT count(*) WHERE current_setting('synchronous_commit') = 'on'"),
        1);
    ck_assert_int_eq(scratch_number(odd, "SELECT count(*) FROM pg_stat_activity WHERE pid = "
                                         "pg_backend_pid() AND application_name = 'medi'"),
                     1);
    db_close(odd);
    ck_assert_int_eq(items(), 2);
}
END_TEST

START_TEST(rights_that_are_missing_are_said)
{
    struct db *guest;
    char more[96];
    server_run("&user=postgres",
               "CREATE ROLE \"guest %s\" LOGIN; GRANT USAGE ON SCHEMA \"%s\" TO \"guest %s\";"
               "GRANT SELECT ON ALL TABLES IN SCHEMA \"%s\" TO \"guest %s\"",
               scratch.schema, scratch.schema, scratch.schema, scratch.schema, scratch.schema);
    snprintf(more, sizeof more, "&user=guest %s", scratch.schema);
    OK(db_open(&guest, url_with(more), DB_WRITE, NULL, &err));
    ck_assert_int_eq(scratch_number(guest, "SELECT count(*) FROM probe"), 1);
    FAILS(add(guest, 2), ERR_DB, "has not the right");
    db_close(guest);
    server_run("&user=postgres", "DROP OWNED BY \"guest %s\"; DROP ROLE \"guest %s\"",
               scratch.schema, scratch.schema);
}
END_TEST

/* ---- rows ---------------------------------------------------------------------------------------------- */

static long
memory_kib(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

/* Also when somebody else needs the connection in the middle, which takes a file. */
START_TEST(many_rows_take_no_memory)
{
    enum { ROWS = 1000000 };
    static const char question[] = "SELECT CAST(i AS BIGINT) AS i, 'some words to carry ' || i "
                                   "FROM generate_series(1, 1000000) AS i";
    char words[64];
    struct db_stmt *first, *second;
    int64_t i = 0;
    long before = memory_kib();
    OK(db_prepare(db, &first, question, &err));
    OK(db_prepare(db, &second, question, &err));
    while (db_step(first, &err) == 1) {
        ck_assert_int_eq(db_get_int(first, 0), ++i);
        if (i == 500) { /* the rest of first has to be put away */
            ck_assert_int_eq(db_step(second, &err), 1);
            ck_assert_int_eq(db_step(second, &err), 1);
            ck_assert_int_eq(db_get_int(second, 0), 2);
        }
        if (i % 100000 == 0) {
            snprintf(words, sizeof words, "some words to carry %d", (int)i);
            ck_assert_str_eq(db_get_text(first, 1), words);
        }
    }
    ck_assert_int_eq(i, ROWS);
    for (i = 2; db_step(second, &err) == 1;)
        ck_assert_int_eq(db_get_int(second, 0), ++i);
    ck_assert_int_eq(i, ROWS);
    db_finish(first);
    db_finish(second);
#ifndef __SANITIZE_ADDRESS__ /* which keeps what was freed */
    ck_assert_msg(memory_kib() - before < 32 * 1024, "%ld KiB", memory_kib() - before);
#endif
    ck_assert_int_ge(memory_kib(), before);
}
END_TEST

START_TEST(rows_of_a_transaction_that_is_gone)
{
    struct db_stmt *stmt, *read;
    OK(db_prepare(db, &stmt, "SELECT i FROM generate_series(1, 100000) AS i", &err));
    OK(db_prepare(db, &read, "SELECT words FROM probe", &err));
    OK(db_begin(db, &err));
    ck_assert_int_eq(db_step(stmt, &err), 1);
    db_rollback(db);
    FAILS(db_step(stmt, &err), ERR_DB, "rolled back while its rows were read");
    ck_assert_int_eq(db_step(stmt, &err), 1); /* it can be run again */
    ck_assert_int_eq(db_get_int(stmt, 0), 1);
    ck_assert_int_eq(db_step(read, &err), 1);
    ck_assert_str_eq(db_get_text(read, 0), "one");
    ck_assert_int_eq(db_step(stmt, &err), 1);
    ck_assert_int_eq(db_get_int(stmt, 0), 2);
    db_finish(stmt);
    db_finish(read);
}
END_TEST

/* An error behind many rows comes before the rows that were received with it, or after those that were given. */
START_TEST(an_error_in_the_middle)
{
    static const char question[] =
        "SELECT 1 / (CAST($1 AS BIGINT) - i) FROM generate_series(1, 100000) AS i";
    struct db_stmt *stmt, *inner;
    int result, rows = 0;
    OK(db_prepare(db, &stmt, question, &err));
    OK(db_prepare(db, &inner, "SELECT 1", &err));
    db_bind(stmt, 1, db_int(10));
    FAILS(db_step(stmt, &err), ERR_DATA, "division by zero");
    db_bind(stmt, 1, db_int(50000));
    while ((result = db_step(stmt, &err)) == 1)
        rows++;
    ck_assert_int_eq(result, -1);
    ck_assert_int_ge(rows, 40000);
    ck_assert_int_eq(db_step(stmt, &err), 1);
    ck_assert_int_eq(db_step(inner, &err), 1); /* puts the rest away, and the error with it */
    FAILS(db_step(stmt, &err), ERR_DATA, "division by zero");
    db_finish(stmt);
    db_finish(inner);
}
END_TEST

START_TEST(statements_survive_what_is_altered)
{
    struct db_stmt *all, *some;
    OK(db_prepare(db, &all, "SELECT * FROM probe", &err));
    OK(db_prepare(db, &some, "SELECT words FROM probe", &err));
    OK(db_script(db, "ALTER TABLE probe ADD COLUMN more TEXT", &err));
    ck_assert_int_eq(db_step(some, &err), 1);
    ck_assert_str_eq(db_get_text(some, 0), "one");
    FAILS(db_step(all, &err), ERR_DB, "altered under a statement");
    db_finish(all);
    db_finish(some);
}
END_TEST

/* ---- transactions ---------------------------------------------------------------------------------------- */

START_TEST(a_failed_statement_ends_the_transaction)
{
    OK(db_begin(db, &err));
    OK(add(db, 2));
    FAILS(add(db, 1), ERR_DATA, "same probe.id");
    FAILS(add(db, 3), ERR_DB, "an earlier statement of this transaction failed");
    ck_assert(db_in_transaction(db));
    FAILS(db_commit(db, &err), ERR_DB, "nothing of it was written");
    db_rollback(db);
    ck_assert_int_eq(items(), 1);
    OK(db_begin(db, &err)); /* and its lock was given back */
    OK(db_savepoint(db, "try", &err));
    FAILS(add(db, 1), ERR_DATA, "same probe.id");
    db_savepoint_rollback(db, "try");
    OK(add(db, 2));
    OK(db_commit(db, &err));
    ck_assert_int_eq(items(), 2);
}
END_TEST

static int
begin_for(struct db *one, int64_t store)
{
    db_scope(one, store);
    return db_begin(one, &err);
}

START_TEST(stores_wait_for_themselves_only)
{
    struct db *third;
    OK(db_open(&other, scratch.file, DB_WRITE, &hasty, &err));
    OK(db_open(&third, scratch.file, DB_WRITE, &hasty, &err));
    OK(begin_for(db, 1));
    OK(begin_for(other, 2));
    OK(add(db, 11));
    OK(add(other, 12));
    FAILS(begin_for(third, 1), ERR_BUSY, "busy");
    ck_assert_int_eq(db_again(third), DB_NOT_AGAIN);
    FAILS(begin_for(third, 2), ERR_BUSY, "busy");
    FAILS(begin_for(third, 0), ERR_BUSY, "busy");
    OK(begin_for(third, 3)); /* and what it failed to get does not stand in its own way */
    db_rollback(third);
    OK(db_commit(db, &err));
    OK(begin_for(third, 1));
    FAILS(begin_for(db, 0), ERR_BUSY, "busy");
    db_rollback(third);
    OK(db_commit(other, &err));
    OK(begin_for(db, 0));
    FAILS(begin_for(third, 1), ERR_BUSY, "busy");
    FAILS(begin_for(third, INT64_C(2147483647)), ERR_BUSY,
          "busy"); /* its lock is not that on all */
    db_rollback(db);
    OK(begin_for(third, INT64_C(2147483647) * 3));
    db_close(third);
    ck_assert_int_eq(items(), 3);
}
END_TEST

/* Neither a begin that was given up nor a commit that was refused keeps a lock. */
START_TEST(who_gave_up_holds_nothing)
{
    OK(db_open(&other, scratch.file, DB_WRITE, &hasty, &err));
    OK(begin_for(db, 1));
    FAILS(begin_for(other, 1), ERR_BUSY, "busy");
    OK(db_commit(db, &err));
    OK(begin_for(db, 0));
    db_rollback(db);
    OK(db_script(
        other, "CREATE TABLE late (p INTEGER REFERENCES probe (id) DEFERRABLE INITIALLY DEFERRED)",
        &err));
    OK(begin_for(other, 0));
    OK(db_script(other, "INSERT INTO late VALUES (77)", &err));
    FAILS(db_commit(other, &err), ERR_DATA, "referred to");
    OK(begin_for(db, 0));
}
END_TEST

/* Each reads what the other writes: no order of the two would have given that. */
START_TEST(a_serialisation_failure_can_be_tried_again)
{
    OK(db_open(&other, scratch.file, DB_WRITE, &hasty, &err));
    OK(begin_for(db, 1));
    OK(begin_for(other, 2));
    ck_assert_int_eq(scratch_number(db, "SELECT count(*) FROM probe"), 1);
    ck_assert_int_eq(scratch_number(other, "SELECT count(*) FROM probe"), 1);
    OK(add(db, 11));
    OK(add(other, 12));
    OK(db_commit(db, &err));
    FAILS(db_commit(other, &err), ERR_BUSY, "came in between; nothing was written");
    ck_assert_int_eq(db_again(other), DB_AGAIN);
    db_rollback(other);
    OK(begin_for(other, 2));
    ck_assert_int_eq(db_again(other), DB_NOT_AGAIN);
    ck_assert_int_eq(scratch_number(other, "SELECT count(*) FROM probe"), 2);
    OK(add(other, 12));
    OK(db_commit(other, &err));
    ck_assert_int_eq(items(), 3);
}
END_TEST

/* ---- connections that break --------------------------------------------------------------------------------- */

static void
kill_connection(struct db *victim)
{
    int64_t pid = scratch_number(victim, "SELECT CAST(pg_backend_pid() AS BIGINT)");
    server_run("", "SELECT pg_terminate_backend(%lld, 5000)", (long long)pid);
}

START_TEST(lost_before_a_statement)
{
    struct db_stmt *stmt;
    OK(db_prepare(db, &stmt, "SELECT words FROM probe WHERE id = $1", &err));
    db_bind(stmt, 1, db_int(1));
    OK(db_begin(db, &err));
    OK(add(db, 2));
    kill_connection(db);
    FAILS(add(db, 3), ERR_BUSY, "the connection to the server was lost; nothing was written");
    ck_assert_int_eq(db_again(db), DB_AGAIN);
    ck_assert_int_eq(err_exit_code(err.kind), 75);
    ck_assert(!db_in_transaction(db));
    FAILS(db_commit(db, &err), ERR_DB, "ended early");
    db_rollback(db);
    ck_assert_int_eq(items(), 1);
    OK(db_begin(db, &err)); /* connects again, and what was prepared is so again */
    ck_assert_int_eq(db_step(stmt, &err), 1);
    ck_assert_str_eq(db_get_text(stmt, 0), "one");
    OK(add(db, 2));
    OK(db_commit(db, &err));
    ck_assert_int_eq(items(), 2);
    db_finish(stmt);
}
END_TEST

START_TEST(lost_before_the_commit)
{
    OK(db_begin(db, &err));
    OK(add(db, 2));
    kill_connection(db);
    FAILS(db_commit(db, &err), ERR_BUSY, "nothing was written");
    ck_assert_int_eq(db_again(db), DB_AGAIN);
    db_rollback(db);
    ck_assert_int_eq(items(), 1);
}
END_TEST

/* A trigger that fires in the commit ends its own server process: nobody could know from outside. */
START_TEST(lost_in_the_commit)
{
    server_run(
        "",
        "SET search_path = \"%s\"; CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS "
        "'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(5);"
        " RETURN NULL; END';"
        "CREATE CONSTRAINT TRIGGER die AFTER INSERT ON probe DEFERRABLE INITIALLY DEFERRED "
        "FOR EACH ROW EXECUTE FUNCTION die()",
        scratch.schema);
    OK(db_begin(db, &err));
    OK(add(db, 2));
    FAILS(db_commit(db, &err), ERR_BUSY,
          "the server went away before it answered the commit; whether the work was done is not "
          "known");
    ck_assert_int_eq(db_again(db), DB_UNKNOWN);
    db_rollback(db);
    OK(db_begin(db, &err));
    db_rollback(db);
    FAILS(add(db, 2), ERR_BUSY, "whether the work was done is not known"); /* a commit of its own */
    ck_assert_int_eq(db_again(db), DB_UNKNOWN);
}
END_TEST

START_TEST(lost_while_idle_or_reading)
{
    struct db_stmt *stmt;
    kill_connection(db);
    OK(db_begin(db, &err)); /* nothing was lost with it */
    OK(add(db, 2));
    OK(db_commit(db, &err));
    OK(db_open(&other, scratch.file, DB_READ, NULL, &err));
    OK(db_prepare(other, &stmt,
                  "SELECT words || repeat('x', 5000) FROM probe, generate_series(1, 50000)", &err));
    ck_assert_int_eq(db_step(stmt, &err), 1);
    server_run("", "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity "
                   "WHERE query LIKE '%%repeat%%' AND pid <> pg_backend_pid()");
    int result;
    do
        result = db_step(stmt, &err);
    while (result == 1);
    ck_assert_int_eq(result, -1);
    ck_assert_int_eq(err.kind, ERR_BUSY);
    ck_assert_int_eq(db_again(other), DB_AGAIN);
    db_finish(stmt);
    OK(db_begin(other, &err));
    ck_assert_int_eq(scratch_number(other, "SELECT count(*) FROM probe"), 2);
}
END_TEST

START_TEST(lost_while_rows_are_loaded)
{
    static const char *const columns[] = {"id", "words"};
    struct db_load *load;
    int64_t pid = scratch_number(db, "SELECT CAST(pg_backend_pid() AS BIGINT)");
    OK(db_begin(db, &err));
    OK(db_load_begin(db, &load, "probe", columns, 2, &err));
    server_run("", "SELECT pg_terminate_backend(%lld, 5000)", (long long)pid);
    int result = 0;
    for (int i = 10; i < 20000 && result == 0; i++) {
        const struct db_value row[] = {db_int(i), db_text("words that make the buffer full")};
        result = db_load_row(load, row, &err);
    }
    if (result == 0)
        result = db_load_end(load, &err);
    else
        db_load_abort(load);
    ck_assert_int_eq(result, -1);
    ck_assert_int_eq(err.kind, ERR_BUSY);
    ck_assert_int_eq(db_again(db), DB_AGAIN);
    ck_assert(!db_load_conflict(db));
    db_rollback(db);
    OK(db_begin(db, &err));
    OK(add(db, 2));
    OK(db_commit(db, &err));
    ck_assert_int_eq(items(), 2);
}
END_TEST

/* ---- damage ------------------------------------------------------------------------------------------------- */

static int
list_finding(void *context, const char *what, struct err *error)
{
    (void)error;
    str_addf(context, "%s\n", what);
    return 0;
}

/* A page is overwritten where the server keeps it. Since the server has it in memory, what is checked is a copy,
 * which is made from the files. */
START_TEST(check_finds_damage)
{
    static const char admin[] = "&user=postgres&dbname=postgres";
    struct str list = STR_INIT;
    struct db *copy;
    char from[64], to[64], more[200], path[128];
    snprintf(from, sizeof from, "from %s", scratch.schema);
    snprintf(to, sizeof to, "to %s", scratch.schema);
    server_run(admin, "CREATE DATABASE \"%s\" OWNER medi", from);
    snprintf(more, sizeof more, "&dbname=%s", from);
    char url[600];
    snprintf(url, sizeof url, "%s%s", server_url(), more);
    const struct migration list_of_one[] = {
        {migrate_latest(), "small",
         "CREATE TABLE migration (version INTEGER PRIMARY KEY, name TEXT, applied_at INTEGER);"
         "CREATE TABLE probe (id INTEGER PRIMARY KEY); INSERT INTO probe VALUES (1)"},
        {0, NULL, NULL},
    };
    OK(db_open(&copy, url, DB_ADMIN, &make, &err));
    OK(migrate_run_list(copy, list_of_one, 5, NULL, NULL, &err));
    db_close(copy);
    snprintf(more, sizeof more, "&user=postgres&dbname=%s", from);
    snprintf(path, sizeof path, "%s",
             server_run(more, "CHECKPOINT; SELECT pg_relation_filepath('probe')"));
    server_run(admin,
               "COPY (SELECT repeat('damaged', 20)) TO PROGRAM 'dd of=%s conv=notrunc status=none'",
               path);
    server_run(admin, "CREATE DATABASE \"%s\" OWNER medi TEMPLATE \"%s\" STRATEGY file_copy", to,
               from);
    snprintf(url, sizeof url, "%s&dbname=%s", server_url(), to);
    OK(db_open(&copy, url, DB_WRITE, NULL, &err));
    OK(db_check(copy, list_finding, &list, &err));
    ck_assert_str_eq(list.text, "probe: the table is damaged and cannot be read whole\n");
    str_clear(&list);
    OK(db_begin(copy, &err));
    OK(db_check(copy, list_finding, &list, &err)); /* goes on inside a transaction */
    ck_assert_str_eq(list.text, "probe: the table is damaged and cannot be read whole\n");
    FAILS(add(copy, 2), ERR_DB, "the database is damaged");
    db_close(copy);
    str_release(&list);
    server_run(admin, "DROP DATABASE \"%s\" WITH (FORCE)", from);
    server_run(admin, "DROP DATABASE \"%s\" WITH (FORCE)", to);
}
END_TEST

#define COUNT_OF(array) (int)(sizeof(array) / sizeof *(array))

static TCase *
texts(void)
{
    TCase *tests = tcase_create("texts");
    tcase_add_loop_test(tests, migrations_are_spelt_anew, 0, COUNT_OF(spellings));
    tcase_add_loop_test(tests, numerics_are_whole_or_none, 0, COUNT_OF(numerics));
    tcase_add_loop_test(tests, passwords_do_not_belong_into_urls, 0, COUNT_OF(secrets));
    tcase_add_loop_test(tests, servers_that_are_not_there, 0, COUNT_OF(unreachable));
    tcase_add_test(tests, a_missing_library_is_named);
    return tests;
}

Suite *
postgres_suite(void)
{
    Suite *suite = suite_create("postgres");
    TCase *tests = tcase_create("on a server");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, strange_types_are_refused);
    tcase_add_test(tests, refusals_are_said_in_words);
    tcase_add_test(tests, schemas_are_databases_of_their_own);
    tcase_add_test(tests, other_encodings_are_refused);
    tcase_add_test(tests, settings_of_others_change_nothing);
    tcase_add_test(tests, rights_that_are_missing_are_said);
    tcase_add_test(tests, many_rows_take_no_memory);
    tcase_add_test(tests, rows_of_a_transaction_that_is_gone);
    tcase_add_test(tests, an_error_in_the_middle);
    tcase_add_test(tests, statements_survive_what_is_altered);
    tcase_add_test(tests, a_failed_statement_ends_the_transaction);
    tcase_add_test(tests, stores_wait_for_themselves_only);
    tcase_add_test(tests, who_gave_up_holds_nothing);
    tcase_add_test(tests, a_serialisation_failure_can_be_tried_again);
    tcase_add_test(tests, lost_before_a_statement);
    tcase_add_test(tests, lost_before_the_commit);
    tcase_add_test(tests, lost_in_the_commit);
    tcase_add_test(tests, lost_while_idle_or_reading);
    tcase_add_test(tests, lost_while_rows_are_loaded);
    tcase_add_test(tests, check_finds_damage);
    suite_add_tcase(suite, texts());
    if (server_url())
        suite_add_tcase(suite, tests);
    return suite;
}
