/* roster_rules: what a clinic asks of its people beside the public format (weeks of minutes, what was before day 0, limits
 * over several shifts, hard and at a cost, contracts, costs of weekends): the pricing against every line there is, bound
 * and objective against every roster there is, in one piece and by windows; and parts of a longer roster against the whole, filling
 * by filling; judged by hand here. Seen to fail: weeks that never end, the
 * first week's minutes forgotten, a week that is left uncounted because a whole one could not bind, too few levels; a start
 * whose run counts from nought or that the lengths do not know, the group of its last shift forgotten, its days off taken
 * for long, the Sunday behind a worked eve counted again; fines above what such a limit costs, or within a label's beside
 * the cost, what is beyond not paid; the end's costs left out of the last labels, or of the line that another answers to;
 * a contract without its grain; a start that is not looked at, or not begun from. Of parts of a longer roster: no locked days
 * behind, or none up to the week's end, the week before forgotten, a run from before day 0, days off that were long, a short
 * first run that may end; minutes, weekends, limits and heads that the outside has not taken off; sums that nothing mends;
 * bounds without the credits of minutes, weekends or limits. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/rng.h"
#include "planner/pricing.h"
#include "planner/public.h"
#include "planner/respond.h"
#include "planner/solve.h"
#include "planner/part.h"

Suite *roster_rules_suite(void);

enum { DAYS = 8, SHIFTS = 2, OFF = SHIFTS, FEW = 5, UNKNOWN = 9, LONG = 64 };

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

/* ---- the judge ---- */

static int
least_of(int a, int b)
{
    return a < b ? a : b;
}

/* What was before, then the line; returns how much was before. */
static int
lengthen(const struct roster_person *person, const roster_cell *line, int days, int *cells)
{
    int before = 0;
    for (int i = 0; i < least_of(person->start.run, person->max_run); i++)
        cells[before++] = UNKNOWN;
    if (before > 0 && person->start.shift >= 0)
        cells[before - 1] = person->start.shift;
    for (int i = 0; i < person->start.off; i++)
        cells[before++] = OFF;
    for (int d = 0; d < days; d++)
        cells[before + d] = line[d];
    return before;
}

static bool
days_ok(const struct roster_problem *problem, const struct roster_person *person,
        const roster_cell *line)
{
    int cells[LONG], before = lengthen(person, line, problem->days, cells);
    int count = before + problem->days;
    for (int first = 0, end; first < count; first = end) {
        bool works = cells[first] != OFF;
        for (end = first; end < count && (cells[end] != OFF) == works; end++)
            ;
        bool border = (first == 0 && before == 0) || end == count;
        if (works && end - first > person->max_run)
            return false;
        if (!border && end - first < (works ? person->min_run : person->min_off))
            return false;
    }
    for (int i = before > 0 ? before : 1; i < count; i++)
        if (cells[i - 1] < OFF && cells[i] < OFF &&
            problem->shift[cells[i - 1]].not_next >> cells[i] & 1)
            return false;
    return true;
}

static bool
weeks_ok(const struct roster_problem *problem, const struct roster_person *person,
         const roster_cell *line)
{
    int minutes[LONG] = {0};
    if (problem->first_weekday > 0)
        minutes[0] = least_of(person->start.week_minutes, person->week_minutes);
    for (int d = 0; d < problem->days; d++) {
        int week = (problem->first_weekday + d) / 7;
        minutes[week] += line[d] == OFF ? 0 : problem->shift[line[d]].minutes;
        if (person->week_minutes > 0 && minutes[week] > person->week_minutes)
            return false;
    }
    return true;
}

/* Days of the shifts in a line. */
static int
days_of(const struct roster_problem *problem, uint64_t shifts, const roster_cell *line)
{
    int count = 0;
    for (int d = 0; d < problem->days; d++)
        count += line[d] != OFF && shifts >> line[d] & 1;
    return count;
}

static int
minutes_of(const struct roster_problem *problem, const roster_cell *line)
{
    int minutes = 0;
    for (int s = 0; s < OFF; s++)
        minutes += problem->shift[s].minutes * days_of(problem, (uint64_t)1 << s, line);
    return minutes;
}

