/* Every chain from its first entry to its last. */
#include <string.h>

#include "db/sql.h"
#include "log/verify_private.h"

/* How often it is worth reading a chain once more to find where an entry has gone; hashes that were seen of
 * late. */
enum { TRACES = 4, STRAYS = 8 };

struct walk {
    struct verify *verify;
    int64_t store_id; /* -1: none yet */
    int64_t seq;      /* of the entry that should come next */
    int64_t shift;    /* how far the numbers that are shown are ahead of those in the hashes */
    unsigned char hash[HASH_SIZE];           /* of the entry before */
    unsigned char strays[STRAYS][HASH_SIZE]; /* of entries that were not where they should be */
    int stray_count, traces;
    int64_t findings;
};

static int
tell(struct walk *walk, int64_t seq, const char *finding, const char *detail, struct err *err)
{
    struct verify *verify = walk->verify;
    struct verify_at at = {walk->store_id, "log", NULL, finding, false};
    if (walk->findings++ >= VERIFY_MOST)
        return 0;
    at.place = arena_printf(&verify->words, "entry %lld", (long long)seq);
    return verify_tell(verify, &at, err, "%s", detail);
}

static void
add_stray(struct walk *walk, const unsigned char hash[HASH_SIZE])
{
    memcpy(walk->strays[walk->stray_count++ % STRAYS], hash, HASH_SIZE);
}

/* Whether the entry, under its own number, follows `before`: then that is its hash. */
static bool
follows(const struct walk *walk, const struct chain_entry *entry,
        const unsigned char before[HASH_SIZE], const unsigned char hash[HASH_SIZE])
{
    unsigned char made[HASH_SIZE];
    struct chain_entry own = *entry;
    own.seq -= walk->shift;
    memcpy(made, before, HASH_SIZE);
    chain_next(made, &own);
    return memcmp(made, hash, HASH_SIZE) == 0;
}

static bool
follows_stray(const struct walk *walk, const struct chain_entry *entry,
              const unsigned char hash[HASH_SIZE])
{
    int count = walk->stray_count < STRAYS ? walk->stray_count : STRAYS;
    for (int i = 0; i < count; i++)
        if (follows(walk, entry, walk->strays[i], hash))
            return true;
    return false;
}

static const char *
words_for(const char *word)
{
    if (strcmp(word, "inserted") == 0)
        return _("it was put between; those behind it were renumbered");
    if (strcmp(word, "missing") == 0)
        return _("it was taken out; those behind it were renumbered");
    if (strcmp(word, "reordered") == 0)
        return _("its place is taken by another entry of the chain");
    return _("its hash is not that of its fields behind the entry before it; or that one was "
             "hashed anew");
}

/* The entry does not follow. The next one may follow it by the hash that it has, by the one that it should
 * have, or by that of the entry whose place it took. */
static int
wrong_entry(struct walk *walk, const struct chain_entry *entry, const unsigned char hash[HASH_SIZE],
            bool whole, struct err *err)
{
    struct trace trace = {
        .store_id = walk->store_id, .seq = entry->seq - walk->shift, .word = "changed"};
    unsigned char made[HASH_SIZE];
    if (!whole)
        return tell(walk, entry->seq, "malformed",
                    _("one of its fields is of a type or size that no entry has"), err);
    memcpy(trace.before, walk->hash, HASH_SIZE);
    if (walk->traces++ < TRACES && verify_trace(walk->verify, &trace, walk->shift, err) < 0)
        return -1;
    struct chain_entry own = *entry;
    own.seq -= walk->shift;
    memcpy(made, walk->hash, HASH_SIZE);
    chain_next(made, &own);
    add_stray(walk, made);
    add_stray(walk, hash);
    if (trace.found) {
        add_stray(walk, trace.hash);
        add_stray(walk, trace.before);
    }
    walk->shift += trace.shift;
    return tell(walk, entry->seq, trace.word, words_for(trace.word), err);
}

static int
tell_gap(struct walk *walk, int64_t next, struct err *err)
{
    int64_t missing = next - walk->seq;
    const char *detail =
        arena_printf(&walk->verify->arena, _("%lld entries are not there, from this one on"),
                     (long long)missing);
    return tell(walk, walk->seq, "missing", missing == 1 ? "" : detail, err);
}

