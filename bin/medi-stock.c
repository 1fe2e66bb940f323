/* medi-stock: what is in stock. The verbs are in bin/stock. */
#include "bin/stock/verbs.h"

#define FIELD(type, field) offsetof(struct type, field)
#define EXAMPLES(...) (const char *const[]){__VA_ARGS__, NULL}

/* ---- scan ------------------------------------------------------------------------------------------- */

static const char *const forms[] = {"auto", "gs1", NULL};

static const struct opt scan_options[] = {
    {'c', "code", OPT_LIST, FIELD(scan_args, codes), "CODE", N_("this code; may be given again"), NULL},
    {'j', "join", OPT_FLAG, FIELD(scan_args, join), NULL, N_("codes of one label make one row"), NULL},
    {'f', "form", OPT_CHOICE, FIELD(scan_args, form), "FORM", N_("gs1: what has no prefix is an element string (auto)"), forms},
    {0, "serials", OPT_FLAG, FIELD(scan_args, serials), NULL, N_("what is no code of a known scheme is a serial"), NULL},
    {0, "separator", OPT_LIST, FIELD(scan_args, separators), "TEXT", N_("what the scanner sends for FNC1, as {GS}; may be given again"), NULL},
    {0, "details", OPT_FLAG, FIELD(scan_args, details), NULL, N_("production day, quantity, labeler, product and unit too"), NULL},
    {0},
};
static const struct operand scan_operands[] = {
    {"FILE", true, true, FIELD(scan_args, files), N_("files of codes, one a line (standard input)"), "file"},
    {0},
};

static const struct verb verbs[] = {
    {.name = "scan", .summary = N_("take apart the codes that scanners send"), .mode = DB_NONE, .run = cmd_scan,
     .args_size = sizeof(struct scan_args), .options = scan_options, .operands = scan_operands,
     .examples = EXAMPLES("medi-stock scan -c '(01)06901234567892(17)271231(10)A2609'",
                          "medi-stock scan -o jsonl codes.txt",
                          "medi-stock scan --join -o csv label.txt")},
    {.name = NULL},
};

static const struct tool tool = {
    .name = "medi-stock",
    .summary = N_("know what is in stock, where it is from and how long it is good"),
    .verbs = verbs,
};

int
main(int argc, char **argv)
{
    return cli_main(&tool, argc, argv);
}
