#include "ledger.h"

#include "db/sql.h"
#include "log/marks.h"
#include "log/place.h"

Suite *marks_suite(void);

static struct ledger ledger;
static struct err err;
static struct marks *marks;

static void
setup(void)
{
    ledger_open(&ledger);
    ledger_hurt(&ledger, "DELETE FROM mark");
    marks = marks_new(ledger.db);
}

static void
teardown(void)
{
    marks_free(marks);
    ledger_close(&ledger);
}

static const unsigned char *
mark(int number)
{
    static unsigned char bytes[4][ROWCODE_MARK];
    static int next;
    unsigned char *out = bytes[next++ % 4];
    memset(out, 0x40 + number % 100, ROWCODE_MARK);
    out[0] = (unsigned char)(number / 100);
    return out;
}

static void
add(int64_t number, int which)
{
    OK(marks_add(marks, "visit", 1, number, mark(which), &err));
}

static void
take(int64_t number, int which)
{
    OK(marks_remove(marks, "visit", 1, number, mark(which), &err));
}

/* "part:length part:length" */
static const char *
parts(void)
{
    OK(marks_flush(marks, &err));
    return ledger_ask(&ledger,
                      "SELECT COALESCE((SELECT group_concat(part || ':' || length(marks), ' ') "
                      "FROM (SELECT * FROM mark WHERE name = 'visit' ORDER BY part)), '')");
}

static bool
holds(int64_t number, int which)
{
    struct db_value values[] = {db_int(1), db_text("visit"), db_int(number / MARKS_ROWS)};
    struct db_stmt *stmt;
    unsigned char none[ROWCODE_MARK] = {0};
    OK(marks_flush(marks, &err));
    if (sql_first(ledger.db, &stmt, SQL_LOG_MARK_GET, values, 3, &err) != 1)
        return false;
    struct db_value bytes = db_get(stmt, 0);
    size_t at = (size_t)(number % MARKS_ROWS) * ROWCODE_MARK;
    bool same = bytes.length >= at + ROWCODE_MARK &&
                memcmp(bytes.text + at, which < 0 ? none : mark(which), ROWCODE_MARK) == 0;
    db_finish(stmt);
    return same;
}

START_TEST(test_marks_places)
{
    add(3, 1);
    add(0, 2);
    add(MARKS_ROWS - 1, 3);
    add(MARKS_ROWS, 4);
    add(5 * MARKS_ROWS + 1, 5);
    ck_assert_str_eq(parts(), "0:3840 1:8 5:16");
    ck_assert(holds(3, 1) && holds(0, 2) && holds(MARKS_ROWS - 1, 3) && holds(MARKS_ROWS, 4));
    ck_assert(holds(5 * MARKS_ROWS + 1, 5) && holds(5 * MARKS_ROWS, -1) && holds(1, -1));
}
END_TEST

/* An update may be told as one that comes and then one that goes, or the other way round. */
START_TEST(test_marks_change)
{
    add(7, 1);
    add(7, 2);
    take(7, 1);
    ck_assert(holds(7, 2));
    take(7, 2);
    add(7, 3);
    ck_assert(holds(7, 3));
    take(7, 3);
    ck_assert(holds(7, -1));
    take(900, 1); /* of which nothing is known */
}
END_TEST

START_TEST(test_marks_loose)
{
    for (int i = 0; i < 5; i++)
        add(NUMBERLESS, i);
    take(NUMBERLESS, 1);
    take(NUMBERLESS, 4);
    take(NUMBERLESS, 77);
    ck_assert_str_eq(parts(), "0:24");
    ck_assert(holds(0, 0) && holds(1, 3) && holds(2, 2));
}
END_TEST

/* More parts than are kept in memory. */
START_TEST(test_marks_many)
{
    enum { ROWS = 300 };
    for (int i = 0; i < ROWS; i++)
        add((int64_t)i * MARKS_ROWS, i);
    for (int i = 0; i < ROWS; i += 2)
        take((int64_t)i * MARKS_ROWS, i);
    for (int i = 0; i < ROWS; i++)
        ck_assert_msg(holds((int64_t)i * MARKS_ROWS, i % 2 ? i : -1), "%d", i);
}
END_TEST

START_TEST(test_marks_forget)
{
    add(1, 1);
    OK(marks_flush(marks, &err));
    add(1, 2);
    add(2, 3);
    marks_forget(marks);
    ck_assert_str_eq(parts(), "0:16");
    ck_assert(holds(1, 1));
}
END_TEST

/* A blob of a length that no marks have is not read behind its end. */
START_TEST(test_marks_odd)
{
    OK(db_script(ledger.db,
                 "INSERT INTO mark VALUES (1, 'visit', 0, x'010203'), (1, 'visit', 1, x'')", &err));
    add(0, 1);
    add(MARKS_ROWS, 2);
    take(NUMBERLESS, 3);
    ck_assert(holds(0, 1) && holds(MARKS_ROWS, 2));
}
END_TEST

Suite *
marks_suite(void)
{
    Suite *suite = suite_create("marks");
    TCase *all = ledger_case("marks", setup, teardown);
    tcase_add_test(all, test_marks_places);
    tcase_add_test(all, test_marks_change);
    tcase_add_test(all, test_marks_loose);
    tcase_add_test(all, test_marks_many);
    tcase_add_test(all, test_marks_forget);
    tcase_add_test(all, test_marks_odd);
    suite_add_tcase(suite, all);
    return suite;
}
