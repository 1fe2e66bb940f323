/*
 * driver: what an engine must be able to do. Inside lib/db only.
 *
 * db.c, bulk.c and watch.c stand before all engines: they choose the driver by the URL and keep what is the
 * same for each: the mode, the transaction that was begun, the indexes that are suspended, who watches. A
 * driver embeds `struct db` and `struct db_stmt` as the first member of its own structures and fills in the
 * rest.
 *
 * Errors: a driver words them itself, with db_place() in front where the file or server is to blame
 * (ERR_DB, ERR_IO, ERR_BUSY) and without it where the data is (ERR_DATA), since the caller then
 * knows a better place: the line of a file.
 */
#ifndef MEDI_DB_DRIVER_H
#define MEDI_DB_DRIVER_H

#include "db/db.h"

struct driver;

/* An index that was dropped for a while: all that is needed to build it again. */
struct db_index {
    struct db_index *next;
    char *table;
    char *name;
    char *text;
};

struct db {
    const struct driver *driver;
    char *place; /* for messages, and for the commands they name; no password */
    enum db_mode mode;
    struct db_options options;
    bool begun;                 /* db_begin was called; the engine may have given up since */
    struct db_index *suspended; /* in the order in which they will be built */
    struct db_watch watch;      /* row is NULL: nobody watches */
    db_heard *heard;            /* who listens beside it; or NULL */
    void *listener;
    bool told;           /* rows were, by the statement that runs */
    int64_t scope;       /* see db_scope */
    enum db_again again; /* set by the driver with an error; cleared by db_begin */
    bool load_conflict;
};

struct db_load {
    struct db *db;
    char *table;
    int count; /* columns that are given */
};

struct db_stmt {
    struct db *db;
    bool conflict;
    int64_t changed;
};

enum savepoint_do { SAVEPOINT_SET, SAVEPOINT_RELEASE, SAVEPOINT_BACK };

/* `index` and `stmt` functions are those of db.h with the same name, except where words say more. */
struct driver {
    /* Connects and makes the settings; refuses what bears no mark of medi. */
    int (*open)(struct db **db, const char *place, enum db_mode mode,
                const struct db_options *options, struct err *err);
    void (*close)(struct db *db); /* also frees; nothing is in a transaction any more */
    int (*tables)(struct db *db, struct err *err); /* how many there are; -1 error */
    int (*script)(struct db *db, const char *sql, struct err *err);
    const char *(*user)(const struct db *db); /* may be NULL: the engine knows nobody */

    int (*prepare)(struct db *db, struct db_stmt **stmt, const char *sql, struct err *err);
    void (*finish)(struct db_stmt *stmt);
    void (*bind)(struct db_stmt *stmt, int index, struct db_value value);
    int (*confine)(struct db *db, int ms, struct err *err);
    const char *question_head, *question_tail; /* what makes a text the table of an outer SELECT */
    int (*step)(struct db_stmt *stmt, struct err *err); /* sets `conflict` and `changed` */
    void (*reset)(struct db_stmt *stmt);
    int (*column_count)(const struct db_stmt *stmt);
    const char *(*column_name)(const struct db_stmt *stmt, int column);
    struct db_value (*get)(const struct db_stmt *stmt, int column);

    int (*begin)(struct db *db, struct err *err);
    int (*commit)(struct db *db, struct err *err);
    void (*rollback)(struct db *db);
    int (*savepoint)(struct db *db, enum savepoint_do what, const char *name, struct err *err);
    bool (*in_transaction)(const struct db *db); /* as the engine sees it */
    int64_t (*total_changes)(const struct db *db);

    /* Fills db->suspended with the table's indexes (not yet dropped), drops one, builds one. */
    int (*indexes)(struct db *db, const char *table, struct err *err);
    int (*index_drop)(struct db *db, const struct db_index *index, struct err *err);
    int (*index_build)(struct db *db, const struct db_index *index, struct err *err);

    /* Begins or ends to tell rows by db_tell, as db->watch says. */
    int (*watch)(struct db *db, struct err *err);
    /* Stops and goes on with telling. NULL: cannot. */
    void (*mute)(struct db *db, bool muted);
    /* After a migration: what the engine needs beside the tables to tell of their rows. May be NULL. */
    int (*adopt)(struct db *db, struct err *err);

    /* NULL where the engine has no way of its own. The driver calls db_tell for each row. */
    int (*load_begin)(struct db *db, struct db_load **load, const char *table,
                      const char *const *columns, int count, struct err *err);
    int (*load_row)(struct db_load *load, const struct db_value *values, struct err *err);
    int (*load_end)(struct db_load *load, struct err *err); /* sets db->load_conflict */
    void (*load_abort)(struct db_load *load);

    int (*check)(struct db *db, db_found *found, void *context, struct err *err);
    int (*shape)(struct db *db, db_found *found, void *context, struct err *err); /* may be NULL */
    int (*columns)(struct db *db, const char *table, db_column_seen *column, void *context,
                   struct err *err);
    int (*references)(struct db *db, const char *table, db_reference_seen *seen, void *context,
                      struct err *err);
};

extern const struct driver driver_sqlite;
extern const struct driver driver_postgres;

/* ERR_DB: there is none at `place`, and how one is made. */
int db_fail_missing(const char *place, struct err *err);

/* Fills in what every driver's struct db has; the texts are copied. */
void db_init(struct db *db, const struct driver *driver, const char *place, enum db_mode mode,
             const struct db_options *options);
void db_release(struct db *db); /* the texts, not the structure */

/* A row that was written, to whoever watches, unless its table is one that is untold. */
void db_tell(struct db *db, const struct db_written *row);

/* What happens to the transaction, to whoever watches. */
void db_moment(struct db *db, enum db_moment moment);

/* That statement is over: its rows stay or do not. */
void db_settle(struct db *db, bool stay);

/* Fails if the engine has ended the transaction that was begun. */
int db_still_begun(struct db *db, struct err *err);

void db_index_free(struct db_index *index);

/* Puts an index behind those already suspended; the texts are copied. */
void db_suspend(struct db *db, const char *table, const char *name, const char *text);

#endif
