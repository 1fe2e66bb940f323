/*
 * medi-followup send: what is due goes out by the transports of transports.yaml. Many may run at once, on one
 * machine or several: leases are all the lock there is, since a file's lock would end at the machine, and would
 * let a sender that hangs hold up the others.
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bin/followup/sending.h"
#include "bin/followup/verbs_send.h"
#include "followup/outbox.h"
#include "followup/words.h"
#include "send/send.h"

enum { BATCH = 100, LEASE_S = 300, SETTLE_MS = 2000, NAP_MS = 1000 };

struct result {
    enum { NOT_GIVEN, GIVEN, ANSWERED, NOT_OURS, TAKEN_BACK, REFUSED, SETTLED } fate;
    enum send_result result;
    const char *receipt, *reason;
    int64_t after_s;
};

struct run {
    struct sending sending;
    struct ctx *ctx;
    const struct send_args *args;
    struct send_configs configs;
    struct timespec began;
    /* of a store and a channel */
    const struct outbox_rules *rules;
    const struct send_config *config;
    struct transport *transport;
    struct gateway gateway;
    /* of a batch */
    struct batch batch;
    struct result *results;
    int given;
    int64_t settled_ms;        /* when what became of some was written last */
    int64_t failed;            /* in a row */
    bool any_good, open, more; /* since it was told; the gateway is shut now; something waits */
    int64_t lease_s;
    /* altogether */
    int64_t sent, again, dead, dropped, left, late; /* late: of this store and channel */
};

/* This run's clock goes on from the moment that the run takes for now. */
static int64_t
now_ms(const struct run *run)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return run->ctx->now * 1000 + (now.tv_sec - run->began.tv_sec) * 1000 +
           (now.tv_nsec - run->began.tv_nsec) / 1000000;
}

/* ---- what became of them --------------------------------------------------------------------------------- */

static int
settle_one(struct run *run, int i, int counts[3], bool *left, struct err *err)
{
    static const enum outbox_state states[] = {
        [SEND_SENT] = OUTBOX_SENT, [SEND_RETRY] = OUTBOX_RETRY, [SEND_DEAD] = OUTBOX_DEAD};
    const struct result *result = &run->results[i];
    const struct outgoing *item = &run->batch.items[i];
    struct ready *ready = &run->sending.ready;
    struct arena *arena = &run->sending.batch;
    int64_t now = now_ms(run) / 1000;
    if (result->fate == TAKEN_BACK || result->fate == NOT_GIVEN)
        return outbox_release(ready, item->taken, err) < 0 ? -1 : 0;
    if (result->fate == REFUSED)
        return outbox_settle(ready, arena, item->taken, "dropped", 0, result->reason, now, err);
    const struct outbox_answer answer = {.code = item->taken->message.code,
                                         .token = run->batch.claim.token,
                                         .state = states[result->result],
                                         .receipt = result->receipt,
                                         .reason = result->reason,
                                         .after_s = result->after_s};
    struct err why = {0};
    if (outbox_answer(ready, arena, run->rules, &answer, now, left, &why) == 0) {
        counts[result->result]++;
        return 0;
    }
    if (why.kind == ERR_DATA) /* the lease had ended, and somebody else says what became of it */
        return 0;
    *err = why;
    return -1;
}

struct settling {
    struct run *run;
    bool all; /* also what was not given */
    int counts[3], left, refused;
};

static bool
is_ready(const struct settling *settling, const struct result *result)
{
    return result->fate == ANSWERED || result->fate == REFUSED || result->fate == TAKEN_BACK ||
           (settling->all && result->fate == NOT_GIVEN);
}

static int
settle(struct sending *sending, const struct outbox_rules *rules, void *context, struct err *err)
{
    struct settling *settling = context;
    struct run *run = settling->run;
    bool wrote = false;
    memset(settling->counts, 0, sizeof settling->counts);
    settling->left = settling->refused = 0;
    for (int i = 0; i < run->batch.count; i++) {
        bool left = false;
        if (!is_ready(settling, &run->results[i]))
            continue;
        if (settle_one(run, i, settling->counts, &left, err) < 0)
            return -1;
        settling->left += left;
        settling->refused += run->results[i].fate == REFUSED;
        wrote = wrote || run->results[i].fate == ANSWERED || run->results[i].fate == REFUSED;
    }
    int open =
        gateway_tell(&sending->ready, &run->gateway, now_ms(run), run->any_good, run->failed, err);
    if (open < 0)
        return -1;
    run->open = open == 1;
    if (!wrote)
        return 0;
    const char *detail =
        arena_printf(run->ctx->arena, "%s: %d sent, %d again later, %d dead, %d dropped",
                     run->config->channel, settling->counts[SEND_SENT],
                     settling->counts[SEND_RETRY], settling->counts[SEND_DEAD], settling->refused);
    return cli_log(run->ctx, rules->store_id, "messages", detail, err);
}

