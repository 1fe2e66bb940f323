/* deals: who bought on which days, from payments. Day 20240 is 2025-06-01. */
#include "clinic.h"

#include "client/deals.h"

Suite *deals_suite(void);

static struct clinic clinic;
static struct err err;

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

enum { JUNE = 20240 };

static void
paid(int store, int client, int day, int fen, const char *class)
{
    static int id;
    id++;
    OK(db_script(
        clinic.db,
        arena_printf(&clinic.arena,
                     "INSERT INTO payment (store_id, id, code, order_code, client_id, kind, class, "
                     "quantity, amount_fen, paid_at, day) VALUES (%d, %d, 'Y%d', 'O%d', %d, "
                     "'%s', '%s', 1, %d, %d, %d)",
                     store, id, id, id, client, fen < 0 ? "refund" : "payment", class, fen,
                     day * DAY_SECONDS, day),
        &err));
}

static int
note(void *context, const char *client, const struct buyer *buyer, struct err *error)
{
    (void)error;
    str_addf(context, "%s %d %d %d %d\n", client, (int)buyer->x, (int)buyer->t_x, (int)buyer->t,
             (int)buyer->repeat_fen);
    return 0;
}

static void
expect(int until, int store, const char *figures)
{
    int64_t store_id = store;
    const struct deals deals = {clinic.db, until, store ? &store_id : NULL};
    struct str got = STR_INIT;
    OK(deals_each(&deals, note, &got, &err));
    ck_assert_str_eq(got.text, figures);
    str_release(&got);
}

START_TEST(test_deals_each)
{
    expect(JUNE, 0, "");
    paid(2, 2, JUNE + 9, 500, "sale");
    paid(1, 1, JUNE, 100, "sale");
    paid(1, 1, JUNE, 50, "sale");      /* the same day */
    paid(2, 1, JUNE + 3, 200, "sale"); /* another store of the chain */
    paid(1, 1, JUNE + 3, 30, "sale");  /* on the same day */
    paid(1, 1, JUNE + 5, 10, "sale");
    paid(1, 1, JUNE + 5, -10, "sale"); /* given back: no purchase */
    paid(1, 1, JUNE + 6, -70, "sale"); /* a refund alone */
    paid(1, 1, JUNE + 8, 1, "gift");
    paid(1, 4, JUNE, 100, "sale"); /* a test client */
    paid(1, 5, JUNE, 100, "sale"); /* one of the staff */
    paid(1, 3, JUNE, 100, "staff");
    expect(JUNE + 20, 0, "C1 1 3 20 230\nC2 0 0 11 0\n");
    expect(JUNE + 20, 1, "C1 1 3 20 30\n");
    expect(JUNE + 20, 2, "C1 0 0 17 0\nC2 0 0 11 0\n");
    expect(JUNE + 3, 0, "C1 1 3 3 230\n");
    expect(JUNE + 2, 0, "C1 0 0 2 0\n");
    expect(JUNE - 1, 0, "");
}
END_TEST

static int
stop(void *context, const char *client, const struct buyer *buyer, struct err *error)
{
    (void)context, (void)buyer;
    return err_set(error, ERR_DATA, "stopped at %s", client);
}

START_TEST(test_deals_stop)
{
    const struct deals deals = {clinic.db, JUNE + 9, NULL};
    paid(1, 1, JUNE, 100, "sale");
    paid(1, 2, JUNE, 100, "sale");
    FAILS(deals_each(&deals, stop, NULL, &err), ERR_DATA, "stopped at C1");
    OK(db_script(clinic.db,
                 "UPDATE payment SET amount_fen = 9000000000000000000 WHERE client_id = 1", &err));
    FAILS(deals_each(&deals, stop, NULL, &err), ERR_DATA,
          "client C1: the amounts are too large to be added");
}
END_TEST

Suite *
deals_suite(void)
{
    Suite *suite = suite_create("deals");
    TCase *all = clinic_case("deals", setup, teardown);
    tcase_add_test(all, test_deals_each);
    tcase_add_test(all, test_deals_stop);
    suite_add_tcase(suite, all);
    return suite;
}
