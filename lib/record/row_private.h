/*
 * row_private: what row.c (rows) and row_ahead.c (what the next ones refer to) share.
 */
#ifndef MEDI_RECORD_ROW_PRIVATE_H
#define MEDI_RECORD_ROW_PRIVATE_H

#include "record/header.h"
#include "record/row.h"

/* Where a column of the table comes from. */
struct target {
    int column;  /* of the kind */
    bool is_day; /* the local day of a moment, not the moment */
};

struct row_maker {
    struct db *db;
    struct arena *arena;
    struct arena row_arena;
    const struct kind *kind;
    struct refs *refs;
    struct header header;
    struct relation_spec spec;
    struct target *targets;
    struct db_value *values, *cells; /* by table column; by kind column, as parsed */
    bool *given;
    int *target_of;            /* kind column -> table column */
    int store_column;          /* whose zone the row's times are in, or -1 */
    const struct zone **zones; /* by store id */
    int64_t zone_count;
    const struct zone *zone;
    int64_t store_id;
    row_create *create;
    void *create_context;
};

/* The text of a cell, or of the column's default where it is empty; length 0 if there is neither. */
struct field row_cell(const struct row_maker *maker, const struct record *record, int column,
                      bool *fen);

#endif