static int
write_results(struct run *run, bool all, struct err *err)
{
    struct settling settling = {.run = run, .all = all};
    run->settled_ms = now_ms(run);
    if (run->batch.count == 0)
        return 0;
    if (sending_transaction(&run->sending, run->rules, settle, &settling, err) < 0)
        return -1;
    run->any_good = false;
    run->failed = 0;
    for (int i = 0; i < run->batch.count; i++)
        if (is_ready(&settling, &run->results[i]))
            run->results[i].fate = SETTLED;
    run->sent += settling.counts[SEND_SENT];
    run->again += settling.counts[SEND_RETRY];
    run->dead += settling.counts[SEND_DEAD];
    run->dropped += settling.refused;
    run->left += settling.left;
    return 0;
}

/* ---- what the transport asks ------------------------------------------------------------------ */

/* Looked at once more just before it goes. 1 it goes, 0 it does not, -1. */
static int
look_again(struct run *run, int i, struct err *err)
{
    const struct outgoing *item = &run->batch.items[i];
    struct result *result = &run->results[i];
    const char *why;
    switch (outbox_still(&run->sending.ready, &run->sending.batch, run->rules, item->taken,
                         now_ms(run) / 1000, run->config->timeout_s, &why, err)) {
    case STILL_GOES:
        result->fate = GIVEN;
        return 1;
    case STILL_REFUSED:
        result->fate = REFUSED;
        result->reason = why;
        return 0;
    case STILL_TAKEN_BACK:
        result->fate = TAKEN_BACK;
        return 0;
    case STILL_NOT_OURS:
        result->fate = NOT_OURS;
        return 0;
    default:
        return -1;
    }
}

static int
next(void *context, struct send_message *message, struct err *err)
{
    struct run *run = context;
    int goes = 0;
    if (run->failed >= run->gateway.failures)
        return 0; /* the rest is given back */
    while (goes == 0 && run->given < run->batch.count)
        goes = look_again(run, run->given++, err);
    if (goes != 1)
        return goes;
    const struct outgoing *item = &run->batch.items[run->given - 1];
    *message = (struct send_message){.key = item->key,
                                     .code = item->taken->message.code,
                                     .channel = item->taken->message.channel,
                                     .to = item->to,
                                     .subject = item->subject,
                                     .text = item->text,
                                     .template = item->taken->message.template,
                                     .language = item->language,
                                     .place = run->given - 1};
    return 1;
}

static const char *
keep(struct run *run, const char *text)
{
    return text ? arena_strdup(&run->sending.batch, text) : NULL;
}

static int
answered(void *context, const struct send_message *message, const struct send_answer *answer,
         struct err *err)
{
    struct run *run = context;
    struct result *result = &run->results[message->place];
    *result = (struct result){ANSWERED, answer->result, keep(run, answer->receipt),
                              keep(run, answer->reason), answer->after_s};
    run->any_good = run->any_good || answer->result != SEND_RETRY;
    run->failed = answer->result == SEND_RETRY ? run->failed + 1 : 0;
    run->late += answer->result == SEND_SENT && run->batch.items[message->place].taken->late;
    return now_ms(run) - run->settled_ms < SETTLE_MS ? 0 : write_results(run, false, err);
}

/* ---- batch by batch ---------------------------------------------------------------------------- */

static int
nap(struct run *run)
{
    int64_t ms = run->batch.wait_ms < NAP_MS ? run->batch.wait_ms : NAP_MS;
    const struct timespec rest = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&rest, NULL);
    return 1;
}

/* How many may be taken; 0: no more in this run. Late ones only as far as there is room for them. */
static int64_t
room(struct run *run)
{
    int64_t batch = run->args->batch == OPT_UNSET ? BATCH : run->args->batch;
    int64_t limit = run->args->limit == OPT_UNSET ? INT64_MAX : run->args->limit;
    int64_t done = run->sent + run->again + run->dead;
    int64_t late = run->rules->catch_up - run->late;
    int64_t count = limit - done < batch ? limit - done : batch;
    run->batch.claim.fresh = late <= 0;
    return late > 0 && late < count ? late : count < 0 ? 0 : count;
}

/* 1 there may be more, 0 not, -1. */
static int
send_batch(struct run *run, struct err *err)
{
    const struct send_job job = {run, next, answered};
    int64_t now = now_ms(run), count = room(run);
    if (count == 0)
        return 0;
    run->batch.claim = (struct outbox_claim){.channel = run->config->channel,
                                             .now = now / 1000,
                                             .lease_s = run->lease_s,
                                             .count = count,
                                             .fresh = run->batch.claim.fresh};
    run->batch.gateway = &run->gateway;
    run->batch.now_ms = run->settled_ms = now;
    run->batch.wait_ms = 0;
    if (sending_take(&run->sending, run->rules, &run->batch, err) < 0)
        return -1;
    if (run->batch.wait_ms > 0) {
        run->more = true;
        return run->gateway.rate > 0 && run->batch.wait_ms <= NAP_MS && !run->args->once ? nap(run)
                                                                                         : 0;
    }
    run->dropped += run->batch.taken - run->batch.count;
    run->given = 0;
    run->results =
        arena_array(&run->sending.batch, (size_t)run->batch.count + 1, sizeof *run->results);
    struct err why = {0};
    int sent = transport_run(run->transport, &job, &why);
    if (write_results(run, true, err) < 0)
        return -1;
    if (sent < 0)
        *err = why;
    run->more = run->more || run->open || (run->batch.taken && run->batch.claim.fresh);
    return sent < 0 ? -1 : run->batch.taken > 0 && !run->open && !run->args->once;
}

