#include "backup/writer.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "backup/file.h"
#include "backup/pieces.h"
#include "backup/recovery.h"
#include "base/squeeze.h"

struct writer {
    struct pieces pieces;
    struct squeeze *squeeze;
    struct str items, squeezed; /* not yet squeezed; not yet sealed */
    struct hash digest;
    struct item_counts counts;
    unsigned char *key;
    int columns; /* of the table whose rows are being written */
    int64_t rows;
};

/* ---- down to the file ------------------------------------------------------------------------------ */

/* Seals whole pieces of what was squeezed, and with `last` all of it: then the last piece may be empty. */
static int
seal(struct writer *writer, bool last, struct err *err)
{
    struct str *squeezed = &writer->squeezed;
    size_t at = 0;
    for (; squeezed->length - at > PIECE; at += PIECE)
        if (pieces_put(&writer->pieces, squeezed->text + at, PIECE, false, err) < 0)
            return -1;
    size_t rest = squeezed->length - at;
    if (last && pieces_put(&writer->pieces, squeezed->text + at, rest, true, err) < 0)
        return -1;
    memmove(squeezed->text, squeezed->text + at, rest);
    str_cut(squeezed, rest);
    return 0;
}

static int
squeeze(struct writer *writer, bool last, struct err *err)
{
    struct str *items = &writer->items;
    squeeze_add(writer->squeeze, &writer->squeezed, items->text, items->length, last);
    str_clear(items);
    return seal(writer, last, err);
}

/* After an item was added. */
static int
flush(struct writer *writer, struct err *err)
{
    if (writer->items.length < PIECE)
        return 0;
    hash_add(&writer->digest, writer->items.text, writer->items.length);
    return squeeze(writer, false, err);
}

/* ---- begin and end --------------------------------------------------------------------------------- */

static int
write_outer(struct writer *writer, const struct outer *outer, const char *version, struct err *err)
{
    unsigned char bytes[OUTER_SIZE], hash[HASH_SIZE];
    outer_write(outer, bytes);
    hash_bytes(hash, ITEM_PURPOSE, bytes, sizeof bytes);
    item_hello(&writer->items, hash, version);
    squeeze_add(writer->squeeze, &writer->squeezed, writer->items.text, writer->items.length,
                false);
    str_clear(&writer->items);
    if (!file_write(writer->pieces.file, bytes, sizeof bytes))
        return err_errno(err, errno, _("%s: cannot be written"), writer->pieces.path);
    writer->pieces.bytes = sizeof bytes;
    return 0;
}

static int
place_key(const struct writer *writer, struct outer *outer, const unsigned char *recovery,
          struct err *err)
{
    memset(outer->key, 0, sizeof outer->key);
    memset(outer->recovery, 0, sizeof outer->recovery);
    if (!recovery) {
        memcpy(outer->key, writer->key, CIPHER_KEY);
        return 0;
    }
    outer->flags |= OUTER_BOXED;
    recovery_id(outer->recovery, recovery);
    if (box_seal(outer->key, recovery, writer->key, CIPHER_KEY))
        return 0;
    return err_set(err, ERR_DATA, _("the recovery key is none that anybody can have"));
}

int
writer_begin(struct writer **out, int file, const char *path, struct outer *outer,
             const unsigned char *recovery, const char *version, struct err *err)
{
    struct writer *writer = mem_alloc(sizeof *writer);
    memset(writer, 0, sizeof *writer);
    writer->pieces.file = file;
    writer->pieces.path = path;
    writer->items = writer->squeezed = (struct str)STR_INIT;
    writer->squeeze = squeeze_new();
    writer->key = secret_alloc(CIPHER_KEY);
    random_bytes(writer->key, CIPHER_KEY);
    stream_push_begin(&writer->pieces.stream, outer->header, writer->key);
    hash_begin(&writer->digest, ITEM_PURPOSE, HASH_SIZE, NULL);
    *out = writer;
    if (place_key(writer, outer, recovery, err) == 0 &&
        write_outer(writer, outer, version, err) == 0)
        return 0;
    writer_free(writer);
    *out = NULL;
    return -1;
}

void
writer_free(struct writer *writer)
{
    if (!writer)
        return;
    squeeze_free(writer->squeeze);
    str_release(&writer->items);
    str_release(&writer->squeezed);
    secret_free(writer->key);
    secret_wipe(writer, sizeof *writer);
    free(writer);
}

int
writer_end(struct writer *writer, struct err *err)
{
    struct item_counts *counts = &writer->counts;
    hash_add(&writer->digest, writer->items.text, writer->items.length);
    hash_end(&writer->digest, counts->digest, HASH_SIZE);
    item_end(&writer->items, counts);
    return squeeze(writer, true, err);
}

/* ---- items ----------------------------------------------------------------------------------------- */

int
writer_table(struct writer *writer, const struct item_table *table, struct err *err)
{
    writer->columns = table->place.count;
    writer->rows = 0;
    item_table(&writer->items, table);
    return flush(writer, err);
}

int
writer_row(struct writer *writer, const struct db_value *values, struct err *err)
{
    writer->rows++;
    item_row(&writer->items, values, writer->columns);
    return flush(writer, err);
}

int
writer_table_end(struct writer *writer, struct err *err)
{
    writer->counts.tables++;
    writer->counts.rows += writer->rows;
    item_table_end(&writer->items, writer->rows);
    return flush(writer, err);
}

int
writer_file(struct writer *writer, const struct item_file *file, struct err *err)
{
    writer->counts.files++;
    item_file(&writer->items, file);
    return flush(writer, err);
}

const struct item_counts *
writer_counts(const struct writer *writer)
{
    return &writer->counts;
}

int64_t
writer_bytes(const struct writer *writer)
{
    return writer->pieces.bytes;
}

const unsigned char *
writer_key(const struct writer *writer)
{
    return writer->key;
}
