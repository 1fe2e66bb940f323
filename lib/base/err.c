#include "base/err.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"

/* Cuts `text` to what fits, never inside a UTF-8 character. */
static void
fit(char *out, size_t room, const char *text, size_t length)
{
    if (length >= room) {
        length = room - 1;
        while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
            length--;
    }
    memcpy(out, text, length);
    out[length] = '\0';
}

static void
format_visible(struct str *out, const char *format, va_list args)
{
    char raw[2 * ERR_TEXT];
    int length = vsnprintf(raw, sizeof raw, format, args);
    if (length < 0)
        length = 0;
    if ((size_t)length >= sizeof raw)
        length = sizeof raw - 1;
    str_add_visible(out, raw, (size_t)length);
}

int
err_set(struct err *err, enum err_kind kind, const char *format, ...)
{
    struct str text = STR_INIT;
    va_list args;
    va_start(args, format);
    format_visible(&text, format, args);
    va_end(args);
    err->kind = kind;
    fit(err->text, sizeof err->text, text.text, text.length);
    str_release(&text);
    return -1;
}

int
err_wrap(struct err *err, const char *format, ...)
{
    struct str text = STR_INIT;
    va_list args;
    va_start(args, format);
    format_visible(&text, format, args);
    va_end(args);
    str_adds(&text, ": ");
    str_adds(&text, err->text);
    fit(err->text, sizeof err->text, text.text, text.length);
    str_release(&text);
    return -1;
}

/* In our own catalogue, since the C library's is not on every machine. */
static const char *
errno_words(int number)
{
    static const struct {
        int number;
        const char *words;
    } known[] = {
        {ENOENT, N_("No such file or directory")},
        {EACCES, N_("Permission denied")},
        {EISDIR, N_("Is a directory")},
        {ENOTDIR, N_("Not a directory")},
        {ENOSPC, N_("No space left on device")},
        {EEXIST, N_("File exists")},
        {EIO, N_("Input/output error")},
        {EROFS, N_("Read-only file system")},
        {EFBIG, N_("File too large")},
        {EMFILE, N_("Too many open files")},
        {EPIPE, N_("Broken pipe")},
    };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (known[i].number == number)
            return gettext(known[i].words);
    return strerror(number);
}

int
err_errno(struct err *err, int number, const char *format, ...)
{
    struct str text = STR_INIT;
    va_list args;
    va_start(args, format);
    format_visible(&text, format, args);
    va_end(args);
    str_addf(&text, ": %s", errno_words(number));
    err->kind = ERR_IO;
    fit(err->text, sizeof err->text, text.text, text.length);
    str_release(&text);
    return -1;
}

void
err_clear(struct err *err)
{
    err->kind = ERR_NONE;
    err->text[0] = '\0';
}

int
err_exit_code(enum err_kind kind)
{
    static const unsigned char code[] = {
        [ERR_NONE] = 0, [ERR_USAGE] = 2, [ERR_DATA] = 3,   [ERR_DB] = 4,
        [ERR_IO] = 4,   [ERR_BUSY] = 75, [ERR_MEMORY] = 4,
    };
    return code[kind];
}
