/* Connecting: the URL, the server, the settings of the session, and whose database it is. */
#include "db/db_postgres.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/cipher.h"

enum { VERSION_LEAST = 150000, DIAGNOSE_MS = 5000 };

/* ---- the URL --------------------------------------------------------------------------------- */

/* What would stand in the list of processes for all to read. libpq reads the URL, so that no spelling
 * of it is missed. */
static bool
holds_secret(const PQconninfoOption *options)
{
    for (; options->keyword; options++)
        if (options->val && *options->val &&
            (strcmp(options->keyword, "password") == 0 ||
             strcmp(options->keyword, "sslpassword") == 0))
            return true;
    return false;
}

/* No message shows the URL before it was seen to be free of passwords. */
static int
check_url(const struct postgres_api *pq, const char *url, struct err *err)
{
    char *message = NULL;
    PQconninfoOption *options = pq->PQconninfoParse(url, &message);
    pq->PQfreemem(message);
    if (!options)
        return err_set(
            err, ERR_USAGE,
            _("the PostgreSQL URL cannot be read; write postgresql://HOST/DATABASE, with "
              "special characters as %%XX"));
    bool secret = holds_secret(options);
    pq->PQconninfoFree(options);
    if (secret)
        return err_set(
            err, ERR_USAGE,
            _("the PostgreSQL URL holds a password, which others could read in the list of "
              "processes; put it into ~/.pgpass or a service file"));
    return 0;
}

/* ---- the server ------------------------------------------------------------------------------ */

enum { KEYWORDS = 4 };

static void
say_how(const char *url, const char *keywords[KEYWORDS], const char *values[KEYWORDS])
{
    const char *const names[KEYWORDS] = {"dbname", "client_encoding", "fallback_application_name"};
    const char *const said[KEYWORDS] = {url, "UTF8", "medi"};
    memcpy(keywords, names, sizeof names);
    memcpy(values, said, sizeof said);
}

static int64_t
milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Connects once more, step by step, since a refusal comes with its SQLSTATE in words only if libpq is told so
 * before it arrives. */
static void
diagnose(struct postgres_db *db, const char **keywords, const char **values)
{
    const struct postgres_api *pq = &db->pq;
    int64_t until = milliseconds() + DIAGNOSE_MS, left = DIAGNOSE_MS;
    PGconn *conn = pq->PQconnectStartParams(keywords, values, 1);
    PostgresPollingStatusType step = PGRES_POLLING_WRITING;
    if (!conn)
        return;
    pq->PQsetErrorVerbosity(conn, PQERRORS_SQLSTATE);
    while ((step == PGRES_POLLING_WRITING || step == PGRES_POLLING_READING) && left > 0) {
        short wanted = step == PGRES_POLLING_WRITING ? POLLOUT : POLLIN;
        struct pollfd wait = {.fd = pq->PQsocket(conn), .events = wanted};
        poll(&wait, 1, (int)left);
        step = pq->PQconnectPoll(conn);
        left = until - milliseconds();
    }
    if (step == PGRES_POLLING_OK) /* now it would do: connection_failure */
        strcpy(db->state, "08006");
    const char *words = pq->PQerrorMessage(conn), *fatal;
    while ((fatal = strstr(words, ":  "))) { /* "FATAL:  28P01"; of several hosts the last counts */
        snprintf(db->state, sizeof db->state, "%s", fatal + 3);
        words = fatal + 3;
    }
    pq->PQfinish(conn);
}

static int
refused_name(const char *place, struct err *err)
{
    struct str word = STR_INIT;
    str_add_shell(&word, place);
    err_set(err, ERR_DB,
            _("%s: the server has no such database; make it there first, then: medi-db init -d %s"),
            place, word.text);
    str_release(&word);
    return -1;
}

