/* Bytes to items. What is read here was sealed, but in a backup without a recovery key by anybody: nothing is
 * believed. */
#include <string.h>

#include "backup/item.h"

enum { NUMBER_MOST = 10, NAME_MOST = 63 };

struct cursor {
    const unsigned char *at, *end;
    bool wrong;
};

/* ---- numbers, texts -------------------------------------------------------------------------------- */

/* Bytes taken; 0: more are needed; -1: none, or not in its shortest form. */
static int
parse_number(const unsigned char *at, size_t length, uint64_t *number)
{
    *number = 0;
    for (int i = 0; i < NUMBER_MOST; i++) {
        if ((size_t)i == length)
            return 0;
        uint64_t bits = at[i] & 0x7f;
        if ((i == NUMBER_MOST - 1 && bits > 1) || (i > 0 && at[i] == 0))
            return -1;
        *number |= bits << 7 * i;
        if (at[i] < 0x80)
            return i + 1;
    }
    return -1;
}

static uint64_t
take_number(struct cursor *cursor, uint64_t most)
{
    uint64_t number;
    int taken = parse_number(cursor->at, (size_t)(cursor->end - cursor->at), &number);
    if (taken <= 0 || number > most) {
        cursor->wrong = true;
        return 0;
    }
    cursor->at += taken;
    return number;
}

static const unsigned char *
take(struct cursor *cursor, size_t length)
{
    const unsigned char *bytes = cursor->at;
    if (cursor->wrong || (size_t)(cursor->end - bytes) < length) {
        cursor->wrong = true;
        return NULL;
    }
    cursor->at += length;
    return bytes;
}

static int
take_letter(struct cursor *cursor)
{
    const unsigned char *letter = take(cursor, 1);
    return letter ? *letter : 0;
}

static const unsigned char *
take_bytes(struct cursor *cursor, size_t *length)
{
    *length = take_number(cursor, SIZE_MAX >> 1);
    return take(cursor, *length);
}

/* A text in the arena, without NUL inside. */
static const char *
take_text(struct cursor *cursor, struct arena *arena)
{
    size_t length;
    const char *text = (const char *)take_bytes(cursor, &length);
    if (!text || memchr(text, '\0', length)) {
        cursor->wrong = true;
        return "";
    }
    return arena_strndup(arena, text, length);
}

