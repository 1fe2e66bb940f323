#include "text/out_private.h"

#include <string.h>

#include "base/day.h"

__extension__ typedef unsigned __int128 magnitude;

bool
out_day_known(int64_t day)
{
    enum { FIRST = -719162, LAST = 2932896 }; /* 0001-01-01, 9999-12-31 */

    return day >= FIRST && day <= LAST;
}

bool
out_moment_known(int64_t moment)
{
    int64_t day = floor_div(moment, DAY_SECONDS);

    return out_day_known(day - 1) && out_day_known(day + 1); /* in whatever zone */
}

bool
out_ratio_known(const struct db_value *values)
{
    return values[0].type == DB_INT && values[1].type == DB_INT && values[1].number != 0;
}

void
out_civil(const struct out *out, int64_t moment, struct civil *civil)
{
    int second = (int)floor_mod(moment, DAY_SECONDS);

    if (out->options.zone != NULL) {
        zone_civil(out->options.zone, moment, civil);
        return;
    }
    day_to_civil(floor_div(moment, DAY_SECONDS), civil);
    civil->hour = second / 3600;
    civil->minute = second / 60 % 60;
    civil->second = second % 60;
}

static void
set_text(struct cell *cell, enum cell_kind kind, const char *text, size_t length)
{
    cell->kind = kind;
    cell->text = text;
    cell->length = length;
}

static void
set_room(struct cell *cell, enum cell_kind kind, int length)
{
    set_text(cell, kind, cell->room, (size_t)length);
}

static magnitude
absolute(int64_t number)
{
    return number < 0 ? (magnitude)0 - (magnitude)number : (magnitude)number;
}

/* Writes number / 10^decimals, from the right; `group`: a comma between thousands. */
static void
set_decimal(struct cell *cell, bool negative, magnitude number, int decimals, bool group)
{
    char *at = cell->room + CELL_ROOM;
    int written = 0;

    while (number > 0 || written <= decimals) {
        if (written == decimals && decimals > 0)
            *--at = '.';
        else if (group && written > decimals && (written - decimals) % 3 == 0)
            *--at = ',';
        *--at = (char)('0' + (int)(number % 10));
        number /= 10;
        written++;
    }
    if (negative)
        *--at = '-';
    set_text(cell, CELL_NUMBER, at, (size_t)(cell->room + CELL_ROOM - at));
}

/* numerator / denominator × scale, rounded half away from zero; the last `decimals` digits stand
 * behind the point. */
static void
set_ratio(struct cell *cell, const struct db_value *values, unsigned scale, int decimals)
{
    magnitude top = absolute(values[0].number), bottom = absolute(values[1].number);
    magnitude scaled = (2 * top * scale + bottom) / (2 * bottom);
    bool negative = (values[0].number < 0) != (values[1].number < 0);

    set_decimal(cell, negative && scaled > 0, scaled, decimals, false);
}

static void
set_hex(struct out *out, struct cell *cell, const struct db_value *value)
{
    static const char DIGITS[] = "0123456789abcdef";

    str_clear(&out->hex);
    str_need(&out->hex, 2 * value->length);
    for (size_t i = 0; i < value->length; i++) {
        unsigned char byte = (unsigned char)value->text[i];
        str_addc(&out->hex, DIGITS[byte >> 4]);
        str_addc(&out->hex, DIGITS[byte & 15]);
    }
    set_text(cell, CELL_TEXT, out->hex.text, out->hex.length);
}

/* From the right; snprintf takes ten times as long, and half of all cells are numbers. */
static void
set_int(struct cell *cell, enum cell_kind kind, int64_t number)
{
    uint64_t left = number < 0 ? -(uint64_t)number : (uint64_t)number;
    char *end = cell->room + CELL_ROOM, *at = end;

    do {
        *--at = (char)('0' + left % 10);
        left /= 10;
    } while (left > 0);
    if (number < 0)
        *--at = '-';
    set_text(cell, kind, at, (size_t)(end - at));
}

static void
set_moment(const struct out *out, struct cell *cell, int64_t moment)
{
    struct civil c;

    if (out->options.zone != NULL) {
        set_room(cell, CELL_TEXT, (int)zone_format(out->options.zone, moment, cell->room));
        return;
    }
    out_civil(out, moment, &c);
    set_room(cell, CELL_TEXT,
             snprintf(cell->room, CELL_ROOM, "%04d-%02d-%02dT%02d:%02d:%02dZ", c.year, c.month,
                      c.day, c.hour, c.minute, c.second));
}

