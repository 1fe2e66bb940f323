#include "record/value.h"

#include <string.h>
#include <strings.h>

#include "base/money.h"
#include "record/degrees.h"
#include "record/hours.h"
#include "record/identity.h"
#include "scan/gtin.h"
#include "text/utf8.h"
#include "text/zonefile.h"

enum { SHOWN = 40, CODE_LONGEST = 64, NAME_LONGEST = 400 };

/* "%.*s" arguments for a cell in an error: its beginning, on a whole character. */
static int
shown(const char *text, size_t length)
{
    return (int)(length <= SHOWN ? length : utf8_valid(text, SHOWN));
}

#define CELL shown(text, length), text

/* "2.98E+13": a number that a spreadsheet rounded; what it was is lost. */
static bool
destroyed(const char *text, size_t length)
{
    if (*text != '.' && (*text < '0' || *text > '9')) /* as most codes begin */
        return false;
    const char *e = memchr(text, 'E', length);
    e = e ? e : memchr(text, 'e', length);
    if (!e || e == text || e + 2 >= text + length || (e[1] != '+' && e[1] != '-'))
        return false;
    for (const char *at = text; at < text + length; at++)
        if ((*at < '0' || *at > '9') && !(at < e && *at == '.') && at != e && at != e + 1)
            return false;
    return true;
}

static int
refuse_destroyed(const char *text, size_t length, struct err *err)
{
    return err_set(err, ERR_DATA,
                   _("%.*s: a spreadsheet destroyed this number; format the column as text "
                     "and export it again"),
                   CELL);
}

/* A code, or where the column allows it a name in its stead. */
static int
parse_code(const struct kind_column *column, const char *text, size_t length,
           struct db_value *value, struct err *err)
{
    int longest = column->by_name ? NAME_LONGEST : CODE_LONGEST;
    if (length > (size_t)longest)
        return err_set(err, ERR_DATA, _("%.*s…: longer than %d bytes; no code is"), CELL, longest);
    if (destroyed(text, length))
        return refuse_destroyed(text, length, err);
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] < 0x20 || text[i] == 0x7F)
            return err_set(err, ERR_DATA, _("%.*s: a code has no control characters"), CELL);
    *value = db_textn(text, length);
    return 0;
}

static int
in_bounds(const struct kind_column *column, const char *text, size_t length, int64_t number,
          struct err *err)
{
    if (number < column->min)
        return err_set(err, ERR_DATA, _("%.*s: too small for %s"), CELL, column->name);
    if (number > column->max)
        return err_set(err, ERR_DATA, _("%.*s: too large for %s"), CELL, column->name);
    return 0;
}

static int
parse_int(const char *text, size_t length, int64_t *number, struct err *err)
{
    bool negative = text[0] == '-';
    size_t i = negative, most = 18;
    int64_t value = 0;
    if (destroyed(text, length))
        return refuse_destroyed(text, length, err);
    for (; i < length && text[i] >= '0' && text[i] <= '9'; i++)
        value = i < most ? value * 10 + (text[i] - '0') : value;
    if (i != length || i == negative || length > most)
        return err_set(err, ERR_DATA, _("%.*s: not a whole number"), CELL);
    *number = negative ? -value : value;
    return 0;
}

/* To the nearest multiple, halves away from the equator. */
static int64_t
rounded(int64_t number, int64_t to)
{
    int64_t size = number < 0 ? -number : number;
    if (to)
        size = (size + to / 2) / to * to;
    return number < 0 ? -size : size;
}

static int
parse_number(const struct kind_column *column, bool fen, const char *text, size_t length,
             struct db_value *value, struct err *err)
{
    int64_t number = 0;
    if (column->type == KIND_DEGREES) {
        if (!degrees_parse(text, length, &number))
            return err_set(err, ERR_DATA, _("%.*s: no degrees; write them like 31.230416"), CELL);
    } else if (column->type == KIND_MONEY && !fen) {
        if (money_parse(text, length, &number, err) < 0)
            return -1;
    } else if (parse_int(text, length, &number, err) < 0) {
        return -1;
    }
    *value = db_int(rounded(number, column->round));
    return in_bounds(column, text, length, number, err);
}

