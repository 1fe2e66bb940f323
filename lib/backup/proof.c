#include "backup/proof.h"

#include <stdarg.h>
#include <stdio.h>

#include <stdlib.h>
#include <string.h>

#include "log/chain.h"
#include "log/held.h"
#include "log/recount.h"

/* A set that was counted, a tally that was read. */
struct counted {
    int table; /* its place in the description */
    int64_t store_id, count;
    unsigned char digest[HASH_SIZE];
};

struct list {
    struct counted *items;
    int count, room;
};

/* The end of a chain, as its entries give it. */
struct end {
    int64_t store_id, seq;
    unsigned char hash[HASH_SIZE];
    bool claimed; /* the table chain has it too */
};

enum role { COUNT, LOG, CHAIN, TALLY, PASS };
enum { COLUMNS = 12 };

struct proof {
    const char *identity;
    const struct description *all;
    proof_found *found;
    void *context;
    struct item_table table;
    enum role role;
    int at[COLUMNS]; /* where the columns of a table with a role stand */
    struct recount *recount;
    struct held *held;
    struct list sets, tallies;
    struct end *ends;
    int end_count, end_room;
    struct arena row;
    struct str words;
};

struct proof *
proof_new(const char *identity, const struct description *all, proof_found *found, void *context)
{
    struct proof *proof = mem_alloc(sizeof *proof);
    memset(proof, 0, sizeof *proof);
    proof->identity = identity;
    proof->all = all;
    proof->found = found;
    proof->context = context;
    proof->recount = recount_new();
    proof->held = held_new(all);
    proof->words = (struct str)STR_INIT;
    arena_init(&proof->row);
    return proof;
}

void
proof_free(struct proof *proof)
{
    if (!proof)
        return;
    recount_free(proof->recount);
    held_free(proof->held);
    free(proof->sets.items);
    free(proof->tallies.items);
    free(proof->ends);
    arena_release(&proof->row);
    str_release(&proof->words);
    free(proof);
}

static void __attribute__((format(printf, 2, 3))) find(struct proof *proof, const char *format, ...)
{
    char words[512];
    va_list list;
    va_start(list, format);
    vsnprintf(words, sizeof words, format, list);
    va_end(list);
    proof->found(proof->context, words);
}

/* ---- tables ---------------------------------------------------------------------------------------- */

static const char *const names_log[] = {"store_id", "seq",    "at",      "actor", "tool", "verb",
                                        "subject",  "detail", "changes", "sets",  "run",  "hash"};
static const char *const names_chain[] = {"store_id", "seq", "hash"};
static const char *const names_tally[] = {"store_id", "name", "count", "state"};

static const struct {
    const char *table;
    enum role role;
    const char *const *names;
    int count;
} roles[] = {
    {"log", LOG, names_log, 12},
    {"chain", CHAIN, names_chain, 3},
    {"tally", TALLY, names_tally, 4},
};

static int
column_of(const struct item_table *table, const char *name)
{
    for (int i = 0; i < table->place.count; i++)
        if (strcmp(table->place.names[i], name) == 0)
            return i;
    return -1;
}

void
proof_table(struct proof *proof, const struct item_table *table)
{
    proof->table = *table;
    proof->role = db_is_untold(table->place.table) ? PASS : COUNT;
    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++) {
        if (strcmp(table->place.table, roles[i].table) != 0)
            continue;
        proof->role = roles[i].role;
        for (int c = 0; c < roles[i].count; c++)
            if ((proof->at[c] = column_of(table, roles[i].names[c])) < 0) {
                find(proof, _("%s: has no column %s"), roles[i].table, roles[i].names[c]);
                proof->role = PASS;
                return;
            }
    }
}

static int
table_of(const struct proof *proof, const char *name, size_t length)
{
    for (int i = 0; i < proof->all->count; i++)
        if (strlen(proof->all->tables[i].name) == length &&
            memcmp(proof->all->tables[i].name, name, length) == 0)
            return i;
    return -1;
}

