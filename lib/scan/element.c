/* AIs and their values: element strings and brackets. */
#include <string.h>

#include "scan/check.h"
#include "scan/private.h"

enum { GS = 0x1D };

bool
scan_add(struct scan *scan, const struct ai *ai, const char *value, size_t length)
{
    if (scan->count == SCAN_AIS)
        return scan_fail(scan, SCAN_TOO_MANY, NULL, N_("it has too many AIs"));
    scan->items[scan->count++] = (struct scan_item){ai, {value, length}};
    return true;
}

static bool
judge_part(struct scan *scan, const struct ai *ai, const struct ai_part *part, const char *text,
           size_t length)
{
    if (length < part->least)
        return scan_fail(scan, SCAN_SHORT, ai, N_("its value is too short"));
    if (!check_set((enum ai_set)part->set, text, length))
        return scan_fail(scan, SCAN_CHARACTER, ai,
                         part->set == AI_N ? N_("only digits may stand there")
                                           : N_("it has a character that must not stand there"));
    for (int i = 0; i < AI_CHECKS && part->checks[i]; i++)
        if (!check_holds(scan, ai, (enum check)part->checks[i], text, length))
            return false;
    return true;
}

size_t
scan_value(struct scan *scan, const struct ai *ai, const char *value, size_t length)
{
    size_t taken = 0;
    if (length == 0)
        return scan_fail(scan, SCAN_NO_VALUE, ai, N_("it has no value"));
    for (int i = 0; i < ai->parts; i++) {
        const struct ai_part *part = &ai_part[ai->first + i];
        size_t rest = length - taken, size = rest < part->most ? rest : part->most;
        if (size == 0 && part->optional)
            continue;
        if (!judge_part(scan, ai, part, value + taken, size))
            return 0;
        taken += size;
    }
    return taken;
}

bool
scan_whole_value(struct scan *scan, const struct ai *ai, const char *value, size_t length)
{
    size_t taken = scan_value(scan, ai, value, length);
    if (taken == 0)
        return false;
    return taken == length || scan_fail(scan, SCAN_LONG, ai, N_("its value is too long"));
}

static bool
refuse_ai(struct scan *scan, const char *text, size_t length)
{
    size_t shown = 0;
    for (; shown < 4 && shown < length && text[shown] > ' ' && text[shown] < 0x7f; shown++)
        scan->stray[shown] = text[shown];
    scan->stray[shown] = '\0';
    return scan_fail(scan, SCAN_BAD_AI, NULL, N_("no AI is there"));
}

bool
scan_elements(struct scan *scan, const char *text, size_t length)
{
    const char *end = text + length;
    if (length == 0)
        return scan_fail(scan, SCAN_EMPTY, NULL, N_("behind the prefix there is nothing"));
    while (text < end) {
        const struct ai *ai = ai_find(text, (size_t)(end - text));
        if (!ai)
            return refuse_ai(scan, text, (size_t)(end - text));
        text += ai->length;
        size_t most = ai->fixed && ai->most < end - text ? ai->most : (size_t)(end - text);
        const char *separator = memchr(text, GS, most);
        size_t taken = scan_value(scan, ai, text, separator ? (size_t)(separator - text) : most);
        if (taken == 0 || !scan_add(scan, ai, text, taken))
            return false;
        text += taken;
        if (text < end && *text == GS)
            text++;
        else if (text < end && !ai->fixed)
            return scan_fail(scan, SCAN_LONG, ai,
                             N_("its value is too long, or a separator behind it is lost"));
    }
    return true;
}

/* ---- brackets --------------------------------------------------------------------------------------- */

/* Where the value ends: at the next "(" that no \ stands before. `escapes`: how many of those. */
static const char *
value_end(const char *from, const char *end, size_t *escapes)
{
    *escapes = 0;
    for (const char *at = from; (at = memchr(at, '(', (size_t)(end - at))) != NULL; at++) {
        if (at == from || at[-1] != '\\')
            return at;
        ++*escapes;
    }
    return end;
}

static const char *
unescaped(struct scan *scan, const char *text, size_t length)
{
    char *room = scan_room(scan, length), *to = room;
    for (size_t i = 0; room && i < length; i++)
        if (text[i] != '\\' || i + 1 == length || text[i + 1] != '(')
            *to++ = text[i];
    return room;
}

static bool
bracket(struct scan *scan, const char **at, const char *end)
{
    const char *name = *at + 1, *close = memchr(name, ')', (size_t)(end - name));
    if (**at != '(' || !close || close + 1 == end)
        return scan_fail(scan, SCAN_SYNTAX, NULL, N_("expected (AI) and its value"));
    const struct ai *ai = ai_named(name, (size_t)(close - name));
    if (!ai)
        return refuse_ai(scan, name, (size_t)(close - name));
    size_t escapes;
    const char *value = close + 1, *stop = value_end(value, end, &escapes);
    size_t length = (size_t)(stop - value);
    if (escapes > 0)
        value = unescaped(scan, value, length);
    *at = stop;
    return value && scan_whole_value(scan, ai, value, length - escapes) &&
           scan_add(scan, ai, value, length - escapes);
}

bool
scan_brackets(struct scan *scan, const char *text, size_t length)
{
    const char *end = text + length;
    while (text < end)
        if (!bracket(scan, &text, end))
            return false;
    return true;
}
