#include "bytes.h"

#include "log/rowcode.h"

Suite *rowcode_suite(void);

/* Made by another program (Python's hashlib): what is written today must be found again in ten years. */
static void
check(const char *table, const struct db_value *values, int count, const char *expected)
{
    struct rowcode code;
    unsigned char both[HASH_SIZE + ROWCODE_MARK];
    rowcode_of(&code, table, values, count);
    memcpy(both, code.element, HASH_SIZE);
    memcpy(both + HASH_SIZE, code.mark, ROWCODE_MARK);
    ck_assert_hex(both, sizeof both, expected);
}

START_TEST(test_rowcode_golden)
{
    char letters[600];
    memset(letters, 'x', sizeof letters);
    const struct db_value row[] = {db_int(1), db_int(17),      db_text("V17"),         db_int(-5),
                                   db_null(), db_text("到院"), db_bytes("\x00\xff", 2)};
    const struct db_value longer = db_textn(letters, sizeof letters);
    check("visit", row, 7,
          "2d669347127eb31e3e6827546c195e51dc0ece83feda396f06b30b13c06077cca4bf5f3ce9d5a9d9");
    check("t", &longer, 1,
          "489b889d168259639b86f50e5fafe36d5147d69bcfc836a34e1ffd48576dd276020b45eaf31be8bc");
    struct db_value wide[41] = {db_int(INT64_MIN), db_int(INT64_MAX), db_int(0),
                                db_int(-1),        db_int(127),       db_int(128)};
    for (int i = 6; i < 40; i++)
        wide[i] = db_null();
    wide[40] = db_int(1);
    check("t", wide, 41,
          "d467b0ba57126b96175edb662bff2587e0d0d9cf74828c737ed4d44cf37c69ff6eb2f3ed59618ba8");
    check("t", NULL, 0,
          "779d026081bba050a4c98048d23b1801ff8e2882f8d30e8900401b2e99a3b7c72d39bea8610f3692");
}
END_TEST

static bool
differ(const char *table_a, const struct db_value *a, int count_a, const char *table_b,
       const struct db_value *b, int count_b)
{
    struct rowcode left, right;
    rowcode_of(&left, table_a, a, count_a);
    rowcode_of(&right, table_b, b, count_b);
    bool element = memcmp(left.element, right.element, HASH_SIZE) != 0;
    ck_assert_int_eq(element, memcmp(left.mark, right.mark, ROWCODE_MARK) != 0);
    return element;
}

/* What is another row has another code; NULL at the end, as a migration leaves it, is no other row. */
START_TEST(test_rowcode_differs)
{
    const struct db_value one[] = {db_int(1), db_text("ab"), db_null()};
    const struct db_value types[] = {db_int(1), db_bytes("ab", 2), db_null()};
    const struct db_value moved[] = {db_int(1), db_null(), db_text("ab")};
    const struct db_value empty[] = {db_int(1), db_text("ab"), db_text("")};
    const struct db_value zero[] = {db_int(1), db_text("ab"), db_int(0)};
    const struct db_value split[] = {db_int(1), db_text("a"), db_text("b")};
    ck_assert(!differ("t", one, 3, "t", one, 2));
    ck_assert(differ("t", one, 3, "u", one, 3));
    ck_assert(differ("t", one, 3, "t", types, 3));
    ck_assert(differ("t", one, 3, "t", moved, 3));
    ck_assert(differ("t", one, 3, "t", empty, 3));
    ck_assert(differ("t", one, 3, "t", zero, 3));
    ck_assert(differ("t", one, 3, "t", split, 3));
    ck_assert(differ("t", empty, 3, "t", zero, 3));
}
END_TEST

Suite *
rowcode_suite(void)
{
    Suite *suite = suite_create("rowcode");
    TCase *all = tcase_create("rowcode");
    tcase_add_test(all, test_rowcode_golden);
    tcase_add_test(all, test_rowcode_differs);
    suite_add_tcase(suite, all);
    return suite;
}
