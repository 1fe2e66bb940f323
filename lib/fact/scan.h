/*
 * scan: facts read from where they are kept. Inside lib/fact.
 */
#ifndef MEDI_FACT_SCAN_H
#define MEDI_FACT_SCAN_H

#include "fact/fact.h"
#include "fact/people.h"

/* As fact_scan, but rows of all clients, and own columns only, as they are kept: no `first`. */
int scan_raw(struct db *db, struct arena *arena, const struct fact_scan *scan, fact_block_fn *block,
             void *context, struct err *err);

/* As fact_scan, of people that are known already; NULL for a fact of nobody. */
int scan_with(struct db *db, struct arena *arena, const struct fact_scan *scan,
              const struct people *people, fact_block_fn *block, void *context, struct err *err);

/* Ids of all stores, the chain as the first. */
int scan_stores(struct db *db, struct arena *arena, int64_t **list, int *count, struct err *err);

#endif
