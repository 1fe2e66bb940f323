#include <check.h>
#include <locale.h>
#include <stdlib.h>

#include "cli/common.h"
#include "cli/verbs.h"
#include "probe.h"
#include "text/zonefile.h"

Suite *opt_suite(void);

static struct arena arena;
static struct err err;
static struct probe_args args;
static struct common common;
static struct opt_parse parse;

static void
setup(void)
{
    setlocale(LC_ALL, "C"); /* the messages as they are written */
    arena_init(&arena);
    memset(&args, 0xA5, sizeof args); /* defaults must be set, not found */
    memset(&common, 0xA5, sizeof common);
    err = (struct err){0};
    parse = (struct opt_parse){.arena = &arena,
                               .own = probe_options,
                               .args = &args,
                               .common = common_options(&probe_verbs[0], &arena),
                               .common_args = &common,
                               .operands = probe_operands};
}

static void
teardown(void)
{
    arena_release(&arena);
}

/* Parses words up to NULL; then the operands if `operands`. */
static int
read_words(const char *const *words, bool operands)
{
    char *copy[32];
    int count = 0;
    for (; words[count]; count++)
        copy[count] = arena_strdup(&arena, words[count]);
    err_clear(&err);
    if (opt_parse(&parse, count, copy, &err))
        return -1;
    return operands ? opt_parse_operands(&parse, &err) : 0;
}

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})
#define READS(...) ck_assert_msg(read_words(WORDS(__VA_ARGS__), true) == 0, "refused: %s", err.text)
#define REFUSES(wanted, ...)                                                                       \
    do {                                                                                           \
        ck_assert_int_eq(read_words(WORDS(__VA_ARGS__), true), -1);                                \
        ck_assert_str_eq(err.text, wanted);                                                        \
        ck_assert_int_eq(err.kind, ERR_USAGE);                                                     \
    } while (0)

/* ---- forms of words ---- */

START_TEST(test_defaults)
{
    READS("visits");
    ck_assert(!args.fast);
    ck_assert_ptr_null(args.name);
    ck_assert_ptr_null(args.mode);
    ck_assert_ptr_null(args.map);
    ck_assert_int_eq(args.tags.count, 0);
    ck_assert(args.count == OPT_UNSET && args.from == OPT_UNSET && args.at == OPT_UNSET);
    ck_assert(args.until == OPT_UNSET && args.price == OPT_UNSET);
    ck_assert(!common.quiet && !common.help && common.wait == OPT_UNSET);
    ck_assert_str_eq(args.kind, "visits");
    ck_assert_int_eq(args.files.count, 0);
}
END_TEST

START_TEST(test_forms)
{
    READS("--name", "a b", "visits", "--map=x=y", "-c", "12", "-t1", "-qf", "f1", "-t", "2", "-");
    ck_assert_str_eq(args.name, "a b");
    ck_assert_str_eq(args.map, "x=y");
    ck_assert_int_eq(args.count, 12);
    ck_assert(args.fast && common.quiet);
    ck_assert_int_eq(args.tags.count, 2);
    ck_assert_str_eq(args.tags.items[0], "1");
    ck_assert_str_eq(args.tags.items[1], "2");
    ck_assert_str_eq(args.kind, "visits");
    ck_assert_int_eq(args.files.count, 2);
    ck_assert_str_eq(args.files.items[0], "f1");
    ck_assert_str_eq(args.files.items[1], "-");
}
END_TEST

START_TEST(test_bundle_with_value)
{
    READS("-fqc7", "visits");
    ck_assert(args.fast && common.quiet);
    ck_assert_int_eq(args.count, 7);
    READS("-fc", "8", "visits");
    ck_assert_int_eq(args.count, 8);
}
END_TEST

START_TEST(test_double_dash)
{
    READS("--", "--name", "-f", "--");
    ck_assert_str_eq(args.kind, "--name");
    ck_assert_int_eq(args.files.count, 2);
    ck_assert_str_eq(args.files.items[1], "--");
    ck_assert(!args.fast);
}
END_TEST

START_TEST(test_last_wins)
{
    READS("--count", "1", "--count", "2", "visits");
    ck_assert_int_eq(args.count, 2);
}
END_TEST

START_TEST(test_value_may_begin_with_dash)
{
    READS("-c", "-5", "--name", "--fast", "visits");
    ck_assert_int_eq(args.count, -5);
    ck_assert_str_eq(args.name, "--fast");
    ck_assert(!args.fast);
}
END_TEST

START_TEST(test_empty_text)
{
    READS("--name=", "visits");
    ck_assert_str_eq(args.name, "");
}
END_TEST

/* ---- refusals ---- */

