/*
 * exams: the kinds of examinations that a project may ask for (检查), and how long a result
 * usually holds. The pack is share/medi/exams.yaml.
 */
#ifndef MEDI_VISIT_EXAMS_H
#define MEDI_VISIT_EXAMS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "text/pack.h"

enum { EXAM_DAYS_MOST = 3650 };

struct exam_kind {
    const char *name, *zh, *says;
    int64_t valid_days; /* 1: the day itself and the next */
};

struct exams {
    struct exam_kind *items; /* in the order of the pack */
    int count;
};

int exams_load(struct arena *arena, const struct packs *packs, struct exams *exams,
               struct err *err);

/* By its name or its Chinese name; NULL with ERR_DATA, naming the nearest, if there is none such. */
const struct exam_kind *exams_find(const struct exams *exams, const char *name, struct err *err);

/* Whether a result of day `taken_on` still holds on day `on`: not before it was taken, and at most
 * `valid_days` later. */
bool exam_holds(int64_t taken_on, int64_t valid_days, int64_t on);

#endif
