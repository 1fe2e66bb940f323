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

/* ---- how it comes ---- */

static const char *const request_states[] = {"open", "chosen", "accepted", "dropped", NULL};

static const struct opt machine_request_options[] = {
    {0, "name", OPT_TEXT, FIELD(buy_args, name), "TEXT", N_("what is asked for"), NULL},
    {'k', "kind", OPT_TEXT, FIELD(buy_args, kind), "KIND",
     N_("what it is, as projects ask for it (--device-kind)"), NULL},
    {0, "item", OPT_TEXT, FIELD(buy_args, item), "ITEM",
     N_("the device of the catalogue that it is"), NULL},
    {'r', "reason", OPT_TEXT, FIELD(buy_args, reason), "TEXT", N_("why"), NULL},
    {0, "budget", OPT_MONEY, FIELD(buy_args, budget), "YUAN", N_("what it may cost"), NULL},
    {0, "needed", OPT_DAY, FIELD(buy_args, needed), "DAY", N_("when it is needed"), NULL},
    {0, "staff", OPT_TEXT, FIELD(buy_args, staff), "STAFF", N_("who asks (whose account this is)"),
     NULL},
    {0, "code", OPT_TEXT, FIELD(buy_args, code), "CODE", N_("its number (default: made)"), NULL},
    {0},
};
static const struct opt machine_requests_options[] = {
    {0, "state", OPT_CHOICE, FIELD(buy_list_args, state), "STATE", N_("in this state only"),
     request_states},
    {0},
};
static const struct opt machine_offer_options[] = {
    {0, "model", OPT_TEXT, FIELD(machine_offer_args, model), "TEXT", N_("its model"), NULL},
    {0, "maker", OPT_TEXT, FIELD(machine_offer_args, maker), "TEXT", N_("who made it"), NULL},
    {0, "registration", OPT_TEXT, FIELD(machine_offer_args, registration), "NUMBER",
     N_("its registration number: 国械注准…"), NULL},
    {0, "price", OPT_MONEY, FIELD(machine_offer_args, price), "YUAN", N_("what it costs"), NULL},
    {0, "warranty-months", OPT_INT, FIELD(machine_offer_args, warranty_months), "N",
     N_("how long it is guaranteed"), NULL},
    {0, "delivery-days", OPT_INT, FIELD(machine_offer_args, delivery_days), "N",
     N_("from the order until it stands here"), NULL},
    {0, "service", OPT_TEXT, FIELD(machine_offer_args, service), "TEXT",
     N_("what service is promised"), NULL},
    {0, "service-cost", OPT_MONEY, FIELD(machine_offer_args, service_cost), "YUAN",
     N_("what its upkeep costs a year, after the guarantee (0)"), NULL},
    {0, "life-months", OPT_INT, FIELD(machine_offer_args, life_months), "N",
     N_("how long its maker lets it be used (使用期限)"), NULL},
    {0, "until", OPT_DAY, FIELD(machine_offer_args, until), "DAY",
     N_("the last day that the offer holds"), NULL},
    {0, "note", OPT_TEXT, FIELD(machine_offer_args, note), "TEXT", N_("a note"), NULL},
    {0},
};
static const struct operand machine_offer_operands[] = {
    {"REQUEST", false, false, FIELD(machine_offer_args, request), N_("number of the request"),
     NULL},
    {"SUPPLIER", false, false, FIELD(machine_offer_args, supplier), N_("code of the supplier"),
     NULL},
    {0},
};
static const struct operand buy_operands[] = {
    {"REQUEST", false, false, FIELD(buy_args, request), N_("number of the request"), NULL},
    {0},
};
static const struct operand choose_operands[] = {
    {"REQUEST", false, false, FIELD(buy_args, request), N_("number of the request"), NULL},
    {"SUPPLIER", false, false, FIELD(buy_args, supplier), N_("code of the supplier"), NULL},
    {0},
};
static const struct opt choose_options[] = {
    {'r', "reason", OPT_TEXT, FIELD(buy_args, reason), "TEXT", N_("why"), NULL},
    {0},
};
static const struct opt accept_options[] = {
    {0, "code", OPT_TEXT, FIELD(accept_args, code), "CODE", N_("code of the machine"), NULL},
    {0, "model", OPT_TEXT, FIELD(accept_args, model), "TEXT", N_("the model on its label"), NULL},
    {0, "registration", OPT_TEXT, FIELD(accept_args, registration), "NUMBER",
     N_("the registration number on its label"), NULL},
    {0, "serial", OPT_TEXT, FIELD(accept_args, serial), "NUMBER",
     N_("the serial number on its label"), NULL},
    {0, "price", OPT_MONEY, FIELD(accept_args, price), "YUAN", N_("what the invoice says"), NULL},
    {0, "delivery", OPT_TEXT, FIELD(accept_args, delivery), "NUMBER",
     N_("number of the delivery note (随货同行单)"), NULL},
    {0, "quality-paper", OPT_TEXT, FIELD(accept_args, quality_paper), "TEXT",
     N_("its certificate of conformity (合格证明)"), NULL},
    {0, "manual", OPT_TEXT, FIELD(accept_args, manual), "TEXT",
     N_("where its manual in Chinese lies"), NULL},
    {0, "accessories", OPT_TEXT, FIELD(accept_args, accessories), "TEXT",
     N_("what came with it, all of the packing list"), NULL},
    {0, "trial", OPT_TEXT, FIELD(accept_args, trial), "TEXT", N_("how it ran on trial"), NULL},
    {0, "calibrate", OPT_CHOICE, FIELD(accept_args, calibrate), "YES|NO",
     N_("it must be in calibration to be used (yes)"), machine_yes_no},
    {0, "calibrate-months", OPT_INT, FIELD(accept_args, calibrate_months), "N",
     N_("so long a calibration holds, unless its paper says otherwise"), NULL},
    {0, "body", OPT_TEXT, FIELD(accept_args, body), "TEXT", N_("who calibrated it (检定机构)"),
     NULL},
    {0, "certificate", OPT_TEXT, FIELD(accept_args, certificate), "NUMBER",
     N_("number of the certificate"), NULL},
    {'t', "to", OPT_DAY, FIELD(accept_args, to), "DAY",
     N_("the last day that it holds (by --calibrate-months of the file)"), NULL},
    {0, "room", OPT_TEXT, FIELD(accept_args, room), "TEXT", N_("where it stands"), NULL},
    {0, "owner", OPT_TEXT, FIELD(accept_args, owner), "STAFF", N_("who is responsible for it"),
     NULL},
    {0, "staff", OPT_TEXT, FIELD(accept_args, staff), "STAFF",
     N_("who accepts it (whose account this is)"), NULL},
    {0, "reject", OPT_FLAG, FIELD(accept_args, reject), NULL,
     N_("write a refusal down as a record"), NULL},
    {'r', "reason", OPT_TEXT, FIELD(accept_args, reason), "TEXT",
     N_("with --reject: what else is wrong with it"), NULL},
    {0},
};
static const struct operand accept_operands[] = {
    {"REQUEST", false, false, FIELD(accept_args, request), N_("number of the request"), NULL},
    {0},
};

/* ---- the emergency kit ---- */

static const struct opt emergency_options[] = {
    {0, "days", OPT_INT, FIELD(emergency_args, days), "N",
     N_("what ends within N days (stock.equipment_days)"), NULL},
    {0, "place", OPT_TEXT, FIELD(emergency_args, place), "PLACE",
     N_("where it stands (stock.emergency_place)"), NULL},
    {0, "fault-hours", OPT_INT, FIELD(emergency_args, fault_hours), "N",
     N_("faults of its machines that have stood for N hours (0)"), NULL},
    {0, "fail-on", OPT_CHOICE, FIELD(emergency_args, fail_on), "SEVERITY",
     N_("exit 1 from this severity on (warning)"), machine_severities},
    {0},
};
static const struct opt emergency_set_options[] = {
    {0, "quantity", OPT_INT, FIELD(emergency_set_args, quantity), "N",
     N_("how much of it, in the smallest unit; 0: no more"), NULL},
    {0},
};
static const struct operand emergency_set_operands[] = {
    {"ITEM", false, false, FIELD(emergency_set_args, item),
     N_("code of the item, or a scanned label"), NULL},
    {0},
};

#endif
