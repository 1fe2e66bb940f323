/* source: encodings, damage, files that are none. */
#include <fcntl.h>
#include <sys/stat.h>

#include "base/str.h"
#include "scratch.h"
#include "text/source.h"

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
write_bytes(const char *bytes, size_t length)
{
    FILE *file = fopen(scratch_file(&scratch, "in.csv"), "w");

    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(bytes, 1, length, file), length);
    fclose(file);
    return scratch.file;
}

/* All that the source gives; the last answer (0 or -1) is returned. */
static int
drain(struct source *source, struct str *all)
{
    const char *bytes;
    size_t length;
    int got;

    str_clear(all);
    while ((got = source_read(source, &bytes, &length, &err)) > 0) {
        ck_assert_uint_gt(length, 0);
        str_add(all, bytes, length);
    }
    return got;
}

static void
expect(const char *in, size_t length, const char *encoding, const char *out, const char *found)
{
    struct source *source;
    struct str all = STR_INIT;

    OK(source_open(&source, write_bytes(in, length), encoding, &err));
    ck_assert_msg(drain(source, &all) == 0, "%s", err.text);
    ck_assert_str_eq(all.text, out);
    ck_assert_str_eq(source_encoding(source), found);
    ck_assert_int_eq(source_position(source), (int64_t)length);
    ck_assert_int_eq(source_size(source), (int64_t)length);
    source_close(source);
    str_release(&all);
}

static void
refuse(const char *in, size_t length, const char *encoding, const char *words)
{
    struct source *source;
    struct str all = STR_INIT;

    err_clear(&err);
    if (source_open(&source, write_bytes(in, length), encoding, &err) == 0) {
        ck_assert_int_eq(drain(source, &all), -1);
        source_close(source);
    }
    ck_assert_int_eq(err.kind, ERR_DATA);
    ck_assert_msg(strstr(err.text, words) != NULL, "%s", err.text);
    str_release(&all);
}

#define EXPECT(in, encoding, out, found) expect(in, sizeof(in) - 1, encoding, out, found)
#define REFUSE(in, encoding, words) refuse(in, sizeof(in) - 1, encoding, words)

START_TEST(test_encodings)
{
    EXPECT("", NULL, "", "utf-8");
    EXPECT("a,b\n", NULL, "a,b\n", "utf-8");
    EXPECT("姓名,冷链\n", NULL, "姓名,冷链\n", "utf-8");
    EXPECT("\xd0\xd5\xc3\xfb,1\n", NULL, "姓名,1\n", "gb18030");
    EXPECT("\xd0\xd5\xc3\xfb", NULL, "姓名", "gb18030");
    EXPECT("\xc1\xaa,\xcd\xa8,\xd0\xd5\n", NULL, "联,通,姓\n", "gb18030");
    EXPECT("\xd0\xd5\xc3\xfb", "gb18030", "姓名", "gb18030");
    EXPECT("\xd0\xd5\xc3\xfb", "GBK", "姓名", "gb18030");
    EXPECT("\x95\x32\x82\x36", "gb18030", "𠀀", "gb18030"); /* four bytes */
    EXPECT("\xfe\x51", "gb18030", "𠂇", "gb18030");         /* two bytes become four */
}
END_TEST

START_TEST(test_marks)
{
    EXPECT("\xef\xbb\xbf"
           "a",
           NULL, "a", "utf-8");
    EXPECT("\xef\xbb\xbf", NULL, "", "utf-8");
    EXPECT("\xef\xbb\xbf"
           "a",
           "utf-8", "a", "utf-8");
    EXPECT("\x84\x31\x95\x33\xd0\xd5", NULL, "姓", "gb18030");
    REFUSE("\xff\xfe"
           "a\0",
           NULL, "UTF-16");
    REFUSE("\xfe\xff\0a", NULL, "UTF-16");
    REFUSE("\xef\xbb\xbf"
           "a",
           "gb18030", "begins with the mark of utf-8");
}
END_TEST

START_TEST(test_damage)
{
    REFUSE("a\nb\n\xe5\x86\xb7\xe9\x93\xbe\xff\n", NULL, "in.csv:3: byte 0xFF is not UTF-8");
    REFUSE("a\n\xd0\xd5\n\xd0\xff\n", NULL, "in.csv:3: byte 0xD0 is neither UTF-8 nor GB18030");
    REFUSE("a\n\xd0\xd5", "utf-8", "in.csv:2: byte 0xD0 is not UTF-8");
    REFUSE("\xe5\x86", "utf-8", "in.csv:1: byte 0xE5");
    REFUSE("\xd0\xd5\xc3", "gb18030", "in.csv:1: byte 0xC3 is not GB18030");
    REFUSE("a\nb\0c\n", NULL, "in.csv:2: a NUL byte");
    REFUSE("\0", NULL, "in.csv:1: a NUL byte");
    REFUSE("\xd0\xd5\n\0", NULL, "in.csv:2: a NUL byte");
}
END_TEST

