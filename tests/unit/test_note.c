#include "bytes.h"

#include "log/note.h"

Suite *note_suite(void);

/* The keys and the note of the documentation of Go's golang.org/x/mod/sumdb/note. */
static const char peter[] = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
static const char peter_secret[] =
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
static const char enoch[] = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
#define TEXT                                                                                       \
    "If you think cryptography is the answer to your problem,\n"                                   \
    "then you don't know what your problem is.\n"
#define BY_PETER                                                                                   \
    "— PeterNeumann "                                                                            \
    "x08go/ZJkuBS9UG/"                                                                             \
    "SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
#define BY_ENOCH                                                                                   \
    "— EnochRoot "                                                                               \
    "rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/"                                                 \
    "5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n"

static struct arena arena;
static struct err err;

static void
setup(void)
{
    arena_init(&arena);
    err_clear(&err);
}

static void
teardown(void)
{
    arena_release(&arena);
}

static struct note_key
key_of(const char *text)
{
    struct note_key key;
    ck_assert_msg(note_key_parse(&key, text, strlen(text), &err) == 0, "%s", err.text);
    return key;
}

static enum note_verdict
judge(const char *bytes, const char *first, const char *second, const char *by)
{
    struct note note;
    struct note_key keys[2] = {key_of(first)};
    const struct note_key *who;
    if (second)
        keys[1] = key_of(second);
    ck_assert_msg(note_parse(&arena, &note, bytes, strlen(bytes), &err) == 0, "%s", err.text);
    enum note_verdict verdict = note_judge(&note, keys, second ? 2 : 1, &who);
    if (by)
        ck_assert_str_eq(who->name, by);
    return verdict;
}

START_TEST(test_note_go)
{
    ck_assert_int_eq(judge(TEXT "\n" BY_PETER, peter, NULL, "PeterNeumann"), NOTE_SIGNED);
    ck_assert_int_eq(judge(TEXT "\n" BY_PETER BY_ENOCH, peter, enoch, "PeterNeumann"), NOTE_SIGNED);
    ck_assert_int_eq(judge(TEXT "\n" BY_PETER BY_ENOCH, enoch, NULL, "EnochRoot"), NOTE_SIGNED);
    ck_assert_int_eq(judge(TEXT "\n" BY_PETER, enoch, NULL, NULL), NOTE_UNSIGNED);
    ck_assert_int_eq(judge("I" TEXT "\n" BY_PETER, peter, NULL, NULL), NOTE_FORGED);
    /* one that does not hold spoils the other */
    ck_assert_int_eq(judge("I" TEXT "\n" BY_PETER BY_ENOCH, enoch, peter, NULL), NOTE_FORGED);
}
END_TEST

/* The same key and the same text give the same note, byte for byte. */
START_TEST(test_note_sign)
{
    struct note_secret secret;
    ck_assert_int_eq(note_secret_parse(&secret, peter_secret, strlen(peter_secret), &err), 0);
    ck_assert_str_eq(note_key_format(&arena, &secret.key), peter);
    ck_assert_str_eq(note_secret_format(&arena, &secret), peter_secret);
    ck_assert_str_eq(note_sign(&arena, TEXT, &secret), TEXT "\n" BY_PETER);
    note_secret_wipe(&secret);
    for (size_t i = 0; i < sizeof secret; i++)
        ck_assert_int_eq(((const unsigned char *)&secret)[i], 0);
}
END_TEST

START_TEST(test_note_make)
{
    struct note_secret secret, again;
    const struct note_key *by;
    struct note note;
    note_secret_make(&secret, "审计员");
    const char *text = note_secret_format(&arena, &secret);
    ck_assert_int_eq(note_secret_parse(&again, text, strlen(text), &err), 0);
    ck_assert_mem_eq(&secret, &again, sizeof secret);
    char *whole = note_sign(&arena, "a\n", &secret);
    ck_assert_int_eq(note_parse(&arena, &note, whole, strlen(whole), &err), 0);
    ck_assert_int_eq(note_judge(&note, &secret.key, 1, &by), NOTE_SIGNED);
    ck_assert_uint_eq(note.text_length, 2);
}
END_TEST

START_TEST(test_note_bad_keys)
{
    static const char *const bad[] = {
        "",
        "PeterNeumann",
        "PeterNeumann+c74f20a3",
        "PeterNeumann+c74f20a3+",
        "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWAA==",
        "PeterNeumannn+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    };
    struct note_key key;
    struct note_secret secret;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ck_assert_msg(note_key_parse(&key, bad[i], strlen(bad[i]), &err) == -1, "%s", bad[i]);
        ck_assert_int_eq(err.kind, ERR_DATA);
        ck_assert_int_eq(note_secret_parse(&secret, bad[i], strlen(bad[i]), &err), -1);
    }
    ck_assert_int_eq(note_secret_parse(&secret, peter_secret, strlen(peter_secret) - 4, &err), -1);
}
END_TEST

