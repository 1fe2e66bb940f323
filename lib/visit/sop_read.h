/*
 * sop_read: what the readers of sop.yaml and of the files of sop/ share.
 */
#ifndef MEDI_VISIT_SOP_READ_H
#define MEDI_VISIT_SOP_READ_H

#include "text/yaml.h"
#include "visit/sop.h"

/* `id` is the action's (or the file's), for what is said of it. */
int sop_read_limit(const struct yaml *node, struct sop *sop, const char *id,
                   struct sop_limit *limit, struct err *err);
int sop_read_kinds(const struct yaml *node, const char *id, unsigned *kinds, struct err *err);
int sop_read_action(struct arena *arena, const struct yaml *node, struct sop *sop, int stage,
                    struct err *err);

/* Every file of sop/; together they may add `most` actions. */
int sop_read_overrides(struct arena *arena, const struct packs *packs, struct sop *sop, int most,
                       struct err *err);

#endif
