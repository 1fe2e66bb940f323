/*
 * records: rows of named fields from CSV, TSV or JSON Lines.
 *
 * CSV and TSV: the first row is the header, its names trimmed. Blank lines are passed over.
 *
 * CSV: libcsv (strict) parses; what it hides is put right here: physical line numbers through
 * quoted newlines, blank lines, an open quote, a quote in the middle of a bare field. A bare field loses
 * the spaces and tabs at its ends, a quoted one keeps every byte.
 *
 * TSV: as out.h writes it. \t \n \r \\ are undone, another backslash is refused, nothing is quoted
 * or trimmed.
 *
 * Bare: lines of columns without a header, as programs that count print them. Lines that hold a TAB
 * where the first one does are TSV, those with commas CSV, and else runs of spaces and TABs part the fields.
 *
 * JSON Lines: an object a line, its keys the header, which therefore may grow from row to row.
 * Numbers come as they were written, true/false as 1/0, null and "" and an absent key as empty. An
 * object or array inside is refused.
 *
 * A bad row is refused alone: records_next gives -1 with ERR_DATA, the place in front, the row's
 * line and raw bytes, and the next call goes on behind it. An open quote refuses its first physical line
 * only, so that it cannot swallow the rows that follow. So is a line refused that holds a NUL or a
 * byte of no character (U+FFFD stands for it in `raw`), one over 8 MiB (or 8 times the cap of a
 * field, if that is more; `raw` is cut), and a row of more than 1,024 fields. Any other kind of
 * error is the end.
 */
#ifndef MEDI_TEXT_RECORDS_H
#define MEDI_TEXT_RECORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

enum records_format { RECORDS_AUTO, RECORDS_CSV, RECORDS_TSV, RECORDS_JSONL, RECORDS_BLANKS };

struct records_options {
    enum records_format format; /* AUTO: by file name, else by the first line */
    const char *encoding;       /* see source.h */
    size_t field_cap;           /* bytes of one field; 0: 1 MiB */
    bool bare;                  /* there is no header; the format is found by the first line */
};

struct field {
    const char *text; /* NUL-terminated, never NULL */
    size_t length;    /* 0: no value */
    bool absent;      /* JSON Lines: the object has no such key */
};

struct record {
    size_t line; /* physical line of the file where it starts, from 1 */
    int count;   /* fields; may differ from the header's (ragged): the caller judges */
    const struct field *fields;
    const char *raw; /* the row as it stood in the file (UTF-8), without the line end */
    size_t raw_length;
};

struct records;

int records_open(struct records **records, const char *path, const struct records_options *options,
                 struct err *err);
void records_close(struct records *records); /* NULL-safe */

/* The header: read at open for CSV and TSV (an empty file, a double or an empty name is ERR_DATA); none of
 * bare lines. Texts live as long as the reader. */
int records_header_count(const struct records *records);
const char *records_header(const struct records *records, int column);
int records_column(const struct records *records, const char *name); /* -1: there is none */

bool records_header_grows(const struct records *records); /* JSON Lines */

/* The next row: 1; 0 at the end; -1 with `err`: see above. Views live until the next call. */
int records_next(struct records *records, struct record *record, struct err *err);

/* Starts again behind the header; false for a pipe. */
bool records_rewind(struct records *records, struct err *err);
bool records_can_rewind(const struct records *records);

const char *records_name(const struct records *records);
int64_t records_size(const struct records *records);     /* bytes, -1 unknown */
int64_t records_position(const struct records *records); /* bytes read so far */

#endif
