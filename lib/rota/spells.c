#include "rota/spells.h"

#include <string.h>

#include "rota/rules.h"

struct rota_spell *
rota_spell_add(struct rota_spells *spells, struct arena *arena)
{
    spells->items =
        arena_more(arena, spells->items, spells->count, &spells->room, sizeof *spells->items);
    return &spells->items[spells->count++];
}

int64_t
rota_number_or(const struct db_stmt *stmt, int column, int64_t otherwise)
{
    return db_get(stmt, column).type == DB_INT ? db_get_int(stmt, column) : otherwise;
}

struct rota_spell
rota_spell_of(const struct db_stmt *stmt)
{
    return (struct rota_spell){.from = rota_number_or(stmt, 1, INT64_MIN),
                               .to = rota_number_or(stmt, 2, INT64_MAX)};
}

const struct rota_spell *
rota_spell(const struct rota_spells *spells, int64_t at, const char *word)
{
    for (int i = 0; i < spells->count; i++) {
        const struct rota_spell *spell = &spells->items[i];
        if (spell->from <= at && at < spell->to && (!word || strcmp(spell->word, word) == 0))
            return spell;
    }
    return NULL;
}

bool
rota_is_licensed(const struct rota_spells *licences, const char *kinds, int64_t day,
                 int64_t store_id)
{
    if (!kinds)
        return true;
    for (int i = 0; i < licences->count; i++) {
        const struct rota_spell *licence = &licences->items[i];
        if (licence->from <= day && day < licence->to &&
            (!licence->store_id || licence->store_id == store_id) &&
            rota_lists(kinds, licence->word))
            return true;
    }
    return false;
}

/* ---- of many people -------------------------------------------------------------------------- */

/* Rows come person by person: staff_id, from, to, word, and of a licence its store. */
static int
read_paper(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct rota_papers *papers = context;
    int64_t staff_id = db_get_int(stmt, 0);
    (void)err;
    if (!papers->count || papers->items[papers->count - 1].staff_id != staff_id) {
        papers->items = arena_more(papers->arena, papers->items, papers->count, &papers->room,
                                   sizeof *papers->items);
        papers->items[papers->count++] = (struct rota_paper){.staff_id = staff_id};
    }
    struct rota_spells *spells = &papers->items[papers->count - 1].spells;
    struct rota_spell *spell = rota_spell_add(spells, papers->arena);
    *spell = rota_spell_of(stmt);
    spell->word = db_keep_text(stmt, 3, papers->arena);
    spell->store_id = db_get_int(stmt, 4);
    return 0;
}

int
rota_papers_load(struct rota_papers *papers, struct db *db, struct arena *arena, enum sql_id id,
                 int64_t from, int64_t to, struct err *err)
{
    const struct db_value values[] = {db_int(from), db_int(to)};
    *papers = (struct rota_papers){.arena = arena};
    return sql_each(db, id, values, 2, read_paper, papers, err);
}

const struct rota_spells *
rota_papers_of(const struct rota_papers *papers, int64_t staff_id)
{
    static const struct rota_spells none;
    int low = 0, high = papers->count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (papers->items[middle].staff_id < staff_id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < papers->count && papers->items[low].staff_id == staff_id
               ? &papers->items[low].spells
               : &none;
}
