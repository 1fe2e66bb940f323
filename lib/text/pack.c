#include "text/pack.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"

char *
pack_find(const struct packs *packs, struct arena *arena, const char *name)
{
    const char *const folders[] = {packs->own, packs->shipped};
    for (int i = 0; i < 2; i++) {
        if (!folders[i])
            continue;
        char *path = arena_printf(arena, "%s/%s", folders[i], name);
        if (access(path, F_OK) == 0)
            return path;
    }
    return NULL;
}

static int
compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
add_name(struct arena *arena, struct pack_names *names, const char *file)
{
    enum { EXTENSION = 5 };
    if (!str_ends(file, ".yaml") || file[0] == '.')
        return;
    const char **grown = arena_array(arena, (size_t)names->count + 1, sizeof *grown);
    if (names->count)
        memcpy(grown, names->names, (size_t)names->count * sizeof *grown);
    grown[names->count++] = arena_strndup(arena, file, strlen(file) - EXTENSION);
    names->names = grown;
}

static void
drop_doubles(struct pack_names *names)
{
    int kept = 0;
    for (int i = 0; i < names->count; i++)
        if (kept == 0 || strcmp(names->names[kept - 1], names->names[i]) != 0)
            names->names[kept++] = names->names[i];
    names->count = kept;
}

int
pack_list(const struct packs *packs, struct arena *arena, const char *folder,
          struct pack_names *names, struct err *err)
{
    const char *const folders[] = {packs->own, packs->shipped};
    *names = (struct pack_names){0};
    for (int i = 0; i < 2; i++) {
        if (!folders[i])
            continue;
        const char *path = arena_printf(arena, "%s/%s", folders[i], folder);
        DIR *dir = opendir(path);
        if (!dir && (errno != ENOENT || i == 1))
            return err_errno(err, errno, "%s", path);
        for (struct dirent *entry; dir && (entry = readdir(dir));)
            add_name(arena, names, entry->d_name);
        if (dir)
            closedir(dir);
    }
    if (names->count)
        qsort(names->names, (size_t)names->count, sizeof *names->names, compare_names);
    drop_doubles(names);
    return 0;
}
