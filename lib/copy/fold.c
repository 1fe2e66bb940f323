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

/* Of a code point below 0x20000. */
static inline uint32_t
fold_both(uint32_t code)
{
    return copy_fold_table[copy_fold_page[code >> 8]][code & 0xff];
}

uint16_t
fold_code(int32_t code)
{
    if (code >= 0xe0000 && code < 0xe1000)
        return SKIP_HIDDEN;
    if (code < 0 || code >= 0x20000 || code == UTF8_REPLACEMENT)
        return FOLD_NONE;
    return (uint16_t)fold_both((uint32_t)code);
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

/* A code point that is not compared as itself: one more item, several or none. */
static void
put_other(struct copy_items *items, struct copy_item *item, int32_t code)
{
    uint16_t c = fold_code(code);
    if (c > 0 && c < SKIP_LAST) {
        pass_over(item, code, c);
        return;
    }
    if (c < FOLD_MORE || c == FOLD_NONE) {
        item->marks = c == FOLD_NONE ? 0 : marks_of(code, c);
        put(items, item, c);
        return;
    }
    item->marks = EVASION_WIDTH;
    for (int i = 0; i < FOLD_AT_MOST && copy_fold_more[c - FOLD_MORE][i]; i++)
        put(items, item, copy_fold_more[c - FOLD_MORE][i]);
}

/* Of three bytes, as nearly all that is written in Chinese; else 0. */
static inline uint32_t
three_bytes(const unsigned char *at, size_t left)
{
    if (left < 3 || (at[0] & 0xf0) != 0xe0 || (at[1] & 0xc0) != 0x80 || (at[2] & 0xc0) != 0x80)
        return 0;
    uint32_t code = (at[0] & 15u) << 12 | (at[1] & 63u) << 6 | (at[2] & 63u);
    return code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 0 : code;
}

size_t
fold_text(struct copy_items *items, const char *text, size_t length)
{
    struct copy_item item = {.stop = 2}; /* what was passed over is kept in it */
    size_t bad = 0, bytes;
    items->count = 0;
    need(items, 2 * length + FOLD_AT_MOST); /* two bytes become four characters at most */
    for (size_t at = 0; at < length; at += bytes) {
        const unsigned char *here = (const unsigned char *)text + at;
        uint32_t code = *here < 0x80 ? *here : three_bytes(here, length - at);
        uint32_t both = fold_both(code);
        bytes = *here < 0x80 ? 1 : 3;
        if ((both & 0xffff) == code && code >= SKIP_LAST) {
            items->items[items->count++] = (struct copy_item){
                (uint16_t)code, (uint16_t)(both >> 16), 0, item.before, item.gap, item.stop,
                (uint32_t)at,   (uint32_t)(at + bytes)};
            item.gap = item.stop = 0;
            item.before = 0;
            continue;
        }
        int32_t other = code || !*here ? (int32_t)code : utf8_next(text + at, length - at, &bytes);
        item.from = (uint32_t)at;
        item.to = (uint32_t)(at + bytes);
        bad += other == UTF8_REPLACEMENT && bytes == 1;
        put_other(items, &item, other);
    }
    items->items[items->count] = (struct copy_item){.stop = 2, .gap = item.gap};
    return bad;
}

/* ---- halves ---------------------------------------------------------------------------------------- */

uint16_t
whole_of(uint16_t left, uint16_t right)
{
    int low = 0, high = copy_half_count;
    while (low < high) {
        int middle = (low + high) / 2;
        const struct copy_half *half = &copy_halves[middle];
        if (half->left < left || (half->left == left && half->right < right))
            low = middle + 1;
        else
            high = middle;
    }
    const struct copy_half *half = &copy_halves[low]; /* the last one is none */
    return half->left == left && half->right == right ? half->whole : 0;
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
