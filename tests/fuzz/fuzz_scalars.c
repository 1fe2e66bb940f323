/*
 * scalars: the readers of one value. What they take lies in range, and what the writer makes of it
 * is read as the same value. The first byte chooses the reader.
 */
#include "fuzz.h"

#include "base/day.h"
#include "base/money.h"
#include "base/zone.h"
#include "base/zone_rule.h"
#include "record/degrees.h"
#include "record/hours.h"
#include "record/identity.h"

static const int64_t DAY_FIRST = -719162, DAY_LAST = 2932896; /* the years 1 to 9999 */

static void
try_day(const char *text, size_t length)
{
    int64_t day, again;
    char out[16];

    if (!day_parse(text, length, &day))
        return;
    MUST(day >= DAY_FIRST && day <= DAY_LAST);
    MUST(day_format(day, out) == 10 && day_parse(out, 10, &again) && again == day);
    MUST(day_week_start(day) <= day && day_weekday(day_week_start(day)) == 1);
}

static int
print_moment(const struct moment_parts *parts, char out[64])
{
    int second = parts->second_of_day, minutes = abs(parts->offset) / 60;
    size_t length = day_format(parts->day, out);

    if (parts->has_time)
        length += (size_t)sprintf(out + length, "T%02d:%02d:%02d", second / 3600, second / 60 % 60,
                                  second % 60);
    if (parts->has_offset)
        length += (size_t)sprintf(out + length, "%c%02d:%02d", parts->offset < 0 ? '-' : '+',
                                  minutes / 60, minutes % 60);
    return (int)length;
}

static void
try_moment(const char *text, size_t length)
{
    struct moment_parts parts, again;
    char out[64];

    if (!moment_parse(text, length, &parts))
        return;
    MUST(parts.day >= DAY_FIRST && parts.day <= DAY_LAST);
    MUST(parts.second_of_day >= 0 && parts.second_of_day < DAY_SECONDS);
    MUST(abs(parts.offset) < 16 * 3600 && parts.has_time >= parts.has_offset);
    MUST(moment_parse(out, (size_t)print_moment(&parts, out), &again));
    MUST(again.day == parts.day && again.second_of_day == parts.second_of_day);
    MUST(again.offset == parts.offset && again.has_time == parts.has_time);
}

static void
try_money(const char *text, size_t length)
{
    struct err err = {0};
    int64_t fen, again;
    char out[32];

    if (money_parse(text, length, &fen, &err) != 0) {
        check_error(&err);
        return;
    }
    MUST(money_parse(out, money_format(fen, out), &again, &err) == 0 && again == fen);
}

static void
try_phone(const char *text, size_t length)
{
    char out[PHONE_ROOM], again[PHONE_ROOM];

    if (!phone_parse(text, length, out))
        return;
    MUST(memchr(text, '\0', length) == NULL);
    MUST(out[0] == '+' && strlen(out) >= 8 && strlen(out) <= 16);
    MUST(phone_parse(out, strlen(out), again) && strcmp(out, again) == 0);
}

static void
try_id_number(const char *text, size_t length)
{
    char out[ID_NUMBER_ROOM], again[ID_NUMBER_ROOM];

    if (!id_number_parse(text, length, out))
        return;
    MUST(strlen(out) == length);
    MUST(id_number_parse(out, length, again) && strcmp(out, again) == 0);
}

static void
try_hours(const char *text, size_t length)
{
    struct hours hours, again;
    struct str out = STR_INIT;

    if (!hours_parse(text, length, &hours))
        return;
    hours_format(&hours, &out);
    MUST(hours_parse(out.text, out.length, &again));
    MUST(memcmp(&hours, &again, sizeof hours) == 0);
    str_release(&out);
}

static void
try_degrees(const char *text, size_t length)
{
    int64_t millionths, again;
    char out[24];

    if (!degrees_parse(text, length, &millionths))
        return;
    MUST(llabs(millionths) <= 1000000000);
    if (llabs(millionths) == 1000000000)
        return; /* 999.9999999, rounded: no place on Earth, and one digit more than is read */
    MUST(degrees_parse(out, degrees_format(millionths, out), &again) && again == millionths);
}

/* ---- zones -------------------------------------------------------------------------------- */

static const int64_t MOMENTS[] = {
    -62135510400,         -2208988800, -1,         0,          951782400,
    1748736000,           1761440400,  2147483647, 2147483648, 3155673600,
    253402300799 - 86400,
};

static void
try_rule(const char *text, size_t length)
{
    struct zone_rule rule;

    if (!zone_rule_parse(text, length, &rule))
        return;
    for (size_t i = 0; i < sizeof MOMENTS / sizeof *MOMENTS; i++) {
        int offset = zone_rule_offset(&rule, MOMENTS[i]);
        MUST(offset == rule.offset || (rule.summer && offset == rule.summer_offset));
        MUST(abs(offset) <= 26 * 3600);
    }
}

/* A moment, written and read, is the same one; RFC 3339 has no offsets of seconds. */
static void
check_moment(const struct zone *zone, int64_t moment)
{
    int offset = zone_offset(zone, moment);
    struct moment_parts parts;
    char out[32];

    MUST(abs(offset) <= 26 * 3600);
    size_t length = zone_format(zone, moment, out);
    MUST(length == 25 && strlen(out) == 25);
    if (offset % 60 != 0 || abs(offset) >= 16 * 3600)
        return;
    MUST(moment_parse(out, length, &parts) && parts.offset == offset);
    MUST(parts.day * DAY_SECONDS + parts.second_of_day - offset == moment);
    MUST(zone_day(zone, moment) == parts.day);
    int64_t back = zone_moment(zone, parts.day, parts.second_of_day);
    MUST(llabs(back - moment) <= 2 * 26 * 3600);
}

static void
try_zone(const char *bytes, size_t length)
{
    struct arena arena;
    struct err err = {0};

    arena_init(&arena);
    const struct zone *zone = zone_parse(&arena, "Any/Zone", bytes, length, &err);
    if (zone == NULL)
        check_error(&err);
    for (size_t i = 0; zone != NULL && i < sizeof MOMENTS / sizeof *MOMENTS; i++)
        check_moment(zone, MOMENTS[i]);
    arena_release(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static void (*const tries[])(const char *, size_t) = {
        try_day,   try_moment,  try_money, try_phone, try_id_number,
        try_hours, try_degrees, try_rule,  try_zone,
    };
    struct input input = {data, size};
    size_t which = input_byte(&input) % (sizeof tries / sizeof *tries);

    /* a copy of just that size: a read behind its end is seen */
    char *text = malloc(input.left + (input.left == 0));
    memcpy(text, input.at, input.left);
    tries[which](text, input.left);
    free(text);
    return 0;
}
