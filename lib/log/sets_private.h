/*
 * sets_private: what sets.c (rows are told, settled, taken back) and sets_flush.c (they come behind an entry)
 * share.
 */
#ifndef MEDI_LOG_SETS_PRIVATE_H
#define MEDI_LOG_SETS_PRIVATE_H

#include "base/multiset.h"
#include "log/kept.h"
#include "log/marks.h"
#include "log/sets.h"

enum { NUMBERS = 2 }; /* a row's store and number stand among its first two columns */

enum fate { KEPT, ADDED, CHANGED, REMOVED, FATES };

/* One side of a row that the running statement wrote; it counts when the statement is settled. */
struct pending {
    int table;
    bool comes;     /* the row as it is after; else as it was before */
    enum fate fate; /* of rows that are not kept: how to count them; said once a row */
    int64_t numbers[NUMBERS];
    struct rowcode code;
};

/* A table of a store. */
struct set {
    const struct place *place;
    int64_t store_id;
    bool touched;
    int64_t unkept[FATES];
    struct multiset delta;
};

struct keeping {
    int count, added;
};

/* What a savepoint goes back to. */
struct snapshot {
    struct set *sets;
    int count;
    struct keeping keeping;
};

struct table {
    char *name;
    struct place *place; /* NULL until it was looked up, which cannot be while a statement runs */
};

struct sets {
    struct db *db;
    struct arena tables_arena, rows; /* rows: as long as the transaction */
    struct table *tables;
    int table_count;
    struct pending *pending;
    int pending_count, pending_room;
    struct set *sets;
    int count, room, last;
    struct kept_row *kept;
    int kept_room;
    struct keeping keeping, settled; /* with, and without the statement that runs */
    struct snapshot *snapshots;
    int depth;
    struct marks *marks;
    bool counting; /* sets_recount: nothing is kept */
    struct err failure;
};

#endif
