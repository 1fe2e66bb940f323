/*
 * fields: those of one row while a reader puts them together, their names, and the three readers.
 * Private to the readers of records.
 */
#ifndef MEDI_TEXT_FIELDS_H
#define MEDI_TEXT_FIELDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"
#include "text/lines.h"
#include "text/records.h"

/* Fields that a row may have. */
enum { FIELDS_MAX = 1024 };

struct fields {
    struct str text; /* the fields' bytes, a NUL behind each */
    struct field *fields;
    int count;
    size_t cap;  /* bytes of a field */
    int too_big; /* the first field over the cap, from 1 */
    bool too_many;
};

void fields_init(struct fields *row, size_t cap);
void fields_release(struct fields *row);
void fields_clear(struct fields *row);

/* One more field. What is over a limit is noted and left out. */
void fields_add(struct fields *row, const char *text, size_t length);

/* Points the fields at their bytes; ERR_DATA if a limit was passed. */
int fields_finish(struct fields *row, struct err *err);

struct names {
    char **names;
    int count;
};

void names_release(struct names *header);

/* The column of that name (trimmed); `hint` is looked at first. -1: there is none. */
int names_find(const struct names *header, const char *name, size_t length, int hint);

/* One more column. Refuses an empty and a double name, and one with a line end of its own. */
int names_add(struct names *header, const char *name, size_t length, struct err *err);

/*
 * A reader takes the next row from the lines: 1; 0 at the end; -1. ERR_DATA refuses the row, which
 * stands in the lines for lines_raw; any other error is the end.
 */
struct csv;
struct csv *csv_new(void);
void csv_close(struct csv *csv); /* NULL-safe */
int csv_row(struct csv *csv, struct lines *lines, struct fields *row, struct err *err);

int tsv_row(struct lines *lines, struct fields *row, struct err *err);

/* Fields between runs of spaces and TABs. */
int blanks_row(struct lines *lines, struct fields *row, struct err *err);

/* The header grows by the keys that are new. */
int jsonl_row(struct names *header, struct lines *lines, struct fields *row, struct err *err);

#endif
