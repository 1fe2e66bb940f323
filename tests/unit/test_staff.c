#include "clinic.h"

#include "complaint/pack.h"
#include "staff/staff.h"
#include "staff/training.h"

Suite *staff_suite(void);

/* Staff on a day, posts one after the other, and the packs of training and of complaints. Day 20240 is Sunday
 * 2025-06-01. */

static struct clinic clinic;
static struct err err;

static void
setup(void)
{
    clinic_open(&clinic, "UPDATE staff SET hired_on = 20000 WHERE id = 3;");
}

static void
teardown(void)
{
    clinic_close(&clinic);
}

static struct staff
staff_on(const char *code, int64_t day)
{
    struct staff staff;
    err_clear(&err);
    OK(staff_find(clinic.db, &clinic.arena, code, day, &staff, &err));
    return staff;
}

START_TEST(test_staff_find)
{
    struct staff staff = staff_on("N1", 20240);
    ck_assert_str_eq(staff.role, "nurse");
    ck_assert_int_eq(staff.hired_on, 20000);
    ck_assert_int_eq(staff.left_on, INT64_MAX);
    FAILS(staff_find(clinic.db, &clinic.arena, "N9", 20240, &staff, &err), ERR_DATA,
          "N9: no such staff");
    ck_assert_int_eq(staff_get(clinic.db, &clinic.arena, 3, 20240, &staff, &err), 1);
    ck_assert_str_eq(staff.code, "N1");
    ck_assert_int_eq(staff_get(clinic.db, &clinic.arena, 99, 20240, &staff, &err), 0);
}
END_TEST

START_TEST(test_staff_here)
{
    OK(db_script(clinic.db, "UPDATE staff SET left_on = 20240 WHERE id = 3", &err));
    struct staff staff = staff_on("N1", 20240);
    OK(staff_here(&staff, 20000, &err));
    OK(staff_here(&staff, 20240, &err));
    FAILS(staff_here(&staff, 19999, &err), ERR_DATA, "N1: works here from 2024-10-04 on");
    FAILS(staff_here(&staff, 20241, &err), ERR_DATA, "the last day was 2025-06-01");
    staff = staff_on("D1", 20240); /* nothing is known */
    OK(staff_here(&staff, 1, &err));
}
END_TEST

START_TEST(test_staff_of_login)
{
    struct staff staff;
    OK(db_script(clinic.db,
                 "INSERT INTO account (id, login, staff_id, opened_at, closed_at) VALUES "
                 "(1, 'sun', 3, 0, NULL), (2, 'old', 3, 0, 5), (3, 'cron', NULL, 0, NULL)",
                 &err));
    ck_assert_int_eq(staff_of_login(clinic.db, &clinic.arena, "sun", 20240, &staff, &err), 1);
    ck_assert_str_eq(staff.code, "N1");
    ck_assert_int_eq(staff_of_login(clinic.db, &clinic.arena, "old", 20240, &staff, &err), 0);
    ck_assert_int_eq(staff_of_login(clinic.db, &clinic.arena, "cron", 20240, &staff, &err), 0);
    ck_assert_int_eq(staff_of_login(clinic.db, &clinic.arena, "none", 20240, &staff, &err), 0);
}
END_TEST

/* ---- posts ---- */

/* A post as the verb writes it: room, then the row. */
static int
post(const char *role, int64_t from, int id)
{
    int64_t to_on;
    struct staff staff = staff_on("N1", from);
    if (staff_make_room(clinic.db, &staff, from, &to_on, &err) < 0)
        return -1;
    OK(db_script(clinic.db,
                 arena_printf(&clinic.arena,
                              "INSERT INTO post (id, staff_id, role, from_on, to_on) VALUES "
                              "(%d, 3, '%s', %lld, %s)",
                              id, role, (long long)from,
                              to_on == INT64_MIN
                                  ? "NULL"
                                  : arena_printf(&clinic.arena, "%lld", (long long)to_on)),
                 &err));
    return staff_take_post(clinic.db, &staff, &err);
}

static const char *
posts(void)
{
    struct str all = STR_INIT;
    struct db_stmt *stmt;
    OK(db_prepare(clinic.db, &stmt,
                  "SELECT role, from_on, COALESCE(to_on, 0) FROM post ORDER BY from_on", &err));
    while (db_step(stmt, &err) == 1)
        str_addf(&all, "%s%s %lld-%lld", all.length ? ", " : "", db_get_text(stmt, 0),
                 (long long)db_get_int(stmt, 1), (long long)db_get_int(stmt, 2));
    db_finish(stmt);
    const char *text = arena_strdup(&clinic.arena, all.text);
    str_release(&all);
    return text;
}

