#include "supply/units.h"

#include <string.h>

#include "db/sql.h"

/* ---- an item --------------------------------------------------------------------------------- */

enum {
    ID,
    CODE,
    NAME,
    KIND,
    UNIT,
    PACK_UNIT,
    VIAL_UNIT,
    PACK_SIZE,
    VIAL_SIZE,
    REGISTRATION,
    SPEC,
    STORAGE,
    CATEGORY,
    CONTROLLED,
    REMAINING,
    TEMP_MIN,
    TEMP_MAX,
    MINUTES,
    LOWEST,
    HIGHEST
};

static bool
has(struct db_stmt *stmt, int column)
{
    return db_get(stmt, column).type == DB_INT;
}

static void
read_item(struct db_stmt *stmt, struct arena *arena, struct supply_item *item)
{
    *item = (struct supply_item){
        .id = db_get_int(stmt, ID),
        .code = db_keep_text(stmt, CODE, arena),
        .name = db_keep_text(stmt, NAME, arena),
        .kind = db_keep_text(stmt, KIND, arena),
        .unit = db_keep_text(stmt, UNIT, arena),
        .pack_unit = db_keep_text(stmt, PACK_UNIT, arena),
        .vial_unit = db_keep_text(stmt, VIAL_UNIT, arena),
        .pack_size = db_get_int(stmt, PACK_SIZE),
        .vial_size = db_get_int(stmt, VIAL_SIZE),
        .registration_no = db_keep_text(stmt, REGISTRATION, arena),
        .spec = db_keep_text(stmt, SPEC, arena),
        .storage = db_keep_text(stmt, STORAGE, arena),
        .category = db_keep_text(stmt, CATEGORY, arena),
        .controlled = db_get_int(stmt, CONTROLLED) != 0,
        .remaining_days = has(stmt, REMAINING) ? db_get_int(stmt, REMAINING) : -1,
        .has_temp_min = has(stmt, TEMP_MIN),
        .has_temp_max = has(stmt, TEMP_MAX),
        .temp_min = db_get_int(stmt, TEMP_MIN),
        .temp_max = db_get_int(stmt, TEMP_MAX),
        .excursion_minutes = db_get_int(stmt, MINUTES),
        .has_excursion_min = has(stmt, LOWEST),
        .has_excursion_max = has(stmt, HIGHEST),
        .excursion_min = db_get_int(stmt, LOWEST),
        .excursion_max = db_get_int(stmt, HIGHEST),
    };
}

int
supply_item_find(struct db *db, struct arena *arena, const char *code, struct supply_item *item,
                 struct err *err)
{
    struct db_value value = db_text(code);
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_SUPPLY_ITEM_GET, &value, 1, err);
    if (found <= 0)
        return found < 0
                   ? -1
                   : err_set(err, ERR_DATA,
                             _("%s: no such item; list them with: medi-stock item list"), code);
    read_item(stmt, arena, item);
    db_finish(stmt);
    return 0;
}

/* ---- amounts --------------------------------------------------------------------------------- */

static bool
is_word(const char *text, size_t length, const char *word)
{
    return word && strlen(word) == length && memcmp(text, word, length) == 0;
}

/* How many smallest units a word is; 0: it is none of the item's. */
static int64_t
size_of(const struct supply_item *item, const char *word, size_t length)
{
    if (length == 0 || is_word(word, length, item->unit) || is_word(word, length, "unit"))
        return 1;
    if (is_word(word, length, item->pack_unit) || is_word(word, length, "pack"))
        return item->pack_size;
    if (is_word(word, length, item->vial_unit) || is_word(word, length, "vial"))
        return item->vial_size;
    return 0;
}

static int
unknown_word(const struct supply_item *item, const char *word, int length, struct err *err)
{
    return err_set(err, ERR_DATA, _("%s: is not counted in %.*s; its units are %s%s%s%s%s"),
                   item->code, length, word, item->unit, item->vial_size ? ", " : "",
                   item->vial_size ? (item->vial_unit ? item->vial_unit : "vial") : "",
                   item->pack_size ? ", " : "",
                   item->pack_size ? (item->pack_unit ? item->pack_unit : "pack") : "");
}

int
supply_amount(const struct supply_item *item, const char *text, size_t length, int64_t *count,
              int64_t *size, struct err *err)
{
    size_t at = 0;
    *count = 0;
    while (at < length && text[at] >= '0' && text[at] <= '9' && *count < 1000000000)
        *count = *count * 10 + (text[at++] - '0');
    if (at == 0 || *count >= 1000000000 || (at < length && text[at] == '.'))
        return err_set(err, ERR_DATA,
                       _("%s: %.*s: must be a whole number from 1 to 999999999 of %s"), item->code,
                       (int)length, text, item->unit);
    while (at < length && text[at] == ' ')
        at++;
    *size = size_of(item, text + at, length - at);
    if (*size == 0)
        return unknown_word(item, text + at, (int)(length - at), err);
    if (*count == 0)
        return err_set(err, ERR_DATA, _("%s: a quantity must be above zero"), item->code);
    return 0;
}

int
supply_sizes(int64_t pack_size, int64_t vial_size, struct err *err)
{
    if (pack_size <= 0 || vial_size <= 0 || pack_size % vial_size == 0)
        return 0;
    return err_set(err, ERR_DATA, _("a pack of %lld is no whole number of vials of %lld"),
                   (long long)pack_size, (long long)vial_size);
}
