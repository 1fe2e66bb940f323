/*
 * What the files of verify share. Inside lib/log.
 *
 * verify.c leads and words findings; verify_chain.c walks the chains, verify_trace.c says what became of an
 * entry that does not follow; verify_tally.c judges what is kept beside the chains; verify_rows.c counts
 * the rows anew, verify_marks.c names those that differ; verify_note.c judges checkpoints.
 */
#ifndef MEDI_LOG_VERIFY_PRIVATE_H
#define MEDI_LOG_VERIFY_PRIVATE_H

#include "base/arena.h"
#include "log/chain.h"
#include "log/held.h"
#include "log/recount.h"
#include "log/verify.h"

struct verify {
    struct db *db;
    const struct verify_options *options;
    struct verify_count *count;
    struct arena arena, words; /* words: as long as one finding */
    struct description tables;
    struct held *held;
    const char *identity; /* "" if it is not there */
    struct db_stmt *code; /* of a store, by its id */
    int64_t expected;     /* rows, by the log; for the progress */
    bool quiet;           /* findings are not told */
    bool counting;        /* rows, at last */
    bool unmarked;        /* the marks cannot be read, which was told */
};

/* A finding of a store (id; -1: none). `place` and `detail` may be NULL, `detail` has a format. */
struct verify_at {
    int64_t store_id;
    const char *subject, *place, *finding;
    bool warning;
};
int verify_tell(struct verify *verify, const struct verify_at *at, struct err *err,
                const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Reading failed with `err`: a finding if the file is to blame, and 0; else -1. */
int verify_unreadable(struct verify *verify, int64_t store_id, const char *subject,
                      struct err *err);

/* A column that must be a text without NUL, or (`optional`) NULL. False: it is something else; `text` is
 * then "". */
bool verify_text(const struct db_stmt *stmt, int column, bool optional, const char **text);

/* The entry on which a statement of all columns stands. False: a column is of a wrong type or size. */
bool verify_entry(const struct db_stmt *stmt, struct chain_entry *entry,
                  unsigned char hash[HASH_SIZE]);

/* A part of the run in a savepoint that is always taken back: PostgreSQL does nothing more in a transaction
 * in which a statement failed, and what could not be read is a finding, behind which the others are looked
 * for. */
typedef int verify_stage_run(struct verify *verify, void *context, struct err *err);
int verify_stage(struct verify *verify, verify_stage_run *run, void *context, struct err *err);

int verify_chains(struct verify *verify, struct err *err);

/* What became of the entry `seq`, which should follow `before` and does not: a word of verify_finding. If it is
 * found elsewhere in the chain, `hash` is its own; trace->shift: how many places it and those behind it
 * were moved, beyond the `shift` that was known before. */
struct trace {
    int64_t store_id, seq, shift;
    unsigned char before[HASH_SIZE], hash[HASH_SIZE];
    bool found;
    int64_t found_at;
    const char *word;
};
int verify_trace(struct verify *verify, struct trace *trace, int64_t shift, struct err *err);

int verify_tallies(struct verify *verify, struct err *err);

int verify_rows(struct verify *verify, struct err *err);
int verify_rows_of(struct verify *verify, const char *table,
                   struct err *err); /* NULL: all tables */

/* Notes the sums of all marks in what is held. Read in one go and not by the tables' names, since these must be
 * those of the rows and not of an index. A stage. */
int verify_marks_read(struct verify *verify, void *unused, struct err *err);

/* Whether the marks that are kept are those of the rows. */
bool verify_marks_are(const struct verify *verify, const struct place *place, int64_t store_id,
                      uint64_t sum);

/* Names the rows of a set that is not as the log holds it. */
int verify_name_rows(struct verify *verify, const struct place *place, int64_t store_id,
                     struct err *err);

int verify_checkpoints(struct verify *verify, struct err *err);

#endif
