#include "backup/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- bytes ----------------------------------------------------------------------------------------- */

int
file_open(const char *path, struct err *err)
{
    struct stat status;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0)
        return err_errno(err, errno, _("%s: cannot be read"), path);
    if (fstat(file, &status) == 0 && S_ISDIR(status.st_mode)) {
        close(file);
        return err_set(err, ERR_IO, _("%s: a directory, not a file"), path);
    }
    return file;
}

ssize_t
file_read(int file, void *bytes, size_t room)
{
    size_t length = 0;
    while (length < room) {
        ssize_t more = read(file, (char *)bytes + length, room - length);
        if (more < 0 && errno == EINTR)
            continue;
        if (more < 0)
            return -1;
        if (more == 0)
            break;
        length += (size_t)more;
    }
    return (ssize_t)length;
}

bool
file_write(int file, const void *bytes, size_t length)
{
    const char *at = bytes;
    while (length) {
        ssize_t done = write(file, at, length);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return false;
        at += done;
        length -= (size_t)done;
    }
    return true;
}

int
file_load(struct str *text, const char *path, size_t most, struct err *err)
{
    int file = file_open(path, err);
    if (file < 0)
        return -1;
    str_clear(text);
    str_need(text, most + 1);
    ssize_t length = file_read(file, text->text, most + 1);
    int failed = errno;
    close(file);
    if (length < 0)
        return err_errno(err, failed, _("%s: cannot be read"), path);
    if ((size_t)length > most)
        return err_set(err, ERR_DATA, _("%s: longer than %zu bytes"), path, most);
    text->length = (size_t)length;
    text->text[length] = '\0';
    return 0;
}

/* ---- names ----------------------------------------------------------------------------------------- */

const char *
file_base(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

char *
file_folder(struct arena *arena, const char *path)
{
    const char *base = file_base(path);
    if (base == path)
        return arena_strdup(arena, ".");
    return arena_strndup(arena, path, (size_t)(base - path)); /* with the slash: "/" is one too */
}

int
file_sync_folder(const char *path, struct err *err)
{
    struct arena arena;
    arena_init(&arena);
    const char *name = file_folder(&arena, path);
    int folder = open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int result = 0;
    if (folder < 0 || fsync(folder) != 0)
        result = err_errno(err, errno, _("%s: the directory cannot be written to the disk"), name);
    if (folder >= 0)
        close(folder);
    arena_release(&arena);
    return result;
}

int
file_make(const char *path, mode_t mode, const void *bytes, size_t length, struct err *err)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0 && errno == EEXIST)
        return err_set(err, ERR_IO, _("%s: exists already, and is left as it is"), path);
    if (file < 0)
        return err_errno(err, errno, _("%s: cannot be made"), path);
    bool good = file_write(file, bytes, length) && fchmod(file, mode) == 0 && fsync(file) == 0;
    int failed = errno;
    close(file);
    if (good)
        return file_sync_folder(path, err);
    unlink(path);
    return err_errno(err, failed, _("%s: cannot be written"), path);
}
