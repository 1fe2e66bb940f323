#include "kpi/lens.h"

#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "db/sql.h"
#include "kpi/dated_words.h"
#include "kpi/pack_private.h"

/* ---- what is shared --------------------------------------------------------------------------------- */

int
lens_names(struct lens_library *shelf, const char *of, const char *attribute,
           const struct names **names, struct err *err)
{
    struct names_kept *kept = shelf->kept;
    int i = 0;
    for (; i < shelf->kept_count; i++)
        if (strcmp(kept[i].names.of, of) == 0 &&
            (attribute == kept[i].attribute ||
             (attribute && kept[i].attribute && strcmp(attribute, kept[i].attribute) == 0))) {
            *names = &kept[i].names;
            return 0;
        }
    if (i == 16)
        return err_set(err, ERR_USAGE, _("too many dimensions at once"));
    *names = &kept[i].names;
    kept[i].attribute = attribute;
    if (!shelf->db) { /* an example: no ids have names */
        kept[i].names = (struct names){.of = of};
    } else if (names_load(shelf->db, shelf->arena, of, attribute, &kept[i].names, err) < 0) {
        return -1;
    }
    shelf->kept_count++;
    return 0;
}

static int64_t
word_of(struct lens_library *shelf, const char *word)
{
    if (!word || !*word)
        return 0;
    for (int i = 1; i < shelf->word_count; i++)
        if (strcmp(shelf->words[i], word) == 0)
            return i;
    if (!shelf->word_count) { /* words[0]: none */
        shelf->words = arena_more(shelf->arena, NULL, 0, &shelf->word_room, sizeof *shelf->words);
        shelf->word_count = 1;
    }
    shelf->words = arena_more(shelf->arena, shelf->words, shelf->word_count, &shelf->word_room,
                              sizeof *shelf->words);
    shelf->words[shelf->word_count] = word;
    return shelf->word_count++;
}

/* ---- maps ------------------------------------------------------------------------------------------- */

/* From the numbers of a list of words (from 1) to those of the run. */
static void
map_words(struct lens_library *shelf, struct lens *lens, const char *const *words, int count)
{
    int64_t *map = arena_array(shelf->arena, (size_t)count + 1, sizeof *map);
    for (int i = 0; i < count; i++)
        map[i + 1] = word_of(shelf, words[i]);
    lens->map = map;
    lens->map_count = count + 1;
}

static int
open_words(struct lens_library *shelf, struct err *err)
{
    if (shelf->open)
        return 0;
    shelf->open = arena_alloc(shelf->arena, sizeof *shelf->open);
    return shelf->db ? fact_words(shelf->db, shelf->arena, shelf->open, err) : 0;
}

int
lens_open_word(struct lens_library *shelf, const char *word, int64_t *value, struct err *err)
{
    *value = -1;
    if (open_words(shelf, err) < 0)
        return -1;
    for (int i = 1; i < shelf->open->count; i++)
        if (strcmp(shelf->open->word[i], word) == 0)
            *value = i;
    return 1;
}

static int
map_column(struct lens_library *shelf, const struct fact_column *column, struct lens *lens,
           struct err *err)
{
    int count = 0;
    lens->kind = column->of ? SHOWN_ID : SHOWN_NUMBER;
    lens->of = column->of;
    if (!column->of || strcmp(column->of, "word") != 0)
        return 0;
    lens->kind = SHOWN_WORD;
    lens->of = NULL;
    if (column->words) {
        while (column->words[count])
            count++;
        map_words(shelf, lens, column->words, count);
        return 0;
    }
    if (open_words(shelf, err) < 0)
        return -1;
    if (shelf->open->count > 1)
        map_words(shelf, lens, shelf->open->word + 1, shelf->open->count - 1);
    return 0;
}

/* From ids to words of an attribute. */
static int
map_attribute(struct lens_library *shelf, struct lens *lens, const char *attribute, struct err *err)
{
    const struct names *names;
    if (lens_names(shelf, lens->of, attribute, &names, err) < 0)
        return -1;
    int64_t most = names->count ? names->ids[names->count - 1] : 0;
    int64_t *map = arena_array(shelf->arena, (size_t)most + 1, sizeof *map);
    for (int i = 0; i < names->count; i++)
        if (names->ids[i] >= 0)
            map[names->ids[i]] = word_of(shelf, names->words[names->attributes[i]]);
    lens->map = map;
    lens->map_count = most + 1;
    lens->kind = SHOWN_WORD;
    return 0;
}

/* ---- binding ---------------------------------------------------------------------------------------- */

static int
bind_columns(struct lens_library *shelf, const struct dimension *dimension, const struct fact *fact,
             struct lens *lens, struct err *err)
{
    lens->take = TAKE_COLUMN;
    for (int i = 0; i < dimension->column_count; i++) {
        int column = fact_column_find(fact, dimension->columns[i]);
        if (column >= 0 && (!lens->column_count || dimension->first_known))
            lens->columns[lens->column_count++] = column;
    }
    return map_column(shelf, fact_column_at(fact, lens->columns[0]), lens, err);
}

