/*
 * Many rows at once: keys are asked for by one statement, and rows go in by the engine's own fast way.
 *
 *     WITH k (n, k0, k1) AS (VALUES (0, $1, $2), (1, $3, $4), …)
 *     SELECT k.n, t.id, … FROM k CROSS JOIN visit AS t WHERE t.store_id = k.k0 AND t.code = k.k1
 *
 * which every engine runs. Places that are left over get NULLs, and what those find is passed over.
 */
#include "db/relation_private.h"

#include <stdlib.h>

enum {
    KEY_VALUES = 2048, /* parameters of a statement for many */
    FEW =
        16, /* keys that one for few has place for; above four times as many, many are asked for */
};

/* ---- statements that ask for many ---------------------------------------------------------------- */

/* The keys k, whose columns are numbers or texts. */
static void
add_keys(struct str *sql, const bool *number, int width, int rows)
{
    str_adds(sql, "WITH k (n");
    for (int i = 0; i < width; i++)
        str_addf(sql, ", k%d", i);
    str_adds(sql, ") AS (VALUES ");
    for (int n = 0; n < rows; n++) {
        str_addf(sql, n ? ", (%d" : "(%d", n);
        for (int i = 0; i < width; i++)
            str_addf(sql, ", CAST($%d AS %s)", n * width + i + 1, number[i] ? "BIGINT" : "TEXT");
        str_addc(sql, ')');
    }
    str_adds(sql, ") ");
}

/* A plan that was made for a small table would be kept while it grows, and so it is made anew whenever as many
 * rows were loaded again. The text must differ, or an engine takes the plan that it has. */
static bool
is_stale(const struct many *many, int64_t loaded)
{
    return !many->stmt || loaded > 2 * many->made_for + KEY_VALUES;
}

static int
prepare(struct many *many, struct db *db, const struct str *sql, int64_t loaded, struct err *err)
{
    db_finish(many->stmt);
    many->made_for = loaded;
    return db_prepare(db, &many->stmt, sql->text, err);
}

static int
places_for(int count, int width)
{
    int most = KEY_VALUES / width;
    return count <= 4 * FEW || most < FEW ? FEW : most;
}

static int
min(int a, int b)
{
    return a < b ? a : b;
}

/* ---- natural keys ---------------------------------------------------------------------------------- */

static int
prepare_find(struct relation *relation, struct many *many, int places, struct err *err)
{
    const struct relation_spec *spec = &relation->spec;
    struct str sql = STR_INIT;
    bool *number = mem_alloc((size_t)spec->key_count * sizeof *number);
    for (int i = 0; i < spec->key_count; i++)
        number[i] = relation->number[spec->key[i]];
    add_keys(&sql, number, spec->key_count, places);
    str_adds(&sql, "SELECT k.n, t.\"id\"");
    for (int i = 0; i < spec->count; i++)
        str_addf(&sql, ", t.\"%s\"", spec->columns[i]);
    str_addf(&sql, " FROM k CROSS JOIN \"%s\" AS t WHERE ", spec->table);
    for (int i = 0; i < spec->key_count; i++)
        str_addf(&sql, "%st.\"%s\" %s k.k%d", i ? " AND " : "", spec->columns[spec->key[i]],
                 relation->nullable[spec->key[i]] ? "IS NOT DISTINCT FROM" : "=", i);
    str_addf(&sql, " /* %lld more */", (long long)relation->loaded);
    int result = prepare(many, relation->db, &sql, relation->loaded, err);
    free(number);
    str_release(&sql);
    return result;
}

/* A part of the rows, for which the statement has place. */
struct part {
    struct db_stmt *stmt;
    int first, count, places;
};

static int
find_part(struct relation *relation, const struct part *part, const struct db_value *const *rows,
          relation_found *found, void *context, struct err *err)
{
    const struct relation_spec *spec = &relation->spec;
    int step;
    db_reset(part->stmt);
    for (int n = 0, param = 1; n < part->places; n++)
        for (int i = 0; i < spec->key_count; i++)
            db_bind(part->stmt, param++,
                    n < part->count ? rows[part->first + n][spec->key[i]] : db_null());
    while ((step = db_step(part->stmt, err)) == 1) {
        int n = (int)db_get_int(part->stmt, 0);
        for (int i = 0; i < spec->count; i++)
            relation->row[i] = db_get(part->stmt, i + 2);
        if (n < part->count &&
            found(context, part->first + n, db_get_int(part->stmt, 1), relation->row, err) < 0)
            break;
    }
    db_reset(part->stmt);
    return step == 0 ? 0 : -1;
}

static void
make_room(struct relation *relation)
{
    size_t count = (size_t)relation->spec.count + 1;
    if (relation->row)
        return;
    relation->row = arena_array(relation->arena, count, sizeof *relation->row);
    relation->columns = arena_array(relation->arena, count, sizeof *relation->columns);
    relation->columns[0] = "id";
    for (int i = 0; i < relation->spec.count; i++)
        relation->columns[i + 1] = relation->spec.columns[i];
}

