/*
 * defaults: what a clinic set for its figures (settings kpi.*), put into a query; so that whoever
 * asks for the same figure, medi-kpi or a performance score, gets the same one.
 */
#ifndef MEDI_KPI_DEFAULTS_H
#define MEDI_KPI_DEFAULTS_H

#include "base/arena.h"
#include "kpi/kpi.h"
#include "text/pack.h"

/* Fills days, threshold_fen, few, horizon and projects as they are set for a store (0: the chain). */
int kpi_defaults(struct db *db, struct arena *arena, const struct packs *packs, int64_t store_id,
                 struct kpi_query *query, struct err *err);

#endif
