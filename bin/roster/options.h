/* The option tables of medi-roster; included by bin/medi-roster.c alone. */
#ifndef MEDI_BIN_ROSTER_OPTIONS_H
#define MEDI_BIN_ROSTER_OPTIONS_H

#include "bin/roster/verbs.h"

static const char *const book_states[] = {"booked", "pending", NULL};
static const char *const mark_states[] = {"booked",    "pending", "arrived",          "checked-in",
                                          "fulfilled", "noshow",  "entered-in-error", NULL};
static const char *const all_states[] = {"proposed",         "pending",    "booked", "arrived",
                                         "fulfilled",        "cancelled",  "noshow", "waitlist",
                                         "entered-in-error", "checked-in", NULL};
static const char *const leave_kinds[] = {"annual",   "sick",         "personal", "maternity",
                                          "training", "compensatory", "other",    NULL};
static const char *const calendar_bys[] = {"doctor", "nurse", "room", "device", NULL};
static const char *const resource_kinds[] = {"room", "device", NULL};
static const char *const need_words[] = {"yes", "no", "auto", NULL};

/* ---- bookings -------------------------------------------------------------------------------- */

static const struct opt book_options[] = {
    {0, "at", OPT_TEXT, FIELD(book_args, at), "TIME",
     N_("when: 2026-12-01 14:30, tomorrow 9:00, +3d 15:30"), NULL},
    {0, "minutes", OPT_INT, FIELD(book_args, minutes), "N",
     N_("how long it takes (as the project says, else 30)"), NULL},
    {0, "doctor", OPT_TEXT, FIELD(book_args, doctor), "STAFF",
     N_("the doctor, or any (chosen, if the project needs one)"), NULL},
    {0, "nurse", OPT_TEXT, FIELD(book_args, nurse), "STAFF", N_("the nurse, or any"), NULL},
    {0, "room", OPT_TEXT, FIELD(book_args, room), "ROOM", N_("the room, or any"), NULL},
    {0, "device", OPT_TEXT, FIELD(book_args, device), "CODE", N_("the device, or any"), NULL},
    {0, "status", OPT_CHOICE, FIELD(book_args, status), "WORD", N_("booked or pending (booked)"),
     book_states},
    {0, "note", OPT_TEXT, FIELD(book_args, note), "TEXT",
     N_("a note; no personal data belongs there"), NULL},
    {0, "code", OPT_TEXT, FIELD(book_args, code), "CODE",
     N_("its code, so that it is booked once however often this runs (made)"), NULL},
    {0},
};
static const struct operand book_operands[] = {
    {"CLIENT", false, false, FIELD(book_args, client), N_("code of the client"), NULL},
    {"PROJECT", false, false, FIELD(book_args, project), N_("code of the project"), NULL},
    {0},
};
static const struct opt move_options[] = {
    {0, "at", OPT_TEXT, FIELD(book_args, at), "TIME", N_("the new time (as before)"), NULL},
    {0, "minutes", OPT_INT, FIELD(book_args, minutes), "N", N_("how long it takes (as before)"),
     NULL},
    {0, "doctor", OPT_TEXT, FIELD(book_args, doctor), "STAFF", N_("the doctor, or any (as before)"),
     NULL},
    {0, "nurse", OPT_TEXT, FIELD(book_args, nurse), "STAFF", N_("the nurse, or any (as before)"),
     NULL},
    {0, "room", OPT_TEXT, FIELD(book_args, room), "ROOM", N_("the room, or any (as before)"), NULL},
    {0, "device", OPT_TEXT, FIELD(book_args, device), "CODE", N_("the device, or any (as before)"),
     NULL},
    {0},
};
static const struct operand move_operands[] = {
    {"APPOINTMENT", false, false, FIELD(book_args, appointment), N_("code of the appointment"),
     NULL},
    {0},
};
static const struct opt cancel_options[] = {
    {'r', "reason", OPT_TEXT, FIELD(cancel_args, reason), "TEXT", N_("why"), NULL},
    {0},
};
static const struct operand cancel_operands[] = {
    {"APPOINTMENT", false, false, FIELD(cancel_args, appointment), N_("code of the appointment"),
     NULL},
    {0},
};
static const struct opt mark_options[] = {
    {'t', "to", OPT_CHOICE, FIELD(cancel_args, status), "WORD", N_("what it is now"), mark_states},
    {'r', "reason", OPT_TEXT, FIELD(cancel_args, reason), "TEXT", N_("why"), NULL},
    {0},
};

