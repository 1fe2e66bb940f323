#include "clinic.h"

#include "duty/duty.h"
#include "duty/roles.h"

Suite *duty_suite(void);

static struct clinic clinic;
static struct err err;
static struct roles roles;

/* The shipped roles; root founded it; the others are strangers. */
static void
setup(void)
{
    clinic_open(&clinic, "");
    err_clear(&err);
    OK(roles_load(&clinic.arena, &clinic.packs, &roles, &err));
    OK(db_begin(clinic.db, &err));
    ck_assert_int_gt(roles_apply(clinic.db, &clinic.arena, &roles, NULL, NULL, &err), 0);
    ck_assert_int_eq(duty_found(clinic.db, "root", 1000, &err), 1);
}

static void
teardown(void)
{
    db_rollback(clinic.db);
    clinic_close(&clinic);
}

static void
give(const char *login, const char *role, int64_t store_id)
{
    struct account account;
    const struct duty duty = {login, role, store_id};
    if (account_find(clinic.db, login, &account, &err) == 0)
        OK(account_add(clinic.db, login, NULL, 1000, &err));
    ck_assert_msg(duty_grant(clinic.db, &duty, "root", 1000, &err) == 1, "%s", err.text);
}

static int64_t scope;

static int
may(const char *login, const char *verb, const char *subject, int64_t store_id)
{
    const struct duty_question question = {login, "medi-db", verb, subject, store_id};
    scope = -7;
    return duty_may(clinic.db, &question, &scope, &err);
}

#define REFUSED(call, part)                                                                        \
    do {                                                                                           \
        err_clear(&err);                                                                           \
        ck_assert_int_eq(call, -1);                                                                \
        ck_assert_msg(strstr(err.text, part) != NULL, "%s\nwithout %s", err.text, part);           \
    } while (0)

/* ---- may they? ---- */

START_TEST(test_duty_subject)
{
    give("wang", "doctor", DUTY_CHAIN);
    ck_assert_int_eq(may("wang", "import", "treatments", DUTY_CHAIN), 1);
    ck_assert_int_eq(scope, 0);
    ck_assert_int_eq(may("wang", "import", "payments", DUTY_CHAIN), 0);
    ck_assert_int_eq(may("wang", "import", "", DUTY_CHAIN), 0);
    ck_assert_int_eq(may("wang", "import", "*", DUTY_CHAIN), 0);
    ck_assert_int_eq(may("wang", "whoami", "", DUTY_CHAIN), 1);
    ck_assert_int_eq(may("wang", DUTY_REVEAL, "clients", DUTY_CHAIN), 1);
    ck_assert_int_eq(may("wang", DUTY_REVEAL, "leads", DUTY_CHAIN), 0);
    ck_assert_int_eq(may("root", "import", "anything", DUTY_CHAIN), 1); /* by * */
    ck_assert_int_eq(may("Wang", "import", "treatments", DUTY_CHAIN), 0);
    ck_assert_int_eq(may("wang ", "import", "treatments", DUTY_CHAIN), 0);
    ck_assert_int_eq(may("wang' OR '1' = '1", "import", "treatments", DUTY_CHAIN), 0);
    ck_assert_int_eq(may("", "whoami", "", DUTY_ANY_STORE), 0);
}
END_TEST

START_TEST(test_duty_tool)
{
    const struct duty_question other = {"root", "medi-other", "import", "visits", DUTY_CHAIN};
    ck_assert_int_eq(duty_may(clinic.db, &other, &scope, &err), 0);
}
END_TEST

START_TEST(test_duty_store)
{
    give("wang", "nurse", 1);
    ck_assert_int_eq(may("wang", "export", "visits", 1), 1);
    ck_assert_int_eq(scope, 1);
    ck_assert_int_eq(may("wang", "export", "visits", 2), 0);
    ck_assert_int_eq(may("wang", "export", "visits", DUTY_CHAIN), 0);
    ck_assert_int_eq(may("wang", "whoami", "", DUTY_ANY_STORE), 1);
    give("wang", "nurse", DUTY_CHAIN);
    ck_assert_int_eq(may("wang", "export", "visits", 1), 1);
    ck_assert_int_eq(scope, 0); /* the wider duty counts */
    ck_assert_int_eq(may("wang", "export", "visits", 2), 1);
}
END_TEST

