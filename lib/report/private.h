/*
 * private: what the files of this room share while a report is made.
 */
#ifndef MEDI_REPORT_PRIVATE_H
#define MEDI_REPORT_PRIVATE_H

#include "kpi/names.h"
#include "report/plan.h"
#include "report/report.h"

struct course;

struct report {
    struct kpi_layer *layer;
    const struct report_ask *ask;
    struct arena *arena;
    struct plan plan;
    const struct metric **used; /* whose definitions stand at the end */
    int used_count, used_room;
    struct course *courses; /* that were asked for: cards and charts show the same ones */
    int course_count, course_room;
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
                  struct err *err); /* each is reckoned once */

/* What the ids of a dimension are called; of one whose ids name nothing it is empty. */
int report_names(struct report *report, const char *dimension, struct names *names,
                 struct err *err);
/* Its name and its code; the code alone where it has none. */
const char *report_called(const struct report *report, const struct names *names, int64_t id,
                          const char *code);

int report_cards(struct report *report, const struct plan_part *plan, struct page_part *part,
                 struct err *err);
int report_charts(struct report *report, const struct plan_part *plan, struct page_part *part,
                  struct err *err);
int report_table(struct report *report, const struct plan_part *plan, struct page_part *part,
                 struct err *err);
int report_list(struct report *report, const struct plan_part *plan, struct page_part *part,
                struct err *err);

/* What lib/insight advises on the day of the report, with the figures behind it. */
int report_findings(struct report *report, const struct plan_part *plan, struct page_part *part,
                    struct err *err);

int report_funnel(struct report *report, const struct plan_part *plan, struct page_part *part,
                  struct err *err);

#endif
