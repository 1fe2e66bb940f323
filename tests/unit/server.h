/*
 * server: the PostgreSQL server that tests may use, spoken to without medi's driver.
 *
 * MEDI_TEST_PG is the URL of a database on it, and has a query part: more can be added to it with "&".
 */
#ifndef MEDI_TESTS_SERVER_H
#define MEDI_TESTS_SERVER_H

#include <check.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/db_postgres.h"

/* NULL: there is none. */
static inline const char *
server_url(void)
{
    const char *url = getenv("MEDI_TEST_PG");
    return url && *url ? url : NULL;
}

/* Runs statements on a connection of its own; `more` is put behind the URL ("&user=postgres"). The first field of
 * the last answer, or ""; valid until the next call. */
__attribute__((format(printf, 2, 3))) static inline const char *
server_run(const char *more, const char *format, ...)
{
    static char answer[256];
    struct postgres_api pq;
    struct err err = {0};
    char url[512], sql[4096];
    va_list args;
    va_start(args, format);
    vsnprintf(sql, sizeof sql, format, args);
    va_end(args);
    snprintf(url, sizeof url, "%s%s", server_url(), more);
    ck_assert_msg(postgres_load(&pq, POSTGRES_LIBRARY, &err) == 0, "%s", err.text);
    const char *const keywords[] = {"dbname", NULL}, *const values[] = {url, NULL};
    PGconn *conn = pq.PQconnectdbParams(keywords, values, 1);
    ck_assert_msg(pq.PQsendQuery(conn, sql), "%s: %s", url, pq.PQerrorMessage(conn));
    answer[0] = '\0';
    for (PGresult *result; (result = pq.PQgetResult(conn)); pq.PQclear(result)) {
        ExecStatusType status = pq.PQresultStatus(result);
        ck_assert_msg(status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK, "%s: %s", sql,
                      pq.PQerrorMessage(conn));
        if (pq.PQntuples(result))
            snprintf(answer, sizeof answer, "%s", pq.PQgetvalue(result, 0, 0));
    }
    pq.PQfinish(conn);
    return answer;
}

#endif
