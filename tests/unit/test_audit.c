#include "scratch.h"
#include "server.h"

#include "audit/screen.h"
#include "base/str.h"

Suite *audit_suite(void);

/* Every rule of the shipped pack: the clinic of audit_clinic.sql breaks none; what its `breaks` makes of it
 * breaks this rule and those of its `with`, and no other; what its `passes` makes of it does not break this
 * rule. All rules are asked of each `breaks` on SQLite alone: on a server that is 12,000 questions, and which
 * rule breaks with which does not depend on the engine. */

enum { TODAY = 20250 };
static const int64_t now = 1749614400;

static struct arena arena;
static struct rules rules;
static struct db *db;
static struct scratch scratch;
static struct err err;

static void
no_fault(void *context, const char *words)
{
    (void)context;
    ck_abort_msg("%s", words);
}

static char *
read_whole(const char *path)
{
    static char text[1 << 16];
    FILE *file = fopen(path, "r");
    ck_assert_ptr_nonnull(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    return text;
}

static void
setup(void)
{
    const struct packs packs = {NULL, "share/medi"};
    arena_init(&arena);
    OK(audit_rules_load(&rules, &arena, &packs, no_fault, NULL, &err));
    scratch_database(&scratch, read_whole("tests/unit/audit_clinic.sql"));
    OK(db_open(&db, scratch.file, DB_WRITE, NULL, &err));
    OK(db_begin(db, &err));
    const struct db_value bytes =
        db_bytes("x", 1); /* for columns that want some: no literal is one on both engines */
    OK(db_run(db, "INSERT INTO vault (number, key_id, index_key) VALUES (1, $1, $1)", &bytes, 1,
              &err));
}

static void
on_sqlite(void)
{
    scratch_engine = SQLITE;
    setup();
}

static void
on_postgres(void)
{
    scratch_engine = POSTGRES;
    setup();
}

static void
teardown(void)
{
    db_rollback(db);
    db_close(db);
    scratch_remove(&scratch);
    arena_release(&arena);
}

/* What a rule finds of what the screen did not clear: as many as of everything. */
static bool
screens_right(const struct rule *rule, const struct screened *screened, int count)
{
    struct cases cases = {0};
    struct founds founds = {0};
    const struct asking asking = {TODAY, now, ASK_WHOLE, 60, &cases};
    if (!screen_cases(screened, &arena, rule, &cases))
        return rule->clear == 0;
    if (ask_rule(db, &arena, rule, &asking, &founds, &err) < 0)
        ck_abort_msg("%s", err.text);
    if (founds.count == count)
        return true;
    fprintf(stderr, "%s: finds %d, and screened %d\n", rule->id, count, founds.count);
    return false;
}

static void
screen_all(struct screened *screened)
{
    const struct asking asking = {TODAY, now, ASK_WHOLE, 60, NULL};
    bool *wanted = arena_array(&arena, (size_t)rules.count, sizeof *wanted);
    for (int i = 0; i < rules.count; i++)
        wanted[i] = true;
    if (screen_run(db, &arena, &rules, wanted, &asking, screened, &err) < 0)
        ck_abort_msg("%s", err.text);
    ck_assert(screened->done);
}

/* The rules that find something, with spaces between. */
static const char *
broken(void)
{
    struct str out = STR_INIT;
    struct screened screened;
    const struct asking asking = {TODAY, now, ASK_WHOLE, 60, NULL};
    screen_all(&screened);
    for (int i = 0; i < rules.count; i++) {
        struct founds founds = {0};
        if (ask_rule(db, &arena, &rules.rules[i], &asking, &founds, &err) < 0)
            ck_abort_msg("%s", err.text);
        if (!screens_right(&rules.rules[i], &screened, founds.count))
            str_addf(&out, " (screened)");
        if (founds.count > 0)
            str_addf(&out, "%s%s", out.length ? " " : "", rules.rules[i].id);
    }
    const char *text = arena_strdup(&arena, out.text);
    str_release(&out);
    return text;
}

/* The rule and its `with`, in the order of the pack. */
static const char *
expected(const struct rule *rule)
{
    struct str out = STR_INIT;
    for (int i = 0; i < rules.count; i++) {
        bool is = &rules.rules[i] == rule;
        for (int k = 0; k < rule->with_count; k++)
            is = is || strcmp(rule->with[k], rules.rules[i].id) == 0;
        if (is)
            str_addf(&out, "%s%s", out.length ? " " : "", rules.rules[i].id);
    }
    const char *text = arena_strdup(&arena, out.text);
    str_release(&out);
    return text;
}

static bool
finds(const struct rule *rule, int64_t from)
{
    const struct asking asking = {TODAY, now, from, 60, NULL};
    struct founds founds = {0};
    if (ask_rule(db, &arena, rule, &asking, &founds, &err) < 0)
        ck_abort_msg("%s", err.text);
    return founds.count > 0;
}

/* What another finds beside those that `with` names would be a second rule for one thing. */
static bool
finds_only(const struct rule *rule)
{
    if (scratch_engine == POSTGRES)
        return finds(rule, ASK_WHOLE);
    const char *found = broken(), *want = expected(rule);
    if (strcmp(found, want) == 0)
        return true;
    fprintf(stderr, "%s: wants '%s' and not '%s'\n", rule->id, want, found);
    return false;
}

/* What a run since the last one looks at: the day of the record is within, the day after is not. */
static bool
heeds_since(const struct rule *rule)
{
    return rule->since != SINCE_DAY || (finds(rule, 20240) && !finds(rule, 20241));
}

static bool
is_broken(const struct rule *rule)
{
    return finds_only(rule) && heeds_since(rule);
}

static bool
is_kept(const struct rule *rule)
{
    return !finds(rule, ASK_WHOLE);
}

typedef bool judging(const struct rule *rule);

static int
wrong_with(const struct rule *rule, const char *name, const char *sql, judging *judge)
{
    OK(db_savepoint(db, "pair", &err));
    if (db_script(db, sql, &err) < 0)
        ck_abort_msg("%s: %s: %s", rule->id, name, err.text);
    bool right = judge(rule);
    if (!right)
        fprintf(stderr, "%s: %s is judged wrong\n", rule->id, name);
    db_savepoint_rollback(db, "pair");
    return !right;
}

START_TEST(test_audit_clean)
{
    ck_assert_str_eq(broken(), "");
}
END_TEST

START_TEST(test_audit_pairs)
{
    int wrong = 0;
    for (int i = 0; i < rules.count; i++) {
        const struct rule *rule = &rules.rules[i];
        wrong += wrong_with(rule, "breaks", rule->breaks, is_broken);
        wrong += wrong_with(rule, "passes", rule->passes, is_kept);
    }
    ck_assert_int_eq(wrong, 0);
    ck_assert_int_ge(rules.count, 60);
}
END_TEST

/* ---- a question is confined ----------------------------------------------------------------------------- */

static void
refuses(const char *question)
{
    const struct asking asking = {TODAY, now, ASK_WHOLE, 1, NULL};
    const struct rule rule = {.id = "bad", .question = question, .file = "x.yaml", .line = 7};
    struct founds founds = {0};
    if (ask_rule(db, &arena, &rule, &asking, &founds, &err) == 0)
        ck_abort_msg("%s: was asked", question);
    ck_assert_msg(str_starts(err.text, "x.yaml:7: bad: "), "%s", err.text);
    ck_assert_int_eq(founds.count, 0);
}

START_TEST(test_audit_confined)
{
    refuses("DELETE FROM visit RETURNING 'a' AS store, 'b' AS subject, 'c' AS detail");
    refuses("SELECT 'a' AS store, 'b' AS subject, 'c' AS detail) AS q; DELETE FROM visit; --");
    refuses("SELECT 'a' AS store, 'b' AS subject");
    refuses("SELECT 'a' AS store, 'b' AS subject, 'c' AS detail FROM nowhere");
    refuses("SELECT 'a' AS store, CAST(NULL AS TEXT) AS subject, 'c' AS detail");
    refuses("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
            "SELECT 'a' AS store, CAST(MAX(i) AS TEXT) AS subject, 'c' AS detail FROM n");
    ck_assert_str_eq(broken(), ""); /* and the transaction goes on */
}
END_TEST

static void
add(Suite *suite, const char *name, void (*engine)(void))
{
    TCase *tests = tcase_create(name);
    tcase_add_checked_fixture(tests, engine, teardown);
    tcase_set_timeout(tests, 300);
    tcase_add_test(tests, test_audit_clean);
    tcase_add_test(tests, test_audit_pairs);
    tcase_add_test(tests, test_audit_confined);
    suite_add_tcase(suite, tests);
}

Suite *
audit_suite(void)
{
    Suite *suite = suite_create("audit");
    add(suite, "SQLite", on_sqlite);
    if (server_url())
        add(suite, "PostgreSQL", on_postgres);
    return suite;
}
