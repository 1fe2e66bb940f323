#include "fact/pack.h"

#include <string.h>

enum { VERSION = 1, STEPS = 128 };

/* ---- writing ------------------------------------------------------------------------------------- */

static void
add_varint(struct str *out, uint64_t value)
{
    for (; value >= 128; value >>= 7)
        str_addc(out, (char)(value | 128));
    str_addc(out, (char)value);
}

static int
width_of(uint64_t most)
{
    return most == 0 ? 0 : most < 256 ? 1 : most < 65536 ? 2 : most <= UINT32_MAX ? 4 : 8;
}

static void
measure(const int64_t *values, int rows, int64_t *least, uint64_t *most, uint64_t *step)
{
    int64_t low = values[0], high = values[0];
    uint64_t widest = 0;
    bool falls = false;
    for (int i = 1; i < rows; i++) {
        uint64_t by = (uint64_t)values[i] - (uint64_t)values[i - 1];
        falls |= values[i] < values[i - 1];
        low = values[i] < low ? values[i] : low;
        high = values[i] > high ? values[i] : high;
        widest = by > widest ? by : widest;
    }
    *least = low;
    *most = (uint64_t)high - (uint64_t)low;
    *step = falls ? UINT64_MAX : widest;
}

static void
add_values(struct str *out, const int64_t *values, int rows, const struct pack_column *column)
{
    int width = column->width;
    str_need(out, (size_t)rows * (size_t)width);
    unsigned char *to = (unsigned char *)out->text + out->length;
    uint64_t least = (uint64_t)column->least;
    for (int i = 0; i < rows && width; i++, to += width) {
        uint64_t value = (uint64_t)values[i] - least;
        if (column->steps) /* the first step is from the least, which it is */
            least = (uint64_t)values[i];
        for (int byte = 0; byte < width; byte++)
            to[byte] = (unsigned char)(value >> (8 * byte));
    }
    str_grown(out, (size_t)rows * (size_t)width);
}

void
pack_columns(struct str *out, int rows, const int64_t *const *columns, int count)
{
    struct pack_column column[PACK_COLUMNS];
    str_addc(out, VERSION);
    str_addc(out, (char)count);
    add_varint(out, (uint64_t)rows);
    for (int i = 0; i < count && rows; i++) {
        uint64_t most, step;
        measure(columns[i], rows, &column[i].least, &most, &step);
        column[i].steps = width_of(step) < width_of(most);
        column[i].width = width_of(column[i].steps ? step : most);
        str_addc(out, (char)(column[i].width | (column[i].steps ? STEPS : 0)));
        uint64_t least = (uint64_t)column[i].least;
        add_varint(out, least << 1 ^ (column[i].least < 0 ? UINT64_MAX : 0));
    }
    for (int i = 0; i < count && rows; i++)
        add_values(out, columns[i], rows, &column[i]);
}

/* ---- reading ------------------------------------------------------------------------------------- */

static bool
take_varint(const unsigned char **at, const unsigned char *end, uint64_t *value)
{
    *value = 0;
    for (int shift = 0; *at < end && shift < 64; shift += 7) {
        unsigned char byte = *(*at)++;
        *value |= (uint64_t)(byte & 127) << shift;
        if (byte < 128)
            return true;
    }
    return false;
}

static bool
take_column(const unsigned char **at, const unsigned char *end, struct pack_column *column)
{
    uint64_t least;
    if (*at == end)
        return false;
    column->width = **at & 127;
    column->steps = *(*at)++ & STEPS;
    if (!take_varint(at, end, &least))
        return false;
    column->least = (int64_t)(least >> 1 ^ -(least & 1));
    int width = column->width;
    return width <= 2 || width == 4 || width == 8;
}

bool
pack_open(struct pack *pack, const void *bytes, size_t length)
{
    const unsigned char *at = bytes, *end = at + length;
    uint64_t rows;
    if (length < 3 || at[0] != VERSION || at[1] > PACK_COLUMNS)
        return false;
    pack->count = at[1];
    at += 2;
    if (!take_varint(&at, end, &rows) || rows > PACK_ROWS)
        return false;
    pack->rows = (int)rows;
    for (int i = 0; i < pack->count && rows; i++)
        if (!take_column(&at, end, &pack->column[i]))
            return false;
    for (int i = 0; i < pack->count && rows; i++) {
        pack->column[i].at = at;
        if ((size_t)(end - at) < rows * (size_t)pack->column[i].width)
            return false;
        at += rows * (size_t)pack->column[i].width;
    }
    return at == end;
}

static void
read_1(const unsigned char *at, int rows, int64_t least, int64_t *to)
{
    for (int i = 0; i < rows; i++)
        to[i] = least + at[i];
}

static void
read_2(const unsigned char *at, int rows, int64_t least, int64_t *to)
{
    for (int i = 0; i < rows; i++)
        to[i] = least + (at[2 * i] | at[2 * i + 1] << 8);
}

static void
read_4(const unsigned char *at, int rows, int64_t least, int64_t *to)
{
    for (int i = 0; i < rows; i++, at += 4)
        to[i] = least + (int64_t)((uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 |
                                  (uint32_t)at[3] << 24);
}

static void
read_8(const unsigned char *at, int rows, int64_t least, int64_t *to)
{
    for (int i = 0; i < rows; i++, at += 8) {
        uint64_t value = 0;
        for (int byte = 7; byte >= 0; byte--)
            value = value << 8 | at[byte];
        to[i] = (int64_t)((uint64_t)least + value);
    }
}

void
pack_read(const struct pack *pack, int number, int64_t *to)
{
    const struct pack_column *column = &pack->column[number];
    int64_t least = column->steps ? 0 : column->least;
    int rows = pack->rows;
    if (column->width == 0)
        for (int i = 0; i < rows; i++)
            to[i] = column->least;
    else if (column->width == 1)
        read_1(column->at, rows, least, to);
    else if (column->width == 2)
        read_2(column->at, rows, least, to);
    else if (column->width == 4)
        read_4(column->at, rows, least, to);
    else
        read_8(column->at, rows, least, to);
    if (!column->steps || column->width == 0)
        return;
    uint64_t so_far = (uint64_t)column->least;
    for (int i = 0; i < rows; i++)
        to[i] = (int64_t)(so_far += (uint64_t)to[i]);
}
