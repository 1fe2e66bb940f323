/*
 * metric: what a figure is, as the packs say it; adding one needs no C.
 *
 *   share/medi/metrics/FAMILY.yaml    metrics: a formula over measures, its unit, words, edges, an example.
 *       A metric is FAMILY or FAMILY_something, so that a run reads but its own file.
 *   share/medi/measures/SOURCE.yaml   measures: what is counted or summed over the rows of a fact
 *       (fact/fact.h), or a column of a statement of the house (kpi/told.h). Named SOURCE.measure.
 *   share/medi/dimensions.yaml        dimensions: what figures can be cut by and filtered with
 *
 * All names are judged when they are read: an unknown one is an error with file, line and the nearest;
 * so is a circle.
 */
#ifndef MEDI_KPI_METRIC_H
#define MEDI_KPI_METRIC_H

#include "base/arena.h"
#include "fact/fact.h"
#include "kpi/expr.h"
#include "text/pack.h"
#include "text/yaml.h"

/* ---- measures --------------------------------------------------------------------------------------- */

enum measure_kind {
    MEASURE_COUNT,    /* count: rows */
    MEASURE_SUM,      /* sum: EXPRESSION */
    MEASURE_DISTINCT, /* distinct: client, store-month */
    MEASURE_LATEST,   /* latest: EXPRESSION, of the last row of each `of` in the window */
    MEASURE_BASE,     /* returning: base, clients with a row in the days before the window … */
    MEASURE_BACK,     /* returning: back, … and those of them with another in it */
    MEASURE_STAY,     /* following: base, clients with a row in the window … */
    MEASURE_AGAIN,    /* following: back, … and those of them with another in the days after it */
    MEASURE_SECOND, /* again: MARK, clients with a row in the window where the expression MARK is not
                       * 0, and another row on a later day, at most `days` after it. They belong where
                       * the marked row does, so that what is marked is the denominator. */
    MEASURE_OBSERVED, /* observed: DAY, trailing: days that clients with a row in the trailing ones were
                       * under observation in them: from DAY (a first day; where it is not known, or later
                       * than their first row in them, from that row) to the end or to today */
    MEASURE_TOLD,     /* column: of a statement */
};
enum distinct_of { DISTINCT_CLIENT, DISTINCT_STORE_MONTH };

struct measure {
    const char *source, *name;
    const char *zh, *says;
    enum measure_kind kind;
    const struct fact *fact;   /* NULL: a statement's */
    const char *value, *where; /* expressions over the fact's columns, or NULL */
    enum distinct_of distinct;
    const char *of, *by; /* latest: columns */
    const char *since;   /* a column of days: the row belongs to that day, */
    int64_t within;      /* if its own day is less than so many after it; 0: whenever */
    int64_t later; /* the row belongs to the day so many before its own: cost and what came of it */
    int64_t days;  /* trailing, returning, following, again: how many; 0: none */
    bool trailing;
    struct instead { /* with so many $days the sum of this column is the same */
        int64_t days;
        const char *column;
    } instead[4];
    int instead_count;
    const struct yaml *node;
};
/* For `later` and `days`: as many as the metric's. */
#define DAYS_OF_METRIC (-2)

/* ---- metrics ---------------------------------------------------------------------------------------- */

enum unit {
    UNIT_COUNT,    /* a number */
    UNIT_FEN,      /* money */
    UNIT_RATIO,    /* cases of cases: with an interval */
    UNIT_SHARE,    /* a part of something that is not cases */
    UNIT_PERMILLE, /* for each thousand */
    UNIT_PER,      /* so many for each */
    UNIT_FEN_PER,  /* money for each */
};
enum direction { DIRECTION_NONE, DIRECTION_UP, DIRECTION_DOWN };

struct term { /* of a formula */
    const struct measure *measure;
    int sign; /* 1, -1 */
};
enum { TERMS = 4, ALSO = 4 };

