#include "text/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "text/encoding.h"
#include "text/utf8.h"

enum { CHUNK = 256 * 1024, CHARACTER_MAX = 4 };

static const int64_t SIZE_LIMIT = INT64_C(1) << 62;

struct source {
    int fd;
    bool regular; /* has a size, can go back */
    char *name;
    off_t start; /* where standard input stood when it was handed over */
    int64_t size, position;
    struct timespec changed;

    enum encoding forced, encoding;
    bool begun;     /* the byte order mark has been dealt with */
    bool ended;     /* the last byte has been read */
    size_t line;    /* of the byte at `at` */
    size_t damaged; /* the line whose damage has been told; 0: none */

    char *in; /* bytes as they are in the file: [at, end) are still to be given */
    size_t at, end;
    size_t nul;                  /* the first NUL of them, else `end` */
    struct converter *converter; /* made when the first character of GB18030 comes */
    char *converted;
};

static const char REPLACEMENT[] = "\xef\xbf\xbd";

static int
note_file(struct source *source, struct err *err)
{
    struct stat stat;

    if (fstat(source->fd, &stat) != 0)
        return err_errno(err, errno, _("%s: cannot be read"), source->name);
    if (S_ISDIR(stat.st_mode))
        return err_set(err, ERR_IO, _("%s: is a directory; name a file"), source->name);
    source->regular = S_ISREG(stat.st_mode);
    if (!source->regular)
        return 0;
    source->start = lseek(source->fd, 0, SEEK_CUR);
    if (source->start < 0)
        return err_errno(err, errno, _("%s: cannot be read"), source->name);
    if (stat.st_size > SIZE_LIMIT)
        return err_set(err, ERR_IO, _("%s: is too large; split it"), source->name);
    source->size = stat.st_size < source->start ? 0 : stat.st_size - source->start;
    source->changed = stat.st_mtim;
    return 0;
}

static int
open_file(struct source *source, const char *path, struct err *err)
{
    if (strcmp(path, "-") == 0) {
        source->fd = STDIN_FILENO;
        source->name = strdup("<stdin>");
    } else {
        source->fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
        source->name = strdup(path);
    }
    if (source->name == NULL)
        return err_set(err, ERR_MEMORY, _("out of memory"));
    if (source->fd < 0)
        return err_errno(err, errno, _("%s: cannot be opened"), source->name);
    return note_file(source, err);
}

static int
refuse_changed(const struct source *source, struct err *err)
{
    return err_set(err, ERR_IO,
                   _("%s: changed while it was read; run this again when it is complete"),
                   source->name);
}

static int
check_unchanged(const struct source *source, struct err *err)
{
    struct stat stat;

    if (!source->regular)
        return 0;
    if (fstat(source->fd, &stat) != 0)
        return err_errno(err, errno, _("%s: cannot be read"), source->name);
    if (source->position == source->size && stat.st_size - source->start == source->size &&
        stat.st_mtim.tv_sec == source->changed.tv_sec &&
        stat.st_mtim.tv_nsec == source->changed.tv_nsec)
        return 0;
    return refuse_changed(source, err);
}

/* Kept, not sought each time: a file of bad bytes would be searched again for each of them. */
static void
find_nul(struct source *source)
{
    const char *nul = memchr(source->in + source->at, '\0', source->end - source->at);

    source->nul = nul == NULL ? source->end : (size_t)(nul - source->in);
}

/* One read behind the bytes that wait. */
static int
fill(struct source *source, struct err *err)
{
    ssize_t got;

    memmove(source->in, source->in + source->at, source->end - source->at);
    source->end -= source->at;
    source->at = 0;
    do {
        got = read(source->fd, source->in + source->end, CHUNK - source->end);
    } while (got < 0 && errno == EINTR);
    if (got < 0)
        return err_errno(err, errno, _("%s: cannot be read"), source->name);
    source->ended = got == 0;
    source->end += (size_t)got;
    source->position += got;
    find_nul(source);
    if (source->regular && source->position > source->size)
        return refuse_changed(source, err); /* else a file that grows may never end */
    return 0;
}

