/* medi-followup: the options of its verbs for people. Included by bin/medi-followup.c alone. */
/* ---- plan ------------------------------------------------------------------------------------------- */

static const struct opt plan_options[] = {
    {'f', "from", OPT_DAY, FIELD(plan_args, from), "DAY",
     N_("treatments from this day on (as far back as the longest ladder reaches)"), NULL},
    {'t', "to", OPT_DAY, FIELD(plan_args, to), "DAY", N_("treatments before this day (tomorrow)"),
     NULL},
    {0, "again", OPT_FLAG, FIELD(plan_args, again), NULL,
     N_("make what is open as the ladders are now"), NULL},
    {0},
};

/* ---- due -------------------------------------------------------------------------------------------- */

static const char *const task_kinds[] = {"call",   "care",       "evaluation", "survey",
                                         "recall", "escalation", "emergency",  NULL};

static const struct opt due_options[] = {
    {'t', "to", OPT_DAY, FIELD(due_args, to), "DAY", N_("due before this day (tomorrow)"), NULL},
    {0, "staff", OPT_TEXT, FIELD(due_args, staff), "STAFF",
     N_("theirs, and what anyone of their role may do"), NULL},
    {'m', "mine", OPT_FLAG, FIELD(due_args, mine), NULL,
     N_("mine, and what anyone of my role may do"), NULL},
    {0, "role", OPT_TEXT, FIELD(due_args, role), "ROLE", N_("those of this role"), NULL},
    {'k', "kind", OPT_CHOICE, FIELD(due_args, kind), "KIND", N_("those of this kind"), task_kinds},
    {0, "client", OPT_TEXT, FIELD(due_args, client), "CLIENT", N_("those for this client"), NULL},
    {0, "overdue", OPT_FLAG, FIELD(due_args, overdue), NULL, N_("only what is late"), NULL},
    {0, "messages", OPT_FLAG, FIELD(due_args, messages), NULL,
     N_("messages that wait to be sent, and not tasks"), NULL},
    {0, "reveal", OPT_TEXT, FIELD(due_args, reveal), "REASON",
     N_("show names and numbers; who and why is logged"), NULL},
    {0},
};
