/* records: rows from CSV, TSV and JSON Lines, and what is refused. */
#include "base/rng.h"
#include "base/str.h"
#include "scratch.h"
#include "text/out.h"
#include "text/records.h"

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

static const char *
write_bytes(const char *name, const char *bytes, size_t length)
{
    FILE *file = fopen(scratch_file(&scratch, name), "w");

    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(bytes, 1, length, file), length);
    fclose(file);
    return scratch.file;
}

static struct records *
open_text(const char *name, const char *text)
{
    struct records *records;
    struct records_options options = {0};

    OK(records_open(&records, write_bytes(name, text, strlen(text)), &options, &err));
    return records;
}

/* One line a row: "LINE|field|field|…", a refused one "LINE!words [raw]". */
static void
dump(struct records *records, struct str *to)
{
    struct record record;
    int got;

    str_clear(to);
    while ((got = records_next(records, &record, &err)) != 0) {
        if (got < 0) {
            ck_assert_msg(err.kind == ERR_DATA, "%s", err.text);
            str_addf(to, "%zu!%s [", record.line, strrchr(err.text, '/') + 1);
            str_add(to, record.raw, record.raw_length);
            str_adds(to, "]\n");
            continue;
        }
        str_addf(to, "%zu", record.line);
        for (int i = 0; i < record.count; i++) {
            ck_assert_uint_eq(strlen(record.fields[i].text), record.fields[i].length);
            str_addf(to, "|%s", record.fields[i].text);
        }
        str_addc(to, '\n');
    }
}

static void
expect(const char *name, const char *text, const char *rows)
{
    struct records *records = open_text(name, text);
    struct str all = STR_INIT;

    dump(records, &all);
    ck_assert_str_eq(all.text, rows);
    if (records_rewind(records, &err)) { /* the same once more */
        dump(records, &all);
        ck_assert_str_eq(all.text, rows);
    }
    str_release(&all);
    records_close(records);
}

static void
refuse_open(const char *name, const char *text, size_t length, const char *words)
{
    struct records *records;
    struct records_options options = {0};

    FAILS(records_open(&records, write_bytes(name, text, length), &options, &err), ERR_DATA, words);
    ck_assert_ptr_null(records);
}

#define REFUSE_OPEN(name, text, words) refuse_open(name, text, sizeof(text) - 1, words)
#define OPEN_QUOTE                                                                                 \
    "a quote opens here and never closes; close it, or double it (\"\") inside the field"

START_TEST(test_plain)
{
    expect("a.csv", "a,b\n1,2\n3,4\n", "2|1|2\n3|3|4\n");
    expect("a.csv", "a,b\r\n1,2\r\n3,4", "2|1|2\n3|3|4\n");
    expect("a.csv", "a,b\n", "");
    expect("a.csv", "a,b", "");
    expect("a.csv", "a\n1\n", "2|1\n");
    expect("a.csv", "a,b\n,\n", "2||\n");
    expect("a.csv", "a,b\n1\n1,2,3\n", "2|1\n3|1|2|3\n"); /* ragged: the caller judges */
    expect("a.csv", "\xd0\xd5\xc3\xfb,b\n\xcd\xf5,2\n", "2|王|2\n");
}
END_TEST

START_TEST(test_space)
{
    expect("a.csv", "a,b\n \t1 x\t , 2 \n", "2|1 x|2\n");
    expect("a.csv", "a,b\n\" 1 \",\"\t\"\n", "2| 1 |\t\n");
    expect("a.csv", "a,b\n  \" 1 \"  , 2\n", "2| 1 |2\n");
}
END_TEST

/* A line without quotes is split here, the same with one quoted field more by libcsv: they must agree. */
START_TEST(test_plain_as_quoted)
{
    static const char *const pieces[] = {"a", " ", "\t", ",", "\xe7\x95\x8c", "b c", "\x0b", "'"};
    struct str plain = STR_INIT, quoted = STR_INIT, left = STR_INIT, right = STR_INIT;
    struct rng rng;
    rng_seed(&rng, 7);
    str_adds(&plain, "h\n");
    str_adds(&quoted, "h\n");
    for (int line = 0; line < 3000; line++) {
        str_adds(&plain, "x");
        str_adds(&quoted, "x");
        for (uint32_t left_over = rng_below(&rng, 12); left_over > 0; left_over--) {
            const char *piece = pieces[rng_below(&rng, 8)];
            str_adds(&plain, piece);
            str_adds(&quoted, piece);
        }
        str_adds(&plain, line % 2 ? ",q\r\n" : ",q\n");
        str_adds(&quoted, line % 2 ? ",\"q\"\r\n" : ",\"q\"\n");
    }
    struct records *records = open_text("plain.csv", plain.text);
    dump(records, &left);
    records_close(records);
    records = open_text("quoted.csv", quoted.text);
    dump(records, &right);
    records_close(records);
    ck_assert(left.length > 3000);
    ck_assert_str_eq(left.text, right.text);
    str_release(&plain), str_release(&quoted), str_release(&left), str_release(&right);
}
END_TEST

