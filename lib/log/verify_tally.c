/* What is kept beside the chains: the hash of each table, and that there are marks of no others. */
#include <string.h>

#include "db/sql.h"
#include "log/verify_private.h"

static int
tell(struct verify *verify, int64_t store_id, const char *name, const char *finding, bool warning,
     const char *detail, struct err *err)
{
    const struct verify_at at = {store_id, "tally", arena_printf(&verify->words, "tally %s", name),
                                 finding, warning};
    return verify_tell(verify, &at, err, "%s", detail);
}

/* 1 it is as the log holds it, 0 it is not and that was told, -1. */
static int
judge(struct verify *verify, const struct db_stmt *stmt, struct err *err)
{
    struct multiset set;
    const char *name;
    struct db_value state = db_get(stmt, 3);
    int64_t store_id = db_get_int(stmt, 0);
    bool whole = verify_text(stmt, 1, false, &name) && state.type == DB_BYTES &&
                 state.length == MULTISET_SIZE;
    name = arena_strdup(&verify->words, name);
    if (!whole)
        return tell(verify, store_id, name, "malformed", false,
                    _("no hash of a table is of that size"), err);
    multiset_read(&set, (const unsigned char *)state.text, db_get_int(stmt, 2));
    if (!held_find(verify->held, name, store_id))
        return tell(verify, store_id, name, "added", true,
                    _("no entry of the log speaks of such a table"), err);
    if (!held_is(verify->held, name, store_id, &set))
        return tell(verify, store_id, name, "changed", false,
                    _("it is not the hash that the log holds"), err);
    return 1;
}

/* Tables of which the log speaks, but whose hash is gone. */
static int
find_missing(struct verify *verify, struct err *err)
{
    struct db_stmt *stmt;
    for (const struct held_set *set = NULL; (set = held_next(verify->held, set));) {
        const char *name = verify->tables.tables[set->table].name;
        struct db_value values[] = {db_int(set->store_id), db_text(name)};
        int found = sql_first(verify->db, &stmt, SQL_LOG_TALLY_GET, values, 2, err);
        if (found < 0)
            return -1;
        if (found)
            db_finish(stmt);
        else if (tell(verify, set->store_id, name, "missing", false,
                      _("the hash of the table is not kept any more"), err) < 0)
            return -1;
    }
    return 0;
}

static int
find_strange_marks(struct verify *verify, struct err *err)
{
    struct db_stmt *stmt = NULL;
    const char *name;
    int more = sql_open(verify->db, &stmt, SQL_LOG_MARK_STRANGE, NULL, 0, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        verify_text(stmt, 1, false, &name);
        const struct verify_at at = {db_get_int(stmt, 0), "mark",
                                     arena_printf(&verify->words, "mark %s", name), "added", true};
        more =
            verify_tell(verify, &at, err, "%s", _("marks of rows of which nothing else is known"));
    }
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

int
verify_tallies(struct verify *verify, struct err *err)
{
    struct db_stmt *stmt = NULL;
    int64_t known = 0, held = 0;
    int more = sql_open(verify->db, &stmt, SQL_LOG_TALLY_ALL, NULL, 0, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        more = judge(verify, stmt, err);
        known += more == 1;
    }
    db_finish(stmt);
    for (const struct held_set *set = NULL; (set = held_next(verify->held, set));)
        held++;
    if (more < 0 || (known < held && find_missing(verify, err) < 0) ||
        find_strange_marks(verify, err) < 0)
        return verify_unreadable(verify, -1, "tally", err);
    return 0;
}
