/* The option tables of the ledger's verbs of medi-stock; included by bin/medi-stock.c alone. */
#ifndef MEDI_BIN_STOCK_OPTIONS_LEDGER_H
#define MEDI_BIN_STOCK_OPTIONS_LEDGER_H

#define OPTION_AT                                                                                  \
    {                                                                                              \
        0, "at", OPT_MOMENT, FIELD(move_args, at), "TIME", N_("when it happened (now)"), NULL      \
    }
#define OPTION_STAFF                                                                               \
    {                                                                                              \
        0, "staff", OPT_TEXT, FIELD(move_args, staff), "STAFF",                                    \
            N_("who did it (whose account this is)"), NULL                                         \
    }
#define OPTION_REASON(text)                                                                        \
    {                                                                                              \
        'r', "reason", OPT_TEXT, FIELD(move_args, reason), "TEXT", text, NULL                      \
    }
#define OPTION_PAPER                                                                               \
    {                                                                                              \
        0, "paper", OPT_TEXT, FIELD(move_args, paper), "NUMBER",                                   \
            N_("the paper behind it: prescription, slip"), NULL                                    \
    }

/* ---- reads ---- */

static const char *const lot_states[] = {"usable",   "expired", "quarantined",
                                         "recalled", "empty",   NULL};
static const char *const move_kinds[] = {"receipt",     "use",     "issue", "return",
                                         "waste",       "count",   "place", "transfer-out",
                                         "transfer-in", "counter", NULL};
static const char *const stock_severities[] = {"warning", "error", NULL};

static const struct opt lot_list_options[] = {
    {'i', "item", OPT_TEXT, FIELD(lot_args, item), "ITEM", N_("only of this item"), NULL},
    {0, "state", OPT_CHOICE, FIELD(lot_args, state), "STATE", N_("only in this state"), lot_states},
    {0, "place", OPT_TEXT, FIELD(lot_args, place), "PLACE", N_("only at this place"), NULL},
    {0, "supplier", OPT_TEXT, FIELD(lot_args, supplier), "CODE", N_("only from this supplier"),
     NULL},
    {'a', "all", OPT_FLAG, FIELD(lot_args, all), NULL, N_("also those of which nothing is left"),
     NULL},
    {0},
};
static const struct opt lot_show_options[] = {
    {'i', "item", OPT_TEXT, FIELD(lot_args, item), "ITEM",
     N_("the one of this item, where several have that number"), NULL},
    {0},
};
static const struct operand lot_operands[] = {
    {"LOT", false, false, FIELD(lot_args, lot), N_("number of the lot, or a scanned label"), NULL},
    {0}};
static const struct operand balance_operands[] = {{"ITEM", true, true, FIELD(balance_args, items),
                                                   N_("code of the item, or a scanned label (all)"),
                                                   NULL},
                                                  {0}};
static const struct opt ledger_options[] = {
    {'i', "item", OPT_TEXT, FIELD(ledger_args, item), "ITEM",
     N_("the lot of this item, where several have that number"), NULL},
    {'f', "from", OPT_DAY, FIELD(ledger_args, from), "DAY", N_("from this day"), NULL},
    {'t', "to", OPT_DAY, FIELD(ledger_args, to), "DAY", N_("the day after the last"), NULL},
    {'k', "kind", OPT_CHOICE, FIELD(ledger_args, kind), "KIND", N_("only movements of this kind"),
     move_kinds},
    {0},
};
static const struct operand ledger_operands[] = {
    {"THING", false, false, FIELD(ledger_args, thing),
     N_("code of an item, or number of a lot, or a scanned label"), NULL},
    {0}};

#define OPTION_FAIL_ON                                                                             \
    {                                                                                              \
        0, "fail-on", OPT_CHOICE, FIELD(due_args, fail_on), "SEVERITY",                            \
            N_("exit 1 from this severity on (warning)"), stock_severities                         \
    }
static const struct opt low_options[] = {OPTION_FAIL_ON, {0}};
static const struct opt expiring_options[] = {
    {0, "days", OPT_INT, FIELD(due_args, days), "N",
     N_("within so many days (stock.expiring_days)"), NULL},
    {0, "place", OPT_TEXT, FIELD(due_args, place), "PLACE",
     N_("only at this place, as the emergency kit"), NULL},
    OPTION_FAIL_ON,
    {0},
};
static const struct opt risk_options[] = {
    {0, "days", OPT_INT, FIELD(due_args, days), "N", N_("only what expires within so many days"),
     NULL},
    OPTION_FAIL_ON,
    {0},
};

/* ---- movements ---- */

static const struct opt issue_options[] = {
    OPTION_REASON(N_("what for, or for whom")),
    OPTION_PAPER,
    OPTION_AT,
    OPTION_STAFF,
    {0, "rejects", OPT_FILE, FIELD(move_args, rejects), "FILE",
     N_("with -: write refused lines there and go on"), NULL},
    {0}};
static const struct operand issue_operands[] = {
    {"ITEM=QUANTITY[@LOT]", false, true, FIELD(move_args, wants),
     N_("what, in its smallest unit or in packs, and from which lot; - for lines on stdin"), NULL},
    {0}};

