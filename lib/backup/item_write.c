/* Items to bytes. */
#include <string.h>

#include "backup/item.h"
#include "base/cipher.h"

enum { NUMBER_MOST = 10 }; /* bytes of a 64-bit number */

static unsigned char *
put_number(unsigned char *at, uint64_t number)
{
    for (; number >= 0x80; number >>= 7)
        *at++ = (unsigned char)(number | 0x80);
    *at++ = (unsigned char)number;
    return at;
}

static size_t
number_size(uint64_t number)
{
    size_t size = 1;
    for (; number >= 0x80; number >>= 7)
        size++;
    return size;
}

static uint64_t
zigzag(int64_t number)
{
    return (uint64_t)number << 1 ^ (number < 0 ? UINT64_MAX : 0);
}

static void
add_number(struct str *out, uint64_t number)
{
    unsigned char bytes[NUMBER_MOST];
    str_add(out, (const char *)bytes, (size_t)(put_number(bytes, number) - bytes));
}

static void
add_bytes(struct str *out, const void *bytes, size_t length)
{
    add_number(out, length);
    str_add(out, bytes, length);
}

static void
add_text(struct str *out, const char *text)
{
    add_bytes(out, text, strlen(text));
}

/* An item whose body is at hand. */
static void
add_item(struct str *out, enum item_kind kind, const struct str *body)
{
    str_addc(out, (char)kind);
    add_bytes(out, body->text, body->length);
}

/* ---- rows ------------------------------------------------------------------------------------------ */

static size_t
value_size(const struct db_value *value)
{
    switch (value->type) {
    case DB_NULL:
        return 1;
    case DB_INT:
        return 1 + number_size(zigzag(value->number));
    default:
        return 1 + number_size(value->length) + value->length;
    }
}

static unsigned char *
put_value(unsigned char *at, const struct db_value *value)
{
    static const char letters[] = {
        [DB_NULL] = 'N', [DB_INT] = 'I', [DB_TEXT] = 'T', [DB_BYTES] = 'B'};
    *at++ = (unsigned char)letters[value->type];
    if (value->type == DB_INT)
        return put_number(at, zigzag(value->number));
    if (value->type == DB_NULL)
        return at;
    at = put_number(at, value->length);
    if (value->length)
        memcpy(at, value->text, value->length);
    return at + value->length;
}

void
item_row(struct str *out, const struct db_value *values, int count)
{
    size_t size = 0;
    for (int i = 0; i < count; i++)
        size += value_size(&values[i]);
    str_need(out, 1 + NUMBER_MOST + size);
    unsigned char *at = (unsigned char *)out->text + out->length;
    *at++ = ITEM_ROW;
    at = put_number(at, size);
    for (int i = 0; i < count; i++)
        at = put_value(at, &values[i]);
    *at = '\0';
    out->length = (size_t)((char *)at - out->text);
}

/* ---- the others ------------------------------------------------------------------------------------ */

void
item_hello(struct str *out, const unsigned char outer[HASH_SIZE], const char *version)
{
    struct str body = STR_INIT;
    str_add(&body, (const char *)outer, HASH_SIZE);
    add_text(&body, version);
    add_item(out, ITEM_HELLO, &body);
    str_release(&body);
}

void
item_table(struct str *out, const struct item_table *table)
{
    struct str body = STR_INIT;
    add_text(&body, table->place.table);
    add_number(&body, (uint64_t)table->place.count);
    for (int i = 0; i < table->place.count; i++) {
        add_text(&body, table->place.names[i]);
        str_addc(&body, table->types[i]);
        add_number(&body, (uint64_t)table->keys[i]);
    }
    add_item(out, ITEM_TABLE, &body);
    str_release(&body);
}

void
item_table_end(struct str *out, int64_t rows)
{
    struct str body = STR_INIT;
    add_number(&body, (uint64_t)rows);
    add_item(out, ITEM_TABLE_END, &body);
    str_release(&body);
}

void
item_file(struct str *out, const struct item_file *file)
{
    struct str body = STR_INIT;
    str_addc(&body, (char)file->kind);
    add_text(&body, file->name);
    add_bytes(&body, file->bytes.text, file->bytes.length);
    add_item(out, ITEM_FILE, &body);
    if (body.length)
        secret_wipe(body.text, body.length); /* it may be a key */
    str_release(&body);
}

void
item_end(struct str *out, const struct item_counts *counts)
{
    struct str body = STR_INIT;
    add_number(&body, (uint64_t)counts->tables);
    add_number(&body, (uint64_t)counts->rows);
    add_number(&body, (uint64_t)counts->files);
    str_add(&body, (const char *)counts->digest, HASH_SIZE);
    add_item(out, ITEM_END, &body);
    str_release(&body);
}
