/* How much to order: each figure by hand. */
#include <check.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/rng.h"
#include "purchase/reorder.h"

Suite *reorder_suite(void);

#define FOR_EVER 100000

static struct arena arena;

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

/* 100 courses of 10 weeks: course i has (i + 1) units a week. */
static const double *
ramp(void)
{
    enum { PATHS = 100, WEEKS = 10 };
    double *paths = arena_array(&arena, PATHS * WEEKS, sizeof *paths);
    for (int i = 0; i < PATHS * WEEKS; i++)
        paths[i] = i / WEEKS + 1;
    return paths;
}

static struct reorder_need
need_of(const struct reorder_supply *supplies, int count)
{
    return (struct reorder_need){.paths = ramp(),
                                 .path_count = 100,
                                 .horizon = 10,
                                 .period_days = 7,
                                 .supplies = supplies,
                                 .supply_count = count};
}

/* A week to wait, a week until the next: 95 of 100 courses need no more than 95 in the second week. */
static const struct reorder_terms weekly = {
    .lead_days = 7, .review_days = 7, .service = 950, .weight = 1000, .pack = 1, .step = 1};

static struct reorder_order
plan(const struct reorder_supply *supplies, int count, const struct reorder_terms *terms)
{
    struct reorder_need need = need_of(supplies, count);
    struct reorder_order order;
    reorder_plan(&need, 1, terms, &arena, &order);
    return order;
}

START_TEST(with_nothing_at_hand)
{
    struct reorder_order order = plan(NULL, 0, &weekly);
    ck_assert_int_eq(order.wanted, 95);
    ck_assert_int_eq(order.quantity, 95);
    ck_assert_int_eq(order.limit, REORDER_FREE);
    ck_assert_int_eq(order.lines[0].early, 1000); /* the first week is lost */
    ck_assert_int_eq(order.lines[0].demand_mean, 101);
    ck_assert_int_eq(order.lines[0].demand_high, 190);
    ck_assert_int_eq(order.lines[0].short_after, 50);
}
END_TEST

START_TEST(with_enough_for_the_wait)
{
    /* 190 for two weeks: the 95th course needs all, the 100th lacks 10, and only in the second week */
    const struct reorder_supply supplies[] = {{190, 0, FOR_EVER}};
    struct reorder_order order = plan(supplies, 1, &weekly);
    ck_assert_int_eq(order.quantity, 0);
    ck_assert_int_eq(order.limit, REORDER_NOTHING);
    ck_assert_int_eq(order.lines[0].early, 0);
    ck_assert_int_eq(order.lines[0].short_after, 50);
    const struct reorder_supply less[] = {{189, 0, FOR_EVER}};
    order = plan(less, 1, &weekly);
    ck_assert_int_eq(order.quantity, 1);
}
END_TEST

START_TEST(what_expires_serves_nobody)
{
    /* usable through day 6: the first week is served, the rest is wasted, the second week is the order's */
    const struct reorder_supply supplies[] = {{1000, 0, 6}};
    struct reorder_order order = plan(supplies, 1, &weekly);
    ck_assert_int_eq(order.quantity, 95);
    ck_assert_int_eq(order.lines[0].early, 0);
    ck_assert_int_eq(order.lines[0].wasted, 950); /* 1000 - 50.5 */
    /* a day longer serves a seventh of the second week */
    const struct reorder_supply longer[] = {{1000, 0, 7}};
    order = plan(longer, 1, &weekly);
    ck_assert_int_eq(order.quantity, 82); /* 95 × 6/7 = 81.4 */
    /* what has expired before today is nothing */
    const struct reorder_supply dead[] = {{1000, -30, -1}};
    order = plan(dead, 1, &weekly);
    ck_assert_int_eq(order.quantity, 95);
    ck_assert_int_eq(order.lines[0].supply, 0);
}
END_TEST

START_TEST(first_expired_first_out)
{
    /* 95 that end after the first week are used first, so that the 95 that last are there in the second */
    const struct reorder_supply supplies[] = {{95, 0, FOR_EVER}, {95, 0, 6}};
    struct reorder_order order = plan(supplies, 2, &weekly);
    ck_assert_int_eq(order.quantity, 0);
    /* what arrives on day 7 does not help before */
    const struct reorder_supply coming[] = {{95, 7, FOR_EVER}};
    order = plan(coming, 1, &weekly);
    ck_assert_int_eq(order.quantity, 0);
    ck_assert_int_eq(order.lines[0].early, 1000);
}
END_TEST

