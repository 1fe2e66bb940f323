/* out: every format, every type, and what must not reach a terminal or a spreadsheet. */
#include "base/arena.h"
#include "base/day.h"
#include "base/str.h"
#include "scratch.h"
#include "text/out.h"
#include "text/out_private.h"
#include "text/utf8.h"
#include "text/zonefile.h"

static struct arena arena;
static struct err err;
static struct str got; /* what the last table wrote */

static void
setup(void)
{
    arena_init(&arena);
    err_clear(&err);
    got = (struct str)STR_INIT;
}

static void
teardown(void)
{
    arena_release(&arena);
    str_release(&got);
}

/* Writes `rows` rows of `width` values each and keeps the output in `got`. */
static void
write_rows(const struct out_options *options, const struct out_column *columns, int count,
           const struct db_value *values, int rows, int width)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    struct out *out = out_new(stream, options, columns, count);

    for (int i = 0; i < rows; i++)
        OK(out_row(out, values + i * width, &err));
    OK(out_end(out, &err));
    out_free(out);
    fclose(stream);
    str_clear(&got);
    str_add(&got, text, length);
    free(text);
}

static const struct zone *
shanghai(void)
{
    struct zone *zone = zone_load(&arena, "Asia/Shanghai", &err);

    ck_assert_msg(zone != NULL, "%s", err.text);
    return zone;
}

/* ---- one row with everything ---------------------------------------------------------------- */

static const struct out_column everything[] = {
    {"visits", "到院", OUT_INT},   {"name", NULL, OUT_TEXT},    {"day", NULL, OUT_DAY},
    {"seen_at", NULL, OUT_MOMENT}, {"paid_fen", NULL, OUT_FEN}, {"conversion", NULL, OUT_RATIO},
    {"active", NULL, OUT_BOOL},    {"mark", NULL, OUT_BYTES},
};
enum { EVERYTHING = 8, WIDTH = 9 };

static void
write_everything(enum out_format format)
{
    const struct db_value values[2][WIDTH] = {
        {db_int(-1234567),
         db_text("王,\"芳\""),
         db_int(day_from_civil(2025, 6, 1)),
         db_int(day_from_civil(2025, 6, 1) * DAY_SECONDS + 65 * 60 + 30),
         db_int(-123405),
         db_int(1),
         db_int(3),
         db_int(1),
         {DB_BYTES, 0, "\x00\xfe", 2}},
    };
    const struct out_options options = {
        .format = format, .header = true, .zone = shanghai(), .yes = "是", .no = "否"};

    write_rows(&options, everything, EVERYTHING, values[0], 2, WIDTH);
}

START_TEST(test_everything)
{
    write_everything(OUT_CSV);
    ck_assert_str_eq(got.text,
                     "visits,name,day,seen_at,paid_fen,conversion,conversion_numerator,"
                     "conversion_denominator,active,mark\n"
                     "-1234567,\"王,\"\"芳\"\"\",2025-06-01,2025-06-01T09:05:30+08:00,-123405,"
                     "0.333333,1,3,1,00fe\n,,,,,,,,,\n");
    write_everything(OUT_TSV);
    ck_assert_str_eq(got.text,
                     "visits\tname\tday\tseen_at\tpaid_fen\tconversion\tconversion_numerator\t"
                     "conversion_denominator\tactive\tmark\n"
                     "-1234567\t王,\"芳\"\t2025-06-01\t2025-06-01T09:05:30+08:00\t-123405\t"
                     "0.333333\t1\t3\t1\t00fe\n\t\t\t\t\t\t\t\t\t\n");
    write_everything(OUT_JSONL);
    ck_assert_str_eq(
        got.text,
        "{\"visits\":-1234567,\"name\":\"王,\\\"芳\\\"\",\"day\":\"2025-06-01\","
        "\"seen_at\":\"2025-06-01T09:05:30+08:00\",\"paid_fen\":-123405,\"conversion\":0.333333,"
        "\"conversion_numerator\":1,\"conversion_denominator\":3,\"active\":true,"
        "\"mark\":\"00fe\"}\n"
        "{\"visits\":null,\"name\":null,\"day\":null,\"seen_at\":null,\"paid_fen\":null,"
        "\"conversion\":null,\"conversion_numerator\":null,\"conversion_denominator\":null,"
        "\"active\":null,\"mark\":null}\n");
    write_everything(OUT_TABLE);
    ck_assert_str_eq(
        got.text,
        "      到院  name     day         seen at                paid  conversion  active  mark\n"
        "-1,234,567  王,\"芳\"  2025-06-01  2025-06-01 09:05  -1,234.05      33.3 %  是      00fe\n"
        "\n");
}
END_TEST

