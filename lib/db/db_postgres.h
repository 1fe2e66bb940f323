/*
 * The PostgreSQL driver's own: shared by the db_postgres*.c files only.
 *
 * db_postgres.c keeps transactions and locks; db_postgres_load.c loads libpq; db_postgres_open.c
 * connects and looks whose database it is; db_postgres_wire.c sends and receives; db_postgres_plan.c
 * prepares statements, db_postgres_stmt.c runs them, db_postgres_rows.c keeps their rows,
 * db_postgres_value.c knows their types; db_postgres_scan.c reads SQL texts and turns a migration into
 * PostgreSQL's spelling; db_postgres_catalog.c reads the catalogue; db_postgres_check.c checks;
 * db_postgres_watch.c tells of written rows; db_postgres_copy.c loads rows in bulk;
 * db_postgres_error.c turns SQLSTATEs into words.
 *
 * One thing shapes it all: a connection carries one command at a time, but callers run statements
 * while they read the rows of another. Rows are streamed one by one (a result of five million takes no
 * memory), and the statement that streams holds the wire; whoever else needs the wire first has the
 * rest of its rows read into a queue that goes to a temporary file when it grows (postgres_quiet).
 * Measured against cursors, with which rows come in portions: a point look-up outside
 * a transaction is one round trip instead of four (58 µs of client CPU against 364 µs), and a million
 * rows take 0.82 s against 0.77 s of client CPU, and half the time.
 */
#ifndef MEDI_DB_DB_POSTGRES_H
#define MEDI_DB_DB_POSTGRES_H

#include <libpq-fe.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/str.h"
#include "db/driver.h"

/* ---- libpq, loaded on demand ----------------------------------------------------------------- */

#define POSTGRES_LIBRARY "libpq.so.5"

#define POSTGRES_API(X)                                                                            \
    X(PQclear)                                                                                     \
    X(PQcmdStatus)                                                                                 \
    X(PQcmdTuples)                                                                                 \
    X(PQconnectPoll)                                                                               \
    X(PQconnectStartParams)                                                                        \
    X(PQconnectdbParams)                                                                           \
    X(PQconninfoFree)                                                                              \
    X(PQconninfoParse)                                                                             \
    X(PQconsumeInput)                                                                              \
    X(PQenterPipelineMode)                                                                         \
    X(PQerrorMessage)                                                                              \
    X(PQexitPipelineMode)                                                                          \
    X(PQfinish)                                                                                    \
    X(PQfname)                                                                                     \
    X(PQfreemem)                                                                                   \
    X(PQftype)                                                                                     \
    X(PQgetResult)                                                                                 \
    X(PQgetisnull)                                                                                 \
    X(PQgetlength)                                                                                 \
    X(PQgetvalue)                                                                                  \
    X(PQisBusy)                                                                                    \
    X(PQnfields)                                                                                   \
    X(PQnparams)                                                                                   \
    X(PQntuples)                                                                                   \
    X(PQparameterStatus)                                                                           \
    X(PQparamtype)                                                                                 \
    X(PQpingParams)                                                                                \
    X(PQpipelineSync)                                                                              \
    X(PQputCopyData)                                                                               \
    X(PQputCopyEnd)                                                                                \
    X(PQreset)                                                                                     \
    X(PQresultErrorField)                                                                          \
    X(PQresultStatus)                                                                              \
    X(PQsendDescribePrepared)                                                                      \
    X(PQsendPrepare)                                                                               \
    X(PQsendQuery)                                                                                 \
    X(PQsendQueryPrepared)                                                                         \
    X(PQsetErrorVerbosity)                                                                         \
    X(PQsetNoticeReceiver)                                                                         \
    X(PQsetSingleRowMode)                                                                          \
    X(PQsocket)                                                                                    \
    X(PQstatus)                                                                                    \
    X(PQtransactionStatus)                                                                         \
    X(PQuser)

struct postgres_api {
#define X(name) __typeof__(name) *name;
    POSTGRES_API(X)
#undef X
};

/* ERR_DB if the library is not installed or too old. It stays loaded until the process ends. */
int postgres_load(struct postgres_api *pq, const char *library, struct err *err);

/* ---- the connection -------------------------------------------------------------------------- */

enum { POSTGRES_STATE = 6 }; /* a SQLSTATE and its NUL */

struct postgres_plan;
struct postgres_stmt;
struct postgres_copy;

