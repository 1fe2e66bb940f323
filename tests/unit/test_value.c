#include "scratch.h"

#include "record/value.h"
#include "text/zonefile.h"

Suite *value_suite(void);

static struct arena arena;
static struct value_place place;
static struct err err;

static void
setup(void)
{
    arena_init(&arena);
    err_clear(&err);
    place = (struct value_place){.zone = zone_load(&arena, "Asia/Shanghai", &err), .row = &arena};
    ck_assert_msg(place.zone, "%s", err.text);
}

static void
teardown(void)
{
    arena_release(&arena);
}

static struct kind_column
column_of(enum kind_type type)
{
    static struct kind_word words[] = {{"paid", "paid", 4}, {"付费", "paid", 6}, {"own", "own", 3}};
    return (struct kind_column){.name = "cell",
                                .type = type,
                                .min = INT64_MIN,
                                .max = INT64_MAX,
                                .words = words,
                                .word_count = 3};
}

static const struct {
    enum kind_type type;
    const char *text, *value; /* an integer's digits or the text; with "!": words of the error */
} cells[] = {
    {KIND_CODE, "V-0001", "V-0001"},
    {KIND_CODE, "007", "007"},
    {KIND_CODE, "编号 1", "编号 1"},
    {KIND_CODE, "3E5", "3E5"},
    {KIND_CODE, "E+5", "E+5"},
    {KIND_CODE, "A1E+5", "A1E+5"},
    {KIND_CODE, "1E+", "1E+"},
    {KIND_CODE, "2.98E+13",
     "!2.98E+13: a spreadsheet destroyed this number; format the column as text"},
    {KIND_CODE, "2.98e+13", "!a spreadsheet destroyed"},
    {KIND_CODE, "3E+05", "!a spreadsheet destroyed"},
    {KIND_CODE, "1.2E-07", "!a spreadsheet destroyed"},
    {KIND_CODE, "a\tb", "!a code has no control characters"},
    {KIND_CODE, "a\nb", "!a code has no control characters"},
    {KIND_CODE, "a\x7f", "!a code has no control characters"},
    {KIND_REF, "S01", "S01"},
    {KIND_REF, "2.98E+13", "!a spreadsheet destroyed"},
    {KIND_TEXT, " any\ttext\n", " any\ttext\n"},
    {KIND_TEXT, "2.98E+13", "2.98E+13"},
    {KIND_INT, "0", "0"},
    {KIND_INT, "-12", "-12"},
    {KIND_INT, "0012", "12"},
    {KIND_INT, "999999999999999999", "999999999999999999"},
    {KIND_INT, "1000000000000000000", "!not a whole number"},
    {KIND_INT, "9223372036854775808", "!not a whole number"},
    {KIND_INT, "-", "!not a whole number"},
    {KIND_INT, "+1", "!not a whole number"},
    {KIND_INT, "1.0", "!not a whole number"},
    {KIND_INT, "1,000", "!not a whole number"},
    {KIND_INT, "1e3", "!not a whole number"},
    {KIND_INT, "1.2E+05", "!a spreadsheet destroyed"},
    {KIND_INT, "十", "!十: not a whole number"},
    {KIND_MONEY, "1,280.00", "128000"},
    {KIND_MONEY, "-0.05", "-5"},
    {KIND_MONEY, "1.005", "!more than two decimals"},
    {KIND_DEGREES, "31.230416", "31230416"},
    {KIND_DEGREES, "31°", "!no degrees; write them like 31.230416"},
    {KIND_DAY, "2025-06-01", "20240"},
    {KIND_DAY, "2025年6月1日", "20240"},
    {KIND_DAY, "2025-06-01 00:00:00", "20240"},
    {KIND_DAY, "1949-12-31", "-7306"},
    {KIND_DAY, "2025-06-01 09:00", "!no such day; write it like 2025-06-01"},
    {KIND_DAY, "2025-06-01T00:00:00+08:00", "!no such day"},
    {KIND_DAY, "2025-02-30", "!2025-02-30: no such day"},
    {KIND_DAY, "tomorrow", "!no such day"},
    {KIND_MOMENT, "2025-06-01 09:05", "1748739900"},
    {KIND_MOMENT, "2025-06-01", "1748707200"},
    {KIND_MOMENT, "2025-06-01T01:05:00Z", "1748739900"},
    {KIND_MOMENT, "2025-06-01T09:05:00+08:00", "1748739900"},
    {KIND_MOMENT, "1990-01-01 00:00", "631123200"},
    {KIND_MOMENT, "2069-12-31 23:59:59", "3155731199"},
    {KIND_MOMENT, "1989-12-31 23:59:59", "!outside the years 1990 to 2069"},
    {KIND_MOMENT, "2070-01-01", "!outside the years 1990 to 2069"},
    {KIND_MOMENT, "1990-01-01T00:00+09:00", "!outside the years"},
    {KIND_MOMENT, "2069-12-31T23:00-10:00", "!outside the years"},
    {KIND_MOMENT, "1989-12-31T23:00Z", "631148400"},
    {KIND_MOMENT, "2025-06-01 25:00", "!no such time; write it like 2025-06-01 09:05"},
    {KIND_MOMENT, "45809.37", "!no such time"},
    {KIND_PHONE, "138 0013 8000", "+8613800138000"},
    {KIND_PHONE, "12345", "!not a phone number; write it like 13800138000"},
    {KIND_PHONE, "1.38E+10", "!a spreadsheet destroyed"},
    {KIND_ID_NUMBER, "11010519491231002x", "11010519491231002X"},
    {KIND_ID_NUMBER, "110105194912310021", "!not an identity number: its check digit or date"},
    {KIND_ID_NUMBER, "1.10E+17", "!a spreadsheet destroyed"},
    {KIND_EMAIL, "An.Na+1@Example.COM", "An.Na+1@example.com"},
    {KIND_EMAIL, "张三@例子.公司", "张三@例子.公司"},
    {KIND_EMAIL, "a@b", "!not an e-mail address"},
    {KIND_EMAIL, "a b@example.com", "!not an e-mail address"},
    {KIND_EMAIL, "a@example.com,b@example.com", "!not an e-mail address"},
    {KIND_EMAIL, "a@example.com\nBcc: b@example.com", "!not an e-mail address"},
    {KIND_EMAIL, ".a@example.com", "!not an e-mail address"},
    {KIND_EMAIL, "@example.com", "!not an e-mail address"},
    {KIND_BOOL, "1", "1"},
    {KIND_BOOL, "YES", "1"},
    {KIND_BOOL, "是", "1"},
    {KIND_BOOL, "true", "1"},
    {KIND_BOOL, "0", "0"},
    {KIND_BOOL, "否", "0"},
    {KIND_BOOL, "No", "0"},
    {KIND_BOOL, "False", "0"},
    {KIND_BOOL, "2", "!2: neither yes nor no; write 1 or 0, 是 or 否"},
    {KIND_BOOL, "ye", "!neither yes nor no"},
    {KIND_BOOL, "yess", "!neither yes nor no"},
    {KIND_CHOICE, "paid", "paid"},
    {KIND_CHOICE, "PAID", "paid"},
    {KIND_CHOICE, "付费", "paid"},
    {KIND_CHOICE, "own", "own"},
    {KIND_CHOICE, "pai", "!pai: not one of paid, own"},
    {KIND_CHOICE, "paids", "!not one of paid, own"},
    {KIND_ZONE, "Asia/Urumqi", "Asia/Urumqi"},
    {KIND_ZONE, "Asia/Beijing", "!Asia/Beijing: no such time zone; one is Asia/Shanghai"},
    {KIND_ZONE, "../../etc/passwd", "!no such time zone"},
    {KIND_ZONE, "/etc/passwd", "!no such time zone"},
    {KIND_HOURS, "每天 9:00-21:00", "Mo-Su 09:00-21:00"},
    {KIND_HOURS, "9-21", "!9-21: no opening hours; write them like Mo-Fr 09:00-18:00"},
};

