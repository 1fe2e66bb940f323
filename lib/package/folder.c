#include "package/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "backup/file.h"
#include "base/codec.h"
#include "base/hash.h"
#include "base/str.h"

const char folder_manifest[] = "manifest.tsv";
const char folder_note[] = "manifest.note";
const char folder_records[] = "records";

static int
in_the_way(const char *place, struct err *err)
{
    return err_set(err, ERR_USAGE,
                   _("%s: is there already and is never overwritten; give another name"), place);
}

/* Without slashes at the end, which would lead into the folder. */
static char *
trim(struct arena *arena, const char *place)
{
    size_t length = strlen(place);
    while (length > 1 && place[length - 1] == '/')
        length--;
    return arena_strndup(arena, place, length);
}

int
folder_begin(struct folder *folder, struct arena *arena, const char *place, struct err *err)
{
    struct stat status;
    *folder = (struct folder){.arena = arena, .place = trim(arena, place), .fd = -1};
    if (lstat(folder->place, &status) == 0)
        return in_the_way(folder->place, err);
    char *build = arena_printf(arena, "%s.XXXXXX", folder->place);
    if (!mkdtemp(build))
        return err_errno(err, errno, "%s", folder->place);
    folder->build = build;
    folder->fd = open(build, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder->fd < 0 || mkdirat(folder->fd, folder_records, 0700) != 0)
        return err_errno(err, errno, "%s", folder->build);
    return 0;
}

/* ---- files --------------------------------------------------------------------------------------------- */

FILE *
folder_open(struct folder *folder, const char *path, struct err *err)
{
    int fd = openat(folder->fd, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    folder->file = fd < 0 ? NULL : fdopen(fd, "w");
    if (!folder->file) {
        err_errno(err, errno, "%s/%s", folder->place, path);
        if (fd >= 0)
            close(fd);
        return NULL;
    }
    folder->files = arena_more(folder->arena, folder->files, folder->count, &folder->room,
                               sizeof *folder->files);
    folder->files[folder->count] =
        (struct folder_file){.path = arena_strdup(folder->arena, path), .rows = FOLDER_NO_ROWS};
    return folder->file;
}

int
folder_close(struct folder *folder, int64_t rows, struct err *err)
{
    struct folder_file *file = &folder->files[folder->count];
    FILE *stream = folder->file;
    folder->file = NULL;
    bool good = fflush(stream) == 0 && fsync(fileno(stream)) == 0;
    int number = errno;
    if (fclose(stream) != 0 || !good)
        return err_errno(err, good ? errno : number, "%s/%s", folder->place, file->path);
    file->rows = rows;
    if (folder_digest(folder->fd, file, err) != 1)
        return err_wrap(err, "%s/%s", folder->place, file->path);
    folder->count++;
    return 0;
}

int
folder_put(struct folder *folder, const char *path, const char *bytes, size_t length, int64_t rows,
           struct err *err)
{
    FILE *stream = folder_open(folder, path, err);
    if (!stream)
        return -1;
    if (fwrite(bytes, 1, length, stream) != length)
        return err_errno(err, errno, "%s/%s", folder->place, path);
    return folder_close(folder, rows, err);
}

int
folder_digest(int fd, struct folder_file *file, struct err *err)
{
    char bytes[65536];
    unsigned char digest[32];
    struct sha256 hash;
    struct stat status;
    struct arena arena;
    ssize_t length = 0;
    int in = openat(fd, file->path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (in < 0 && (errno == ENOENT || errno == ELOOP || errno == ENOTDIR))
        return 0;
    if (in < 0 || fstat(in, &status) != 0)
        return err_errno(err, errno, "%s", file->path);
    sha256_begin(&hash);
    file->bytes = 0;
    while (S_ISREG(status.st_mode) && (length = read(in, bytes, sizeof bytes)) > 0) {
        sha256_add(&hash, bytes, (size_t)length);
        file->bytes += length;
    }
    int number = errno;
    close(in);
    if (length < 0)
        return err_errno(err, number, "%s", file->path);
    sha256_end(&hash, digest);
    arena_init(&arena);
    memcpy(file->sha256, hex_encode(&arena, digest, sizeof digest), FOLDER_HEX);
    arena_release(&arena);
    return S_ISREG(status.st_mode);
}

/* ---- the end -------------------------------------------------------------------------------------------- */

static int
by_path(const void *a, const void *b)
{
    return strcmp(((const struct folder_file *)a)->path, ((const struct folder_file *)b)->path);
}

int
folder_list(struct folder *folder, char sha256[FOLDER_HEX], struct err *err)
{
    struct str text = STR_INIT;
    if (folder->count)
        qsort(folder->files, (size_t)folder->count, sizeof *folder->files, by_path);
    str_adds(&text, "path\tbytes\trows\tsha256\n");
    for (int i = 0; i < folder->count; i++) {
        const struct folder_file *file = &folder->files[i];
        str_addf(&text, "%s\t%lld\t", file->path, (long long)file->bytes);
        if (file->rows != FOLDER_NO_ROWS)
            str_addf(&text, "%lld", (long long)file->rows);
        str_addf(&text, "\t%s\n", file->sha256);
    }
    int result = folder_put(folder, folder_manifest, text.text, text.length, FOLDER_NO_ROWS, err);
    str_release(&text);
    if (result == 0)
        memcpy(sha256, folder->files[--folder->count].sha256, FOLDER_HEX);
    return result;
}

int
folder_sign(struct folder *folder, const char *note, struct err *err)
{
    if (folder_put(folder, folder_note, note, strlen(note), FOLDER_NO_ROWS, err) < 0)
        return -1;
    folder->count--;
    return 0;
}

int
folder_finish(struct folder *folder, struct err *err)
{
    int records = openat(folder->fd, folder_records, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool good = records >= 0 && fsync(records) == 0 && fsync(folder->fd) == 0;
    int number = errno;
    if (records >= 0)
        close(records);
    if (!good)
        return err_errno(err, number, "%s", folder->build);
    if (renameat2(AT_FDCWD, folder->build, AT_FDCWD, folder->place, RENAME_NOREPLACE) != 0)
        return errno == EEXIST ? in_the_way(folder->place, err)
                               : err_errno(err, errno, "%s", folder->place);
    folder->build = NULL;
    return file_sync_folder(folder->place, err);
}

static void
remove_files(const struct folder *folder)
{
    for (int i = 0; i < folder->room; i++) /* also one that was not closed */
        if (folder->files[i].path)
            unlinkat(folder->fd, folder->files[i].path, 0);
    unlinkat(folder->fd, folder_manifest, 0);
    unlinkat(folder->fd, folder_note, 0);
    unlinkat(folder->fd, folder_records, AT_REMOVEDIR);
}

void
folder_end(struct folder *folder)
{
    if (folder->file)
        fclose(folder->file);
    if (folder->build) {
        remove_files(folder);
        rmdir(folder->build);
    }
    if (folder->fd >= 0)
        close(folder->fd);
    folder->file = NULL;
    folder->build = NULL;
    folder->fd = -1;
}