START_TEST(test_empty)
{
    static const struct {
        enum out_format format;
        bool header;
        const char *text;
    } empty[] = {
        {OUT_CSV, true, "a,b_fen\n"}, {OUT_CSV, false, ""},     {OUT_TSV, true, "a\tb_fen\n"},
        {OUT_TSV, false, ""},         {OUT_JSON, true, "[]\n"}, {OUT_JSONL, true, ""},
        {OUT_TABLE, true, "a  b\n"},  {OUT_TABLE, false, ""},
    };
    static const struct out_column columns[] = {{"a", NULL, OUT_TEXT}, {"b_fen", NULL, OUT_FEN}};

    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        const struct out_options options = {.format = empty[i].format, .header = empty[i].header};
        write_rows(&options, columns, 2, NULL, 0, 2);
        ck_assert_str_eq(got.text, empty[i].text);
    }
}
END_TEST

START_TEST(test_names)
{
    enum out_format format;
    enum out_type type;

    ck_assert(out_format_parse("jsonl", &format) && format == OUT_JSONL);
    ck_assert(out_format_parse("table", &format) && format == OUT_TABLE);
    ck_assert(out_format_parse("xlsx", &format) && format == OUT_XLSX);
    ck_assert(!out_format_parse("xml", &format) && !out_format_parse("", &format));
    ck_assert(out_type_parse("int", &type) && type == OUT_INT);
    ck_assert(out_type_parse("ratio", &type) && type == OUT_RATIO);
    ck_assert(out_type_parse("bytes", &type) && type == OUT_BYTES);
    ck_assert(out_type_parse("raw", &type) && type == OUT_RAW);
    ck_assert(!out_type_parse("real", &type));
    out_free(NULL);
}
END_TEST

/* ---- values --------------------------------------------------------------------------------- */

static void
expect_cell(enum out_format format, enum out_type type, struct db_value value, const char *text)
{
    const struct out_column column = {"x", NULL, type};
    const struct out_options options = {.format = format};
    const struct db_value values[] = {value};

    write_rows(&options, &column, 1, values, 1, 1);
    ck_assert_str_eq(got.text, text);
}

START_TEST(test_numbers)
{
    expect_cell(OUT_TSV, OUT_INT, db_int(INT64_MIN), "-9223372036854775808\n");
    expect_cell(OUT_TABLE, OUT_INT, db_int(INT64_MIN), "-9,223,372,036,854,775,808\n");
    expect_cell(OUT_TABLE, OUT_INT, db_int(0), "0\n");
    expect_cell(OUT_TABLE, OUT_INT, db_int(999), "999\n");
    expect_cell(OUT_TABLE, OUT_INT, db_int(1000), "1,000\n");
    expect_cell(OUT_TABLE, OUT_FEN, db_int(5), "0.05\n");
    expect_cell(OUT_TABLE, OUT_FEN, db_int(-5), "-0.05\n");
    expect_cell(OUT_TABLE, OUT_FEN, db_int(100), "1.00\n");
    expect_cell(OUT_TABLE, OUT_FEN, db_int(INT64_MIN), "-92,233,720,368,547,758.08\n");
    expect_cell(OUT_TSV, OUT_FEN, db_int(128000), "128000\n");
    expect_cell(OUT_TABLE, OUT_BOOL, db_int(0), "no\n");
    expect_cell(OUT_CSV, OUT_BOOL, db_int(7), "1\n");
}
END_TEST