static int
weekends_of(const struct roster_problem *problem, const struct roster_person *person,
            const roster_cell *line)
{
    bool worked[LONG] = {false};
    int count = 0;
    for (int d = 0; d < problem->days; d++)
        if (line[d] != OFF && (problem->first_weekday + d) % 7 >= 5)
            worked[(problem->first_weekday + d) / 7] = true;
    if (problem->first_weekday == 6 && person->start.run > 0)
        worked[0] = false; /* it counted before */
    for (int week = 0; week < LONG; week++)
        count += worked[week];
    return count;
}

/* -1 for a line that breaks a rule, else what its sums cost. */
static int64_t
judge(const struct roster_problem *problem, int p, const roster_cell *line)
{
    const struct roster_person *person = &problem->person[p];
    int minutes = minutes_of(problem, line), weekends = weekends_of(problem, person, line);
    int64_t cost = person->weekend_cost && weekends <= person->max_weekends
                       ? person->weekend_cost[weekends]
                       : 0;
    for (int d = 0; d < problem->days; d++)
        if (!(*roster_allowed(problem, p, d) >> line[d] & 1))
            return -1;
    for (int i = 0; i < person->limits; i++) {
        int beyond = days_of(problem, person->limit[i].shifts, line) - person->limit[i].most;
        if (beyond > 0 && person->limit[i].fine == 0)
            return -1;
        cost += beyond > 0 ? (int64_t)beyond * person->limit[i].fine : 0;
    }
    if (minutes < person->wanted_minutes)
        cost += (int64_t)(person->wanted_minutes - minutes) * person->under_minute;
    else
        cost += (int64_t)(minutes - person->wanted_minutes) * person->over_minute;
    if (minutes < person->min_minutes || minutes > person->max_minutes ||
        weekends > person->max_weekends || !days_ok(problem, person, line) ||
        !weeks_ok(problem, person, line))
        return -1;
    return cost;
}

static bool
next_line(roster_cell *line, int days)
{
    for (int d = 0; d < days; d++) {
        if (line[d] < OFF) {
            line[d]++;
            return true;
        }
        line[d] = 0;
    }
    return false;
}

/* ---- random rules ---- */

static void
make_limits(struct roster_person *person, int days, struct rng *rng)
{
    for (person->limits = 0; person->limits < 3; person->limits++)
        person->limit[person->limits] = (struct roster_limit){
            (uint64_t)rng_between(rng, 1, 3), rng_between(rng, 0, days / 2 + 2),
            rng_chance(rng, 700) ? rng_between(rng, 1, 9) : 0};
}

static void
make_start(struct roster_person *person, struct rng *rng)
{
    person->start.week_minutes = rng_chance(rng, 500) ? 60 * rng_between(rng, 0, 30) : 0;
    person->start.shift = rng_between(rng, -1, SHIFTS - 1);
    if (rng_chance(rng, 400))
        person->start.run = rng_between(rng, 1, 4);
    else if (rng_chance(rng, 600))
        person->start.off = rng_between(rng, 1, 4);
}

static void
make_person(struct roster_person *person, int days, struct rng *rng)
{
    static const int weekends[3][3] = {{0, 3, 9}, {4, 0, 1}, {0, 0, 7}};
    *person = (struct roster_person){.code = "p",
                                     .min_run = rng_between(rng, 1, 3),
                                     .min_off = rng_between(rng, 1, 3),
                                     .max_weekends = rng_between(rng, 0, 2)};
    person->max_run = rng_between(rng, person->min_run, days + 2);
    person->max_minutes = 60 * rng_between(rng, days * 2, days * 9);
    if (rng_chance(rng, 500))
        person->min_minutes = 60 * rng_between(rng, 0, days * 2);
    if (rng_chance(rng, 600))
        person->week_minutes = 60 * rng_between(rng, 8, 40);
    if (rng_chance(rng, 600))
        person->wanted_minutes = 60 * rng_between(rng, days, days * 8);
    if (rng_chance(rng, 600)) {
        person->under_minute = rng_between(rng, 0, 2);
        person->over_minute = rng_between(rng, 0, 2);
    }
    if (rng_chance(rng, 500))
        person->weekend_cost = weekends[rng_between(rng, 0, 2)];
    make_limits(person, days, rng);
    make_start(person, rng);
}

