/*
 * longlog: a database whose log is long, for the benchmark of verifying it.
 *
 *     longlog DATABASE ENTRIES
 *
 * Plays a reception: one visit an entry, in turn in each store that the database has, by the log's own functions,
 * as a verb would write it. Only the commits are fewer, a thousand entries each, or it would measure the disk.
 * The database has stores, a client with id 1 and no visits.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "db/db.h"
#include "log/log.h"

enum { STORES_MOST = 1000, COMMIT = 1000, APART = 60 };

static const int64_t START = 1704067200; /* 2024-01-01 */

static void
must(int result, const struct err *err)
{
    if (result >= 0)
        return;
    fprintf(stderr, "longlog: %s\n", err->text);
    exit(EXIT_FAILURE);
}

static int
read_stores(struct db *db, int64_t stores[STORES_MOST])
{
    struct err err = {0};
    struct db_stmt *stmt;
    int count = 0, more;
    must(db_prepare(db, &stmt, "SELECT id FROM store WHERE id > 0 ORDER BY id", &err), &err);
    while ((more = db_step(stmt, &err)) == 1 && count < STORES_MOST)
        stores[count++] = db_get_int(stmt, 0);
    must(more, &err);
    db_finish(stmt);
    return count;
}

static void
arrive(struct db_stmt *stmt, struct log *log, int64_t store_id, int64_t id, int64_t at)
{
    struct err err = {0};
    char code[32], subject[64];
    snprintf(code, sizeof code, "V%08" PRId64, id);
    snprintf(subject, sizeof subject, "visit %s", code);
    const struct log_entry entry = {store_id, at,      "reception", "medi-visit",
                                    "arrive", subject, NULL};
    db_bind(stmt, 1, db_int(store_id));
    db_bind(stmt, 2, db_int(id));
    db_bind(stmt, 3, db_text(code));
    db_bind(stmt, 4, db_int(at));
    db_bind(stmt, 5, db_int(at / 86400));
    must(db_step(stmt, &err), &err);
    db_reset(stmt);
    must(log_add(log, &entry, &err), &err);
}

static void
play(struct db *db, struct log *log, const int64_t *stores, int count, int64_t entries)
{
    static const char insert[] =
        "INSERT INTO visit (store_id, id, code, client_id, arrived_at, day, purpose, status) "
        "VALUES ($1, $2, $3, 1, $4, $5, 'consult', 'arrived')";
    struct err err = {0};
    struct db_stmt *stmt;
    must(db_prepare(db, &stmt, insert, &err), &err);
    for (int64_t i = 0; i < entries; i++) {
        if (i % COMMIT == 0)
            must(db_begin(db, &err), &err);
        arrive(stmt, log, stores[i % count], i / count + 1, START + i / count * APART);
        if ((i + 1) % COMMIT == 0 || i + 1 == entries)
            must(db_commit(db, &err), &err);
    }
    db_finish(stmt);
}

int
main(int argc, char **argv)
{
    struct err err = {0};
    struct db *db;
    struct log *log;
    int64_t stores[STORES_MOST], entries = argc == 3 ? atoll(argv[2]) : 0;
    if (entries < 1) {
        fprintf(stderr, "usage: longlog DATABASE ENTRIES\n");
        return 2;
    }
    must(db_open(&db, argv[1], DB_WRITE, NULL, &err), &err);
    must(log_open(&log, db, &err), &err);
    int count = read_stores(db, stores);
    if (count == 0) {
        fprintf(stderr, "longlog: %s: it has no stores\n", argv[1]);
        return EXIT_FAILURE;
    }
    play(db, log, stores, count, entries);
    log_close(log);
    db_close(db);
    return 0;
}
