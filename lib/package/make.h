/*
 * make: a record package for an inspector or a regulator (病历、依法调取): what pick.h finds, as files.
 *
 *     records/KIND.csv   rows as `medi-db export` writes them and import reads them
 *     fhir.json          the same as a FHIR R4 Bundle (fhir.h)
 *     log.csv            who wrote these rows, and when (history.h)
 *     checkpoint         the last signed checkpoint of the log, if one was made
 *     manifest.tsv       every file with its bytes, rows and SHA-256 (folder.h)
 *     manifest.note      who vouches for it, a signed note (log/note.h), with this text:
 *
 *         medi package
 *         database IDENTITY
 *         subject visit S01 V0001
 *         made 2026-10-01T01:00:00Z
 *         personal masked | revealed
 *         manifest SHA256
 *
 * The same records, asked for at the same moment with the same key, give the same bytes, whatever the engine.
 */
#ifndef MEDI_PACKAGE_MAKE_H
#define MEDI_PACKAGE_MAKE_H

#include "log/note.h"
#include "package/folder.h"
#include "package/pick.h"
#include "record/export.h"
#include "vault/vault.h"

struct package_spec {
    struct pick *pick; /* what was found */
    const struct packs *packs;
    struct vault *vault; /* NULL: no key */
    bool reveal;
    int64_t now;
    const char *subject;
    const struct note_secret *secret;
};

/* How many rows of kinds with personal columns those are. */
int64_t package_personal(const struct pick *pick);

/* Gives each row of a kind of the package, as its CSV file has it. */
int package_each(const struct package_spec *spec, int kind, export_row *each, void *context,
                 int64_t *rows, struct err *err);

/* Writes all files, and their manifest's hash into `sha256`; folder_finish is the caller's. ERR_IO; ERR_DB. */
int package_make(struct folder *folder, const struct package_spec *spec, char sha256[FOLDER_HEX],
                 struct err *err);

#endif