START_TEST(test_blank_lines)
{
    expect("a.csv", "\n\na,b\n\n1,2\n \t\n\r\n3,4\n\n\n", "5|1|2\n8|3|4\n");
    expect("a.csv", "a\n\"\"\n\n\"\"\n", "2|\n4|\n");
}
END_TEST

START_TEST(test_quotes)
{
    expect("a.csv", "a,b\n\"x,y\",\"say \"\"hi\"\"\"\n", "2|x,y|say \"hi\"\n");
    expect("a.csv", "a,b\n\"\",\"\"\"\"\n", "2||\"\n");
    expect("a.csv", "a,b\n\"1\r\n2\n\n3\",x\n4,5\n", "2|1\r\n2\n\n3|x\n6|4|5\n");
    expect("a.csv", "a,b\n\"1\r2\",x\r\n", "2|1\r2|x\n");
    expect("a.csv", "a,b\n1,\"2\"", "2|1|2\n");
    expect("a.csv", "\"a\nx\",b\n1,2\n", "3|1|2\n");
}
END_TEST

START_TEST(test_stray_quotes)
{
    expect("a.csv", "a,b\n1,x\"y\n3,4\n",
           "2!a.csv:2: field 2: a stray quote; quote the whole field and double (\"\") each quote "
           "inside it [1,x\"y]\n3|3|4\n");
    expect("a.csv", "a,b\n\"1\"x,2\n3,4\r\n",
           "2!a.csv:2: field 1: a stray quote; quote the whole field and double (\"\") each quote "
           "inside it [\"1\"x,2]\n3|3|4\n");
}
END_TEST

/* Only the line with the open quote is refused, whatever follows. */
START_TEST(test_open_quote)
{
    expect("a.csv", "a,b\n1,\"x\n3,4\n5,6\n", "2!a.csv:2: " OPEN_QUOTE " [1,\"x]\n3|3|4\n4|5|6\n");
    expect("a.csv", "a,b\n1,\"x\r\n3,\"4\"\r\n5,6\r\n",
           "2!a.csv:2: " OPEN_QUOTE " [1,\"x]\n3|3|4\n4|5|6\n");
    expect("a.csv", "a,b\n1,2\n3,\"", "2|1|2\n3!a.csv:3: " OPEN_QUOTE " [3,\"]\n");
    expect("a.csv", "a,b\n1,\"x\n\n3,\"4\n\"5\",6\n",
           "2!a.csv:2: " OPEN_QUOTE " [1,\"x]\n4!a.csv:4: " OPEN_QUOTE " [3,\"4]\n5|5|6\n");
}
END_TEST

/* An open quote that meets another one after megabytes does not swallow what is between. */
START_TEST(test_vast_quote)
{
    enum { ROWS = 200000 };
    struct str text = STR_INIT;
    struct record record;
    int got, good = 0, bad = 0;

    str_adds(&text, "a,b\n1,\"x\n");
    for (int i = 0; i < ROWS; i++)
        str_adds(&text, "1234567890,2\n");
    str_adds(&text, "\",4\n5,6\n");
    struct records *records = open_text("a.csv", text.text);
    while ((got = records_next(records, &record, &err)) != 0) {
        good += got > 0;
        bad += got < 0;
        if (bad == 1 && got < 0) {
            ck_assert_uint_eq(record.line, 2);
            ck_assert_ptr_nonnull(strstr(err.text, "a.csv:2: a quote opens here and its field"));
        }
    }
    ck_assert_int_eq(bad, 2);
    ck_assert_int_eq(good, ROWS + 1);
    records_close(records);
    str_release(&text);
}
END_TEST

