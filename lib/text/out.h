/*
 * out: rows on their way to a person or a program. One vtable, one file a format.
 *
 * A producer says which columns come (names are a contract: stable English identifiers), then gives
 * rows of db_values, then ends. Formats:
 *
 *   table   aligned by display width, headings and values localised, for a terminal
 *   tsv     header, \t \n \r \\ escaped, NULL empty
 *   csv     RFC 4180 (LF; with `excel` BOM, CRLF, and a ' before what a spreadsheet would run)
 *   json    an array of objects; jsonl an object a line
 *   xlsx    typed cells, frozen header; libxlsxwriter is loaded only when asked for
 *
 * What a column's type prints, where `day` and `moment` are as in base/day.h:
 *
 *   type     table                machine formats
 *   int      1,234                1234
 *   text     as it is             as it is
 *   day      2025-06-01           2025-06-01
 *   moment   2025-06-01 09:05     2025-06-01T09:05:30+08:00 (RFC 3339, in the zone given)
 *   fen      12.80 (yuan)         1280; by convention the name ends in _fen (table drops _fen)
 *   ratio    12.8 %               six decimals. A ratio is two INTs in the row (numerator,
 *                                 denominator) but one column here: out shows `name` = value,
 *                                 `name_numerator`, `name_denominator`; zero denominator is null
 *   share    12.8 %               six decimals: an INT of millionths, with no parts to show
 *   decimal  1,234.567890         1234.567890: an INT of millionths, for what is measured or estimated
 *   bool     是/否 yes/no         0/1 (true/false in json)
 *   bytes    hex                  hex
 *   raw      as it is             as it is: for json and jsonl the producer gives a value of JSON, which
 *                                 becomes part of the object; for the others a text
 */
#ifndef MEDI_TEXT_OUT_H
#define MEDI_TEXT_OUT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/err.h"
#include "base/zone.h"
#include "db/db.h"

enum out_format { OUT_TABLE, OUT_TSV, OUT_CSV, OUT_JSON, OUT_JSONL, OUT_XLSX };
enum out_type {
    OUT_INT,
    OUT_TEXT,
    OUT_DAY,
    OUT_MOMENT,
    OUT_FEN,
    OUT_RATIO,
    OUT_SHARE,
    OUT_DECIMAL,
    OUT_BOOL,
    OUT_BYTES,
    OUT_RAW,
};

struct out_column {
    const char *name;
    const char *heading; /* for table and xlsx; NULL: made from the name */
    enum out_type type;
};

struct out_options {
    enum out_format format;
    bool excel;              /* csv for spreadsheets */
    bool header;             /* table, tsv, csv: the first line */
    bool colour;             /* table: a dim header */
    int width;               /* table: columns of the terminal, 0 = do not cut */
    const struct zone *zone; /* moments; NULL: UTC */
    const char *yes, *no;    /* table: the words of a bool */
};

struct out;

/* Format and type by name: false if there is none such. */
bool out_format_parse(const char *name, enum out_format *format);
bool out_type_parse(const char *name, enum out_type *type);

/* `columns` is copied. Nothing is written before the first row or the end, so that an error on the
 * way to the first row leaves stdout empty. */
struct out *out_new(FILE *stream, const struct out_options *options,
                    const struct out_column *columns, int count);

/* `values`: one a column, two for a ratio, in order. */
int out_row(struct out *out, const struct db_value *values, struct err *err);

/* What was given so far is written now, as for somebody who waits for it: a table's widths are those of its
 * first rows then. */
int out_flush(struct out *out, struct err *err);

/* The end of the table; flushes. ERR_IO if anything could not be written. */
int out_end(struct out *out, struct err *err);
void out_free(struct out *out); /* NULL-safe */

#endif
