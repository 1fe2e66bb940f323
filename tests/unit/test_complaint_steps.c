#include <check.h>
#include <string.h>

#include "complaint/steps.h"

Suite *complaint_steps_suite(void);

/* Every state with every step, written down a second time: what a state becomes, or "-" where the step is refused. "p:" is
 * what may be done while paused. In the order of the steps:
 * open assign respond investigate propose agree mediate compensate feedback pause resume close */
static const struct {
    const char *state;
    const char *behind[STEPS], *paused[STEPS];
} table[] = {
#define PAUSED(state)                                                                              \
    {                                                                                              \
        "-", state, "-", "-", "-", "-", "-", "-", "-", "-", state, "-"                             \
    }
#define PAUSED_OPEN                                                                                \
    {                                                                                              \
        "-", "assigned", "-", "-", "-", "-", "-", "-", "-", "-", "open", "-"                       \
    }
    {"open", {"-", "assigned", "-", "-", "-", "-", "-", "-", "-", "open", "-", "-"}, PAUSED_OPEN},
    {"assigned",
     {"-", "assigned", "responded", "-", "-", "-", "-", "-", "-", "assigned", "-", "-"},
     PAUSED("assigned")},
    {"responded",
     {"-", "responded", "-", "investigated", "-", "-", "mediation", "-", "-", "responded", "-",
      "-"},
     PAUSED("responded")},
    {"investigated",
     {"-", "investigated", "-", "investigated", "proposed", "-", "mediation", "-", "-",
      "investigated", "-", "-"},
     PAUSED("investigated")},
    {"proposed",
     {"-", "proposed", "-", "-", "proposed", "agreed", "mediation", "-", "proposed", "proposed",
      "-", "closed"},
     PAUSED("proposed")},
    {"agreed",
     {"-", "agreed", "-", "-", "-", "-", "-", "compensated", "agreed", "agreed", "-", "closed"},
     PAUSED("agreed")},
    {"mediation",
     {"-", "mediation", "-", "-", "proposed", "agreed", "mediation", "-", "-", "mediation", "-",
      "-"},
     PAUSED("mediation")},
    {"compensated",
     {"-", "compensated", "-", "-", "-", "-", "-", "compensated", "compensated", "compensated", "-",
      "closed"},
     PAUSED("compensated")},
    {"closed",
     {"-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"},
     {"-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"}},
};

static void
compare(const char *name, const char *const *wanted, bool paused)
{
    enum complaint_state state, next;
    ck_assert(state_parse(name, &state));
    for (int step = 0; step < STEPS; step++) {
        struct err err = {0};
        int allowed = step_allowed((enum complaint_step)step, state, paused, &next, &err);
        const char *got = allowed == 0 ? state_name(next) : "-";
        ck_assert_msg(strcmp(got, wanted[step]) == 0, "%s in %s%s: %s, not %s",
                      step_rule(step)->name, name, paused ? " (paused)" : "", got, wanted[step]);
        ck_assert_int_eq(err.kind, allowed == 0 ? ERR_NONE : ERR_DATA);
        ck_assert_int_eq(err.text[0] == '\0', allowed == 0);
    }
}

START_TEST(test_complaint_steps_table)
{
    ck_assert_int_eq(sizeof table / sizeof table[0], STATES);
    compare(table[_i].state, table[_i].behind, false);
    compare(table[_i].state, table[_i].paused, true);
}
END_TEST

static void
words(const char *step, const char *state_word, bool paused, const char *wanted)
{
    enum complaint_step which;
    enum complaint_state state, next;
    struct err err = {0};
    ck_assert(step_parse(step, &which) && state_parse(state_word, &state));
    ck_assert_int_eq(step_allowed(which, state, paused, &next, &err), -1);
    ck_assert_str_eq(err.text, wanted);
}

START_TEST(test_complaint_steps_words)
{
    words("close", "responded", false,
          "close: is responded, and must be one of: proposed, agreed, compensated; possible now: "
          "assign, investigate, mediate, pause");
    words("agree", "open", false,
          "agree: is open, and must be one of: proposed, mediation; possible now: assign, pause");
    words("respond", "assigned", true, "respond: is paused; resume it first");
    words("pause", "assigned", true, "pause: is paused; resume it first");
    words("resume", "assigned", false,
          "resume: is not paused; possible now: assign, respond, pause");
    words("resume", "closed", false, "resume: is closed, and nothing follows; open another");
    words("respond", "open", true,
          "respond: is open, and must be one of: assigned; possible now: assign, resume");
}
END_TEST

START_TEST(test_complaint_steps_names)
{
    enum complaint_state state;
    enum complaint_step step;
    for (int i = 0; i < STATES; i++)
        ck_assert(state_parse(state_name(i), &state) && (int)state == i);
    for (int i = 0; i < STEPS; i++)
        ck_assert(step_parse(step_rule(i)->name, &step) && (int)step == i);
    ck_assert(!state_parse("reopened", &state));
    ck_assert(!step_parse("", &step));
}
END_TEST

/* Who may do what: of every role, the steps that it may take, by their first letters in the table's order. */
static const struct {
    const char *role, *steps;
} roles[] = {
    {"manager", "open assign respond investigate propose agree mediate compensate feedback pause "
                "resume close"},
    {"doctor", "open investigate"},
    {"consultant", "open feedback"},
    {"front-desk", "open feedback"},
    {"nurse", "open"},
    {"buyer", "open"},
    {"technician", "open"},
    {"marketing", "open"},
    {"other", "open"},
};

START_TEST(test_complaint_steps_roles)
{
    char got[256] = "";
    for (int step = 0; step < STEPS; step++) {
        struct err err = {0};
        if (step_role((enum complaint_step)step, "X1", roles[_i].role, &err) < 0) {
            ck_assert_int_eq(err.kind, ERR_DATA);
            continue;
        }
        strcat(got, got[0] ? " " : "");
        strcat(got, step_rule(step)->name);
    }
    ck_assert_str_eq(got, roles[_i].steps);
}
END_TEST

START_TEST(test_complaint_steps_role_words)
{
    struct err err = {0};
    ck_assert_int_eq(step_role(STEP_INVESTIGATE, "N1", "nurse", &err), -1);
    ck_assert_str_eq(err.text, "investigate: N1 is nurse, and it takes one of: manager, doctor");
}
END_TEST

Suite *
complaint_steps_suite(void)
{
    Suite *suite = suite_create("complaint_steps");
    TCase *all = tcase_create("all");
    tcase_add_loop_test(all, test_complaint_steps_table, 0, STATES);
    tcase_add_test(all, test_complaint_steps_words);
    tcase_add_test(all, test_complaint_steps_names);
    tcase_add_loop_test(all, test_complaint_steps_roles, 0, (int)(sizeof roles / sizeof roles[0]));
    tcase_add_test(all, test_complaint_steps_role_words);
    suite_add_tcase(suite, all);
    return suite;
}