START_TEST(packs_and_the_least_that_is_sold)
{
    struct reorder_terms terms = weekly;
    terms.pack = 20;
    ck_assert_int_eq(plan(NULL, 0, &terms).quantity, 100);
    terms.minimum = 130;
    struct reorder_order order = plan(NULL, 0, &terms);
    ck_assert_int_eq(order.quantity, 140);
    ck_assert_int_eq(order.limit, REORDER_MINIMUM);
    const struct reorder_supply supplies[] = {{190, 0, FOR_EVER}};
    ck_assert_int_eq(plan(supplies, 1, &terms).quantity, 0);
}
END_TEST

START_TEST(shelf_life)
{
    /* usable a week: unit q is missed in 101 - q courses of 100, and expires in q - 1: 51 is the last that is worth it */
    struct reorder_terms terms = weekly;
    terms.shelf_days = 7;
    struct reorder_order order = plan(NULL, 0, &terms);
    ck_assert_int_eq(order.most, 51);
    ck_assert_int_eq(order.quantity, 51);
    ck_assert_int_eq(order.limit, REORDER_SHELF);
    terms.weight = 4000; /* 4 (101 - q) >= q - 1 */
    ck_assert_int_eq(plan(NULL, 0, &terms).quantity, 81);
    terms.weight = 1000;
    terms.pack = 40;
    ck_assert_int_eq(plan(NULL, 0, &terms).quantity, 40);
    terms.pack = 60; /* one would be more than fits, none would be too little */
    order = plan(NULL, 0, &terms);
    ck_assert_int_eq(order.quantity, 60);
    ck_assert_int_eq(order.limit, REORDER_ONE_PACK);
    terms.pack = 1;
    terms.shelf_days = 28; /* four weeks use four times as much: 101 - q >= (q - 1) / 4 */
    ck_assert_int_eq(plan(NULL, 0, &terms).quantity, 81);
    terms.shelf_days = 3; /* three of seven days: 101 - q >= (q - 1) * 7 / 3 */
    ck_assert_int_eq(plan(NULL, 0, &terms).quantity, 31);
    terms.shelf_days = 280;
    ck_assert_int_eq(plan(NULL, 0, &terms).quantity, 95);
}
END_TEST

/* Two stores whose weeks do not go together. */
static void
two_needs(struct reorder_need needs[2])
{
    enum { PATHS = 100, WEEKS = 10 };
    double *other = arena_array(&arena, PATHS * WEEKS, sizeof *other);
    needs[0] = needs[1] = need_of(NULL, 0);
    for (int i = 0; i < PATHS * WEEKS; i++)
        other[i] = (i / WEEKS * 37 + 50) % PATHS + 1; /* the same hundred, in another order */
    needs[1].paths = other;
}

START_TEST(a_pool_needs_less)
{
    struct reorder_need needs[2];
    struct reorder_order order;
    two_needs(needs);
    reorder_plan(needs, 2, &weekly, &arena, &order);
    ck_assert_int_eq(order.separate, 190);
    ck_assert(order.wanted < 190 && order.wanted > 101);
    ck_assert_int_eq(order.lines[0].quantity + order.lines[1].quantity, order.quantity);
    /* alike in need, alike in share */
    ck_assert(llabs((long long)(order.lines[0].quantity - order.lines[1].quantity)) <= 1);
}
END_TEST

START_TEST(who_has_gets_less)
{
    const struct reorder_supply supplies[] = {{150, 0, FOR_EVER}};
    struct reorder_need needs[2];
    struct reorder_order order;
    struct reorder_terms terms = weekly;
    two_needs(needs);
    needs[1].supplies = supplies;
    needs[1].supply_count = 1;
    terms.step = 5;
    reorder_plan(needs, 2, &terms, &arena, &order);
    ck_assert(order.lines[0].quantity > order.lines[1].quantity);
    ck_assert_int_eq(order.lines[0].quantity + order.lines[1].quantity, order.quantity);
    ck_assert_int_eq(order.lines[1].quantity % 5 == 0 || order.lines[0].quantity % 5 == 0, 1);
}
END_TEST

