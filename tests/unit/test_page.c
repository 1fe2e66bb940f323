/* Pages and the courses drawn in them. Broken once, and seen to fail: without markup_add_bdi in add_cell a name is a tag; with `open`
 * left true over a gap the line goes on; with the grid from the lowest figure the axis does not begin at nought. */
#include "scratch.h"

#include <math.h>
#include <string.h>

#include "base/str.h"
#include "report/page.h"
#include "report/words.h"

Suite *page_suite(void);

static struct str out;

static void
setup(void)
{
    out = (struct str)STR_INIT;
}

static void
teardown(void)
{
    str_release(&out);
}

static int
times(const char *what)
{
    int count = 0;
    for (const char *at = strstr(out.text, what); at; at = strstr(at + 1, what))
        count++;
    return count;
}

static void
plain(const void *context, double value, char text[24])
{
    (void)context;
    snprintf(text, 24, "%g", value);
}

static const char *const labels[] = {"1", "2", "3", "4", "5"};

static void
draw(const struct chart_point *points, const double *goal)
{
    const struct chart_series series = {.name = "x", .points = points};
    const struct chart chart = {.title = "a < b",
                                .labels = labels,
                                .count = 5,
                                .series = &series,
                                .series_count = 1,
                                .goal = goal,
                                .words = plain};
    chart_trend(&out, &chart);
}

