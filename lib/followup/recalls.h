/*
 * recalls: whom a clinic brings back, with what, and how often: the pack recall.yaml.
 */
#ifndef MEDI_FOLLOWUP_RECALLS_H
#define MEDI_FOLLOWUP_RECALLS_H

#include "base/day.h"
#include "client/segments.h"

enum { RECALL_CHANNELS = 3 };
enum recall_once { ONCE_CAMPAIGN, ONCE_YEAR, ONCE_MONTH };

struct recall_out { /* what goes out: a message, or a task */
    bool wanted, on_birthday;
    const char *template, *role; /* of a message; of a task */
    const char *channels[RECALL_CHANNELS];
    int channel_count;
    int at; /* second of the store's day */
    struct span within;
};

struct recall_offer {
    const char *kind; /* NULL: none */
    int64_t worth_fen, valid_days;
};

struct recall {
    struct rule whom;            /* its name; no alternatives: whoever the segments and tags take */
    uint64_t segments;           /* by their numbers; 0: of any */
    const char *tags, *not_tags; /* ",a,b,", or NULL */
    bool not_booked, by_lapse;
    struct recall_out message, call;
    struct recall_offer offer;
    enum recall_once once;
    int64_t not_within_days; /* 0: whenever it was */
    int64_t cap;             /* a day; 0: none */
};

struct recalls {
    struct segments segments;
    struct recall *items;
    int count;
};

/* ERR_DATA with file and line: a rule by which nothing can be done, an example that does not do as it says,
 * a segment, tag, role or template that there is none of. */
int recalls_load(struct arena *arena, const struct packs *packs, struct recalls *recalls,
                 struct err *err);

/* NULL with ERR_DATA, which names those that there are. */
const struct recall *recalls_find(const struct recalls *recalls, const char *name, struct err *err);

#endif
