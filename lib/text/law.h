/*
 * law: an article as packs cite it, "医师法 25": a law of laws.yaml, a space, and its article, whose words
 * stand there.
 */
#ifndef MEDI_TEXT_LAW_H
#define MEDI_TEXT_LAW_H

#include <stdbool.h>

#include "text/pack.h"
#include "text/yaml.h"

struct law {
    const char *name; /* as it is cited */
    const char *says; /* the words that decide */
    bool confirmed;   /* its text is public law that was read; else known from secondary sources */
};

/* The tree of laws.yaml; NULL: it is not among the packs, or wrong. */
const struct yaml *laws_load(struct arena *arena, const struct packs *packs, struct err *err);

/* The article that `node` cites, which stands under `key`: ERR_DATA with file and line if it cites none, or
 * laws.yaml has none such. */
int law_cited(struct arena *arena, const struct yaml *laws, const struct yaml *node,
              const char *key, struct law *law, struct err *err);

/* The article that stands under `key` of a node; ERR_DATA too if it is missing. */
int law_read(struct arena *arena, const struct yaml *laws, const struct yaml *node, const char *key,
             struct law *law, struct err *err);

#endif
