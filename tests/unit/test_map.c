#include "clinic.h"

Suite *map_suite(void);

static struct clinic clinic;
static struct import_count count;
static struct err err;

static void
setup(void)
{
    clinic_open(&clinic, "");
}

static void
teardown(void)
{
    clinic_close(&clinic);
}

static const struct kind *
apply(const char *kind_name, const char *text, struct ignored *ignored)
{
    const struct kind *kind = kind_load(&clinic.arena, &clinic.packs, kind_name, &err);
    ck_assert_msg(kind, "%s", err.text);
    return map_apply(&clinic.arena, kind, clinic_file(&clinic, "map.yaml", text), ignored, &err);
}

/* A foreign file whole: other headers, other words, columns of no use, and what it does not say. */
START_TEST(test_map_import)
{
    const char *text = "流水,客,何时,态,门诊,打印次数,操作员\n"
                       "V1,C1,2025-06-01 09:00,已来,S01,3,x\n"
                       "V2,C1,2025-06-01 10:00,走了,,,\n"
                       "V3,C1,2025-06-01 10:00,finished,,,\n";
    const struct clinic_way way = {
        .map = "columns: {流水: code, 门诊: store, 客: client, 何时: arrived_at, 态: status}\n"
               "ignore: [打印次数, 操作员]\n"
               "defaults: {purpose: consult, note: 旧系统, store: S02}\n"
               "values: {status: {已来: arrived, 走了: 已离院}}\n"};
    OK(clinic_import(&clinic, "visits", "old.csv", text, &way, &count, &err));
    ASK("SELECT group_concat(store_id || code || status || purpose || note) FROM "
        "(SELECT * FROM visit ORDER BY store_id, id)",
        "1V1arrivedconsult旧系统,2V2finishedconsult旧系统,2V3finishedconsult旧系统");
}
END_TEST

/* The map is for one import: the kind that was loaded stays as it was. */
START_TEST(test_map_copy)
{
    struct ignored ignored = {0};
    const struct kind *plain = kind_load(&clinic.arena, &clinic.packs, "visits", &err);
    const char *file = clinic_file(&clinic, "map.yaml",
                                   "columns: {流水: code}\n"
                                   "defaults: {store: S02}\n"
                                   "values: {status: {已来: arrived}}\n"
                                   "unknown: {channel: empty}\n");
    const struct kind *mapped = map_apply(&clinic.arena, plain, file, &ignored, &err);
    ck_assert_msg(mapped, "%s", err.text);
    ck_assert_int_eq(kind_match(mapped, "流水"), 1);
    ck_assert_int_eq(kind_match(mapped, "到院编号"), 1);
    ck_assert_int_eq(kind_match(plain, "流水"), -1);
    ck_assert_ptr_null(plain->columns[0].fallback);
    ck_assert_str_eq(mapped->columns[0].fallback, "S02");
    const struct kind_column *status = &plain->columns[kind_column(plain, "status")];
    ck_assert_ptr_null(kind_word(status, "已来", strlen("已来")));
    status = &mapped->columns[kind_column(mapped, "status")];
    ck_assert_str_eq(kind_word(status, "已来", strlen("已来")), "arrived");
    ck_assert_str_eq(kind_word(status, "已到院", strlen("已到院")), "arrived");
    ck_assert_int_eq(plain->columns[kind_column(plain, "channel")].unknown, UNKNOWN_REFUSE);
    ck_assert_int_eq(mapped->columns[kind_column(mapped, "channel")].unknown, UNKNOWN_EMPTY);
}
END_TEST

/* A foreign word may be one that the kind has, with another meaning. */
START_TEST(test_map_words_win)
{
    struct ignored ignored = {0};
    const struct kind *kind = apply("visits", "values: {status: {finished: planned}}\n", &ignored);
    ck_assert_msg(kind, "%s", err.text);
    const struct kind_column *status = &kind->columns[kind_column(kind, "status")];
    ck_assert_str_eq(kind_word(status, "finished", 8), "planned");
}
END_TEST

