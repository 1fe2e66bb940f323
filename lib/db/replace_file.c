#include "db/replace_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { POLL_MS = 50, NAMES_MOST = 1000 };

static bool
is_there(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 || errno != ENOENT;
}

static char *
beside(struct arena *arena, const char *path, const char *ending)
{
    return arena_printf(arena, "%s%s", path, ending);
}

/* ---- locks ----------------------------------------------------------------------------------------- */

/* One process at a time puts databases into a directory. */
static int
lock_folder(struct replace_file *file, struct arena *arena, struct err *err)
{
    const char *slash = strrchr(file->place, '/');
    const char *name =
        slash ? arena_strndup(arena, file->place, (size_t)(slash - file->place) + 1) : ".";
    file->folder = open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file->folder < 0)
        return err_errno(err, errno, "%s", name);
    if (flock(file->folder, LOCK_EX | LOCK_NB) == 0)
        return 0;
    return err_set(err, ERR_BUSY,
                   _("%s: another program is putting a database into this directory; try again "
                     "later"),
                   name);
}

/* SQLite's own locks on a file: bytes from 2^30 on, of which everybody who has the database open, and not
 * only uses it, holds one. A lock on all of them is had when nobody does, and keeps everybody out. It
 * belongs to the open file, so that of all who may hold such locks in this process it is this one's alone. */
static bool
try_lock(int file)
{
    enum { FIRST = 0x40000000, COUNT = 512 };
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = FIRST, .l_len = COUNT};
    return fcntl(file, F_OFD_SETLK, &lock) == 0;
}

static int
lock_old(struct replace_file *file, int wait_ms, struct err *err)
{
    const struct timespec moment = {0, POLL_MS * 1000000L};
    file->lock = open(file->place, O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (file->lock < 0)
        return err_errno(err, errno, _("%s: cannot be opened"), file->place);
    for (int waited = 0; !try_lock(file->lock); waited += POLL_MS) {
        if (waited >= wait_ms)
            return err_set(err, ERR_BUSY,
                           _("%s: is in use; end the programs that use it, then try again"),
                           file->place);
        nanosleep(&moment, NULL);
    }
    return 0;
}

/* What a log beside the file holds goes into the file when it is opened and closed by nobody else. A file
 * that cannot be opened is replaced for that very reason. */
static void
fold_log(const char *place)
{
    struct db *db;
    struct err ignored;
    if (db_open(&db, place, DB_ADMIN, NULL, &ignored) == 0)
        db_close(db);
}

/* ---- taking ---------------------------------------------------------------------------------------- */

static int
judge_place(struct replace_file *file, const struct replace_options *options, struct err *err)
{
    struct stat status;
    if (stat(file->place, &status) == 0) {
        if (!S_ISREG(status.st_mode))
            return err_set(err, ERR_DB, _("%s: not a regular file, so not a database"),
                           file->place);
        file->old = true;
        if (!options->force)
            return err_set(err, ERR_DB,
                           _("%s: exists already, and is left as it is; with --force it is kept "
                             "beside under another name"),
                           file->place);
    } else if (errno != ENOENT)
        return err_errno(err, errno, "%s", file->place);
    return 0;
}

/* A log without its database would be taken for the new one's, and spoil it. */
static int
judge_log(struct replace_file *file, struct arena *arena, const struct replace_options *options,
          struct err *err)
{
    file->wal = is_there(beside(arena, file->place, "-wal"));
    if (!file->wal || file->old || options->force)
        return 0;
    return err_set(err, ERR_DB,
                   _("%s-wal: is left of another database, and is not touched; move it away, or "
                     "with --force it is kept under another name"),
                   file->place);
}

/* PLACE.before-20261001T010000Z, or with -2, -3 … behind if there is one. */
static const char *
name_kept(struct arena *arena, const char *place, int64_t now)
{
    char moment[32];
    struct tm tm;
    time_t at = (time_t)now;
    gmtime_r(&at, &tm);
    strftime(moment, sizeof moment, "%Y%m%dT%H%M%SZ", &tm);
    char *name = arena_printf(arena, "%s.before-%s", place, moment);
    for (int i = 2; (is_there(name) || is_there(beside(arena, name, "-wal"))) && i < NAMES_MOST;
         i++)
        name = arena_printf(arena, "%s.before-%s-%d", place, moment, i);
    return name;
}

int
replace_file_take(struct replace_file *file, struct arena *arena, const char *place,
                  const struct replace_options *options, struct err *err)
{
    char *real = realpath(place, NULL); /* a link stays, and what it leads to is replaced */
    *file = (struct replace_file){.folder = -1, .lock = -1};
    file->place = arena_strdup(arena, real ? real : place);
    file->build = beside(arena, file->place, ".restoring");
    free(real);
    if (lock_folder(file, arena, err) < 0 || judge_place(file, options, err) < 0)
        return -1;
    if (file->old) {
        fold_log(file->place);
        if (lock_old(file, options->wait_ms, err) < 0)
            return -1;
    }
    if (judge_log(file, arena, options, err) < 0)
        return -1;
    if (file->old || file->wal)
        file->kept = name_kept(arena, file->place, options->now);
    replace_file_drop(file);
    return 0;
}

/* ---- putting --------------------------------------------------------------------------------------- */

static int
sync_file(const char *path, struct err *err)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    int result = 0;
    if (file < 0 || fsync(file) != 0)
        result = err_errno(err, errno, _("%s: cannot be written to the disk"), path);
    if (file >= 0)
        close(file);
    return result;
}

