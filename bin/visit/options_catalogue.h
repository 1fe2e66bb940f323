/*
 * options_catalogue: the option tables of the verbs of the catalogue. Included once, by bin/medi-visit.c.
 */
#ifndef MEDI_BIN_VISIT_OPTIONS_CATALOGUE_H
#define MEDI_BIN_VISIT_OPTIONS_CATALOGUE_H

#include "bin/visit/verbs.h"

static const char *const yes_no[] = {"yes", "no", NULL};
static const char *const project_kinds[] = {"injection", "laser", "skin",  "surgery", "dental",
                                            "care",      "exam",  "other", NULL};
static const char *const licence_kinds[] = {"physician", "chief-physician", "nurse", "pharmacist",
                                            "device",    "other",           NULL};

static const struct opt project_options[] = {
    {0, "name", OPT_TEXT, FIELD(project_args, name), "TEXT", N_("name of the project"), NULL},
    {0, "department", OPT_TEXT, FIELD(project_args, department), "TEXT",
     N_("the department that a store must be licensed for"), NULL},
    {0, "kind", OPT_CHOICE, FIELD(project_args, kind), "KIND", N_("what it is"), project_kinds},
    {0, "cycle-days", OPT_INT, FIELD(project_args, cycle_days), "DAYS",
     N_("the usual time until it is due again"), NULL},
    {0, "minutes", OPT_INT, FIELD(project_args, minutes), "MINUTES", N_("the usual length"), NULL},
    {0, "grade", OPT_INT, FIELD(project_args, grade), "1-4", N_("grade of the surgery"), NULL},
    {0, "licence", OPT_CHOICE, FIELD(project_args, licence), "KIND",
     N_("the licence that its operator needs"), licence_kinds},
    {0, "device-kind", OPT_TEXT, FIELD(project_args, device_kind), "KIND",
     N_("the kind of equipment that it needs"), NULL},
    {0, "contract", OPT_CHOICE, FIELD(project_args, contract), "YES|NO",
     N_("whether a signed contract is due before it (yes)"), yes_no},
    {0, "consent", OPT_TEXT, FIELD(project_args, consent), "SERIES",
     N_("the series of consent forms that is signed before it"), NULL},
    {0, "ladder", OPT_TEXT, FIELD(project_args, ladder), "NAME", N_("the follow-up ladder"), NULL},
    {0, "horizon-days", OPT_INT, FIELD(project_args, horizon_days), "DAYS",
     N_("a complication within them counts"), NULL},
    {0, "active", OPT_CHOICE, FIELD(project_args, active), "YES|NO", N_("whether it is sold (yes)"),
     yes_no},
    {0},
};
static const struct operand project_operands[] = {
    {"PROJECT", false, false, FIELD(project_args, code), N_("code of the project"), NULL},
    {0},
};
static const struct opt project_list_options[] = {
    {0, "kind", OPT_CHOICE, FIELD(project_args, kind), "KIND", N_("of this kind only"),
     project_kinds},
    {'a', "all", OPT_FLAG, FIELD(project_args, all), NULL,
     N_("also those that are not sold any more"), NULL},
    {0},
};

static const struct opt exam_require_options[] = {
    {0, "days", OPT_INT, FIELD(need_args, days), "DAYS",
     N_("for how many days a result holds (as exams.yaml says)"), NULL},
    {0},
};
static const struct operand exam_need_operands[] = {
    {"PROJECT", false, false, FIELD(need_args, project), N_("code of the project"), NULL},
    {"EXAM", false, false, FIELD(need_args, what), N_("kind of examination"), NULL},
    {0},
};
static const struct opt kit_options[] = {
    {0, "quantity", OPT_INT, FIELD(need_args, quantity), "N",
     N_("how much, in the smallest unit of the item"), NULL},
    {0, "optional", OPT_FLAG, FIELD(need_args, optional), NULL, N_("used if the case needs it"),
     NULL},
    {0},
};
static const struct operand kit_operands[] = {
    {"PROJECT", false, false, FIELD(need_args, project), N_("code of the project"), NULL},
    {"ITEM", false, false, FIELD(need_args, what), N_("code of the item, or a scanned label"),
     NULL},
    {0},
};
static const struct opt indication_options[] = {
    {0, "says", OPT_TEXT, FIELD(need_args, says), "TEXT", N_("the indication as it is registered"),
     NULL},
    {0},
};
static const struct operand indication_operands[] = {
    {"ITEM", false, false, FIELD(need_args, what), N_("code of the item, or a scanned label"),
     NULL},
    {"PROJECT", false, false, FIELD(need_args, project), N_("code of the project"), NULL},
    {0},
};

