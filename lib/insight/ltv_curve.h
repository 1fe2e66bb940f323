/*
 * ltv_curve: purchases to expect of a client who is alive, month by month for a year, each discounted
 * to today: what of E[X(t)] depends on x and T alone, kept for the clients to come.
 */
#ifndef MEDI_INSIGHT_LTV_CURVE_H
#define MEDI_INSIGHT_LTV_CURVE_H

#include <stdint.h>

#include "client/nbd.h"

struct ltv_curve {
    struct nbd nbd;
    double unit;     /* days of the model's unit */
    double discount; /* a year */
    struct ltv_curve_row {
        double *by_t; /* by days since the first purchase; 0: not reckoned yet */
        int64_t count;
    } * rows; /* by x */
    int64_t row_count;
};

void ltv_curve_init(struct ltv_curve *curve, const struct nbd *nbd, double unit, double discount);
double ltv_curve_at(struct ltv_curve *curve, int64_t x, int64_t t);
void ltv_curve_release(struct ltv_curve *curve);

#endif
