#include "ledger.h"

#include "log/held.h"
#include "log/recount.h"
#include "log/shape.h"

Suite *verify_suite(void);

static struct ledger ledger;
static struct err err;

static void
setup(void)
{
    ledger_open(&ledger);
    for (int i = 1; i <= 6; i++) {
        char sql[300];
        snprintf(sql, sizeof sql, LEDGER_VISIT "(1, %d, 'V%d', 1, 5, 1, 'other', 'finished')",
                 i * 100, i);
        ledger_act(&ledger, 1, "visit", sql);
    }
    ledger_act(&ledger, 0, "set",
               "INSERT INTO setting VALUES (0, 'a', '1'), (0, 'b', '2'), (2, 'a', '3')");
}

static void
teardown(void)
{
    ledger_close(&ledger);
}

/* What is done behind the tools' backs, and what is found: all of it. */
static const struct harm {
    const char *sql, *found;
} harms[] = {
    /* rows */
    {"UPDATE visit SET day = 2 WHERE id = 300", "S01 visit visit 300 changed: V3\n"},
    {"UPDATE visit SET note = 'x' WHERE id IN (100, 600)",
     "S01 visit visit 100 changed: V1\nS01 visit visit 600 changed: V6\n"},
    {"DELETE FROM visit WHERE id = 500", "S01 visit visit 500 removed\n"},
    {"DELETE FROM visit WHERE id > 400",
     "S01 visit visit 500 removed\nS01 visit visit 600 removed\n"},
    {"DELETE FROM visit WHERE id = 600; DELETE FROM visit WHERE id < 600",
     "S01 visit visit 100 removed\nS01 visit visit 200 removed\nS01 visit visit 300 removed\n"
     "S01 visit visit 400 removed\nS01 visit visit 500 removed\nS01 visit visit 600 removed\n"},
    {"UPDATE visit SET id = 481 WHERE id = 100",
     "S01 visit visit 100 removed\nS01 visit visit 481 added: V1\n"},
    {"UPDATE visit SET id = -5 WHERE id = 100",
     "S01 visit visit -5 added: V1\nS01 visit visit 100 removed\n"},
    {"UPDATE visit SET id = 9223372036854775807 WHERE id = 600",
     "S01 visit visit 600 removed\nS01 visit visit 9223372036854775807 added: V6\n"},
    {"UPDATE visit SET store_id = 2 WHERE id = 100",
     "S01 visit visit 100 removed\nS02 visit visit 100 added: V1\n"},
    {"UPDATE visit SET store_id = 77 WHERE id = 100",
     "S01 visit visit 100 removed\n#77 visit visit 100 added: V1\n"},
    {"UPDATE setting SET value = 'x' WHERE store_id = 0 AND name = 'a'",
     "* setting setting a changed\n"},
    {"DELETE FROM setting WHERE store_id = 0 AND name = 'b'",
     "* setting - removed: 1 rows are not there any more\n"},
    {"DELETE FROM setting WHERE store_id = 2",
     "S02 setting - removed: 1 rows are not there any more\n"},
    {"INSERT INTO setting VALUES (0, 'c', '3')", "* setting setting c added\n"},
    {"INSERT INTO item (id, code, name, kind, unit, storage) VALUES (4, 'I4', 'x', 'drug', 'U', "
     "'cold')",
     "* item item 4 added: I4\n"},
    {"UPDATE store SET name = 'x' WHERE id = 2", "* store store 2 changed: S02\n"},
    {"UPDATE store SET code = 'x' WHERE id = 0", "* store store 0 changed: x\n"},
    /* the list of migrations */
    {"UPDATE migration SET version = 99 WHERE version = 14",
     "* migration migration 99 added\n* migration migration 14 removed\n- schema - changed\n"},
    {"DELETE FROM migration WHERE version = 14",
     "* migration migration 14 removed\n- schema - changed\n"},
    {"UPDATE migration SET version = -5 WHERE version = 14; UPDATE visit SET day = 2",
     "* migration migration -5 added\n* migration migration 14 removed\n- schema - changed\n"},
    {"UPDATE migration SET name = 'x' WHERE version = 14", "* migration migration 14 changed\n"},
    /* rows and marks */
    {"UPDATE visit SET day = 2 WHERE id = 300; DELETE FROM mark WHERE name = 'visit'",
     "S01 visit visit 100 added: V1\nS01 visit visit 200 added: V2\nS01 visit visit 300 added: V3\n"
     "S01 visit visit 400 added: V4\nS01 visit visit 500 added: V5\nS01 visit visit 600 added: "
     "V6\n"},
    {"UPDATE visit SET day = 2 WHERE id = 300; UPDATE mark SET marks = x'0102' WHERE name = "
     "'visit' AND part = 0",
     "S01 visit - changed: its rows are not those that the log holds, and the marks do not tell "
     "which: they were "
     "changed too\n"},
    {"UPDATE visit SET day = 2 WHERE id = 600; UPDATE mark SET marks = x'0102' WHERE name = "
     "'visit' AND part = 0",
     "S01 visit visit 600 changed: V6\n"
     "S01 visit - changed: its marks are damaged: there may be more rows than those that were "
     "named\n"},
    {"UPDATE setting SET value = 'x' WHERE store_id = 0; UPDATE mark SET marks = x'' WHERE name = "
     "'setting'",
     "* setting setting a added\n* setting setting b added\n"
     "warning S02 mark mark setting changed: the rows are right, but the marks by which a wrong "
     "one would be "
     "named are not theirs\n"},
    {"DELETE FROM setting WHERE store_id = 2; DELETE FROM mark WHERE name = 'setting' AND store_id "
     "= 2",
     "S02 setting - changed: its rows are not those that the log holds, and the marks do not tell "
     "which: they were "
     "changed too\n"},
    {"UPDATE setting SET value = 'x' WHERE store_id = 2; DELETE FROM mark WHERE name = 'setting' "
     "AND store_id = 2",
     "S02 setting setting a added\n"},
    /* what is kept beside */
    {"UPDATE mark SET marks = zeroblob(length(marks)) WHERE name = 'visit' AND part = 1",
     "warning S01 mark mark visit changed: the rows are right, but the marks by which a wrong one "
     "would be named are "
     "not theirs\n"},
    {"UPDATE mark SET part = 1 WHERE name = 'setting' AND store_id = 2",
     "warning S02 mark mark setting changed: the rows are right, but the marks by which a wrong "
     "one would be named are "
     "not theirs\n"},
    {"INSERT INTO mark VALUES (1, 'nothing', 0, x'00')", "warning S01 mark mark nothing added\n"},
    {"UPDATE tally SET count = 7 WHERE name = 'visit'", "S01 tally tally visit changed\n"},
    {"UPDATE tally SET state = zeroblob(1024) WHERE name = 'visit'",
     "S01 tally tally visit changed\n"},
    {"UPDATE tally SET state = x'00' WHERE name = 'visit'", "S01 tally tally visit malformed\n"},
    {"DELETE FROM tally WHERE name = 'visit'",
     "S01 tally tally visit missing\nwarning S01 mark mark visit added\n"},
    {"INSERT INTO tally VALUES (2, 'visit', 0, zeroblob(1024))",
     "warning S02 tally tally visit added\n"},
    {"UPDATE chain SET seq = 7 WHERE store_id = 1", "S01 log entry 7 truncated\n"},
    {"UPDATE chain SET seq = 5 WHERE store_id = 1", "S01 chain - changed\n"},
    {"UPDATE chain SET hash = zeroblob(32) WHERE store_id = 1", "S01 chain - changed\n"},
    {"DELETE FROM chain WHERE store_id = 1", "S01 chain - missing\n"},
    {"INSERT INTO chain VALUES (3, 9, x'00')", "#3 log entry 1 truncated\n"},
    /* entries */
    {"UPDATE log SET actor = 'x' WHERE store_id = 1 AND seq = 3", "S01 log entry 3 changed\n"},
    {"UPDATE log SET hash = zeroblob(32) WHERE store_id = 1 AND seq = 3",
     "S01 log entry 3 changed\n"},
    {"UPDATE log SET hash = x'00' WHERE store_id = 1 AND seq = 3",
     "S01 log entry 3 malformed\nS01 log entry 4 changed\n"},
    {"UPDATE log SET detail = char(0) || 'x' WHERE store_id = 1 AND seq = 3",
     "S01 log entry 3 malformed\n"},
    {"UPDATE log SET subject = subject || char(0) || 'x' WHERE store_id = 1 AND seq = 3",
     "S01 log entry 3 malformed\n"},
    {"UPDATE log SET actor = 'x' WHERE store_id = 1 AND seq IN (2, 3, 5)",
     "S01 log entry 2 changed\nS01 log entry 3 changed\nS01 log entry 5 changed\n"},
    {"DELETE FROM log WHERE store_id = 1 AND seq = 3", "S01 log entry 3 missing\n"},
    {"DELETE FROM log WHERE store_id = 1 AND seq IN (1, 2, 4)",
     "S01 log entry 1 missing\nS01 log entry 4 missing\n"},
    {"DELETE FROM log WHERE store_id = 1 AND seq = 3; UPDATE log SET seq = seq - 1 WHERE store_id "
     "= 1 AND seq > 3",
     "S01 log entry 3 missing\nS01 log entry 6 truncated\n"},
    {"UPDATE log SET seq = seq + 100 WHERE store_id = 1 AND seq >= 3;"
     "UPDATE log SET seq = seq - 99 WHERE store_id = 1 AND seq >= 100;"
     "INSERT INTO log SELECT 1, 3, at, 'x', tool, verb, subject, NULL, NULL, '', run, hash FROM log"
     " WHERE store_id = 1 AND seq = 1; UPDATE chain SET seq = 7 WHERE store_id = 1",
     "S01 log entry 3 inserted\n"},
    {"UPDATE log SET seq = 99 WHERE store_id = 1 AND seq = 2; UPDATE log SET seq = 2 WHERE "
     "store_id = 1 AND seq = 5;"
     "UPDATE log SET seq = 5 WHERE store_id = 1 AND seq = 99",
     "S01 log entry 2 reordered\nS01 log entry 5 reordered\n"},
    {"INSERT INTO log SELECT 1, 7, at, 'x', tool, verb, subject, NULL, NULL, '', run, hash FROM log"
     " WHERE store_id = 1 AND seq = 6",
     "S01 log entry 7 changed\nS01 chain - changed\n"},
    {"INSERT INTO log SELECT 1, -7, at, 'x', tool, verb, subject, NULL, NULL, '', run, hash FROM "
     "log"
     " WHERE store_id = 1 AND seq = 6",
     "S01 log entry -7 inserted\n"},
    {"INSERT INTO log SELECT 1, 9223372036854775807, at, 'x', tool, verb, subject, NULL, NULL, '', "
     "run, hash"
     " FROM log WHERE store_id = 1 AND seq = 6",
     "S01 log entry 9223372036854775807 malformed\nS01 chain - changed\n"},
    {"DELETE FROM log WHERE store_id = 1 AND seq > 4",
     "S01 log entry 5 truncated\nS01 tally tally visit changed\nS01 visit visit 500 added: V5\n"},
    {"DELETE FROM log WHERE store_id = 2",
     "S02 log entry 1 truncated\nwarning S02 tally tally setting added\n"},
    /* the schema */
    {"ALTER TABLE visit RENAME COLUMN seen_at TO left_early",
     "- schema visit left_early changed: the column there is "
     "seen_at INTEGER\n"},
    {"ALTER TABLE visit ADD COLUMN more TEXT",
     "- schema visit more added: the table has no such column\n"},
    {"ALTER TABLE lot DROP COLUMN share_fen",
     "- schema lot missing: of 16 columns the last 1 are not there\n"},
    {"DROP TABLE payment", "- schema payment missing: the table is not there\n"},
};

