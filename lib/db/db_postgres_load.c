/* libpq is loaded when a PostgreSQL URL comes: linking it would make every start pay for it and for
 * OpenSSL and Kerberos behind it (5 ms). It is not unloaded: its libraries leave handlers with the
 * process. */
#include "db/db_postgres.h"

#include <dlfcn.h>
#include <string.h>

int
postgres_load(struct postgres_api *pq, const char *library, struct err *err)
{
    static const struct {
        const char *name;
        size_t at;
    } entries[] = {
#define X(name) {#name, offsetof(struct postgres_api, name)},
        POSTGRES_API(X)
#undef X
    };
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!handle)
        return err_set(err, ERR_DB,
                       _("a PostgreSQL database needs %s, which is not installed; install the "
                         "package libpq5"),
                       library);
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
        void *found = dlsym(handle, entries[i].name);
        if (!found) {
            dlclose(handle);
            return err_set(err, ERR_DB, _("%s has no %s; install libpq5 of PostgreSQL 14 or newer"),
                           library, entries[i].name);
        }
        memcpy((char *)pq + entries[i].at, &found, sizeof found);
    }
    dlclose(handle); /* it stays: RTLD_NODELETE */
    return 0;
}