START_TEST(test_lone_cr)
{
    expect("a.csv", "a,b\n1,2\r3,4\n5,6\n",
           "2!a.csv:2: a CR without LF inside the row; quote the field, or remove it [1,2\r3,4]\n"
           "3|5|6\n");
    /* behind it a quote opens: it must not leak into the next row */
    expect("a.csv", "a,b\n1,2\r\"x\n5,6\n",
           "2!a.csv:2: a CR without LF inside the row; quote the field, or remove it [1,2\r\"x]\n"
           "3|5|6\n");
    REFUSE_OPEN("a.csv", "a,b\r1,2\r3,4\r", "a.csv:1: a CR without LF");
}
END_TEST

START_TEST(test_damage)
{
    struct records *records;
    struct records_options options = {0};
    static const char text[] = "a,b\n1,x\0y\0z\n3,4\n冷链,\xff\n5,6\n";
    struct str all = STR_INIT;

    OK(records_open(&records, write_bytes("a.csv", text, sizeof text - 1), &options, &err));
    dump(records, &all);
    ck_assert_str_eq(all.text,
                     "2!a.csv:2: a NUL byte; this is no text file, or it is damaged "
                     "[1,x\ufffdy\ufffdz]\n3|3|4\n"
                     "4!a.csv:4: byte 0xFF is not UTF-8; save the file as UTF-8 [冷链,\ufffd]\n"
                     "5|5|6\n");
    str_release(&all);
    records_close(records);
}
END_TEST

START_TEST(test_damage_inside_quotes)
{
    static const char text[] = "姓名,备注\n1,\"x\ny\xff\nz\"\n3,4\n";

    expect("a.csv", text,
           "2!a.csv:3: byte 0xFF is not UTF-8; save the file as UTF-8 [1,\"x\ny\ufffd]\n"
           "4!a.csv:4: field 1: a stray quote; quote the whole field and double (\"\") each quote "
           "inside it [z\"]\n5|3|4\n");
}
END_TEST

START_TEST(test_field_cap)
{
    struct records *records;
    struct records_options options = {.field_cap = 5};
    struct str all = STR_INIT;
    static const char text[] = "a,b\n12345,x\n1,123456\n\"1\n3456\",x\n3,4\n";

    OK(records_open(&records, write_bytes("a.csv", text, sizeof text - 1), &options, &err));
    dump(records, &all);
    ck_assert_ptr_nonnull(strstr(all.text, "2|12345|x\n"));
    ck_assert_ptr_nonnull(strstr(all.text, "3!a.csv:3: field 2 is over 5 bytes; shorten it [1,"));
    ck_assert_ptr_nonnull(
        strstr(all.text, "4!a.csv:4: a quote opens here and its field is over 5"));
    ck_assert_ptr_nonnull(strstr(all.text, "6|3|4\n"));
    records_close(records);

    str_clear(&all);
    str_adds(&all, "a,b\n1,");
    for (int i = 0; i < 1024 * 1024 + 1; i++)
        str_addc(&all, 'x');
    str_adds(&all, "\n3,4\n");
    records = open_text("a.csv", all.text);
    struct record record;
    FAILS(records_next(records, &record, &err), ERR_DATA, "a.csv:2: field 2 is over 1048576 bytes");
    ck_assert_uint_eq(record.raw_length, 1024 * 1024 + 3);
    ck_assert_int_eq(records_next(records, &record, &err), 1);
    records_close(records);
    str_release(&all);
}
END_TEST

START_TEST(test_long_line)
{
    struct str text = STR_INIT;
    struct record record;

    str_adds(&text, "a,b\n1,");
    for (int i = 0; i < 6 * 1024 * 1024; i++)
        str_adds(&text, "冷");
    str_adds(&text, "\n3,4\n");
    struct records *records = open_text("a.csv", text.text);
    FAILS(records_next(records, &record, &err), ERR_DATA, "a.csv:2: a line of more than 8388608");
    ck_assert_uint_eq(record.line, 2);
    ck_assert_uint_lt(record.raw_length, 9 * 1024 * 1024); /* of 18 MiB */
    ck_assert_int_eq(records_next(records, &record, &err), 1);
    ck_assert_uint_eq(record.line, 3);
    ck_assert_str_eq(record.fields[1].text, "4");
    ck_assert_int_eq(records_next(records, &record, &err), 0);
    records_close(records);
    str_release(&text);
}
END_TEST