START_TEST(test_verify_harm)
{
    ledger_hurt(&ledger, harms[_i].sql);
    const char *found = ledger_find(&ledger);
    if (strstr(harms[_i].sql, "seq > 4")) /* and what follows from it */
        ck_assert_msg(
            strncmp(found, "S01 log entry 5 truncated\nS01 tally tally visit changed\n", 50) == 0,
            "%s", found);
    else if (strstr(harms[_i].sql, "WHERE store_id = 2") && strstr(harms[_i].sql, "FROM log"))
        ck_assert_msg(strncmp(found, harms[_i].found, 25) == 0, "%s", found);
    else
        ck_assert_str_eq(found, harms[_i].found);
}
END_TEST

/* Rows alone, or the log alone. */
START_TEST(test_verify_parts)
{
    const struct verify_options log = {.log = true}, rows = {.rows = true};
    ledger_hurt(&ledger, "UPDATE visit SET day = 2 WHERE id = 300;"
                         "UPDATE log SET actor = 'x' WHERE store_id = 1 AND seq = 3");
    ck_assert_str_eq(ledger_verify(&ledger, &log), "S01 log entry 3 changed\n");
    ck_assert_str_eq(ledger_verify(&ledger, &rows), "S01 visit visit 300 changed: V3\n");
    ck_assert_int_eq(ledger.count.errors, 1);
}
END_TEST

