/* A line, folded: which patterns it has, and what they come to. */
#include <stdlib.h>
#include <string.h>

#include "copy/scan_private.h"

/* ---- what is there --------------------------------------------------------------------------------- */

static void
keep(struct hits *hits, const struct hit *hit)
{
    for (size_t i = hits->count; i-- > 0 && hits->count - i < 40;)
        if (hits->list[i].rule == hit->rule && hits->list[i].from == hit->from &&
            hits->list[i].to == hit->to)
            return;
    if (hits->count == hits->room) {
        hits->room = hits->room ? 2 * hits->room : 64;
        hits->list = mem_resize(hits->list, hits->room * sizeof *hits->list);
    }
    hits->list[hits->count++] = *hit;
}

/* Items first … end as a hit: how it was hidden is what stands inside its words, and the marks of
 * its characters. */
static struct hit
hit_of(const struct copy_items *items, const struct copy_rule *rule, size_t first, size_t end,
       unsigned evasion)
{
    for (size_t i = first; i < end; i++)
        evasion |= items->items[i].marks |
                   (i > first ? items->items[i].before & (EVASION_HIDDEN | EVASION_COMBINING) : 0);
    return (struct hit){
        rule,   items->items[first].from, items->items[end - 1].to, (uint32_t)first, (uint32_t)end,
        evasion};
}

static void
try_pattern(struct copy_scan *scan, const struct copy_items *items, const struct hook *hook,
            size_t at, unsigned must)
{
    const struct patterns *patterns = &scan->lexicon->patterns;
    size_t from = at >= hook->most ? at - hook->most : 0;
    for (size_t first = from; first + hook->least <= at; first++) {
        unsigned hidden = 0;
        if (!may_begin(patterns, hook->first, items->items[first].c))
            continue;
        const struct copy_pattern *pattern = &scan->lexicon->list[hook->pattern];
        if (pattern->rule->kind == COPY_RULE && !(pattern->rule->profiles & scan->profile))
            return;
        long end = pattern_match(patterns, pattern->first, items, first, &hidden);
        if (end <= (long)at)
            continue; /* not with what it hangs on */
        struct hit hit = hit_of(items, pattern->rule, first, (size_t)end, hidden);
        if ((hit.evasion & must) == must)
            keep(&scan->hits, &hit);
        return;
    }
}

static void
try_sound(struct copy_scan *scan, const struct copy_items *items, const struct copy_sound *sound,
          size_t at)
{
    int other = 0;
    if (at + (size_t)sound->count > items->count || !(sound->rule->profiles & scan->profile))
        return;
    for (int k = 0; k < sound->count; k++) {
        const struct copy_item *item = &items->items[at + (size_t)k];
        if (item->sound != sound->sounds[k] || (k > 0 && (item->stop || item->gap > 2)))
            return;
        other += item->c != sound->letters[k];
    }
    if (other == 0)
        return;
    struct hit hit = hit_of(items, sound->rule, at, at + (size_t)sound->count, EVASION_HOMOPHONE);
    keep(&scan->hits, &hit);
}

static void
try_key(struct copy_scan *scan, const struct copy_items *items, const struct copy_index *index,
        uint32_t key, size_t at, unsigned must)
{
    for (const struct hook *hook = index_find(index, key); hook;
         hook = hook->more ? hook + 1 : NULL)
        if (hook->pattern >= 0)
            try_pattern(scan, items, hook, at, must);
        else if (!must)
            try_sound(scan, items, &scan->lexicon->sounds[-1 - hook->pattern], at);
}

static inline bool
has(const uint64_t *bits, uint32_t bit)
{
    return bits[bit >> 6] >> (bit & 63) & 1;
}

static void
find_in(struct copy_scan *scan, const struct copy_items *items, const struct copy_index *index,
        uint8_t flag, unsigned must)
{
    const uint8_t *flags = scan->lexicon->flags;
    for (size_t i = 0; i < items->count; i++) {
        uint16_t c = items->items[i].c, next = items->items[i + 1].c;
        if (has(index->pairs, index_hash(c, next)))
            try_key(scan, items, index, index_key(c, next), i, must);
        if (flags[c] & flag)
            try_key(scan, items, index, index_key(c, 0), i, must);
    }
}