static void
make_random(struct roster_problem *problem, int days, int people, int demands, struct rng *rng)
{
    roster_problem_make(problem, days, people, SHIFTS, demands, &arena);
    problem->first_weekday = rng_between(rng, 0, 6);
    for (int s = 0; s < SHIFTS; s++)
        problem->shift[s] = (struct roster_shift){s ? "L" : "E", 60 * rng_between(rng, 4, 9),
                                                  s && rng_chance(rng, 700) ? 1 : 0};
    for (int p = 0; p < people; p++) {
        make_person(&problem->person[p], days, rng);
        for (int d = 0; d < days; d++) {
            if (rng_chance(rng, 60))
                *roster_allowed(problem, p, d) &= ~(uint64_t)rng_between(rng, 1, 3);
            for (int choice = 0; choice <= SHIFTS; choice++)
                roster_cost(problem, p, d)[choice] =
                    rng_chance(rng, 300) ? rng_between(rng, 0, 5) : 0;
        }
    }
}

/* ---- pricing against every line ---- */

static double
price_of_line(const double *price, const roster_cell *line)
{
    double value = 0;
    for (int d = 0; d < DAYS; d++)
        value += price[d * (SHIFTS + 1) + line[d]];
    return value;
}

/* The cheapest line of all, PRICE_NONE without one. */
static double
cheapest(const struct roster_problem *problem, const struct worker *worker, const double *price)
{
    roster_cell line[DAYS] = {0};
    double least = PRICE_NONE;
    do {
        int64_t cost = judge(problem, 0, line);
        ck_assert_int_eq(worker_keeps(worker, line), cost >= 0);
        if (cost < 0)
            continue;
        ck_assert_int_eq(roster_sums_cost(problem, 0, line), cost);
        double value = price_of_line(price, line) + (double)cost;
        least = value < least ? value : least;
    } while (next_line(line, DAYS));
    return least;
}

static void
check_answer(const struct roster_problem *problem, const struct price_question *question,
             const struct price_answer *answer, double least)
{
    ck_assert(answer->bound <= least || least == PRICE_NONE);
    if (question->labels > 9)
        ck_assert_int_eq(answer->count > 0, least < question->cutoff);
    if (answer->exact && answer->count > 0)
        ck_assert_double_eq(answer->value[0], least);
    for (int i = 0; i < answer->count; i++) {
        int64_t cost = judge(problem, 0, answer->line[i]);
        ck_assert_int_ge(cost, 0);
        ck_assert_double_eq(answer->value[i],
                            price_of_line(question->price, answer->line[i]) + (double)cost);
    }
}

static bool
compare(const struct roster_problem *problem, struct rng *rng)
{
    struct groups groups;
    struct worker worker;
    struct pricer *pricer;
    struct price_answer answer;
    double price_of[DAYS * (SHIFTS + 1)];
    ck_assert_int_eq(roster_problem_check(problem, &err), 0);
    groups_make(&groups, problem);
    ck_assert_msg(worker_make(&worker, problem, &groups, 0, &arena, &err) == 0, "%s", err.text);
    ck_assert_int_eq(pricer_make(&pricer, &worker, 1, &err), 0);
    for (int i = 0; i < DAYS * (SHIFTS + 1); i++)
        price_of[i] = price_round(rng_between(rng, -9999, 5000) / 777.0);
    double least = cheapest(problem, &worker, price_of);
    for (int again = 0; again < 3; again++) { /* fines are kept: the answer may not hang on them */
        struct price_question question = {price_of, roster_allowed(problem, 0, 0), PRICE_NONE / 4,
                                          PRICE_LINES, again == 2 ? 3 : 100000};
        price(pricer, &worker, &question, &answer);
        check_answer(problem, &question, &answer, least);
        question.cutoff = least;
        price(pricer, &worker, &question, &answer);
        ck_assert_int_eq(answer.count, 0);
    }
    pricer_free(pricer);
    return least < PRICE_NONE;
}

START_TEST(test_rules_pricing)
{
    struct rng rng;
    int some = 0;
    rng_seed(&rng, 17);
    for (int i = 0; i < 600; i++) {
        struct roster_problem problem;
        make_random(&problem, DAYS, 1, 0, &rng);
        some += compare(&problem, &rng);
        arena_reset(&arena);
    }
    ck_assert_int_ge(some, 250);
}
END_TEST

/* ---- bound and objective against every roster ---- */