START_TEST(test_unknown)
{
    REFUSES("--fats: no such option; did you mean --fast?", "--fats", "visits");
    REFUSES("--quiett: no such option; did you mean --quiet?", "--quiett", "visits");
    REFUSES("--xyzzyx: no such option; --help lists them", "--xyzzyx=1", "visits");
    REFUSES("-x: no such option; --help lists them", "-fx", "visits");
    REFUSES("-é: no such option; --help lists them", "-é", "visits");
}
END_TEST

START_TEST(test_no_prefixes)
{
    REFUSES("--fas: no such option; did you mean --fast?", "--fas", "visits");
    REFUSES("--pric: no such option; did you mean --price?", "--pric=1", "visits");
}
END_TEST

START_TEST(test_values_missing)
{
    REFUSES("--name: a value is missing: --name NAME", "visits", "--name");
    REFUSES("--count: a value is missing: --count N", "visits", "-fc");
    REFUSES("--fast: takes no value", "--fast=yes", "visits");
}
END_TEST

START_TEST(test_operands)
{
    REFUSES("KIND is missing", "-f");
    REFUSES("KIND: is empty", "");
    REFUSES("KIND: is not UTF-8; set the terminal to UTF-8", "\xB5\xBD");
    READS("visits", "\xB5\xBD.csv"); /* a file may be called anything */
    parse.operands = probe_word_operand;
    struct probe_word word;
    parse.args = &word;
    parse.own = NULL;
    REFUSES("b: one word too many", "a", "b");
    READS("a");
    ck_assert_str_eq(word.word, "a");
    parse.operands = NULL;
    REFUSES("a: one word too many", "a");
}
END_TEST

/* ---- values ---- */

START_TEST(test_int)
{
    READS("--count=+7", "visits");
    ck_assert_int_eq(args.count, 7);
    READS("--count=9223372036854775807", "visits");
    ck_assert(args.count == INT64_MAX);
    REFUSES("--count: 1.5: expected a whole number", "--count=1.5", "visits");
    REFUSES("--count: : expected a whole number", "--count=", "visits");
    REFUSES("--count: -: expected a whole number", "--count=-", "visits");
    REFUSES("--count:  7: expected a whole number", "--count= 7", "visits");
    REFUSES("--count: 0x10: expected a whole number", "-c0x10", "visits");
    REFUSES("--count: 9223372036854775808: expected a number of at most 18 digits",
            "--count=9223372036854775808", "visits");
    REFUSES("--count: -9223372036854775808: expected a number of at most 18 digits",
            "--count=-9223372036854775808", "visits");
}
END_TEST

START_TEST(test_money)
{
    READS("--price=¥1,280.50", "visits");
    ck_assert_int_eq(args.price, 128050);
    REFUSES("--price: 1.234: expected an amount in yuan, as 1280 or 1280.50", "--price=1.234",
            "visits");
}
END_TEST

START_TEST(test_choice)
{
    READS("--mode", "replace", "visits");
    ck_assert_str_eq(args.mode, "replace");
    REFUSES("--mode: replac: expected one of append, replace; did you mean replace?",
            "--mode=replac", "visits");
    REFUSES("--mode: : expected one of append, replace", "--mode=", "visits");
}
END_TEST

START_TEST(test_text)
{
    REFUSES("--name: the value is not UTF-8; set the terminal to UTF-8", "--name=\xFF", "visits");
    REFUSES("--tag: the value is not UTF-8; set the terminal to UTF-8", "-t\xC0\x80", "visits");
    REFUSES("--map: the value is empty; expected a file name", "--map=", "visits");
    REFUSES("--folder: the value is empty; expected a directory", "--folder=", "visits");
    READS("--map=\xB5\xBD", "visits");
}
END_TEST

/* ---- days and moments; a zone of UTC+8 whose now is 2025-06-10 01:00 there ---- */

static const struct zone *
shanghai(void)
{
    const struct zone *zone = zone_load(&arena, ZONE_DEFAULT, &err);
    ck_assert_msg(zone != NULL, "%s", err.text);
    return zone;
}

static const int64_t now = 1749488400; /* 2025-06-09T17:00:00Z */

static int64_t
day_of(const char *text)
{
    READS("visits", "--from", text);
    ck_assert(args.from == OPT_UNSET); /* not before the zone is known */
    ck_assert_int_eq(opt_parse_times(&parse, shanghai(), now, &err), 0);
    return args.from;
}