static const struct opt open_options[] = {
    {0, "lot", OPT_TEXT, FIELD(move_args, lot), "LOT", N_("of this lot (first expired first out)"),
     NULL},
    OPTION_REASON(N_("what for")),
    OPTION_AT,
    OPTION_STAFF,
    {0},
};
static const struct operand open_operands[] = {{"ITEM", false, false, FIELD(move_args, item),
                                                N_("code of the item, or a scanned label"), NULL},
                                               {0}};

static const struct opt use_options[] = {
    {0, "treatment", OPT_TEXT, FIELD(move_args, treatment), "CODE",
     N_("the treatment that it was for"), NULL},
    OPTION_PAPER,
    OPTION_REASON(N_("what for")),
    OPTION_AT,
    OPTION_STAFF,
    {0},
};
static const struct operand use_operands[] = {
    {"PACK", false, false, FIELD(move_args, pack),
     N_("code of the opened pack, or the label of what was opened"), NULL},
    {"QUANTITY", false, false, FIELD(move_args, quantity), N_("how much of it"), NULL},
    {0}};

static const struct opt waste_options[] = {
    {0, "pack", OPT_TEXT, FIELD(move_args, pack), "CODE", N_("the rest of this opened pack"), NULL},
    OPTION_REASON(N_("why")),
    {0, "method", OPT_TEXT, FIELD(move_args, method), "TEXT",
     N_("how it is destroyed; what is controlled names it"), NULL},
    {0, "place", OPT_TEXT, FIELD(move_args, place), "PLACE", N_("where it is destroyed"), NULL},
    {0, "witness", OPT_TEXT, FIELD(move_args, witness), "NAME", N_("who watches; not who does it"),
     NULL},
    OPTION_PAPER,
    OPTION_AT,
    OPTION_STAFF,
    {0},
};
static const struct operand waste_operands[] = {
    {"ITEM=QUANTITY[@LOT]", true, true, FIELD(move_args, wants),
     N_("what; from a lot that is named, whatever its state"), NULL},
    {0}};

static const struct opt move_options[] = {
    {0, "to", OPT_TEXT, FIELD(move_args, place), "PLACE", N_("where it is put"), NULL},
    OPTION_STAFF,
    {0}};
static const struct operand move_operands[] = {
    {"ITEM", false, false, FIELD(move_args, item), N_("code of the item, or a scanned label"),
     NULL},
    {"LOT", true, false, FIELD(move_args, lot),
     N_("number of the lot, or its label; a label for ITEM needs none"), NULL},
    {0}};

static const struct opt return_options[] = {OPTION_REASON(N_("why")), OPTION_AT, OPTION_STAFF, {0}};
static const struct operand return_operands[] = {
    {"MOVE", false, false, FIELD(move_args, move),
     N_("code of the movement by which it was issued"), NULL},
    {"QUANTITY", false, false, FIELD(move_args, quantity), N_("how much comes back"), NULL},
    {0}};

static const struct opt counter_options[] = {
    OPTION_REASON(N_("what was wrong")), OPTION_STAFF, {0}};
static const struct operand counter_operands[] = {
    {"MOVE", false, false, FIELD(move_args, move), N_("code of the movement"), NULL}, {0}};

/* ---- what is controlled ---- */

#define OPTION_DOSE                                                                                \
    {0,        "pack",                                                                             \
     OPT_TEXT, FIELD(due_args, pack),                                                              \
     "CODE",   N_("only this opened pack, or with -s the one that is open of a scanned label"),    \
     NULL},                                                                                        \
        {'f', "from", OPT_DAY, FIELD(due_args, from), "DAY", N_("from this day"), NULL},           \
    {                                                                                              \
        't', "to", OPT_DAY, FIELD(due_args, to), "DAY", N_("the day after the last"), NULL         \
    }
static const struct opt dose_ledger_options[] = {OPTION_DOSE, {0}};
static const struct opt dose_balance_options[] = {OPTION_DOSE, OPTION_FAIL_ON, {0}};
static const struct operand dose_operands[] = {
    {"ITEM", true, true, FIELD(due_args, items),
     N_("code of the item, or a scanned label (all that are controlled)"), NULL},
    {0}};

/* ---- sent, kept back, set apart ---- */

static const struct operand transfer_operands[] = {
    {"ITEM=QUANTITY[@LOT]", false, true, FIELD(move_args, wants),
     N_("what, in its smallest unit or in packs, and from which lot"), NULL},
    {0}};
static const struct opt transfer_options[] = {
    {0, "to", OPT_TEXT, FIELD(move_args, to), "STORE", N_("where it goes"), NULL},
    OPTION_REASON(N_("why")),
    OPTION_PAPER,
    OPTION_AT,
    OPTION_STAFF,
    {0},
};