START_TEST(test_times)
{
    expect_cell(OUT_TSV, OUT_MOMENT, db_int(0), "1970-01-01T00:00:00Z\n");
    expect_cell(OUT_TSV, OUT_MOMENT, db_int(-1), "1969-12-31T23:59:59Z\n");
    expect_cell(OUT_TABLE, OUT_MOMENT, db_int(-1), "1969-12-31 23:59\n");
    expect_cell(OUT_TSV, OUT_DAY, db_int(-719162), "0001-01-01\n");
    expect_cell(OUT_TSV, OUT_DAY, db_int(2932896), "9999-12-31\n");
    /* what is no day is shown as the number it is */
    expect_cell(OUT_TSV, OUT_DAY, db_int(2932897), "2932897\n");
    expect_cell(OUT_TSV, OUT_DAY, db_int(INT64_MIN), "-9223372036854775808\n");
    expect_cell(OUT_TSV, OUT_MOMENT, db_int(INT64_MAX), "9223372036854775807\n");
    expect_cell(OUT_JSONL, OUT_MOMENT, db_int(INT64_MIN), "{\"x\":-9223372036854775808}\n");
}
END_TEST

/* A value of another type than its column says is shown, not lost. */
START_TEST(test_other_types)
{
    expect_cell(OUT_JSONL, OUT_INT, db_text("abc"), "{\"x\":\"abc\"}\n");
    expect_cell(OUT_JSONL, OUT_TEXT, db_int(12), "{\"x\":\"12\"}\n");
    expect_cell(OUT_TABLE, OUT_FEN, db_text("abc"), "abc\n");
    expect_cell(OUT_TSV, OUT_DAY, db_text("2025-06-01"), "2025-06-01\n");
    expect_cell(OUT_TSV, OUT_BYTES, db_text("az"), "617a\n");
    expect_cell(OUT_TSV, OUT_TEXT, (struct db_value){DB_BYTES, 0, "az", 2}, "617a\n");
}
END_TEST

START_TEST(test_share)
{
    expect_cell(OUT_TSV, OUT_SHARE, db_int(128456), "0.128456\n");
    expect_cell(OUT_TSV, OUT_SHARE, db_int(-1), "-0.000001\n");
    expect_cell(OUT_JSONL, OUT_SHARE, db_int(1000000), "{\"x\":1.000000}\n");
    expect_cell(OUT_JSONL, OUT_SHARE, db_null(), "{\"x\":null}\n");
    expect_cell(OUT_TABLE, OUT_SHARE, db_int(128456), "12.8 %\n");
    expect_cell(OUT_TABLE, OUT_SHARE, db_null(), "\n");
    expect_cell(OUT_CSV, OUT_SHARE, db_text("abc"), "abc\n");
}
END_TEST

START_TEST(test_decimal)
{
    expect_cell(OUT_TSV, OUT_DECIMAL, db_int(-9582429191), "-9582.429191\n");
    expect_cell(OUT_TSV, OUT_DECIMAL, db_int(-1), "-0.000001\n");
    expect_cell(OUT_JSONL, OUT_DECIMAL, db_int(INT64_MIN), "{\"x\":-9223372036854.775808}\n");
    expect_cell(OUT_JSONL, OUT_DECIMAL, db_null(), "{\"x\":null}\n");
    expect_cell(OUT_TABLE, OUT_DECIMAL, db_int(1234567890), "1,234.567890\n");
    expect_cell(OUT_CSV, OUT_DECIMAL, db_text("abc"), "abc\n");
}
END_TEST

static void
expect_ratio(enum out_format format, struct db_value top, struct db_value bottom, const char *text)
{
    static const struct out_column column = {"r", NULL, OUT_RATIO};
    const struct out_options options = {.format = format};
    const struct db_value values[] = {top, bottom};

    write_rows(&options, &column, 1, values, 1, 2);
    ck_assert_str_eq(got.text, text);
}

