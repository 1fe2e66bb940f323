#include <string.h>

#include "db/db.h"

struct db_value
db_null(void)
{
    return (struct db_value){.type = DB_NULL};
}

struct db_value
db_int(int64_t number)
{
    return (struct db_value){.type = DB_INT, .number = number};
}

struct db_value
db_id(int64_t id)
{
    return id > 0 ? db_int(id) : db_null();
}

struct db_value
db_text(const char *text)
{
    return text ? db_textn(text, strlen(text)) : db_null();
}

struct db_value
db_textn(const char *text, size_t length)
{
    if (!text)
        return db_null();
    return (struct db_value){.type = DB_TEXT, .text = text, .length = length};
}

struct db_value
db_bytes(const void *bytes, size_t length)
{
    if (!bytes)
        return db_null();
    return (struct db_value){.type = DB_BYTES, .text = bytes, .length = length};
}

static bool
same_bytes(struct db_value a, struct db_value b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.text, b.text, a.length) == 0);
}

bool
db_value_equal(struct db_value a, struct db_value b)
{
    if (a.type != b.type)
        return false;
    switch (a.type) {
    case DB_NULL:
        return true;
    case DB_INT:
        return a.number == b.number;
    case DB_TEXT:
    case DB_BYTES:
        return same_bytes(a, b);
    }
    return false;
}
