#include "bin/followup/sending.h"

#include <stdlib.h>
#include <string.h>

#include "duty/duty.h"
#include "copy/lexicon.h"

/* ---- before anything is taken ------------------------------------------------------------------------ */

static int
open_templates(struct sending *sending, struct err *err)
{
    struct ctx *ctx = sending->ctx;
    const struct packs packs = {ctx->config, ctx->share};
    struct lexicon *lexicon;
    if (templates_load(ctx->arena, &packs, &sending->templates, err) < 0 ||
        lexicon_load(&lexicon, ctx->arena, &packs, err) < 0)
        return -1;
    return templates_must(&sending->templates, lexicon, ctx->arena, err);
}

static int
add_store(struct sending *sending, int64_t store_id, struct err *err)
{
    struct ctx *ctx = sending->ctx;
    const struct packs packs = {ctx->config, ctx->share};
    struct outbox_rules *rules = &sending->stores[sending->store_count++];
    if (outbox_rules(ctx->db, ctx->arena, &packs, store_id, rules, err) < 0)
        return -1;
    if (rules->phone && *rules->phone)
        return 0;
    return err_set(err, ERR_DATA,
                   _("store %s: has no phone, which messages name; set it with: medi-db store edit "
                     "%s --phone NUMBER"),
                   rules->store, rules->store);
}

static int
open_stores(struct sending *sending, struct err *err)
{
    struct ctx *ctx = sending->ctx;
    struct db_stmt *stmt;
    int64_t *ids = NULL;
    int count = 0, room = 0, more;
    if (ctx->store) {
        int64_t store_id;
        sending->stores = arena_alloc(ctx->arena, sizeof *sending->stores);
        return cli_store_id(ctx, &store_id, err) < 0 ? -1 : add_store(sending, store_id, err);
    }
    if (sql_open(ctx->db, &stmt, SQL_FOLLOWUP_OUTBOX_STORES, NULL, 0, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        ids = arena_more(ctx->arena, ids, count, &room, sizeof *ids);
        ids[count++] = db_get_int(stmt, 0);
    }
    db_finish(stmt);
    sending->stores = arena_array(ctx->arena, (size_t)count + 1, sizeof *sending->stores);
    for (int i = 0; i < count && more == 0; i++)
        more = add_store(sending, ids[i], err);
    return more;
}

int
sending_open(struct sending *sending, struct ctx *ctx, struct err *err)
{
    *sending = (struct sending){.ctx = ctx};
    arena_init(&sending->batch);
    if (cli_must(ctx, DUTY_REVEAL, "clients", err) < 0 || open_templates(sending, err) < 0 ||
        cli_vault(ctx, &sending->vault, err) < 0)
        return -1;
    if (!sending->vault)
        return err_set(err, ERR_USAGE,
                       _("addresses cannot be read without the key; give it with --key FILE or "
                         "MEDI_KEY"));
    ready_init(&sending->ready, ctx->db);
    return open_stores(sending, err);
}

void
sending_close(struct sending *sending)
{
    ready_release(&sending->ready);
    arena_release(&sending->batch);
}

int
sending_seconds(const char *text, const char *option, int64_t most, int64_t *seconds,
                struct err *err)
{
    char *end;
    long number = strtol(text, &end, 10);
    int64_t unit = *end == 'm' ? 60 : *end == 'h' ? 3600 : 1;
    if (*end == 's' || *end == 'm' || *end == 'h')
        end++;
    *seconds = number * unit;
    if (end != text && !*end && number > 0 && number <= most && *seconds <= most)
        return 0;
    return err_set(err, ERR_USAGE,
                   _("%s: %s: must be a time such as 90s or 5m, and at most %lld s"), option, text,
                   (long long)most);
}

/* ---- transactions ------------------------------------------------------------------------------------ */

struct sending_call {
    struct sending *sending;
    const struct outbox_rules *rules;
    sending_work *work;
    void *context;
};

static int
call(struct ctx *ctx, void *context, struct err *err)
{
    const struct sending_call *call = context;
    (void)ctx;
    return call->work(call->sending, call->rules, call->context, err);
}

int
sending_transaction(struct sending *sending, const struct outbox_rules *rules, sending_work *work,
                    void *context, struct err *err)
{
    struct sending_call wanted = {sending, rules, work, context};
    return cli_transaction(sending->ctx, rules->store_id, call, &wanted, err);
}

/* ---- a batch ------------------------------------------------------------------------------------------ */

/* What has no words is dead: somebody must mend the template or the file, and put it back. */
static int
make_words(struct sending *sending, const struct outbox_rules *rules, struct batch *batch,
           struct outbox_taken *list, int count, struct err *err)
{
    const struct outgoing_maker maker = {sending->vault, &sending->templates, rules,
                                         &sending->batch};
    batch->items = arena_array(&sending->batch, (size_t)count + 1, sizeof *batch->items);
    batch->count = 0;
    for (int i = 0; i < count; i++) {
        struct err why = {0};
        int made = outgoing_make(&maker, &list[i], &batch->items[batch->count], &why);
        if (made < 0) {
            *err = why;
            return -1;
        }
        batch->count += made;
        if (!made && outbox_settle(&sending->ready, &sending->batch, &list[i], "dead", 0, why.text,
                                   batch->claim.now, err) < 0)
            return -1;
    }
    return 0;
}

static int
take(struct sending *sending, const struct outbox_rules *rules, void *context, struct err *err)
{
    struct batch *batch = context;
    struct ctx *ctx = sending->ctx;
    struct outbox_taken *list;
    arena_reset(&sending->batch);
    batch->claim.store_id = rules->store_id;
    batch->taken = batch->count = 0;
    int64_t want = batch->claim.count;
    if (batch->gateway && gateway_ask(&sending->ready, batch->gateway, batch->now_ms, want,
                                      &batch->claim.count, &batch->wait_ms, err) < 0)
        return -1;
    if (batch->claim.count == 0)
        return 0;
    batch->taken = outbox_take(&sending->ready, &sending->batch, rules, &batch->claim, &list, err);
    int kept = batch->taken < 0 ? -1
                                : outbox_sift(&sending->ready, &sending->batch, rules, list,
                                              batch->taken, batch->claim.now, err);
    if (kept < 0 || make_words(sending, rules, batch, list, kept, err) < 0 ||
        (batch->gateway &&
         gateway_take(&sending->ready, batch->gateway, batch->now_ms, batch->count, err) < 0))
        return -1;
    if (batch->taken == 0 || (batch->count == batch->taken && !batch->why))
        return 0;
    const char *detail =
        arena_printf(ctx->arena, "%s: %d taken, %d may go%s%s", batch->claim.channel, batch->taken,
                     batch->count, batch->why ? ", " : "", batch->why ? batch->why : "");
    return cli_log(ctx, rules->store_id, "messages", detail, err);
}

int
sending_take(struct sending *sending, const struct outbox_rules *rules, struct batch *batch,
             struct err *err)
{
    return sending_transaction(sending, rules, take, batch, err);
}
