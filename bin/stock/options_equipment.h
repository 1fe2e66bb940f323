/* The option tables of the verbs of medi-stock about machines; included by bin/medi-stock.c alone. */
#ifndef MEDI_BIN_STOCK_OPTIONS_EQUIPMENT_H
#define MEDI_BIN_STOCK_OPTIONS_EQUIPMENT_H

#include "bin/stock/equipment.h"

static const char *const machine_yes_no[] = {"yes", "no", NULL};
static const char *const machine_severities[] = {"warning", "error", NULL};
static const char *const fault_states[] = {"open", "repairing", "repaired", "scrapped", NULL};
static const char *const retire_ways[] = {"scrapped", "sold", "returned", NULL};

/* ---- the file ---- */

static const struct opt machine_options[] = {
    {0, "name", OPT_TEXT, FIELD(machine_args, name), "TEXT", N_("name of the machine"), NULL},
    {'k', "kind", OPT_TEXT, FIELD(machine_args, kind), "KIND",
     N_("what it is, as projects ask for it (--device-kind)"), NULL},
    {0, "model", OPT_TEXT, FIELD(machine_args, model), "TEXT", N_("its model"), NULL},
    {0, "maker", OPT_TEXT, FIELD(machine_args, maker), "TEXT", N_("who made it"), NULL},
    {0, "serial", OPT_TEXT, FIELD(machine_args, serial), "NUMBER", N_("its serial number"), NULL},
    {0, "registration", OPT_TEXT, FIELD(machine_args, registration), "NUMBER",
     N_("its registration number: 国械注准…"), NULL},
    {0, "supplier", OPT_TEXT, FIELD(machine_args, supplier), "SUPPLIER", N_("who sold it"), NULL},
    {0, "bought", OPT_DAY, FIELD(machine_args, bought), "DAY", N_("when it was bought"), NULL},
    {0, "price", OPT_MONEY, FIELD(machine_args, price), "YUAN", N_("what it cost"), NULL},
    {0, "room", OPT_TEXT, FIELD(machine_args, room), "TEXT", N_("where it stands"), NULL},
    {0, "warranty", OPT_DAY, FIELD(machine_args, warranty), "DAY",
     N_("the last day of its guarantee"), NULL},
    {0, "life", OPT_DAY, FIELD(machine_args, life), "DAY",
     N_("the last day that its maker lets it be used (使用期限)"), NULL},
    {0, "owner", OPT_TEXT, FIELD(machine_args, owner), "STAFF", N_("who is responsible for it"),
     NULL},
    {0, "calibrate", OPT_CHOICE, FIELD(machine_args, calibrate), "YES|NO",
     N_("it must be in calibration to be used (yes)"), machine_yes_no},
    {0, "calibrate-months", OPT_INT, FIELD(machine_args, calibrate_months), "N",
     N_("so long a calibration holds, unless its paper says otherwise"), NULL},
    {0, "emergency", OPT_CHOICE, FIELD(machine_args, emergency), "YES|NO",
     N_("it belongs to the emergency kit (no)"), machine_yes_no},
    {0, "note", OPT_TEXT, FIELD(machine_args, note), "TEXT", N_("a note"), NULL},
    {0},
};
static const struct operand machine_operands[] = {
    {"EQUIPMENT", false, false, FIELD(machine_args, equipment), N_("code of the machine"), NULL},
    {0},
};
static const struct opt machine_list_options[] = {
    {'k', "kind", OPT_TEXT, FIELD(machine_list_args, kind), "KIND", N_("of this kind only"), NULL},
    {0, "room", OPT_TEXT, FIELD(machine_list_args, room), "TEXT", N_("only what stands there"),
     NULL},
    {0, "owner", OPT_TEXT, FIELD(machine_list_args, owner), "STAFF",
     N_("only what they are responsible for"), NULL},
    {0, "unusable", OPT_FLAG, FIELD(machine_list_args, unusable), NULL,
     N_("only what may not be used"), NULL},
    {0, "emergency", OPT_FLAG, FIELD(machine_list_args, emergency), NULL,
     N_("only the emergency kit"), NULL},
    {'a', "all", OPT_FLAG, FIELD(machine_list_args, all), NULL, N_("also what is retired"), NULL},
    {0},
};
static const struct operand machine_show_operands[] = {
    {"EQUIPMENT", false, false, FIELD(machine_show_args, equipment), N_("code of the machine"),
     NULL},
    {0},
};
static const struct opt machine_due_options[] = {
    {0, "days", OPT_INT, FIELD(machine_due_args, days), "N",
     N_("what is due within N days (stock.equipment_days)"), NULL},
    {0, "fault-hours", OPT_INT, FIELD(machine_due_args, fault_hours), "N",
     N_("faults that have stood for N hours (stock.fault_hours)"), NULL},
    {'k', "kind", OPT_TEXT, FIELD(machine_due_args, kind), "KIND", N_("of this kind only"), NULL},
    {0, "fail-on", OPT_CHOICE, FIELD(machine_due_args, fail_on), "SEVERITY",
     N_("exit 1 from this severity on (warning)"), machine_severities},
    {0},
};
static const struct opt downtime_options[] = {
    {'f', "from", OPT_DAY, FIELD(downtime_args, from), "DAY", N_("first day (thirty days before)"),
     NULL},
    {'t', "to", OPT_DAY, FIELD(downtime_args, to), "DAY", N_("the day after the last (tomorrow)"),
     NULL},
    {0},
};

