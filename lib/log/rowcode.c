#include "log/rowcode.h"

#include <string.h>

/* Small pieces are gathered, since each call of the hash costs as much as a hundred bytes of it. */
struct feed {
    struct hash hash;
    size_t length;
    unsigned char bytes[512];
};

static void
feed_flush(struct feed *feed)
{
    hash_add(&feed->hash, feed->bytes, feed->length);
    feed->length = 0;
}

static void
feed_add(struct feed *feed, const void *bytes, size_t length)
{
    if (length > sizeof feed->bytes - feed->length)
        feed_flush(feed);
    if (length > sizeof feed->bytes) {
        hash_add(&feed->hash, bytes, length);
        return;
    }
    memcpy(feed->bytes + feed->length, bytes, length);
    feed->length += length;
}

static void
feed_number(struct feed *feed, uint64_t number, int size)
{
    unsigned char bytes[8];
    for (int i = 0; i < size; i++)
        bytes[i] = (unsigned char)(number >> 8 * i);
    feed_add(feed, bytes, (size_t)size);
}

static void
feed_bytes(struct feed *feed, const char *bytes, size_t length)
{
    feed_number(feed, length, 4);
    if (length)
        feed_add(feed, bytes, length);
}

static void
feed_value(struct feed *feed, int column, const struct db_value *value)
{
    const unsigned char head[2] = {(unsigned char)column, (unsigned char)value->type};
    if (value->type == DB_NULL)
        return;
    feed_add(feed, head, sizeof head);
    if (value->type == DB_INT)
        feed_number(feed, (uint64_t)value->number, 8);
    else
        feed_bytes(feed, value->text, value->length);
}

void
rowcode_of(struct rowcode *code, const char *table, const struct db_value *values, int count)
{
    struct feed feed;
    unsigned char out[HASH_SIZE + ROWCODE_MARK];
    feed.length = 0;
    hash_begin(&feed.hash, "medi row", sizeof out, NULL);
    feed_bytes(&feed, table, strlen(table));
    for (int i = 0; i < count; i++)
        feed_value(&feed, i, &values[i]);
    feed_flush(&feed);
    hash_end(&feed.hash, out, sizeof out);
    memcpy(code->element, out, HASH_SIZE);
    memcpy(code->mark, out + HASH_SIZE, ROWCODE_MARK);
}
