/* The reading side of relation.h: looking up a code, and reading a table with its references resolved. */
#include <string.h>

#include "db/relation_private.h"

static int
prepare_next(struct lookup *lookup, struct str *sql, struct err *err)
{
    const struct lookup_spec *spec = &lookup->spec;
    if (!spec->follow)
        return 0;
    str_clear(sql);
    str_addf(sql, "SELECT \"%s\" FROM \"%s\" WHERE \"id\" = $1", spec->follow, spec->table);
    if (db_prepare(lookup->db, &lookup->next, sql->text, err) < 0)
        return -1;
    str_clear(sql);
    str_addf(sql, "SELECT 1 FROM \"%s\" WHERE \"%s\" IS NOT NULL LIMIT 1", spec->table,
             spec->follow);
    return db_prepare(lookup->db, &lookup->any, sql->text, err);
}

int
lookup_open(struct lookup **out, struct db *db, struct arena *arena, const struct lookup_spec *spec,
            struct err *err)
{
    struct str sql = STR_INIT;
    struct lookup *lookup = arena_alloc(arena, sizeof *lookup);
    *lookup = (struct lookup){.db = db, .spec = *spec};
    lookup->spec.table = arena_strdup(arena, spec->table);
    lookup->spec.column = arena_strdup(arena, spec->column);
    lookup->spec.follow = spec->follow ? arena_strdup(arena, spec->follow) : NULL;
    str_addf(&sql, "SELECT \"id\" FROM \"%s\" WHERE \"%s\" = $2%s", spec->table, spec->column,
             spec->of_store ? " AND \"store_id\" = $1" : "");
    if (spec->within)
        str_addf(&sql, " AND \"%s\" = $3", spec->within);
    str_adds(&sql, " LIMIT 2");
    int result = db_prepare(db, &lookup->stmt, sql.text, err);
    if (result == 0 && prepare_next(lookup, &sql, err) < 0) {
        lookup_close(lookup);
        result = -1;
    }
    str_release(&sql);
    *out = result < 0 ? NULL : lookup;
    return result;
}

void
lookup_close(struct lookup *lookup)
{
    if (!lookup)
        return;
    db_finish(lookup->stmt);
    db_finish(lookup->next);
    db_finish(lookup->any);
    db_finish(lookup->few.stmt);
    db_finish(lookup->many.stmt);
}

int
lookup_any_follows(const struct lookup *lookup, bool *any, struct err *err)
{
    int step = lookup->any ? db_step(lookup->any, err) : 0;
    if (lookup->any)
        db_reset(lookup->any);
    *any = step == 1;
    return step < 0 ? -1 : 0;
}

/* A way that goes round ends where it is noticed. */
int
lookup_follow(const struct lookup *lookup, int64_t *id, struct err *err)
{
    enum { LONGEST = 100 };
    int step = 1;
    for (int i = 0; lookup->next && step == 1 && i < LONGEST; i++) {
        db_bind(lookup->next, 1, db_int(*id));
        step = db_step(lookup->next, err);
        struct db_value next = step == 1 ? db_get(lookup->next, 0) : db_null();
        db_reset(lookup->next);
        if (next.type != DB_INT)
            break;
        *id = next.number;
    }
    return step < 0 ? -1 : 0;
}

int
lookup_find(struct lookup *lookup, int64_t store_id, const char *text, size_t length, int64_t *id,
            struct err *err)
{
    if (lookup->spec.of_store)
        db_bind(lookup->stmt, 1, db_int(store_id));
    db_bind(lookup->stmt, 2, db_textn(text, length));
    int found = db_step(lookup->stmt, err);
    if (found == 1) {
        *id = db_get_int(lookup->stmt, 0);
        int more = db_step(lookup->stmt, err);
        found = more < 0 ? -1 : 1 + more;
    }
    db_reset(lookup->stmt);
    bool follows = false;
    if (found == 1 && lookup_any_follows(lookup, &follows, err) < 0)
        return -1;
    return follows && lookup_follow(lookup, id, err) < 0 ? -1 : found;
}

int
lookup_find_within(struct lookup *lookup, int64_t store_id, int64_t within, const char *text,
                   size_t length, int64_t *id, struct err *err)
{
    db_bind(lookup->stmt, 3, db_int(within));
    return lookup_find(lookup, store_id, text, length, id, err);
}

static void
add_fields(struct str *sql, const struct relation_field *fields, int count)
{
    for (int i = 0; i < count; i++) {
        str_adds(sql, i ? ", " : "SELECT ");
        if (fields[i].ref_table)
            str_addf(sql, "r%d.\"%s\"", i, fields[i].ref_column ? fields[i].ref_column : "code");
        else
            str_addf(sql, "t.\"%s\"", fields[i].column);
    }
}

