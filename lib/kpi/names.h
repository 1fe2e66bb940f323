/*
 * names: the codes behind ids, and attributes of what they name: all of a kind in one statement, since
 * stores, channels, projects and people are few.
 */
#ifndef MEDI_KPI_NAMES_H
#define MEDI_KPI_NAMES_H

#include "base/arena.h"
#include "db/db.h"

/* Of one kind: "store", "channel", "project", "staff". */
struct names {
    const char *of;
    int64_t *ids;                 /* ascending; id 0, if there is none, is not among them */
    const char **codes, **titles; /* and what people call it; NULL: it has no name */
    int64_t *attributes;          /* numbers of words; NULL: none was asked for */
    const char **words;           /* of attributes, from 1; words[0] is NULL: none */
    int count, word_count;
};

/* Whether what `of` names has such an attribute: 0, or -1 with the nearest. */
int names_attribute(const char *of, const char *attribute, struct err *err);

/* `attribute` may be NULL. */
int names_load(struct db *db, struct arena *arena, const char *of, const char *attribute,
               struct names *names, struct err *err);

/* NULL: none of that id. */
const char *names_code(const struct names *names, int64_t id);
const char *names_title(const struct names *names, int64_t id);
int64_t names_attribute_of(const struct names *names, int64_t id); /* 0: none */

/* 1, or -1 with the nearest code. */
int names_id(const struct names *names, const char *code, int64_t *id, struct err *err);
int names_word(const struct names *names, const char *word, int64_t *number, struct err *err);

#endif
