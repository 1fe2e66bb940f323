/* Who watches is told of rows by SQLite's pre-update hook. */
#include "db/db_sqlite.h"

#define SQLITE_ENABLE_PREUPDATE_HOOK
#include <sqlite3.h>

enum { COLUMNS_MOST = 128 };

/* Bytes and texts live as long as the hook runs. A real number, which nothing of medi's is, comes as its
 * text. */
static struct db_value
from_sqlite(sqlite3_value *value)
{
    const char *bytes;
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
        return db_int(sqlite3_value_int64(value));
    case SQLITE_NULL:
        return db_null();
    case SQLITE_BLOB:
        bytes = sqlite3_value_blob(value); /* NULL when there are none */
        return db_bytes(bytes ? bytes : "", (size_t)sqlite3_value_bytes(value));
    default:
        bytes = (const char *)sqlite3_value_text(value);
        return db_textn(bytes, (size_t)sqlite3_value_bytes(value));
    }
}

typedef int side(sqlite3 *handle, int column, sqlite3_value **value);

static const struct db_value *
read_side(sqlite3 *handle, side *read, int count, struct db_value *values)
{
    sqlite3_value *value;
    for (int i = 0; i < count; i++)
        values[i] = read(handle, i, &value) == SQLITE_OK ? from_sqlite(value) : db_null();
    return values;
}

static void
before_update(void *context, sqlite3 *handle, int operation, const char *schema, const char *table,
              sqlite3_int64 old_rowid, sqlite3_int64 new_rowid)
{
    struct sqlite_db *db = context;
    struct db_value before[COLUMNS_MOST], after[COLUMNS_MOST];
    int count = sqlite3_preupdate_count(handle);
    (void)old_rowid;
    (void)new_rowid;
    if (schema[0] != 'm' || count > COLUMNS_MOST) /* "main"; not "temp" */
        return;
    struct db_written row = {.table = table, .count = count};
    if (operation != SQLITE_INSERT)
        row.before = read_side(handle, sqlite3_preupdate_old, count, before);
    if (operation != SQLITE_DELETE)
        row.after = read_side(handle, sqlite3_preupdate_new, count, after);
    db_tell(&db->base, &row);
}

void
sqlite_mute(struct db *db, bool muted)
{
    struct sqlite_db *lite = (struct sqlite_db *)db;
    bool tell = db->watch.row && !muted;
    sqlite3_preupdate_hook(lite->handle, tell ? before_update : NULL, lite);
}

int
sqlite_watch(struct db *db, struct err *err)
{
    (void)err;
    sqlite_mute(db, false);
    return 0;
}
