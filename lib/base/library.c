#include "base/library.h"

#include <dlfcn.h>
#include <string.h>

static void *
open_first(const char *const *names)
{
    void *handle = NULL;
    for (; *names && !handle; names++)
        handle = dlopen(*names, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    return handle;
}

int
library_load(void *api, const char *const *names, const struct library_entry *entries, size_t count,
             const char **missing)
{
    void *handle = open_first(names);
    *missing = NULL;
    if (!handle)
        return -1;
    for (size_t i = 0; i < count && !*missing; i++) {
        void *found = dlsym(handle, entries[i].name);
        if (found)
            memcpy((char *)api + entries[i].at, &found, sizeof found);
        else
            *missing = entries[i].name;
    }
    dlclose(handle); /* it stays: RTLD_NODELETE */
    return *missing ? -1 : 0;
}