static void
list_add(struct list *list, const struct counted *item)
{
    if (list->count == list->room) {
        list->room = 2 * list->room + 64;
        list->items = mem_resize(list->items, (size_t)list->room * sizeof *list->items);
    }
    list->items[list->count++] = *item;
}

void
proof_table_end(struct proof *proof)
{
    const struct place *place = &proof->table.place;
    int table = table_of(proof, place->table, strlen(place->table));
    const struct recount_set *set = NULL;
    while (proof->role == COUNT && (set = recount_next(proof->recount, set))) {
        struct counted counted = {table, set->store_id, set->set.count, {0}};
        multiset_digest(&set->set, counted.digest);
        list_add(&proof->sets, &counted);
    }
    recount_clear(proof->recount);
}

/* ---- rows ------------------------------------------------------------------------------------------ */

static const char *
text_of(struct proof *proof, const struct db_value *values, int column)
{
    const struct db_value *value = &values[proof->at[column]];
    return value->type == DB_TEXT ? arena_strndup(&proof->row, value->text, value->length) : NULL;
}

static bool
is_hash(struct db_value value, const unsigned char hash[HASH_SIZE])
{
    return value.type == DB_BYTES && value.length == HASH_SIZE &&
           memcmp(value.text, hash, HASH_SIZE) == 0;
}

static struct end *
end_of(struct proof *proof, int64_t store_id, bool make)
{
    for (int i = proof->end_count; i-- > 0;)
        if (proof->ends[i].store_id == store_id)
            return &proof->ends[i];
    if (!make)
        return NULL;
    if (proof->end_count == proof->end_room) {
        proof->end_room = 2 * proof->end_room + 16;
        proof->ends = mem_resize(proof->ends, (size_t)proof->end_room * sizeof *proof->ends);
    }
    struct end *end = &proof->ends[proof->end_count++];
    *end = (struct end){.store_id = store_id};
    chain_begin(end->hash, proof->identity, store_id);
    return end;
}

static void
take_entry(struct proof *proof, const struct db_value *values)
{
    const struct chain_entry entry = {
        .store_id = values[proof->at[0]].number,
        .seq = values[proof->at[1]].number,
        .at = values[proof->at[2]].number,
        .actor = text_of(proof, values, 3),
        .tool = text_of(proof, values, 4),
        .verb = text_of(proof, values, 5),
        .subject = text_of(proof, values, 6),
        .detail = text_of(proof, values, 7),
        .changes = text_of(proof, values, 8),
        .sets = text_of(proof, values, 9),
        .run = text_of(proof, values, 10),
    };
    struct end *end = end_of(proof, entry.store_id, true);
    long long store = entry.store_id, seq = entry.seq;
    struct db_value hash = values[proof->at[11]];
    chain_next(end->hash, &entry);
    if (entry.seq != ++end->seq)
        find(proof, _("log, store %lld: entry %lld where %lld was to be"), store, seq,
             (long long)end->seq);
    else if (!is_hash(hash, end->hash))
        find(proof, _("log, store %lld: entry %lld was changed, or one before it is missing"),
             store, seq);
    else if (!entry.sets || !held_take(proof->held, entry.store_id, entry.seq, entry.sets))
        find(proof, _("log, store %lld: entry %lld is not well-formed"), store, seq);
    end->seq = entry.seq; /* and from here on as it says, so that each fault is told once */
    if (hash.type == DB_BYTES && hash.length == HASH_SIZE)
        memcpy(end->hash, hash.text, HASH_SIZE);
}

static void
take_chain(struct proof *proof, const struct db_value *values)
{
    int64_t store_id = values[proof->at[0]].number;
    struct end *end = end_of(proof, store_id, false);
    if (end)
        end->claimed = true;
    if (!end || end->seq != values[proof->at[1]].number ||
        !is_hash(values[proof->at[2]], end->hash))
        find(proof, _("log, store %lld: its last entry is not the one that its chain ends with"),
             (long long)store_id);
}

