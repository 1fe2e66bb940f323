/* GS1 Digital Link: scheme://domain/…/AI/value/AI/value?AI=value&other=…#… */
#include <string.h>

#include "scan/check.h"
#include "scan/private.h"

enum { STEPS = 8 }; /* a key and its qualifiers are at most four */

/* RFC 3986's characters, and those of them that no domain has */
static const char MARKS[] = "-._~:/?#[]@!$&'()*+,;=%";
static const char NO_DOMAIN[] = "_~?#@!$&'()*+,;=%";

struct path {
    int count;
    const struct ai *steps[STEPS]; /* the key first */
};

static bool
is_letter_or_digit(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z');
}

static bool
judge_characters(struct scan *scan, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!is_letter_or_digit(text[i]) && (text[i] == '\0' || !strchr(MARKS, text[i])))
            return scan_fail(scan, SCAN_CHARACTER, NULL,
                             N_("the link has a character that no link may have"));
    return true;
}

/* Where the path begins; NULL with a fault. */
static const char *
skip_domain(struct scan *scan, const char *text, const char *end)
{
    const char *slash = text;
    for (; slash < end && *slash != '/'; slash++)
        if (strchr(NO_DOMAIN, *slash)) {
            scan_fail(scan, SCAN_LINK, NULL, N_("its domain has a character that none may have"));
            return NULL;
        }
    if (slash == text || slash == end) {
        scan_fail(scan, SCAN_LINK, NULL, N_("it has no domain or no path"));
        return NULL;
    }
    return slash;
}

/* ---- values ----------------------------------------------------------------------------------------- */

/* Percent-decoded; a % that no two digits follow stays. NULL: a NUL is in it, or there is no room. */
static const char *
decoded(struct scan *scan, const struct ai *ai, const char *text, size_t *length, bool query)
{
    bool plain = !memchr(text, '%', *length) && !(query && memchr(text, '+', *length));
    char *room = plain ? NULL : scan_room(scan, *length), *to = room;
    if (plain || !room)
        return plain ? text : NULL;
    for (size_t i = 0; i < *length; i++) {
        int high = i + 2 < *length && text[i] == '%' ? scan_hex(text[i + 1]) : -1;
        int low = high >= 0 ? scan_hex(text[i + 2]) : -1;
        if (low >= 0)
            i += 2;
        *to++ = low >= 0 ? (char)(16 * high + low) : query && text[i] == '+' ? ' ' : text[i];
    }
    *length = (size_t)(to - room);
    if (memchr(room, '\0', *length)) {
        scan_fail(scan, SCAN_CHARACTER, ai, N_("it has a character that must not stand there"));
        return NULL;
    }
    return room;
}

static bool
add(struct scan *scan, const struct ai *ai, const char *text, size_t length, bool query)
{
    const char *value = decoded(scan, ai, text, &length, query);
    if (!value || !scan_whole_value(scan, ai, value, length))
        return false;
    for (int i = 0; i < scan->count; i++)
        if (scan->items[i].ai == ai)
            return scan_fail(scan, SCAN_REPEAT, ai, N_("it stands there twice"));
    return scan_add(scan, ai, value, length);
}

/* ---- the path --------------------------------------------------------------------------------------- */

/* From the end back, pairs AI/value, until the AI is a key: where that AI stands. */
static const char *
find_key(const char *from, const char *end)
{
    const char *stop = end;
    while (stop > from) {
        const char *value = stop, *name;
        while (value > from && value[-1] != '/')
            value--;
        if (value <= from + 1)
            return NULL;
        for (name = value - 1; name > from && name[-1] != '/'; name--)
            ;
        const struct ai *ai = ai_named(name, (size_t)(value - 1 - name));
        if (!ai)
            return NULL;
        if (ai->key)
            return name;
        stop = name - 1;
    }
    return NULL;
}

