/*
 * options_supply: the option tables of the verbs that bring goods in. Included once, by bin/medi-stock.c.
 */
#ifndef MEDI_BIN_STOCK_OPTIONS_SUPPLY_H
#define MEDI_BIN_STOCK_OPTIONS_SUPPLY_H

#include "bin/stock/verbs_supply.h"

static const char *const supply_yes_no[] = {"yes", "no", NULL};
static const char *const item_kinds[] = {"drug", "consumable", "implant", "device", NULL};
static const char *const storages[] = {"ambient", "cool", "cold", "frozen", NULL};
static const char *const order_states[] = {"draft", "approved", "closed", "cancelled", NULL};
static const char *const receipt_states[] = {"accepted", "refused", NULL};
static const char *const paper_severities[] = {"warning", "error", NULL};

/* ---- items ---- */

static const struct opt item_options[] = {
    {0, "name", OPT_TEXT, FIELD(item_args, name), "TEXT", N_("name of the item"), NULL},
    {'k', "kind", OPT_CHOICE, FIELD(item_args, kind), "KIND", N_("what it is"), item_kinds},
    {0, "registration", OPT_TEXT, FIELD(item_args, registration), "NUMBER",
     N_("its registration number: 国药准字…"), NULL},
    {0, "gtin", OPT_TEXT, FIELD(item_args, gtin), "DIGITS", N_("the number in its bar code"), NULL},
    {0, "spec", OPT_TEXT, FIELD(item_args, spec), "TEXT",
     N_("its specification, as the label says it"), NULL},
    {0, "unit", OPT_TEXT, FIELD(item_args, unit), "WORD", N_("the smallest unit: U, 支, 0.01ml"),
     NULL},
    {0, "vial-unit", OPT_TEXT, FIELD(item_args, vial_unit), "WORD", N_("what is opened: 瓶, 支"),
     NULL},
    {0, "vial-size", OPT_INT, FIELD(item_args, vial_size), "N",
     N_("smallest units in what is opened"), NULL},
    {0, "pack-unit", OPT_TEXT, FIELD(item_args, pack_unit), "WORD", N_("what is bought: 盒"), NULL},
    {0, "pack-size", OPT_INT, FIELD(item_args, pack_size), "N",
     N_("smallest units in what is bought"), NULL},
    {0, "storage", OPT_CHOICE, FIELD(item_args, storage), "WORD", N_("how it is kept (ambient)"),
     storages},
    {0, "open-hours", OPT_INT, FIELD(item_args, open_hours), "HOURS",
     N_("how long it may be used once opened"), NULL},
    {0, "remaining-days", OPT_INT, FIELD(item_args, remaining_days), "DAYS",
     N_("so much of its life is left when it is received (stock.remaining_days)"), NULL},
    {0, "category", OPT_TEXT, FIELD(item_args, category), "CATEGORY",
     N_("category of papers (by number and kind)"), NULL},
    {0, "controlled", OPT_CHOICE, FIELD(item_args, controlled), "YES|NO",
     N_("two people are needed for it (no)"), supply_yes_no},
    {0, "temp-min", OPT_TEXT, FIELD(item_args, temp_min), "DEGREES",
     N_("lowest temperature on its own label"), NULL},
    {0, "temp-max", OPT_TEXT, FIELD(item_args, temp_max), "DEGREES",
     N_("highest temperature on its own label"), NULL},
    {0, "excursion-minutes", OPT_INT, FIELD(item_args, excursion_minutes), "MINUTES",
     N_("it may be out of them for so long, by its maker's stability data (0)"), NULL},
    {0, "excursion-min", OPT_TEXT, FIELD(item_args, excursion_min), "DEGREES",
     N_("and never below this"), NULL},
    {0, "excursion-max", OPT_TEXT, FIELD(item_args, excursion_max), "DEGREES",
     N_("and never above this"), NULL},
    {0},
};
static const struct operand item_operands[] = {
    {"ITEM", false, false, FIELD(item_args, item), N_("code of the item, or a scanned label"),
     NULL},
    {0},
};
static const struct operand item_add_operands[] = {
    {"ITEM", false, false, FIELD(item_args, item), N_("code of the item"), NULL},
    {0},
};
static const struct opt item_list_options[] = {
    {'k', "kind", OPT_CHOICE, FIELD(item_list_args, kind), "KIND", N_("of this kind only"),
     item_kinds},
    {0, "storage", OPT_CHOICE, FIELD(item_list_args, storage), "WORD", N_("only what is kept so"),
     storages},
    {0, "controlled", OPT_FLAG, FIELD(item_list_args, controlled), NULL,
     N_("only what needs two people"), NULL},
    {0},
};
static const struct operand item_show_operands[] = {
    {"ITEM", false, false, FIELD(item_show_args, item), N_("code of the item, or a scanned label"),
     NULL},
    {0},
};
static const struct opt level_options[] = {
    {0, "min", OPT_INT, FIELD(level_args, min), "N",
     N_("it is low below this, in the smallest unit"), NULL},
    {0, "target", OPT_INT, FIELD(level_args, target), "N", N_("it is ordered up to this"), NULL},
    {0},
};
static const struct operand level_operands[] = {
    {"ITEM", false, false, FIELD(level_args, item), N_("code of the item, or a scanned label"),
     NULL},
    {0},
};