START_TEST(test_note_bad)
{
    static const char *const bad[] = {
        "",
        "\n",
        "\n\n",
        TEXT,
        TEXT "\n",
        TEXT BY_PETER,
        TEXT "\n" BY_PETER "\n",
        TEXT "\n" BY_PETER "x",
        TEXT "\n" BY_PETER "x\n",
        TEXT "\n- PeterNeumann x08go/ZJkuBS\n",
        TEXT "\n— PeterNeumann\n",
        TEXT "\n— PeterNeumann \n",
        TEXT "\n— PeterNeumann x08go/ZJkuBS \n",
        TEXT "\n— PeterNeumann AAAA\n",
        TEXT "\n— PeterNeumann AAAAAA==\n",
        TEXT "\n— Peter+Neumann x08go/ZJkuBS\n",
        TEXT "\n—  x08go/ZJkuBS\n",
        TEXT "\n— Peter\xc2\xa0Neumann x08go/ZJkuBS\n",
        "\x01" TEXT "\n" BY_PETER,
        "a\r\n" TEXT "\n" BY_PETER,
        "\xff" TEXT "\n" BY_PETER,
    };
    struct note note;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ck_assert_msg(note_parse(&arena, &note, bad[i], strlen(bad[i]), &err) == -1, "%zu: %s", i,
                      bad[i]);
        ck_assert_int_eq(err.kind, ERR_DATA);
    }
    ck_assert_int_eq(note_parse(&arena, &note, "a\0\n\n" BY_PETER, 5 + strlen(BY_PETER), &err), -1);
}
END_TEST

/* A hundred signatures at most, of any kind and length; a short one of a trusted key does not hold. */
START_TEST(test_note_many_signatures)
{
    struct note note;
    char *whole = arena_printf(&arena, "a\n\n");
    for (int i = 0; i < NOTE_SIGNATURES; i++)
        whole = arena_printf(&arena, "%s— other%d x08go/ZJkuBS\n", whole, i);
    ck_assert_int_eq(note_parse(&arena, &note, whole, strlen(whole), &err), 0);
    ck_assert_int_eq(note.count, NOTE_SIGNATURES);
    whole = arena_printf(&arena, "%s— other x08go/ZJkuBS\n", whole);
    ck_assert_int_eq(note_parse(&arena, &note, whole, strlen(whole), &err), -1);
    ck_assert_int_eq(judge("a\n\n— PeterNeumann x08go/ZJkuBS\n", peter, NULL, NULL), NOTE_FORGED);
}
END_TEST

/* The text of a single note may have empty lines. */
START_TEST(test_note_empty_lines)
{
    struct note note;
    struct note_secret secret;
    const struct note_key *by;
    note_secret_make(&secret, "x");
    char *whole = note_sign(&arena, "a\n\nb\n", &secret);
    ck_assert_int_eq(note_parse(&arena, &note, whole, strlen(whole), &err), 0);
    ck_assert_uint_eq(note.text_length, 5);
    ck_assert_int_eq(note_judge(&note, &secret.key, 1, &by), NOTE_SIGNED);
}
END_TEST

START_TEST(test_note_next)
{
    struct note_secret secret;
    struct note note;
    note_secret_make(&secret, "x");
    char *one = note_sign(&arena, "a\n", &secret), *two = note_sign(&arena, "b\nc\n", &secret);
    char *both = arena_printf(&arena, "\n%s\n\n%s%s", one, two, one);
    const char *at = both, *end = both + strlen(both);
    ck_assert_int_eq(note_next(&arena, &note, &at, end, &err), 1);
    ck_assert_mem_eq(note.bytes, one, note.length);
    ck_assert_int_eq(note_next(&arena, &note, &at, end, &err), 1);
    ck_assert_uint_eq(note.text_length, 4);
    ck_assert_int_eq(note_next(&arena, &note, &at, end, &err), 1);
    ck_assert_int_eq(note_next(&arena, &note, &at, end, &err), 0);
    at = "a\n\n— x";
    ck_assert_int_eq(note_next(&arena, &note, &at, at + strlen(at), &err), -1);
    at = "\n\n";
    ck_assert_int_eq(note_next(&arena, &note, &at, at + 2, &err), 0);
}
END_TEST

Suite *
note_suite(void)
{
    Suite *suite = suite_create("note");
    TCase *all = tcase_create("note");
    tcase_add_checked_fixture(all, setup, teardown);
    tcase_add_test(all, test_note_go);
    tcase_add_test(all, test_note_sign);
    tcase_add_test(all, test_note_make);
    tcase_add_test(all, test_note_bad_keys);
    tcase_add_test(all, test_note_bad);
    tcase_add_test(all, test_note_many_signatures);
    tcase_add_test(all, test_note_empty_lines);
    tcase_add_test(all, test_note_next);
    suite_add_tcase(suite, all);
    return suite;
}
