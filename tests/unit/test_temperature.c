#include "scratch.h"

#include "supply/coldchain.h"
#include "supply/logger.h"
#include "text/zonefile.h"

Suite *temperature_suite(void);

/* Degrees, mean kinetic temperature, what a record is judged by to the second and the thousandth, and loggers' files. */

static struct scratch scratch;
static struct arena arena;
static struct err err;
static const struct zone *zone;
static struct coldchain chain;

static void
setup(void)
{
    const struct packs packs = {NULL, "share/medi"};
    scratch_make(&scratch);
    arena_init(&arena);
    err_clear(&err);
    zone = zone_load(&arena, "Asia/Shanghai", &err);
    ck_assert_ptr_nonnull(zone);
    OK(coldchain_load(&arena, &packs, &chain, &err));
}

static void
teardown(void)
{
    arena_release(&arena);
    scratch_remove(&scratch);
}

/* ---- degrees ---------------------------------------------------------------------------------------- */

static const struct {
    const char *text;
    int64_t mdeg; /* NONE: it is none */
} degrees[] = {
#define NONE 999999
    {"5", 5000},       {"5.2", 5200},        {"-18.04", -18040},
    {"+2.0℃", 2000},   {" 4.25 °C ", 4250},  {"0", 0},
    {"-0.5", -500},    {"−20", -20000},      {"8.0004", 8000},
    {"8.0005", 8001},  {"-8.0005", -8001},   {"200", 200000},
    {"200.001", NONE}, {"-273.15", -273150}, {"-273.151", NONE},
    {"", NONE},        {"-", NONE},          {"5,2", NONE},
    {"5.", NONE},      {".5", NONE},         {"5.2F", NONE},
    {"41 °F", NONE},   {"5.2 5.3", NONE},    {"1e1", NONE},
    {"12345", NONE},   {"nan", NONE},        {"5.2.1", NONE},
    {"25 度", 25000},
};

START_TEST(test_degrees)
{
    int64_t mdeg = 0;
    bool found = temperature_parse(degrees[_i].text, &mdeg);
    ck_assert_msg(found == (degrees[_i].mdeg != NONE), "%s", degrees[_i].text);
    if (found)
        ck_assert_int_eq(mdeg, degrees[_i].mdeg);
}
END_TEST

START_TEST(test_degrees_text)
{
    ck_assert_str_eq(temperature_text(&arena, -18040), "-18.040");
    ck_assert_str_eq(temperature_text(&arena, 5), "0.005");
    ck_assert_str_eq(temperature_text(&arena, -5), "-0.005");
}
END_TEST

/* ---- mean kinetic temperature --------------------------------------------------------------------------- */

static struct readings
of(struct reading *items, int count)
{
    return (struct readings){.items = items, .count = count};
}

/* Reckoned apart, with 50 decimal digits. */
START_TEST(test_kinetic)
{
    struct reading same[] = {{0, 5000, 1}, {300, 5000, 2}, {600, 5000, 3}};
    struct reading two[] = {{0, 2000, 1}, {300, 8000, 2}};
    struct reading warm[] = {{0, 5000, 1}, {300, 5000, 2}, {600, 25000, 3}};
    struct reading ice[] = {{0, -20000, 1}, {60, -15000, 2}, {120, -10000, 3}};
    struct reading unequal[] = {{0, 25000, 1}, {1100, 30000, 2}, {1200, 30000, 3}};
    struct reading alone[] = {{0, -70500, 1}};
    struct readings readings = of(same, 3);
    ck_assert_int_eq(temperature_kinetic(&readings, 83144), 5000);
    readings = of(two, 2);
    ck_assert_int_eq(temperature_kinetic(&readings, 83144), 5536);
    ck_assert_int_eq(temperature_kinetic(&readings, 60000), 5383);
    readings = of(warm, 3);
    ck_assert_int_eq(temperature_kinetic(&readings, 83144), 16925);
    readings = of(ice, 3);
    ck_assert_int_eq(temperature_kinetic(&readings, 83144), -13868);
    readings = of(alone, 1);
    ck_assert_int_eq(temperature_kinetic(&readings, 83144), -70500);
    /* weights 1100, 100, 100: thirteen hundreds, of which eleven at 25 */
    readings = of(unequal, 3);
    int64_t kinetic = temperature_kinetic(&readings, 83144);
    ck_assert(kinetic > 25532 && kinetic < 26500);
}
END_TEST

