/* history, transactions and clientele: from lines of purchases to the figures of each client. */
#include "base/day.h"
#include "base/str.h"
#include "client/clientele.h"
#include "client/transactions.h"
#include "scratch.h"

Suite *history_suite(void);

static struct scratch scratch;
static struct err err;

static void
setup(void)
{
    scratch_make(&scratch);
    err_clear(&err);
}

static void
teardown(void)
{
    scratch_remove(&scratch);
}

/* ---- one client ---- */

/* Purchases as {day, fen}, ending with day -1; the figures as "x t_x t fen", "none" without a purchase. */
static const struct {
    int64_t bought[6][2];
    const char *figures;
} histories[] = {
    {{{10, 100}, {-1, 0}}, "0 0 90 0"},
    {{{10, 100}, {30, 250}, {100, 50}, {-1, 0}}, "2 90 90 300"},
    {{{10, 100}, {10, 100}, {30, 1}, {30, 2}, {-1, 0}}, "1 20 90 3"}, /* same days */
    {{{10, 0}, {30, 0}, {-1, 0}}, "1 20 90 0"},                       /* gifts */
    {{{10, 100}, {30, 50}, {30, -50}, {-1, 0}}, "0 0 90 0"},          /* given back the same day */
    {{{10, 100}, {30, -50}, {30, 80}, {-1, 0}}, "1 20 90 30"},        /* in part */
    {{{10, 100}, {30, -100}, {40, 9}, {-1, 0}}, "1 30 90 9"},         /* later */
    {{{5, -100}, {10, 5}, {-1, 0}}, "0 0 90 0"},
    {{{10, -100}, {-1, 0}}, "none"},
    {{{-1, 0}}, "none"},
};

START_TEST(test_history_figures)
{
    struct history history = {0};
    struct buyer buyer;
    char got[80] = "none";
    for (int i = 0; histories[_i].bought[i][0] >= 0; i++)
        ck_assert_int_eq(
            history_add(&history, histories[_i].bought[i][0], histories[_i].bought[i][1]),
            HISTORY_TAKEN);
    for (int again = 0; again < 2; again++) /* asking changes nothing */
        if (history_buyer(&history, 100, &buyer))
            snprintf(got, sizeof got, "%d %d %d %d", (int)buyer.x, (int)buyer.t_x, (int)buyer.t,
                     (int)buyer.repeat_fen);
    ck_assert_str_eq(got, histories[_i].figures);
}
END_TEST

START_TEST(test_history_limits)
{
    struct history history = {0};
    const int64_t most = 100000000000000000;
    ck_assert_int_eq(history_add(&history, 10, most), HISTORY_TAKEN);
    ck_assert_int_eq(history_add(&history, 9, 1), HISTORY_BEFORE);
    ck_assert_int_eq(history_add(&history, 11, most), HISTORY_TAKEN);
    ck_assert_int_eq(history_add(&history, 11, 1), HISTORY_TOO_MUCH);
    history = (struct history){0};
    ck_assert_int_eq(history_add(&history, 10, INT64_MIN), HISTORY_TOO_MUCH);
    ck_assert_int_eq(history_add(&history, 10, INT64_MAX), HISTORY_TOO_MUCH);
}
END_TEST

/* ---- files ---- */

static const char *
figures_of(struct clientele *clientele)
{
    static struct str out = STR_INIT;
    const char *name;
    struct buyer buyer;
    size_t at = 0;
    str_clear(&out);
    while (clientele_next(clientele, &at, &name, &buyer))
        str_addf(&out, "%s %d %d %d %d\n", name, (int)buyer.x, (int)buyer.t_x, (int)buyer.t,
                 (int)buyer.repeat_fen);
    return out.text;
}

static int
read_text(struct clientele **clientele, const char *text, int64_t until)
{
    scratch_write(&scratch, "t.txt", text);
    return clientele_read(clientele, scratch.file, until, &err);
}

static void
expect(const char *text, int64_t until, const char *figures)
{
    struct clientele *clientele;
    OK(read_text(&clientele, text, until));
    ck_assert_str_eq(figures_of(clientele), figures);
    clientele_free(clientele);
}

START_TEST(test_clientele_layouts)
{
    const char *want = "A 1 10 20 1250\nB 0 0 9 0\n";
    expect(" A 20250601 1 10.00\n B  2025-06-12 2  5\n A 20250611 1  12.50\n B 20250621 1 -3\n",
           INT64_MAX, want);
    expect("A,2025-06-01,1,10\nA,2025/6/11,1,¥12.50\nB,2025年6月12日,2,5\n\nB,2025-06-21,.5,-1",
           INT64_MAX, want);
    expect("Client\tDate\tQuantity\tAmount\r\nA\t20250601\t1\t10\r\nA\t20250611\t1\t12.5\r\n"
           "B\t20250612\t1\t5\r\nB\t20250621\t-1\t-5\r\n",
           INT64_MAX, want);
    expect("00004 0001 19970101  2   29.33\n00004 0001 19970118  2   29.73\n", INT64_MAX,
           "00004 1 17 17 2973\n");
    expect("client,sample,date,quantity,amount\nA,x,2025-06-01,1,1\n", INT64_MAX, "A 0 0 0 0\n");
    expect("", INT64_MAX, "");
    expect("client date quantity amount\n", INT64_MAX, "");
}
END_TEST