START_TEST(test_ratio)
{
    expect_ratio(OUT_TSV, db_int(2), db_int(3), "0.666667\t2\t3\n");
    expect_ratio(OUT_TSV, db_int(-2), db_int(3), "-0.666667\t-2\t3\n");
    expect_ratio(OUT_TSV, db_int(2), db_int(-3), "-0.666667\t2\t-3\n");
    expect_ratio(OUT_TSV, db_int(1), db_int(2000000), "0.000001\t1\t2000000\n"); /* half: up */
    expect_ratio(OUT_TSV, db_int(-1), db_int(3000000), "0.000000\t-1\t3000000\n");
    expect_ratio(OUT_TSV, db_int(INT64_MIN), db_int(1),
                 "-9223372036854775808.000000\t-9223372036854775808\t1\n");
    expect_ratio(OUT_TSV, db_int(1), db_int(0), "\t1\t0\n");
    expect_ratio(OUT_TSV, db_null(), db_int(5), "\t\t5\n");
    expect_ratio(OUT_JSONL, db_int(0), db_int(0),
                 "{\"r\":null,\"r_numerator\":0,\"r_denominator\":0}\n");
    expect_ratio(OUT_TABLE, db_int(1), db_int(8), "12.5 %\n");
    expect_ratio(OUT_TABLE, db_int(1), db_int(2000), "0.1 %\n");
    expect_ratio(OUT_TABLE, db_int(INT64_MAX), db_int(1), "922337203685477580700.0 %\n");
    expect_ratio(OUT_TABLE, db_int(1), db_int(0), "\n");
}
END_TEST

/* ---- csv, tsv, json ------------------------------------------------------------------------- */

START_TEST(test_csv_quotes)
{
    expect_cell(OUT_CSV, OUT_TEXT, db_text("a b"), "a b\n");
    expect_cell(OUT_CSV, OUT_TEXT, db_text(" a"), "\" a\"\n");
    expect_cell(OUT_CSV, OUT_TEXT, db_text("a\t"), "\"a\t\"\n");
    expect_cell(OUT_CSV, OUT_TEXT, db_text("a\rb"), "\"a\rb\"\n");
    expect_cell(OUT_CSV, OUT_TEXT, db_text("a\nb"), "\"a\nb\"\n");
    expect_cell(OUT_CSV, OUT_TEXT, db_text("\""), "\"\"\"\"\n");
    expect_cell(OUT_CSV, OUT_TEXT, db_text("\ufeff"), "\"\ufeff\"\n");
    expect_cell(OUT_CSV, OUT_TEXT, db_null(), "\"\"\n"); /* else a blank line */
    expect_cell(OUT_CSV, OUT_TEXT, db_text("=1+1"), "=1+1\n");
}
END_TEST

START_TEST(test_excel)
{
    static const struct out_column columns[] = {{"a", NULL, OUT_TEXT}, {"b", NULL, OUT_INT}};
    const struct out_options options = {.format = OUT_CSV, .header = true, .excel = true};
    static const char *const texts[] = {"=1+1", "+86", "-1", "@x", "\tx", "\rx", "a=b", "=\"x\""};
    struct db_value values[8][2];

    for (int i = 0; i < 8; i++) {
        values[i][0] = db_text(texts[i]);
        values[i][1] = db_int(-i);
    }
    write_rows(&options, columns, 2, values[0], 8, 2);
    ck_assert_str_eq(got.text, "\xef\xbb\xbf"
                               "a,b\r\n'=1+1,0\r\n'+86,-1\r\n'-1,-2\r\n'@x,-3\r\n"
                               "\"'\tx\",-4\r\n\"'\rx\",-5\r\na=b,-6\r\n\"'=\"\"x\"\"\",-7\r\n");
}
END_TEST

START_TEST(test_tsv_escapes)
{
    expect_cell(OUT_TSV, OUT_TEXT, db_text("a\tb\nc\rd\\e\"f"), "a\\tb\\nc\\rd\\\\e\"f\n");
}
END_TEST

