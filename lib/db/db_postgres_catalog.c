/* What the catalogue knows: tables, columns, indexes. All is asked of the current schema. */
#include "db/db_postgres.h"

#include <string.h>

#define OUR_TABLE "to_regclass(quote_ident(current_schema()) || '.' || quote_ident($1))"

int
postgres_each(struct db *db, const char *sql, const char *text, postgres_row *row, void *context,
              struct err *err)
{
    struct db_stmt *stmt;
    if (postgres_prepare(db, &stmt, sql, err) != 0)
        return -1;
    postgres_bind(stmt, 1, db_text(text));
    int result;
    while ((result = postgres_step(stmt, err)) == 1) {
        if (row(stmt, context, err) != 0) {
            result = -1;
            break;
        }
    }
    postgres_finish(stmt);
    return result;
}

const char *
postgres_text(const struct db_stmt *stmt, int column)
{
    const char *text = postgres_get(stmt, column).text;
    return text ? text : "";
}

/* ---- tables and columns ---- */

static int
take_count(struct db_stmt *stmt, void *context, struct err *err)
{
    (void)err;
    *(int *)context = (int)postgres_get(stmt, 0).number;
    return 0;
}

int
postgres_tables(struct db *db, struct err *err)
{
    static const char question[] =
        "SELECT count(*) FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'f')"
        " AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())";
    int count = 0;
    return postgres_each(db, question, NULL, take_count, &count, err) != 0 ? -1 : count;
}

struct columns_walk {
    db_column_seen *seen;
    void *context;
};

static int
give_column(struct db_stmt *stmt, void *context, struct err *err)
{
    const struct columns_walk *walk = context;
    const struct db_column column = {
        .name = postgres_text(stmt, 0),
        .type = postgres_text(stmt, 1),
        .not_null = postgres_get(stmt, 2).number != 0,
        .key = (int)postgres_get(stmt, 3).number,
    };
    return walk->seen(walk->context, &column, err);
}

/* The types by the names that they have in a migration. An indkey counts its places from 0. */
int
postgres_columns(struct db *db, const char *table, db_column_seen *column, void *context,
                 struct err *err)
{
    static const char question[] =
        "SELECT a.attname, CASE a.atttypid WHEN 20 THEN 'INTEGER' WHEN 25 THEN 'TEXT'"
        " WHEN 17 THEN 'BLOB' ELSE upper(format_type(a.atttypid, a.atttypmod)) END,"
        " CAST(a.attnotnull AS integer),"
        " COALESCE(array_position(CAST(i.indkey AS smallint[]), a.attnum) + 1, 0) "
        "FROM pg_attribute AS a LEFT JOIN pg_index AS i"
        " ON i.indrelid = a.attrelid AND i.indisprimary "
        "WHERE a.attrelid = " OUR_TABLE " AND a.attnum > 0 AND NOT a.attisdropped "
        "ORDER BY a.attnum";
    struct columns_walk walk = {column, context};
    return postgres_each(db, question, table, give_column, &walk, err);
}

struct references_walk {
    db_reference_seen *seen;
    void *context;
};

static int
give_reference(struct db_stmt *stmt, void *context, struct err *err)
{
    const struct references_walk *walk = context;
    return walk->seen(walk->context, postgres_text(stmt, 0), postgres_text(stmt, 1), err);
}

int
postgres_references(struct db *db, const char *table, db_reference_seen *seen, void *context,
                    struct err *err)
{
    static const char question[] =
        "SELECT c.relname COLLATE \"C\", a.attname COLLATE \"C\" FROM pg_constraint AS k"
        " JOIN pg_class AS c ON c.oid = k.conrelid"
        " JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1] "
        "WHERE k.contype = 'f' AND cardinality(k.conkey) = 1 AND k.confrelid = " OUR_TABLE
        " ORDER BY 1, 2";
    struct references_walk walk = {seen, context};
    return postgres_each(db, question, table, give_reference, &walk, err);
}

/* ---- indexes -------------------------------------------------------------------------------------
 *
 * With its indexes a table loses its references for a while: to look each up row by row costs more
 * than all else of a first load. Made again they are checked all at once. (To drop one locks the table
 * that it refers to against readers until the commit: a first load is for hours when nobody reads.)
 * The table is measured at the end, since the planner knows nothing of rows that it has not been told
 * of. Built in order: indexes, references, measure.
 */

struct indexes_walk {
    struct db *db;
    const char *table;
    bool any;
};

static int
remember(struct db_stmt *stmt, void *context, struct err *err)
{
    struct indexes_walk *walk = context;
    const char *name = postgres_text(stmt, 0);
    (void)err;
    if (*name || walk->any)
        db_suspend(walk->db, walk->table, name, postgres_text(stmt, 1));
    walk->any = true;
    return 0;
}

int
postgres_indexes(struct db *db, const char *table, struct err *err)
{
    static const char question[] =
        "SELECT name, text FROM ("
        "SELECT 1 AS part, c.oid, quote_ident(c.relname) AS name, pg_get_indexdef(i.indexrelid) AS "
        "text"
        " FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid"
        " WHERE i.indrelid = " OUR_TABLE " AND NOT EXISTS"
        "  (SELECT 1 FROM pg_constraint AS k WHERE k.conindid = i.indexrelid AND k.conrelid = "
        "i.indrelid)"
        " UNION ALL "
        "SELECT 2, k.oid, quote_ident(k.conname),"
        " 'ALTER TABLE ' || CAST(k.conrelid AS regclass) || ' ADD CONSTRAINT ' || "
        "quote_ident(k.conname)"
        " || ' ' || pg_get_constraintdef(k.oid)"
        " FROM pg_constraint AS k WHERE k.contype = 'f' AND k.conrelid = " OUR_TABLE " UNION ALL "
        "SELECT 3, c.oid, '', 'ANALYZE ' || CAST(c.oid AS regclass)"
        " FROM pg_class AS c WHERE c.oid = " OUR_TABLE ") AS all_of_it "
        "ORDER BY part, oid";
    struct indexes_walk walk = {db, table, false};
    return postgres_each(db, question, table, remember, &walk, err);
}

static bool
is_reference(const struct db_index *index)
{
    return str_starts(index->text, "ALTER ");
}

int
postgres_index_drop(struct db *base, const struct db_index *index, struct err *err)
{
    struct postgres_db *db = (struct postgres_db *)base;
    if (!*index->name)
        return 0;
    if (!is_reference(index))
        return postgres_execf(db, err, "DROP INDEX %s", index->name);
    struct str table = STR_INIT;
    postgres_add_name(&table, index->table);
    int result =
        postgres_execf(db, err, "ALTER TABLE %s DROP CONSTRAINT %s", table.text, index->name);
    str_release(&table);
    return result;
}

/* A reference is checked by joining two whole tables, for which they must be read whole. */
int
postgres_index_build(struct db *base, const struct db_index *index, struct err *err)
{
    struct postgres_db *db = (struct postgres_db *)base;
    bool whole = base->options.bulk && is_reference(index);
    return postgres_execf(db, err, "%s%s%s", whole ? "SET enable_seqscan = on; " : "", index->text,
                          whole ? "; SET enable_seqscan = off" : "");
}
