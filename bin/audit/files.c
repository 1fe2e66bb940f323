/* Keys and notes in files. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/cipher.h"
#include "bin/audit/verbs.h"
#include "cli/env.h"
#include "text/source.h"

enum { KEY_FILE = 4096, READ_MOST = 1 << 30 };

int
verbs_read(const char *path, struct str *out, struct err *err)
{
    struct source *source = NULL;
    const char *bytes;
    size_t length;
    int more = source_open(&source, path, "utf-8", err);
    while (more >= 0 && (more = source_read(source, &bytes, &length, err)) == 1) {
        if (out->length + length > READ_MOST) {
            more = err_set(err, ERR_DATA, _("%s: more than 1 GiB"), path);
            break;
        }
        str_add(out, bytes, length);
    }
    source_close(source);
    return more < 0 ? -1 : 0;
}

int
verbs_trust(struct ctx *ctx, const struct opt_list *given, struct checkpoint_trust *trust,
            struct err *err)
{
    struct err ignored = {0};
    for (int i = 0; i < given->count; i++) {
        const char *item = given->items[i];
        struct str text = STR_INIT;
        struct note_key key;
        int result = 0;
        if (note_key_parse(&key, item, strlen(item), &ignored) == 0)
            str_adds(&text, item);
        else
            result = verbs_read(item, &text, err);
        int before = trust->count;
        if (result == 0)
            result = checkpoint_trust_read(ctx->arena, trust, item, text.text, text.length, err);
        str_release(&text);
        if (result < 0)
            return -1;
        if (trust->count == before)
            return err_set(err, ERR_DATA, _("--trust: %s: there is no key in it"), item);
    }
    return 0;
}

/* ---- the signing key ---------------------------------------------------------------------------- */

static int
require_private(int fd, const char *path, struct err *err)
{
    struct stat status;
    if (fstat(fd, &status) != 0)
        return err_errno(err, errno, "%s", path);
    if (!S_ISREG(status.st_mode))
        return err_set(err, ERR_USAGE, _("%s: not a file"), path);
    if (status.st_mode & 077)
        return err_set(err, ERR_USAGE,
                       _("%s: others can read this key; run: chmod 400 %s, and if they may have, "
                         "make a new one"),
                       path, path);
    if (status.st_uid != geteuid() && geteuid() != 0)
        return err_set(err, ERR_USAGE, _("%s: this key belongs to another account"), path);
    return 0;
}

int
verbs_signing_key(const char *path, struct note_secret *secret, struct err *err)
{
    char text[KEY_FILE];
    secret_guard();
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return err_errno(err, errno, "%s", path);
    int result = require_private(fd, path, err);
    ssize_t length = result == 0 ? read(fd, text, sizeof text) : 0;
    if (result == 0 && length < 0)
        result = err_errno(err, errno, "%s", path);
    close(fd);
    if (result < 0)
        return -1;
    size_t size = (size_t)length;
    if (size > 0 && text[size - 1] == '\n')
        size--;
    result = note_secret_parse(secret, text, size, err);
    explicit_bzero(text, sizeof text);
    return result < 0 ? err_wrap(err, "%s", path) : 0;
}

/* ---- keygen ---------------------------------------------------------------------------------------- */

/* A file that was not there before; it is on the disk when this returns. */
static int
write_new(const char *path, mode_t mode, const char *line, struct err *err)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    if (fd < 0 && errno == EEXIST)
        return err_set(err, ERR_USAGE,
                       _("%s: is there already and is never overwritten; give another name"), path);
    if (fd < 0)
        return err_errno(err, errno, "%s", path);
    size_t length = strlen(line);
    bool whole = write(fd, line, length) == (ssize_t)length && write(fd, "\n", 1) == 1 &&
                 fchmod(fd, mode) == 0 && fsync(fd) == 0;
    int number = errno;
    if (close(fd) == 0 && whole)
        return 0;
    unlink(path);
    return err_errno(err, whole ? errno : number, "%s", path);
}

static int
write_pair(struct ctx *ctx, const char *path, const struct note_secret *secret, struct err *err)
{
    char *public_path = arena_printf(ctx->arena, "%s.pub", path);
    char *line = note_secret_format(ctx->arena, secret);
    int result = write_new(public_path, 0444, note_key_format(ctx->arena, &secret->key), err);
    if (result == 0 && (result = write_new(path, 0400, line, err)) < 0)
        unlink(public_path);
    explicit_bzero(line, strlen(line));
    return result;
}

int
cmd_keygen(struct ctx *ctx, void *data, struct err *err)
{
    const struct keygen_args *args = data;
    const char *name = args->name ? args->name : env_user(ctx->arena);
    struct note_secret secret;
    if (!note_name_is_good(name, strlen(name)))
        return err_set(err, ERR_USAGE,
                       _("--name: %s: a name has no spaces and no +, and at most %d bytes"), name,
                       NOTE_NAME - 1);
    secret_guard();
    note_secret_make(&secret, name);
    int result = write_pair(ctx, args->file, &secret, err);
    if (result == 0) {
        fprintf(ctx->stream, "%s\n", note_key_format(ctx->arena, &secret.key));
        cli_say(ctx,
                _("%s: made; it signs checkpoints, and only the auditor's account may read it; who "
                  "verifies needs the line above, which is in %s.pub too"),
                args->file, args->file);
    }
    note_secret_wipe(&secret);
    return result;
}
