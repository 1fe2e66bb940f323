#include "clinic.h"

#include "client/forget.h"
#include "client/merge.h"
#include "db/relation.h"
#include "record/personal.h"

Suite *merge_suite(void);

/* Joining two files: nothing that refers to a client may be forgotten, whatever tables there are. */

static struct clinic clinic;
static struct err err;

static void
setup(void)
{
    clinic_open(&clinic, "");
    err = (struct err){0};
}

static void
teardown(void)
{
    clinic_close(&clinic);
}

/* ---- a row of each table, made from the catalogue ----------------------------------------------------------- */

enum { GONE = 2, KEPT = 1, ROW = 900 };

struct making {
    const struct referrer *referrer;
    struct str columns, values;
    struct db_value bytes[16];
    int count;
};

/* Whatever fits: the client goes, numbers are 1, texts x, bytes are sealed under the client's key. */
static int
make_column(void *context, const struct db_column *column, struct err *ignored)
{
    struct making *making = context;
    const struct referrer *referrer = making->referrer;
    (void)ignored;
    bool sealed = strcmp(column->type, "BLOB") == 0;
    if (sealed && (referrer->own_key || strcmp(referrer->column, "client_id") != 0) &&
        !column->not_null)
        return 0;
    str_addf(&making->columns, "%s\"%s\"", making->columns.length ? ", " : "", column->name);
    str_adds(&making->values, making->values.length ? ", " : "");
    if (strcmp(column->name, referrer->column) == 0)
        str_addf(&making->values, "%d", GONE);
    else if (strcmp(column->name, "id") == 0)
        str_addf(&making->values, "%d", ROW);
    else if (strcmp(column->name, "client_id") == 0 || strcmp(column->name, "referrer_id") == 0)
        str_adds(&making->values, "3");
    else if (sealed) {
        const struct personal_place place = {clinic.db, clinic.vault, GONE};
        OK(personal_seal(&place, &clinic.arena, referrer->table, column->name, ROW,
                         db_text("what only they know"), &making->bytes[making->count], &err));
        str_addf(&making->values, "$%d", ++making->count);
    } else if (strcmp(column->type, "TEXT") == 0)
        str_addf(&making->values, "'%s-%s'", referrer->table, referrer->column);
    else
        str_adds(&making->values, "1");
    return 0;
}

static void
make_row(const struct referrer *referrer)
{
    struct making making = {referrer, STR_INIT, STR_INIT, {{0}}, 0};
    struct str sql = STR_INIT;
    OK(db_columns(clinic.db, referrer->table, make_column, &making, &err));
    str_addf(&sql, "INSERT INTO \"%s\" (%s) VALUES (%s)", referrer->table, making.columns.text,
             making.values.text);
    ck_assert_msg(db_run(clinic.db, sql.text, making.bytes, making.count, &err) == 0, "%s: %s",
                  sql.text, err.text);
    str_release(&sql);
    str_release(&making.columns);
    str_release(&making.values);
}

/* What was sealed can be read under the key of the file that stays. */
static void
read_row(const struct referrer *referrer)
{
    struct db_stmt *stmt;
    struct db_value value;
    OK(relation_referring(clinic.db, &stmt, referrer, KEPT, &err));
    int rows = 0;
    struct vault_person person;
    const struct personal_place place = {clinic.db, clinic.vault, KEPT};
    ck_assert_int_eq(personal_key(&place, true, &person, &err), 1);
    for (; db_step(stmt, &err) == 1; rows++)
        for (int i = 0; i < referrer->byte_count; i++) {
            if (db_get(stmt, i + 2).type == DB_NULL || referrer->own_key)
                continue;
            ck_assert_msg(vault_unseal(&person, &clinic.arena, referrer->table, referrer->bytes[i],
                                       db_get_int(stmt, 1), db_get(stmt, i + 2), &value, &err) == 0,
                          "%s.%s: %s", referrer->table, referrer->bytes[i], err.text);
            ck_assert_str_eq(value.text, "what only they know");
        }
    ck_assert_msg(rows > 0, "%s.%s: no row went over", referrer->table, referrer->column);
    db_finish(stmt);
}