START_TEST(test_many_fields)
{
    struct str text = STR_INIT;
    struct record record;

    str_adds(&text, "a,b\n");
    for (int i = 0; i < 5000; i++)
        str_addc(&text, ',');
    str_adds(&text, "\n3,4\n");
    struct records *records = open_text("a.csv", text.text);
    FAILS(records_next(records, &record, &err), ERR_DATA, "a.csv:2: more than 1024 fields");
    ck_assert_int_eq(records_next(records, &record, &err), 1);
    records_close(records);
    str_release(&text);
}
END_TEST

START_TEST(test_header)
{
    struct records *records =
        open_text("a.csv", "\xef\xbb\xbf \"姓名\" ,\xe3\x80\x80电话 \t,备\n注\n");

    (void)records;
    ck_assert_int_eq(records_header_count(records), 3);
    ck_assert_str_eq(records_header(records, 0), "姓名");
    ck_assert_str_eq(records_header(records, 1), "电话");
    ck_assert_str_eq(records_header(records, 2), "备");
    records_close(records);

    REFUSE_OPEN("a.csv", "", "a.csv: is empty");
    REFUSE_OPEN("a.csv", "\n \n", "a.csv: is empty");
    REFUSE_OPEN("a.tsv", "\n", "a.tsv: is empty");
    REFUSE_OPEN("a.csv", "\xef\xbb\xbf", "a.csv: is empty");
    REFUSE_OPEN("a.csv", "a,,b\n", "a.csv:1: column 2 has no name");
    REFUSE_OPEN("a.csv", "\na,\" \",b\n", "a.csv:2: column 2 has no name");
    REFUSE_OPEN("a.csv", "a,b, a\n", "a.csv:1: columns 1 and 3 are both named a");
    REFUSE_OPEN("a.csv", "a,\"b\n", "a.csv:1: a quote opens here");
    REFUSE_OPEN("a.csv", "a,\"b\rc\"\n", "a.csv:1: the lines end in CR alone");
    REFUSE_OPEN("a.csv", "a,\xff\n", "a.csv:1: byte 0xFF");
    REFUSE_OPEN("a.csv", "a,\0\n", "a.csv:1: a NUL byte");
    REFUSE_OPEN("a.csv",
                "\xff\xfe"
                "a\0",
                "a.csv: is UTF-16");
    REFUSE_OPEN("a.jsonl", "\xff\xfe{\0", "a.jsonl: is UTF-16");
}
END_TEST

START_TEST(test_tsv)
{
    expect("a.tsv", "a\tb\n1\t2\r\n\n", "2|1|2\n");
    expect("a.tsv", "a\tb\n 1 \t\\t\\n\\r\\\\x\n", "2| 1 |\t\n\r\\x\n");
    expect("a.tsv", "a\tb\n\"1\"\t\"\n", "2|\"1\"|\"\n");
    expect("a.tsv", "a\tb\n\t\n", "2||\n");
    expect("a.tsv", "a\tb\n1\tC:\\dir\n1\tx\\\n3\t4\n",
           "2!a.tsv:2: field 2: a backslash that is none of \\t \\n \\r \\\\; double it "
           "[1\tC:\\dir]\n"
           "3!a.tsv:3: field 2: a backslash that is none of \\t \\n \\r \\\\; double it [1\tx\\]\n"
           "4|3|4\n");
    expect("a.tsv", "a\tb\n1\t2\r3\n",
           "2!a.tsv:2: a CR without LF inside the row; write it as \\r [1\t2\r3]\n");
}
END_TEST

