#include "scratch.h"

#include "client/segments.h"
#include "client/tags.h"
#include "client/tiers.h"
#include "client/touches.h"
#include "db/relation.h"
#include "db/sql.h"
#include "record/kind.h"

Suite *rules_suite(void);

/* The packs segments, tiers, tags and touches: what is shipped, and what a reader refuses. */

static struct scratch scratch;
static struct arena arena;
static struct err err;
static const struct packs shipped = {NULL, "share/medi"};

static void
setup(void)
{
    scratch_make(&scratch);
    arena_init(&arena);
    err = (struct err){0};
}

static void
teardown(void)
{
    arena_release(&arena);
    scratch_remove(&scratch);
}

/* ---- what is shipped ------------------------------------------------------------------------------------ */

START_TEST(test_rules_shipped)
{
    struct segments segments;
    struct tiers tiers;
    struct tags tags;
    OK(segments_load(&arena, &shipped, &segments, &err));
    OK(tiers_load(&arena, &shipped, &tiers, &err));
    OK(tags_load(&arena, &shipped, &tags, &err));
    ck_assert_int_eq(segments.rule_count, 3);
    ck_assert_int_ge(segments_find(&segments, "ordinary"), 0);
    ck_assert_int_eq(tiers.count, 4);
    ck_assert_int_gt(tiers.items[0].benefit_count, 0);
    int visited = tags_find(&tags, "visited-no-deal");
    ck_assert_int_ge(visited, 0);
    ck_assert_str_eq(tags.rules[visited].zh, "到院未成交");
}
END_TEST

/* Each cut counts at its edge and not beyond it. */
START_TEST(test_rules_cuts)
{
    struct segments segments;
    OK(segments_load(&arena, &shipped, &segments, &err));
    for (int i = 0; i < segments.line_count; i++) {
        const struct score_line *line = &segments.lines[i];
        for (int j = 0; j < line->count; j++) {
            const struct cut *cut = &line->cuts[j];
            struct measures measures;
            measures_clear(&measures);
            ck_assert_int_eq(score_line_points(line, &measures), 0);
            bool from = cut->from != NO_VALUE;
            measures.of[line->measure] = from ? cut->from : cut->below - 1;
            ck_assert_int_eq(score_line_points(line, &measures), cut->points);
            measures.of[line->measure] = from ? cut->from - 1 : cut->below;
            ck_assert_int_lt(score_line_points(line, &measures), cut->points);
        }
    }
}
END_TEST

/* The example of every alternative breaks and passes: the reader saw to it; here each is changed and refused. */
START_TEST(test_rules_score_of_the_best)
{
    struct segments segments;
    struct measures measures;
    OK(segments_load(&arena, &shipped, &segments, &err));
    for (int i = 0; i < MEASURES; i++)
        measures.of[i] = i == M_RECENCY_DAYS || i == M_OVERDUE_MILLI ? 0 : INT64_C(1) << 40;
    ck_assert_int_eq(segments_score(&segments, &measures), SCORE_MOST);
    struct placing placing = segments_place(&segments, &measures);
    ck_assert_str_eq(segments_rule(&segments, placing.segment)->name, "high-value");
    measures_clear(&measures);
    placing = segments_place(&segments, &measures);
    ck_assert_int_eq(placing.score, 0);
    ck_assert_str_eq(segments_rule(&segments, placing.segment)->name, "ordinary");
    ck_assert_str_eq(segments_reasons(&arena, &segments, placing.reasons), "otherwise");
    measures.of[M_OVERDUE_MILLI] = 1500;
    measures.of[M_YEAR_FEN] = 9000000;
    placing = segments_place(&segments, &measures);
    ck_assert_str_eq(segments_rule(&segments, placing.segment)->name, "at-risk");
    const char *kept = segments_reasons(&arena, &segments, placing.reasons);
    ck_assert_str_eq(kept, "at-risk/overdue,high-value/year-spend");
    ck_assert_str_eq(segments_words(&arena, &segments, kept, true),
                     "距上次到院已达自身周期的 1.5 倍；一年净消费 2 万元以上");
    ck_assert_str_eq(segments_words(&arena, &segments, "gone/away", true), "gone/away");
}
END_TEST

