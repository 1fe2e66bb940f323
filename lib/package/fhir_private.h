/* What fhir.c and the filling of its templates share. */
#ifndef MEDI_PACKAGE_FHIR_PRIVATE_H
#define MEDI_PACKAGE_FHIR_PRIVATE_H

#include "base/str.h"
#include "package/fhir.h"
#include "text/yaml.h"

struct fhir_resource {
    const struct yaml *body, *when;
    const char *resource;
    int kind;
    bool also;
};

struct fhir {
    struct store store;
    struct arena *arena;
    const struct scope *scope;
    struct fhir_resource *resources;
    int count;
    FILE *stream;
    int64_t written;
};

struct fhir_record {
    int kind;
    const struct db_value *row;
};

/* Where a path like "treatment.client" ends: a record and its column. 1; 0: nothing is named on the way; -1. */
struct fhir_end {
    int kind, column;
    const struct db_value *row;
};
int fhir_walk(struct fhir *fhir, const struct fhir_record *record, const struct yaml *node,
              const char *path, struct fhir_end *end, struct err *err);

/* Whether the record passes `when`: 1, 0, -1. */
int fhir_passes(struct fhir *fhir, const struct fhir_record *record, const struct yaml *when,
                struct err *err);

/* Adds the JSON of a template: 1; 0: nothing was left of it, and nothing was added; -1. */
int fhir_fill(struct fhir *fhir, const struct fhir_record *record, const struct yaml *node,
              struct str *out, struct err *err);

#endif