START_TEST(test_jsonl)
{
    expect("a.jsonl", "", "");
    expect("a.jsonl", "{\"a\":\"x\",\"b\":\"y\"}\n\n{\"b\":\"2\",\"a\":\"1\"}", "1|x|y\n3|1|2\n");
    expect("a.jsonl", "{ \"a\" : 1280.10 , \"b\":-0.0 }\r\n", "1|1280.10|-0.0\n");
    expect("a.jsonl", "{\"a\":123456789012345678901234567890,\"b\":2.98E+13}\n",
           "1|123456789012345678901234567890|2.98E+13\n");
    expect("a.jsonl", "{\"a\":true,\"b\":false}\n{\"a\":null,\"b\":\"\"}\n", "1|1|0\n2||\n");
    expect("a.jsonl", "{\"a,:\\\"}\":\"},\\\\\",\"b\\n\":1}\n", "1|},\\|1\n");
    expect("a.jsonl", "{\"a\":\"\\\" \\\" \\\":7\",\"b\":42}\n", "1|\" \" \":7|42\n");
    expect("a.jsonl", "\t{\"a\":\t1 ,\r\"b\"\r:\r2\t}\n", "1|1|2\n");
    expect("a.jsonl", "{\"a\":\"\\u51b7\\ud83d\\ude00\\n\"}\n", "1|冷😀\n\n");
    expect("a.jsonl", "{\"a\":1,\n",
           "1!a.jsonl:1: no valid JSON near byte 7; write one object a "
           "line [{\"a\":1,]\n");
}
END_TEST

START_TEST(test_jsonl_header_grows)
{
    struct records *records = open_text("a.jsonl", "{\"a\":1}\n{\"b\":2,\"c\":3}\n{\"c\":4}\n{}\n");
    struct str all = STR_INIT;

    ck_assert_int_eq(records_header_count(records), 0);
    dump(records, &all);
    ck_assert_str_eq(all.text, "1|1\n2||2|3\n3|||4\n4|||\n");
    ck_assert_int_eq(records_header_count(records), 3);
    ck_assert_str_eq(records_header(records, 2), "c");
    records_close(records);
    str_release(&all);
}
END_TEST

START_TEST(test_jsonl_refusals)
{
    static const struct {
        const char *line, *words;
    } bad[] = {
        {"{\"a\":{}}", "a: an object or array"},
        {"{\"a\":[1]}", "a: an object or array"},
        {"{\"a\":1,\"a\":2}", "a key stands twice"},
        {"{\"a\":1,\" a\":2}", "the key a stands twice"},
        {"{\"\":1}", "has no name"},
        {"[1]", "a JSON array"},
        {"[", "a JSON array"},
        {"\"x\"", "no valid JSON"},
        {"{\"a\":1} x", "no valid JSON"},
        {"{\"a\":01}", "no valid JSON"},
        {"{\"a\":\"\\u0000\"}", "a NUL character"},
        {"{\"a\":\"\\ud800\"}", "no valid JSON"},
        {"{\"a\":\"x\ty\"}", "no valid JSON"},
        {"{\"a\":1e999}", "a number is too large"},
        {"{\"a\":NaN}", "no valid JSON"},
    };
    struct str text = STR_INIT;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        str_addf(&text, "%s\n", bad[i].line);
    str_adds(&text, "{\"a\":1}\n");
    struct records *records = open_text("a.jsonl", text.text);
    struct record record;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        FAILS(records_next(records, &record, &err), ERR_DATA, bad[i].words);
        ck_assert_uint_eq(record.line, i + 1);
        ck_assert_uint_eq(record.raw_length, strlen(bad[i].line));
        char place[32];
        snprintf(place, sizeof place, "a.jsonl:%zu: ", i + 1);
        ck_assert_ptr_nonnull(strstr(err.text, place));
    }
    ck_assert_int_eq(records_next(records, &record, &err), 1);
    ck_assert_int_eq(records_next(records, &record, &err), 0);
    records_close(records);
    str_release(&text);
}
END_TEST

START_TEST(test_formats)
{
    expect("a.TSV", "a,b\tc\n1\t2\n", "2|1|2\n");
    expect("a.txt", "a\tb\n1\t2\n", "2|1|2\n");
    expect("a.txt", "a,b\n1\t,2\n", "2|1|2\n");
    expect("a.json", " {\"a\":1}\n", "1|1\n");

    struct records *records;
    struct records_options options = {.format = RECORDS_TSV};
    OK(records_open(&records, write_bytes("a.csv", "a\tb\n", 4), &options, &err));
    ck_assert_int_eq(records_header_count(records), 2);
    ck_assert_int_eq(records_size(records), 4);
    records_close(records);
    FAILS(records_open(&records, scratch_file(&scratch, "none.csv"), &options, &err), ERR_IO,
          "none.csv");
    records_close(NULL);
}
END_TEST

