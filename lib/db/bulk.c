/* Much at once: indexes that wait until a first load is over, and rows by the engine's own fast way. */
#include <string.h>

#include "db/driver.h"

/* ---- indexes ---- */

static bool
is_suspended(const struct db *db, const char *table)
{
    for (const struct db_index *index = db->suspended; index; index = index->next)
        if (strcmp(index->table, table) == 0)
            return true;
    return false;
}

int
db_indexes_suspend(struct db *db, const char *table, struct err *err)
{
    if (!db_in_transaction(db))
        return err_set(err, ERR_DB, _("%s: no transaction is open"), db->place);
    if (is_suspended(db, table))
        return 0;
    if (db->driver->indexes(db, table, err) != 0)
        return -1;
    for (struct db_index *index = db->suspended; index; index = index->next)
        if (strcmp(index->table, table) == 0 && db->driver->index_drop(db, index, err) != 0)
            return -1;
    return 0;
}

int
db_indexes_resume(struct db *db, const char *table, struct err *err)
{
    if (db_still_begun(db, err) != 0)
        return -1;
    struct db_index **link = &db->suspended;
    while (*link) {
        struct db_index *index = *link;
        if (strcmp(index->table, table) != 0) {
            link = &index->next;
            continue;
        }
        if (db->driver->index_build(db, index, err) != 0)
            return -1;
        *link = index->next;
        db_index_free(index);
    }
    return 0;
}

/* ---- rows in bulk ---- */

bool
db_can_load(const struct db *db)
{
    return db->driver->load_begin != NULL;
}

int
db_load_begin(struct db *db, struct db_load **load, const char *table, const char *const *columns,
              int count, struct err *err)
{
    *load = NULL;
    db->load_conflict = false;
    if (db_still_begun(db, err) != 0)
        return -1;
    return db->driver->load_begin(db, load, table, columns, count, err);
}

int
db_load_row(struct db_load *load, const struct db_value *values, struct err *err)
{
    return load->db->driver->load_row(load, values, err);
}

int
db_load_end(struct db_load *load, struct err *err)
{
    struct db *db = load->db;
    int result = db->driver->load_end(load, err);
    db_settle(db, result == 0);
    return result;
}

void
db_load_abort(struct db_load *load)
{
    if (!load)
        return;
    db_settle(load->db, false);
    load->db->driver->load_abort(load);
}

bool
db_load_conflict(const struct db *db)
{
    return db->load_conflict;
}
