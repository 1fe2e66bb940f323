/*
 * book: the entries that a store's journals have. Rows of kinds are written as records are (cli/put.h); here is
 * what is asked of them before, and what an entry does to others.
 */
#ifndef MEDI_JOURNAL_BOOK_H
#define MEDI_JOURNAL_BOOK_H

#include "db/db.h"
#include "journal/judge.h"

struct book_entry {
    int64_t id, at;
    const char *code, *kind, *voided_by, *closed_by; /* codes; NULL: by none */
};

/* The entry of that code in a store; ERR_DATA: there is none. */
int book_find(struct db *db, struct arena *arena, int64_t store_id, const char *code,
              struct book_entry *entry, struct err *err);

/* An entry that may be voided: not so already, and not closed by one that stands. */
int book_find_standing(struct db *db, struct arena *arena, int64_t store_id, const char *code,
                       struct book_entry *entry, struct err *err);

/* What an entry of a journal that closes another would close at that moment, which is all that is open. */
struct book_open {
    int64_t *ids;
    int count, room;
    int64_t sum; /* of the field `sum` of its journal */
};
int book_find_open(struct db *db, struct arena *arena, int64_t store_id,
                   const struct journal_entry *entry, int64_t at, struct book_open *open,
                   struct err *err);

/* They are closed by that entry. */
int book_close(struct db *db, int64_t store_id, const struct book_open *open, const char *closed_by,
               struct err *err);

/* What an entry closed is open again: before it is voided. */
int book_reopen(struct db *db, int64_t store_id, const char *closed_by, int64_t *count,
                struct err *err);

#endif