START_TEST(test_merge_every_table)
{
    struct referrer *list;
    int count, sealed = 0;
    OK(relation_referrers(clinic.db, &clinic.arena, "client", &list, &count, &err));
    OK(db_script(clinic.db, "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF;",
                 &err));
    for (int i = 0; i < count; i++) {
        bool self = strcmp(list[i].table, "client") == 0;
        if (!self && strcmp(list[i].table, "client_segment") != 0) {
            OK(db_script(clinic.db,
                         arena_printf(&clinic.arena, "DELETE FROM \"%s\"", list[i].table), &err));
            make_row(&list[i]);
        }
        /* those of a treatment are found by it, and none is there: tests/cli/f3_merge.t has both */
        if (strcmp(list[i].table, "task") == 0)
            OK(db_script(clinic.db, "UPDATE task SET treatment_id = NULL", &err));
        struct merge merge = {.db = clinic.db,
                              .arena = &clinic.arena,
                              .vault = clinic.vault,
                              .into = "C1",
                              .from = "C2",
                              .today = 20300};
        OK(db_begin(clinic.db, &err));
        ck_assert_msg(client_merge(&merge, &err) == 0, "%s.%s: %s", list[i].table, list[i].column,
                      err.text);
        ck_assert_str_eq(
            clinic_ask(&clinic,
                       arena_printf(&clinic.arena, "SELECT COUNT(*) FROM \"%s\" WHERE \"%s\" = %d",
                                    list[i].table, list[i].column, GONE)),
            "0");
        if (!self && strcmp(list[i].table, "client_segment") != 0)
            read_row(&list[i]);
        sealed += list[i].byte_count && strcmp(list[i].column, "client_id") == 0;
        db_rollback(clinic.db);
    }
    ck_assert_int_gt(count, 25);
    ck_assert_int_gt(sealed, 5);
}
END_TEST

/* ---- what may be there once ------------------------------------------------------------------------------------ */

static int
join(const char *into, const char *from)
{
    struct merge merge = {.db = clinic.db,
                          .arena = &clinic.arena,
                          .vault = clinic.vault,
                          .into = into,
                          .from = from,
                          .today = 20300};
    err_clear(&err);
    return client_merge(&merge, &err);
}

#define RUN(sql) OK(db_script(clinic.db, sql, &err))

START_TEST(test_merge_once)
{
    RUN("INSERT INTO event (store_id, id, code, name, kind, starts_on, ends_on, budget_fen, "
        "spent_fen)"
        " VALUES (1, 1, 'E1', 'e', 'salon', 20240, 20240, 0, 0);"
        "INSERT INTO guest VALUES (1, 1, 1, 1, 'invited', 20239), (1, 2, 1, 2, 'attended', 20240);"
        "INSERT INTO consent (id, client_id, purpose, way, given, at, proof) VALUES"
        " (1, 1, 'marketing', 'any', 1, 5, 'p'), (2, 2, 'marketing', 'any', 0, 5, 'q'),"
        " (3, 2, 'marketing', 'sms', 1, 6, 'r');"
        "INSERT INTO client_tag (id, client_id, tag, source, from_on) VALUES"
        " (1, 1, 'vip', 'hand', 20240), (2, 2, 'vip', 'hand', 20241), (3, 2, 'kol', 'hand', 20241);"
        "INSERT INTO client_tier (id, client_id, tier, from_on, to_on, reason) VALUES"
        " (1, 1, 'gold', 20240, NULL, 'r'), (2, 2, 'member', 20100, 20200, 'r'),"
        " (3, 2, 'silver', 20200, NULL, 'r');"
        "INSERT INTO client_segment (id, segment, score, reasons, visits, first_on, last_on, "
        "spend_fen, year_fen,"
        " computed_on) VALUES (1, 'ordinary', 5, 'r', 2, 20100, 20200, 10, 5, 20299),"
        " (2, 'ordinary', 5, 'r', 3, 20050, 20150, 20, 7, 20299);"
        "UPDATE client SET created_on = 19000, channel_id = 2 WHERE id = 2;");
    ck_assert_msg(join("C1", "C2") == 0, "%s", err.text);
    ASK("SELECT CAST(COUNT(*) AS TEXT) || ' ' || MIN(client_id) || ' ' || MIN(state) FROM guest",
        "1 1 attended");
    ASK("SELECT CAST(COUNT(*) AS TEXT) || ' ' || SUM(given) FROM consent WHERE client_id = 1",
        "2 1");
    ASK("SELECT given FROM consent WHERE way = 'any'", "0");
    ASK("SELECT COUNT(*) FROM client_tag WHERE client_id = 1 AND tag = 'vip' AND to_on IS NULL",
        "1");
    ASK("SELECT COUNT(*) FROM client_tag WHERE client_id = 1", "3");
    ASK("SELECT COUNT(*) FROM client_tier WHERE client_id = 1 AND to_on IS NULL", "1");
    ASK("SELECT to_on FROM client_tier WHERE tier = 'silver'", "20240");
    ASK("SELECT visits * 100000 + first_on FROM client_segment", "520050");
    ASK("SELECT created_on FROM client WHERE id = 1", "19000");
    ASK("SELECT channel_id FROM client WHERE id = 1", "2");
    ASK("SELECT merged_into FROM client WHERE id = 2", "1");
}
END_TEST

/* Those who brought each other, straight or by a detour. */
START_TEST(test_merge_referrals)
{
    RUN("INSERT INTO referral (id, referrer_id, client_id, day) VALUES (1, 1, 3, 20240), (2, 3, 2, "
        "20250);");
    ck_assert_msg(join("C1", "C2") == 0, "%s", err.text);
    ASK("SELECT COUNT(*) FROM referral", "1");
    ASK("SELECT referrer_id * 10 + client_id FROM referral", "13");
}
END_TEST

