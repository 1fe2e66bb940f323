#include "clinic.h"

#include "kpi/kpi.h"

Suite *kpi_suite(void);

/* Figures counted by hand, by the definitions in kpi.h. Day 20240 is 2025-06-01, a Sunday. */

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

enum { JUNE = 20240, JULY = 20270, AUGUST = 20301 };

static struct kpi_query
june(enum kpi_metric metric)
{
    return (struct kpi_query){.metric = metric, .from = JUNE, .to = JULY, .few = 5};
}

/* The answer without its header, values with commas, rows with a slash between them. */
static const char *
show(const struct kpi_query *query)
{
    char *text;
    size_t length;
    int64_t rows = -1, lines = 0;
    struct kpi_columns columns;
    const struct out_options options = {.format = OUT_CSV, .header = false};
    FILE *stream = open_memstream(&text, &length);
    kpi_columns(query, &columns);
    struct out *out = out_new(stream, &options, columns.columns, columns.count);
    OK(kpi_rows(clinic.db, query, out, &rows, &err));
    OK(out_end(out, &err));
    out_free(out);
    fclose(stream);
    for (char *at = text; *at; at++) {
        if (*at != '\n')
            continue;
        *at = at[1] ? '/' : '\0';
        lines++;
    }
    ck_assert_int_eq(rows, lines);
    const char *copy = arena_strdup(&clinic.arena, text);
    free(text);
    return copy;
}

static void
sql(const char *text)
{
    OK(db_script(clinic.db, text, &err));
}

/* ---- arrivals ---- */

static void
visit(int store, int id, int client, int day, const char *status)
{
    sql(arena_printf(&clinic.arena,
                     "INSERT INTO visit (store_id, id, code, client_id, arrived_at, day, purpose, "
                     "status) VALUES (%d, %d, 'V%d', %d, %d, %d, 'other', '%s')",
                     store, id, id, client, day * DAY_SECONDS + 36000, day, status));
}

static void
appointment(int store, int id, int client, int day, const char *status)
{
    sql(arena_printf(&clinic.arena,
                     "INSERT INTO appointment (store_id, id, code, client_id, starts_at, ends_at, "
                     "day, status) VALUES (%d, %d, 'B%d', %d, %d, %d, %d, '%s')",
                     store, id, id, client, day * DAY_SECONDS, day * DAY_SECONDS + 60, day,
                     status));
}

static const struct {
    const char *status;
    bool visit, counts;
} statuses[] = {
    {"planned", true, false},    {"arrived", true, true},
    {"triaged", true, true},     {"in-progress", true, true},
    {"onleave", true, true},     {"finished", true, true},
    {"cancelled", true, false},  {"entered-in-error", true, false},
    {"proposed", false, false},  {"pending", false, false},
    {"booked", false, false},    {"arrived", false, true},
    {"fulfilled", false, true},  {"cancelled", false, false},
    {"noshow", false, false},    {"entered-in-error", false, false},
    {"checked-in", false, true}, {"waitlist", false, false},
};

/* Who was there counts, by whichever record says so; who was only expected does not. */
START_TEST(test_kpi_arrivals_status)
{
    struct kpi_query query = june(KPI_ARRIVALS);
    (statuses[_i].visit ? visit : appointment)(1, 1, 1, JUNE + 3, statuses[_i].status);
    ck_assert_str_eq(show(&query), statuses[_i].counts ? "1,1" : "");
}
END_TEST

/* One client, store and day is one visit, however many records tell of it. */
START_TEST(test_kpi_arrivals_once)
{
    struct kpi_query query = june(KPI_ARRIVALS);
    visit(1, 1, 1, JUNE + 3, "finished");
    visit(1, 2, 1, JUNE + 3, "finished");
    appointment(1, 1, 1, JUNE + 3, "fulfilled");
    ck_assert_str_eq(show(&query), "1,1");
    visit(1, 3, 1, JUNE + 4, "finished"); /* another day */
    ck_assert_str_eq(show(&query), "2,1");
    visit(2, 1, 1, JUNE + 3, "finished"); /* another store */
    ck_assert_str_eq(show(&query), "3,1");
    appointment(1, 2, 2, JUNE + 3, "checked-in"); /* another client, booked and come */
    ck_assert_str_eq(show(&query), "4,2");
}
END_TEST

/* A window is half open. */
START_TEST(test_kpi_arrivals_window)
{
    struct kpi_query query = june(KPI_ARRIVALS);
    visit(1, 1, 1, JUNE - 1, "finished");
    visit(1, 2, 1, JUNE, "finished");
    visit(1, 3, 1, JULY - 1, "finished");
    visit(1, 4, 1, JULY, "finished");
    appointment(1, 1, 2, JUNE - 1, "arrived");
    appointment(1, 2, 2, JULY, "arrived");
    ck_assert_str_eq(show(&query), "2,1");
}
END_TEST

