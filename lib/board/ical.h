/*
 * ical: shifts as an iCalendar file (RFC 5545, 7986).
 *
 * Each shift is an event whose UID stays, with SEQUENCE, and DTSTAMP of its last change (entries.h);
 * what was taken back is there as CANCELLED until its day is over. A shift that came by import and has
 * no entry, or was changed behind it, counts as changed at `now`. There is no METHOD: this is a
 * calendar that is subscribed to or put on a server, not a message between people.
 *
 * Times are the store's clock with TZID and a VTIMEZONE that has each change of the clock from the year
 * before the first event to the year after the last, since not all readers know IANA's names. A time
 * that the clock shows twice is written in UTC: TZID would mean the first by the standard, and to some
 * readers the second.
 *
 * A title is the shift and the store, and of a calendar of several people who it is. Nothing of a
 * client is in it. Lines end in CRLF and are folded at 75 octets, between characters.
 */
#ifndef MEDI_BOARD_ICAL_H
#define MEDI_BOARD_ICAL_H

#include "base/str.h"
#include "board/grid.h"
#include "rota/rules.h"

struct ical {
    struct db *db;
    struct arena *arena;
    const struct rota_rules *rules;
    const int64_t *store_id; /* of this store alone; NULL: all */
    const char *staff;       /* of this person alone; NULL: all */
    int64_t from, to;        /* days [ ) */
    int64_t now;
    bool zh; /* shifts by their Chinese names */
};

/* The number of events, or -1. ERR_DATA: there is no such person. */
int ical_write(const struct ical *ical, struct str *text, struct err *err);

/* One content line, folded: the words of `line`. */
void ical_line(struct str *text, const char *line);
/* A value of type TEXT, escaped. */
void ical_text(struct str *text, const char *value);

/* The VTIMEZONE of a zone for moments from … to. */
void ical_zone(struct str *text, const struct zone *zone, int64_t from, int64_t to);

#endif
