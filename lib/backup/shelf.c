#include "backup/shelf.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "backup/file.h"

enum { TIME_LENGTH = 16, SAME_MOST = 10000 };

/* ---- what is there --------------------------------------------------------------------------------- */

static bool
is_there(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 || errno != ENOENT;
}

/* FILE may be put aside: it is a backup of this database. */
static int
judge_old(const struct shelf *shelf, struct err *err)
{
    struct outer outer;
    struct stat status;
    if (stat(shelf->path, &status) != 0)
        return errno == ENOENT ? 0 : err_errno(err, errno, "%s", shelf->path);
    if (S_ISDIR(status.st_mode))
        return err_set(err, ERR_IO, _("%s: a directory; name a file in it"), shelf->path);
    if (!S_ISREG(status.st_mode))
        return err_set(err, ERR_IO, _("%s: not a regular file"), shelf->path);
    if (shelf->keep <= 0)
        return err_set(err, ERR_IO,
                       _("%s: exists already, and is left as it is; --keep N keeps N backups under "
                         "this name"),
                       shelf->path);
    if (outer_read_file(&outer, shelf->path, err) < 0)
        return err_set(
            err, ERR_IO,
            _("%s: is no backup, or a damaged one, and is left as it is; move it away or "
              "choose another name"),
            shelf->path);
    if (strcmp(outer.identity, shelf->identity) != 0)
        return err_set(
            err, ERR_IO,
            _("%s: is a backup of another database, and is left as it is; choose another "
              "name"),
            shelf->path);
    return 0;
}

/* Whether the open file still has its name. */
static bool
is_named(const struct shelf *shelf)
{
    struct stat open_file, named;
    return fstat(shelf->file, &open_file) == 0 && lstat(shelf->unfinished, &named) == 0 &&
           open_file.st_ino == named.st_ino && open_file.st_dev == named.st_dev;
}

/* What is under the name of an unfinished one must be one: empty, or begun as a backup. */
static int
judge_unfinished(const struct shelf *shelf, struct err *err)
{
    static const char begin[] = "medi backup ";
    char bytes[sizeof begin - 1];
    struct stat status;
    if (fstat(shelf->file, &status) < 0)
        return err_errno(err, errno, "%s", shelf->unfinished);
    ssize_t length = S_ISREG(status.st_mode) ? file_read(shelf->file, bytes, sizeof bytes) : -1;
    if (length >= 0 && memcmp(bytes, begin, (size_t)length) == 0)
        return 0;
    return err_set(err, ERR_IO,
                   _("%s: is in the way, and is no backup that was begun; move it away"),
                   shelf->unfinished);
}

static int
open_unfinished(struct shelf *shelf, struct err *err)
{
    shelf->file = open(shelf->unfinished,
                       O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0600);
    if (shelf->file < 0)
        return err_errno(err, errno, _("%s: cannot be written"), shelf->unfinished);
    if (flock(shelf->file, LOCK_EX | LOCK_NB) != 0)
        return err_set(err, ERR_BUSY, _("%s: another program is writing this backup"), shelf->path);
    if (!is_named(shelf))
        return err_set(err, ERR_BUSY, _("%s: another program has just written this backup"),
                       shelf->path);
    if (judge_unfinished(shelf, err) < 0)
        return -1;
    if (ftruncate(shelf->file, 0) != 0 || lseek(shelf->file, 0, SEEK_SET) != 0 ||
        fchmod(shelf->file, 0600) != 0)
        return err_errno(err, errno, _("%s: cannot be written"), shelf->unfinished);
    return 0;
}

int
shelf_begin(struct shelf *shelf, struct arena *arena, const char *path, const char *identity,
            int64_t keep, struct err *err)
{
    *shelf = (struct shelf){
        .arena = arena, .path = path, .identity = identity, .keep = keep, .file = -1};
    shelf->unfinished = arena_printf(arena, "%s.unfinished", path);
    if (!*path || path[strlen(path) - 1] == '/')
        return err_set(err, ERR_USAGE, _("%s: name a file, not a directory"), path);
    if (judge_old(shelf, err) == 0 && open_unfinished(shelf, err) == 0)
        return 0;
    if (shelf->file >= 0)
        close(shelf->file);
    shelf->file = -1;
    return -1;
}

/* The pages that were written are dropped from memory, so that the disk is read. */
int
shelf_reread(struct shelf *shelf, struct err *err)
{
    if (fsync(shelf->file) != 0)
        return err_errno(err, errno, _("%s: cannot be written to the disk"), shelf->unfinished);
    posix_fadvise(shelf->file, 0, 0, POSIX_FADV_DONTNEED);
    return file_open(shelf->unfinished, err);
}

void
shelf_close(struct shelf *shelf)
{
    if (shelf->file < 0)
        return;
    if (is_named(shelf))
        unlink(shelf->unfinished);
    close(shelf->file);
    shelf->file = -1;
}

/* ---- generations ----------------------------------------------------------------------------------- */

struct generation {
    const char *path;
    char time[TIME_LENGTH + 1];
    long same; /* of those of one second */
};

static bool
is_time(const char *text)
{
    for (int i = 0; i < TIME_LENGTH; i++)
        if (i == 8 ? text[i] != 'T' : i == 15 ? text[i] != 'Z' : text[i] < '0' || text[i] > '9')
            return false;
    return true;
}

