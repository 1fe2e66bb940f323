/* A transaction in which what comes from a pack may read, and no more, and not for ever. */
#include "db/db_postgres.h"

#include <stdio.h>

int
postgres_confine(struct db *base, int ms, struct err *err)
{
    char sql[96];
    snprintf(sql, sizeof sql, "SET LOCAL statement_timeout = %d%s", ms,
             ms > 0 ? "; SET LOCAL transaction_read_only = on" : "");
    return postgres_exec((struct postgres_db *)base, sql, NULL, err);
}
