#include "client/dated.h"

#include "db/sql.h"

/* Columns of both tables, in the order of the values below; the last of the key is behind the first one or
 * two. */
static const char *const tag_columns[] = {"client_id", "tag", "source", "from_on", "to_on"};
static const char *const tier_columns[] = {"client_id", "tier", "reason", "from_on", "to_on"};
enum { CLIENT, WORD, MORE, FROM, TO, COLUMNS };

int
dated_open(struct dated *dated, struct db *db, struct arena *arena, bool tags, int64_t today,
           struct err *err)
{
    static const int tag_key[] = {CLIENT, WORD, FROM}, tier_key[] = {CLIENT, FROM};
    const struct relation_spec spec = {
        .table = tags ? "client_tag" : "client_tier",
        .columns = tags ? tag_columns : tier_columns,
        .count = COLUMNS,
        .key = tags ? tag_key : tier_key,
        .key_count = tags ? 3 : 2,
    };
    *dated = (struct dated){.tags = tags, .db = db, .today = today};
    return relation_open(&dated->relation, db, arena, &spec, err);
}

void
dated_close(struct dated *dated)
{
    relation_close(dated->relation);
}

int
dated_begin(struct dated *dated, int64_t client_id, const char *word, const char *more,
            struct err *err)
{
    struct db_value there[COLUMNS];
    const struct db_value values[COLUMNS] = {db_int(client_id), db_text(word), db_text(more),
                                             db_int(dated->today), db_null()};
    int64_t id;
    int inserted = relation_insert(dated->relation, values, &id, err);
    if (inserted != 0)
        return inserted < 0 ? -1 : 0;
    if (relation_find(dated->relation, values, &id, there, err) != 1)
        return -1;
    return relation_update(dated->relation, values, id, err);
}

int
dated_end(struct dated *dated, int64_t id, struct err *err)
{
    const struct db_value values[] = {db_int(id), db_int(dated->today)};
    return sql_run(dated->db, dated->tags ? SQL_CLIENT_TAG_END : SQL_CLIENT_TIER_END, values, 2,
                   NULL, err);
}

int
dated_save(struct dated *dated, struct err *err)
{
    return relation_save_ids(dated->relation, err);
}
