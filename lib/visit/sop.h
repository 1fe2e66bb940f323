/*
 * sop: how a visit went, held against the standard procedure (标准流程) of the pack sop.yaml.
 *
 * What the records tell of a visit are facts: `contract.signed`, `exam.valid`. Each statement
 * sql/sop_of_CLASS.sql gives the facts of its class for all visits of a window, a column a fact,
 * NULL (or 0) where it does not hold: a `moment` with its time, a `bool` without. Rows are of a
 * visit (visit_id) or of a treatment (treatment_id); several rows of one add up, the earliest
 * moment counts. `staff_id` says who, `NAME_by` who did that one. So a fact is declared in one
 * place, and a new one needs no C.
 *
 * The pack says of each action which fact is its evidence (or that a row of sop_done is), by when
 * it must be there, and which facts make it due. An action whose evidence is of treatments is
 * judged for each of them, with the project's own rules, and the worst counts:
 *
 *     none     not applicable: a fact of `when` does not hold, or the project has no such action
 *     done     the evidence is there, in time
 *     open     it is not there and is not due yet
 *     late     it is there, behind its limit
 *     missing  it is not there, and its time is over; without a limit, the visit is: the client
 *              left, or a day passed
 *
 * Conformance (符合率) is done ÷ (done + late + missing). Who answers for an action is whom the
 * visit names for its role (the treatment's doctor and nurse, then the visit's), else who did it.
 */
#ifndef MEDI_VISIT_SOP_H
#define MEDI_VISIT_SOP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "db/db.h"
#include "db/sql.h"
#include "text/pack.h"

/* ---- facts --------------------------------------------------------------------------------- */

struct sop_fact {
    const char *name; /* "contract.signed" */
    bool of_treatment, timed;
    bool used;      /* by the pack */
    int class;      /* in the catalogue */
    int column, by; /* of the class's statement; by: -1, the class's staff_id */
    int slot;       /* in `seen` of a visit or of a treatment */
};

struct sop_class {
    enum sql_id sql;
    int staff; /* its column staff_id, or -1 */
};

struct sop_catalogue {
    struct sop_class *classes;
    int class_count;
    struct sop_fact *facts;
    int count;
    int visit_slots, treatment_slots;
};

/* From the embedded statements. */
void sop_catalogue_make(struct arena *arena, struct sop_catalogue *catalogue);

/* ---- the pack ------------------------------------------------------------------------------ */

enum sop_role { SOP_FRONT_DESK, SOP_CONSULTANT, SOP_DOCTOR, SOP_NURSE, SOP_MANAGER, SOP_ROLES };
const char *sop_role_name(enum sop_role role);

struct sop_limit {
    const struct sop_fact *of; /* NULL: there is none */
    int64_t seconds;           /* behind it; 0 with `before` */
    bool before;
    const char *text; /* as the pack has it: "15 minutes" */
};

struct sop_rule {
    bool on; /* false: an action that only some projects have */
    struct sop_limit limit;
    const struct sop_fact **when;
    int when_count;
    unsigned kinds; /* of projects, as a set over care_project_kinds; 0: all */
    int64_t grade;  /* from this grade on; 0: all */
};

struct sop_stage {
    const char *id, *zh, *en;
};

struct sop_action {
    const char *id, *zh, *en;
    int place, stage;
    enum sop_role role;
    const struct sop_fact *evidence; /* NULL: a row of sop_done */
    int done_slot;                   /* then */
    struct sop_rule rule;
};

/* What some projects do otherwise: a file of sop/. */
struct sop_override {
    const char *name, *says;
    const char **projects; /* codes */
    int project_count;
    unsigned kinds;
    struct sop_change {
        bool drop, add;
        struct sop_limit limit; /* of NULL: as it was */
    } * changes;                /* by the action's place */
};

enum { SOP_OVERRIDES_MOST = 64 };

struct sop {
    struct sop_catalogue catalogue;
    struct sop_stage *stages;
    int stage_count;
    struct sop_action *actions; /* those of the pack, then those that overrides add */
    int count, pack_count;
    int done_slots;
    struct sop_override *overrides;
    int override_count;
};

int sop_load(struct arena *arena, const struct packs *packs, struct sop *sop, struct err *err);

/* NULL with ERR_DATA, naming the nearest, if there is none of that id. */
const struct sop_action *sop_find(const struct sop *sop, const char *id, struct err *err);

/* The overrides, as a set, that a project comes under; `kind` may be NULL. */
uint64_t sop_overrides_of(const struct sop *sop, const char *project, const char *kind);

