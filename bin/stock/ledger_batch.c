/* issue -: many lines from stdin, each by its own code. */
#include <string.h>

#include "bin/stock/verbs.h"
#include "record/rejects.h"
#include "stock/batch.h"
#include "text/records.h"

enum { CODE, ITEM, QUANTITY, LOT, REASON, FIELDS };

struct batch_reading {
    struct ctx *ctx;
    struct records *records;
    struct rejects *rejects; /* NULL: one refused line refuses all */
    struct stock_batch *batch;
    int place[FIELDS], known; /* where the columns are; known: of so many columns of the header */
    int64_t read, issued, unchanged, refused;
};

/* Which columns there are; the header of JSON Lines grows. */
static int
read_header(struct batch_reading *reading, struct err *err)
{
    static const char *const names[FIELDS] = {"code", "item", "quantity", "lot", "reason"};
    int count = records_header_count(reading->records);
    if (count == reading->known)
        return 0;
    for (int f = 0; f < FIELDS; f++) {
        reading->place[f] = -1;
        for (int i = 0; i < count; i++)
            if (strcmp(records_header(reading->records, i), names[f]) == 0)
                reading->place[f] = i;
        if (f <= QUANTITY && reading->place[f] < 0 && !records_header_grows(reading->records))
            return err_set(err, ERR_DATA,
                           _("-: there is no column %s; wanted are code, item, quantity"),
                           names[f]);
    }
    reading->known = count;
    return reading->rejects ? rejects_header(reading->rejects, reading->records, err) : 0;
}

static const char *
field(const struct batch_reading *reading, const struct record *record, int number)
{
    int place = reading->place[number];
    return place >= 0 && place < record->count ? record->fields[place].text : "";
}

/* `placed`: the reader has said where. */
static int
refuse(struct batch_reading *reading, const struct record *record, bool placed, struct err *err)
{
    reading->refused++;
    if (err->kind != ERR_DATA || !reading->rejects)
        return err->kind == ERR_DATA && !placed ? err_wrap(err, "-:%zu", record->line) : -1;
    if (rejects_add(reading->rejects, record, "-", NULL, err->text, err) < 0)
        return -1;
    err_clear(err);
    return 0;
}

static int
read_line(struct batch_reading *reading, const struct record *record, struct err *err)
{
    const struct stock_line line = {field(reading, record, CODE), field(reading, record, ITEM),
                                    field(reading, record, QUANTITY), field(reading, record, LOT),
                                    field(reading, record, REASON)};
    int added = stock_batch_add(reading->batch, &line, err);
    reading->issued += added == 1;
    reading->unchanged += added == 0;
    return added < 0 ? refuse(reading, record, false, err) : 0;
}

static int
read_lines(struct batch_reading *reading, struct err *err)
{
    struct record record;
    int more;
    while ((more = records_next(reading->records, &record, err)) != 0) {
        if (more < 0 && err->kind != ERR_DATA)
            return -1;
        reading->read++;
        int result = more < 0                        ? refuse(reading, &record, true, err)
                     : read_header(reading, err) < 0 ? -1
                                                     : read_line(reading, &record, err);
        if (result < 0)
            return -1;
    }
    return 0;
}

static int
say_counts(struct batch_reading *reading, int64_t moves, struct err *err)
{
    static const struct out_column columns[] = {
        {"read", NULL, OUT_INT},    {"issued", NULL, OUT_INT}, {"unchanged", NULL, OUT_INT},
        {"refused", NULL, OUT_INT}, {"moves", NULL, OUT_INT},
    };
    const struct db_value values[] = {db_int(reading->read), db_int(reading->issued),
                                      db_int(reading->unchanged), db_int(reading->refused),
                                      db_int(moves)};
    struct out *out = cli_out(reading->ctx, columns, 5);
    int result = out_row(out, values, err) < 0 ? -1 : out_end(out, err);
    out_free(out);
    return result;
}

static int
run_batch(struct batch_reading *reading, int64_t store_id, struct err *err)
{
    struct ctx *ctx = reading->ctx;
    if (read_header(reading, err) < 0 || read_lines(reading, err) < 0)
        return -1;
    int64_t moves = stock_batch_finish(reading->batch, err);
    if (moves < 0)
        return -1;
    const char *detail =
        arena_printf(ctx->arena, "%lld lines, %lld issued, %lld movements",
                     (long long)reading->read, (long long)reading->issued, (long long)moves);
    if (moves &&
        cli_log(ctx, store_id, arena_printf(ctx->arena, "issue %s -", ctx->store), detail, err) < 0)
        return -1;
    if (reading->rejects && !ctx->dry_run && rejects_finish(reading->rejects, err) < 0)
        return -1;
    return say_counts(reading, moves, err) < 0 ? -1 : reading->refused ? EXIT_REFUSED : 0;
}

int
ledger_batch(struct ctx *ctx, const struct move_args *args, const struct ledger_now *now,
             struct err *err)
{
    const struct stock_note note = {.kind = "issue",
                                    .at = now->at,
                                    .day = now->day,
                                    .staff_id = now->staff_id,
                                    .reason = args->reason,
                                    .paper = args->paper};
    const struct records_options options = {.format = RECORDS_AUTO};
    struct batch_reading reading = {.ctx = ctx};
    int result = -1;
    if (args->at != OPT_UNSET)
        return err_set(err, ERR_USAGE, _("--at: a batch is issued now"));
    ctx->once = true;
    if ((!args->rejects || rejects_open(&reading.rejects, args->rejects, err) == 0) &&
        records_open(&reading.records, "-", &options, err) == 0 &&
        stock_batch_open(&reading.batch, ctx->db, ctx->arena, now->store_id, &note, err) == 0)
        result = run_batch(&reading, now->store_id, err);
    stock_batch_close(reading.batch);
    records_close(reading.records);
    rejects_close(reading.rejects);
    return result;
}
