#include "scratch.h"

#include "base/str.h"
#include "db/sql.h"

Suite *sql_suite(void);

static struct scratch scratch;
static struct err err;

static void
on_sqlite(void)
{
    scratch_engine = SQLITE;
}

static void
on_postgres(void)
{
    scratch_engine = POSTGRES;
}

static void
teardown(void)
{
    scratch_remove(&scratch);
}

/* ---- every embedded statement against a fresh database ---- */

/* One declared column may be two real ones: a ratio is its numerator and its denominator. */
static void
expect_column(struct str *wrong, const struct sql *sql, struct db_stmt *stmt, int *at,
              const char *name, const char *ending)
{
    struct str wanted = STR_INIT;
    str_addf(&wanted, "%s%s", name, ending);
    const char *real = *at < db_column_count(stmt) ? db_column_name(stmt, *at) : "none";
    if (strcmp(real, wanted.text) != 0)
        str_addf(wrong, "%s.sql: column %d is declared %s but is %s\n", sql->name, *at + 1,
                 wanted.text, real);
    str_release(&wanted);
    ++*at;
}

static void
compare_columns(struct str *wrong, const struct sql *sql, struct db_stmt *stmt)
{
    int at = 0;
    for (int i = 0; i < sql->column_count; i++) {
        const char *name = sql->columns[i].name;
        bool ratio = strcmp(sql->columns[i].type, "ratio") == 0;
        expect_column(wrong, sql, stmt, &at, name, ratio ? "_numerator" : "");
        if (ratio)
            expect_column(wrong, sql, stmt, &at, name, "_denominator");
    }
    if (db_column_count(stmt) != at)
        str_addf(wrong, "%s.sql: %d columns are declared but there are %d\n", sql->name, at,
                 db_column_count(stmt));
}

/* The highest n of $n, read from the text as the engine would not tell. */
static int
highest_parameter(const char *text)
{
    int highest = 0;
    for (const char *at = strchr(text, '$'); at; at = strchr(at + 1, '$'))
        highest = atoi(at + 1) > highest ? atoi(at + 1) : highest;
    return highest;
}

static void
check_statement(struct db *db, const struct sql *sql, struct str *wrong)
{
    struct db_stmt *stmt;
    if (db_prepare(db, &stmt, sql->text, &err) != 0) {
        str_addf(wrong, "%s.sql: %s\n", sql->name, err.text);
        return;
    }
    compare_columns(wrong, sql, stmt);
    if (highest_parameter(sql->text) != sql->param_count)
        str_addf(wrong, "%s.sql: %d parameters are declared, $%d is used\n", sql->name,
                 sql->param_count, highest_parameter(sql->text));
    if (sql->says[0] == '\0')
        str_addf(wrong, "%s.sql: does not say what it answers\n", sql->name);
    db_finish(stmt);
}

START_TEST(every_statement_is_what_it_declares)
{
    struct db *db;
    struct str wrong = STR_INIT;
    scratch_database(&scratch, "");
    OK(db_open(&db, scratch.file, DB_WRITE, NULL, &err));
    for (int id = SQL_NONE + 1; id < SQL_COUNT; id++)
        check_statement(db, sql_get((enum sql_id)id), &wrong);
    ck_assert_msg(wrong.length == 0, "\n%s", wrong.text);
    db_close(db);
}
END_TEST

/* That the comparison above sees a difference. */
START_TEST(a_wrong_declaration_is_named)
{
    static const struct sql_field columns[] = {{"version", "int"}, {"part", "ratio"}};
    static const struct sql cases[] = {
        {"x/name", "says", "SELECT version AS other FROM migration", NULL, 0, columns, 1},
        {"x/few", "says", "SELECT version FROM migration", NULL, 0, columns, 2},
        {"x/many", "says", "SELECT version, name FROM migration", NULL, 0, columns, 1},
        {"x/params", "says", "SELECT version FROM migration WHERE name = $2", NULL, 0, columns, 1},
        {"x/broken", "says", "SELECT version FROM migrations", NULL, 0, columns, 1},
        {"x/silent", "", "SELECT version FROM migration", NULL, 0, columns, 1},
    };
    struct db *db;
    scratch_database(&scratch, "");
    OK(db_open(&db, scratch.file, DB_READ, NULL, &err));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str wrong = STR_INIT;
        check_statement(db, &cases[i], &wrong);
        ck_assert_msg(strstr(wrong.text, cases[i].name), "%s: %s", cases[i].name, wrong.text);
        str_release(&wrong);
    }
    db_close(db);
}
END_TEST