struct metric {
    const char *name, *zh, *says, *means; /* means: the definition in Chinese */
    enum unit unit;
    enum direction direction;
    struct term numerator[TERMS], denominator[TERMS];
    int numerator_count, denominator_count; /* no denominator: the numerator is the figure */
    struct {
        const char *name;
        const struct measure *measure;
    } also[ALSO];
    int also_count;
    const char *staff;        /* the dimension that `staff` stands for; NULL: it knows nobody */
    int64_t days;             /* $days; -1: */
    const char *days_setting; /* that setting; NULL: the metric has none */
    int64_t scale;            /* the value is of so many of the denominator */
    const struct yaml *edges, *example;
    const char *proof; /* the test that shows it, where an example cannot */
    const struct yaml *node;
};

/* ---- dimensions ------------------------------------------------------------------------------------- */

enum take {
    TAKE_COLUMN, /* of the fact: the first of `columns` that it has */
    TAKE_OF,     /* an attribute of what another dimension's ids name */
    TAKE_STORE,
    TAKE_DAY,
    TAKE_WEEK,
    TAKE_MONTH,
    TAKE_QUARTER,
    TAKE_YEAR,
    TAKE_WEEKDAY,
    TAKE_STAFF,   /* what the metric says */
    TAKE_AGE,     /* in bands, of the day */
    TAKE_TIER,    /* of the day */
    TAKE_SEGMENT, /* as last computed */
};

enum { DIMENSION_COLUMNS = 3, BANDS = 16 };
struct dimension {
    const char *name, *zh, *says;
    enum take take;
    const char *columns[DIMENSION_COLUMNS];
    int column_count;
    bool first_known;      /* several columns that all are there: the first that is not 0 */
    const char *of;        /* another dimension, */
    const char *attribute; /* and what of it */
    const char *words[4];  /* of a plain number: from 0 */
    int word_count;
    int64_t bands[BANDS]; /* first years of age */
    int band_count;
    int place; /* in the file: columns of an answer stand in this order */
    const struct yaml *node;
};

struct dimensions {
    struct dimension *items;
    int count;
};

/* ---- reading ---------------------------------------------------------------------------------------- */

struct catalogue {
    struct arena *arena;
    const struct packs *packs;
    struct dimensions dimensions;
    struct measure_file {
        const char *source;
        struct measure *items;
        int count;
    } * files;
    int file_count, file_room;
    const struct metric **known; /* that were asked for */
    int known_count, known_room;
};

int catalogue_open(struct catalogue *catalogue, struct arena *arena, const struct packs *packs,
                   struct err *err);

/* ERR_USAGE naming the nearest if there is none of that name; ERR_DATA with file and line if it is
 * wrong. Of one family only the file is read. */
const struct metric *catalogue_metric(struct catalogue *catalogue, const char *name,
                                      struct err *err);

/* SOURCE.measure. */
const struct measure *catalogue_measure(struct catalogue *catalogue, const char *name,
                                        struct err *err);

const struct dimension *catalogue_dimension(const struct catalogue *catalogue, const char *name,
                                            struct err *err);
const struct dimension *dimension_find(const struct catalogue *catalogue, const char *name);

/* All metrics in the order of their names. */
struct metrics {
    const struct metric **items;
    int count;
};
int catalogue_all(struct catalogue *catalogue, struct metrics *all, struct err *err);

/* Whether a fact can be cut so; `metric` for `staff`. */
bool dimension_fits(const struct catalogue *catalogue, const struct dimension *dimension,
                    const struct metric *metric, const struct fact *fact);

/* Whether all measures of a metric can. */
bool metric_fits(const struct catalogue *catalogue, const struct metric *metric,
                 const struct dimension *dimension);

/* The measures of a metric, its also's behind: their number. */
enum { METRIC_MEASURES = 2 * TERMS + ALSO };
int metric_measures(const struct metric *metric, const struct measure **measures);

const char *unit_word(enum unit unit);
const char *direction_word(enum direction direction);

#endif
