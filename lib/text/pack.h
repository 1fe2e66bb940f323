/*
 * pack: where the YAML packs lie. A clinic's own directory (MEDI_CONFIG) overrides the shipped one
 * file by file.
 */
#ifndef MEDI_TEXT_PACK_H
#define MEDI_TEXT_PACK_H

#include "base/arena.h"
#include "base/err.h"

struct packs {
    const char *own;     /* or NULL */
    const char *shipped; /* …/share/medi */
};

/* The file of that name ("kinds/visits.yaml"), the clinic's own first; NULL if neither has it. */
char *pack_find(const struct packs *packs, struct arena *arena, const char *name);

/* The names, sorted and without ".yaml", of the packs in a folder ("kinds") of both. */
struct pack_names {
    const char **names;
    int count;
};
int pack_list(const struct packs *packs, struct arena *arena, const char *folder,
              struct pack_names *names, struct err *err);

#endif
