/*
 * complaint: a complaint as it stands, and whether a step may follow. Steps are judged here and
 * written by the verb, in one transaction that began with complaint_get, so that of two who step at
 * once the second finds what the first did.
 */
#ifndef MEDI_COMPLAINT_COMPLAINT_H
#define MEDI_COMPLAINT_COMPLAINT_H

#include "base/arena.h"
#include "complaint/steps.h"
#include "db/db.h"
#include "staff/staff.h"

#define COMPLAINT_NEVER INT64_MIN

struct complaint {
    int64_t store_id, id, client_id;
    const char *code, *client; /* codes */
    enum complaint_state state;
    int64_t opened_at, respond_by, responded_at, paused_at; /* COMPLAINT_NEVER: not */
    int64_t paused_s;
    int64_t about_id, owner_id,
        consultant_id; /* staff; 0: nobody; the consultant is the client's owner */
    int64_t compensation_fen;
    int64_t lines, last_at;           /* of its steps */
    int64_t proposed_fen, agreed_fen; /* last; COMPLAINT_NEVER: none */
    int64_t feedbacks;
};

/* 0; ERR_DATA: no such complaint in the store. */
int complaint_get(struct db *db, struct arena *arena, int64_t store_id, const char *code,
                  struct complaint *complaint, struct err *err);

/* What someone is about to do. */
struct step_order {
    enum complaint_step step;
    int64_t at, now;        /* moments: when it was done, and now */
    int64_t day;            /* of `at`, in the store */
    const struct staff *by; /* who does it */
    const struct staff
        *with;          /* assign: the new owner; respond: the consultant; NULL: none was named */
    int64_t amount_fen; /* COMPLAINT_NEVER: none */
    const char *note;   /* what was said, found, offered …; the reason of a pause */
    const char *reason; /* close: why there is no feedback */
    const char *improvement; /* close */
};

/* What it makes of the complaint. */
struct step_change {
    enum complaint_state state;
    const struct staff *with;
    int64_t amount_fen; /* COMPLAINT_NEVER: none */
    int64_t owner_id, responded_at, paused_at, paused_s, compensation_fen, closed_at;
};

/* 0; ERR_DATA with the reason why not. Nothing is written. */
int complaint_judge(const struct complaint *complaint, const struct step_order *order,
                    struct step_change *change, struct err *err);

/* ---- opening ---- */

struct complaint_subject {
    int64_t store_id;
    const char *client, *treatment, *visit, *item, *lot; /* codes; NULL: not given */
};

/* That they all belong together: the treatment and the visit are the client's, the lot was used in
 * that treatment or, if none is named, in one of the client's. ERR_DATA names what does not. */
int complaint_belongs(struct db *db, const struct complaint_subject *subject, struct err *err);

/* The code of a complaint that this one counts as one with (same client, category and treatment
 * within seven days); NULL: none. In the arena. */
int complaint_same(struct db *db, struct arena *arena, int64_t store_id, const char *code,
                   const char **same, struct err *err);

#endif
