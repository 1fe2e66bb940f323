/* medi-stock: the options of its verbs of figures. Included by bin/medi-stock.c alone. */
static const char *const cost_bys[] = {"item", "lot", "project", "store", "doctor", "month", NULL};
static const char *const turnover_bys[] = {"item", "category", "store", NULL};
static const char *const loss_bys[] = {"item", "store", "reason", "person", NULL};

#define OPTION_BY(choices)                                                                         \
    {                                                                                              \
        'b', "by", OPT_CHOICE, FIELD(figure_args, by), "WORD",                                     \
            N_("a row for each of these (item)"), choices                                          \
    }
#define OPTION_WINDOW                                                                              \
    {'f', "from", OPT_DAY, FIELD(figure_args, from), "DAY", N_("from this day"), NULL},            \
    {                                                                                              \
        't', "to", OPT_DAY, FIELD(figure_args, to), "DAY", N_("the day after the last"), NULL      \
    }
#define OPTION_FEW                                                                                 \
    {                                                                                              \
        0, "few", OPT_INT, FIELD(figure_args, few), "N",                                           \
            N_("flag figures over fewer cases than this (kpi.few)"), NULL                          \
    }

static const struct opt cost_options[] = {OPTION_BY(cost_bys), OPTION_WINDOW, OPTION_FEW, {0}};
static const struct opt price_history_options[] = {
    {0, "supplier", OPT_TEXT, FIELD(figure_args, supplier), "CODE", N_("only from this supplier"),
     NULL},
    OPTION_WINDOW,
    {0, "jump", OPT_INT, FIELD(figure_args, jump), "PERCENT",
     N_("flag a change of more than this (stock.price_jump_percent)"), NULL},
    {0},
};
static const struct operand price_operands[] = {{"ITEM", true, false, FIELD(figure_args, item),
                                                 N_("code of the item, or a scanned label (all)"),
                                                 NULL},
                                                {0}};
static const struct opt price_list_options[] = {
    {0, "supplier", OPT_TEXT, FIELD(figure_args, supplier), "CODE", N_("only from this supplier"),
     NULL},
    {0},
};
static const struct opt turnover_options[] = {
    OPTION_BY(turnover_bys),
    {'f', "from", OPT_DAY, FIELD(figure_args, from), "DAY",
     N_("from this day (stock.use_days before --to)"), NULL},
    {'t', "to", OPT_DAY, FIELD(figure_args, to), "DAY", N_("the day after the last (tomorrow)"),
     NULL},
    OPTION_FEW,
    {0},
};
static const struct opt dead_options[] = {
    {0, "days", OPT_INT, FIELD(due_args, days), "N",
     N_("unused for so many days (stock.dead_days)"), NULL},
    {0, "except", OPT_LIST, FIELD(due_args, except), "PLACE",
     N_("not what lies at this place, as the emergency kit"), NULL},
    OPTION_FAIL_ON,
    {0},
};
static const struct operand dead_operands[] = {{"ITEM", true, true, FIELD(due_args, items),
                                                N_("code of the item, or a scanned label (all)"),
                                                NULL},
                                               {0}};
static const struct opt loss_options[] = {OPTION_BY(loss_bys), OPTION_WINDOW, {0}};
static const struct opt disposal_options[] = {
    {'i', "item", OPT_TEXT, FIELD(figure_args, item), "ITEM", N_("only of this item"), NULL},
    OPTION_WINDOW,
    {0},
};
