#include "backup/extra.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "backup/file.h"

/* ---- in -------------------------------------------------------------------------------------------- */

struct walk {
    struct writer *writer;
    struct arena arena;
    int count;
};

static int
by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int
write_file(struct writer *writer, int kind, const char *path, const char *name, size_t most,
           struct err *err)
{
    struct str text = STR_INIT;
    int result = file_load(&text, path, most, err);
    if (result == 0) {
        struct item_file file = {kind, name, db_bytes(text.text, text.length)};
        result = writer_file(writer, &file, err);
    }
    if (text.room)
        secret_wipe(text.text, text.room);
    str_release(&text);
    return result;
}

static int walk_folder(struct walk *walk, const char *path, const char *name, int depth,
                       struct err *err);

/* `name`: below the directory that was named. What starts with a point is nobody's pack. */
static int
walk_entry(struct walk *walk, const char *folder, const char *under, const char *entry, int depth,
           struct err *err)
{
    struct stat status;
    const char *path = arena_printf(&walk->arena, "%s/%s", folder, entry);
    const char *name = arena_printf(&walk->arena, "%s%s%s", under, *under ? "/" : "", entry);
    if (entry[0] == '.' || stat(path, &status) != 0)
        return 0;
    if (S_ISDIR(status.st_mode))
        return depth < PACK_DEPTH ? walk_folder(walk, path, name, depth + 1, err) : 0;
    if (!S_ISREG(status.st_mode) || !str_ends(entry, ".yaml"))
        return 0;
    if (++walk->count > PACKS_MOST)
        return err_set(err, ERR_DATA, _("%s: more than %d packs"), folder, PACKS_MOST);
    return write_file(walk->writer, ITEM_FILE_PACK, path, name, PACK_MOST, err);
}

static int
walk_folder(struct walk *walk, const char *path, const char *name, int depth, struct err *err)
{
    struct dirent **list;
    int count = scandir(path, &list, NULL, by_name), result = 0;
    if (count < 0)
        return err_errno(err, errno, "%s", path);
    for (int i = 0; i < count; i++) {
        if (result == 0)
            result = walk_entry(walk, path, name, list[i]->d_name, depth, err);
        free(list[i]);
    }
    free(list);
    return result;
}

int
extra_packs(struct writer *writer, const char *config, struct err *err)
{
    struct walk walk = {.writer = writer};
    arena_init(&walk.arena);
    int result = walk_folder(&walk, config, "", 0, err);
    arena_release(&walk.arena);
    return result;
}

int
extra_key(struct writer *writer, const char *path, struct err *err)
{
    return write_file(writer, ITEM_FILE_KEY, path, "key", KEY_MOST, err);
}

/* ---- out ------------------------------------------------------------------------------------------- */

/* Below the directory, and nowhere else: no part is empty, "." or "..", and none begins with a point. */
static bool
stays_below(const char *name)
{
    for (const char *part = name;; part = strchr(part, '/') + 1) {
        if (*part == '\0' || *part == '/' || *part == '.')
            return false;
        if (!strchr(part, '/'))
            return true;
    }
}

int
extra_take(struct extra *extra, const struct item_file *file, struct err *err)
{
    if (file->kind == ITEM_FILE_KEY) {
        if (extra->key || file->bytes.length > KEY_MOST)
            return err_set(err, ERR_DATA, _("the key in the backup is none"));
        extra->key = secret_alloc(file->bytes.length + 1);
        extra->key_length = file->bytes.length;
        memcpy(extra->key, file->bytes.text, file->bytes.length);
        return 0;
    }
    if (!stays_below(file->name) || extra->count == PACKS_MOST)
        return err_set(err, ERR_DATA, _("the backup holds a pack with a name that none can have"));
    if (extra->count == extra->room) {
        extra->room = 2 * extra->room + 16;
        extra->packs = mem_resize(extra->packs, (size_t)extra->room * sizeof *extra->packs);
    }
    struct item_file *copy = &extra->packs[extra->count++];
    char *bytes = arena_strndup(extra->arena, file->bytes.text, file->bytes.length);
    *copy = (struct item_file){file->kind, arena_strdup(extra->arena, file->name),
                               db_bytes(bytes, file->bytes.length)};
    return 0;
}

static int
make_folder(const char *folder, struct err *err)
{
    struct dirent *entry;
    DIR *open_folder;
    bool empty = true;
    if (mkdir(folder, 0700) == 0)
        return 0;
    if (errno != EEXIST)
        return err_errno(err, errno, "%s", folder);
    open_folder = opendir(folder);
    if (!open_folder)
        return err_errno(err, errno, "%s", folder);
    while ((entry = readdir(open_folder)))
        empty = empty && (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0);
    closedir(open_folder);
    return empty ? 0 : err_set(err, ERR_IO, _("%s: is not empty, and is left as it is"), folder);
}

static int
put_pack(struct arena *arena, const struct item_file *pack, const char *folder, struct err *err)
{
    char *path = arena_printf(arena, "%s/%s", folder, pack->name);
    for (char *slash = path + strlen(folder) + 1; (slash = strchr(slash, '/')); *slash++ = '/') {
        *slash = '\0';
        if (mkdir(path, 0700) != 0 && errno != EEXIST)
            return err_errno(err, errno, "%s", path);
    }
    return file_make(path, 0600, pack->bytes.text, pack->bytes.length, err);
}

int
extra_put_packs(const struct extra *extra, const char *folder, struct err *err)
{
    if (make_folder(folder, err) < 0)
        return -1;
    for (int i = 0; i < extra->count; i++)
        if (put_pack(extra->arena, &extra->packs[i], folder, err) < 0)
            return -1;
    return 0;
}

int
extra_put_key(const struct extra *extra, const char *path, struct err *err)
{
    return file_make(path, 0400, extra->key, extra->key_length, err);
}

int
extra_is_key(const struct extra *extra, const char *path, struct err *err)
{
    struct str text = STR_INIT;
    int result = file_load(&text, path, KEY_MOST, err);
    if (result == 0)
        result =
            text.length == extra->key_length && memcmp(text.text, extra->key, text.length) == 0;
    if (text.room)
        secret_wipe(text.text, text.room);
    str_release(&text);
    return result;
}

void
extra_release(struct extra *extra)
{
    free(extra->packs);
    secret_free(extra->key);
    *extra = (struct extra){0};
}
