/*
 * after_adverse: complications and adverse events (并发症, 不良事件): their kinds and
 * grades, and by when which of them is reported to the authority. The pack is
 * share/medi/adverse.yaml.
 */
#ifndef MEDI_VISIT_AFTER_ADVERSE_H
#define MEDI_VISIT_AFTER_ADVERSE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "text/pack.h"

enum { ADVERSE_GRADES = 5 };

/* What may lie behind it, as a set. */
enum adverse_of { ADVERSE_DEVICE = 1, ADVERSE_DRUG = 2, ADVERSE_PROCEDURE = 4, ADVERSE_ALL = 7 };

struct adverse_grade {
    const char *zh, *says;
};

struct adverse_kind {
    const char *name, *zh;
    unsigned of;
};

struct adverse_rule {
    const char *id, *to, *duty, *source;
    unsigned of;     /* one */
    unsigned grades; /* 1 << grade */
    int64_t days;    /* from the day of finding; 0: the same day */
    bool confirmed;  /* the days stand in a text that was read */
};

struct adverse_pack {
    struct adverse_grade grades[ADVERSE_GRADES + 1]; /* from 1 */
    struct adverse_kind *kinds;
    int kind_count;
    struct adverse_rule *rules;
    int rule_count;
};

int adverse_load(struct arena *arena, const struct packs *packs, struct adverse_pack *pack,
                 struct err *err);

/* By its name or its Chinese name; NULL with ERR_DATA, naming the nearest, if there is none such. */
const struct adverse_kind *adverse_find(const struct adverse_pack *pack, const char *name,
                                        struct err *err);

/* The rule with the earliest deadline for a kind of that grade, where `used` is what may lie behind
 * it (ADVERSE_ALL: not known); NULL: no report is due. */
const struct adverse_rule *adverse_due(const struct adverse_pack *pack,
                                       const struct adverse_kind *kind, int64_t grade,
                                       unsigned used);

#endif
