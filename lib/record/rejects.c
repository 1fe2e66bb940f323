#include "record/rejects.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/str.h"
#include "text/out.h"

enum { OWN_COLUMNS = 5 };
static const char *const own_columns[OWN_COLUMNS] = {"reject_file", "reject_line", "reject_column",
                                                     "reject_reason", "reject_raw"};

struct rejects {
    struct arena arena;
    const char *path, *draft;
    enum out_format format;
    FILE *file;
    struct out *out;
    const char **header; /* the source's fields */
    int count;
    bool nameless; /* the file has no name until it is finished */
    bool drafted;  /* it stands under the name of the draft */
};

/* As import will read it again: by its name. */
static enum out_format
format_by_name(const char *path)
{
    if (str_ends(path, ".jsonl") || str_ends(path, ".ndjson"))
        return OUT_JSONL;
    return str_ends(path, ".tsv") || str_ends(path, ".tab") ? OUT_TSV : OUT_CSV;
}

/* The finished file takes the place of what has its name, which must not be a device or a directory. */
static int
check_path(const char *path, struct err *err)
{
    struct stat status;
    if (lstat(path, &status) < 0 || S_ISREG(status.st_mode))
        return 0;
    return err_set(err, ERR_USAGE, _("--rejects: %s: is there and is no plain file; name another"),
                   path);
}

/* A file without a name, of which nothing is left if this process is killed; not every file system can. */
static int
open_nameless(struct rejects *rejects)
{
    const char *slash = strrchr(rejects->path, '/');
    const char *folder = ".";
    if (slash)
        folder = arena_strndup(&rejects->arena, rejects->path, (size_t)(slash - rejects->path) + 1);
    int fd = open(folder, O_WRONLY | O_TMPFILE | O_CLOEXEC, S_IRUSR | S_IWUSR);
    rejects->nameless = fd >= 0;
    return fd;
}