#define AGENDA_OPTIONS                                                                              \
    {0, "doctor", OPT_TEXT, FIELD(agenda_args, doctor), "STAFF", N_("of this doctor only"), NULL},  \
        {0, "nurse", OPT_TEXT, FIELD(agenda_args, nurse), "STAFF", N_("of this nurse only"), NULL}, \
        {0, "room", OPT_TEXT, FIELD(agenda_args, room), "ROOM", N_("in this room only"), NULL},     \
        {0,   "device", OPT_TEXT, FIELD(agenda_args, device), "CODE", N_("with this device only"),  \
         NULL},                                                                                     \
        {0,   "client", OPT_TEXT, FIELD(agenda_args, client), "CLIENT", N_("of this client only"),  \
         NULL},                                                                                     \
    {                                                                                               \
        0, "project", OPT_TEXT, FIELD(agenda_args, project), "PROJECT",                             \
            N_("of this project only"), NULL                                                        \
    }

static const struct opt list_options[] = {
    {'f', "from-day", OPT_DAY, FIELD(agenda_args, from_day), "DAY", N_("the first day (today)"),
     NULL},
    {'t', "to-day", OPT_DAY, FIELD(agenda_args, to_day), "DAY", N_("the last day (the first one)"),
     NULL},
    AGENDA_OPTIONS,
    {0, "status", OPT_CHOICE, FIELD(agenda_args, status), "WORD", N_("only these"), all_states},
    {'a', "all", OPT_FLAG, FIELD(agenda_args, all), NULL,
     N_("also what was given up, and who waits"), NULL},
    {0},
};

static const struct opt calendar_options[] = {
    {'f', "from-day", OPT_DAY, FIELD(agenda_args, from_day), "DAY", N_("the first day (today)"),
     NULL},
    {'t', "to-day", OPT_DAY, FIELD(agenda_args, to_day), "DAY", N_("the last day (the first one)"),
     NULL},
    {'b', "by", OPT_CHOICE, FIELD(agenda_args, by), "WORD",
     N_("doctor, nurse, room or device (doctor)"), calendar_bys},
    {0, "ical", OPT_FLAG, FIELD(agenda_args, ical), NULL,
     N_("shifts, for the calendars of others (iCalendar)"), NULL},
    {0, "staff", OPT_TEXT, FIELD(agenda_args, staff), "STAFF",
     N_("with --ical: of this person only"), NULL},
    {0},
};

static const struct opt slots_options[] = {
    {0, "client", OPT_TEXT, FIELD(slots_args, client), "CLIENT",
     N_("when this client has no other booking"), NULL},
    {0, "doctor", OPT_TEXT, FIELD(slots_args, doctor), "STAFF", N_("with this doctor"), NULL},
    {0, "nurse", OPT_TEXT, FIELD(slots_args, nurse), "STAFF", N_("with this nurse"), NULL},
    {0, "room", OPT_TEXT, FIELD(slots_args, room), "ROOM", N_("in this room"), NULL},
    {0, "device", OPT_TEXT, FIELD(slots_args, device), "CODE", N_("with this device"), NULL},
    {'f', "from", OPT_DAY, FIELD(slots_args, from), "DAY", N_("from this day on (today)"), NULL},
    {0, "days", OPT_INT, FIELD(slots_args, days), "N", N_("within so many days (14)"), NULL},
    {'l', "limit", OPT_INT, FIELD(slots_args, limit), "N", N_("so many times (5)"), NULL},
    {0, "minutes", OPT_INT, FIELD(slots_args, minutes), "N",
     N_("how long it takes (as the project says, else 30)"), NULL},
    {0, "step", OPT_INT, FIELD(slots_args, step), "MINUTES",
     N_("times lie so far apart, from the opening on (15)"), NULL},
    {0},
};
static const struct operand slots_operands[] = {
    {"PROJECT", false, false, FIELD(slots_args, project), N_("code of the project"), NULL},
    {0},
};