static const struct opt label_options[] = {
    {0, "holds", OPT_TEXT, FIELD(label_args, holds), "QUANTITY",
     N_("how much of the item is in a package that has it: 1, 2盒, 10 vial"), NULL},
    {0, "drop", OPT_FLAG, FIELD(label_args, drop), NULL,
     N_("it stands on packages of the item no more"), NULL},
    {0},
};
static const struct operand label_operands[] = {
    {"ITEM", false, false, FIELD(label_args, item), N_("code of the item, or a scanned label"),
     NULL},
    {"CODE", false, false, FIELD(label_args, code),
     N_("what a scanner reads off the package, or the product number alone; - for stdin"), NULL},
    {0},
};
/* ---- suppliers and papers ---- */

static const struct opt supplier_options[] = {
    {0, "name", OPT_TEXT, FIELD(supplier_args, name), "TEXT", N_("name of the supplier"), NULL},
    {0, "contact", OPT_TEXT, FIELD(supplier_args, contact), "TEXT", N_("whom to ask for"), NULL},
    {0, "phone", OPT_TEXT, FIELD(supplier_args, phone), "NUMBER", N_("phone number"), NULL},
    {0, "active", OPT_CHOICE, FIELD(supplier_args, active), "YES|NO",
     N_("whether anything is ordered there (yes)"), supply_yes_no},
    {0},
};
static const struct operand supplier_operands[] = {
    {"SUPPLIER", false, false, FIELD(supplier_args, supplier), N_("code of the supplier"), NULL},
    {0},
};
static const struct opt supplier_list_options[] = {
    {'a', "all", OPT_FLAG, FIELD(supplier_list_args, all), NULL,
     N_("also where nothing is ordered any more"), NULL},
    {0},
};

static const struct opt paper_options[] = {
    {'k', "kind", OPT_TEXT, FIELD(paper_args, kind), "KIND", N_("what it is: papers.yaml"), NULL},
    {0, "number", OPT_TEXT, FIELD(paper_args, number), "NUMBER", N_("its number"), NULL},
    {0, "item", OPT_TEXT, FIELD(paper_args, item), "ITEM", N_("it covers this item only"), NULL},
    {0, "lots", OPT_TEXT, FIELD(paper_args, lots), "LOTS", N_("and these lots only"), NULL},
    {'f', "from", OPT_DAY, FIELD(paper_args, from), "DAY", N_("its first day"), NULL},
    {'t', "to", OPT_DAY, FIELD(paper_args, to), "DAY", N_("its last day (it has none: 长期)"),
     NULL},
    {0, "proof", OPT_TEXT, FIELD(paper_args, proof), "TEXT", N_("where the copy is"), NULL},
    {0},
};
static const struct operand paper_operands[] = {
    {"SUPPLIER", false, false, FIELD(paper_args, supplier), N_("code of the supplier"), NULL},
    {0},
};
static const struct opt paper_list_options[] = {
    {0, "supplier", OPT_TEXT, FIELD(paper_list_args, supplier), "SUPPLIER",
     N_("of this supplier only"), NULL},
    {'k', "kind", OPT_TEXT, FIELD(paper_list_args, kind), "KIND", N_("of this kind only"), NULL},
    {0},
};
static const struct opt paper_expiring_options[] = {
    {0, "days", OPT_INT, FIELD(paper_expiring_args, days), "N",
     N_("papers that end within N days (60)"), NULL},
    {0, "fail-on", OPT_CHOICE, FIELD(paper_expiring_args, fail_on), "SEVERITY",
     N_("exit 1 from this severity on (warning)"), paper_severities},
    {0},
};

