/*
 * model: facts and rules as problems for the planning engine.
 *
 * A part is a problem by itself: people of one role and the stores among which they move; what no
 * demand and nobody connects is planned apart, and the sums of objectives and of bounds are those of
 * the whole. A choice of a part is a shift in a store, once for each set of wanted skills that people
 * there have, so that a demand for a skill counts the choices of those who have it.
 *
 * Days that are over are not planned: a part begins on `first`, with runs, hours of the week, and what
 * is left of the month's hours, weekends and late shifts as the days before it left them. Hours of a
 * month are cut to the part of the month that the roster covers; the least and the contract's also to
 * the days that a person is there.
 *
 * The price of a roster, in minutes (weights of rosters.yaml; n of a person in the roster, p in ninety
 * days before it, less the fewest that one of the role had):
 *
 *     short × minutes of heads missing + over × minutes of heads too many
 *     + hours_under, hours_over × minutes off the contract
 *     + wish × weight of each not granted + away × days elsewhere
 *     + weekend × ((p + n)² - p²) + late × (2 p + 1) n + 4 late × (those beyond an even share,
 *       and again those beyond two more)
 *     + booking × bookings without their people + named × people wanted by name who are not there
 *
 * An even share of late shifts is one more than heads that only late shifts serve, by people, rounded down.
 * The square shares out what nobody likes: the next one always costs least where there were fewest.
 */
#ifndef MEDI_ROTA_MODEL_H
#define MEDI_ROTA_MODEL_H

#include "planner/problem.h"
#include "rota/facts.h"

/* Why a person may not work in a store in a shift on a day. */
enum rota_reason {
    ROTA_NOT_HERE,  /* no such post then */
    ROTA_LEAVE,     /* on leave, for some of it */
    ROTA_LICENCE,   /* none is valid */
    ROTA_SHIFT,     /* not one of their shifts */
    ROTA_STATION,   /* not one of their stores */
    ROTA_ELSEWHERE, /* a shift in a store that this roster is not about */
    ROTA_LOCKED,    /* the day is locked with something else */
    ROTA_SKILL,     /* has not the skill that is asked for */
    ROTA_REASONS,
};

/* What explain tries to do without: reasons and rules as bits, for everybody or one person. */
struct rota_relax {
    unsigned reasons, rules;
    int64_t staff_id; /* 0: everybody */
};

struct rota_choice {
    const struct rota_store *store;
    const char *shift; /* NULL: times by hand */
    int from, to, paid;
    bool late;
    unsigned skills; /* of the part's list */
};

struct rota_worker {
    const struct rota_person *person;
    const struct rota_spell *post;
    int past_weekends, past_late;
};

/* What a demand of the problem is about. */
struct rota_want {
    const struct rota_store *store;
    int from, to;
    const char *skill;
};

enum { ROTA_SKILLS = 5 };

struct rota_part {
    const struct rota_role *role;
    struct roster_problem problem;
    int64_t first; /* the problem's day 0 */
    struct rota_worker *workers;
    struct rota_choice *choices;
    int choice_room;
    struct rota_want *wants;
    int want_room, demand_room;
    const struct rota_store **stores;
    int store_count;
    const char *skills[ROTA_SKILLS];
    int skill_count;
};

/* Something that a person should know: who, which day, what. */
struct rota_note {
    const char *about;
    int64_t day; /* INT64_MIN: none */
    const char *words;
};

struct rota_model {
    const struct rota_facts *facts;
    struct arena *arena;
    struct rota_relax relax;
    const struct rota_cell *cells; /* the roster as it stands, by person and day */
    int cell_count;
    struct rota_part *parts;
    int count, room;
    struct rota_note *notes;
    int note_count, note_room;
};

/* facts, arena, relax and cells are set. */
int rota_model_make(struct rota_model *model, struct err *err);

/* Of a part that was made: nothing has a price any more but what is missing, bookings, and people
 * wanted by name. */
void rota_strip(const struct rota_model *model, struct rota_part *part);
/* And nothing but heads that are missing, a minute of each. */
void rota_strip_to_heads(struct rota_part *part);

/* The choices of a part by which somebody's cells say what they do: people × days; a cell that is none
 * of them is off. */
roster_cell *rota_choices_of(const struct rota_model *model, const struct rota_part *part,
                             const struct rota_cell *cells, int count);

/* Bits of the reasons against it; 0: nothing. `relax` is not asked. */
unsigned rota_against(const struct rota_model *model, const struct rota_part *part,
                      const struct rota_worker *worker, int64_t day,
                      const struct rota_choice *choice);

/* The cell of the roster as it stands, or NULL. */
const struct rota_cell *rota_cell(const struct rota_model *model, int64_t staff_id, int64_t day);

/* Whether a shift that begins and ends at these minutes of a day touches a spell of moments. */
bool rota_touches(const struct rota_store *store, int64_t day, int from, int to,
                  const struct rota_spell *spell);

/* Away the whole day; the spell, or NULL. */
const struct rota_spell *rota_day_off(const struct rota_facts *facts,
                                      const struct rota_person *person, int64_t day);

void rota_note(struct rota_model *model, const char *about, int64_t day, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
