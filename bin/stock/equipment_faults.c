/* Faults of machines, from the report to who finds the machine good again. */
#include <string.h>

#include "bin/stock/verbs.h"
#include "stock/fault.h"

/* ---- reported -------------------------------------------------------------------------------- */

int
fault_report(struct ctx *ctx, const struct equipment_file *file, const struct ledger_now *now,
             const char *what, const char **code, struct err *err)
{
    struct cli_record record;
    const char *same;
    if (fault_count_open(ctx->db, ctx->arena, file->store_id, file->id, what, &same, err) < 0)
        return -1;
    if (same)
        return err_set(err, ERR_DATA, _("%s: %s says so already"), file->code, same);
    cli_record_init(&record, "faults", PUT_ADD);
    cli_give(&record, "equipment", file->code);
    cli_give_moment(ctx, &record, "at", now->at);
    cli_give(&record, "staff", now->staff);
    cli_give(&record, "what", what);
    if (cli_put(ctx, &record, err) < 0)
        return -1;
    *code = record.code;
    return machine_state(ctx, file->code, "fault", err);
}

int
cmd_fault(struct ctx *ctx, void *data, struct err *err)
{
    const struct fault_args *args = data;
    struct equipment_file file;
    struct ledger_now now;
    struct cli_record said = {0};
    if (is_blank(args->what))
        return err_set(err, ERR_USAGE, _("--what: what is wrong with it?"));
    if (ledger_begin(ctx, args->at, args->staff, &now, err) < 0 ||
        equipment_at_work(ctx->db, ctx->arena, now.store_id, args->equipment, &file, err) < 0)
        return -1;
    if (!now.staff)
        return err_set(err, ERR_DATA,
                       _("who reports it: your account is nobody's of the staff; say --staff"));
    if (fault_report(ctx, &file, &now, args->what, &said.code, err) < 0)
        return -1;
    return cli_say_record(ctx, &said, err);
}

/* ---- in repair ------------------------------------------------------------------------------- */

static int
find_fault(struct ctx *ctx, const struct fault_args *args, struct ledger_now *now,
           struct fault *fault, struct err *err)
{
    return ledger_begin(ctx, args->at, NULL, now, err) < 0
               ? -1
               : fault_find(ctx->db, ctx->arena, now->store_id, args->fault, fault, err);
}

int
cmd_repair(struct ctx *ctx, void *data, struct err *err)
{
    const struct fault_args *args = data;
    struct ledger_now now;
    struct fault fault;
    struct cli_record record;
    if (is_blank(args->by) == is_blank(args->staff))
        return err_set(err, ERR_USAGE, _("who repairs it: either --by or --staff"));
    if (find_fault(ctx, args, &now, &fault, err) < 0 || fault_may_repair(&fault, now.at, err) < 0)
        return -1;
    cli_record_init(&record, "faults", PUT_EDIT);
    cli_give(&record, "code", fault.code);
    cli_give(&record, "state", "repairing");
    cli_give_moment(ctx, &record, "repair_at", now.at);
    cli_give(&record, "repairer", args->by);
    cli_give(&record, "repairer_staff", args->staff);
    cli_give(&record, "note", args->note);
    return cli_put(ctx, &record, err) < 0 ? -1 : 0;
}

/* The last fault that is repaired sets the machine free. */
static int
set_free(struct ctx *ctx, const struct ledger_now *now, const char *equipment, struct err *err)
{
    struct equipment_file file;
    const char *same;
    if (equipment_file(ctx->db, ctx->arena, now->store_id, equipment, &file, err) < 0)
        return -1;
    int open = fault_count_open(ctx->db, ctx->arena, now->store_id, file.id, NULL, &same, err);
    if (open)
        return open < 0 ? -1 : 0;
    return machine_state(ctx, equipment, "ok", err);
}

int
cmd_repaired(struct ctx *ctx, void *data, struct err *err)
{
    const struct fault_args *args = data;
    struct ledger_now now;
    struct fault fault;
    struct cli_record record;
    if (is_blank(args->verified_by))
        return err_set(err, ERR_USAGE, _("--verified-by: who found it good?"));
    if (find_fault(ctx, args, &now, &fault, err) < 0 ||
        fault_may_end(&fault, now.at, args->verified_by, err) < 0)
        return -1;
    cli_record_init(&record, "faults", PUT_EDIT);
    cli_give(&record, "code", fault.code);
    cli_give(&record, "state", "repaired");
    cli_give_moment(ctx, &record, "ended_at", now.at);
    cli_give(&record, "verified_by", args->verified_by);
    cli_give(&record, "recalibrate", args->recalibrate ? "1" : NULL);
    cli_give_int(ctx, &record, "cost_fen", args->cost);
    cli_give(&record, "note", args->note);
    return cli_put(ctx, &record, err) < 0 ? -1 : set_free(ctx, &now, fault.equipment, err);
}