START_TEST(statements_run_by_id)
{
    struct db *db;
    struct db_stmt *stmt;
    int64_t changed = 0;
    const struct db_value row[] = {db_int(4711), db_text("later"), db_int(5)};
    scratch_database(&scratch, "");
    OK(db_open(&db, scratch.file, DB_WRITE, NULL, &err));
    OK(sql_run(db, SQL_DB_MIGRATION_ADD, row, 3, &changed, &err));
    ck_assert_int_eq(changed, 1);
    ck_assert_int_eq(sql_first(db, &stmt, SQL_DB_MIGRATION_VERSION, NULL, 0, &err), 1);
    ck_assert_int_eq(db_get_int(stmt, 0), 4711);
    db_finish(stmt);
    FAILS(sql_run(db, SQL_DB_MIGRATION_ADD, row, 3, NULL, &err), ERR_DATA, "same");
    FAILS(sql_run(db, SQL_DB_MIGRATION_ADD, row, 2, NULL, &err), ERR_DB, "takes 3 parameters");
    ck_assert_int_eq(sql_first(db, &stmt, SQL_DB_MIGRATION_ADD,
                               (struct db_value[]){db_int(4712), db_text("x"), db_int(1)}, 3, &err),
                     0);
    ck_assert_ptr_null(stmt);
    OK(db_script(db, "DROP TABLE migration", &err));
    FAILS(sql_first(db, &stmt, SQL_DB_MIGRATION_VERSION, NULL, 0, &err), ERR_DB,
          "statement db/migration-version");
    db_close(db);
}
END_TEST

/* ---- the generator ---- */

/* Runs it over sql/t.sql in the scratch folder; its exit status, and what it said in `out`. */
static int
embed(const char *mode, const char *files, char *out, size_t room)
{
    char command[512];
    snprintf(command, sizeof command, "awk -f lib/gen/embed_sql.awk -v mode=%s %s </dev/null 2>&1",
             mode, files);
    FILE *pipe = popen(command, "r");
    ck_assert_ptr_nonnull(pipe);
    size_t length = fread(out, 1, room - 1, pipe);
    out[length] = '\0';
    return pclose(pipe);
}

static void
write_file(const char *name, const char *text)
{
    scratch_write(&scratch, name, text);
}

/* The generator wants ROOM/sql/NAME.sql: links give a flat folder that shape. */
static void
shape(void)
{
    char link[128];
    scratch_make(&scratch);
    snprintf(link, sizeof link, "%s/room", scratch.folder);
    ck_assert_int_eq(symlink(".", link), 0);
    snprintf(link, sizeof link, "%s/sql", scratch.folder);
    ck_assert_int_eq(symlink(".", link), 0);
    snprintf(link, sizeof link, "%s/schema", scratch.folder);
    ck_assert_int_eq(symlink(".", link), 0);
}

static int
embed_one(const char *mode, const char *text, char *out, size_t room)
{
    char file[128];
    write_file("t.sql", text);
    snprintf(file, sizeof file, "%s/room/sql/t.sql", scratch.folder);
    return embed(mode, file, out, room);
}

