/* Matching by trying, with a bound on what is tried. */
#include "copy/pattern.h"

#include <string.h>

enum { GAP_MOST = 4, TRIES = 4000, SET_LONGEST = 16 };

struct match {
    const struct patterns *patterns;
    const struct copy_items *items;
    int tries;
    unsigned hidden;
};

static long run(struct match *match, int at, size_t i);

const uint16_t number_words[] = {
    0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d, 0x5341, /* 一 … 十 */
    0x767e, 0x5343, 0x4e07, 0x51e0, 0x534a, 0x591a, 0x4e24, 0x96f6, 0x70b9, 0};

bool
is_number(uint16_t c)
{
    if (c >= '0' && c <= '9')
        return true;
    for (int k = 0; c >= 0x4e00 && number_words[k]; k++)
        if (number_words[k] == c)
            return true;
    return false;
}

static const uint16_t digit_words[] = {0x96f6, 0x4e00, 0x4e8c, 0x4e09, 0x56db,
                                       0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d};

uint16_t
digit_of(uint16_t c)
{
    for (uint16_t k = 0; c >= 0x4e00 && k < 10; k++)
        if (digit_words[k] == c)
            return (uint16_t)('0' + k);
    return 0;
}

static bool
is_digit(uint16_t c)
{
    return c >= '0' && c <= '9';
}

/* A lone 1 is 一, and that of 12 is not. */
static bool
equal(const struct copy_items *items, size_t i, uint16_t c)
{
    uint16_t have = items->items[i].c;
    if (have == c)
        return true;
    if (!is_digit(have) || digit_of(c) != have)
        return false;
    return !is_digit(items->items[i + 1].c) && (i == 0 || !is_digit(items->items[i - 1].c));
}

/* Whether item i may follow the one before it in a pattern. What divides clauses is passed over inside of words
 * only where their other characters are parted so too: "根，治，效，果", and not "安全、有效". */
static bool
follows(const struct copy_items *items, size_t i, bool inner, bool strict)
{
    const struct copy_item *item = &items->items[i];
    if (item->gap == 0)
        return true;
    if (item->gap > GAP_MOST || (strict && item->stop))
        return false;
    if (item->stop == 0)
        return true;
    if (!inner)
        return item->stop < 2;
    return (i > 1 && item[-1].stop) || (item[1].stop && item[1].c);
}

static long
run_number(struct match *match, int at, size_t i)
{
    size_t end = i;
    while (end < match->items->count && end < i + NUMBER_MOST &&
           is_number(match->items->items[end].c) &&
           (end == i || (match->items->items[end].gap <= 1 && match->items->items[end].stop < 2)))
        end++;
    for (; end > i; end--) {
        long found = run(match, at + 1, end);
        if (found >= 0)
            return found;
    }
    return -1;
}

/* The node of a set behind another, by the character at k; a lone digit may stand for its word. */
static int32_t
child_at(const struct match *match, int32_t node, size_t k)
{
    uint16_t c = match->items->items[k].c, word = is_digit(c) ? digit_words[c - '0'] : 0;
    int32_t child = patterns_child(match->patterns, node, c);
    return child || !word || !equal(match->items, k, word)
               ? child
               : patterns_child(match->patterns, node, word);
}

/* All words of a set that stand at i, the longest first. */
static long
run_set(struct match *match, int at, size_t i)
{
    const struct copy_node *nodes = match->patterns->nodes;
    int32_t node = match->patterns->steps[at].to;
    bool strict = match->patterns->steps[at].strict;
    size_t ends[SET_LONGEST];
    int count = 0;
    for (size_t k = i; k < match->items->count && count < SET_LONGEST; k++) {
        if (k > i && !follows(match->items, k, true, strict))
            break;
        int32_t child = child_at(match, node, k);
        if (!child)
            break;
        node = child;
        if (nodes[node].end)
            ends[count++] = k + 1;
    }
    while (count > 0) {
        size_t end = ends[--count];
        long found = run(match, at + 1, end);
        if (found < 0)
            continue;
        for (size_t k = i + !match->patterns->steps[at].inner; k < end; k++)
            match->hidden |= match->items->items[k].before;
        return found;
    }
    return -1;
}

static long
run_gap(struct match *match, int at, size_t i)
{
    const struct copy_step *step = &match->patterns->steps[at];
    for (int32_t k = 0; k <= step->to && i + (size_t)k <= match->items->count; k++) {
        const struct copy_item *item = &match->items->items[i + (size_t)k];
        if (item->stop >= step->c && (k > 0 || i > 0))
            break;
        if (!may_begin(match->patterns, step->first, item->c))
            continue;
        long found = run(match, at + 1, i + (size_t)k);
        if (found >= 0)
            return found;
    }
    return -1;
}

/* Whether a character, a set or a number may stand at item i, by what was passed over before it. */
static bool
may_follow(const struct match *match, const struct copy_step *step, size_t i)
{
    return match->tries == TRIES ||
           (i < match->items->count && follows(match->items, i, step->inner, step->strict));
}

static long
run_other(struct match *match, int at, size_t i)
{
    const struct copy_step *step = &match->patterns->steps[at];
    if (step->kind != STEP_GAP && !may_follow(match, step, i))
        return -1;
    match->tries--;
    return step->kind == STEP_GAP   ? run_gap(match, at, i)
           : step->kind == STEP_SET ? run_set(match, at, i)
                                    : run_number(match, at, i);
}

/* The end of the match of what begins with step `at`, from item i on; -1: none. */
static long
run(struct match *match, int at, size_t i)
{
    unsigned hidden = 0; /* inside its words, if all of it matches */
    for (;;) {
        const struct copy_step *step = &match->patterns->steps[at];
        const struct copy_item *item = &match->items->items[i];
        long found;
        if (match->tries < 0)
            return -1;
        switch ((enum copy_step_kind)step->kind) {
        case STEP_CHAR:
            if (i >= match->items->count || !equal(match->items, i, step->c) ||
                !may_follow(match, step, i))
                return -1;
            match->tries--;
            hidden |= step->inner ? item->before : 0u;
            at++;
            i++;
            continue;
        case STEP_SPLIT:
            if (!may_begin(match->patterns, step->first, item->c))
                return -1;
            if (step[1].kind == STEP_CHAR && step[1].c != item->c && !is_digit(item->c)) {
                at = step->to; /* the commonest way to fail */
                continue;
            }
            found = run(match, at + 1, i);
            if (found < 0) {
                at = step->to;
                continue;
            }
            break;
        case STEP_JUMP:
            at = step->to;
            continue;
        case STEP_BEGIN:
        case STEP_END:
            if (!item->stop && (step->kind == STEP_END || i > 0))
                return -1;
            at++;
            continue;
        case STEP_MATCH:
            found = (long)i;
            break;
        default:
            found = run_other(match, at, i);
            break;
        }
        match->hidden |= found >= 0 ? hidden : 0;
        return found;
    }
}

long
pattern_match(const struct patterns *patterns, int first, const struct copy_items *items, size_t at,
              unsigned *hidden)
{
    struct match match = {patterns, items, TRIES, 0};
    long end = run(&match, first, at);
    if (end >= 0)
        *hidden = match.hidden;
    return end;
}
