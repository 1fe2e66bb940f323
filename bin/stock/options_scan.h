/* medi-stock: the options of its verbs around codes. Included by bin/medi-stock.c alone. */
/* ---- scan ------------------------------------------------------------------------------------------- */

static const char *const forms[] = {"auto", "gs1", NULL};

static const struct opt scan_options[] = {
    {'c', "code", OPT_LIST, FIELD(scan_args, codes), "CODE", N_("this code; may be given again"),
     NULL},
    {'j', "join", OPT_FLAG, FIELD(scan_args, join), NULL, N_("codes of one label make one row"),
     NULL},
    {'f', "form", OPT_CHOICE, FIELD(scan_args, form), "FORM",
     N_("gs1: what has no prefix is an element string (auto)"), forms},
    {0, "serials", OPT_FLAG, FIELD(scan_args, serials), NULL,
     N_("what is no code of a known scheme is a serial"), NULL},
    {0, "separator", OPT_LIST, FIELD(scan_args, separators), "TEXT",
     N_("what the scanner sends for FNC1, as {GS}; may be given again"), NULL},
    {0, "details", OPT_FLAG, FIELD(scan_args, details), NULL,
     N_("production day, quantity, labeler, product and unit too"), NULL},
    {0},
};
static const struct operand scan_operands[] = {
    {"FILE", true, true, FIELD(scan_args, files), N_("files of codes, one a line (standard input)"),
     "file"},
    {0},
};