START_TEST(test_json)
{
    static const struct out_column columns[] = {{"a\"", NULL, OUT_INT}};
    const struct out_options options = {.format = OUT_JSON};
    const struct db_value values[] = {db_int(1), db_int(2)};

    write_rows(&options, columns, 1, values, 2, 1);
    ck_assert_str_eq(got.text, "[\n{\"a\\\"\":1},\n{\"a\\\"\":2}\n]\n");
    expect_cell(OUT_JSONL, OUT_TEXT, db_text("\"\\/\n\r\t\b\f\x01\x1f\x7f冷"),
                "{\"x\":\"\\\"\\\\/\\n\\r\\t\\b\\f\\u0001\\u001f\x7f冷\"}\n");
    expect_cell(OUT_JSONL, OUT_TEXT, db_text("a\xff\xe5\x86z"),
                "{\"x\":\"a\ufffd\ufffd\ufffdz\"}\n");
    expect_cell(OUT_JSONL, OUT_TEXT, db_textn("a\0b", 3), "{\"x\":\"a\\u0000b\"}\n");
}
END_TEST

/* Text that needs escapes at any place of eight bytes, which are looked at together. */
START_TEST(test_json_places)
{
    char text[24], want[64];

    for (int length = 0; length < 20; length++)
        for (int at = 0; at < length; at++) {
            memset(text, 'a', sizeof text);
            text[at] = at % 3 == 0 ? '"' : at % 3 == 1 ? '\\' : '\x1d';
            snprintf(want, sizeof want, "{\"x\":\"%.*s%s%.*s\"}\n", at, text,
                     at % 3 == 0   ? "\\\""
                     : at % 3 == 1 ? "\\\\"
                                   : "\\u001d",
                     length - at - 1, text + at + 1);
            expect_cell(OUT_JSONL, OUT_TEXT, db_textn(text, (size_t)length), want);
        }
}
END_TEST

START_TEST(test_raw)
{
    expect_cell(OUT_JSONL, OUT_RAW, db_text("{\"a\":1}"), "{\"x\":{\"a\":1}}\n");
    expect_cell(OUT_JSON, OUT_RAW, db_null(), "[\n{\"x\":null}\n]\n");
    expect_cell(OUT_CSV, OUT_RAW, db_text("(01)\"a\""), "\"(01)\"\"a\"\"\"\n");
    expect_cell(OUT_TABLE, OUT_RAW, db_text("(01)a"), "(01)a\n");
}
END_TEST

/* ---- table ---------------------------------------------------------------------------------- */

static const struct out_column people[] = {{"code", NULL, OUT_TEXT},
                                           {"name", "姓名", OUT_TEXT},
                                           {"age", NULL, OUT_INT},
                                           {"note", NULL, OUT_TEXT}};

static void
write_people(const struct out_options *options)
{
    const struct db_value values[2][4] = {
        {db_text("C1"), db_text("王芳"), db_int(8), db_text("a rather long note on her skin")},
        {db_text("C22"), db_text("欧阳Li"), db_int(1041), db_null()},
    };
    write_rows(options, people, 4, values[0], 2, 4);
}

START_TEST(test_table_widths)
{
    struct out_options options = {.format = OUT_TABLE, .header = true};

    write_people(&options);
    ck_assert_str_eq(got.text, "code  姓名      age  note\n"
                               "C1    王芳        8  a rather long note on her skin\n"
                               "C22   欧阳Li  1,041\n");
    options.width = 40;
    write_people(&options);
    ck_assert_str_eq(got.text, "code  姓名      age  note\n"
                               "C1    王芳        8  a rather long note…\n"
                               "C22   欧阳Li  1,041\n");
    options.width = 10; /* too narrow for anything: nothing below eight cells, no number is cut */
    write_people(&options);
    ck_assert_str_eq(got.text, "code  姓名      age  note\n"
                               "C1    王芳        8  a rathe…\n"
                               "C22   欧阳Li  1,041\n");
    options.width = 0;
    options.colour = true;
    write_people(&options);
    ck_assert_ptr_eq(strstr(got.text, "\033[2mcode  姓名      age  note\033[0m\nC1"), got.text);
    options.header = false;
    write_people(&options);
    ck_assert_ptr_eq(strstr(got.text, "C1   王芳        8  a rather"), got.text);
}
END_TEST

