/* The emergency kit (急救车): what it must have, and what it lacks. */
#include "bin/stock/verbs.h"

int
cmd_emergency_set(struct ctx *ctx, void *data, struct err *err)
{
    const struct emergency_set_args *args = data;
    struct cli_record record;
    if (args->quantity == OPT_UNSET)
        return err_set(err, ERR_USAGE, _("--quantity: how much of it?"));
    cli_record_init(&record, "emergency_items", PUT_SET);
    cli_give(&record, "item", args->item);
    cli_give_int(ctx, &record, "quantity", args->quantity);
    return supply_done(ctx, args->item, cli_put(ctx, &record, err));
}

int
cmd_emergency(struct ctx *ctx, void *data, struct err *err)
{
    struct emergency_args *args = data;
    if (args->fault_hours == OPT_UNSET)
        args->fault_hours = 0;
    return equipment_number(ctx, "--days", "stock.equipment_days", &args->days, err) < 0 ||
                   equipment_number(ctx, "--fault-hours", NULL, &args->fault_hours, err) < 0
               ? -1
               : ledger_findings(ctx, data, args->fail_on, err);
}
