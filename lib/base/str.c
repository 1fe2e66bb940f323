#include "base/str.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

char str_empty[1] = "";

void
str_release(struct str *str)
{
    if (str->room)
        free(str->text);
    *str = (struct str)STR_INIT;
}

void
str_clear(struct str *str)
{
    str_cut(str, 0);
}

void
str_cut(struct str *str, size_t length)
{
    if (length >= str->length)
        return;
    str->length = length;
    str->text[length] = '\0';
}

void
str_grow(struct str *str, size_t more)
{
    size_t room = str->room ? str->room : 64;
    while (room - 1 < str->length + more)
        room += room / 2;
    str->text = mem_resize(str->room ? str->text : NULL, room);
    str->room = room;
    str->text[str->length] = '\0';
}

void
str_add(struct str *str, const char *bytes, size_t length)
{
    if (!length)
        return;
    str_need(str, length);
    memcpy(str->text + str->length, bytes, length);
    str->length += length;
    str->text[str->length] = '\0';
}

void
str_adds(struct str *str, const char *text)
{
    str_add(str, text, strlen(text));
}

void
str_addc(struct str *str, char byte)
{
    str_need(str, 1);
    str->text[str->length++] = byte;
    str->text[str->length] = '\0';
}

void
str_addf(struct str *str, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (length <= 0)
        return;
    str_need(str, (size_t)length);
    va_start(args, format);
    vsnprintf(str->text + str->length, (size_t)length + 1, format, args);
    va_end(args);
    str->length += (size_t)length;
}

void
str_add_visible(struct str *str, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (byte == '\n')
            str_adds(str, "\\n");
        else if (byte == '\r')
            str_adds(str, "\\r");
        else if (byte == '\t')
            str_adds(str, "\\t");
        else if (byte < 0x20 || byte == 0x7F)
            str_addf(str, "\\x%02X", byte);
        else
            str_addc(str, text[i]);
    }
}

void
str_add_shell(struct str *str, const char *text)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                "%+,-./:=@_";
    if (*text && text[strspn(text, plain)] == '\0') {
        str_adds(str, text);
        return;
    }
    str_addc(str, '\'');
    for (; *text; text++)
        str_adds(str, *text == '\'' ? "'\\''" : (char[]){*text, '\0'});
    str_addc(str, '\'');
}

bool
str_starts(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

bool
str_ends(const char *text, const char *suffix)
{
    size_t length = strlen(text), tail = strlen(suffix);
    return length >= tail && strcmp(text + length - tail, suffix) == 0;
}

/* ---- the nearest word ------------------------------------------------------------------------- */

enum { NEAR_MAX = 64 };

/* A word by characters, capitals made small; a longer one than is compared has count 0. */
struct letters {
    uint32_t letters[NEAR_MAX];
    size_t count;
};

/* The bytes of a character are gathered into one number: which it is does not matter here. */
static void
read_letters(const char *word, struct letters *out)
{
    out->count = 0;
    for (; *word; word++) {
        unsigned char byte = (unsigned char)*word;
        if ((byte & 0xC0) == 0x80 && out->count) {
            out->letters[out->count - 1] = out->letters[out->count - 1] << 8 | byte;
            continue;
        }
        if (out->count == NEAR_MAX) {
            out->count = 0;
            return;
        }
        out->letters[out->count++] = byte >= 'A' && byte <= 'Z' ? byte | 0x20u : byte;
    }
}

static unsigned
least(unsigned a, unsigned b, unsigned c)
{
    unsigned m = a < b ? a : b;
    return m < c ? m : c;
}

/* Optimal string alignment distance (Damerau-Levenshtein without repeats). */
static unsigned
distance(const struct letters *a, const struct letters *b)
{
    const uint32_t *x = a->letters, *y = b->letters;
    unsigned row[3][NEAR_MAX + 1];
    for (size_t j = 0; j <= b->count; j++)
        row[0][j] = (unsigned)j;
    for (size_t i = 1; i <= a->count; i++) {
        unsigned *now = row[i % 3], *last = row[(i + 2) % 3], *before = row[(i + 1) % 3];
        now[0] = (unsigned)i;
        for (size_t j = 1; j <= b->count; j++) {
            bool same = x[i - 1] == y[j - 1];
            now[j] = least(now[j - 1] + 1, last[j] + 1, last[j - 1] + !same);
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1] &&
                before[j - 2] + 1 < now[j])
                now[j] = before[j - 2] + 1;
        }
    }
    return row[a->count % 3][b->count];
}

const char *
str_nearest(const char *word, const char *const *list, size_t count)
{
    struct letters meant, other;
    const char *best = NULL;
    unsigned best_distance = UINT32_MAX;
    read_letters(word, &meant);
    for (size_t i = 0; i < count && meant.count; i++) {
        read_letters(list[i], &other);
        unsigned found = other.count ? distance(&meant, &other) : UINT32_MAX / 3;
        size_t longer = meant.count > other.count ? meant.count : other.count;
        if (found * 3 <= longer && found < best_distance) {
            best = list[i];
            best_distance = found;
        }
    }
    return best;
}
