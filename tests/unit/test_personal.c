#include "clinic.h"

#include "record/personal.h"
#include "record/put.h"

Suite *personal_suite(void);

static struct clinic clinic;
static struct err err;
static struct import_count count;

#define CONSULTS "store,code,client,started_at,need,concern,budget_fen\n"
static const char two[] = CONSULTS "S01,K1,C1,2025-06-01 10:00,瘦脸,怕疼,500000\n"
                                   "S02,K1,C3,2025-06-01 10:00,,,\n";

static void
setup(void)
{
    clinic_open(&clinic, "");
}

static void
teardown(void)
{
    clinic_close(&clinic);
}

static void
import(const char *text)
{
    ck_assert_msg(clinic_import(&clinic, "consultations", "k.csv", text, NULL, &count, &err) == 0,
                  "%s %s", err.text, clinic.told.text);
}

static int
import_fails(const char *text)
{
    return clinic_import(&clinic, "consultations", "k.csv", text, NULL, &count, &err);
}

static void
run(const char *sql)
{
    ck_assert_msg(db_script(clinic.db, sql, &err) == 0, "%s: %s", sql, err.text);
}

static const char *
hex(const char *column, const char *from)
{
    return clinic_ask(&clinic, arena_printf(&clinic.arena, "SELECT hex(%s) FROM %s", column, from));
}

static bool
exports(const char *text)
{
    const char *all = clinic_export(&clinic, "consultations", false);
    return strstr(all, text) != NULL;
}

static const char forget_c1[] =
    "UPDATE client SET data_key = NULL, forgotten_on = 20300 WHERE code = 'C1'";

/* Sealed under the client's key, which the row has none of; the same file changes nothing. */
START_TEST(test_personal_import)
{
    const char *key = hex("data_key", "client WHERE code = 'C1'");
    import(two);
    COUNT(2, 2, 0, 0, 0);
    ASK("SELECT typeof(need) || length(need) || typeof(concern) FROM consultation WHERE client_id "
        "= 1",
        "blob56blob");
    ck_assert_str_eq(hex("data_key", "client WHERE code = 'C1'"), key);
    ck_assert(exports("S01,K1,C1,,,,,2025-06-01T02:00:00Z,,瘦脸,,怕疼,500000,pending,"));
    ck_assert_ptr_nonnull(strstr(clinic_export(&clinic, "consultations", true),
                                 "2025-06-01T02:00:00Z,,***,,***,500000,pending,"));
    const char *need = hex("need", "consultation WHERE client_id = 1");
    import(two);
    COUNT(2, 0, 0, 2, 0);
    import(CONSULTS "S01,K1,C1,2025-06-01 10:00,瘦脸,不怕,500000\n");
    COUNT(1, 0, 1, 0, 0);
    ck_assert_str_eq(hex("need", "consultation WHERE client_id = 1"), need);
    ck_assert(exports(",瘦脸,,不怕,500000,"));
    import("store,code,client,started_at,concern\nS01,K1,C1,2025-06-01 10:00,\n");
    ASK("SELECT concern IS NULL AND need IS NOT NULL FROM consultation WHERE client_id = 1", "1");
}
END_TEST

/* A client without a key gets one with the first personal value, and only then. */
START_TEST(test_personal_makes_key)
{
    run("UPDATE client SET name = NULL, data_key = NULL WHERE code IN ('C1', 'C2')");
    import(CONSULTS "S01,K1,C1,2025-06-01 10:00,瘦脸,怕疼,\nS01,K2,C2,2025-06-01 10:00,,,\n"
                    "S01,K3,C1,2025-06-01 11:00,再瘦,,\n");
    ASK("SELECT length(data_key) FROM client WHERE code = 'C1'", "80");
    ASK("SELECT data_key IS NULL FROM client WHERE code = 'C2'", "1");
    ck_assert(exports(",瘦脸,,怕疼,"));
    ck_assert(exports(",再瘦,"));
}
END_TEST

