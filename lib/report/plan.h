/*
 * plan: report.yaml read: which parts a report has, in order.
 */
#ifndef MEDI_REPORT_PLAN_H
#define MEDI_REPORT_PLAN_H

#include <stdbool.h>

#include "base/arena.h"
#include "kpi/layer.h"
#include "text/pack.h"
#include "text/yaml.h"

enum plan_kind { PLAN_CARDS, PLAN_CHARTS, PLAN_TABLE, PLAN_LIST, PLAN_FUNNEL, PLAN_FINDINGS };

struct plan_part {
    enum plan_kind kind;
    const char *id, *title, *note; /* in the language asked for; note may be NULL */
    const char *const *metrics;    /* cards, charts, table */
    int metric_count;
    const char
        *what; /* table: the dimension; list: its name; funnel: whole; findings: all or one sort */
    int64_t top;
    const struct yaml *node; /* for what turns out wrong later */
};

struct plan {
    int64_t months; /* of a course */
    const struct plan_part *parts;
    int count;
};

int plan_load(struct arena *arena, const struct packs *packs, bool zh, struct plan *plan,
              struct err *err);

#endif
