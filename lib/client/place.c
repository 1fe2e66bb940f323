#include "client/place.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define RADIUS 6371008.8
#define DEGREE 1e6 /* in the stored unit */

static double
radians(int64_t micro)
{
    return (double)micro / DEGREE * M_PI / 180;
}

/* By haversines, which are exact for short ways. */
double
place_distance(int64_t latitude, int64_t longitude, int64_t other_latitude, int64_t other_longitude)
{
    double a = radians(latitude), b = radians(other_latitude);
    double up = sin((b - a) / 2), along = sin(radians(other_longitude - longitude) / 2);
    double square = up * up + cos(a) * cos(b) * along * along;
    return 2 * RADIUS * asin(sqrt(square < 1 ? square : 1));
}

struct place_box
place_box(int64_t latitude, int64_t longitude, double metres)
{
    static const int64_t pole = 90000000, date_line = 180000000;
    double angle = metres / RADIUS;
    int64_t up = (int64_t)ceil(angle * 180 / M_PI * DEGREE);
    struct place_box box = {latitude - up, latitude + up, -date_line, date_line};
    if (box.south <= -pole || box.north >= pole || angle >= M_PI / 2)
        return box;
    /* the meridian that a circle touches lies asin(sin d / cos φ) away, not d / cos φ */
    int64_t along = (int64_t)ceil(asin(sin(angle) / cos(radians(latitude))) * 180 / M_PI * DEGREE);
    if (longitude - along < -date_line || longitude + along > date_line)
        return box;
    box.west = longitude - along;
    box.east = longitude + along;
    return box;
}

bool
place_within(const char *text, double *metres, const char **store)
{
    char *end;
    *metres = strtod(text, &end);
    if (end == text || !isfinite(*metres) || *metres <= 0 ||
        strspn(text, "0123456789.") != (size_t)(end - text))
        return false;
    if (strncmp(end, "km", 2) == 0) {
        *metres *= 1000;
        end += 2;
    } else if (*end == 'm') {
        end++;
    } else {
        return false;
    }
    *store = *end == '@' && end[1] ? end + 1 : NULL;
    return !*end || *store;
}