static int64_t
objective_of(const struct roster_problem *problem, const roster_cell *roster)
{
    int64_t sum = 0;
    for (int p = 0; p < 2; p++) {
        sum += judge(problem, p, roster + p * FEW);
        for (int d = 0; d < FEW; d++)
            sum += roster_cost(problem, p, d)[roster[p * FEW + d]];
    }
    for (int i = 0; i < problem->demands; i++) {
        const struct roster_demand *demand = &problem->demand[i];
        int heads = (int)(demand->shifts >> roster[demand->day] & 1) +
                    (int)(demand->shifts >> roster[FEW + demand->day] & 1);
        sum += heads < demand->need ? (demand->need - heads) * demand->under
                                    : (heads - demand->need) * demand->over;
    }
    return sum;
}

/* Over all pairs of lines; -1 where a person has none. */
static int64_t
optimum(const struct roster_problem *problem)
{
    roster_cell roster[2 * FEW] = {0};
    int64_t least = -1;
    do {
        if (judge(problem, 0, roster) < 0)
            continue;
        memset(roster + FEW, 0, FEW);
        do {
            if (judge(problem, 1, roster + FEW) < 0)
                continue;
            int64_t objective = objective_of(problem, roster);
            least = least < 0 || objective < least ? objective : least;
        } while (next_line(roster + FEW, FEW));
    } while (next_line(roster, FEW));
    return least;
}

/* In one piece, and by windows. */
START_TEST(test_rules_bound)
{
    struct rng rng;
    int some = 0, solved = 0, closed = 0, missed = 0, table = _i ? 3 : 0;
    rng_seed(&rng, 23);
    for (int i = 0; i < 80; i++) {
        struct roster_problem problem;
        struct roster_options options = {
            .iterations = _i ? 40 : 10, .seed = (uint64_t)i, .threads = 1, .table = table};
        struct roster_result result;
        make_random(&problem, FEW, 2, FEW * SHIFTS, &rng);
        for (int k = 0; k < FEW * SHIFTS; k++, problem.demands = k)
            problem.demand[k] =
                (struct roster_demand){k / SHIFTS, rng_between(&rng, 0, 2),
                                       rng_chance(&rng, 200) ? 3 : (uint64_t)1 << k % SHIFTS,
                                       rng_between(&rng, 1, 300), rng_between(&rng, 1, 300)};
        int64_t least = optimum(&problem);
        int got = roster_solve(&problem, &options, &result, &arena, &err);
        missed += got < 0 && least >= 0;
        ck_assert(got < 0 || least >= 0);
        if (got < 0)
            continue;
        ck_assert_int_eq(result.objective, objective_of(&problem, result.cells));
        ck_assert(judge(&problem, 0, result.cells) >= 0 &&
                  judge(&problem, 1, result.cells + FEW) >= 0);
        ck_assert_int_ge(result.objective, least);
        ck_assert_int_le(result.bound, least);
        some++;
        solved += result.objective == least;
        closed += result.bound == least;
    }
    ck_assert_int_ge(some, 30);
    ck_assert_int_eq(missed, 0);
    ck_assert_int_ge(solved, some * 9 / 10);
    ck_assert_int_ge(closed, some / (_i ? 20 : 2));
}
END_TEST

/* Of one person alone the answer to nobody is the best line, whatever stood there before. */
static void
respond_to_nobody(struct roster_problem *problem, struct rng *rng)
{
    struct ground ground;
    struct pricer *pricer;
    struct plan plan;
    roster_cell line[FEW] = {0}, worst[FEW];
    int64_t least = INT64_MAX, most = -1;
    ck_assert_int_eq(ground_make(&ground, problem, &arena, &err), 0);
    do {
        if (judge(problem, 0, line) < 0)
            continue;
        int64_t cost = roster_objective(problem, line);
        least = cost < least ? cost : least;
        if (cost > most)
            memcpy(worst, line, FEW);
        most = cost > most ? cost : most;
    } while (next_line(line, FEW));
    if (most < 0)
        return;
    ck_assert_int_eq(pricer_make(&pricer, ground.workers, 1, &err), 0);
    plan_make(&plan, &ground, &arena);
    plan_set(&plan, worst);
    plan_respond(&plan, pricer, rng, 2, 0);
    ck_assert_int_eq(plan.objective, least);
    pricer_free(pricer);
}

