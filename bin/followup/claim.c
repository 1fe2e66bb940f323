/* medi-followup claim and ack: for those who bring their own sender. */
#include <string.h>

#include "bin/followup/sending.h"
#include "bin/followup/verbs_send.h"
#include "text/records.h"

/* ---- claim ------------------------------------------------------------------------------------------- */

static const struct out_column claim_columns[] = {
    {"store", NULL, OUT_TEXT},    {"code", NULL, OUT_TEXT},     {"token", NULL, OUT_TEXT},
    {"key", NULL, OUT_TEXT},      {"channel", NULL, OUT_TEXT},  {"client", NULL, OUT_TEXT},
    {"to", NULL, OUT_TEXT},       {"subject", NULL, OUT_TEXT},  {"text", NULL, OUT_TEXT},
    {"template", NULL, OUT_TEXT}, {"language", NULL, OUT_TEXT}, {"priority", NULL, OUT_INT},
    {"due_at", NULL, OUT_MOMENT}, {"until", NULL, OUT_MOMENT},  {"late", NULL, OUT_BOOL},
};
enum { CLAIM_COLUMNS = sizeof claim_columns / sizeof claim_columns[0], LEASE_S = 300, COUNT = 100 };

static int
print_batch(struct out *out, const struct outbox_rules *rules, const struct batch *batch,
            struct err *err)
{
    for (int i = 0; i < batch->count; i++) {
        const struct outgoing *item = &batch->items[i];
        const struct outbox_message *message = &item->taken->message;
        const struct db_value values[CLAIM_COLUMNS] = {
            db_text(rules->store),       db_text(message->code),
            db_text(batch->claim.token), db_text(item->key),
            db_text(message->channel),   db_text(item->taken->client),
            db_text(item->to),           db_text(item->subject),
            db_text(item->text),         db_text(message->template),
            db_text(item->language),     db_int(message->priority),
            db_int(message->due_at),     db_int(batch->claim.now + batch->claim.lease_s),
            db_int(item->taken->late),
        };
        if (out_row(out, values, err) < 0)
            return -1;
    }
    return 0;
}

/* Batch by batch: each is printed behind its commit, so that what is printed is this sender's. */
static int
claim_all(struct sending *sending, const struct claim_args *args, int64_t lease_s, struct out *out,
          struct err *err)
{
    static const char *const channels[] = {"sms", "wechat", "email"};
    int64_t left = args->count;
    for (int i = 0; i < sending->store_count; i++)
        for (size_t k = 0; k < sizeof channels / sizeof *channels; k++) {
            struct batch batch = {.claim = {.channel = channels[k],
                                            .now = sending->ctx->now,
                                            .lease_s = lease_s,
                                            .count = left},
                                  .why = "shown to a sender"};
            if (left == 0 || (args->channel && strcmp(args->channel, channels[k]) != 0))
                continue;
            if (sending_take(sending, &sending->stores[i], &batch, err) < 0 ||
                print_batch(out, &sending->stores[i], &batch, err) < 0)
                return -1;
            left -= batch.count;
        }
    return out_end(out, err);
}

int
cmd_claim(struct ctx *ctx, void *data, struct err *err)
{
    struct claim_args *args = data;
    struct sending sending = {0};
    int64_t lease_s = LEASE_S;
    if (args->count == OPT_UNSET)
        args->count = COUNT;
    if (args->count < 1 || args->count > 100000)
        return err_set(err, ERR_USAGE, _("--count: must be from 1 to 100000"));
    if (args->lease &&
        sending_seconds(args->lease, "--lease", OUTBOX_LEASE_MOST, &lease_s, err) < 0)
        return -1;
    if (!ctx->format_given)
        ctx->out.format = OUT_JSONL;
    struct out *out = cli_out(ctx, claim_columns, CLAIM_COLUMNS);
    int result = sending_open(&sending, ctx, err);
    if (result == 0)
        result = claim_all(&sending, args, lease_s, out, err);
    sending_close(&sending);
    out_free(out);
    return result;
}
