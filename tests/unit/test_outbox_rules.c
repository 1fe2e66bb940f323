#include <check.h>
#include <string.h>

#include "followup/outbox.h"
#include "followup/outbox_rules.h"
#include "followup/templates.h"
#include "text/zonefile.h"

Suite *outbox_rules_suite(void);

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

static struct outbox_rules
store_of(const char *zone, const char *quiet)
{
    struct outbox_rules rules = {.backoff_s = 60, .backoff_most_s = 3600};
    rules.zone = zone_load(&arena, zone, &err);
    ck_assert(rules.zone && outbox_quiet_parse(quiet, &rules.quiet_from, &rules.quiet_to));
    return rules;
}

/* The moment of a reading of the store's clock. */
static int64_t
at(const struct outbox_rules *rules, int year, int month, int day, int hour, int minute)
{
    return zone_moment(rules->zone, day_from_civil(year, month, day), (hour * 60 + minute) * 60);
}

/* ---- quiet hours ---- */

START_TEST(test_quiet_over_midnight)
{
    struct outbox_rules store = store_of("Asia/Shanghai", "21:00-08:30");
    int64_t evening = at(&store, 2026, 10, 1, 20, 59), end = at(&store, 2026, 10, 2, 8, 30);
    ck_assert_int_eq(outbox_awake(&store, evening), evening);
    ck_assert_int_eq(outbox_awake(&store, evening + 59), evening + 59);
    ck_assert_int_eq(outbox_awake(&store, evening + 60), end);
    ck_assert_int_eq(outbox_awake(&store, at(&store, 2026, 10, 2, 3, 0)), end);
    ck_assert_int_eq(outbox_awake(&store, end - 1), end);
    ck_assert_int_eq(outbox_awake(&store, end), end);
}
END_TEST

START_TEST(test_quiet_at_noon)
{
    struct outbox_rules store = store_of("Asia/Shanghai", "12:00-14:00");
    int64_t noon = at(&store, 2026, 10, 1, 12, 0);
    ck_assert_int_eq(outbox_awake(&store, noon - 1), noon - 1);
    ck_assert_int_eq(outbox_awake(&store, noon), noon + 7200);
    ck_assert_int_eq(outbox_awake(&store, noon + 7200), noon + 7200);
}
END_TEST

START_TEST(test_quiet_never)
{
    struct outbox_rules store = store_of("Asia/Shanghai", "none");
    for (int hour = 0; hour < 24; hour++)
        ck_assert_int_eq(outbox_awake(&store, at(&store, 2026, 10, 1, hour, 0)),
                         at(&store, 2026, 10, 1, hour, 0));
}
END_TEST

/* On 8 March 2026 the clocks of New York skip 02:00 to 03:00; on 1 November they show 01:00 to 02:00 twice. */
START_TEST(test_quiet_when_clocks_are_moved)
{
    struct outbox_rules store = store_of("America/New_York", "21:00-08:30");
    int64_t end = at(&store, 2026, 3, 8, 8, 30);
    ck_assert_int_eq(end - at(&store, 2026, 3, 7, 21, 0), 10 * 3600 + 1800); /* an hour less */
    ck_assert_int_eq(outbox_awake(&store, at(&store, 2026, 3, 7, 21, 0)), end);
    ck_assert_int_eq(outbox_awake(&store, at(&store, 2026, 3, 8, 2, 30)), end);
    end = at(&store, 2026, 11, 1, 8, 30);
    ck_assert_int_eq(end - at(&store, 2026, 10, 31, 21, 0), 12 * 3600 + 1800);
    ck_assert_int_eq(outbox_awake(&store, at(&store, 2026, 11, 1, 1, 30) + 3600), end);
}
END_TEST

/* An end that is skipped is the moment behind the gap; one that comes twice holds only the first time. */
START_TEST(test_quiet_end_is_moved)
{
    struct outbox_rules store = store_of("America/New_York", "21:00-02:30");
    int64_t end = outbox_awake(&store, at(&store, 2026, 3, 8, 1, 0));
    struct civil local;
    zone_civil(store.zone, end, &local);
    ck_assert_int_eq(local.hour * 100 + local.minute, 330);
    ck_assert_int_eq(outbox_awake(&store, end), end);
    store = store_of("America/New_York", "21:00-01:30");
    int64_t first = at(&store, 2026, 11, 1, 1, 30);
    ck_assert_int_eq(outbox_awake(&store, first - 60), first);
    ck_assert_int_eq(outbox_awake(&store, first), first);
    /* 01:15 for the second time: quiet by the reading, but its end is over */
    ck_assert_int_eq(outbox_awake(&store, first + 2700), first + 2700);
}
END_TEST

