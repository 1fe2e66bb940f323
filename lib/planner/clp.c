#include "planner/clp.h"

#include "base/library.h"

int
clp_load(struct clp *clp, struct err *err)
{
    static const char *const names[] = {"libClp.so.1", NULL};
    static const struct library_entry entries[] = {
#define X(name) {#name, offsetof(struct clp, name)},
        CLP_API(X)
#undef X
    };
    const char *missing;
    if (library_load(clp, names, entries, sizeof entries / sizeof *entries, &missing) == 0)
        return 0;
    if (missing)
        return err_set(err, ERR_IO, _("Clp has no %s; install a newer coinor-libclp1"), missing);
    return err_set(err, ERR_IO,
                   _("planning needs the solver Clp, which is not installed; install the "
                     "package coinor-libclp1"));
}
