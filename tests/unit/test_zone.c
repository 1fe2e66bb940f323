#include "scratch.h"

#include <ftw.h>
#include <time.h>

#include "base/zone.h"
#include "base/zone_rule.h"

Suite *zone_suite(void);

/* Against the C library, which reads the same files by code of its own. */

#define ZONES "/usr/share/zoneinfo/"

static struct arena arena;
static struct err err;

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

static char *
read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file, "%s", path);
    char *bytes = malloc(1 << 20);
    *length = fread(bytes, 1, 1 << 20, file);
    fclose(file);
    return bytes;
}

static struct zone *
load(const char *name)
{
    char path[512];
    size_t length;
    snprintf(path, sizeof path, "%s%s", ZONES, name);
    char *bytes = read_file(path, &length);
    struct zone *zone = zone_parse(&arena, name, bytes, length, &err);
    free(bytes);
    ck_assert_msg(zone, "%s", err.text);
    snprintf(path, sizeof path, ":%s", name);
    setenv("TZ", path, 1);
    tzset();
    return zone;
}

static void
check_moment(const struct zone *zone, int64_t moment)
{
    time_t time = (time_t)moment;
    struct tm tm;
    struct civil civil;
    localtime_r(&time, &tm);
    zone_civil(zone, moment, &civil);
    if (zone_offset(zone, moment) != tm.tm_gmtoff || civil.year != tm.tm_year + 1900 ||
        civil.month != tm.tm_mon + 1 || civil.day != tm.tm_mday || civil.hour != tm.tm_hour ||
        civil.minute != tm.tm_min || civil.second != tm.tm_sec ||
        zone_day(zone, moment) != day_from_civil(civil.year, civil.month, civil.day))
        ck_abort_msg("%s at %lld: offset %d, %d-%d-%d %d:%d:%d; the C library: %ld, "
                     "%d-%d-%d %d:%d:%d",
                     zone_name(zone), (long long)moment, zone_offset(zone, moment), civil.year,
                     civil.month, civil.day, civil.hour, civil.minute, civil.second, tm.tm_gmtoff,
                     tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min,
                     tm.tm_sec);
}

/* What the clock shows at a moment is that moment, or (if it shows it again) an earlier one that reads
 * the same. */
static void
check_back(const struct zone *zone, int64_t moment)
{
    int64_t local = moment + zone_offset(zone, moment);
    int64_t back =
        zone_moment(zone, floor_div(local, DAY_SECONDS), (int)floor_mod(local, DAY_SECONDS));
    if (back != moment && (back > moment || back + zone_offset(zone, back) != local))
        ck_abort_msg("%s at %lld reads back as %lld", zone_name(zone), (long long)moment,
                     (long long)back);
    int64_t shown[2] = {0, 0};
    int count = zone_readings(zone, floor_div(local, DAY_SECONDS),
                              (int)floor_mod(local, DAY_SECONDS), shown);
    if (count < 1 || shown[0] != back || (moment != back && (count != 2 || shown[1] != moment)))
        ck_abort_msg("%s at %lld is shown %d times: %lld, %lld", zone_name(zone), (long long)moment,
                     count, (long long)shown[0], (long long)shown[1]);
}

/* A reading that the clock skips is no moment; one that it repeats is two, an hour apart. */
START_TEST(test_zone_readings)
{
    const struct zone *berlin = load("Europe/Berlin");
    int64_t shown[2];
    int64_t spring = day_from_civil(2027, 3, 28), autumn = day_from_civil(2026, 10, 25);
    ck_assert_int_eq(zone_readings(berlin, spring, 7200 - 1, shown), 1);
    ck_assert_int_eq(zone_readings(berlin, spring, 7200, shown), 0);
    ck_assert_int_eq(zone_readings(berlin, spring, 10800 - 1, shown), 0);
    ck_assert_int_eq(zone_readings(berlin, spring, 10800, shown), 1);
    ck_assert_int_eq(zone_readings(berlin, autumn, 7200 - 1, shown), 1);
    ck_assert_int_eq(zone_readings(berlin, autumn, 7200, shown), 2);
    ck_assert_int_eq(shown[1] - shown[0], 3600);
    ck_assert_int_eq(zone_readings(berlin, autumn, 10800, shown), 1);
}
END_TEST

