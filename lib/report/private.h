/*
 * private: what the files of this room share while a report is made.
 */
#ifndef MEDI_REPORT_PRIVATE_H
#define MEDI_REPORT_PRIVATE_H

#include "report/plan.h"
#include "report/report.h"

struct report {
    struct kpi_layer *layer;
    const struct report_ask *ask;
    struct arena *arena;
    struct plan plan;
    const struct metric **used; /* whose definitions stand at the end */
    int used_count, used_room;
};

/* Notes that the metric is shown. */
void report_use(struct report *report, const struct metric *metric);
const char *report_name(const struct report *report, const struct metric *metric);

/* The figures of so many months, the last of them the one of the last day, and of the same months a
 * year before. */
struct course {
    int count;
    const char **labels;
    struct chart_point *now, *before;
    bool any_before;
    const struct metric *metric;
};
int report_course(struct report *report, const char *metric, struct course *course,
                  struct err *err);

/* What a code of a table's cut is called: its name and itself; itself alone where it has none. */
struct called {
    const char *code, *name;
};
struct calling {
    struct arena *arena;
    struct called *items;
    int count, room;
};
int report_calling(struct report *report, const char *dimension, struct calling *calling,
                   struct err *err);
const char *report_called(const struct calling *calling, const char *code);

int report_cards(struct report *report, const struct plan_part *plan, struct page_part *part,
                 struct err *err);
int report_charts(struct report *report, const struct plan_part *plan, struct page_part *part,
                  struct err *err);
int report_table(struct report *report, const struct plan_part *plan, struct page_part *part,
                 struct err *err);
int report_list(struct report *report, const struct plan_part *plan, struct page_part *part,
                struct err *err);

int report_funnel(struct report *report, const struct plan_part *plan, struct page_part *part,
                  struct err *err);

/* What is aimed at of a metric in the window, in its value's unit: true if there is a goal. */
int report_goal(struct report *report, const char *metric, int64_t *target, bool *any,
                struct err *err);

#endif