/* It is never below the mean, nor above the highest. */
START_TEST(test_kinetic_bounds)
{
    struct reading items[40];
    for (int round = 0; round < 50; round++) {
        int64_t sum = 0, most = INT64_MIN;
        for (int i = 0; i < 40; i++) {
            items[i] = (struct reading){i * 60, (round * 997 + i * i * 131) % 60000 - 30000, i + 1};
            sum += items[i].mdeg;
            most = items[i].mdeg > most ? items[i].mdeg : most;
        }
        struct readings readings = of(items, 40);
        int64_t kinetic = temperature_kinetic(&readings, 83144);
        ck_assert_int_ge(kinetic, sum / 40 - 1);
        ck_assert_int_le(kinetic, most + 1);
    }
}
END_TEST

/* ---- judging ---------------------------------------------------------------------------------------------- */

enum { NINE = 1748739600, TEN = NINE + 3600, COUNT = 13 };
static struct reading hour[COUNT + 1];

/* Nine to ten, every five minutes, at five degrees: nothing is wrong with it. */
static struct readings
good_hour(void)
{
    for (int i = 0; i < COUNT; i++)
        hour[i] = (struct reading){NINE + 300 * i, 5000, i + 2};
    return of(hour, COUNT);
}

static const struct transport way = {NINE, TEN};
static struct temperature_verdict verdict;

static const char *
judge(struct readings readings, const char *storage, const struct supply_item *item,
      struct transport transport)
{
    const struct temperature_limits limits =
        coldchain_limits(coldchain_find(&chain, storage, &err), item);
    temperature_judge(&arena, &readings, &limits, &transport, zone, &verdict);
    return temperature_codes(&arena, &verdict);
}

static const struct supply_item plain = {.code = "I1"};

START_TEST(test_judge_good)
{
    ck_assert_str_eq(judge(good_hour(), "cold", &plain, way), "");
    ck_assert_int_eq(verdict.readings, COUNT);
    ck_assert_int_eq(verdict.gap_s, 300);
    ck_assert_int_eq(verdict.out_s, 0);
    ck_assert_int_eq(verdict.first_at, NINE);
    ck_assert_int_eq(verdict.last_at, TEN);
    ck_assert_int_eq(verdict.kinetic, 5000);
}
END_TEST

/* Exactly on a limit passes; a thousandth beyond it does not. */
START_TEST(test_judge_limits)
{
    static const struct {
        const char *storage, *codes;
        int32_t mdeg;
    } edges[] = {
        {"cold", "", 8000},     {"cold", "temperature-limits", 8001},
        {"cold", "", 2000},     {"cold", "temperature-limits", 1999},
        {"frozen", "", -25000}, {"frozen", "temperature-limits", -25001},
        {"cool", "", 20000},    {"cool", "temperature-limits", 20001},
        {"cool", "", -1000}, /* it has no lower limit */
    };
    for (size_t i = 0; i < sizeof edges / sizeof edges[0]; i++) {
        struct readings readings = good_hour();
        for (int j = 0; j < COUNT; j++)
            hour[j].mdeg = strcmp(edges[i].storage, "frozen") == 0 ? -15000 : 5000;
        hour[6].mdeg = edges[i].mdeg;
        ck_assert_str_eq(judge(readings, edges[i].storage, &plain, way), edges[i].codes);
    }
    ck_assert_int_eq(verdict.out_s, 0);
}
END_TEST

START_TEST(test_judge_limits_words)
{
    struct readings readings = good_hour();
    hour[6].mdeg = 9500;
    hour[7].mdeg = 8001;
    ck_assert_str_eq(judge(readings, "cold", &plain, way), "temperature-limits");
    ck_assert_int_eq(verdict.found[0].at, NINE + 1800);
    ck_assert_int_eq(verdict.found[0].value, 9500);
    ck_assert_int_eq(verdict.found[0].limit, 8000);
    ck_assert_int_eq(verdict.found[0].times, 2);
    ck_assert_int_eq(verdict.found[0].line, 8);
    ck_assert_ptr_nonnull(strstr(verdict.found[0].words, "9.500"));
    ck_assert_ptr_nonnull(strstr(verdict.found[0].words, "2025-06-01T09:30:00+08:00"));
    ck_assert_int_eq(verdict.out_s, 900); /* from the last good reading to the next good one */
}
END_TEST

