/* The options of planning; included by bin/medi-roster.c alone. */
#ifndef MEDI_BIN_ROSTER_OPTIONS_PLAN_H
#define MEDI_BIN_ROSTER_OPTIONS_PLAN_H

#include "bin/roster/plan.h"

#define SOLVE_OPTIONS                                                                              \
    {                                                                                              \
        0,   "seconds", OPT_INT, FIELD(plan_args, seconds), "N", N_("how long it may take (30)"),  \
        NULL},                                                                                     \
        {0, "seed", OPT_INT, FIELD(plan_args, seed), "N", N_("another roster as good (1)"), NULL}, \
        {0,       "threads",                                                                       \
         OPT_INT, FIELD(plan_args, threads),                                                       \
         "N",     N_("1 or 2 (2; with --iterations 1)"),                                           \
         NULL},                                                                                    \
    {                                                                                              \
        0, "iterations", OPT_INT, FIELD(plan_args, iterations), "N",                               \
            N_("so many improvements instead of a time: the same roster on every run"), NULL       \
    }

static const struct opt plan_options[] = {
    {0, "month", OPT_DAY, FIELD(plan_args, month), "MONTH", N_("a month: 2026-12"), NULL},
    {0, "from", OPT_DAY, FIELD(plan_args, from), "DAY", N_("or from this day on"), NULL},
    {0, "days", OPT_INT, FIELD(plan_args, days), "N", N_("with --from: so many days"), NULL},
    SOLVE_OPTIONS,
    {0},
};
static const struct operand plan_operands[] = {
    {"ROSTER", true, false, FIELD(plan_args, roster), N_("its code (the month, or the first day)"),
     NULL},
    {0},
};
static const struct opt adjust_options[] = {
    {0, "code", OPT_TEXT, FIELD(plan_args, code), "ROSTER",
     N_("code of the new roster (the old one and a number)"), NULL},
    {0, "from", OPT_DAY, FIELD(plan_args, from), "DAY", N_("days before it stay (today)"), NULL},
    SOLVE_OPTIONS,
    {0},
};
static const struct opt explain_options[] = {
    {0, "seconds", OPT_INT, FIELD(plan_args, seconds), "N",
     N_("how long one try may take, at most 2 (2)"), NULL},
    {0},
};
static const struct operand roster_operands[] = {
    {"ROSTER", false, false, FIELD(plan_args, roster), N_("its code"), NULL},
    {0},
};

static const struct opt lock_options[] = {
    {0, "day", OPT_DAY, FIELD(lock_args, day), "DAY", N_("the day"), NULL},
    {0, "to", OPT_DAY, FIELD(lock_args, to), "DAY", N_("and all until this one"), NULL},
    {0, "shift", OPT_TEXT, FIELD(lock_args, shift), "SHIFT", N_("works this shift (as it is)"),
     NULL},
    {0, "at", OPT_TEXT, FIELD(lock_args, at), "STORE", N_("with --shift: where (-s)"), NULL},
    {0, "off", OPT_FLAG, FIELD(lock_args, off), NULL, N_("is off"), NULL},
    {0},
};
static const struct opt unlock_options[] = {
    {0, "day", OPT_DAY, FIELD(lock_args, day), "DAY", N_("the day"), NULL},
    {0, "to", OPT_DAY, FIELD(lock_args, to), "DAY", N_("and all until this one"), NULL},
    {0},
};
static const struct operand lock_operands[] = {
    {"ROSTER", false, false, FIELD(lock_args, roster), N_("its code"), NULL},
    {"STAFF", false, false, FIELD(lock_args, staff), N_("the person's code"), NULL},
    {0},
};

/* ---- people ---------------------------------------------------------------------------------- */

