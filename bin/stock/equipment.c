/* The file of a machine: written, listed, shown; what of it is due. */
#include <string.h>

#include "bin/stock/verbs.h"
#include "supply/registration.h"

/* ---- written --------------------------------------------------------------------------------- */

static const char *
yes_no(const char *word)
{
    return word ? (strcmp(word, "yes") == 0 ? "1" : "0") : NULL;
}

static void
give_file(struct ctx *ctx, struct cli_record *record, const struct machine_args *args)
{
    cli_give(record, "code", args->equipment);
    cli_give(record, "name", args->name);
    cli_give(record, "kind", args->kind);
    cli_give(record, "model", args->model);
    cli_give(record, "maker", args->maker);
    cli_give(record, "serial", args->serial);
    cli_give(record, "registration_no", args->registration);
    cli_give(record, "supplier", args->supplier);
    cli_give(record, "room", args->room);
    cli_give(record, "owner", args->owner);
    cli_give(record, "calibrate", yes_no(args->calibrate));
    cli_give(record, "emergency", yes_no(args->emergency));
    cli_give(record, "note", args->note);
    cli_give_day(ctx, record, "bought_on", args->bought);
    cli_give_int(ctx, record, "price_fen", args->price);
    cli_give_day(ctx, record, "warranty_to", args->warranty);
    cli_give_day(ctx, record, "life_to", args->life);
    cli_give_int(ctx, record, "calibrate_months", args->calibrate_months);
}

/* What the file is when this is written: what is not given is as it was. */
static int
check_file(struct ctx *ctx, const struct machine_args *args, int64_t store_id, struct err *err)
{
    struct equipment_file file;
    if (equipment_at_work(ctx->db, ctx->arena, store_id, args->equipment, &file, err) < 0)
        return -1;
    if (args->registration && *args->registration &&
        registration_check(args->registration, "device", err) < 0)
        return err_wrap(err, "--registration");
    if (args->bought != OPT_UNSET && args->bought > zone_day(ctx->zone, ctx->now))
        return err_set(err, ERR_DATA, _("%s: lies ahead; enter it when it is done"), "--bought");
    return !args->serial && !args->model                    ? 0
           : equipment_serial_free(ctx->db, &file, err) < 0 ? err_wrap(err, "--serial")
                                                            : 0;
}

static int
put_file(struct ctx *ctx, const struct machine_args *args, enum put_mode mode, struct err *err)
{
    struct equipment_file file;
    struct cli_record record;
    int64_t store_id;
    if (cli_store_id(ctx, &store_id, err) < 0 ||
        (mode == PUT_EDIT &&
         equipment_at_work(ctx->db, ctx->arena, store_id, args->equipment, &file, err) < 0))
        return -1;
    cli_record_init(&record, "equipment", mode);
    give_file(ctx, &record, args);
    int written = cli_put(ctx, &record, err);
    return written > 0 && check_file(ctx, args, store_id, err) < 0
               ? -1
               : supply_done(ctx, args->equipment, written);
}

int
cmd_machine_add(struct ctx *ctx, void *data, struct err *err)
{
    return put_file(ctx, data, PUT_ADD, err);
}

int
cmd_machine_edit(struct ctx *ctx, void *data, struct err *err)
{
    return put_file(ctx, data, PUT_EDIT, err);
}

int
machine_state(struct ctx *ctx, const char *code, const char *state, struct err *err)
{
    struct cli_record record;
    cli_record_init(&record, "equipment", PUT_EDIT);
    cli_give(&record, "code", code);
    cli_give(&record, "state", state);
    return cli_put(ctx, &record, err) < 0 ? -1 : 0;
}

/* ---- read ------------------------------------------------------------------------------------ */

int
cmd_machine_show(struct ctx *ctx, void *data, struct err *err)
{
    const struct machine_show_args *args = data;
    struct equipment_file file;
    int64_t store_id;
    return cli_store_id(ctx, &store_id, err) < 0 ||
                   equipment_file(ctx->db, ctx->arena, store_id, args->equipment, &file, err) < 0
               ? -1
               : cli_list(ctx, data, err);
}

int
equipment_number(struct ctx *ctx, const char *option, const char *setting, int64_t *number,
                 struct err *err)
{
    if (*number == OPT_UNSET)
        return cli_setting(ctx, setting, ctx->store_id < 0 ? 0 : ctx->store_id, number, err);
    return *number >= 0 && *number <= 36500
               ? 0
               : err_set(err, ERR_USAGE, _("%s: must be from 0 to 36500"), option);
}

int
cmd_machine_due(struct ctx *ctx, void *data, struct err *err)
{
    struct machine_due_args *args = data;
    return equipment_number(ctx, "--days", "stock.equipment_days", &args->days, err) < 0 ||
                   equipment_number(ctx, "--fault-hours", "stock.fault_hours", &args->fault_hours,
                                    err) < 0
               ? -1
               : ledger_findings(ctx, data, args->fail_on, err);
}

/* The last thirty days, where no others are asked for. */
int
cmd_downtime(struct ctx *ctx, void *data, struct err *err)
{
    struct downtime_args *args = data;
    int64_t today = zone_day(ctx->zone, ctx->as_of);
    if (args->to == OPT_UNSET)
        args->to = today + 1;
    if (args->from == OPT_UNSET)
        args->from = args->to - 30;
    if (args->from > today || args->from >= args->to)
        return err_set(err, ERR_USAGE, _("--from: must lie before --to, and not ahead"));
    return cli_list(ctx, data, err);
}
