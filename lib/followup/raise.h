/*
 * raise: what a client's state asks of whom: a task of kind escalation or emergency for a named
 * person, with a clock, and what becomes of those that nobody took in time. What is here only finds
 * out; the caller writes.
 */
#ifndef MEDI_FOLLOWUP_RAISE_H
#define MEDI_FOLLOWUP_RAISE_H

#include "db/db.h"
#include "followup/symptom.h"

/* A task as it stands. Codes; NULL: none. */
struct task {
    int64_t id, client_id, treatment_id;
    const char *code, *client, *treatment, *kind, *plan, *step, *role, *staff, *state;
    int64_t grade, due_at, until_at, tries, climbed;
    int64_t first_until_at; /* 0: until_at was not moved */
};

/* By code. 0, or ERR_DATA: there is none in this store. In the arena. */
int task_get(struct db *db, struct arena *arena, int64_t store_id, const char *code,
             struct task *task, struct err *err);

/* Who answers for a client's health, of a role: for nurse the client's own, else that of the
 * treatment (0: of the last one in the store); doctor that of the treatment; manager the one that
 * `director` (a code, may be empty) names, else one of the store, else of all stores. Only who works
 * here that day. `staff` NULL: there is none, anyone of the role is asked. */
struct raise_place {
    int64_t store_id, client_id, treatment_id, day;
    const char *director;
};
int raise_person(struct db *db, struct arena *arena, const struct raise_place *place,
                 const char *role, const char **staff, struct err *err);

/* What was raised and whose time was over before `now`, of a store (0: all): each through `found`,
 * when all were read. */
struct raised {
    int64_t store_id;
    const char *store; /* code */
    struct task task;
};
typedef int raised_found(void *context, const struct raised *raised, struct err *err);
int raise_overdue(struct db *db, struct arena *arena, int64_t store_id, int64_t now, int64_t today,
                  raised_found *found, void *context, struct err *err);

#endif