START_TEST(test_rules_respond)
{
    struct rng rng;
    rng_seed(&rng, 29);
    for (int i = 0; i < 100; i++) {
        struct roster_problem problem;
        make_random(&problem, FEW, 1, 1, &rng);
        problem.demands = 1;
        problem.demand[0] = (struct roster_demand){2, 1, 1, 40, 7};
        respond_to_nobody(&problem, &rng);
    }
}
END_TEST

/* ---- windows of a longer roster ---- */

enum { LONGER = 19, WIDE = 5 };

/* Whatever stands in the window: the part's rules say what those of the whole say, and what it costs less. */
static void
compare_window(struct roster_problem *whole, struct plan *plan, const struct part_window *window)
{
    struct part part;
    struct ground ground;
    roster_cell line[LONGER], cells[LONGER], fill[WIDE] = {0};
    int days = window->last - window->first + 1;
    memcpy(line, plan->cells, LONGER);
    part_make(&part, plan, window, &arena);
    if (part.problem.people == 0)
        return;
    ck_assert_msg(ground_make(&ground, &part.problem, &arena, &err) == 0, "%s", err.text);
    memcpy(cells, part.cells, (size_t)part.problem.days);
    int64_t apart = roster_objective(whole, line) - roster_objective(&part.problem, cells);
    do {
        memcpy(line + window->first, fill, (size_t)days);
        memcpy(cells, fill, (size_t)days);
        ck_assert_int_eq(judge(whole, 0, line) >= 0, ground_keeps(&ground, cells));
        if (judge(whole, 0, line) >= 0)
            ck_assert_int_eq(roster_objective(whole, line) - roster_objective(&part.problem, cells),
                             apart);
    } while (next_line(fill, days));
}

START_TEST(test_rules_window)
{
    struct rng rng;
    int some = 0, person = 0;
    rng_seed(&rng, 31);
    for (int i = 0; i < 400; i++, arena_reset(&arena), err_clear(&err)) {
        struct roster_problem problem;
        struct roster_result result;
        struct roster_options options = {.iterations = 1, .seed = 1, .threads = 1};
        struct ground ground;
        struct plan plan;
        make_random(&problem, LONGER, 1, LONGER, &rng);
        for (int k = 0; k < LONGER; k++, problem.demands = k)
            problem.demand[k] = (struct roster_demand){k, 1, 1 + (uint64_t)(k % 3), 9, 4};
        problem.person[0].max_weekends += 1;
        problem.person[0].weekend_cost = NULL;
        if (roster_solve(&problem, &options, &result, &arena, &err) < 0)
            continue;
        ck_assert_int_eq(ground_make(&ground, &problem, &arena, &err), 0);
        plan_make(&plan, &ground, &arena);
        plan_set(&plan, result.cells);
        struct part_window window = {.people = &person, .count = 1};
        window.first = rng_between(&rng, 0, LONGER - WIDE);
        window.last = window.first + rng_between(&rng, 0, WIDE - 1);
        compare_window(&problem, &plan, &window);
        some++;
    }
    ck_assert_int_ge(some, 150);
}
END_TEST

/* ---- singly ---- */

START_TEST(test_rules_grain)
{
    static const int weekends[] = {0, 18};
    struct roster_problem problem;
    roster_problem_make(&problem, 7, 1, 1, 0, &arena);
    problem.shift[0].minutes = 480;
    problem.person[0] = (struct roster_person){.max_weekends = 1, .limits = 1};
    problem.person[0].limit[0] = (struct roster_limit){1, 3, 60};
    ck_assert_int_eq(roster_grain(&problem), 60);
    problem.person[0].weekend_cost = weekends;
    ck_assert_int_eq(roster_grain(&problem), 6);
    problem.person[0].wanted_minutes = 2401;
    problem.person[0].under_minute = 4; /* minutes are 1 off a multiple of 480 */
    ck_assert_int_eq(roster_grain(&problem), 2);
}
END_TEST

