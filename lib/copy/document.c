#include "copy/document.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "text/utf8.h"

enum { LOOK_FOR_NUL = 8192, READ_MOST = 1 << 30, READ_STEP = 1 << 16 };

/* ---- the file -------------------------------------------------------------------------------------- */

static int
read_all(struct document *document, int fd, const char *path, struct err *err)
{
    ssize_t got;
    do {
        str_need(&document->own, READ_STEP);
        got = read(fd, document->own.text + document->own.length, READ_STEP);
        if (got < 0)
            return err_errno(err, errno, "%s", path);
        str_grown(&document->own, (size_t)got);
        if (document->own.length > READ_MOST)
            return err_set(err, ERR_DATA, _("%s: more than 1 GiB; give it as a file"), path);
    } while (got > 0);
    /* the text may be made from it: it moves */
    document->size = document->own.length;
    document->bytes = document->own.text;
    document->own = (struct str)STR_INIT;
    return 0;
}

static int
map_all(struct document *document, int fd, const char *path, struct err *err)
{
    struct stat status;
    if (fstat(fd, &status) != 0)
        return err_errno(err, errno, "%s", path);
    if (!S_ISREG(status.st_mode))
        return read_all(document, fd, path, err);
    document->size = (size_t)status.st_size;
    if (document->size == 0)
        return 0;
    void *bytes = mmap(NULL, document->size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (bytes == MAP_FAILED)
        return err_errno(err, errno, "%s", path);
    madvise(bytes, document->size, MADV_SEQUENTIAL);
    document->bytes = bytes;
    document->mapped = true;
    return 0;
}

static bool
ends_with(const char *path, const char *end)
{
    size_t length = strlen(path), tail = strlen(end);
    return length >= tail && strcasecmp(path + length - tail, end) == 0;
}

static enum document_kind
kind_of(const char *path)
{
    if (ends_with(path, ".html") || ends_with(path, ".htm") || ends_with(path, ".xhtml"))
        return DOCUMENT_HTML;
    return ends_with(path, ".csv") ? DOCUMENT_CSV : DOCUMENT_TEXT;
}

int
document_open(struct document *document, const char *path, enum document_kind kind,
              const char *const *columns, struct err *err)
{
    bool standard = strcmp(path, "-") == 0;
    int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY), result;
    *document = (struct document){.bytes = "", .own = STR_INIT, .marks = {{0, 1, 1}, {0, 1, 1}}};
    if (fd < 0)
        return err_errno(err, errno, "%s", path);
    result = map_all(document, fd, standard ? "<stdin>" : path, err);
    if (!standard)
        close(fd);
    document->text = document->bytes;
    document->length = document->size;
    if (result == 0 &&
        memchr(document->bytes, 0, document->size < LOOK_FOR_NUL ? document->size : LOOK_FOR_NUL)) {
        document_close(document);
        return 0;
    }
    kind = kind == DOCUMENT_AUTO ? kind_of(path) : kind;
    if (result == 0 && kind == DOCUMENT_HTML)
        document_html(document);
    if (result == 0 && kind == DOCUMENT_CSV)
        result = document_csv(document, columns, err);
    if (result < 0)
        document_close(document);
    return result < 0 ? -1 : 1;
}

void
document_close(struct document *document)
{
    if (document->mapped)
        munmap((void *)(uintptr_t)document->bytes, document->size);
    else if (document->size)
        free((void *)(uintptr_t)document->bytes);
    str_release(&document->own);
    free(document->pieces);
    *document = (struct document){.bytes = "", .own = STR_INIT};
}

/* ---- places ---------------------------------------------------------------------------------------- */

static void
piece(struct document *document, size_t source)
{
    if (document->count == document->room) {
        document->room = document->room ? 2 * document->room : 256;
        document->pieces = mem_resize(document->pieces, document->room * sizeof *document->pieces);
    }
    document->pieces[document->count++] = (struct document_piece){document->own.length, source};
}

void
document_put(struct document *document, const char *text, size_t length, size_t source)
{
    piece(document, source);
    str_add(&document->own, text, length);
}