/* ---- faults ---- */

static const struct opt fault_options[] = {
    {'w', "what", OPT_TEXT, FIELD(fault_args, what), "TEXT", N_("what is wrong with it"), NULL},
    {0, "at", OPT_MOMENT, FIELD(fault_args, at), "TIME", N_("since when it stands still (now)"),
     NULL},
    {0, "staff", OPT_TEXT, FIELD(fault_args, staff), "STAFF",
     N_("who reports it (whose account this is)"), NULL},
    {0},
};
static const struct operand fault_operands[] = {
    {"EQUIPMENT", false, false, FIELD(fault_args, equipment), N_("code of the machine"), NULL},
    {0},
};
static const struct opt repair_options[] = {
    {0, "by", OPT_TEXT, FIELD(fault_args, by), "TEXT", N_("the firm that repairs it"), NULL},
    {0, "staff", OPT_TEXT, FIELD(fault_args, staff), "STAFF", N_("or who of the staff"), NULL},
    {0, "at", OPT_MOMENT, FIELD(fault_args, at), "TIME", N_("when it began (now)"), NULL},
    {0, "note", OPT_TEXT, FIELD(fault_args, note), "TEXT", N_("a note"), NULL},
    {0},
};
static const struct opt repaired_options[] = {
    {0, "verified-by", OPT_TEXT, FIELD(fault_args, verified_by), "STAFF",
     N_("who found it good, and did not repair it"), NULL},
    {0, "recalibrate", OPT_FLAG, FIELD(fault_args, recalibrate), NULL,
     N_("it must be calibrated before it is used"), NULL},
    {0, "at", OPT_MOMENT, FIELD(fault_args, at), "TIME", N_("when it was good again (now)"), NULL},
    {0, "cost", OPT_MONEY, FIELD(fault_args, cost), "YUAN", N_("what it cost"), NULL},
    {0, "note", OPT_TEXT, FIELD(fault_args, note), "TEXT", N_("what was done"), NULL},
    {0},
};
static const struct operand repair_operands[] = {
    {"FAULT", false, false, FIELD(fault_args, fault), N_("number of the fault"), NULL},
    {0},
};
static const struct opt fault_list_options[] = {
    {0, "open", OPT_FLAG, FIELD(fault_list_args, open), NULL, N_("only open or in repair"), NULL},
    {0, "state", OPT_CHOICE, FIELD(fault_list_args, state), "STATE", N_("in this state only"),
     fault_states},
    {'f', "from", OPT_DAY, FIELD(fault_list_args, from), "DAY", N_("first day"), NULL},
    {'t', "to", OPT_DAY, FIELD(fault_list_args, to), "DAY", N_("the day after the last"), NULL},
    {0},
};
static const struct operand fault_list_operands[] = {
    {"EQUIPMENT", true, false, FIELD(fault_list_args, equipment), N_("code of the machine (all)"),
     NULL},
    {0},
};

