#include "scratch.h"

#include "copy/document.h"
#include "copy/scan.h"

Suite *copy_suite(void);

static struct arena arena;
static struct err err;
static struct lexicon *lexicon;
static struct scratch scratch;
static const char *pack_path;

static const char pack[] =
    "sets: {who: 客户 姐妹}\n"
    "rules:\n"
    "  best: {zh: 最, says: s, severity: error, article: a, quote: q, sounds: 永不反弹,\n"
    "         find: '最好 第一 #成(以上)?的<who>~4满意 无(任何)?(痛|风险) 治疗王 (做|打)完~2走 "
    "买#送#'}\n"
    "  hidden: {zh: h, says: s, severity: warning, article: a, quote: q, hidden: true}\n"
    "  voice: {zh: v, says: s, severity: warning, article: a, quote: q, voice: true}\n"
    "cues:\n"
    "  tone: {points: 5, find: 轻松拥有}\n"
    "  you: {points: 4, find: 你}\n"
    "  notice: {points: -20, find: 违规}\n"
    "except: 第一步\n"
    "negation: 不承诺\n";

static const char *
write_pack(const char *text)
{
    FILE *file = fopen(scratch.file, "w");
    fputs(text, file);
    fclose(file);
    return scratch.file;
}

static void
setup(void)
{
    scratch_engine = SQLITE;
    scratch_make(&scratch);
    arena_init(&arena);
    err_clear(&err);
    pack_path = write_pack(pack);
    ck_assert_msg(lexicon_read(&lexicon, &arena, pack_path, &err) == 0, "%s", err.text);
}

static void
teardown(void)
{
    arena_release(&arena);
    scratch_remove(&scratch);
}

struct noted {
    const char *text;
    struct str all;
    size_t bad;
};

static int
note(void *context, const struct copy_finding *finding, struct err *ignored)
{
    struct noted *noted = context;
    (void)ignored;
    str_addf(&noted->all, "%s%s:%.*s", noted->all.length ? "|" : "", finding->rule->id,
             (int)finding->length, noted->text + finding->from);
    if (finding->evasion)
        str_adds(&noted->all, "!");
    return 0;
}

static int
note_bad(void *context, size_t at, struct err *ignored)
{
    (void)ignored;
    ((struct noted *)context)->bad = at;
    return 0;
}

static const char *
found_in(const char *text, size_t length, size_t *bad)
{
    struct noted noted = {text, STR_INIT, 0};
    struct copy_scan *scan = copy_scan_new(lexicon, PROFILE_AD);
    ck_assert_int_eq(copy_scan_text(scan, text, length, note, note_bad, &noted, &err), 0);
    copy_scan_free(scan);
    const char *kept = arena_strdup(&arena, noted.all.text);
    if (bad)
        *bad = noted.bad;
    str_release(&noted.all);
    return kept;
}

static const char *
found(const char *text)
{
    return found_in(text, strlen(text), NULL);
}

START_TEST(test_patterns)
{
    ck_assert_str_eq(found("这是最好的"), "best:最好");
    ck_assert_str_eq(found("九成的客户都很满意"), "best:九成的客户都很满意");
    ck_assert_str_eq(found("8 成以上的姐妹满意"), "best:8 成以上的姐妹满意");
    ck_assert_str_eq(found("九成的同行满意"), "");
    ck_assert_str_eq(found("无任何风险，无痛"), "best:无任何风险|best:无痛");
    ck_assert_str_eq(found("做完就走"), "best:做完就走");
    ck_assert_str_eq(found("做完，就走"), ""); /* a gap stays in its clause */
    ck_assert_str_eq(found("买三送一 最好"), "best:买三送一|best:最好");
    ck_assert_str_eq(found(""), "");
}
END_TEST

START_TEST(test_contexts)
{
    ck_assert_str_eq(found("第一步"), "");
    ck_assert_str_eq(found("不承诺最好"), "");
    ck_assert_str_eq(found("不承诺退款，最好"), "best:最好");
    ck_assert_str_eq(found("最好是违规的词"), "");
    ck_assert_str_eq(found("轻松拥有"), "");
    ck_assert_str_eq(found("你轻松拥有"), "voice:轻松拥有");
    ck_assert_str_eq(found("你\n轻松拥有"), ""); /* lines are judged apart */
    ck_assert_str_eq(found("最\n\n好"), "");
}
END_TEST

START_TEST(test_evasions)
{
    static const char *const hidden[] = {"最 好",          "最·好",    "最\u200b好", "最\u0301好",
                                         "最\U0001f48b好", "氵台疗王", "治療王",     "永不反但"};
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++) {
        const char *want = arena_printf(&arena, "best:%s!|hidden:%s!", hidden[i], hidden[i]);
        ck_assert_str_eq(found(hidden[i]), want);
    }
    ck_assert_str_eq(found("第１"), "best:第１!");
    ck_assert_str_eq(found("第12页"), "");
    ck_assert_str_eq(found("更是最、好"), ""); /* marks that divide */
    ck_assert_str_eq(found("最......好"), ""); /* too far apart */
}
END_TEST

START_TEST(test_bytes)
{
    size_t bad = 0;
    ck_assert_str_eq(found_in("ab\xff 最好", 10, &bad), "best:最好");
    ck_assert_uint_eq(bad, 2);
    size_t length = 3000000;
    char *line = malloc(length);
    for (size_t i = 0; i < length; i += 3)
        memcpy(line + i, "的", 3);
    memcpy(line + 2999994, "最好", 6);
    memcpy(line + 5997, "最好", 6); /* across the end of a window: once */
    ck_assert_str_eq(found_in(line, length, &bad), "best:最好|best:最好");
    free(line);
}
END_TEST