START_TEST(test_kpi_arrivals_house)
{
    struct kpi_query query = june(KPI_ARRIVALS);
    visit(1, 1, 4, JUNE, "finished"); /* a test client */
    visit(1, 2, 5, JUNE, "finished"); /* one of the staff */
    ck_assert_str_eq(show(&query), "");
    visit(1, 3, 1, JUNE, "finished");
    ck_assert_str_eq(show(&query), "1,1");
}
END_TEST

/* By store, month and first-touch channel: the channel of a visit is its client's. */
START_TEST(test_kpi_arrivals_cuts)
{
    static const int64_t first = 1;
    struct kpi_query query = {.metric = KPI_ARRIVALS, .from = JUNE, .to = AUGUST, .few = 5};
    visit(1, 1, 1, JUNE, "finished");       /* dy */
    visit(1, 2, 1, JUNE + 1, "finished");   /* dy */
    visit(1, 3, 2, JULY, "finished");       /* xhs */
    visit(2, 1, 3, JULY, "finished");       /* unknown is a channel too */
    visit(2, 2, 1, JULY, "finished");       /* dy */
    sql("UPDATE visit SET channel_id = 2"); /* last touch, which is not asked for */
    ck_assert_str_eq(show(&query), "5,3");
    query.cuts = KPI_STORE;
    ck_assert_str_eq(show(&query), "S01,3,2/S02,2,2");
    query.cuts = KPI_MONTH;
    ck_assert_str_eq(show(&query), "2025-06,2,1/2025-07,3,3");
    query.cuts = KPI_CHANNEL;
    ck_assert_str_eq(show(&query), "dy,3,1/unknown,1,1/xhs,1,1");
    query.cuts = KPI_STORE | KPI_MONTH | KPI_CHANNEL;
    ck_assert_str_eq(show(&query), "S01,2025-06,dy,2,1/S01,2025-07,xhs,1,1/S02,2025-07,dy,1,1/"
                                   "S02,2025-07,unknown,1,1");
    query.cuts = KPI_MONTH;
    query.store_id = &first;
    ck_assert_str_eq(show(&query), "2025-06,2,1/2025-07,1,1");
}
END_TEST

/* ---- conversion ---- */

static void
consultation(int id, int client, int day, const char *outcome)
{
    sql(arena_printf(&clinic.arena,
                     "INSERT INTO consultation (store_id, id, code, client_id, started_at, day, "
                     "outcome) VALUES (1, %d, 'K%d', %d, %d, %d, '%s')",
                     id, id, client, day * DAY_SECONDS, day, outcome));
}

static void
paid(int id, const char *order, int client, int day, int fen, const char *kind, const char *class)
{
    sql(arena_printf(&clinic.arena,
                     "INSERT INTO payment (store_id, id, code, order_code, client_id, kind, class, "
                     "quantity, amount_fen, paid_at, day) VALUES (1, %d, 'Y%d', '%s', %d, '%s', "
                     "'%s', 1, %d, %d, %d)",
                     id, id, order, client, kind, class, fen, day * DAY_SECONDS, day));
}

/* "deals/consultations" of a query over June. */
static const char *
conversion(int64_t days, int64_t threshold)
{
    struct kpi_query query = june(KPI_CONVERSION);
    query.days = days;
    query.threshold_fen = threshold;
    char *text = arena_strdup(&clinic.arena, show(&query)); /* value,deals,all,low,high,few */
    char *deals = strchr(text, ',');
    if (!deals)
        return text;
    char *all = strchr(deals + 1, ','), *rest = strchr(all + 1, ',');
    *all = '/';
    *rest = '\0';
    return deals + 1;
}

START_TEST(test_kpi_conversion_none)
{
    ck_assert_str_eq(conversion(0, 0), "");
    consultation(1, 1, JUNE, "pending");
    ck_assert_str_eq(conversion(0, 0), "0/1");
}
END_TEST

/* Value, numerator, denominator, interval, and the flag of few. */
START_TEST(test_kpi_conversion_row)
{
    struct kpi_query query = june(KPI_CONVERSION);
    for (int i = 1; i <= 3; i++)
        consultation(i, i, JUNE, "lost");
    paid(1, "O1", 1, JUNE, 100, "payment", "sale");
    ck_assert_str_eq(show(&query), "0.333333,1,3,0.061492,0.792340,1");
    query.few = 3;
    ck_assert_str_eq(show(&query), "0.333333,1,3,0.061492,0.792340,0");
    query.few = 4;
    query.cuts = KPI_CHANNEL;
    ck_assert_str_eq(show(&query), "dy,1.000000,1,1,0.206549,1.000000,1/"
                                   "unknown,0.000000,0,1,0.000000,0.793451,1/"
                                   "xhs,0.000000,0,1,0.000000,0.793451,1");
}
END_TEST

