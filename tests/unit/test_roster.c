/* roster: the machine of a person's rules and the pricing against every line there is, on small random problems; bound and
 * objective against every roster there is; the public format, whole and broken. Seen to fail: short runs from the
 * first day without states of their own, the Sunday behind a worked Saturday counted again, the cutoff without the
 * fines' allowance, dominance without counts, a demand too many in the bound, a grain of 7. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/rng.h"
#include "planner/pricing.h"
#include "planner/public.h"
#include "planner/solve.h"

Suite *roster_suite(void);

enum { DAYS = 7, SHIFTS = 2 };

static struct arena arena;
static struct err err;

static void
set_up(void)
{
    arena_init(&arena);
    err_clear(&err);
}

static void
tear_down(void)
{
    arena_release(&arena);
}

/* ---- rules by hand ---- */

static bool
runs_ok(const struct roster_person *person, const roster_cell *line, int days, int off)
{
    for (int first = 0, end; first < days; first = end) {
        bool works = line[first] != off;
        for (end = first; end < days && (line[end] != off) == works; end++)
            ;
        bool border = first == 0 || end == days;
        int length = end - first;
        if (works && (length > person->max_run || (!border && length < person->min_run)))
            return false;
        if (!works && !border && length < person->min_off)
            return false;
    }
    return true;
}

static bool
line_ok(const struct roster_problem *problem, int p, const roster_cell *line)
{
    const struct roster_person *person = &problem->person[p];
    int minutes = 0, weekends = 0, taken[SHIFTS + 1] = {0}, off = problem->shifts;
    bool worked[60] = {false};
    for (int d = 0; d < problem->days; d++) {
        if (!(*roster_allowed(problem, p, d) >> line[d] & 1))
            return false;
        taken[line[d]]++;
        if (line[d] == off)
            continue;
        minutes += problem->shift[line[d]].minutes;
        if (d > 0 && line[d - 1] != off && problem->shift[line[d - 1]].not_next >> line[d] & 1)
            return false;
        if ((problem->first_weekday + d) % 7 >= 5)
            worked[(problem->first_weekday + d) / 7] = true;
    }
    for (int week = 0; week < 60; week++)
        weekends += worked[week];
    for (int i = 0; i < person->limits; i++)
        if (taken[i] > person->limit[i].most)
            return false;
    return minutes >= person->min_minutes && minutes <= person->max_minutes &&
           weekends <= person->max_weekends && runs_ok(person, line, problem->days, off);
}

static bool
next_line(roster_cell *line, int days, int off)
{
    for (int d = 0; d < days; d++) {
        if (line[d] < off) {
            line[d]++;
            return true;
        }
        line[d] = 0;
    }
    return false;
}

static void
make_random(struct roster_problem *problem, int days, int people, int demands, struct rng *rng)
{
    roster_problem_make(problem, days, people, SHIFTS, demands, &arena);
    problem->first_weekday = rng_between(rng, 0, 6);
    for (int s = 0; s < SHIFTS; s++)
        problem->shift[s] = (struct roster_shift){s ? "L" : "E", 240 * rng_between(rng, 1, 2),
                                                  s && rng_chance(rng, 700) ? 1 : 0};
    for (int p = 0; p < people; p++) {
        struct roster_person *person = &problem->person[p];
        *person = (struct roster_person){.code = "p",
                                         .min_run = rng_between(rng, 1, 3),
                                         .min_off = rng_between(rng, 1, 3),
                                         .max_weekends = rng_between(rng, 0, 2),
                                         .min_minutes = 240 * rng_between(rng, 0, days / 2),
                                         .max_minutes = 240 * rng_between(rng, days / 2, days * 2)};
        person->max_run = rng_between(rng, person->min_run, days + 1);
        for (; person->limits < SHIFTS; person->limits++)
            person->limit[person->limits] = (struct roster_limit){
                (uint64_t)1 << person->limits, rng_between(rng, 0, days / 2 + 1), 0};
        for (int d = 0; d < days; d++) {
            if (rng_chance(rng, 100))
                *roster_allowed(problem, p, d) &= ~(uint64_t)rng_between(rng, 1, 3);
            for (int choice = 0; choice <= SHIFTS; choice++)
                roster_cost(problem, p, d)[choice] =
                    rng_chance(rng, 300) ? rng_between(rng, 0, 5) : 0;
        }
    }
}

