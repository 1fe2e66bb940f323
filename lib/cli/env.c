#include "cli/env.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef MEDI_DATADIR
#define MEDI_DATADIR "/usr/local/share"
#endif

enum { LONGEST_PATH = 4096 };

static const char *
get(const char *name)
{
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

bool
env_chinese(const char *lc_all, const char *lc_messages, const char *lang)
{
    const char *name = lc_all && *lc_all             ? lc_all
                       : lc_messages && *lc_messages ? lc_messages
                                                     : lang;
    if (!name || !*name || strncmp(name, "zh", 2) == 0 || strcmp(name, "POSIX") == 0)
        return true;
    return name[0] == 'C' && (name[1] == '\0' || name[1] == '.');
}

void
env_read(struct env *env)
{
    const char *term = get("TERM");
    *env = (struct env){
        .db = get("MEDI_DB"),
        .store = get("MEDI_STORE"),
        .config = get("MEDI_CONFIG"),
        .key = get("MEDI_KEY"),
        .now = get("MEDI_NOW"),
        .actor = get("MEDI_ACTOR"),
        .zone = get("TZ"),
        .home = get("HOME"),
        .data_home = get("XDG_DATA_HOME"),
        .config_home = get("XDG_CONFIG_HOME"),
        .plain = get("NO_COLOR") || !term || strcmp(term, "dumb") == 0,
        .zh = env_chinese(getenv("LC_ALL"), getenv("LC_MESSAGES"), getenv("LANG")),
    };
}

/* The name in the file of local users, where almost everybody is: asking the system for it, which loads its
 * name services, costs a tenth of a short run. */
static const char *
local_user(struct arena *arena, uid_t id)
{
    FILE *file = fopen("/etc/passwd", "re");
    const struct passwd *user = NULL;
    const char *name = NULL;
    while (file && (user = fgetpwent(file)) && user->pw_uid != id)
        ;
    if (user && user->pw_name[0])
        name = arena_strdup(arena, user->pw_name);
    if (file)
        fclose(file);
    return name;
}

const char *
env_user(struct arena *arena)
{
    const char *name = local_user(arena, getuid());
    if (name)
        return name;
    const struct passwd *user = getpwuid(getuid());
    if (user && user->pw_name[0])
        return arena_strdup(arena, user->pw_name);
    return arena_printf(arena, "%lu", (unsigned long)getuid());
}

/* A file in the directory that `base` names, else in its usual place below the home directory. */
static char *
default_file(const struct env *env, struct arena *arena, const char *base, const char *usual,
             const char *name)
{
    if (base && base[0] == '/')
        return arena_printf(arena, "%s/medi/%s", base, name);
    const struct passwd *user = env->home ? NULL : getpwuid(geteuid());
    const char *home = env->home ? env->home : user ? user->pw_dir : "";
    return arena_printf(arena, "%s/%s/medi/%s", home, usual, name);
}

char *
env_default_db(const struct env *env, struct arena *arena)
{
    return default_file(env, arena, env->data_home, ".local/share", "medi.db");
}

char *
env_default_key(const struct env *env, struct arena *arena)
{
    return default_file(env, arena, env->config_home, ".config", "key");
}

char *
env_share(struct arena *arena)
{
    char path[LONGEST_PATH];
    struct stat status;
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length > 0) {
        path[length] = '\0';
        *strrchr(path, '/') = '\0'; /* the kernel's path is absolute */
        char *share = arena_printf(arena, "%s/../share", path);
        char *packs = arena_printf(arena, "%s/medi", share);
        if (stat(packs, &status) == 0 && S_ISDIR(status.st_mode))
            return share;
    }
    return arena_strdup(arena, MEDI_DATADIR);
}