/* Not more lines than a person reads. */
START_TEST(test_verify_most)
{
    ledger_act(
        &ledger, 1, "many",
        "WITH RECURSIVE n (i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 2999) "
        "INSERT INTO visit (store_id, id, code, client_id, arrived_at, day, purpose, status) "
        "SELECT 1, i, 'V' || i, 1, i, 1, 'other', 'finished' FROM n");
    ck_assert_str_eq(ledger_find(&ledger), "");
    ledger_hurt(&ledger, "UPDATE visit SET day = 2 WHERE id >= 1000");
    const char *found = ledger_find(&ledger);
    ck_assert_ptr_nonnull(strstr(found, "S01 visit visit 1099 changed: V1099\n"));
    ck_assert_ptr_null(strstr(found, "S01 visit visit 1100 changed"));
    ck_assert_ptr_nonnull(strstr(found, "S01 visit - changed: and 1900 more of its rows\n"));
}
END_TEST

START_TEST(test_verify_shape)
{
    OK(db_begin(ledger.db, &err));
    OK(shape_keep(ledger.db, &err));
    ledger_log(&ledger, 0, "shape");
    OK(db_commit(ledger.db, &err));
    ck_assert_str_eq(ledger_find(&ledger), "");
    ledger_hurt(&ledger, "CREATE TRIGGER t AFTER INSERT ON visit BEGIN DELETE FROM payment; END");
    ck_assert_str_eq(ledger_find(&ledger), "- schema - changed\n");
    ledger_hurt(&ledger, "DROP TRIGGER t; DROP INDEX visit_day");
    ck_assert_str_eq(ledger_find(&ledger), "- schema - changed\n");
}
END_TEST