/* ---- what is refused ---------------------------------------------------------------------------------------- */

#define ANY(when, passes, fails)                                                                   \
    "    any: [{reason: r, says: s, zh: z, when: " when ", passes: " passes ", fails: " fails "}]" \
    "\n"
#define TIER(rest)                                                                                 \
    "tiers:\n  - tier: gold\n    zh: z\n    says: s\n    benefits: [{says: s, zh: z}]\n" rest
#define GOOD ANY("{visits_from: 2}", "{visits: 2}", "{visits: 1}")

static const struct wrong {
    const char *text, *words;
} wrong_tiers[] = {
    {TIER(""), "any: missing; without it nothing decides this"},
    {TIER("    any: []\n"), "any: missing"},
    {TIER(ANY("{}", "{visits: 2}", "{}")), "when: missing; it says what decides this"},
    {TIER(ANY("{visit_from: 2}", "{visits: 2}", "{}")),
     "visit: no such measure; did you mean visits?"},
    {TIER(ANY("{visits: 2}", "{visits: 2}", "{}")),
     "visits: expected MEASURE_from or MEASURE_below"},
    {TIER(ANY("{visits_from: x}", "{visits: 2}", "{}")), "visits_from"},
    {TIER(ANY("{visits_from: 2}", "{visits: 1}", "{}")), "passes: this example does not pass"},
    {TIER(ANY("{visits_from: 2}", "{visits: 2}", "{visits: 3}")), "fails: this example passes"},
    {TIER(ANY("{visits_from: 2}", "{visits: 2}", "{visited: 3}")), "visited: no such measure"},
    {TIER("    any: [{reason: r, says: s, zh: z, when: {visits_from: 2}, passes: {visits: 2}}]\n"),
     "fails: missing; it is an example"},
    {TIER("    any: [{says: s, zh: z, when: {visits_from: 2}}]\n"), "needs reason, says and zh"},
    {TIER("    any: [{reason: a b, says: s, zh: z, when: {visits_from: 2}}]\n"),
     "must be one word"},
    {TIER(GOOD) "  - {tier: gold, zh: z, says: s, benefits: [{says: s, zh: z}], "
                "any: [{reason: r, says: s, zh: z, when: {visits_from: 2}, passes: {visits: 2}, "
                "fails: {visits: 1}}]}\n",
     "gold: is there twice"},
    {"tiers:\n  - tier: gold\n    zh: z\n    says: s\n" GOOD, "benefits: missing"},
    {"tiers: []\n", "expected a list"},
    {"keep_days: -1\n" TIER(GOOD), "keep_days: must not be below 0"},
    {"tier:\n", "tier"},
};
enum { WRONG_TIERS = sizeof wrong_tiers / sizeof *wrong_tiers };

START_TEST(test_rules_wrong_tiers)
{
    const struct packs own = {scratch.folder, "share/medi"};
    struct tiers tiers;
    scratch_write(&scratch, "tiers.yaml", wrong_tiers[_i].text);
    FAILS(tiers_load(&arena, &own, &tiers, &err), ERR_DATA, wrong_tiers[_i].words);
    ck_assert_ptr_nonnull(strstr(err.text, "tiers.yaml:"));
}
END_TEST

