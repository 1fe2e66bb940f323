/*
 * sync: a library for LD_PRELOAD that writes down (in the file MEDI_SYNC_LOG) each write to a file and each sync of
 * one, by its name: what a power cut would leave can be told from that.
 */
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at);
int fdatasync(int fd);
int fsync(int fd);

static void
note(const char *what, int fd)
{
    char link[64], name[512], line[600];
    const char *log = getenv("MEDI_SYNC_LOG");
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, name, sizeof name - 1);
    int out = log ? open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
    if (length > 0 && out >= 0) {
        name[length] = '\0';
        int size = snprintf(line, sizeof line, "%s %s\n", what, name);
        if (write(out, line, (size_t)size) != size)
            abort();
    }
    close(out);
}

ssize_t
pwrite64(int fd, const void *bytes, size_t length, off64_t at)
{
    static ssize_t (*next)(int, const void *, size_t, off64_t);
    if (!next)
        *(void **)&next = dlsym(RTLD_NEXT, "pwrite64");
    note("write", fd);
    return next(fd, bytes, length, at);
}

int
fdatasync(int fd)
{
    static int (*next)(int);
    if (!next)
        *(void **)&next = dlsym(RTLD_NEXT, "fdatasync");
    note("sync", fd);
    return next(fd);
}

int
fsync(int fd)
{
    static int (*next)(int);
    if (!next)
        *(void **)&next = dlsym(RTLD_NEXT, "fsync");
    note("sync", fd);
    return next(fd);
}
