#include "cli/feed.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/str.h"
#include "cli/terminal.h"

enum { ROOM = 64 * 1024, END = 0x04, BACKSPACE = 0x08, DELETE = 0x7f };

struct feed {
    int fd;
    const char *name;
    bool typed; /* on a terminal */
    struct terminal terminal;
    char *bytes; /* [at, end) are still to be given */
    size_t at, end;
    bool ended, begun;
    struct str line; /* of one that does not stand in `bytes` as a whole */
};

int
feed_open(struct feed **feed, const char *path, struct err *err)
{
    bool standard = strcmp(path, "-") == 0;
    int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return err_errno(err, errno, _("%s: cannot be read"), path);
    struct feed *new = mem_alloc(sizeof *new);
    *new = (struct feed){.fd = fd, .name = standard ? "<stdin>" : path, .line = STR_INIT};
    if (isatty(fd)) {
        if (terminal_raw(&new->terminal, fd, err) < 0) {
            free(new);
            return -1;
        }
        new->typed = true;
    }
    new->bytes = mem_alloc(ROOM);
    *feed = new;
    return 0;
}

void
feed_close(struct feed *feed)
{
    if (!feed)
        return;
    if (feed->typed)
        terminal_restore(&feed->terminal);
    if (feed->fd != STDIN_FILENO)
        close(feed->fd);
    str_release(&feed->line);
    free(feed->bytes);
    free(feed);
}

/* ---- a terminal ------------------------------------------------------------------------------------- */

static void
echo(const char *bytes, size_t length)
{
    if (isatty(STDERR_FILENO) && write(STDERR_FILENO, bytes, length) < 0)
        return;
}

/* One byte of those that were typed: whether it ends the line. */
static bool
type(struct feed *feed, char byte)
{
    char shown[2] = {'^', (char)(byte ^ 0x40)};
    if (byte == '\n') {
        if (feed->line.length > 0)
            echo("\n", 1);
        return feed->line.length > 0;
    }
    if (byte == DELETE || byte == BACKSPACE) {
        if (feed->line.length > 0) {
            str_cut(&feed->line, feed->line.length - 1);
            echo("\b \b", 3);
        }
        return false;
    }
    if ((unsigned char)byte < ' ')
        echo(shown, 2);
    else
        echo(&byte, 1);
    if (feed->line.length < FEED_LONGEST)
        str_addc(&feed->line, byte);
    return false;
}

/* ---- bytes ------------------------------------------------------------------------------------------ */

/* More bytes behind those that are there, none of which is still to be given. */
static int
fill(struct feed *feed, struct err *err)
{
    ssize_t got;
    feed->at = feed->end = 0;
    do
        got = feed->typed ? terminal_read(&feed->terminal, feed->bytes, ROOM)
                          : read(feed->fd, feed->bytes, ROOM);
    while (got < 0 && errno == EINTR);
    if (got < 0 && !(feed->typed && errno == EIO)) /* EIO: the terminal is gone */
        return err_errno(err, errno, _("%s: cannot be read"), feed->name);
    feed->end = got > 0 ? (size_t)got : 0;
    feed->ended = got <= 0;
    if (!feed->begun && feed->end >= 3 && memcmp(feed->bytes, "\xef\xbb\xbf", 3) == 0)
        feed->at = 3;
    feed->begun = true;
    return 0;
}

static int
typed_line(struct feed *feed, struct err *err)
{
    for (;;) {
        while (feed->at < feed->end) {
            char byte = feed->bytes[feed->at++];
            if (byte == END && feed->line.length == 0) {
                feed->ended = true;
                return 0;
            }
            if (type(feed, byte))
                return 1;
        }
        if (feed->ended)
            return feed->line.length > 0;
        if (fill(feed, err) < 0)
            return -1;
    }
}

static void
keep(struct feed *feed, const char *bytes, size_t length)
{
    size_t spare = FEED_LONGEST - feed->line.length;
    str_add(&feed->line, bytes, length < spare ? length : spare);
}

/* Of a line that goes over the end of what was read: the rest of it. */
static int
pieces(struct feed *feed, struct err *err)
{
    bool any = false;
    for (;;) {
        const char *from = feed->bytes + feed->at;
        const char *stop = memchr(from, '\n', feed->end - feed->at);
        size_t length = stop ? (size_t)(stop - from) : feed->end - feed->at;
        keep(feed, from, length);
        any = any || length > 0 || stop;
        feed->at += length + (stop != NULL);
        if (stop || feed->ended)
            return any;
        if (fill(feed, err) < 0)
            return -1;
    }
}

int
feed_line(struct feed *feed, const char **line, size_t *length, struct err *err)
{
    const char *from = feed->bytes + feed->at;
    const char *stop = feed->typed ? NULL : memchr(from, '\n', feed->end - feed->at);
    str_cut(&feed->line, 0);
    if (stop) {
        *line = from;
        *length = (size_t)(stop - from);
        feed->at += *length + 1;
    } else {
        int got = feed->typed ? typed_line(feed, err) : pieces(feed, err);
        if (got <= 0)
            return got;
        *line = feed->line.text;
        *length = feed->line.length;
    }
    if (*length > 0 && (*line)[*length - 1] == '\r')
        --*length;
    return 1;
}

bool
feed_waits(const struct feed *feed)
{
    return !memchr(feed->bytes + feed->at, '\n', feed->end - feed->at);
}