/* A silence of exactly so many minutes is none, a second more is. */
START_TEST(test_judge_gap)
{
    struct readings readings = good_hour();
    for (int i = 6; i < COUNT; i++)
        hour[i].at += 1;
    ck_assert_str_eq(judge(readings, "cold", &plain, way), "temperature-gap");
    ck_assert_int_eq(verdict.found[0].value, 301);
    ck_assert_int_eq(verdict.found[0].at, NINE + 1500);
    ck_assert_int_eq(verdict.gap_s, 301);
    readings = good_hour();
    memmove(&hour[3], &hour[5], 8 * sizeof hour[0]); /* two readings are not there */
    readings.count = COUNT - 2;
    ck_assert_str_eq(judge(readings, "cold", &plain, way), "temperature-gap");
    ck_assert_int_eq(verdict.found[0].value, 900);
    ck_assert_str_eq(judge(readings, "cool", &plain, way), ""); /* that may be silent for longer */
}
END_TEST

/* From when it was sent off to when it arrived, each within the longest silence. */
START_TEST(test_judge_cover)
{
    const struct transport before = {NINE - 300, TEN}, earlier = {NINE - 301, TEN},
                           after = {NINE, TEN + 300}, later = {NINE, TEN + 301},
                           unknown = {TEMPERATURE_NO_TIME, TEMPERATURE_NO_TIME};
    ck_assert_str_eq(judge(good_hour(), "cold", &plain, before), "");
    ck_assert_str_eq(judge(good_hour(), "cold", &plain, earlier), "temperature-cover");
    ck_assert_int_eq(verdict.found[0].at, NINE);
    ck_assert_str_eq(judge(good_hour(), "cold", &plain, after), "");
    ck_assert_str_eq(judge(good_hour(), "cold", &plain, later), "temperature-cover");
    ck_assert_int_eq(verdict.found[0].at, TEN);
    ck_assert_str_eq(judge(good_hour(), "cold", &plain, unknown), "");
}
END_TEST

/* Another clock: it begins more than 720 minutes before, or goes on more than 10 after. */
START_TEST(test_judge_clock)
{
    struct readings readings = good_hour();
    hour[0].at = NINE - 43200;
    ck_assert_str_eq(judge(readings, "cold", &plain, way), "temperature-gap");
    hour[0].at = NINE - 43201;
    ck_assert_str_eq(judge(readings, "cold", &plain, way), "temperature-clock temperature-gap");
    ck_assert_int_eq(verdict.found[0].value, 43201);
    ck_assert_str_eq(judge(good_hour(), "cold", &plain, (struct transport){NINE, TEN - 600}), "");
    ck_assert_str_eq(judge(good_hour(), "cold", &plain, (struct transport){NINE, TEN - 601}),
                     "temperature-clock");
    /* a whole record eight hours off, as of a logger in UTC: it ends long before the arrival */
    readings = good_hour();
    for (int i = 0; i < COUNT; i++)
        hour[i].at -= 8 * 3600;
    ck_assert_str_eq(judge(readings, "cold", &plain, way), "temperature-cover");
}
END_TEST

/* What an item's own data allow: so long in sum, never beyond, and no warmer in the mean. */
START_TEST(test_judge_excursion)
{
    const struct supply_item stable = {
        .code = "I1", .excursion_minutes = 15, .has_excursion_max = true, .excursion_max = 25000};
    struct readings readings = good_hour();
    hour[6].mdeg = 9000;
    hour[7].mdeg = 9000;
    ck_assert_str_eq(judge(readings, "cold", &stable, way), ""); /* 15 minutes */
    ck_assert_int_eq(verdict.out_s, 900);
    hour[8].mdeg = 9000;
    ck_assert_str_eq(judge(readings, "cold", &stable, way), "temperature-time"); /* 20 */
    ck_assert_int_eq(verdict.found[0].value, 1200);
    readings = good_hour();
    hour[6].mdeg = 25000;
    ck_assert_str_eq(judge(readings, "cold", &stable, way), "temperature-kinetic");
    hour[6].mdeg = 25001;
    ck_assert_str_eq(judge(readings, "cold", &stable, way),
                     "temperature-limits temperature-kinetic");
    hour[6].mdeg = 1999; /* nothing is said below the lower limit */
    ck_assert_str_eq(judge(readings, "cold", &stable, way), "temperature-limits");
}
END_TEST