static int
parse_day(const char *text, size_t length, struct db_value *value, struct err *err)
{
    struct moment_parts parts;
    if (!moment_parse(text, length, &parts) || parts.has_offset ||
        (parts.has_time && parts.second_of_day != 0))
        return err_set(err, ERR_DATA, _("%.*s: no such day; write it like 2025-06-01"), CELL);
    *value = db_int(parts.day);
    return 0;
}

bool
value_day_in_calendar(int64_t day)
{
    enum { FIRST = 7305, LAST = 36524 }; /* 1990-01-01, 2069-12-31: see calendar in the schema */
    return day >= FIRST && day <= LAST;
}

static int
parse_moment(const struct value_place *place, const char *text, size_t length,
             struct db_value *value, struct err *err)
{
    struct moment_parts parts;
    if (!moment_parse(text, length, &parts))
        return err_set(err, ERR_DATA, _("%.*s: no such time; write it like 2025-06-01 09:05"),
                       CELL);
    int64_t moment = parts.has_offset ? parts.day * DAY_SECONDS + parts.second_of_day - parts.offset
                                      : zone_moment(place->zone, parts.day, parts.second_of_day);
    if (!value_day_in_calendar(zone_day(place->zone, moment)))
        return err_set(err, ERR_DATA, _("%.*s: outside the years 1990 to 2069"), CELL);
    *value = db_int(moment);
    return 0;
}

static int
parse_bool(const char *text, size_t length, struct db_value *value, struct err *err)
{
    static const char *const words[2][8] = {
        {"0", "no", "n", "false", "否", "停用", "下架", NULL},
        {"1", "yes", "y", "true", "是", "启用", "在售", NULL},
    };
    for (int truth = 0; truth < 2; truth++)
        for (const char *const *word = words[truth]; *word; word++)
            if (strlen(*word) == length && strncasecmp(*word, text, length) == 0) {
                *value = db_int(truth);
                return 0;
            }
    return err_set(err, ERR_DATA, _("%.*s: neither yes nor no; write 1 or 0, 是 or 否"), CELL);
}

static int
parse_choice(const struct kind_column *column, const char *text, size_t length,
             struct db_value *value, struct err *err)
{
    const char *word = kind_word(column, text, length);
    if (word) {
        *value = db_text(word);
        return 0;
    }
    struct str known = STR_INIT;
    for (int i = 0; i < column->word_count; i++)
        if (column->words[i].text == column->words[i].word)
            str_addf(&known, "%s%s", known.length ? ", " : "", column->words[i].word);
    err_set(err, ERR_DATA, _("%.*s: not one of %s"), CELL, known.text);
    str_release(&known);
    return -1;
}

static int
parse_identity(const struct kind_column *column, struct arena *row, const char *text, size_t length,
               struct db_value *value, struct err *err)
{
    char out[EMAIL_ROOM];
    if (destroyed(text, length))
        return refuse_destroyed(text, length, err);
    if (column->type == KIND_PHONE && !phone_parse(text, length, out))
        return err_set(err, ERR_DATA, _("not a phone number; write it like 13800138000"));
    if (column->type == KIND_ID_NUMBER && !id_number_parse(text, length, out))
        return err_set(err, ERR_DATA,
                       _("not an identity number: its check digit or date is wrong"));
    if (column->type == KIND_EMAIL && !email_parse(text, length, out))
        return err_set(err, ERR_DATA, _("not an e-mail address; write it like name@example.com"));
    *value = db_text(arena_strdup(row, out));
    return 0;
}

static int
parse_product(const struct kind_column *column, struct arena *row, const char *text, size_t length,
              struct db_value *value, struct err *err)
{
    char gtin[GTIN_ROOM];
    if (destroyed(text, length))
        return refuse_destroyed(text, length, err);
    if (column->type == KIND_PRODUCT && strspn(text, "0123456789") < length)
        return parse_code(column, text, length, value, err);
    if (gtin_read(text, length, gtin, err) < 0)
        return -1;
    *value = db_text(arena_strdup(row, gtin));
    return 0;
}