/* A role in one store and another role in another do not add up. */
START_TEST(test_duty_roles_do_not_mix)
{
    give("wang", "nurse", 1);
    give("wang", "buyer", 2);
    ck_assert_int_eq(may("wang", "import", "treatments", 1), 1);
    ck_assert_int_eq(may("wang", "import", "treatments", 2), 0);
    ck_assert_int_eq(may("wang", "import", "lots", 2), 1);
    ck_assert_int_eq(may("wang", "import", "lots", 1), 0);
}
END_TEST

START_TEST(test_duty_closed)
{
    give("wang", "nurse", 1);
    OK(account_close(clinic.db, "wang", 2000, &err));
    ck_assert_int_eq(may("wang", "export", "visits", 1), 0);
    /* even if a duty had stayed */
    OK(db_script(clinic.db,
                 "INSERT INTO duty SELECT id, 'nurse', 1, 0, 'x' FROM account WHERE login = 'wang'",
                 &err));
    ck_assert_int_eq(may("wang", "export", "visits", 1), 0);
    OK(db_script(clinic.db, "DELETE FROM duty WHERE given_by = 'x'", &err));
    OK(account_add(clinic.db, "wang", NULL, 3000, &err)); /* comes back without duties */
    ck_assert_int_eq(may("wang", "export", "visits", 1), 0);
    ASK("SELECT count(*) FROM account WHERE login = 'wang'", "1");
    ASK("SELECT opened_at || coalesce(closed_at, '-') FROM account WHERE login = 'wang'", "3000-");
}
END_TEST

static const char *
why(const char *login, const char *verb, const char *subject, int64_t store_id)
{
    const struct duty_question question = {login, "medi-db", verb, subject, store_id};
    err_clear(&err);
    ck_assert_int_eq(duty_refuse(clinic.db, &clinic.arena, &question, &err), -1);
    ck_assert_int_eq(err.kind, ERR_DATA);
    return err.text;
}

START_TEST(test_duty_refuse)
{
    ck_assert_str_eq(
        why("wang", "check", "", 0),
        "wang has no account in this database; ask an admin: medi-db account add wang");
    give("wang", "buyer", 1);
    ck_assert_str_eq(why("wang", "duty grant", "", 0),
                     "wang may not medi-db duty grant; ask an admin: medi-db duty grant wang ROLE, "
                     "where ROLE is one that may: admin");
    ck_assert_str_eq(why("wang", DUTY_REVEAL, "leads", 1),
                     "wang may not see personal data of leads; ask an admin: medi-db duty grant "
                     "wang ROLE, where ROLE is one that may: consultant, front-desk, manager");
    ck_assert_str_eq(why("wang", "import", "lots", 0),
                     "wang may not medi-db import lots for the whole chain, but for S01: if the "
                     "verb keeps to a store, give it with -s");
    ck_assert_str_eq(why("wang", "import", "lots", 2),
                     "wang may not medi-db import lots for this store, but for S01; ask an admin: "
                     "medi-db duty grant");
    ck_assert_str_eq(why("wang", "dance", "", 0), "wang may not medi-db dance: no role may");
    OK(account_close(clinic.db, "wang", 2000, &err));
    ck_assert_str_eq(why("wang", "check", "", 0),
                     "the account of wang is closed; ask an admin: medi-db account add wang");
}
END_TEST

/* ---- accounts and duties ---- */

START_TEST(test_duty_found_once)
{
    ck_assert_int_eq(duty_found(clinic.db, "mallory", 2000, &err), 0);
    ASK("SELECT count(*) FROM account", "1");
    OK(db_script(clinic.db, "UPDATE account SET closed_at = 5", &err));
    ck_assert_int_eq(duty_found(clinic.db, "mallory", 2000, &err), 0); /* closed ones count */
}
END_TEST