static const struct opt reserve_options[] = {
    {'p', "project", OPT_TEXT, FIELD(reserve_args, project), "PROJECT",
     N_("whose kit (the booking's)"), NULL},
    {0, "until", OPT_DAY, FIELD(reserve_args, until), "DAY",
     N_("the last day that it is kept (the booking's)"), NULL},
    {0, "staff", OPT_TEXT, FIELD(reserve_args, staff), "STAFF",
     N_("who keeps it back (whose account this is)"), NULL},
    {0},
};
static const struct operand reserve_operands[] = {
    {"BOOKING", false, false, FIELD(reserve_args, booking), N_("code of the appointment or visit"),
     NULL},
    {"ITEM=QUANTITY", true, true, FIELD(reserve_args, wants), N_("instead of the project's kit"),
     NULL},
    {0}};
static const struct opt unreserve_options[] = {
    {'r', "reason", OPT_TEXT, FIELD(reserve_args, reason), "TEXT", N_("why"), NULL}, {0}};
static const struct operand unreserve_operands[] = {
    {"RESERVATION", false, false, FIELD(reserve_args, booking),
     N_("its number, or that of the appointment or visit"), NULL},
    {0}};
static const struct opt reserved_options[] = {
    {'i', "item", OPT_TEXT, FIELD(reserve_args, item), "ITEM", N_("only of this item"), NULL},
    {0, "client", OPT_TEXT, FIELD(reserve_args, client), "CLIENT", N_("only for this client"),
     NULL},
    {'a', "all", OPT_FLAG, FIELD(reserve_args, all), NULL,
     N_("also what was used, released or lapsed"), NULL},
    {0},
};

#define OPTION_LOT_ITEM                                                                            \
    {                                                                                              \
        'i', "item", OPT_TEXT, FIELD(state_args, item), "ITEM",                                    \
            N_("the one of this item, where several have that number"), NULL                       \
    }
#define OPTION_LOT_WHY                                                                             \
    {'r', "reason", OPT_TEXT, FIELD(state_args, reason), "TEXT", N_("why"), NULL},                 \
        {0, "source", OPT_TEXT, FIELD(state_args, source), "TEXT", N_("who says so"), NULL},       \
    {                                                                                              \
        0, "staff", OPT_TEXT, FIELD(state_args, staff), "STAFF",                                   \
            N_("who does it (whose account this is)"), NULL                                        \
    }
#define OPTION_LOT_REVEAL                                                                          \
    {                                                                                              \
        0, "reveal", OPT_TEXT, FIELD(state_args, reveal), "REASON",                                \
            N_("show names and phones unmasked; the reason is logged"), NULL                       \
    }
static const struct opt state_options[] = {OPTION_LOT_ITEM, OPTION_LOT_WHY, {0}};
static const struct operand state_operands[] = {{"LOT", false, false, FIELD(state_args, lot),
                                                 N_("number of the lot, or a scanned label"), NULL},
                                                {0}};
static const struct opt recall_list_options[] = {OPTION_LOT_ITEM, OPTION_LOT_REVEAL, {0}};
static const struct operand trace_operands[] = {
    {"CODE", false, false, FIELD(state_args, lot),
     N_("serial number of a unit, number of a lot, an opened pack or a movement, or a scanned "
        "label"),
     NULL},
    {0}};

/* ---- counted ---- */

#define OPTION_COUNT_STAFF                                                                         \
    {                                                                                              \
        0, "staff", OPT_TEXT, FIELD(count_args, staff), "STAFF",                                   \
            N_("who does it (whose account this is)"), NULL                                        \
    }
#define OPTION_COUNT_NOTE                                                                          \
    {                                                                                              \
        0, "note", OPT_TEXT, FIELD(count_args, note), "TEXT", N_("a note, or why"), NULL           \
    }
static const struct opt count_start_options[] = {
    {0, "place", OPT_TEXT, FIELD(count_args, place), "PLACE", N_("only what is at this place"),
     NULL},
    OPTION_COUNT_NOTE,
    OPTION_COUNT_STAFF,
    {0},
};
static const struct operand count_start_operands[] = {
    {"ITEM", true, true, FIELD(count_args, items), N_("code of the item, or a scanned label (all)"),
     NULL},
    {0}};
static const struct operand count_operands[] = {
    {"COUNT", false, false, FIELD(count_args, count), N_("code of the count"), NULL}, {0}};
static const struct opt count_enter_options[] = {OPTION_COUNT_STAFF, {0}};
static const struct operand count_enter_operands[] = {
    {"COUNT", false, false, FIELD(count_args, count), N_("code of the count"), NULL},
    {"ITEM", true, false, FIELD(count_args, item),
     N_("code of the item, or - for a sheet on stdin: item, lot, counted"), NULL},
    {"LOT", true, false, FIELD(count_args, lot),
     N_("number of the lot; a scanned label stands for both"), NULL},
    {"QUANTITY", true, false, FIELD(count_args, quantity), N_("how much was found"), NULL},
    {0}};
static const struct opt count_approve_options[] = {OPTION_COUNT_NOTE, OPTION_COUNT_STAFF, {0}};
static const struct opt count_list_options[] = {
    {0, "open", OPT_FLAG, FIELD(count_args, open), NULL, N_("only those that are open"), NULL},
    {0}};

#endif
