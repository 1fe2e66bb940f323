#include "db/db_postgres.h"

#include <string.h>

bool
postgres_is_conflict(const char *state)
{
    return strcmp(state, "23505") == 0 || strcmp(state, "23503") == 0;
}

void
postgres_first_line(struct str *out, const char *message)
{
    str_add(out, message, strcspn(message, "\n"));
}

static const char *
field(struct postgres_db *db, const PGresult *result, int code)
{
    const char *text = db->pq.PQresultErrorField(result, code);
    return text ? text : "";
}

/* ---- rules that a row breaks ----------------------------------------------------------------- */

/* "visit.store_id, visit.code", as SQLite says it, from "Key (store_id, code)=(1, V1) already
 * exists.", in whatever language: the catalogue cannot be asked once a statement has failed. An index
 * over an expression, or one whose columns are not told, is called by its name. */
static void
add_key(struct str *out, const char *table, const char *detail, const char *index)
{
    const char *open = strchr(detail, '('), *close = open ? strstr(open, ")=(") : NULL;
    if (!close || memchr(open + 1, '(', (size_t)(close - open - 1))) {
        str_addf(out, "index '%s'", index);
        return;
    }
    for (const char *at = open + 1; at < close;) {
        size_t length = strcspn(at, ",)");
        str_addf(out, "%s%s.%.*s", at > open + 1 ? ", " : "", table, (int)length, at);
        at += length + 1;
        at += *at == ' ';
    }
}

static int
fail_unique(struct postgres_db *db, const PGresult *result, struct err *err)
{
    struct str key = STR_INIT;
    add_key(&key, field(db, result, PG_DIAG_TABLE_NAME), field(db, result, PG_DIAG_MESSAGE_DETAIL),
            field(db, result, PG_DIAG_CONSTRAINT_NAME));
    err_set(err, ERR_DATA, _("there is a row with the same %s already"), key.text);
    str_release(&key);
    return -1;
}

/* Class 23: constraints. */
static int
fail_constraint(struct postgres_db *db, const PGresult *result, struct err *err)
{
    if (strcmp(db->state, "23505") == 0)
        return fail_unique(db, result, err);
    if (strcmp(db->state, "23503") == 0)
        return err_set(err, ERR_DATA,
                       _("a row that is referred to is missing, or rows still refer to this one"));
    if (strcmp(db->state, "23502") == 0)
        return err_set(err, ERR_DATA, _("%s.%s: missing"), field(db, result, PG_DIAG_TABLE_NAME),
                       field(db, result, PG_DIAG_COLUMN_NAME));
    if (strcmp(db->state, "23514") == 0)
        return err_set(err, ERR_DATA, _("the row breaks the rule: %s"),
                       field(db, result, PG_DIAG_CONSTRAINT_NAME));
    return err_set(err, ERR_DATA, _("the database refuses the row: %s"),
                   field(db, result, PG_DIAG_CONSTRAINT_NAME));
}

/* Class 22: values. None is shown: it may be somebody's. */
static int
fail_value(struct postgres_db *db, struct err *err)
{
    if (strcmp(db->state, "22003") == 0)
        return err_set(err, ERR_DATA, _("a number is too large for the database"));
    if (strcmp(db->state, "22021") == 0)
        return err_set(err, ERR_DATA, _("a text has a byte 0 or is not UTF-8"));
    if (strcmp(db->state, "22012") == 0)
        return err_set(err, ERR_DATA, _("a division by zero"));
    return err_set(err, ERR_DATA, _("a value of another type than its column"));
}

/* ---- what the server cannot or will not do --------------------------------------------------- */

static int
fail_server(struct postgres_db *db, struct err *err)
{
    const char *place = db->base.place;
    if (strcmp(db->state, "53100") == 0)
        return err_set(
            err, ERR_IO,
            _("%s: no room left on the server's disk; nothing was written; make room and "
              "try again"),
            place);
    return err_set(err, ERR_BUSY,
                   _("%s: the server is short of memory or connections; nothing was written; try "
                     "again later"),
                   place);
}

static int
fail_lost(struct postgres_db *db, struct err *err)
{
    const char *place = db->base.place;
    bool safe = db->base.mode == DB_READ || (db->base.begun && !db->committing);
    db->base.again = safe ? DB_AGAIN : DB_UNKNOWN;
    if (safe)
        return err_set(
            err, ERR_BUSY,
            _("%s: the connection to the server was lost; nothing was written; try again"), place);
    if (db->committing)
        return err_set(err, ERR_BUSY,
                       _("%s: the server went away before it answered the commit; whether the work "
                         "was done is not known"),
                       place);
    return err_set(
        err, ERR_BUSY,
        _("%s: the server went away before it answered; whether the work was done is not known"),
        place);
}