START_TEST(test_days)
{
    int64_t today = day_from_civil(2025, 6, 10);
    ck_assert_int_eq(day_of("today"), today);
    ck_assert_int_eq(day_of("yesterday"), today - 1);
    ck_assert_int_eq(day_of("明天"), today + 1);
    ck_assert_int_eq(day_of("-7d"), today - 7);
    ck_assert_int_eq(day_of("+2w"), today + 14);
    ck_assert_int_eq(day_of("-3m"), day_from_civil(2025, 3, 10));
    ck_assert_int_eq(day_of("+1y"), day_from_civil(2026, 6, 10));
    ck_assert_int_eq(day_of("2025-02"), day_from_civil(2025, 2, 1));
    ck_assert_int_eq(day_of("2025/2"), day_from_civil(2025, 2, 1));
    ck_assert_int_eq(day_of("2025年12月"), day_from_civil(2025, 12, 1));
    ck_assert_int_eq(day_of("2025年6月1日"), day_from_civil(2025, 6, 1));
    ck_assert_int_eq(day_of("20250601"), day_from_civil(2025, 6, 1));
}
END_TEST

START_TEST(test_not_days)
{
    static const char *const words[] = {
        "",
        "2025",
        "2025-13",
        "2025-02-30",
        "7d",
        "-7",
        "-7x",
        "-7dd",
        "-d",
        "-123456d",
        "+99999y",
        "-9999y",
        "2025 06",
        "2025-061",
        "2025-06-",
        "todayy",
        "2025-06-01T10:00",
        "二月",
        "2025-6666666666666666",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char expected[128];
        snprintf(expected, sizeof expected,
                 "--from: %s: expected a day, as 2025-06-01, 2025-06, today or -7d", words[i]);
        REFUSES(expected, "visits", "--from", words[i]);
    }
}
END_TEST

/* Judged from day 0 a reach back may fit that does not from today, and the other way round. */
START_TEST(test_day_out_of_range_today)
{
    int64_t late = day_from_civil(9999, 12, 31) * 86400;
    READS("visits", "--from", "+1d");
    ck_assert_int_eq(opt_parse_times(&parse, shanghai(), late, &err), -1);
    ck_assert_str_eq(err.text, "--from: +1d: outside the years 1 to 9999");
    ck_assert_int_eq(err.kind, ERR_USAGE);
}
END_TEST

static int64_t
moment_of(const char *text, int64_t *until)
{
    READS("visits", "--at", text, "--until", text);
    ck_assert_int_eq(opt_parse_times(&parse, shanghai(), now, &err), 0);
    *until = args.until;
    return args.at;
}

START_TEST(test_moments)
{
    int64_t until, midnight = day_from_civil(2025, 6, 1) * 86400 - 8 * 3600;
    ck_assert_int_eq(moment_of("2025-06-01", &until), midnight);
    ck_assert_int_eq(until, midnight + 86399);
    ck_assert_int_eq(moment_of("2025-06-01T09:30", &until), midnight + 34200);
    ck_assert_int_eq(until, midnight + 34200);
    ck_assert_int_eq(moment_of("2025-06-01 00:00", &until), midnight);
    ck_assert_int_eq(until, midnight); /* a time was given, if only midnight */
    ck_assert_int_eq(moment_of("2025-06-01T00:00:00Z", &until), midnight + 8 * 3600);
    ck_assert_int_eq(moment_of("now", &until), now);
    ck_assert_int_eq(until, now);
    ck_assert_int_eq(moment_of("today", &until), now - 3600);
    ck_assert_int_eq(moment_of("2025-06", &until), midnight);
    REFUSES("--at: noon: expected a time, as 2025-06-01T09:30, 2025-06-01 or now", "visits",
            "--at=noon");
    REFUSES("--until: 25:00: expected a time, as 2025-06-01T09:30, 2025-06-01 or now", "visits",
            "--until=25:00");
}
END_TEST

START_TEST(test_many_times)
{
    const char *words[31] = {"visits"};
    for (int i = 1; i < 30; i++)
        words[i] = "--from=today";
    ck_assert_int_eq(read_words(words, true), 0);
    ck_assert_int_eq(parse.time_count, 29);
}
END_TEST

/* ---- the common ones ---- */

START_TEST(test_common_by_verb)
{
    const struct opt *writer = common_options(&probe_verbs[0], &arena);
    const struct opt *list = common_options(&probe_verbs[2], &arena);
    const struct opt *none = common_options(&probe_verbs[6], &arena);
    ck_assert_ptr_nonnull(opt_find(writer, "dry-run"));
    ck_assert_ptr_nonnull(opt_find(writer, "wait"));
    ck_assert_ptr_null(opt_find(writer, "exit-code"));
    ck_assert_ptr_null(opt_find(list, "dry-run"));
    ck_assert_ptr_nonnull(opt_find(list, "exit-code"));
    ck_assert_ptr_null(opt_find(none, "db"));
    ck_assert_ptr_null(opt_find(none, "as-of"));
    ck_assert_ptr_nonnull(opt_find(none, "help"));
    ck_assert_ptr_null(opt_find(NULL, "help"));
}
END_TEST