static size_t
waiting(const struct source *source)
{
    return source->end - source->at;
}

/* As many bytes as there are, up to `wanted`. */
static int
gather(struct source *source, size_t wanted, struct err *err)
{
    while (waiting(source) < wanted && !source->ended)
        if (fill(source, err) != 0)
            return -1;
    return 0;
}

static int
begin(struct source *source, struct err *err)
{
    size_t mark;

    if (gather(source, ENCODING_BOM_MAX, err) != 0)
        return -1;
    enum encoding found = encoding_bom(source->in + source->at, waiting(source), &mark);
    if (found == ENCODING_UTF16)
        return err_set(err, ERR_DATA, _("%s: is UTF-16; save it as UTF-8 or GB18030"),
                       source->name);
    if (found != ENCODING_UNKNOWN && source->forced != ENCODING_UNKNOWN && found != source->forced)
        return err_set(err, ERR_DATA, _("%s: begins with the mark of %s; do not call it %s"),
                       source->name, encoding_name(found), encoding_name(source->forced));
    if (found != ENCODING_UNKNOWN)
        source->encoding = found;
    source->at += mark;
    source->begun = true;
    return 0;
}

int
source_open(struct source **opened, const char *path, const char *encoding, struct err *err)
{
    enum encoding forced = ENCODING_UNKNOWN;

    *opened = NULL;
    if (encoding != NULL && !encoding_parse(encoding, &forced))
        return err_set(err, ERR_USAGE, _("%s: unknown encoding; utf-8 and gb18030 are known"),
                       encoding);

    struct source *source = mem_alloc(sizeof *source);
    *source = (struct source){.fd = -1, .size = -1, .line = 1};
    source->forced = source->encoding = forced;
    source->in = mem_alloc(CHUNK);
    if (open_file(source, path, err) != 0 || begin(source, err) != 0) {
        source_close(source);
        return -1;
    }
    *opened = source;
    return 0;
}

void
source_close(struct source *source)
{
    if (source == NULL)
        return;
    if (source->fd > STDIN_FILENO)
        close(source->fd);
    converter_close(source->converter);
    free(source->converted);
    free(source->in);
    free(source->name);
    free(source);
}

static int
open_converter(struct source *source, struct err *err)
{
    if (source->converter != NULL)
        return 0;
    source->converter = converter_open();
    if (source->converter == NULL)
        return err_set(err, ERR_IO, _("%s: this system cannot convert GB18030; save it as UTF-8"),
                       source->name);
    source->converted = mem_alloc(2 * CHUNK);
    return 0;
}

/* All ASCII so far, and the next byte is not: a full buffer is asked which encoding it is. */
static int
decide(struct source *source, struct err *err)
{
    if (gather(source, CHUNK, err) != 0)
        return -1;
    source->encoding = encoding_guess(source->in + source->at, waiting(source), source->ended);
    return 0;
}

static size_t
line_ends(const char *bytes, size_t length)
{
    size_t count = 0;

    for (const char *end = bytes + length;; bytes++, count++) {
        bytes = memchr(bytes, '\n', (size_t)(end - bytes));
        if (bytes == NULL)
            return count;
    }
}

/* Passes on the valid bytes of [at, at + length): how many came out. */
static size_t
take_utf8(struct source *source, size_t length, const char **bytes)
{
    *bytes = source->in + source->at;
    size_t valid = utf8_valid(*bytes, length);
    source->at += valid;
    return valid;
}

static size_t
take_gb18030(struct source *source, size_t length, const char **bytes)
{
    size_t taken;
    size_t made = converter_run(source->converter, source->in + source->at, length, &taken,
                                source->converted);

    source->at += taken;
    *bytes = source->converted;
    return made;
}

