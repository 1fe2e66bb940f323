#include "clinic.h"

#include "kpi/perform.h"

Suite *perform_suite(void);

/* Points and ladders reckoned by hand; what is wrong with a pack, by line; the shipped pack, input by input. */

static struct clinic clinic;
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

static struct kpi_layer layer;

static struct catalogue *
catalogue(void)
{
    OK(kpi_layer_open(&layer, clinic.db, &clinic.arena, &clinic.packs, 0, &err));
    return &layer.catalogue;
}

static const struct {
    int64_t weight, target, zero, numerator, denominator, points;
} sums[] = {
    /* more is better: 70 % earns nothing, 95 % all, 82.5 % half of 60 % */
    {600000, 950000, 700000, 95, 100, 600000},
    {600000, 950000, 700000, 100, 100, 600000},
    {600000, 950000, 700000, 70, 100, 0},
    {600000, 950000, 700000, 0, 5, 0},
    {600000, 950000, 700000, 825, 1000, 300000},
    {600000, 950000, 700000, 949999, 1000000, 599998},
    /* less is better: 6 % nothing, 1 % all, 3.5 % half of 40 % */
    {400000, 10000, 60000, 0, 7, 400000},
    {400000, 10000, 60000, 1, 100, 400000},
    {400000, 10000, 60000, 6, 100, 0},
    {400000, 10000, 60000, 1, 1, 0},
    {400000, 10000, 60000, 35, 1000, 200000},
    /* a third, rounded; more cases than fit */
    {1000000, 1000000, 0, 1, 3, 333333},
    {1000000, 1000000, 0, 2, 3, 666667},
    {1000000, 1000000, 0, INT64_C(4000000000000000000), INT64_C(8000000000000000000), 500000},
};

START_TEST(test_perform_points)
{
    const struct perform_input input = {
        .weight = sums[_i].weight, .target = sums[_i].target, .zero = sums[_i].zero};
    ck_assert_int_eq(perform_points(&input, sums[_i].numerator, sums[_i].denominator),
                     sums[_i].points);
}
END_TEST

START_TEST(test_perform_bonus)
{
    struct perform_step steps[] = {{0, 0}, {600000, 500000}, {850000, 1000000}};
    const struct perform_role role = {.ladder = steps, .step_count = 3};
    ck_assert_int_eq(perform_bonus(&role, 0), 0);
    ck_assert_int_eq(perform_bonus(&role, 599999), 0);
    ck_assert_int_eq(perform_bonus(&role, 600000), 500000);
    ck_assert_int_eq(perform_bonus(&role, 849999), 500000);
    ck_assert_int_eq(perform_bonus(&role, 850000), 1000000);
    ck_assert_int_eq(perform_bonus(&role, 1000000), 1000000);
}
END_TEST

/* ---- packs ---- */

#define ROLE(inputs, ladder)                                                                       \
    "roles:\n  nurse:\n    zh: 护士\n    says: s\n    inputs:\n" inputs "    ladder:\n" ladder
#define INPUT "      - {metric: service_score, weight: 100, target: 95%, zero: 60%}\n"
#define STEP "      - {from: 0, bonus: 0}\n"

