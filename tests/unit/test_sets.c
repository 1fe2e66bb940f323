#include "ledger.h"

Suite *sets_suite(void);

/* Whatever a transaction goes through, what stands behind its entry is what stands in the tables. */

static struct ledger ledger;
static struct err err;

static void
setup(void)
{
    ledger_open(&ledger);
}

static void
teardown(void)
{
    ledger_close(&ledger);
}

static void
run(const char *sql)
{
    OK(db_script(ledger.db, sql, &err));
}

static void
commit(void)
{
    ledger_log(&ledger, 1, "act");
    OK(db_commit(ledger.db, &err));
    ck_assert_str_eq(ledger_find(&ledger), "");
}

static const char *
last_changes(int store_id)
{
    char sql[100];
    snprintf(sql, sizeof sql, "SELECT changes FROM log WHERE store_id = %d ORDER BY seq DESC",
             store_id);
    return ledger_ask(&ledger, sql);
}

START_TEST(test_sets_fresh)
{
    ck_assert_str_eq(ledger_find(&ledger), "");
    ck_assert_int_eq(ledger.count.chains, 1);
    ck_assert_int_gt(ledger.count.rows, 5);
}
END_TEST

/* A statement that fails half way takes its rows back. */
START_TEST(test_sets_failing_statement)
{
    OK(db_begin(ledger.db, &err));
    run(LEDGER_VISIT "(1, 1, 'V1', 1, 5, 1, 'other', 'finished')");
    FAILS(db_script(ledger.db,
                    LEDGER_VISIT "(1, 2, 'V2', 1, 5, 1, 'other', 'finished'),"
                                 "(1, 3, 'V1', 1, 5, 1, 'other', 'finished')",
                    &err),
          ERR_DATA, "the same");
    run(LEDGER_VISIT "(1, 4, 'V4', 1, 5, 1, 'other', 'finished')");
    commit();
    ck_assert_str_eq(
        ledger_ask(&ledger, "SELECT count FROM tally WHERE store_id = 1 AND name = 'visit'"), "2");
    ck_assert_ptr_null(strstr(last_changes(1), "V2"));
}
END_TEST

START_TEST(test_sets_savepoints)
{
    OK(db_begin(ledger.db, &err));
    run(LEDGER_VISIT "(1, 1, 'V1', 1, 5, 1, 'other', 'finished')");
    OK(db_savepoint(ledger.db, "a", &err));
    run(LEDGER_VISIT
        "(1, 2, 'V2', 1, 5, 1, 'other', 'finished'); UPDATE visit SET day = 9 WHERE id = 1");
    OK(db_savepoint(ledger.db, "b", &err));
    run("DELETE FROM visit WHERE id = 2; UPDATE client SET language = 'zh'");
    OK(db_savepoint_release(ledger.db, "b", &err));
    db_savepoint_rollback(ledger.db, "a");
    OK(db_savepoint(ledger.db, "c", &err));
    run(LEDGER_VISIT "(2, 3, 'V3', 2, 5, 1, 'other', 'finished')");
    OK(db_savepoint_release(ledger.db, "c", &err));
    commit();
    ck_assert_str_eq(ledger_ask(&ledger, "SELECT count(*) FROM visit"), "2");
    ck_assert_str_eq(ledger_ask(&ledger, "SELECT day FROM visit WHERE id = 1"), "1");
    ck_assert_ptr_null(strstr(last_changes(1), "V2"));
    ck_assert_ptr_nonnull(strstr(last_changes(2), "V3"));
}
END_TEST

START_TEST(test_sets_rollback)
{
    OK(db_begin(ledger.db, &err));
    run(LEDGER_VISIT "(1, 1, 'V1', 1, 5, 1, 'other', 'finished'); DELETE FROM calendar");
    ck_assert(!log_is_settled(ledger.log));
    db_rollback(ledger.db);
    ck_assert(log_is_settled(ledger.log));
    ck_assert_str_eq(ledger_find(&ledger), "");
    OK(db_begin(ledger.db, &err));
    run(LEDGER_VISIT "(1, 5, 'V5', 1, 5, 1, 'other', 'finished')");
    commit();
}
END_TEST