/* A serialisation failure or a deadlock: the engine gave this one up for another's sake. */
static int
fail_again(struct postgres_db *db, struct err *err)
{
    db->base.again = DB_AGAIN;
    return err_set(err, ERR_BUSY,
                   _("%s: another program's work came in between; nothing was written; try again"),
                   db->base.place);
}

static int
fail_statement(struct postgres_db *db, const PGresult *result, struct err *err)
{
    struct str words = STR_INIT;
    postgres_first_line(&words, result ? field(db, result, PG_DIAG_MESSAGE_PRIMARY)
                                       : db->pq.PQerrorMessage(db->conn));
    err_set(err, ERR_DB, _("%s: the database refuses a statement: %s"), db->base.place, words.text);
    str_release(&words);
    return -1;
}

/* ---- which is which -------------------------------------------------------------------------- */

enum words {
    W_STATEMENT,
    W_CONSTRAINT,
    W_VALUE,
    W_SERVER,
    W_AGAIN,
    W_LOST,
    W_BUSY,
    W_STOPPED,
    W_ABORTED,
    W_READ_ONLY,
    W_RIGHTS,
    W_DAMAGED,
    W_DISK,
    W_TOO_LONG,
};

/* The first that the SQLSTATE begins with. */
static enum words
which(const char *state)
{
    static const struct {
        const char *state;
        enum words words;
    } table[] = {
        {"08", W_LOST},       {"57P01", W_LOST},    {"57P02", W_LOST},      {"57P03", W_LOST},
        {"57P05", W_LOST},    {"25P03", W_LOST},    {"23", W_CONSTRAINT},   {"22", W_VALUE},
        {"42804", W_VALUE},   {"40", W_AGAIN},      {"55P03", W_BUSY},      {"55006", W_BUSY},
        {"57014", W_STOPPED}, {"25P02", W_ABORTED}, {"25006", W_READ_ONLY}, {"42501", W_RIGHTS},
        {"XX001", W_DAMAGED}, {"XX002", W_DAMAGED}, {"54", W_TOO_LONG},     {"53", W_SERVER},
        {"58", W_DISK},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (str_starts(state, table[i].state))
            return table[i].words;
    return W_STATEMENT;
}

/* Those that need no more than the place. */
static int
fail_plain(struct postgres_db *db, enum words words, struct err *err)
{
    const char *place = db->base.place;
    switch (words) {
    case W_BUSY:
        return err_set(err, ERR_BUSY,
                       _("%s: the database is busy with another program's work; try again"), place);
    case W_STOPPED:
        return err_set(err, ERR_BUSY,
                       _("%s: the server's administrator stopped the work; nothing was written"),
                       place);
    case W_ABORTED:
        return err_set(
            err, ERR_DB,
            _("%s: an earlier statement of this transaction failed; nothing of it will be "
              "written"),
            place);
    case W_READ_ONLY:
        return err_set(err, ERR_IO, _("%s: is open for reading only"), place);
    case W_RIGHTS:
        return err_set(err, ERR_DB,
                       _("%s: this user has not the right to that; ask the owner of the database"),
                       place);
    case W_DAMAGED:
        return err_set(
            err, ERR_DB,
            _("%s: the database is damaged; put back a backup (medi-db check tells more)"), place);
    case W_DISK:
        return err_set(err, ERR_IO, _("%s: reading or writing failed; check the server's disk"),
                       place);
    default:
        return err_set(err, ERR_DATA, _("a value is too long for the database"));
    }
}

/* A server that goes says so with severity FATAL, whatever its reason. */
static bool
is_lost(struct postgres_db *db, const PGresult *result)
{
    if (db->gone || db->pq.PQstatus(db->conn) == CONNECTION_BAD)
        return true;
    if (!result)
        return false;
    const char *severity = field(db, result, PG_DIAG_SEVERITY_NONLOCALIZED);
    return strcmp(severity, "FATAL") == 0 || strcmp(severity, "PANIC") == 0;
}

int
postgres_fail(struct postgres_db *db, const PGresult *result, struct err *err)
{
    const char *state = result ? field(db, result, PG_DIAG_SQLSTATE) : "";
    snprintf(db->state, sizeof db->state, "%s", state);
    if (is_lost(db, result))
        return fail_lost(db, err);
    enum words words = which(state);
    switch (words) {
    case W_STATEMENT:
        return fail_statement(db, result, err);
    case W_CONSTRAINT:
        return fail_constraint(db, result, err);
    case W_VALUE:
        return fail_value(db, err);
    case W_SERVER:
        return fail_server(db, err);
    case W_AGAIN:
        return fail_again(db, err);
    case W_LOST:
        return fail_lost(db, err);
    default:
        return fail_plain(db, words, err);
    }
}