static const struct opt waitlist_add_options[] = {
    {'f', "from", OPT_TEXT, FIELD(book_args, from), "TIME", N_("not before this time (now)"), NULL},
    {'u', "until", OPT_TEXT, FIELD(book_args, until), "TIME",
     N_("over by this time (two weeks later)"), NULL},
    {0, "doctor", OPT_TEXT, FIELD(book_args, doctor), "STAFF", N_("with this doctor only"), NULL},
    {0, "note", OPT_TEXT, FIELD(book_args, note), "TEXT",
     N_("a note; no personal data belongs there"), NULL},
    {0, "code", OPT_TEXT, FIELD(book_args, code), "CODE", N_("its code (made)"), NULL},
    {0},
};
static const struct opt waitlist_options[] = {
    {'p', "project", OPT_TEXT, FIELD(agenda_args, project), "PROJECT", N_("of this project only"),
     NULL},
    {0, "doctor", OPT_TEXT, FIELD(agenda_args, doctor), "STAFF", N_("of this doctor only"), NULL},
    {'a', "all", OPT_FLAG, FIELD(agenda_args, all), NULL, N_("also whose time is over"), NULL},
    {0},
};
static const struct opt conflict_options[] = {
    {'f', "from", OPT_MOMENT, FIELD(conflict_args, from), "TIME", N_("from this time on (now)"),
     NULL},
    {'t', "to", OPT_MOMENT, FIELD(conflict_args, to), "TIME",
     N_("before this time (90 days later)"), NULL},
    {0},
};

/* ---- resources ------------------------------------------------------------------------------- */

static const struct opt resource_list_options[] = {
    {'k', "kind", OPT_CHOICE, FIELD(resource_args, kind), "WORD", N_("room or device"),
     resource_kinds},
    {'a', "all", OPT_FLAG, FIELD(resource_args, all), NULL, N_("also what is not in use any more"),
     NULL},
    {0},
};
static const struct opt resource_options[] = {
    {0, "name", OPT_TEXT, FIELD(resource_args, name), "TEXT", N_("its name (its code)"), NULL},
    {0, "kinds", OPT_TEXT, FIELD(resource_args, kinds), "KINDS",
     N_("the kinds of projects that it is fit for, such as \"laser skin\" (all)"), NULL},
    {0, "from", OPT_DAY, FIELD(resource_args, from_on), "DAY", N_("its first day"), NULL},
    {0, "to", OPT_DAY, FIELD(resource_args, to_on), "DAY", N_("its last day"), NULL},
    {0, "note", OPT_TEXT, FIELD(resource_args, note), "TEXT", N_("a note"), NULL},
    {0},
};
static const struct operand resource_operands[] = {
    {"ROOM", false, false, FIELD(resource_args, code), N_("code of the room"), NULL},
    {0},
};

static const struct opt leave_add_options[] = {
    {'f', "from", OPT_MOMENT, FIELD(leave_args, from), "TIME", N_("its beginning"), NULL},
    {'t', "to", OPT_UNTIL, FIELD(leave_args, to), "TIME", N_("its end; a day alone: with that day"),
     NULL},
    {'k', "kind", OPT_CHOICE, FIELD(leave_args, kind), "KIND", N_("what kind of leave (annual)"),
     leave_kinds},
    {0, "approved", OPT_TEXT, FIELD(leave_args, approved), "STAFF", N_("who approved it"), NULL},
    {0, "note", OPT_TEXT, FIELD(leave_args, note), "TEXT", N_("a note"), NULL},
    {0},
};
static const struct opt leave_drop_options[] = {
    {'f', "from", OPT_MOMENT, FIELD(leave_args, from), "TIME", N_("its beginning"), NULL},
    {0},
};
static const struct opt leave_list_options[] = {
    {0, "staff", OPT_TEXT, FIELD(leave_args, staff), "STAFF", N_("of this person only"), NULL},
    {'f', "from-day", OPT_DAY, FIELD(leave_args, from_day), "DAY",
     N_("from this day on (what is not over)"), NULL},
    {'t', "to-day", OPT_DAY, FIELD(leave_args, to_day), "DAY", N_("before this day"), NULL},
    {0},
};
static const struct operand leave_operands[] = {
    {"STAFF", false, false, FIELD(leave_args, staff), N_("code of the staff member"), NULL},
    {0},
};

