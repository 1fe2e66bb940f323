/* pack_private: what the readers of the packs of figures share. */
#ifndef MEDI_KPI_PACK_PRIVATE_H
#define MEDI_KPI_PACK_PRIVATE_H

#include "base/str.h"
#include "kpi/metric.h"

/* The number of a fact's column; -1 with the nearest. */
int pack_column(const struct fact *fact, const char *name, struct err *err);

/* The number of a word of a closed list ("none" is 0): 1, or -1 with the nearest. */
int pack_word(const struct fact_column *column, const char *word, int64_t *value, struct err *err);

struct pack_parameters {
    int64_t days, today;
};
int pack_parameter(const char *name, const struct pack_parameters *all, int64_t *value,
                   struct err *err);

int pack_dimensions(struct catalogue *catalogue, struct err *err);

#endif
