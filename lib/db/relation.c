#include "db/relation_private.h"

#include <string.h>

/* ---- the catalogue ------------------------------------------------------------------------ */

struct seen {
    struct relation *relation;
    int found, count; /* of ours; of the table */
    bool has_id;
    const char *other; /* a column of another nature than the kind's pack says */
    int needed;        /* columns that no row can lack, and that are none of ours */
};

static int
see_column(void *context, const struct db_column *column, struct err *err)
{
    struct seen *seen = context;
    const struct relation_spec *spec = &seen->relation->spec;
    int at = seen->count++;
    (void)err;
    if (at < COLUMNS_MOST)
        seen->relation->from[at] = ID;
    if (strcmp(column->name, "id") == 0)
        seen->has_id = true;
    else
        seen->needed += column->not_null;
    for (int i = 0; i < spec->count; i++) {
        if (strcmp(spec->columns[i], column->name) != 0)
            continue;
        seen->relation->nullable[i] = !column->not_null;
        seen->relation->number[i] = strcmp(column->type, "INTEGER") == 0;
        seen->needed -= column->not_null;
        seen->found++;
        if (at < COLUMNS_MOST)
            seen->relation->from[at] = i;
        if ((strcmp(column->type, "BLOB") == 0) != (spec->bytes && spec->bytes[i]))
            seen->other = spec->columns[i];
    }
    return 0;
}

static bool
plain_name(const char *name)
{
    size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_");
    return length > 0 && name[length] == '\0';
}

static int
check_names(struct relation *relation, struct err *err)
{
    const struct relation_spec *spec = &relation->spec;
    struct seen seen = {.relation = relation};
    bool plain = plain_name(spec->table);
    for (int i = 0; i < spec->count; i++)
        plain = plain && plain_name(spec->columns[i]);
    if (!plain)
        return err_set(err, ERR_DB, _("%s: a table or column name is not plain"), spec->table);
    if (db_columns(relation->db, spec->table, see_column, &seen, err) < 0)
        return -1;
    if (!seen.has_id || seen.found != spec->count)
        return err_set(err, ERR_DB,
                       _("%s: the database has no such table, or it lacks a column "
                         "that the kind's pack names"),
                       spec->table);
    if (seen.other)
        return err_set(
            err, ERR_DB,
            _("%s: the kind's pack and the database do not agree on whether %s is personal"),
            spec->table, seen.other);
    relation->whole = seen.needed == 0;
    if (seen.count == spec->count + 1 && seen.count <= COLUMNS_MOST)
        relation->told = arena_array(relation->arena, (size_t)seen.count, sizeof *relation->told);
    return 0;
}

/* ---- composed statements ------------------------------------------------------------------- */

/* "a", "b", "c" */
static void
add_columns(struct str *sql, const struct relation_spec *spec)
{
    for (int i = 0; i < spec->count; i++)
        str_addf(sql, "%s\"%s\"", i ? ", " : "", spec->columns[i]);
}

static int
prepare_insert(struct relation *relation, struct str *sql, struct err *err)
{
    const struct relation_spec *spec = &relation->spec;
    str_clear(sql);
    str_addf(sql, "INSERT INTO \"%s\" (\"id\", ", spec->table);
    add_columns(sql, spec);
    str_adds(sql, ") VALUES ($1");
    for (int i = 0; i < spec->count; i++)
        str_addf(sql, ", $%d", i + 2);
    str_adds(sql, ") ON CONFLICT DO NOTHING");
    return db_prepare(relation->db, &relation->insert, sql->text, err);
}

static int
prepare_find(struct relation *relation, struct str *sql, struct err *err)
{
    const struct relation_spec *spec = &relation->spec;
    str_clear(sql);
    str_adds(sql, "SELECT \"id\", ");
    add_columns(sql, spec);
    str_addf(sql, " FROM \"%s\" WHERE ", spec->table);
    for (int i = 0; i < spec->key_count; i++) /* `=` where it can be, since engines index it */
        str_addf(sql, "%s\"%s\" %s $%d", i ? " AND " : "", spec->columns[spec->key[i]],
                 relation->nullable[spec->key[i]] ? "IS NOT DISTINCT FROM" : "=", i + 1);
    return db_prepare(relation->db, &relation->find, sql->text, err);
}

