/* layer_private: what the files of the layer share. */
#ifndef MEDI_KPI_LAYER_PRIVATE_H
#define MEDI_KPI_LAYER_PRIVATE_H

#include "kpi/layer.h"

int layer_codes(struct kpi_layer *layer, const char *name, const char **value, struct err *err);

/* What is asked for, by names: metrics and cuts of the answer. */
int layer_read(struct kpi_layer *layer, const struct kpi_ask *ask, struct kpi_answer *answer,
               struct err *err);
enum take layer_finest(const struct kpi_answer *answer);

/* The rows of one window, in any order and without texts. `lenses`: how keys are printed; left alone if
 * only statements were asked. */
int layer_run(struct kpi_layer *layer, const struct kpi_ask *ask, struct kpi_answer *answer,
              const struct lens **lenses, struct err *err);

/* A measure of a statement: added to the question's groups. */
int layer_told(struct kpi_layer *layer, const struct kpi_ask *ask, struct question *question,
               const struct measure *measure, int sum, struct err *err);

#endif