/* A month of forty hours a week in steps of a quarter: what clinics ask. */
START_TEST(test_rules_month)
{
    struct roster_problem problem;
    struct groups groups;
    struct worker worker;
    struct pricer *pricer;
    roster_problem_make(&problem, 31, 1, 3, 0, &arena);
    for (int s = 0; s < 3; s++)
        problem.shift[s] = (struct roster_shift){"s", (int[]){450, 495, 600}[s], 0};
    problem.person[0] = (struct roster_person){
        .code = "ann", .max_minutes = 11000, .max_run = 6, .max_weekends = 5, .week_minutes = 2640};
    groups_make(&groups, &problem);
    ck_assert_int_eq(worker_make(&worker, &problem, &groups, 0, &arena, &err), 0);
    ck_assert_int_lt(worker.states, 2000);
    ck_assert_msg(pricer_make(&pricer, &worker, 1, &err) == 0, "%s", err.text);
    pricer_free(pricer);
    problem.person[0].week_minutes = 3600; /* six days of the longest: runs keep it */
    ck_assert_int_eq(worker_make(&worker, &problem, &groups, 0, &arena, &err), 0);
    ck_assert_int_eq(worker.states, 1 + 1 + 3 * 6);
    problem.shift[0].minutes = 451;
    problem.shift[1].minutes = 7;
    problem.person[0].week_minutes = 3000;
    groups_make(&groups, &problem);
    ck_assert_int_eq(worker_make(&worker, &problem, &groups, 0, &arena, &err), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "ann: weeks of up to 3000 minutes in steps of 1"));
}
END_TEST

/* What cannot be, each by name. */
START_TEST(test_rules_refused)
{
    static const int dear[] = {0, -1};
    struct roster_problem problem;
    struct {
        struct roster_person person;
        const char *error;
    } cases[] = {
        {{.limits = 17}, "ann: 17 limits"},
        {{.limits = 1, .limit = {{1, -1, 0}}}, "ann: a limit of -1"},
        {{.start = {.run = 1, .off = 1}}, "ann: before the first day 1 days of work and 1 off"},
        {{.start = {.run = 1, .shift = 2}}, "shift 2"},
        {{.wanted_minutes = 1000000, .under_minute = 10000}, "ann: 1000000 minutes at 10000"},
        {{.max_weekends = 1, .weekend_cost = dear}, "ann: 1 weekends at -1"},
    };
    roster_problem_make(&problem, 7, 1, 2, 0, &arena);
    problem.shift[0].minutes = problem.shift[1].minutes = 480;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        problem.person[0] = cases[i].person;
        problem.person[0].code = "ann";
        problem.person[0].max_run = 5;
        ck_assert_int_eq(roster_problem_check(&problem, &err), -1);
        ck_assert_msg(strstr(err.text, cases[i].error) != NULL, "%s", err.text);
        err_clear(&err);
    }
}
END_TEST

/* Begun from the optimum, it is not lost; a roster that breaks a rule is not begun from. */
START_TEST(test_rules_begun)
{
    atomic_bool stop = true;
    struct roster_problem problem;
    struct roster_options options = {.iterations = 200, .seed = 1, .threads = 1};
    struct roster_result best, again;
    ck_assert_int_eq(roster_public_read("tests/roster/small.txt", &problem, &arena, &err), 0);
    ck_assert_int_eq(roster_solve(&problem, &options, &best, &arena, &err), 0);
    options.stop = &stop;
    ck_assert_int_eq(roster_solve(&problem, &options, &again, &arena, &err), 0);
    ck_assert_int_gt(again.objective, best.objective);
    options.start = best.cells;
    ck_assert_int_eq(roster_solve(&problem, &options, &again, &arena, &err), 0);
    ck_assert_int_eq(again.objective, best.objective);
    best.cells[0] = 0; /* on ann's day off */
    ck_assert_int_eq(roster_solve(&problem, &options, &again, &arena, &err), 0);
    ck_assert_int_eq(again.cells[0], problem.shifts);
}
END_TEST

Suite *
roster_rules_suite(void)
{
    Suite *suite = suite_create("roster_rules");
    TCase *tc = tcase_create("roster_rules");
    tcase_add_checked_fixture(tc, set_up, tear_down);
    tcase_set_timeout(tc, 60);
    tcase_add_test(tc, test_rules_pricing);
    tcase_add_loop_test(tc, test_rules_bound, 0, 2);
    tcase_add_test(tc, test_rules_window);
    tcase_add_test(tc, test_rules_respond);
    tcase_add_test(tc, test_rules_grain);
    tcase_add_test(tc, test_rules_month);
    tcase_add_test(tc, test_rules_refused);
    tcase_add_test(tc, test_rules_begun);
    suite_add_tcase(suite, tc);
    return suite;
}
