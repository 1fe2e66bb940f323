#include "record/code.h"

#include <string.h>

#include "base/day.h"
#include "db/relation.h"

/* By table. No two have the same, that a person sees what a number is of. */
static const struct {
    const char *table, *letters;
} known[] = {
    {"client", "K"},      {"lead", "L"},          {"project", "P"},
    {"package", "TC"},    {"consent_form", "F"},  {"partner", "HZ"},
    {"voucher", "VO"},    {"review", "R"},        {"appointment", "A"},
    {"visit", "V"},       {"consultation", "C"},  {"notice", "N"},
    {"objection", "Q"},   {"plan", "PL"},         {"contract", "HT"},
    {"payment", "PAY"},   {"prepaid", "B"},       {"assessment", "AS"},
    {"exam", "EX"},       {"signature", "SG"},    {"product_check", "PC"},
    {"treatment", "T"},   {"amendment", "AM"},    {"care", "CA"},
    {"evaluation", "EV"}, {"adverse", "AE"},      {"stock_move", "M"},
    {"vial", "VI"},       {"equipment", "EQ"},    {"calibration", "CL"},
    {"complaint", "CP"},  {"touch", "TP"},        {"event", "EN"},
    {"album", "AL"},      {"training", "TR"},     {"purchase", "PO"},
    {"receipt", "RC"},    {"disposal", "XH"},     {"lot_state", "LS"},
    {"transfer", "TF"},   {"reservation", "RS"},  {"stocktake", "SC"},
    {"fault", "GZ"},      {"maintenance", "BY"},  {"equipment_request", "SQ"},
    {"acceptance", "YS"}, {"followup", "SF"},     {"equipment_refusal", "JS"},
    {"journal", "TZ"},    {"journal_duty", "TY"}, {"hold", "FC"},
};

static const char *
letters_of(const char *table)
{
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (strcmp(known[i].table, table) == 0)
            return known[i].letters;
    return "X";
}

struct numbers {
    struct lookup *lookup;
    struct arena *arena;
    int64_t store_id;
    const char *front; /* V20261128- */
};

static const char *
numbered(const struct numbers *numbers, int64_t number)
{
    return arena_printf(numbers->arena, "%s%04lld", numbers->front, (long long)number);
}

/* 1 taken, 0 free, -1. */
static int
is_taken(const struct numbers *numbers, int64_t number, struct err *err)
{
    const char *code = numbered(numbers, number);
    int64_t id;
    int found = lookup_find(numbers->lookup, numbers->store_id, code, strlen(code), &id, err);
    return found > 0 ? 1 : found;
}

/* Doubles until a number is free, then halves: a day of a thousand records takes twenty looks. */
static int
find_free(const struct numbers *numbers, int64_t *number, struct err *err)
{
    int64_t taken = 0, open = 1;
    int step;
    while ((step = is_taken(numbers, open, err)) == 1) {
        taken = open;
        open *= 2;
    }
    while (step >= 0 && open - taken > 1) {
        int64_t middle = taken + (open - taken) / 2;
        step = is_taken(numbers, middle, err);
        if (step == 1)
            taken = middle;
        else
            open = middle;
    }
    *number = open;
    return step < 0 ? -1 : 0;
}

int
code_make(struct db *db, struct arena *arena, const char *table, int64_t store_id, int64_t day,
          const char **code, struct err *err)
{
    struct numbers numbers = {.arena = arena, .store_id = store_id};
    struct civil civil;
    int64_t number;
    day_to_civil(day, &civil);
    numbers.front = arena_printf(arena, "%s%04d%02d%02d-", letters_of(table), civil.year,
                                 civil.month, civil.day);
    const struct lookup_spec spec = {.table = table, .column = "code", .of_store = store_id != 0};
    if (lookup_open(&numbers.lookup, db, arena, &spec, err) < 0)
        return -1;
    int result = find_free(&numbers, &number, err);
    if (result == 0)
        *code = numbered(&numbers, number);
    lookup_close(numbers.lookup);
    return result;
}
