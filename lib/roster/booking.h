/*
 * booking: a client, a project and a time, and whom and what it takes: all of them or nothing.
 *
 * What a project needs stands in its licence (a doctor's: a doctor; another: a nurse), its kind of
 * device, and project_need, which may say otherwise and how long before and after it all of this
 * is kept from others. Who is named must be free, at work, and fit: of the role on that day and
 * with the licence that the gates of treatments ask for (visit/gate.h); a room of its list of
 * kinds; a machine that the gates let pass. Who is needed and not named is chosen: of those who
 * are free and fit the one for whom the booking leaves the fewest idle minutes (booking_idle),
 * then the one with the fewest minutes taken on that duty, then the first by code.
 */
#ifndef MEDI_ROSTER_BOOKING_H
#define MEDI_ROSTER_BOOKING_H

#include "roster/busy.h"
#include "visit/gate.h"

/* A gap shorter than this takes no booking of use: idle. */
enum { BOOKING_USEFUL_MINUTES = 60, BOOKING_MINUTES = 30 };

/* Idle minutes: before and after, each counted if it is shorter than BOOKING_USEFUL_MINUTES. */
int64_t booking_idle(const struct busy_gaps *gaps);

struct booking_project {
    int64_t id, minutes, before, after; /* minutes; 0: it is not said how long it takes */
    const char *code, *department, *kind, *licence, *device_kind;
    int64_t grade;
    bool active;
    int doctor, nurse, room; /* 1, 0; -1: as the licence and the store's rooms tell */
};
/* ERR_DATA: there is none. */
int booking_project(struct db *db, struct arena *arena, const char *code,
                    struct booking_project *project, struct err *err);

/* The file that counts: at the end of merges. ERR_DATA: there is none, or it was forgotten. */
int booking_client(struct db *db, struct arena *arena, const char *code, int64_t *id,
                   const char **own, struct err *err);
int booking_staff(struct db *db, const char *code, int64_t *id, struct err *err);

#define BOOKING_ANY "any"

/* What is asked. `named` by kind: a code, BOOKING_ANY, or NULL: chosen if it is needed. */
struct booking {
    struct db *db;
    struct arena *arena;
    const struct gate_rules *rules;
    struct busy *busy;
    const struct booking_project *project;
    int64_t client_id; /* 0: nobody yet (slots) */
    const char *client;
    struct busy_want want;
    const char *named[BUSY_KINDS];
    int64_t now; /* nothing may begin before it; INT64_MIN: it may */
    bool as_is;  /* nobody is chosen: what stands is judged */
    struct busy_nos nos;
    /* by booking_ask: */
    const struct busy_one *chosen[BUSY_KINDS];
    struct busy_gaps gaps[BUSY_KINDS]; /* of the chosen people */
    struct booking_passes *passes;     /* remembers who passed the gates on a day; may be NULL */
};

/* Whether it can be: 1, 0 with b->nos saying everything that stands against it, -1. */
int booking_ask(struct booking *booking, struct err *err);

/* The same without words, for many times: 1, 0, -1. */
int booking_try(struct booking *booking, struct err *err);

struct booking_passes *booking_passes(struct arena *arena, const struct busy *busy);

/* ---- states: FHIR R4's of Appointment -------------------------------------------------------- */

/* Whether one may follow another. Nothing follows fulfilled, cancelled, noshow, entered-in-error but
 * entered-in-error; noshow may be taken back to arrived. */
bool booking_may_become(const char *from, const char *to);
bool booking_stands(const char *status); /* takes its people's time */

/* An appointment as it is. ERR_DATA: there is none. */
struct booking_row {
    const char *code, *client, *project, *doctor, *nurse, *room, *device, *status;
    int64_t client_id, doctor_id, nurse_id, starts_at, ends_at, day;
};
int booking_get(struct db *db, struct arena *arena, int64_t store_id, const char *code,
                struct booking_row *row, struct err *err);
/* Of a client who is in a store: the booking of the day nearest to a moment, of those to come or,
 * with `arrived`, of those for which the client came. 1 with its code, 0 there is none, -1. */
struct booking_visit {
    int64_t store_id, client_id, day, at;
    bool arrived;
};
int booking_here(struct db *db, struct arena *arena, const struct booking_visit *visit,
                 const char **code, struct err *err);

/* 1, 0: there is none, -1. */
int booking_find(struct db *db, struct arena *arena, int64_t store_id, const char *code,
                 struct booking_row *row, struct err *err);

#endif
