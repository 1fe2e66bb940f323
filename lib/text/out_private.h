/*
 * out_private: what the formats of out share. Only out*.c include it.
 */
#ifndef MEDI_TEXT_OUT_PRIVATE_H
#define MEDI_TEXT_OUT_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "text/out.h"

/* One column as it is written. A ratio is one slot in a table; elsewhere it is followed by two of
 * type OUT_INT, its numerator and its denominator. */
struct out_slot {
    char *name;
    char *heading;
    enum out_type type;
    int value; /* index in the row; a ratio's denominator is the next one */
};

struct out_writer {
    size_t state; /* bytes of its own, zeroed, behind out->state */
    bool tall;    /* a ratio is one slot */
    int (*begin)(struct out *out, struct err *err);
    int (*row)(struct out *out, const struct db_value *values, struct err *err);
    int (*end)(struct out *out, struct err *err);
    int (*flush)(struct out *out,
                 struct err *err);    /* what it kept goes to the stream; may be NULL */
    void (*release)(struct out *out); /* may be NULL */
};

extern const struct out_writer out_table, out_tsv, out_csv, out_json, out_jsonl, out_xlsx;

/* The library of xlsx, as installed by Debian's libxlsxwriter4. */
#define OUT_XLSX_LIBRARY "libxlsxwriter.so.4"

struct out {
    FILE *stream;
    struct out_options options;
    const struct out_writer *writer;
    struct out_slot *slots;
    int count;
    bool begun;
    struct str line; /* what out_put writes */
    struct str hex;  /* the cell of a bytes column */
    void *state;
    const char *xlsx_library; /* OUT_XLSX_LIBRARY, except in a test */
};

/* Writes out->line and empties it. */
int out_put(struct out *out, struct err *err);

enum cell_kind { CELL_NULL, CELL_NUMBER, CELL_BOOL, CELL_TEXT };
enum { CELL_ROOM = 64 };

/* A value as machine formats have it: a number's digits, "0" or "1" for a bool. `text` points into
 * the row, into `room` or into the out; it lives until the next cell is made. */
struct cell {
    enum cell_kind kind;
    const char *text;
    size_t length;
    char room[CELL_ROOM];
};
void out_cell(struct out *out, const struct out_slot *slot, const struct db_value *values,
              struct cell *cell);

/* The same as a table shows it: grouped digits, yuan, percent, local time, words for a bool. */
void out_cell_shown(struct out *out, const struct out_slot *slot, const struct db_value *values,
                    struct cell *cell);

/* Numerator and denominator are there and make a number. */
bool out_ratio_known(const struct db_value *values);

/* A day or a moment (seconds) with a year of 1 to 9999. */
bool out_day_known(int64_t day);
bool out_moment_known(int64_t moment);

void out_civil(const struct out *out, int64_t moment, struct civil *civil);

#endif
