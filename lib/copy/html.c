/* What of HTML is shown. Pages from the wild: nothing is refused, what is not closed ends with the
 * file. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "copy/document.h"
#include "text/utf8.h"

struct page {
    struct document *document;
    const char *bytes;
    size_t at, size;
};

static bool
among(const char *name, size_t length, const char *list)
{
    for (const char *word = list; *word;
         word += strcspn(word, " ") + (word[strcspn(word, " ")] == ' '))
        if (strcspn(word, " ") == length && strncasecmp(word, name, length) == 0)
            return true;
    return false;
}

/* The end of a line of the text, unless there is one already. */
static void
new_line(struct page *page)
{
    const struct str *own = &page->document->own;
    if (own->length && own->text[own->length - 1] != '\n')
        document_put(page->document, "\n", 1, page->at);
}

/* ---- words ----------------------------------------------------------------------------------------- */

static size_t
put_code(struct page *page, unsigned long code, size_t from, size_t length)
{
    char text[4];
    size_t bytes = code < 0x110000 ? utf8_put((int32_t)code, text) : 0;
    if (bytes == 0)
        return 0;
    /* all of them stand where the reference stands; the last one ends it */
    for (size_t i = 0; i < bytes; i++)
        document_put(page->document, text + i, 1,
                     i + 1 == bytes && bytes > 1 ? from + length - 1 : from);
    return length;
}

/* A character reference at `at`: its length, or 0. */
static size_t
put_reference(struct page *page, size_t at, size_t end)
{
    static const struct {
        const char *name;
        unsigned code;
    } known[] = {{"amp;", '&'},      {"lt;", '<'},        {"gt;", '>'},       {"quot;", '"'},
                 {"apos;", '\''},    {"nbsp;", 0xa0},     {"ensp;", 0x2002},  {"emsp;", 0x2003},
                 {"middot;", 0xb7},  {"hellip;", 0x2026}, {"mdash;", 0x2014}, {"ldquo;", 0x201c},
                 {"rdquo;", 0x201d}, {"zwnj;", 0x200c},   {"zwj;", 0x200d},   {"shy;", 0xad},
                 {"yen;", 0xa5},     {"times;", 0xd7}};
    size_t left = end - at - 1;
    const char *name = page->bytes + at + 1;
    if (left > 2 && name[0] == '#') {
        char digits[12] = {0};
        bool hex = name[1] == 'x' || name[1] == 'X';
        size_t from = 1 + hex, n = 0;
        while (from + n < left && n < sizeof digits - 1 &&
               strchr(hex ? "0123456789abcdefABCDEF" : "0123456789", name[from + n]) &&
               name[from + n])
            digits[n] = name[from + n], n++;
        size_t length = 1 + from + n + (from + n < left && name[from + n] == ';');
        return n ? put_code(page, strtoul(digits, NULL, hex ? 16 : 10), at, length) : 0;
    }
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strlen(known[i].name) <= left &&
            memcmp(name, known[i].name, strlen(known[i].name)) == 0)
            return put_code(page, known[i].code, at, strlen(known[i].name) + 1);
    return 0;
}

/* Bytes that are shown: references are resolved, the ends of lines are spaces. */
static void
put_words(struct page *page, size_t from, size_t end)
{
    size_t at = from;
    while (at < end) {
        char c = page->bytes[at];
        if (c != '&' && c != '\n') {
            at++;
            continue;
        }
        document_take(page->document, from, at - from);
        size_t length = c == '&' ? put_reference(page, at, end) : 1;
        if (c == '\n')
            document_put(page->document, " ", 1, at);
        from = at;
        at += length ? length : 1;
        from = length ? at : from;
    }
    document_take(page->document, from, end - from);
}

/* ---- tags ------------------------------------------------------------------------------------------ */

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* One attribute; those that are shown are lines of their own. */
static void
take_attribute(struct page *page)
{
    size_t name = page->at;
    while (page->at < page->size && !is_blank(page->bytes[page->at]) &&
           !strchr("=>/", page->bytes[page->at]))
        page->at++;
    size_t name_length = page->at - name;
    while (page->at < page->size && is_blank(page->bytes[page->at]))
        page->at++;
    if (page->at >= page->size || page->bytes[page->at] != '=')
        return;
    page->at++;
    while (page->at < page->size && is_blank(page->bytes[page->at]))
        page->at++;
    char quote =
        page->at < page->size && strchr("\"'", page->bytes[page->at]) ? page->bytes[page->at++] : 0;
    size_t value = page->at;
    while (page->at < page->size &&
           (quote ? page->bytes[page->at] != quote
                  : !is_blank(page->bytes[page->at]) && page->bytes[page->at] != '>'))
        page->at++;
    if (among(page->bytes + name, name_length, "alt title placeholder aria-label content")) {
        new_line(page);
        put_words(page, value, page->at);
        new_line(page);
    }
    page->at += quote && page->at < page->size;
}

static void
skip_to(struct page *page, const char *end)
{
    size_t length = strlen(end);
    while (page->at + length <= page->size && strncasecmp(page->bytes + page->at, end, length) != 0)
        page->at++;
    page->at = page->at + length <= page->size ? page->at + length : page->size;
}

/* A tag, a comment or what is not shown, from its "<" on. */
static void
take_tag(struct page *page)
{
    static const char inner[] = "a abbr b bdi bdo big cite code del dfn em font i img input ins "
                                "kbd label mark q rp rt ruby s "
                                "samp small span strike strong sub sup time tt u var wbr";
    if (page->size - page->at >= 4 && memcmp(page->bytes + page->at, "<!--", 4) == 0) {
        skip_to(page, "-->");
        return;
    }
    bool closes = page->bytes[++page->at] == '/';
    size_t name = page->at += closes;
    while (page->at < page->size && !is_blank(page->bytes[page->at]) &&
           !strchr(">/", page->bytes[page->at]))
        page->at++;
    size_t length = page->at - name;
    if (!among(page->bytes + name, length, inner))
        new_line(page);
    while (page->at < page->size && page->bytes[page->at] != '>') {
        if (is_blank(page->bytes[page->at]) || strchr("/=", page->bytes[page->at]))
            page->at++;
        else
            take_attribute(page);
    }
    page->at += page->at < page->size;
    if (!closes && among(page->bytes + name, length, "script"))
        skip_to(page, "</script>");
    else if (!closes && among(page->bytes + name, length, "style"))
        skip_to(page, "</style>");
}

void
document_html(struct document *document)
{
    struct page page = {document, document->bytes, 0, document->size};
    while (page.at < page.size) {
        char next = page.at + 1 < page.size ? page.bytes[page.at + 1] : 0;
        bool tag =
            page.bytes[page.at] == '<' &&
            ((next | 32) >= 'a' ? (next | 32) <= 'z' : next == '/' || next == '!' || next == '?');
        if (tag) {
            take_tag(&page);
            continue;
        }
        size_t from = page.at++;
        while (page.at < page.size && page.bytes[page.at] != '<')
            page.at++;
        put_words(&page, from, page.at);
    }
    document->text = document->own.text;
    document->length = document->own.length;
}