/* What hangs on syllables; whether two halves of a character stand side by side somewhere. */
static bool
find_sounds(struct copy_scan *scan, const struct copy_items *items)
{
    const struct copy_index *index = &scan->lexicon->first;
    const uint8_t *flags = scan->lexicon->flags;
    bool halves = false;
    for (size_t i = 0; i + 1 < items->count; i++) {
        const struct copy_item *one = &items->items[i];
        uint32_t key = index_sound_key(one->sound, one[1].sound, one[2].sound);
        if (has(index->sounds, index_sound_hash(key)))
            try_key(scan, items, index, key, i, 0);
        if (flags[one->c] & FLAG_LEFT && flags[one[1].c] & FLAG_RIGHT)
            halves = halves || whole_of(one->c, one[1].c);
    }
    return halves;
}

/* Whether what was found can come to anything: a rule, or cues enough with those that were not looked for. */
static bool
promising(struct copy_scan *scan)
{
    int sum = scan->lexicon->rest;
    memset(scan->best, 0, (size_t)scan->lexicon->rule_count * sizeof *scan->best);
    for (size_t i = 0; i < scan->hits.count; i++) {
        const struct copy_rule *rule = scan->hits.list[i].rule;
        if (rule->kind == COPY_RULE)
            return true;
        sum += scan->best[rule->number] ? 0 : rule->points;
        scan->best[rule->number] = 1;
    }
    return sum >= COPY_ENOUGH;
}

/* All that is there; nothing if it can come to nothing. */
static bool
find_all(struct copy_scan *scan)
{
    const struct lexicon *lexicon = scan->lexicon;
    find_in(scan, &scan->items, &lexicon->first, FLAG_FIRST, 0);
    bool halves = find_sounds(scan, &scan->items) && fold_halves(&scan->halves, &scan->items) > 0;
    if (halves)
        find_in(scan, &scan->halves, &lexicon->first, FLAG_FIRST, EVASION_SPLIT);
    if (!promising(scan))
        return false;
    find_in(scan, &scan->items, &lexicon->other, FLAG_OTHER, 0);
    if (halves)
        find_in(scan, &scan->halves, &lexicon->other, FLAG_OTHER, EVASION_SPLIT);
    return true;
}

/* ---- what it comes to ------------------------------------------------------------------------------ */

/* Whether a longer phrase that means something else covers it, or its clause denies it. */
static bool
excused(const struct copy_scan *scan, const struct hit *hit)
{
    for (size_t i = 0; i < scan->hits.count; i++) {
        const struct hit *other = &scan->hits.list[i];
        if (other->rule->kind == COPY_EXCEPT && other->from <= hit->from && other->to >= hit->to)
            return true;
        if (other->rule->kind != COPY_NEGATION || other->from > hit->from ||
            hit->item > other->last + NEGATION_REACH || (hit->evasion & EVASION_SPLIT))
            continue;
        bool same = true;
        for (uint32_t k = other->last; k <= hit->item && same; k++)
            same = scan->items.items[k].stop == 0;
        if (same)
            return true;
    }
    return false;
}

/* The bytes that are judged together: the line, or of a long one the sentence with `at` in it. */
static void
scope_of(const struct copy_scan *scan, uint32_t item, uint32_t *from, uint32_t *to)
{
    const struct copy_items *items = &scan->items;
    size_t first = 0, end = items->count;
    if (items->count > SCAN_SCOPE) {
        first = item;
        end = item + 1;
        while (first > 0 && items->items[first].stop < 2 && item - first < SCAN_SCOPE)
            first--;
        while (end < items->count && items->items[end].stop < 2 && end - item < SCAN_SCOPE)
            end++;
    }
    *from = items->items[first].from;
    *to = end > first ? items->items[end - 1].to : *from;
}

/* The sum of a scope: each cue once, of the rules the greatest. */
static int
sum_of(struct copy_scan *scan, uint32_t from, uint32_t to, bool rules)
{
    int sum = 0, greatest = 0;
    memset(scan->best, 0, (size_t)scan->lexicon->rule_count * sizeof *scan->best);
    for (size_t i = 0; i < scan->hits.count; i++) {
        const struct hit *hit = &scan->hits.list[i];
        if (hit->from < from || hit->to > to || scan->best[hit->rule->number])
            continue;
        if (hit->rule->kind == COPY_RULE && hit->rule->points > greatest && !excused(scan, hit))
            greatest = hit->rule->points;
        if (hit->rule->kind == COPY_CUE) {
            scan->best[hit->rule->number] = 1;
            sum += hit->rule->points;
        }
    }
    if (rules && scan->profile == PROFILE_MESSAGE)
        return greatest; /* words of one's own: nothing around them excuses */
    return sum + (rules ? greatest : 0);
}

