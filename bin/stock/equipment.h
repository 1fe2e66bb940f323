/*
 * The verbs of medi-stock about machines. The structs are what their options fill; the tables are in
 * options_equipment.h.
 */
#ifndef MEDI_BIN_STOCK_EQUIPMENT_H
#define MEDI_BIN_STOCK_EQUIPMENT_H

#include <string.h>

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
struct emergency_args {
    const char *fail_on, *place;
    int64_t days, fault_hours;
};
struct emergency_set_args {
    const char *item;
    int64_t quantity;
};
struct retire_args {
    const char *equipment, *way, *to, *reason;
};

struct buy_args { /* equipment request, offers, choose, drop */
    const char *request, *supplier, *code, *name, *kind, *item, *reason, *staff;
    int64_t budget, needed;
};
struct buy_list_args {
    const char *state;
};
struct machine_offer_args {
    const char *request, *supplier, *model, *maker, *registration, *service, *note;
    int64_t price, warranty_months, delivery_days, service_cost, life_months, until;
};
struct accept_args {
    const char *request, *code, *model, *registration, *serial, *quality_paper, *manual,
        *accessories, *trial, *body, *certificate, *calibrate, *delivery, *room, *owner, *staff,
        *reason;
    int64_t price, to, calibrate_months;
    bool reject;
};

verb_run cmd_machine_add, cmd_machine_edit, cmd_machine_show, cmd_machine_due, cmd_downtime;
verb_run cmd_fault, cmd_repair, cmd_repaired;
verb_run cmd_plan_task, cmd_maintain, cmd_calibrate, cmd_retire;

verb_run cmd_machine_request, cmd_machine_offer, cmd_machine_offers, cmd_machine_choose,
    cmd_machine_drop, cmd_machine_accept;
verb_run cmd_emergency, cmd_emergency_set;

/* ---- what they share ---- */

static inline bool
is_blank(const char *text)
{
    return !text || text[strspn(text, " \t")] == '\0';
}

/* Writes a calibration that was judged to be one. */
int calibrate_put(struct ctx *ctx, const struct upkeep_args *args, struct cli_record *record,
                  struct err *err);

/* Reports a fault, and the machine stands still; its code. The same words again, while it stands, are
 * refused. */
int fault_report(struct ctx *ctx, const struct equipment_file *file, const struct ledger_now *now,
                 const char *what, const char **code, struct err *err);

/* The number that an option gives, else that of a setting: from 0 to 36500. */
int equipment_number(struct ctx *ctx, const char *option, const char *setting, int64_t *number,
                     struct err *err);

/* The machine's state in its file. */
int machine_state(struct ctx *ctx, const char *code, const char *state, struct err *err);

#endif