/* A doctor's refusal is not counted against the consultant, and an error never was one. */
START_TEST(test_kpi_conversion_denominator)
{
    consultation(1, 1, JUNE, "medical-refusal");
    consultation(2, 2, JUNE, "entered-in-error");
    ck_assert_str_eq(conversion(0, 0), "");
    consultation(3, 3, JUNE, "deal"); /* the word alone makes no deal */
    ck_assert_str_eq(conversion(0, 0), "0/1");
    consultation(4, 4, JUNE, "pending"); /* a test client */
    consultation(5, 5, JUNE, "pending"); /* one of the staff */
    consultation(6, 1, JUNE - 1, "pending");
    consultation(7, 1, JULY, "pending");
    ck_assert_str_eq(conversion(30, 0), "0/1");
}
END_TEST

/* A deposit alone is none; what is paid on it makes the deal, on the day when it is paid. */
START_TEST(test_kpi_conversion_deposit)
{
    consultation(1, 1, JUNE, "pending");
    paid(1, "O1", 1, JUNE, 50000, "deposit", "sale");
    ck_assert_str_eq(conversion(0, 0), "0/1");
    ck_assert_str_eq(conversion(30, 0), "0/1");
    paid(2, "O1", 1, JUNE + 5, 100, "payment", "sale");
    ck_assert_str_eq(conversion(0, 0), "0/1");
    ck_assert_str_eq(conversion(4, 0), "0/1");
    ck_assert_str_eq(conversion(5, 0), "1/1");
}
END_TEST

/* A deposit of another order does not help. */
START_TEST(test_kpi_conversion_orders)
{
    consultation(1, 1, JUNE, "pending");
    paid(1, "O1", 1, JUNE, 50000, "deposit", "sale");
    paid(2, "O2", 1, JUNE, 600, "payment", "sale");
    ck_assert_str_eq(conversion(0, 600), "0/1");
    ck_assert_str_eq(conversion(0, 599), "1/1");
    paid(3, "O1", 1, JUNE, 1, "payment", "sale");
    ck_assert_str_eq(conversion(0, 50000), "1/1");
    ck_assert_str_eq(conversion(0, 50001), "0/1");
}
END_TEST

/* Given back the same day, it never was a deal; later, the day of sale keeps it. */
START_TEST(test_kpi_conversion_refund)
{
    consultation(1, 1, JUNE, "pending");
    paid(1, "O1", 1, JUNE, 1000, "payment", "sale");
    ck_assert_str_eq(conversion(0, 0), "1/1");
    paid(2, "O1", 1, JUNE + 1, -1000, "refund", "sale");
    ck_assert_str_eq(conversion(0, 0), "1/1");
    consultation(2, 2, JUNE, "pending");
    paid(3, "O2", 2, JUNE, 1000, "payment", "sale");
    paid(4, "O2", 2, JUNE, -1000, "refund", "sale");
    ck_assert_str_eq(conversion(0, 0), "1/2");
    paid(5, "O2", 2, JUNE + 2, 300, "payment", "sale"); /* and bought again */
    ck_assert_str_eq(conversion(1, 0), "1/2");
    ck_assert_str_eq(conversion(2, 0), "2/2");
}
END_TEST

/* Half given back the same day leaves half. */
START_TEST(test_kpi_conversion_refund_part)
{
    consultation(1, 1, JUNE, "pending");
    paid(1, "O1", 1, JUNE, 1000, "payment", "sale");
    paid(2, "O1", 1, JUNE, -400, "refund", "sale");
    ck_assert_str_eq(conversion(0, 599), "1/1");
    ck_assert_str_eq(conversion(0, 600), "0/1");
}
END_TEST

/* The threshold is what net paid must exceed; instalments add up to it. */
START_TEST(test_kpi_conversion_threshold)
{
    consultation(1, 1, JUNE, "pending");
    paid(1, "O1", 1, JUNE, 300, "payment", "sale");
    paid(2, "O1", 1, JUNE + 3, 300, "payment", "sale");
    ck_assert_str_eq(conversion(0, 299), "1/1");
    ck_assert_str_eq(conversion(0, 300), "0/1");
    ck_assert_str_eq(conversion(3, 300), "1/1");
    ck_assert_str_eq(conversion(3, 599), "1/1");
    ck_assert_str_eq(conversion(3, 600), "0/1");
    ck_assert_str_eq(conversion(2, 300), "0/1");
}
END_TEST

