#include "clinic.h"

#include "duty/duty.h"
#include "duty/request.h"
#include "duty/roles.h"

Suite *request_suite(void);

enum { HOUR = 3600, T0 = 2000000000 };

static struct clinic clinic;
static struct err err;
static const struct request_deed deed = {"export.reveal", "clients: all", "an audit", "asker", 1};
static struct request request;

static void
add(const char *login, const char *staff, const char *role, int64_t store_id)
{
    const struct duty duty = {login, role, store_id};
    OK(account_add(clinic.db, login, staff, T0, &err));
    ck_assert_msg(duty_grant(clinic.db, &duty, "root", T0, &err) == 1, "%s", err.text);
}

/*
 * asker (person A1) works the desk of store 1, and has a second account, shadow, which is a manager;
 * boss (A2) manages store 1, far (D1) store 2; top (D2) is manager of the chain; clerk consents to nothing.
 */
static void
setup(void)
{
    struct roles roles;
    clinic_open(&clinic, "");
    err_clear(&err);
    OK(roles_load(&clinic.arena, &clinic.packs, &roles, &err));
    OK(db_begin(clinic.db, &err));
    ck_assert_int_gt(roles_apply(clinic.db, &clinic.arena, &roles, NULL, NULL, &err), 0);
    add("asker", "A1", "front-desk", 1);
    add("shadow", "A1", "manager", 0);
    add("boss", "A2", "manager", 1);
    add("far", "D1", "manager", 2);
    add("top", "D2", "manager", 0);
    add("clerk", "N1", "nurse", 1);
    ck_assert_int_eq(request_make(clinic.db, &deed, T0, &request, &err), 1);
}

static void
teardown(void)
{
    db_rollback(clinic.db);
    clinic_close(&clinic);
}

static int
approve(const char *by, int64_t now)
{
    err_clear(&err);
    return request_approve(clinic.db, request.id, by, now, &err);
}

static int
use_as(const struct request_deed *what, int64_t now)
{
    int64_t id = 0;
    int used = request_use(clinic.db, what, now, &id, &err);
    if (used == 1)
        ck_assert_int_eq(id, request.id);
    return used;
}

static int
use(int64_t now)
{
    return use_as(&deed, now);
}

#define REFUSED(call, part)                                                                        \
    do {                                                                                           \
        err_clear(&err);                                                                           \
        ck_assert_int_eq(call, -1);                                                                \
        ck_assert_int_eq(err.kind, ERR_DATA);                                                      \
        ck_assert_msg(strstr(err.text, part) != NULL, "%s\nwithout %s", err.text, part);           \
    } while (0)

START_TEST(test_request_way)
{
    ck_assert_int_eq(request.id, 1);
    ck_assert_int_eq(request.expires_at, T0 + 24 * HOUR);
    ck_assert_int_eq(use(T0), 0); /* not while it waits */
    OK(approve("boss", T0 + 5));
    ASK("SELECT state || decided_by || decided_at FROM request", "approvedboss2000000005");
    ck_assert_int_eq(use(T0 + 6), 1);
    ASK("SELECT state || used_at FROM request", "used2000000006");
    ck_assert_int_eq(use(T0 + 7), 0); /* once */
    ck_assert_int_eq(request_make(clinic.db, &deed, T0 + 8, &request, &err), 1);
    ck_assert_int_eq(request.id, 2); /* a new one needs a new consent */
    ck_assert_int_eq(use(T0 + 9), 0);
}
END_TEST

START_TEST(test_request_same_waits)
{
    struct request again;
    ck_assert_int_eq(request_make(clinic.db, &deed, T0 + 9, &again, &err), 0);
    ck_assert_int_eq(again.id, request.id);
    ck_assert_int_eq(again.expires_at, request.expires_at); /* asking again does not prolong it */
    ck_assert_int_eq(request_make(clinic.db, &deed, T0 + 24 * HOUR, &again, &err), 1);
    ck_assert_int_eq(again.id, 2);
}
END_TEST

START_TEST(test_request_who)
{
    REFUSED(approve("asker", T0), "is your own");
    REFUSED(approve("shadow", T0), "asker and shadow are accounts of one person");
    REFUSED(approve("far", T0), "far has no role that may decide on export.reveal here");
    REFUSED(approve("clerk", T0), "clerk has no role that may decide on export.reveal here; these "
                                  "may: admin, manager");
    REFUSED(approve("nobody", T0), "nobody has no role");
    OK(account_close(clinic.db, "top", T0, &err));
    REFUSED(approve("top", T0), "top has no role");
    ASK("SELECT state FROM request", "pending");
    ck_assert_str_eq(request_consenters(clinic.db, &clinic.arena, &deed, &err), "boss");
    OK(approve("boss", T0));
}
END_TEST

/* A store's own request can be decided by who has the role in all stores; the chain's only by them. */
START_TEST(test_request_chain)
{
    struct request_deed all = deed;
    ck_assert_str_eq(request_consenters(clinic.db, &clinic.arena, &deed, &err), "boss, top");
    all.store_id = 0;
    ck_assert_str_eq(request_consenters(clinic.db, &clinic.arena, &all, &err), "top");
    ck_assert_int_eq(request_make(clinic.db, &all, T0, &request, &err), 1);
    REFUSED(approve("boss", T0), "boss has no role");
    OK(approve("top", T0));
    ck_assert_int_eq(use(T0), 0); /* deed is store 1's */
    ck_assert_int_eq(use_as(&all, T0), 1);
}
END_TEST