static const struct {
    const char *text, *words;
} wrong[] = {
    {"rules: {}\n", "p.yaml:1: unknown key rules"},
    {"roles: []\n", "p.yaml:1: roles: missing"},
    {"roles:\n  surgeon: {zh: a, says: b}\n", "p.yaml:2: surgeon: no such role of staff"},
    {"roles:\n  nurse: {says: b}\n", "p.yaml:2: nurse: needs zh and says"},
    {"roles:\n  nurse: {zh: a, says: b, input: c}\n", "p.yaml:2: unknown key input"},
    {"roles:\n  nurse: {zh: a, says: b}\n", "p.yaml:2: inputs: must be a list of metrics"},
    {ROLE("      - {metric: smiles, weight: 100, target: 95%, zero: 60%}\n", STEP),
     "p.yaml:6: smiles: no such metric; medi-kpi list has them"},
    {ROLE("      - {weight: 100, target: 95%, zero: 60%}\n", STEP), "p.yaml:6: metric: missing"},
    {ROLE("      - {metric: arrivals, weight: 100, target: 95%, zero: 60%}\n", STEP),
     "p.yaml:6: arrivals: is not known of a person"},
    {ROLE("      - {metric: conversion, weight: 100, target: much, zero: 60%}\n", STEP),
     "p.yaml:6: target: must be a percentage"},
    {ROLE("      - {metric: conversion, weight: 100, target: 0.12345, zero: 60%}\n", STEP),
     "p.yaml:6: target: must be a percentage"},
    {ROLE("      - {metric: conversion, weight: 100, target: -5, zero: 60%}\n", STEP),
     "p.yaml:6: target: must be a percentage"},
    {ROLE("      - {metric: conversion, weight: 100, target: 60, zero: 60%}\n", STEP),
     "p.yaml:6: target: must differ from zero"},
    {ROLE("      - {metric: conversion, weight: 0, target: 60, zero: 0}\n", STEP),
     "p.yaml:6: weight: must be above 0"},
    {ROLE("      - {metric: conversion, weight: 99.9, target: 60, zero: 0}\n", STEP),
     "p.yaml:6: weights must add up to 100"},
    {ROLE("      - {metric: conversion, weight: 50, target: 60, zero: 0}\n"
          "      - {metric: conversion, weight: 50, target: 60, zero: 0}\n",
          STEP),
     "p.yaml:7: conversion: is there twice"},
    {ROLE(INPUT, "      []\n"), "p.yaml:3: ladder: must be a list of steps"},
    {ROLE(INPUT, "      - {from: 10, bonus: 0}\n"), "p.yaml:8: from: the first step begins at 0"},
    {ROLE(INPUT, STEP "      - {from: 0, bonus: 5}\n"), "p.yaml:9: from: must be above the step"},
    {ROLE(INPUT, STEP "      - {from: 100.1, bonus: 5}\n"),
     "p.yaml:9: from: must be above the step before, and at most 100"},
    {ROLE(INPUT, "      - {from: 0, bonus: 9}\n      - {from: 50, bonus: 5}\n"),
     "p.yaml:9: bonus: must not be below the step before"},
};

START_TEST(test_perform_wrong)
{
    struct performance pack;
    const char *file = clinic_file(&clinic, "p.yaml", wrong[_i].text);
    ck_assert_int_eq(perform_read(catalogue(), file, &pack, &err), -1);
    ck_assert_int_eq(err.kind, ERR_DATA);
    ck_assert_msg(strstr(clinic_words(&clinic, err.text), wrong[_i].words), "%s, not %s", err.text,
                  wrong[_i].words);
}
END_TEST

START_TEST(test_perform_right)
{
    struct performance pack;
    const char *file = clinic_file(
        &clinic, "p.yaml",
        ROLE("      - {metric: conversion, weight: 66.6667%, target: 0.5%, zero: 12}\n"
             "      - {metric: repurchase, weight: 33.3333, target: 100, zero: 0.0001%}\n",
             STEP "      - {from: 50.5%, bonus: 120%}\n"));
    OK(perform_read(catalogue(), file, &pack, &err));
    const struct perform_role *role = perform_role(&pack, "nurse");
    ck_assert_ptr_null(perform_role(&pack, "doctor"));
    ck_assert_int_eq(role->inputs[0].weight, 666667);
    ck_assert_int_eq(role->inputs[0].target, 5000);
    ck_assert_int_eq(role->inputs[0].zero, 120000);
    ck_assert_int_eq(role->inputs[1].zero, 1);
    ck_assert_int_eq(role->ladder[1].from, 505000);
    ck_assert_int_eq(role->ladder[1].bonus, 1200000);
}
END_TEST

/* ---- the shipped pack ---- */

/* Each input by itself: its target earns all of its weight, its zero nothing; each step is reached at its foot, and not a
 * millionth before. */