/* The cell is not followed by a NUL: what stands behind it must not count. */
START_TEST(test_value_cells)
{
    const struct kind_column column = column_of(cells[_i].type);
    struct db_value value = db_null();
    size_t length = strlen(cells[_i].text);
    char *text = malloc(length + 1), got[64];
    memcpy(text, cells[_i].text, length);
    text[length] = '9';
    if (cells[_i].value[0] == '!') {
        FAILS(value_parse(&column, &place, text, length, &value, &err), ERR_DATA,
              cells[_i].value + 1);
        free(text);
        return;
    }
    OK(value_parse(&column, &place, text, length, &value, &err));
    if (value.type == DB_INT)
        snprintf(got, sizeof got, "%lld", (long long)value.number);
    else
        snprintf(got, sizeof got, "%.*s", (int)value.length, value.text);
    ck_assert_str_eq(got, cells[_i].value);
    free(text);
}
END_TEST

START_TEST(test_value_bounds)
{
    struct kind_column column = column_of(KIND_INT);
    struct db_value value;
    column.min = 1;
    column.max = 100;
    OK(value_parse(&column, &place, "1", 1, &value, &err));
    OK(value_parse(&column, &place, "100", 3, &value, &err));
    FAILS(value_parse(&column, &place, "0", 1, &value, &err), ERR_DATA, "0: too small for cell");
    FAILS(value_parse(&column, &place, "101", 3, &value, &err), ERR_DATA,
          "101: too large for cell");
}
END_TEST

