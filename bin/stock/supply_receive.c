/* Receiving and refusing; temperature records. */
#include <string.h>

#include "bin/stock/verbs_supply.h"
#include "cli/feed.h"
#include "duty/duty.h"
#include "record/code.h"
#include "supply/logger.h"
#include "supply/receive_scan.h"

struct receiving {
    struct receive_case given;
    struct receive_list list;
    struct receive_note note;
    struct paper_rules rules;
    struct coldchain chain;
    struct order order;
};

/* ---- what came ------------------------------------------------------------------------------- */

static int
read_lines(struct ctx *ctx, const struct opt_list *texts, struct receive_case *given,
           struct err *err)
{
    given->lines = arena_array(ctx->arena, (size_t)texts->count + 1, sizeof *given->lines);
    for (int i = 0; i < texts->count; i++)
        if (receive_line_parse(ctx->db, ctx->arena, given->day, texts->items[i],
                               &given->lines[given->count++], err) < 0)
            return -1;
    return 0;
}

/* Each line of the file is what the scanner sent. */
static int
read_codes(struct ctx *ctx, const char *path, struct receive_scan *scanning, struct err *err)
{
    struct feed *feed = NULL;
    const char *code;
    size_t length;
    int64_t number = 0;
    int more = feed_open(&feed, path, err);
    while (more >= 0 && (more = feed_line(feed, &code, &length, err)) > 0) {
        const char *place = arena_printf(ctx->arena, "%s:%lld", path, (long long)++number);
        if (length > 0 && receive_scan_code(scanning, place, code, length, err) < 0)
            more = err_wrap(err, "--scan");
    }
    feed_close(feed);
    return more;
}

static int
read_scan(struct ctx *ctx, const char *path, struct receiving *receiving, struct err *err)
{
    if (!path)
        return 0;
    struct receive_scan *scanning =
        receive_scan_begin(ctx->db, ctx->arena, receiving->given.day, &receiving->list);
    ctx->once = ctx->once || strcmp(path, "-") == 0;
    return read_codes(ctx, path, scanning, err) < 0
               ? -1
               : receive_scan_end(scanning, &receiving->given, err);
}

/* The one storage class of the delivery that needs a record; where there are several, each file
 * says its own. */
static int
only_storage(const struct receiving *receiving, const char *file, const char **storage,
             struct err *err)
{
    *storage = NULL;
    for (int i = 0; i < receiving->given.count; i++) {
        const char *name = receiving->given.lines[i].item.storage;
        const struct coldchain_storage *one = coldchain_find(&receiving->chain, name, err);
        if (!one)
            return -1;
        if (!one->record || (*storage && strcmp(*storage, name) == 0))
            continue;
        if (*storage)
            return err_set(
                err, ERR_USAGE,
                _("--temperature: %s: the delivery has goods of several storage classes; "
                  "say of which: %s=%s"),
                file, name, file);
        *storage = name;
    }
    if (!*storage)
        return err_set(err, ERR_USAGE,
                       _("--temperature: %s: nothing in the delivery travels cold; say for which "
                         "storage class it is: cold=%s"),
                       file, file);
    return 0;
}

/* "cold=FILE", or FILE alone. */
static int
split_record(struct ctx *ctx, const struct receiving *receiving, const char *text,
             struct receive_record *record, struct err *err)
{
    const char *is = strchr(text, '=');
    record->file = text;
    for (int i = 0; is && i < receiving->chain.count; i++) {
        const struct coldchain_storage *storage = &receiving->chain.storages[i];
        if (strlen(storage->name) != (size_t)(is - text) ||
            memcmp(storage->name, text, (size_t)(is - text)) != 0)
            continue;
        record->storage = storage->name;
        record->file = arena_strdup(ctx->arena, is + 1);
        return 0;
    }
    return only_storage(receiving, text, &record->storage, err);
}

