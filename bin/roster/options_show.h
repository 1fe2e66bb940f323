/* The option tables of rosters, as shown and published; included by bin/medi-roster.c alone. */
#ifndef MEDI_BIN_ROSTER_OPTIONS_SHOW_H
#define MEDI_BIN_ROSTER_OPTIONS_SHOW_H

#include "bin/roster/verbs_show.h"

static const char *const show_bys[] = {"staff", "shift", NULL};
static const char *const fairness_bys[] = {"staff", "role", NULL};
static const char *const roster_states[] = {"draft", "published", "replaced", NULL};

#define SHOW_DAYS                                                                                  \
    {'f',     "from",                                                                              \
     OPT_DAY, FIELD(show_args, from),                                                              \
     "DAY",   N_("the first day (the roster's; of what is published, this month's)"),              \
     NULL},                                                                                        \
        {'t', "to", OPT_DAY, FIELD(show_args, to), "DAY", N_("the day after the last"), NULL},     \
    {                                                                                              \
        'm', "month", OPT_DAY, FIELD(show_args, month), "MONTH", N_("the month, such as 2026-12"), \
            NULL                                                                                   \
    }

static const struct opt show_options[] = {
    SHOW_DAYS,
    {'w', "week", OPT_DAY, FIELD(show_args, week), "DAY", N_("the week that has this day"), NULL},
    {'b', "by", OPT_CHOICE, FIELD(show_args, by), "WORD",
     N_("a line for each of staff, or of shift (staff)"), show_bys},
    {0, "width", OPT_INT, FIELD(show_args, width), "N",
     N_("a table for so many columns (the terminal's)"), NULL},
    {0},
};
static const struct operand show_operands[] = {
    {"ROSTER", true, false, FIELD(show_args, roster), N_("code of the roster (what is published)"),
     NULL},
    {0},
};
static const struct opt fairness_options[] = {
    SHOW_DAYS,
    {'b', "by", OPT_CHOICE, FIELD(show_args, by), "WORD",
     N_("a line for each of staff, or of role (staff)"), fairness_bys},
    {0},
};
static const struct opt utilisation_options[] = {
    SHOW_DAYS,
    {0},
};
static const struct operand diff_operands[] = {
    {"ROSTER", false, false, FIELD(diff_args, roster), N_("code of the roster"), NULL},
    {"OTHER", true, false, FIELD(diff_args, other),
     N_("the one that it is compared with (what is published)"), NULL},
    {0},
};
static const struct operand publish_operands[] = {
    {"ROSTER", false, false, FIELD(publish_args, roster), N_("code of the roster"), NULL},
    {0},
};
static const struct operand sheet_operands[] = {
    {"ROSTER", false, false, FIELD(sheet_args, roster), N_("code of the draft, new or there"),
     NULL},
    {"FILE", false, false, FIELD(sheet_args, file), N_("the grid, or - for stdin"), "file"},
    {0},
};
static const struct opt rosters_options[] = {
    {'f', "from", OPT_DAY, FIELD(rosters_args, from), "DAY",
     N_("that reach beyond this day (today)"), NULL},
    {'t', "to", OPT_DAY, FIELD(rosters_args, to), "DAY", N_("that begin before this day"), NULL},
    {0, "state", OPT_CHOICE, FIELD(rosters_args, state), "WORD", N_("only these"), roster_states},
    {'a', "all", OPT_FLAG, FIELD(rosters_args, all), NULL, N_("also what is over"), NULL},
    {0},
};

#endif