/* Rows without a header: what parts the fields is told by the first line, not by the file's name. */
START_TEST(test_bare)
{
    static const struct {
        const char *text, *rows;
    } CASES[] = {
        {" 00004 0001  19970101   29.33 \r\n\n a\nb \t c",
         "1|00004|0001|19970101|29.33\n3|a\n4|b|c\n"},
        {"a b,\"c,d\",\n,x\n", "1|a b|c,d|\n2||x\n"},
        {"a,b\tc d\t\ne\\tf\n", "1|a,b|c d|\n2|e\tf\n"},
        {"", ""},
        {"  \n\n", ""},
        {"a\nb \xff\nc\n", "1|a\n2!x.csv:2: byte 0xFF is neither UTF-8 nor GB18030; save the file "
                           "as UTF-8 [b \uFFFD]\n3|c\n"},
    };
    const struct records_options options = {.bare = true};
    struct str rows = STR_INIT;

    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct records *records;
        const char *path = write_bytes("x.csv", CASES[i].text, strlen(CASES[i].text));
        OK(records_open(&records, path, &options, &err));
        ck_assert_int_eq(records_header_count(records), 0);
        for (int again = 0; again < 2; again++) {
            dump(records, &rows);
            ck_assert_str_eq(rows.text, CASES[i].rows);
            ck_assert(records_rewind(records, &err));
        }
        records_close(records);
    }
    str_release(&rows);
}
END_TEST

START_TEST(test_pipe)
{
    struct records *records;
    struct records_options options = {0};
    struct record record;
    char path[32];
    int ends[2];

    ck_assert_int_eq(pipe(ends), 0);
    ck_assert_int_eq(write(ends[1], "a,b\n1,2\n", 8), 8);
    close(ends[1]);
    snprintf(path, sizeof path, "/dev/fd/%d", ends[0]);
    OK(records_open(&records, path, &options, &err));
    ck_assert_int_eq(records_size(records), -1);
    ck_assert_int_eq(records_next(records, &record, &err), 1);
    ck_assert_int_eq(records_next(records, &record, &err), 0);
    ck_assert_int_eq(records_position(records), 8);
    ck_assert(!records_can_rewind(records));
    ck_assert(!records_rewind(records, &err));
    ck_assert_int_eq(err.kind, ERR_IO);
    records_close(records);
    close(ends[0]);
}
END_TEST

/* ---- what is written comes back ------------------------------------------------------------- */

enum { PROPERTY_COLUMNS = 4, PROPERTY_ROWS = 400, PIECES = 6 };

struct table {
    int columns;
    struct str cells[PROPERTY_ROWS][PROPERTY_COLUMNS];
};

static unsigned
rng(unsigned *state, unsigned below)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) % below;
}

static void
fill_cell(struct str *cell, unsigned *state)
{
    static const char *const pieces[] = {" ", "\t", ",", "\"",  "\"\"", "\r",  "\n",     "\r\n",
                                         "a", "冷", "'", "=",   "\\",   "\\n", "\ufeff", "x y",
                                         "|", "1",  "-", "\\t", "\x01", "😀",   "\x7f",   "{"};

    *cell = (struct str)STR_INIT;
    for (unsigned count = rng(state, PIECES); count > 0; count--)
        str_adds(cell, pieces[rng(state, sizeof pieces / sizeof *pieces)]);
}

static void
write_table(struct table *table, enum out_format format, const char *path)
{
    static const struct out_column columns[] = {
        {"a", NULL, OUT_TEXT}, {"b", NULL, OUT_TEXT}, {"c", NULL, OUT_TEXT}, {"d", NULL, OUT_TEXT}};
    struct out_options options = {.format = format, .header = true};
    FILE *file = fopen(path, "w");
    struct out *out = out_new(file, &options, columns, table->columns);

    for (int i = 0; i < PROPERTY_ROWS; i++) {
        struct db_value values[PROPERTY_COLUMNS];
        for (int j = 0; j < table->columns; j++)
            values[j] = db_textn(table->cells[i][j].text, table->cells[i][j].length);
        OK(out_row(out, values, &err));
    }
    OK(out_end(out, &err));
    out_free(out);
    fclose(file);
}

