#include "record/refs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "record/ahead.h"

enum {
    KEY_ROOM = 23,
    KEY_HEAD = 5, /* column and store in front of the text */
    SLOT_BITS = 20,
    WAYS = 4,
};

struct slot {
    int64_t id;
    unsigned char length; /* of the key; 0: free */
    char key[KEY_ROOM];
};

struct ref {
    const struct kind *kind;
    struct lookup *by_code, *by_name;
};

struct refs {
    const struct kind *kind;
    struct ref *refs;   /* by column */
    struct slot *slots; /* NULL: nothing is kept yet */
    unsigned turn;      /* which way of a full set gives way next */
    struct ahead *ahead;
};

/* ---- cache ------------------------------------------------------------------------------- */

struct key {
    size_t length; /* 0: too long to be kept */
    char bytes[KEY_ROOM + 1];
};

static void
make_key(struct key *key, int column, int64_t store_id, const char *text, size_t length)
{
    key->length = 0;
    if (length > KEY_ROOM - KEY_HEAD || store_id > UINT32_MAX)
        return;
    uint32_t store = (uint32_t)store_id;
    memset(key->bytes, 0, sizeof key->bytes);
    key->bytes[0] = (char)column;
    memcpy(key->bytes + 1, &store, sizeof store);
    memcpy(key->bytes + KEY_HEAD, text, length);
    key->length = KEY_HEAD + length;
}

/* The first slot of the key's set. Three words, mixed by multiplication (as in splitmix64). */
static size_t
set_of(const struct key *key)
{
    uint64_t words[3], hash = key->length;
    memcpy(words, key->bytes, sizeof words);
    for (int i = 0; i < 3; i++) {
        hash = (hash ^ words[i]) * UINT64_C(0xBF58476D1CE4E5B9);
        hash ^= hash >> 29;
    }
    return (size_t)(hash & ((1u << SLOT_BITS) - 1)) & ~(size_t)(WAYS - 1);
}

static bool
cache_get(const struct refs *refs, const struct key *key, int64_t *id)
{
    if (!key->length || !refs->slots)
        return false;
    const struct slot *set = &refs->slots[set_of(key)];
    for (int i = 0; i < WAYS; i++) {
        if (set[i].length == key->length && memcmp(set[i].key, key->bytes, key->length) == 0) {
            *id = set[i].id;
            return true;
        }
    }
    return false;
}

static void
cache_put(struct refs *refs, const struct key *key, int64_t id)
{
    if (!refs->slots) /* without memory it works too, only slower */
        refs->slots = calloc((size_t)1 << SLOT_BITS, sizeof *refs->slots);
    if (!key->length || !refs->slots)
        return;
    struct slot *set = &refs->slots[set_of(key)];
    struct slot *slot = &set[refs->turn++ % WAYS];
    for (int i = 0; i < WAYS; i++)
        if (set[i].length == 0)
            slot = &set[i];
    slot->id = id;
    slot->length = (unsigned char)key->length;
    memcpy(slot->key, key->bytes, key->length);
}

/* ---- references ---------------------------------------------------------------------------- */

/* The kind that it leads to has a column of the same name, into which its rows were written. */
static int
open_within(struct ref *ref, struct db *db, struct arena *arena, const struct kind_column *beside,
            const struct kind_column *column, struct err *err)
{
    int at = kind_column(ref->kind, beside->name);
    if (at < 0)
        return err_set(err, ERR_DATA, _("%s: within: %s has no column %s"), column->name,
                       ref->kind->name, beside->name);
    const struct lookup_spec spec = {.table = ref->kind->table,
                                     .column = "code",
                                     .of_store = ref->kind->of_store,
                                     .within = ref->kind->columns[at].into};
    return lookup_open(&ref->by_code, db, arena, &spec, err);
}

static int
open_ref(struct ref *ref, struct db *db, struct arena *arena, const struct packs *packs,
         const struct kind *kind, const struct kind_column *column, struct err *err)
{
    ref->kind = kind_load(arena, packs, column->ref, err);
    if (!ref->kind)
        return err_wrap(err, "%s", column->name);
    if (column->within >= 0)
        return open_within(ref, db, arena, &kind->columns[column->within], column, err);
    struct lookup_spec spec = {
        .table = ref->kind->table,
        .column = "code",
        .follow = ref->kind->follow,
        .of_store = ref->kind->of_store,
    };
    if (lookup_open(&ref->by_code, db, arena, &spec, err) < 0)
        return -1;
    spec.column = "name";
    return column->by_name ? lookup_open(&ref->by_name, db, arena, &spec, err) : 0;
}

int
refs_open(struct refs **out, struct db *db, struct arena *arena, const struct packs *packs,
          const struct kind *kind, struct err *err)
{
    struct refs *refs = arena_alloc(arena, sizeof *refs);
    refs->kind = kind;
    refs->refs = arena_array(arena, (size_t)kind->count, sizeof *refs->refs);
    refs->ahead = ahead_new();
    *out = refs;
    for (int i = 0; i < kind->count; i++)
        if (kind->columns[i].ref &&
            open_ref(&refs->refs[i], db, arena, packs, kind, &kind->columns[i], err) < 0)
            return -1;
    return 0;
}