static const struct {
    const char *text;
    const char *words; /* with the line */
} refused[] = {
    {"", "t.sql:1: no first comment"},
    {"SELECT 1 AS a\n", "t.sql:1: no first comment"},
    {"--\nSELECT 1 AS a\n", "t.sql:1: no first comment"},
    {"-- param: a int\nSELECT $1 AS a\n", "t.sql:1: no first comment"},
    {"SELECT 1 AS a\n-- Late words.\n", "t.sql:1: no first comment"},
    {"-- Says.\n-- param: a\nSELECT $1 AS a\n", "t.sql:2: param without a name and a type"},
    {"-- Says.\n-- column:\nSELECT 1 AS a\n", "t.sql:2: column without a name and a type"},
    {"-- Says.\n-- column: a real\nSELECT 1 AS a\n", "t.sql:2: column a: unknown type real"},
    {"-- Says.\n-- column: A int\nSELECT 1 AS a\n", "t.sql:2: column A: a name has"},
    {"-- Says.\n-- columns: a int\nSELECT 1 AS a\n", "t.sql:2: write \"-- param:\""},
    {"-- Says.\n-- column: a int\n-- column: a int\nSELECT 1\n",
     "t.sql:3: column a: declared twice"},
    {"-- Says.\n-- param: a int\nSELECT $1,\n $2 AS a\n", "t.sql:4: $2 has no"},
    {"-- Says.\n-- param: a int\nSELECT 1 AS a\n", "t.sql:2: param a ($1) is never used"},
    {"-- Says.\n-- param: a int\nSELECT '$1', \"$1\" /* $1 */ -- $1\n", "t.sql:2: param a ($1)"},
    {"-- Says.\nSELECT $0\n", "t.sql:2: '$' without a number"},
    {"-- Says.\nSELECT ?\n", "t.sql:2: '?'"},
    {"-- Says.\nSELECT :a\n", "t.sql:2: ':'"},
    {"-- Says.\nSELECT 1;\nSELECT 2;\n", "t.sql:3: more than one statement"},
    {"-- Says.\nSELECT 1; SELECT 2", "t.sql:2: more than one statement"},
    {"-- Says.\nSELECT 1; -- and a word; more\n", "t.sql:2: more than one statement"},
    {"-- Says.\n;\n", "no statement"},
    {"-- Says.\n", "t.sql:1: no statement"},
    {"-- Says.\nSELECT 'open\n", "t.sql:2: a quote or comment is left open"},
    {"-- Says.\r\nSELECT 1\r\n", "t.sql:1: a control character"},
};

START_TEST(bad_statements_fail_the_build)
{
    char out[4096];
    shape();
    int status = embed_one("data", refused[_i].text, out, sizeof out);
    ck_assert_msg(status != 0, "%s was taken:\n%s", refused[_i].text, out);
    ck_assert_msg(strstr(out, refused[_i].words), "%s: %s", refused[_i].text, out);
    ck_assert_ptr_null(strstr(out, "const struct")); /* nothing half written */
    ck_assert_int_ne(embed_one("list", refused[_i].text, out, sizeof out), 0);
}
END_TEST

START_TEST(a_good_statement_is_embedded)
{
    static const char text[] = "-- What it says,\n"
                               "-- on */ two lines.\n"
                               "-- param: store text   the code\n"
                               "-- column: a fen\n"
                               "SELECT 'it''s; $9 ?' AS a, \"x\\?\"\t-- tail\n"
                               "\n"
                               "-- a comment line\n"
                               "FROM t WHERE $1 = '中\n"
                               "-- quoted ?'; \n"
                               "\n";
    char out[4096];
    shape();
    ck_assert_int_eq(embed_one("data", text, out, sizeof out), 0);
    ck_assert_ptr_nonnull(strstr(out, "\"What it says, on */ two lines.\""));
    ck_assert_ptr_nonnull(strstr(out, "{\"store\", \"text\"}"));
    ck_assert_ptr_nonnull(strstr(out, "{\"a\", \"fen\"}"));
    ck_assert_ptr_nonnull(
        strstr(out, "\"SELECT 'it''s; $9 \\?' AS a, \\\"x\\\\\\?\\\"\\t-- tail\\n\""));
    ck_assert_ptr_nonnull(strstr(out, "\"FROM t WHERE $1 = '中\\n\""));
    ck_assert_ptr_nonnull(strstr(out, "\"-- quoted \\?'\""));
    ck_assert_ptr_null(strstr(out, "a comment line"));
    ck_assert_int_eq(embed_one("list", text, out, sizeof out), 0);
    ck_assert_ptr_nonnull(strstr(out, "/* What it says, on * / two lines. */\n    SQL_ROOM_T,\n"));
    ck_assert_int_eq(embed_one("list", "-- Says.\nSELECT 1", out, sizeof out), 0); /* no line end */
}
END_TEST

