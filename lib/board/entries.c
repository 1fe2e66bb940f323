/* What calendars were told of shifts. */
#include "board/entries.h"

#include "base/hash.h"
#include "db/sql.h"
#include "record/ids.h"

enum { A_STORE_ID, A_STAFF_ID, A_DAY, A_NUMBER, A_STARTS, A_ENDS, A_SHIFT, A_ID };

struct apart {
    int64_t store_id, staff_id, day, number, id;
    struct db_value starts_at, ends_at;
    const char *shift;
};
struct aparts {
    struct apart *items;
    int count, room;
};

int
entries_identity(struct db *db, struct arena *arena, const char **identity, struct err *err)
{
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_LOG_IDENTITY, NULL, 0, err);
    *identity = "";
    if (found <= 0)
        return found;
    *identity = db_keep_text(stmt, 0, arena);
    db_finish(stmt);
    return 0;
}

void
entries_uid(const char *identity, int64_t store_id, int64_t staff_id, int64_t day, int64_t number,
            char uid[ENTRY_UID])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char bytes[16];
    struct hash hash;
    hash_begin(&hash, "medi calendar", sizeof bytes, NULL);
    hash_add_text(&hash, identity);
    hash_add_int(&hash, store_id);
    hash_add_int(&hash, staff_id);
    hash_add_int(&hash, day);
    hash_add_int(&hash, number);
    hash_end(&hash, bytes, sizeof bytes);
    for (size_t i = 0; i < sizeof bytes; i++) {
        *uid++ = digits[bytes[i] >> 4];
        *uid++ = digits[bytes[i] & 15];
    }
    for (const char *at = "@medi"; (*uid++ = *at++);)
        ;
}

/* All are read before the first is written. */
static int
read_apart(struct db *db, struct arena *arena, const struct entries_scope *scope,
           struct aparts *aparts, struct err *err)
{
    const struct db_value values[] = {db_int(scope->roster_store_id),
                                      db_int(scope->roster_id),
                                      db_id(scope->staff_id),
                                      db_int(scope->from),
                                      db_int(scope->to),
                                      db_id(scope->store_id)};
    struct db_stmt *stmt;
    int more;
    if (sql_open(db, &stmt, SQL_BOARD_ENTRIES_APART, values, 6, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        aparts->items =
            arena_more(arena, aparts->items, aparts->count, &aparts->room, sizeof *aparts->items);
        aparts->items[aparts->count++] =
            (struct apart){db_get_int(stmt, A_STORE_ID), db_get_int(stmt, A_STAFF_ID),
                           db_get_int(stmt, A_DAY),      db_get_int(stmt, A_NUMBER),
                           db_get_int(stmt, A_ID),       db_get(stmt, A_STARTS),
                           db_get(stmt, A_ENDS),         db_keep_text(stmt, A_SHIFT, arena)};
    }
    db_finish(stmt);
    return more;
}

static int
put_new(struct db *db, const char *identity, const struct apart *apart, int64_t now,
        struct err *err)
{
    char uid[ENTRY_UID];
    int64_t id;
    entries_uid(identity, apart->store_id, apart->staff_id, apart->day, apart->number, uid);
    if (ids_next(db, "calendar_entry", apart->store_id, &id, err) < 0)
        return -1;
    const struct db_value values[] = {
        db_int(apart->store_id), db_int(id),   db_int(apart->staff_id), db_int(apart->day),
        db_int(apart->number),   db_text(uid), apart->starts_at,        apart->ends_at,
        db_text(apart->shift),   db_int(now)};
    return sql_run(db, SQL_BOARD_ENTRIES_PUT, values, 10, NULL, err);
}

static int
put_changed(struct db *db, const struct apart *apart, int64_t now, struct err *err)
{
    const struct db_value values[] = {db_int(apart->store_id), db_int(apart->id),
                                      apart->starts_at,        apart->ends_at,
                                      db_text(apart->shift),   db_int(now)};
    return sql_run(db, SQL_BOARD_ENTRIES_CHANGE, values, 6, NULL, err);
}

int
entries_sync(struct db *db, struct arena *arena, const struct entries_scope *scope, int64_t now,
             struct err *err)
{
    struct aparts aparts = {0};
    const char *identity;
    if (entries_identity(db, arena, &identity, err) < 0 ||
        read_apart(db, arena, scope, &aparts, err) < 0)
        return -1;
    for (int i = 0; i < aparts.count; i++) {
        const struct apart *apart = &aparts.items[i];
        if ((apart->id ? put_changed(db, apart, now, err)
                       : put_new(db, identity, apart, now, err)) < 0)
            return -1;
    }
    return aparts.count;
}