/* A UTF-8 text with one bad byte stays UTF-8: it is not read as wrong Chinese. */
START_TEST(test_damaged_utf8_is_not_gb18030)
{
    REFUSE("姓名,备注\n王芳,\xe5\x86\n", NULL, "in.csv:2: byte 0xE5 is not UTF-8");
}
END_TEST

/* Who reads on gets U+FFFD there, and is told of the next line's damage too. */
START_TEST(test_resume)
{
    static const char in[] = "冷链a\nb\0\xff\0c\nd\n\xff\xff e\xff\n";
    static const char *const answers[] = {"冷链a\nb", NULL,     "\ufffd", "\ufffd",
                                          "\ufffd",   "c\nd\n", NULL,     "\ufffd",
                                          " e",       "\ufffd", "\n"};
    struct source *source;
    const char *bytes;
    size_t length;

    OK(source_open(&source, write_bytes(in, sizeof in - 1), NULL, &err));
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        int got = source_read(source, &bytes, &length, &err);
        ck_assert_int_eq(got, answers[i] == NULL ? -1 : 1);
        if (got == 1)
            ck_assert_msg(length == strlen(answers[i]) && memcmp(bytes, answers[i], length) == 0,
                          "%zu: %.*s", i, (int)length, bytes);
    }
    ck_assert_int_eq(source_read(source, &bytes, &length, &err), 0);
    source_close(source);
}
END_TEST

/* Characters lie across the chunks at every offset. */
START_TEST(test_chunks)
{
    static const char *const words[] = {"冷", "\xc0\xe4", "é"};
    static const char *const meant[] = {"冷", "冷", "é"};
    struct str in = STR_INIT, out = STR_INIT, all = STR_INIT;
    struct source *source;

    for (int shift = 0; shift < 12; shift++) {
        str_clear(&in);
        str_clear(&out);
        for (int i = 0; i < shift; i++)
            str_addc(&in, 'x');
        str_adds(&in, shift % 3 == 2 ? "éx" : ""); /* so that the first chunk ends in half of one */
        str_add(&out, in.text, in.length);
        while (in.length < 600000) {
            str_adds(&in, words[shift % 3]);
            str_adds(&out, meant[shift % 3]);
        }
        OK(source_open(&source, write_bytes(in.text, in.length), NULL, &err));
        ck_assert_int_eq(drain(source, &all), 0);
        ck_assert_str_eq(all.text, out.text);
        ck_assert_str_eq(source_encoding(source), shift % 3 == 1 ? "gb18030" : "utf-8");
        source_close(source);
    }
    str_release(&in);
    str_release(&out);
    str_release(&all);
}
END_TEST

/* The first character that is not ASCII may come late and at the end of a chunk. */
START_TEST(test_late_decision)
{
    struct str in = STR_INIT, all = STR_INIT;
    struct source *source;

    for (size_t ascii = 256 * 1024 - 3; ascii <= 256 * 1024; ascii++) {
        str_clear(&in);
        while (in.length < ascii)
            str_addc(&in, 'x');
        str_adds(&in, "\xd0\xd5\xc3\xfb");
        OK(source_open(&source, write_bytes(in.text, in.length), NULL, &err));
        ck_assert_int_eq(drain(source, &all), 0);
        ck_assert_str_eq(all.text + ascii, "姓名");
        source_close(source);
    }
    str_release(&in);
    str_release(&all);
}
END_TEST

START_TEST(test_no_file)
{
    struct source *source;

    FAILS(source_open(&source, scratch.folder, NULL, &err), ERR_IO, "is a directory");
    FAILS(source_open(&source, scratch_file(&scratch, "none"), NULL, &err), ERR_IO, "none");
    ck_assert_ptr_null(source);
    FAILS(source_open(&source, "x", "big5", &err), ERR_USAGE, "big5: unknown encoding");
    source_close(NULL);
}
END_TEST

static void
append(const char *path)
{
    int fd = open(path, O_WRONLY | O_APPEND);

    ck_assert_int_eq(write(fd, "x", 1), 1);
    close(fd);
}

START_TEST(test_changed)
{
    struct source *source;
    struct str all = STR_INIT;

    OK(source_open(&source, write_bytes("a\n", 2), NULL, &err));
    append(scratch.file);
    FAILS(drain(source, &all), ERR_IO, "changed while it was read");
    source_close(source);

    OK(source_open(&source, write_bytes("a,b,c,d,e\n", 10), NULL, &err));
    ck_assert_int_eq(drain(source, &all), 0);
    ck_assert_int_eq(truncate(scratch.file, 6), 0);
    ck_assert(source_rewind(source));
    FAILS(drain(source, &all), ERR_IO, "changed while it was read");
    source_close(source);

    const struct timespec old[2] = {{.tv_sec = 1}, {.tv_sec = 1}};
    const struct timespec newer[2] = {{.tv_sec = 2, .tv_nsec = 1}, {.tv_sec = 2, .tv_nsec = 1}};
    const struct timespec new[2] = {{.tv_sec = 2}, {.tv_sec = 2}};
    ck_assert_int_eq(utimensat(AT_FDCWD, write_bytes("a\n", 2), old, 0), 0);
    OK(source_open(&source, scratch.file, NULL, &err));
    ck_assert_int_eq(utimensat(AT_FDCWD, scratch.file, new, 0), 0);
    FAILS(drain(source, &all), ERR_IO, "changed while it was read");
    source_close(source);

    OK(source_open(&source, scratch.file, NULL, &err));
    ck_assert_int_eq(utimensat(AT_FDCWD, scratch.file, newer, 0), 0);
    FAILS(drain(source, &all), ERR_IO, "changed while it was read");
    source_close(source);
    str_release(&all);
}
END_TEST