static int
bind_dated(struct lens_library *shelf, struct lens *lens, struct err *err)
{
    bool tier = lens->take == TAKE_TIER;
    struct dated_words **kept = tier ? &shelf->tiers : &shelf->segments;
    lens->kind = SHOWN_WORD;
    if (!*kept && dated_words_load(shelf->db, shelf->arena, tier, kept, err) < 0)
        return -1;
    map_words(shelf, lens, dated_words_list(*kept) + 1, dated_words_count(*kept) - 1);
    lens->dated = *kept;
    return 0;
}

int
lens_bind(struct lens_library *shelf, const struct dimension *dimension,
          const struct metric *metric, const struct fact *fact, int since, struct lens *lens,
          struct err *err)
{
    const struct dimension *base = dimension;
    *lens = (struct lens){.since = -1, .now_day = shelf->now_day};
    while (base->take == TAKE_OF)
        base = dimension_find(shelf->catalogue, base->of);
    if (base->take == TAKE_STAFF)
        base = dimension_find(shelf->catalogue, metric->staff);
    lens->take = base->take;
    lens->kind = SHOWN_PERIOD;
    if (base->take == TAKE_COLUMN) {
        if (bind_columns(shelf, base, fact, lens, err) < 0)
            return -1;
    } else if (base->take == TAKE_STORE) {
        lens->kind = SHOWN_ID;
        lens->of = "store";
    } else if (base->take == TAKE_TIER || base->take == TAKE_SEGMENT) {
        if (bind_dated(shelf, lens, err) < 0)
            return -1;
    } else if (base->take == TAKE_AGE) {
        lens->columns[lens->column_count++] = FACT_BIRTHDAY;
        lens->kind = SHOWN_NUMBER;
        lens->banded = base;
    } else {
        lens->since = since;
        if (since >= 0)
            lens->columns[lens->column_count++] = since;
        if (base->take == TAKE_WEEKDAY)
            lens->kind = SHOWN_NUMBER;
    }
    lens->dimension = dimension;
    return dimension->take == TAKE_OF ? map_attribute(shelf, lens, dimension->attribute, err) : 0;
}

/* ---- rows ------------------------------------------------------------------------------------------- */

static int64_t
band_of(const struct dimension *dimension, int64_t birthday, int64_t day)
{
    struct civil born, at;
    int64_t age, band = 1;
    if (birthday == FACT_NO_DAY)
        return 0;
    day_to_civil(birthday, &born);
    day_to_civil(day, &at);
    age = at.year - born.year -
          (at.month < born.month || (at.month == born.month && at.day < born.day));
    for (int i = 0; i < dimension->band_count && age >= dimension->bands[i]; i++)
        band++;
    return band;
}

static int64_t
mapped(const struct lens *lens, int64_t value)
{
    return value >= 0 && value < lens->map_count ? lens->map[value] : 0;
}

static const int64_t *
run_columns(const struct lens *lens, const struct lens_rows *rows, int64_t *buffer)
{
    const int64_t *column = rows->columns[lens->columns[0]];
    if (lens->column_count == 1 && !lens->map)
        return column;
    for (int i = 0; i < rows->rows; i++) {
        int64_t value = column[i];
        for (int k = 1; !value && k < lens->column_count; k++)
            value = rows->columns[lens->columns[k]][i];
        buffer[i] = lens->map ? mapped(lens, value) : value;
    }
    return buffer;
}

const int64_t *
lens_run(const struct lens *lens, const struct lens_rows *rows, int64_t *buffer, int64_t *fixed)
{
    int64_t day = lens->now_day >= 0 ? lens->now_day : rows->day;
    switch (lens->take) {
    case TAKE_COLUMN:
        return run_columns(lens, rows, buffer);
    case TAKE_STORE:
        *fixed = lens->map ? mapped(lens, rows->store_id) : rows->store_id;
        return NULL;
    case TAKE_TIER:
    case TAKE_SEGMENT:
        for (int i = 0; i < rows->rows; i++)
            buffer[i] = mapped(lens, dated_words_at(lens->dated, rows->client[i], day));
        return buffer;
    case TAKE_AGE:
        for (int i = 0; i < rows->rows; i++)
            buffer[i] = band_of(lens->banded, rows->columns[FACT_BIRTHDAY][i], day);
        return buffer;
    default:
        break;
    }
    if (lens->since < 0) {
        *fixed = period_of(lens->take, rows->day - rows->later);
        return NULL;
    }
    for (int i = 0; i < rows->rows; i++)
        buffer[i] = period_of(lens->take, rows->columns[lens->since][i]);
    return buffer;
}
