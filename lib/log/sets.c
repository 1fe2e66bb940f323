#include "log/sets.h"

#include <stdlib.h>
#include <string.h>

#include "base/codec.h"
#include "base/multiset.h"
#include "db/relation.h"
#include "db/sql.h"
#include "log/kept.h"
#include "log/marks.h"
#include "log/rowcode.h"

enum { NUMBERS = 2 }; /* a row's store and number stand among its first two columns */

enum fate { KEPT, ADDED, CHANGED, REMOVED, FATES };

/* One side of a row that the running statement wrote; it counts when the statement is settled. */
struct pending {
    int table;
    bool comes;     /* the row as it is after; else as it was before */
    enum fate fate; /* of rows that are not kept: how to count them; said once a row */
    int64_t numbers[NUMBERS];
    struct rowcode code;
};

/* A table of a store. */
struct set {
    const struct place *place;
    int64_t store_id;
    bool touched;
    int64_t unkept[FATES];
    struct multiset delta;
};

struct keeping {
    int count, added;
};

/* What a savepoint goes back to. */
struct snapshot {
    struct set *sets;
    int count;
    struct keeping keeping;
};

struct table {
    char *name;
    struct place *place; /* NULL until it was looked up, which cannot be while a statement runs */
};

struct sets {
    struct db *db;
    struct arena tables_arena, rows; /* rows: as long as the transaction */
    struct table *tables;
    int table_count;
    struct pending *pending;
    int pending_count, pending_room;
    struct set *sets;
    int count, room, last;
    struct kept_row *kept;
    int kept_room;
    struct keeping keeping, settled; /* with, and without the statement that runs */
    struct snapshot *snapshots;
    int depth;
    struct marks *marks;
    bool counting; /* sets_recount: nothing is kept */
    struct err failure;
};

struct sets *
sets_new(struct db *db)
{
    struct sets *sets = mem_alloc(sizeof *sets);
    memset(sets, 0, sizeof *sets);
    sets->db = db;
    sets->marks = marks_new(db);
    arena_init(&sets->tables_arena);
    arena_init(&sets->rows);
    return sets;
}

/* ---- a row is told -------------------------------------------------------------------------------- */

static int
table_of(struct sets *sets, const char *name)
{
    for (int i = sets->table_count; i-- > 0;)
        if (strcmp(sets->tables[i].name, name) == 0)
            return i;
    sets->tables = mem_resize(sets->tables, ((size_t)sets->table_count + 1) * sizeof *sets->tables);
    sets->tables[sets->table_count] = (struct table){arena_strdup(&sets->tables_arena, name), NULL};
    return sets->table_count++;
}

static bool
keep(struct sets *sets, int table, const struct db_written *row)
{
    struct keeping *keeping = &sets->keeping;
    bool added = !row->before;
    if (sets->counting ||
        (added ? keeping->added >= SETS_ADDED : keeping->count - keeping->added >= SETS_CHANGED))
        return false;
    if (keeping->count == sets->kept_room) {
        sets->kept_room = 2 * sets->kept_room + 16;
        sets->kept = mem_resize(sets->kept, (size_t)sets->kept_room * sizeof *sets->kept);
    }
    sets->kept[keeping->count++] = (struct kept_row){
        .table = table,
        .before = kept_copy(&sets->rows, row->before, row->count),
        .after = kept_copy(&sets->rows, row->after, row->count),
    };
    keeping->added += added;
    return true;
}

static void
add_side(struct sets *sets, int table, const struct db_value *values, int count, bool comes,
         enum fate fate)
{
    if (!values)
        return;
    if (sets->pending_count == sets->pending_room) {
        sets->pending_room = 2 * sets->pending_room + 16;
        sets->pending =
            mem_resize(sets->pending, (size_t)sets->pending_room * sizeof *sets->pending);
    }
    struct pending *side = &sets->pending[sets->pending_count++];
    side->table = table;
    side->comes = comes;
    side->fate = fate;
    for (int i = 0; i < NUMBERS; i++)
        side->numbers[i] = i < count && values[i].type == DB_INT ? values[i].number : 0;
    rowcode_of(&side->code, sets->tables[table].name, values, count);
}

void
sets_row(void *context, const struct db_written *row)
{
    struct sets *sets = context;
    int table = table_of(sets, row->table);
    enum fate fate = sets->counting || keep(sets, table, row) ? KEPT
                     : !row->before                           ? ADDED
                     : !row->after                            ? REMOVED
                                                              : CHANGED;
    add_side(sets, table, row->before, row->count, false, row->after ? KEPT : fate);
    add_side(sets, table, row->after, row->count, true, fate);
}

/* ---- a statement is settled ------------------------------------------------------------------------ */

static const struct place *
place_of(struct sets *sets, int table, struct err *err)
{
    struct table *known = &sets->tables[table];
    if (known->place)
        return known->place;
    if (place_load(&known->place, sets->db, &sets->tables_arena, known->name, err) < 0) {
        known->place = NULL;
        return NULL;
    }
    if (known->place->store_column < NUMBERS && known->place->number_column < NUMBERS)
        return known->place;
    known->place = NULL;
    err_set(err, ERR_DB, _("%s: store and number must be its first columns"), known->name);
    return NULL;
}