#define SEGMENTS "segments:\n  - segment: a\n    zh: z\n    says: s\n" GOOD
#define OTHERWISE "otherwise: {segment: b, zh: z, says: s}\n"
static const struct wrong wrong_segments[] = {
    {"score: [{measure: visits, cuts: [{from: 1, points: 99}]}]\n" SEGMENTS OTHERWISE,
     "the greatest points make 99, must make 100"},
    {"score: [{measure: visit, cuts: [{from: 1, points: 100}]}]\n" SEGMENTS OTHERWISE,
     "measure: visit: no such measure"},
    {"score: [{measure: visits, cuts: [{points: 100}]}]\n" SEGMENTS OTHERWISE,
     "needs one of from and below"},
    {"score: [{measure: visits, cuts: [{from: 1, points: 100}, {from: 2, points: 9}]}]\n" SEGMENTS
         OTHERWISE,
     "this cut never counts"},
    {"score: [{measure: visits, cuts: [{from: 1, points: 100}, {below: 2, points: 9}]}]\n" SEGMENTS
         OTHERWISE,
     "from and below do not go together"},
    {"score: [{measure: visits, cuts: [{from: 1, points: 101}]}]\n" SEGMENTS OTHERWISE,
     "points: must be from 0 to 100"},
    {"score: [{measure: visits, cuts: [{from: 1, points: 100}]}]\n" SEGMENTS, "otherwise: missing"},
    {"score: [{measure: visits, cuts: [{from: 1, points: 100}]}]\n" SEGMENTS
     "otherwise: {segment: a, zh: z, says: s}\n",
     "a: is there twice"},
    {SEGMENTS OTHERWISE, "score: missing"},
    {"score: [{measure: visits, cuts: [{from: 1, points: 100}]}]\n" OTHERWISE, "segments: missing"},
};
enum { WRONG_SEGMENTS = sizeof wrong_segments / sizeof *wrong_segments };

START_TEST(test_rules_wrong_segments)
{
    const struct packs own = {scratch.folder, "share/medi"};
    struct segments segments;
    scratch_write(&scratch, "segments.yaml", wrong_segments[_i].text);
    FAILS(segments_load(&arena, &own, &segments, &err), ERR_DATA, wrong_segments[_i].words);
}
END_TEST

START_TEST(test_rules_wrong_tags)
{
    static const struct wrong wrong[] = {
        {"tags: []\n", "expected a list"},
        {"tags: [{tag: a, zh: z}]\n", "needs tag, zh and says"},
        {"tags: [{tag: a, zh: z, says: s}, {tag: a, zh: z, says: s}]\n", "a: is there twice"},
        {"tags: [{tag: a, zh: z, says: s, any: []}]\n", "any: missing"},
        {"tags: [{tag: a, zh: z, says: s, anyone: []}]\n", "anyone"},
    };
    const struct packs own = {scratch.folder, "share/medi"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct tags tags;
        scratch_write(&scratch, "tags.yaml", wrong[i].text);
        FAILS(tags_load(&arena, &own, &tags, &err), ERR_DATA, wrong[i].words);
    }
}
END_TEST

/* ---- touches ------------------------------------------------------------------------------------------------ */

START_TEST(test_rules_touches)
{
    struct touches touches;
    OK(touches_load(&arena, &shipped, &touches, &err));
    ck_assert_int_ge(touches.count, 18);
    ck_assert_ptr_nonnull(touches_by_hand(&touches, "wechat", &err));
    ck_assert_ptr_null(touches_by_hand(&touches, "wechta", &err));
    ck_assert_ptr_nonnull(strstr(err.text, "did you mean wechat?"));
    ck_assert_ptr_null(touches_by_hand(&touches, "payment", &err));
    ck_assert_ptr_nonnull(strstr(err.text, "is not recorded by hand"));
    ck_assert_ptr_null(touches_by_hand(&touches, "zzzzzzzz", &err));
}
END_TEST

