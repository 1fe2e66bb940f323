/* medi-kpi spend, channel: what is spent on which channel. */
#include <string.h>

#include "bin/kpi/verbs.h"

static const char *const categories[] = {"paid",    "organic", "own",     "referral",
                                         "partner", "walk-in", "unknown", NULL};

const struct opt spend_add_options[] = {
    {0, "day", OPT_DAY, offsetof(struct spend_args, from), "DAY", N_("the day (today)"), NULL},
    {'p', "purpose", OPT_TEXT, offsetof(struct spend_args, purpose), "TEXT",
     N_("what for (投放); what is spent again for the same on one day needs another"), NULL},
    {0, "note", OPT_TEXT, offsetof(struct spend_args, note), "TEXT", N_("a note"), NULL},
    {0},
};
const struct operand spend_add_operands[] = {
    {"CHANNEL", false, false, offsetof(struct spend_args, channel), N_("code of the channel"),
     NULL},
    {"YUAN", false, false, offsetof(struct spend_args, amount), N_("the amount"), NULL},
    {0},
};
const struct opt spend_list_options[] = {
    {'c', "channel", OPT_TEXT, offsetof(struct spend_args, channel), "CODE",
     N_("only what was spent on this channel"), NULL},
    {'f', "from", OPT_DAY, offsetof(struct spend_args, from), "DAY", N_("first day"), NULL},
    {'t', "to", OPT_DAY, offsetof(struct spend_args, to), "DAY", N_("the day after the last"),
     NULL},
    {0},
};
const struct opt channel_add_options[] = {
    {0, "name", OPT_TEXT, offsetof(struct channel_args, name), "NAME", N_("its name"), NULL},
    {'c', "category", OPT_CHOICE, offsetof(struct channel_args, category), "CATEGORY",
     N_("paid, organic, own (私域), referral, partner, walk-in or unknown (paid)"), categories},
    {0},
};
const struct operand channel_add_operands[] = {
    {"CODE", false, false, offsetof(struct channel_args, code), N_("its code"), NULL},
    {0},
};

int
cmd_spend_add(struct ctx *ctx, void *data, struct err *err)
{
    const struct spend_args *args = data;
    struct cli_record record;
    cli_record_init(&record, "spend", PUT_ADD);
    if (!ctx->store)
        cli_give(&record, "store", "*");
    cli_give(&record, "channel", args->channel);
    cli_give_day(ctx, &record, "day", args->from == OPT_UNSET ? kpi_today(ctx) : args->from);
    cli_give(&record, "purpose", args->purpose);
    cli_give(&record, "amount", args->amount);
    cli_give(&record, "note", args->note);
    return kpi_put(ctx, &record, args->channel, err);
}

int
cmd_channel_add(struct ctx *ctx, void *data, struct err *err)
{
    const struct channel_args *args = data;
    struct cli_record record;
    if (!args->name)
        return err_set(err, ERR_USAGE, _("--name: a channel needs one"));
    cli_record_init(&record, "channels", PUT_ADD);
    cli_give(&record, "code", args->code);
    cli_give(&record, "name", args->name);
    cli_give(&record, "category", args->category);
    return kpi_put(ctx, &record, args->code, err);
}