struct postgres_db {
    struct db base;
    struct postgres_api pq;
    PGconn *conn;
    int lock_key; /* the first number of our advisory locks: one for each schema */
    bool locked;  /* holds advisory locks that the end of the transaction gives back */
    bool making; /* holds the lock on all until it is closed: two inits at once make one database */
    bool inside; /* a transaction block, as of the last answer */
    bool committing;
    bool gone;    /* the server has said that it ends the connection */
    bool muted;   /* see db_mute */
    bool telling; /* the triggers do, as this session is set; see db_postgres_watch.c */
    bool misfit;  /* the watch was told of a row that it cannot read: see db_postgres_watch.c */
    char state[POSTGRES_STATE]; /* the SQLSTATE of the last failure, or "" */
    int64_t total;
    struct postgres_plan *plans;
    unsigned plan_count;
    unsigned generation;           /* of plans: those from before a script are not used again */
    struct postgres_stmt *reading; /* whose rows are still on the wire */
    struct postgres_copy *loading;
};

/* Connects, makes the settings, and finds the schema; also again after the connection was lost. */
int postgres_open(struct db **out, const char *url, enum db_mode mode,
                  const struct db_options *options, struct err *err);
int postgres_again(struct postgres_db *db, struct err *err);
void postgres_close(struct db *db);

/* What was connected to says that it is medi's: a comment on the table `migration`. */
#define POSTGRES_MARK "medi database 6d656469"

/* Takes the advisory locks of who writes for a store, or (0) for everything. */
int postgres_lock(struct postgres_db *db, int64_t store_id, struct err *err);
/* The milliseconds that any other lock is waited for. */
int postgres_wait(const struct postgres_db *db);

/* ---- the wire -------------------------------------------------------------------------------- */

/* Makes the wire free: the rows that are still on it are read into their statement's queue. */
int postgres_quiet(struct postgres_db *db, struct err *err);

/* Where the connection stands once an answer is complete. */
void postgres_settled(struct postgres_db *db);

/* Statements without parameters, and no rows that matter; the first failure ends them. `tag`, if it is
 * not NULL, gets the command tag of the first that was done ("COMMIT"), else "". */
