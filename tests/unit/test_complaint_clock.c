#include <check.h>
#include <stdio.h>
#include <string.h>

#include "base/rng.h"
#include "complaint/clock.h"
#include "text/zonefile.h"

Suite *complaint_clock_suite(void);

/* The clock of a complaint, counted by hand; moments are written as the store's wall reads them. */

static struct arena arena;
static struct clock store;

static void
setup(void)
{
    arena_init(&arena);
}

static void
teardown(void)
{
    arena_release(&arena);
}

static void
use(const char *zone, const char *hours)
{
    struct err err = {0};
    store = (struct clock){.wall = !hours};
    store.zone = zone_load(&arena, zone, &err);
    ck_assert_msg(store.zone, "%s", err.text);
    if (hours)
        ck_assert(hours_parse(hours, strlen(hours), &store.hours));
}

/* "2026-10-01 09:00" on the store's wall; with "Z" behind it, UTC. */
static int64_t
at(const char *text)
{
    struct moment_parts parts;
    ck_assert_msg(moment_parse(text, strlen(text), &parts), "%s", text);
    return parts.has_offset ? parts.day * DAY_SECONDS + parts.second_of_day - parts.offset
                            : zone_moment(store.zone, parts.day, parts.second_of_day);
}

static const char *
wall(int64_t moment)
{
    static char text[32];
    zone_format(store.zone, moment, text);
    return text;
}

enum { HOUR = 3600 };

START_TEST(test_complaint_clock_wall)
{
    use("Asia/Shanghai", NULL);
    int64_t now = at("2026-10-01 09:00");
    ck_assert_int_eq(clock_add(&store, now, 24 * HOUR), now + 24 * HOUR);
    ck_assert_int_eq(clock_between(&store, now, now + 5), 5);
    ck_assert_int_eq(clock_between(&store, now, now), 0);
    ck_assert_int_eq(clock_between(&store, now, now - 5), 0);
    ck_assert_int_eq(clock_add(&store, now, 0), now);
}
END_TEST

static const struct {
    const char *zone, *hours, *from;
    int64_t seconds;
    const char *due;
} adds[] = {
    /* within a day, over the night, over a closed Sunday */
    {"Asia/Shanghai", "Mo-Sa 09:00-18:00", "2026-10-01 09:00", 2 * HOUR,
     "2026-10-01T11:00:00+08:00"},
    {"Asia/Shanghai", "Mo-Sa 09:00-18:00", "2026-10-01 17:00", 2 * HOUR,
     "2026-10-02T10:00:00+08:00"},
    {"Asia/Shanghai", "Mo-Sa 09:00-18:00", "2026-10-03 17:30", HOUR, "2026-10-05T09:30:00+08:00"},
    /* opened at night, or before the hours: they begin with the hours */
    {"Asia/Shanghai", "Mo-Sa 09:00-18:00", "2026-10-01 22:00", HOUR, "2026-10-02T10:00:00+08:00"},
    {"Asia/Shanghai", "Mo-Sa 09:00-18:00", "2026-10-01 03:00", HOUR, "2026-10-01T10:00:00+08:00"},
    /* due at closing time is due then */
    {"Asia/Shanghai", "Mo-Sa 09:00-18:00", "2026-10-01 16:00", 2 * HOUR,
     "2026-10-01T18:00:00+08:00"},
    {"Asia/Shanghai", "Mo-Sa 09:00-18:00", "2026-10-01 16:00", 2 * HOUR + 1,
     "2026-10-02T09:00:01+08:00"},
    /* opened at closing time to the second */
    {"Asia/Shanghai", "Mo-Sa 09:00-18:00", "2026-10-01 18:00", 1, "2026-10-02T09:00:01+08:00"},
    /* 24 hours of nine a day: Thursday, Friday and six hours of Saturday */
    {"Asia/Shanghai", "Mo-Sa 09:00-18:00", "2026-10-01 09:00", 24 * HOUR,
     "2026-10-03T15:00:00+08:00"},
    /* a store of one day a week, and one that never closes */
    {"Asia/Shanghai", "We 10:00-12:00", "2026-10-01 09:00", 3 * HOUR, "2026-10-14T11:00:00+08:00"},
    {"Asia/Shanghai", "00:00-24:00", "2026-10-01 09:00", 24 * HOUR, "2026-10-02T09:00:00+08:00"},
    /* spring: New York skips 02:00 to 03:00 on 2026-03-08, a Sunday; autumn: 01:00 to 02:00 comes twice on 2026-11-01 */
    {"America/New_York", "00:00-24:00", "2026-03-07 12:00", 24 * HOUR, "2026-03-08T13:00:00-04:00"},
    {"America/New_York", "00:00-24:00", "2026-10-31 12:00", 24 * HOUR, "2026-11-01T11:00:00-05:00"},
    {"America/New_York", "Su 00:00-04:00", "2026-03-08 00:00", 3 * HOUR,
     "2026-03-08T04:00:00-04:00"},
    {"America/New_York", "Su 00:00-04:00", "2026-11-01 00:00", 5 * HOUR,
     "2026-11-01T04:00:00-05:00"},
    /* hours that the clock skips are none */
    {"America/New_York", "Su 02:00-03:00", "2026-03-08 00:00", HOUR, "2026-03-15T03:00:00-04:00"},
    {"America/New_York", "09:00-17:00", "2026-03-07 16:00", 2 * HOUR, "2026-03-08T10:00:00-04:00"},
};

