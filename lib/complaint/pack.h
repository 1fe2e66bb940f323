/*
 * pack: what complaints are about: complaints.yaml.
 */
#ifndef MEDI_COMPLAINT_PACK_H
#define MEDI_COMPLAINT_PACK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "text/pack.h"

enum complaint_about { ABOUT_NONE, ABOUT_TREATMENT, ABOUT_PRODUCT, ABOUT_STAFF, ABOUT_VISIT };

struct category {
    const char *name, *zh, *says;
    int64_t severity; /* 1 … 4 */
    enum complaint_about about;
};

struct categories {
    struct category *items;
    int count;
};

int categories_load(struct arena *arena, const struct packs *packs, struct categories *categories,
                    struct err *err);
int categories_read(struct arena *arena, const char *path, struct categories *categories,
                    struct err *err);

/* NULL with ERR_DATA, naming those that there are. */
const struct category *category_find(const struct categories *categories, const char *name,
                                     struct err *err);

/* What is linked is what the category must name: 0, or ERR_DATA with the option that is missing. */
struct complaint_links {
    bool treatment, product, staff, visit;
};
int category_fits(const struct category *category, const struct complaint_links *links,
                  struct err *err);

#endif
