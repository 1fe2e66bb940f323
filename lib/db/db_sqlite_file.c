#include "db/db_sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"

char *
sqlite_path(const char *place)
{
    size_t length = strlen(place);
    char *path = mem_alloc(length + 3);
    strcpy(path, place[0] == '/' ? "" : "./");
    return strcat(path, place);
}

/* Looked at before SQLite opens it: SQLite would wait on a pipe and call a directory a disk error. */
int
sqlite_file_find(const char *path, const char *place, struct err *err)
{
    struct stat status;
    if (stat(path, &status) != 0) {
        if (errno == ENOENT)
            return db_fail_missing(place, err);
        return err_errno(err, errno, _("%s: the database cannot be opened"), place);
    }
    if (S_ISDIR(status.st_mode))
        return err_set(err, ERR_DB, _("%s: a directory, not a database file"), place);
    if (!S_ISREG(status.st_mode))
        return err_set(err, ERR_DB, _("%s: not a regular file, so not a database"), place);
    return 0;
}

/* An init that was killed leaves a file with our mark at most, and no table. Whether it is still at work
 * cannot be told from that, so the file stays. (For writing: its journal may have to be rolled back to read
 * it.) */
static bool
is_unfinished(const char *path)
{
    struct stat status;
    struct sqlite_db db = {0};
    struct err ignored;
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode))
        return false;
    bool empty = status.st_size == 0;
    if (!empty && sqlite3_open_v2(path, &db.handle, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK)
        empty = sqlite_tables(&db.base, &ignored) == 0;
    sqlite3_close_v2(db.handle);
    return empty;
}

/* Empty and for its owner only; SQLite gives the files beside it the same mode. */
int
sqlite_file_make(const char *path, const char *place, struct err *err)
{
    int file = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    int number = errno;
    if (file < 0 && number == EEXIST && is_unfinished(path))
        return err_set(err, ERR_DB,
                       _("%s: exists already, and is empty, as an init that was interrupted leaves "
                         "it; remove it, or choose another name"),
                       place);
    if (file < 0 && number == EEXIST)
        return err_set(err, ERR_DB,
                       _("%s: exists already, and is left as it is; choose another name"), place);
    if (file < 0)
        return err_errno(err, number, _("%s: the database cannot be made"), place);
    close(file);
    return 0;
}
