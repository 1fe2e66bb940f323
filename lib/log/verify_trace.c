/* Where an entry has gone: its chain is read once more, for what would follow the one before it. */
#include <string.h>

#include "db/sql.h"
#include "log/verify_private.h"

/* Entries that were taken out together with their numbers; or put in. */
enum { RENUMBERED = 16, INSERTED = 100000 };

struct search {
    struct trace *trace;
    bool behind;                   /* the entry that was found is the one before */
    bool shifted;                  /* and the one behind it follows it, renumbered as it was */
    unsigned char last[HASH_SIZE]; /* the hash of the row at trace->seq */
    bool at_place;
};

static bool
follows_as(const struct chain_entry *entry, int64_t seq, const unsigned char before[HASH_SIZE],
           const unsigned char hash[HASH_SIZE])
{
    unsigned char made[HASH_SIZE];
    struct chain_entry own = *entry;
    own.seq = seq;
    memcpy(made, before, HASH_SIZE);
    chain_next(made, &own);
    return memcmp(made, hash, HASH_SIZE) == 0;
}

/* Whether entries were taken out at the place and those behind renumbered: the row behind the place follows
 * the one there as some later pair does. */
static void
try_renumbered(struct search *search, const struct chain_entry *entry,
               const unsigned char hash[HASH_SIZE])
{
    struct trace *trace = search->trace;
    for (int gone = 1; gone <= RENUMBERED; gone++)
        if (follows_as(entry, trace->seq + 1 + gone, search->last, hash)) {
            trace->word = "missing";
            trace->shift = -gone;
            return;
        }
}

static void
see_row(struct search *search, const struct chain_entry *entry, int64_t shift,
        const unsigned char hash[HASH_SIZE])
{
    struct trace *trace = search->trace;
    int64_t seq = entry->seq - shift;
    if (search->behind) { /* the one behind that which was found */
        search->shifted = follows_as(entry, trace->seq + 1, trace->hash, hash);
        search->behind = false;
    }
    if (!trace->found && seq != trace->seq && follows_as(entry, trace->seq, trace->before, hash)) {
        memcpy(trace->hash, hash, HASH_SIZE);
        trace->found = search->behind = search->shifted = true; /* shifted: if it is the last */
        trace->found_at = seq;
    }
    if (search->at_place && seq == trace->seq + 1)
        try_renumbered(search, entry, hash);
    search->at_place = seq == trace->seq;
    if (search->at_place)
        memcpy(search->last, hash, HASH_SIZE);
}

int
verify_trace(struct verify *verify, struct trace *trace, int64_t shift, struct err *err)
{
    struct search search = {.trace = trace};
    struct db_value store = db_int(trace->store_id);
    struct chain_entry entry;
    unsigned char hash[HASH_SIZE];
    struct db_stmt *stmt = NULL;
    int more = sql_open(verify->db, &stmt, SQL_LOG_ENTRIES_OF, &store, 1, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1)
        if (verify_entry(stmt, &entry, hash))
            see_row(&search, &entry, shift, hash);
    db_finish(stmt);
    if (more < 0)
        return verify_unreadable(verify, trace->store_id, "log", err);
    if (trace->found && search.shifted && trace->found_at > trace->seq &&
        trace->found_at - trace->seq <= INSERTED) {
        trace->word = "inserted";
        trace->shift = trace->found_at - trace->seq;
    } else if (trace->found) {
        trace->word = "reordered";
        trace->shift = 0;
    }
    return 0;
}
