/* Values as they travel: big-endian integers, texts and bytes as they are, numeric in digits to the
 * base 10,000. */
#include "db/db_postgres.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* ---- integers ---- */

static uint64_t
get_big_endian(const char *bytes, int length)
{
    uint64_t number = 0;
    for (int i = 0; i < length; i++)
        number = number << 8 | (unsigned char)bytes[i];
    return number;
}

static void
put_big_endian(char *out, int length, uint64_t number)
{
    for (int i = length; i-- > 0; number >>= 8)
        out[i] = (char)(number & 0xff);
}

void
postgres_put_int32(char out[4], int32_t number)
{
    put_big_endian(out, 4, (uint64_t)(int64_t)number);
}

void
postgres_put_int64(char out[8], int64_t number)
{
    put_big_endian(out, 8, (uint64_t)number);
}

bool
postgres_parse_int(const char *text, size_t length, int64_t *number)
{
    char copy[24], *end;
    if (length == 0 || length >= sizeof copy || strspn(text, "+-0123456789") < length)
        return false;
    memcpy(copy, text, length);
    copy[length] = '\0';
    errno = 0;
    *number = strtoll(copy, &end, 10);
    return errno == 0 && *end == '\0';
}

/* ---- numeric: what sum() makes of BIGINT ---- */

enum { BASE = 10000, HEAD = 8, NEGATIVE = 0x4000 };

/* The digit at place `at` (0: the ones), which may lie outside those that are sent. */
static int
digit_at(const char *digits, int count, int weight, int at)
{
    int index = weight - at;
    return index >= 0 && index < count ? (int)get_big_endian(digits + 2 * index, 2) : 0;
}

/* Its head: how many digits, the place of the first, the sign, how many decimals are shown. Digits behind the
 * ones are allowed if they are zero. */
static bool
decode_numeric(const char *bytes, int length, int64_t *number)
{
    if (length < HEAD)
        return false;
    int count = (int)get_big_endian(bytes, 2), sign = (int)get_big_endian(bytes + 4, 2);
    int weight = (int16_t)get_big_endian(bytes + 2, 2);
    if (length < HEAD + 2 * count || (sign != 0 && sign != NEGATIVE)) /* else infinity or NaN */
        return false;
    int64_t total = 0;
    for (int i = 0; i < count; i++)
        if (weight - i < 0 && get_big_endian(bytes + HEAD + 2 * i, 2) != 0)
            return false;
    for (int at = count ? weight : -1; at >= 0; at--) {
        int digit = digit_at(bytes + HEAD, count, weight, at);
        if (__builtin_mul_overflow(total, BASE, &total) ||
            __builtin_add_overflow(total, sign ? -digit : digit, &total))
            return false;
    }
    *number = total;
    return true;
}

/* ---- results ---- */

bool
postgres_decode(Oid type, const char *bytes, int length, struct db_value *value)
{
    int64_t number;
    if (length < 0) {
        *value = db_null();
        return true;
    }
    switch ((enum postgres_type)type) {
    case PG_INT8:
        *value = db_int((int64_t)get_big_endian(bytes, 8));
        return true;
    case PG_INT4:
        *value = db_int((int32_t)get_big_endian(bytes, 4));
        return true;
    case PG_INT2:
        *value = db_int((int16_t)get_big_endian(bytes, 2));
        return true;
    case PG_OID:
        *value = db_int((int64_t)get_big_endian(bytes, 4));
        return true;
    case PG_NUMERIC:
        if (!decode_numeric(bytes, length, &number))
            return false;
        *value = db_int(number);
        return true;
    case PG_TEXT:
    case PG_VARCHAR:
    case PG_BPCHAR:
    case PG_NAME:
    case PG_CHAR:
    case PG_UNKNOWN:
        *value = db_textn(bytes, (size_t)length);
        return true;
    case PG_BYTEA:
        *value = db_bytes(bytes, (size_t)length);
        return true;
    case PG_BOOL:
        break;
    }
    return false;
}

/* ---- parameters ---- */

static void
as_is(struct postgres_param *param, struct db_value value)
{
    param->bytes = value.text ? value.text : "";
    param->length = (int)value.length;
    param->format = 1;
}

/* For the server to read as whatever type it wants: that needs a NUL behind it. */
static bool
as_words(struct postgres_param *param, struct db_value value)
{
    if (value.type == DB_INT) {
        snprintf(param->room, sizeof param->room, "%lld", (long long)value.number);
        param->bytes = param->room;
        return true;
    }
    if (value.type != DB_TEXT || memchr(value.text, '\0', value.length))
        return false;
    param->copy = mem_alloc(value.length + 1);
    memcpy(param->copy, value.text, value.length);
    param->copy[value.length] = '\0';
    param->bytes = param->copy;
    return true;
}

static bool
is_text(Oid type)
{
    return type == PG_TEXT || type == PG_VARCHAR || type == PG_BPCHAR || type == PG_UNKNOWN;
}

bool
postgres_encode(struct postgres_param *param, Oid type, struct db_value value)
{
    free(param->copy);
    *param = (struct postgres_param){.bytes = NULL};
    if (value.type == DB_NULL)
        return true;
    if (value.length > INT32_MAX)
        return false;
    if (value.type == DB_INT && type == PG_INT8) {
        postgres_put_int64(param->room, value.number);
        param->bytes = param->room;
        param->length = 8;
        param->format = 1;
    } else if (type == PG_BYTEA ? value.type == DB_BYTES : is_text(type) && value.type == DB_TEXT) {
        as_is(param, value);
    } else {
        return type != PG_BYTEA && as_words(param, value);
    }
    return true;
}