static void
take_tally(struct proof *proof, const struct db_value *values)
{
    struct db_value name = values[proof->at[1]], state = values[proof->at[3]];
    struct counted tally = {.store_id = values[proof->at[0]].number,
                            .count = values[proof->at[2]].number};
    struct multiset set;
    tally.table = name.type == DB_TEXT ? table_of(proof, name.text, name.length) : -1;
    if (tally.table < 0 || state.type != DB_BYTES || state.length != MULTISET_SIZE) {
        find(proof, _("tally, store %lld: a row is not well-formed"), (long long)tally.store_id);
        return;
    }
    multiset_read(&set, (const unsigned char *)state.text, tally.count);
    multiset_digest(&set, tally.digest);
    list_add(&proof->tallies, &tally);
}

void
proof_row(struct proof *proof, const struct db_value *values)
{
    switch (proof->role) {
    case COUNT:
        recount_row(proof->recount, &proof->table.place, values, NULL);
        break;
    case LOG:
        take_entry(proof, values);
        break;
    case CHAIN:
        take_chain(proof, values);
        break;
    case TALLY:
        take_tally(proof, values);
        break;
    case PASS:
        break;
    }
    arena_reset(&proof->row);
}

/* ---- the end --------------------------------------------------------------------------------------- */

static int
order(const void *a, const void *b)
{
    const struct counted *x = a, *y = b;
    if (x->table != y->table)
        return x->table < y->table ? -1 : 1;
    return x->store_id < y->store_id ? -1 : x->store_id > y->store_id;
}

static const struct counted *
lookup(const struct list *list, int table, int64_t store_id)
{
    const struct counted key = {.table = table, .store_id = store_id};
    return list->count ? bsearch(&key, list->items, (size_t)list->count, sizeof key, order) : NULL;
}

static void
sort(struct list *list)
{
    if (list->count)
        qsort(list->items, (size_t)list->count, sizeof *list->items, order);
}

static const char *
name_of(const struct proof *proof, int table)
{
    return table < 0 ? "?" : proof->all->tables[table].name;
}

/* Rows as the log's last word on them, and the tally on which the next entry builds. */
static void
judge_set(struct proof *proof, const struct held_set *held)
{
    static const struct counted none;
    const struct counted *set = lookup(&proof->sets, held->table, held->store_id);
    const struct counted *tally = lookup(&proof->tallies, held->table, held->store_id);
    const char *table = name_of(proof, held->table);
    long long store = held->store_id;
    if ((set ? set : &none)->count != held->count)
        find(proof, _("%s, store %lld: %lld rows, and the log holds %lld"), table, store,
             (long long)(set ? set : &none)->count, (long long)held->count);
    else if (set && !held_says(held, set->digest))
        find(proof, _("%s, store %lld: a row is not as the log holds it"), table, store);
    if (!tally || tally->count != held->count || !held_says(held, tally->digest))
        find(proof, _("tally, store %lld: %s is not as the log holds it"), store, table);
}

void
proof_end(struct proof *proof)
{
    sort(&proof->sets);
    sort(&proof->tallies);
    for (const struct held_set *held = NULL; (held = held_next(proof->held, held));)
        judge_set(proof, held);
    for (int i = 0; i < proof->sets.count; i++) {
        const struct counted *set = &proof->sets.items[i];
        if (!held_find(proof->held, name_of(proof, set->table), set->store_id))
            find(proof, _("%s, store %lld: rows of which the log says nothing"),
                 name_of(proof, set->table), (long long)set->store_id);
    }
    for (int i = 0; i < proof->end_count; i++)
        if (!proof->ends[i].claimed)
            find(proof, _("log, store %lld: its chain has no end"),
                 (long long)proof->ends[i].store_id);
}