static int
prepare_update(struct relation *relation, struct str *sql, struct err *err)
{
    const struct relation_spec *spec = &relation->spec;
    str_clear(sql);
    str_addf(sql, "UPDATE \"%s\" SET ", spec->table);
    for (int i = spec->of_store; i < spec->count; i++)
        str_addf(sql, "%s\"%s\" = $%d", i > spec->of_store ? ", " : "", spec->columns[i], i + 2);
    str_adds(sql,
             spec->of_store ? " WHERE \"store_id\" = $2 AND \"id\" = $1" : " WHERE \"id\" = $1");
    return db_prepare(relation->db, &relation->update, sql->text, err);
}

static int
prepare_counters(struct relation *relation, struct err *err)
{
    /* the update that changes nothing takes the row's lock where rows have locks */
    static const char take[] = "INSERT INTO counter (store_id, name, next_id) VALUES ($1, $2, 1) "
                               "ON CONFLICT (store_id, name) DO UPDATE "
                               "SET next_id = counter.next_id RETURNING next_id";
    /* its row may have gone again with a savepoint */
    static const char save[] = "INSERT INTO counter (store_id, name, next_id) VALUES ($1, $2, $3) "
                               "ON CONFLICT (store_id, name) DO UPDATE SET next_id = $3";
    if (db_prepare(relation->db, &relation->counter_take, take, err) < 0)
        return -1;
    return db_prepare(relation->db, &relation->counter_save, save, err);
}

int
relation_open(struct relation **out, struct db *db, struct arena *arena,
              const struct relation_spec *spec, struct err *err)
{
    struct str sql = STR_INIT;
    struct relation *relation = arena_alloc(arena, sizeof *relation);
    *relation = (struct relation){.db = db, .arena = arena, .spec = *spec};
    relation->nullable = arena_array(arena, (size_t)spec->count, sizeof *relation->nullable);
    relation->number = arena_array(arena, (size_t)spec->count, sizeof *relation->number);
    relation->from = arena_array(arena, COLUMNS_MOST, sizeof *relation->from);
    *out = relation;
    int result = check_names(relation, err);
    if (result == 0 &&
        (prepare_insert(relation, &sql, err) < 0 || prepare_find(relation, &sql, err) < 0 ||
         prepare_update(relation, &sql, err) < 0 || prepare_counters(relation, err) < 0))
        result = -1;
    str_release(&sql);
    if (result < 0) {
        relation_close(relation);
        *out = NULL;
    }
    return result;
}

void
relation_close(struct relation *relation)
{
    if (!relation)
        return;
    db_finish(relation->insert);
    db_finish(relation->find);
    db_finish(relation->update);
    db_finish(relation->counter_take);
    db_finish(relation->counter_save);
    db_finish(relation->find_few.stmt);
    db_finish(relation->find_many.stmt);
    relation_load_abort(relation);
}

int
relation_is_empty(struct relation *relation, bool *empty, struct err *err)
{
    struct str sql = STR_INIT;
    struct db_stmt *stmt = NULL;
    str_addf(&sql, "SELECT 1 FROM \"%s\" LIMIT 1", relation->spec.table);
    int result = db_prepare(relation->db, &stmt, sql.text, err);
    int row = result < 0 ? -1 : db_step(stmt, err);
    *empty = row == 0;
    db_finish(stmt);
    str_release(&sql);
    return row < 0 ? -1 : 0;
}

/* ---- ids --------------------------------------------------------------------------------- */

static struct counter *
known_counter(struct relation *relation, int64_t store_id)
{
    for (int i = 0; i < relation->counter_count; i++)
        if (relation->counters[i].store_id == store_id)
            return &relation->counters[i];
    return NULL;
}

