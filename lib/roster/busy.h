/*
 * busy: who and what of a store is taken, away or at work over a window of days, read once and
 * then asked often.
 *
 * A booking keeps its doctor, nurse, room and machine from `before` its start until `after` its
 * end (see project_need); the client only from start to end. Two bookings of one of them must not
 * overlap in these, so that the time between them is what both need. At work a person must be from
 * start to end: in a shift of this store; or, who has no shift in this store in the month of the
 * store's calendar and belongs here or to all stores, as it is open. Being open is a week
 * (store.hours) that closures change: on a day with one of state `open` the store is open in these
 * times alone, and what is `closed` is taken out. A store's own closures on a day stand before the
 * chain's.
 *
 * Bookings that stand are pending, booked, arrived, checked-in and fulfilled. Those of people are
 * looked at in every store. Asked inside the transaction that writes, all of this is what will be.
 */
#ifndef MEDI_ROSTER_BUSY_H
#define MEDI_ROSTER_BUSY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/zone.h"
#include "db/db.h"

/* What a refusal is about: "doctor D1", why in a word that scripts know, and in a line. */
struct busy_no {
    const char *about, *why, *words;
};
struct busy_nos {
    struct busy_no *items;
    int count, room;
};

enum busy_kind { BUSY_DOCTOR, BUSY_NURSE, BUSY_ROOM, BUSY_DEVICE, BUSY_CLIENT, BUSY_KINDS };
const char *busy_word(enum busy_kind kind);

struct busy_span {
    int64_t from, to;           /* as it is kept from others */
    int64_t starts_at, ends_at; /* as the client has it */
    int64_t store_id;
    int64_t client_id;
    const char *code;  /* of a booking */
    const char *store; /* of a shift */
    const char *kind;  /* of leave */
};
struct busy_spans {
    struct busy_span *items;
    int count, room;
};

enum { BUSY_MONTHS_MOST = 16 };

/* One who, or which, can be booked. */
struct busy_one {
    enum busy_kind kind; /* people are of one kind for both: BUSY_DOCTOR */
    int64_t id;          /* staff, client */
    const char *code;
    const char *suits; /* role; kinds of projects of a room (NULL: all); kind of machine */
    int64_t store_id;  /* of a person: the home store; 0: all */
    const char *store;
    int64_t from_on, to_on;
    struct busy_spans taken, leaves, shifts; /* by their beginnings */
    int64_t months[BUSY_MONTHS_MOST]; /* the months in which a person has a shift in this store */
    int month_count;
};
struct busy_ones {
    struct busy_one *items;
    int count, room;
};

struct busy_closure {
    int64_t day;
    const char *name;
    bool open, own;
    int from_minute, to_minute;
};

enum { BUSY_OPEN_MOST = 16 };
struct busy_day {
    int64_t day;
    struct busy_span open[BUSY_OPEN_MOST]; /* `kind`: NULL, or the closure that made it so */
    int count;
    const char *closed; /* the closure that closes it, or part of it; NULL */
};

struct busy_window {
    int64_t store_id;
    int64_t from_day, to_day;               /* [ ) */
    int64_t doctor_id, nurse_id, client_id; /* who is looked at besides; 0: nobody */
    bool booked; /* and whoever is booked here, though no longer of this store */
};

struct busy_need {
    int64_t project_id, before, after; /* seconds */
};

struct busy {
    struct db *db;
    struct arena *arena;
    const struct zone *zone; /* the store's */
    struct busy_window window;
    const char *store;
    const char *level, *departments, *licence_no;
    bool has_licence_to;
    int64_t licence_to;
    bool has_hours;
    int opens[8], closes[8];
    int64_t opened_on, closed_on;
    struct busy_ones people, rooms, machines, client; /* of the client one, or none */
    struct busy_closure *closures;
    int closure_count, closure_room;
    struct busy_need *needs; /* of projects that have any */
    int need_count, need_room;
    struct busy_day *days; /* of the window */
};

/* What a booking asks for: [starts_at, ends_at), and the seconds before and after. */
struct busy_want {
    int64_t starts_at, ends_at, before, after;
    int64_t day;      /* of starts_at */
    const char *skip; /* the code of the booking that is moved or judged, in this store; NULL */
};

int busy_load(struct busy *busy, struct db *db, struct arena *arena,
              const struct busy_window *window, struct err *err);
/* Only the store and when it is open: nobody is looked at. */
int busy_hours(struct busy *busy, struct db *db, struct arena *arena,
               const struct busy_window *window, struct err *err);

/* The same of the store's hours and closures alone, for busy_open_day. */
int busy_load_hours(struct busy *busy, struct db *db, struct arena *arena,
                    const struct busy_window *window, struct err *err);

struct busy_one *busy_person(const struct busy *busy, int64_t id);
struct busy_one *busy_find(const struct busy_ones *ones, const char *code);

/* The hours of a day of the window, in order; NULL: it lies outside. */
const struct busy_day *busy_day(const struct busy *busy, int64_t day);
/* For busy_load: the hours of a day, from the week and the closures. */
void busy_open_day(const struct busy *busy, int64_t day, struct busy_day *open);

/* Each: whether nothing stands against it; what does is added to `nos` unless that is NULL. */
bool busy_is_open(const struct busy *busy, const struct busy_want *want, struct busy_nos *nos);
bool busy_works(const struct busy *busy, const struct busy_one *one, const char *about,
                const struct busy_want *want, struct busy_nos *nos);
bool busy_is_free(const struct busy *busy, const struct busy_one *one, const char *about,
                  const struct busy_want *want, struct busy_nos *nos);

/* The time of one's duty, or of the store for a room, that has the start in it: false if none has. */
bool busy_duty(const struct busy *busy, const struct busy_one *one, const struct busy_want *want,
               struct busy_span *duty);

/* The minutes that a booking would leave free in that time, before and after it until the next booking or
 * the end of duty; and the minutes that are taken in it already. False: it lies in none. */
struct busy_gaps {
    int64_t before, after, taken;
};
bool busy_gaps(const struct busy *busy, const struct busy_one *one, const struct busy_want *want,
               struct busy_gaps *gaps);

void busy_say(const struct busy *busy, struct busy_nos *nos, const char *about, const char *why,
              const char *format, ...) __attribute__((format(printf, 5, 6)));

/* A moment in the store's time, to the minute: "2026-12-01 14:30", or without the day of `day`. */
const char *busy_time(const struct busy *busy, int64_t moment, int64_t day);

#endif
