/* medi-followup: the options of its verbs that send. Included by bin/medi-followup.c alone. */
static const char *const send_channels[] = {"sms", "wechat", "email", NULL};

static const struct opt claim_options[] = {
    {'c', "count", OPT_INT, FIELD(claim_args, count), "N", N_("so many at most (100)"), NULL},
    {0, "channel", OPT_CHOICE, FIELD(claim_args, channel), "CHANNEL",
     N_("only those of this channel"), send_channels},
    {0, "lease", OPT_TEXT, FIELD(claim_args, lease), "TIME",
     N_("for how long they are yours, like 90s, 5m, 1h at most (5m)"), NULL},
    {0},
};
static const struct operand ack_operands[] = {
    {"FILE", true, false, FIELD(ack_args, file),
     N_("rows of code, token, state, receipt, reason, after (standard input)"), "file"},
    {0},
};
static const struct opt send_options[] = {
    {0, "channel", OPT_CHOICE, FIELD(send_args, channel), "CHANNEL",
     N_("only those of this channel"), send_channels},
    {0, "limit", OPT_INT, FIELD(send_args, limit), "N", N_("so many at most in this run"), NULL},
    {0, "batch", OPT_INT, FIELD(send_args, batch), "N", N_("taken at a time (100)"), NULL},
    {0, "lease", OPT_TEXT, FIELD(send_args, lease), "TIME",
     N_("when others may take what this run took and died over, 1h at most (5m)"), NULL},
    {0, "once", OPT_FLAG, FIELD(send_args, once), NULL,
     N_("one batch of each channel, and no more"), NULL},
    {0},
};
static const struct opt dead_options[] = {
    {0, "channel", OPT_CHOICE, FIELD(dead_args, channel), "CHANNEL",
     N_("only those of this channel"), send_channels},
    {0, "plan", OPT_TEXT, FIELD(dead_args, plan), "PLAN",
     N_("only those of this ladder or campaign"), NULL},
    {'f', "from", OPT_DAY, FIELD(dead_args, from), "DAY", N_("due from this day on"), NULL},
    {'t', "to", OPT_DAY, FIELD(dead_args, to), "DAY", N_("due before this day"), NULL},
    {0, "dropped", OPT_FLAG, FIELD(dead_args, dropped), NULL,
     N_("those too that nobody might send: opted out, too old, over the cap"), NULL},
    {0},
};
static const struct opt retry_options[] = {
    {0, "reason", OPT_TEXT, FIELD(retry_args, reason), "TEXT", N_("what was mended; is logged"),
     NULL},
    {0, "until", OPT_MOMENT, FIELD(retry_args, until), "TIME",
     N_("not to be sent after this (what was planned)"), NULL},
    {0},
};
static const struct operand retry_operands[] = {
    {"CODE", false, true, FIELD(retry_args, codes), N_("codes of messages, as dead prints them"),
     NULL},
    {0},
};
static const struct operand template_show_operands[] = {
    {"NAME", false, false, FIELD(template_args, name), N_("name of the template"), NULL},
    {0},
};
static const struct operand template_check_operands[] = {
    {"FILE", true, false, FIELD(template_args, file), N_("templates to check (those in use)"),
     "file"},
    {0},
};
static const struct opt template_try_options[] = {
    {0, "template", OPT_TEXT, FIELD(template_args, template), "NAME", N_("this one (all of them)"),
     NULL},
    {0, "treatment", OPT_TEXT, FIELD(template_args, treatment), "CODE",
     N_("about this treatment (the client's last)"), NULL},
    {0, "reveal", OPT_TEXT, FIELD(template_args, reveal), "REASON",
     N_("show the name; who and why is logged"), NULL},
    {0},
};
static const struct operand template_try_operands[] = {
    {"CLIENT", false, false, FIELD(template_args, client), N_("code of the client"), NULL},
    {0},
};
