/* Checkpoints of others, kept where those others cannot write. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bin/audit/verbs.h"

struct witness {
    struct ctx *ctx;
    const char *path;
    int fd;
    off_t size;
    struct checkpoint_trust trust;
    struct str kept_bytes, come_bytes;
    struct checkpoint_list kept, come;
    struct str fresh; /* what is to be written */
};

/* ---- the file -------------------------------------------------------------------------------------- */

static int
read_file(struct witness *witness, struct err *err)
{
    char bytes[65536];
    ssize_t length;
    while ((length = read(witness->fd, bytes, sizeof bytes)) > 0)
        str_add(&witness->kept_bytes, bytes, (size_t)length);
    witness->size = (off_t)witness->kept_bytes.length;
    return length < 0 ? err_errno(err, errno, "%s", witness->path) : 0;
}

/* One at a time: what is judged against what is there must still be there when it is written. */
static int
open_file(struct witness *witness, struct err *err)
{
    witness->fd = open(witness->path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (witness->fd < 0 || flock(witness->fd, LOCK_EX) != 0)
        return err_errno(err, errno, "%s", witness->path);
    return read_file(witness, err);
}

/* The name of a new file is on the disk when its folder is. */
static bool
sync_folder(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *folder = slash ? arena_strndup(arena, path, (size_t)(slash - path) + 1) : ".";
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool done = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0)
        close(fd);
    return done;
}

static int
append(struct witness *witness, struct err *err)
{
    size_t done = 0, length = witness->fresh.length;
    while (done < length) {
        ssize_t wrote = write(witness->fd, witness->fresh.text + done, length - done);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            break;
        done += (size_t)wrote;
    }
    if (done == length && fsync(witness->fd) == 0 &&
        (witness->size > 0 || sync_folder(witness->ctx->arena, witness->path)))
        return 0;
    int number = errno;
    if (ftruncate(witness->fd, witness->size) != 0)
        return err_errno(err, number, _("%s: only a part was written; cut it to %lld bytes"),
                         witness->path, (long long)witness->size);
    return err_errno(err, number, "%s", witness->path);
}

/* ---- what is taken ----------------------------------------------------------------------------------- */

/* The last one of the same database that is there or has just been taken; and the one of a number. */
static const struct checkpoint *
find(const struct witness *witness, const struct checkpoint *of, int taken, bool same_number)
{
    const struct checkpoint *found = NULL;
    for (int i = 0; i < witness->kept.count + taken; i++) {
        const struct checkpoint *item = i < witness->kept.count
                                            ? &witness->kept.items[i]
                                            : &witness->come.items[i - witness->kept.count];
        if (strcmp(item->identity, of->identity) == 0 &&
            (same_number ? item->number == of->number : !found || item->number > found->number))
            found = item;
    }
    return found;
}

static bool
is_shrunken(const struct checkpoint *before, const struct checkpoint *after)
{
    int at = 0;
    for (int i = 0; i < before->count; i++) {
        const struct checkpoint_end *old = &before->ends[i];
        while (at < after->count && after->ends[at].store_id < old->store_id)
            at++;
        const struct checkpoint_end *new = at < after->count ? &after->ends[at] : NULL;
        if (!new || new->store_id != old->store_id || new->entries < old->entries ||
            (new->entries == old->entries &&memcmp(new->hash, old->hash, HASH_SIZE) != 0))
            return true;
    }
    return false;
}

static int
judge_signature(const struct witness *witness, const struct checkpoint *note, struct err *err)
{
    const struct note_key *by;
    switch (note_judge(&note->note, witness->trust.keys, witness->trust.count, &by)) {
    case NOTE_SIGNED:
        return 0;
    case NOTE_UNSIGNED:
        return err_set(err, ERR_DATA, _("none of the keys that are trusted signed it"));
    default:
        return err_set(err, ERR_DATA, _("its signature does not hold"));
    }
}

static int
judge_place(const struct checkpoint *last, const struct checkpoint *note, struct err *err)
{
    if (note->number != last->number + 1)
        return err_set(err, ERR_DATA,
                       _("a gap: the last one here is %lld; send those between too: medi-audit "
                         "checkpoints --last N"),
                       (long long)last->number);
    if (memcmp(note->before, last->hash, HASH_SIZE) != 0)
        return err_set(err, ERR_DATA, _("a fork: it was made after another one than is here"));
    if (is_shrunken(last, note))
        return err_set(err, ERR_DATA,
                       _("a chain of the log has become shorter, or another one, since the last"));
    return 0;
}

/* 1 it is taken, 0 it is here already, -1. */
static int
judge(struct witness *witness, int number, struct err *err)
{
    const struct checkpoint *note = &witness->come.items[number];
    const struct checkpoint *same = find(witness, note, number, true);
    const struct checkpoint *last = find(witness, note, number, false);
    if (judge_signature(witness, note, err) < 0)
        return -1;
    if (same && memcmp(same->hash, note->hash, HASH_SIZE) == 0)
        return 0;
    if (same)
        return err_set(err, ERR_DATA, _("a fork: another one of that number is here"));
    if (last && judge_place(last, note, err) < 0)
        return -1;
    str_add(&witness->fresh, note->note.bytes, note->note.length);
    return 1;
}

static int
judge_all(struct witness *witness, struct out *out, struct err *err)
{
    for (int i = 0; i < witness->come.count; i++) {
        const struct checkpoint *note = &witness->come.items[i];
        int taken = judge(witness, i, err);
        if (taken < 0)
            return err_wrap(err, _("checkpoint %lld of %s: refused, and nothing was taken"),
                            (long long)note->number, note->identity);
        const struct db_value row[] = {db_text(note->identity), db_int(note->number),
                                       db_int(note->at), db_int(taken)};
        if (out_row(out, row, err) < 0)
            return -1;
    }
    return 0;
}

static int
take(struct witness *witness, struct err *err)
{
    static const struct out_column columns[] = {{"identity", NULL, OUT_TEXT},
                                                {"checkpoint", NULL, OUT_INT},
                                                {"at", NULL, OUT_MOMENT},
                                                {"taken", NULL, OUT_BOOL}};
    struct arena *arena = witness->ctx->arena;
    struct out *out = cli_out(witness->ctx, columns, 4);
    int result = verbs_read("-", &witness->come_bytes, err);
    if (result == 0)
        result = checkpoint_read(arena, &witness->come, "<stdin>", witness->come_bytes.text,
                                 witness->come_bytes.length, err);
    if (result == 0)
        result = open_file(witness, err);
    if (result == 0)
        result = checkpoint_read(arena, &witness->kept, witness->path, witness->kept_bytes.text,
                                 witness->kept_bytes.length, err);
    if (result == 0)
        result = judge_all(witness, out, err);
    if (result == 0 && witness->fresh.length)
        result = append(witness, err);
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

int
cmd_witness(struct ctx *ctx, void *data, struct err *err)
{
    const struct witness_args *args = data;
    struct witness witness = {.ctx = ctx,
                              .path = args->file,
                              .fd = -1,
                              .kept_bytes = STR_INIT,
                              .come_bytes = STR_INIT,
                              .fresh = STR_INIT};
    if (!args->trust.count)
        return err_set(err, ERR_USAGE,
                       _("--trust is missing: the verifier key that keygen printed, or a file "
                         "with it"));
    int result = verbs_trust(ctx, &args->trust, &witness.trust, err);
    if (result == 0)
        result = take(&witness, err);
    if (witness.fd >= 0)
        close(witness.fd);
    str_release(&witness.kept_bytes);
    str_release(&witness.come_bytes);
    str_release(&witness.fresh);
    return result;
}
