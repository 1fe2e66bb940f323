/* Transactions and locks, scripts, and the table of the driver. */
#include "db/db_postgres.h"

#include <string.h>

enum { WAIT_LEAST = 5000 }; /* milliseconds */

static struct postgres_db *
self(const struct db *db)
{
    return (struct postgres_db *)db;
}

/* What was prepared before a script may see other tables after it. */
static int
postgres_script(struct db *db, const char *sql, struct err *err)
{
    struct str text = STR_INIT;
    postgres_translate(&text, sql);
    int result = postgres_watch_writes(self(db), err);
    if (result == 0)
        result = postgres_exec(self(db), text.text, NULL, err);
    str_release(&text);
    self(db)->generation++;
    return result;
}

/* ---- locks ---------------------------------------------------------------------------------------
 *
 * Writers wait for each other before their snapshot is taken, so that what they waited for is what they
 * see. The locks are advisory: who writes for everything holds (key, 0) alone; who writes for a store
 * shares it with others of his kind and holds (key, store) alone, and is SERIALIZABLE, since the others may
 * write what all stores share. Who is alone needs a snapshot and no more. SERIALIZABLE would harm him:
 * beside one long transaction, be it in another database of the server, what hundreds of short ones read is
 * kept in summary, and by that the server refuses whoever writes the rows that they wrote, at every try.
 */

/* The second number of a store's lock. Two stores that share one wait without need, and no more. */
static int
store_lock(int64_t store_id)
{
    int number = (int)(store_id % INT32_MAX);
    return number ? number : INT32_MAX;
}

/* Waits as long as the caller said. Every other lock is waited for a while in any case: the server
 * itself takes some, for moments, which are nobody's work. A failure undoes the setting. */
int
postgres_lock(struct postgres_db *db, int64_t store_id, struct err *err)
{
    int wait_ms = db->base.options.wait_ms > 0 ? db->base.options.wait_ms : 1; /* 0 is for ever */
    int key = db->lock_key;
    char locks[128];
    if (store_id == 0)
        snprintf(locks, sizeof locks, "pg_advisory_lock(%d, 0)", key);
    else
        snprintf(locks, sizeof locks, "pg_advisory_lock_shared(%d, 0), pg_advisory_lock(%d, %d)",
                 key, key, store_lock(store_id));
    return postgres_execf(db, err, "SET lock_timeout = %d; SELECT %s; SET lock_timeout = %d",
                          wait_ms, locks, postgres_wait(db));
}

int
postgres_wait(const struct postgres_db *db)
{
    int wait_ms = db->base.options.wait_ms;
    return wait_ms > WAIT_LEAST ? wait_ms : WAIT_LEAST;
}

static const char *
unlocking(const struct postgres_db *db)
{
    return db->locked ? "; SELECT pg_advisory_unlock_all()" : "";
}

/* ---- transactions ---------------------------------------------------------------------------- */

/* Whether the server has hung up without being asked, as far as can be known without asking it. What it said
 * last is read by the first call, and that it is gone by the second. */
static bool
is_gone(struct postgres_db *db)
{
    const struct postgres_api *pq = &db->pq;
    for (int i = 0; i < 2 && !db->gone; i++) {
        bool heard = pq->PQconsumeInput(db->conn);
        pq->PQisBusy(db->conn); /* looks at what was read: see receive_notice */
        db->gone = db->gone || !heard || pq->PQstatus(db->conn) != CONNECTION_OK;
    }
    return db->gone;
}

/* Where no other command can carry it. */
static void
unlock(struct postgres_db *db)
{
    struct err ignored;
    if (db->locked && !is_gone(db))
        postgres_exec(db, "SELECT pg_advisory_unlock_all()", NULL, &ignored);
    db->locked = false;
}

static int
begin_write(struct postgres_db *db, struct err *err)
{
    const char *begin = db->base.scope == 0 ? "BEGIN ISOLATION LEVEL REPEATABLE READ"
                                            : "BEGIN ISOLATION LEVEL SERIALIZABLE";
    db->locked = !db->making; /* the first of two locks is kept when the second fails */
    if ((db->making || postgres_lock(db, db->base.scope, err) == 0) &&
        postgres_exec(db, begin, NULL, err) == 0)
        return 0;
    unlock(db);
    return -1;
}

