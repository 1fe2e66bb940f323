#include "scratch.h"

#include "base/str.h"
#include "visit/after_adverse.h"
#include "visit/after_care.h"
#include "visit/exams.h"
#include "visit/objections.h"

Suite *visit_packs_suite(void);

/* The packs that medi-visit reads: every entry is walked, and every way to write one wrongly. */

static struct scratch scratch;
static struct arena arena;
static struct err err;
static const struct packs shipped = {NULL, "share/medi"};
static struct exams exams;
static struct objections objections;
static struct care_pack care;
static struct adverse_pack adverse;

static void
setup(void)
{
    scratch_make(&scratch);
    arena_init(&arena);
    err_clear(&err);
}

static void
teardown(void)
{
    arena_release(&arena);
    scratch_remove(&scratch);
}

typedef int load(const struct packs *packs);
static int
load_exams(const struct packs *packs)
{
    return exams_load(&arena, packs, &exams, &err);
}
static int
load_objections(const struct packs *packs)
{
    return objections_load(&arena, packs, &objections, &err);
}
static int
load_care(const struct packs *packs)
{
    return care_load(&arena, packs, &care, &err);
}
static int
load_adverse(const struct packs *packs)
{
    return adverse_load(&arena, packs, &adverse, &err);
}

/* ---- packs that are wrong ---------------------------------------------------------------------------------- */

#define KINDS "kinds: {price: 价格}\n"
#define NEVER "never: {保证: [不能保证], 第一: [第一次]}\n"
#define ENTRY(answer)                                                                              \
    "entries:\n  - {id: a, kind: price, doubt: 贵, match: [贵], example: 好贵, answer: " answer    \
    "}\n"
#define GRADES                                                                                     \
    "grades: {1: {zh: 一, says: a}, 2: {zh: 二, says: b}, 3: {zh: 三, says: c}, "               \
    "4: {zh: 四, says: d}, 5: {zh: 五, says: e}}\n"
#define BURN GRADES "kinds: {burn: {zh: 灼伤, of: [device]}}\n"
#define RULE(id, of, grades, more)                                                                 \
    "  - {id: " id ", of: " of ", grades: [" grades "], to: x, duty: y, source: z, " more "}\n"
#define DAYS "days: 7, confirmed: false"

