/*
 * sop: how a visit went, held against the standard procedure (标准作业程序) of the pack sop.yaml.
 *
 * Everything is a fact: a name and the moment it happened, with who did it. The query sop-facts gives the facts of visits
 * from the records that there are; an action of the pack names the fact that shows that it was done, the facts that
 * make it due, and the fact from which its clock runs. So the pack decides what is judged, and no action is known to
 * the code.
 *
 *     none     a fact of `when`, or the one that its clock runs from, is not there
 *     done     its evidence is there in time: at the limit or before
 *     late     its evidence is there, behind the limit
 *     missing  it is not there, and the limit is over; without a limit, the visit is
 *     open     it is not there, and may still come
 *
 * The limit is the earlier of `within`, reckoned from `after`, and the first fact of `before`. Conformance (SOP 符合率)
 * is done ÷ (done + late + missing).
 */
#ifndef MEDI_VISIT_SOP_H
#define MEDI_VISIT_SOP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "db/db.h"
#include "text/pack.h"
#include "text/yaml.h"

enum { SOP_NO_FACT = -1, SOP_NO_LIMIT = -1, SOP_ROLES = 6 };

/* ---- the pack ------------------------------------------------------------------------------------ */

/* A project's own limit for an action, or (drop) that it has none of it. */
struct sop_exception {
    int project; /* fact "project.CODE" */
    bool drop;
    int64_t within; /* seconds */
    struct sop_exception *next;
};

struct sop_action {
    const char *id, *zh, *en;
    int stage;
    int role;     /* index for sop_role_name */
    int evidence; /* a fact, as all that follow; "done:ID" for `evidence: done` */
    int *when;
    int when_count;
    int after, before;    /* before: SOP_NO_FACT, there is none */
    int64_t from, within; /* seconds; within may be SOP_NO_LIMIT */
    struct sop_exception *exceptions;
};

struct sop_stage {
    const char *name, *zh, *en;
    int actions;
};

struct sop {
    struct sop_stage *stages;
    int stage_count;
    struct sop_action *actions; /* in the order of the pack */
    int count;
    const char **facts; /* the names that the pack speaks of; a fact is its place here */
    int fact_count;
    int64_t target, band; /* per cent, points */
};

int sop_load(struct arena *arena, const struct packs *packs, struct sop *sop, struct err *err);
int sop_parse(struct arena *arena, const struct yaml *root, struct sop *sop, struct err *err);

/* The place of a name among the facts of the pack, or SOP_NO_FACT. */
int sop_fact(const struct sop *sop, const char *name);

/* The action of that id, or NULL; `near` gets the one that was probably meant, or NULL. */
const struct sop_action *sop_find(const struct sop *sop, const char *id, const char **near);

/* front-desk consultant doctor nurse manager buyer, as in roles.yaml. */
const char *sop_role_name(int role);

/* Whether the query can give a fact of that name, and "10m", "24h", "7d" in seconds. */
bool sop_fact_known(const char *name);
bool sop_duration(const char *text, int64_t *seconds);

/* ---- visits -------------------------------------------------------------------------------------- */

struct sop_seen { /* a fact of a visit */
    int fact;
    int64_t at;
    const char *staff; /* code, or NULL */
};

struct sop_visit {
    struct arena *arena; /* its own */
    int64_t store_id, id, day;
    const char *store, *code, *client;
    bool over;              /* the client left, or the visit's day has passed */
    struct sop_seen *facts; /* by moment */
    int count, room;
    const char **projects; /* codes of what was done */
    int project_count;
    const char *people[SOP_ROLES]; /* codes of who should have done what nobody did; or NULL */
};

/* Visits of a store in [from, to), or one alone. */
struct sop_window {
    int64_t store_id; /* 0: of all */
    int64_t visit_id; /* 0: all */
    int64_t from, to; /* days */
    int64_t now;      /* by then what is over is over */
};

/* Called for each visit, in the order of store and id; what it gets lives for the call. */
typedef int sop_each(void *context, const struct sop_visit *visit, struct err *err);
int sop_visits(struct db *db, const struct sop *sop, const struct sop_window *window,
               sop_each *each, void *context, struct err *err);

/* ---- judging ------------------------------------------------------------------------------------- */

enum sop_state { SOP_NONE, SOP_DONE, SOP_LATE, SOP_MISSING, SOP_OPEN };
const char *sop_state_name(enum sop_state state);

struct sop_judged {
    enum sop_state state;
    bool has_limit;
    int64_t limit, at; /* at: of done and late */
    const char *staff; /* who did it, or should have; NULL: nobody is known */
};

void sop_judge(const struct sop_action *action, const struct sop_visit *visit, int64_t now,
               struct sop_judged *judged);

/* ---- reports ------------------------------------------------------------------------------------- */

enum sop_by { SOP_BY_ACTION, SOP_BY_STAGE, SOP_BY_STORE, SOP_BY_PROJECT, SOP_BY_STAFF };

struct sop_line {
    const char *key;
    int64_t due, done, late, missing;
    struct sop_line *next;
};

/* Counts over a window by one cut, in the arena: worst first, then by key. `staff` (may be NULL): only what that
 * person did or should have done. A visit with several projects counts for each of them. */
int sop_report(struct db *db, struct arena *arena, const struct sop *sop,
               const struct sop_window *window, enum sop_by by, const char *staff,
               struct sop_line ***lines, int *count, struct err *err);

/* Whether a line is more than the band away from the target. */
bool sop_deviates(const struct sop *sop, const struct sop_line *line);

#endif