/* A header that ends in _fen says that the cells are fen. */
START_TEST(test_value_fen)
{
    const struct kind_column column = column_of(KIND_MONEY);
    struct db_value value;
    place.fen = true;
    OK(value_parse(&column, &place, "12850", 5, &value, &err));
    ck_assert_int_eq(value.number, 12850);
    FAILS(value_parse(&column, &place, "128.50", 6, &value, &err), ERR_DATA, "not a whole number");
    FAILS(value_parse(&column, &place, "¥5", 3, &value, &err), ERR_DATA, "not a whole number");
}
END_TEST

/* Where a name may stand for the code, it may be longer. */
START_TEST(test_value_longest)
{
    struct kind_column column = column_of(KIND_REF);
    struct db_value value;
    char text[1000];
    memset(text, 'x', sizeof text);
    OK(value_parse(&column, &place, text, 64, &value, &err));
    FAILS(value_parse(&column, &place, text, 65, &value, &err), ERR_DATA, "longer than 64 bytes");
    column.by_name = true;
    OK(value_parse(&column, &place, text, 400, &value, &err));
    FAILS(value_parse(&column, &place, text, 401, &value, &err), ERR_DATA, "longer than 400 bytes");
}
END_TEST

/* However long a cell is, its error is short, whole characters, and ends with the remedy. */
START_TEST(test_value_long_cells)
{
    static const enum kind_type all[] = {
        KIND_INT,  KIND_MONEY, KIND_DEGREES, KIND_DAY,   KIND_MOMENT,    KIND_BOOL, KIND_CHOICE,
        KIND_ZONE, KIND_HOURS, KIND_CODE,    KIND_PHONE, KIND_ID_NUMBER, KIND_EMAIL};
    char text[3001];
    struct db_value value;
    for (size_t i = 0; i + 3 <= sizeof text; i += 3)
        memcpy(text + i, "冷", 3);
    const struct kind_column column = column_of(all[_i]);
    for (size_t skip = 0; skip < 3; skip++) {
        memset(text, 'x', skip);
        const char *from = text + (3 - skip) % 3;
        memset(text + (3 - skip) % 3, 'x', skip);
        FAILS(value_parse(&column, &place, from, 2000, &value, &err), ERR_DATA, "");
        ck_assert_uint_lt(strlen(err.text), 300);
    }
}
END_TEST

