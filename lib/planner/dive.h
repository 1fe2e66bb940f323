/*
 * dive: from the shares of the linear programme to a roster.
 *
 * People whose shares are nearly whole keep their line, and with them the few whose largest share is the
 * largest; then the rest is generated anew, since what is best for them has changed; until everybody has a
 * line (Wolsey, "Integer Programming"; for rosters Gamache et al. 1999). It ends without one as soon as
 * the programme says that nothing below the cutoff is left.
 */
#ifndef MEDI_PLANNER_DIVE_H
#define MEDI_PLANNER_DIVE_H

#include "base/rng.h"
#include "planner/generate.h"

struct dive {
    double cutoff; /* only rosters that cost this much at most */
    int rounds;    /* of generating, each time */
    double surely; /* a share from which on a line is kept at once, beside the largest */
    double noise;  /* of shares when the largest are looked for */
};

/* After generate_run(). Puts the lines of the area's free people into `cells`: 1; 0 none; -1 time is up. */
int dive(struct generate *generate, const struct dive *dive, struct rng *rng, roster_cell *cells);

#endif