void
refs_close(struct refs *refs)
{
    if (!refs)
        return;
    for (int i = 0; i < refs->kind->count; i++) {
        lookup_close(refs->refs[i].by_code);
        lookup_close(refs->refs[i].by_name);
    }
    refs_forget(refs);
    ahead_free(refs->ahead);
}

void
refs_forget(struct refs *refs)
{
    free(refs->slots);
    refs->slots = NULL;
}

const struct kind *
refs_kind(const struct refs *refs, int column)
{
    return refs->refs[column].kind;
}

/* ---- what comes next ------------------------------------------------------------------------- */

/* Of a kind that is not a store's, every store means the same. */
static int64_t
store_for(const struct refs *refs, int column, int64_t store_id)
{
    return refs->refs[column].kind->of_store ? store_id : 0;
}

void
refs_expect(struct refs *refs, int column, int64_t store_id, const char *text, size_t length)
{
    const struct lookup_key key = {store_for(refs, column, store_id), text, length};
    struct key kept;
    int64_t id;
    make_key(&kept, column, key.store_id, text, length);
    if (!cache_get(refs, &kept, &id))
        ahead_expect(refs->ahead, column, &key);
}

int
refs_ask(struct refs *refs, struct err *err)
{
    for (int i = 0; i < refs->kind->count; i++) {
        const struct ref *ref = &refs->refs[i];
        if (ref->kind && refs->kind->columns[i].within < 0 &&
            ahead_ask(refs->ahead, i, ref->by_code, ref->by_name, err) < 0)
            return -1;
    }
    return 0;
}

void
refs_done(struct refs *refs)
{
    ahead_clear(refs->ahead);
}

void
refs_made(struct refs *refs)
{
    ahead_made(refs->ahead);
}

/* ---- looking up -------------------------------------------------------------------------------- */

/* How many there are: 0, 1 with the id, 2 for more; -1. */
static int
look(struct refs *refs, int column, const struct lookup_key *key, int64_t *id, struct err *err)
{
    struct ref *ref = &refs->refs[column];
    switch (ahead_get(refs->ahead, column, key, id)) {
    case AHEAD_NONE:
        return 0;
    case AHEAD_ONE:
        return 1;
    case AHEAD_SEVERAL:
        return 2;
    case AHEAD_UNKNOWN:
        break;
    }
    int found = lookup_find(ref->by_code, key->store_id, key->text, key->length, id, err);
    if (found == 0 && ref->by_name)
        found = lookup_find(ref->by_name, key->store_id, key->text, key->length, id, err);
    return found;
}

/* What was found, 0 … 2, as 0 or -1 with words. */
static int
answer(const struct ref *ref, int found, const char *text, size_t size, struct err *err)
{
    int length = (int)size;
    if (found == 0)
        return err_set(err, ERR_DATA,
                       ref->by_name ? _("%.*s: neither a code nor a name in %s; import it first, "
                                        "or correct it")
                                    : _("%.*s: no such code in %s; import it first, or correct it"),
                       length, text, ref->kind->name);
    if (found == 2)
        return err_set(err, ERR_DATA, _("%.*s: more than one of %s has this name; give the code"),
                       length, text, ref->kind->name);
    return found < 0 ? -1 : 0;
}

static int
ask(struct refs *refs, int column, const struct lookup_key *key, int64_t *id, struct err *err)
{
    const struct ref *ref = &refs->refs[column];
    int found = look(refs, column, key, id, err);
    return answer(ref, found, key->text, key->length, err);
}

int
refs_find(struct refs *refs, int column, int64_t store_id, const char *text, size_t length,
          int64_t *id, struct err *err)
{
    struct key kept;
    const struct lookup_key key = {store_for(refs, column, store_id), text, length};
    make_key(&kept, column, key.store_id, text, length);
    if (cache_get(refs, &kept, id))
        return 0;
    if (ask(refs, column, &key, id, err) < 0)
        return -1;
    cache_put(refs, &kept, *id);
    return 0;
}

int
refs_find_within(struct refs *refs, int column, int64_t store_id, int64_t beside, const char *text,
                 size_t length, int64_t *id, struct err *err)
{
    char both[KEY_ROOM + 1];
    struct key kept;
    int size = snprintf(both, sizeof both, "%lld/%.*s", (long long)beside, (int)length, text);
    store_id = store_for(refs, column, store_id);
    make_key(&kept, column, store_id, both, (size_t)size);
    if (cache_get(refs, &kept, id))
        return 0;
    const struct ref *ref = &refs->refs[column];
    int found = lookup_find_within(ref->by_code, store_id, beside, text, length, id, err);
    if (answer(ref, found, text, length, err) < 0)
        return -1;
    cache_put(refs, &kept, *id);
    return 0;
}
