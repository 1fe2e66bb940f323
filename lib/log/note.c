#include "log/note.h"

#include <string.h>

#include "base/codec.h"
#include "base/str.h"
#include "text/utf8.h"

static const char dash[] = "\xe2\x80\x94 "; /* U+2014 and a space */
enum { DASH = sizeof dash - 1 };

static int
malformed(struct err *err, const char *why)
{
    return err_set(err, ERR_DATA, _("no signed note: %s"), why);
}

static bool
is_clean(const char *bytes, size_t length)
{
    if (utf8_valid(bytes, length) != length)
        return false;
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)bytes[i] < 0x20 && bytes[i] != '\n')
            return false;
    return true;
}

/* Where the signatures begin: behind the last empty line. NULL: there is none, or nothing before it. */
static const char *
find_signatures(const char *bytes, size_t length)
{
    for (size_t i = length; i-- > 1;)
        if (bytes[i] == '\n' && bytes[i - 1] == '\n')
            return bytes + i + 1;
    return NULL;
}

/* "— NAME BASE64" without its newline. */
static bool
read_signature(struct note_signature *signature, const char *line, size_t length)
{
    unsigned char bytes[NOTE_ID + 4096];
    if (length <= DASH || memcmp(line, dash, DASH) != 0)
        return false;
    const char *name = line + DASH, *space = memchr(name, ' ', length - DASH);
    if (!space || !note_name_is_good(name, (size_t)(space - name)))
        return false;
    long count = base64_decode(bytes, sizeof bytes, space + 1, (size_t)(line + length - space - 1));
    if (count <= NOTE_ID)
        return false;
    *signature = (struct note_signature){.name = name, .name_length = (size_t)(space - name)};
    memcpy(signature->id, bytes, NOTE_ID);
    signature->whole = count == NOTE_ID + SIGN_SIZE;
    if (signature->whole)
        memcpy(signature->bytes, bytes + NOTE_ID, SIGN_SIZE);
    return true;
}

int
note_parse(struct arena *arena, struct note *note, const char *bytes, size_t length,
           struct err *err)
{
    const char *end = bytes + length;
    *note = (struct note){.bytes = bytes, .length = length, .text = bytes};
    if (length > NOTE_MOST)
        return malformed(err, _("it is too long"));
    if (!is_clean(bytes, length))
        return malformed(err, _("it is not UTF-8, or has control characters"));
    const char *line = find_signatures(bytes, length);
    if (!line || line == end || end[-1] != '\n')
        return malformed(err, _("it does not end with an empty line and lines of signatures"));
    note->text_length = (size_t)(line - bytes) - 1;
    note->signatures = arena_array(arena, NOTE_SIGNATURES, sizeof *note->signatures);
    while (line < end) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));
        if (note->count == NOTE_SIGNATURES)
            return malformed(err, _("it has too many signatures"));
        if (!read_signature(&note->signatures[note->count++], line, (size_t)(stop - line)))
            return malformed(err, _("behind the empty line stands what is no signature"));
        line = stop + 1;
    }
    return 0;
}

static const char *
next_line(const char *at, const char *end)
{
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    return stop ? stop + 1 : end;
}

static bool
is_signature(const char *at, const char *end)
{
    return end - at >= DASH && memcmp(at, dash, DASH) == 0;
}

int
note_next(struct arena *arena, struct note *note, const char **at, const char *end, struct err *err)
{
    const char *start = *at;
    while (start < end && *start == '\n')
        start++;
    const char *stop = start;
    while (stop < end && *stop != '\n')
        stop = next_line(stop, end);
    if (stop < end)
        stop++;
    while (stop < end && is_signature(stop, end))
        stop = next_line(stop, end);
    *at = stop;
    return start == end ? 0 : note_parse(arena, note, start, (size_t)(stop - start), err) ? -1 : 1;
}

static bool
is_by(const struct note_signature *signature, const struct note_key *key)
{
    return strlen(key->name) == signature->name_length &&
           memcmp(key->name, signature->name, signature->name_length) == 0 &&
           memcmp(key->id, signature->id, NOTE_ID) == 0;
}

enum note_verdict
note_judge(const struct note *note, const struct note_key *keys, int count,
           const struct note_key **by)
{
    *by = NULL;
    for (int i = 0; i < note->count; i++) {
        const struct note_signature *signature = &note->signatures[i];
        for (int k = 0; k < count; k++) {
            if (!is_by(signature, &keys[k]))
                continue;
            if (!signature->whole ||
                !sign_verify(signature->bytes, keys[k].public_key, note->text, note->text_length))
                return NOTE_FORGED;
            if (!*by)
                *by = &keys[k];
        }
    }
    return *by ? NOTE_SIGNED : NOTE_UNSIGNED;
}

char *
note_sign(struct arena *arena, const char *text, const struct note_secret *secret)
{
    unsigned char bytes[NOTE_ID + SIGN_SIZE];
    memcpy(bytes, secret->key.id, NOTE_ID);
    sign_bytes(bytes + NOTE_ID, secret->seed, text, strlen(text));
    return arena_printf(arena, "%s\n%s%s %s\n", text, dash, secret->key.name,
                        base64_encode(arena, bytes, sizeof bytes));
}