START_TEST(test_merge_referral_each)
{
    RUN("INSERT INTO referral (id, referrer_id, client_id, day) VALUES (1, 1, 2, 20240);");
    ck_assert_msg(join("C1", "C2") == 0, "%s", err.text);
    ASK("SELECT COUNT(*) FROM referral", "0");
}
END_TEST

START_TEST(test_merge_referral_earlier)
{
    RUN("INSERT INTO referral (id, referrer_id, client_id, day) VALUES (1, 3, 1, 20240), (2, 4, 2, "
        "20200);");
    ck_assert_msg(join("C1", "C2") == 0, "%s", err.text);
    ASK("SELECT referrer_id FROM referral", "4");
}
END_TEST

START_TEST(test_merge_refused)
{
    ck_assert_int_eq(join("C1", "C1"), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "cannot be joined to itself"));
    ck_assert_int_eq(join("C1", "T1"), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "they do not mix"));
    ck_assert_int_eq(join("C1", "C9"), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "client C9: not in the database"));
    OK(join("C1", "C2"));
    ck_assert_int_eq(join("C3", "C2"), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "client C2: was joined to C1 already"));
    ck_assert_int_eq(join("C2", "C3"), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "join to that one"));
    RUN("UPDATE client SET forgotten_on = 20240 WHERE id = 3");
    ck_assert_int_eq(join("C1", "C3"), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "was forgotten"));
}
END_TEST

/* Without the key nothing sealed can go over. */
START_TEST(test_merge_no_key)
{
    struct vault *vault = clinic.vault;
    clinic.vault = NULL;
    RUN("UPDATE client SET name = NULL WHERE id = 1");
    ck_assert_int_eq(join("C1", "C2"), -1);
    ck_assert_int_eq(err.kind, ERR_USAGE);
    clinic.vault = vault;
}
END_TEST

/* ---- forgetting --------------------------------------------------------------------------------------------------- */

static int
forget(const char *code, bool anyway, int64_t today)
{
    struct forget forget = {.db = clinic.db,
                            .arena = &clinic.arena,
                            .code = code,
                            .kept_anyway = anyway,
                            .years = 15,
                            .today = today};
    err_clear(&err);
    return forget_check(&forget, &err) < 0 || forget_run(&forget, &err) < 0 ? -1 : 0;
}

START_TEST(test_forget_record)
{
    RUN("INSERT INTO visit (store_id, id, code, client_id, arrived_at, day, purpose, status) VALUES"
        " (1, 1, 'V1', 1, 1748740000, 20240, 'other', 'finished'), (1, 2, 'V2', 2, 1748740000, "
        "20240, 'other', 'finished');"
        "INSERT INTO treatment (store_id, id, code, client_id, project_id, started_at, day, "
        "status, quantity, recognised_fen)"
        " VALUES (1, 1, 'T1', 1, 1, 1748740000, 20239, 'completed', 1, 0);");
    ck_assert_int_eq(forget("C1", false, 20300), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "must be kept until 2040-06-01"));
    ck_assert_int_eq(forget("C1", false, day_from_civil(2040, 5, 31)), -1);
    OK(forget("C1", false, day_from_civil(2040, 6, 1)));
    ck_assert_int_eq(forget("C1", true, 30000), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "was forgotten"));
    OK(forget("C2", false, 20300)); /* never treated */
}
END_TEST

/* The joined file too, and what was sealed under the key. */
START_TEST(test_forget_all_of_it)
{
    RUN("UPDATE client SET birthday = 7390, latitude = 31000000, longitude = 121000000 WHERE id = "
        "1;"
        "INSERT INTO lead (id, code, store_id, channel_id, created_at, day, stage, client_id, "
        "data_key, name, next_step)"
        " VALUES (1, 'L1', 1, 1, 5, 20240, 'converted', 1, x'00', x'01', 'call');");
    OK(join("C1", "C2"));
    OK(forget("C1", false, 20300));
    ASK("SELECT COUNT(*) FROM client WHERE id IN (1, 2) AND data_key IS NULL AND name IS NULL AND "
        "forgotten_on = 20300",
        "2");
    ASK("SELECT birthday FROM client WHERE id = 1", "7305"); /* 1990-01-01 */
    ASK("SELECT COUNT(*) FROM client WHERE id = 1 AND latitude IS NULL", "1");
    ASK("SELECT COUNT(*) FROM lead WHERE data_key IS NULL AND name IS NULL AND next_step IS NULL",
        "1");
}
END_TEST

Suite *
merge_suite(void)
{
    Suite *suite = suite_create("merge");
    TCase *all = clinic_case("merge", setup, teardown);
    tcase_add_test(all, test_merge_every_table);
    tcase_add_test(all, test_merge_once);
    tcase_add_test(all, test_merge_referrals);
    tcase_add_test(all, test_merge_referral_each);
    tcase_add_test(all, test_merge_referral_earlier);
    tcase_add_test(all, test_merge_refused);
    tcase_add_test(all, test_merge_no_key);
    tcase_add_test(all, test_forget_record);
    tcase_add_test(all, test_forget_all_of_it);
    suite_add_tcase(suite, all);
    return suite;
}
