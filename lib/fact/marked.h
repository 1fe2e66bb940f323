/*
 * marked: records that were heard of, by store and number or word, each once; up to MARKED_MOST, behind which
 * it only says that there were more. Inside lib/fact.
 */
#ifndef MEDI_FACT_MARKED_H
#define MEDI_FACT_MARKED_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

enum { MARKED_MOST = 200000 };

struct mark {
    int64_t store_id, id;
    const char *word; /* or NULL */
    unsigned flags;
};

struct marked {
    struct arena arena; /* words */
    struct mark *list;
    int count, room;
    int *slot;
    int slots;
    int most;
    bool more;
};

void marked_init(struct marked *marked, int most); /* at most so many, or MARKED_MOST */
void marked_release(struct marked *marked);        /* and empties it */

/* `word` of `length` bytes, or NULL. Flags are added to those that it has. */
void marked_add(struct marked *marked, int64_t store_id, int64_t id, const char *word,
                size_t length, unsigned flags);

#endif
