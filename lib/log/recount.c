#include "log/recount.h"

#include <stdlib.h>
#include <string.h>

#include "db/relation.h"

enum { BUCKETS = 4 * RECOUNT_SETS, FIRST_ROOM = 32 };

struct recount {
    struct recount_set **sets; /* each by itself, so that who asked keeps what was given */
    int count, room;
    struct recount_set *last;
    int buckets[BUCKETS]; /* number of the set plus one; 0: none */
};

struct recount *
recount_new(void)
{
    struct recount *recount = mem_alloc(sizeof *recount);
    memset(recount, 0, sizeof *recount);
    return recount;
}

void
recount_clear(struct recount *recount)
{
    for (int i = 0; i < recount->count; i++)
        free(recount->sets[i]);
    recount->count = 0;
    recount->last = NULL;
    memset(recount->buckets, 0, sizeof recount->buckets);
}

void
recount_free(struct recount *recount)
{
    if (!recount)
        return;
    recount_clear(recount);
    free(recount->sets);
    free(recount);
}

static bool
is_set(const struct recount_set *set, const char *table, int64_t store_id)
{
    return set->store_id == store_id && (set->table == table || strcmp(set->table, table) == 0);
}

/* Where the set is, or the free place where it would be. */
static unsigned
bucket_of(const struct recount *recount, const char *table, int64_t store_id)
{
    uint64_t mix = (uint64_t)store_id;
    for (const char *at = table; *at; at++)
        mix = (mix ^ (unsigned char)*at) * 0x100000001b3u;
    unsigned bucket = (unsigned)((mix ^ mix >> 29) % BUCKETS);
    while (recount->buckets[bucket] &&
           !is_set(recount->sets[recount->buckets[bucket] - 1], table, store_id))
        bucket = (bucket + 1) % BUCKETS;
    return bucket;
}

static struct recount_set *
set_new(struct recount *recount, const char *table, int64_t store_id)
{
    struct recount_set *set = aligned_alloc(_Alignof(struct recount_set), sizeof *set);
    if (!set)
        mem_out();
    if (recount->count == recount->room) {
        recount->room = recount->room ? 2 * recount->room : FIRST_ROOM;
        recount->sets = mem_resize(recount->sets, (size_t)recount->room * sizeof(*recount->sets));
    }
    multiset_init(&set->set);
    set->table = table;
    set->store_id = store_id;
    set->marks = 0;
    recount->sets[recount->count++] = set;
    return set;
}

static struct recount_set *
set_of(struct recount *recount, const char *table, int64_t store_id)
{
    if (recount->last && is_set(recount->last, table, store_id))
        return recount->last;
    unsigned bucket = bucket_of(recount, table, store_id);
    if (!recount->buckets[bucket]) {
        if (recount->count >= RECOUNT_SETS && store_id != RECOUNT_REST)
            return set_of(recount, "", RECOUNT_REST);
        set_new(recount, table, store_id);
        recount->buckets[bucket] = recount->count;
    }
    return recount->last = recount->sets[recount->buckets[bucket] - 1];
}

static struct recount_set *
add(struct recount *recount, const char *table, int64_t store_id, const struct db_value *values,
    int count, struct rowcode *code)
{
    rowcode_of(code, table, values, count);
    struct recount_set *set = set_of(recount, table, store_id);
    multiset_add(&set->set, code->element);
    return set;
}

void
recount_add(struct recount *recount, const char *table, int64_t store_id,
            const struct db_value *values, int count, struct rowcode *code)
{
    struct rowcode own = {0};
    add(recount, table, store_id, values, count, code ? code : &own);
}

uint64_t
recount_mark(int64_t number, const unsigned char mark[ROWCODE_MARK])
{
    uint64_t sum = 0;
    for (int i = 0; i < ROWCODE_MARK; i++)
        sum |= (uint64_t)mark[i] << 8 * i;
    return number < 0 ? sum : sum * (2 * (uint64_t)number + 1);
}

void
recount_row(struct recount *recount, const struct place *place, const struct db_value *values,
            struct rowcode *code)
{
    struct rowcode own = {0};
    code = code ? code : &own;
    struct recount_set *set =
        add(recount, place->table, place_store(place, values), values, place->count, code);
    set->marks += recount_mark(place_number(place, values), code->mark);
}

static int
see_rows(struct recount *recount, struct db_stmt *stmt, const struct place *place,
         recount_seen *seen, void *context, struct err *err)
{
    struct db_value values[PLACE_COLUMNS];
    int64_t rows = 0;
    int more;
    while ((more = db_step(stmt, err)) == 1) {
        for (int i = 0; i < place->count; i++)
            values[i] = db_get(stmt, i);
        recount_row(recount, place, values, NULL);
        if (++rows % RECOUNT_PACE == 0 && seen)
            seen(context, RECOUNT_PACE);
    }
    if (seen)
        seen(context, rows % RECOUNT_PACE);
    return more;
}

int
recount_table(struct recount *recount, struct db *db, const struct place *place, recount_seen *seen,
              void *context, struct err *err)
{
    struct db_stmt *stmt = NULL;
    int result = relation_scan(db, &stmt, place->table, err);
    if (result == 0 && db_column_count(stmt) != place->count)
        result = err_set(err, ERR_DB, _("%s: its columns changed meanwhile"), place->table);
    if (result == 0)
        result = see_rows(recount, stmt, place, seen, context, err);
    db_finish(stmt);
    return result;
}

const struct recount_set *
recount_find(const struct recount *recount, const char *table, int64_t store_id)
{
    int number = recount->buckets[bucket_of(recount, table, store_id)];
    return number ? recount->sets[number - 1] : NULL;
}

const struct recount_set *
recount_next(const struct recount *recount, const struct recount_set *after)
{
    int next = after ? recount->buckets[bucket_of(recount, after->table, after->store_id)] : 0;
    return next < recount->count ? recount->sets[next] : NULL;
}