static const char *const names[] = {
    "Asia/Shanghai",    "Asia/Urumqi",
    "America/New_York", "Australia/Lord_Howe",
    "Europe/Dublin",    "Africa/Casablanca",
    "America/Nuuk",     "America/Santiago",
    "Pacific/Apia",     "Asia/Kathmandu",
    "Asia/Tehran",      "Antarctica/Troll",
    "Africa/Monrovia",  "UTC",
};

enum { SIX_HOURS = 6 * 3600 };
static const int64_t FROM = 0, TO = INT64_C(2871763200); /* 1970, 2061 */

START_TEST(test_zone_library)
{
    const struct zone *zone = load(names[_i]);
    ck_assert_str_eq(zone_name(zone), names[_i]);
    for (int64_t moment = FROM; moment < TO; moment += SIX_HOURS) {
        check_moment(zone, moment);
        check_back(zone, moment);
    }
}
END_TEST

/* Second by second around every change of the offset, in both directions of time. */
START_TEST(test_zone_changes)
{
    const struct zone *zone = load(names[_i]);
    for (int64_t moment = FROM - 70 * INT64_C(31557600); moment < TO; moment += SIX_HOURS) {
        if (zone_offset(zone, moment) == zone_offset(zone, moment + SIX_HOURS))
            continue;
        for (int64_t near = moment; near <= moment + SIX_HOURS; near += 60) {
            check_moment(zone, near);
            check_moment(zone, near + 59);
            check_back(zone, near);
        }
    }
}
END_TEST

static int
check_file(const char *path, const struct stat *status, int type)
{
    size_t length;
    (void)status;
    if (type != FTW_F || strstr(path, "/right/") || strstr(path, "/posix/"))
        return 0;
    char *bytes = read_file(path, &length);
    bool zone = length > 4 && memcmp(bytes, "TZif", 4) == 0;
    free(bytes);
    if (!zone)
        return 0;
    const struct zone *loaded = load(path + strlen(ZONES));
    for (int64_t moment = FROM - 100 * INT64_C(31557600); moment < TO; moment += 2000003) {
        check_moment(loaded, moment);
        check_back(loaded, moment);
    }
    arena_reset(&arena);
    return 0;
}

START_TEST(test_zone_every)
{
    ck_assert_int_eq(ftw(ZONES, check_file, 16), 0);
}
END_TEST

/* What a clock skips keeps the offset in front of the gap; what it shows twice is the first. */
static const struct {
    const char *zone;
    int date[3], minute; /* of the day */
    const char *is;
} readings[] = {
    {"America/New_York", {2025, 3, 9}, 150, "2025-03-09T03:30:00-04:00"},
    {"America/New_York", {2025, 3, 9}, 120, "2025-03-09T03:00:00-04:00"},
    {"America/New_York", {2025, 3, 9}, 119, "2025-03-09T01:59:00-05:00"},
    {"America/New_York", {2025, 3, 9}, 180, "2025-03-09T03:00:00-04:00"},
    {"America/New_York", {2025, 11, 2}, 90, "2025-11-02T01:30:00-04:00"},
    {"America/New_York", {2025, 11, 2}, 120, "2025-11-02T02:00:00-05:00"},
    {"America/New_York", {2055, 7, 1}, 600, "2055-07-01T10:00:00-04:00"},
    {"Australia/Lord_Howe", {2025, 10, 5}, 135, "2025-10-05T02:45:00+11:00"},
    {"Australia/Lord_Howe", {2025, 4, 6}, 105, "2025-04-06T01:45:00+11:00"},
    {"Europe/Dublin", {2050, 10, 30}, 90, "2050-10-30T01:30:00+01:00"},
    {"Europe/Dublin", {2050, 3, 27}, 90, "2050-03-27T02:30:00+01:00"},
    {"Africa/Casablanca", {2025, 2, 23}, 150, "2025-02-23T02:30:00+01:00"},
    {"Asia/Shanghai", {2025, 6, 1}, 545, "2025-06-01T09:05:00+08:00"},
    {"Asia/Shanghai", {1988, 7, 1}, 545, "1988-07-01T09:05:00+09:00"},
    {"Asia/Kathmandu", {2025, 6, 1}, 0, "2025-06-01T00:00:00+05:45"},
    {"Pacific/Apia", {2011, 12, 30}, 600, "2011-12-31T10:00:00+14:00"}, /* a day that never was */
    {"America/St_Johns", {2025, 1, 1}, 0, "2025-01-01T00:00:00-03:30"},
};

