#include "record/standing.h"

#include <stdlib.h>
#include <string.h>

#include "db/sql.h"

const char *
standing_purpose(const char *table)
{
    return strcmp(table, "album") == 0 ? "album" : NULL;
}

/* 1 with their number, -1. */
static int
count_clients(struct db *db, const struct db_value *values, size_t *count, struct err *err)
{
    struct db_stmt *stmt = NULL;
    int more = sql_open(db, &stmt, SQL_RECORD_STANDING, values, 3, err);
    *count = 0;
    while (more >= 0 && (more = db_step(stmt, err)) == 1)
        ++*count;
    db_finish(stmt);
    return more;
}

int
standing_load(struct standing *standing, struct db *db, struct arena *arena, const char *purpose,
              int64_t now, int64_t today, struct err *err)
{
    const struct db_value values[] = {db_text(purpose), db_int(now), db_int(today)};
    struct db_stmt *stmt = NULL;
    size_t most;
    *standing = (struct standing){.today = today};
    if (count_clients(db, values, &most, err) < 0)
        return -1;
    standing->clients = arena_array(arena, most, sizeof *standing->clients);
    int more = sql_open(db, &stmt, SQL_RECORD_STANDING, values, 3, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1 && standing->count < most)
        standing->clients[standing->count++] = db_get_int(stmt, 0);
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

static int
by_number(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

bool
standing_holds(const struct standing *standing, int64_t client_id, struct db_value until)
{
    if (until.type == DB_INT && until.number < standing->today)
        return false;
    return standing->count && bsearch(&client_id, standing->clients, standing->count,
                                      sizeof *standing->clients, by_number);
}
