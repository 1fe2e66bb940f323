/* Contacts, and what clients say about the use of their data. */
#include <string.h>

#include "bin/client/verbs.h"
#include "client/person.h"
#include "client/touches.h"

int
cmd_touch(struct ctx *ctx, void *data, struct err *err)
{
    const struct touch_args *args = data;
    struct packs packs = client_packs(ctx);
    struct touches touches;
    struct person person;
    struct cli_record record;
    if (!args->kind)
        return err_set(err, ERR_USAGE, _("--kind: missing; kinds of contact are in touches.yaml"));
    if (touches_load(ctx->arena, &packs, &touches, err) < 0 ||
        !touches_by_hand(&touches, args->kind, err) ||
        person_find_living(ctx->db, ctx->arena, args->client, &person, err) < 0)
        return -1;
    cli_record_init(&record, "touches", PUT_ADD);
    cli_give(&record, "client", person.code);
    cli_give(&record, "kind", args->kind);
    cli_give_moment(ctx, &record, "at", args->at == OPT_UNSET ? ctx->as_of : args->at);
    cli_give(&record, "staff", args->staff);
    cli_give(&record, "inbound", args->inbound ? "1" : "0");
    cli_give(&record, "proof", args->proof);
    cli_give(&record, "note", args->note);
    return client_put(ctx, &record, err);
}

/* ---- consent and withdrawal ---------------------------------------------------------------------------- */

static const char *const purposes[] = {"care",     "marketing",   "album",
                                       "research", "third-party", NULL};

static bool
is_purpose(const char *word)
{
    for (int i = 0; purposes[i]; i++)
        if (strcmp(purposes[i], word) == 0)
            return true;
    return false;
}

static int
put_word(struct ctx *ctx, const struct consent_args *args, const char *code, const char *purpose,
         bool given, struct err *err)
{
    struct cli_record record;
    cli_record_init(&record, "consents", PUT_ADD);
    cli_give(&record, "client", code);
    cli_give(&record, "purpose", purpose);
    cli_give(&record, "way", args->way ? args->way : "any");
    cli_give(&record, "given", given ? "1" : "0");
    cli_give_moment(ctx, &record, "at", args->at == OPT_UNSET ? ctx->as_of : args->at);
    cli_give_day(ctx, &record, "until", given ? args->until : OPT_UNSET);
    cli_give(&record, "staff", args->staff);
    cli_give(&record, "proof", args->proof);
    return cli_put(ctx, &record, err) < 0 ? -1 : 0;
}

static int
check_words(struct ctx *ctx, const struct consent_args *args, struct err *err)
{
    if (args->purposes.count == 0)
        return err_set(err, ERR_USAGE,
                       _("--purpose: missing; one of care marketing album research third-party, or "
                         "all"));
    for (int i = 0; i < args->purposes.count; i++)
        if (!is_purpose(args->purposes.items[i]) && strcmp(args->purposes.items[i], "all") != 0)
            return err_set(err, ERR_USAGE,
                           _("--purpose %s: expected care, marketing, album, research, "
                             "third-party or all"),
                           args->purposes.items[i]);
    if (!args->proof || !*args->proof)
        return err_set(err, ERR_USAGE,
                       _("--proof: missing; where it can be seen: a form, a recording, a message"));
    if (args->at != OPT_UNSET && args->at > ctx->now)
        return err_set(err, ERR_DATA, _("--at: lies ahead; nobody said it yet"));
    return 0;
}

static int
put_words(struct ctx *ctx, const struct consent_args *args, bool given, struct err *err)
{
    struct person person;
    if (check_words(ctx, args, err) < 0 ||
        person_find_living(ctx->db, ctx->arena, args->client, &person, err) < 0)
        return -1;
    for (int i = 0; i < args->purposes.count; i++) {
        const char *word = args->purposes.items[i];
        bool all = strcmp(word, "all") == 0;
        if (!all && put_word(ctx, args, person.code, word, given, err) < 0)
            return -1;
        for (int j = 0; all && purposes[j]; j++)
            if (put_word(ctx, args, person.code, purposes[j], given, err) < 0)
                return -1;
    }
    return 0;
}

int
cmd_consent(struct ctx *ctx, void *data, struct err *err)
{
    const struct consent_args *args = data;
    for (int i = 0; i < args->purposes.count; i++)
        if (strcmp(args->purposes.items[i], "all") == 0)
            return err_set(
                err, ERR_USAGE,
                _("--purpose all: consent is given to each purpose by itself (个人信息保护法 "
                  "29); only withdraw takes all"));
    return put_words(ctx, args, true, err);
}

int
cmd_withdraw(struct ctx *ctx, void *data, struct err *err)
{
    return put_words(ctx, data, false, err);
}
