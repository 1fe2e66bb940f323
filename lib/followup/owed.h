/*
 * owed: tasks and messages that are put in many at once, each once: its code says what it is for.
 * Inside a write transaction; to be closed before the statements that read them.
 */
#ifndef MEDI_FOLLOWUP_OWED_H
#define MEDI_FOLLOWUP_OWED_H

#include <stdbool.h>

#include "base/arena.h"
#include "db/db.h"

struct owed_task {
    int64_t store_id, client_id, treatment_id; /* 0: of none */
    const char *code, *plan, *step, *occurrence, *kind, *role;
    int64_t staff_id, grade; /* 0: anyone of the role */
    int64_t due_at, day, until_at;
};

struct owed_message {
    int64_t store_id, client_id, treatment_id, task_id; /* 0: of none */
    const char *code, *plan, *step, *occurrence, *channel, *channels, *template, *purpose;
    int64_t priority, due_at, day, until_at;
};

/* Who of those that a client knows does what falls to a role; 0: anyone of it. */
struct owed_people {
    int64_t nurse_id, doctor_id, owner_id; /* 0: none */
};
int64_t owed_staff(const char *role, const struct owed_people *people);

struct owed;

/* `fresh`: what is put in stands there only by a rare chance, so that the engine's own fast way pays. */
int owed_open(struct owed **owed, struct db *db, struct arena *arena, bool fresh, struct err *err);
void owed_close(struct owed *owed); /* NULL-safe */

/* 1 it is new (or will be, once it is written: then owed_count tells), 0 it stood there, -1. Texts
 * may go when the call is over. */
int owed_task(struct owed *owed, const struct owed_task *task, struct err *err);
int owed_message(struct owed *owed, const struct owed_message *message, struct err *err);

/* Writes what still waits, and what ids were given out. */
int owed_finish(struct owed *owed, struct err *err);

struct owed_count {
    int64_t tasks, messages; /* that were written */
};
struct owed_count owed_count(const struct owed *owed);

#endif