static const struct wrong {
    load *load;
    const char *file, *text, *words; /* NULL words: it is right */
} wrongs[] = {
    {load_exams, "exams.yaml", "exams: {a: {zh: 甲, says: a, valid_days: 30}}\n", NULL},
    {load_exams, "exams.yaml", "exam: {}\n", ":1: unknown key exam; is exams meant?"},
    {load_exams, "exams.yaml", "exams: []\n", ":1: exams: missing"},
    {load_exams, "exams.yaml", "exams:\n  a: {zh: 甲, says: a}\n", ":2: a: needs valid_days"},
    {load_exams, "exams.yaml", "exams:\n  a: {zh: 甲, says: a, valid_days: 0}\n",
     ":2: a: needs valid_days, from 1 to 3650"},
    {load_exams, "exams.yaml", "exams:\n  a: {zh: 甲, says: a, valid_days: x}\n",
     ":2: valid_days: a whole number"},
    {load_exams, "exams.yaml", "exams:\n  a: {says: a, valid_days: 1}\n", ":2: a: needs zh"},
    {load_exams, "exams.yaml", "exams:\n  a: {zh: 甲, says: a, valid: 1}\n",
     ":2: unknown key valid; remove it"},
    {load_exams, "exams.yaml", "exams:\n  a: 3\n", ":2: a map"},
    {load_exams, "exams.yaml",
     "exams:\n  a: {zh: 甲, says: a, valid_days: 1}\n  b: {zh: 甲, says: b, valid_days: 1}\n",
     ":3: b: has a name of a"},

    {load_objections, "objections.yaml", KINDS NEVER ENTRY("明码标价"), NULL},
    {load_objections, "objections.yaml", KINDS NEVER ENTRY("效果不能保证"), NULL},
    {load_objections, "objections.yaml", KINDS NEVER ENTRY("保证有效"),
     ":4: a: answer: has 保证, which no answer may promise"},
    {load_objections, "objections.yaml", KINDS NEVER ENTRY("不能保证，但保证服务"), "has 保证"},
    {load_objections, "objections.yaml", KINDS NEVER ENTRY("本市第一"), "has 第一"},
    {load_objections, "objections.yaml", KINDS NEVER ENTRY("第一次来先评估"), NULL},
    {load_objections, "objections.yaml", KINDS "never: {保证: 不能}\n" ENTRY("甲"),
     ":2: 保证: must be a list of phrases"},
    {load_objections, "objections.yaml", KINDS "never: {保证: [不能]}\n" ENTRY("甲"),
     ":2: 保证: a phrase that excuses it must have it"},
    {load_objections, "objections.yaml", KINDS ENTRY("甲"), "never: missing"},
    {load_objections, "objections.yaml", NEVER ENTRY("甲"), "kinds: missing"},
    {load_objections, "objections.yaml", KINDS NEVER, "entries: missing"},
    {load_objections, "objections.yaml", "kinds: {price: 价格, pain: 疼痛}\n" NEVER ENTRY("甲"),
     "pain: a kind without any entry"},
    {load_objections, "objections.yaml", "kinds: {price: []}\n" NEVER ENTRY("甲"),
     "price: needs its Chinese name"},
    {load_objections, "objections.yaml",
     KINDS NEVER
     "entries:\n  - {id: a, kind: pain, doubt: 贵, match: [贵], example: 贵, answer: 甲}\n",
     ":4: a: kind: must be one of kinds"},
    {load_objections, "objections.yaml",
     KINDS NEVER
     "entries:\n  - {id: a, kind: price, doubt: 贵, match: [贵], example: 好, answer: 甲}\n",
     ":4: a: example: none of match finds it"},
    {load_objections, "objections.yaml",
     KINDS NEVER
     "entries:\n  - {id: a, kind: price, doubt: 贵, match: [''], example: 好, answer: 甲}\n",
     "an empty word finds everything"},
    {load_objections, "objections.yaml",
     KINDS NEVER "entries:\n  - {id: a, kind: price, doubt: 贵, example: 好, answer: 甲}\n",
     ":4: a: needs match"},
    {load_objections, "objections.yaml", KINDS NEVER "entries:\n  - {id: a, kind: price}\n",
     ":4: a: needs id, kind"},
    {load_objections, "objections.yaml",
     KINDS NEVER ENTRY(
         "甲") "  - {id: a, kind: price, doubt: 贵, match: [贵], example: 贵, answer: 乙}\n",
     ":5: a: stands there twice"},

    {load_care, "care.yaml", "kinds: {injection: {next_days: 7, advice: a}}\n",
     ":1: laser: a kind of project without advice"},
    {load_care, "care.yaml", "kinds: {injektion: {next_days: 7, advice: a}}\n",
     "unknown key injektion; is injection meant?"},
    {load_care, "care.yaml", "kinds: {injection: {advice: a}}\n", "injection: needs next_days"},
    {load_care, "care.yaml", "kinds: {injection: {next_days: 731, advice: a}}\n", "from 1 to 730"},
    {load_care, "care.yaml", "kinds: {injection: {next_days: 7}}\n", "injection: needs advice"},
    {load_care, "care.yaml", "{}\n", "kinds: missing"},

    {load_adverse, "adverse.yaml", BURN "reports:\n" RULE("r", "device", "5", DAYS), NULL},
    {load_adverse, "adverse.yaml", BURN "reports:\n" RULE("r", "drug", "5", DAYS),
     ":4: r: no kind comes under it"},
    {load_adverse, "adverse.yaml", BURN "reports:\n" RULE("r", "devise", "5", DAYS),
     ":4: r: of: must be device"},
    {load_adverse, "adverse.yaml", BURN "reports:\n" RULE("r", "device", "6", DAYS),
     "r: grades: must be from 1 to 5"},
    {load_adverse, "adverse.yaml", BURN "reports:\n" RULE("r", "device", "", DAYS),
     "r: needs grades"},
    {load_adverse, "adverse.yaml",
     BURN "reports:\n" RULE("r", "device", "5", "days: 366, confirmed: false"),
     "r: days: must be from 0 to 365"},
    {load_adverse, "adverse.yaml", BURN "reports:\n" RULE("r", "device", "5", "days: 7"),
     "r: needs id"},
    {load_adverse, "adverse.yaml",
     BURN "reports:\n" RULE("r", "device", "5", DAYS) RULE("r", "device", "4", DAYS),
     ":5: r: stands there twice"},
    {load_adverse, "adverse.yaml",
     BURN "reports:\n" RULE("r", "device", "5", DAYS) RULE("s", "device", "4, 5", DAYS),
     ":5: s: has a grade that r has too"},
    {load_adverse, "adverse.yaml", BURN, "reports: missing"},
    {load_adverse, "adverse.yaml", GRADES "kinds: {burn: {zh: 灼伤}}\n", "of: must be device"},
    {load_adverse, "adverse.yaml", GRADES "kinds: {burn: {zh: 灼伤, of: [device, device]}}\n",
     "each once"},
    {load_adverse, "adverse.yaml", GRADES "kinds: {burn: {of: [device]}}\n",
     "burn: needs its Chinese name"},
    {load_adverse, "adverse.yaml",
     GRADES "kinds: {burn: {zh: 灼伤, of: [device]}, scald: {zh: 灼伤, of: [device]}}\n",
     "scald: has a name of burn"},
    {load_adverse, "adverse.yaml", "grades: {1: {zh: 一, says: a}}\n", "grades: 2 is missing"},
    {load_adverse, "adverse.yaml", "grades: {6: {zh: 一, says: a}}\n", "unknown key 6"},
    {load_adverse, "adverse.yaml", "kinds: {}\n", "grades: missing"},
};