/* Names go into statements: plain ones only. */
static const char *
take_name(struct cursor *cursor, struct arena *arena)
{
    const char *name = take_text(cursor, arena);
    size_t length = strlen(name);
    if (!length || length > NAME_MOST ||
        strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") != length)
        cursor->wrong = true;
    return name;
}

/* ---- items ----------------------------------------------------------------------------------------- */

static struct db_value
take_value(struct cursor *cursor)
{
    int letter = take_letter(cursor);
    if (letter == 'N')
        return db_null();
    if (letter == 'I') {
        uint64_t bits = take_number(cursor, UINT64_MAX);
        return db_int((int64_t)(bits >> 1) ^ -(int64_t)(bits & 1));
    }
    size_t length = 0;
    const char *bytes = (const char *)take_bytes(cursor, &length);
    if ((letter != 'T' && letter != 'B') || !bytes) {
        cursor->wrong = true;
        return db_null();
    }
    return letter == 'T' ? db_textn(bytes, length) : db_bytes(bytes, length);
}

static void
take_column(struct cursor *cursor, struct arena *arena, struct item_table *table, int column)
{
    struct place *place = &table->place;
    const char *name = place->names[column] = take_name(cursor, arena);
    int type = take_letter(cursor);
    int key = (int)take_number(cursor, PLACE_COLUMNS);
    table->types[column] = (char)type;
    table->keys[column] = key;
    place->key[column] = key > 0;
    if (key == 1 && strcmp(name, "store_id") == 0)
        place->store_column = column;
    else if (key && type == 'I')
        place->number_column = column;
    if (type != 'I' && type != 'T' && type != 'B')
        cursor->wrong = true;
    for (int i = 0; i < column; i++)
        if (strcmp(place->names[i], name) == 0)
            cursor->wrong = true;
}

static void
take_table(struct cursor *cursor, struct arena *arena, struct item *item)
{
    struct item_table *table = item->table = arena_alloc(arena, sizeof *table);
    struct place *place = &table->place;
    int keys = 0;
    place->table = take_name(cursor, arena);
    place->count = (int)take_number(cursor, PLACE_COLUMNS);
    place->names = arena_array(arena, PLACE_COLUMNS, sizeof *place->names);
    place->store_column = place->number_column = -1;
    for (int i = 0; i < place->count; i++) {
        take_column(cursor, arena, table, i);
        keys += place->key[i];
    }
    if (keys != 1 + (place->store_column >= 0)) /* as in log/place.c */
        place->number_column = -1;
    if (place->count == 0)
        cursor->wrong = true;
}

static void
take_file(struct cursor *cursor, struct arena *arena, struct item_file *file)
{
    size_t length = 0;
    file->kind = take_letter(cursor);
    file->name = take_text(cursor, arena);
    const unsigned char *bytes = take_bytes(cursor, &length);
    file->bytes = db_bytes(bytes, bytes ? length : 0);
    if (file->kind != ITEM_FILE_KEY && file->kind != ITEM_FILE_PACK)
        cursor->wrong = true;
}

static void
take_hash(struct cursor *cursor, unsigned char hash[HASH_SIZE])
{
    const unsigned char *bytes = take(cursor, HASH_SIZE);
    if (bytes)
        memcpy(hash, bytes, HASH_SIZE);
}

static void
take_body(struct cursor *cursor, struct arena *arena, struct item *item, int columns)
{
    switch (item->kind) {
    case ITEM_ROW:
        for (int i = 0; i < columns; i++)
            item->values[i] = take_value(cursor);
        break;
    case ITEM_TABLE:
        take_table(cursor, arena, item);
        break;
    case ITEM_TABLE_END:
        item->rows = (int64_t)take_number(cursor, INT64_MAX);
        break;
    case ITEM_FILE:
        take_file(cursor, arena, &item->file);
        break;
    case ITEM_HELLO:
        take_hash(cursor, item->outer);
        item->version = take_text(cursor, arena);
        break;
    case ITEM_END:
        item->counts.tables = (int64_t)take_number(cursor, INT64_MAX);
        item->counts.rows = (int64_t)take_number(cursor, INT64_MAX);
        item->counts.files = (int64_t)take_number(cursor, INT64_MAX);
        take_hash(cursor, item->counts.digest);
        break;
    }
}

/* Length of the letter and the number that follows it, or as item_length. */
static int
parse_head(const unsigned char *at, size_t length, uint64_t *body)
{
    static const char letters[] = {ITEM_HELLO,     ITEM_TABLE, ITEM_ROW,
                                   ITEM_TABLE_END, ITEM_FILE,  ITEM_END};
    if (length == 0)
        return 0;
    if (!memchr(letters, at[0], sizeof letters))
        return -1;
    int taken = parse_number(at + 1, length - 1, body);
    return taken > 0 ? 1 + taken : taken;
}

long
item_length(const void *bytes, size_t length)
{
    uint64_t body;
    int head = parse_head(bytes, length, &body);
    if (head <= 0)
        return head;
    return body > ITEM_MOST ? -1 : head + (long)body;
}

bool
item_read(struct item *item, struct arena *arena, const void *bytes, size_t length, int columns)
{
    uint64_t body;
    const unsigned char *at = bytes;
    int head = parse_head(at, length, &body);
    if (head <= 0 || body != length - (size_t)head)
        return false;
    struct cursor cursor = {at + head, at + length, false};
    item->kind = (enum item_kind)at[0];
    take_body(&cursor, arena, item, columns);
    return !cursor.wrong && cursor.at == cursor.end;
}
