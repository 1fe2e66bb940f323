/*
 * pieces: the stream of a backup on its file: pieces of at most PIECE bytes, each sealed by base/cipher.h's
 * stream and with its length (4 bytes, little-endian, of what is sealed) in front. The last one is marked
 * as such. Inside lib/backup.
 */
#ifndef MEDI_BACKUP_PIECES_H
#define MEDI_BACKUP_PIECES_H

#include <stdint.h>

#include "base/cipher.h"
#include "base/err.h"

enum { PIECE = 64 * 1024, PIECE_LENGTH = 4, PIECE_SEALED = PIECE + STREAM_EXTRA };

struct pieces {
    int file;
    const char *path; /* for words */
    struct stream stream;
    int64_t bytes; /* of the file so far */
    bool ended;    /* reading: the last piece was read */
    unsigned char sealed[PIECE_LENGTH + PIECE_SEALED];
};

int pieces_put(struct pieces *pieces, const void *plain, size_t length, bool last, struct err *err);

/* 1 a piece is in `plain` (PIECE bytes of room), 0 the last one was read and nothing stands behind it, -1. */
int pieces_get(struct pieces *pieces, unsigned char *plain, size_t *length, struct err *err);

#endif