static void
read_table(struct table *table, const char *path, bool blank_rows)
{
    struct records *records;
    struct records_options options = {0};
    struct record record;

    OK(records_open(&records, path, &options, &err));
    for (int i = 0; i < PROPERTY_ROWS; i++) {
        if (!blank_rows && table->columns == 1 && table->cells[i][0].length == 0)
            continue;
        ck_assert_msg(records_next(records, &record, &err) == 1, "row %d: %s", i, err.text);
        ck_assert_int_eq(record.count, table->columns);
        for (int j = 0; j < table->columns; j++) {
            ck_assert_uint_eq(record.fields[j].length, table->cells[i][j].length);
            ck_assert_str_eq(record.fields[j].text, table->cells[i][j].text);
        }
    }
    ck_assert_int_eq(records_next(records, &record, &err), 0);
    records_close(records);
}

START_TEST(test_round_trip)
{
    static struct table table;
    unsigned state = (unsigned)_i;

    table.columns = 1 + _i % PROPERTY_COLUMNS;
    for (int i = 0; i < PROPERTY_ROWS; i++)
        for (int j = 0; j < table.columns; j++)
            fill_cell(&table.cells[i][j], &state);
    write_table(&table, OUT_CSV, scratch_file(&scratch, "a.csv"));
    read_table(&table, scratch.file, true);
    write_table(&table, OUT_TSV, scratch_file(&scratch, "a.tsv"));
    read_table(&table, scratch.file, false); /* one column, no value: a blank line */
    write_table(&table, OUT_JSONL, scratch_file(&scratch, "a.jsonl"));
    read_table(&table, scratch.file, true);
    for (int i = 0; i < PROPERTY_ROWS; i++)
        for (int j = 0; j < table.columns; j++)
            str_release(&table.cells[i][j]);
}
END_TEST

/* Random bytes never crash a reader, every line is accounted for, and it ends. */
START_TEST(test_noise)
{
    static const char *const names[] = {"n.csv", "n.tsv", "n.jsonl"};
    static const char bytes[] = ",\"\n\r\t {}[]:\\ax1\xe5\x86\xb7\xff\0";
    unsigned state = (unsigned)_i + 7;
    struct records *records;
    struct records_options options = {.encoding = "utf-8"};
    struct record record;
    struct str text = STR_INIT;
    int got;

    str_adds(&text, _i % 3 == 1 ? "a\tb\n" : _i % 3 == 0 ? "a,b\n" : "");
    for (int i = 0; i < 3000; i++)
        str_addc(&text, bytes[rng(&state, sizeof bytes - 1)]);
    OK(records_open(&records, write_bytes(names[_i % 3], text.text, text.length), &options, &err));
    size_t last = 0;
    while ((got = records_next(records, &record, &err)) != 0) {
        ck_assert(got == 1 || err.kind == ERR_DATA);
        ck_assert_ptr_nonnull(record.raw);
        ck_assert_uint_gt(record.line, last);
        last = record.line;
    }
    ck_assert_int_eq(records_position(records), (int64_t)text.length);
    records_close(records);
    str_release(&text);
}
END_TEST

Suite *records_suite(void);

static TCase *
formats_case(void)
{
    TCase *cases = tcase_create("formats");

    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, test_header);
    tcase_add_test(cases, test_tsv);
    tcase_add_test(cases, test_jsonl);
    tcase_add_test(cases, test_jsonl_header_grows);
    tcase_add_test(cases, test_jsonl_refusals);
    tcase_add_test(cases, test_formats);
    tcase_add_test(cases, test_bare);
    tcase_add_test(cases, test_pipe);
    tcase_add_loop_test(cases, test_round_trip, 0, 12);
    tcase_add_loop_test(cases, test_noise, 0, 30);
    return cases;
}

Suite *
records_suite(void)
{
    Suite *suite = suite_create("records");
    TCase *cases = tcase_create("csv");

    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, test_plain);
    tcase_add_test(cases, test_space);
    tcase_add_test(cases, test_plain_as_quoted);
    tcase_add_test(cases, test_blank_lines);
    tcase_add_test(cases, test_quotes);
    tcase_add_test(cases, test_stray_quotes);
    tcase_add_test(cases, test_open_quote);
    tcase_add_test(cases, test_vast_quote);
    tcase_add_test(cases, test_lone_cr);
    tcase_add_test(cases, test_damage);
    tcase_add_test(cases, test_damage_inside_quotes);
    tcase_add_test(cases, test_field_cap);
    tcase_add_test(cases, test_long_line);
    tcase_add_test(cases, test_many_fields);
    suite_add_tcase(suite, cases);
    suite_add_tcase(suite, formats_case());
    return suite;
}
