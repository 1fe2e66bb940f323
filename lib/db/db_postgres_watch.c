/*
 * Who watches is told of rows by a trigger on each table, medi_tell, made by postgres_adopt after each
 * migration. It is quiet, and costs a look at a setting, unless this session has set medi.watch. Then
 * it sends each row as a message of level INFO, which the server sends to the client whatever else it
 * is told, and by default does not log: SQLSTATE MD001, the table in TABLE, a letter for the type of
 * each column in DATATYPE, the row before in DETAIL and after in HINT, both as PostgreSQL writes rows:
 * (1,"a ""b""",,"\\x00ff").
 */
#include "db/db_postgres.h"

#include <string.h>

#define WATCH_STATE "MD001"

enum { COLUMNS_MOST = 128 };

/* ---- rows as PostgreSQL writes them ---------------------------------------------------------- */

struct side {
    struct str room; /* the values' bytes */
    struct db_value values[COLUMNS_MOST];
};

/* One field into `room`, without its quotes; behind it. NULL is a field of no letters at all. */
static const char *
unquote(const char *at, struct str *room, bool *null)
{
    bool quoted = false;
    *null = *at == ',' || *at == ')';
    for (; *at && (quoted || (*at != ',' && *at != ')')); at++) {
        if (*at == '"' && !(quoted && at[1] == '"')) {
            quoted = !quoted;
            continue;
        }
        if ((*at == '"' || *at == '\\') && at[1])
            at++;
        str_addc(room, *at);
    }
    return at;
}

static int
hex_digit(char letter)
{
    return letter <= '9' ? letter - '0' : letter - 'a' + 10;
}

/* "\x00ff", in its own place. */
static bool
take_bytes(char *text, size_t length, struct db_value *value)
{
    if (length < 2 || length % 2 || text[0] != '\\' || text[1] != 'x')
        return false;
    for (size_t i = 2; i < length; i += 2)
        text[i / 2 - 1] = (char)(hex_digit(text[i]) << 4 | hex_digit(text[i + 1]));
    *value = db_bytes(text, length / 2 - 1);
    return true;
}

static bool
take_value(char type, char *text, size_t length, struct db_value *value)
{
    int64_t number = 0;
    switch (type) {
    case 'i':
        if (!postgres_parse_int(text, length, &number))
            return false;
        *value = db_int(number);
        return true;
    case 't':
        *value = db_textn(text, length);
        return true;
    case 'b':
        return take_bytes(text, length, value);
    default:
        return false;
    }
}

static bool
parse_row(const char *text, const char *types, struct side *side)
{
    size_t count = strlen(types);
    struct str *room = &side->room;
    str_need(room, strlen(text) + count + 1); /* so that it never moves */
    if (count > COLUMNS_MOST || *text++ != '(')
        return false;
    for (size_t i = 0; i < count; i++) {
        bool null;
        size_t start = room->length;
        text = unquote(text, room, &null);
        if (*text++ != (i + 1 < count ? ',' : ')'))
            return false;
        size_t length = room->length - start;
        str_addc(room, '\0');
        if (null)
            side->values[i] = db_null();
        else if (!take_value(types[i], room->text + start, length, &side->values[i]))
            return false;
    }
    return true;
}

/* ---- messages -------------------------------------------------------------------------------- */

static void
tell(struct postgres_db *db, const PGresult *notice)
{
    const struct postgres_api *pq = &db->pq;
    const char *table = pq->PQresultErrorField(notice, PG_DIAG_TABLE_NAME);
    const char *types = pq->PQresultErrorField(notice, PG_DIAG_DATATYPE_NAME);
    const char *before = pq->PQresultErrorField(notice, PG_DIAG_MESSAGE_DETAIL);
    const char *after = pq->PQresultErrorField(notice, PG_DIAG_MESSAGE_HINT);
    struct side old = {.room = STR_INIT}, new = {.room = STR_INIT};
    if (!table || !types || (before && !parse_row(before, types, &old)) ||
        (after && !parse_row(after, types, &new))) {
        db->misfit = true;
    } else {
        const struct db_written row = {.table = table,
                                       .count = (int)strlen(types),
                                       .before = before ? old.values : NULL,
                                       .after = after ? new.values : NULL};
        db_tell(&db->base, &row);
    }
    str_release(&old.room);
    str_release(&new.room);
}

