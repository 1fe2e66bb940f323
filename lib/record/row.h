/*
 * row: a record of a file as a row of the table: cells matched to columns by the header, parsed,
 * references resolved, defaults filled in, rules checked. The first thing wrong is the row's error.
 */
#ifndef MEDI_RECORD_ROW_H
#define MEDI_RECORD_ROW_H

#include "db/relation.h"
#include "record/kind.h"
#include "record/map.h"
#include "record/refs.h"
#include "text/records.h"

struct row_maker;

/* Makes a missing row of another kind from its code: 0 with the id, or -1. See row_on_unknown. */
typedef int row_create(void *context, const struct kind *kind, int64_t store_id, const char *code,
                       size_t length, int64_t *id, struct err *err);

struct row {
    struct db_value *values; /* by column of the table; views into the record or `arena` */
    bool *given;             /* the record has that column, so an update may write it */
};

int row_maker_open(struct row_maker **maker, struct db *db, struct arena *arena,
                   const struct packs *packs, const struct kind *kind,
                   const struct ignored *ignored, struct err *err);
void row_maker_close(struct row_maker *maker); /* NULL-safe */

/* What to do where a reference column says `unknown: create`. */
void row_on_unknown(struct row_maker *maker, row_create *create, void *context);

/* Forgets which rows references led to: after a rollback, some may not be there any more. */
void row_forget(struct row_maker *maker);

/* What the next records refer to can be asked for together: row_expect for each, row_expected once, row_make
 * for each, row_expect_no_more. The records must live until then. */
int row_expect(struct row_maker *maker, const struct record *record, struct err *err);
int row_expected(struct row_maker *maker, struct err *err);
void row_expect_no_more(struct row_maker *maker);

/* Rows of other kinds were made to which records may refer. */
void row_made_others(struct row_maker *maker);

/* The columns of the table that the kind fills, for relation_open. */
const struct relation_spec *row_spec(const struct row_maker *maker);

const struct kind *row_kind(const struct row_maker *maker);

/* The column of the table that a column of the kind fills. */
int row_target(const struct row_maker *maker, int kind_column);

/* The kind's column behind a column of the table. */
const struct kind_column *row_column(const struct row_maker *maker, int table_column);

/* Begins another file: its header is not known yet. */
void row_new_file(struct row_maker *maker);

/* Matches the header of the file; may be called again when it has grown (JSON Lines). `at` is put
 * in front of what is wrong: "visits.csv:1". */
int row_header(struct row_maker *maker, const struct records *records, const char *at,
               struct err *err);

/* The same for a record that comes from no file: the columns by name. */
int row_names(struct row_maker *maker, const char *const *names, int count, struct err *err);

/* Fails if a column that every record needs is in no header and has no default. */
int row_header_complete(const struct row_maker *maker, const char *at, struct err *err);

/* The row of a record; what it points to lives until the next call. -1 with ERR_DATA: the record is
 * refused; `column` gets the header (or column) at fault, or NULL. */
int row_make(struct row_maker *maker, const struct record *record, struct row *row,
             const char **column, struct err *err);

/* Whether the kind's rules hold among the values, which row_make has seen to: again when what the record
 * lacks was filled in from the table. -1 with ERR_DATA and the column at fault. */
int row_check(const struct row_maker *maker, const struct row *row, const char **column,
              struct err *err);

/* The natural key of a record, as a person would name it: "S01 V0007". In the row's arena. */
const char *row_key(struct row_maker *maker, const struct record *record);

/* A row with nothing but a code, which is also its name, and the defaults: for `unknown: create`. */
int row_from_code(struct row_maker *maker, int64_t store_id, const char *code, size_t length,
                  struct row *row, struct err *err);

#endif