/* The label wins over the storage class. */
START_TEST(test_judge_label)
{
    const struct supply_item label = {
        .code = "I1", .has_temp_min = true, .temp_min = 0, .has_temp_max = true, .temp_max = 10000};
    struct readings readings = good_hour();
    hour[3].mdeg = 10000;
    hour[4].mdeg = 0;
    ck_assert_str_eq(judge(readings, "cold", &label, way), "");
    hour[4].mdeg = -1;
    ck_assert_str_eq(judge(readings, "cold", &label, way), "temperature-limits");
}
END_TEST

/* ---- files ------------------------------------------------------------------------------------------------ */

static struct readings readings;

static int
read_file(const char *name, const char *text, const char **hash)
{
    scratch_write(&scratch, name, text);
    return logger_read(&arena, scratch.file, zone, &readings, hash, &err);
}

#define ROWS_5 "2025-06-01 09:00:00,5.1\n2025-06-01 09:05:00,5.2\n"
static const char *const fine[] = {
    "time,temperature\n" ROWS_5,
    "时间,温度\n" ROWS_5,
    "记录时间,温度(℃)\n" ROWS_5,
    "\xEF\xBB\xBF采集时间,温度（℃）\r\n2025/6/1 9:00,5.1\r\n2025/6/1 9:05,5.2\r\n",
    "Date/Time,Temp (°C)\n" ROWS_5,
    "Timestamp,Temp_C\n2025-06-01T01:00:00Z,5.1\n2025-06-01T01:05:00Z,5.2\n",
    "Time (UTC),T\n2025-06-01 01:00,5.1\n2025-06-01 01:05,5.2\n",
    "时间(UTC+9),温度\n2025-06-01 10:00,5.1\n2025-06-01 10:05,5.2\n",
    "日期,时间,温度,湿度\n2025年6月1日,09:00,5.1,40\n2025年6月1日,09:05,5.2,41\n",
    "设备编号,L-01,,\n开始,2025-06-01,,\n\n序号,记录时间,温度(℃),状态\n1,2025-06-01 "
    "09:00,5.1℃,正常\n"
    "2,2025-06-01 09:05,5.2℃,正常\n",
    "序号,温度,时间\n2,5.2,2025-06-01 09:05\n1,5.1,2025-06-01 09:00\n", /* the newest first */
    /* GB18030 */
    "\xCA\xB1\xBC\xE4,\xCE\xC2\xB6\xC8\n" ROWS_5,
};

START_TEST(test_logger_reads)
{
    OK(read_file("l.csv", fine[_i], NULL));
    ck_assert_int_eq(readings.count, 2);
    ck_assert_int_eq(readings.items[0].at, NINE);
    ck_assert_int_eq(readings.items[0].mdeg, 5100);
    ck_assert_int_eq(readings.items[1].at, NINE + 300);
    ck_assert_int_eq(readings.items[1].mdeg, 5200);
}
END_TEST

START_TEST(test_logger_silence)
{
    OK(read_file("l.csv",
                 "时间,温度\n2025-06-01 09:00,5.1\n2025-06-01 09:05,--\n2025-06-01 09:10,\n"
                 "2025-06-01 09:15,断线\n2025-06-01 09:20,5.2\n2025-06-01 09:20,5.2\n",
                 NULL));
    ck_assert_int_eq(readings.count, 3);
    ck_assert_int_eq(readings.silent, 3);
    ck_assert_int_eq(readings.items[1].at - readings.items[0].at, 1200);
}
END_TEST

static const struct {
    const char *text, *words;
} bad[] = {
    {"", "no line names a time and a temperature"},
    {"a,b\n1,2\n", "no line names a time and a temperature"},
    {"时间,温度\n", "has no readings"},
    {"时间,温度\n2025-06-01 09:00,--\n", "has no readings"},
    {"时间,温度(℉)\n2025-06-01 09:00,41\n", "is in Fahrenheit"},
    {"时间,温度\n2025-06-01 09:00,41F\n", "l.csv:2: 41F: no temperature"},
    {"时间,温度\n2025-06-01 09:00,5.1\n06/01/2025 09:05,5.2\n",
     "l.csv:3: 06/01/2025 09:05: no time"},
    {"时间,温度\n2025-06-01,5.1\n", "l.csv:2: 2025-06-01: no time"},
    {"时间,温度\n2025-06-01 09:10,5\n2025-06-01 09:05,5\n2025-06-01 09:15,5\n",
     "l.csv:3: goes back in time"},
    {"时间,温度\n2025-06-01 09:10,5\n2025-06-01 09:10,6\n", "l.csv:3: has two temperatures"},
};

START_TEST(test_logger_refuses)
{
    FAILS(read_file("l.csv", bad[_i].text, NULL), ERR_DATA, bad[_i].words);
}
END_TEST