static int
refused(struct postgres_db *db, struct err *err)
{
    const char *place = db->base.place, *state = db->state;
    struct str words = STR_INIT;
    if (strcmp(state, "3D000") == 0)
        return refused_name(place, err);
    if (str_starts(state, "28"))
        return err_set(err, ERR_DB,
                       _("%s: the server does not let this user in; see ~/.pgpass and the server's "
                         "pg_hba.conf"),
                       place);
    if (str_starts(state, "53") || str_starts(state, "57P"))
        return err_set(err, ERR_BUSY,
                       _("%s: the server takes no more connections now; try again later"), place);
    if (str_starts(state, "08"))
        return err_set(err, ERR_BUSY,
                       _("%s: the server hung up before it let this user in; try again later"),
                       place);
    postgres_first_line(&words, db->pq.PQerrorMessage(db->conn));
    err_set(err, ERR_DB, _("%s: the server cannot be used: %s"), place, words.text);
    str_release(&words);
    return -1;
}

static int
fail_connect(struct postgres_db *db, const char **keywords, const char **values, struct err *err)
{
    const char *place = db->base.place;
    struct str words = STR_INIT;
    db->base.again = DB_AGAIN;
    switch (db->pq.PQpingParams(keywords, values, 1)) {
    case PQPING_NO_RESPONSE:
        return err_set(err, ERR_BUSY,
                       _("%s: the server cannot be reached; is it running, and is the host right?"),
                       place);
    case PQPING_REJECT:
        return err_set(err, ERR_BUSY, _("%s: the server is starting or stopping; try again later"),
                       place);
    case PQPING_OK:
        diagnose(db, keywords, values);
        return refused(db, err);
    default:
        postgres_first_line(&words, db->pq.PQerrorMessage(db->conn));
        err_set(err, ERR_USAGE, _("%s: the URL cannot be used: %s"), place, words.text);
        str_release(&words);
        return -1;
    }
}

static int
connect(struct postgres_db *db, struct err *err)
{
    const char *keywords[KEYWORDS], *values[KEYWORDS];
    say_how(db->base.place, keywords, values);
    secret_guard(); /* libpq may read a password, and keeps it */
    db->conn = db->pq.PQconnectdbParams(keywords, values, 1);
    if (!db->conn)
        return err_set(err, ERR_MEMORY, _("out of memory; nothing was written"));
    if (db->pq.PQstatus(db->conn) != CONNECTION_OK)
        return fail_connect(db, keywords, values, err);
    postgres_listen(db);
    return 0;
}

/* ---- the session ----------------------------------------------------------------------------- */

/* What statements mean must not depend on how the server, the database or the role is set. A writer's
 * commit waits for the disk, as SQLite's does. A bulk writer asks for one row at a time: a plan that
 * was made while a table was small would go on reading all of it as it grows. */
static int
set_session(struct postgres_db *db, struct err *err)
{
    static const char settings[] =
        "SET standard_conforming_strings = on; SET bytea_output = hex; "
        "SET client_min_messages = warning; SET statement_timeout = 0; "
        "SET idle_in_transaction_session_timeout = 0; SET lock_timeout = %d; "
        "SET default_transaction_isolation = 'repeatable read'; "
        "SET default_transaction_read_only = %s; "
        "SET enable_seqscan = %s; SET jit = off; "
        "SELECT set_config('synchronous_commit', 'on', false) "
        "WHERE current_setting('synchronous_commit') = 'off'; "
        "SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', false) "
        "WHERE current_schema() IS NOT NULL; %s";
    const struct db_options *options = &db->base.options;
    bool reads = db->base.mode == DB_READ;
    return postgres_execf(db, err, settings, postgres_wait(db), reads ? "on" : "off",
                          options->bulk ? "off" : "on", postgres_watch_setting(db));
}

/* ---- whose database it is -------------------------------------------------------------------- */

struct facts {
    bool schema, utf8, marked;
    int64_t version, tables, key;
};

static int
take_facts(struct db_stmt *stmt, void *context, struct err *err)
{
    struct facts *facts = context;
    (void)err;
    facts->schema = *postgres_text(stmt, 0) != '\0';
    facts->utf8 = strcmp(postgres_text(stmt, 1), "UTF8") == 0;
    facts->version = postgres_get(stmt, 2).number;
    facts->key = postgres_get(stmt, 3).number;
    facts->tables = postgres_get(stmt, 4).number;
    facts->marked = postgres_get(stmt, 5).number != 0;
    return 0;
}