START_TEST(test_zone_reading)
{
    const struct zone *zone = load(readings[_i].zone);
    const int *date = readings[_i].date;
    char text[32];
    int64_t moment =
        zone_moment(zone, day_from_civil(date[0], date[1], date[2]), readings[_i].minute * 60);
    ck_assert_uint_eq(zone_format(zone, moment, text), 25);
    ck_assert_str_eq(text, readings[_i].is);
}
END_TEST

/* ---- damaged files ---- */

/* Cut anywhere, or with any byte changed, a file is refused or gives some zone, and nothing breaks. */
START_TEST(test_zone_damaged)
{
    size_t length;
    char *bytes = read_file(ZONES "America/New_York", &length);
    for (size_t cut = 0; cut < length; cut++) {
        char *part = malloc(cut + 1);
        memcpy(part, bytes, cut);
        if (zone_parse(&arena, "cut", part, cut, &err) || err.kind != ERR_IO)
            ck_abort_msg("cut at %zu", cut);
        free(part);
        arena_reset(&arena);
    }
    ck_assert_str_eq(err.text, "cut: not a time zone file of version 2 or later");
    for (size_t at = 0; at < length; at++) {
        for (int bit = 0; bit < 8; bit += 3) {
            bytes[at] = (char)(bytes[at] ^ 1 << bit);
            struct zone *zone = zone_parse(&arena, "bent", bytes, length, &err);
            if (zone) {
                zone_offset(zone, 0);
                zone_offset(zone, INT64_C(4000000000));
                zone_moment(zone, 20240, 9000);
            }
            bytes[at] = (char)(bytes[at] ^ 1 << bit);
            arena_reset(&arena);
        }
    }
    free(bytes);
}
END_TEST

