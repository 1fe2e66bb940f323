#include "log/checkpoint.h"

#include <stdlib.h>
#include <string.h>

#include "base/codec.h"
#include "base/day.h"

/* ---- writing --------------------------------------------------------------------------------------- */

static void
add_hash(struct str *out, const unsigned char hash[HASH_SIZE])
{
    struct arena arena;
    arena_init(&arena);
    str_addf(out, "%s\n", base64_encode(&arena, hash, HASH_SIZE));
    arena_release(&arena);
}

static void
add_time(struct str *out, int64_t at)
{
    char day[16];
    int second = (int)floor_mod(at, DAY_SECONDS);
    day_format(floor_div(at, DAY_SECONDS), day);
    str_addf(out, "time %sT%02d:%02d:%02dZ\n", day, second / 3600, second / 60 % 60, second % 60);
}

void
checkpoint_write(struct str *out, const struct checkpoint *checkpoint)
{
    str_addf(out, "medi/%s\ncheckpoint %lld\n", checkpoint->identity,
             (long long)checkpoint->number);
    add_time(out, checkpoint->at);
    if (checkpoint->number == 1)
        str_adds(out, "after -\n");
    else {
        str_adds(out, "after ");
        add_hash(out, checkpoint->before);
    }
    for (int i = 0; i < checkpoint->count; i++) {
        const struct checkpoint_end *end = &checkpoint->ends[i];
        str_addf(out, "%lld %lld ", (long long)end->store_id, (long long)end->entries);
        add_hash(out, end->hash);
    }
}

/* ---- reading: loosely, and then it must be what would be written -------------------------------- */

struct lines {
    const char *at, *end;
};

/* The rest of the next line, which must begin with those words. NULL: it does not. */
static const char *
take(struct lines *lines, const char *words, size_t *length)
{
    size_t head = strlen(words), left = (size_t)(lines->end - lines->at);
    const char *stop = memchr(lines->at, '\n', left);
    if (!stop || (size_t)(stop - lines->at) < head || memcmp(lines->at, words, head) != 0)
        return NULL;
    const char *rest = lines->at + head;
    *length = (size_t)(stop - rest);
    lines->at = stop + 1;
    return rest;
}

/* Up to eighteen digits, behind which `behind` must stand. */
static const char *
read_number(const char *at, char behind, int64_t *number)
{
    int digits = 0;
    for (*number = 0; at[digits] >= '0' && at[digits] <= '9' && digits < 18; digits++)
        *number = *number * 10 + (at[digits] - '0');
    return digits > 0 && at[digits] == behind ? at + digits + 1 : NULL;
}

static bool
read_head(struct checkpoint *checkpoint, struct lines *lines)
{
    struct moment_parts parts;
    size_t length;
    const char *rest = take(lines, "medi/", &length);
    if (!rest || length == 0 || length > CHECKPOINT_IDENTITY)
        return false;
    memcpy(checkpoint->identity, rest, length);
    if (memchr(rest, '\0', length) || !(rest = take(lines, "checkpoint ", &length)) ||
        !read_number(rest, '\n', &checkpoint->number) || checkpoint->number == 0)
        return false;
    if (!(rest = take(lines, "time ", &length)) || length != 20 ||
        !moment_parse(rest, length, &parts) || !parts.has_offset)
        return false;
    checkpoint->at = parts.day * DAY_SECONDS + parts.second_of_day - parts.offset;
    if (!(rest = take(lines, "after ", &length)))
        return false;
    return checkpoint->number == 1 ||
           base64_decode(checkpoint->before, HASH_SIZE, rest, length) == HASH_SIZE;
}

static bool
read_end(struct checkpoint_end *end, const char *at, size_t length)
{
    const char *stop = at + length;
    return (at = read_number(at, ' ', &end->store_id)) != NULL &&
           (at = read_number(at, ' ', &end->entries)) != NULL && end->entries > 0 &&
           base64_decode(end->hash, HASH_SIZE, at, (size_t)(stop - at)) == HASH_SIZE;
}

static bool
read_ends(struct arena *arena, struct checkpoint *checkpoint, struct lines *lines)
{
    int count = 0;
    size_t length;
    for (const char *at = lines->at; at < lines->end; at++)
        count += *at == '\n';
    checkpoint->ends = arena_array(arena, (size_t)count + 1, sizeof *checkpoint->ends);
    for (const char *line; (line = take(lines, "", &length));) {
        struct checkpoint_end *end = &checkpoint->ends[checkpoint->count++];
        if (!read_end(end, line, length) ||
            (checkpoint->count > 1 && end[-1].store_id >= end->store_id))
            return false;
    }
    return lines->at == lines->end;
}

static bool
is_as_written(const struct checkpoint *checkpoint, const char *text, size_t length)
{
    struct str again = STR_INIT;
    checkpoint_write(&again, checkpoint);
    bool same = again.length == length && memcmp(again.text, text, length) == 0;
    str_release(&again);
    return same;
}

int
checkpoint_parse(struct arena *arena, struct checkpoint *checkpoint, const char *text,
                 size_t length, struct err *err)
{
    struct lines lines = {text, text + length};
    *checkpoint = (struct checkpoint){0};
    if (!read_head(checkpoint, &lines) || !read_ends(arena, checkpoint, &lines) ||
        !is_as_written(checkpoint, text, length))
        return err_set(err, ERR_DATA, _("the note is no checkpoint of medi"));
    hash_bytes(checkpoint->hash, "medi checkpoint", text, length);
    return 0;
}

int
checkpoint_read(struct arena *arena, struct checkpoint_list *list, const char *name,
                const char *bytes, size_t length, struct err *err)
{
    const char *at = bytes, *end = bytes + length;
    struct note note;
    for (int number = 1;; number++) {
        int more = note_next(arena, &note, &at, end, err);
        if (more == 0)
            return 0;
        if (list->count == list->room) {
            int room = 2 * list->room + 8;
            struct checkpoint *grown = arena_array(arena, (size_t)room, sizeof *grown);
            if (list->count)
                memcpy(grown, list->items, (size_t)list->count * sizeof *grown);
            list->items = grown;
            list->room = room;
        }
        struct checkpoint *item = &list->items[list->count];
        if (more < 0 || checkpoint_parse(arena, item, note.text, note.text_length, err) < 0)
            return err_wrap(err, _("%s: note %d"), name, number);
        item->note = note;
        list->count++;
    }
}

/* ---- whose signatures count ------------------------------------------------------------------------ */

int
checkpoint_trust_read(struct arena *arena, struct checkpoint_trust *trust, const char *name,
                      const char *text, size_t length, struct err *err)
{
    const char *end = text + length;
    for (int line = 1; text < end; line++) {
        const char *stop = memchr(text, '\n', (size_t)(end - text));
        size_t size = (size_t)((stop ? stop : end) - text);
        struct note_key key;
        if (size > 0 && text[0] != '#') {
            if (note_key_parse(&key, text, size, err) < 0)
                return err_wrap(err, "%s:%d", name, line);
            struct note_key *keys = arena_array(arena, (size_t)trust->count + 1, sizeof *keys);
            if (trust->count)
                memcpy(keys, trust->keys, (size_t)trust->count * sizeof *keys);
            keys[trust->count++] = key;
            trust->keys = keys;
        }
        text = stop ? stop + 1 : end;
    }
    return 0;
}