/* A writer that is as quick as the reader: the end would never come. */
START_TEST(test_grows)
{
    static char block[300 * 1024];
    struct source *source;
    const char *bytes;
    size_t length;
    int got = 1, reads;

    memset(block, 'x', sizeof block);
    OK(source_open(&source, write_bytes(block, sizeof block), NULL, &err));
    FILE *file = fopen(scratch.file, "a");
    for (reads = 0; got > 0 && reads < 10; reads++) {
        fwrite(block, 1, sizeof block, file);
        fflush(file);
        got = source_read(source, &bytes, &length, &err);
    }
    fclose(file);
    ck_assert_int_eq(got, -1);
    ck_assert_int_lt(reads, 5);
    ck_assert_ptr_nonnull(strstr(err.text, "changed while it was read"));
    source_close(source);
}
END_TEST

START_TEST(test_rewind)
{
    struct source *source;
    struct str all = STR_INIT;

    OK(source_open(&source, write_bytes("\xef\xbb\xbf姓名\n", 10), NULL, &err));
    ck_assert(source_can_rewind(source));
    for (int i = 0; i < 3; i++) {
        ck_assert_int_eq(drain(source, &all), 0);
        ck_assert_str_eq(all.text, "姓名\n");
        ck_assert(source_rewind(source));
        ck_assert_int_eq(source_position(source), 0);
    }
    source_close(source);
    str_release(&all);
}
END_TEST

/* Makes `fd` the standard input, runs the check, puts the old one back. */
static void
from_stdin(int fd, bool can_rewind, int64_t size)
{
    struct source *source;
    struct str all = STR_INIT;
    int old = dup(STDIN_FILENO);

    dup2(fd, STDIN_FILENO);
    close(fd);
    OK(source_open(&source, "-", NULL, &err));
    ck_assert_str_eq(source_name(source), "<stdin>");
    ck_assert_int_eq(source_size(source), size);
    ck_assert_int_eq(source_can_rewind(source), can_rewind);
    for (int i = 0; i < 2; i++) {
        ck_assert_msg(drain(source, &all) == 0, "%s", err.text);
        ck_assert_str_eq(all.text, i == 0 || can_rewind ? "冷链\n" : "");
        ck_assert_int_eq(source_rewind(source), can_rewind);
    }
    source_close(source);
    dup2(old, STDIN_FILENO);
    close(old);
    str_release(&all);
}

START_TEST(test_stdin)
{
    int ends[2], fd;

    ck_assert_int_eq(pipe(ends), 0);
    ck_assert_int_eq(write(ends[1], "冷链\n", 7), 7);
    close(ends[1]);
    from_stdin(ends[0], false, -1);

    fd = open(write_bytes("read before\n冷链\n", 19), O_RDONLY);
    ck_assert_int_eq(lseek(fd, 12, SEEK_SET), 12); /* as `{ read line; medi …; } <file` leaves it */
    from_stdin(fd, true, 7);
}
END_TEST

/* A pipe that gives one byte at a time. */
START_TEST(test_trickle)
{
    int ends[2];
    struct str all = STR_INIT;
    struct source *source;
    static const char in[] = "ab\xd0\xd5\xc3\xfb\n";

    ck_assert_int_eq(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        for (size_t i = 0; i < sizeof in - 1; i++) {
            if (write(ends[1], in + i, 1) != 1)
                _exit(1);
            usleep(500);
        }
        _exit(0);
    }
    close(ends[1]);
    char path[32];
    snprintf(path, sizeof path, "/dev/fd/%d", ends[0]);
    OK(source_open(&source, path, NULL, &err));
    ck_assert_int_eq(drain(source, &all), 0);
    ck_assert_str_eq(all.text, "ab姓名\n");
    source_close(source);
    close(ends[0]);
    str_release(&all);
}
END_TEST

Suite *source_suite(void);

Suite *
source_suite(void)
{
    Suite *suite = suite_create("source");
    TCase *cases = tcase_create("source");

    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, test_encodings);
    tcase_add_test(cases, test_marks);
    tcase_add_test(cases, test_damage);
    tcase_add_test(cases, test_damaged_utf8_is_not_gb18030);
    tcase_add_test(cases, test_resume);
    tcase_add_test(cases, test_chunks);
    tcase_add_test(cases, test_late_decision);
    tcase_add_test(cases, test_no_file);
    tcase_add_test(cases, test_changed);
    tcase_add_test(cases, test_grows);
    tcase_add_test(cases, test_rewind);
    tcase_add_test(cases, test_stdin);
    tcase_add_test(cases, test_trickle);
    suite_add_tcase(suite, cases);
    return suite;
}