static int
see_entry(struct walk *walk, const struct chain_entry *entry, const unsigned char hash[HASH_SIZE],
          bool whole, struct err *err)
{
    bool gap = whole && entry->seq > walk->seq;
    walk->verify->count->entries++;
    if (whole && entry->seq < walk->seq)
        return tell(walk, entry->seq, "inserted", _("no entry has such a number"), err);
    if (gap && tell_gap(walk, entry->seq, err) < 0)
        return -1;
    /* of an entry behind a gap nothing can be said: the one that it follows is gone */
    bool right = whole && (gap || follows(walk, entry, walk->hash, hash) ||
                           follows_stray(walk, entry, hash));
    if (!right && wrong_entry(walk, entry, hash, whole, err) < 0)
        return -1;
    if (!held_take(walk->verify->held, entry->store_id, entry->seq, entry->sets) &&
        tell(walk, entry->seq, "malformed",
             _("what it says of tables is not as the tools write it"), err) < 0)
        return -1;
    memcpy(walk->hash, hash, HASH_SIZE);
    walk->seq = (whole ? entry->seq : walk->seq) + 1;
    return 0;
}

/* ---- a chain begins and ends ------------------------------------------------------------------- */

static int
tell_end(struct walk *walk, int64_t seq, bool same, struct err *err)
{
    struct verify *verify = walk->verify;
    struct verify_at at = {walk->store_id, "chain", NULL, "changed", false};
    int64_t last = walk->seq - 1;
    if (seq > last) {
        const char *detail =
            arena_printf(&verify->arena, _("the chain went on to entry %lld"), (long long)seq);
        return tell(walk, walk->seq, "truncated", detail, err);
    }
    if (seq < last)
        return verify_tell(verify, &at, err, _("says that the last entry is %lld; it is %lld"),
                           (long long)seq, (long long)last);
    if (!same)
        return verify_tell(verify, &at, err, "%s", _("its hash is not that of the last entry"));
    return 0;
}

static int
end_chain(struct walk *walk, struct err *err)
{
    struct verify *verify = walk->verify;
    struct verify_at at = {walk->store_id, "log", NULL, "changed", false};
    struct db_value store = db_int(walk->store_id);
    struct db_stmt *stmt;
    if (walk->store_id < 0)
        return 0;
    if (walk->findings > VERIFY_MOST &&
        verify_tell(verify, &at, err, _("and %lld more of its entries"),
                    (long long)(walk->findings - VERIFY_MOST)) < 0)
        return -1;
    walk->findings = 0;
    int found = sql_first(verify->db, &stmt, SQL_LOG_CHAIN_GET, &store, 1, err);
    if (found < 0)
        return verify_unreadable(verify, walk->store_id, "chain", err);
    if (found == 0) {
        at.subject = "chain";
        at.finding = "missing";
        return verify_tell(verify, &at, err, "%s", _("the end of the chain is not kept"));
    }
    struct db_value hash = db_get(stmt, 1);
    bool same = hash.type == DB_BYTES && hash.length == HASH_SIZE &&
                memcmp(hash.text, walk->hash, HASH_SIZE) == 0;
    int64_t seq = db_get_int(stmt, 0);
    db_finish(stmt);
    return tell_end(walk, seq, same, err);
}

static void
begin_chain(struct walk *walk, int64_t store_id)
{
    struct verify *verify = walk->verify;
    *walk = (struct walk){.verify = verify, .store_id = store_id, .seq = 1};
    chain_begin(walk->hash, verify->identity, store_id);
    verify->count->chains++;
}

static int
walk_all(struct walk *walk, struct db_stmt *stmt, struct err *err)
{
    struct chain_entry entry;
    unsigned char hash[HASH_SIZE];
    int more;
    while ((more = db_step(stmt, err)) == 1) {
        bool whole = verify_entry(stmt, &entry, hash);
        if (entry.store_id != walk->store_id) {
            if (end_chain(walk, err) < 0)
                return -1;
            begin_chain(walk, entry.store_id);
        }
        if (see_entry(walk, &entry, hash, whole, err) < 0)
            return -1;
    }
    if (more < 0)
        return verify_unreadable(walk->verify, walk->store_id, "log", err);
    return end_chain(walk, err);
}

/* Chains of which not one entry is left. */
static int
find_idle(struct verify *verify, struct err *err)
{
    struct verify_at at = {-1, "log", "entry 1", "truncated", false};
    struct db_stmt *stmt = NULL;
    int more = sql_open(verify->db, &stmt, SQL_LOG_CHAIN_IDLE, NULL, 0, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        at.store_id = db_get_int(stmt, 0);
        more = verify_tell(verify, &at, err, _("the chain went on to entry %lld"),
                           (long long)db_get_int(stmt, 1));
    }
    db_finish(stmt);
    return more < 0 ? verify_unreadable(verify, -1, "chain", err) : 0;
}

int
verify_chains(struct verify *verify, struct err *err)
{
    struct walk walk = {.verify = verify, .store_id = -1};
    struct db_stmt *stmt = NULL;
    if (sql_open(verify->db, &stmt, SQL_LOG_ENTRIES, NULL, 0, err) < 0)
        return verify_unreadable(verify, -1, "log", err);
    int result = walk_all(&walk, stmt, err);
    db_finish(stmt);
    return result < 0 ? -1 : find_idle(verify, err);
}