START_TEST(test_common_check)
{
    READS("--excel", "--output=csv", "--wait=0", "visits");
    ck_assert_int_eq(common_check(&common, &err), 0);
    READS("--excel", "visits");
    ck_assert_int_eq(common_check(&common, &err), 0);
    READS("--excel", "-ojson", "visits");
    ck_assert_int_eq(common_check(&common, &err), -1);
    ck_assert_str_eq(err.text, "--excel: goes with --output csv, not with json");
    READS("--wait=86401", "visits");
    ck_assert_int_eq(common_check(&common, &err), -1);
    READS("--wait=-1", "visits");
    ck_assert_int_eq(common_check(&common, &err), -1);
    ck_assert_str_eq(err.text, "--wait: expected 0 to 86400 seconds");
}
END_TEST

/* ---- verbs ---- */

static const char *
found(const char *first, const char *second, int *taken)
{
    char words[2][32];
    char *list[] = {words[0], words[1]};
    snprintf(words[0], sizeof words[0], "%s", first);
    snprintf(words[1], sizeof words[1], "%s", second ? second : "");
    const struct verb *verb = verb_find(&probe_tool, second ? 2 : 1, list, taken);
    if (!verb)
        verb_unknown(&probe_tool, second ? 2 : 1, list, &err);
    return verb ? verb->name : err.text;
}

START_TEST(test_verbs)
{
    int taken;
    ck_assert_str_eq(found("import", NULL, &taken), "import");
    ck_assert_int_eq(taken, 1);
    ck_assert_str_eq(found("store", "list", &taken), "store list");
    ck_assert_int_eq(taken, 2);
    ck_assert_str_eq(found("store-id", "list", &taken), "store-id");
    ck_assert_int_eq(taken, 1);
    ck_assert_str_eq(found("improt", NULL, &taken), "improt: no such verb; did you mean import?");
    ck_assert_str_eq(found("stroe", "list", &taken),
                     "stroe: no such verb; did you mean store list?");
    ck_assert_str_eq(found("stora", NULL, &taken), "stora: no such verb; did you mean store?");
    ck_assert_str_eq(found("store", "lsit", &taken),
                     "store lsit: no such verb; did you mean store list?");
    ck_assert_str_eq(found("store", "xyzzyxyzzy", &taken),
                     "store xyzzyxyzzy: no such verb; after store comes one of: list, show");
    ck_assert_str_eq(found("store", NULL, &taken), "store: a second word is missing: list, show");
    ck_assert_str_eq(found("store", "-q", &taken), "store: a second word is missing: list, show");
    ck_assert_str_eq(found("xyzzy", NULL, &taken), "xyzzy: no such verb; --help lists them");
    ck_assert_str_eq(found("-q", NULL, &taken),
                     "-q: the verb comes first: medi-probe VERB [options]");
}
END_TEST

START_TEST(test_usage)
{
    ck_assert_str_eq(verb_usage(&probe_tool, &probe_verbs[0], &arena),
                     "medi-probe import [options] KIND [FILE...]");
    ck_assert_str_eq(verb_usage(&probe_tool, &probe_verbs[3], &arena),
                     "medi-probe store show [options] CODE");
}
END_TEST

Suite *
opt_suite(void)
{
    Suite *suite = suite_create("opt");
    TCase *words = tcase_create("words");
    tcase_add_checked_fixture(words, setup, teardown);
    tcase_add_test(words, test_defaults);
    tcase_add_test(words, test_forms);
    tcase_add_test(words, test_bundle_with_value);
    tcase_add_test(words, test_double_dash);
    tcase_add_test(words, test_last_wins);
    tcase_add_test(words, test_value_may_begin_with_dash);
    tcase_add_test(words, test_empty_text);
    tcase_add_test(words, test_unknown);
    tcase_add_test(words, test_no_prefixes);
    tcase_add_test(words, test_values_missing);
    tcase_add_test(words, test_operands);
    tcase_add_test(words, test_int);
    tcase_add_test(words, test_money);
    tcase_add_test(words, test_choice);
    tcase_add_test(words, test_text);
    suite_add_tcase(suite, words);
    TCase *times = tcase_create("times");
    tcase_add_checked_fixture(times, setup, teardown);
    tcase_add_test(times, test_days);
    tcase_add_test(times, test_not_days);
    tcase_add_test(times, test_day_out_of_range_today);
    tcase_add_test(times, test_moments);
    tcase_add_test(times, test_many_times);
    suite_add_tcase(suite, times);
    TCase *verbs = tcase_create("verbs");
    tcase_add_checked_fixture(verbs, setup, teardown);
    tcase_add_test(verbs, test_common_by_verb);
    tcase_add_test(verbs, test_common_check);
    tcase_add_test(verbs, test_verbs);
    tcase_add_test(verbs, test_usage);
    suite_add_tcase(suite, verbs);
    return suite;
}