static int
read_records(struct ctx *ctx, const struct opt_list *texts, struct receiving *receiving,
             struct err *err)
{
    struct receive_case *given = &receiving->given;
    given->records = arena_array(ctx->arena, (size_t)texts->count + 1, sizeof *given->records);
    for (int i = 0; i < texts->count; i++) {
        struct receive_record *record = &given->records[given->record_count];
        if (split_record(ctx, receiving, texts->items[i], record, err) < 0)
            return -1;
        for (int j = 0; j < given->record_count; j++)
            if (strcmp(given->records[j].storage, record->storage) == 0)
                return err_set(err, ERR_USAGE, _("--temperature: %s: two records for %s"),
                               record->file, record->storage);
        if (logger_read(ctx->arena, record->file, ctx->zone, &record->readings, &record->hash,
                        err) < 0)
            return err_wrap(err, "--temperature");
        const char *name = strrchr(record->file, '/');
        record->file = name ? name + 1 : record->file;
        given->record_count++;
    }
    return 0;
}

/* ---- who and when ---------------------------------------------------------------------------- */

/* Whose account this is, or who was named. */
static int
know_staff(struct ctx *ctx, const char *code, int64_t *staff_id, struct err *err)
{
    struct account account;
    struct db_stmt *stmt;
    const struct db_value value = db_text(code);
    *staff_id = 0;
    if (!code) {
        int found = account_find(ctx->db, cli_actor(ctx), &account, err);
        *staff_id = found > 0 ? account.staff_id : 0;
        return found < 0 ? -1 : 0;
    }
    int found = sql_first(ctx->db, &stmt, SQL_SUPPLY_STAFF_GET, &value, 1, err);
    if (found <= 0)
        return found < 0 ? -1
                         : err_set(err, ERR_DATA, _("--staff: %s: no such staff member"), code);
    *staff_id = db_get_int(stmt, 0);
    db_finish(stmt);
    return 0;
}

static int
know_times(struct ctx *ctx, const struct receive_args *args, struct receive_case *given,
           struct err *err)
{
    given->at = args->at == OPT_UNSET ? ctx->now : args->at;
    given->day = zone_day(ctx->zone, given->at);
    given->transport = (struct transport){
        args->shipped == OPT_UNSET ? TEMPERATURE_NO_TIME : args->shipped, given->at};
    if (given->at > ctx->now)
        return err_set(err, ERR_DATA, _("--at: lies ahead; enter it when it is done"));
    if (args->shipped != OPT_UNSET && args->shipped > given->at)
        return err_set(err, ERR_DATA, _("--shipped: comes after it arrived"));
    return 0;
}

static int
know_code(struct ctx *ctx, const struct receive_args *args, struct receiving *receiving,
          struct err *err)
{
    receiving->note = (struct receive_note){.code = args->code,
                                            .by = cli_actor(ctx),
                                            .delivery_no = args->delivery,
                                            .note = args->note};
    if (know_staff(ctx, args->staff, &receiving->note.staff_id, err) < 0)
        return -1;
    return args->code ? 0
                      : code_make(ctx->db, ctx->arena, "receipt", receiving->given.store_id,
                                  receiving->given.day, &receiving->note.code, err);
}

static int
read_receiving(struct ctx *ctx, const struct receive_args *args, struct receiving *receiving,
               struct err *err)
{
    const struct packs packs = supply_packs(ctx);
    struct receive_case *given = &receiving->given;
    if (args->lines.count == 0 && !args->scan)
        return err_set(err, ERR_USAGE, _("--line: what came? or --scan what is on the packages"));
    if (cli_store_id(ctx, &given->store_id, err) < 0 ||
        paper_rules_load(ctx->arena, &packs, ctx->zh, &receiving->rules, err) < 0 ||
        coldchain_load(ctx->arena, &packs, &receiving->chain, err) < 0 ||
        order_find(ctx->db, ctx->arena, given->store_id, args->order, &receiving->order, err) < 0 ||
        know_times(ctx, args, given, err) < 0 || know_code(ctx, args, receiving, err) < 0 ||
        read_lines(ctx, &args->lines, given, err) < 0 ||
        read_scan(ctx, args->scan, receiving, err) < 0 ||
        read_records(ctx, &args->temperatures, receiving, err) < 0 ||
        cli_setting(ctx, "stock.price_percent", given->store_id, &given->price_percent, err) < 0 ||
        cli_setting(ctx, "stock.remaining_days", given->store_id, &given->remaining_days, err) < 0)
        return -1;
    given->order = &receiving->order;
    if (given->count == 0 && receiving->list.count == 0)
        return err_set(err, ERR_DATA, _("--scan: %s: no code is there"), args->scan);
    return receive_judge(ctx->db, ctx->arena, &receiving->rules, &receiving->chain, ctx->zone,
                         given, &receiving->list, err);
}

