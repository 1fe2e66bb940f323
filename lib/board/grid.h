/*
 * grid: people by days, as a roster has them or as it is published (shift rows, and leave).
 *
 * Of a roster a person stands in it who has a cell. Published are, of a store, those who have a shift
 * in it, and its own people wherever they work, so that who is lent is seen on both sides; of the chain
 * all who have a shift. People are in the order of roles, then codes. A day on which nothing is said is
 * GRID_NONE.
 */
#ifndef MEDI_BOARD_GRID_H
#define MEDI_BOARD_GRID_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/zone.h"
#include "db/db.h"

enum grid_what { GRID_NONE, GRID_OFF, GRID_WORK, GRID_LEAVE };

struct grid_store {
    int64_t id;
    const char *code, *name;
    const struct zone *zone;
};
struct grid_stores {
    struct grid_store *items; /* by their codes; the chain (id 0) is among them */
    int count, room;
};

struct grid_cell {
    enum grid_what what;
    const char *shift;           /* its code in rosters.yaml; NULL: times by hand */
    const char *role;            /* as what; NULL: their own */
    const struct grid_store *at; /* of work */
    int64_t starts_at, ends_at;
    int minutes; /* paid */
    bool locked;
    struct grid_cell *more; /* published: another shift of the day */
};

struct grid_person {
    int64_t id, home_id; /* 0: works in all */
    const char *code, *name, *role;
    int64_t hired_on, left_on; /* INT64_MIN, INT64_MAX */
    struct grid_cell *cells;   /* by day */
};

/* A day that is closed, or opened, against the week. */
struct grid_closure {
    int64_t day;
    const char *name;
    bool open;
};

struct grid {
    struct db *db;
    struct arena *arena;
    struct grid_stores stores;
    int64_t store_id; /* whose; 0: the chain */
    int64_t from, to; /* days [ ) */
    bool published;
    struct grid_person *people;
    int count, room;
    struct grid_closure *closures; /* of the store, else of the chain; of a whole day */
    int closure_count, closure_room;
};

enum { GRID_DAYS_MOST = 400 };

/* A roster, by its code. */
struct roster {
    int64_t store_id, id;
    const char *store, *code, *state;
    int64_t from, to;
};
/* `store_id` NULL: of whatever store, if the code is there but once. ERR_DATA: there is none, or several. */
int roster_find(struct db *db, struct arena *arena, const int64_t *store_id, const char *code,
                struct roster *roster, struct err *err);

/* "doctors", in the language of the run. */
const char *grid_role_words(const char *role);

int grid_stores_load(struct db *db, struct arena *arena, struct grid_stores *stores,
                     struct err *err);
const struct grid_store *grid_store(const struct grid_stores *stores, int64_t id); /* or NULL */
const struct grid_store *grid_store_find(const struct grid_stores *stores, const char *code);

/* Days [from, to) of a roster. */
int grid_of_roster(struct grid *grid, struct db *db, struct arena *arena,
                   const struct roster *roster, int64_t from, int64_t to, struct err *err);
int grid_published(struct grid *grid, struct db *db, struct arena *arena, int64_t store_id,
                   int64_t from, int64_t to, struct err *err);

/* Only those who belong to a store or work in it stay. */
void grid_keep_store(struct grid *grid, int64_t store_id);

struct grid_person *grid_person(const struct grid *grid, int64_t id); /* or NULL */
/* NULL outside the days. */
struct grid_cell *grid_cell(const struct grid *grid, const struct grid_person *person, int64_t day);

/* All that a person works in these days, paid minutes. */
int64_t grid_minutes(const struct grid *grid, const struct grid_person *person);

/*
 * A cell as one word, which is also what a file of a grid has:
 *
 *     E   E/nurse   E@S02   9:00-18:00   E+13:00-18:00@S02   off   leave, each with * behind it if it
 *     is locked
 *
 * "/role" where it is not the person's own, "@store" where it is not the grid's or, of the chain, the
 * person's.
 */
void grid_word(const struct grid *grid, const struct grid_person *person,
               const struct grid_cell *cell, struct str *word);

/* Whether two cells mean the same work: the lock does not count, off and nothing said are one. */
bool grid_same(const struct grid_cell *one, const struct grid_cell *other);

#endif
