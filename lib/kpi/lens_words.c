/* Lenses and words: conditions and what is printed. */
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "kpi/lens.h"

static const char *
band_name(struct arena *arena, const struct dimension *dimension, int64_t band)
{
    const int64_t *from = dimension->bands;
    if (band == 1)
        return arena_printf(arena, "under-%d", (int)from[0]);
    if (band == dimension->band_count + 1)
        return arena_printf(arena, "%d-up", (int)from[band - 2]);
    return arena_printf(arena, "%d-%d", (int)from[band - 2], (int)from[band - 1] - 1);
}

/* "2026-07", "2026-W31", "2026-Q3", "2026" of a period. */
static int
period_value(struct lens_library *shelf, const struct lens *lens, const char *word, int64_t *value,
             struct err *err)
{
    char *end;
    long year = strtol(word, &end, 10), part = 0;
    char mark = *end == '-' ? end[1] : '\0';
    bool fits = lens->take == TAKE_YEAR    ? !*end
                : lens->take == TAKE_MONTH ? *end == '-'
                                           : mark == (lens->take == TAKE_WEEK ? 'W' : 'Q');
    if (lens->take == TAKE_MONTH && *end)
        part = strtol(end + 1, &end, 10) - 1;
    else if (mark && lens->take != TAKE_YEAR)
        part = strtol(end + 2, &end, 10) - (lens->take == TAKE_QUARTER);
    if (fits && year > 0 && year < 10000) {
        *value = lens->take == TAKE_YEAR    ? year
                 : lens->take == TAKE_MONTH ? 12 * year + part
                 : lens->take == TAKE_QUARTER
                     ? 4 * year + part
                     : period_of(TAKE_WEEK, day_from_civil((int)year, 1, 4)) + part - 1;
        if (strcmp(period_name(shelf->arena, lens->take, *value), word) == 0)
            return 2;
    }
    return err_set(err, ERR_USAGE, _("%s: %s is written as %s"), word, lens->dimension->name,
                   period_name(shelf->arena, lens->take, period_of(lens->take, 20644)));
}

static int
listed_value(const struct lens *lens, const char *const *words, int count, const char *word,
             int64_t *value, struct err *err)
{
    for (int i = 0; i < count; i++)
        if (words[i] && strcmp(words[i], word) == 0) {
            *value = i;
            return 1;
        }
    const char *near = str_nearest(word, words, (size_t)count);
    return err_set(err, ERR_DATA, _("%s: %s has no such value%s%s"), word, lens->dimension->name,
                   near ? _("; did you mean ") : "", near ? near : "");
}

/* Of the words of the run only those that the lens can show. */
static int
word_value(struct lens_library *shelf, const struct lens *lens, const char *word, int64_t *value,
           struct err *err)
{
    const char **mine = arena_array(shelf->arena, (size_t)lens->map_count + 1, sizeof *mine);
    int count = 0;
    *value = 0;
    if (strcmp(word, "none") == 0)
        return 1;
    for (int64_t i = 0; i < lens->map_count; i++) {
        if (!lens->map[i])
            continue;
        if (strcmp(shelf->words[lens->map[i]], word) == 0) {
            *value = lens->map[i];
            return 1;
        }
        mine[count++] = shelf->words[lens->map[i]];
    }
    return listed_value(lens, mine, count, word, value, err);
}

int
lens_value(struct lens_library *shelf, const struct lens *lens, const char *word, int64_t *value,
           struct err *err)
{
    const struct names *names;
    const struct dimension *dimension = lens->dimension;
    if (lens->kind == SHOWN_WORD)
        return word_value(shelf, lens, word, value, err);
    if (lens->kind == SHOWN_ID) {
        if (lens_names(shelf, lens->of, NULL, &names, err) < 0)
            return -1;
        return names_id(names, word, value, err);
    }
    if (lens->banded) {
        const char *bands[BANDS + 2] = {"none"};
        for (int i = 1; i <= dimension->band_count + 1; i++)
            bands[i] = band_name(shelf->arena, dimension, i);
        return listed_value(lens, bands, dimension->band_count + 2, word, value, err);
    }
    if (lens->kind == SHOWN_PERIOD)
        return lens->take == TAKE_DAY ? 0 : period_value(shelf, lens, word, value, err);
    if (dimension->word_count)
        return listed_value(lens, dimension->words, dimension->word_count, word, value, err);
    return 0;
}

int
lens_text(struct lens_library *shelf, const struct lens *lens, int64_t key, const char **text,
          struct err *err)
{
    const struct names *names;
    const struct dimension *dimension = lens->dimension;
    *text = NULL;
    if (lens->kind == SHOWN_WORD) {
        *text = key ? shelf->words[key] : NULL;
    } else if (lens->kind == SHOWN_PERIOD) {
        *text = period_name(shelf->arena, lens->take, key);
    } else if (lens->kind == SHOWN_ID) {
        if (lens_names(shelf, lens->of, NULL, &names, err) < 0)
            return -1;
        *text = names_code(names, key);
    } else if (lens->banded) {
        *text = key ? band_name(shelf->arena, dimension, key) : NULL;
    } else if (key >= 0 && key < dimension->word_count) {
        *text = dimension->words[key];
    } else {
        *text = arena_printf(shelf->arena, "%lld", (long long)key);
    }
    return 0;
}