static bool
read_path(struct scan *scan, struct path *path, const char *at, const char *end)
{
    while (at < end) {
        const char *slash = memchr(at, '/', (size_t)(end - at)), *value = slash + 1;
        const struct ai *ai = ai_named(at, (size_t)(slash - at));
        const char *stop = memchr(value, '/', (size_t)(end - value));
        if (!stop)
            stop = end;
        if (path->count == STEPS)
            return scan_fail(scan, SCAN_LINK, NULL, N_("its path has too many AIs"));
        path->steps[path->count++] = ai;
        if (!add(scan, ai, value, (size_t)(stop - value), false))
            return false;
        at = stop < end ? stop + 1 : end;
    }
    return true;
}

/* The place of an AI in "22,10,21", from 1; 0: it is not there. */
static int
place(const struct ai *ai, const char *list, size_t length)
{
    int number = 1;
    for (const char *at = list; at < list + length; number++) {
        const char *comma = memchr(at, ',', (size_t)(list + length - at));
        size_t size = (size_t)((comma ? comma : list + length) - at);
        if (size == ai->length && memcmp(at, ai->name, size) == 0)
            return number;
        at += size + 1;
    }
    return 0;
}

/* Whether the qualifiers stand in one of the key's lists, in its order; with `more`, whether
 * that one would belong among them. */
static bool
belongs(const struct path *path, const struct ai *more)
{
    const char *list = path->steps[0]->path;
    for (size_t size; *list; list += size + (list[size] == '|')) {
        int last = 0, step;
        size = strcspn(list, "|");
        for (step = 1; step < path->count; step++) {
            int here = place(path->steps[step], list, size);
            if (here <= last)
                break;
            last = here;
        }
        if (step == path->count && (!more || place(more, list, size) > 0))
            return true;
    }
    return path->count == 1 && !more;
}

/* ---- the query -------------------------------------------------------------------------------------- */

static bool
read_parameter(struct scan *scan, const struct path *path, const char *at, size_t length)
{
    const char *equals = memchr(at, '=', length);
    size_t name = equals ? (size_t)(equals - at) : 0;
    if (!equals || !check_digits(at, name))
        return true; /* somebody else's */
    const struct ai *ai = ai_named(at, name);
    if (!ai) {
        for (size_t i = 0; i < name && i < 4; i++)
            scan->stray[i] = at[i];
        return scan_fail(scan, SCAN_BAD_AI, NULL, N_("no AI is there"));
    }
    if (!add(scan, ai, equals + 1, length - name - 1, true))
        return false;
    if (!ai->attribute)
        return scan_fail(scan, SCAN_LINK, ai, N_("it must not stand in the query of a link"));
    if (belongs(path, ai))
        return scan_fail(scan, SCAN_LINK, ai, N_("it belongs into the path of the link"));
    return true;
}

static bool
read_query(struct scan *scan, const struct path *path, const char *at, const char *end)
{
    while (at < end) {
        const char *stop = memchr(at, '&', (size_t)(end - at));
        if (!stop)
            stop = end;
        if (!read_parameter(scan, path, at, (size_t)(stop - at)))
            return false;
        at = stop < end ? stop + 1 : end;
    }
    return true;
}

bool
scan_link(struct scan *scan, const char *text, size_t length)
{
    struct path path = {0};
    const char *end = text + length;
    scan->kind = SCAN_GS1;
    if (!judge_characters(scan, text, length))
        return false;
    const char *from = skip_domain(scan, (const char *)memchr(text, ':', length) + 3, end);
    if (!from)
        return false;
    const char *fragment = memchr(from, '#', (size_t)(end - from));
    if (fragment)
        end = fragment;
    const char *query = memchr(from, '?', (size_t)(end - from));
    const char *stop = query ? query : end, *key = find_key(from, stop);
    if (!key)
        return scan_fail(scan, SCAN_LINK, NULL, N_("no key of GS1 (as /01/…) is in its path"));
    if (!read_path(scan, &path, key, stop))
        return false;
    if (!belongs(&path, NULL))
        return scan_fail(scan, SCAN_LINK, path.steps[0],
                         N_("these qualifiers must not follow it, or not so"));
    return !query || read_query(scan, &path, query + 1, end);
}
