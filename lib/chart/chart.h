/*
 * chart: courses of figures drawn as SVG inside a page: no script and nothing from elsewhere, so it
 * prints, is mailed and opens without network. Colours are classes that the page's style gives (c0, c1
 * … the lines, w0 … their bands, grid, goal, dot), so that light, dark and print are the style's
 * affair.
 *
 * A drawing is CHART_WIDTH wide: a phone's page, a third of a screen's and half a sheet of paper hold
 * it at about its own size, so one drawing is read on all of them.
 */
#ifndef MEDI_CHART_CHART_H
#define MEDI_CHART_CHART_H

#include <stdbool.h>

#include "base/str.h"

enum { CHART_WIDTH = 360, CHART_HEIGHT = 190 };

struct chart_point {
    double value, low, high; /* low and high: of the interval */
    bool known, interval;    /* what is not known is a gap */
    const char *says;        /* what is read when one points at it; or NULL */
};

struct chart_series {
    const char *name;
    const struct chart_point *points; /* as many as the chart has labels */
    bool faint;                       /* what it is compared with */
};

struct chart {
    const char *title;         /* for who hears the page */
    const char *const *labels; /* of the points, oldest first */
    int count;
    const struct chart_series *series;
    int series_count;
    const double *goal; /* a line across; NULL: none */
    /* A figure of the axis in few letters, into 24 bytes. */
    void (*words)(const void *context, double value, char out[24]);
    const void *context;
};

/* Lines over time: axis, gaps, intervals, the last figure of the first line in words. */
void chart_trend(struct str *page, const struct chart *chart);

/* The same course in the height of a line, without words. */
void chart_spark(struct str *page, const struct chart_point *points, int count);

/* The distance between lines of a grid, 1, 2 or 5 times a power of ten, so that at most `most` lie in a
 * range. */
double chart_step(double range, int most);

#endif
