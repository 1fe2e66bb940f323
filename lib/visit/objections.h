/*
 * objections: the doubts of clients and their standard answers (常见疑虑应对手册). The pack is
 * share/medi/objections.yaml.
 *
 * An answer that promises what the law forbids to promise (广告法 16, 医疗广告管理办法
 * 7) is refused by the reader: the pack lists under `never` the words that no answer may have, and
 * beside each the phrases in which it may stand (不能保证). What decides that an entry is
 * meant: the words of `match` in what the client said; each entry has an `example` that they find.
 */
#ifndef MEDI_VISIT_OBJECTIONS_H
#define MEDI_VISIT_OBJECTIONS_H

#include "base/arena.h"
#include "base/err.h"
#include "text/pack.h"

struct objection_kind {
    const char *name, *zh;
};

struct objection {
    const char *id;
    const struct objection_kind *kind;
    const char *doubt;  /* as it is put */
    const char *answer; /* as it may be answered */
    const char *example;
    const char **match;
    int match_count;
};

struct objections {
    struct objection_kind *kinds;
    int kind_count;
    struct objection *items;
    int count;
};

int objections_load(struct arena *arena, const struct packs *packs, struct objections *objections,
                    struct err *err);

/* A kind by its name or its Chinese name; NULL with ERR_DATA, naming the nearest, if there is none such. */
const struct objection_kind *objections_kind(const struct objections *objections, const char *name,
                                             struct err *err);

/* How many of an entry's words stand in a client's; 0: it is not meant. */
int objection_fits(const struct objection *objection, const char *words);

#endif
