/*
 * The verbs of medi-roster about bookings, and the structs that their options fill. The tables
 * that name them are in bin/medi-roster.c.
 */
#ifndef MEDI_BIN_ROSTER_VERBS_H
#define MEDI_BIN_ROSTER_VERBS_H

#include "cli/put.h"
#include "roster/booking.h"
#include "roster/orphans.h"

struct book_args { /* book, move, waitlist add */
    const char *client, *project, *appointment, *at, *from, *until;
    const char *doctor, *nurse, *room, *device, *status, *note, *code;
    int64_t minutes;
};

struct cancel_args { /* cancel, mark */
    const char *appointment, *status, *reason;
};

struct slots_args {
    const char *project, *client, *doctor, *nurse, *room, *device;
    int64_t from, days, limit, minutes, step;
};

struct agenda_args { /* list, calendar, waitlist list */
    const char *doctor, *nurse, *room, *device, *client, *project, *status, *by, *staff;
    int64_t from_day, to_day;
    bool all, ical;
};

struct conflict_args {
    int64_t from, to;
};

struct resource_args {
    const char *code, *name, *kinds, *note, *kind;
    int64_t from_on, to_on;
    bool all;
};

struct leave_args {
    const char *staff, *kind, *approved, *note;
    int64_t from, to, from_day, to_day;
};

struct closure_args {
    const char *name, *from, *to, *where;
    int64_t day, from_day, to_day;
    bool open;
};

struct shift_args {
    const char *staff, *from, *to;
    int64_t day, from_day, to_day;
};

struct need_args {
    const char *project, *doctor, *nurse, *room;
    int64_t before, after;
};

verb_run cmd_book, cmd_move, cmd_cancel, cmd_mark, cmd_slots, cmd_agenda, cmd_calendar,
    cmd_waitlist_add, cmd_conflicts, cmd_room_add, cmd_room_edit, cmd_room_drop, cmd_leave_add,
    cmd_leave_drop, cmd_closure_add, cmd_closure_drop, cmd_shift_add, cmd_shift_drop, cmd_need_set;

/* ---- what they share ------------------------------------------------------------------------- */

/* "2026-12-01 14:30", "tomorrow 9:00", "+3d 15:30", with an offset if the clock shows it twice: a
 * moment in the run's zone. ERR_DATA if the clock skips it, or shows it twice and no offset says
 * which. */
int roster_time(const struct ctx *ctx, const char *option, const char *text, int64_t *moment,
                struct err *err);

/* "9:30" or "24:00": minutes of the day. */
int roster_minute(const char *option, const char *text, int64_t *minute, struct err *err);

/* What a booking is judged by, in the store of -s: rules, project, window of days; the people and
 * the client who are named. */
struct roster_case {
    int64_t store_id;
    struct gate_rules rules;
    struct busy busy;
    struct booking_project project;
    struct booking booking;
};
struct roster_ask {
    const char *client, *project; /* client: NULL, nobody */
    const char *named[BUSY_KINDS];
    int64_t from_day, to_day; /* [ ) */
};
int roster_begin(struct ctx *ctx, const struct roster_ask *ask, struct roster_case *judged,
                 struct err *err);

/* From a start, so many minutes: what is asked for. */
void roster_want(struct roster_case *judged, int64_t starts_at, int64_t minutes);

/* All that stands against it, a line each, and the last as the error. -1. */
int roster_refuse(const struct ctx *ctx, const struct busy_nos *nos, struct err *err);

/* What stands against bookings, as rows: of conflicts and publish. Nothing is printed with -q. */
enum { ROSTER_ORPHAN_COLUMNS = 8 };
extern const struct out_column roster_orphan_columns[ROSTER_ORPHAN_COLUMNS];
int roster_print_orphan(const struct ctx *ctx, struct out *out, const struct orphan *orphan,
                        const struct busy_no *no, struct err *err);

/* A statement that takes one thing away, with its entry; ERR_DATA: it is not there. */
int roster_drop(struct ctx *ctx, enum sql_id id, const struct db_value *values, int count,
                int64_t store_id, const char *subject, struct err *err);

/* After cli_put: says so if there was nothing to do. */
int roster_done(struct ctx *ctx, const char *what, int written);

#endif