/* The end of the observation: the last day of the file, or that which was asked for. */
START_TEST(test_clientele_until)
{
    const char *text = "A 2025-06-01 1 1\nA 2025-06-05 1 1\nB 2025-06-07 1 1\n";
    int64_t june = day_from_civil(2025, 6, 1);
    expect(text, INT64_MAX, "A 1 4 6 100\nB 0 0 0 0\n");
    expect(text, june + 4, "A 1 4 4 100\n");
    expect(text, june + 3, "A 0 0 3 0\n");
    expect(text, june - 1, "");
    expect(text, june + 29, "A 1 4 29 100\nB 0 0 23 0\n");
}
END_TEST

/* Any order gives the same figures, clients in the order of their first lines; a pipe must be in order. */
START_TEST(test_clientele_order)
{
    const char *want = "A 2 10 20 300\nB 1 3 6 900\n", *mixed =
                                                           "A 2025-06-11 1 2\nB 2025-06-18 1 9\n"
                                                           "A 2025-06-01 1 7\nB 2025-06-15 1 4\n"
                                                           "A 2025-06-03 1 1\nB 2025-06-21 1 -1\n";
    struct clientele *clientele;
    expect(mixed, INT64_MAX, want);
    expect("A 2025-06-01 1 7\nA 2025-06-03 1 1\nA 2025-06-11 1 2\nB 2025-06-15 1 4\n"
           "B 2025-06-18 1 9\nB 2025-06-21 1 -1\n",
           INT64_MAX, want);
    int ends[2];
    char path[40];
    ck_assert_int_eq(pipe(ends), 0);
    ck_assert_int_eq(write(ends[1], mixed, strlen(mixed)), (ssize_t)strlen(mixed));
    close(ends[1]);
    snprintf(path, sizeof path, "/proc/self/fd/%d", ends[0]);
    FAILS(clientele_read(&clientele, path, INT64_MAX, &err), ERR_DATA,
          ":3: date: before the line above of client A; sort the lines by date, or name a file");
    ck_assert_ptr_null(clientele);
    close(ends[0]);
}
END_TEST

static const struct {
    const char *text, *words;
} refused[] = {
    {"A 2025-06-01 1\n", "t.txt:1: 3 columns; expected client, date, quantity, amount"},
    {"A 2025-06-01 1 2\nA B 2025-06-01 1 2\n", "t.txt:2: 5 columns, and the lines above have 4"},
    {"A 2025-06-01 1 2\n\nA 2025-06-31 1 2\n", "t.txt:3: date: 2025-06-31: expected a day"},
    {"A 2025-06-01 one 2\n", "t.txt:1: quantity: one: expected a number"},
    {"A 2025-06-01 . 2\n", "t.txt:1: quantity: .: expected a number"},
    {"A 2025-06-01 1 2.125\n", "t.txt:1: amount: 2.125: more than two decimals"},
    {"A 2025-06-01 1 $2\n", "t.txt:1: amount: $2: no amount of money"},
    {"A,2025-06-01,1,\n", "t.txt:1: amount: "},
    {",2025-06-01,1,2\n", "t.txt:1: client: missing"},
    {"A,2025-06-01,1,2\n\"B,2025-06-01,1,2\n", "t.txt:2: "},
    {"client date quantity amount\nclient date quantity amount\n", "t.txt:2: date: date: "},
    {"A 2025-06-01 1 999999999999999\nA 2025-06-01 1 999999999999999\n",
     "t.txt:2: client A: the amounts are too large to be added"},
};

START_TEST(test_clientele_refuses)
{
    struct clientele *clientele;
    FAILS(read_text(&clientele, refused[_i].text, INT64_MAX), ERR_DATA, refused[_i].words);
    ck_assert_ptr_null(clientele);
}
END_TEST

START_TEST(test_clientele_fields)
{
    struct clientele *clientele;
    struct str text = STR_INIT;
    for (int i = 0; i < 257; i++)
        str_addc(&text, 'A');
    str_adds(&text, " 2025-06-01 1 2\n");
    FAILS(read_text(&clientele, text.text, INT64_MAX), ERR_DATA,
          "t.txt:1: field 1 is over 256 bytes");
    str_release(&text);
    FAILS(clientele_read(&clientele, "/nowhere/t.txt", INT64_MAX, &err), ERR_IO, "/nowhere/t.txt");
}
END_TEST

Suite *
history_suite(void)
{
    Suite *suite = suite_create("history");
    TCase *cases = tcase_create("history");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_loop_test(cases, test_history_figures, 0, sizeof histories / sizeof *histories);
    tcase_add_test(cases, test_history_limits);
    tcase_add_test(cases, test_clientele_layouts);
    tcase_add_test(cases, test_clientele_until);
    tcase_add_test(cases, test_clientele_order);
    tcase_add_loop_test(cases, test_clientele_refuses, 0, sizeof refused / sizeof *refused);
    tcase_add_test(cases, test_clientele_fields);
    suite_add_tcase(suite, cases);
    return suite;
}
