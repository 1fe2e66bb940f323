/* A line of a delivery from the words of a command line. */
#include <string.h>

#include "base/day.h"
#include "base/money.h"
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

int
receive_line_parse(struct db *db, struct arena *arena, const char *text, struct receive_line *line,
                   struct err *err)
{
    struct words words = {db, arena, line, 0};
    const char *is = strchr(text, '=');
    const char *end = is ? next_word(is) : NULL;
    const char *at = is ? memchr(is, '@', (size_t)(end - is)) : NULL;
    int64_t size;
    if (!is || is == text)
        return err_set(err, ERR_USAGE,
                       _("%s: must be ITEM=QUANTITY@LOT,made=DAY,expires=DAY,price=AMOUNT"), text);
    *line = (struct receive_line){.made_on = RECEIVE_NO_DAY, .expires_on = RECEIVE_NO_DAY};
    const char *stop = at ? at : end;
    if (supply_item_find(db, arena, arena_strndup(arena, text, (size_t)(is - text)), &line->item,
                         err) < 0 ||
        supply_amount(&line->item, is + 1, (size_t)(stop - is - 1), &words.count, &size, err) < 0)
        return -1;
    if (__builtin_mul_overflow(words.count, size, &line->quantity) ||
        line->quantity > 1000000000000)
        return err_set(err, ERR_DATA, _("%s: price or quantity is out of range"), text);
    if (at && end > at + 1)
        line->lot = arena_strndup(arena, at + 1, (size_t)(end - at - 1));
    return read_words(&words, end, err) < 0 ? err_wrap(err, "%s", line->item.code) : 0;
}