/* What a refused row made goes with it: also the key of its client. */
START_TEST(test_personal_key_goes_back)
{
    const struct clinic_way way = {.rejects = "r.csv"};
    run("UPDATE client SET name = NULL, data_key = NULL WHERE code = 'C1'");
    ck_assert_int_eq(clinic_import(&clinic, "consultations", "k.csv",
                                   CONSULTS "S01,K1,C1,2025-06-01 10:00,瘦脸,,-5\n", &way, &count,
                                   &err),
                     1);
    ASK("SELECT data_key IS NULL FROM client WHERE code = 'C1'", "1");
    import(two);
    ck_assert(exports(",瘦脸,,怕疼,"));
}
END_TEST

START_TEST(test_personal_forgotten)
{
    import(two);
    run(forget_c1);
    ck_assert(exports("S01,K1,C1,,,,,2025-06-01T02:00:00Z,,,,,500000,pending,"));
    ck_assert_ptr_nonnull(strstr(clinic_export(&clinic, "consultations", true),
                                 "S01,K1,C1,,,,,2025-06-01T02:00:00Z,,,,,500000,"));
    ck_assert_int_eq(import_fails(two), -1);
    ck_assert_int_eq(err.kind, ERR_DATA);
    ck_assert_ptr_nonnull(strstr(err.text, "need: this client was forgotten"));
    ck_assert_int_eq(import_fails(CONSULTS "S01,K9,C1,2025-06-01 10:00,x,,\n"), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "need: this client was forgotten"));
    import(CONSULTS "S01,K1,C1,2025-06-01 10:00,,,600000\nS01,K2,C1,2025-06-01 10:00,,,\n");
    COUNT(2, 1, 1, 0, 0);
    ASK("SELECT data_key IS NULL FROM client WHERE code = 'C1'", "1");
}
END_TEST

/* The client's own row too: what is left of it is not read, and nobody writes a name into it again. */
START_TEST(test_personal_forgotten_client)
{
    run(forget_c1);
    const char *text = strstr(clinic_export(&clinic, "clients", false), "\nC1,");
    ck_assert_int_eq(strncmp(text, "\nC1,,,,", 7), 0);
    ck_assert_int_eq(clinic_import(&clinic, "clients", "c.csv",
                                   "code,name,store,created_on\nC1,张三,S01,2024-10-04\n", NULL,
                                   &count, &err),
                     -1);
    ck_assert_ptr_nonnull(strstr(err.text, "name: this client was forgotten"));
    ck_assert_int_eq(clinic_import(&clinic, "clients", "c.csv",
                                   "code,language,store,created_on\nC1,zh,S01,2024-10-04\n", NULL,
                                   &count, &err),
                     0);
    ASK("SELECT language || forgotten_on FROM client WHERE code = 'C1'", "zh20300");
}
END_TEST

/* A key that is gone although nobody was forgotten is damage, and no reason to make another one. */
START_TEST(test_personal_key_lost)
{
    import(two);
    run("UPDATE client SET data_key = NULL WHERE code = 'C1'");
    ck_assert_int_eq(import_fails(CONSULTS "S01,K1,C1,2025-06-01 10:00,x,,\n"), -1);
    ck_assert_int_eq(err.kind, ERR_DB);
    ck_assert_ptr_nonnull(strstr(err.text, "its data key is gone"));
}
END_TEST

/* A row that comes to belong to somebody else is sealed anew, also in the columns that a file lacks. */
START_TEST(test_personal_another_client)
{
    import(two);
    const char *need = hex("need", "consultation WHERE store_id = 1");
    import("store,code,client,started_at,concern\nS01,K1,C2,2025-06-01 10:00,贵\n");
    COUNT(1, 0, 1, 0, 0);
    ck_assert_str_ne(hex("need", "consultation WHERE store_id = 1"), need);
    ck_assert(exports("S01,K1,C2,,,,,2025-06-01T02:00:00Z,,瘦脸,,贵,500000,"));
    run(forget_c1);
    ck_assert(exports(",瘦脸,,贵,"));
}
END_TEST

