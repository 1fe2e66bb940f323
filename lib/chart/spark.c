/* A course in the height of a line. */
#include <math.h>

#include "chart/chart.h"

enum { WIDTH = 120, HEIGHT = 28, EDGE = 3 };

void
chart_spark(struct str *page, const struct chart_point *points, int count)
{
    double low = INFINITY, high = -INFINITY;
    bool open = false;
    for (int i = 0; i < count; i++)
        if (points[i].known) {
            low = fmin(low, points[i].value);
            high = fmax(high, points[i].value);
        }
    if (!(low <= high))
        return;
    double range = high > low ? high - low : 1, x = EDGE, y = EDGE;
    str_addf(page,
             "<svg class=\"spark\" viewBox=\"0 0 %d %d\" aria-hidden=\"true\"><path class=\"line "
             "c0\" d=\"",
             WIDTH, HEIGHT);
    for (int i = 0; i < count; i++) {
        if (points[i].known) {
            x = EDGE + (double)(WIDTH - 2 * EDGE) * i / (count > 1 ? count - 1 : 1);
            y = EDGE + (HEIGHT - 2 * EDGE) * (high - points[i].value) / range;
            str_addf(page, "%s%.1f %.1f", open ? "L" : "M", x, y);
        }
        open = points[i].known;
    }
    str_addf(page, "\"/><circle class=\"dot c0\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\"/></svg>", x, y);
}