/* ---- pricing against every line ---- */

static void
compare(const struct roster_problem *problem, struct rng *rng)
{
    struct groups groups;
    struct worker worker;
    struct pricer *pricer;
    struct price_answer answer;
    double price_of[DAYS * (SHIFTS + 1)], least = PRICE_NONE;
    roster_cell line[DAYS] = {0};
    groups_make(&groups, problem);
    ck_assert_int_eq(worker_make(&worker, problem, &groups, 0, &arena, &err), 0);
    ck_assert_int_eq(pricer_make(&pricer, &worker, 1, &err), 0);
    for (int i = 0; i < DAYS * (SHIFTS + 1); i++)
        price_of[i] = price_round(rng_between(rng, -9999, 5000) / 777.0);
    do {
        bool keeps = line_ok(problem, 0, line);
        double value = 0;
        ck_assert_int_eq(worker_keeps(&worker, line), keeps);
        for (int d = 0; d < DAYS; d++)
            value += price_of[d * (SHIFTS + 1) + line[d]];
        least = keeps && value < least ? value : least;
    } while (next_line(line, DAYS, SHIFTS));
    for (int again = 0; again < 3; again++) { /* fines are kept: the answer may not hang on them */
        struct price_question question = {price_of, roster_allowed(problem, 0, 0), PRICE_NONE / 4,
                                          PRICE_LINES, again == 2 ? 3 : 100000};
        price(pricer, &worker, &question, &answer);
        ck_assert(answer.bound <= least || least == PRICE_NONE);
        ck_assert(again == 2 || (answer.count > 0) == (least < PRICE_NONE));
        if (answer.exact && answer.count > 0)
            ck_assert_double_eq(answer.value[0], least);
        for (int i = 0; i < answer.count; i++) {
            ck_assert(line_ok(problem, 0, answer.line[i]));
            ck_assert(answer.value[i] >= least);
        }
        question.cutoff = least;
        price(pricer, &worker, &question, &answer);
        ck_assert_msg(answer.count == 0, "again %d: %.9f below %.9f", again,
                      answer.count ? answer.value[0] : 0, least);
    }
    pricer_free(pricer);
}

START_TEST(test_roster_pricing)
{
    struct rng rng;
    rng_seed(&rng, 7);
    for (int i = 0; i < 400; i++) {
        struct roster_problem problem;
        make_random(&problem, DAYS, 1, 0, &rng);
        compare(&problem, &rng);
    }
}
END_TEST

/* ---- bound and objective against every roster ---- */

enum { FEW = 4 };

/* Over all pairs of lines; -1 where a person has none. */
static int64_t
optimum(const struct roster_problem *problem)
{
    roster_cell roster[2 * FEW] = {0};
    int64_t least = -1;
    do {
        if (!line_ok(problem, 0, roster))
            continue;
        memset(roster + FEW, 0, FEW);
        do {
            if (!line_ok(problem, 1, roster + FEW))
                continue;
            int64_t objective = roster_objective(problem, roster);
            least = least < 0 || objective < least ? objective : least;
        } while (next_line(roster + FEW, FEW, SHIFTS));
    } while (next_line(roster, FEW, SHIFTS));
    return least;
}

