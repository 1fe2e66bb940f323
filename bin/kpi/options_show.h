/* medi-kpi: the options of show, list and explain. Included by bin/medi-kpi.c alone. */
static const char *const show_compares[] = {"previous", "year", NULL};
static const char *const show_periods[] = {"day", "week", "month", "quarter", "year", NULL};

static const struct opt show_options[] = {
    {'b', "by", OPT_TEXT, FIELD(show_args, by), "CUTS",
     N_("store, month, channel, project, staff …, or several with commas: medi-kpi list "
        "--dimension all"),
     NULL},
    {0, "per", OPT_CHOICE, FIELD(show_args, per), "PERIOD", N_("cut by this period as well"),
     show_periods},
    {'w', "where", OPT_TEXT, FIELD(show_args, where), "CONDITION",
     N_("only what fulfils it: \"project = P01 and channel in (xhs, wx)\""), NULL},
    {0, "staff", OPT_TEXT, FIELD(show_args, staff), "STAFF", N_("only what is of this person"),
     NULL},
    {'f', "from", OPT_DAY, FIELD(show_args, from), "DAY", N_("first day"), NULL},
    {'t', "to", OPT_DAY, FIELD(show_args, to), "DAY", N_("the day after the last"), NULL},
    {0, "days", OPT_INT, FIELD(show_args, days), "DAYS",
     N_("D of metrics that have one: conversion, cac_lagged, repurchase_second (explain says its "
        "setting)"),
     NULL},
    {0, "compare", OPT_CHOICE, FIELD(show_args, compare), "WITH",
     N_("beside the window of the same length before, or a year ago"), show_compares},
    {0, "target", OPT_FLAG, FIELD(show_args, target), NULL,
     N_("beside the goal of the store and month, quarter or year"), NULL},
    {0, "total", OPT_FLAG, FIELD(show_args, total), NULL, N_("a last row of all together"), NULL},
    {0, "top", OPT_INT, FIELD(show_args, top), "N", N_("only the so many greatest"), NULL},
    {0, "sort", OPT_TEXT, FIELD(show_args, sort), "METRIC",
     N_("the greatest of this metric first (--top: the first one)"), NULL},
    {0, "spark", OPT_CHOICE, FIELD(show_args, spark), "PERIOD",
     N_("a line of small bars, one a period, beside each row"), show_periods},
    {0, "bars", OPT_FLAG, FIELD(show_args, bars), NULL, N_("a bar beside each row"), NULL},
    {0, "now", OPT_FLAG, FIELD(show_args, now), NULL,
     N_("tier and age as they are today, not on the day of the record"), NULL},
    {0, "facts", OPT_FLAG, FIELD(show_args, facts), NULL,
     N_("from the facts alone, without rollups"), NULL},
    {0},
};
static const struct operand show_operands[] = {
    {"METRIC", false, true, FIELD(show_args, metrics),
     N_("arrivals, conversion, revenue …: see medi-kpi list"), NULL},
    {0},
};

static const struct opt list_options[] = {
    {0, "dimension", OPT_TEXT, FIELD(kpi_list_args, dimension), "NAME",
     N_("only metrics that can be cut by it; all: the dimensions themselves"), NULL},
    {0},
};
static const struct operand explain_operands[] = {
    {"METRIC", false, false, FIELD(explain_args, metric), N_("the name of a metric"), NULL},
    {0},
};