START_TEST(test_perform_shipped)
{
    struct performance pack;
    OK(perform_load(catalogue(), &pack, &err));
    ck_assert_int_eq(pack.count, 3);
    for (int i = 0; i < pack.count; i++) {
        const struct perform_role *role = &pack.roles[i];
        for (int j = 0; j < role->input_count; j++) {
            const struct perform_input *input = &role->inputs[j];
            ck_assert_int_eq(perform_points(input, input->target, 1000000), input->weight);
            ck_assert_int_eq(perform_points(input, input->zero, 1000000), 0);
        }
        for (int j = 1; j < role->step_count; j++) {
            ck_assert_int_eq(perform_bonus(role, role->ladder[j].from), role->ladder[j].bonus);
            ck_assert_int_eq(perform_bonus(role, role->ladder[j].from - 1),
                             role->ladder[j - 1].bonus);
        }
    }
}
END_TEST

/* ---- a score ---- */

#define REVIEW "INSERT INTO review (id, code, staff_id, kind, day, score) VALUES "

START_TEST(test_perform_score)
{
    struct performance pack;
    struct perform_score score;
    struct kpi_query query = {.layer = &layer, .from = 20240, .to = 20270, .staff = "N1"};
    OK(db_script(clinic.db,
                 "INSERT INTO setting (store_id, name, value) VALUES (0, 'kpi.few', '2')", &err));
    const char *file =
        clinic_file(&clinic, "p.yaml",
                    ROLE("      - {metric: service_score, weight: 60, target: 100, zero: 0}\n"
                         "      - {metric: satisfaction, weight: 40, target: 100, zero: 0}\n",
                         STEP "      - {from: 80%, bonus: 50%}\n      - {from: 90, bonus: 100}\n"));
    OK(perform_read(catalogue(), file, &pack, &err));
    OK(perform_score(&clinic.arena, &pack.roles[0], &query, &score, &err));
    ck_assert(!score.any && score.few);
    ck_assert_int_eq(score.bonus, 0);
    /* 90, 80, of which one outside the window and of another person are not counted */
    OK(db_script(clinic.db,
                 REVIEW "(1, 'R1', 3, 'service', 20240, 90), (2, 'R2', 3, 'service', 20269, 80),"
                        "(3, 'R3', 3, 'service', 20270, 10), (4, 'R4', 1, 'service', 20245, 10),"
                        "(5, 'R5', 3, 'skill', 20245, 10)",
                 &err));
    OK(perform_score(&clinic.arena, &pack.roles[0], &query, &score, &err));
    ck_assert(score.any && score.few); /* satisfaction has no case */
    ck_assert_int_eq(score.lines[0].ratio.numerator, 170);
    ck_assert_int_eq(score.lines[0].ratio.denominator, 200);
    ck_assert(!score.lines[0].ratio.few);
    ck_assert_int_eq(score.lines[0].points, 510000);
    ck_assert_int_eq(score.lines[1].ratio.denominator, 0);
    ck_assert_int_eq(score.lines[1].points, 0);
    ck_assert_int_eq(score.score, 850000); /* of the weight that has a case */
    ck_assert_int_eq(score.bonus, 500000);
    OK(db_script(clinic.db, "UPDATE setting SET value = '3' WHERE name = 'kpi.few'", &err));
    OK(perform_score(&clinic.arena, &pack.roles[0], &query, &score, &err));
    ck_assert(score.lines[0].ratio.few); /* two assessments, not two hundred points */
}
END_TEST

Suite *
perform_suite(void)
{
    Suite *suite = suite_create("perform");
    TCase *all = clinic_case("all", setup, teardown);
    tcase_add_loop_test(all, test_perform_points, 0, (int)(sizeof sums / sizeof *sums));
    tcase_add_test(all, test_perform_bonus);
    tcase_add_loop_test(all, test_perform_wrong, 0, (int)(sizeof wrong / sizeof *wrong));
    tcase_add_test(all, test_perform_right);
    tcase_add_test(all, test_perform_shipped);
    tcase_add_test(all, test_perform_score);
    suite_add_tcase(suite, all);
    return suite;
}