START_TEST(test_roster_bound)
{
    struct rng rng;
    int solved = 0, closed = 0;
    rng_seed(&rng, 11);
    for (int i = 0; i < 60; i++) {
        struct roster_problem problem;
        struct roster_options options = {.iterations = 10, .seed = (uint64_t)i, .threads = 1};
        struct roster_result result;
        make_random(&problem, FEW, 2, FEW * SHIFTS, &rng);
        for (int k = 0; k < FEW * SHIFTS; k++, problem.demands = k)
            problem.demand[k] =
                (struct roster_demand){k / SHIFTS, rng_between(&rng, 0, 2),
                                       rng_chance(&rng, 200) ? 3 : (uint64_t)1 << k % SHIFTS,
                                       rng_between(&rng, 1, 20), rng_between(&rng, 1, 20)};
        int64_t least = optimum(&problem);
        int got = roster_solve(&problem, &options, &result, &arena, &err);
        ck_assert_int_eq(got, least < 0 ? -1 : 0);
        if (least < 0)
            continue;
        ck_assert_int_eq(result.objective, roster_objective(&problem, result.cells));
        ck_assert(line_ok(&problem, 0, result.cells) && line_ok(&problem, 1, result.cells + FEW));
        ck_assert_int_ge(result.objective, least);
        ck_assert_int_le(result.bound, least);
        solved += result.objective == least;
        closed += result.bound == least;
    }
    ck_assert_int_ge(solved, 30);
    ck_assert_int_ge(closed, 25);
}
END_TEST

START_TEST(test_roster_grain)
{
    struct roster_problem problem;
    roster_problem_make(&problem, 1, 1, 1, 1, &arena);
    ck_assert_int_eq(roster_grain(&problem), 1);
    problem.demands = 1;
    problem.demand[0] = (struct roster_demand){0, 1, 1, 60, 24};
    ck_assert_int_eq(roster_grain(&problem), 12);
    roster_cost(&problem, 0, 0)[0] = 9;
    ck_assert_int_eq(roster_grain(&problem), 3);
}
END_TEST

/* ---- the small instance ---- */

static void
solve_small(struct roster_problem *problem, struct roster_options *options,
            struct roster_result *result)
{
    ck_assert_msg(roster_public_read("tests/roster/small.txt", problem, &arena, &err) == 0, "%s",
                  err.text);
    ck_assert_msg(roster_solve(problem, options, result, &arena, &err) == 0, "%s", err.text);
}

START_TEST(test_roster_small)
{
    struct roster_problem problem;
    struct roster_options options = {.iterations = 12, .seed = 1, .threads = 1};
    struct roster_result first, again;
    solve_small(&problem, &options, &first);
    solve_small(&problem, &options, &again);
    ck_assert_int_eq(first.bound, 154);
    ck_assert_int_eq(first.objective, again.objective);
    ck_assert_mem_eq(first.cells, again.cells, (size_t)(problem.people * problem.days));
}
END_TEST

START_TEST(test_roster_threads)
{
    struct roster_problem problem;
    struct roster_options options = {.iterations = 40, .seed = 1, .threads = 2};
    struct roster_result result;
    solve_small(&problem, &options, &result);
    ck_assert_int_eq(result.bound, 154);
    ck_assert_int_eq(result.objective, roster_objective(&problem, result.cells));
    ck_assert_int_le(result.objective, 160);
}
END_TEST

START_TEST(test_roster_stopped)
{
    atomic_bool stop = true;
    struct roster_problem problem;
    struct roster_options options = {.seed = 1, .threads = 1, .stop = &stop};
    struct roster_result result;
    solve_small(&problem, &options, &result);
    ck_assert_int_eq(result.objective, roster_objective(&problem, result.cells));
    ck_assert_int_eq(result.iterations, 0);
}
END_TEST

/* ---- the format ---- */

#define HEAD                                                                                       \
    "SECTION_HORIZON\n7\nSECTION_SHIFTS\nE,480,\nL,480,E\nSECTION_STAFF\na,E=7|L=2,2400,960,5,2,"  \
    "2,1\n"