enum { POSTGRES_TAG = 64 };
int postgres_exec(struct postgres_db *db, const char *sql, char tag[POSTGRES_TAG], struct err *err);
int postgres_execf(struct postgres_db *db, struct err *err, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Adds the rows that a command wrote to the connection's; they are returned. */
int64_t postgres_written(struct postgres_db *db, PGresult *result);

/* `name` as an identifier in SQL. */
void postgres_add_name(struct str *sql, const char *name);

/* Words for a result that is no success, or (NULL) for a connection that is lost; -1. */
int postgres_fail(struct postgres_db *db, const PGresult *result, struct err *err);
bool postgres_is_conflict(const char *state);
/* The first line of what libpq or the server says, without its place. */
void postgres_first_line(struct str *out, const char *message);

/* ---- values ---------------------------------------------------------------------------------- */

enum postgres_type { /* the OIDs of those that medi meets; they are fixed */
                     PG_BOOL = 16,
                     PG_BYTEA = 17,
                     PG_CHAR = 18,
                     PG_NAME = 19,
                     PG_INT8 = 20,
                     PG_INT2 = 21,
                     PG_INT4 = 23,
                     PG_TEXT = 25,
                     PG_OID = 26,
                     PG_UNKNOWN = 705,
                     PG_BPCHAR = 1042,
                     PG_VARCHAR = 1043,
                     PG_NUMERIC = 1700,
};

/* A binary value of type `type`; bytes and text are views. False: a type or number that medi has not. */
bool postgres_decode(Oid type, const char *bytes, int length, struct db_value *value);

/* A parameter as libpq wants it: binary where its type is known, else text. `room` holds numbers; a text that
 * must end with NUL is put into `copies`. False: a value of another type. */
struct postgres_param {
    const char *bytes; /* NULL: NULL */
    int length;
    int format;
    char room[24];
    char *copy;
};
bool postgres_encode(struct postgres_param *param, Oid type, struct db_value value);

void postgres_put_int32(char out[4], int32_t number);
void postgres_put_int64(char out[8], int64_t number);
bool postgres_parse_int(const char *text, size_t length, int64_t *number);

/* ---- SQL texts ------------------------------------------------------------------------------- */

enum { POSTGRES_PARAMS = 9999 };

struct postgres_scanned {
    bool reads;      /* begins with SELECT */
    int params;      /* the highest n of $n */
    struct str used; /* a bit for each n that is there; owned by the caller */
};

/* Looks through one statement. Refuses what is not one, and other spellings of parameters. */
int postgres_scan(struct db *db, const char *sql, struct postgres_scanned *text, struct err *err);

/* A migration in PostgreSQL's spelling: INTEGER becomes BIGINT, BLOB becomes BYTEA, TEXT compares by bytes as
 * in SQLite, x'…' becomes a bytea, and STRICT and WITHOUT ROWID go. */
void postgres_translate(struct str *out, const char *sql);

/* ---- prepared statements --------------------------------------------------------------------- */

struct postgres_plan {
    struct postgres_plan *next;
    struct arena arena;
    const char *sql;
    char name[16];
    unsigned generation;
    bool taken;
    bool reads; /* and so cannot write */
    int params;
    Oid *param_types;
    int columns;
    Oid *types;
    const char **names;
};

int postgres_plan_take(struct postgres_db *db, struct postgres_plan **plan, const char *sql,
                       struct err *err);
/* Prepares it again if that was before a script or on a connection that was lost. */
int postgres_plan_renew(struct postgres_db *db, struct postgres_plan **plan, struct err *err);
void postgres_plan_give(struct postgres_plan *plan);
void postgres_plans_free(struct postgres_db *db);

/* ---- rows ------------------------------------------------------------------------------------ */

/* Rows that were received and not yet stepped to. The row that was given last stays where it is until
 * the next is asked for, whatever is added. */
struct postgres_rows {
    struct str front, back; /* read from front; added to back */
    size_t at;              /* in front */
    FILE *file;             /* what overflowed, between front and back; NULL: nothing */
    bool rewound;
};

int postgres_rows_add(struct postgres_rows *rows, const struct postgres_api *pq, PGresult *result,
                      struct err *err);
/* 1 a row, 0 none, -1: the values of the next row, each an int32 length (-1: NULL), its bytes and a NUL. */
int postgres_rows_next(struct postgres_rows *rows, const char **row, struct err *err);
void postgres_rows_clear(struct postgres_rows *rows);
void postgres_rows_release(struct postgres_rows *rows);

/* ---- the driver ------------------------------------------------------------------------------ */

int postgres_confine(struct db *db, int ms, struct err *err);
int postgres_prepare(struct db *db, struct db_stmt **stmt, const char *sql, struct err *err);
void postgres_finish(struct db_stmt *stmt);
void postgres_bind(struct db_stmt *stmt, int index, struct db_value value);
int postgres_step(struct db_stmt *stmt, struct err *err);
void postgres_reset(struct db_stmt *stmt);
int postgres_column_count(const struct db_stmt *stmt);
const char *postgres_column_name(const struct db_stmt *stmt, int column);
struct db_value postgres_get(const struct db_stmt *stmt, int column);
/* Of the statement that holds the wire: its rows are read into its queue, or dropped. */
void postgres_drain(struct postgres_stmt *stmt);
void postgres_cut(struct postgres_stmt *stmt); /* the next step fails */

/* One statement over the catalogue with $1 = `text` (may be NULL), its rows through `row`. */
typedef int postgres_row(struct db_stmt *stmt, void *context, struct err *err);
int postgres_each(struct db *db, const char *sql, const char *text, postgres_row *row,
                  void *context, struct err *err);
const char *postgres_text(const struct db_stmt *stmt, int column); /* NULL: "" */

int postgres_tables(struct db *db, struct err *err);
int postgres_columns(struct db *db, const char *table, db_column_seen *column, void *context,
                     struct err *err);
int postgres_references(struct db *db, const char *table, db_reference_seen *seen, void *context,
                        struct err *err);
int postgres_indexes(struct db *db, const char *table, struct err *err);
int postgres_index_drop(struct db *db, const struct db_index *index, struct err *err);
int postgres_index_build(struct db *db, const struct db_index *index, struct err *err);
int postgres_check(struct db *db, db_found *found, void *context, struct err *err);

int postgres_watch(struct db *db, struct err *err);
int postgres_adopt(struct db *db, struct err *err);
void postgres_listen(struct postgres_db *db); /* notices go to the watch, and nowhere else */
void postgres_mute(struct db *db, bool muted);
/* Before something that writes: sees to it that the triggers tell if they should. */
int postgres_watch_writes(struct postgres_db *db, struct err *err);
/* The command for it, to be put behind others that may have undone it. */
const char *postgres_watch_setting(struct postgres_db *db);

int postgres_load_begin(struct db *db, struct db_load **load, const char *table,
                        const char *const *columns, int count, struct err *err);
int postgres_load_row(struct db_load *load, const struct db_value *values, struct err *err);
int postgres_load_end(struct db_load *load, struct err *err);
void postgres_load_abort(struct db_load *load);

#endif
