/* A line of a delivery from the words of a command line. */
#include <string.h>

#include "base/day.h"
#include "base/money.h"
#include "stock/label.h"
#include "supply/receive.h"

struct words {
    struct db *db;
    struct arena *arena;
    struct receive_line *line;
    int64_t count; /* in what it is counted in, for the price */
};

static int
read_price(struct words *words, const char *text, struct err *err)
{
    int64_t price;
    if (money_parse(text, strlen(text), &price, err) < 0)
        return -1;
    if (price < 0 || __builtin_mul_overflow(price, words->count, &words->line->amount_fen) ||
        words->line->amount_fen > 100000000000000)
        return err_set(err, ERR_DATA, _("price: %s: out of range"), text);
    words->line->has_amount = true;
    return 0;
}

static int
read_day(const char *name, const char *text, int64_t *day, struct err *err)
{
    return day_parse(text, strlen(text), day)
               ? 0
               : err_set(err, ERR_DATA, _("%s: %s: no day; write it like 2028-04-30"), name, text);
}

static int
read_word(struct words *words, const char *name, const char *text, struct err *err)
{
    struct receive_line *line = words->line;
    if (strcmp(name, "made") == 0)
        return read_day(name, text, &line->made_on, err);
    if (strcmp(name, "expires") == 0)
        return read_day(name, text, &line->expires_on, err);
    if (strcmp(name, "price") == 0)
        return read_price(words, text, err);
    if (strcmp(name, "spec") == 0)
        line->spec = text;
    else if (strcmp(name, "registration") == 0)
        line->registration_no = text;
    else if (strcmp(name, "place") == 0)
        line->place = text;
    else
        return err_set(err, ERR_USAGE,
                       _("%s: there are made, expires, price, spec, registration and place"), name);
    return 0;
}

/* A comma parts the words, unless what follows is none: 1,280.00 is one price. */
static const char *
next_word(const char *text)
{
    for (; *text; text++)
        if (*text == ',' && strchr("mepsr", text[1]) && text[1])
            return text;
    return text;
}

static int
read_words(struct words *words, const char *text, struct err *err)
{
    while (*text == ',') {
        const char *end = next_word(++text);
        const char *is = memchr(text, '=', (size_t)(end - text));
        if (!is || is == text || is + 1 == end)
            return err_set(err, ERR_USAGE, _("%.*s: must be NAME=VALUE, as expires=2028-04-30"),
                           (int)(end - text), text);
        const char *name = arena_strndup(words->arena, text, (size_t)(is - text));
        const char *value = arena_strndup(words->arena, is + 1, (size_t)(end - is - 1));
        if (read_word(words, name, value, err) < 0)
            return -1;
        text = end;
    }
    return 0;
}

/* ---- an item, or its label -------------------------------------------------------------------- */

/* By its code, else as it is scanned; what the label says of the lot goes into `label`. */
static int
find_item(struct words *words, int64_t day, const char *code, struct stock_label *label,
          struct err *err)
{
    struct err unknown;
    *label = (struct stock_label){.made_on = STOCK_NO_DAY, .expires_on = STOCK_NO_DAY};
    if (supply_item_find(words->db, words->arena, code, &words->line->item, &unknown) == 0)
        return 0;
    int scanned = unknown.kind == ERR_DATA
                      ? stock_label_read(words->db, words->arena, day, code, label, err)
                      : 0;
    if (scanned == 0)
        *err = unknown;
    return scanned <= 0
               ? -1
               : supply_item_find(words->db, words->arena, label->item, &words->line->item, err);
}

static int
one_day(const char *name, int64_t says, int64_t *day, struct err *err)
{
    char label[16], words[16];
    if (says == STOCK_NO_DAY || says == *day)
        return 0;
    if (*day == RECEIVE_NO_DAY) {
        *day = says;
        return 0;
    }
    day_format(says, label);
    day_format(*day, words);
    return err_set(err, ERR_DATA, _("%s: %s, and the label says %s"), name, words, label);
}

static int
take_label(struct receive_line *line, const struct stock_label *label, struct err *err)
{
    if (line->lot && label->lot && strcmp(line->lot, label->lot) != 0)
        return err_set(err, ERR_DATA, _("lot %s: the label is of lot %s"), line->lot, label->lot);
    if (!line->lot)
        line->lot = label->lot;
    return one_day("made", label->made_on, &line->made_on, err) < 0 ||
                   one_day("expires", label->expires_on, &line->expires_on, err) < 0
               ? -1
               : 0;
}

/* The = before the quantity is the last one, since a label may have others. */
static const char *
last_is(const char *text, const char *end)
{
    while (end > text && end[-1] != '=')
        end--;
    return end > text ? end - 1 : NULL;
}

int
receive_line_parse(struct db *db, struct arena *arena, int64_t day, const char *text,
                   struct receive_line *line, struct err *err)
{
    struct words words = {db, arena, line, 0};
    struct stock_label label;
    const char *end = next_word(text);
    const char *at = memchr(text, '@', (size_t)(end - text));
    const char *stop = at ? at : end, *is = last_is(text, stop);
    int64_t size;
    if (!is || is == text)
        return err_set(err, ERR_USAGE,
                       _("%s: must be ITEM=QUANTITY@LOT,made=DAY,expires=DAY,price=AMOUNT"), text);
    *line = (struct receive_line){.made_on = RECEIVE_NO_DAY, .expires_on = RECEIVE_NO_DAY};
    if (find_item(&words, day, arena_strndup(arena, text, (size_t)(is - text)), &label, err) < 0 ||
        supply_amount(&line->item, is + 1, (size_t)(stop - is - 1), &words.count, &size, err) < 0)
        return -1;
    if (__builtin_mul_overflow(words.count, size, &line->quantity) ||
        line->quantity > 1000000000000)
        return err_set(err, ERR_DATA, _("%s: price or quantity is out of range"), text);
    if (at && end > at + 1)
        line->lot = arena_strndup(arena, at + 1, (size_t)(end - at - 1));
    return read_words(&words, end, err) < 0 || take_label(line, &label, err) < 0
               ? err_wrap(err, "%s", line->item.code)
               : 0;
}