static const struct {
    const char *text, *error;
} BROKEN[] = {
    {"7\n", ":1: a line in front"},
    {"SECTION_NONSENSE\n", ":1: SECTION_NONSENSE is none"},
    {"SECTION_HORIZON\n", "one line in SECTION_HORIZON"},
    {"SECTION_HORIZON\n7\n7\n", "one line in SECTION_HORIZON"},
    {"SECTION_HORIZON\n-7\n", ":2: -7: expected a whole number from 1"},
    {"SECTION_HORIZON\n99999999999999999999\n", ":2: 99999999999999999999: expected"},
    {"SECTION_HORIZON\n7\n", "0 people"},
    {HEAD "a,E=7,2400,960,5,2,2,1\n", ":8: a: no code, or one that was there"},
    {HEAD "b,X=7,2400,960,5,2,2,1\n", ":8: X is no shift"},
    {HEAD "b,E,2400,960,5,2,2,1\n", ":8: '': expected a whole number"},
    {HEAD "b,E=1,2400,960,5,2,2\n", ":8: 7 fields"},
    {HEAD "b,E=1,2400,9600,5,2,2,1\n", "b: at least 9600 minutes, but at most 2400"},
    {HEAD "b,E=1,2400,960,1,2,2,1\n", "b: runs of at least 2 days, but at most 1"},
    {HEAD "SECTION_DAYS_OFF\na,7\n", ":9: 7: expected a whole number from 0 to 6"},
    {HEAD "SECTION_DAYS_OFF\nz,1\n", ":9: z is nobody"},
    {HEAD "SECTION_SHIFT_ON_REQUESTS\na,1,E,1000001\n", ":9: 1000001: expected"},
    {HEAD "SECTION_SHIFT_ON_REQUESTS\na,1,E\n", ":9: 3 fields"},
    {HEAD "SECTION_COVER\n1,E,2,100,x\n", ":9: x: expected"},
    {HEAD "SECTION_SHIFTS\nM,480,Q\n", ":9: Q is no shift"},
};

static int
read_text(const char *text, struct roster_problem *problem)
{
    char path[] = "/tmp/medi-roster-XXXXXX";
    int fd = mkstemp(path);
    ck_assert(fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text));
    close(fd);
    int got = roster_public_read(path, problem, &arena, &err);
    unlink(path);
    return got;
}

START_TEST(test_roster_format)
{
    struct roster_problem problem;
    ck_assert_int_eq(read_text("# first\r\n" HEAD "SECTION_SHIFT_ON_REQUESTS\r\na,1,E,3\r\n"
                               "SECTION_SHIFT_OFF_REQUESTS\na,1,L,4\nSECTION_COVER\n6,L,2,9,1\n",
                               &problem),
                     0);
    ck_assert_int_eq(problem.days, 7);
    ck_assert_int_eq(problem.shift[1].not_next, 1);
    ck_assert_int_eq(problem.person[0].limits, 1);
    ck_assert_int_eq(problem.person[0].limit[0].shifts, 2);
    ck_assert_int_eq(problem.person[0].limit[0].most, 2);
    ck_assert_int_eq(roster_cost(&problem, 0, 1)[0], 0);
    ck_assert_int_eq(roster_cost(&problem, 0, 1)[1], 7);
    ck_assert_int_eq(roster_cost(&problem, 0, 1)[2], 3);
    ck_assert_int_eq(problem.demand[0].need, 2);
}
END_TEST

START_TEST(test_roster_broken)
{
    struct roster_problem problem;
    ck_assert_int_eq(read_text(BROKEN[_i].text, &problem), -1);
    ck_assert_int_eq(err.kind, ERR_DATA);
    ck_assert_msg(strstr(err.text, BROKEN[_i].error) != NULL, "%s", err.text);
}
END_TEST

Suite *
roster_suite(void)
{
    Suite *suite = suite_create("roster");
    TCase *tc = tcase_create("roster");
    tcase_add_checked_fixture(tc, set_up, tear_down);
    tcase_set_timeout(tc, 60);
    tcase_add_test(tc, test_roster_pricing);
    tcase_add_test(tc, test_roster_bound);
    tcase_add_test(tc, test_roster_grain);
    tcase_add_test(tc, test_roster_small);
    tcase_add_test(tc, test_roster_threads);
    tcase_add_test(tc, test_roster_stopped);
    tcase_add_test(tc, test_roster_format);
    tcase_add_loop_test(tc, test_roster_broken, 0, sizeof BROKEN / sizeof *BROKEN);
    suite_add_tcase(suite, tc);
    return suite;
}
