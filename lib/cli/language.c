#include "cli/language.h"

#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

enum { LONGEST_NAME = 128, LONGEST_PATH = 4096 };

/* Messages are written in English: with LC_MESSAGES left in C, gettext hands them back. LC_CTYPE stays in C:
 * all text here is UTF-8 by itself, and loading it costs a short run a twentieth. So catalogues must be
 * told the character set, the C library's own (strerror) too. */
void
language_use(bool zh, const char *share)
{
    char directory[LONGEST_PATH];
    setlocale(LC_MESSAGES, zh ? "C.UTF-8" : "C");
    if (!zh)
        return;
    setenv("LANGUAGE", "zh_CN", 1);
    int length = snprintf(directory, sizeof directory, "%s/locale", share);
    if (length < 0 || (size_t)length >= sizeof directory)
        return;
    bindtextdomain("medi", directory);
    bind_textdomain_codeset("medi", "UTF-8");
    bind_textdomain_codeset("libc", "UTF-8");
    textdomain("medi");
}

/* The key that xgettext makes of msgctxt "column". */
const char *
language_heading(const char *column)
{
    char key[LONGEST_NAME];
    int length = snprintf(key, sizeof key, "column\004%s", column);
    if (length < 0 || (size_t)length >= sizeof key)
        return NULL;
    const char *heading = gettext(key);
    return heading == key ? NULL : heading;
}
