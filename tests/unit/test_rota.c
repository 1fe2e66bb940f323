#include "scratch.h"

#include "rota/rules.h"

Suite *rota_suite(void);

/* rosters.yaml: what is read of a good one, and each check of the reader seen to refuse. Seen to fail: two
 * rules that contradict let through; codes with spaces; shifts of which nothing is paid; lists that are none. */

static struct scratch scratch;
static struct arena arena;
static struct err err;
static struct rota_rules rules;

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

static int
read_pack(const char *shifts, const char *everyone, const char *roles, const char *rest)
{
    char text[2000];
    snprintf(text, sizeof text, "shifts: {%s}\neveryone: {%s}\nroles: {%s}\n%s\n", shifts, everyone,
             roles, rest);
    scratch_write(&scratch, "rosters.yaml", text);
    return rota_rules_read(&arena, scratch_file(&scratch, "rosters.yaml"), &rules, &err);
}

#define SHIFT "E: {zh: 早, from: 9:00, to: 18:00, break: 60}"
#define WEIGHTS "weights: {short: 20, change: 7}"

START_TEST(shipped)
{
    const struct packs packs = {NULL, "share/medi"};
    OK(rota_rules_load(&arena, &packs, &rules, &err));
    ck_assert_int_eq(rules.shifts, 3);
    ck_assert_int_eq(rota_paid(&rules.shift[rota_shift(&rules, "M")]), 480);
    const struct rota_role *manager = rota_role(&rules, "manager");
    ck_assert_int_eq(manager->rule[RULE_WEEK_HOURS_MAX], 44);
    ck_assert_int_eq(manager->rule[RULE_COVER], 0);
    ck_assert(rota_lists(manager->shifts, "E") && !rota_lists(manager->shifts, "L"));
    ck_assert(rota_lists(rota_role(&rules, "doctor")->licence, "chief-physician"));
    ck_assert_ptr_null(rota_role(&rules, "buyer"));
    ck_assert_int_eq(rules.weight[WEIGHT_SHORT], 20);
}
END_TEST

START_TEST(roles_of_everyone)
{
    OK(read_pack(SHIFT, "run_days_max: 5, shifts: [E], rest_hours: 11",
                 "nurse: {run_days_max: 4, licence: [nurse]}, consultant: {}, manager: null",
                 WEIGHTS));
    ck_assert_int_eq(rota_role(&rules, "nurse")->rule[RULE_RUN_DAYS_MAX], 4);
    ck_assert_int_eq(rota_role(&rules, "nurse")->rule[RULE_REST_HOURS], 11);
    ck_assert_int_eq(rota_role(&rules, "consultant")->rule[RULE_RUN_DAYS_MAX], 5);
    ck_assert_int_eq(rota_role(&rules, "manager")->rule[RULE_MONTH_HOURS], RULE_NONE);
    ck_assert(rota_lists(rota_role(&rules, "manager")->shifts, "E"));
    ck_assert_int_eq(rules.weight[WEIGHT_CHANGE], 7);
    ck_assert_int_eq(rules.weight[WEIGHT_OVER], 0);
    ck_assert_int_eq(rules.slack, 0);
    ck_assert_int_eq(rota_shift(&rules, "L"), -1);
    ck_assert(rota_lists(NULL, "L") && !rota_lists(",EE,", "E") && rota_lists(",A,E,", "E"));
}
END_TEST