static int
ask(struct postgres_db *db, struct facts *facts, struct err *err)
{
    static const char question[] =
        "SELECT current_schema(), current_setting('server_encoding'),"
        " CAST(current_setting('server_version_num') AS BIGINT),"
        " hashtext('medi ' || current_schema()), count(c.oid),"
        " count(*) FILTER (WHERE c.relname = 'migration'"
        "  AND obj_description(c.oid, 'pg_class') = $1) "
        "FROM (SELECT 1) AS one LEFT JOIN pg_class AS c"
        " ON c.relkind IN ('r', 'p', 'v', 'm', 'f')"
        " AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())";
    *facts = (struct facts){.version = 0};
    return postgres_each(&db->base, question, POSTGRES_MARK, take_facts, facts, err);
}

static int
judge(struct postgres_db *db, const struct facts *facts, struct err *err)
{
    const char *place = db->base.place;
    if (facts->version < VERSION_LEAST)
        return err_set(err, ERR_DB, _("%s: the server is older than PostgreSQL %d; upgrade it"),
                       place, VERSION_LEAST / 10000);
    if (!facts->utf8)
        return err_set(err, ERR_DB,
                       _("%s: the encoding of the database is not UTF8; make it with: createdb -E "
                         "UTF8 -T template0"),
                       place);
    if (!facts->schema)
        return err_set(err, ERR_DB, _("%s: its search_path names no schema that is there"), place);
    if (db->base.options.create && facts->tables > 0)
        return err_set(err, ERR_DB,
                       _("%s: has tables already, and is left as it is; choose another database or "
                         "schema"),
                       place);
    if (facts->marked || db->base.options.create)
        return 0;
    if (facts->tables == 0)
        return db_fail_missing(place, err);
    return err_set(err, ERR_DB, _("%s: not a medi database"), place);
}

/* Who makes a database holds the lock on all of it until he is done, so that there is one. */
static int
identify(struct postgres_db *db, struct err *err)
{
    struct facts facts;
    int result = ask(db, &facts, err);
    if (result == 0 && db->base.options.create) {
        db->lock_key = (int)facts.key;
        db->making = true;
        result = postgres_lock(db, 0, err) != 0 ? -1 : ask(db, &facts, err);
    }
    if (result == 0)
        result = judge(db, &facts, err);
    db->lock_key = (int)facts.key;
    return result;
}

/* ---- open, again, close ---------------------------------------------------------------------- */

static int
begin_session(struct postgres_db *db, struct err *err)
{
    return connect(db, err) != 0 || set_session(db, err) != 0 ? -1 : 0;
}

int
postgres_again(struct postgres_db *db, struct err *err)
{
    db->pq.PQfinish(db->conn);
    db->conn = NULL;
    db->gone = db->inside = db->locked = db->committing = false;
    db->generation++;
    return begin_session(db, err);
}

int
postgres_open(struct db **out, const char *url, enum db_mode mode, const struct db_options *options,
              struct err *err)
{
    struct postgres_api pq;
    if (postgres_load(&pq, POSTGRES_LIBRARY, err) != 0 || check_url(&pq, url, err) != 0)
        return -1;
    struct postgres_db *db = mem_alloc(sizeof *db);
    *db = (struct postgres_db){.pq = pq};
    db_init(&db->base, &driver_postgres, url, mode, options);
    if (begin_session(db, err) != 0 || identify(db, err) != 0) {
        postgres_close(&db->base);
        return -1;
    }
    *out = &db->base;
    return 0;
}

void
postgres_close(struct db *base)
{
    struct postgres_db *db = (struct postgres_db *)base;
    db->pq.PQfinish(db->conn);
    postgres_plans_free(db);
    db_release(base);
    free(db);
}