/* What can be given of the bytes that wait, in the encoding as known so far. */
static int
take_good(struct source *source, const char **bytes, size_t *length, struct err *err)
{
    size_t clean = source->nul - source->at;

    if (source->encoding == ENCODING_UNKNOWN) {
        *bytes = source->in + source->at;
        *length = utf8_ascii(*bytes, clean);
        source->at += *length;
    } else if (source->encoding == ENCODING_UTF8) {
        *length = take_utf8(source, clean, bytes);
    } else {
        if (open_converter(source, err) != 0)
            return -1;
        *length = take_gb18030(source, clean, bytes);
    }
    return 0;
}

/* Nothing can be given, and more bytes would not change that. */
static bool
stuck(const struct source *source)
{
    return waiting(source) > 0 && source->encoding != ENCODING_UNKNOWN &&
           (source->in[source->at] == '\0' || source->ended || waiting(source) >= CHARACTER_MAX);
}

/* Steps over a byte that cannot be given; of those that fill damaged files, over the whole run. */
static void
skip_bad(struct source *source)
{
    char bad = source->in[source->at++];

    while ((bad == '\0' || bad == '\xff') && waiting(source) > 0 && source->in[source->at] == bad)
        source->at++;
    find_nul(source);
}

static int
take(struct source *source, const char **bytes, size_t *length, struct err *err)
{
    if (take_good(source, bytes, length, err) != 0)
        return -1;
    if (*length == 0 && stuck(source) && source->line == source->damaged) {
        *bytes = REPLACEMENT;
        *length = strlen(REPLACEMENT);
        skip_bad(source);
    }
    source->line += line_ends(*bytes, *length);
    return 0;
}

/* Once a line: the next call goes on. */
static int
refuse(struct source *source, struct err *err)
{
    unsigned char byte = (unsigned char)source->in[source->at];

    source->damaged = source->line;
    if (byte == '\0')
        return err_set(err, ERR_DATA,
                       _("%s:%zu: a NUL byte; this is no text file, or it is damaged"),
                       source->name, source->line);
    if (source->encoding == ENCODING_GB18030 && source->forced == ENCODING_UNKNOWN)
        return err_set(
            err, ERR_DATA,
            _("%s:%zu: byte 0x%02X is neither UTF-8 nor GB18030; save the file as UTF-8"),
            source->name, source->line, byte);
    return err_set(err, ERR_DATA, _("%s:%zu: byte 0x%02X is not %s; save the file as UTF-8"),
                   source->name, source->line, byte,
                   source->encoding == ENCODING_UTF8 ? "UTF-8" : "GB18030");
}

int
source_read(struct source *source, const char **bytes, size_t *length, struct err *err)
{
    for (;;) {
        if (!source->begun && begin(source, err) != 0)
            return -1;
        if (take(source, bytes, length, err) != 0)
            return -1;
        if (*length > 0)
            return 1;
        if (waiting(source) > 0 && source->encoding == ENCODING_UNKNOWN) {
            if (decide(source, err) != 0)
                return -1;
        } else if (stuck(source)) {
            return refuse(source, err);
        } else if (source->ended) {
            return check_unchanged(source, err);
        } else if (fill(source, err) != 0) {
            return -1;
        }
    }
}

bool
source_can_rewind(const struct source *source)
{
    return source->regular;
}

bool
source_rewind(struct source *source)
{
    if (!source->regular || lseek(source->fd, source->start, SEEK_SET) < 0)
        return false;
    source->encoding = source->forced;
    source->begun = source->ended = false;
    source->at = source->end = source->nul = 0;
    source->position = 0;
    source->line = 1;
    source->damaged = 0;
    return true;
}

const char *
source_name(const struct source *source)
{
    return source->name;
}

const char *
source_encoding(const struct source *source)
{
    return encoding_name(source->encoding);
}

int64_t
source_size(const struct source *source)
{
    return source->size;
}

int64_t
source_position(const struct source *source)
{
    return source->position;
}
