#include "text/markup.h"

void
markup_add(struct str *page, const char *text)
{
    for (; *text; text++)
        switch (*text) {
        case '&':
            str_adds(page, "&amp;");
            break;
        case '<':
            str_adds(page, "&lt;");
            break;
        case '>':
            str_adds(page, "&gt;");
            break;
        case '"':
            str_adds(page, "&quot;");
            break;
        case '\'':
            str_adds(page, "&#39;");
            break;
        case '\n':
            str_adds(page, "<br/>");
            break;
        default:
            str_addc(page, *text);
        }
}

void
markup_add_bdi(struct str *page, const char *text)
{
    str_adds(page, "<bdi>");
    markup_add(page, text);
    str_adds(page, "</bdi>");
}
