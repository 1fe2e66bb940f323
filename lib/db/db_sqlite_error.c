#include "db/db_sqlite.h"

#include <errno.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

bool
sqlite_is_conflict(int code)
{
    switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        return true;
    default:
        return false;
    }
}

/* SQLite names what was broken behind a fixed phrase: "UNIQUE constraint failed: visit.code". */
static const char *
behind(const char *message, const char *phrase)
{
    const char *found = strstr(message, phrase);
    return found ? found + strlen(phrase) : message;
}

static int
fail_constraint(int code, const char *message, struct err *err)
{
    const char *what = behind(message, "failed: ");
    switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        return err_set(err, ERR_DATA, _("there is a row with the same %s already"), what);
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        return err_set(err, ERR_DATA,
                       _("a row that is referred to is missing, or rows still refer to this one"));
    case SQLITE_CONSTRAINT_NOTNULL:
        return err_set(err, ERR_DATA, _("%s: missing"), what);
    case SQLITE_CONSTRAINT_CHECK:
        return err_set(err, ERR_DATA, _("the row breaks the rule: %s"), what);
    case SQLITE_CONSTRAINT_DATATYPE:
        return err_set(err, ERR_DATA, _("%s: a value of another type"), behind(message, "column "));
    default:
        return err_set(err, ERR_DATA, _("the database refuses the row: %s"), what);
    }
}

/* Who may read a database may still be unable to keep the two files that WAL needs beside it. */
static bool
folder_is_closed(struct sqlite_db *db)
{
    const char *path = sqlite3_db_filename(db->handle, "main");
    const char *slash = path ? strrchr(path, '/') : NULL;
    if (!slash)
        return false;
    char *folder = sqlite3_mprintf("%.*s/", (int)(slash - path), path);
    bool closed = folder && access(folder, W_OK) != 0;
    sqlite3_free(folder);
    return closed;
}

static int
fail_permission(struct sqlite_db *db, struct err *err)
{
    const char *place = db->base.place;
    if (folder_is_closed(db))
        return err_set(err, ERR_IO,
                       _("%s: its folder cannot be written by this user, but %s-wal and %s-shm are "
                         "kept there; ask for write permission or use a copy"),
                       place, place, place);
    if (db->base.mode == DB_READ)
        return err_set(err, ERR_IO, _("%s: is open for reading only"), place);
    return err_set(err, ERR_IO,
                   _("%s: cannot be written by this user; ask for write permission to it"), place);
}

static int
fail_disk(struct sqlite_db *db, int code, struct err *err)
{
    const char *place = db->base.place;
    int number = sqlite3_system_errno(db->handle);
    if ((code & 0xff) == SQLITE_FULL || number == ENOSPC || number == EDQUOT || number == EFBIG)
        return err_set(
            err, ERR_IO,
            _("%s: no room left on the disk; nothing was written; make room and try again"), place);
    if (number == 0)
        return err_set(err, ERR_IO, _("%s: reading or writing failed; check the disk"), place);
    return err_errno(err, number, _("%s: reading or writing failed"), place);
}

static int
fail_open(struct sqlite_db *db, struct err *err)
{
    int number = sqlite3_system_errno(db->handle);
    if (folder_is_closed(db) && access(sqlite3_db_filename(db->handle, "main"), R_OK) == 0)
        return fail_permission(db, err);
    if (number == 0)
        return err_set(err, ERR_IO, _("%s: the database cannot be opened"), db->base.place);
    return err_errno(err, number, _("%s: the database cannot be opened"), db->base.place);
}

int
sqlite_fail(struct sqlite_db *db, int code, struct err *err)
{
    const char *place = db->base.place;
    const char *message = sqlite3_errmsg(db->handle);
    db->failure = code;
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return err_set(err, ERR_BUSY,
                       _("%s: the database is busy with another program's work; try again"), place);
    case SQLITE_FULL:
    case SQLITE_IOERR:
        return fail_disk(db, code, err);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return fail_permission(db, err);
    case SQLITE_CANTOPEN:
        return fail_open(db, err);
    case SQLITE_NOTADB:
        return err_set(err, ERR_DB, _("%s: not a medi database"), place);
    case SQLITE_CORRUPT:
        return err_set(
            err, ERR_DB,
            _("%s: the database is damaged; put back a backup (medi-db check tells more)"), place);
    case SQLITE_CONSTRAINT:
        return fail_constraint(code, message, err);
    case SQLITE_TOOBIG:
        return err_set(err, ERR_DATA, _("a value is too long for the database"));
    case SQLITE_NOMEM:
        return err_set(err, ERR_MEMORY, _("out of memory; nothing was written"));
    case SQLITE_INTERRUPT:
        return err_set(err, ERR_DB, _("%s: a statement took longer than it may"), place);
    default:
        return err_set(err, ERR_DB, _("%s: the database refuses a statement: %s"), place, message);
    }
}
