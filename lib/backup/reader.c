#include "backup/reader.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "backup/file.h"
#include "backup/pieces.h"
#include "backup/recovery.h"
#include "base/codec.h"
#include "base/squeeze.h"

struct reader {
    struct pieces pieces;
    struct unsqueeze *unsqueeze;
    struct outer outer;
    unsigned char outer_hash[HASH_SIZE];
    struct arena hello, arena; /* arena: as long as a table or file */
    const char *version;
    struct str plain; /* items; those before `at` were given out */
    size_t at, hashed;
    struct hash digest;
    struct item_counts counts; /* of what was read */
    struct item_table *table;  /* whose rows are being read, or NULL */
    int64_t rows;
    bool ended;
    unsigned char piece[PIECE];
};

static int
damaged(const struct reader *reader, const char *what, struct err *err)
{
    return err_set(err, ERR_DATA, _("%s: damaged: %s; use another copy"), reader->pieces.path,
                   what);
}

/* ---- the key --------------------------------------------------------------------------------------- */

static int
open_box(struct reader *reader, unsigned char *key, const char *recovery, struct err *err)
{
    unsigned char id[RECOVERY_ID], public_key[BOX_PUBLIC];
    const struct outer *outer = &reader->outer;
    unsigned char *secret = secret_alloc(BOX_SECRET);
    int result = recovery_secret(secret, recovery, err);
    if (result == 0) {
        box_public(public_key, secret);
        recovery_id(id, public_key);
        if (memcmp(id, outer->recovery, RECOVERY_ID) != 0)
            result = err_set(err, ERR_DATA, _("%s: was made for another recovery key than %s"),
                             reader->pieces.path, recovery);
        else if (!box_open(key, public_key, secret, outer->key, sizeof outer->key))
            result = damaged(reader, _("its header"), err);
    }
    secret_free(secret);
    return result;
}

static int
find_key(struct reader *reader, unsigned char *key, const struct reader_key *given, struct err *err)
{
    if (given->stream) {
        memcpy(key, given->stream, CIPHER_KEY);
        return 0;
    }
    if (!(reader->outer.flags & OUTER_BOXED)) {
        memcpy(key, reader->outer.key, CIPHER_KEY);
        return 0;
    }
    if (given->recovery)
        return open_box(reader, key, given->recovery, err);
    return err_set(err, ERR_DATA,
                   _("%s: is encrypted for a recovery key; give the file of its secret half with "
                     "--recovery"),
                   reader->pieces.path);
}

static int
unlock(struct reader *reader, const struct reader_key *given, struct err *err)
{
    unsigned char *key = secret_alloc(CIPHER_KEY);
    int result = find_key(reader, key, given, err);
    if (result == 0 && !stream_pull_begin(&reader->pieces.stream, reader->outer.header, key))
        result = damaged(reader, _("its header"), err);
    secret_free(key);
    return result;
}

/* ---- items out of pieces --------------------------------------------------------------------------- */

static int
next_piece(struct reader *reader, struct err *err)
{
    size_t length;
    int more = pieces_get(&reader->pieces, reader->piece, &length, err);
    if (more == 0)
        return damaged(reader, _("its end is missing"), err);
    unsqueeze_give(reader->unsqueeze, reader->piece, more > 0 ? length : 0);
    return more < 0 ? -1 : 0;
}

static void
hash_until(struct reader *reader, size_t at)
{
    hash_add(&reader->digest, reader->plain.text + reader->hashed, at - reader->hashed);
    reader->hashed = at;
}

/* Makes more bytes of `plain`, after what was given out has been dropped. */
static int
fill(struct reader *reader, struct err *err)
{
    struct str *plain = &reader->plain;
    size_t rest = plain->length - reader->at;
    hash_until(reader, reader->at);
    memmove(plain->text, plain->text + reader->at, rest);
    str_cut(plain, rest);
    reader->at = reader->hashed = 0;
    int more;
    while ((more = unsqueeze_take(reader->unsqueeze, plain)) == 0 && plain->length == rest)
        if (next_piece(reader, err) < 0)
            return -1;
    return more < 0 ? damaged(reader, _("it cannot be unpacked"), err) : 0;
}

static int
take_item(struct reader *reader, struct item *item, struct err *err)
{
    long length;
    size_t have;
    while (have = reader->plain.length - reader->at,
           (length = item_length(reader->plain.text + reader->at, have)) >= 0 &&
               (length == 0 || (size_t)length > have))
        if (fill(reader, err) < 0)
            return -1;
    if (length < 0)
        return damaged(reader, _("what it holds is not well-formed"), err);
    const char *bytes = reader->plain.text + reader->at;
    if (*bytes == ITEM_TABLE || *bytes == ITEM_FILE)
        arena_reset(&reader->arena);
    if (*bytes == ITEM_END)
        hash_until(reader, reader->at);
    struct arena *arena = *bytes == ITEM_HELLO ? &reader->hello : &reader->arena;
    if (!item_read(item, arena, bytes, (size_t)length,
                   reader->table ? reader->table->place.count : 0))
        return damaged(reader, _("what it holds is not well-formed"), err);
    reader->at += (size_t)length;
    return 0;
}

