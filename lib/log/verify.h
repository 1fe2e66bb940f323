/*
 * verify: whether the log holds, and the rows with it.
 *
 * The log: each chain is walked from its first entry, and every hash made anew (chain.h). The first entry
 * that does not follow is named with what became of it: changed, missing, inserted, reordered; the last one
 * against `chain`: truncated. Then `tally` against what the chains hold. The rows: those of each table are
 * counted anew and compared with the chain; where they differ, the marks name the rows: changed, added,
 * removed; or, if marks were altered too, the table alone is named. Checkpoints: see checkpoint.h.
 *
 * A database whose list of migrations says another version than the program's is refused (ERR_DB), unless that
 * list is not as the log holds it: then its rows are named, and nothing else is compared. Open it with
 * any_version.
 *
 * All of it in one snapshot. A file may be hostile or damaged: what cannot be read is a finding, and the
 * rest is looked at all the same.
 */
#ifndef MEDI_LOG_VERIFY_H
#define MEDI_LOG_VERIFY_H

#include "db/db.h"

struct checkpoint_trust;
struct checkpoint_list;

/* Of a set or a chain at most VERIFY_MOST findings are told one by one, then how many more there are. */
enum { VERIFY_MOST = 100 };

/*
 * severity  "error"; "warning": what proves nothing is wrong (marks), or was never kept
 * store     code; "#7" if there is no store 7; NULL: of no store
 * subject   "log", "chain", "checkpoint", "schema", "tally", "mark" or a table
 * place     "entry 17", "visit 17", "checkpoint 3"; NULL: all of it
 * finding   a word: changed, missing, inserted, reordered, truncated, added, removed, unreadable, malformed,
 *           rolled-back, forked, forged, unsigned
 * detail    in words, or the row's code; or NULL
 */
struct verify_finding {
    const char *severity, *store, *subject, *place, *finding, *detail;
    bool of_rows; /* found by counting rows anew */
};

typedef int verify_found(void *context, const struct verify_finding *finding, struct err *err);

/*
 * log, rows  what is looked at; rows needs the log, which is walked then without telling what is wrong with it
 * version    of the schema that the database has; 0: the program's
 * trust      whose signatures count; NULL: theirs whom the database names
 * against    what was kept elsewhere; or NULL
 */
struct verify_options {
    bool log, rows;
    int version;
    const struct checkpoint_trust *trust;
    const struct checkpoint_list *against;
    verify_found *found;
    void (*progress)(void *context, int64_t rows, int64_t of); /* or NULL */
    void *context;
};

struct verify_count {
    int64_t chains, entries, tables, rows, checkpoints; /* that were looked at */
    int64_t errors, warnings;
};

int verify_run(struct db *db, const struct verify_options *options, struct verify_count *count,
               struct err *err);

#endif
