/*
 * survey: what clients are asked: the pack surveys.yaml.
 */
#ifndef MEDI_FOLLOWUP_SURVEY_H
#define MEDI_FOLLOWUP_SURVEY_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "text/pack.h"

enum question_kind { QUESTION_CSAT, QUESTION_NPS, QUESTION_SCORE, QUESTION_TEXT };

struct question {
    const char *name, *zh, *says;
    enum question_kind kind;
};

struct survey {
    const char *name, *zh, *says;
    struct question *questions;
    int count;
};

struct surveys {
    struct survey *items;
    int count;
};

const char *question_kind_name(enum question_kind kind);

int surveys_load(struct arena *arena, const struct packs *packs, struct surveys *surveys,
                 struct err *err);

/* NULL with ERR_USAGE, naming those that there are. */
const struct survey *survey_find(const struct surveys *surveys, const char *name, struct err *err);
const struct question *survey_question(const struct survey *survey, const char *name,
                                       struct err *err);

/* The first question of a kind, or NULL. */
const struct question *survey_of_kind(const struct survey *survey, enum question_kind kind);

/* Whether it is a mark that the question takes: ERR_USAGE says which it does. */
int question_takes(const struct question *question, int64_t mark, struct err *err);

#endif
