#include "text/json.h"

#include <stdint.h>
#include <string.h>

#include "text/utf8.h"

static bool
is_safe(char byte)
{
    return (unsigned char)byte >= 0x20 && byte != '"' && byte != '\\';
}

/* Whether one of eight bytes is `byte`; and is below it, if all are ASCII. */
#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))
#define HAS(word, byte) ((((word) ^ EACH(byte)) - EACH(1)) & ~((word) ^ EACH(byte)) & EACH(0x80))
#define HAS_LESS(word, byte) (((word)-EACH(byte)) & ~(word)&EACH(0x80))

/* How many bytes from the first on are ASCII and need no escape: nearly always all. */
static size_t
safe_ascii(const char *text, size_t length)
{
    size_t i = 0;

    for (uint64_t word; length - i >= sizeof word; i += sizeof word) {
        memcpy(&word, text + i, sizeof word);
        if ((word & EACH(0x80)) | HAS_LESS(word, 0x20) | HAS(word, '"') | HAS(word, '\\'))
            break;
    }
    while (i < length && is_safe(text[i]) && (unsigned char)text[i] < 0x80)
        i++;
    return i;
}

static void
add_escape(struct str *line, char byte)
{
    static const char BYTES[] = "\"\\\n\r\t\b\f", CODES[] = "\"\\nrtbf";
    const char *found = byte == '\0' ? NULL : strchr(BYTES, byte);

    if (found != NULL) {
        str_addc(line, '\\');
        str_addc(line, CODES[found - BYTES]);
    } else {
        static const char DIGITS[] = "0123456789abcdef";
        char code[] = {'\\', 'u', '0', '0', DIGITS[(unsigned char)byte >> 4], DIGITS[byte & 15]};
        str_add(line, code, sizeof code);
    }
}

static void
add_valid(struct str *line, const char *text, size_t length)
{
    size_t from = 0;

    for (size_t i = 0; i < length; i++) {
        if (is_safe(text[i]))
            continue;
        str_add(line, text + from, i - from);
        add_escape(line, text[i]);
        from = i + 1;
    }
    str_add(line, text + from, length - from);
}

void
json_add_string(struct str *line, const char *text, size_t length)
{
    size_t safe = safe_ascii(text, length);

    str_need(line, safe + 2);
    line->text[line->length] = '"';
    memcpy(line->text + line->length + 1, text, safe);
    str_grown(line, safe + 1);
    text += safe;
    length -= safe;
    while (length > 0) {
        size_t valid = utf8_valid(text, length), bad = valid < length;
        add_valid(line, text, valid);
        if (bad)
            str_adds(line, "\xef\xbf\xbd");
        text += valid + bad;
        length -= valid + bad;
    }
    str_addc(line, '"');
}