static const struct opt closure_add_options[] = {
    {0, "day", OPT_DAY, FIELD(closure_args, day), "DAY", N_("the day"), NULL},
    {0, "where", OPT_TEXT, FIELD(closure_args, where), "STORE",
     N_("the store, or * for the chain (that of -s)"), NULL},
    {0, "from", OPT_TEXT, FIELD(closure_args, from), "TIME", N_("from this time of the day (0:00)"),
     NULL},
    {0, "to", OPT_TEXT, FIELD(closure_args, to), "TIME", N_("until this time of the day (24:00)"),
     NULL},
    {0, "open", OPT_FLAG, FIELD(closure_args, open), NULL,
     N_("open in these hours, whatever the week says (调休)"), NULL},
    {0},
};
static const struct operand closure_operands[] = {
    {"NAME", false, false, FIELD(closure_args, name), N_("what for: a holiday, works"), NULL},
    {0},
};
static const struct opt closure_drop_options[] = {
    {0, "day", OPT_DAY, FIELD(closure_args, day), "DAY", N_("the day"), NULL},
    {0, "where", OPT_TEXT, FIELD(closure_args, where), "STORE",
     N_("the store, or * for the chain (that of -s)"), NULL},
    {0, "from", OPT_TEXT, FIELD(closure_args, from), "TIME", N_("what begins at this time (0:00)"),
     NULL},
    {0},
};
static const struct opt closure_list_options[] = {
    {'f', "from-day", OPT_DAY, FIELD(closure_args, from_day), "DAY", N_("from this day on (today)"),
     NULL},
    {'t', "to-day", OPT_DAY, FIELD(closure_args, to_day), "DAY", N_("before this day"), NULL},
    {0},
};

static const struct opt shift_add_options[] = {
    {0, "day", OPT_DAY, FIELD(shift_args, day), "DAY", N_("the day"), NULL},
    {'f', "from", OPT_TEXT, FIELD(shift_args, from), "TIME", N_("its beginning, such as 9:00"),
     NULL},
    {'t', "to", OPT_TEXT, FIELD(shift_args, to), "TIME",
     N_("its end; one before the beginning is on the next day"), NULL},
    {0},
};
static const struct opt shift_drop_options[] = {
    {0, "day", OPT_DAY, FIELD(shift_args, day), "DAY", N_("the day"), NULL},
    {0},
};
static const struct opt shift_list_options[] = {
    {0, "staff", OPT_TEXT, FIELD(shift_args, staff), "STAFF", N_("of this person only"), NULL},
    {'f', "from-day", OPT_DAY, FIELD(shift_args, from_day), "DAY", N_("from this day on (today)"),
     NULL},
    {'t', "to-day", OPT_DAY, FIELD(shift_args, to_day), "DAY", N_("before this day"), NULL},
    {0},
};
static const struct operand shift_operands[] = {
    {"STAFF", false, false, FIELD(shift_args, staff), N_("code of the staff member"), NULL},
    {0},
};

static const struct opt need_options[] = {
    {0, "doctor", OPT_CHOICE, FIELD(need_args, doctor), "WORD",
     N_("it takes a doctor (auto: if its licence is a doctor's)"), need_words},
    {0, "nurse", OPT_CHOICE, FIELD(need_args, nurse), "WORD",
     N_("it takes a nurse (auto: if its licence is another)"), need_words},
    {0, "room", OPT_CHOICE, FIELD(need_args, room), "WORD",
     N_("it takes a room (auto: if the store keeps rooms)"), need_words},
    {0, "before", OPT_INT, FIELD(need_args, before), "MINUTES",
     N_("what it takes is kept so long before"), NULL},
    {0, "after", OPT_INT, FIELD(need_args, after), "MINUTES", N_("and so long after"), NULL},
    {0},
};
static const struct operand need_operands[] = {
    {"PROJECT", false, false, FIELD(need_args, project), N_("code of the project"), NULL},
    {0},
};
static const struct opt need_list_options[] = {
    {'p', "project", OPT_TEXT, FIELD(need_args, project), "PROJECT", N_("of this project only"),
     NULL},
    {0},
};

#endif