/* What stands behind FILE and a point: a time, and perhaps a number. */
static bool
parse_generation(struct generation *generation, const char *ending)
{
    char *end;
    if (!is_time(ending))
        return false;
    memcpy(generation->time, ending, TIME_LENGTH);
    generation->time[TIME_LENGTH] = '\0';
    generation->same = 1;
    if (ending[TIME_LENGTH] == '\0')
        return true;
    generation->same = strtol(ending + TIME_LENGTH + 1, &end, 10);
    return ending[TIME_LENGTH] == '-' && generation->same > 1 && *end == '\0';
}

static int
newest_first(const void *a, const void *b)
{
    const struct generation *x = a, *y = b;
    int by_time = strcmp(y->time, x->time);
    return by_time ? by_time : (y->same > x->same) - (y->same < x->same);
}

static bool
is_ours(const struct shelf *shelf, const char *path)
{
    struct outer outer;
    struct err ignored;
    struct stat status;
    return lstat(path, &status) == 0 && S_ISREG(status.st_mode) &&
           outer_read_file(&outer, path, &ignored) == 0 &&
           strcmp(outer.identity, shelf->identity) == 0;
}

static void
see_name(const struct shelf *shelf, const char *folder, const char *name, struct generation **list,
         size_t *count)
{
    const char *base = file_base(shelf->path);
    size_t length = strlen(base);
    struct generation found;
    if (strncmp(name, base, length) != 0 || name[length] != '.' ||
        !parse_generation(&found, name + length + 1))
        return;
    found.path = arena_printf(shelf->arena, "%s/%s", folder, name);
    if (!is_ours(shelf, found.path))
        return;
    *list = mem_resize(*list, (*count + 1) * sizeof **list);
    (*list)[(*count)++] = found;
}

/* The older backups of this database, newest first. */
static int
list_generations(const struct shelf *shelf, struct generation **list, size_t *count,
                 struct err *err)
{
    const char *folder = file_folder(shelf->arena, shelf->path);
    DIR *open_folder = opendir(folder);
    *list = NULL;
    *count = 0;
    if (!open_folder)
        return err_errno(err, errno, "%s", folder);
    for (struct dirent *entry; (entry = readdir(open_folder));)
        see_name(shelf, folder, entry->d_name, list, count);
    closedir(open_folder);
    if (*count)
        qsort(*list, *count, sizeof **list, newest_first);
    return 0;
}

static int
prune(const struct shelf *shelf, int64_t *removed, struct err *err)
{
    struct generation *list;
    size_t count;
    int result = list_generations(shelf, &list, &count, err);
    for (size_t i = (size_t)shelf->keep - 1; i < count && result == 0; i++) {
        if (unlink(list[i].path) != 0)
            result = err_errno(err, errno, _("%s: an old backup cannot be removed"), list[i].path);
        ++*removed;
    }
    free(list);
    return result;
}

/* The name under which the present FILE becomes an older generation: behind those of the same second, also
 * where some of them are gone. */
static int
name_generation(const struct shelf *shelf, int64_t at, const char **name, struct err *err)
{
    char moment[TIME_LENGTH + 16];
    struct tm tm;
    time_t time = (time_t)at;
    struct generation *list;
    size_t count;
    long same = 1;
    if (!gmtime_r(&time, &tm) || tm.tm_year < 0 || tm.tm_year > 8000)
        gmtime_r(&(time_t){0}, &tm);
    strftime(moment, sizeof moment, "%Y%m%dT%H%M%SZ", &tm);
    if (list_generations(shelf, &list, &count, err) < 0)
        return -1;
    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i].time, moment) == 0 && list[i].same >= same)
            same = list[i].same + 1;
    free(list);
    do
        *name = same == 1 ? arena_printf(shelf->arena, "%s.%s", shelf->path, moment)
                          : arena_printf(shelf->arena, "%s.%s-%ld", shelf->path, moment, same);
    while (is_there(*name) && ++same < SAME_MOST);
    return 0;
}

/* ---- putting --------------------------------------------------------------------------------------- */

/* A second name for the present FILE, so that there is always one; where a file can have one name only, it
 * is moved. */
static int
put_aside(const struct shelf *shelf, struct err *err)
{
    struct outer outer;
    struct stat status;
    if (stat(shelf->path, &status) != 0 && errno == ENOENT)
        return 0;
    if (judge_old(shelf, err) < 0 || outer_read_file(&outer, shelf->path, err) < 0)
        return -1;
    const char *aside;
    if (name_generation(shelf, outer.at, &aside, err) < 0)
        return -1;
    if (link(shelf->path, aside) != 0 && rename(shelf->path, aside) != 0)
        return err_errno(err, errno, _("%s: cannot be kept as %s"), shelf->path, aside);
    return 0;
}

int
shelf_put(struct shelf *shelf, int64_t *removed, struct err *err)
{
    *removed = 0;
    if (put_aside(shelf, err) < 0)
        return -1;
    if (!is_named(shelf))
        return err_set(err, ERR_IO, _("%s: was taken away"), shelf->unfinished);
    if (rename(shelf->unfinished, shelf->path) != 0)
        return err_errno(err, errno, _("%s: cannot be given its name"), shelf->path);
    close(shelf->file);
    shelf->file = -1;
    if (file_sync_folder(shelf->path, err) < 0)
        return -1;
    return shelf->keep > 0 ? prune(shelf, removed, err) : 0;
}
