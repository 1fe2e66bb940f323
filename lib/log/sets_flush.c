/* What was written comes behind an entry. */
#include "log/sets_private.h"

#include <stdlib.h>
#include <string.h>

#include "base/codec.h"
#include "db/relation.h"
#include "db/sql.h"

bool
sets_is_clean(const struct sets *sets)
{
    return sets->failure.kind == ERR_NONE && sets_next_store(sets, -1) < 0;
}

int64_t
sets_next_store(const struct sets *sets, int64_t after)
{
    int64_t next = -1;
    for (int i = 0; i < sets->count; i++) {
        int64_t store_id = sets->sets[i].store_id;
        if (sets->sets[i].touched && store_id > after && (next < 0 || store_id < next))
            next = store_id;
    }
    return next;
}

/* The table's hash as it stood, changed by what was written since. */
static int
update_tally(struct sets *sets, struct set *set, struct err *err)
{
    struct db_value values[] = {db_int(set->store_id), db_text(set->place->table), db_int(0),
                                db_null()};
    unsigned char state[MULTISET_SIZE];
    struct multiset before;
    struct db_stmt *stmt;
    int found = sql_first(sets->db, &stmt, SQL_LOG_TALLY_GET, values, 2, err);
    if (found < 0)
        return -1;
    if (found) {
        struct db_value bytes = db_get(stmt, 1);
        bool whole = bytes.type == DB_BYTES && bytes.length == MULTISET_SIZE;
        if (whole)
            multiset_read(&before, (const unsigned char *)bytes.text, db_get_int(stmt, 0));
        db_finish(stmt);
        if (!whole)
            return err_set(err, ERR_DB,
                           _("%s: its row in tally is damaged; see: medi-audit verify"),
                           set->place->table);
        multiset_merge(&set->delta, &before);
    }
    multiset_write(&set->delta, state);
    values[2] = db_int(set->delta.count);
    values[3] = db_bytes(state, sizeof state);
    return sql_run(sets->db, SQL_LOG_TALLY_PUT, values, 4, NULL, err);
}

static void
add_line(struct str *lines, const struct set *set)
{
    unsigned char digest[HASH_SIZE];
    struct arena arena;
    arena_init(&arena);
    multiset_digest(&set->delta, digest);
    str_addf(lines, "%s %lld %s\n", set->place->table, (long long)set->delta.count,
             base64_encode(&arena, digest, sizeof digest));
    arena_release(&arena);
}

static void
add_changes(const struct sets *sets, int64_t store_id, struct str *changes)
{
    for (int i = 0; i < sets->settled.count; i++)
        if (sets->kept[i].store_id == store_id)
            kept_write(changes, &sets->kept[i]);
    for (int i = 0; i < sets->count; i++) {
        const struct set *set = &sets->sets[i];
        const int64_t *unkept = set->unkept;
        if (set->store_id == store_id && unkept[ADDED] + unkept[CHANGED] + unkept[REMOVED] > 0)
            str_addf(changes,
                     "{\"table\":\"%s\",\"added\":%lld,\"changed\":%lld,\"removed\":%lld}\n",
                     set->place->table, (long long)unkept[ADDED], (long long)unkept[CHANGED],
                     (long long)unkept[REMOVED]);
    }
}

/* The rows of this store are told; those of others wait for theirs. */
static void
forget_store(struct sets *sets, int64_t store_id)
{
    int kept = 0;
    for (int i = 0; i < sets->count; i++) {
        struct set *set = &sets->sets[i];
        if (set->store_id != store_id)
            continue;
        set->touched = false;
        memset(set->unkept, 0, sizeof set->unkept);
        multiset_init(&set->delta);
    }
    for (int i = 0; i < sets->settled.count; i++)
        if (sets->kept[i].store_id != store_id)
            sets->kept[kept++] = sets->kept[i];
    sets->settled = sets->keeping = (struct keeping){kept, sets->settled.added};
    if (kept == 0)
        sets->settled = sets->keeping = (struct keeping){0};
}

static int
compare_sets(const void *a, const void *b)
{
    const struct set *const *left = a, *const *right = b;
    return strcmp((*left)->place->table, (*right)->place->table);
}

int
sets_flush(struct sets *sets, int64_t store_id, struct str *lines, struct str *changes,
           struct err *err)
{
    if (sets_sound(sets, err) != 0)
        return -1;
    struct set **list = arena_array(&sets->rows, (size_t)sets->count + 1, sizeof *list);
    int count = 0;
    for (int i = 0; i < sets->count; i++)
        if (sets->sets[i].store_id == store_id && sets->sets[i].touched)
            list[count++] = &sets->sets[i];
    qsort(list, (size_t)count, sizeof *list, compare_sets); /* an order in which all writers lock */
    for (int i = 0; i < count; i++) {
        if (update_tally(sets, list[i], err) < 0)
            return -1;
        add_line(lines, list[i]);
    }
    add_changes(sets, store_id, changes);
    forget_store(sets, store_id);
    return marks_flush(sets->marks, err);
}

int
sets_recount(struct sets *sets, const char *table, struct err *err)
{
    struct db_stmt *stmt = NULL;
    struct db_value values[PLACE_COLUMNS];
    int more = -1;
    if (relation_scan(sets->db, &stmt, table, err) < 0)
        return -1;
    sets->counting = true;
    struct db_written row = {table, db_column_count(stmt), NULL, values};
    while (row.count <= PLACE_COLUMNS && (more = db_step(stmt, err)) == 1) {
        for (int i = 0; i < row.count; i++)
            values[i] = db_get(stmt, i);
        sets_row(sets, &row);
        sets_settle(sets, true);
    }
    sets->counting = false;
    db_finish(stmt);
    return more < 0 ? -1 : sets_sound(sets, err);
}