START_TEST(test_complaint_clock_add)
{
    use(adds[_i].zone, adds[_i].hours);
    int64_t from = at(adds[_i].from), due = clock_add(&store, from, adds[_i].seconds);
    ck_assert_str_eq(wall(due), adds[_i].due);
    ck_assert_int_eq(clock_between(&store, from, due), adds[_i].seconds);
    ck_assert_int_eq(clock_between(&store, from, due - 1),
                     adds[_i].seconds - 1); /* the first such */
}
END_TEST

/* The wall's clock does not care what the zone does: 24 hours are 24 hours. */
START_TEST(test_complaint_clock_wall_dst)
{
    use("America/New_York", NULL);
    ck_assert_str_eq(wall(clock_add(&store, at("2026-03-07 12:00"), 24 * HOUR)),
                     "2026-03-08T13:00:00-04:00");
    ck_assert_str_eq(wall(clock_add(&store, at("2026-10-31 12:00"), 24 * HOUR)),
                     "2026-11-01T11:00:00-05:00");
}
END_TEST

/* Sums over any cut of a time are the sum over the whole. */
START_TEST(test_complaint_clock_parts)
{
    static const char *const zones[] = {"Asia/Shanghai", "America/New_York", "Australia/Lord_Howe"};
    static const char *const hours[] = {"Mo-Fr 09:00-18:00; Sa-Su 10:00-20:00", "00:00-24:00",
                                        "Su 01:00-03:30; We 22:00-24:00"};
    struct rng rng;
    rng_seed(&rng, 7);
    for (int i = 0; i < 2000; i++) {
        use(zones[i % 3], hours[i / 3 % 3]);
        int64_t from = 1767225600 + (int64_t)rng_below(&rng, 365 * 86400);
        int64_t middle = from + (int64_t)rng_below(&rng, 20 * 86400);
        int64_t to = middle + (int64_t)rng_below(&rng, 20 * 86400);
        ck_assert_int_eq(clock_between(&store, from, to),
                         clock_between(&store, from, middle) + clock_between(&store, middle, to));
        int64_t seconds = 1 + (int64_t)rng_below(&rng, 40 * 3600);
        int64_t due = clock_add(&store, from, seconds);
        ck_assert_int_eq(clock_between(&store, from, due), seconds);
        ck_assert_int_lt(clock_between(&store, from, due - 1), seconds);
    }
}
END_TEST

/* ---- pauses ---- */

START_TEST(test_complaint_clock_pauses)
{
    use("Asia/Shanghai", NULL);
    int64_t from = at("2026-10-01 09:00");
    struct clock_pause one = {from + 2 * HOUR, from + 5 * HOUR};
    ck_assert_int_eq(clock_due(&store, from, 24 * HOUR, NULL, 0), from + 24 * HOUR);
    ck_assert_int_eq(clock_due(&store, from, 24 * HOUR, &one, 1), from + 27 * HOUR);
    /* one that begins when it is late already helps nobody */
    struct clock_pause late[] = {{from + 2 * HOUR, from + 3 * HOUR},
                                 {from + 25 * HOUR, from + 99 * HOUR}};
    ck_assert_int_eq(clock_due(&store, from, 24 * HOUR, late, 2), from + 25 * HOUR);
    /* one that begins in the time that another gave */
    struct clock_pause both[] = {{from + 2 * HOUR, from + 4 * HOUR},
                                 {from + 25 * HOUR, from + 26 * HOUR}};
    ck_assert_int_eq(clock_due(&store, from, 24 * HOUR, both, 2), from + 27 * HOUR);
    struct clock_pause none = {from + HOUR, from + HOUR};
    ck_assert_int_eq(clock_due(&store, from, 24 * HOUR, &none, 1), from + 24 * HOUR);
}
END_TEST

/* By the opening hours, a pause over a night that nobody would have worked gives nothing. */
START_TEST(test_complaint_clock_pauses_open)
{
    use("Asia/Shanghai", "Mo-Sa 09:00-18:00");
    int64_t from = at("2026-10-01 16:00");
    struct clock_pause night = {at("2026-10-01 18:00"), at("2026-10-02 09:00")};
    ck_assert_str_eq(wall(clock_due(&store, from, 3 * HOUR, &night, 1)),
                     "2026-10-02T10:00:00+08:00");
    struct clock_pause evening = {at("2026-10-01 17:00"), at("2026-10-02 11:00")};
    ck_assert_str_eq(wall(clock_due(&store, from, 3 * HOUR, &evening, 1)),
                     "2026-10-02T13:00:00+08:00");
}
END_TEST

Suite *
complaint_clock_suite(void)
{
    Suite *suite = suite_create("complaint_clock");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, setup, teardown);
    tcase_add_test(all, test_complaint_clock_wall);
    tcase_add_loop_test(all, test_complaint_clock_add, 0, (int)(sizeof adds / sizeof adds[0]));
    tcase_add_test(all, test_complaint_clock_wall_dst);
    tcase_add_test(all, test_complaint_clock_parts);
    tcase_add_test(all, test_complaint_clock_pauses);
    tcase_add_test(all, test_complaint_clock_pauses_open);
    suite_add_tcase(suite, all);
    return suite;
}