/* Two names for the old file, so that its place is never empty; where a file can have one only, it is
 * moved. */
static int
keep_old(const struct replace_file *file, struct arena *arena, struct err *err)
{
    const char *wal = beside(arena, file->place, "-wal");
    if (file->old && link(file->place, file->kept) != 0 && rename(file->place, file->kept) != 0)
        return err_errno(err, errno, _("%s: cannot be kept as %s"), file->place, file->kept);
    if (file->wal && rename(wal, beside(arena, file->kept, "-wal")) != 0 && errno != ENOENT)
        return err_errno(err, errno, _("%s: cannot be kept as %s-wal"), wal, file->kept);
    return 0;
}

/* Where there was none, one that has come meanwhile is left as it is. */
static int
move_in(const struct replace_file *file, struct err *err)
{
    int failed = file->old
                     ? rename(file->build, file->place)
                     : renameat2(AT_FDCWD, file->build, AT_FDCWD, file->place, RENAME_NOREPLACE);
    if (failed && !file->old && errno == EINVAL) { /* not known to this file system */
        failed = link(file->build, file->place);
        if (!failed)
            unlink(file->build);
    }
    if (failed && errno == EEXIST)
        return err_set(err, ERR_DB, _("%s: exists already, and is left as it is"), file->place);
    return failed ? err_errno(err, errno, _("%s: cannot be put in its place"), file->place) : 0;
}

int
replace_file_put(struct replace_file *file, struct err *err)
{
    struct arena arena;
    struct stat status;
    arena_init(&arena);
    int result = sync_file(file->build, err);
    if (result == 0 && stat(beside(&arena, file->build, "-wal"), &status) == 0 && status.st_size)
        result = err_set(err, ERR_IO, _("%s: could not be finished; check the disk"), file->build);
    if (result == 0)
        result = keep_old(file, &arena, err);
    if (result == 0) {
        unlink(beside(&arena, file->place, "-shm"));
        result = move_in(file, err);
    }
    if (result == 0 && fsync(file->folder) != 0)
        result = err_errno(err, errno, _("%s: its directory cannot be written to the disk"),
                           file->place);
    arena_release(&arena);
    return result;
}

void
replace_file_drop(struct replace_file *file)
{
    static const char *const endings[] = {"", "-wal", "-shm", "-journal"};
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        unlink(beside(&arena, file->build, endings[i]));
    arena_release(&arena);
}

void
replace_file_release(struct replace_file *file)
{
    if (file->lock >= 0)
        close(file->lock);
    if (file->folder >= 0)
        close(file->folder);
    file->lock = file->folder = -1;
}