START_TEST(the_grid_has_round_steps)
{
    static const struct {
        double range;
        int most;
        double step;
    } cases[] = {{10, 4, 5},        {8, 4, 2}, {4, 4, 1},   {0.9, 4, 0.5}, {470000, 4, 200000},
                 {0.004, 4, 0.001}, {0, 4, 1}, {NAN, 4, 1}, {12, 0, 20}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_double_eq_tol(chart_step(cases[i].range, cases[i].most), cases[i].step, 1e-12);
}
END_TEST

START_TEST(a_gap_is_a_gap)
{
    const struct chart_point points[5] = {{.value = 450, .known = true},
                                          {.value = 460, .known = true},
                                          {.known = false},
                                          {.value = 455, .known = true, .says = "d: <455>"},
                                          {.value = 470, .known = true}};
    draw(points, NULL);
    const char *line = strstr(out.text, "class=\"line c0\" d=\"");
    ck_assert_ptr_nonnull(line);
    int moves = 0;
    for (const char *at = strchr(line, 'M'), *end = strstr(line, "/>"); at && at < end;
         at = strchr(at + 1, 'M'))
        moves++;
    ck_assert_int_eq(moves, 2);
    ck_assert_int_eq(times("<circle"), 4);
    ck_assert_int_eq(times("<title>d: &lt;455&gt;</title>"), 1);
    ck_assert_int_eq(times("aria-label=\"a &lt; b\""), 1);
}
END_TEST

START_TEST(the_axis_begins_at_nought)
{
    const struct chart_point points[5] = {{.value = 450, .known = true},
                                          {.value = 470, .known = true}};
    const double goal = 600;
    draw(points, &goal);
    ck_assert_int_eq(times("text-anchor=\"end\">0</text>"), 1);
    ck_assert_int_eq(times("text-anchor=\"end\">600</text>"), 1);
    ck_assert_int_eq(times("class=\"goal\""), 1);
}
END_TEST

START_TEST(below_nought_has_room)
{
    const struct chart_point points[5] = {{.value = -30, .known = true},
                                          {.value = 70, .known = true}};
    draw(points, NULL);
    ck_assert_int_eq(times("text-anchor=\"end\">-50</text>"), 1);
    ck_assert_int_eq(times("text-anchor=\"end\">100</text>"), 1);
}
END_TEST

START_TEST(nothing_known_is_drawn_empty)
{
    const struct chart_point points[5] = {{0}};
    draw(points, NULL);
    ck_assert_int_eq(times("<circle"), 0);
    ck_assert_ptr_null(strstr(out.text, "nan"));
    str_clear(&out);
    chart_spark(&out, points, 5);
    ck_assert_str_eq(out.text, "");
}
END_TEST

START_TEST(an_interval_is_a_band)
{
    struct chart_point points[5];
    for (int i = 0; i < 5; i++)
        points[i] = (struct chart_point){
            .value = 30, .low = 20, .high = 40, .known = true, .interval = i != 2};
    draw(points, NULL);
    ck_assert_int_eq(times("class=\"w0\""), 2); /* before and behind the one without */
    ck_assert_int_eq(times("text-anchor=\"end\">40</text>"), 1);
}
END_TEST

START_TEST(names_are_text)
{
    const struct page_column columns[] = {{.name = "<b>"},
                                          {.name = "n", .number = true, .bar = true}};
    const struct page_cell cells[] = {{.text = "\"><script>x</script>"},
                                      {.text = "1 & 2", .size = 4},
                                      {.text = "o"},
                                      {.size = 1}};
    const struct page_card card = {.name = "<i>",
                                   .value = "<",
                                   .change = "+1",
                                   .mood = PAGE_BAD,
                                   .target = "t>",
                                   .reached = 2};
    const struct page_part parts[] = {
        {.kind = PAGE_TABLE,
         .id = "t",
         .title = "T<",
         .count = 2,
         .columns = columns,
         .column_count = 2,
         .cells = cells},
        {.kind = PAGE_CARDS, .id = "c", .title = "C", .count = 1, .cards = &card},
        {.kind = PAGE_TABLE, .id = "e", .title = "E", .none = "<none>"}};
    const struct page page = {.lang = "en",
                              .title = "<t>",
                              .period = "p",
                              .made = "m",
                              .style = "",
                              .parts = parts,
                              .part_count = 3};
    page_write(&out, &page);
    ck_assert_int_eq(times("<script"), 0);
    ck_assert_int_eq(times("<b>") + times("<i>") + times("<t>") + times("<none>"), 0);
    ck_assert_int_eq(times("&quot;&gt;&lt;script&gt;x&lt;/script&gt;"), 1);
    ck_assert_int_eq(times("--p:100.0%"), 1);
    ck_assert_int_eq(times("--p:25.0%"), 1);
    ck_assert_int_eq(times("<span>—</span>"), 1); /* nothing is known */
    ck_assert_int_eq(times("class=\"change bad\""), 1);
    ck_assert_int_eq(times("width:100%"), 1); /* more than all is all */
}
END_TEST

START_TEST(figures_have_words)
{
    struct arena arena;
    arena_init(&arena);
    static const struct {
        enum unit unit;
        int64_t value;
        const char *zh, *en, *cell;
    } cases[] = {
        {UNIT_COUNT, 1234567, "1,234,567", "1,234,567", "1,234,567"},
        {UNIT_COUNT, -12, "\u221212", "\u221212", "\u221212"},
        {UNIT_FEN, 45630000, "¥45.63万", "¥456.3k", "456,300"},
        {UNIT_FEN, 123456789000, "¥12.35亿", "¥1.235bn", "1,234,567,890"},
        {UNIT_FEN_PER, 379249, "¥3,792", "¥3,792", "3,792"},
        {UNIT_RATIO, 459000, "45.9 %", "45.9 %", "45.9 %"},
        {UNIT_PERMILLE, 2100, "2.1 ‰", "2.1 ‰", "2.1 ‰"},
        {UNIT_PER, 12460000, "12.46", "12.46", "12.46"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ck_assert_str_eq(words_value(&arena, cases[i].unit, cases[i].value, true), cases[i].zh);
        ck_assert_str_eq(words_value(&arena, cases[i].unit, cases[i].value, false), cases[i].en);
        ck_assert_str_eq(words_cell(&arena, cases[i].unit, cases[i].value), cases[i].cell);
    }
    ck_assert_str_eq(words_change(&arena, UNIT_RATIO, 500000, 450000, false), "-5.0 points");
    ck_assert_str_eq(words_change(&arena, UNIT_FEN, 20000, 25000, false), "+25.0 %");
    ck_assert_str_eq(words_change(&arena, UNIT_FEN, -20000, -10000, false), "+50.0 %");
    ck_assert_ptr_null(words_change(&arena, UNIT_COUNT, 0, 5, false));
    arena_release(&arena);
}
END_TEST

Suite *
page_suite(void)
{
    Suite *suite = suite_create("page");
    TCase *tests = tcase_create("page");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, the_grid_has_round_steps);
    tcase_add_test(tests, a_gap_is_a_gap);
    tcase_add_test(tests, the_axis_begins_at_nought);
    tcase_add_test(tests, below_nought_has_room);
    tcase_add_test(tests, nothing_known_is_drawn_empty);
    tcase_add_test(tests, an_interval_is_a_band);
    tcase_add_test(tests, names_are_text);
    tcase_add_test(tests, figures_have_words);
    suite_add_tcase(suite, tests);
    return suite;
}