START_TEST(test_staff_posts)
{
    /* the role from before is kept as the first post, since the day of hiring is known */
    ck_assert_int_eq(post("consultant", 20100, 101), 1);
    ck_assert_str_eq(posts(), "nurse 20000-20100, consultant 20100-0");
    ASK("SELECT role FROM staff WHERE id = 3", "consultant");
    ck_assert_int_eq(post("manager", 20200, 102), 1);
    ck_assert_str_eq(posts(), "nurse 20000-20100, consultant 20100-20200, manager 20200-0");
    /* one in between, recorded later, leaves the file as it is */
    ck_assert_int_eq(post("marketing", 20150, 103), 0);
    ck_assert_str_eq(posts(), "nurse 20000-20100, consultant 20100-20150, marketing 20150-20200, "
                              "manager 20200-0");
    ASK("SELECT role FROM staff WHERE id = 3", "manager");
    FAILS(post("doctor", 20150, 104), ERR_DATA,
          "N1: has a post that begins on 2025-03-03 already; correct it with --correct");
    ck_assert_str_eq(staff_on("N1", 20000).role, "nurse");
    ck_assert_str_eq(staff_on("N1", 20099).role, "nurse");
    ck_assert_str_eq(staff_on("N1", 20100).role, "consultant");
    ck_assert_str_eq(staff_on("N1", 20199).role, "marketing");
    ck_assert_str_eq(staff_on("N1", 20200).role, "manager");
}
END_TEST

/* ---- periods ---- */

static const struct {
    enum training_period period;
    int64_t day, from, to;
} windows[] = {
    {EACH_WEEK, 20240, 20234, 20241}, /* a Sunday ends its week, */
    {EACH_WEEK, 20241, 20241, 20248}, /* a Monday begins one */
    {EACH_MONTH, 20240, 20240, 20270},   {EACH_MONTH, 20269, 20240, 20270},
    {EACH_QUARTER, 20240, 20179, 20270}, {EACH_YEAR, 20240, 20089, 20454},
    {EACH_YEAR, 20453, 20089, 20454},
};

START_TEST(test_staff_windows)
{
    int64_t from, to;
    training_window(windows[_i].period, windows[_i].day, &from, &to);
    ck_assert_int_eq(from, windows[_i].from);
    ck_assert_int_eq(to, windows[_i].to);
}
END_TEST

/* ---- the plan ---- */

#define ENTRY(rest) "trainings:\n  drill:\n    zh: 演练\n    says: s\n" rest
#define WHOM "    roles: [nurse]\n"

static const struct {
    const char *text, *words;
} wrong[] = {
    {"training: {}\n", "p.yaml:1: unknown key training"},
    {"trainings: []\n", "p.yaml:1: trainings: missing"},
    {"trainings:\n  drill: {zh: a}\n", "p.yaml:2: drill: needs zh and says"},
    {ENTRY("    role: nurse\n"), "role"},
    {ENTRY("    each: week\n"), "roles: must be a list of roles of staff"},
    {ENTRY("    roles: [nurse, cleaner]\n"), "p.yaml:5: cleaner: no such role of staff"},
    {ENTRY(WHOM), "each: must be week, month, quarter or year"},
    {ENTRY(WHOM "    each: day\n"), "each: must be week, month, quarter or year"},
    {ENTRY(WHOM "    each: week\n    times: 0\n"), "times: must be from 1 to 100"},
    {ENTRY(WHOM "    each: week\n"), "shown_by: must be attendance or review"},
    {ENTRY(WHOM "    each: week\n    shown_by: word\n"), "shown_by: must be attendance or review"},
    {ENTRY(WHOM "    each: week\n    shown_by: attendance\n    pass: 101\n"),
     "pass: must be from 0 to 100"},
    {ENTRY(WHOM "    each: week\n    shown_by: review\n"),
     "review: must be skill, service, conduct or knowledge"},
    {ENTRY(WHOM "    each: week\n    shown_by: review\n    review: skill\n"),
     "pass: missing; an assessment is passed by a score"},
};

