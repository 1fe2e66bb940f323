/*
 * The Wilson score interval of a proportion at 95 % (E. B. Wilson, JASA 22, 1927), in millionths.
 */
#ifndef MEDI_BASE_WILSON_H
#define MEDI_BASE_WILSON_H

#include <stdint.h>

struct interval {
    int64_t low, high; /* 0 … 1000000 */
};

/* `total` > 0 and 0 <= part <= total. */
struct interval wilson_95(int64_t part, int64_t total);

#endif