/* Nothing was done yet, and so a connection that was lost is made again. */
static int
postgres_begin(struct db *base, struct err *err)
{
    struct postgres_db *db = self(base);
    if (postgres_quiet(db, err) != 0)
        return -1;
    if (is_gone(db) && (db->making ? postgres_fail(db, NULL, err) : postgres_again(db, err)) != 0)
        return -1;
    int result =
        base->mode == DB_READ
            ? postgres_exec(db, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", NULL, err)
            : begin_write(db, err);
    if (result != 0 && db->gone)
        base->again = DB_AGAIN;
    return result;
}

/* COMMIT in a transaction that has failed is answered by ROLLBACK. A connection that is lost behind
 * the answer changes nothing. */
static int
postgres_commit(struct db *base, struct err *err)
{
    struct postgres_db *db = self(base);
    char tag[POSTGRES_TAG], sql[96];
    if (postgres_quiet(db, err) != 0)
        return -1;
    if (is_gone(db))
        return postgres_fail(db, NULL, err);
    if (db->misfit)
        return err_set(
            err, ERR_DB,
            _("%s: a table was altered, and its rows written, in one transaction; nothing of "
              "it was written"),
            base->place);
    snprintf(sql, sizeof sql, "COMMIT%s", unlocking(db));
    db->committing = true;
    int result = postgres_exec(db, sql, tag, err);
    db->committing = false;
    if (strcmp(tag, "COMMIT") == 0) {
        db->locked = false;
        return 0;
    }
    unlock(db); /* a commit that is refused has ended the transaction as well */
    if (result != 0)
        return -1;
    return err_set(
        err, ERR_DB,
        _("%s: an earlier statement of this transaction failed; nothing of it was written"),
        base->place);
}

static void
postgres_rollback(struct db *base)
{
    struct postgres_db *db = self(base);
    struct err ignored;
    char sql[128];
    if (db->reading)
        postgres_cut(db->reading);
    snprintf(sql, sizeof sql, "ROLLBACK%s; %s", unlocking(db), postgres_watch_setting(db));
    postgres_exec(db, sql, NULL, &ignored);
    db->locked = false;
    db->misfit = false;
}

static bool
postgres_in_transaction(const struct db *db)
{
    return self(db)->inside;
}

static int64_t
postgres_total_changes(const struct db *db)
{
    return self(db)->total;
}

static int
postgres_savepoint(struct db *db, enum savepoint_do what, const char *name, struct err *err)
{
    static const struct {
        const char *first, *second;
    } words[] = {
        [SAVEPOINT_SET] = {"SAVEPOINT ", NULL},
        [SAVEPOINT_RELEASE] = {"RELEASE ", NULL},
        [SAVEPOINT_BACK] = {"ROLLBACK TO ", "; RELEASE "},
    };
    struct str sql = STR_INIT;
    str_adds(&sql, words[what].first);
    postgres_add_name(&sql, name);
    if (words[what].second) {
        str_adds(&sql, words[what].second);
        postgres_add_name(&sql, name);
        str_addf(&sql, "; %s", postgres_watch_setting(self(db))); /* it may have been set since */
    }
    int result = postgres_exec(self(db), sql.text, NULL, err);
    str_release(&sql);
    return result;
}

/* What the server says, which may stand behind a pool that has its own idea. */
static const char *
postgres_user(const struct db *db)
{
    const struct postgres_db *own = (const struct postgres_db *)db;
    const char *user = own->pq.PQparameterStatus(own->conn, "session_authorization");
    return user && *user ? user : own->pq.PQuser(own->conn);
}

const struct driver driver_postgres = {
    .open = postgres_open,
    .close = postgres_close,
    .tables = postgres_tables,
    .script = postgres_script,
    .user = postgres_user,
    .prepare = postgres_prepare,
    .finish = postgres_finish,
    .bind = postgres_bind,
    .confine = postgres_confine,
    .question_head = "SELECT q.* FROM (",
    .question_tail =
        "\n) AS q WHERE CAST($1 AS BIGINT) IS NOT NULL AND CAST($2 AS BIGINT) IS NOT NULL "
        "AND CAST($3 AS BIGINT) IS NOT NULL",
    .step = postgres_step,
    .reset = postgres_reset,
    .column_count = postgres_column_count,
    .column_name = postgres_column_name,
    .get = postgres_get,
    .begin = postgres_begin,
    .commit = postgres_commit,
    .rollback = postgres_rollback,
    .savepoint = postgres_savepoint,
    .in_transaction = postgres_in_transaction,
    .total_changes = postgres_total_changes,
    .indexes = postgres_indexes,
    .index_drop = postgres_index_drop,
    .index_build = postgres_index_build,
    .watch = postgres_watch,
    .mute = postgres_mute,
    .adopt = postgres_adopt,
    .load_begin = postgres_load_begin,
    .load_row = postgres_load_row,
    .load_end = postgres_load_end,
    .load_abort = postgres_load_abort,
    .check = postgres_check,
    .columns = postgres_columns,
    .references = postgres_references,
};
