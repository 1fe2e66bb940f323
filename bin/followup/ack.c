/* medi-followup ack: what a sender of one's own says became of what it took. */
#include <stdlib.h>
#include <string.h>

#include "bin/followup/sending.h"
#include "bin/followup/verbs_send.h"
#include "text/records.h"

enum { CHUNK = 500 };

enum field_name { F_CODE, F_TOKEN, F_STATE, F_RECEIPT, F_REASON, F_AFTER, F_COUNT };
static const char *const names[F_COUNT] = {"code", "token", "state", "receipt", "reason", "after"};

struct row {
    size_t line;
    struct outbox_answer answer;
};

struct ack {
    struct ctx *ctx;
    struct records *records;
    struct sending sending; /* of it the statements and the arena alone */
    struct outbox_rules *rules;
    int rules_count, rules_room;
    struct row rows[CHUNK];
    int count;
    int64_t store_id; /* of the rows */
    int taken, refused, left;
    const char *first; /* refusal */
};

/* ---- a row ------------------------------------------------------------------------------------------ */

static void
refuse(struct ack *ack, size_t line, const char *why)
{
    struct arena *arena = ack->ctx->arena;
    if (ack->refused++ == 0)
        ack->first = arena_printf(arena, "%s:%zu: %s", records_name(ack->records), line, why);
    cli_say(ack->ctx, "%s:%zu: %s", records_name(ack->records), line, why);
}

static const char *
text_of(const struct ack *ack, const struct record *record, enum field_name name)
{
    int column = records_column(ack->records, names[name]);
    return column >= 0 && column < record->count && record->fields[column].length
               ? arena_strdup((struct arena *)&ack->sending.batch, record->fields[column].text)
               : NULL;
}

static int
read_row(struct ack *ack, const struct record *record, struct row *row, struct err *err)
{
    const char *state = text_of(ack, record, F_STATE), *after = text_of(ack, record, F_AFTER);
    *row = (struct row){.line = record->line,
                        .answer = {.code = text_of(ack, record, F_CODE),
                                   .token = text_of(ack, record, F_TOKEN),
                                   .receipt = text_of(ack, record, F_RECEIPT),
                                   .reason = text_of(ack, record, F_REASON)}};
    if (!row->answer.code || !row->answer.token)
        return err_set(err, ERR_DATA, _("needs code and token, as claim gave them"));
    if (!state || !outbox_state_parse(state, &row->answer.state))
        return err_set(err, ERR_DATA, _("%s: state: must be sent, retry or dead"),
                       row->answer.code);
    if (!after)
        return 0;
    return sending_seconds(after, "after", 30 * DAY_SECONDS, &row->answer.after_s, err);
}

/* 1 the store of what that token holds, 0 it holds nothing, -1. */
static int
find_store(struct ack *ack, const struct row *row, int64_t *store_id, struct err *err)
{
    const struct db_value token = db_text(row->answer.token);
    struct db_stmt *stmt;
    int found = ready_first(&ack->sending.ready, &stmt, SQL_FOLLOWUP_OUTBOX_HOLDER, &token, 1, err);
    if (found != 1)
        return found;
    *store_id = db_get_int(stmt, 0);
    db_reset(stmt);
    if (ack->ctx->store && *store_id != ack->ctx->store_id)
        return 0;
    return 1;
}

/* ---- a chunk of rows of one store, in one transaction -------------------------------------------------- */

static const struct outbox_rules *
rules_of(struct ack *ack, int64_t store_id, struct err *err)
{
    struct ctx *ctx = ack->ctx;
    const struct packs packs = {ctx->config, ctx->share};
    for (int i = 0; i < ack->rules_count; i++)
        if (ack->rules[i].store_id == store_id)
            return &ack->rules[i];
    ack->rules =
        arena_more(ctx->arena, ack->rules, ack->rules_count, &ack->rules_room, sizeof *ack->rules);
    struct outbox_rules *rules = &ack->rules[ack->rules_count];
    if (outbox_rules(ctx->db, ctx->arena, &packs, store_id, rules, err) < 0)
        return NULL;
    ack->rules_count++;
    return rules;
}

struct told {
    int taken, refused, left, states[3];
    struct err why[CHUNK]; /* by row; NONE: it was taken */
};