static void
add_joins(struct str *sql, const struct relation_field *fields, int count)
{
    for (int i = 0; i < count; i++) {
        if (!fields[i].ref_table)
            continue;
        str_addf(sql, " LEFT JOIN \"%s\" AS r%d ON r%d.\"id\" = t.\"%s\"", fields[i].ref_table, i,
                 i, fields[i].column);
        if (fields[i].ref_of_store)
            str_addf(sql, " AND r%d.\"store_id\" = t.\"store_id\"", i);
    }
}

/* One row must have one value: that of a field, or of another column. */
static void
add_match(struct str *sql, const struct relation_field *fields, const struct relation_match *match,
          int param)
{
    const struct relation_field *field = &fields[match->field];
    bool empty = match->value.type == DB_NULL;
    if (match->column || empty || !field->ref_table) {
        str_addf(sql, " AND t.\"%s\"", match->column ? match->column : field->column);
        str_addf(sql, empty ? " IS NULL" : " = $%d", param);
        return;
    }
    str_addf(sql, " AND (r%d.\"code\" = $%d", match->field, param);
    if (match->or_name)
        str_addf(sql, " OR r%d.\"name\" = $%d", match->field, param);
    str_addc(sql, ')');
}

/* Numbers are no text that could be anything else, so they stand in the statement as they are. */
static void
add_numbers(struct str *sql, const struct relation_filter *filter)
{
    if (filter->span_column)
        str_addf(sql, " AND t.\"%s\" >= %lld AND t.\"%s\" < %lld", filter->span_column,
                 (long long)filter->from, filter->span_column, (long long)filter->to);
    if (!filter->number_column)
        return;
    str_addf(sql, " AND t.\"%s\" IN (", filter->number_column);
    for (int i = 0; i < filter->number_count; i++)
        str_addf(sql, "%s%lld", i ? ", " : "", (long long)filter->numbers[i]);
    str_addc(sql, ')');
}

/* $1 is the store, $2 … the codes, then the values. Row 0 of store and channel is the schema's own. */
static void
add_filter(struct str *sql, const char *table, const struct relation_field *fields,
           const struct relation_filter *filter)
{
    bool own_row = strcmp(table, "store") == 0 || strcmp(table, "channel") == 0;
    str_adds(sql, own_row ? " WHERE t.\"id\" > 0" : " WHERE 1 = 1");
    if (filter->store_column)
        str_addf(sql, " AND t.\"%s\" = $1", filter->store_column);
    for (int i = 0; i < filter->code_count; i++)
        str_addf(sql, "%s$%d", i ? ", " : " AND t.\"code\" IN (", i + 2);
    if (filter->code_count)
        str_addc(sql, ')');
    for (int i = 0, param = filter->code_count + 2; i < filter->match_count; i++)
        add_match(sql, fields, &filter->matches[i],
                  filter->matches[i].value.type == DB_NULL ? 0 : param++);
    add_numbers(sql, filter);
}

int
relation_select(struct db *db, struct db_stmt **stmt, const char *table, bool of_store,
                const struct relation_field *fields, int count,
                const struct relation_filter *filter, struct err *err)
{
    struct str sql = STR_INIT;
    add_fields(&sql, fields, count);
    str_addf(&sql, " FROM \"%s\" AS t", table);
    add_joins(&sql, fields, count);
    add_filter(&sql, table, fields, filter);
    str_adds(&sql, of_store ? " ORDER BY t.\"store_id\", t.\"id\"" : " ORDER BY t.\"id\"");
    int result = db_prepare(db, stmt, sql.text, err);
    str_release(&sql);
    if (result < 0)
        return -1;
    if (filter->store_column)
        db_bind(*stmt, 1, db_int(filter->store_id));
    for (int i = 0; i < filter->code_count; i++)
        db_bind(*stmt, i + 2, db_text(filter->codes[i]));
    for (int i = 0, param = filter->code_count + 2; i < filter->match_count; i++)
        if (filter->matches[i].value.type != DB_NULL)
            db_bind(*stmt, param++, filter->matches[i].value);
    return 0;
}

int
relation_scan(struct db *db, struct db_stmt **stmt, const char *table, struct err *err)
{
    struct str sql = STR_INIT;
    str_addf(&sql, "SELECT * FROM \"%s\"", table);
    int result = db_prepare(db, stmt, sql.text, err);
    str_release(&sql);
    return result;
}

int
relation_scan_part(struct db *db, struct db_stmt **stmt, const struct relation_part *part,
                   struct err *err)
{
    struct str sql = STR_INIT;
    str_addf(&sql, "SELECT * FROM \"%s\"", part->table);
    if (part->store_column)
        str_addf(&sql, " WHERE \"%s\" = $1", part->store_column);
    if (part->order_column)
        str_addf(&sql, " ORDER BY \"%s\"", part->order_column);
    int result = db_prepare(db, stmt, sql.text, err);
    str_release(&sql);
    if (result == 0 && part->store_column)
        db_bind(*stmt, 1, db_int(part->store_id));
    return result;
}
