#include "text/json.h"

#include <string.h>

#include "text/utf8.h"

static bool
is_safe(char byte)
{
    return (unsigned char)byte >= 0x20 && byte != '"' && byte != '\\';
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
        str_addf(line, "\\u%04x", (unsigned)(unsigned char)byte);
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
    str_addc(line, '"');
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