int
relation_find_many(struct relation *relation, const struct db_value *const *rows, int count,
                   relation_found *found, void *context, struct err *err)
{
    make_room(relation);
    for (int first = 0; first < count;) {
        int places = places_for(count - first, relation->spec.key_count);
        struct many *many = places == FEW ? &relation->find_few : &relation->find_many;
        if (is_stale(many, relation->loaded) && prepare_find(relation, many, places, err) < 0)
            return -1;
        const struct part part = {many->stmt, first, min(places, count - first), places};
        if (find_part(relation, &part, rows, found, context, err) < 0)
            return -1;
        first += part.count;
    }
    return 0;
}

/* ---- loading ---------------------------------------------------------------------------------------- */

bool
relation_can_load(const struct relation *relation)
{
    return relation->whole && db_can_load(relation->db);
}

static int64_t
store_of(const struct relation *relation, const struct db_value *values)
{
    return relation->spec.of_store ? values[0].number : 0;
}

int
relation_take_ids(struct relation *relation, const struct db_value *const *rows, int count,
                  int64_t *ids, struct err *err)
{
    for (int i = 0; i < count; i++) {
        struct counter *counter = relation_counter(relation, store_of(relation, rows[i]), err);
        if (!counter) {
            relation_return_ids(relation, rows, i);
            return -1;
        }
        ids[i] = counter->next++;
    }
    return 0;
}

void
relation_return_ids(struct relation *relation, const struct db_value *const *rows, int count)
{
    struct err ignored; /* they are in memory */
    for (int i = 0; i < count; i++)
        relation_counter(relation, store_of(relation, rows[i]), &ignored)->next--;
}

int
relation_load_begin(struct relation *relation, struct err *err)
{
    make_room(relation);
    return db_load_begin(relation->db, &relation->load, relation->spec.table, relation->columns,
                         relation->spec.count + 1, err);
}

int
relation_load_row(struct relation *relation, int64_t id, const struct db_value *values,
                  struct err *err)
{
    relation->row[0] = db_int(id);
    for (int i = 0; i < relation->spec.count; i++)
        relation->row[i + 1] = values[i];
    relation->loaded++;
    if (db_load_row(relation->load, relation->row, err) == 0)
        return 0;
    relation_load_abort(relation);
    return -1;
}

int
relation_load_end(struct relation *relation, struct err *err)
{
    struct db_load *load = relation->load;
    relation->load = NULL;
    return db_load_end(load, err);
}

void
relation_load_abort(struct relation *relation)
{
    db_load_abort(relation->load);
    relation->load = NULL;
}

/* ---- codes ------------------------------------------------------------------------------------------ */

static int
prepare_lookup(const struct lookup *lookup, struct many *many, int places, struct err *err)
{
    static const bool number[] = {false, true};
    struct str sql = STR_INIT;
    add_keys(&sql, number, lookup->spec.of_store ? 2 : 1, places);
    str_addf(&sql, "SELECT k.n, t.\"id\" FROM k CROSS JOIN \"%s\" AS t WHERE t.\"%s\" = k.k0%s",
             lookup->spec.table, lookup->spec.column,
             lookup->spec.of_store ? " AND t.\"store_id\" = k.k1" : "");
    int result = prepare(many, lookup->db, &sql, 0, err);
    str_release(&sql);
    return result;
}

static int
look_part(const struct lookup *lookup, const struct part *part, const struct lookup_key *keys,
          lookup_found *found, void *context, struct err *err)
{
    int step;
    bool follows;
    if (lookup_any_follows(lookup, &follows, err) < 0)
        return -1;
    db_reset(part->stmt);
    for (int n = 0, param = 1; n < part->places; n++) {
        const struct lookup_key *key = n < part->count ? &keys[part->first + n] : NULL;
        db_bind(part->stmt, param++, key ? db_textn(key->text, key->length) : db_null());
        if (lookup->spec.of_store)
            db_bind(part->stmt, param++, key ? db_int(key->store_id) : db_null());
    }
    while ((step = db_step(part->stmt, err)) == 1) {
        int64_t id = db_get_int(part->stmt, 1);
        if (follows && lookup_follow(lookup, &id, err) < 0) {
            step = -1;
            break;
        }
        found(context, part->first + (int)db_get_int(part->stmt, 0), id);
    }
    db_reset(part->stmt);
    return step;
}

int
lookup_find_many(struct lookup *lookup, const struct lookup_key *keys, int count,
                 lookup_found *found, void *context, struct err *err)
{
    for (int first = 0; first < count;) {
        int places = places_for(count - first, lookup->spec.of_store ? 2 : 1);
        struct many *many = places == FEW ? &lookup->few : &lookup->many;
        if (!many->stmt && prepare_lookup(lookup, many, places, err) < 0)
            return -1;
        const struct part part = {many->stmt, first, min(places, count - first), places};
        if (look_part(lookup, &part, keys, found, context, err) < 0)
            return -1;
        first += part.count;
    }
    return 0;
}