START_TEST(test_visit_packs_wrong)
{
    const struct wrong *wrong = &wrongs[_i];
    const struct packs own = {scratch.folder, "share/medi"};
    scratch_write(&scratch, wrong->file, wrong->text);
    int result = wrong->load(&own);
    if (!wrong->words) {
        ck_assert_msg(result == 0, "%s: %s", wrong->text, err.text);
        return;
    }
    ck_assert_int_eq(result, -1);
    ck_assert_int_eq(err.kind, ERR_DATA);
    ck_assert_msg(strstr(err.text, wrong->words) && strstr(err.text, wrong->file),
                  "%s\nwords: %s\nwithout: %s", wrong->text, err.text, wrong->words);
}
END_TEST

START_TEST(test_visit_packs_absent)
{
    load *const all[] = {load_exams, load_objections, load_care, load_adverse};
    const struct packs none = {NULL, "/nonexistent"};
    ck_assert_int_eq(all[_i](&none), -1);
    ck_assert_int_eq(err.kind, ERR_IO);
    ck_assert_msg(strstr(err.text, "not among the packs"), "%s", err.text);
}
END_TEST

/* ---- examinations ------------------------------------------------------------------------------------------- */

START_TEST(test_visit_packs_exams)
{
    OK(load_exams(&shipped));
    ck_assert_int_ge(exams.count, 12);
    for (int i = 0; i < exams.count; i++) {
        const struct exam_kind *exam = &exams.items[i];
        ck_assert_ptr_eq(exams_find(&exams, exam->name, &err), exam);
        ck_assert_ptr_eq(exams_find(&exams, exam->zh, &err), exam);
        ck_assert(exam_holds(20000, exam->valid_days, 20000 + exam->valid_days));
        ck_assert(!exam_holds(20000, exam->valid_days, 20001 + exam->valid_days));
        ck_assert(exam_holds(20000, exam->valid_days, 20000));
        ck_assert(!exam_holds(20000, exam->valid_days, 19999));
    }
    ck_assert_ptr_null(exams_find(&exams, "blood-routin", &err));
    ck_assert_int_eq(err.kind, ERR_DATA);
    ck_assert_str_eq(err.text,
                     "blood-routin: no such examination in exams.yaml; did you mean blood-routine");
}
END_TEST

