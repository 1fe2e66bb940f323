#include "package/proof.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/codec.h"
#include "base/hash.h"
#include "base/str.h"
#include "package/folder.h"

enum { MANIFEST_MOST = 1 << 20 };

struct judge {
    struct proof *proof;
    struct arena *arena;
    const char *place;
    int fd;
    struct folder_file *files; /* as the manifest says */
    int count, room;
};

static int
tell(struct judge *judge, const char *path, const char *what, struct err *err)
{
    judge->proof->findings++;
    return judge->proof->found(judge->proof->context, path, what, err);
}

/* The bytes of a small file: 1; 0, and told: not there, no plain file, too long; -1. */
static int
read_small(struct judge *judge, const char *path, struct str *text, struct err *err)
{
    char bytes[8192];
    struct stat status;
    ssize_t length = 0;
    int fd = openat(judge->fd, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0 && (errno == ENOENT || errno == ELOOP))
        return tell(judge, path, _("is not there"), err);
    if (fd < 0 || fstat(fd, &status) != 0)
        return err_errno(err, errno, "%s/%s", judge->place, path);
    bool plain = S_ISREG(status.st_mode);
    while (plain && text->length <= MANIFEST_MOST && (length = read(fd, bytes, sizeof bytes)) > 0)
        str_add(text, bytes, (size_t)length);
    int number = errno;
    close(fd);
    if (length < 0)
        return err_errno(err, number, "%s/%s", judge->place, path);
    if (!plain || text->length > MANIFEST_MOST)
        return tell(judge, path, _("is no such file"), err);
    return 1;
}

/* ---- the note ------------------------------------------------------------------------------------------ */

/* The hash of the manifest that the note names, or NULL. */
static const char *
named_hash(struct arena *arena, const struct note *note)
{
    static const char head[] = "\nmanifest ";
    char *text = arena_strndup(arena, note->text, note->text_length);
    char *at = str_starts(text, "medi package\n") ? strstr(text, head) : NULL;
    if (!at || strlen(at) != strlen(head) + FOLDER_HEX || !str_ends(at, "\n"))
        return NULL;
    return arena_strndup(arena, at + strlen(head), FOLDER_HEX - 1);
}

static int
judge_signature(struct judge *judge, const struct note *note, struct err *err)
{
    const struct note_key *by;
    const struct proof *proof = judge->proof;
    if (!proof->key_count)
        return 0;
    switch (note_judge(note, proof->keys, proof->key_count, &by)) {
    case NOTE_SIGNED:
        return 0;
    case NOTE_UNSIGNED:
        return tell(judge, folder_note, _("none of the keys that are trusted signed it"), err);
    default:
        return tell(judge, folder_note, _("its signature does not hold"), err);
    }
}

static int
judge_note(struct judge *judge, const char **hash, struct err *err)
{
    struct str text = STR_INIT;
    struct note note;
    struct err why = {0};
    int result = read_small(judge, folder_note, &text, err);
    *hash = NULL;
    if (result == 1) {
        char *bytes = arena_strndup(judge->arena, text.text, text.length);
        if (strlen(bytes) != text.length ||
            note_parse(judge->arena, &note, bytes, text.length, &why) < 0 ||
            !(*hash = named_hash(judge->arena, &note)))
            result = tell(judge, folder_note, _("is no note of a package"), err);
        else
            result = judge_signature(judge, &note, err);
    }
    str_release(&text);
    return result < 0 ? -1 : 0;
}

/* ---- the manifest -------------------------------------------------------------------------------------- */

/* Only what folder.h writes: names of small letters, in that folder or in the one inside. */
static bool
is_plain(const char *path)
{
    size_t folder = strlen(folder_records);
    if (strncmp(path, folder_records, folder) == 0 && path[folder] == '/')
        path += folder + 1;
    size_t length = strspn(path, "abcdefghijklmnopqrstuvwxyz0123456789_.-");
    return length > 0 && !path[length] && path[0] != '.';
}

/* path, bytes, rows, sha256 */
static bool
read_line(struct judge *judge, char *line)
{
    char *field[4] = {line}, *at = line, *end;
    for (int i = 1; i < 4; i++) {
        at = strchr(at, '\t');
        if (!at)
            return false;
        *at++ = '\0';
        field[i] = at;
    }
    if (!is_plain(field[0]) || strlen(field[3]) != FOLDER_HEX - 1 || strchr(field[3], '\t'))
        return false;
    judge->files =
        arena_more(judge->arena, judge->files, judge->count, &judge->room, sizeof *judge->files);
    struct folder_file *file = &judge->files[judge->count++];
    *file = (struct folder_file){.path = field[0], .bytes = strtoll(field[1], &end, 10)};
    memcpy(file->sha256, field[3], FOLDER_HEX);
    return *field[1] && !*end && file->bytes >= 0;
}

