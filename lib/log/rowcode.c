#include "log/rowcode.h"

#include <string.h>

/* Small pieces are gathered, since each call of the hash costs as much as a hundred bytes of it. */
struct feed {
    struct hash hash;
    size_t length;
    unsigned char bytes[512];
};

enum { NUMBER_MOST = 10 }; /* bytes of a number: seven bits each */

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

/* The lowest seven bits first; the eighth says that more follow. */
static void
feed_number(struct feed *feed, uint64_t number)
{
    if (sizeof feed->bytes - feed->length < NUMBER_MOST)
        feed_flush(feed);
    unsigned char *at = feed->bytes + feed->length;
    for (; number > 0x7F; number >>= 7)
        *at++ = (unsigned char)(number | 0x80);
    *at++ = (unsigned char)number;
    feed->length = (size_t)(at - feed->bytes);
}

static void
feed_bytes(struct feed *feed, const char *bytes, size_t length)
{
    feed_number(feed, length);
    if (length)
        feed_add(feed, bytes, length);
}

static void
feed_value(struct feed *feed, int column, const struct db_value *value)
{
    if (value->type == DB_NULL)
        return;
    feed_number(feed, (uint64_t)column * ROWCODE_TYPES + (uint64_t)value->type);
    if (value->type == DB_INT)
        feed_number(feed, (uint64_t)value->number << 1 ^ (value->number < 0 ? UINT64_MAX : 0));
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
