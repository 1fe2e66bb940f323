/*
 * library: a shared library that is loaded only when it is needed, so that no other start pays for it
 * and for what it needs itself. It stays loaded: such libraries leave handlers with the process.
 */
#ifndef MEDI_BASE_LIBRARY_H
#define MEDI_BASE_LIBRARY_H

#include <stddef.h>

/* A function, and where its pointer lies in the caller's struct of pointers. */
struct library_entry {
    const char *name;
    size_t at;
};

/* Loads the first of `names` (NULL ends them) that is installed, and fills `api`. -1: none of them is,
 * and `missing` is NULL, or that one has no function of the name `missing`. The words for it are the
 * caller's, who knows the package. */
int library_load(void *api, const char *const *names, const struct library_entry *entries,
                 size_t count, const char **missing);

#endif