static const struct opt between_options[] = {
    {0, "from", OPT_DAY, FIELD(person_args, from_on), "DAY", N_("its first day"), NULL},
    {0, "to", OPT_DAY, FIELD(person_args, to_on), "DAY", N_("its last day"), NULL},
    {0},
};
static const struct operand skill_operands[] = {
    {"STAFF", false, false, FIELD(person_args, staff), N_("the person's code"), NULL},
    {"SKILL", false, false, FIELD(person_args, what), N_("a word that heads are wanted by"), NULL},
    {0},
};
static const struct operand station_operands[] = {
    {"STAFF", false, false, FIELD(person_args, staff), N_("the person's code"), NULL},
    {"STORE", false, false, FIELD(person_args, what), N_("a store beside the home store"), "store"},
    {0},
};
static const struct opt skill_list_options[] = {
    {0, "staff", OPT_TEXT, FIELD(person_args, staff), "STAFF", N_("of this person only"), NULL},
    {0, "skill", OPT_TEXT, FIELD(person_args, what), "SKILL", N_("who has this one"), NULL},
    {0},
};
static const struct opt station_list_options[] = {
    {0, "staff", OPT_TEXT, FIELD(person_args, staff), "STAFF", N_("of this person only"), NULL},
    {0},
};
static const struct opt wish_add_options[] = {
    {0, "day", OPT_DAY, FIELD(person_args, day), "DAY", N_("the day"), NULL},
    {0, "weight", OPT_INT, FIELD(person_args, weight), "N", N_("1 to 10 (5)"), NULL},
    {0, "note", OPT_TEXT, FIELD(person_args, note), "TEXT", N_("a note"), NULL},
    {0},
};
static const struct operand wish_operands[] = {
    {"STAFF", false, false, FIELD(person_args, staff), N_("the person's code"), NULL},
    {"WANT", false, false, FIELD(person_args, what), N_("off, work, or a shift"), NULL},
    {0},
};
static const struct opt wish_drop_options[] = {
    {0, "day", OPT_DAY, FIELD(person_args, day), "DAY", N_("the day"), NULL},
    {0},
};
static const struct operand staff_operands[] = {
    {"STAFF", false, false, FIELD(person_args, staff), N_("the person's code"), NULL},
    {0},
};
static const struct opt wish_list_options[] = {
    {0, "from-day", OPT_DAY, FIELD(person_args, from_on), "DAY", N_("from this day on (today)"),
     NULL},
    {0, "to-day", OPT_DAY, FIELD(person_args, to_on), "DAY", N_("until before this day"), NULL},
    {0, "staff", OPT_TEXT, FIELD(person_args, staff), "STAFF", N_("of this person only"), NULL},
    {0},
};
static const struct opt travel_set_options[] = {
    {0, "minutes", OPT_INT, FIELD(person_args, minutes), "N", N_("how long it takes"), NULL},
    {0},
};
static const struct operand travel_operands[] = {
    {"STORE", false, false, FIELD(person_args, what), N_("one store"), "store"},
    {"STORE2", false, false, FIELD(person_args, other), N_("and the other one"), "store"},
    {0},
};
static const struct opt rule_set_options[] = {
    {0, "from", OPT_DAY, FIELD(person_args, from_on), "DAY", N_("from this day on (today)"), NULL},
    {0, "month-hours", OPT_INT, FIELD(person_args, month_hours), "N", N_("hours of the contract"),
     NULL},
    {0, "month-hours-min", OPT_INT, FIELD(person_args, month_hours_min), "N",
     N_("at least so many a month"), NULL},
    {0, "month-hours-max", OPT_INT, FIELD(person_args, month_hours_max), "N",
     N_("at most so many a month"), NULL},
    {0, "week-hours-max", OPT_INT, FIELD(person_args, week_hours), "N",
     N_("at most so many from Monday to Sunday"), NULL},
    {0, "run-days-max", OPT_INT, FIELD(person_args, run_days), "N", N_("days of work in a row"),
     NULL},
    {0, "run-days-min", OPT_INT, FIELD(person_args, run_days_min), "N",
     N_("at least so many days in a row"), NULL},
    {0, "off-days-min", OPT_INT, FIELD(person_args, off_days), "N", N_("days off in a row"), NULL},
    {0, "weekends-max", OPT_INT, FIELD(person_args, weekends), "N",
     N_("weekends with work, a month"), NULL},
    {0, "late-max", OPT_INT, FIELD(person_args, late), "N", N_("late shifts, a month"), NULL},
    {0, "shifts", OPT_TEXT, FIELD(person_args, shifts), "SHIFTS", N_("only these: E,M"), NULL},
    {0},
};
static const struct opt rule_drop_options[] = {
    {0, "from", OPT_DAY, FIELD(person_args, from_on), "DAY", N_("the day from which they were"),
     NULL},
    {0},
};
static const struct opt rule_list_options[] = {
    {0, "day", OPT_DAY, FIELD(person_args, day), "DAY", N_("as they are then (today)"), NULL},
    {0, "staff", OPT_TEXT, FIELD(person_args, staff), "STAFF", N_("of this person only"), NULL},
    {0},
};

#endif
