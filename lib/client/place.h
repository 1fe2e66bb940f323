/*
 * place: distances on the earth between places in millionths of a degree. A client's place is known to a
 * thousandth of a degree (about 100 m), so distances are good to that.
 */
#ifndef MEDI_CLIENT_PLACE_H
#define MEDI_CLIENT_PLACE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

/* Along the great circle, on a sphere of 6371.0088 km (the mean radius of IUGG), in metres. */
double place_distance(int64_t latitude, int64_t longitude, int64_t other_latitude,
                      int64_t other_longitude);

/* A box that holds everything within so many metres; where it would reach a pole or the 180th meridian, all
 * longitudes. */
struct place_box {
    int64_t south, north, west, east;
};
struct place_box place_box(int64_t latitude, int64_t longitude, double metres);

/* "3km", "800m", "1.5km", with "@STORE" behind it: metres, and the store's code or NULL. False: it is none. */
bool place_within(const char *text, double *metres, const char **store);

#endif