START_TEST(test_duty_inherit)
{
    ck_assert_int_eq(duty_inherit(clinic.db, "root", 2000, &err), 0);
    ck_assert_int_eq(duty_inherit(clinic.db, "newcomer", 2000, &err), 1);
    ASK("SELECT count(*) FROM account", "2");
    ASK("SELECT d.role || ' ' || d.store_id FROM duty AS d JOIN account AS a ON a.id = d.account_id"
        " WHERE a.login = 'newcomer'",
        "admin 0");
    OK(account_close(clinic.db, "newcomer", 3000, &err));
    ck_assert_int_eq(duty_inherit(clinic.db, "newcomer", 4000, &err), 0); /* was let go */
    ASK("SELECT count(*) FROM account WHERE closed_at IS NULL", "1");
}
END_TEST

START_TEST(test_account_bad)
{
    char longest[200];
    memset(longest, 'a', sizeof longest);
    longest[128] = '\0';
    OK(account_add(clinic.db, longest, NULL, 1, &err));
    longest[128] = 'a', longest[129] = '\0';
    REFUSED(account_add(clinic.db, longest, NULL, 1, &err), "not a login");
    REFUSED(account_add(clinic.db, "", NULL, 1, &err), "not a login");
    REFUSED(account_add(clinic.db, "-s", NULL, 1, &err), "not a login");
    REFUSED(account_add(clinic.db, "a b", NULL, 1, &err), "not a login");
    REFUSED(account_add(clinic.db, "a\nb", NULL, 1, &err), "not a login");
    REFUSED(account_add(clinic.db, "a,b", NULL, 1, &err), "not a login");
    REFUSED(account_add(clinic.db, "a\xff", NULL, 1, &err), "not a login");
    OK(account_add(clinic.db, "王莉", NULL, 1, &err));
    REFUSED(account_add(clinic.db, "root", NULL, 1, &err), "has an account already");
    REFUSED(account_add(clinic.db, "wang", "D9", 1, &err), "D9: no such staff");
    REFUSED(account_close(clinic.db, "nobody", 1, &err), "nobody: no such account");
    REFUSED(account_edit(clinic.db, "nobody", "D1", &err), "nobody: no such account");
}
END_TEST

START_TEST(test_account_staff)
{
    OK(account_add(clinic.db, "wang", "D1", 1, &err));
    ASK("SELECT staff_id FROM account WHERE login = 'wang'", "1");
    ck_assert_int_eq(account_edit(clinic.db, "wang", "D2", &err), 1);
    ck_assert_int_eq(account_edit(clinic.db, "wang", "D2", &err), 0);
    ck_assert_int_eq(account_edit(clinic.db, "wang", NULL, &err), 1);
    ck_assert_int_eq(account_edit(clinic.db, "wang", NULL, &err), 0);
    ASK("SELECT staff_id FROM account WHERE login = 'wang'", "NULL");
}
END_TEST

START_TEST(test_duty_bad)
{
    const struct duty nobody = {"wang", "nurse", 0}, nothing = {"root", "nurce", 0},
                      local = {"root", "admin", 1}, twice = {"root", "admin", 0};
    REFUSED(duty_grant(clinic.db, &nobody, "root", 1, &err), "wang: no such account");
    REFUSED(duty_grant(clinic.db, &nothing, "root", 1, &err), "did you mean nurse");
    REFUSED(duty_grant(clinic.db, &local, "root", 1, &err), "a role of the whole chain");
    ck_assert_int_eq(duty_grant(clinic.db, &twice, "root", 1, &err), 0);
    const struct duty none = {"root", "nurse", 0};
    ck_assert_int_eq(duty_revoke(clinic.db, &none, &err), 0);
}
END_TEST

