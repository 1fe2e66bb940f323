#include "copy/scan_private.h"

#include <stdlib.h>
#include <string.h>

#include "copy/fold_data.h"
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

/* Whether a line is worth folding. One that is all ASCII is looked at here, for pairs and characters that
 * something hangs on. */
static bool
worth(const struct lexicon *lexicon, const char *text, size_t length)
{
    const uint32_t *fold = copy_fold_table[copy_fold_page[0]];
    uint32_t last = 0;
    if (utf8_ascii(text, length) < length)
        return true;
    for (size_t at = 0; at < length; at++) {
        uint32_t c = fold[(unsigned char)text[at]] & 0xff;
        if (c < SKIP_LAST)
            continue;
        if (lexicon->ascii[last][c >> 6] >> (c & 63) & 1)
            return true;
        last = c;
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
        if (worth(run->scan->lexicon, run->text + at, end) &&
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