/* An action's rule under a set of overrides: later files win. */
struct sop_rule sop_rule_of(const struct sop *sop, const struct sop_action *action,
                            uint64_t overrides);

/* ---- visits -------------------------------------------------------------------------------- */

struct sop_seen {
    bool there;
    int64_t at;    /* of a timed fact */
    int64_t staff; /* 0: not known */
};

struct sop_treatment {
    int64_t store_id, id, visit_id;
    const char *code, *project;
    unsigned kind; /* as a set of one */
    int64_t grade, doctor, nurse, started_at;
    uint64_t overrides;
    struct sop_seen *seen;
    struct sop_treatment *next; /* of the visit, by time */
};

struct sop_visit {
    int64_t store_id, id, day, arrived_at;
    int64_t left_at; /* INT64_MAX: not yet */
    const char *store, *code, *client, *month;
    const char *project; /* of the first treatment, else of the consultation; NULL: of none */
    unsigned kind;
    int64_t grade, consultant, doctor, nurse;
    uint64_t overrides;
    struct sop_seen *seen;
    struct sop_seen *done; /* by done_slot */
    struct sop_treatment *treatments;
};

/* Visits of days [from, to), of a store or (0) of all; with visit_id that one alone. */
struct sop_window {
    int64_t from, to, store_id, visit_id;
    int64_t as_of; /* what happened later is not seen, and what is due later is open */
};

/* Called for each visit, in the order of weeks, stores and ids; what it gets lives for the call. */
typedef int sop_each(void *context, const struct sop_visit *visit, struct err *err);
int sop_visits(struct db *db, const struct sop *sop, const struct sop_window *window,
               sop_each *each, void *context, struct err *err);

/* The window of one visit: 1, or 0 if the store has none of that code. */
int sop_find_visit(struct db *db, int64_t store_id, const char *code, struct sop_window *window,
                   struct err *err);

/* The code of a member of the staff; NULL for 0. */
int sop_staff_code(struct db *db, struct arena *arena, int64_t id, const char **code,
                   struct err *err);

/* ---- judging ------------------------------------------------------------------------------- */

enum sop_state { SOP_NONE, SOP_DONE, SOP_OPEN, SOP_LATE, SOP_MISSING }; /* the worst is last */
const char *sop_state_name(enum sop_state state);

struct sop_verdict {
    enum sop_state state;
    bool has_at, has_limit;
    int64_t at, limit;
    int64_t did, answers;                  /* staff; 0: nobody is known */
    const struct sop_treatment *treatment; /* that the state is of; NULL: the visit's */
};

void sop_judge(const struct sop *sop, const struct sop_visit *visit,
               const struct sop_action *action, int64_t as_of, struct sop_verdict *verdict);

/* ---- reports ------------------------------------------------------------------------------- */

enum sop_cut {
    SOP_BY_STORE,
    SOP_BY_MONTH,
    SOP_BY_PROJECT,
    SOP_BY_STAFF,
    SOP_BY_STAGE,
    SOP_BY_ACTION,
    SOP_BY_VISIT,
    SOP_CUTS,
};

struct sop_tally {
    int64_t done, late, missing;
};
int64_t sop_due(const struct sop_tally *tally);

struct sop_line {
    const char *keys[SOP_CUTS]; /* of the cuts that were asked for; "" where there is none */
    int place[SOP_CUTS];        /* of stage and action, in the pack */
    struct sop_tally tally;
};

struct sop_lines {
    struct sop_line *items; /* by their keys */
    int count;
};

/* Counts over a window by a set of cuts (1 << SOP_BY_…), in the arena. */
int sop_report(struct db *db, struct arena *arena, const struct sop *sop,
               const struct sop_window *window, unsigned cuts, struct sop_lines *lines,
               struct err *err);

/* Worst conformance first, then the most that went wrong. */
void sop_worst(struct sop_lines *lines);

/* Conformance less the target (per cent), in millionths; `off`: by more than so many points, either
 * way. Something must be due. */
int64_t sop_deviation(const struct sop_tally *tally, int64_t target, int64_t tolerance, bool *off);

/* What one person answers for in a window, of actions of a role or (SOP_ROLES) of all: their conformance is
 * tally->done ÷ sop_due(tally), for performance (T3). */
int sop_of_staff(struct db *db, const struct sop *sop, const struct sop_window *window,
                 int64_t staff_id, enum sop_role role, struct sop_tally *tally, struct err *err);

#endif