START_TEST(test_last_admin)
{
    const struct duty admin = {"root", "admin", 0};
    db_rollback(clinic.db); /* each refusal undoes what was begun */
    OK(db_begin(clinic.db, &err));
    ck_assert_int_gt(roles_apply(clinic.db, &clinic.arena, &roles, NULL, NULL, &err), 0);
    ck_assert_int_eq(duty_found(clinic.db, "root", 1000, &err), 1);
    OK(db_commit(clinic.db, &err));
    OK(db_begin(clinic.db, &err));
    REFUSED(duty_revoke(clinic.db, &admin, &err), "root is the last admin");
    db_rollback(clinic.db);
    OK(db_begin(clinic.db, &err));
    REFUSED(account_close(clinic.db, "root", 2000, &err), "root is the last admin");
    db_rollback(clinic.db);
    OK(db_begin(clinic.db, &err));
    ck_assert_int_eq(may("root", "duty grant", "", 0), 1);
    give("wang", "admin", 0);
    OK(account_close(clinic.db, "wang", 2000, &err)); /* a closed admin is none */
    REFUSED(duty_revoke(clinic.db, &admin, &err), "root is the last admin");
    db_rollback(clinic.db);
    OK(db_begin(clinic.db, &err));
    give("wang", "admin", 0);
    ck_assert_int_eq(duty_revoke(clinic.db, &admin, &err), 1);
    ck_assert_int_eq(may("root", "duty grant", "", 0), 0);
}
END_TEST

START_TEST(test_guarded)
{
    static const char *const yes[] = {"admin", "manager", "auditor"}, *const no[] = {
                                                                          "nurse", "analyst",
                                                                          "buyer", "front-desk"};
    for (int i = 0; i < 3; i++)
        ck_assert_int_eq(duty_guarded(clinic.db, yes[i], &err), 1);
    for (int i = 0; i < 4; i++)
        ck_assert_int_eq(duty_guarded(clinic.db, no[i], &err), 0);
    OK(db_script(clinic.db, "INSERT INTO permission VALUES ('nurse', 'medi-db', 'duty grant', '*')",
                 &err));
    ck_assert_int_eq(duty_guarded(clinic.db, "nurse", &err), 1);
}
END_TEST

/* ---- the pack ---- */

static int
load(const char *text)
{
    struct roles loaded;
    const struct packs packs = {clinic.scratch.folder, "share/medi"};
    scratch_write(&clinic.scratch, "roles.yaml", text);
    err_clear(&err);
    return roles_load(&clinic.arena, &packs, &loaded, &err);
}

#define ADMIN                                                                                      \
    "  admin: {zh: 管, says: x, may: {medi-db: {account add: all, duty grant: all, roles apply: " \
    "all}}}\n  manager: {zh: 经, says: x, may: {}}\n"

START_TEST(test_pack_bad)
{
    OK(load("roles:\n" ADMIN));
    REFUSED(load("rolls: {}\n"), "is roles meant");
    REFUSED(load("everyone: {}\n"), "roles: missing");
    REFUSED(load("roles: [a]\n"), "roles: missing");
    REFUSED(load("roles:\n  nurse: {zh: 护, says: x, may: {}}\n"), "admin and manager");
    REFUSED(load("roles:\n  admin: {zh: 管, says: x, may: {medi-db: {duty grant: all}}}\n"
                 "  manager: {zh: 经, says: x, may: {}}\n"),
            "admin must keep medi-db account add: all");
    REFUSED(load("roles:\n" ADMIN "  x: {zh: y, may: {}}\n"), "x: needs zh, says and may");
    REFUSED(load("roles:\n" ADMIN "  x: {zh: y, says: z, may: {medi-db: [a]}}\n"),
            "medi-db: must be verbs");
    REFUSED(load("roles:\n" ADMIN "  x: {zh: y, says: z, may: {medi-db: {a: some}}}\n"),
            "a: must be all or a list");
    REFUSED(load("roles:\n" ADMIN "  x: {zh: y, says: z, may: {medi-db: {a: []}}}\n"),
            "a: must be all or a list");
    REFUSED(load("roles:\n" ADMIN "  x: {zh: y, says: z, may: {medi-db: {a: ['*']}}}\n"),
            "a: must be all or a list");
    REFUSED(load("roles:\n" ADMIN "second:\n  d: {by: [nobody], hours: 1}\n"), "nobody: no role");
    REFUSED(load("roles:\n" ADMIN "second:\n  d: {by: [admin], hours: 0}\n"), "hours from 1");
    REFUSED(load("roles:\n" ADMIN "second:\n  d: {by: [admin], hours: 9999999}\n"), "hours from 1");
    REFUSED(load("roles:\n" ADMIN "second:\n  d: {hours: 2}\n"), "needs by");
    REFUSED(load("roles: {\n"), "roles.yaml:");
}
END_TEST