START_TEST(test_documents)
{
    static const char page[] =
        "<title>最好</title><p>最<b>好</b>&#x6700;\n好<script>最好</script><img alt='最好'>";
    struct document document;
    FILE *file = fopen(scratch.file, "w");
    fputs(page, file);
    fclose(file);
    ck_assert_int_eq(document_open(&document, scratch.file, DOCUMENT_HTML, NULL, &err), 1);
    ck_assert_str_eq(found_in(document.text, document.length, NULL),
                     "best:最好|best:最好|best:最 好!|hidden:最 好!|best:最好");
    size_t at, bytes, line, column;
    document_source(&document, 7, 6, &at, &bytes); /* the second one, with the tag inside */
    ck_assert_uint_eq(at, 24);
    ck_assert_uint_eq(bytes, 9);
    document_place(&document, at, &line, &column);
    ck_assert_uint_eq(line, 1);
    ck_assert_uint_eq(column, 21);
    document_close(&document);
}
END_TEST

START_TEST(test_wrong_packs)
{
    static const struct {
        const char *text, *words;
    } bad[] = {
        {"rules:\n  a: {zh: z, says: s, severity: bad, article: a, quote: q, find: 最好}\n",
         "severity: must be"},
        {"rules:\n  a: {zh: z, says: s, severity: error, quote: q, find: 最好}\n", "needs zh"},
        {"rules:\n  a: {zh: z, says: s, severity: error, article: a, quote: q, find: (最好}\n",
         "not closed"},
        {"rules:\n  a: {zh: z, says: s, severity: error, article: a, quote: q, find: <no>}\n",
         "no such set"},
        {"rules:\n  a: {zh: z, says: s, severity: error, article: a, quote: q, find: ~4}\n",
         "no character"},
        {"rules:\n  a: {zh: z, says: s, severity: error, article: a, quote: q, find: 最好, sounds: "
         "最}\n",
         "three characters"},
        {"cues: {}\n", "rules: missing"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        err_clear(&err);
        ck_assert_int_eq(lexicon_read(&lexicon, &arena, write_pack(bad[i].text), &err), -1);
        ck_assert_msg(strstr(err.text, bad[i].words), "%zu: %s", i, err.text);
    }
}
END_TEST

/* Each shipped rule has its examples, and they behave; a rule without is refused. */
START_TEST(test_shipped)
{
    ck_assert_msg(lexicon_read(&lexicon, &arena, "share/medi/copy/lexicon.yaml", &err) == 0, "%s",
                  err.text);
    ck_assert_msg(lexicon_prove(lexicon, "share/medi/copy/examples.yaml", &err) == 0, "%s",
                  err.text);
    ck_assert_ptr_eq(lexicon->flags, copy_image.lexicon->flags); /* it was compiled beforehand */
    write_pack("guarantee: {breaks: [永不反弹], passes: [好]}\n");
    ck_assert_int_eq(lexicon_prove(lexicon, scratch.file, &err), -1);
    ck_assert_msg(strstr(err.text, "needs an example"), "%s", err.text);
}
END_TEST

/* A clinic's own copy of the pack, different in a byte, is read as YAML and says the same. */
START_TEST(test_own_pack)
{
    char *bytes = malloc(1 << 20);
    FILE *file = fopen("share/medi/copy/lexicon.yaml", "r");
    size_t length = fread(bytes, 1, 1 << 20, file);
    fclose(file);
    file = fopen(scratch.file, "w");
    fprintf(file, "# ours\n%.*s", (int)length, bytes);
    fclose(file);
    free(bytes);
    ck_assert_msg(lexicon_read(&lexicon, &arena, scratch.file, &err) == 0, "%s", err.text);
    ck_assert_ptr_ne(lexicon->flags, copy_image.lexicon->flags);
    ck_assert_int_eq(lexicon->count, copy_image.lexicon->count);
    ck_assert_mem_eq(lexicon->flags, copy_image.lexicon->flags, 0x10000);
    ck_assert_msg(lexicon_prove(lexicon, "share/medi/copy/examples.yaml", &err) == 0, "%s",
                  err.text);
}
END_TEST

/* Matches that hang on what is behind their beginning, and spellings by sound of what a pattern stands for. */
START_TEST(test_anchors)
{
    lexicon_read(&lexicon, &arena,
                 write_pack("rules:\n  a: {zh: z, says: s, severity: error, article: a, quote: q,\n"
                            "      find: '(d1|d30)~8(惊|肿) #折$ (保证|承诺)(疗效|效果)'}\n"),
                 &err);
    ck_assert_str_eq(found("D1肿成馒头，D30惊艳"), "a:D1肿|a:D30惊");
    ck_assert_str_eq(found("全场五折，九点开门"), "a:五折");
    ck_assert_str_eq(found("保正疗效"), "a:保正疗效!");
    ck_assert_str_eq(found("保正"), "");
}
END_TEST

Suite *
copy_suite(void)
{
    Suite *suite = suite_create("copy");
    TCase *tests = tcase_create("copy");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, test_patterns);
    tcase_add_test(tests, test_contexts);
    tcase_add_test(tests, test_evasions);
    tcase_add_test(tests, test_bytes);
    tcase_add_test(tests, test_documents);
    tcase_add_test(tests, test_wrong_packs);
    tcase_add_test(tests, test_shipped);
    tcase_add_test(tests, test_own_pack);
    tcase_add_test(tests, test_anchors);
    suite_add_tcase(suite, tests);
    return suite;
}
