/*
 * log: what every write by any tool leaves behind, so that it can be shown later who did what, and that
 * nothing was changed since behind the tools' backs.
 *
 * Chains.  Each store has a chain of entries, numbered from 1 without gaps, and so has the chain as a whole
 *          (store 0). An entry's hash is over its own fields and the hash of the one before (chain.h); the
 *          first one's predecessor is made from the database's identity (meta 'identity', 32 random
 *          hexadecimal digits) and the store, so that no chain can stand for another.
 * Sets.    Each table of a store is a bag of rows with a hash that does not care for their order
 *          (base/multiset.h), kept in `tally`. An entry names the tables of its store that changed since
 *          the entry before, with the number of their rows and the digest of their hash. So a chain that
 *          holds fixes what must stand in the tables, and a row that was changed, added or removed shows.
 * Marks.   Eight bytes a row in `mark` tell which row it was, if whoever changed it did not change the
 *          mark too.
 * Changes. An entry holds the rows that were written, before and after, as one JSON object a line: all
 *          that were changed or removed (the first thousand) and those that were added (the first sixteen),
 *          then for tables of which more were written, how many. Personal columns stand there as they
 *          stand in the table: encrypted under the client's own key (the key itself never does), so that
 *          `forget` reaches them too.
 *
 * The log is told of rows by the database itself (db_watch), so no statement can forget it. One `struct
 * log` serves one connection. What is not under the sets' guard, since it is derived: log, chain, tally,
 * mark, checkpoint; fact, fact_client, fact_word, rollup (recounted by lib/fact); or does not last: lease,
 * gateway (db_is_untold).
 */
#ifndef MEDI_LOG_LOG_H
#define MEDI_LOG_LOG_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"

struct log;

enum { LOG_WHERE_WRITTEN = -1 };

struct log_entry {
    int64_t store_id; /* 0: the chain; LOG_WHERE_WRITTEN: only the stores whose rows were written */
    int64_t at;
    const char *actor, *tool, *verb, *subject;
    const char *detail; /* or NULL */
};

/* Begins to watch. Between transactions or at the beginning of one. */
int log_open(struct log **log, struct db *db, struct err *err);
void log_close(struct log *log); /* NULL-safe; ends the watch */

/* Writes an entry into the chain of its store, and one with the same words into the chain of each other
 * store whose rows were written since the last entry. Within the caller's transaction. */
int log_add(struct log *log, const struct log_entry *entry, struct err *err);

/* Whether all rows that were written in this transaction stand behind an entry: to be asked before the
 * commit. */
bool log_is_settled(const struct log *log);

/* What stands in the column `run` of all entries of this struct log: by it can be found out whether a
 * commit whose answer was lost was done. */
const char *log_run(const struct log *log);
int log_has_run(struct db *db, const char *run, bool *has, struct err *err);

/* After a migration: counts all rows of all tables anew, into tally and mark, as if all had just been
 * written, for the next log_add. Nothing that was wrong before is seen any more, so verify first. */
int log_recount(struct log *log, struct err *err);

#endif