static int
send_channel(struct run *run, const struct outbox_rules *rules, const struct send_config *config,
             struct err *err)
{
    int64_t sent = run->sent, again = run->again, dead = run->dead, dropped = run->dropped;
    int more;
    run->rules = rules;
    run->config = config;
    run->late = 0;
    run->gateway =
        (struct gateway){config->channel, config->rate, config->failures, config->rest_s};
    do {
        run->any_good = run->open = false;
        run->failed = 0;
        more = send_batch(run, err);
    } while (more == 1);
    if (run->late >= rules->catch_up) {
        run->more = true;
        cli_say(run->ctx, _("%s %s: %lld late messages went, and no more in this run"),
                rules->store, config->channel, (long long)run->late);
    }
    if (run->open)
        cli_say(run->ctx, _("%s: fails; nothing goes for %lld s"), config->channel,
                (long long)config->rest_s);
    if (run->sent + run->again + run->dead + run->dropped > sent + again + dead + dropped)
        cli_say(run->ctx, _("%s %s: %lld sent, %lld again later, %lld dead, %lld not sent"),
                rules->store, config->channel, (long long)(run->sent - sent),
                (long long)(run->again - again), (long long)(run->dead - dead),
                (long long)(run->dropped - dropped));
    return more;
}

/* What is due by a channel that has no transport would wait unheard: some take it with claim, others forgot. */
static int
tell_waiting(struct run *run, struct err *err)
{
    for (int k = 0; followup_channels[k]; k++) {
        const char *channel = followup_channels[k];
        if (send_config_of(&run->configs, channel))
            continue;
        for (int i = 0; i < run->sending.store_count; i++) {
            const struct outbox_rules *rules = &run->sending.stores[i];
            int64_t count;
            if (outbox_waiting(run->ctx->db, rules->store_id, channel, now_ms(run) / 1000, &count,
                               err) < 0)
                return -1;
            if (count)
                cli_say(run->ctx,
                        _("%s %s: %lld are due, and there is no transport; put one into "
                          "transports.yaml "
                          "of MEDI_CONFIG, or take them with claim"),
                        rules->store, channel, (long long)count);
        }
    }
    return 0;
}

/* A transport is opened once for all stores. */
static int
send_all(struct run *run, struct err *err)
{
    for (int k = 0; k < run->configs.count; k++) {
        const struct send_config *config = &run->configs.items[k];
        int result = 0;
        if (run->args->channel && strcmp(run->args->channel, config->channel) != 0)
            continue;
        if (transport_open(&run->transport, config, err) < 0)
            return -1;
        for (int i = 0; i < run->sending.store_count && result >= 0; i++)
            result = send_channel(run, &run->sending.stores[i], config, err);
        transport_close(run->transport);
        if (result < 0)
            return -1;
    }
    return run->args->channel ? 0 : tell_waiting(run, err);
}

static int
open_configs(struct run *run, struct err *err)
{
    struct ctx *ctx = run->ctx;
    const char *path = cli_pack(ctx, ctx->arena, "transports.yaml"), *channel = run->args->channel;
    if (send_configs_read(ctx->arena, path, ctx->credentials, &run->configs, err) < 0)
        return -1;
    if (channel ? send_config_of(&run->configs, channel) != NULL : run->configs.count > 0)
        return 0;
    return err_set(err, ERR_DATA,
                   _("%s: no transport%s%s; put one into transports.yaml of MEDI_CONFIG"), path,
                   channel ? " " : "", channel ? channel : "");
}

int
cmd_send(struct ctx *ctx, void *data, struct err *err)
{
    const struct send_args *args = data;
    struct run run = {.ctx = ctx, .args = args, .lease_s = LEASE_S};
    if ((args->limit != OPT_UNSET && args->limit < 1) ||
        (args->batch != OPT_UNSET && (args->batch < 1 || args->batch > 10000)))
        return err_set(err, ERR_USAGE, _("--limit must be at least 1, --batch from 1 to 10000"));
    if (args->lease &&
        sending_seconds(args->lease, "--lease", OUTBOX_LEASE_MOST, &run.lease_s, err) < 0)
        return -1;
    clock_gettime(CLOCK_MONOTONIC, &run.began);
    int result = open_configs(&run, err);
    if (result == 0)
        result = sending_open(&run.sending, ctx, err);
    if (result == 0)
        result = send_all(&run, err);
    sending_close(&run.sending);
    if (result < 0)
        return -1;
    if (run.left == 0 && !run.more)
        return 0;
    return err_set(err, ERR_BUSY, _("%lld messages are to be tried again; run it again later"),
                   (long long)run.left);
}
