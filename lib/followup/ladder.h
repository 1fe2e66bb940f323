/*
 * ladder: what is owed to a client after a treatment, step by step: the pack ladders.yaml.
 */
#ifndef MEDI_FOLLOWUP_LADDER_H
#define MEDI_FOLLOWUP_LADDER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/err.h"
#include "text/pack.h"

enum step_kind { STEP_CALL, STEP_CARE, STEP_EVALUATION, STEP_SURVEY, STEP_MESSAGE };

struct step {
    const char *name, *zh, *says;
    enum step_kind kind;
    const char *role;                                    /* of a task; else NULL */
    const char *template, *channel, *channels, *purpose; /* of a message: the first channel, the
                                                           others with commas or NULL; else NULL */
    const char *survey;                                  /* or NULL */
    struct span after, within, every;
    int64_t times; /* from 1 */
};

struct ladder {
    const char *name, *zh, *says;
    unsigned kinds; /* of projects: a bit each, in the order of care_project_kinds */
    struct step *steps;
    int count;
};

struct ladders {
    struct ladder *items;
    int count, fallback; /* its number: `default` */
    int64_t longest;     /* seconds from the end of a treatment to the end of the last window */
};

const char *step_kind_name(enum step_kind kind);

/* ERR_DATA with file and line: a step that nothing can be made of, two of one name. */
int ladders_load(struct arena *arena, const struct packs *packs, struct ladders *ladders,
                 struct err *err);

/* The ladder of that name, or NULL. */
const struct ladder *ladder_find(const struct ladders *ladders, const char *name);

/* The ladder of a treatment, by what its project names (may be NULL) and the project's kind.
 * `known`: false if there is no ladder of the name, and so that of the kind is taken. */
const struct ladder *ladder_of(const struct ladders *ladders, const char *named, const char *kind,
                               bool *known);

#endif