static uint32_t
number_at(const unsigned char *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* A transition to a kind of time that is not there, and two in the wrong order. */
START_TEST(test_zone_wrong)
{
    enum { HEADER = 44 };
    size_t length;
    unsigned char *bytes = (unsigned char *)read_file(ZONES "America/New_York", &length),
                  *at = bytes;
    for (at += HEADER; memcmp(at, "TZif", 4) != 0; at++) /* to the header of 64-bit times */
        ck_assert(at < bytes + length - HEADER);
    uint32_t times = number_at(at + 32), types = number_at(at + 36);
    unsigned char *kinds = at + HEADER + times * 8;
    ck_assert_ptr_nonnull(zone_parse(&arena, "right", bytes, length, &err));
    for (uint32_t i = 0; i < times; i += times - 1) {
        unsigned char right = kinds[i];
        kinds[i] = (unsigned char)types;
        ck_assert_ptr_null(zone_parse(&arena, "kind", bytes, length, &err));
        kinds[i] = right;
    }
    memcpy(at + HEADER + 8, at + HEADER, 8);
    ck_assert_ptr_null(zone_parse(&arena, "order", bytes, length, &err));
    free(bytes);
}
END_TEST

START_TEST(test_zone_strange)
{
    static const char one[44] = "TZif1";
    ck_assert_ptr_null(zone_parse(&arena, "one", one, sizeof one, &err));
    ck_assert_ptr_null(zone_parse(&arena, "none", "", 0, &err));
    ck_assert_ptr_null(zone_parse(&arena, "text", "no zone at all, but text", 24, &err));
}
END_TEST

/* ---- the rule at the end ---- */

static const struct {
    const char *text;
    int offset, summer; /* seconds east in January and July 2025 */
} rules[] = {
    {"CST-8", 28800, 28800},
    {"Azz-8", 28800, 28800},
    {"<+0545>-5:45", 20700, 20700},
    {"EST5EDT,M3.2.0,M11.1.0", -18000, -14400},
    {"IST-1GMT0,M10.5.0,M3.5.0/1", 0, 3600},
    {"<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 39600, 37800},
    {"<-02>2<-01>,M3.5.0/-1,M10.5.0/0", -7200, -3600},
    {"AAA0BBB,J60/0,J300", 0, 3600},
    {"AAA0BBB,59,300/25", 0, 3600},
    {"LMT-0:00:36", 36, 36},
    {"LMT+12:34:56", -45296, -45296},
    {"LMT1:00:30", -3630, -3630},
};

START_TEST(test_zone_rule)
{
    struct zone_rule rule;
    ck_assert_msg(zone_rule_parse(rules[_i].text, strlen(rules[_i].text), &rule), "%s",
                  rules[_i].text);
    ck_assert_int_eq(zone_rule_offset(&rule, INT64_C(1736899200)), rules[_i].offset);
    ck_assert_int_eq(zone_rule_offset(&rule, INT64_C(1752537600)), rules[_i].summer);
}
END_TEST

/* J60 is 1 March in any year, 59 is 29 February in a leap year. */
START_TEST(test_zone_rule_days)
{
    struct zone_rule rule;
    int64_t march = day_from_civil(2024, 3, 1) * DAY_SECONDS;
    ck_assert(zone_rule_parse("AAA0BBB,J60/0,J300/0", 20, &rule));
    ck_assert_int_eq(zone_rule_offset(&rule, march - 1), 0);
    ck_assert_int_eq(zone_rule_offset(&rule, march), 3600);
    ck_assert(zone_rule_parse("AAA0BBB,59/0,300/0", 18, &rule));
    ck_assert_int_eq(zone_rule_offset(&rule, march - DAY_SECONDS - 1), 0);
    ck_assert_int_eq(zone_rule_offset(&rule, march - DAY_SECONDS), 3600);
}
END_TEST

static const char *const no_rules[] = {
    "",
    "A",
    "AA8",
    "CST",
    "CST-",
    "CST-25",
    "CST-8:60",
    "CST-8:",
    "CST-8:0:",
    "CST-8:0:60",
    "CST-8x",
    "<+08-8",
    "EST5EDT",
    "EST5EDT,",
    "EST5EDT,M3.2.0",
    "EST5EDT,M3.2.0,",
    "EST5EDT,M13.2.0,M11.1.0",
    "EST5EDT,M3.6.0,M11.1.0",
    "EST5EDT,M3.0.0,M11.1.0",
    "EST5EDT,M3.2.7,M11.1.0",
    "EST5EDT,J366,J1",
    "EST5EDT,366,1",
    "EST5EDT,M3.2.0/168,M11.1.0",
    "EST5EDT,M3.2.0,M11.1.0x",
    "EST5EDT,M3.2,M11.1.0",
    "EST99999999999999999999",
};

START_TEST(test_zone_rule_refuses)
{
    struct zone_rule rule;
    ck_assert_msg(!zone_rule_parse(no_rules[_i], strlen(no_rules[_i]), &rule), "%s", no_rules[_i]);
}
END_TEST

Suite *
zone_suite(void)
{
    Suite *suite = suite_create("zone");
    TCase *all = tcase_create("zone");
    tcase_set_timeout(all, 60);
    tcase_add_checked_fixture(all, setup, teardown);
    tcase_add_loop_test(all, test_zone_library, 0, sizeof names / sizeof *names);
    tcase_add_loop_test(all, test_zone_changes, 0, sizeof names / sizeof *names);
    tcase_add_test(all, test_zone_readings);
    tcase_add_test(all, test_zone_every);
    tcase_add_loop_test(all, test_zone_reading, 0, sizeof readings / sizeof *readings);
    tcase_add_test(all, test_zone_damaged);
    tcase_add_test(all, test_zone_wrong);
    tcase_add_test(all, test_zone_strange);
    tcase_add_loop_test(all, test_zone_rule, 0, sizeof rules / sizeof *rules);
    tcase_add_test(all, test_zone_rule_days);
    tcase_add_loop_test(all, test_zone_rule_refuses, 0, sizeof no_rules / sizeof *no_rules);
    suite_add_tcase(suite, all);
    return suite;
}
