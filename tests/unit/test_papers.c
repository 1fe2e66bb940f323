#include "scratch.h"

#include "supply/papers.h"
#include "scan/gtin.h"
#include "supply/registration.h"

Suite *papers_suite(void);

/* Registration numbers and bar codes by their forms, amounts in an item's units, and the papers of suppliers: every need
 * of the shipped pack, to the day. */

static struct arena arena;
static struct err err;
static struct paper_rules rules;

static void
setup(void)
{
    const struct packs packs = {NULL, "share/medi"};
    arena_init(&arena);
    err_clear(&err);
    OK(paper_rules_load(&arena, &packs, true, &rules, &err));
}

static void
teardown(void)
{
    arena_release(&arena);
}

/* ---- numbers ---------------------------------------------------------------------------------------------- */

static const struct {
    const char *number, *kind;
    bool fits, imported;
    int device_class;
} numbers[] = {
    {"国药准字H20200001", "drug", true, false, 0},
    {"国药准字S20269001号", "drug", true, false, 0},
    {"国药准字HJ20200001", "drug", true, true, 0},
    {"国药准字SC20200001", "drug", true, true, 0},
    {"国药准字J20160001", "drug", true, true, 0},
    {"S20160001", "drug", true, true, 0},
    {"HC20160001", "drug", true, true, 0},
    {"国药准字H2020001", "drug", false, false, 0},
    {"国药准字h20200001", "drug", false, false, 0},
    {"国药准字 S1", "drug", false, false, 0},
    {"国械注准20203130001", "drug", false, false, 3},
    {"国械注准20203130001", "implant", true, false, 3},
    {"国械注进20202130001", "device", true, true, 2},
    {"国械注许20202130001", "device", true, true, 2},
    {"沪械注准20202130001", "consumable", true, false, 2},
    {"国械注准20204130001", "device", false, false, 0},
    {"国械注准2020313000", "device", false, false, 0},
    {"国械备20150001", "device", true, true, 1},
    {"浙杭械备20150001", "consumable", true, false, 1},
    {"沪械备20150001", "consumable", true, false, 1},
    {"国药准字H20200001", "consumable", false, false, 0},
    {"国药准字H20200001", "device", false, false, 0},
    {"国妆特字20200001", "consumable", true, false, 0},
    {"沪G妆网备字2020000001", "consumable", true, false, 0},
    {"粤卫消证字(2020)第0001号", "consumable", true, false, 0},
    {"国妆特字20200001", "implant", false, false, 0},
    {"", "drug", false, false, 0},
};

START_TEST(test_registration)
{
    struct registration registration;
    registration_read(numbers[_i].number, &registration);
    ck_assert_int_eq(registration.imported, numbers[_i].imported);
    ck_assert_int_eq(registration.device_class, numbers[_i].device_class);
    int fits = registration_check(numbers[_i].number, numbers[_i].kind, &err);
    ck_assert_msg((fits == 0) == numbers[_i].fits, "%s %s: %s", numbers[_i].number,
                  numbers[_i].kind, err.text);
}
END_TEST

START_TEST(test_gtin)
{
    char gtin[GTIN_ROOM];
    OK(gtin_read("6901234567892", strlen("6901234567892"), gtin, &err));
    ck_assert_str_eq(gtin, "06901234567892");
    OK(gtin_read("96385074", strlen("96385074"), gtin, &err));
    ck_assert_str_eq(gtin, "00000096385074");
    OK(gtin_read("614141007349", strlen("614141007349"), gtin, &err));
    ck_assert_str_eq(gtin, "00614141007349");
    FAILS(gtin_read("6901234567893", strlen("6901234567893"), gtin, &err), ERR_DATA,
          "check digit is wrong");
    FAILS(gtin_read("690123456789", strlen("690123456789"), gtin, &err), ERR_DATA,
          "check digit is wrong");
    FAILS(gtin_read("69012345678", strlen("69012345678"), gtin, &err), ERR_DATA,
          "has 8, 12, 13 or 14 digits");
    FAILS(gtin_read("690123456789X", strlen("690123456789X"), gtin, &err), ERR_DATA,
          "has 8, 12, 13 or 14 digits");
}
END_TEST

/* ---- amounts ---------------------------------------------------------------------------------------------- */

static const struct supply_item boxed = {.code = "I1",
                                         .unit = "U",
                                         .vial_unit = "瓶",
                                         .vial_size = 100,
                                         .pack_unit = "盒",
                                         .pack_size = 1000};
static const struct supply_item bare = {.code = "I2", .unit = "0.01ml"};