START_TEST(test_staff_plan_wrong)
{
    struct trainings plan;
    const char *file = clinic_file(&clinic, "p.yaml", wrong[_i].text);
    ck_assert_int_eq(trainings_read(&clinic.arena, file, &plan, &err), -1);
    ck_assert_int_eq(err.kind, ERR_DATA);
    ck_assert_msg(strstr(clinic_words(&clinic, err.text), wrong[_i].words), "%s, not %s", err.text,
                  wrong[_i].words);
}
END_TEST

/* How many of the store-less staff lack an entry on a day. */
static int
lacking(const struct training *training, int64_t day)
{
    struct db_stmt *stmt;
    int count = 0;
    OK(training_lacking(clinic.db, training, 0, day, &stmt, &err));
    while (db_step(stmt, &err) == 1)
        count++;
    db_finish(stmt);
    return count;
}

/* What fulfils an entry for a person on a day: a session of its kind or an assessment, with a score. */
static void
fulfil(const struct training *training, int id, int64_t day, int score, const char *state)
{
    const char *sql =
        training->review
            ? arena_printf(&clinic.arena,
                           "INSERT INTO review (id, code, staff_id, kind, day, score) VALUES "
                           "(%d, 'R%d', 1, '%s', %lld, %d)",
                           id, id, training->review, (long long)day, score)
            : arena_printf(&clinic.arena,
                           "INSERT INTO training (store_id, id, code, kind, topic, starts_at, day) "
                           "VALUES (1, %d, 'X%d', '%s', 't', 0, %lld);"
                           "INSERT INTO attendance (store_id, id, training_id, staff_id, state, "
                           "score) VALUES (1, %d, %d, 1, '%s', %d)",
                           id, id, training->name, (long long)day, id, id, state, score);
    OK(db_script(clinic.db, sql, &err));
}

/* Every entry of the shipped plan: who has done nothing lacks it; too low a score, an absence, another period and
 * tomorrow do not help; the thing itself does. */
START_TEST(test_staff_plan_shipped)
{
    struct trainings plan;
    OK(trainings_load(&clinic.arena, &clinic.packs, &plan, &err));
    ck_assert_int_eq(plan.count, 5);
    OK(db_script(clinic.db, "UPDATE staff SET store_id = 1 WHERE id > 1", &err));
    for (int i = 0, id = 1; i < plan.count; i++) {
        const struct training *training = &plan.items[i];
        const char *role =
            arena_strndup(&clinic.arena, training->roles + 1, strcspn(training->roles + 1, ","));
        int64_t from, to, day = 20245;
        OK(db_script(clinic.db,
                     arena_printf(&clinic.arena, "UPDATE staff SET role = '%s' WHERE id = 1", role),
                     &err));
        training_window(training->period, day, &from, &to);
        ck_assert_int_eq(lacking(training, day), 1);
        fulfil(training, id++, from - 1, 100, "present");
        fulfil(training, id++, day + 1, 100, "present");
        if (!training->review)
            fulfil(training, id++, day, 100, "absent");
        if (training->pass >= 0)
            fulfil(training, id++, day, (int)training->pass - 1, "present");
        ck_assert_int_eq(lacking(training, day), 1);
        fulfil(training, id++, from, training->pass >= 0 ? (int)training->pass : 0, "present");
        ck_assert_int_eq(lacking(training, day), 0);
        ck_assert_int_eq(lacking(training, to), 1); /* and again in the next period */
        OK(db_script(clinic.db, "UPDATE staff SET role = 'other' WHERE id = 1", &err));
        ck_assert_int_eq(lacking(training, to), 0); /* whom it is not for */
    }
}
END_TEST

START_TEST(test_staff_plan_people)
{
    static const struct training twice = {
        .name = "x", .roles = ",doctor,", .period = EACH_MONTH, .times = 2, .pass = -1};
    OK(db_script(clinic.db, "UPDATE staff SET hired_on = 20245 WHERE id = 2", &err));
    ck_assert_int_eq(lacking(&twice, 20245), 2); /* D1, D2 */
    ck_assert_int_eq(lacking(&twice, 20244), 1); /* not here yet */
    OK(db_script(clinic.db, "UPDATE staff SET left_on = 20249 WHERE id = 2", &err));
    ck_assert_int_eq(lacking(&twice, 20249), 2);
    ck_assert_int_eq(lacking(&twice, 20250), 1); /* gone */
    fulfil(&twice, 1, 20240, 0, "present");
    ck_assert_int_eq(lacking(&twice, 20250), 1); /* once is not twice */
    fulfil(&twice, 2, 20250, 0, "present");
    ck_assert_int_eq(lacking(&twice, 20250), 0);
    /* by the post on the day */
    OK(db_script(clinic.db,
                 "INSERT INTO post (id, staff_id, role, from_on, to_on) VALUES "
                 "(1, 3, 'doctor', 20000, 20251), (2, 3, 'nurse', 20251, NULL)",
                 &err));
    ck_assert_int_eq(lacking(&twice, 20250), 1);
    ck_assert_int_eq(lacking(&twice, 20251), 0);
}
END_TEST

