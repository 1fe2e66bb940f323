#include "base/wilson.h"

#include <math.h>

struct interval
wilson_95(int64_t part, int64_t total)
{
    const double z = 1.959963984540054, n = (double)total, p = (double)part / n;
    double centre = p + z * z / (2 * n);
    double half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    double scale = 1000000 / (1 + z * z / n);
    double low = (centre - half) * scale, high = (centre + half) * scale;
    return (struct interval){low > 0 ? (int64_t)(low + 0.5) : 0,
                             high < 1000000 ? (int64_t)(high + 0.5) : 1000000};
}
