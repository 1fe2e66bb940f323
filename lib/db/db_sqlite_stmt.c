#include "db/db_sqlite.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { PARAMETER_MAX = 9999 };

static struct sqlite_stmt *
self(const struct db_stmt *stmt)
{
    return (struct sqlite_stmt *)stmt;
}

/* The n of "$n", or 0. */
static int
parameter_number(const char *name)
{
    if (!name || name[0] != '$' || name[1] < '1' || name[1] > '9')
        return 0;
    char *end;
    long number = strtol(name + 1, &end, 10);
    return *end == '\0' && number <= PARAMETER_MAX ? (int)number : 0;
}

/* The highest parameter number, or -1 if one is not spelt $n. */
static int
parameter_count(sqlite3_stmt *handle)
{
    int count = 0;
    for (int slot = sqlite3_bind_parameter_count(handle); slot > 0; slot--) {
        int number = parameter_number(sqlite3_bind_parameter_name(handle, slot));
        if (number == 0)
            return -1;
        if (number > count)
            count = number;
    }
    return count;
}

static struct sqlite_stmt *
stmt_new(struct db *db, sqlite3_stmt *handle, int count)
{
    size_t slots = (size_t)count * sizeof(int);
    struct sqlite_stmt *stmt = mem_alloc(sizeof *stmt + slots);
    *stmt = (struct sqlite_stmt){.base.db = db, .handle = handle, .count = count};
    memset(stmt->slots, 0, slots);
    for (int slot = sqlite3_bind_parameter_count(handle); slot > 0; slot--)
        stmt->slots[parameter_number(sqlite3_bind_parameter_name(handle, slot)) - 1] = slot;
    return stmt;
}

static int
refuse(struct db *db, sqlite3_stmt *handle, const char *why, struct err *err)
{
    sqlite3_finalize(handle);
    return err_set(err, ERR_DB, _("%s: the database refuses a statement: %s"), db->place, why);
}

int
sqlite_prepare(struct db *db, struct db_stmt **stmt, const char *sql, struct err *err)
{
    struct sqlite_db *lite = (struct sqlite_db *)db;
    sqlite3_stmt *handle;
    const char *rest;
    int code = sqlite3_prepare_v2(lite->handle, sql, -1, &handle, &rest);
    if (code != SQLITE_OK)
        return sqlite_fail(lite, code, err);
    if (!handle || rest[strspn(rest, " \t\r\n;")] != '\0')
        return refuse(db, handle, _("it is not one statement"), err);
    int count = parameter_count(handle);
    if (count < 0)
        return refuse(db, handle, _("its parameters are not $1, $2, …"), err);
    *stmt = &stmt_new(db, handle, count)->base;
    return 0;
}

void
sqlite_finish(struct db_stmt *stmt)
{
    sqlite3_finalize(self(stmt)->handle);
    free(stmt);
}

static int
bind_value(sqlite3_stmt *handle, int slot, struct db_value value)
{
    /* SQLite takes a NULL pointer for NULL, even with length 0 */
    const char *bytes = value.text ? value.text : "";
    switch (value.type) {
    case DB_NULL:
        break;
    case DB_INT:
        return sqlite3_bind_int64(handle, slot, value.number);
    case DB_TEXT:
        return sqlite3_bind_text64(handle, slot, bytes, value.length, SQLITE_STATIC, SQLITE_UTF8);
    case DB_BYTES:
        return sqlite3_bind_blob64(handle, slot, bytes, value.length, SQLITE_STATIC);
    }
    return sqlite3_bind_null(handle, slot);
}

void
sqlite_bind(struct db_stmt *stmt, int index, struct db_value value)
{
    struct sqlite_stmt *lite = self(stmt);
    if (index < 1 || index > lite->count || lite->slots[index - 1] == 0)
        return;
    int code = bind_value(lite->handle, lite->slots[index - 1], value);
    if (code != SQLITE_OK && lite->bind_code == SQLITE_OK)
        lite->bind_code = code;
}

int
sqlite_step(struct db_stmt *stmt, struct err *err)
{
    struct sqlite_stmt *lite = self(stmt);
    struct sqlite_db *db = (struct sqlite_db *)stmt->db;
    int64_t before = sqlite3_total_changes64(db->handle);
    int code = lite->bind_code != SQLITE_OK ? lite->bind_code : sqlite3_step(lite->handle);
    if (code == SQLITE_ROW)
        return 1;
    int result = 0;
    if (code != SQLITE_DONE) {
        stmt->conflict = sqlite_is_conflict(code);
        result = sqlite_fail(db, code, err);
    } else if (sqlite3_total_changes64(db->handle) != before) {
        stmt->changed = sqlite3_changes64(db->handle);
    }
    sqlite_reset(stmt); /* so that it can be bound again */
    return result;
}

void
sqlite_reset(struct db_stmt *stmt)
{
    sqlite3_reset(self(stmt)->handle);
    self(stmt)->bind_code = SQLITE_OK;
}

int
sqlite_column_count(const struct db_stmt *stmt)
{
    return sqlite3_column_count(self(stmt)->handle);
}

const char *
sqlite_column_name(const struct db_stmt *stmt, int column)
{
    return sqlite3_column_name(self(stmt)->handle, column);
}

/* The value is taken once: each of sqlite3_column_…'s functions looks it up and checks it again. */
struct db_value
sqlite_get(const struct db_stmt *stmt, int column)
{
    sqlite3_value *value = sqlite3_column_value(self(stmt)->handle, column);
    const char *bytes;
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
        return db_int(sqlite3_value_int64(value));
    case SQLITE_NULL:
        return db_null();
    case SQLITE_BLOB:
        bytes = sqlite3_value_blob(value); /* NULL when there are none */
        return db_bytes(bytes ? bytes : "", (size_t)sqlite3_value_bytes(value));
    default: /* a text, or a real number as text: nothing of medi's is one */
        bytes = (const char *)sqlite3_value_text(value);
        return db_textn(bytes, (size_t)sqlite3_value_bytes(value));
    }
}
