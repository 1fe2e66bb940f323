/* libpq is loaded when a PostgreSQL URL comes: linking it would make every start pay for it and for
 * OpenSSL and Kerberos behind it (5 ms). */
#include "db/db_postgres.h"

#include "base/library.h"

int
postgres_load(struct postgres_api *pq, const char *library, struct err *err)
{
    static const struct library_entry entries[] = {
#define X(name) {#name, offsetof(struct postgres_api, name)},
        POSTGRES_API(X)
#undef X
    };
    const char *const names[] = {library, NULL};
    const char *missing;
    if (library_load(pq, names, entries, sizeof entries / sizeof *entries, &missing) == 0)
        return 0;
    if (missing)
        return err_set(err, ERR_DB, _("%s has no %s; install libpq5 of PostgreSQL 14 or newer"),
                       library, missing);
    return err_set(err, ERR_DB,
                   _("a PostgreSQL database needs %s, which is not installed; install the "
                     "package libpq5"),
                   library);
}
