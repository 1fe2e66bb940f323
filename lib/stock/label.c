#include "stock/label.h"

#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "db/sql.h"

/* ---- a scan ------------------------------------------------------------------------------- */

static const char *
text_of(struct arena *arena, struct scan_text text)
{
    return text.length > 0 ? arena_strndup(arena, text.at, text.length) : NULL;
}

const char *
stock_label_product(struct arena *arena, const struct scan *scan)
{
    if (scan->gtin[0])
        return arena_strdup(arena, scan->gtin);
    if (scan->product.length == 0)
        return NULL;
    if (scan->kind != SCAN_HIBC)
        return text_of(arena, scan->product);
    return arena_printf(arena, "+%.*s%.*s%.*s", (int)scan->owner.length, scan->owner.at,
                        (int)scan->product.length, scan->product.at, (int)scan->unit.length,
                        scan->unit.at);
}

static int64_t
day_of(int64_t day)
{
    return day == SCAN_NO_DAY ? STOCK_NO_DAY : day;
}

/* What is inside, counted as the code says: a case of so many, a logistic unit. */
static int
count(const struct scan *scan, struct stock_label *label, struct err *err)
{
    int64_t times = scan->quantity == SCAN_NO_QUANTITY ? 1 : scan->quantity;
    return __builtin_mul_overflow(label->quantity, times, &label->quantity) ||
                   label->quantity > INT64_C(1000000000000) || label->quantity <= 0
               ? err_set(err, ERR_DATA, _("%s: %lld in one package: is no quantity"), label->item,
                         (long long)times)
               : 1;
}

int
stock_label_of(struct db *db, struct arena *arena, const struct scan *scan,
               struct stock_label *label, struct err *err)
{
    const char *product = stock_label_product(arena, scan);
    const struct db_value value = db_text(product);
    struct db_stmt *stmt;
    *label = (struct stock_label){.lot = text_of(arena, scan->lot),
                                  .serial = text_of(arena, scan->serial),
                                  .made_on = day_of(scan->made),
                                  .expires_on = day_of(scan->expiry)};
    int found = product ? sql_first(db, &stmt, SQL_STOCK_LABEL_ITEM, &value, 1, err) : 0;
    if (found <= 0)
        return found;
    label->item_id = db_get_int(stmt, 0);
    label->item = db_keep_text(stmt, 1, arena);
    label->quantity = db_get_int(stmt, 2);
    int more = db_step(stmt, err);
    if (more == 1)
        err_set(err, ERR_DATA, _("%s: is the bar code of %s and of %s; which one is it?"), product,
                label->item, db_get_text(stmt, 1));
    db_finish(stmt);
    return more ? -1 : count(scan, label, err);
}

/* ---- a text ------------------------------------------------------------------------------- */

static int
faulty(struct arena *arena, const struct scan *scan, const char *code, struct err *err)
{
    struct str words = STR_INIT;
    scan_error(scan, &words);
    const char *why = arena_strdup(arena, words.text);
    str_release(&words);
    return err_set(err, ERR_DATA, "%s: %s", code, why);
}

int
stock_label_read(struct db *db, struct arena *arena, int64_t today, const char *code,
                 struct stock_label *label, struct err *err)
{
    struct scan *scan = arena_alloc(arena, sizeof *scan);
    struct civil civil;
    day_to_civil(today, &civil);
    const struct scan_options options = {.year = civil.year};
    bool good = scan_decode(scan, &options, code, strlen(code));
    if (scan->kind == SCAN_UNKNOWN || scan->kind == SCAN_PLAIN || scan->kind == SCAN_URI)
        return 0;
    if (!good)
        return faulty(arena, scan, code, err);
    const char *product = stock_label_product(arena, scan);
    if (!product)
        return 0;
    int found = stock_label_of(db, arena, scan, label, err);
    return found ? found
                 : err_set(err, ERR_DATA,
                           _("no item has %s on its packages; say which and how much of it is in "
                             "one: medi-stock item label ITEM %s --holds 1"),
                           product, product);
}

/* ---- its lot ------------------------------------------------------------------------------ */

/* The lots in which the unit is known: how many, up to 2, and one of them: that of the label if it
 * is among them. */
