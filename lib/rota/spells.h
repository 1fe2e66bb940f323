/*
 * spells: what people have over days or moments [from, to): posts, leave, licences, skills.
 */
#ifndef MEDI_ROTA_SPELLS_H
#define MEDI_ROTA_SPELLS_H

#include "base/arena.h"
#include "db/sql.h"

/* One thing of a person over days or moments. */
struct rota_spell {
    int64_t from, to;
    const char *word; /* role, kind of leave or licence, skill, wish, a booking's code */
    int64_t store_id; /* 0: none, or all */
    int64_t day;      /* of a shift */
    int weight;       /* of a wish */
};
struct rota_spells {
    struct rota_spell *items;
    int count, room;
};

/* One more, in the arena. */
struct rota_spell *rota_spell_add(struct rota_spells *spells, struct arena *arena);
/* A row's whole number, or another where there is none. */
int64_t rota_number_or(const struct db_stmt *stmt, int column, int64_t otherwise);
/* From a row's columns 1 and 2: from, to; NULL there is no end on that side. */
struct rota_spell rota_spell_of(const struct db_stmt *stmt);

/* The spell of that word (NULL: any) that has `at` in it, or NULL. */
const struct rota_spell *rota_spell(const struct rota_spells *spells, int64_t at, const char *word);

/* Whether one of the licences is of one of these kinds (",A,B,"; NULL: none is wanted) and holds on a
 * day in a store. */
bool rota_is_licensed(const struct rota_spells *licences, const char *kinds, int64_t day,
                      int64_t store_id);

/* What many people hold: licences (SQL_ROTA_LICENCES) or skills (SQL_ROTA_SKILLS) of some days. */
struct rota_papers {
    struct arena *arena;
    struct rota_paper {
        int64_t staff_id;
        struct rota_spells spells;
    } * items; /* in the order of people */
    int count, room;
};
int rota_papers_load(struct rota_papers *papers, struct db *db, struct arena *arena, enum sql_id id,
                     int64_t from, int64_t to, struct err *err);
/* Never NULL: of who has none it is empty. */
const struct rota_spells *rota_papers_of(const struct rota_papers *papers, int64_t staff_id);

#endif
