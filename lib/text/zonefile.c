#include "text/zonefile.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define ZONE_DIRECTORY "/usr/share/zoneinfo"

enum { LONGEST_NAME = 64, LONGEST_FILE = 64 * 1024 };

bool
zone_name_ok(const char *name)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                  "0123456789_-+";
    if (strlen(name) > LONGEST_NAME)
        return false;
    for (;;) {
        size_t part = strspn(name, letters);
        if (!part)
            return false;
        if (!name[part])
            return true;
        if (name[part] != '/')
            return false;
        name += part + 1;
    }
}

static int
no_zone(const char *name, struct err *err)
{
    if (access(ZONE_DIRECTORY "/" ZONE_DEFAULT, R_OK) != 0)
        return err_set(err, ERR_IO, _("%s: there are no time zone files; install tzdata"),
                       ZONE_DIRECTORY);
    return err_set(err, ERR_DATA, _("%s: no such time zone; expected a name as %s"), name,
                   ZONE_DEFAULT);
}

static struct zone *
read_zone(struct arena *arena, const char *name, FILE *file, struct err *err)
{
    char bytes[LONGEST_FILE];
    size_t length = fread(bytes, 1, sizeof bytes, file);
    if (!ferror(file))
        return zone_parse(arena, name, bytes, length, err);
    no_zone(name, err); /* a directory, as "Asia" */
    return NULL;
}

struct zone *
zone_load(struct arena *arena, const char *name, struct err *err)
{
    FILE *file = NULL;
    if (zone_name_ok(name))
        file = fopen(arena_printf(arena, ZONE_DIRECTORY "/%s", name), "re");
    if (!file) {
        no_zone(name, err);
        return NULL;
    }
    struct zone *zone = read_zone(arena, arena_strdup(arena, name), file, err);
    fclose(file);
    return zone;
}
