/*
 * outer: the part of a backup that anybody may read: what it is, of which database and when, and where the
 * key of the stream behind it is. 208 bytes:
 *
 *       0  16  "medi backup 1\r\n\032": the number is that of the format; a transfer as text spoils it
 *      16   4  flags: 1 BOXED, 2 AS_IS
 *      20   4  schema
 *      24   8  when, UTC seconds
 *      32  64  identity of the database (meta 'identity'), zeros behind
 *      96   8  id of the recovery key, or zeros
 *     104  80  BOXED: the stream's key in a sealed box that only the recovery key opens; else the key
 *              itself, so that damage is found and nothing is hidden, and 48 zeros
 *     184  24  header of the stream (base/cipher.h)
 *
 * Numbers are little-endian. The stream begins with a hash of these bytes, so none of them can be changed.
 */
#ifndef MEDI_BACKUP_OUTER_H
#define MEDI_BACKUP_OUTER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/cipher.h"
#include "base/err.h"

enum {
    OUTER_SIZE = 208,
    OUTER_IDENTITY = 64,
    RECOVERY_ID = 8,
    OUTER_BOXED = 1,
    OUTER_AS_IS = 2, /* was made although the database does not agree with its log */
};

struct outer {
    uint32_t flags, schema;
    int64_t at;
    char identity[OUTER_IDENTITY + 1];
    unsigned char recovery[RECOVERY_ID];
    unsigned char key[CIPHER_KEY + BOX_EXTRA];
    unsigned char header[STREAM_HEADER];
};

void outer_write(const struct outer *outer, unsigned char out[OUTER_SIZE]);

/* ERR_DATA: no backup of medi's, or of another format; `length` may be less than OUTER_SIZE. `path` is for
 * the words only. */
int outer_read(struct outer *outer, const unsigned char *in, size_t length, const char *path,
               struct err *err);

/* Reads it from a file. */
int outer_read_file(struct outer *outer, const char *path, struct err *err);

#endif
