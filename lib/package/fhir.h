/*
 * fhir: fhir.json of a package: its records as a FHIR R4 Bundle of type collection (hl7.org/fhir/R4), as
 * share/medi/fhir.yaml says what becomes of which. Masked values stay masked, and then the bundle says so
 * (security label MASKED). References are urn:uuid names of records (store.h), and each leads to a
 * resource of the same bundle.
 */
#ifndef MEDI_PACKAGE_FHIR_H
#define MEDI_PACKAGE_FHIR_H

#include <stdio.h>

#include "package/store.h"

/* Writes the bundle, and how many resources are in it. ERR_DATA: fhir.yaml, with its line. */
int fhir_write(const struct package_spec *spec, const char *identity, FILE *stream, int64_t *count,
               struct err *err);

#endif