/* One statement, many rows; rows without a number; another key. */
START_TEST(test_sets_many_rows)
{
    OK(db_begin(ledger.db, &err));
    run("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
        "INSERT INTO visit (store_id, id, code, client_id, arrived_at, day, purpose, status) "
        "SELECT i % 2 + 1, i, 'V' || i, 1, i, 1, 'other', 'finished' FROM n");
    commit();
    ck_assert_ptr_nonnull(strstr(last_changes(1), "\"added\":14"));
    OK(db_begin(ledger.db, &err));
    run("UPDATE visit SET day = day + 1; UPDATE visit SET id = id + 10000 WHERE id % 7 = 0;"
        "DELETE FROM visit WHERE id % 5 = 0;"
        "INSERT INTO setting VALUES (0, 'a', '1'), (1, 'a', '2'), (1, 'b', '3');"
        "UPDATE setting SET value = value || 'x'; DELETE FROM setting WHERE name = 'b';"
        "UPDATE visit SET store_id = 3 - store_id WHERE id < 20");
    commit();
}
END_TEST

/* A row that came and went leaves nothing; and one that was replaced is changed. */
START_TEST(test_sets_come_and_go)
{
    OK(db_begin(ledger.db, &err));
    run("INSERT INTO setting VALUES (1, 'a', '1'); DELETE FROM setting WHERE name = 'a';"
        "INSERT INTO setting VALUES (1, 'b', '1') ON CONFLICT (store_id, name) DO UPDATE SET value "
        "= '2';"
        "INSERT INTO setting VALUES (1, 'b', '1') ON CONFLICT (store_id, name) DO UPDATE SET value "
        "= '2'");
    commit();
    ck_assert_str_eq(
        ledger_ask(&ledger, "SELECT count FROM tally WHERE store_id = 1 AND name = 'setting'"),
        "1");
}
END_TEST

/* Entries in the middle of a transaction; a second store's rows wait for theirs. */
START_TEST(test_sets_two_entries)
{
    OK(db_begin(ledger.db, &err));
    run(LEDGER_VISIT "(1, 1, 'V1', 1, 5, 1, 'other', 'finished')");
    ledger_log(&ledger, 1, "one");
    ck_assert(log_is_settled(ledger.log));
    run(LEDGER_VISIT "(1, 2, 'V2', 1, 5, 1, 'other', 'finished'),"
                     "(2, 1, 'W1', 1, 5, 1, 'other', 'finished')");
    ck_assert(!log_is_settled(ledger.log));
    commit();
    ck_assert_str_eq(ledger_ask(&ledger,
                                "SELECT group_concat(store_id || '.' || seq || verb, ' ') FROM"
                                " (SELECT * FROM log WHERE store_id > 0 ORDER BY store_id, seq)"),
                     "1.1one 1.2act 2.1act");
    ck_assert_ptr_null(strstr(last_changes(1), "V1"));
}
END_TEST

/* Counted anew, all is as it was counted before. */
START_TEST(test_sets_recount)
{
    ledger_act(&ledger, 1, "visits", LEDGER_VISIT "(1, 1, 'V1', 1, 5, 1, 'other', 'finished')");
    const char *before =
        ledger_ask(&ledger, "SELECT group_concat(hex(marks)) FROM (SELECT * FROM mark ORDER BY"
                            " store_id, name, part)");
    OK(db_begin(ledger.db, &err));
    OK(log_recount(ledger.log, &err));
    commit();
    ck_assert_str_eq(ledger_ask(&ledger,
                                "SELECT group_concat(hex(marks)) FROM (SELECT * FROM mark ORDER BY"
                                " store_id, name, part)"),
                     before);
}
END_TEST

Suite *
sets_suite(void)
{
    Suite *suite = suite_create("sets");
    TCase *all = ledger_case("sets", setup, teardown);
    tcase_add_test(all, test_sets_fresh);
    tcase_add_test(all, test_sets_failing_statement);
    tcase_add_test(all, test_sets_savepoints);
    tcase_add_test(all, test_sets_rollback);
    tcase_add_test(all, test_sets_many_rows);
    tcase_add_test(all, test_sets_come_and_go);
    tcase_add_test(all, test_sets_two_entries);
    tcase_add_test(all, test_sets_recount);
    suite_add_tcase(suite, all);
    return suite;
}
