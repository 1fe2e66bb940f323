#include "db/whole.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/str.h"

struct whole_writer {
    struct db_load *load; /* or NULL, and then: */
    struct db_stmt *insert;
    int count;
};

static void
add_names(struct str *sql, const char *const *columns, int count)
{
    for (int i = 0; i < count; i++)
        str_addf(sql, "%s\"%s\"", i ? ", " : "", columns[i]);
}

int
whole_read(struct db *db, struct db_stmt **stmt, const char *table, const char *const *columns,
           int count, const int *keys, int key_count, struct err *err)
{
    struct str sql = STR_INIT;
    str_adds(&sql, "SELECT ");
    add_names(&sql, columns, count);
    str_addf(&sql, " FROM \"%s\"", table);
    for (int i = 0; i < key_count; i++)
        str_addf(&sql, "%s\"%s\"", i ? ", " : " ORDER BY ", columns[keys[i]]);
    int result = db_prepare(db, stmt, sql.text, err);
    str_release(&sql);
    return result;
}

static int
prepare_insert(struct whole_writer *writer, struct db *db, const char *table,
               const char *const *columns, struct err *err)
{
    struct str sql = STR_INIT;
    str_addf(&sql, "INSERT INTO \"%s\" (", table);
    add_names(&sql, columns, writer->count);
    for (int i = 0; i < writer->count; i++)
        str_addf(&sql, "%s$%d", i ? ", " : ") VALUES (", i + 1);
    str_addc(&sql, ')');
    int result = db_prepare(db, &writer->insert, sql.text, err);
    str_release(&sql);
    return result;
}

int
whole_begin(struct whole_writer **out, struct db *db, const char *table, const char *const *columns,
            int count, struct err *err)
{
    struct whole_writer *writer = mem_alloc(sizeof *writer);
    *writer = (struct whole_writer){.count = count};
    int result = db_can_load(db) ? db_load_begin(db, &writer->load, table, columns, count, err)
                                 : prepare_insert(writer, db, table, columns, err);
    if (result < 0) {
        free(writer);
        return -1;
    }
    *out = writer;
    return 0;
}

int
whole_row(struct whole_writer *writer, const struct db_value *values, struct err *err)
{
    if (writer->load)
        return db_load_row(writer->load, values, err);
    for (int i = 0; i < writer->count; i++)
        db_bind(writer->insert, i + 1, values[i]);
    return db_step(writer->insert, err) < 0 ? -1 : 0;
}

int
whole_end(struct whole_writer *writer, struct err *err)
{
    int result = writer->load ? db_load_end(writer->load, err) : 0;
    writer->load = NULL;
    whole_abort(writer);
    return result;
}

void
whole_abort(struct whole_writer *writer)
{
    if (!writer)
        return;
    db_load_abort(writer->load);
    db_finish(writer->insert);
    free(writer);
}

int
whole_clear(struct db *db, const char *table, struct err *err)
{
    struct str sql = STR_INIT;
    str_addf(&sql, "DELETE FROM \"%s\"", table);
    int result = db_run(db, sql.text, NULL, 0, err);
    str_release(&sql);
    return result;
}
