/*
 * The verbs of medi-stock about machines. The structs are what their options fill; the tables are in
 * options_equipment.h.
 */
#ifndef MEDI_BIN_STOCK_EQUIPMENT_H
#define MEDI_BIN_STOCK_EQUIPMENT_H

#include "bin/stock/ledger.h"
#include "stock/equipment.h"

struct machine_args { /* equipment add, edit */
    const char *equipment, *name, *kind, *model, *maker, *serial, *registration, *supplier, *room,
        *owner, *calibrate, *emergency, *note;
    int64_t bought, price, warranty, life, calibrate_months;
};
struct machine_list_args {
    const char *kind, *room, *owner;
    bool unusable, emergency, all;
};
struct machine_show_args {
    const char *equipment;
};
struct machine_due_args {
    const char *fail_on, *kind;
    int64_t days, fault_hours;
};
struct downtime_args {
    int64_t from, to;
};

struct fault_args { /* equipment fault, repair, repaired */
    const char *equipment, *fault, *what, *staff, *by, *verified_by, *note;
    int64_t at, cost;
    bool recalibrate;
};
struct fault_list_args {
    const char *equipment, *state;
    int64_t from, to;
    bool open;
};

struct upkeep_args { /* equipment plan, maintain, calibrate */
    const char *equipment, *task, *says, *blocks, *active, *staff, *body, *certificate, *fault,
        *note;
    int64_t every, from, done, to, cost;
    bool failed;
};
struct retire_args {
    const char *equipment, *way, *to, *reason;
};

verb_run cmd_machine_add, cmd_machine_edit, cmd_machine_show, cmd_machine_due, cmd_downtime;
verb_run cmd_fault, cmd_repair, cmd_repaired;
verb_run cmd_plan_task, cmd_maintain, cmd_calibrate, cmd_retire;

/* ---- what they share ---- */

/* Reports a fault, and the machine stands still; its code. The same words again, while it stands, are
 * refused. */
int fault_report(struct ctx *ctx, const struct equipment_file *file, const struct ledger_now *now,
                 const char *what, const char **code, struct err *err);

/* The machine's state in its file. */
int machine_state(struct ctx *ctx, const char *code, const char *state, struct err *err);

#endif