START_TEST(no_files_are_an_empty_list)
{
    char out[4096];
    shape();
    ck_assert_int_eq(embed("list", "", out, sizeof out), 0);
    ck_assert_ptr_nonnull(strstr(out, "SQL_NONE,\n    SQL_COUNT\n"));
    ck_assert_int_eq(embed("data", "", out, sizeof out), 0);
    ck_assert_ptr_nonnull(strstr(out, "[SQL_NONE]"));
    ck_assert_int_eq(embed("migrations", "", out, sizeof out), 0);
    ck_assert_ptr_nonnull(strstr(out, "{0, NULL, NULL}"));
    ck_assert_int_ne(embed("data", "nowhere/room/sql/t.sql", out, sizeof out), 0);
    ck_assert_ptr_nonnull(strstr(out, "cannot be read"));
    ck_assert_int_ne(embed("other", "", out, sizeof out), 0);
}
END_TEST

START_TEST(two_files_cannot_share_an_id)
{
    char out[4096], files[256];
    shape();
    write_file("a-b.sql", "-- Says.\nSELECT 1\n");
    write_file("a_b.sql", "-- Says.\nSELECT 1\n");
    snprintf(files, sizeof files, "%s/room/sql/a-b.sql %s/room/sql/a_b.sql", scratch.folder,
             scratch.folder);
    ck_assert_int_ne(embed("list", files, out, sizeof out), 0);
    ck_assert_ptr_nonnull(strstr(out, "has the same id"));
}
END_TEST

static int
embed_migrations(const char *first, const char *second, char *out, size_t room)
{
    char files[256];
    write_file(first, "-- \"One\"\nCREATE TABLE a (b);\n");
    write_file(second, "CREATE TABLE c (d);");
    snprintf(files, sizeof files, "%s/schema/%s %s/schema/%s", scratch.folder, first,
             scratch.folder, second);
    return embed("migrations", files, out, room);
}

START_TEST(migrations_are_numbered_without_gaps)
{
    char out[4096];
    shape();
    ck_assert_int_eq(embed_migrations("0001-a.sql", "0002-b.sql", out, sizeof out), 0);
    ck_assert_ptr_nonnull(strstr(out, "{1, \"0001-a\",\n     \"-- \\\"One\\\"\\n\"\n"));
    ck_assert_ptr_nonnull(strstr(out, "{2, \"0002-b\","));
    ck_assert_int_ne(embed_migrations("0001-a.sql", "0003-b.sql", out, sizeof out), 0);
    ck_assert_ptr_nonnull(strstr(out, "0003-b.sql: migrations are numbered without gaps: 0002"));
    ck_assert_int_ne(embed_migrations("0001-a.sql", "0001-b.sql", out, sizeof out), 0);
    ck_assert_int_ne(embed_migrations("0002-a.sql", "0003-b.sql", out, sizeof out), 0);
    ck_assert_int_ne(embed_migrations("0001-a.sql", "2-b.sql", out, sizeof out), 0);
    ck_assert_ptr_nonnull(strstr(out, "NNNN-NAME.sql"));
}
END_TEST

static void
add_statements(Suite *suite, TCase *tests, void (*engine)(void))
{
    tcase_add_checked_fixture(tests, engine, teardown);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, every_statement_is_what_it_declares);
    tcase_add_test(tests, a_wrong_declaration_is_named);
    tcase_add_test(tests, statements_run_by_id);
    suite_add_tcase(suite, tests);
}

Suite *
sql_suite(void)
{
    Suite *suite = suite_create("sql");
    TCase *tests = tcase_create("sql"), *lite = tcase_create("statements on SQLite"),
          *postgres = tcase_create("statements on PostgreSQL");
    int cases = (int)(sizeof refused / sizeof *refused);
    tcase_add_checked_fixture(tests, NULL, teardown);
    tcase_set_timeout(tests, 60);
    tcase_add_loop_test(tests, bad_statements_fail_the_build, 0, cases);
    tcase_add_test(tests, a_good_statement_is_embedded);
    tcase_add_test(tests, no_files_are_an_empty_list);
    tcase_add_test(tests, two_files_cannot_share_an_id);
    tcase_add_test(tests, migrations_are_numbered_without_gaps);
    suite_add_tcase(suite, tests);
    add_statements(suite, lite, on_sqlite);
    if (server_url())
        add_statements(suite, postgres, on_postgres);
    return suite;
}
