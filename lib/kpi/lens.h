/*
 * lens: a dimension as the rows of one fact show it: a number a row. Ids stay ids, words become numbers
 * of a run (lens_library), periods are counted: months since year 0, weeks since that of 1970-01-01.
 */
#ifndef MEDI_KPI_LENS_H
#define MEDI_KPI_LENS_H

#include "kpi/metric.h"
#include "kpi/names.h"

/* What lenses of a run share: loaded once, when first asked for. */
struct dated_words; /* tiers and segments by client */
struct lens_library {
    struct db *db; /* NULL: examples, which know no ids */
    struct arena *arena;
    const struct catalogue *catalogue;
    int64_t now_day; /* --now: what is of a day is taken of this one; -1: of the row's */
    struct names_kept {
        const char *attribute;
        struct names names;
    } kept[16];
    int kept_count;
    const char **words; /* words[0] is NULL */
    int word_count, word_room;
    struct fact_words *open;
    struct dated_words *tiers, *segments;
};

enum shown_kind { SHOWN_ID, SHOWN_WORD, SHOWN_NUMBER, SHOWN_PERIOD };

struct lens {
    const struct dimension *dimension;
    enum take take;
    int columns[DIMENSION_COLUMNS], column_count; /* of the fact */
    int since;                                    /* periods: a column of days; -1: the row's day */
    const int64_t *map; /* number in the column → number shown, for 0 … map_count - 1, else 0 */
    int64_t map_count;
    const struct dated_words *dated;
    int64_t now_day;
    const struct dimension *banded;
    enum shown_kind kind;
    const char *of; /* SHOWN_ID */
};

/* `metric` says what staff is; `since` as in struct lens. The dimension fits. */
int lens_bind(struct lens_library *shelf, const struct dimension *dimension,
              const struct metric *metric, const struct fact *fact, int since, struct lens *lens,
              struct err *err);

struct lens_rows {
    int rows;
    int64_t store_id, day;
    const int32_t *client;
    const int64_t *const *columns; /* by the fact's column numbers */
    int64_t later;                 /* the periods are those of so many days before */
};
/* The column, perhaps in `buffer`; or NULL, and it is `fixed` for all rows. */
const int64_t *lens_run(const struct lens *lens, const struct lens_rows *rows, int64_t *buffer,
                        int64_t *fixed);

/* What a word in a condition stands for: 1, 2 it has an order, 0 any number, -1. */
int lens_value(struct lens_library *shelf, const struct lens *lens, const char *word,
               int64_t *value, struct err *err);

/* The number of a word in columns that are no closed list; -1: none of that word. */
int lens_open_word(struct lens_library *shelf, const char *word, int64_t *value, struct err *err);

/* How it is printed: NULL for none. SHOWN_NUMBER of a dimension without words is a number: *number is set. */
int lens_text(struct lens_library *shelf, const struct lens *lens, int64_t key, const char **text,
              struct err *err);

int lens_names(struct lens_library *shelf, const char *of, const char *attribute,
               const struct names **names, struct err *err);

/* The period of a day, its first day, and its name. */
int64_t period_of(enum take take, int64_t day);
int64_t period_start(enum take take, int64_t period);
const char *period_name(struct arena *arena, enum take take, int64_t period);
bool is_period(enum take take); /* day … year */

#endif
