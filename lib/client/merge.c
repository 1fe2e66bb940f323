#include "client/merge.h"

#include <string.h>

#include "client/merge_file.h"
#include "client/referral.h"
#include "db/relation.h"
#include "db/sql.h"

/* ---- who ------------------------------------------------------------------------------------------------ */

static int
check_pair(struct merge *merge, struct err *err)
{
    struct person *kept = &merge->kept, *gone = &merge->gone;
    if (person_find_living(merge->db, merge->arena, merge->into, kept, err) < 0 ||
        person_find_living(merge->db, merge->arena, merge->from, gone, err) < 0)
        return -1;
    if (kept->joined)
        return err_set(err, ERR_DATA, _("client %s: was joined to %s already; join to that one"),
                       merge->into, kept->code);
    if (gone->joined)
        return err_set(err, ERR_DATA, _("client %s: was joined to %s already"), merge->from,
                       gone->code);
    if (kept->id == gone->id)
        return err_set(err, ERR_DATA, _("client %s: cannot be joined to itself"), kept->code);
    if (strcmp(kept->class, gone->class) != 0)
        return err_set(
            err, ERR_DATA,
            _("client %s is of class %s and %s of class %s; they do not mix: correct one "
              "with medi-client edit --class"),
            kept->code, kept->class, gone->code, gone->class);
    return 0;
}

/* ---- what is sealed -------------------------------------------------------------------------- */

static int
reseal_row(const struct merge *merge, struct merge_keys *keys, const struct referrer *referrer,
           struct db_stmt *stmt, struct arena *row, struct err *err)
{
    struct db_value *values = arena_array(row, (size_t)referrer->byte_count, sizeof *values);
    int64_t store_id = db_get_int(stmt, 0), id = db_get_int(stmt, 1);
    bool any = false;
    for (int i = 0; i < referrer->byte_count; i++) {
        values[i] = db_null();
        if (db_get(stmt, i + 2).type == DB_NULL)
            continue;
        any = true;
        if (merge_reseal(keys, row, referrer->table, referrer->bytes[i], id, db_get(stmt, i + 2),
                         &values[i], err) < 0)
            return -1;
    }
    return any ? relation_put_bytes(merge->db, referrer, store_id, id, values, err) : 0;
}

/* Only rows are written that the statement gave already. */
static int
reseal_rows(const struct merge *merge, struct merge_keys *keys, const struct referrer *referrer,
            struct err *err)
{
    struct db_stmt *stmt = NULL;
    struct arena row;
    arena_init(&row);
    int more = relation_referring(merge->db, &stmt, referrer, merge->gone.id, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        arena_reset(&row);
        if (reseal_row(merge, keys, referrer, stmt, &row, err) < 0)
            more = -1;
    }
    db_finish(stmt);
    arena_release(&row);
    return more;
}

/* ---- rows of which there may be one ---------------------------------------------------------- */

static int
run_all(const struct merge *merge, const enum sql_id *ids, size_t count, struct err *err)
{
    const struct db_value values[] = {db_int(merge->kept.id), db_int(merge->gone.id)};
    for (size_t i = 0; i < count; i++)
        if (sql_run(merge->db, ids[i], values, sql_get(ids[i])->param_count, NULL, err) < 0)
            return -1;
    return 0;
}

static int
make_room(const struct merge *merge, struct err *err)
{
    static const enum sql_id steps[] = {
        SQL_CLIENT_MERGE_GUEST_RAISE,     SQL_CLIENT_MERGE_GUEST_DROP,
        SQL_CLIENT_MERGE_RECIPIENT_RAISE, SQL_CLIENT_MERGE_RECIPIENT_DROP,
        SQL_CLIENT_MERGE_CONSENT_RAISE,   SQL_CLIENT_MERGE_CONSENT_DROP,
        SQL_CLIENT_MERGE_TAG_DROP,        SQL_CLIENT_MERGE_TAG_CLOSE,
        SQL_CLIENT_MERGE_TIER_DROP,       SQL_CLIENT_MERGE_TIER_CLIP,
        SQL_CLIENT_MERGE_SEGMENT_ADD,     SQL_CLIENT_MERGE_SEGMENT_DROP,
        SQL_CLIENT_MERGE_REFERRAL_EACH,   SQL_CLIENT_MERGE_REFERRAL_LATER,
    };
    return run_all(merge, steps, sizeof steps / sizeof steps[0], err);
}

/* ---- all of it ------------------------------------------------------------------------------- */

/* Rows with an index by client for some of them alone. */
static int
move_tasks(const struct merge *merge, int64_t *rows, struct err *err)
{
    const struct db_value values[] = {db_int(merge->kept.id), db_int(merge->gone.id)};
    int64_t alone = 0;
    if (sql_run(merge->db, SQL_CLIENT_MERGE_TASK_TREATED, values, 2, rows, err) < 0 ||
        sql_run(merge->db, SQL_CLIENT_MERGE_TASK_ALONE, values, 2, &alone, err) < 0)
        return -1;
    *rows += alone;
    return 0;
}

static int
move_table(struct merge *merge, struct merge_keys *keys, const struct referrer *referrer,
           int64_t *rows, struct err *err)
{
    /* voucher.redeemed_by and the like: what is sealed is under the key of client_id */
    bool sealed =
        referrer->byte_count && !referrer->own_key && strcmp(referrer->column, "client_id") == 0;
    if (strcmp(referrer->table, "task") == 0)
        return move_tasks(merge, rows, err);
    return (sealed && reseal_rows(merge, keys, referrer, err) < 0)
               ? -1
               : relation_repoint(merge->db, referrer, merge->gone.id, merge->kept.id, rows, err);
}

static int
move_rows(struct merge *merge, struct merge_keys *keys, struct err *err)
{
    struct referrer *list;
    int count;
    if (relation_referrers(merge->db, merge->arena, "client", &list, &count, err) < 0)
        return -1;
    for (int i = 0; i < count; i++) {
        int64_t rows = 0;
        if (move_table(merge, keys, &list[i], &rows, err) < 0)
            return -1;
        merge->rows += rows;
    }
    return 0;
}

static int
cut_loop(struct merge *merge, struct err *err)
{
    int loops = referral_loops(merge->db, merge->kept.id, err);
    if (loops != 1)
        return loops;
    const struct db_value id = db_int(merge->kept.id);
    merge->referral_dropped = true;
    return sql_run(merge->db, SQL_CLIENT_REFERRAL_DROP, &id, 1, NULL, err);
}

static int
mark_gone(const struct merge *merge, struct err *err)
{
    const struct db_value values[] = {db_int(merge->gone.id), db_int(merge->kept.id),
                                      db_int(merge->today)};
    return sql_run(merge->db, SQL_CLIENT_MERGE_MARK, values, 3, NULL, err);
}

int
client_merge(struct merge *merge, struct err *err)
{
    struct merge_keys *keys;
    if (check_pair(merge, err) < 0)
        return -1;
    keys = merge_keys_new(merge->db, merge->vault, merge->kept.id, merge->gone.id);
    int result = make_room(merge, err) < 0 || move_rows(merge, keys, err) < 0 ||
                         cut_loop(merge, err) < 0 ||
                         merge_file(keys, merge->arena, merge->kept.id, merge->gone.id, err) < 0 ||
                         mark_gone(merge, err) < 0
                     ? -1
                     : 0;
    merge_keys_free(keys);
    return result;
}