static struct set *
set_of(struct sets *sets, const struct place *place, int64_t store_id)
{
    struct set *last = sets->last < sets->count ? &sets->sets[sets->last] : NULL;
    if (last && last->place == place && last->store_id == store_id)
        return last;
    for (sets->last = 0; sets->last < sets->count; sets->last++) {
        struct set *set = &sets->sets[sets->last];
        if (set->place == place && set->store_id == store_id)
            return set;
    }
    if (sets->count == sets->room) {
        int room = 2 * sets->room + 8;
        struct set *grown = aligned_alloc(_Alignof(struct set), (size_t)room * sizeof *grown);
        if (!grown)
            grown = mem_alloc(SIZE_MAX); /* ends as any lack of memory does */
        if (sets->count)
            memcpy(grown, sets->sets, (size_t)sets->count * sizeof *grown);
        free(sets->sets);
        sets->sets = grown;
        sets->room = room;
    }
    struct set *set = &sets->sets[sets->count++];
    memset(set, 0, sizeof *set);
    multiset_init(&set->delta);
    set->place = place;
    set->store_id = store_id;
    return set;
}

static int
apply(struct sets *sets, const struct pending *side, struct err *err)
{
    const struct place *place = place_of(sets, side->table, err);
    if (!place)
        return -1;
    int64_t store_id = place->store_column < 0 ? 0 : side->numbers[place->store_column];
    int64_t number = place->number_column < 0 ? NUMBERLESS : side->numbers[place->number_column];
    struct set *set = set_of(sets, place, store_id);
    set->touched = true;
    set->unkept[side->fate]++;
    number = number < 0 ? NUMBERLESS : number;
    if (side->comes) {
        multiset_add(&set->delta, side->code.element);
        return marks_add(sets->marks, place->table, store_id, number, side->code.mark, err);
    }
    multiset_remove(&set->delta, side->code.element);
    return marks_remove(sets->marks, place->table, store_id, number, side->code.mark, err);
}

static int
place_kept(struct sets *sets, struct err *err)
{
    for (int i = sets->settled.count; i < sets->keeping.count; i++) {
        struct kept_row *row = &sets->kept[i];
        row->place = place_of(sets, row->table, err);
        if (!row->place)
            return -1;
        row->store_id = place_store(row->place, row->after ? row->after : row->before);
    }
    return 0;
}

/* Marks that are written here tell no rows: see db_is_untold. */
void
sets_settle(void *context, bool stay)
{
    struct sets *sets = context;
    int count = sets->pending_count;
    sets->pending_count = 0;
    if (!stay || sets->failure.kind) {
        sets->keeping = sets->settled;
        return;
    }
    for (int i = 0; i < count; i++)
        if (apply(sets, &sets->pending[i], &sets->failure) < 0)
            return;
    if (place_kept(sets, &sets->failure) == 0)
        sets->settled = sets->keeping;
}

/* ---- savepoints and ends ------------------------------------------------------------------------- */

static struct set *
copy_sets(const struct set *from, int count)
{
    size_t size = ((size_t)count + 1) * sizeof *from;
    struct set *copy = aligned_alloc(_Alignof(struct set), size);
    if (!copy)
        copy = mem_alloc(SIZE_MAX);
    if (count)
        memcpy(copy, from, (size_t)count * sizeof *from);
    return copy;
}

static void
push(struct sets *sets)
{
    if (!sets->failure.kind)
        marks_flush(sets->marks, &sets->failure);
    sets->snapshots =
        mem_resize(sets->snapshots, ((size_t)sets->depth + 1) * sizeof *sets->snapshots);
    sets->snapshots[sets->depth++] =
        (struct snapshot){copy_sets(sets->sets, sets->count), sets->count, sets->settled};
}

static void
pop(struct sets *sets, bool back)
{
    if (sets->depth == 0)
        return;
    struct snapshot *snapshot = &sets->snapshots[--sets->depth];
    if (!back) {
        free(snapshot->sets);
        return;
    }
    free(sets->sets);
    sets->sets = snapshot->sets;
    sets->count = snapshot->count;
    sets->room = snapshot->count + 1;
    sets->keeping = sets->settled = snapshot->keeping;
    marks_forget(sets->marks);
}

static void
clear(struct sets *sets)
{
    while (sets->depth > 0)
        pop(sets, false);
    sets->count = sets->last = sets->pending_count = 0;
    sets->keeping = sets->settled = (struct keeping){0};
    sets->failure = (struct err){0};
    marks_forget(sets->marks);
    arena_reset(&sets->rows);
}

void
sets_moment(void *context, enum db_moment moment)
{
    struct sets *sets = context;
    switch (moment) {
    case DB_SAVEPOINT:
        push(sets);
        break;
    case DB_RELEASED:
        pop(sets, false);
        break;
    case DB_BACK:
        pop(sets, true);
        break;
    case DB_COMMITTED:
    case DB_ROLLED_BACK:
        clear(sets);
        break;
    }
}

void
sets_free(struct sets *sets)
{
    if (!sets)
        return;
    clear(sets);
    marks_free(sets->marks);
    free(sets->snapshots);
    free(sets->tables);
    free(sets->pending);
    free(sets->kept);
    free(sets->sets);
    arena_release(&sets->tables_arena);
    arena_release(&sets->rows);
    free(sets);
}

/* ---- behind an entry --------------------------------------------------------------------------------- */

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
    if (sets->failure.kind) {
        *err = sets->failure;
        return -1;
    }
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
    if (more == 0 && sets->failure.kind)
        *err = sets->failure;
    return more < 0 || sets->failure.kind ? -1 : 0;
}
