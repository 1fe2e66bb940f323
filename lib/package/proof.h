/*
 * proof: whether a package is what was signed: the note, the manifest that it names, each file of the
 * manifest, and nothing beside them. Needs no database.
 */
#ifndef MEDI_PACKAGE_PROOF_H
#define MEDI_PACKAGE_PROOF_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "log/note.h"

/* Something wrong with a file, in the order: note, manifest, its files, what is too much. */
typedef int proof_found(void *context, const char *path, const char *what, struct err *err);

struct proof {
    const struct note_key *keys; /* whose signature counts; count 0: nobody's, it is not judged */
    int key_count;
    proof_found *found;
    void *context;
    int64_t files, findings; /* what was looked at, what was wrong */
};

/* 0 it was judged, -1: it could not be read. */
int proof_run(struct proof *proof, struct arena *arena, const char *place, struct err *err);

#endif