/* ---- begin ----------------------------------------------------------------------------------------- */

static int
read_outer(struct reader *reader, struct err *err)
{
    unsigned char bytes[OUTER_SIZE];
    ssize_t length = file_read(reader->pieces.file, bytes, sizeof bytes);
    if (length < 0)
        return err_errno(err, errno, _("%s: cannot be read"), reader->pieces.path);
    reader->pieces.bytes = length;
    hash_bytes(reader->outer_hash, ITEM_PURPOSE, bytes, (size_t)length);
    return outer_read(&reader->outer, bytes, (size_t)length, reader->pieces.path, err);
}

static int
read_hello(struct reader *reader, struct err *err)
{
    struct item item;
    if (take_item(reader, &item, err) < 0)
        return -1;
    if (item.kind != ITEM_HELLO || memcmp(item.outer, reader->outer_hash, HASH_SIZE) != 0)
        return damaged(reader, _("its header"), err);
    reader->version = item.version;
    reader->hashed = reader->at;
    return 0;
}

int
reader_begin(struct reader **out, int file, const char *path, const struct reader_key *key,
             struct err *err)
{
    struct reader *reader = mem_alloc(sizeof *reader);
    memset(reader, 0, sizeof *reader);
    reader->pieces.file = file;
    reader->pieces.path = path;
    reader->plain = (struct str)STR_INIT;
    reader->unsqueeze = unsqueeze_new();
    arena_init(&reader->hello);
    arena_init(&reader->arena);
    *out = reader;
    if (read_outer(reader, err) == 0 && unlock(reader, key, err) == 0 &&
        read_hello(reader, err) == 0) {
        hash_begin(&reader->digest, ITEM_PURPOSE, HASH_SIZE, NULL);
        return 0;
    }
    reader_free(reader);
    *out = NULL;
    return -1;
}

void
reader_free(struct reader *reader)
{
    if (!reader)
        return;
    unsqueeze_free(reader->unsqueeze);
    arena_release(&reader->hello);
    arena_release(&reader->arena);
    if (reader->plain.room)
        secret_wipe(reader->plain.text, reader->plain.room);
    str_release(&reader->plain);
    secret_wipe(reader, sizeof *reader);
    free(reader);
}

const struct outer *
reader_outer(const struct reader *reader)
{
    return &reader->outer;
}

const char *
reader_version(const struct reader *reader)
{
    return reader->version;
}

const struct item_counts *
reader_counts(const struct reader *reader)
{
    return &reader->counts;
}

int64_t
reader_bytes(const struct reader *reader)
{
    return reader->pieces.bytes;
}

/* ---- next ------------------------------------------------------------------------------------------ */

/* Whether an item may stand here; counts it. */
static bool
follow(struct reader *reader, const struct item *item)
{
    switch (item->kind) {
    case ITEM_TABLE:
        reader->counts.tables++;
        reader->rows = 0;
        return !reader->table;
    case ITEM_ROW:
        reader->rows++;
        return reader->table != NULL;
    case ITEM_TABLE_END:
        reader->counts.rows += reader->rows;
        return reader->table && item->rows == reader->rows;
    case ITEM_FILE:
        reader->counts.files++;
        return !reader->table;
    case ITEM_END:
        return !reader->table;
    default:
        return false;
    }
}

/* Behind the last item: the counts and the hash are right, and nothing follows, neither squeezed nor sealed. */
static int
finish(struct reader *reader, const struct item *end, struct err *err)
{
    size_t length;
    struct item_counts *counts = &reader->counts;
    hash_end(&reader->digest, counts->digest, HASH_SIZE);
    if (end->counts.tables != counts->tables || end->counts.rows != counts->rows ||
        end->counts.files != counts->files ||
        memcmp(end->counts.digest, counts->digest, HASH_SIZE) != 0)
        return damaged(reader, _("its counts do not agree with what it holds"), err);
    while (reader->at == reader->plain.length && !unsqueeze_is_whole(reader->unsqueeze)) {
        int more = unsqueeze_take(reader->unsqueeze, &reader->plain);
        if (more < 0 ||
            (more == 0 && !unsqueeze_is_whole(reader->unsqueeze) && next_piece(reader, err) < 0))
            return more < 0 ? damaged(reader, _("it cannot be unpacked"), err) : -1;
    }
    if (reader->at < reader->plain.length)
        return damaged(reader, _("something stands behind its end"), err);
    int more = pieces_get(&reader->pieces, reader->piece, &length, err);
    if (more > 0)
        return damaged(reader, _("something stands behind its end"), err);
    reader->ended = more == 0;
    return more;
}

int
reader_next(struct reader *reader, struct item *item, struct err *err)
{
    if (reader->ended)
        return 0;
    if (take_item(reader, item, err) < 0)
        return -1;
    if (!follow(reader, item))
        return damaged(reader, _("what it holds is out of order"), err);
    if (item->kind == ITEM_END)
        return finish(reader, item, err);
    if (item->kind == ITEM_TABLE)
        reader->table = item->table;
    if (item->kind == ITEM_TABLE_END)
        reader->table = NULL;
    return 1;
}
