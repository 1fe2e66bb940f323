/* The engine's own check: every table is read whole, every reference looked up, and nothing that
 * guards is off. */
#include "db/db_postgres.h"

#include <string.h>

#define OUR_SCHEMA "(SELECT oid FROM pg_namespace WHERE nspname = current_schema())"

struct walk {
    struct postgres_db *db;
    db_found *found;
    void *context;
};

/* Words of our own around `what`. */
static int
tell(struct walk *walk, const char *format, const char *what, struct err *err)
{
    struct str text = STR_INIT;
    str_addf(&text, format, what);
    int result = walk->found(walk->context, text.text, err);
    str_release(&text);
    return result;
}

/* ---- damage ---- */

static int
take_nothing(struct db_stmt *stmt, void *context, struct err *err)
{
    (void)stmt;
    (void)context;
    (void)err;
    return 0;
}

/* Inside a transaction a failure must not end it. */
static int
read_table(struct walk *walk, const char *sql, struct err *err)
{
    static const char point[] = "medi_check";
    struct db *db = &walk->db->base;
    if (!db_in_transaction(db))
        return postgres_each(db, sql, NULL, take_nothing, NULL, err);
    if (db->driver->savepoint(db, SAVEPOINT_SET, point, err) != 0)
        return -1;
    int result = postgres_each(db, sql, NULL, take_nothing, NULL, err);
    struct err ignored;
    db->driver->savepoint(db, SAVEPOINT_BACK, point, &ignored);
    return result;
}

static int
check_table(struct db_stmt *stmt, void *context, struct err *err)
{
    struct walk *walk = context;
    if (read_table(walk, postgres_text(stmt, 1), err) == 0)
        return 0;
    if (!str_starts(walk->db->state, "XX") && !str_starts(walk->db->state, "58"))
        return -1;
    return tell(walk, _("%s: the table is damaged and cannot be read whole"),
                postgres_text(stmt, 0), err);
}

/* ---- references ---- */

struct orphans {
    struct walk *walk;
    struct db_stmt *reference;
};

static int
tell_orphans(struct db_stmt *stmt, void *context, struct err *err)
{
    const struct orphans *orphans = context;
    long long count = (long long)postgres_get(stmt, 0).number;
    struct str text = STR_INIT;
    if (count == 0)
        return 0;
    str_addf(&text, _("%s (%s): %lld rows refer to rows of %s that are not there"),
             postgres_text(orphans->reference, 0), postgres_text(orphans->reference, 1), count,
             postgres_text(orphans->reference, 2));
    int result = orphans->walk->found(orphans->walk->context, text.text, err);
    str_release(&text);
    return result;
}

static int
check_reference(struct db_stmt *stmt, void *context, struct err *err)
{
    struct walk *walk = context;
    struct orphans orphans = {walk, stmt};
    return postgres_each(&walk->db->base, postgres_text(stmt, 3), NULL, tell_orphans, &orphans,
                         err);
}

/* ---- guards ---- */

static int
tell_guard(struct db_stmt *stmt, void *context, struct err *err)
{
    return tell(context,
                _("%s: is switched off or was not finished; what it guards is not guarded"),
                postgres_text(stmt, 0), err);
}

static int
tell_unwatched(struct db_stmt *stmt, void *context, struct err *err)
{
    const char *table = postgres_text(stmt, 0);
    if (db_is_untold(table))
        return 0;
    return tell(context,
                _("%s: its trigger medi_tell is missing or switched off; its writes are not "
                  "logged"),
                table, err);
}

int
postgres_check(struct db *base, db_found *found, void *context, struct err *err)
{
    /* count(t.*) looks at whole rows; a row's text is what its values are, also those stored apart */
    static const char tables[] =
        "SELECT c.relname, format('SELECT count(CAST(t.* AS text)) FROM %I.%I AS t',"
        " current_schema(), c.relname) "
        "FROM pg_class AS c WHERE c.relkind = 'r' AND c.relnamespace = " OUR_SCHEMA
        " ORDER BY c.relname";
    static const char references[] =
        "SELECT c.relname, string_agg(a.attname, ', ' ORDER BY k.place), p.relname,"
        " format('SELECT count(*) FROM %I.%I AS c WHERE %s AND NOT EXISTS (SELECT 1 FROM %I.%I AS p"
        " WHERE %s)', current_schema(), c.relname,"
        " string_agg(format('c.%I IS NOT NULL', a.attname), ' AND ' ORDER BY k.place),"
        " current_schema(), p.relname,"
        " string_agg(format('p.%I = c.%I', b.attname, a.attname), ' AND ' ORDER BY k.place)) "
        "FROM pg_constraint AS f"
        " CROSS JOIN unnest(f.conkey, f.confkey) WITH ORDINALITY AS k (child, parent, place)"
        " JOIN pg_class AS c ON c.oid = f.conrelid JOIN pg_class AS p ON p.oid = f.confrelid"
        " JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = k.child"
        " JOIN pg_attribute AS b ON b.attrelid = p.oid AND b.attnum = k.parent "
        "WHERE f.contype = 'f' AND f.connamespace = " OUR_SCHEMA
        " GROUP BY f.oid, c.relname, p.relname ORDER BY 1, 2";
    static const char guards[] =
        "SELECT quote_ident(c.relname) FROM pg_index AS i JOIN pg_class AS c ON c.oid = "
        "i.indexrelid"
        " WHERE NOT i.indisvalid AND c.relnamespace = " OUR_SCHEMA
        " UNION ALL SELECT conname FROM pg_constraint WHERE NOT convalidated AND connamespace "
        "= " OUR_SCHEMA " UNION ALL SELECT k.conname FROM pg_trigger AS t JOIN pg_constraint AS k"
        " ON k.oid = t.tgconstraint WHERE t.tgenabled = 'D' AND k.connamespace = " OUR_SCHEMA
        " GROUP BY k.conname ORDER BY 1";
    static const char unwatched[] =
        "SELECT c.relname FROM pg_class AS c WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition"
        " AND c.relnamespace = " OUR_SCHEMA
        " AND NOT EXISTS (SELECT 1 FROM pg_trigger AS t WHERE t.tgrelid = c.oid"
        " AND t.tgname = 'medi_tell' AND t.tgenabled IN ('O', 'A')) ORDER BY 1";
    struct walk walk = {(struct postgres_db *)base, found, context};
    return postgres_each(base, tables, NULL, check_table, &walk, err) != 0 ||
                   postgres_each(base, references, NULL, check_reference, &walk, err) != 0 ||
                   postgres_each(base, guards, NULL, tell_guard, &walk, err) != 0 ||
                   postgres_each(base, unwatched, NULL, tell_unwatched, &walk, err) != 0
               ? -1
               : 0;
}