START_TEST(test_logger_hash)
{
    const char *hash;
    OK(read_file("l.csv", "time,temperature\n2025-06-01 09:00,5.1\n", &hash));
    /* sha256sum of these bytes */
    ck_assert_str_eq(hash, "f6acf23f6523374e01390f3bb037959a04c9a2e0436526313f94f6e00b0e0380");
    FAILS(logger_read(&arena, scratch.folder, zone, &readings, &hash, &err), ERR_IO,
          "must be a file");
    FAILS(logger_read(&arena, "/nonexistent/l.csv", zone, &readings, &hash, &err), ERR_IO,
          "/nonexistent/l.csv");
}
END_TEST

/* ---- the pack ---------------------------------------------------------------------------------------------- */

#define STORAGE(extra)                                                                             \
    "storages: {cold: {zh: 冷藏, record: true, min: 2.0, max: 8.0, gap_minutes: 5, "             \
    "early_minutes: 720, late_minutes: 10, source: x" extra "}}\n"
static const struct {
    const char *text, *words; /* NULL: it is fine */
} packs[] = {
    {STORAGE(""), NULL},
    {STORAGE(", limit: 3"), "unknown key limit"},
    {STORAGE(", energy: 5"), "energy: must be from"},
    {STORAGE(", kinetic: warm"), "kinetic: no temperature"},
    {"storages: {cold: {zh: x, source: x, max: 8, min: 9, gap_minutes: 5, early_minutes: 1, "
     "late_minutes: 1}}\n",
     "out of order"},
    {"storages: {cold: {zh: x, source: x, max: 8, early_minutes: 1, late_minutes: 1}}\n",
     "gap_minutes"},
    {"storages: {cold: {zh: x, max: 8, gap_minutes: 5, early_minutes: 1, late_minutes: 1}}\n",
     "needs zh and source"},
    {"storage: {}\n", "unknown key storage"},
};

START_TEST(test_coldchain_pack)
{
    const char *text = packs[_i].text;
    const struct yaml *root = yaml_parse(&arena, "coldchain.yaml", text, strlen(text), &err);
    struct coldchain read;
    ck_assert_ptr_nonnull(root);
    if (packs[_i].words)
        FAILS(coldchain_parse(root, &read, &err), ERR_DATA, packs[_i].words);
    else
        OK(coldchain_parse(root, &read, &err));
}
END_TEST

/* Every storage class that an item may have is in the shipped pack, and there is none beside them. */
START_TEST(test_coldchain_shipped)
{
    static const char *const words[] = {"ambient", "cool", "cold", "frozen"};
    ck_assert_int_eq(chain.count, 4);
    for (int i = 0; i < 4; i++)
        ck_assert_ptr_nonnull(coldchain_find(&chain, words[i], &err));
    ck_assert_ptr_null(coldchain_find(&chain, "warm", &err));
    ck_assert(coldchain_find(&chain, "cold", &err)->record);
    ck_assert(!coldchain_find(&chain, "ambient", &err)->record);
}
END_TEST

Suite *
temperature_suite(void)
{
    Suite *suite = suite_create("temperature");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, setup, teardown);
    tcase_add_loop_test(all, test_degrees, 0, (int)(sizeof degrees / sizeof degrees[0]));
    tcase_add_test(all, test_degrees_text);
    tcase_add_test(all, test_kinetic);
    tcase_add_test(all, test_kinetic_bounds);
    tcase_add_test(all, test_judge_good);
    tcase_add_test(all, test_judge_limits);
    tcase_add_test(all, test_judge_limits_words);
    tcase_add_test(all, test_judge_gap);
    tcase_add_test(all, test_judge_cover);
    tcase_add_test(all, test_judge_clock);
    tcase_add_test(all, test_judge_excursion);
    tcase_add_test(all, test_judge_label);
    tcase_add_loop_test(all, test_logger_reads, 0, (int)(sizeof fine / sizeof fine[0]));
    tcase_add_test(all, test_logger_silence);
    tcase_add_loop_test(all, test_logger_refuses, 0, (int)(sizeof bad / sizeof bad[0]));
    tcase_add_test(all, test_logger_hash);
    tcase_add_loop_test(all, test_coldchain_pack, 0, (int)(sizeof packs / sizeof packs[0]));
    tcase_add_test(all, test_coldchain_shipped);
    suite_add_tcase(suite, all);
    return suite;
}