/* ---- doubts ------------------------------------------------------------------------------------------------- */

/* An entry is found by its example and not by what has nothing to do with it; its answer is long enough to be one. */
START_TEST(test_visit_packs_objections)
{
    OK(load_objections(&shipped));
    ck_assert_int_ge(objections.count, 20);
    for (int i = 0; i < objections.count; i++) {
        const struct objection *entry = &objections.items[i];
        ck_assert_msg(objection_fits(entry, entry->example) > 0, "%s", entry->id);
        ck_assert_msg(objection_fits(entry, "今天天气不错，我走路来的") == 0, "%s", entry->id);
        ck_assert_msg(strlen(entry->answer) >= 60, "%s", entry->id);
        ck_assert_msg(str_starts(entry->id, entry->kind->name), "%s", entry->id);
    }
    static const char *const wanted[] = {"price", "safety",   "pain",   "effect",
                                         "trust", "downtime", "family", "comparison"};
    for (size_t k = 0; k < sizeof wanted / sizeof *wanted; k++)
        ck_assert_ptr_nonnull(objections_kind(&objections, wanted[k], &err));
    ck_assert_ptr_eq(objections_kind(&objections, "疼痛", &err),
                     objections_kind(&objections, "pain", &err));
    ck_assert_ptr_null(objections_kind(&objections, "safty", &err));
    ck_assert_str_eq(err.text,
                     "safty: no such kind of doubt in objections.yaml; did you mean safety");
}
END_TEST

/* Each forbidden word of the shipped pack, put into a shipped answer, is refused. */
static const char *const promises[] = {
    "保证",   "承诺",     "绝对",       "百分之百", "100%",     "零风险",   "无风险", "没有风险",
    "安全无", "无副作用", "没有副作用", "无痛",     "不会痛",   "不痛",     "永久",   "永远",
    "终身",   "根治",     "治愈",       "有效率",   "成功率",   "最好",     "最佳",   "最安全",
    "最先进", "第一",     "唯一",       "国家级",   "顶级",     "明星",     "网红",   "体验官",
    "推荐官", "代言",     "案例",       "别家",     "同行",     "焦虑",     "显老",   "难看",
    "肉毒",   "免费",     "无效退款",   "包退",     "立竿见影", "一劳永逸", "赶紧",   "限时",
    "错过",   "无毒",     "零痛",       "放心吧"};

static char *
read_shipped(const char *name)
{
    char *text = arena_alloc(&arena, 65536);
    FILE *file = fopen(name, "r");
    ck_assert_ptr_nonnull(file);
    text[fread(text, 1, 65535, file)] = '\0';
    fclose(file);
    return text;
}

START_TEST(test_visit_packs_promises)
{
    const struct packs own = {scratch.folder, "share/medi"};
    const char *text = read_shipped("share/medi/objections.yaml");
    const char *at = strstr(text, "    answer: ");
    ck_assert_ptr_nonnull(at);
    at += strlen("    answer: ");
    scratch_write(&scratch, "objections.yaml",
                  arena_printf(&arena, "%.*s「%s」%s", (int)(at - text), text, promises[_i], at));
    ck_assert_int_eq(load_objections(&own), -1);
    ck_assert_msg(strstr(err.text, promises[_i]), "%s: %s", promises[_i], err.text);
}
END_TEST

/* ---- care --------------------------------------------------------------------------------------------------- */