/* ---- orders ---- */

#define ORDER_LINE_OPTION                                                                          \
    {                                                                                              \
        'l', "line", OPT_LIST, FIELD(order_args, lines), "ITEM=QUANTITY@PRICE",                    \
            N_("an item, how much of it (12, 2盒, 3 vial) and the price of one of these"), NULL    \
    }
#define ORDER_DUE_OPTION                                                                           \
    {                                                                                              \
        0, "due", OPT_DAY, FIELD(order_args, due), "DAY", N_("when it is promised for"), NULL      \
    }
#define ORDER_NOTE_OPTION                                                                          \
    {                                                                                              \
        0, "note", OPT_TEXT, FIELD(order_args, note), "TEXT", N_("a note"), NULL                   \
    }
static const struct opt order_add_options[] = {
    ORDER_LINE_OPTION,
    ORDER_DUE_OPTION,
    ORDER_NOTE_OPTION,
    {0, "code", OPT_TEXT, FIELD(order_args, code), "CODE", N_("its number (default: made)"), NULL},
    {0},
};
static const struct operand order_add_operands[] = {
    {"SUPPLIER", false, false, FIELD(order_args, supplier), N_("code of the supplier"), NULL},
    {0},
};
static const struct opt order_edit_options[] = {
    ORDER_LINE_OPTION,
    {0, "drop", OPT_LIST, FIELD(order_args, drop), "ITEM", N_("take this item out"), NULL},
    ORDER_DUE_OPTION,
    ORDER_NOTE_OPTION,
    {0},
};
static const struct opt order_approve_options[] = {
    {0, "reason", OPT_TEXT, FIELD(order_args, reason), "TEXT", N_("why, for the second person"),
     NULL},
    {0},
};
static const struct opt order_end_options[] = {
    {0, "reason", OPT_TEXT, FIELD(order_args, reason), "TEXT", N_("why"), NULL},
    {0},
};
static const struct operand order_operands[] = {
    {"ORDER", false, false, FIELD(order_args, order), N_("code of the order"), NULL},
    {0},
};
static const struct opt order_list_options[] = {
    {0, "supplier", OPT_TEXT, FIELD(order_list_args, supplier), "SUPPLIER",
     N_("at this supplier only"), NULL},
    {0, "state", OPT_CHOICE, FIELD(order_list_args, state), "STATE", N_("in this state only"),
     order_states},
    {0, "late", OPT_FLAG, FIELD(order_list_args, late), NULL, N_("only those that are overdue"),
     NULL},
    {0},
};

/* ---- receiving ---- */

#define RECEIVE_OPTIONS                                                                            \
    {'l',                                                                                          \
     "line",                                                                                       \
     OPT_LIST,                                                                                     \
     FIELD(receive_args, lines),                                                                   \
     "ITEM=QUANTITY@LOT[,NAME=VALUE...]",                                                          \
     N_("what came: an item, how much, its lot; made, expires, price, spec, registration, place"), \
     NULL},                                                                                        \
        {0,        "scan",                                                                         \
         OPT_FILE, FIELD(receive_args, scan),                                                      \
         "FILE",   N_("what a scanner read off the packages, one code a line; - for stdin"),       \
         NULL},                                                                                    \
        {0,                                                                                        \
         "temperature",                                                                            \
         OPT_LIST,                                                                                 \
         FIELD(receive_args, temperatures),                                                        \
         "[STORAGE=]FILE",                                                                         \
         N_("the record of the temperature logger"),                                               \
         NULL},                                                                                    \
        {0,          "shipped",                                                                    \
         OPT_MOMENT, FIELD(receive_args, shipped),                                                 \
         "TIME",     N_("when the supplier sent it off"),                                          \
         NULL},                                                                                    \
        {0, "at", OPT_MOMENT, FIELD(receive_args, at), "TIME", N_("when it arrived (now)"), NULL}, \
        {0,        "delivery",                                                                     \
         OPT_TEXT, FIELD(receive_args, delivery),                                                  \
         "NUMBER", N_("number of the delivery note (随货同行单)"),                                 \
         NULL},                                                                                    \
        {0,        "staff",                                                                        \
         OPT_TEXT, FIELD(receive_args, staff),                                                     \
         "STAFF",  N_("who receives it (default: whose account this is)"),                         \
         NULL},                                                                                    \
        {0, "note", OPT_TEXT, FIELD(receive_args, note), "TEXT", N_("a note"), NULL},              \
    {                                                                                              \
        0, "code", OPT_TEXT, FIELD(receive_args, code), "CODE", N_("its number (default: made)"),  \
            NULL                                                                                   \
    }
