/*
 * cover: what supplies do not serve of one course of demand. Inside lib/purchase only.
 */
#ifndef MEDI_PURCHASE_COVER_H
#define MEDI_PURCHASE_COVER_H

#include "purchase/reorder.h"

/* Of one store: days at which something begins or ends, and the supplies in the order of their use. */
struct cover {
    const struct reorder_need *need;
    int lead, next; /* the order's first day, and the next order's */
    int good;       /* the first day on which this one is not usable any more */
    int last;       /* the later of the two */
    int *days;      /* sorted, without doubles: 0 … last */
    int day_count;
    struct reorder_supply *supplies; /* first expired first */
    double *left;                    /* room for one of each */
};

struct covered {
    double demand; /* until the next order is there */
    double early, lack, room;
    double wasted; /* expired unused until the next order is there */
};

void cover_init(struct cover *cover, const struct reorder_need *need,
                const struct reorder_terms *terms, struct arena *arena);
void cover_path(struct cover *cover, int path, struct covered *covered);

#endif