START_TEST(test_personal_no_key)
{
    struct vault *vault = clinic.vault;
    clinic.vault = NULL;
    ck_assert_int_eq(import_fails(two), -1);
    ck_assert_int_eq(err.kind, ERR_USAGE);
    import("store,code,client,started_at,need\nS01,K1,C1,2025-06-01 10:00,\n");
    COUNT(1, 1, 0, 0, 0);
    clinic.vault = vault;
}
END_TEST

/* By put, and by a domain's own SQL. */
START_TEST(test_personal_own_sql)
{
    const char *names[] = {"store", "code", "client", "started_at", "need"};
    const char *texts[] = {"S01", "K1", "C1", "2025-06-01 10:00", "瘦脸"};
    const struct kind *kind = kind_load(&clinic.arena, &clinic.packs, "consultations", &err);
    struct personal_place place = {clinic.db, clinic.vault, 1};
    struct put_row row = {0};
    struct db_value sealed, value, none = db_null();
    struct db_stmt *stmt;
    OK(db_begin(clinic.db, &err));
    ck_assert_int_eq(record_put(clinic.db, &clinic.arena, &clinic.packs, clinic.vault, kind,
                                PUT_ADD, names, texts, 5, &row, &err),
                     1);
    OK(db_prepare(clinic.db, &stmt,
                  "SELECT c.need, p.data_key FROM consultation AS c JOIN client AS p ON p.id = "
                  "c.client_id",
                  &err));
    ck_assert_int_eq(db_step(stmt, &err), 1);
#define OPEN(vault, id, key)                                                                       \
    personal_open(clinic.db, vault, &clinic.arena, "consultation", "need", id, key,                \
                  db_get(stmt, 0), &value, &err)
    OK(OPEN(clinic.vault, row.id, db_get(stmt, 1)));
    ck_assert(db_value_equal(value, db_text("瘦脸")));
    OK(OPEN(NULL, row.id, db_get(stmt, 1)));
    ck_assert_int_eq(value.type, DB_NULL);
    OK(OPEN(clinic.vault, row.id, none));
    ck_assert_int_eq(value.type, DB_NULL);
    ck_assert_int_eq(OPEN(clinic.vault, row.id + 1, db_get(stmt, 1)), -1);
    struct db_value key = db_get(stmt, 1);
    OK(personal_seal(&place, &clinic.arena, "touch", "note", 7, db_text("x"), &sealed, &err));
    OK(personal_open(clinic.db, clinic.vault, &clinic.arena, "touch", "note", 7, key, sealed,
                     &value, &err));
    ck_assert(db_value_equal(value, db_text("x")));
    db_finish(stmt);
    run(forget_c1);
    FAILS(personal_seal(&place, &clinic.arena, "touch", "note", 7, db_text("x"), &sealed, &err),
          ERR_DATA, "note: this client was forgotten");
    place.vault = NULL;
    OK(personal_seal(&place, &clinic.arena, "touch", "note", 7, none, &sealed, &err));
    db_rollback(clinic.db);
}
END_TEST

/* ---- joined files ---------------------------------------------------------------------------------- */