START_TEST(test_table_visible)
{
    expect_cell(OUT_TABLE, OUT_TEXT, db_text("a\nb\tc\033[31m\x7f"), "a\\nb\\tc\\x1B[31m\\x7F\n");
    expect_cell(OUT_TABLE, OUT_TEXT,
                db_text("a\xc2\x9b"
                        "31m"),
                "a\\u009b31m\n");
    expect_cell(OUT_TABLE, OUT_TEXT, db_text("a\u202eb\u2066c\u200fd"),
                "a\\u202eb\\u2066c\\u200fd\n");
    expect_cell(OUT_TABLE, OUT_TEXT,
                db_text("a\xff"
                        "b"),
                "a\ufffdb\n");
}
END_TEST

/* Widths are found on the first thousand rows; later rows keep to them, wider ones spill or, on a
 * terminal, are cut at its edge. */
START_TEST(test_table_streams)
{
    enum { ROWS = 1003 };
    static struct db_value values[ROWS][4];
    struct out_options options = {.format = OUT_TABLE};

    for (int i = 0; i < ROWS; i++) {
        values[i][0] = db_text("C1");
        values[i][1] = db_text("王");
        values[i][2] = db_int(5);
        values[i][3] = db_text("x");
    }
    values[1001][0] = db_text("C12345");
    values[1001][3] = db_text("01234567890123456789");
    write_rows(&options, people, 4, values[0], ROWS, 4);
    const char *wide = strstr(got.text, "C12345");
    ck_assert_str_eq(wide, "C12345  王  5  01234567890123456789\nC1  王  5  x\n");
    ck_assert(str_starts(got.text, "C1  王  5  x\nC1  王  5  x\n"));
    options.width = 24;
    write_rows(&options, people, 4, values[0], ROWS, 4);
    ck_assert_ptr_nonnull(strstr(got.text, "\nC12345  王  5  012345678901…\nC1  王"));
}
END_TEST

/* What was given so far is out when it is asked for, and the rest follows in the same widths. */
START_TEST(test_flush)
{
    static const enum out_format formats[] = {OUT_TABLE, OUT_TSV, OUT_JSONL};
    static const char *const texts[] = {"x  x\n", "x\tx\n", "{\"a\":\"x\",\"b\":\"x\"}\n"};
    static const struct out_column columns[] = {{"a", NULL, OUT_TEXT}, {"b", NULL, OUT_TEXT}};
    const struct db_value row[] = {db_text("x"), db_text("x")};

    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        const struct out_options options = {.format = formats[i]};
        char *text = NULL;
        size_t length = 0;
        FILE *stream = open_memstream(&text, &length);
        struct out *out = out_new(stream, &options, columns, 2);
        OK(out_flush(out, &err));
        ck_assert_uint_eq(length, 0);
        for (size_t rows = 1; rows <= 2; rows++) {
            OK(out_row(out, row, &err));
            OK(out_flush(out, &err));
            ck_assert_uint_eq(length, rows * strlen(texts[i]));
            ck_assert_str_eq(text + length - strlen(texts[i]), texts[i]);
        }
        OK(out_end(out, &err));
        ck_assert_uint_eq(length, 2 * strlen(texts[i]));
        out_free(out);
        fclose(stream);
        free(text);
    }
}
END_TEST

/* Few rows of much text are not kept either. */
START_TEST(test_table_bounded)
{
    enum { LONG = 600 * 1024 };
    static char text[LONG + 1];
    static const struct out_column column = {"x", NULL, OUT_TEXT};
    const struct out_options options = {.format = OUT_TABLE};
    const struct db_value value = {DB_TEXT, 0, text, LONG};
    char *written = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&written, &length);
    struct out *out = out_new(stream, &options, &column, 1);

    memset(text, 'x', LONG);
    OK(out_row(out, &value, &err));
    fflush(stream);
    ck_assert_uint_eq(length, 0);
    OK(out_row(out, &value, &err));
    fflush(stream);
    ck_assert_uint_eq(length, 2 * (LONG + 1));
    OK(out_row(out, &value, &err));
    fflush(stream);
    ck_assert_uint_eq(length, 3 * (LONG + 1));
    out_free(out);
    fclose(stream);
    free(written);
}
END_TEST

/* ---- streams -------------------------------------------------------------------------------- */