START_TEST(test_quiet_texts)
{
    static const char *const bad[] = {"",           "21:00",        "21-08",        "25:00-08:00",
                                      "21:60-8:00", "21:00-08:30 ", "21:00-08:30x", "-1:00-08:00",
                                      "never"};
    int from, to;
    ck_assert(outbox_quiet_parse("9:05-18:00", &from, &to));
    ck_assert_int_eq(from, 9 * 3600 + 300);
    ck_assert_int_eq(to, 18 * 3600);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        ck_assert_msg(!outbox_quiet_parse(bad[i], &from, &to), "%s", bad[i]);
}
END_TEST

/* ---- waiting ---- */

START_TEST(test_backoff)
{
    struct outbox_rules store = store_of("Asia/Shanghai", "none");
    int64_t full = 60;
    for (int tries = 1; tries <= 70; tries++) {
        ck_assert_int_eq(outbox_backoff(&store, tries, 0), full);
        for (uint64_t draw = 1; draw < 5000; draw += 7) {
            int64_t wait = outbox_backoff(&store, tries, draw);
            ck_assert(wait >= full - full / 2 && wait <= full);
        }
        full = full * 2 < 3600 ? full * 2 : 3600;
    }
    store.backoff_s = 1;
    ck_assert_int_ge(outbox_backoff(&store, 1, 1), 1);
}
END_TEST

/* ---- keys ---- */

START_TEST(test_keys)
{
    char key[OUTBOX_KEY], other[OUTBOX_KEY];
    outbox_key("S01", "T1/p/s/1/sms", key);
    ck_assert_uint_eq(strlen(key), 32);
    outbox_key("S01", "T1/p/s/1/sms", other);
    ck_assert_str_eq(key, other);
    outbox_key("S02", "T1/p/s/1/sms", other);
    ck_assert_str_ne(key, other);
    outbox_key("S0", "1T1/p/s/1/sms", other); /* what stands on which side counts */
    ck_assert_str_ne(key, other);
}
END_TEST

/* ---- parts of a text message ---- */

START_TEST(test_parts)
{
    char text[1024];
    const struct {
        char letter;
        size_t count;
        int64_t parts;
    } plain[] = {{'a', 0, 1}, {'a', 160, 1}, {'a', 161, 2}, {'a', 306, 2}, {'a', 307, 3}};
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        memset(text, plain[i].letter, plain[i].count);
        ck_assert_int_eq(sms_parts(text, plain[i].count), plain[i].parts);
    }
    static const size_t counts[] = {70, 71, 134, 135};
    static const int64_t parts[] = {1, 2, 2, 3};
    for (size_t i = 0; i < 4; i++) {
        for (size_t k = 0; k < counts[i]; k++)
            memcpy(text + 3 * k, "长", 3);
        ck_assert_int_eq(sms_parts(text, 3 * counts[i]), parts[i]);
    }
    for (size_t k = 0; k < 36; k++) /* beyond the basic plane each takes two */
        memcpy(text + 4 * k, "😀", 4);
    ck_assert_int_eq(sms_parts(text, 4 * 35), 1);
    ck_assert_int_eq(sms_parts(text, 4 * 36), 2);
}
END_TEST

Suite *
outbox_rules_suite(void)
{
    Suite *suite = suite_create("outbox_rules");
    TCase *tests = tcase_create("outbox_rules");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, test_quiet_over_midnight);
    tcase_add_test(tests, test_quiet_at_noon);
    tcase_add_test(tests, test_quiet_never);
    tcase_add_test(tests, test_quiet_when_clocks_are_moved);
    tcase_add_test(tests, test_quiet_end_is_moved);
    tcase_add_test(tests, test_quiet_texts);
    tcase_add_test(tests, test_backoff);
    tcase_add_test(tests, test_keys);
    tcase_add_test(tests, test_parts);
    suite_add_tcase(suite, tests);
    return suite;
}
