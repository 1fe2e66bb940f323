/*
 * notes: signed notes, checkpoints and keys as they come from a mail, a file, a head office. What is taken for one is
 * written again as it was read; nothing that was not signed by the key is taken for signed. The first byte chooses.
 */
#include "fuzz.h"

#include "log/checkpoint.h"

static const char vkey[] = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

static void
try_note(struct arena *arena, const char *bytes, size_t length)
{
    struct err err = {0};
    struct note note;
    struct note_key key;
    const struct note_key *by;

    if (note_parse(arena, &note, bytes, length, &err) != 0) {
        check_error(&err);
        return;
    }
    MUST(note.count > 0 && note.count <= NOTE_SIGNATURES && note.text_length < length);
    MUST(note.text[note.text_length - 1] == '\n' && note.text[note.text_length] == '\n');
    for (int i = 0; i < note.count; i++)
        MUST(note_name_is_good(note.signatures[i].name, note.signatures[i].name_length));
    MUST(note_key_parse(&key, vkey, sizeof vkey - 1, &err) == 0);
    enum note_verdict verdict = note_judge(&note, &key, 1, &by);
    MUST((verdict == NOTE_SIGNED) == (by != NULL));
}

static void
try_notes(struct arena *arena, const char *bytes, size_t length)
{
    struct err err = {0};
    struct note note;
    const char *at = bytes;
    int more;

    while ((more = note_next(arena, &note, &at, bytes + length, &err)) == 1)
        MUST(note.bytes >= bytes && note.bytes + note.length == at && at <= bytes + length);
    if (more < 0)
        check_error(&err);
    else
        MUST(at == bytes + length);
}

static void
try_checkpoint(struct arena *arena, const char *bytes, size_t length)
{
    struct err err = {0};
    struct checkpoint checkpoint;
    struct str out = STR_INIT;

    if (checkpoint_parse(arena, &checkpoint, bytes, length, &err) != 0) {
        check_error(&err);
        return;
    }
    checkpoint_write(&out, &checkpoint);
    MUST(out.length == length && memcmp(out.text, bytes, length) == 0);
    for (int i = 1; i < checkpoint.count; i++)
        MUST(checkpoint.ends[i].store_id > checkpoint.ends[i - 1].store_id);
    str_release(&out);
}

static void
try_list(struct arena *arena, const char *bytes, size_t length)
{
    struct err err = {0};
    struct checkpoint_list list = {0};

    if (checkpoint_read(arena, &list, "f", bytes, length, &err) != 0)
        check_error(&err);
    for (int i = 0; i < list.count; i++)
        MUST(list.items[i].note.bytes >= bytes && list.items[i].number > 0);
}

static void
try_key(struct arena *arena, const char *bytes, size_t length)
{
    struct err err = {0};
    struct note_key key;

    if (note_key_parse(&key, bytes, length, &err) != 0) {
        check_error(&err);
        return;
    }
    const char *again = note_key_format(arena, &key);
    MUST(strlen(again) == length && memcmp(again, bytes, length) == 0);
}

static void
try_secret(struct arena *arena, const char *bytes, size_t length)
{
    struct err err = {0};
    struct note_secret secret;

    if (note_secret_parse(&secret, bytes, length, &err) != 0) {
        check_error(&err);
        return;
    }
    const char *again = note_secret_format(arena, &secret);
    MUST(strlen(again) == length && memcmp(again, bytes, length) == 0);
}

static void
try_trust(struct arena *arena, const char *bytes, size_t length)
{
    struct err err = {0};
    struct checkpoint_trust trust = {0};

    if (checkpoint_trust_read(arena, &trust, "f", bytes, length, &err) != 0)
        check_error(&err);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static void (*const tries[])(struct arena *, const char *, size_t) = {
        try_note, try_notes, try_checkpoint, try_list, try_key, try_secret, try_trust,
    };
    struct input input = {data, size};
    size_t which = input_byte(&input) % (sizeof tries / sizeof *tries);
    struct arena arena;

    arena_init(&arena);
    /* a copy of just that size: a read behind its end is seen */
    char *text = malloc(input.left + (input.left == 0));
    memcpy(text, input.at, input.left);
    tries[which](&arena, text, input.left);
    free(text);
    arena_release(&arena);
    return 0;
}