/* A share is a ratio whose denominator goes without saying. */
static void
as_ratio(struct db_value share, struct db_value ratio[2])
{
    ratio[0] = share;
    ratio[1] = db_int(1000000);
}

/* What is the same in all formats; false: it is an integer whose looks depend on them. */
static bool
set_plain(struct out *out, const struct out_slot *slot, const struct db_value *value,
          struct cell *cell)
{
    if (value->type == DB_NULL)
        set_text(cell, CELL_NULL, "", 0);
    else if (value->type == DB_BYTES || (value->type == DB_TEXT && slot->type == OUT_BYTES))
        set_hex(out, cell, value);
    else if (value->type == DB_TEXT)
        set_text(cell, CELL_TEXT, value->text, value->length);
    else if (slot->type == OUT_TEXT || slot->type == OUT_BYTES || slot->type == OUT_RAW)
        set_int(cell, CELL_TEXT, value->number);
    else if (slot->type == OUT_DAY && out_day_known(value->number))
        set_room(cell, CELL_TEXT, (int)day_format(value->number, cell->room));
    else
        return false;
    return true;
}

void
out_cell(struct out *out, const struct out_slot *slot, const struct db_value *values,
         struct cell *cell)
{
    const struct db_value *value = &values[slot->value];

    if (slot->type == OUT_RATIO) {
        if (out_ratio_known(value))
            set_ratio(cell, value, 1000000, 6);
        else
            set_text(cell, CELL_NULL, "", 0);
    } else if (set_plain(out, slot, value, cell)) {
        return;
    } else if (slot->type == OUT_MOMENT && out_moment_known(value->number)) {
        set_moment(out, cell, value->number);
    } else if (slot->type == OUT_SHARE) {
        struct db_value ratio[2];
        as_ratio(*value, ratio);
        set_ratio(cell, ratio, 1000000, 6);
    } else if (slot->type == OUT_DECIMAL) {
        set_decimal(cell, value->number < 0, absolute(value->number), 6, false);
    } else if (slot->type == OUT_BOOL) {
        set_text(cell, CELL_BOOL, value->number ? "1" : "0", 1);
    } else {
        set_int(cell, CELL_NUMBER, value->number);
    }
}

static void
set_moment_shown(const struct out *out, struct cell *cell, int64_t moment)
{
    struct civil c;

    out_civil(out, moment, &c);
    set_room(cell, CELL_TEXT,
             snprintf(cell->room, CELL_ROOM, "%04d-%02d-%02d %02d:%02d", c.year, c.month, c.day,
                      c.hour, c.minute));
}

static void
set_bool_shown(const struct out *out, struct cell *cell, bool value)
{
    const char *word = value ? out->options.yes : out->options.no;

    if (word == NULL)
        word = value ? "yes" : "no";
    set_text(cell, CELL_BOOL, word, strlen(word));
}

static void
set_percent(struct cell *cell, const struct db_value *values)
{
    set_ratio(cell, values, 1000, 1);
    memmove(cell->room, cell->text, cell->length);
    memcpy(cell->room + cell->length, " %", 2);
    set_text(cell, CELL_NUMBER, cell->room, cell->length + 2);
}

static int
shown_decimals(enum out_type type)
{
    return type == OUT_FEN ? 2 : type == OUT_DECIMAL ? 6 : 0;
}

void
out_cell_shown(struct out *out, const struct out_slot *slot, const struct db_value *values,
               struct cell *cell)
{
    const struct db_value *value = &values[slot->value];

    if (slot->type == OUT_RATIO) {
        if (out_ratio_known(value))
            set_percent(cell, value);
        else
            set_text(cell, CELL_NULL, "", 0);
    } else if (set_plain(out, slot, value, cell)) {
        return;
    } else if (slot->type == OUT_MOMENT && out_moment_known(value->number)) {
        set_moment_shown(out, cell, value->number);
    } else if (slot->type == OUT_SHARE) {
        struct db_value ratio[2];
        as_ratio(*value, ratio);
        set_percent(cell, ratio);
    } else if (slot->type == OUT_BOOL) {
        set_bool_shown(out, cell, value->number != 0);
    } else {
        set_decimal(cell, value->number < 0, absolute(value->number), shown_decimals(slot->type),
                    true);
    }
}