START_TEST(test_visit_packs_care)
{
    OK(load_care(&shipped));
    ck_assert_int_eq(care.count, 8);
    for (int i = 0; care_project_kinds[i]; i++) {
        const struct care_advice *advice = care_find(&care, care_project_kinds[i]);
        ck_assert_msg(advice && strlen(advice->advice) > 30, "%s", care_project_kinds[i]);
    }
    ck_assert_ptr_null(care_find(&care, "magic"));
}
END_TEST

/* ---- adverse events ----------------------------------------------------------------------------------------- */

/* By hand, from the table of LEGAL.md and the sources that the pack names: days for each grade from 1, -1 none. */
static const struct {
    unsigned of;
    int days[ADVERSE_GRADES + 1];
} wanted_days[] = {
    {ADVERSE_DEVICE, {0, -1, -1, 20, 20, 7}},
    {ADVERSE_DRUG, {0, 30, 30, 15, 15, 0}},
    {ADVERSE_PROCEDURE, {0, -1, -1, 15, 1, 0}},
};

static int
days_by_hand(unsigned of, int grade)
{
    int least = -1;
    for (int i = 0; i < 3; i++)
        if (wanted_days[i].of & of && wanted_days[i].days[grade] >= 0 &&
            (least < 0 || wanted_days[i].days[grade] < least))
            least = wanted_days[i].days[grade];
    return least;
}

START_TEST(test_visit_packs_adverse)
{
    OK(load_adverse(&shipped));
    ck_assert_int_ge(adverse.kind_count, 20);
    for (int i = 0; i < adverse.kind_count; i++)
        for (int grade = 1; grade <= ADVERSE_GRADES; grade++)
            for (unsigned used = 0; used <= ADVERSE_ALL; used++) {
                const struct adverse_kind *kind = &adverse.kinds[i];
                const struct adverse_rule *rule = adverse_due(&adverse, kind, grade, used);
                ck_assert_msg((rule ? (int)rule->days : -1) == days_by_hand(kind->of & used, grade),
                              "%s grade %d used %u", kind->name, grade, used);
            }
    ck_assert_ptr_eq(adverse_find(&adverse, "灼伤", &err), adverse_find(&adverse, "burn", &err));
    ck_assert_ptr_null(adverse_find(&adverse, "burns", &err));
    ck_assert_str_eq(err.text, "burns: no such kind in adverse.yaml; did you mean burn");
}
END_TEST

/* Every rule is somebody's deadline, and says whether its figure was read in the text of the law. */
START_TEST(test_visit_packs_rules)
{
    OK(load_adverse(&shipped));
    for (int r = 0; r < adverse.rule_count; r++) {
        const struct adverse_rule *rule = &adverse.rules[r];
        int with = 0, without = 0;
        for (int i = 0; i < adverse.kind_count; i++)
            for (int grade = 1; grade <= ADVERSE_GRADES; grade++)
                *(adverse_due(&adverse, &adverse.kinds[i], grade, rule->of) == rule ? &with
                                                                                    : &without) +=
                    1;
        ck_assert_msg(with > 0 && without > 0, "%s", rule->id);
        ck_assert_msg(!rule->confirmed, "%s: its text is not in law/", rule->id);
    }
}
END_TEST

Suite *
visit_packs_suite(void)
{
    Suite *suite = suite_create("visit_packs");
    TCase *packs = tcase_create("packs");
    tcase_add_checked_fixture(packs, setup, teardown);
    tcase_add_loop_test(packs, test_visit_packs_wrong, 0, sizeof wrongs / sizeof *wrongs);
    tcase_add_loop_test(packs, test_visit_packs_absent, 0, 4);
    tcase_add_test(packs, test_visit_packs_exams);
    tcase_add_test(packs, test_visit_packs_objections);
    tcase_add_loop_test(packs, test_visit_packs_promises, 0, sizeof promises / sizeof *promises);
    tcase_add_test(packs, test_visit_packs_care);
    tcase_add_test(packs, test_visit_packs_adverse);
    tcase_add_test(packs, test_visit_packs_rules);
    suite_add_tcase(suite, packs);
    return suite;
}