START_TEST(test_amounts)
{
    static const struct {
        const struct supply_item *item;
        const char *text, *words; /* words: why it is refused */
        int64_t count, size;
    } amounts[] = {
        {&boxed, "12", NULL, 12, 1},
        {&boxed, "12U", NULL, 12, 1},
        {&boxed, "12 unit", NULL, 12, 1},
        {&boxed, "3瓶", NULL, 3, 100},
        {&boxed, "3 vial", NULL, 3, 100},
        {&boxed, "2盒", NULL, 2, 1000},
        {&boxed, "2 pack", NULL, 2, 1000},
        {&bare, "5 0.01ml", NULL, 5, 1},
        {&boxed, "0", "above zero", 0, 0},
        {&boxed, "-1", "whole number", 0, 0},
        {&boxed, "1.5盒", "whole number", 0, 0},
        {&boxed, "", "whole number", 0, 0},
        {&boxed, "2箱", "is not counted in 箱; its units are U, 瓶, 盒", 0, 0},
        {&bare, "2 pack", "is not counted in pack; its units are 0.01ml", 0, 0},
        {&bare, "1000000000", "whole number", 0, 0},
    };
    for (size_t i = 0; i < sizeof amounts / sizeof amounts[0]; i++) {
        int64_t count, size;
        const char *text = amounts[i].text;
        if (amounts[i].words) {
            FAILS(supply_amount(amounts[i].item, text, strlen(text), &count, &size, &err), ERR_DATA,
                  amounts[i].words);
            continue;
        }
        OK(supply_amount(amounts[i].item, text, strlen(text), &count, &size, &err));
        ck_assert_int_eq(count, amounts[i].count);
        ck_assert_int_eq(size, amounts[i].size);
    }
    OK(supply_sizes(1000, 100, &err));
    OK(supply_sizes(0, 100, &err));
    FAILS(supply_sizes(1000, 300, &err), ERR_DATA, "no whole number of vials");
}
END_TEST

/* ---- papers ------------------------------------------------------------------------------------------------- */

enum { DAY = 20240 };

static const char *
lacking(const char *category, const struct paper *papers, int count, const char *lot)
{
    const struct paper_case given = {1, lot, DAY};
    const struct paper_category *found = paper_category_find(&rules, category, &err);
    ck_assert_ptr_nonnull(found);
    const char *words = paper_lacking(&arena, found, papers, count, &given, lot != NULL);
    return words ? words : "";
}

#define PAPER(kind, from, to)                                                                      \
    {                                                                                              \
        kind, "N-" kind, NULL, 0, from, to                                                         \
    }

/* Valid on its first and on its last day, and on no other side of them. */
START_TEST(test_papers_edges)
{
    struct paper papers[] = {PAPER("business-licence", 1, PAPER_NO_END),
                             PAPER("device-filing", DAY - 10, DAY)};
    ck_assert_str_eq(lacking("device-2", papers, 2, NULL), "");
    papers[1].valid_to = DAY - 1;
    ck_assert_ptr_nonnull(
        strstr(lacking("device-2", papers, 2, NULL), "N-device-filing ended on 2025-05-31"));
    papers[1] = (struct paper)PAPER("device-filing", DAY, DAY);
    ck_assert_str_eq(lacking("device-2", papers, 2, NULL), "");
    papers[1].valid_from = DAY + 1;
    papers[1].valid_to = DAY + 1;
    ck_assert_ptr_nonnull(
        strstr(lacking("device-2", papers, 2, NULL), "holds only from 2025-06-02"));
    ck_assert_ptr_nonnull(strstr(lacking("device-2", papers, 1, NULL), "there is none"));
    /* a filing is not enough for class III, a licence is */
    struct paper three[] = {PAPER("business-licence", 1, PAPER_NO_END),
                            PAPER("device-filing", 1, PAPER_NO_END),
                            {"authorisation", "A", NULL, 1, 1, PAPER_NO_END},
                            PAPER("device-trade", 1, DAY)};
    ck_assert_str_ne(lacking("device-3", three, 3, NULL), "");
    ck_assert_str_eq(lacking("device-3", three, 4, NULL), "");
    three[2].item_id = 2; /* for another item */
    ck_assert_ptr_nonnull(
        strstr(lacking("device-3", three, 4, NULL), "A is for another item or lot"));
    three[2].item_id = 0; /* it has to say for which */
    ck_assert_str_ne(lacking("device-3", three, 4, NULL), "");
}
END_TEST

/* A renewed paper counts beside the one that is over. */
START_TEST(test_papers_renewed)
{
    struct paper papers[] = {PAPER("business-licence", 1, DAY - 1),
                             PAPER("business-licence", DAY, PAPER_NO_END)};
    ck_assert_str_eq(lacking("device-1", papers, 2, NULL), "");
    ck_assert_str_ne(lacking("device-1", papers, 1, NULL), "");
}
END_TEST

/* The clearance is asked for when the lot is there, and must name it. */
START_TEST(test_papers_lots)
{
    struct paper papers[] = {{"import-clearance", "C1", "L1、L2, L3;L4 L5", 1, 1, PAPER_NO_END}};
    static const char *const yes[] = {"L1", "L2", "L3", "L4", "L5"};
    ck_assert_ptr_null(strstr(lacking("imported-drug", papers, 0, NULL), "通关单"));
    for (int i = 0; i < 5; i++)
        ck_assert_str_eq(lacking("imported-drug", papers, 1, yes[i]), "");
    ck_assert_str_ne(lacking("imported-drug", papers, 1, "L"), "");
    ck_assert_str_ne(lacking("imported-drug", papers, 1, "L11"), "");
    ck_assert_str_ne(lacking("imported-drug", papers, 1, ""), "");
    ck_assert_str_eq(lacking("drug", papers, 1, "L9"), "");
}
END_TEST