static struct counter *
new_counter(struct relation *relation, int64_t store_id, int64_t next)
{
    if (relation->counter_count == relation->counter_room) {
        int room = relation->counter_room ? 2 * relation->counter_room : 16;
        struct counter *grown = arena_array(relation->arena, (size_t)room, sizeof *grown);
        if (relation->counter_count)
            memcpy(grown, relation->counters, (size_t)relation->counter_count * sizeof *grown);
        relation->counters = grown;
        relation->counter_room = room;
    }
    struct counter *counter = &relation->counters[relation->counter_count++];
    *counter = (struct counter){store_id, next};
    return counter;
}

struct counter *
relation_counter(struct relation *relation, int64_t store_id, struct err *err)
{
    struct counter *counter = known_counter(relation, store_id);
    if (counter)
        return counter;
    struct db_stmt *take = relation->counter_take;
    db_bind(take, 1, db_int(store_id));
    db_bind(take, 2, db_text(relation->spec.table));
    int row = db_step(take, err);
    if (row == 1)
        counter = new_counter(relation, store_id, db_get_int(take, 0));
    db_reset(take);
    return counter;
}

int
relation_save_ids(struct relation *relation, struct err *err)
{
    for (int i = 0; i < relation->counter_count; i++) {
        db_bind(relation->counter_save, 1, db_int(relation->counters[i].store_id));
        db_bind(relation->counter_save, 2, db_text(relation->spec.table));
        db_bind(relation->counter_save, 3, db_int(relation->counters[i].next));
        if (db_step(relation->counter_save, err) < 0)
            return -1;
        db_reset(relation->counter_save);
    }
    return 0;
}

void
relation_forget_ids(struct relation *relation)
{
    relation->counter_count = 0;
}

/* ---- rows -------------------------------------------------------------------------------- */

int
relation_next_id(struct relation *relation, const struct db_value *values, int64_t *id,
                 struct err *err)
{
    struct counter *counter =
        relation_counter(relation, relation->spec.of_store ? values[0].number : 0, err);
    *id = counter ? counter->next : 0;
    return counter ? 0 : -1;
}

/* What is known here need not be read back from the engine. */
static void
tell(struct relation *relation, const struct db_value *values, int64_t id)
{
    int count = relation->spec.count + 1;
    for (int i = 0; i < count; i++)
        relation->told[i] = relation->from[i] == ID ? db_int(id) : values[relation->from[i]];
    const struct db_written row = {relation->spec.table, count, NULL, relation->told};
    db_told(relation->db, &row);
}

int
relation_insert(struct relation *relation, const struct db_value *values, int64_t *id,
                struct err *err)
{
    int64_t store_id = relation->spec.of_store ? values[0].number : 0;
    struct counter *counter = relation_counter(relation, store_id, err);
    if (!counter)
        return -1;
    struct db_stmt *insert = relation->insert;
    db_bind(insert, 1, db_int(counter->next));
    for (int i = 0; i < relation->spec.count; i++)
        db_bind(insert, i + 2, values[i]);
    bool muted = relation->told && db_mute(relation->db, true);
    int step = db_step(insert, err);
    int64_t written = step < 0 ? 0 : db_changed(insert);
    db_reset(insert);
    if (muted)
        db_mute(relation->db, false);
    if (muted && written)
        tell(relation, values, counter->next);
    if (step < 0)
        return -1;
    *id = counter->next;
    counter->next += written;
    return (int)written;
}

int
relation_find(struct relation *relation, const struct db_value *values, int64_t *id,
              struct db_value *row, struct err *err)
{
    struct db_stmt *find = relation->find;
    db_reset(find);
    for (int i = 0; i < relation->spec.key_count; i++)
        db_bind(find, i + 1, values[relation->spec.key[i]]);
    int step = db_step(find, err);
    if (step != 1)
        return step;
    *id = db_get_int(find, 0);
    for (int i = 0; i < relation->spec.count; i++)
        row[i] = db_get(find, i + 1);
    return 1;
}

int
relation_update(struct relation *relation, const struct db_value *values, int64_t id,
                struct err *err)
{
    struct db_stmt *update = relation->update;
    db_bind(update, 1, db_int(id));
    for (int i = 0; i < relation->spec.count; i++)
        db_bind(update, i + 2, values[i]);
    int step = db_step(update, err);
    db_reset(update);
    db_reset(relation->find); /* whose views were read until now */
    return step < 0 ? -1 : 0;
}
