#include "supply/receive_scan.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "scan/scan.h"
#include "stock/label.h"

struct receive_scan {
    struct db *db;
    struct arena *arena;
    struct receive_list *list;
    struct scan_options options;
    struct scan part, whole; /* whole: the label that is being put together */
    bool open;               /* there is one */
    const char *place;       /* where it begins */
    struct receive_line *lines;
    int count, room;
};

struct receive_scan *
receive_scan_begin(struct db *db, struct arena *arena, int64_t today, struct receive_list *list)
{
    struct receive_scan *scanning = arena_alloc(arena, sizeof *scanning);
    struct civil civil;
    day_to_civil(today, &civil);
    scanning->db = db;
    scanning->arena = arena;
    scanning->list = list;
    scanning->options = (struct scan_options){.year = civil.year};
    return scanning;
}

/* ---- a label ------------------------------------------------------------------------------ */

static bool
same_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

/* The line of labels that say the same. */
static struct receive_line *
line_of(struct receive_scan *scanning, const struct supply_item *item,
        const struct stock_label *label)
{
    struct receive_line *line;
    for (int i = 0; i < scanning->count; i++) {
        line = &scanning->lines[i];
        if (line->item.id == item->id && same_text(line->lot, label->lot) &&
            line->made_on == label->made_on && line->expires_on == label->expires_on)
            return line;
    }
    scanning->lines = arena_more(scanning->arena, scanning->lines, scanning->count, &scanning->room,
                                 sizeof *scanning->lines);
    line = &scanning->lines[scanning->count++];
    *line = (struct receive_line){.item = *item,
                                  .lot = label->lot,
                                  .made_on = label->made_on,
                                  .expires_on = label->expires_on};
    return line;
}

static int
count_label(struct receive_scan *scanning, const struct stock_label *label, struct err *err)
{
    struct supply_item item;
    if (supply_item_find(scanning->db, scanning->arena, label->item, &item, err) < 0)
        return -1;
    struct receive_line *line = line_of(scanning, &item, label);
    line->quantity += label->quantity;
    if (line->quantity > INT64_C(1000000000000))
        return err_set(err, ERR_DATA, _("%s: price or quantity is out of range"), item.code);
    if (!label->serial)
        return 0;
    line->serials = arena_more(scanning->arena, line->serials, line->serial_count,
                               &line->serial_room, sizeof *line->serials);
    line->serials[line->serial_count++] = label->serial;
    return 0;
}

/* What is being put together is whole: it is counted, or nobody knows what it is. */
static int
end_label(struct receive_scan *scanning, struct err *err)
{
    struct stock_label label;
    if (!scanning->open)
        return 0;
    scanning->open = false;
    int found = stock_label_of(scanning->db, scanning->arena, &scanning->whole, &label, err);
    if (found < 0)
        return err_wrap(err, "%s", scanning->place);
    if (found > 0)
        return count_label(scanning, &label, err);
    const char *product = stock_label_product(scanning->arena, &scanning->whole);
    if (product)
        receive_add(scanning->arena, scanning->list, RECEIVE_SCAN_ITEM, product,
                    _("no item has %s on its packages (%s); say which: medi-stock item label"),
                    product, scanning->place);
    else
        receive_add(scanning->arena, scanning->list, RECEIVE_SCAN_ITEM, NULL,
                    _("the label names no product (%s)"), scanning->place);
    return 0;
}

/* ---- codes -------------------------------------------------------------------------------- */

static int
faulty(const char *place, const struct scan *scan, struct err *err)
{
    struct str words = STR_INIT;
    scan_error(scan, &words);
    err_set(err, ERR_DATA, "%s: %s", place, words.text);
    str_release(&words);
    return -1;
}

static bool
has(const struct scan *scan, const struct ai *ai)
{
    for (int i = 0; i < scan->count; i++)
        if (scan->items[i].ai == ai)
            return true;
    return false;
}

/* Whether the label says already what this code would say: then it is another package's. */
static bool
is_said(const struct scan *whole, const struct scan *part)
{
    for (int i = 0; i < part->count; i++)
        if (has(whole, part->items[i].ai))
            return true;
    return (whole->lot.length && part->lot.length) || (whole->serial.length && part->serial.length);
}

int
receive_scan_code(struct receive_scan *scanning, const char *place, const char *code, size_t length,
                  struct err *err)
{
    struct scan *part = &scanning->part;
    if (!scan_decode(part, &scanning->options, code, length))
        return faulty(place, part, err);
    if (!scan_begins(part)) {
        if (!scanning->open || is_said(&scanning->whole, part)) {
            scan_orphan(part);
            return faulty(place, part, err);
        }
        return scan_join(&scanning->whole, part) > 0 ? 0 : faulty(place, &scanning->whole, err);
    }
    if (end_label(scanning, err) < 0)
        return -1;
    scan_start(&scanning->whole, part);
    scanning->place = arena_strdup(scanning->arena, place);
    scanning->open = true;
    return 0;
}

/* ---- with the lines that were given beside them --------------------------------------------- */

static const char *
day_text(struct arena *arena, int64_t day)
{
    char text[16];
    day_format(day, text);
    return arena_strdup(arena, text);
}