static int
lots_of_unit(struct db *db, struct arena *arena, const struct stock_label *label, const char **lot,
             struct err *err)
{
    const struct db_value values[] = {db_int(label->item_id), db_text(label->serial)};
    struct db_stmt *stmt;
    int more, lots = 0;
    *lot = NULL;
    if (!label->serial)
        return 0;
    if (sql_open(db, &stmt, SQL_STOCK_LABEL_UNITS, values, 2, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1 && lots++ < 2)
        if (!*lot || (label->lot && strcmp(db_get_text(stmt, 0), label->lot) == 0))
            *lot = db_keep_text(stmt, 0, arena);
    db_finish(stmt);
    return more < 0 ? -1 : lots;
}

int
stock_label_lot(struct db *db, struct arena *arena, const struct stock_label *label,
                const char **lot, struct err *err)
{
    int lots = lots_of_unit(db, arena, label, lot, err);
    if (lots < 0)
        return -1;
    if (label->lot && lots > 0 && strcmp(*lot, label->lot) != 0)
        return err_set(err, ERR_DATA, _("%s: unit %s came in lot %s, and the label says lot %s"),
                       label->item, label->serial, *lot, label->lot);
    if (label->lot)
        *lot = label->lot;
    else if (lots != 1)
        return label->serial
                   ? err_set(err, ERR_DATA,
                             _("%s: the label says no lot, and in which one unit %s came is not "
                               "known; name the lot"),
                             label->item, label->serial)
                   : err_set(err, ERR_DATA, _("%s: the label says no lot; name it"), label->item);
    return 0;
}

/* ---- against the books -------------------------------------------------------------------- */

static int
differs(const char *item, const char *lot, const char *format, int64_t says, int64_t is,
        struct err *err)
{
    char label[16], books[16];
    day_format(says, label);
    day_format(is, books);
    return err_set(err, ERR_DATA, format, item, lot, label, books);
}

/* How many lots there are of that number; days that the label says are theirs, or ERR_DATA. */
static int
compare_lots(struct db *db, int64_t store_id, const char *item, const char *lot,
             const struct stock_label *label, struct err *err)
{
    const struct db_value values[] = {db_text(item), db_text(lot), db_id(store_id)};
    struct db_stmt *stmt;
    int more, lots = 0;
    if (sql_open(db, &stmt, SQL_STOCK_LABEL_LOTS, values, 3, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        struct db_value made = db_get(stmt, 1);
        int64_t expires_on = db_get_int(stmt, 2);
        lots++;
        if (label && label->expires_on != STOCK_NO_DAY && label->expires_on != expires_on)
            more = differs(item, lot,
                           _("%s lot %s: the label says that it expires on %s, the books say %s"),
                           label->expires_on, expires_on, err);
        else if (label && label->made_on != STOCK_NO_DAY && made.type == DB_INT &&
                 label->made_on != made.number)
            more = differs(item, lot,
                           _("%s lot %s: the label says that it was made on %s, the books say %s"),
                           label->made_on, made.number, err);
        if (more < 0)
            break;
    }
    db_finish(stmt);
    return more < 0 ? -1 : lots;
}

/* One that was given beside the label, or before it. */
static int
agree(const char *given, const char *says, const char *format, struct err *err)
{
    return !given || !says || strcmp(given, says) == 0
               ? 0
               : err_set(err, ERR_DATA, format, given, says);
}

static int
take_label(struct db *db, struct arena *arena, int64_t store_id, const struct stock_label *label,
           bool of_item, struct stock_names *names, struct err *err)
{
    struct stock_label whole = *label;
    const char *lot = NULL;
    if (agree(names->item, label->item, _("%s: the label is of %s"), err) < 0 ||
        agree(names->lot, label->lot, _("lot %s: the label is of lot %s"), err) < 0 ||
        agree(names->unit, label->serial, _("unit %s: the label is of unit %s"), err) < 0)
        return -1;
    if (!whole.lot)
        whole.lot = names->lot;
    if ((whole.lot || whole.serial || !of_item) &&
        (stock_label_lot(db, arena, &whole, &lot, err) < 0 ||
         compare_lots(db, store_id, label->item, lot, label, err) < 0))
        return -1;
    *names = (struct stock_names){label->item, lot, label->serial ? label->serial : names->unit,
                                  label->quantity};
    return 0;
}

/* Of a serial number alone nobody knows what it looks like. */
bool
stock_label_is_plain(const char *code)
{
    return *code == ']' || *code == '(' || *code == '+' || strncmp(code, "MA.", 3) == 0 ||
           strchr(code, '\x1d') || strstr(code, "://") ||
           (strncmp(code, "01", 2) == 0 && strspn(code, "0123456789") >= 16);
}

/* The item, unless the books know it, may be a label. */
static int
read_item(struct db *db, struct arena *arena, int64_t today, const char *code,
          struct stock_label *label, struct err *err)
{
    const struct db_value value = db_text(code);
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_STOCK_ITEM_FIND, &value, 1, err);
    if (found > 0)
        db_finish(stmt);
    return found ? (found < 0 ? -1 : 0) : stock_label_read(db, arena, today, code, label, err);
}

static int
read_lot(struct db *db, struct arena *arena, int64_t store_id, int64_t today,
         const struct stock_names *names, struct stock_label *label, struct err *err)
{
    int lots = compare_lots(db, store_id, names->item, names->lot, NULL, err);
    return lots ? (lots < 0 ? -1 : 0) : stock_label_read(db, arena, today, names->lot, label, err);
}

static int
read_unit(struct db *db, struct arena *arena, int64_t today, const char *code,
          struct stock_label *label, struct err *err)
{
    struct err fault;
    int found = stock_label_read(db, arena, today, code, label, &fault);
    if (found < 0 && (fault.kind != ERR_DATA || stock_label_is_plain(code))) {
        *err = fault;
        return -1;
    }
    return found == 1 && label->serial;
}

int
stock_label_names(struct db *db, struct arena *arena, int64_t store_id, int64_t today,
                  struct stock_names *names, struct err *err)
{
    struct stock_label label;
    const struct stock_names given = *names;
    int scanned = given.item ? read_item(db, arena, today, given.item, &label, err) : 0;
    names->quantity = 0;
    if (scanned == 1) {
        names->item = NULL;
        return take_label(db, arena, store_id, &label, true, names, err);
    }
    if (scanned == 0 && given.lot &&
        (scanned = read_lot(db, arena, store_id, today, names, &label, err)) == 1) {
        names->lot = NULL;
        return take_label(db, arena, store_id, &label, false, names, err);
    }
    if (scanned == 0 && given.unit &&
        (scanned = read_unit(db, arena, today, given.unit, &label, err)) == 1) {
        names->unit = NULL;
        return take_label(db, arena, store_id, &label, false, names, err);
    }
    return scanned < 0 ? -1 : 0;
}

int
stock_label_thing(struct db *db, struct arena *arena, int64_t today, const char **thing,
                  const char **item, struct err *err)
{
    struct stock_names names = {.item = *thing};
    int lots = compare_lots(db, 0, *item, *thing, NULL, err);
    if (lots)
        return lots < 0 ? -1 : 0;
    if (stock_label_names(db, arena, 0, today, &names, err) < 0)
        return -1;
    if (names.quantity && agree(*item, names.item, _("%s: the label is of %s"), err) < 0)
        return -1;
    *thing = names.lot ? names.lot : names.item;
    *item = names.lot ? names.item : *item;
    return 0;
}

int
stock_label_pack(struct db *db, struct arena *arena, int64_t store_id, int64_t at, int64_t today,
                 const char *code, const char **pack, struct err *err)
{
    const struct db_value vial[] = {db_int(store_id), db_text(code)};
    struct stock_names names = {.lot = code};
    struct db_stmt *stmt;
    *pack = code;
    int found = sql_first(db, &stmt, SQL_STOCK_VIAL_GET, vial, 2, err);
    if (found > 0)
        db_finish(stmt);
    if (found != 0)
        return found < 0 ? -1 : 0;
    if (stock_label_names(db, arena, store_id, today, &names, err) < 0)
        return -1;
    if (!names.quantity)
        return 0;
    const struct db_value values[] = {db_int(store_id), db_text(names.item), db_text(names.lot),
                                      db_int(at)};
    found = sql_first(db, &stmt, SQL_STOCK_LABEL_PACKS, values, 4, err);
    if (found <= 0)
        return found < 0 ? -1
                         : err_set(err, ERR_DATA, _("%s lot %s: no pack of it is open"), names.item,
                                   names.lot);
    *pack = db_keep_text(stmt, 0, arena);
    int more = db_step(stmt, err);
    if (more == 1)
        err_set(err, ERR_DATA, _("%s lot %s: %s and %s are open; name the one"), names.item,
                names.lot, *pack, db_get_text(stmt, 0));
    db_finish(stmt);
    return more ? -1 : 0;
}

int
stock_label_came(struct db *db, const char *item, const char *lot, const char *unit,
                 struct err *err)
{
    const struct db_value values[] = {db_text(item), db_text(lot), db_text(unit)};
    struct db_stmt *stmt;
    int found = unit ? sql_first(db, &stmt, SQL_STOCK_LABEL_CAME, values, 3, err) : 0;
    if (found <= 0)
        return found;
    bool each = db_get_int(stmt, 0) > 0 && db_get_int(stmt, 0) == db_get_int(stmt, 1);
    bool came = db_get_int(stmt, 2) != 0;
    db_finish(stmt);
    return !each || came
               ? 0
               : err_set(err, ERR_DATA,
                         _("%s lot %s: unit %s never came; each unit of that lot was scanned when "
                           "it was received"),
                         item, lot, unit);
}
