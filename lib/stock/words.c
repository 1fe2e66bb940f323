/* What a person writes of quantities, and what is said of what cannot be taken. */
#include "stock/words.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "db/sql.h"
#include "stock/label.h"

/* ---- quantities --------------------------------------------------------------------------- */

static int
read_unit(const struct stock_item *item, const char *unit, int64_t *size, struct err *err)
{
    *size = 1;
    if (!*unit || strcmp(unit, item->unit) == 0)
        return 0;
    if (item->pack_unit && item->pack_size > 0 && strcmp(unit, item->pack_unit) == 0) {
        *size = item->pack_size;
        return 0;
    }
    if (*unit == '.' && strspn(unit + 1, "0123456789") > 0)
        return err_set(err, ERR_DATA, _("%s: the smallest unit is one %s; there is no part of it"),
                       item->code, item->unit);
    return item->pack_unit ? err_set(err, ERR_DATA, _("%s: is counted in %s or %s, not in %s"),
                                     item->code, item->unit, item->pack_unit, unit)
                           : err_set(err, ERR_DATA, _("%s: is counted in %s, not in %s"),
                                     item->code, item->unit, unit);
}

int
stock_quantity(const struct stock_item *item, const char *text, bool zero, int64_t *quantity,
               struct err *err)
{
    char *end;
    int64_t size;
    errno = 0;
    long long number = strtoll(text, &end, 10);
    if (end == text || errno || number > INT64_C(1000000000000))
        return err_set(err, ERR_DATA, _("%s: %s: is no quantity"), item->code,
                       *text ? text : "\"\"");
    if (read_unit(item, end, &size, err) < 0)
        return -1;
    if (number < 0 || (number == 0 && !zero))
        return err_set(err, ERR_DATA, _("%s: a quantity must be above zero"), item->code);
    if (number > INT64_C(1000000000000) / size)
        return err_set(err, ERR_DATA, _("%s: %s: is no quantity"), item->code, text);
    *quantity = number * size;
    return 0;
}

bool
stock_words_part(char *text, char **number, char **lot)
{
    char *is = strchr(text, '='), *at = is ? strchr(is, '@') : NULL;
    *lot = NULL;
    if (at)
        *at = '\0';
    is = is ? strrchr(text, '=') : NULL;
    if (!is || is == text || (at && !at[1]))
        return false;
    *is = '\0';
    *number = is + 1;
    *lot = at ? at + 1 : NULL;
    return true;
}

int
stock_words(struct db *db, struct arena *arena, int64_t store_id, int64_t day, const char *text,
            struct stock_words *words, struct err *err)
{
    char *copy = arena_strdup(arena, text), *number, *lot;
    *words = (struct stock_words){0};
    if (!stock_words_part(copy, &number, &lot))
        return err_set(err, ERR_DATA, _("%s: write ITEM=QUANTITY or ITEM=QUANTITY@LOT"), text);
    struct stock_names names = {.item = copy, .lot = lot};
    if (stock_label_names(db, arena, store_id, day, &names, err) < 0 ||
        stock_item_find(db, arena, names.item, &words->item, err) < 0 ||
        stock_quantity(&words->item, number, false, &words->quantity, err) < 0)
        return -1;
    words->lot = names.lot;
    words->unit = names.unit;
    words->lot_said = lot != NULL;
    return names.lot ? stock_lot_find(db, store_id, &words->item, names.lot, &words->lot_id, err)
                     : 0;
}

/* ---- refusals ----------------------------------------------------------------------------- */

int
stock_unusable(const char *lot, enum stock_state state, const char *day, struct err *err)
{
    switch (state) {
    case STOCK_EXPIRED:
        return err_set(err, ERR_DATA, _("lot %s expired on %s"), lot, day);
    case STOCK_RECALLED:
        return err_set(err, ERR_DATA, _("lot %s is recalled"), lot);
    case STOCK_QUARANTINED:
        return err_set(err, ERR_DATA, _("lot %s is in quarantine"), lot);
    case STOCK_OPENED_TOO_LONG:
        return err_set(err, ERR_DATA, _("lot %s was opened too long ago"), lot);
    default:
        return err_set(err, ERR_DATA, _("lot %s was not there then"), lot);
    }
}

/* What there is of it that may not be taken, by its state: "; lot L1 expired on 2026-09-30 (20)". */
static void
add_others(struct str *line, const struct stock_found *found)
{
    for (int state = STOCK_USABLE + 1; state < STOCK_NONE; state++) {
        struct err why = {0};
        char day[16] = "";
        if (!found->other[state].quantity)
            continue;
        if (state == STOCK_EXPIRED)
            day_format(found->other[state].since, day);
        stock_unusable(found->other[state].lot, (enum stock_state)state, day, &why);
        str_addf(line, "; %s (%lld)", why.text, (long long)found->other[state].quantity);
    }
}

int
stock_short(struct arena *arena, const struct stock_item *item, const struct stock_want *want,
            const struct stock_found *found, struct err *err)
{
    struct str line = STR_INIT;
    str_addf(&line, _("%s: %lld %s are wanted, and %lld usable"), item->code,
             (long long)want->quantity, item->unit, (long long)found->usable);
    if (found->reserved)
        str_addf(&line, _("; %lld are reserved"), (long long)found->reserved);
    add_others(&line, found);
    const char *text = arena_strdup(arena, line.text);
    str_release(&line);
    return err_set(err, ERR_DATA, "%s", text);
}