static int
parse_hours(struct arena *row, const char *text, size_t length, struct db_value *value,
            struct err *err)
{
    struct hours hours;
    struct str out = STR_INIT;
    if (!hours_parse(text, length, &hours))
        return err_set(err, ERR_DATA,
                       _("%.*s: no opening hours; write them like Mo-Fr 09:00-18:00"), CELL);
    hours_format(&hours, &out);
    *value = db_text(arena_strndup(row, out.text, out.length));
    str_release(&out);
    return 0;
}

static int
parse_zone(struct arena *row, const char *text, size_t length, struct db_value *value,
           struct err *err)
{
    const char *name = arena_strndup(row, text, length);
    if (!zone_load(row, name, err))
        return err_set(err, ERR_DATA, _("%.*s: no such time zone; one is Asia/Shanghai"), CELL);
    *value = db_text(name);
    return 0;
}

static const char mask[] = "***";

/* What value_mask makes; in numbers and names any star, since other programs mask their own way. */
static bool
masked(const struct kind_column *column, const char *text, size_t length)
{
    if (!column->personal || !memchr(text, '*', length))
        return false;
    if (column->type != KIND_TEXT || strcmp(column->name, "name") == 0)
        return true;
    return length == strlen(mask) && memcmp(text, mask, length) == 0;
}

int
value_parse(const struct kind_column *column, const struct value_place *place, const char *text,
            size_t length, struct db_value *value, struct err *err)
{
    if (masked(column, text, length))
        return err_set(err, ERR_DATA, _("masked; export it with --reveal, or leave it empty"));
    switch (column->type) {
    case KIND_TEXT:
        *value = db_textn(text, length);
        return 0;
    case KIND_CODE:
    case KIND_REF:
        return parse_code(column, text, length, value, err);
    case KIND_INT:
    case KIND_MONEY:
    case KIND_DEGREES:
        return parse_number(column, place->fen, text, length, value, err);
    case KIND_DAY:
        return parse_day(text, length, value, err);
    case KIND_MOMENT:
        return parse_moment(place, text, length, value, err);
    case KIND_PHONE:
    case KIND_ID_NUMBER:
    case KIND_EMAIL:
        return parse_identity(column, place->row, text, length, value, err);
    case KIND_GTIN:
    case KIND_PRODUCT:
        return parse_product(column, place->row, text, length, value, err);
    case KIND_BOOL:
        return parse_bool(text, length, value, err);
    case KIND_CHOICE:
        return parse_choice(column, text, length, value, err);
    case KIND_ZONE:
        return parse_zone(place->row, text, length, value, err);
    case KIND_HOURS:
        return parse_hours(place->row, text, length, value, err);
    }
    return err_set(err, ERR_DATA, _("%s: unknown type"), column->name);
}

/* Phones and papers keep their ends so that a person can be asked; a name keeps its first
 * character; of the rest nothing shows. */
const char *
value_mask(struct arena *arena, const struct kind_column *column, const char *text)
{
    size_t length = strlen(text), first;
    if (column->type == KIND_PHONE && length > 8)
        return arena_printf(arena, "%.*s****%s", (int)(length - 8), text, text + length - 4);
    if (column->type == KIND_ID_NUMBER && length > 8)
        return arena_printf(arena, "%.3s***********%s", text, text + length - 2);
    if (strcmp(column->name, "name") != 0 || length == 0)
        return mask;
    utf8_next(text, length, &first);
    return arena_printf(arena, "%.*s**", (int)first, text);
}

const char *
value_shown(struct arena *arena, const struct kind_column *column, struct db_value value)
{
    if (value.type == DB_NULL)
        return NULL;
    if (column->personal && value.type != DB_TEXT)
        return mask;
    if (value.type == DB_INT)
        return arena_printf(arena, "%lld", (long long)value.number);
    const char *text = arena_strndup(arena, value.text, value.length);
    return column->personal ? value_mask(arena, column, text) : text;
}