/* ---- upkeep ---- */

#define UPKEEP_COST                                                                                \
    {                                                                                              \
        0, "cost", OPT_MONEY, FIELD(upkeep_args, cost), "YUAN", N_("what it cost"), NULL           \
    }
#define UPKEEP_DONE                                                                                \
    {                                                                                              \
        0, "done", OPT_DAY, FIELD(upkeep_args, done), "DAY", N_("when it was done (today)"), NULL  \
    }
static const struct opt plan_task_options[] = {
    {0, "every", OPT_INT, FIELD(upkeep_args, every), "DAYS", N_("how often"), NULL},
    {'f', "from", OPT_DAY, FIELD(upkeep_args, from), "DAY",
     N_("counted from this day, until it was done once (today)"), NULL},
    {0, "says", OPT_TEXT, FIELD(upkeep_args, says), "TEXT", N_("what is done"), NULL},
    {0, "blocks", OPT_CHOICE, FIELD(upkeep_args, blocks), "YES|NO",
     N_("the machine is not used while it is overdue (no)"), machine_yes_no},
    {0, "active", OPT_CHOICE, FIELD(upkeep_args, active), "YES|NO",
     N_("whether it is still planned (yes)"), machine_yes_no},
    {0},
};
static const struct operand task_operands[] = {
    {"EQUIPMENT", false, false, FIELD(upkeep_args, equipment), N_("code of the machine"), NULL},
    {"TASK", false, false, FIELD(upkeep_args, task), N_("word for the task: 周保, 季检"), NULL},
    {0},
};
static const struct opt maintain_options[] = {
    UPKEEP_DONE,
    {0, "staff", OPT_TEXT, FIELD(upkeep_args, staff), "STAFF",
     N_("who did it (whose account this is)"), NULL},
    {0, "body", OPT_TEXT, FIELD(upkeep_args, body), "TEXT", N_("the firm that did it"), NULL},
    {0, "fault", OPT_TEXT, FIELD(upkeep_args, fault), "TEXT",
     N_("what was found wrong: it becomes a fault"), NULL},
    UPKEEP_COST,
    {0, "note", OPT_TEXT, FIELD(upkeep_args, note), "TEXT", N_("a note"), NULL},
    {0},
};
static const struct opt calibrate_options[] = {
    {0, "body", OPT_TEXT, FIELD(upkeep_args, body), "TEXT", N_("who calibrated it (检定机构)"),
     NULL},
    {0, "certificate", OPT_TEXT, FIELD(upkeep_args, certificate), "NUMBER",
     N_("number of the certificate"), NULL},
    UPKEEP_DONE,
    {'t', "to", OPT_DAY, FIELD(upkeep_args, to), "DAY",
     N_("the last day that it holds (by --calibrate-months of the file)"), NULL},
    {0, "failed", OPT_FLAG, FIELD(upkeep_args, failed), NULL, N_("it did not pass"), NULL},
    UPKEEP_COST,
    {0},
};
static const struct operand upkeep_operands[] = {
    {"EQUIPMENT", false, false, FIELD(upkeep_args, equipment), N_("code of the machine"), NULL},
    {0},
};
static const struct opt retire_options[] = {
    {0, "way", OPT_CHOICE, FIELD(retire_args, way), "WAY", N_("what becomes of it"), retire_ways},
    {0, "to", OPT_TEXT, FIELD(retire_args, to), "TEXT", N_("to whom it is sold or returned"), NULL},
    {'r', "reason", OPT_TEXT, FIELD(retire_args, reason), "TEXT", N_("why"), NULL},
    {0},
};
static const struct operand retire_operands[] = {
    {"EQUIPMENT", false, false, FIELD(retire_args, equipment), N_("code of the machine"), NULL},
    {0},
};

#endif
