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
        .credentials = get("CREDENTIALS_DIRECTORY"),
        .plain = get("NO_COLOR") || !term || strcmp(term, "dumb") == 0,
        .zh = env_chinese(getenv("LC_ALL"), getenv("LC_MESSAGES"), getenv("LANG")),
    };
}

/* "root:x:0:…": the name, if the number is `id`. */
static const char *
user_of_line(struct arena *arena, const char *line, uid_t id)
{
    const char *number = strchr(line, ':');
    char *end;
    number = number ? strchr(number + 1, ':') : NULL;
    if (!number || number[1] < '0' || number[1] > '9' || line[0] == ':' || line[0] == '+')
        return NULL;
    if (strtoul(number + 1, &end, 10) != id || *end != ':')
        return NULL;
    return arena_strndup(arena, line, strcspn(line, ":"));
}

/* Almost everybody is in the file of local users. The system's own ways to read it load its name
 * services or much of the C library first: seven times the work, in every run. */
static const char *
local_user(struct arena *arena, uid_t id)
{
    char line[1024];
    const char *name = NULL;
    bool begins = true; /* a longer line comes in parts */
    FILE *file = fopen("/etc/passwd", "re");
    while (file && !name && fgets(line, sizeof line, file)) {
        name = begins ? user_of_line(arena, line, id) : NULL;
        begins = strchr(line, '\n') != NULL;
    }
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