static bool
read_lines(struct judge *judge, char *text)
{
    char *stop;
    for (char *at = text; (stop = strchr(at, '\n')); at = stop + 1) {
        *stop = '\0';
        if (at == text ? strcmp(at, "path\tbytes\trows\tsha256") != 0 : !read_line(judge, at))
            return false;
        if (!stop[1])
            return true;
    }
    return false;
}

static int
judge_manifest(struct judge *judge, const char *hash, struct err *err)
{
    unsigned char digest[32];
    struct str text = STR_INIT;
    int result = read_small(judge, folder_manifest, &text, err);
    if (result == 1)
        hash_sha256(digest, text.text, text.length);
    if (result == 1 && hash && strcmp(hex_encode(judge->arena, digest, sizeof digest), hash) != 0)
        result = tell(judge, folder_manifest, _("is not the one that was signed"), err);
    else if (result == 1 && !read_lines(judge, arena_strndup(judge->arena, text.text, text.length)))
        result = tell(judge, folder_manifest, _("is no manifest of a package"), err);
    str_release(&text);
    return result < 0 ? -1 : 0;
}

/* ---- its files, and others ----------------------------------------------------------------------------- */

static int
judge_file(struct judge *judge, const struct folder_file *said, struct err *err)
{
    struct folder_file file = {.path = said->path};
    int there = folder_digest(judge->fd, &file, err);
    judge->proof->files++;
    if (there < 0)
        return -1;
    if (there == 0)
        return tell(judge, said->path, _("is not there"), err);
    if (file.bytes != said->bytes || strcmp(file.sha256, said->sha256) != 0)
        return tell(judge, said->path, _("was changed"), err);
    return 0;
}

static bool
is_listed(const struct judge *judge, const char *path)
{
    if (strcmp(path, folder_manifest) == 0 || strcmp(path, folder_note) == 0)
        return true;
    for (int i = 0; i < judge->count; i++)
        if (strcmp(judge->files[i].path, path) == 0)
            return true;
    return false;
}

static int
by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int
judge_name(struct judge *judge, const char *folder, const struct dirent *entry, struct err *err)
{
    const char *name = entry->d_name;
    bool dots = strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
    bool inside = !*folder && entry->d_type == DT_DIR && strcmp(name, folder_records) == 0;
    const char *path = arena_printf(judge->arena, "%s%s", folder, name);
    if (dots || inside || is_listed(judge, path))
        return 0;
    return tell(judge, path, _("is not in the manifest"), err);
}

/* `folder`: "" or with its slash. */
static int
judge_others(struct judge *judge, const char *name, const char *folder, struct err *err)
{
    struct dirent **names;
    int result = 0, count = scandirat(judge->fd, name, &names, NULL, by_name);
    if (count < 0 && (errno == ENOENT || errno == ENOTDIR))
        return 0; /* its files are told one by one */
    if (count < 0)
        return err_errno(err, errno, "%s", judge->place);
    for (int i = 0; i < count; i++) {
        if (result == 0)
            result = judge_name(judge, folder, names[i], err);
        free(names[i]);
    }
    free(names);
    return result;
}

static int
judge_all(struct judge *judge, struct err *err)
{
    const char *hash;
    if (judge_note(judge, &hash, err) < 0 || judge_manifest(judge, hash, err) < 0)
        return -1;
    if (!judge->count)
        return 0; /* without its manifest nothing more can be said */
    for (int i = 0; i < judge->count; i++)
        if (judge_file(judge, &judge->files[i], err) < 0)
            return -1;
    char *inside = arena_printf(judge->arena, "%s/", folder_records);
    if (judge_others(judge, ".", "", err) < 0)
        return -1;
    return judge_others(judge, folder_records, inside, err);
}

int
proof_run(struct proof *proof, struct arena *arena, const char *place, struct err *err)
{
    struct judge judge = {.proof = proof, .arena = arena, .place = place};
    proof->files = proof->findings = 0;
    judge.fd = open(place, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (judge.fd < 0)
        return err_errno(err, errno, "%s", place);
    int result = judge_all(&judge, err);
    close(judge.fd);
    return result;
}
