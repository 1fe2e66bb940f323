/* A connection on which what comes from a pack may read, and no more, and not for ever. */
#include "db/db_sqlite.h"

#include <sqlite3.h>
#include <time.h>

enum { STEPS = 10000 }; /* of SQLite's machine between two looks at the clock */

static int64_t
clock_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int
may(void *context, int what, const char *one, const char *two, const char *schema,
    const char *trigger)
{
    (void)context, (void)one, (void)two, (void)schema, (void)trigger;
    bool reads = what == SQLITE_SELECT || what == SQLITE_READ || what == SQLITE_FUNCTION ||
                 what == SQLITE_RECURSIVE;
    return reads ? SQLITE_OK : SQLITE_DENY;
}

static int
is_late(void *context)
{
    const struct sqlite_db *db = context;
    return clock_ms() > db->deadline;
}

int
sqlite_confine(struct db *base, int ms, struct err *err)
{
    struct sqlite_db *db = (struct sqlite_db *)base;
    db->deadline = clock_ms() + ms;
    sqlite3_progress_handler(db->handle, ms > 0 ? STEPS : 0, ms > 0 ? is_late : NULL, db);
    int code = sqlite3_set_authorizer(db->handle, ms > 0 ? may : NULL, NULL);
    return code == SQLITE_OK ? 0 : sqlite_fail(db, code, err);
}
