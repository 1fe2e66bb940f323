/*
 * page: a report as it is read: what stands in it, and the one file of HTML that it becomes. It has no
 * script, asks nothing of any network (its own policy forbids it) and needs no other file.
 *
 * Words are kept by who fills it in; markup is put around them here, so they are plain.
 */
#ifndef MEDI_REPORT_PAGE_H
#define MEDI_REPORT_PAGE_H

#include <stdbool.h>

#include "base/str.h"
#include "chart/chart.h"

enum page_mood { PAGE_BAD = -1, PAGE_FLAT, PAGE_GOOD };

/* A headline figure. */
struct page_card {
    const char *name, *value;
    const char *change;  /* against the period before; or NULL */
    enum page_mood mood; /* of the change */
    const char *target;  /* what was aimed at, in words; or NULL */
    double reached;      /* of it: 1 is all */
    const char *note;    /* few cases, not over yet …; or NULL */
    const struct chart_point *points;
    int count;
};

/* Columns of a table; of one with `bar` the cells have a bar behind them, as long as their share of the
 * longest. */
enum { PAGE_COLUMNS = 16 }; /* of a table at most */
struct page_column {
    const char *name;
    bool number, bar;
};

struct page_cell {
    const char *text; /* NULL: nothing is known */
    double size;      /* of the bar */
    enum page_mood mood;
};

enum page_kind { PAGE_CARDS, PAGE_CHARTS, PAGE_TABLE };

struct page_part {
    enum page_kind kind;
    const char *id; /* its anchor: [a-z0-9-] */
    const char *title;
    const char *note; /* under the title; or NULL */
    const char *none; /* what stands there if there is nothing */
    int count;        /* cards, charts or rows */
    const struct page_card *cards;
    const struct chart *charts;
    const struct page_column *columns;
    int column_count;
    const struct page_cell *cells; /* row by row */
};

struct page_word {
    const char *name, *says; /* a figure and how it is defined */
};

struct page {
    const char *lang;
    const char *title, *period, *made; /* made: when, by what, from what */
    const char *style;                 /* CSS, without the end of its element in it */
    const struct page_part *parts;
    int part_count;
    const char *words_title;
    const struct page_word *words;
    int word_count;
};

void page_write(struct str *out, const struct page *page);

#endif