/* Headers to pass over come from the command line and from the map. */
START_TEST(test_map_ignored)
{
    const char *given[] = {"甲"};
    struct ignored ignored = {given, 1};
    ck_assert_ptr_nonnull(apply("visits", "ignore: [乙, 丙]\n", &ignored));
    ck_assert_int_eq(ignored.count, 3);
    ck_assert_str_eq(ignored.headers[0], "甲");
    ck_assert_str_eq(ignored.headers[2], "丙");
}
END_TEST

START_TEST(test_map_store)
{
    const struct kind *kind = kind_load(&clinic.arena, &clinic.packs, "visits", &err);
    ck_assert_str_eq(map_store(&clinic.arena, kind, "S03")->columns[0].fallback, "S03");
    ck_assert_ptr_null(kind->columns[0].fallback);
    kind = kind_load(&clinic.arena, &clinic.packs, "channels", &err);
    ck_assert_ptr_eq(map_store(&clinic.arena, kind, "S03"), kind);
}
END_TEST

static const struct {
    const char *text, *words;
} maps[] = {
    {"colums: {a: code}\n", "map.yaml:1: unknown key colums; is columns meant?"},
    {"- a\n", "map.yaml:1: a map (key: value) is wanted here"},
    {"columns: {a: cod}\n",
     "map.yaml:1: cod: visits has no such column; see: medi-db kinds visits"},
    {"columns: {a: [code]}\n", "map.yaml:1: ?: visits has no such column"},
    {"\ncolumns:\n  a: code\n  b: 到院\n", "map.yaml:4: 到院: visits has no such column"},
    {"defaults: {colour: red}\n", "colour: visits has no such column"},
    {"values: {colour: {a: b}}\n", "colour: visits has no such column"},
    {"values: {status: {a: b}}\n", "map.yaml:1: b: not a word of status"},
    {"values: {status: {a: [arrived]}}\n", "?: not a word of status"},
    {"values: {note: {a: b}}\n", "note: is not a choice"},
    {"unknown: {channel: make}\n", "a reference's must be refuse, empty or create"},
    {"unknown: {note: create}\n", "a reference's must be refuse, empty or create"},
    {"unknown: {colour: create}\n", "colour: visits has no such column"},
    {"columns: {a: code\n", "map.yaml:"},
    {"columns: {a: code}\ncolumns: {b: code}\n", "map.yaml:2: "},
};

START_TEST(test_map_refused)
{
    struct ignored ignored = {0};
    ck_assert_ptr_null(apply("visits", maps[_i].text, &ignored));
    ck_assert_msg(err.kind == ERR_DATA && strstr(err.text, maps[_i].words), "%d %s", (int)err.kind,
                  err.text);
}
END_TEST

START_TEST(test_map_none)
{
    struct ignored ignored = {0};
    const struct kind *kind = kind_load(&clinic.arena, &clinic.packs, "visits", &err);
    ck_assert_ptr_null(map_apply(&clinic.arena, kind, "/nonexistent.yaml", &ignored, &err));
    ck_assert_int_eq(err.kind, ERR_IO);
}
END_TEST

/* A default that is no value is told with the record that it would have been for. */
START_TEST(test_map_default_wrong)
{
    const struct clinic_way way = {.map = "defaults: {status: 没有}\n"};
    FAILS(clinic_import(&clinic, "visits", "v.csv",
                        "store,code,client,arrived_at\nS01,V1,C1,2025-06-01\n", &way, &count, &err),
          ERR_DATA, "v.csv:2: status: 没有: not one of");
}
END_TEST

Suite *
map_suite(void)
{
    Suite *suite = suite_create("map");
    TCase *all = clinic_case("map", setup, teardown);
    tcase_add_test(all, test_map_import);
    tcase_add_test(all, test_map_copy);
    tcase_add_test(all, test_map_words_win);
    tcase_add_test(all, test_map_ignored);
    tcase_add_test(all, test_map_store);
    tcase_add_loop_test(all, test_map_refused, 0, sizeof maps / sizeof *maps);
    tcase_add_test(all, test_map_none);
    tcase_add_test(all, test_map_default_wrong);
    suite_add_tcase(suite, all);
    return suite;
}