static const struct opt receive_options[] = {
    RECEIVE_OPTIONS,
    {0, "reject", OPT_FLAG, FIELD(receive_args, reject), NULL,
     N_("if it is refused, write the refusal"), NULL},
    {0},
};
static const struct opt reject_options[] = {
    RECEIVE_OPTIONS,
    {0, "reason", OPT_TEXT, FIELD(receive_args, reason), "TEXT",
     N_("what is wrong with it, beside what is found"), NULL},
    {0},
};
static const struct operand receive_operands[] = {
    {"ORDER", false, false, FIELD(receive_args, order), N_("code of the order"), NULL},
    {0},
};
static const struct opt receipt_list_options[] = {
    {0, "supplier", OPT_TEXT, FIELD(receipt_list_args, supplier), "SUPPLIER",
     N_("of this supplier only"), NULL},
    {0, "state", OPT_CHOICE, FIELD(receipt_list_args, state), "STATE",
     N_("accepted or refused only"), receipt_states},
    {'f', "from", OPT_DAY, FIELD(receipt_list_args, from), "DAY", N_("first day"), NULL},
    {'t', "to", OPT_DAY, FIELD(receipt_list_args, to), "DAY", N_("the day after the last"), NULL},
    {0},
};
static const struct operand receipt_operands[] = {
    {"RECEIPT", false, false, FIELD(receipt_args, receipt), N_("code of the receipt"), NULL},
    {0},
};
static const struct opt temperature_options[] = {
    {0, "storage", OPT_CHOICE, FIELD(temperature_args, storage), "WORD",
     N_("limits of this storage class (cold)"), storages},
    {0, "min", OPT_TEXT, FIELD(temperature_args, min), "DEGREES", N_("lowest temperature, instead"),
     NULL},
    {0, "max", OPT_TEXT, FIELD(temperature_args, max), "DEGREES",
     N_("highest temperature, instead"), NULL},
    {0, "allow-minutes", OPT_INT, FIELD(temperature_args, allow_minutes), "N",
     N_("so long out of them is allowed in sum (0)"), NULL},
    {0, "ever-min", OPT_TEXT, FIELD(temperature_args, ever_min), "DEGREES",
     N_("but never below this"), NULL},
    {0, "ever-max", OPT_TEXT, FIELD(temperature_args, ever_max), "DEGREES",
     N_("but never above this"), NULL},
    {0, "kinetic", OPT_TEXT, FIELD(temperature_args, kinetic), "DEGREES",
     N_("limit of the mean kinetic temperature"), NULL},
    {0, "energy", OPT_INT, FIELD(temperature_args, energy), "JOULE",
     N_("activation energy a mole (83144)"), NULL},
    {0, "gap-minutes", OPT_INT, FIELD(temperature_args, gap_minutes), "N",
     N_("a longer silence is an alarm"), NULL},
    {0, "shipped", OPT_MOMENT, FIELD(temperature_args, shipped), "TIME", N_("when it was sent off"),
     NULL},
    {0, "arrived", OPT_MOMENT, FIELD(temperature_args, arrived), "TIME", N_("when it arrived"),
     NULL},
    {0},
};
static const struct operand temperature_operands[] = {
    {"FILE", false, false, FIELD(temperature_args, file), N_("what the logger wrote, - for stdin"),
     "file"},
    {0},
};

#endif
