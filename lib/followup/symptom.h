/*
 * symptom: what a follow-up may find, and what its grade asks for: the pack symptoms.yaml.
 */
#ifndef MEDI_FOLLOWUP_SYMPTOM_H
#define MEDI_FOLLOWUP_SYMPTOM_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "text/pack.h"

enum { GRADE_MOST = 4 };

struct grade {
    const char *zh, *says;
    const char *to;   /* nurse, doctor, manager; NULL: nobody */
    int64_t within_s; /* their time */
};

struct symptom {
    const char *name, *zh, *says;
    int64_t least; /* it is taken for at least this grade */
};

struct symptoms {
    struct grade grades[GRADE_MOST + 1]; /* [0]: nothing */
    struct symptom *items;
    int count;
};

int symptoms_load(struct arena *arena, const struct packs *packs, struct symptoms *symptoms,
                  struct err *err);

/* "红肿=2", "redness=2": 0 with the symptom and its grade, or ERR_USAGE. Grade 0 says that it is not
 * there. */
int symptom_parse(struct arena *arena, const struct symptoms *symptoms, const char *text,
                  const struct symptom **symptom, int64_t *grade, struct err *err);

/* Who is behind: doctor behind nurse, manager behind doctor and behind themselves. */
const char *symptom_next(const char *role);

#endif
