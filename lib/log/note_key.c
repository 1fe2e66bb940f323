/* Keys of signed notes. */
#include <stdio.h>
#include <string.h>

#include "base/codec.h"
#include "base/hash.h"
#include "log/note.h"
#include "text/utf8.h"

enum { ALGORITHM = 1, BLOB = 1 + SIGN_PUBLIC };

static const char private_mark[] = "PRIVATE+KEY+";

static bool
is_space(int32_t character)
{
    return (character >= 0x09 && character <= 0x0d) || character == 0x20 || character == 0x85 ||
           character == 0xa0 || character == 0x1680 ||
           (character >= 0x2000 && character <= 0x200a) || character == 0x2028 ||
           character == 0x2029 || character == 0x202f || character == 0x205f || character == 0x3000;
}

bool
note_name_is_good(const char *name, size_t length)
{
    size_t bytes;
    if (length == 0 || length >= NOTE_NAME || utf8_valid(name, length) != length)
        return false;
    for (size_t i = 0; i < length; i += bytes) {
        int32_t character = utf8_next(name + i, length - i, &bytes);
        if (character < 0x20 || character == '+' || is_space(character))
            return false;
    }
    return true;
}

static void
make_id(struct note_key *key)
{
    unsigned char bytes[NOTE_NAME + 1 + BLOB], digest[32];
    size_t length = strlen(key->name);
    memcpy(bytes, key->name, length);
    bytes[length] = '\n';
    bytes[length + 1] = ALGORITHM;
    memcpy(bytes + length + 2, key->public_key, SIGN_PUBLIC);
    hash_sha256(digest, bytes, length + 1 + BLOB);
    memcpy(key->id, digest, NOTE_ID);
}

/* NAME+KEYID+BASE64: the three, and the key's 32 bytes. */
static bool
split(struct note_key *key, unsigned char bytes[SIGN_PUBLIC], const char *text, size_t length)
{
    unsigned char blob[BLOB];
    const char *end = text + length, *first = memchr(text, '+', length);
    const char *second = first ? memchr(first + 1, '+', (size_t)(end - first - 1)) : NULL;
    if (!second || !note_name_is_good(text, (size_t)(first - text)))
        return false;
    memset(key, 0, sizeof *key);
    memcpy(key->name, text, (size_t)(first - text));
    if (hex_decode(key->id, NOTE_ID, first + 1, (size_t)(second - first - 1)) != NOTE_ID ||
        base64_decode(blob, BLOB, second + 1, (size_t)(end - second - 1)) != BLOB ||
        blob[0] != ALGORITHM)
        return false;
    memcpy(bytes, blob + 1, SIGN_PUBLIC);
    explicit_bzero(blob, sizeof blob);
    return true;
}

int
note_key_parse(struct note_key *key, const char *text, size_t length, struct err *err)
{
    unsigned char id[NOTE_ID];
    if (!split(key, key->public_key, text, length))
        return err_set(err, ERR_DATA,
                       _("no verifier key: expected NAME+KEYID+BASE64, as keygen prints it"));
    memcpy(id, key->id, NOTE_ID);
    make_id(key);
    if (memcmp(id, key->id, NOTE_ID) != 0)
        return err_set(err, ERR_DATA,
                       _("the verifier key of %s is damaged: its id is not that of its bytes"),
                       key->name);
    return 0;
}

static char *
format(struct arena *arena, const char *mark, const struct note_key *key,
       const unsigned char bytes[SIGN_PUBLIC])
{
    unsigned char blob[BLOB] = {ALGORITHM};
    memcpy(blob + 1, bytes, SIGN_PUBLIC);
    char *code = base64_encode(arena, blob, sizeof blob);
    char *text = arena_printf(arena, "%s%s+%s+%s", mark, key->name,
                              hex_encode(arena, key->id, NOTE_ID), code);
    explicit_bzero(code, strlen(code));
    explicit_bzero(blob, sizeof blob);
    return text;
}

char *
note_key_format(struct arena *arena, const struct note_key *key)
{
    return format(arena, "", key, key->public_key);
}

void
note_secret_make(struct note_secret *secret, const char *name)
{
    memset(secret, 0, sizeof *secret);
    snprintf(secret->key.name, sizeof secret->key.name, "%s", name);
    sign_pair(secret->key.public_key, secret->seed);
    make_id(&secret->key);
}

int
note_secret_parse(struct note_secret *secret, const char *text, size_t length, struct err *err)
{
    unsigned char id[NOTE_ID];
    size_t mark = sizeof private_mark - 1;
    if (length < mark || memcmp(text, private_mark, mark) != 0 ||
        !split(&secret->key, secret->seed, text + mark, length - mark))
        return err_set(err, ERR_DATA,
                       _("no signing key: expected PRIVATE+KEY+NAME+KEYID+BASE64, as keygen "
                         "writes it"));
    memcpy(id, secret->key.id, NOTE_ID);
    sign_public(secret->key.public_key, secret->seed);
    make_id(&secret->key);
    if (memcmp(id, secret->key.id, NOTE_ID) == 0)
        return 0;
    err_set(err, ERR_DATA, _("the signing key of %s is damaged: its id is not that of its bytes"),
            secret->key.name);
    note_secret_wipe(secret);
    return -1;
}

char *
note_secret_format(struct arena *arena, const struct note_secret *secret)
{
    return format(arena, private_mark, &secret->key, secret->seed);
}

void
note_secret_wipe(struct note_secret *secret)
{
    explicit_bzero(secret, sizeof *secret);
}
