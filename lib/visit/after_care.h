/*
 * after_care: what a client is told after a treatment, by kind of project (术后护理). The pack is
 * share/medi/care.yaml; it has advice for every kind of project.
 */
#ifndef MEDI_VISIT_AFTER_CARE_H
#define MEDI_VISIT_AFTER_CARE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "text/pack.h"

enum { CARE_DAYS_MOST = 730 };

struct care_advice {
    const char *kind; /* of the project */
    const char *advice;
    int64_t next_days; /* the client is seen again so many days later */
};

struct care_pack {
    struct care_advice *items;
    int count;
};

/* The kinds of projects, ending with NULL. */
extern const char *const care_project_kinds[];

int care_load(struct arena *arena, const struct packs *packs, struct care_pack *pack,
              struct err *err);

/* NULL if it is no kind of project. */
const struct care_advice *care_find(const struct care_pack *pack, const char *kind);

#endif