/* Same day or within D days, on and at the end of the window too; never before the consultation. */
START_TEST(test_kpi_conversion_days)
{
    consultation(1, 1, JUNE + 10, "pending");
    paid(1, "O1", 1, JUNE + 9, 100, "payment", "sale");
    ck_assert_str_eq(conversion(30, 0), "0/1");
    paid(2, "O2", 1, JUNE + 40, 100, "payment", "sale");
    ck_assert_str_eq(conversion(29, 0), "0/1");
    ck_assert_str_eq(conversion(30, 0), "1/1");
    consultation(2, 2, JULY - 1, "pending"); /* the window's last day; the deal is behind it */
    paid(3, "O3", 2, JULY + 29, 100, "payment", "sale");
    ck_assert_str_eq(conversion(30, 0), "2/2");
    ck_assert_str_eq(conversion(29, 0), "0/2");
}
END_TEST

/* Gifts, orders of the staff and tests are no sales; money of another client is not this one's. */
START_TEST(test_kpi_conversion_class)
{
    consultation(1, 1, JUNE, "pending");
    paid(1, "O1", 1, JUNE, 100, "payment", "gift");
    paid(2, "O2", 1, JUNE, 100, "payment", "staff");
    paid(3, "O3", 1, JUNE, 100, "payment", "test");
    paid(4, "O4", 2, JUNE, 100, "payment", "sale");
    ck_assert_str_eq(conversion(0, 0), "0/1");
    paid(5, "O5", 1, JUNE, 0, "payment", "sale");
    ck_assert_str_eq(conversion(0, 0), "0/1");
    paid(6, "O5", 1, JUNE, 1, "payment", "sale");
    ck_assert_str_eq(conversion(0, 0), "1/1");
}
END_TEST

/* Each consultation is asked by itself: two on the day of one deal both had one. */
START_TEST(test_kpi_conversion_two)
{
    consultation(1, 1, JUNE, "pending");
    consultation(2, 1, JUNE, "pending");
    consultation(3, 1, JUNE + 1, "pending");
    paid(1, "O1", 1, JUNE, 100, "payment", "sale");
    ck_assert_str_eq(conversion(0, 0), "2/3");
}
END_TEST

/* A deposit that comes behind a payment counts for what is paid: the order is more than a deposit. */
START_TEST(test_kpi_conversion_deposit_behind)
{
    consultation(1, 1, JUNE, "pending");
    paid(1, "O1", 1, JUNE, 300, "payment", "sale");
    paid(2, "O1", 1, JUNE + 2, 500, "deposit", "sale");
    ck_assert_str_eq(conversion(30, 300), "1/1");
    ck_assert_str_eq(conversion(1, 300), "0/1");
}
END_TEST

/* ---- columns ---- */

START_TEST(test_kpi_columns)
{
    static const char *const names[] = {
        "store", "month", "channel", "conversion", "conversion_low", "conversion_high", "few"};
    struct kpi_query query = june(KPI_CONVERSION);
    struct kpi_columns columns;
    query.cuts = KPI_STORE | KPI_MONTH | KPI_CHANNEL;
    kpi_columns(&query, &columns);
    ck_assert_int_eq(columns.count, 7);
    for (int i = 0; i < 7; i++)
        ck_assert_str_eq(columns.columns[i].name, names[i]);
    query = june(KPI_ARRIVALS);
    kpi_columns(&query, &columns);
    ck_assert_int_eq(columns.count, 2);
    ck_assert_str_eq(columns.columns[0].name, "arrivals");
    ck_assert_str_eq(columns.columns[1].name, "heads");
}
END_TEST

Suite *
kpi_suite(void)
{
    Suite *suite = suite_create("kpi");
    TCase *all = clinic_case("kpi", setup, teardown);
    tcase_add_loop_test(all, test_kpi_arrivals_status, 0, sizeof statuses / sizeof *statuses);
    tcase_add_test(all, test_kpi_arrivals_once);
    tcase_add_test(all, test_kpi_arrivals_window);
    tcase_add_test(all, test_kpi_arrivals_house);
    tcase_add_test(all, test_kpi_arrivals_cuts);
    tcase_add_test(all, test_kpi_conversion_none);
    tcase_add_test(all, test_kpi_conversion_row);
    tcase_add_test(all, test_kpi_conversion_denominator);
    tcase_add_test(all, test_kpi_conversion_deposit);
    tcase_add_test(all, test_kpi_conversion_orders);
    tcase_add_test(all, test_kpi_conversion_refund);
    tcase_add_test(all, test_kpi_conversion_refund_part);
    tcase_add_test(all, test_kpi_conversion_threshold);
    tcase_add_test(all, test_kpi_conversion_days);
    tcase_add_test(all, test_kpi_conversion_class);
    tcase_add_test(all, test_kpi_conversion_two);
    tcase_add_test(all, test_kpi_conversion_deposit_behind);
    tcase_add_test(all, test_kpi_columns);
    suite_add_tcase(suite, all);
    return suite;
}