/* What a masked export holds is not taken for the truth; a star in a note is. */
START_TEST(test_value_masked)
{
    struct db_value value;
    struct kind_column column = column_of(KIND_TEXT);
    column.name = "name";
    column.personal = true;
    FAILS(value_parse(&column, &place, "张**", 5, &value, &err), ERR_DATA,
          "masked; export it with --reveal, or leave it empty");
    OK(value_parse(&column, &place, "张三", 6, &value, &err));
    column.type = KIND_PHONE;
    FAILS(value_parse(&column, &place, "+86138****8000", 14, &value, &err), ERR_DATA, "masked");
    column.type = KIND_ID_NUMBER;
    FAILS(value_parse(&column, &place, "110***********2X", 16, &value, &err), ERR_DATA, "masked");
    column.type = KIND_TEXT;
    column.name = "note";
    FAILS(value_parse(&column, &place, "***", 3, &value, &err), ERR_DATA, "masked");
    OK(value_parse(&column, &place, "**重要** 3*5", 15, &value, &err));
    column.personal = false;
    OK(value_parse(&column, &place, "***", 3, &value, &err));
}
END_TEST

static const struct {
    enum kind_type type;
    const char *name, *text, *masked;
} masks[] = {
    {KIND_TEXT, "name", "张三丰", "张**"},
    {KIND_TEXT, "name", "Anna", "A**"},
    {KIND_TEXT, "name", "𠮷野", "𠮷**"},
    {KIND_TEXT, "name", "", "***"},
    {KIND_TEXT, "address", "延安西路 1 号", "***"},
    {KIND_PHONE, "phone", "+8613800138000", "+86138****8000"},
    {KIND_PHONE, "phone", "+1234567", "***"},
    {KIND_ID_NUMBER, "id_number", "11010519491231002X", "110***********2X"},
    {KIND_ID_NUMBER, "id_number", "E1234567", "***"},
    {KIND_EMAIL, "email", "anna@example.com", "***"},
};

START_TEST(test_value_mask)
{
    struct kind_column column = column_of(masks[_i].type);
    column.name = masks[_i].name;
    ck_assert_str_eq(value_mask(&arena, &column, masks[_i].text), masks[_i].masked);
}
END_TEST

START_TEST(test_value_calendar)
{
    ck_assert(!value_day_in_calendar(day_from_civil(1989, 12, 31)));
    ck_assert(value_day_in_calendar(day_from_civil(1990, 1, 1)));
    ck_assert(value_day_in_calendar(day_from_civil(2069, 12, 31)));
    ck_assert(!value_day_in_calendar(day_from_civil(2070, 1, 1)));
}
END_TEST

/* To the nearest thousandth, halves away from the equator; the bounds are those of what is stored. */
START_TEST(test_value_rounded)
{
    static const struct {
        const char *text;
        int64_t number;
    } degrees[] = {
        {"31.2304", 31230000},     {"31.2305", 31231000}, {"-0.0005", -1000}, {"-0.0004", 0},
        {"-121.4735", -121474000}, {"90", 90000000},      {"0", 0},           {"89.9996", 90000000},
    };
    struct kind_column column = column_of(KIND_DEGREES);
    struct value_place where = {0};
    struct db_value value;
    column.round = 1000;
    column.max = 90000000;
    for (size_t i = 0; i < sizeof degrees / sizeof *degrees; i++) {
        OK(value_parse(&column, &where, degrees[i].text, strlen(degrees[i].text), &value, &err));
        ck_assert_int_eq(value.number, degrees[i].number);
    }
    FAILS(value_parse(&column, &where, "90.0004", 7, &value, &err), ERR_DATA, "too large");
}
END_TEST

Suite *
value_suite(void)
{
    Suite *suite = suite_create("value");
    TCase *all = tcase_create("value");
    tcase_add_checked_fixture(all, setup, teardown);
    tcase_add_loop_test(all, test_value_cells, 0, sizeof cells / sizeof *cells);
    tcase_add_test(all, test_value_bounds);
    tcase_add_test(all, test_value_rounded);
    tcase_add_test(all, test_value_fen);
    tcase_add_test(all, test_value_longest);
    tcase_add_loop_test(all, test_value_long_cells, 0, 12);
    tcase_add_test(all, test_value_masked);
    tcase_add_loop_test(all, test_value_mask, 0, sizeof masks / sizeof *masks);
    tcase_add_test(all, test_value_calendar);
    suite_add_tcase(suite, all);
    return suite;
}
