/* Sending commands and receiving their answers. */
#include "db/db_postgres.h"

#include <stdlib.h>
#include <string.h>

void
postgres_settled(struct postgres_db *db)
{
    PGTransactionStatusType status = db->pq.PQtransactionStatus(db->conn);
    db->inside = status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

int
postgres_quiet(struct postgres_db *db, struct err *err)
{
    if (db->loading)
        return err_set(err, ERR_DB, _("%s: no statement can run while rows are loaded"),
                       db->base.place);
    if (db->reading)
        postgres_drain(db->reading);
    return 0;
}

/* Its tag says what it was: INSERT 0 5, UPDATE 5, DELETE 5, COPY 5. */
int64_t
postgres_written(struct postgres_db *db, PGresult *result)
{
    static const char *const writers[] = {"INSERT ", "UPDATE ", "DELETE ", "COPY "};
    const char *tag = db->pq.PQcmdStatus(result);
    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++) {
        if (!str_starts(tag, writers[i]))
            continue;
        int64_t count = strtoll(db->pq.PQcmdTuples(result), NULL, 10);
        db->total += count;
        return count;
    }
    return 0;
}

static int
take_answer(struct postgres_db *db, PGresult *result, char tag[POSTGRES_TAG], struct err *err)
{
    switch (db->pq.PQresultStatus(result)) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
        postgres_written(db, result);
        if (tag && !*tag)
            snprintf(tag, POSTGRES_TAG, "%s", db->pq.PQcmdStatus(result));
        return 0;
    case PGRES_EMPTY_QUERY:
        return 0;
    case PGRES_COPY_IN: /* a script has no rows to give */
        db->pq.PQputCopyEnd(db->conn, "no rows");
        return 0;
    default:
        return postgres_fail(db, result, err);
    }
}

int
postgres_exec(struct postgres_db *db, const char *sql, char tag[POSTGRES_TAG], struct err *err)
{
    PGresult *answer;
    int result = 0;
    if (tag)
        *tag = '\0';
    if (postgres_quiet(db, err) != 0)
        return -1;
    if (!db->pq.PQsendQuery(db->conn, sql))
        return postgres_fail(db, NULL, err);
    while ((answer = db->pq.PQgetResult(db->conn))) {
        if (result == 0)
            result = take_answer(db, answer, tag, err);
        db->pq.PQclear(answer);
    }
    postgres_settled(db);
    return result;
}

int
postgres_execf(struct postgres_db *db, struct err *err, const char *format, ...)
{
    char *sql;
    va_list args;
    va_start(args, format);
    int length = vasprintf(&sql, format, args);
    va_end(args);
    if (length < 0)
        return err_set(err, ERR_MEMORY, _("out of memory; nothing was written"));
    int result = postgres_exec(db, sql, NULL, err);
    free(sql);
    return result;
}

void
postgres_add_name(struct str *sql, const char *name)
{
    str_addc(sql, '"');
    for (; *name; name++) {
        if (*name == '"')
            str_addc(sql, '"');
        str_addc(sql, *name);
    }
    str_addc(sql, '"');
}