/* The category of an item by its number, its kind and whether it is controlled; its own word wins. */
START_TEST(test_papers_category)
{
    static const struct {
        struct supply_item item;
        const char *category;
    } items[] = {
        {{.kind = "drug", .registration_no = "国药准字H20200001"}, "drug"},
        {{.kind = "drug", .registration_no = "国药准字SJ20200001"}, "imported-drug"},
        {{.kind = "drug", .registration_no = "国药准字S20200001", .controlled = true},
         "controlled-drug"},
        {{.kind = "drug", .registration_no = "S20160001", .controlled = true},
         "imported-controlled-drug"},
        {{.kind = "drug"}, "drug"},
        {{.kind = "implant", .registration_no = "国械注准20203130001"}, "device-3"},
        {{.kind = "implant"}, "device-3"},
        {{.kind = "consumable", .registration_no = "沪械备20150001"}, "device-1"},
        {{.kind = "consumable"}, "device-2"},
        {{.kind = "device", .registration_no = "国械注进20202130001"}, "device-2"},
        {{.kind = "consumable", .registration_no = "国妆特字20200001"}, "cosmetic"},
        {{.kind = "consumable", .registration_no = "粤卫消证字(2020)第0001号"}, "disinfectant"},
        {{.kind = "consumable", .category = "other"}, "other"},
    };
    for (size_t i = 0; i < sizeof items / sizeof items[0]; i++) {
        const struct paper_category *found = paper_category_of(&rules, &items[i].item, &err);
        ck_assert_ptr_nonnull(found);
        ck_assert_str_eq(found->name, items[i].category);
    }
    const struct supply_item odd = {.code = "I9", .kind = "drug", .category = "food"};
    ck_assert_ptr_null(paper_category_of(&rules, &odd, &err));
    ck_assert_ptr_nonnull(strstr(err.text, "I9: food: no such category"));
}
END_TEST

/* ---- the pack ------------------------------------------------------------------------------------------------ */

/* The shipped pack with one thing changed is refused, and says where. */
static const struct {
    const char *from, *to, *words;
} changes[] = {
    {"passes: {drug-trade: 0}", "passes: {drug-trade: -1}",
     "its example that should pass does not"},
    {"breaks: [{drug-trade: -1}", "breaks: [{drug-trade: 0}", "its example that should break it"},
    {"breaks: [{designation: -1}, {drug-trade: 0}]", "breaks: []", "a list of some that break it"},
    {"any: [designation]", "any: [designator]", "designator: is no paper of this pack"},
    {"any: [designation]", "any: []", "any: must be a list"},
    {"        any: [seller]", "        any: [business-licence]", "seller: no category asks"},
    {"  designation: {", "  spare: {zh: x, en: x, says: y, covers: supplier}\n  designation: {",
     "spare: no category asks for this paper"},
    {"covers: lot}", "covers: box}", "covers: must be supplier, item or lot"},
    {"  cosmetic:\n", "  cosmetics:\n", "cosmetic: missing"},
    {"also: [drug]", "also: [drugs]", "drugs: no category"},
    {"law: 药品管理法 34, 51, 55", "article: 34", "unknown key article"},
    {"{business-licence: -1}, {seller: 0}]\n  device-2", "{business-licence: soon}]\n  device-2",
     "an example is a number of days"},
};

START_TEST(test_papers_pack)
{
    static char text[65536], changed[65536];
    FILE *file = fopen("share/medi/papers.yaml", "r");
    ck_assert_ptr_nonnull(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    const char *at = strstr(text, changes[_i].from);
    ck_assert_msg(at != NULL, "%s: not in the pack", changes[_i].from);
    snprintf(changed, sizeof changed, "%.*s%s%s", (int)(at - text), text, changes[_i].to,
             at + strlen(changes[_i].from));
    const struct yaml *root = yaml_parse(&arena, "papers.yaml", changed, strlen(changed), &err);
    struct paper_rules read;
    ck_assert_msg(root != NULL, "%s", err.text);
    FAILS(paper_rules_parse(&arena, root, true, &read, &err), ERR_DATA, changes[_i].words);
    ck_assert_ptr_nonnull(strstr(err.text, "papers.yaml:"));
}
END_TEST

Suite *
papers_suite(void)
{
    Suite *suite = suite_create("papers");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, setup, teardown);
    tcase_add_loop_test(all, test_registration, 0, (int)(sizeof numbers / sizeof numbers[0]));
    tcase_add_test(all, test_gtin);
    tcase_add_test(all, test_amounts);
    tcase_add_test(all, test_papers_edges);
    tcase_add_test(all, test_papers_renewed);
    tcase_add_test(all, test_papers_lots);
    tcase_add_test(all, test_papers_category);
    tcase_add_loop_test(all, test_papers_pack, 0, (int)(sizeof changes / sizeof changes[0]));
    suite_add_tcase(suite, all);
    return suite;
}