/* The word that an error must have. */
static const struct {
    const char *shifts, *everyone, *roles, *rest, *words;
} hostile[] = {
    {"", "", "nurse: {}", WEIGHTS, "shifts: missing"},
    {"E: {zh: 早, from: 9:00}", "", "nurse: {}", WEIGHTS, "to: needs a time"},
    {"E: {zh: 早, from: 9, to: 18:00}", "", "nurse: {}", WEIGHTS, "from: needs a time"},
    {"E: {zh: 早, from: 9:00, to: 24:01}", "", "nurse: {}", WEIGHTS, "to: needs a time"},
    {"E: {zh: 早, from: 9:00:30, to: 18:00}", "", "nurse: {}", WEIGHTS, "from: needs a time"},
    {"E: {zh: 早, from: 18:00, to: 9:00}", "", "nurse: {}", WEIGHTS, "ends before"},
    {"E: {zh: 早, from: 9:00, to: 9:29}", "", "nurse: {}", WEIGHTS, "ends before"},
    {"E: {zh: 早, from: 9:00, to: 18:00, break: 481}", "", "nurse: {}", WEIGHTS, "break: must be"},
    {"E: {zh: 早, from: 9:00, to: 18:00, break: -1}", "", "nurse: {}", WEIGHTS, "break: must be"},
    {"E: {zh: 早, from: 9:00, to: 18:00, late: maybe}", "", "nurse: {}", WEIGHTS, "late"},
    {"E: {zh: 早, from: 9:00, to: 18:00, pay: 2}", "", "nurse: {}", WEIGHTS, "pay"},
    {"E: {zh: 早, from: 9:00, to: 18:00, stores: S01}", "", "nurse: {}", WEIGHTS,
     "stores: must be a list"},
    {"E: {zh: 早, from: 9:00, to: 18:00, stores: []}", "", "nurse: {}", WEIGHTS,
     "stores: must be a list"},
    {"E: {zh: 早, from: 9:00, to: 18:00, stores: ['a,b']}", "", "nurse: {}", WEIGHTS,
     "stores: must be a list"},
    {"E: {zh: 早, from: 9:00, to: 18:00, stores: [{a: b}]}", "", "nurse: {}", WEIGHTS,
     "stores: must be a list"},
    {"E: {from: 9:00, to: 18:00}", "", "nurse: {}", WEIGHTS, "and zh"},
    {"'E F': {zh: 早, from: 9:00, to: 18:00}", "", "nurse: {}", WEIGHTS, "without spaces"},
    {"off: {zh: 早, from: 9:00, to: 18:00}", "", "nurse: {}", WEIGHTS, "off: a shift"},
    {"work: {zh: 早, from: 9:00, to: 18:00}", "", "nurse: {}", WEIGHTS, "work: a shift"},
    {SHIFT, "run_days_max: 0", "nurse: {}", WEIGHTS, "run_days_max: must be"},
    {SHIFT, "rest_hours: 25", "nurse: {}", WEIGHTS, "rest_hours: must be"},
    {SHIFT, "week_hours_max: 169", "nurse: {}", WEIGHTS, "week_hours_max: must be"},
    {SHIFT, "week_hours_max: often", "nurse: {}", WEIGHTS, "week_hours_max"},
    {SHIFT, "weeks: 3", "nurse: {}", WEIGHTS, "weeks"},
    {SHIFT, "", "nurse: {cover: -1}", WEIGHTS, "cover: must be"},
    {SHIFT, "", "nurse: {licence: nurse}", WEIGHTS, "licence: must be a list"},
    {SHIFT, "", "nurse: {licence: [nourse]}", WEIGHTS, "nourse"},
    {SHIFT, "", "nourse: {}", WEIGHTS, "nourse: no such role"},
    {SHIFT, "", "nurse: {shifts: [E, L]}", WEIGHTS, "L: no such shift"},
    {SHIFT, "run_days_max: 3", "nurse: {run_days_min: 4}", WEIGHTS,
     "run_days_min 4 is more than run_days_max 3"},
    {SHIFT, "month_hours_min: 170", "nurse: {month_hours_max: 169}", WEIGHTS,
     "month_hours_min 170 is more"},
    {SHIFT, "", "nurse: {}", "", "weights: missing"},
    {SHIFT, "", "nurse: {}", "weights: {short: -1}", "short: must be"},
    {SHIFT, "", "nurse: {}", "weights: {short: 100001}", "short: must be"},
    {SHIFT, "", "nurse: {}", "weights: {shorts: 1}", "shorts"},
    {SHIFT, "", "nurse: {}", "slack_minutes: 241\n" WEIGHTS, "slack_minutes: must be"},
    {SHIFT, "", "nurse: {}", WEIGHTS "\nslacks: 2", "slacks"},
};

START_TEST(refused)
{
    int result =
        read_pack(hostile[_i].shifts, hostile[_i].everyone, hostile[_i].roles, hostile[_i].rest);
    ck_assert_msg(result < 0, "not refused: %s", hostile[_i].words);
    ck_assert_msg(strstr(err.text, hostile[_i].words) != NULL, "%s, wanted: %s", err.text,
                  hostile[_i].words);
    ck_assert_msg(strstr(err.text, "rosters.yaml:") != NULL, "%s: no place", err.text);
}
END_TEST

START_TEST(too_many_shifts)
{
    char text[ROTA_SHIFTS * 60 + 100] = "";
    for (int i = 0; i <= ROTA_SHIFTS; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text),
                 "%sS%d: {zh: 早, from: 9:00, to: 18:00}", i ? ", " : "", i);
    ck_assert_int_lt(read_pack(text, "", "nurse: {}", WEIGHTS), 0);
    ck_assert_ptr_nonnull(strstr(err.text, "shifts: more than 32"));
}
END_TEST

START_TEST(no_roles)
{
    scratch_write(&scratch, "rosters.yaml", "shifts: {" SHIFT "}\n" WEIGHTS "\n");
    ck_assert_int_lt(rota_rules_read(&arena, scratch_file(&scratch, "rosters.yaml"), &rules, &err),
                     0);
    ck_assert_ptr_nonnull(strstr(err.text, "roles: missing"));
}
END_TEST

Suite *
rota_suite(void)
{
    Suite *suite = suite_create("rota");
    TCase *tcase = tcase_create("rules");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, shipped);
    tcase_add_test(tcase, roles_of_everyone);
    tcase_add_loop_test(tcase, refused, 0, sizeof hostile / sizeof hostile[0]);
    tcase_add_test(tcase, too_many_shifts);
    tcase_add_test(tcase, no_roles);
    suite_add_tcase(suite, tcase);
    return suite;
}
