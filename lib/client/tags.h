/*
 * tags: 标签: the pack tags.yaml, and the tags that its rules keep. What was tagged by hand stays so; a rule
 * gives a tag to whom it holds for and has none like it, and takes back what it gave.
 */
#ifndef MEDI_CLIENT_TAGS_H
#define MEDI_CLIENT_TAGS_H

#include "client/facts.h"
#include "client/segments.h"

enum { TAGS_MOST = 64 };

struct tags {
    struct rule *rules; /* count 0 in a rule: given and taken by hand */
    int count;
};

int tags_load(struct arena *arena, const struct packs *packs, struct tags *tags, struct err *err);
int tags_find(const struct tags *tags, const char *name); /* or -1 */

struct tag_run {
    struct db *db;
    struct arena *arena;
    const struct tags *tags;
    const struct segments *segments; /* for the score */
    int64_t today;
    /* by tag_run, by tag: */
    int64_t *given, *taken, *stand;
    const char *no_model;
};

/* Inside a write transaction. */
int tag_run(struct tag_run *run, struct err *err);

#endif