static int
open_draft(struct rejects *rejects)
{
    int fd = open(rejects->draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    rejects->drafted = fd >= 0;
    return fd;
}

/* A link cannot replace a file, but a renamed one can. */
static int
name_draft(struct rejects *rejects)
{
    if (!rejects->nameless)
        return 0;
    const char *self = arena_printf(&rejects->arena, "/proc/self/fd/%d", fileno(rejects->file));
    int failed = linkat(AT_FDCWD, self, AT_FDCWD, rejects->draft, AT_SYMLINK_FOLLOW);
    rejects->drafted = failed == 0;
    return failed;
}

int
rejects_open(struct rejects **out, const char *path, struct err *err)
{
    struct rejects *rejects = mem_alloc(sizeof *rejects);
    *rejects = (struct rejects){0};
    arena_init(&rejects->arena);
    rejects->path = arena_strdup(&rejects->arena, path);
    rejects->format = format_by_name(path);
    rejects->draft = arena_printf(&rejects->arena, "%s.%ld.tmp", path, (long)getpid());
    *out = rejects;
    if (check_path(path, err) < 0)
        return -1;
    int fd = open_nameless(rejects);
    if (fd < 0)
        fd = open_draft(rejects);
    rejects->file = fd < 0 ? NULL : fdopen(fd, "w");
    return rejects->file ? 0 : err_errno(err, errno, "%s", rejects->path);
}

static bool
same_header(const struct rejects *rejects, const struct records *records)
{
    if (records_header_count(records) != rejects->count)
        return false;
    for (int i = 0; i < rejects->count; i++)
        if (strcmp(rejects->header[i], records_header(records, i)) != 0)
            return false;
    return true;
}

static void
open_out(struct rejects *rejects)
{
    const struct out_options options = {.format = rejects->format, .header = true};
    int total = OWN_COLUMNS + rejects->count;
    struct out_column *columns = arena_array(&rejects->arena, (size_t)total, sizeof *columns);
    for (int i = 0; i < total; i++) {
        columns[i].type = OUT_TEXT;
        columns[i].name = i < OWN_COLUMNS ? own_columns[i] : rejects->header[i - OWN_COLUMNS];
    }
    rejects->out = out_new(rejects->file, &options, columns, total);
}

static int
end_out(struct rejects *rejects, struct err *err)
{
    int result = rejects->out ? out_end(rejects->out, err) : 0;
    out_free(rejects->out);
    rejects->out = NULL;
    return result < 0 ? err_wrap(err, "%s", rejects->path) : 0;
}

/* A header stands above all rows, except in JSON Lines, where each row names its own fields. */
static int
check_header(const struct rejects *rejects, const struct records *records, struct err *err)
{
    if (rejects->format == OUT_JSONL)
        return 0;
    if (records_header_grows(records))
        return err_set(err, ERR_USAGE,
                       _("--rejects: %s: what is refused of JSON Lines is kept as JSON Lines; name "
                         "the file like rejects.jsonl"),
                       rejects->path);
    return !rejects->out || same_header(rejects, records)
               ? 0
               : err_set(err, ERR_USAGE,
                         _("--rejects: %s has another header than the files before it; import it "
                           "by itself"),
                         records_name(records));
}

int
rejects_header(struct rejects *rejects, const struct records *records, struct err *err)
{
    if (check_header(rejects, records, err) < 0)
        return -1;
    if (rejects->out && same_header(rejects, records))
        return 0;
    if (end_out(rejects, err) < 0)
        return -1;
    rejects->count = records_header_count(records);
    rejects->header = arena_array(&rejects->arena, (size_t)rejects->count, sizeof *rejects->header);
    for (int i = 0; i < rejects->count; i++)
        rejects->header[i] = arena_strdup(&rejects->arena, records_header(records, i));
    open_out(rejects);
    return 0;
}

int
rejects_add(struct rejects *rejects, const struct record *record, const char *file,
            const char *column, const char *reason, struct err *err)
{
    int total = OWN_COLUMNS + rejects->count;
    struct db_value *values = mem_alloc((size_t)total * sizeof *values);
    char line[24];
    bool fits = record->count > 0 && record->count == rejects->count;
    snprintf(line, sizeof line, "%zu", record->line);
    values[0] = db_text(file);
    values[1] = db_text(line);
    values[2] = db_text(column);
    values[3] = db_text(reason);
    values[4] = fits ? db_null() : db_textn(record->raw, record->raw_length);
    for (int i = 0; i < rejects->count; i++)
        values[OWN_COLUMNS + i] =
            fits ? db_textn(record->fields[i].text, record->fields[i].length) : db_null();
    int result = out_row(rejects->out, values, err);
    free(values);
    return result;
}

const char *
rejects_words(const char *file, const char *words)
{
    size_t length = strlen(file);
    if (strncmp(words, file, length) != 0 || words[length] != ':')
        return words;
    size_t digits = strspn(words + length + 1, "0123456789");
    const char *behind = words + length + 1 + digits;
    return digits && str_starts(behind, ": ") ? behind + 2 : words;
}

int
rejects_restart(struct rejects *rejects, struct err *err)
{
    if (end_out(rejects, err) < 0)
        return -1;
    rewind(rejects->file);
    if (ftruncate(fileno(rejects->file), 0) < 0)
        return err_errno(err, errno, "%s", rejects->path);
    return 0;
}

int
rejects_finish(struct rejects *rejects, struct err *err)
{
    if (end_out(rejects, err) < 0)
        return -1;
    if (fflush(rejects->file) || fsync(fileno(rejects->file)) || name_draft(rejects) ||
        rename(rejects->draft, rejects->path) < 0)
        return err_errno(err, errno, "%s", rejects->path);
    rejects->drafted = false;
    return 0;
}

void
rejects_close(struct rejects *rejects)
{
    if (!rejects)
        return;
    out_free(rejects->out);
    if (rejects->file)
        fclose(rejects->file);
    if (rejects->drafted)
        unlink(rejects->draft);
    arena_release(&rejects->arena);
    free(rejects);
}
