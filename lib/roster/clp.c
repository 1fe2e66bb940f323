#include "roster/clp.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

int
clp_load(struct clp *clp, struct err *err)
{
    static const struct {
        const char *name;
        size_t at;
    } entries[] = {
#define X(name) {#name, offsetof(struct clp, name)},
        CLP_API(X)
#undef X
    };
    void *handle = dlopen("libClp.so.1", RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!handle)
        return err_set(err, ERR_IO,
                       _("planning needs the solver Clp, which is not installed; install the "
                         "package coinor-libclp1"));
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
        void *found = dlsym(handle, entries[i].name);
        if (!found) {
            dlclose(handle);
            return err_set(err, ERR_IO, _("Clp has no %s; install a newer coinor-libclp1"),
                           entries[i].name);
        }
        memcpy((char *)clp + entries[i].at, &found, sizeof found);
    }
    dlclose(handle); /* it stays: RTLD_NODELETE */
    return 0;
}