/* ---- in, or not ------------------------------------------------------------------------------ */

/* Two people for what is controlled: the other consents to these lots and quantities. */
static int
ask_second(struct ctx *ctx, struct receiving *receiving, struct err *err)
{
    const char *words = receive_controlled(ctx->arena, &receiving->given);
    struct db_stmt *stmt;
    if (!words)
        return 0;
    const char *subject =
        arena_printf(ctx->arena, "%s %s: %s", ctx->store, receiving->order.code, words);
    if (cli_second(ctx, "stock.receive", subject, NULL, err) < 0)
        return -1;
    const struct db_value values[] = {db_text("stock.receive"), db_text(subject),
                                      db_text(cli_actor(ctx))};
    int found = sql_first(ctx->db, &stmt, SQL_SUPPLY_SECOND_BY, values, 3, err);
    if (found <= 0)
        return found;
    receiving->note.second = arena_strdup(ctx->arena, db_get_text(stmt, 0));
    db_finish(stmt);
    return 0;
}

static int
accept(struct ctx *ctx, struct receiving *receiving, struct err *err)
{
    bool closed;
    if (ask_second(ctx, receiving, err) < 0 ||
        receive_write(ctx->db, ctx->arena, &receiving->given, &receiving->note, &closed, err) < 0)
        return -1;
    if (closed)
        cli_say(ctx, _("%s: all of it has come; closed"), receiving->order.code);
    return supply_say(ctx, receiving->given.store_id, "receipt", receiving->note.code,
                      arena_printf(ctx->arena, "accepted: %s", receiving->order.code), err);
}

/* The refusal as a record of its own: its reasons are those that were judged, and what a person saw. */
static int
refuse(struct ctx *ctx, struct receiving *receiving, struct err *err)
{
    bool closed;
    receiving->note.reasons = receive_codes(ctx->arena, &receiving->list);
    return receive_write(ctx->db, ctx->arena, &receiving->given, &receiving->note, &closed, err) < 0
               ? -1
               : supply_say(ctx, receiving->given.store_id, "receipt", receiving->note.code,
                            arena_printf(ctx->arena, "refused: %s: %s", receiving->order.code,
                                         receiving->note.reasons),
                            err);
}

int
cmd_receive(struct ctx *ctx, void *data, struct err *err)
{
    const struct receive_args *args = data;
    struct receiving receiving = {0};
    struct err said;
    if (read_receiving(ctx, args, &receiving, err) < 0)
        return -1;
    if (receiving.list.count == 0)
        return accept(ctx, &receiving, err);
    if (!args->reject)
        return receive_refuse(ctx->arena, &receiving.list, err);
    receive_refuse(ctx->arena, &receiving.list, &said);
    cli_say(ctx, "%s", said.text);
    return refuse(ctx, &receiving, err) < 0 ? -1 : EXIT_REFUSED;
}

int
cmd_reject(struct ctx *ctx, void *data, struct err *err)
{
    const struct receive_args *args = data;
    struct receiving receiving = {0};
    if (read_receiving(ctx, args, &receiving, err) < 0)
        return -1;
    if (args->reason) {
        receive_add(ctx->arena, &receiving.list, RECEIVE_DAMAGE, NULL, "%s", args->reason);
        receiving.note.note = args->reason;
    }
    if (receiving.list.count == 0)
        return err_set(err, ERR_USAGE, _("--reason: nothing is missing; what is wrong with it?"));
    return refuse(ctx, &receiving, err);
}

int
cmd_receipt_show(struct ctx *ctx, void *data, struct err *err)
{
    const struct receipt_args *args = data;
    int64_t store_id;
    struct db_stmt *stmt;
    if (cli_store_id(ctx, &store_id, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(store_id), db_text(args->receipt)};
    int found = sql_first(ctx->db, &stmt, SQL_SUPPLY_RECEIPT_STATE, values, 2, err);
    if (found <= 0)
        return found < 0
                   ? -1
                   : err_set(err, ERR_DATA, _("%s: this store has no such receipt"), args->receipt);
    db_finish(stmt);
    return cli_list(ctx, data, err);
}
