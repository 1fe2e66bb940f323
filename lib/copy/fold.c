#include "copy/fold.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "copy/fold_data.h"
#include "text/utf8.h"

const char *const evasion_words[EVASIONS] = {
    "space",       "punctuation", "zero-width", "combining", "emoji",
    "traditional", "width",       "digits",     "split",     "homophone",
};

uint16_t
fold_code(int32_t code)
{
    if (code >= 0xe0000 && code < 0xe1000)
        return SKIP_HIDDEN;
    if (code < 0 || code >= 0x20000 || code == UTF8_REPLACEMENT)
        return FOLD_NONE;
    return copy_fold_table[copy_fold_page[code >> 8]][code & 0xff];
}

uint16_t
fold_sound(uint16_t c)
{
    return copy_sound_table[copy_sound_page[c >> 8]][c & 0xff];
}

/* ---- items ----------------------------------------------------------------------------------------- */

static void
need(struct copy_items *items, size_t more)
{
    if (items->count + more + 1 <= items->room)
        return;
    items->room = (items->count + more + 1) * 2;
    items->items = mem_resize(items->items, items->room * sizeof *items->items);
}

void
copy_items_free(struct copy_items *items)
{
    free(items->items);
    *items = (struct copy_items){0};
}

/* What divides clauses, and sentences. */
static uint8_t
stop_of(int32_t code)
{
    switch (code) {
    case 0x3002: /* 。 */
    case 0xff01: /* ！ */
    case 0xff1f: /* ？ */
    case 0xff1b: /* ； */
    case '!':
    case '?':
    case ';':
    case '\n':
        return 2;
    case 0xff0c: /* ， */
    case 0xff1a: /* ： */
    case 0x3001: /* 、 */
    case ',':
    case '\t':
        return 1;
    default:
        return 0;
    }
}

static uint16_t
marks_of(int32_t code, uint16_t c)
{
    if (code == c || (code >= 'A' && code <= 'Z'))
        return 0;
    if (code >= 0xff00 && code < 0xfff0)
        return EVASION_WIDTH;
    if (code >= 0x3400 && code < 0xa000)
        return c >= 0x4e00 && fold_sound(c) ? EVASION_TRADITIONAL : 0;
    return c < 0x80 || code >= 0x1d000 ? EVASION_DIGITS : EVASION_WIDTH;
}

static void
put(struct copy_items *items, struct copy_item *item, uint16_t c)
{
    item->c = c;
    item->sound = fold_sound(c);
    items->items[items->count++] = *item;
    item->gap = item->stop = 0;
    item->before = 0;
}

static void
pass_over(struct copy_item *item, int32_t code, uint16_t skip)
{
    uint8_t stop = stop_of(code);
    item->before |= (uint16_t)(1u << (skip - 1));
    if (item->gap < UINT8_MAX)
        item->gap++;
    if (stop > item->stop)
        item->stop = stop;
}

size_t
fold_text(struct copy_items *items, const char *text, size_t length)
{
    struct copy_item item = {.stop = 2};
    size_t bad = 0, bytes;
    items->count = 0;
    for (size_t at = 0; at < length; at += bytes) {
        int32_t code = utf8_next(text + at, length - at, &bytes);
        uint16_t c = fold_code(code);
        bad += code == UTF8_REPLACEMENT && bytes == 1;
        if (c > 0 && c < SKIP_LAST) {
            pass_over(&item, code, c);
            continue;
        }
        need(items, FOLD_AT_MOST);
        item.from = (uint32_t)at;
        item.to = (uint32_t)(at + bytes);
        if (c < FOLD_MORE || c == FOLD_NONE) {
            item.marks = c == FOLD_NONE ? 0 : marks_of(code, c);
            put(items, &item, c);
            continue;
        }
        item.marks = EVASION_WIDTH;
        for (int i = 0; i < FOLD_AT_MOST && copy_fold_more[c - FOLD_MORE][i]; i++)
            put(items, &item, copy_fold_more[c - FOLD_MORE][i]);
    }
    need(items, 1);
    items->items[items->count] = (struct copy_item){.stop = 2, .gap = item.gap};
    return bad;
}

/* ---- halves ---------------------------------------------------------------------------------------- */

uint16_t
whole_of(uint16_t left, uint16_t right)
{
    for (int i = 0; i < copy_half_count; i++)
        if (copy_halves[i].left == left && copy_halves[i].right == right)
            return copy_halves[i].whole;
    return 0;
}

size_t
fold_halves(struct copy_items *to, const struct copy_items *from)
{
    size_t joined = 0;
    to->count = 0;
    need(to, from->count);
    for (size_t i = 0; i < from->count; i++) {
        struct copy_item item = from->items[i];
        const struct copy_item *next = &from->items[i + 1];
        uint16_t whole = next->gap <= 1 && next->stop == 0 ? whole_of(item.c, next->c) : 0;
        if (whole) {
            item.c = whole;
            item.sound = fold_sound(whole);
            item.to = next->to;
            item.marks |= EVASION_SPLIT;
            joined++;
            i++;
        }
        to->items[to->count++] = item;
    }
    to->items[to->count] = from->items[from->count];
    return joined;
}