void
document_take(struct document *document, size_t source, size_t length)
{
    if (length > 0)
        document_put(document, document->bytes + source, length, source);
}

static size_t
source_of(const struct document *document, size_t at)
{
    size_t low = 0, high = document->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (document->pieces[middle].at <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? document->pieces[low - 1].source + (at - document->pieces[low - 1].at) : at;
}

void
document_source(const struct document *document, size_t from, size_t length, size_t *at,
                size_t *bytes)
{
    *at = document->count ? source_of(document, from) : from;
    size_t last =
        document->count && length ? source_of(document, from + length - 1) + 1 : *at + length;
    last = last > document->size ? document->size : last;
    while (last < document->size && ((unsigned char)document->bytes[last] & 0xc0) == 0x80)
        last++;
    *bytes = last > *at ? last - *at : 0;
}

void
document_place(struct document *document, size_t at, size_t *line, size_t *column)
{
    struct document_mark mark = document->marks[1];
    const char *next;
    if (at < mark.at)
        mark = document->marks[0];
    if (at < mark.at)
        mark = (struct document_mark){0, 1, 1};
    while (mark.at < at && (next = memchr(document->bytes + mark.at, '\n', at - mark.at)) != NULL) {
        mark.at = (size_t)(next - document->bytes) + 1;
        mark.column = 1;
        mark.line++;
    }
    mark.column += utf8_count(document->bytes + mark.at, at - mark.at);
    mark.at = at;
    if (at > document->marks[1].at)
        document->marks[0] = document->marks[1];
    else
        document->marks[0] = mark;
    document->marks[1] = mark;
    *line = mark.line;
    *column = mark.column;
}

/* ---- CSV ------------------------------------------------------------------------------------------- */

/* One field, as a line of the text if it is wanted: where the next one begins. `row_ends`: it was
 * the last of its row. */
static size_t
take_field(struct document *document, size_t at, bool wanted, bool *row_ends)
{
    bool quoted = at < document->size && document->bytes[at] == '"';
    size_t from = at = at + quoted;
    for (; at < document->size; at++) {
        char c = document->bytes[at];
        bool pair = quoted && c == '"' && at + 1 < document->size && document->bytes[at + 1] == '"';
        if (quoted ? c == '"' && !pair : c == ',' || c == '\n')
            break;
        if (wanted && (pair || c == '\n')) {
            document_take(document, from, at - from + pair);
            if (!pair)
                document_put(document, " ", 1, at);
            from = at + 1 + pair;
        }
        at += pair;
    }
    if (wanted) {
        document_take(document, from, at - from);
        document_put(document, "\n", 1, at);
    }
    while (quoted && at < document->size && document->bytes[at] != ',' &&
           document->bytes[at] != '\n')
        at++;
    *row_ends = at >= document->size || document->bytes[at] == '\n';
    return at + 1;
}

static bool
is_wanted(const struct document *document, size_t at, size_t end, const char *const *columns)
{
    size_t length = end - at - 1;
    while (length && strchr("\"\r\n", document->bytes[at + length - 1]))
        length--;
    if (length && document->bytes[at] == '"')
        at++, length--;
    for (; *columns; columns++)
        if (strlen(*columns) == length && memcmp(*columns, document->bytes + at, length) == 0)
            return true;
    return false;
}

int
document_csv(struct document *document, const char *const *columns, struct err *err)
{
    unsigned char wanted[1024] = {0};
    bool row_ends = false, any = !columns;
    size_t at = 0, next;
    for (size_t k = 0; columns && at < document->size && !row_ends; at = next, k++) {
        next = take_field(document, at, false, &row_ends);
        if (k < sizeof wanted && is_wanted(document, at, next, columns)) {
            wanted[k] = 1;
            any = true;
        }
    }
    if (!any)
        return err_set(err, ERR_DATA, _("--column: the header has none of that name"));
    for (size_t k = 0; at < document->size; k++) {
        at = take_field(document, at, !columns || (k < sizeof wanted && wanted[k]), &row_ends);
        if (row_ends)
            k = (size_t)-1;
    }
    document->text = document->own.text;
    document->length = document->own.length;
    return 0;
}