/* A server that ends the connection says so here when no command is under way. */
static void
receive_notice(void *context, const PGresult *notice)
{
    struct postgres_db *db = context;
    const char *state = db->pq.PQresultErrorField(notice, PG_DIAG_SQLSTATE);
    const char *severity = db->pq.PQresultErrorField(notice, PG_DIAG_SEVERITY_NONLOCALIZED);
    if (state && strcmp(state, WATCH_STATE) == 0)
        tell(db, notice);
    else if (severity && (strcmp(severity, "FATAL") == 0 || strcmp(severity, "PANIC") == 0))
        db->gone = true;
}

void
postgres_listen(struct postgres_db *db)
{
    db->pq.PQsetNoticeReceiver(db->conn, receive_notice, db);
}

/* ---- on and off ----------------------------------------------------------------------------------------
 *
 * The setting follows what is wanted only when something is about to write: who mutes the engine for each of
 * many rows, and reads in between, pays for it once.
 */

static bool
is_wanted(const struct postgres_db *db)
{
    return db->base.watch.row && !db->muted;
}

const char *
postgres_watch_setting(struct postgres_db *db)
{
    db->telling = is_wanted(db);
    return db->telling ? "SET medi.watch = 'on'" : "SET medi.watch = 'off'";
}

int
postgres_watch_writes(struct postgres_db *db, struct err *err)
{
    if (db->telling == is_wanted(db))
        return 0;
    return postgres_exec(db, postgres_watch_setting(db), NULL, err);
}

void
postgres_mute(struct db *db, bool muted)
{
    ((struct postgres_db *)db)->muted = muted;
}

int
postgres_watch(struct db *db, struct err *err)
{
    (void)err;
    postgres_mute(db, false);
    return 0;
}

/* ---- triggers -------------------------------------------------------------------------------- */

static int
make_trigger(struct db_stmt *stmt, void *context, struct err *err)
{
    struct postgres_db *db = context;
    const char *table = postgres_text(stmt, 0);
    struct str name = STR_INIT;
    if (db_is_untold(table))
        return 0;
    postgres_add_name(&name, table);
    int result = postgres_execf(db, err,
                                "CREATE OR REPLACE TRIGGER medi_tell "
                                "AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW "
                                "WHEN (current_setting('medi.watch', true) = 'on') "
                                "EXECUTE FUNCTION medi_tell('%s')",
                                name.text, postgres_text(stmt, 1));
    str_release(&name);
    return result;
}

/* Inside the migration's transaction. The mark goes to the table that every medi database has. */
int
postgres_adopt(struct db *base, struct err *err)
{
    static const char function[] =
        "COMMENT ON TABLE migration IS '" POSTGRES_MARK "'; "
        "CREATE OR REPLACE FUNCTION medi_tell() RETURNS trigger LANGUAGE plpgsql AS $tell$"
        "BEGIN"
        " IF TG_OP = 'INSERT' THEN"
        "  RAISE INFO USING ERRCODE = '" WATCH_STATE "', MESSAGE = 'row', TABLE = TG_TABLE_NAME,"
        "   DATATYPE = TG_ARGV[0], HINT = CAST(NEW AS text);"
        " ELSIF TG_OP = 'DELETE' THEN"
        "  RAISE INFO USING ERRCODE = '" WATCH_STATE "', MESSAGE = 'row', TABLE = TG_TABLE_NAME,"
        "   DATATYPE = TG_ARGV[0], DETAIL = CAST(OLD AS text);"
        " ELSE"
        "  RAISE INFO USING ERRCODE = '" WATCH_STATE "', MESSAGE = 'row', TABLE = TG_TABLE_NAME,"
        "   DATATYPE = TG_ARGV[0], DETAIL = CAST(OLD AS text), HINT = CAST(NEW AS text);"
        " END IF;"
        " RETURN NULL;"
        "END $tell$";
    static const char tables[] =
        "SELECT c.relname, string_agg(CASE a.atttypid WHEN 20 THEN 'i' WHEN 25 THEN 't'"
        " WHEN 17 THEN 'b' ELSE 'x' END, '' ORDER BY a.attnum) "
        "FROM pg_class AS c JOIN pg_attribute AS a"
        " ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped "
        "WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition"
        " AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) "
        "GROUP BY c.relname ORDER BY c.relname";
    struct postgres_db *db = (struct postgres_db *)base;
    if (postgres_exec(db, function, NULL, err) != 0)
        return -1;
    db->generation++;
    return postgres_each(base, tables, NULL, make_trigger, db, err);
}
