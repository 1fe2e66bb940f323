/*
 * facts: all that a roster depends on, read once from the database.
 *
 * People come with what they may and what they have: posts (role and home store), leave, licences,
 * skills, stations, wishes, bookings, shifts of the past and of other stores, and the cells of the
 * roster as it stands. Days are [from, to) everywhere.
 */
#ifndef MEDI_ROTA_FACTS_H
#define MEDI_ROTA_FACTS_H

#include "db/db.h"
#include "roster/busy.h"
#include "rota/rules.h"
#include "rota/spells.h"

enum { ROTA_PAST_DAYS = 92, ROTA_DAYS_MOST = 62 };

/* A day of the roster as it stands. */
struct rota_cell {
    int64_t staff_id, day;
    const char *what;  /* work, off, leave */
    const char *shift; /* NULL: times by hand, or no work */
    int64_t at_id;     /* 0: no work */
    const char *role;
    int64_t starts_at, ends_at;
    int minutes;
    bool locked;
};

struct rota_person {
    int64_t id;
    const char *code, *name;
    struct rota_spells posts; /* word: role; store_id: home */
    struct rota_spells leaves, licences, skills, stations, wishes, booked, worked;
    int rule[RULE_PERSONAL]; /* the person's own; RULE_NONE: the role's */
    const char *shifts;      /* ",E,", or NULL: the role's */
};

struct rota_store {
    int64_t id;
    const char *code;
    struct busy hours;
};

struct rota_head {
    int64_t store_id, day;
    int from, to; /* minutes of the day */
    const char *role, *skill;
    int64_t staff_id; /* 0: anybody */
    int heads;
    bool set; /* entered by somebody: in its time nothing that load says of the role counts */
};

struct rota_travel {
    int64_t one, other;
    int minutes;
};

struct rota_facts {
    struct db *db;
    struct arena *arena;
    const struct rota_rules *rules;
    int64_t store_id; /* 0: the chain */
    int64_t from_on, to_on;
    int64_t fixed_on; /* days before it are over: what was worked stays */
    struct rota_store *stores;
    int store_count, store_room;
    struct rota_person *people;
    int person_count, person_room;
    struct rota_head *heads;
    int head_count, head_room;
    struct rota_travel *travels;
    int travel_count, travel_room;
};

/* store_id, from_on, to_on, fixed_on, db, arena and rules are set; the rest is read. ERR_DATA: no store,
 * or too many days. */
int rota_facts_load(struct rota_facts *facts, struct err *err);

/* The roster as it stands: its days before fixed_on are taken for worked where no shift says otherwise. */
void rota_facts_keep(struct rota_facts *facts, const struct rota_cell *cells, int count);

const struct rota_store *rota_store(const struct rota_facts *facts, int64_t id); /* or NULL */
struct rota_person *rota_person(const struct rota_facts *facts, int64_t id);     /* or NULL */
int rota_travel(const struct rota_facts *facts, int64_t one, int64_t other);     /* minutes */

/* The cells of a roster, in the arena, by person and day: how many, or -1. */
int rota_cells_read(struct db *db, struct arena *arena, int64_t store_id, int64_t roster_id,
                    struct rota_cell **cells, struct err *err);

#endif
