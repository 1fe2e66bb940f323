/*
 * db: the narrow door to a database. Everything above speaks of values, statements and rows;
 * only db_sqlite.c (and its siblings for other engines) knows an engine.
 *
 * A value is NULL, a 64-bit integer, a text (UTF-8, no NUL inside) or bytes. Statements are SQL text
 * with parameters $1…$n, written by the rules in HACKING.md so that one text runs on every engine.
 * Texts got from a row belong to the statement and live until its next step or finish.
 *
 * One `struct db` is one connection, used by one thread. No function here prints; engine messages
 * are put in the error only behind words of our own.
 */
#ifndef MEDI_DB_DB_H
#define MEDI_DB_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

enum db_type { DB_NULL, DB_INT, DB_TEXT, DB_BYTES };

struct db_value {
    enum db_type type;
    int64_t number;
    const char *text; /* TEXT and BYTES */
    size_t length;
};

struct db_value db_null(void);
struct db_value db_int(int64_t number);
struct db_value db_id(int64_t id);         /* of a row; 0, which is none, becomes DB_NULL */
struct db_value db_text(const char *text); /* NULL becomes DB_NULL */
struct db_value db_textn(const char *text, size_t length);
struct db_value db_bytes(const void *bytes, size_t length); /* NULL becomes DB_NULL */
bool db_value_equal(struct db_value a, struct db_value b);

/* What a tool will do: DB_READ opens read-only; DB_WRITE and DB_ADMIN may write. DB_ADMIN alone may
 * open a database of another schema version or none (init, migrate). */
enum db_mode { DB_NONE, DB_READ, DB_WRITE, DB_ADMIN };

struct db_options {
    int wait_ms; /* how long a busy database is waited for */
    bool create; /* with DB_ADMIN: make the database; an existing one is refused */
    bool
        apart; /* with create: thrown away if anything fails, and synced by whoever makes it: no journal */
    bool any_version; /* whatever its list of migrations says: the caller judges that */
    bool bulk; /* much will be written: large cache, references already checked by the caller */
};

struct db;
struct db_stmt;

/* `url`: a file name, "sqlite:FILE", or "postgresql://…". ERR_DB if it is no medi database
 * or of another schema version than this program (the text names the command to run). */
int db_open(struct db **db, const char *url, enum db_mode mode, const struct db_options *options,
            struct err *err);

/* NULL-safe; rolls back what is open. Its statements are finished before. A database that was made
 * by this connection and is still empty is removed again. */
void db_close(struct db *db);

/* The name of the file, where the database that `url` names is one; else NULL. */
const char *db_file(const char *url);

/* Where the database is, for messages; never a password. */
const char *db_place(const struct db *db);

/* Who the engine says uses this connection; NULL where it knows nobody (a file). Lives as long as
 * the connection. */
const char *db_user(const struct db *db);

/* Several statements without parameters (a migration). */
int db_script(struct db *db, const char *sql, struct err *err);

int db_prepare(struct db *db, struct db_stmt **stmt, const char *sql, struct err *err);
void db_finish(struct db_stmt *stmt); /* NULL-safe */

/* Binds $index (from 1). The bytes must live until the next db_reset, db_bind or db_finish. An index
 * that the text does not use is quietly ignored. */
void db_bind(struct db_stmt *stmt, int index, struct db_value value);

/* 1 a row, 0 done, -1 error. A statement that is done can be bound and stepped again (db_reset
 * first if rows were left). One that writes and gives rows (RETURNING) is reset or finished before
 * the commit. A broken unique or foreign key is -1 with db_conflict() true. */
int db_step(struct db_stmt *stmt, struct err *err);
void db_reset(struct db_stmt *stmt);
bool db_conflict(const struct db_stmt *stmt);
int64_t db_changed(const struct db_stmt *stmt); /* rows that the last step wrote */

int db_column_count(const struct db_stmt *stmt);
const char *db_column_name(const struct db_stmt *stmt, int column);
struct db_value db_get(const struct db_stmt *stmt, int column);  /* columns from 0 */
int64_t db_get_int(const struct db_stmt *stmt, int column);      /* not an INT: 0 */
const char *db_get_text(const struct db_stmt *stmt, int column); /* no TEXT: NULL */
/* The same, kept in the arena beyond the next step. */
const char *db_keep_text(const struct db_stmt *stmt, int column, struct arena *arena);

/* Prepare, bind values[0…count) to $1…$count, step once and finish; for statements without rows. */
int db_run(struct db *db, const char *sql, const struct db_value *values, int count,
           struct err *err);

/*
 * Questions that come from a pack and not from this program. Between db_confine(ms) and db_confine(0) the
 * connection may only read, and a statement that runs longer than `ms` milliseconds is ended (ERR_DB).
 * db_question prepares one as the table of an outer SELECT, so that it can be nothing but one SELECT; its
 * parameters are $1 … $3, all whole numbers, used or not. Inside a transaction, behind a savepoint: a
 * question that fails may end what was begun.
 */
int db_confine(struct db *db, int ms, struct err *err);
int db_question(struct db *db, struct db_stmt **stmt, const char *sql, struct err *err);

/* Transactions. A writer takes the write lock at db_begin, waits at most wait_ms for it, and then
 * is ERR_BUSY with nothing done. Savepoints nest by name. */
/* Where the engine lets several write at once, a writer locks the store that it writes for (and shares the
 * chain's rows with others), or with store 0, the default, everything. Said before db_begin. */
void db_scope(struct db *db, int64_t store_id);

