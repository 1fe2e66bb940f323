#include "log/sets_private.h"

#include <stdlib.h>
#include <string.h>

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

int
sets_sound(void *context, struct err *err)
{
    const struct sets *sets = context;
    if (!sets->failure.kind)
        return 0;
    *err = sets->failure;
    return -1;
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
