/*
 * rejects: refused records, whole: file, line, column and reason in front, then the record's own fields
 * under the header of its file. A record that does not fit the header stands as it was in reject_raw. The
 * file is CSV, or by its name TSV or JSON Lines. It can be mended and imported again: import passes over
 * the reject_ columns. It appears under its name only when the import has succeeded.
 */
#ifndef MEDI_RECORD_REJECTS_H
#define MEDI_RECORD_REJECTS_H

#include "base/err.h"
#include "text/records.h"

struct rejects;

int rejects_open(struct rejects **rejects, const char *path, struct err *err);

/* A file begins, or its header has grown. Where rejects have a header themselves, all files must have
 * the same one and none may be JSON Lines: ERR_USAGE. */
int rejects_header(struct rejects *rejects, const struct records *records, struct err *err);

int rejects_add(struct rejects *rejects, const struct record *record, const char *file,
                const char *column, const char *reason, struct err *err);

/* `words` behind the place that a reader puts in front itself ("visits.csv:7: words", since it knows the
 * line inside a record of several); all of them if there is none. */
const char *rejects_words(const char *file, const char *words);

/* Empties it: the import begins again. */
int rejects_restart(struct rejects *rejects, struct err *err);

/* Puts the file in its place. */
int rejects_finish(struct rejects *rejects, struct err *err);
void rejects_close(struct rejects *rejects); /* NULL-safe; an unfinished file is removed */

#endif