static bool
is_of(const struct receive_line *scanned, const struct receive_line *line)
{
    return scanned->item.id == line->item.id &&
           (!scanned->lot || !line->lot || strcmp(scanned->lot, line->lot) == 0);
}

/* A day that the label does not say, and that does not gainsay it. */
static void
take_day(struct receive_scan *scanning, const struct receive_line *line, int64_t says, int64_t *day,
         const char *format)
{
    if (says == RECEIVE_NO_DAY)
        return;
    if (*day == RECEIVE_NO_DAY)
        *day = says;
    else if (*day != says)
        receive_add(scanning->arena, scanning->list, RECEIVE_SCAN_LINE, line->item.code, format,
                    line->item.code, day_text(scanning->arena, says),
                    day_text(scanning->arena, *day));
}

static void
take_line(struct receive_scan *scanning, struct receive_line *scanned,
          const struct receive_line *line)
{
    take_day(scanning, line, line->made_on, &scanned->made_on,
             _("%s: the line says made on %s, and the label %s"));
    take_day(scanning, line, line->expires_on, &scanned->expires_on,
             _("%s: the line says that it expires on %s, and the label %s"));
    if (!scanned->lot)
        scanned->lot = line->lot;
    scanned->registration_no = line->registration_no;
    scanned->spec = line->spec;
    scanned->place = line->place;
}

/* Each its part of the price, to the fen. */
static void
share_amount(struct receive_scan *scanning, const struct receive_line *line)
{
    __extension__ typedef __int128 wide;
    int64_t before = 0, given = 0;
    for (int i = 0; i < scanning->count; i++) {
        struct receive_line *scanned = &scanning->lines[i];
        if (!is_of(scanned, line))
            continue;
        before += scanned->quantity;
        int64_t share = (int64_t)((wide)line->amount_fen * before / line->quantity);
        scanned->has_amount = true;
        scanned->amount_fen = share - given;
        given = share;
    }
}

/* Whether the item of the line was scanned: then the line is no other goods. */
static bool
match_line(struct receive_scan *scanning, const struct receive_line *line)
{
    const char *lot = NULL;
    bool found = false;
    int64_t sum = 0;
    for (int i = 0; i < scanning->count; i++) {
        const struct receive_line *scanned = &scanning->lines[i];
        if (scanned->item.id != line->item.id)
            continue;
        found = true;
        lot = scanned->lot;
        sum += is_of(scanned, line) ? scanned->quantity : 0;
    }
    if (!found)
        return false;
    if (sum == 0)
        receive_add(scanning->arena, scanning->list, RECEIVE_SCAN_LINE, line->item.code,
                    _("%s: the line says lot %s, and the label %s"), line->item.code, line->lot,
                    lot);
    else if (sum != line->quantity)
        receive_add(scanning->arena, scanning->list, RECEIVE_SCAN_LINE, line->item.code,
                    _("%s: the line says %lld %s, and %lld were scanned"), line->item.code,
                    (long long)line->quantity, line->item.unit, (long long)sum);
    else if (line->has_amount)
        share_amount(scanning, line);
    for (int i = 0; i < scanning->count; i++)
        if (is_of(&scanning->lines[i], line))
            take_line(scanning, &scanning->lines[i], line);
    return true;
}

static int
compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The serial numbers of an item, all of whose lines are put together: the same twice is one package
 * scanned twice. */
static void
find_twice(struct receive_scan *scanning, int first)
{
    const struct receive_line *one = &scanning->lines[first];
    int count = 0, at = 0;
    for (int i = first; i < scanning->count; i++)
        if (scanning->lines[i].item.id == one->item.id)
            count += scanning->lines[i].serial_count;
    const char **all = arena_array(scanning->arena, (size_t)count + 1, sizeof *all);
    for (int i = first; i < scanning->count; i++)
        for (int k = 0;
             scanning->lines[i].item.id == one->item.id && k < scanning->lines[i].serial_count; k++)
            all[at++] = scanning->lines[i].serials[k];
    qsort(all, (size_t)count, sizeof *all, compare);
    for (int i = 1; i < count; i++)
        if (strcmp(all[i - 1], all[i]) == 0)
            receive_add(scanning->arena, scanning->list, RECEIVE_SCAN_UNIT, one->item.code,
                        _("%s: unit %s was scanned twice"), one->item.code, all[i]);
}

static bool
is_first(const struct receive_scan *scanning, int index)
{
    for (int i = 0; i < index; i++)
        if (scanning->lines[i].item.id == scanning->lines[index].item.id)
            return false;
    return true;
}

int
receive_scan_end(struct receive_scan *scanning, struct receive_case *given, struct err *err)
{
    struct receive_line *lines;
    int count = 0;
    if (end_label(scanning, err) < 0)
        return -1;
    lines =
        arena_array(scanning->arena, (size_t)(given->count + scanning->count) + 1, sizeof *lines);
    for (int i = 0; i < given->count; i++)
        if (!match_line(scanning, &given->lines[i]))
            lines[count++] = given->lines[i];
    for (int i = 0; i < scanning->count; i++) {
        if (is_first(scanning, i))
            find_twice(scanning, i);
        lines[count++] = scanning->lines[i];
    }
    given->lines = lines;
    given->count = count;
    return 0;
}