int db_begin(struct db *db, struct err *err);
int db_commit(struct db *db, struct err *err);
void db_rollback(struct db *db);
int db_savepoint(struct db *db, const char *name, struct err *err);
int db_savepoint_release(struct db *db, const char *name, struct err *err);
void db_savepoint_rollback(struct db *db, const char *name); /* and releases it */
bool db_in_transaction(const struct db *db);

/* After an error: whether the same work may be tried again. DB_AGAIN: the engine gave it up for another's
 * sake or the connection was lost before the commit was sent; nothing was done. DB_UNKNOWN: the connection
 * was lost between the commit and its answer: look for what would be there if it was done. */
enum db_again { DB_NOT_AGAIN, DB_AGAIN, DB_UNKNOWN };
enum db_again db_again(const struct db *db);

/* Rows written through this connection since it was opened, also by what was rolled back. */
int64_t db_total_changes(const struct db *db);

/*
 * Indexes that only speed up or guard, not the primary key: suspended before a first load into an
 * empty table, built again after it, both inside the caller's transaction. Resume fails with
 * db-conflict words (ERR_DATA) if a unique index finds equal keys; the transaction must then be
 * rolled back.
 */
int db_indexes_suspend(struct db *db, const char *table, struct err *err);
int db_indexes_resume(struct db *db, const char *table, struct err *err);

/*
 * Being told of every row that is written through this connection, whatever statement writes it and
 * however many at once, so that what must be kept beside the rows (the log, the set hashes) cannot be
 * forgotten by the one who writes a statement. Values are in the order of the table's columns and live
 * until the function returns. Scripts and db_load are told as well; DDL is not, nor is what the log
 * itself is kept in: log, chain, tally, mark, checkpoint; nor what figures are made of, which is derived:
 * fact, fact_client, fact_word, rollup; nor lease and gateway, which tell nothing that lasts.
 *
 * A statement that fails takes its rows back: they count only when `settle` says that they stay. It is
 * called after each statement that told rows. Savepoints and the end of the transaction are told too.
 *
 * Who watches writes too, where nobody waits for an answer: what failed there is asked for by `sound` before
 * each next statement, which fails with it. Else an engine that has given the transaction up would say only so.
 */
struct db_written {
    const char *table;
    int count;                     /* columns */
    const struct db_value *before; /* NULL: inserted */
    const struct db_value *after;  /* NULL: deleted */
};

enum db_moment { DB_SAVEPOINT, DB_RELEASED, DB_BACK, DB_COMMITTED, DB_ROLLED_BACK };

struct db_watch {
    void *context;
    void (*row)(void *context, const struct db_written *row);
    void (*settle)(void *context, bool stay);
    void (*moment)(void *context, enum db_moment moment); /* savepoints nest */
    int (*sound)(void *context, struct err *err);         /* NULL: never fails */
};

/* One at a time; NULL ends it. The structure is copied. */
int db_watch(struct db *db, const struct db_watch *watch, struct err *err);

/* A second one beside who watches, told of the same rows while somebody watches, and of nothing else: also of
 * rows that a statement or a savepoint takes back. One at a time; NULL ends it. */
typedef void db_heard(void *context, const struct db_written *row);
void db_listen(struct db *db, db_heard *heard, void *context);

/* For one who writes rows whose values it knows: while muted, the engine does not tell of rows, which
 * costs it as much as writing some, and db_told does. False: this engine cannot be muted, or nobody
 * watches; then it tells by itself. */
bool db_mute(struct db *db, bool muted);
void db_told(struct db *db, const struct db_written *row);

/* The tables of which nobody is told: those kept by who watches (the log and what belongs to it, facts and
 * rollups), and what does not last (lease, gateway). */
bool db_is_untold(const char *table);

/*
 * Rows in bulk by the engine's own fast way, where it has one (COPY): begin, rows, end. `columns` are those
 * of the table that are given; the watch is told of all of them, NULL for the others, so a table in which
 * others have defaults is none for this. From begin to end no other statement may run. A unique or other
 * rule that is broken shows at the latest in db_load_end, as ERR_DATA with db_load_conflict() true, and
 * without saying which row it was. Values need to live only for the call.
 */
struct db_load;
bool db_can_load(const struct db *db);
int db_load_begin(struct db *db, struct db_load **load, const char *table,
                  const char *const *columns, int count, struct err *err);
int db_load_row(struct db_load *load, const struct db_value *values, struct err *err);
int db_load_end(struct db_load *load, struct err *err); /* frees it in any case */
void db_load_abort(struct db_load *load);               /* NULL-safe */
bool db_load_conflict(const struct db *db);             /* of the last db_load_end */

/* The engine's own integrity check and foreign-key check: calls `found` once a finding. */
typedef int db_found(void *context, const char *what, struct err *err);
int db_check(struct db *db, db_found *found, void *context, struct err *err);

/* The schema as the engine keeps it: a text a thing (table, index, trigger, view), in a fixed order, through
 * `found`. None where the engine rewords what it was given (PostgreSQL). */
int db_shape(struct db *db, db_found *found, void *context, struct err *err);

/* The catalogue: the columns of a table in order, through `column`. 0 columns: no such table. */
struct db_column {
    const char *name;
    const char *type; /* INTEGER, TEXT or BLOB */
    bool not_null;
    int key; /* place in the primary key from 1, or 0 */
};
typedef int db_column_seen(void *context, const struct db_column *column, struct err *err);
int db_columns(struct db *db, const char *table, db_column_seen *column, void *context,
               struct err *err);

/* The columns of all tables that refer, alone, to the id of that table: through `seen`, in the order of
 * tables. */
typedef int db_reference_seen(void *context, const char *table, const char *column,
                              struct err *err);
int db_references(struct db *db, const char *table, db_reference_seen *seen, void *context,
                  struct err *err);

#endif
