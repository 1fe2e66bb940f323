/* A scan in words. */
#include <string.h>

#include "scan/private.h"

const char *
scan_kind_word(enum scan_kind kind)
{
    static const char *const WORDS[] = {
        [SCAN_UNKNOWN] = NULL,  [SCAN_GS1] = "gs1",       [SCAN_EAN13] = "ean13",
        [SCAN_EAN8] = "ean8",   [SCAN_UPCA] = "upca",     [SCAN_UPCE] = "upce",
        [SCAN_ITF14] = "itf14", [SCAN_HIBC] = "hibc",     [SCAN_MA] = "ma",
        [SCAN_EPC] = "epc",     [SCAN_SERIAL] = "serial", [SCAN_PLAIN] = "plain",
        [SCAN_URI] = "uri",
    };
    return WORDS[kind];
}

const char *
scan_fault_word(enum scan_fault fault)
{
    static const char *const WORDS[] = {
        [SCAN_FINE] = NULL,
        [SCAN_EMPTY] = "empty",
        [SCAN_TOO_LONG] = "too-long",
        [SCAN_TOO_MANY] = "too-many",
        [SCAN_NO_SCHEME] = "unknown-code",
        [SCAN_BAD_PREFIX] = "prefix",
        [SCAN_SYNTAX] = "syntax",
        [SCAN_BAD_AI] = "unknown-ai",
        [SCAN_NO_VALUE] = "no-value",
        [SCAN_SHORT] = "short",
        [SCAN_LONG] = "long",
        [SCAN_CHARACTER] = "character",
        [SCAN_CHECK_DIGIT] = "check-digit",
        [SCAN_DATE] = "date",
        [SCAN_TIME] = "time",
        [SCAN_VALUE] = "value",
        [SCAN_PAIR] = "pair",
        [SCAN_REPEAT] = "repeat",
        [SCAN_LINK] = "link",
        [SCAN_ORPHAN] = "orphan",
    };
    return WORDS[fault];
}

static void
add_ai(struct str *to, const char *name)
{
    str_addc(to, '(');
    str_adds(to, name);
    str_addc(to, ')');
}

void
scan_error(const struct scan *scan, struct str *to)
{
    str_adds(to, scan_fault_word(scan->fault));
    str_adds(to, ": ");
    if (scan->ai) {
        add_ai(to, scan->ai->name);
        str_adds(to, ": ");
    }
    str_adds(to, _(scan->reason));
    if (scan->other) {
        str_addc(to, ' ');
        add_ai(to, scan->other->name);
    }
    if (scan->stray[0] != '\0') {
        str_adds(to, ": ");
        str_adds(to, scan->stray);
    }
}

static bool
is_repeat(const struct scan *scan, int number)
{
    for (int i = 0; i < number; i++)
        if (scan->items[i].ai == scan->items[number].ai)
            return true;
    return false;
}

/* `value` with a backslash before each `mark`. */
static void
add_escaped(struct str *to, const struct scan_text *value, char mark)
{
    const char *from = value->at, *end = value->at + value->length, *at;
    while ((at = memchr(from, mark, (size_t)(end - from))) != NULL) {
        str_add(to, from, (size_t)(at - from));
        str_addc(to, '\\');
        str_addc(to, mark);
        from = at + 1;
    }
    str_add(to, from, (size_t)(end - from));
}

void
scan_bracketed(const struct scan *scan, struct str *to)
{
    for (int i = 0; i < scan->count; i++) {
        if (is_repeat(scan, i))
            continue;
        add_ai(to, scan->items[i].ai->name);
        add_escaped(to, &scan->items[i].value, '(');
    }
}

/* No AI's characters but " need an escape in JSON. */
void
scan_json(const struct scan *scan, struct str *to)
{
    const char *before = "{\"";
    for (int i = 0; i < scan->count; i++) {
        if (is_repeat(scan, i))
            continue;
        str_adds(to, before);
        str_add(to, scan->items[i].ai->name, scan->items[i].ai->length);
        str_add(to, "\":\"", 3);
        add_escaped(to, &scan->items[i].value, '"');
        before = "\",\"";
    }
    str_adds(to, scan->count > 0 ? "\"}" : "{}");
}