static int
tell(const struct judging *judging, const struct hit *hit, const struct copy_rule *rule, int sum)
{
    if (hit->to <= judging->known && hit->from < judging->known && judging->known)
        return 0;
    int confidence = 50 + 2 * sum - (hit->evasion & (EVASION_HOMOPHONE | EVASION_SPLIT) ? 30 : 0);
    const struct copy_finding finding = {rule, judging->at + hit->from, hit->to - hit->from,
                                         confidence > 99  ? 99
                                         : confidence < 1 ? 1
                                                          : confidence,
                                         hit->evasion};
    if (judging->found(judging->context, &finding, judging->err) < 0)
        return -1;
    const struct copy_rule *hidden = judging->scan->lexicon->hidden;
    if (!hidden || !(hit->evasion & ~(unsigned)(EVASION_WIDTH | EVASION_DIGITS)))
        return 0;
    struct copy_finding other = finding;
    other.rule = hidden;
    return judging->found(judging->context, &other, judging->err);
}

static int
compare_hits(const void *a, const void *b)
{
    const struct hit *left = a, *right = b;
    if (left->from != right->from)
        return left->from < right->from ? -1 : 1;
    if (left->to != right->to)
        return left->to > right->to ? -1 : 1;
    if (left->rule->number != right->rule->number)
        return left->rule->number - right->rule->number;
    return (int)left->evasion - (int)right->evasion; /* the plainest first */
}

/* Whether a longer one of the same rule has been told. */
static bool
inside(const struct hits *hits, size_t at)
{
    const struct hit *hit = &hits->list[at];
    for (size_t i = 0; i < at; i++)
        if (hits->list[i].rule == hit->rule && hits->list[i].to >= hit->to && i != at)
            return true;
    return false;
}

/* Findings of rules whose sentence comes to enough; the number of them, or -1. */
static int
tell_rules(const struct judging *judging)
{
    struct copy_scan *scan = judging->scan;
    uint32_t from = 0, to = 0;
    int told = 0, sum = 0;
    for (size_t i = 0; i < scan->hits.count; i++) {
        const struct hit *hit = &scan->hits.list[i];
        if (hit->rule->kind != COPY_RULE || inside(&scan->hits, i) || excused(scan, hit))
            continue;
        if (hit->to > to || to == 0) {
            scope_of(scan, hit->item < scan->items.count ? hit->item : 0, &from, &to);
            sum = sum_of(scan, from, to, true);
        }
        if (sum < COPY_ENOUGH)
            continue;
        if (tell(judging, hit, hit->rule, sum) < 0)
            return -1;
        told++;
    }
    return told;
}

/* Where no rule spoke but the cues come to enough: the voice of an advertisement, at its strongest
 * cue. */
static int
tell_voice(const struct judging *judging)
{
    struct copy_scan *scan = judging->scan;
    const struct copy_rule *voice = scan->lexicon->voice;
    uint32_t from, to = 0;
    if (!voice || !(voice->profiles & scan->profile))
        return 0;
    for (size_t i = 0; i < scan->hits.count; i++) {
        const struct hit *hit = &scan->hits.list[i], *best = hit;
        if (hit->rule->kind != COPY_CUE || hit->rule->points <= 0 || (to && hit->from < to))
            continue;
        scope_of(scan, hit->item < scan->items.count ? hit->item : 0, &from, &to);
        int sum = sum_of(scan, from, to, false);
        if (sum < COPY_ENOUGH)
            continue;
        for (size_t k = i; k < scan->hits.count && scan->hits.list[k].from < to; k++)
            if (scan->hits.list[k].rule->kind == COPY_CUE &&
                scan->hits.list[k].rule->points > best->rule->points)
                best = &scan->hits.list[k];
        struct hit whole = *best;
        if (tell(judging, &whole, voice, sum - 10) < 0)
            return -1;
    }
    return 0;
}

int
judge_line(const struct judging *judging, const char *line, size_t length, size_t *bad)
{
    struct copy_scan *scan = judging->scan;
    scan->hits.count = 0;
    *bad = fold_text(&scan->items, line, length);
    if (scan->items.count == 0)
        return 0;
    if (!find_all(scan))
        return 0;
    qsort(scan->hits.list, scan->hits.count, sizeof *scan->hits.list, compare_hits);
    int told = tell_rules(judging);
    if (told < 0)
        return -1;
    return told == 0 ? tell_voice(judging) : 0;
}