static int
stop(void *context, const struct verify_finding *finding, struct err *stopped)
{
    (void)context;
    (void)finding;
    return err_set(stopped, ERR_IO, "the output cannot be written");
}

START_TEST(test_verify_stops)
{
    struct verify_count count;
    const struct verify_options options = {.log = true, .rows = true, .found = stop};
    ledger_hurt(&ledger, "UPDATE visit SET day = 2");
    FAILS(verify_run(ledger.db, &options, &count, &err), ERR_IO, "cannot be written");
    ck_assert(!db_in_transaction(ledger.db));
}
END_TEST

/* What the log holds too is no alteration: the database is of another version. */
START_TEST(test_verify_version)
{
    struct verify_count count;
    const struct verify_options options = {.log = true, .rows = true, .found = stop};
    ledger_act(&ledger, 0, "migration", "INSERT INTO migration VALUES (99, '0099-x', 0)");
    FAILS(verify_run(ledger.db, &options, &count, &err), ERR_DB, "schema 99 was made by a newer");
}
END_TEST

/* Of any order, and from anywhere: the sets are those of the log. */
START_TEST(test_verify_recount)
{
    struct description tables;
    struct recount *recount = recount_new();
    struct place *place;
    struct db_value row[PLACE_COLUMNS] = {db_int(1)};
    describe_schema(&ledger.arena, &tables);
    struct held *held = held_new(&tables);
    ck_assert(held_take(
        held, 1, 6, ledger_ask(&ledger, "SELECT sets FROM log WHERE store_id = 1 AND seq = 6")));
    OK(place_load(&place, ledger.db, &ledger.arena, "visit", &err));
    OK(recount_table(recount, ledger.db, place, NULL, NULL, &err));
    const struct recount_set *set = recount_next(recount, NULL);
    ck_assert_ptr_nonnull(set);
    ck_assert(held_is(held, "visit", 1, &set->set));
    ck_assert(!held_is(held, "visit", 2, &set->set));
    ck_assert_ptr_null(recount_next(recount, set));
    ck_assert_ptr_eq(recount_find(recount, "visit", 1), set);
    ck_assert_ptr_null(recount_find(recount, "visit", 2));
    recount_add(recount, "visit", 1, row, place->count, NULL);
    ck_assert(!held_is(held, "visit", 1, &set->set));
    recount_clear(recount);
    ck_assert_ptr_null(recount_next(recount, NULL));
    ck_assert_int_eq(held_find(held, "visit", 1)->count, 6);
    ck_assert(!held_take(held, 1, 7, "nothing 5 AAAA\n"));
    ck_assert(!held_take(held, 1, 7, "log 5 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n"));
    held_free(held);
    recount_free(recount);
}
END_TEST

/* More stores than there can be are counted together. */
START_TEST(test_verify_many_stores)
{
    struct recount *recount = recount_new();
    const struct db_value row[] = {db_int(1), db_text("x")};
    for (int64_t i = 0; i < RECOUNT_SETS + 100; i++)
        recount_add(recount, "visit", i, row, 2, NULL);
    int sets = 0;
    const struct recount_set *rest = NULL;
    for (const struct recount_set *set = NULL; (set = recount_next(recount, set)); sets++)
        if (set->store_id == RECOUNT_REST)
            rest = set;
    ck_assert_int_eq(sets, RECOUNT_SETS + 1);
    ck_assert_int_eq(rest->set.count, 100);
    recount_free(recount);
}
END_TEST

Suite *
verify_suite(void)
{
    Suite *suite = suite_create("verify");
    TCase *all = ledger_case("verify", setup, teardown);
    tcase_add_loop_test(all, test_verify_harm, 0, sizeof harms / sizeof *harms);
    tcase_add_test(all, test_verify_parts);
    tcase_add_test(all, test_verify_most);
    tcase_add_test(all, test_verify_shape);
    tcase_add_test(all, test_verify_stops);
    tcase_add_test(all, test_verify_version);
    tcase_add_test(all, test_verify_recount);
    tcase_add_test(all, test_verify_many_stores);
    suite_add_tcase(suite, all);
    return suite;
}
