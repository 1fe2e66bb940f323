#include "backup/pieces.h"

#include <errno.h>

#include "backup/file.h"

int
pieces_put(struct pieces *pieces, const void *plain, size_t length, bool last, struct err *err)
{
    size_t sealed = length + STREAM_EXTRA;
    for (int i = 0; i < PIECE_LENGTH; i++)
        pieces->sealed[i] = (unsigned char)(sealed >> 8 * i);
    stream_push(&pieces->stream, pieces->sealed + PIECE_LENGTH, plain, length, last);
    if (!file_write(pieces->file, pieces->sealed, PIECE_LENGTH + sealed))
        return err_errno(err, errno, _("%s: cannot be written"), pieces->path);
    pieces->bytes += (int64_t)(PIECE_LENGTH + sealed);
    return 0;
}

static int
fail(const struct pieces *pieces, const char *what, struct err *err)
{
    return err_set(err, ERR_DATA, _("%s: %s, at byte %lld; use another copy"), pieces->path, what,
                   (long long)pieces->bytes);
}

/* 1 all of it, 0 the file ends before its first byte, -1. */
static int
take(struct pieces *pieces, unsigned char *bytes, size_t length, struct err *err)
{
    ssize_t got = file_read(pieces->file, bytes, length);
    if (got < 0)
        return err_errno(err, errno, _("%s: cannot be read"), pieces->path);
    if ((size_t)got == length)
        return 1;
    return got == 0 ? 0 : fail(pieces, _("cut short"), err);
}

int
pieces_get(struct pieces *pieces, unsigned char *plain, size_t *length, struct err *err)
{
    unsigned char *at = pieces->sealed;
    int more = take(pieces, at, pieces->ended ? 1 : PIECE_LENGTH, err);
    if (pieces->ended)
        return more > 0 ? fail(pieces, _("something stands behind its end"), err) : more;
    if (more <= 0)
        return more < 0 ? -1 : fail(pieces, _("cut short"), err);
    size_t sealed = (size_t)at[0] | (size_t)at[1] << 8 | (size_t)at[2] << 16 | (size_t)at[3] << 24;
    if (sealed < STREAM_EXTRA || sealed > PIECE_SEALED)
        return fail(pieces, _("damaged"), err);
    more = take(pieces, at + PIECE_LENGTH, sealed, err);
    if (more <= 0)
        return more < 0 ? -1 : fail(pieces, _("cut short"), err);
    if (!stream_pull(&pieces->stream, plain, at + PIECE_LENGTH, sealed, &pieces->ended))
        return fail(pieces, _("damaged"), err);
    pieces->bytes += (int64_t)(PIECE_LENGTH + sealed);
    *length = sealed - STREAM_EXTRA;
    return 1;
}