START_TEST(test_rules_wrong_touches)
{
    static const struct wrong wrong[] = {
        {"touches: []\n", "expected a list"},
        {"touches: [{kind: a, from: touch, zh: z}]\n", "needs kind, from, zh and says"},
        {"touches: [{kind: a, from: t, zh: z, says: s}, {kind: a, from: t, zh: z, says: s}]\n",
         "a: is there twice"},
        {"touches: [{kind: a, from: t, zh: z, says: s}]\nquiet: [{table: x}]\n",
         "needs table and why"},
        {"touch: []\n", "touch"},
    };
    const struct packs own = {scratch.folder, "share/medi"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct touches touches;
        scratch_write(&scratch, "touches.yaml", wrong[i].text);
        FAILS(touches_load(&arena, &own, &touches, &err), ERR_DATA, wrong[i].words);
    }
}
END_TEST

/* The hand kinds are those that can be imported. */
START_TEST(test_rules_touch_kind)
{
    struct touches touches;
    const struct kind *kind = kind_load(&arena, &shipped, "touches", &err);
    OK(touches_load(&arena, &shipped, &touches, &err));
    ck_assert_ptr_nonnull(kind);
    const struct kind_column *column = &kind->columns[kind_column(kind, "kind")];
    int by_hand = 0, words = 0;
    for (int i = 0; i < column->word_count; i++) {
        words += strcmp(column->words[i].text, column->words[i].word) == 0;
        ck_assert_ptr_nonnull(touches_by_hand(&touches, column->words[i].word, &err));
    }
    for (int i = 0; i < touches.count; i++)
        by_hand += strcmp(touches.kinds[i].from, "touch") == 0;
    ck_assert_int_eq(by_hand, words);
}
END_TEST

/* Every table that refers to a client is on the timeline, or is said to be no contact: a table that is added later
 * cannot be forgotten. */
START_TEST(test_rules_touch_tables)
{
    struct scratch other;
    struct db *db;
    struct touches touches;
    struct referrer *list;
    int count;
    const char *timeline = sql_get(SQL_CLIENT_TIMELINE)->text;
    OK(touches_load(&arena, &shipped, &touches, &err));
    scratch_database(&other, "");
    OK(db_open(&db, other.file, DB_READ, NULL, &err));
    OK(relation_referrers(db, &arena, "client", &list, &count, &err));
    ck_assert_int_gt(count, 20);
    for (int i = 0; i < count; i++) {
        bool known = false;
        for (int j = 0; j < touches.quiet_count; j++)
            known |= strcmp(touches.quiet[j], list[i].table) == 0;
        for (int j = 0; j < touches.count && !known; j++)
            known = strcmp(touches.kinds[j].from, list[i].table) == 0 &&
                    strstr(timeline, list[i].table);
        ck_assert_msg(known, "%s refers to a client: put it into touches.yaml and timeline.sql",
                      list[i].table);
    }
    for (int i = 0; i < touches.count; i++) {
        const char *quoted = arena_printf(&arena, "'%s'", touches.kinds[i].kind);
        bool by_hand = strcmp(touches.kinds[i].from, "touch") == 0;
        ck_assert_msg(by_hand || strstr(timeline, quoted), "%s: not in timeline.sql", quoted);
    }
    db_close(db);
    scratch_remove(&other);
}
END_TEST

Suite *
rules_suite(void)
{
    Suite *suite = suite_create("rules");
    TCase *all = tcase_create("packs of clients");
    tcase_add_checked_fixture(all, setup, teardown);
    tcase_add_test(all, test_rules_shipped);
    tcase_add_test(all, test_rules_cuts);
    tcase_add_test(all, test_rules_score_of_the_best);
    tcase_add_loop_test(all, test_rules_wrong_tiers, 0, WRONG_TIERS);
    tcase_add_loop_test(all, test_rules_wrong_segments, 0, WRONG_SEGMENTS);
    tcase_add_test(all, test_rules_wrong_tags);
    tcase_add_test(all, test_rules_touches);
    tcase_add_test(all, test_rules_wrong_touches);
    tcase_add_test(all, test_rules_touch_kind);
    tcase_add_test(all, test_rules_touch_tables);
    suite_add_tcase(suite, all);
    return suite;
}