/* What is applied is what stands there after, and a second time changes nothing. */
START_TEST(test_pack_apply)
{
    struct roles found;
    ck_assert_int_eq(roles_apply(clinic.db, &clinic.arena, &roles, NULL, NULL, &err), 0);
    OK(roles_read(clinic.db, &clinic.arena, &found, &err));
    ck_assert_str_eq(roles_digest(&clinic.arena, &roles), roles_digest(&clinic.arena, &found));
    OK(db_script(clinic.db,
                 "DELETE FROM permission WHERE role = 'nurse' AND verb = 'import';"
                 "INSERT INTO permission VALUES ('nurse', 'medi-db', 'import', 'payments');"
                 "UPDATE role SET says = 'other' WHERE name = 'nurse';"
                 "UPDATE consenter SET hours = 1 WHERE deed = 'duty.grant' AND role = 'admin'",
                 &err));
    OK(roles_read(clinic.db, &clinic.arena, &found, &err));
    ck_assert_str_ne(roles_digest(&clinic.arena, &roles), roles_digest(&clinic.arena, &found));
    ck_assert_int_eq(roles_apply(clinic.db, &clinic.arena, &roles, NULL, NULL, &err), 6);
    OK(roles_read(clinic.db, &clinic.arena, &found, &err));
    ck_assert_str_eq(roles_digest(&clinic.arena, &roles), roles_digest(&clinic.arena, &found));
}
END_TEST

START_TEST(test_pack_keeps_held)
{
    struct roles less = roles;
    struct fact rest[64];
    int kept = 0;
    for (int i = 0; i < roles.of[FACTS_ROLES].count; i++)
        if (strcmp(roles.of[FACTS_ROLES].items[i].words[0], "nurse") != 0)
            rest[kept++] = roles.of[FACTS_ROLES].items[i];
    struct fact permissions[4096];
    int permitted = 0;
    for (int i = 0; i < roles.of[FACTS_PERMISSIONS].count; i++)
        if (strcmp(roles.of[FACTS_PERMISSIONS].items[i].words[0], "nurse") != 0)
            permissions[permitted++] = roles.of[FACTS_PERMISSIONS].items[i];
    less.of[FACTS_ROLES] = (struct facts){rest, kept, kept};
    less.of[FACTS_PERMISSIONS] = (struct facts){permissions, permitted, permitted};
    give("wang", "nurse", 1);
    REFUSED((int)roles_apply(clinic.db, &clinic.arena, &less, NULL, NULL, &err),
            "role nurse: accounts have it, 1 of them");
    const struct duty duty = {"wang", "nurse", 1};
    ck_assert_int_eq(duty_revoke(clinic.db, &duty, &err), 1);
    ck_assert_int_gt(roles_apply(clinic.db, &clinic.arena, &less, NULL, NULL, &err), 0);
    ASK("SELECT count(*) FROM role WHERE name = 'nurse'", "0");
    ASK("SELECT count(*) FROM permission WHERE role = 'nurse'", "0");
}
END_TEST

Suite *
duty_suite(void)
{
    Suite *suite = suite_create("duty");
    TCase *all = clinic_case("duty", setup, teardown);
    tcase_add_test(all, test_duty_subject);
    tcase_add_test(all, test_duty_tool);
    tcase_add_test(all, test_duty_store);
    tcase_add_test(all, test_duty_roles_do_not_mix);
    tcase_add_test(all, test_duty_closed);
    tcase_add_test(all, test_duty_refuse);
    tcase_add_test(all, test_duty_found_once);
    tcase_add_test(all, test_duty_inherit);
    tcase_add_test(all, test_account_bad);
    tcase_add_test(all, test_account_staff);
    tcase_add_test(all, test_duty_bad);
    tcase_add_test(all, test_last_admin);
    tcase_add_test(all, test_guarded);
    tcase_add_test(all, test_pack_bad);
    tcase_add_test(all, test_pack_apply);
    tcase_add_test(all, test_pack_keeps_held);
    suite_add_tcase(suite, all);
    return suite;
}
