/* The option tables of load, heads and holiday; included by bin/medi-roster.c alone. */
#ifndef MEDI_BIN_ROSTER_OPTIONS_LOAD_H
#define MEDI_BIN_ROSTER_OPTIONS_LOAD_H

#include "bin/roster/load.h"

static const char *const load_bys[] = {"day", "hour", NULL};
static const char *const head_roles[] = {"doctor",  "nurse", "consultant", "front-desk",
                                         "manager", "buyer", "technician", "marketing",
                                         "other",   NULL};
static const char *const head_sources[] = {"set", "load", NULL};

static const struct opt load_options[] = {
    {'m', "month", OPT_DAY, FIELD(load_args, month), "MONTH",
     N_("of this month, such as 2026-12; of one that has begun from today on"), NULL},
    {'f', "from", OPT_DAY, FIELD(load_args, from), "DAY", N_("from this day on (today)"), NULL},
    {0, "days", OPT_INT, FIELD(load_args, days), "N", N_("so many days (14)"), NULL},
    {'b', "by", OPT_CHOICE, FIELD(load_args, by), "WORD", N_("day or hour (day)"), load_bys},
    {0, "heads", OPT_FLAG, FIELD(load_args, heads), NULL,
     N_("how many of which role that takes, instead"), NULL},
    {'w', "write", OPT_FLAG, FIELD(load_args, write), NULL,
     N_("also write the heads, in place of those that were forecast before"), NULL},
    {0, "backtest", OPT_FLAG, FIELD(load_args, backtest), NULL,
     N_("how good such forecasts would have been, instead"), NULL},
    {0, "origins", OPT_INT, FIELD(load_args, origins), "N",
     N_("tried from so many days in the past, a horizon apart (12)"), NULL},
    {'H', "horizon", OPT_INT, FIELD(load_args, horizon), "DAYS", N_("so many days ahead (28)"),
     NULL},
    {0},
};

static const struct opt head_set_options[] = {
    {0, "day", OPT_DAY, FIELD(head_args, day), "DAY", N_("the day"), NULL},
    {'f', "from", OPT_TEXT, FIELD(head_args, from), "TIME", N_("from this time of the day"), NULL},
    {'t', "to", OPT_TEXT, FIELD(head_args, to), "TIME", N_("until this time of the day"), NULL},
    {0, "heads", OPT_INT, FIELD(head_args, heads), "N", N_("how many (1)"), NULL},
    {0, "skill", OPT_TEXT, FIELD(head_args, skill), "CODE", N_("only who has this skill counts"),
     NULL},
    {0, "staff", OPT_TEXT, FIELD(head_args, staff), "STAFF",
     N_("this person, as on a chief doctor's member day"), NULL},
    {0, "note", OPT_TEXT, FIELD(head_args, note), "TEXT", N_("a note"), NULL},
    {0},
};
static const struct opt head_drop_options[] = {
    {0, "day", OPT_DAY, FIELD(head_args, day), "DAY", N_("the day"), NULL},
    {'f', "from", OPT_TEXT, FIELD(head_args, from), "TIME", N_("what begins at this time"), NULL},
    {0, "skill", OPT_TEXT, FIELD(head_args, skill), "CODE", N_("for this skill"), NULL},
    {0, "staff", OPT_TEXT, FIELD(head_args, staff), "STAFF", N_("of this person"), NULL},
    {0},
};
static const struct operand head_operands[] = {
    {"ROLE", false, false, FIELD(head_args, role), N_("of which role"), NULL},
    {0},
};
static const struct opt head_list_options[] = {
    {'f', "from-day", OPT_DAY, FIELD(head_args, from_day), "DAY", N_("from this day on (today)"),
     NULL},
    {'t', "to-day", OPT_DAY, FIELD(head_args, to_day), "DAY", N_("before this day"), NULL},
    {0, "role", OPT_CHOICE, FIELD(head_args, role), "ROLE", N_("of this role only"), head_roles},
    {0, "source", OPT_CHOICE, FIELD(head_args, source), "WORD",
     N_("only what was entered (set) or forecast (load)"), head_sources},
    {0},
};

static const struct opt holiday_list_options[] = {
    {'y', "year", OPT_INT, FIELD(holiday_args, year), "YEAR", N_("of this year (this one)"), NULL},
    {0},
};
static const struct opt holiday_apply_options[] = {
    {'y', "year", OPT_INT, FIELD(holiday_args, year), "YEAR", N_("of this year"), NULL},
    {0, "where", OPT_TEXT, FIELD(holiday_args, where), "STORE",
     N_("the store, or * for the chain (that of -s)"), NULL},
    {'c', "closed", OPT_TEXT, FIELD(holiday_args, closed), "NAMES",
     N_("on days off of these holidays, such as 春节,元旦 (none)"), NULL},
    {0},
};

#endif
