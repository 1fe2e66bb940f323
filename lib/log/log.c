#include "log/log.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/cipher.h"
#include "base/codec.h"
#include "db/describe.h"
#include "db/sql.h"
#include "log/chain.h"
#include "log/sets.h"

enum { RUN_BYTES = 16 };

struct log {
    struct db *db;
    struct arena arena;
    struct sets *sets;
    const char *run;
    const char *identity; /* NULL until it is asked for */
};

int
log_open(struct log **out, struct db *db, struct err *err)
{
    unsigned char run[RUN_BYTES];
    struct log *log = mem_alloc(sizeof *log);
    *log = (struct log){.db = db, .sets = sets_new(db)};
    arena_init(&log->arena);
    random_bytes(run, sizeof run);
    log->run = hex_encode(&log->arena, run, sizeof run);
    const struct db_watch watch = {log->sets, sets_row, sets_settle, sets_moment, sets_sound};
    if (db_watch(db, &watch, err) < 0) {
        log_close(log);
        return -1;
    }
    *out = log;
    return 0;
}

void
log_close(struct log *log)
{
    struct err ignored;
    if (!log)
        return;
    db_watch(log->db, NULL, &ignored);
    sets_free(log->sets);
    arena_release(&log->arena);
    free(log);
}

const char *
log_run(const struct log *log)
{
    return log->run;
}

int
log_has_run(struct db *db, const char *run, bool *has, struct err *err)
{
    struct db_value value = db_text(run);
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_LOG_RUN_HAS, &value, 1, err);
    *has = found == 1;
    if (found == 1)
        db_finish(stmt);
    return found < 0 ? -1 : 0;
}

bool
log_is_settled(const struct log *log)
{
    return sets_is_clean(log->sets);
}

/* ---- an entry ------------------------------------------------------------------------------------ */

static int
read_identity(struct log *log, struct err *err)
{
    struct db_stmt *stmt;
    if (log->identity)
        return 0;
    int found = sql_first(log->db, &stmt, SQL_LOG_IDENTITY, NULL, 0, err);
    if (found == 0)
        return err_set(err, ERR_DB, _("%s: has no identity; it is damaged"), db_place(log->db));
    if (found < 0)
        return -1;
    log->identity = arena_strdup(&log->arena, db_get_text(stmt, 0));
    db_finish(stmt);
    return 0;
}

/* The hash that the next entry follows, and the number of the last; its chain is locked. */
static int
take_chain(struct log *log, int64_t store_id, int64_t *seq, unsigned char hash[HASH_SIZE],
           struct err *err)
{
    struct db_value values[] = {db_int(store_id), db_bytes("", 0)};
    struct db_stmt *stmt;
    if (read_identity(log, err) < 0 ||
        sql_first(log->db, &stmt, SQL_LOG_CHAIN_NEXT, values, 2, err) != 1)
        return -1;
    struct db_value before = db_get(stmt, 1);
    bool whole = before.length == HASH_SIZE;
    *seq = db_get_int(stmt, 0);
    if (*seq == 0)
        chain_begin(hash, log->identity, store_id);
    else if (whole)
        memcpy(hash, before.text, HASH_SIZE);
    db_finish(stmt);
    if (*seq == 0 || whole)
        return 0;
    return err_set(err, ERR_DB,
                   _("%s: the end of a chain of the log is damaged; see: medi-audit verify"),
                   db_place(log->db));
}

static int
put_entry(struct log *log, const struct chain_entry *entry, const unsigned char hash[HASH_SIZE],
          struct err *err)
{
    struct db_value values[] = {
        db_int(entry->store_id), db_int(entry->seq),     db_int(entry->at),
        db_text(entry->actor),   db_text(entry->tool),   db_text(entry->verb),
        db_text(entry->subject), db_text(entry->detail), db_text(entry->changes),
        db_text(entry->sets),    db_text(entry->run),    db_bytes(hash, HASH_SIZE),
    };
    struct db_value end[] = {values[0], values[1], values[11]};
    if (sql_run(log->db, SQL_LOG_ENTRY_PUT, values, 12, NULL, err) < 0)
        return -1;
    return sql_run(log->db, SQL_LOG_CHAIN_PUT, end, 3, NULL, err);
}

static int
add_to(struct log *log, int64_t store_id, const struct log_entry *words, struct err *err)
{
    struct str lines = STR_INIT, changes = STR_INIT;
    unsigned char hash[HASH_SIZE];
    struct chain_entry entry = {
        .store_id = store_id,
        .at = words->at,
        .actor = words->actor,
        .tool = words->tool,
        .verb = words->verb,
        .subject = words->subject,
        .detail = words->detail,
        .run = log->run,
    };
    int result = take_chain(log, store_id, &entry.seq, hash, err);
    if (result == 0)
        result = sets_flush(log->sets, store_id, &lines, &changes, err);
    if (result == 0) {
        entry.seq++;
        entry.sets = lines.text;
        entry.changes = changes.length ? changes.text : NULL;
        chain_next(hash, &entry);
        result = put_entry(log, &entry, hash, err);
    }
    str_release(&lines);
    str_release(&changes);
    return result;
}

/* Chains are taken in the order of their stores, as by all writers, so that none waits in a circle. */
int
log_add(struct log *log, const struct log_entry *entry, struct err *err)
{
    int64_t own = entry->store_id, store_id = sets_next_store(log->sets, -1);
    if (own == LOG_WHERE_WRITTEN)
        own = store_id < 0 ? 0 : store_id;
    for (; store_id >= 0; store_id = sets_next_store(log->sets, store_id)) {
        if (own >= 0 && own < store_id && add_to(log, own, entry, err) < 0)
            return -1;
        own = own <= store_id ? -1 : own;
        if (add_to(log, store_id, entry, err) < 0)
            return -1;
    }
    return own < 0 ? 0 : add_to(log, own, entry, err);
}

/* ---- counting anew --------------------------------------------------------------------------------- */

int
log_recount(struct log *log, struct err *err)
{
    struct description all;
    describe_schema(&log->arena, &all);
    if (sql_run(log->db, SQL_LOG_TALLY_CLEAR, NULL, 0, NULL, err) < 0 ||
        sql_run(log->db, SQL_LOG_MARK_CLEAR, NULL, 0, NULL, err) < 0)
        return -1;
    for (int i = 0; i < all.count; i++)
        if (!db_is_untold(all.tables[i].name) &&
            sets_recount(log->sets, all.tables[i].name, err) < 0)
            return -1;
    return 0;
}