START_TEST(test_nothing_before_the_first_row)
{
    char *text = NULL;
    size_t length = 0;

    for (int format = OUT_TABLE; format <= OUT_XLSX; format++) {
        FILE *stream = open_memstream(&text, &length);
        const struct out_options options = {.format = (enum out_format)format, .header = true};
        struct out *out = out_new(stream, &options, people, 4);
        out_free(out);
        fclose(stream);
        ck_assert_uint_eq(length, 0);
        free(text);
    }
}
END_TEST

START_TEST(test_full_disk)
{
    for (int format = OUT_TABLE; format <= OUT_XLSX; format++) {
        FILE *stream = fopen("/dev/full", "w");
        const struct out_options options = {.format = (enum out_format)format, .header = true};
        struct out *out = out_new(stream, &options, people, 4);
        const struct db_value row[] = {db_text("C1"), db_null(), db_int(1), db_null()};
        if (out_row(out, row, &err) == 0 && format != OUT_XLSX)
            setvbuf(stream, NULL, _IONBF, 0); /* and one that fails in the row */
        int ended = format % 2 ? out_end(out, &err) : out_row(out, row, &err) | out_end(out, &err);
        ck_assert_int_eq(ended, -1);
        ck_assert_int_eq(err.kind, ERR_IO);
        ck_assert_ptr_nonnull(strstr(err.text, "cannot be written: No space left"));
        out_free(out);
        fclose(stream);
    }
}
END_TEST

/* ---- xlsx ----------------------------------------------------------------------------------- */

/* A part of the last output's container, unpacked into `got` (perl comes with git). */
static void
unpack(const char *part)
{
    struct scratch scratch;
    char command[1024], piece[4096];
    size_t length;

    scratch_make(&scratch);
    FILE *file = fopen(scratch_file(&scratch, "x.xlsx"), "w");
    ck_assert_uint_eq(fwrite(got.text, 1, got.length, file), got.length);
    fclose(file);
    snprintf(command, sizeof command,
             "perl -MIO::Uncompress::Unzip=unzip -e "
             "'unzip $ARGV[0] => \"-\", Name => $ARGV[1] or die' %s %s",
             scratch.file, part);
    FILE *pipe = popen(command, "r");
    str_clear(&got);
    while ((length = fread(piece, 1, sizeof piece, pipe)) > 0)
        str_add(&got, piece, length);
    ck_assert_int_eq(pclose(pipe), 0);
    scratch_remove(&scratch);
}

static void
has(const char *words)
{
    ck_assert_msg(strstr(got.text, words) != NULL, "no %s in %s", words, got.text);
}

