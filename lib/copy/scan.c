#include "copy/scan_private.h"

#include <stdlib.h>
#include <string.h>

#include "text/utf8.h"

struct run {
    struct copy_scan *scan;
    const char *text;
    copy_found *found;
    copy_bad *bad;
    void *context;
    struct err *err;
};

struct copy_scan *
copy_scan_new(const struct lexicon *lexicon, unsigned profile)
{
    struct copy_scan *scan = mem_alloc(sizeof *scan);
    *scan = (struct copy_scan){.lexicon = lexicon, .profile = profile};
    scan->best = mem_alloc(((size_t)lexicon->rule_count + 1) * sizeof *scan->best);
    return scan;
}

void
copy_scan_free(struct copy_scan *scan)
{
    if (!scan)
        return;
    copy_items_free(&scan->items);
    copy_items_free(&scan->halves);
    free(scan->hits.list);
    free(scan->best);
    free(scan);
}

/* ---- the filter ------------------------------------------------------------------------------------ */

static inline bool
has(const uint64_t *bits, uint32_t first, uint32_t second)
{
    uint32_t bit = index_hash(first, second);
    return bits[bit >> 6] >> (bit & 63) & 1;
}

/* A character that is not of one or three good bytes: its code in the index; `bytes` 0 if it is none. */
static uint32_t
rare_code(const struct copy_index *index, const unsigned char *at, size_t left, size_t *bytes)
{
    int32_t code = utf8_next((const char *)at, left, bytes);
    if (code == UTF8_REPLACEMENT && *bytes == 1)
        *bytes = 0;
    if (code < 0x10000)
        return index->codes[code];
    uint16_t c = fold_code(code);
    return c > 0 && c < SKIP_LAST ? INDEX_SKIP : c < FOLD_MORE ? index->codes[c] : INDEX_NOTHING;
}

static inline bool
three(const unsigned char *at, const unsigned char *end)
{
    return at + 2 < end && (at[0] & 0xf0) == 0xe0 && (at[1] & 0xc0) == 0x80 &&
           (at[2] & 0xc0) == 0x80 && !(at[0] == 0xe0 && at[1] < 0xa0) &&
           !(at[0] == 0xed && at[1] > 0x9f);
}

/* Whether the pair is one of those, and not only of their hash: something hangs on it, or it may be halves. */
static bool
known(const struct copy_index *index, uint32_t first, uint32_t second)
{
    return index_find(index, index_key(first, second)) >= 0 ||
           whole_of((uint16_t)first, (uint16_t)second);
}

/* Whether a line is worth a look: it has a pair that patterns hang on, or a byte that is no character. */
static bool
worth(const struct copy_index *index, const unsigned char *at, const unsigned char *end)
{
    uint32_t last = 0, last_sound = 0;
    while (at < end) {
        uint32_t code;
        if (*at < 0x80) {
            code = index->codes[*at++];
        } else if (three(at, end)) {
            code = index->codes[(at[0] & 15u) << 12 | (at[1] & 63u) << 6 | (at[2] & 63u)];
            at += 3;
        } else {
            size_t bytes;
            code = rare_code(index, at, (size_t)(end - at), &bytes);
            if (bytes == 0)
                return true;
            at += bytes;
        }
        uint32_t c = code & 0xffff, sound = code >> 16;
        if (c == INDEX_SKIP)
            continue;
        if (c && has(index->pairs, last, c) && known(index, last, c))
            return true;
        if (sound && has(index->sounds, last_sound, sound) &&
            index_find(index, index_key(last_sound, sound) | (uint32_t)SOUND_KEY << 1) >= 0)
            return true;
        last = c;
        last_sound = sound;
    }
    return false;
}

/* ---- lines ----------------------------------------------------------------------------------------- */

/* Where a window that begins at `line` ends: behind a sentence if there is an end of one, never
 * inside a character. */
static size_t
window_end(const char *line, size_t length)
{
    if (length <= SCAN_WINDOW)
        return length;
    size_t end = SCAN_WINDOW;
    while (end > SCAN_WINDOW - 4 && ((unsigned char)line[end] & 0xc0) == 0x80)
        end--;
    return end;
}

static int
look(const struct run *run, size_t at, size_t length)
{
    size_t known = 0, told = 0, bad = 0;
    const size_t from = at;
    for (;;) {
        size_t end = window_end(run->text + at, length), bad_here = 0;
        const struct judging judging = {run->scan, at, known, run->found, run->context, run->err};
        if (worth(&run->scan->lexicon->index, (const unsigned char *)run->text + at,
                  (const unsigned char *)run->text + at + end) &&
            judge_line(&judging, run->text + at, end, &bad_here) < 0)
            return -1;
        if (bad_here && !bad)
            told = at - from;
        bad += bad_here;
        if (end == length)
            break;
        size_t next = end - SCAN_OVERLAP;
        while (((unsigned char)run->text[at + next] & 0xc0) == 0x80 && next < end)
            next++;
        known = end - next;
        at += next;
        length -= next;
    }
    if (!bad || !run->bad)
        return 0;
    told = from + told + utf8_valid(run->text + from + told, at + length - from - told);
    return run->bad(run->context, told, run->err);
}

int
copy_scan_text(struct copy_scan *scan, const char *text, size_t length, copy_found *found,
               copy_bad *bad, void *context, struct err *err)
{
    const struct run run = {scan, text, found, bad, context, err};
    for (size_t at = 0; at < length;) {
        const char *end = memchr(text + at, '\n', length - at);
        size_t line = end ? (size_t)(end - text) - at : length - at;
        if (look(&run, at, line) < 0)
            return -1;
        at += line + 1;
    }
    return 0;
}

void
copy_evasion_words(unsigned evasion, struct str *to)
{
    for (int i = 0; i < EVASIONS; i++)
        if (evasion >> i & 1)
            str_addf(to, "%s%s", to->length ? "," : "", evasion_words[i]);
}
