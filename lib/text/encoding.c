#include "text/encoding.h"

#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "text/utf8.h"

bool
encoding_parse(const char *name, enum encoding *encoding)
{
    static const struct {
        const char *name;
        enum encoding encoding;
    } NAMES[] = {
        {"utf-8", ENCODING_UTF8},       {"utf8", ENCODING_UTF8},   {"gb18030", ENCODING_GB18030},
        {"gb-18030", ENCODING_GB18030}, {"gbk", ENCODING_GB18030}, {"gb2312", ENCODING_GB18030},
    };

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        if (strcasecmp(name, NAMES[i].name) == 0) {
            *encoding = NAMES[i].encoding;
            return true;
        }
    }
    return false;
}

const char *
encoding_name(enum encoding encoding)
{
    switch (encoding) {
    case ENCODING_GB18030:
        return "gb18030";
    case ENCODING_UTF16:
        return "utf-16";
    default:
        return "utf-8";
    }
}

enum encoding
encoding_bom(const char *bytes, size_t length, size_t *mark)
{
    static const struct {
        const char bytes[ENCODING_BOM_MAX + 1];
        size_t length;
        enum encoding encoding;
    } MARKS[] = {
        {"\xef\xbb\xbf", 3, ENCODING_UTF8},
        {"\x84\x31\x95\x33", 4, ENCODING_GB18030},
        {"\xff\xfe", 2, ENCODING_UTF16},
        {"\xfe\xff", 2, ENCODING_UTF16},
    };

    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        *mark = MARKS[i].length;
        if (length >= *mark && memcmp(bytes, MARKS[i].bytes, *mark) == 0)
            return MARKS[i].encoding;
    }
    *mark = 0;
    return ENCODING_UNKNOWN;
}

/* Whole characters of three bytes or more in valid UTF-8. */
static size_t
long_characters(const char *bytes, size_t length)
{
    enum { LONG_BYTES = 3 };
    size_t count = 0, size;

    for (size_t at = 0; at < length; at += size) {
        utf8_next(bytes + at, length - at, &size);
        count += size >= LONG_BYTES;
    }
    return count;
}

/* Damaged UTF-8 begins with a run of Chinese characters, or has more of them than bad bytes; GB18030 read
 * as UTF-8 is mostly bad bytes from the start. */
enum encoding
encoding_guess(const char *bytes, size_t length, bool whole)
{
    enum { TAIL_MAX = 3, RUN = 2 };
    size_t at = 0, good = 0, bad = 0;

    for (;;) {
        size_t valid = utf8_valid(bytes + at, length - at);
        good += long_characters(bytes + at, valid);
        at += valid;
        if (bad == 0 && good >= RUN)
            return ENCODING_UTF8;
        if (at == length || (!whole && length - at <= TAIL_MAX))
            return good >= bad ? ENCODING_UTF8 : ENCODING_GB18030;
        at++;
        bad++;
    }
}

struct converter {
    iconv_t handle;
};

struct converter *
converter_open(void)
{
    iconv_t handle = iconv_open("UTF-8", "GB18030");

    if (handle == (iconv_t)-1)
        return NULL;
    struct converter *converter = mem_alloc(sizeof *converter);
    converter->handle = handle;
    return converter;
}

void
converter_close(struct converter *converter)
{
    if (converter == NULL)
        return;
    iconv_close(converter->handle);
    free(converter);
}

size_t
converter_run(struct converter *converter, char *from, size_t length, size_t *taken, char *to)
{
    char *start = to, *at = from;
    size_t room = 2 * length;

    iconv(converter->handle, &at, &length, &to, &room);
    iconv(converter->handle, NULL, NULL, NULL, NULL); /* a fault must not colour the next run */
    *taken = (size_t)(at - from);
    return (size_t)(to - start);
}
