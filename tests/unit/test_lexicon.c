#include "scratch.h"

#include "text/lexicon.h"

Suite *lexicon_suite(void);

static struct scratch scratch;
static struct arena arena;
static struct err err;
static struct lexicon *lexicon;

static const char pack[] =
    "rules:\n"
    "  best: {zh: 最, says: s, severity: error, article: a, words: [最好, 最, 第一],\n"
    "         breaks: 最好, passes: 好}\n"
    "  drug: {zh: 药, says: s, severity: warning, article: a, words: [botox],\n"
    "         breaks: botox, passes: 好}\n"
    "except: [最近, 第一步, 不承诺最好]\n";

static int
read_pack(const char *text)
{
    const char *path = scratch.file;
    FILE *file = fopen(path, "w");
    fputs(text, file);
    fclose(file);
    err_clear(&err);
    return lexicon_read(&lexicon, &arena, path, &err);
}

static void
setup(void)
{
    scratch_engine = SQLITE;
    scratch_make(&scratch);
    arena_init(&arena);
    ck_assert_msg(read_pack(pack) == 0, "%s", err.text);
}

static void
teardown(void)
{
    arena_release(&arena);
    scratch_remove(&scratch);
}

/* All that is found, as its texts with bars between. */
static const char *
found(const char *text)
{
    struct str all = STR_INIT;
    struct lexicon_hit hit;
    for (size_t from = 0; lexicon_next(lexicon, text, strlen(text), from, &hit);
         from = hit.from + hit.length)
        str_addf(&all, "%s%.*s", all.length ? "|" : "", (int)hit.length, text + hit.from);
    const char *kept = arena_strdup(&arena, all.text);
    str_release(&all);
    return kept;
}

START_TEST(test_longest)
{
    ck_assert_str_eq(found("这是最好的"), "最好");
    ck_assert_str_eq(found("最 高"), "最");
    ck_assert_str_eq(found("第一，最好，最"), "第一|最好|最");
    ck_assert_str_eq(found(""), "");
}
END_TEST

START_TEST(test_exceptions)
{
    ck_assert_str_eq(found("最近天气好"), "");
    ck_assert_str_eq(found("第一步，不承诺最好"), "");
    ck_assert_str_eq(found("最近最好"), "最好"); /* behind an exception, not inside it */
    ck_assert_str_eq(found("承诺最好"), "最好");
    ck_assert_str_eq(found("第一"), "第一");
}
END_TEST

START_TEST(test_folded)
{
    ck_assert_str_eq(found("ＢｏＴＯＸ"), "ＢｏＴＯＸ");
    ck_assert_str_eq(found("b o\tT\u200bo\u3000x."), "b o\tT\u200bo\u3000x");
    ck_assert_str_eq(found("最\u200b好 最\xff好"),
                     "最\u200b好|最"); /* what is no character parts */
}
END_TEST

/* Places are those of the text as it stands. */
START_TEST(test_places)
{
    struct lexicon_hit hit;
    const char *text = "ａ 最 好";
    ck_assert(lexicon_next(lexicon, text, strlen(text), 0, &hit));
    ck_assert_uint_eq(hit.from, 4);
    ck_assert_uint_eq(hit.length, 7);
    ck_assert_str_eq(hit.rule->id, "best");
}
END_TEST

START_TEST(test_proves_itself)
{
    static const struct {
        const char *text, *words;
    } bad[] = {
        {"rules:\n  a: {zh: z, says: s, severity: error, article: a, words: [坏], breaks: 好, "
         "passes: 好}\n",
         "its example is not found"},
        {"rules:\n  a: {zh: z, says: s, severity: error, article: a, words: [坏], breaks: 坏, "
         "passes: 坏}\n",
         "what should pass has a word"},
        {"rules:\n  a: {zh: z, says: s, severity: error, article: a, words: [坏]}\n",
         "needs an example"},
        {"rules:\n  a: {zh: z, says: s, severity: bad, article: a, words: [坏], breaks: 坏, "
         "passes: 好}\n",
         "severity: must be"},
        {"rules:\n  a: {zh: z, says: s, severity: error, words: [坏], breaks: 坏, passes: 好}\n",
         "needs zh"},
        {"rules:\n  a: {zh: z, says: s, severity: error, article: a, words: [' '], breaks: 坏, "
         "passes: 好}\n",
         "must be a word"},
        {"except: [a]\n", "rules: missing"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ck_assert_int_eq(read_pack(bad[i].text), -1);
        ck_assert_msg(strstr(err.text, bad[i].words), "%s", err.text);
    }
}
END_TEST

Suite *
lexicon_suite(void)
{
    Suite *suite = suite_create("lexicon");
    TCase *tests = tcase_create("lexicon");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, test_longest);
    tcase_add_test(tests, test_exceptions);
    tcase_add_test(tests, test_folded);
    tcase_add_test(tests, test_places);
    tcase_add_test(tests, test_proves_itself);
    suite_add_tcase(suite, tests);
    return suite;
}