/* ---- categories of complaints ---- */

#define CATEGORY(rest) "categories:\n  price: {zh: 价格, says: s" rest "}\n"

static const struct {
    const char *text, *words;
} wrong_categories[] = {
    {"category: {}\n", "p.yaml:1: unknown key category"},
    {"categories: []\n", "p.yaml:1: categories: missing"},
    {"categories:\n  price: {zh: a, severity: 1, about: none}\n", "price: needs zh and says"},
    {CATEGORY(", about: none"), "severity: must be from 1 to 4"},
    {CATEGORY(", severity: 5, about: none"), "severity: must be from 1 to 4"},
    {CATEGORY(", severity: 1"), "about: must be treatment, product, staff, visit or none"},
    {CATEGORY(", severity: 1, about: weather"), "about: must be treatment, product, staff"},
    {CATEGORY(", severity: 1, about: none, clock: 5"), "clock"},
};

START_TEST(test_staff_categories_wrong)
{
    struct categories all;
    const char *file = clinic_file(&clinic, "p.yaml", wrong_categories[_i].text);
    ck_assert_int_eq(categories_read(&clinic.arena, file, &all, &err), -1);
    ck_assert_int_eq(err.kind, ERR_DATA);
    ck_assert_msg(strstr(clinic_words(&clinic, err.text), wrong_categories[_i].words), "%s, not %s",
                  err.text, wrong_categories[_i].words);
}
END_TEST

/* Every category: with what it must name it is taken, without it is not. */
START_TEST(test_staff_categories_shipped)
{
    struct categories all;
    OK(categories_load(&clinic.arena, &clinic.packs, &all, &err));
    ck_assert_int_ge(all.count, 10);
    for (int i = 0; i < all.count; i++) {
        const struct category *category = &all.items[i];
        const struct complaint_links none = {0};
        const struct complaint_links right = {.treatment = category->about == ABOUT_TREATMENT,
                                              .product = category->about == ABOUT_PRODUCT,
                                              .staff = category->about == ABOUT_STAFF,
                                              .visit = category->about == ABOUT_VISIT};
        const struct complaint_links others = {.treatment = !right.treatment,
                                               .product = !right.product,
                                               .staff = !right.staff,
                                               .visit = !right.visit};
        struct err refused = {0};
        OK(category_fits(category, &right, &err));
        int wanted = category->about == ABOUT_NONE ? 0 : -1;
        ck_assert_int_eq(category_fits(category, &none, &refused), wanted);
        ck_assert_int_eq(category_fits(category, &others, &refused), wanted);
    }
    FAILS(category_find(&all, "weather", &err) ? 0 : -1, ERR_DATA,
          "weather: no such category; there are: complication, product,");
}
END_TEST

Suite *
staff_suite(void)
{
    Suite *suite = suite_create("staff");
    TCase *all = clinic_case("all", setup, teardown);
    tcase_add_test(all, test_staff_find);
    tcase_add_test(all, test_staff_here);
    tcase_add_test(all, test_staff_of_login);
    tcase_add_test(all, test_staff_posts);
    tcase_add_loop_test(all, test_staff_windows, 0, (int)(sizeof windows / sizeof *windows));
    tcase_add_loop_test(all, test_staff_plan_wrong, 0, (int)(sizeof wrong / sizeof *wrong));
    tcase_add_test(all, test_staff_plan_shipped);
    tcase_add_test(all, test_staff_plan_people);
    tcase_add_loop_test(all, test_staff_categories_wrong, 0,
                        (int)(sizeof wrong_categories / sizeof *wrong_categories));
    tcase_add_test(all, test_staff_categories_shipped);
    suite_add_tcase(suite, all);
    return suite;
}
