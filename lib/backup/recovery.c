#include "backup/recovery.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "backup/file.h"
#include "base/codec.h"
#include "base/hash.h"

enum { LONGEST = 4096, HEX_ID = 2 * RECOVERY_ID, BASE64_KEY = 44 };

static const char secret_head[] = "medi-recovery-1 ";
static const char public_head[] = "medi-recovery-public-1 ";
static const char secret_comment[] =
    "# medi recovery key, the secret half. It opens the backups that were made for it, and "
    "nothing\n"
    "# else does: keep it, and a copy, away from the clinic's machine, and show it to nobody.\n";
static const char public_comment[] =
    "# medi recovery key, the public half: medi-db backup --to THIS-FILE. It is no secret.\n";

void
recovery_id(unsigned char id[RECOVERY_ID], const unsigned char public_key[BOX_PUBLIC])
{
    struct hash hash;
    hash_begin(&hash, "medi recovery id", RECOVERY_ID, NULL);
    hash_add(&hash, public_key, BOX_PUBLIC);
    hash_end(&hash, id, RECOVERY_ID);
}

/* ---- making ---------------------------------------------------------------------------------------- */

static void
add_line(struct str *text, struct arena *arena, const char *comment, const char *head,
         const char *id, const unsigned char *key)
{
    char *base64 = base64_encode(arena, key, BOX_SECRET);
    str_addf(text, "%s%s%s %s\n", comment, head, id, base64);
    secret_wipe(base64, strlen(base64));
}

static int
make_files(struct arena *arena, const char *path, const char *other, const struct str *secret,
           const struct str *open_text, struct err *err)
{
    struct stat status;
    (void)arena;
    if (lstat(other, &status) == 0)
        return err_set(err, ERR_IO, _("%s: exists already, and is left as it is"), other);
    if (file_make(path, 0400, secret->text, secret->length, err) < 0)
        return -1;
    if (file_make(other, 0444, open_text->text, open_text->length, err) == 0)
        return 0;
    unlink(path); /* ours, made a moment ago */
    return -1;
}

int
recovery_make(struct arena *arena, const char *path, const char **id, struct err *err)
{
    unsigned char *secret_key = secret_alloc(BOX_SECRET), public_key[BOX_PUBLIC];
    unsigned char bytes[RECOVERY_ID];
    struct str secret = STR_INIT, open_text = STR_INIT;
    box_pair(public_key, secret_key);
    recovery_id(bytes, public_key);
    *id = hex_encode(arena, bytes, sizeof bytes);
    add_line(&secret, arena, secret_comment, secret_head, *id, secret_key);
    add_line(&open_text, arena, public_comment, public_head, *id, public_key);
    int result =
        make_files(arena, path, arena_printf(arena, "%s.pub", path), &secret, &open_text, err);
    secret_wipe(secret.text, secret.length);
    str_release(&secret);
    str_release(&open_text);
    secret_free(secret_key);
    return result;
}

/* ---- reading --------------------------------------------------------------------------------------- */

static bool
parse_line(unsigned char key[BOX_PUBLIC], unsigned char id[RECOVERY_ID], const char *head,
           const char *line, size_t length)
{
    size_t at = strlen(head);
    return length == at + HEX_ID + 1 + BASE64_KEY && memcmp(line, head, at) == 0 &&
           hex_decode(id, RECOVERY_ID, line + at, HEX_ID) == RECOVERY_ID &&
           line[at + HEX_ID] == ' ' &&
           base64_decode(key, BOX_PUBLIC, line + at + HEX_ID + 1, BASE64_KEY) == BOX_PUBLIC;
}

/* The one line of a file that counts. */
static bool
parse(unsigned char key[BOX_PUBLIC], unsigned char id[RECOVERY_ID], const char *head,
      const struct str *text)
{
    int found = 0;
    for (size_t at = 0; at < text->length;) {
        const char *line = text->text + at, *end = memchr(line, '\n', text->length - at);
        size_t length = end ? (size_t)(end - line) : text->length - at;
        at += length + 1;
        length -= length && line[length - 1] == '\r';
        if (!length || *line == '#')
            continue;
        if (found++ || !parse_line(key, id, head, line, length))
            return false;
    }
    return found == 1;
}

int
recovery_public(unsigned char public_key[BOX_PUBLIC], const char *path, struct err *err)
{
    struct str text = STR_INIT;
    unsigned char id[RECOVERY_ID], own[RECOVERY_ID];
    int result = file_load(&text, path, LONGEST, err);
    if (result == 0 && str_starts(text.text, secret_comment))
        result = err_set(err, ERR_DATA,
                         _("%s: the secret half of a recovery key, which has no place on this "
                           "machine; --to wants the public one, in the file that ends in .pub"),
                         path);
    else if (result == 0) {
        if (!parse(public_key, id, public_head, &text))
            result =
                err_set(err, ERR_DATA,
                        _("%s: no public recovery key; make one with: medi-db backup-key"), path);
        else {
            recovery_id(own, public_key);
            if (memcmp(own, id, sizeof id) != 0)
                result = err_set(err, ERR_DATA, _("%s: this recovery key is damaged"), path);
        }
    }
    if (text.room)
        secret_wipe(text.text, text.length);
    str_release(&text);
    return result;
}

static int
check_private(const char *path, struct err *err)
{
    struct stat status;
    if (stat(path, &status) == 0 && (status.st_mode & (S_IRWXG | S_IRWXO)))
        return err_set(err, ERR_DATA,
                       _("%s: others may read or change this key file; it is for its owner only: "
                         "chmod 400 %s"),
                       path, path);
    return 0;
}

int
recovery_secret(unsigned char secret_key[BOX_SECRET], const char *path, struct err *err)
{
    struct str text = STR_INIT;
    unsigned char id[RECOVERY_ID], own[RECOVERY_ID], public_key[BOX_PUBLIC];
    secret_guard();
    int result = check_private(path, err) < 0 ? -1 : file_load(&text, path, LONGEST, err);
    if (result == 0 && !parse(secret_key, id, secret_head, &text))
        result = err_set(err, ERR_DATA, _("%s: no recovery key, or a damaged one"), path);
    if (result == 0) {
        box_public(public_key, secret_key);
        recovery_id(own, public_key);
        if (memcmp(own, id, sizeof id) != 0)
            result = err_set(err, ERR_DATA, _("%s: this recovery key is damaged"), path);
    }
    if (text.room)
        secret_wipe(text.text, text.length);
    str_release(&text);
    return result;
}