static int
answer_all(struct sending *sending, const struct outbox_rules *rules, void *context,
           struct err *err)
{
    struct ack *ack = (struct ack *)((char *)sending - offsetof(struct ack, sending));
    struct told *told = context;
    struct arena scratch;
    arena_init(&scratch);
    memset(told, 0, sizeof *told);
    int result = 0;
    for (int i = 0; i < ack->count && result == 0; i++) {
        bool left = false;
        struct err *why = &told->why[i];
        result = outbox_answer(&sending->ready, &scratch, rules, &ack->rows[i].answer,
                               ack->ctx->now, &left, why);
        if (result < 0 && why->kind == ERR_DATA) {
            told->refused++;
            result = 0;
            continue;
        }
        if (result < 0)
            *err = *why;
        told->taken++;
        told->left += left;
        told->states[ack->rows[i].answer.state]++;
    }
    arena_release(&scratch);
    if (result < 0 || told->taken == 0)
        return result;
    const char *detail =
        arena_printf(ack->ctx->arena, "%d sent, %d again later, %d dead", told->states[OUTBOX_SENT],
                     told->states[OUTBOX_RETRY], told->states[OUTBOX_DEAD]);
    return cli_log(ack->ctx, rules->store_id, "messages", detail, err);
}

static int
flush(struct ack *ack, struct err *err)
{
    struct told *told;
    const struct outbox_rules *rules;
    if (ack->count == 0)
        return 0;
    told = mem_alloc(sizeof *told);
    rules = rules_of(ack, ack->store_id, err);
    int result = rules ? sending_transaction(&ack->sending, rules, answer_all, told, err) : -1;
    for (int i = 0; i < ack->count && result >= 0; i++)
        if (told->why[i].kind)
            refuse(ack, ack->rows[i].line, told->why[i].text);
    ack->taken += result < 0 ? 0 : told->taken;
    ack->left += result < 0 ? 0 : told->left;
    ack->count = 0;
    free(told);
    arena_reset(&ack->sending.batch);
    return result;
}

static int
take_row(struct ack *ack, const struct record *record, struct err *err)
{
    struct row row;
    struct err why = {0};
    int64_t store_id = 0;
    if (read_row(ack, record, &row, &why) < 0) {
        refuse(ack, record->line, why.text);
        return 0;
    }
    int found = find_store(ack, &row, &store_id, err);
    if (found < 0)
        return -1;
    if (found == 0) {
        err_set(&why, ERR_DATA,
                _("message %s: is not held under this token: its lease ended and another sender "
                  "took it, or it was answered already"),
                row.answer.code);
        refuse(ack, row.line, why.text);
        return 0;
    }
    if (ack->count > 0 && store_id != ack->store_id) {
        struct row kept = row; /* its texts are given back with the chunk */
        struct arena *arena = ack->ctx->arena;
        kept.answer.code = arena_strdup(arena, row.answer.code);
        kept.answer.token = arena_strdup(arena, row.answer.token);
        kept.answer.receipt = row.answer.receipt ? arena_strdup(arena, row.answer.receipt) : NULL;
        kept.answer.reason = row.answer.reason ? arena_strdup(arena, row.answer.reason) : NULL;
        if (flush(ack, err) < 0)
            return -1;
        row = kept;
    }
    ack->store_id = store_id;
    ack->rows[ack->count++] = row;
    return ack->count == CHUNK ? flush(ack, err) : 0;
}

/* ---- the whole ----------------------------------------------------------------------------------------- */

static int
read_all(struct ack *ack, struct err *err)
{
    struct record record;
    for (;;) {
        struct err why = {0};
        int more = records_next(ack->records, &record, &why);
        if (more == 0)
            return flush(ack, err);
        if (more < 0 && why.kind != ERR_DATA) {
            *err = why;
            return -1;
        }
        if (more < 0) {
            if (ack->refused++ == 0)
                ack->first = arena_strdup(ack->ctx->arena, why.text);
            cli_say(ack->ctx, "%s", why.text);
        } else if (take_row(ack, &record, err) < 0) {
            return -1;
        }
    }
}

int
cmd_ack(struct ctx *ctx, void *data, struct err *err)
{
    const struct ack_args *args = data;
    const struct records_options options = {.format = RECORDS_AUTO};
    struct ack *ack = mem_alloc(sizeof *ack);
    memset(ack, 0, sizeof *ack);
    ack->ctx = ack->sending.ctx = ctx;
    arena_init(&ack->sending.batch);
    ready_init(&ack->sending.ready, ctx->db);
    int result = records_open(&ack->records, args->file ? args->file : "-", &options, err);
    if (result == 0)
        result = read_all(ack, err);
    int taken = ack->taken, refused = ack->refused, left = ack->left;
    const char *first = ack->first;
    records_close(ack->records);
    sending_close(&ack->sending);
    free(ack);
    if (result < 0)
        return -1;
    cli_say(ctx, _("%d taken down, %d to be tried again, %d refused"), taken, left, refused);
    if (refused && ctx->quiet)
        return err_set(err, ERR_DATA, _("%s (%d refused)"), first, refused);
    return refused ? EXIT_REFUSED : 0;
}
