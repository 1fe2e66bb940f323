#include "report/words.h"

#include <math.h>
#include <stdio.h>

enum { MILLIONTHS = 1000000, FEN = 100 };

static bool
is_share(enum unit unit)
{
    return unit == UNIT_RATIO || unit == UNIT_SHARE || unit == UNIT_PERMILLE;
}

static bool
is_money(enum unit unit)
{
    return unit == UNIT_FEN || unit == UNIT_FEN_PER;
}

double
words_scale(enum unit unit, int64_t value)
{
    double number = (double)value;
    switch (unit) {
    case UNIT_COUNT:
        return number;
    case UNIT_FEN:
    case UNIT_FEN_PER:
        return number / FEN;
    case UNIT_RATIO:
    case UNIT_SHARE:
        return number * 100 / MILLIONTHS;
    case UNIT_PERMILLE:
        return number * 1000 / MILLIONTHS;
    case UNIT_PER:
        break;
    }
    return number / MILLIONTHS;
}

/* Large numbers by 万 and 亿, or by thousands and millions; into `out`. */
static void
shorten(double value, bool zh, bool exact_below, char out[24])
{
    static const struct {
        double from;
        const char *word;
    } chinese[] = {{1e8, "亿"}, {1e4, "万"}}, english[] = {{1e9, "bn"}, {1e6, "M"}, {1e3, "k"}};
    double size = fabs(value);
    for (int i = 0; i < (zh ? 2 : 3); i++) {
        double from = zh ? chinese[i].from : english[i].from;
        if (size < from || (exact_below && size < 1e4))
            continue;
        snprintf(out, 24, "%.4g%s", value / from, zh ? chinese[i].word : english[i].word);
        return;
    }
    snprintf(out, 24, "%.6g", value);
}

/* Whole numbers with commas between their thousands. */
static const char *
grouped(struct arena *arena, int64_t number)
{
    char plain[24], out[32];
    int length =
        snprintf(plain, sizeof plain, "%lld", number < 0 ? -(long long)number : (long long)number);
    int at = 0;
    for (int i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0)
            out[at++] = ',';
        out[at++] = plain[i];
    }
    return arena_printf(arena, "%s%.*s", number < 0 ? "\u2212" : "", at, out);
}

const char *
words_cell(struct arena *arena, enum unit unit, int64_t value)
{
    if (unit == UNIT_COUNT)
        return grouped(arena, value);
    if (is_money(unit))
        return arena_printf(arena, "%s", grouped(arena, (value + (value < 0 ? -50 : 50)) / FEN));
    double scaled = words_scale(unit, value);
    return unit == UNIT_PER        ? arena_printf(arena, "%.2f", scaled)
           : unit == UNIT_PERMILLE ? arena_printf(arena, "%.1f ‰", scaled)
                                   : arena_printf(arena, "%.1f %%", scaled);
}

const char *
words_value(struct arena *arena, enum unit unit, int64_t value, bool zh)
{
    char out[24];
    if (!is_money(unit))
        return words_cell(arena, unit, value);
    double yuan = words_scale(unit, value);
    if (fabs(yuan) < 1e4)
        return arena_printf(arena, "¥%s", words_cell(arena, unit, value));
    shorten(yuan, zh, true, out);
    return arena_printf(arena, "¥%s", out);
}

void
words_axis(enum unit unit, double value, bool zh, char out[24])
{
    if (is_share(unit))
        snprintf(out, 24, unit == UNIT_PERMILLE ? "%.4g‰" : "%.4g%%", value);
    else
        shorten(value, zh, false, out);
}

const char *
words_change(struct arena *arena, enum unit unit, int64_t before, int64_t after, bool zh)
{
    double change = words_scale(unit, after) - words_scale(unit, before);
    if (unit == UNIT_PERMILLE)
        return arena_printf(arena, "%+.1f ‰", change);
    if (is_share(unit))
        return arena_printf(arena, zh ? "%+.1f 个百分点" : "%+.1f points", change);
    if (before == 0)
        return NULL;
    return arena_printf(arena, "%+.1f %%", 100 * change / fabs(words_scale(unit, before)));
}
