/* medi-followup: the options of its verbs that bring clients back. Included by bin/medi-followup.c alone. */
static const struct opt recall_options[] = {
    {'c', "campaign", OPT_TEXT, FIELD(recall_args, campaign), "CODE",
     N_("by the rule of this campaign, whose offer goes with it"), NULL},
    {0, "running", OPT_FLAG, FIELD(recall_args, running), NULL,
     N_("every campaign that runs today"), NULL},
    {0, "limit", OPT_INT, FIELD(recall_args, limit), "N",
     N_("write to or call so many at most in this run"), NULL},
    {0},
};
static const struct operand recall_operands[] = {
    {"RULE", true, false, FIELD(recall_args, what),
     N_("with -n, whom this rule of recall.yaml would take; with --campaign, - reads codes of "
        "clients from standard input"),
     NULL},
    {0},
};

/* ---- campaigns ----------------------------------------------------------------------------------- */

static const char *const campaign_offers[] = {"cash", "trial", "gift", "none", NULL};
static const char *const campaign_states[] = {"draft", "running", "ended", NULL};
static const char *const results_by[] = {"all", "store", "step", "channel", NULL};

static const struct opt campaign_add_options[] = {
    {0, "rule", OPT_TEXT, FIELD(campaign_args, rule), "RULE", N_("of recall.yaml"), NULL},
    {0, "name", OPT_TEXT, FIELD(campaign_args, name), "TEXT", N_("the name (that of the rule)"),
     NULL},
    {'f', "from", OPT_DAY, FIELD(campaign_args, from), "DAY", N_("the first day (today)"), NULL},
    {'t', "to", OPT_DAY, FIELD(campaign_args, to), "DAY", N_("the last day"), NULL},
    {0, "answer-days", OPT_INT, FIELD(campaign_args, answer_days), "N",
     N_("a visit within so many days is the answer (30)"), NULL},
    {0, "cap", OPT_INT, FIELD(campaign_args, cap), "N",
     N_("no more clients than this are written to or called"), NULL},
    {0, "holdout", OPT_INT, FIELD(campaign_args, holdout), "PERCENT",
     N_("so many of a hundred get nothing, to compare with (0)"), NULL},
    {0, "offer", OPT_CHOICE, FIELD(campaign_args, offer), "KIND",
     N_("a voucher for each: cash, trial, gift or none (as the rule)"), campaign_offers},
    {0, "worth", OPT_MONEY, FIELD(campaign_args, worth), "YUAN",
     N_("what the voucher is worth (as the rule)"), NULL},
    {0, "valid", OPT_INT, FIELD(campaign_args, valid), "DAYS",
     N_("how long it is good for (as the rule)"), NULL},
    {0, "cost", OPT_MONEY, FIELD(campaign_args, cost), "YUAN",
     N_("what the campaign costs beside the offers (0)"), NULL},
    {0},
};
static const struct operand campaign_operands[] = {
    {"CODE", false, false, FIELD(campaign_args, code), N_("code of the campaign"), NULL},
    {0},
};
static const struct opt campaign_list_options[] = {
    {0, "state", OPT_CHOICE, FIELD(campaigns_args, state), "STATE",
     N_("those of this state: draft, running, ended"), campaign_states},
    {0, "rule", OPT_TEXT, FIELD(campaigns_args, rule), "RULE", N_("those of this rule"), NULL},
    {0},
};
static const struct operand campaign_show_operands[] = {
    {"CODE", false, false, FIELD(campaigns_args, code), N_("code of the campaign"), NULL},
    {0},
};
static const struct opt campaign_results_options[] = {
    {0, "all", OPT_FLAG, FIELD(campaigns_args, all), NULL, N_("every campaign, and not one"), NULL},
    {'b', "by", OPT_CHOICE, FIELD(campaigns_args, by), "WHAT",
     N_("all, store, step (the rule) or channel (all)"), results_by},
    {0},
};
static const struct operand campaign_results_operands[] = {
    {"CODE", true, false, FIELD(campaigns_args, code), N_("code of the campaign"), NULL},
    {0},
};