/* Who refers to a file that was joined to another refers to that, one by one and many at once. */
START_TEST(test_personal_merged)
{
    run("UPDATE client SET merged_into = 2, merged_on = 20300 WHERE code = 'C1';"
        "UPDATE client SET merged_into = 3, merged_on = 20301 WHERE code = 'C2'");
    import(CONSULTS "S01,K1,C1,2025-06-01 10:00,瘦脸,,\nS01,K2,C3,2025-06-01 10:00,,,\n");
    ASK("SELECT count(*) FROM consultation WHERE client_id = 3", "2");
    ck_assert(exports("S01,K1,C3,"));
    OK(clinic_import(&clinic, "visits", "v.csv",
                     "store,code,client,arrived_at\nS01,V1,C1,2025-06-01\nS01,V2,C2,2025-06-01\n"
                     "S01,V3,T1,2025-06-01\n",
                     NULL, &count, &err));
    ASK("SELECT group_concat(client_id, ' ') FROM (SELECT client_id FROM visit ORDER BY id)",
        "3 3 4");
    import(CONSULTS "S01,K1,C1,2025-06-01 10:00,瘦脸,,\n");
    COUNT(1, 0, 0, 1, 0);
}
END_TEST

/* ---- on a server ------------------------------------------------------------------------------------ */

static void
setup_server(void)
{
    const struct db_options bulk = {.bulk = true, .wait_ms = 60000};
    scratch_engine = POSTGRES;
    clinic_make(&clinic, &bulk);
    scratch_engine = SQLITE;
}

START_TEST(test_personal_server)
{
    run("UPDATE client SET name = NULL, data_key = NULL WHERE code = 'C1'");
    import(two);
    COUNT(2, 2, 0, 0, 0);
    import(two);
    COUNT(2, 0, 0, 2, 0);
    import("store,code,client,started_at,concern\nS01,K1,C2,2025-06-01 10:00,贵\n");
    COUNT(1, 0, 1, 0, 0);
    ck_assert(exports("S01,K1,C2,,,,,2025-06-01T02:00:00Z,,瘦脸,,贵,500000,"));
    run("UPDATE client SET merged_into = 2, merged_on = 20300 WHERE code = 'C1';"
        "UPDATE client SET merged_into = 3, merged_on = 20301 WHERE code = 'C2'");
    OK(clinic_import(&clinic, "visits", "v.csv",
                     "store,code,client,arrived_at\nS01,V1,C1,2025-06-01\nS01,V2,C2,2025-06-01\n"
                     "S01,V3,T1,2025-06-01\n",
                     NULL, &count, &err));
    ASK("SELECT count(*) FROM visit WHERE client_id = 3", "2");
    run("UPDATE client SET data_key = NULL, forgotten_on = 20300 WHERE code = 'C2'");
    ck_assert(exports("S01,K1,C2,,,,,2025-06-01T02:00:00Z,,,,,500000,"));
    ck_assert_int_eq(
        import_fails("store,code,client,started_at,concern\nS02,K1,C2,2025-06-01 10:00,贵\n"), 0);
    OK(db_script(clinic.db, "UPDATE client SET forgotten_on = 20300, data_key = NULL", &err));
    ck_assert_int_eq(import_fails(CONSULTS "S02,K9,C3,2025-06-01 10:00,x,,\n"), -1);
    ck_assert_int_eq(err.kind, ERR_DATA);
}
END_TEST

Suite *
personal_suite(void)
{
    Suite *suite = suite_create("personal");
    TCase *all = clinic_case("personal", setup, teardown);
    tcase_add_test(all, test_personal_import);
    tcase_add_test(all, test_personal_makes_key);
    tcase_add_test(all, test_personal_key_goes_back);
    tcase_add_test(all, test_personal_forgotten);
    tcase_add_test(all, test_personal_forgotten_client);
    tcase_add_test(all, test_personal_key_lost);
    tcase_add_test(all, test_personal_another_client);
    tcase_add_test(all, test_personal_no_key);
    tcase_add_test(all, test_personal_own_sql);
    tcase_add_test(all, test_personal_merged);
    suite_add_tcase(suite, all);
    if (getenv("MEDI_TEST_PG")) {
        TCase *server = tcase_create("on a server");
        tcase_set_timeout(server, 60);
        tcase_add_checked_fixture(server, setup_server, teardown);
        tcase_add_test(server, test_personal_server);
        suite_add_tcase(suite, server);
    }
    return suite;
}
