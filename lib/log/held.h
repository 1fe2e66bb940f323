/*
 * held: what the chains of the log say of each table of a store: the number of its rows and the digest of
 * its set after the last entry that changed it.
 *
 *     held_new(tables, count);
 *     for each entry, in order: held_take(held, store_id, seq, sets)
 *     when the rows of a table were counted: held_is(…) for each set; and held_next, for sets without rows
 */
#ifndef MEDI_LOG_HELD_H
#define MEDI_LOG_HELD_H

#include "base/multiset.h"
#include "db/describe.h"
#include "log/chain.h"

enum { HELD_SETS = 400000 };

struct held;

struct held_set {
    char digest[CHAIN_DIGEST]; /* Base64: see held_says */
    int64_t store_id, count;
    int64_t seq; /* the entry that says so */
    int table;   /* its place in the description */

    /* The marks that are kept, as recount_mark makes one number of them, for rows with numbers and for rows
     * without; whether all have a right size. */
    uint64_t marks, loose_marks;
    bool marks_broken, loose_broken;
};

/* Names of tables are those of the description, which must live as long. */
struct held *held_new(const struct description *tables);
void held_free(struct held *held); /* NULL-safe */

/* An entry's `sets`. False: not well-formed, or of a table that there is not, or more than HELD_SETS in
 * all; the lines before the wrong one count. */
bool held_take(struct held *held, int64_t store_id, int64_t seq, const char *sets);

/* NULL: no entry ever spoke of it. */
struct held_set *held_find(struct held *held, const char *table, int64_t store_id);

/* Whether that is its digest. */
bool held_says(const struct held_set *set, const unsigned char digest[HASH_SIZE]);

/* Whether a set is the one that the log holds; one of which no entry speaks must be empty. */
bool held_is(struct held *held, const char *table, int64_t store_id, const struct multiset *set);

/* All of them, in no order that means anything; begin with NULL; NULL at the end. */
const struct held_set *held_next(const struct held *held, const struct held_set *after);

#endif