static const struct opt form_options[] = {
    {0, "series", OPT_TEXT, FIELD(form_args, series), "SERIES",
     N_("the series that it is a version of"), NULL},
    {0, "edition", OPT_INT, FIELD(form_args, version), "N", N_("its number in the series"), NULL},
    {0, "name", OPT_TEXT, FIELD(form_args, name), "TEXT", N_("what it is called"), NULL},
    {0, "from", OPT_DAY, FIELD(form_args, from), "DAY", N_("its first day"), NULL},
    {0, "to", OPT_DAY, FIELD(form_args, to), "DAY",
     N_("its last day; without one: until the next version"), NULL},
    {0, "proof", OPT_TEXT, FIELD(form_args, proof), "TEXT", N_("where it lies"), NULL},
    {0},
};
static const struct operand form_operands[] = {
    {"FORM", false, false, FIELD(form_args, code), N_("code of the form"), NULL},
    {0},
};

static const struct opt package_options[] = {
    {0, "name", OPT_TEXT, FIELD(package_args, name), "TEXT", N_("name of the package"), NULL},
    {0, "price", OPT_MONEY, FIELD(package_args, price), "YUAN", N_("its price"), NULL},
    {0, "floor", OPT_MONEY, FIELD(package_args, floor), "YUAN",
     N_("below it a second person must consent"), NULL},
    {0, "from", OPT_DAY, FIELD(package_args, from), "DAY", N_("its first day"), NULL},
    {0, "to", OPT_DAY, FIELD(package_args, to), "DAY", N_("its last day"), NULL},
    {0, "months", OPT_INT, FIELD(package_args, months), "N", N_("for how long its balances hold"),
     NULL},
    {0, "trial", OPT_CHOICE, FIELD(package_args, trial), "YES|NO", N_("for first visits only (no)"),
     yes_no},
    {0, "active", OPT_CHOICE, FIELD(package_args, active), "YES|NO", N_("whether it is sold (yes)"),
     yes_no},
    {0},
};
static const struct operand package_operands[] = {
    {"PACKAGE", false, false, FIELD(package_args, code), N_("code of the package"), NULL},
    {0},
};
static const struct opt package_line_options[] = {
    {0, "quantity", OPT_INT, FIELD(package_line_args, quantity), "N", N_("how often (1)"), NULL},
    {0, "share", OPT_MONEY, FIELD(package_line_args, share), "YUAN",
     N_("what of the price is recognised for each one given"), NULL},
    {0},
};
static const struct operand package_line_operands[] = {
    {"PACKAGE", false, false, FIELD(package_line_args, package), N_("code of the package"), NULL},
    {"PROJECT", false, false, FIELD(package_line_args, project), N_("code of the project"), NULL},
    {0},
};
static const struct opt package_list_options[] = {
    {'a', "all", OPT_FLAG, FIELD(package_args, all), NULL, N_("also those that are not sold today"),
     NULL},
    {0},
};

static const struct opt price_options[] = {
    {0, "amount", OPT_MONEY, FIELD(price_args, amount), "YUAN", N_("what it costs"), NULL},
    {0, "floor", OPT_MONEY, FIELD(price_args, floor), "YUAN",
     N_("below it a second person must consent"), NULL},
    {0, "channel", OPT_TEXT, FIELD(price_args, channel), "CHANNEL",
     N_("for clients of this channel only"), NULL},
    {0, "from", OPT_DAY, FIELD(price_args, from), "DAY", N_("its first day (today)"), NULL},
    {0, "to", OPT_DAY, FIELD(price_args, to), "DAY",
     N_("its last day; without one: until another begins"), NULL},
    {0, "reason", OPT_TEXT, FIELD(price_args, reason), "TEXT",
     N_("why it is low, for the second person"), NULL},
    {0},
};
static const struct operand price_operands[] = {
    {"PROJECT", false, false, FIELD(price_args, project), N_("code of the project"), NULL},
    {0},
};
static const struct opt price_list_options[] = {
    {0, "channel", OPT_TEXT, FIELD(price_list_args, channel), "CHANNEL",
     N_("for clients of this channel"), NULL},
    {0, "day", OPT_DAY, FIELD(price_list_args, day), "DAY", N_("on that day (today)"), NULL},
    {'a', "all", OPT_FLAG, FIELD(price_list_args, all), NULL, N_("every price that was ever made"),
     NULL},
    {0},
};
static const struct operand price_list_operands[] = {
    {"PROJECT", true, false, FIELD(price_list_args, project), N_("of this project only"), NULL},
    {0},
};

#endif