START_TEST(a_budget_is_kept_by_all)
{
    struct reorder_order orders[2] = {plan(NULL, 0, &weekly), plan(NULL, 0, &weekly)};
    struct reorder_item items[2] = {{&orders[0], &weekly, 100}, {&orders[1], &weekly, 300}};
    ck_assert_int_eq(reorder_within(items, 2, 38000), 38000); /* 95 × 4: all of it */
    ck_assert_int_eq(orders[0].limit, REORDER_FREE);
    ck_assert_int_eq(reorder_within(items, 2, 37999), 94 * 400);
    ck_assert_int_eq(orders[0].quantity, 94);
    ck_assert_int_eq(orders[0].limit, REORDER_BUDGET);
    ck_assert_int_eq(orders[0].wanted, 95);
    ck_assert_int_eq(orders[0].lines[0].short_after, 60);
    ck_assert_int_eq(reorder_within(items, 2, 399), 0);
    ck_assert_int_eq(orders[1].quantity, 0);
    ck_assert_int_eq(orders[1].limit, REORDER_BUDGET);
    ck_assert_int_eq(reorder_within(items, 2, INT64_MAX), 38000);
}
END_TEST

/* Whatever comes in: shares add up, nothing is below zero, more at hand never means more to order. */
START_TEST(properties)
{
    struct rng rng;
    rng_seed(&rng, 7);
    for (int round = 0; round < 300; round++) {
        enum { PATHS = 40, PERIODS = 6, STORES = 3, LOTS = 4 };
        struct reorder_need needs[STORES];
        struct reorder_supply lots[STORES][LOTS];
        struct reorder_terms terms = {.lead_days = (int)rng_below(&rng, 20),
                                      .review_days = 1 + (int)rng_below(&rng, 20),
                                      .shelf_days = (int)rng_below(&rng, 3) * 25,
                                      .service = (int)rng_below(&rng, 1001),
                                      .weight = (int)rng_below(&rng, 5001),
                                      .pack = 1 + (int64_t)rng_below(&rng, 12),
                                      .minimum = (int64_t)rng_below(&rng, 3) * 10,
                                      .step = 1 + (int64_t)rng_below(&rng, 3)};
        for (int s = 0; s < STORES; s++) {
            double *paths = arena_array(&arena, PATHS * PERIODS, sizeof *paths);
            for (int i = 0; i < PATHS * PERIODS; i++)
                paths[i] = (double)rng_below(&rng, 2000) / 100;
            for (int l = 0; l < LOTS; l++) {
                int from = (int)rng_below(&rng, 20) - 5;
                lots[s][l] = (struct reorder_supply){(int64_t)rng_below(&rng, 30), from,
                                                     from + (int)rng_below(&rng, 60)};
            }
            needs[s] = (struct reorder_need){paths, PATHS, PERIODS, 7, lots[s], LOTS};
        }
        struct reorder_order order, more;
        reorder_plan(needs, STORES, &terms, &arena, &order);
        int64_t sum = 0;
        for (int s = 0; s < STORES; s++) {
            ck_assert(order.lines[s].quantity >= 0 && order.lines[s].wanted >= 0);
            sum += order.lines[s].quantity;
        }
        ck_assert_int_eq(sum, order.quantity);
        ck_assert_int_eq(order.quantity % terms.pack, 0);
        ck_assert(order.quantity >= 0);
        lots[0][0].quantity += 25;
        reorder_plan(needs, STORES, &terms, &arena, &more);
        ck_assert(more.wanted <= order.wanted);
        struct reorder_item item = {&order, &terms, 7};
        int64_t budget = (int64_t)rng_below(&rng, 500);
        ck_assert(reorder_within(&item, 1, budget) <= budget);
    }
}
END_TEST

Suite *
reorder_suite(void)
{
    Suite *suite = suite_create("reorder");
    TCase *cases = tcase_create("reorder");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, with_nothing_at_hand);
    tcase_add_test(cases, with_enough_for_the_wait);
    tcase_add_test(cases, what_expires_serves_nobody);
    tcase_add_test(cases, first_expired_first_out);
    tcase_add_test(cases, packs_and_the_least_that_is_sold);
    tcase_add_test(cases, shelf_life);
    tcase_add_test(cases, a_pool_needs_less);
    tcase_add_test(cases, who_has_gets_less);
    tcase_add_test(cases, a_budget_is_kept_by_all);
    tcase_add_test(cases, properties);
    suite_add_tcase(suite, cases);
    return suite;
}
