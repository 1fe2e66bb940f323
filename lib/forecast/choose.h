/* choose: which methods make the mean of a series, and how much each. */
#ifndef MEDI_FORECAST_CHOOSE_H
#define MEDI_FORECAST_CHOOSE_H

#include "forecast/methods.h"
#include "forecast/roll.h"

/* The categories of Syntetos, Boylan and Croston (2005). */
struct demand {
    int seen, demands; /* periods that are known; that are not 0 */
    double adi, cv2;   /* NaN without demand */
    bool negative, whole, constant;
};
struct demand demand_of(const double *y, int n);
bool demand_is_intermittent(const struct demand *demand);

/* What was chosen. */
struct choice {
    enum forecast_method method;
    enum forecast_reason reason;
    double weights[FORECAST_METHODS];
    double *mean;  /* of the horizon */
    double *tried; /* of the origins, laid out as in `roll`; NULL: there are none */
    struct roll roll;
};

void choose(const struct task *task, const struct demand *demand, enum forecast_method asked,
            int horizon, struct memory *memory, struct choice *choice);

#endif
