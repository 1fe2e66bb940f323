/*
 * recount: the sets of tables counted anew, from rows that come from anywhere: a database, a backup that is
 * being read. They are then compared with what the log holds (held.h).
 *
 *     struct recount *recount = recount_new();
 *     for each table: place_load, for each of its rows: recount_row
 *     for (set = NULL; (set = recount_next(recount, set));)
 *         held_is(held, set->table, set->store_id, &set->set) …
 *     recount_free(recount);
 *
 * A set takes 2 KiB, so who has many tables and stores asks and clears after each table. Rows of hostile
 * databases may name any number of stores: those beyond RECOUNT_SETS are counted together, under RECOUNT_REST.
 */
#ifndef MEDI_LOG_RECOUNT_H
#define MEDI_LOG_RECOUNT_H

#include "base/multiset.h"
#include "log/place.h"
#include "log/rowcode.h"

enum { RECOUNT_SETS = 8192 };
#define RECOUNT_REST INT64_MIN

struct recount;

struct recount_set {
    struct multiset set;
    const char *table;
    int64_t store_id;
    uint64_t marks; /* of its rows (marks.h), as one number: see recount_mark */
};

struct recount *recount_new(void);
void recount_free(struct recount *recount); /* NULL-safe */
void recount_clear(struct recount *recount);

/* A row of the table `place->table`, with all of its columns, in their order. The text of the name must live as
 * long as the recount. Its code goes to `code` unless that is NULL. */
void recount_row(struct recount *recount, const struct place *place, const struct db_value *values,
                 struct rowcode *code);

/* What a row's mark adds to `marks` of its set; no mark, all zero, adds nothing. So those that are kept can
 * be compared with those that should be, without holding both. It keeps nobody from making up others of the
 * same sum. */
uint64_t recount_mark(int64_t number, const unsigned char mark[ROWCODE_MARK]);

/* The same where the store is known already; its mark is left out. */
void recount_add(struct recount *recount, const char *table, int64_t store_id,
                 const struct db_value *values, int count, struct rowcode *code);

/* All rows of a table of the database. After each RECOUNT_PACE of them `seen` (or NULL) is told how many
 * came since it was told last, and at the end. */
enum { RECOUNT_PACE = 4096 };
typedef void recount_seen(void *context, int64_t rows);
int recount_table(struct recount *recount, struct db *db, const struct place *place,
                  recount_seen *seen, void *context, struct err *err);

/* NULL: none of its rows came. */
const struct recount_set *recount_find(const struct recount *recount, const char *table,
                                       int64_t store_id);

/* In the order in which they came first; begin with NULL; NULL at the end. */
const struct recount_set *recount_next(const struct recount *recount,
                                       const struct recount_set *after);

#endif