START_TEST(test_xlsx)
{
    write_everything(OUT_XLSX);
    ck_assert(str_starts(got.text, "PK"));
    unpack("xl/worksheets/sheet1.xml");
    has("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
    has("<t>到院</t>");
    has("<t>conversion numerator</t>");
    has("<c r=\"A2\"><v>-1234567</v></c>");
    has("<t>王,\"芳\"</t>");
    has("<v>45809</v>");              /* 2025-06-01 */
    has("<v>45809.37881944444</v>");  /* 09:05:30 of that day, the store's */
    has("<v>-1234.05</v>");           /* yuan */
    has("<v>0.3333333333333333</v>"); /* a ratio */
    has("<c r=\"I2\" t=\"b\"><v>1</v></c>");
    has("<t>00fe</t>");
    ck_assert_ptr_null(strstr(got.text, "r=\"A3\"")); /* a NULL is no cell */
}
END_TEST

START_TEST(test_xlsx_share)
{
    static const struct out_column column = {"x", NULL, OUT_SHARE},
                                   decimal = {"x", NULL, OUT_DECIMAL};
    const struct out_options options = {.format = OUT_XLSX};
    const struct db_value values[] = {db_int(250000), db_text("abc")};

    write_rows(&options, &decimal, 1, values, 2, 1);
    unpack("xl/worksheets/sheet1.xml");
    has("<v>0.25</v>");
    write_rows(&options, &column, 1, values, 2, 1);
    unpack("xl/worksheets/sheet1.xml");
    has("<v>0.25</v>");
    has("<t>abc</t>");
}
END_TEST

START_TEST(test_xlsx_texts)
{
    static const struct out_column columns[] = {
        {"a", NULL, OUT_TEXT}, {"b", NULL, OUT_INT}, {"c", NULL, OUT_DAY}};
    const struct out_options options = {.format = OUT_XLSX};
    const struct db_value values[2][3] = {
        {db_text("=1+1"), db_int(INT64_MAX), db_int(day_from_civil(1899, 12, 31))},
        {db_text("<&\x01\xff>"), db_text("abc"), db_int(INT64_MAX)},
    };

    write_rows(&options, columns, 3, values[0], 2, 3);
    unpack("xl/worksheets/sheet1.xml");
    has("<c r=\"A2\" t=\"inlineStr\"><is><t>=1+1</t></is></c>");
    has("<t>9223372036854775807</t>"); /* a number that a spreadsheet would round */
    has("<t>1899-12-31</t>");
    has("<t>&lt;&amp;_x0001_\ufffd&gt;</t>");
    has("<t>abc</t>");
    ck_assert_ptr_null(strstr(got.text, "<f>"));
}
END_TEST

static struct out *
open_xlsx(FILE *stream)
{
    static const struct out_column column = {"note", NULL, OUT_TEXT};
    const struct out_options options = {.format = OUT_XLSX};

    return out_new(stream, &options, &column, 1);
}

START_TEST(test_xlsx_limits)
{
    static char text[32769];
    FILE *stream = tmpfile();
    struct out *out = open_xlsx(stream);
    struct db_value value = {DB_TEXT, 0, text, 32767};

    memset(text, 'x', sizeof text - 1);
    OK(out_row(out, &value, &err));
    value.length = 32768;
    FAILS(out_row(out, &value, &err), ERR_DATA, "note: xlsx holds texts of 32767 characters");
    out_free(out); /* given up in the middle: nothing leaks, nothing stays in /tmp */
    ck_assert_int_eq(ftell(stream), 0);
    fclose(stream);
}
END_TEST

START_TEST(test_xlsx_without_library)
{
    FILE *stream = tmpfile();
    struct out *out = open_xlsx(stream);

    out->xlsx_library = "libnosuchthing.so.1";
    FAILS(out_end(out, &err), ERR_IO, "xlsx needs libnosuchthing.so.1, which is not installed");
    out_free(out);
    out = open_xlsx(stream);
    out->xlsx_library = "libm.so.6";
    FAILS(out_end(out, &err), ERR_IO, "libm.so.6 has no workbook_new_opt");
    out_free(out);
    fclose(stream);
}
END_TEST

Suite *out_suite(void);

static TCase *
formats_case(void)
{
    TCase *cases = tcase_create("formats");

    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, test_csv_quotes);
    tcase_add_test(cases, test_excel);
    tcase_add_test(cases, test_tsv_escapes);
    tcase_add_test(cases, test_json);
    tcase_add_test(cases, test_json_places);
    tcase_add_test(cases, test_raw);
    tcase_add_test(cases, test_table_widths);
    tcase_add_test(cases, test_table_visible);
    tcase_add_test(cases, test_table_streams);
    tcase_add_test(cases, test_flush);
    tcase_add_test(cases, test_table_bounded);
    tcase_add_test(cases, test_xlsx);
    tcase_add_test(cases, test_xlsx_share);
    tcase_add_test(cases, test_xlsx_texts);
    tcase_add_test(cases, test_xlsx_limits);
    tcase_add_test(cases, test_xlsx_without_library);
    return cases;
}

Suite *
out_suite(void)
{
    Suite *suite = suite_create("out");
    TCase *cases = tcase_create("out");

    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, test_everything);
    tcase_add_test(cases, test_empty);
    tcase_add_test(cases, test_names);
    tcase_add_test(cases, test_numbers);
    tcase_add_test(cases, test_times);
    tcase_add_test(cases, test_other_types);
    tcase_add_test(cases, test_share);
    tcase_add_test(cases, test_decimal);
    tcase_add_test(cases, test_ratio);
    tcase_add_test(cases, test_nothing_before_the_first_row);
    tcase_add_test(cases, test_full_disk);
    suite_add_tcase(suite, cases);
    suite_add_tcase(suite, formats_case());
    return suite;
}