START_TEST(test_request_exactly)
{
    struct request_deed other = deed;
    OK(approve("top", T0));
    other.subject = "clients: all ";
    ck_assert_int_eq(use_as(&other, T0), 0);
    other = deed, other.deed = "duty.grant";
    ck_assert_int_eq(use_as(&other, T0), 0);
    other = deed, other.reason = "";
    ck_assert_int_eq(use_as(&other, T0), 0);
    other = deed, other.by = "shadow"; /* not even the same person by another login */
    ck_assert_int_eq(use_as(&other, T0), 0);
    other = deed, other.store_id = 2;
    ck_assert_int_eq(use_as(&other, T0), 0);
    ck_assert_int_eq(use(T0), 1);
}
END_TEST

START_TEST(test_request_twice)
{
    OK(approve("boss", T0));
    REFUSED(approve("boss", T0), "request 1: was approved already, by boss");
    REFUSED(approve("top", T0), "request 1: was approved already, by boss");
    ck_assert_int_eq(use(T0), 1);
    REFUSED(approve("top", T0), "request 1: is used up already");
    REFUSED(request_refuse(clinic.db, 1, "top", "no", T0, &err), "is used up already");
    REFUSED(request_withdraw(clinic.db, 1, "asker", T0, &err), "is used up already");
    ASK("SELECT count(*) FROM request WHERE state = 'used' AND decided_by = 'boss'", "1");
}
END_TEST

START_TEST(test_request_expires)
{
    OK(approve("boss", T0 + 24 * HOUR - 1));
    ck_assert_int_eq(use(T0 + 24 * HOUR), 0); /* the end is no part of it */
    ck_assert_int_eq(use(T0 + 24 * HOUR - 1), 1);
    ck_assert_int_eq(request_make(clinic.db, &deed, T0, &request, &err), 1);
    REFUSED(approve("boss", T0 + 24 * HOUR), "request 2: is expired; asker must run");
    REFUSED(request_withdraw(clinic.db, 2, "asker", T0 + 24 * HOUR, &err), "is expired");
    OK(approve("boss", T0 + 24 * HOUR - 1));
}
END_TEST

START_TEST(test_request_refused)
{
    REFUSED(request_refuse(clinic.db, 1, "asker", "no", T0, &err), "is your own");
    OK(request_refuse(clinic.db, 1, "boss", "not today", T0, &err));
    ASK("SELECT state || answer FROM request", "refusednot today");
    REFUSED(approve("top", T0), "request 1: was refused by boss");
    ck_assert_int_eq(use(T0), 0);
    ck_assert_int_eq(request_make(clinic.db, &deed, T0, &request, &err), 1); /* may ask again */
    ck_assert_int_eq(request.id, 2);
    OK(approve("boss", T0));
    OK(request_refuse(clinic.db, 2, "top", "changed", T0, &err)); /* a consent may be taken back */
    ck_assert_int_eq(use(T0), 0);
}
END_TEST

START_TEST(test_request_withdrawn)
{
    REFUSED(request_withdraw(clinic.db, 1, "boss", T0, &err), "request 1: is asker's");
    OK(approve("boss", T0));
    OK(request_withdraw(clinic.db, 1, "asker", T0, &err));
    ck_assert_int_eq(use(T0), 0);
    REFUSED(approve("boss", T0), "was withdrawn by asker");
    REFUSED(approve("boss", T0), "was withdrawn by asker");
    request.id = 77;
    REFUSED(approve("boss", T0), "request 77: there is none");
}
END_TEST

START_TEST(test_request_no_rule)
{
    struct request_deed unknown = deed;
    unknown.deed = "stock.burn";
    REFUSED(request_make(clinic.db, &unknown, T0, &request, &err), "no role may consent to it");
}
END_TEST

/* The clock is set back: what was over stays over, by what the log and the requests have seen. */
START_TEST(test_request_clock)
{
    int64_t now;
    OK(request_time(clinic.db, T0 + 5, &now, &err));
    ck_assert_int_eq(now, T0 + 5);
    OK(request_time(clinic.db, T0 - 50, &now, &err)); /* a request was made at T0 */
    ck_assert_int_eq(now, T0);
    OK(db_script(
        clinic.db,
        "INSERT INTO log (store_id, seq, at, actor, tool, verb, subject, sets, run, hash) VALUES "
        "(2, 1, 2000090000, 'x', 'x', 'x', 'x', '', '', x''), (2, 2, 5, 'x', 'x', 'x', 'x', '', "
        "'', x'')",
        &err));
    OK(request_time(clinic.db, T0, &now, &err));
    ck_assert_int_eq(now, 2000090000);
}
END_TEST

Suite *
request_suite(void)
{
    Suite *suite = suite_create("request");
    TCase *all = clinic_case("request", setup, teardown);
    tcase_add_test(all, test_request_way);
    tcase_add_test(all, test_request_same_waits);
    tcase_add_test(all, test_request_who);
    tcase_add_test(all, test_request_chain);
    tcase_add_test(all, test_request_exactly);
    tcase_add_test(all, test_request_twice);
    tcase_add_test(all, test_request_expires);
    tcase_add_test(all, test_request_refused);
    tcase_add_test(all, test_request_withdrawn);
    tcase_add_test(all, test_request_no_rule);
    tcase_add_test(all, test_request_clock);
    suite_add_tcase(suite, all);
    return suite;
}
