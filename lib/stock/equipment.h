/*
 * equipment: whether a machine may be used on a day. One that must be in calibration may, through
 * the last day of its newest calibration by then, if that passed. A fault is as it stands now.
 */
#ifndef MEDI_STOCK_EQUIPMENT_H
#define MEDI_STOCK_EQUIPMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "db/db.h"

enum equipment_state {
    EQUIPMENT_OK,
    EQUIPMENT_FAULT,
    EQUIPMENT_RETIRED,
    EQUIPMENT_UNCALIBRATED, /* never by that day */
    EQUIPMENT_FAILED,       /* the newest calibration did not pass */
    EQUIPMENT_OVERDUE,      /* it is over */
};

struct equipment {
    int64_t id;
    const char *code, *name, *kind;
    enum equipment_state state, calibration; /* now: OK, FAULT, RETIRED; on the day: the others */
    int64_t done_on, valid_to;               /* of the newest calibration */
};

/* By its code: 1, 0 the store has none, -1. */
int equipment_find(struct db *db, struct arena *arena, int64_t store_id, const char *code,
                   int64_t day, struct equipment *equipment, struct err *err);

/* Those of a kind that are not retired: their number, and the first that may be used (if none may:
 * the first). -1. */
int equipment_of_kind(struct db *db, struct arena *arena, int64_t store_id, const char *kind,
                      int64_t day, struct equipment *equipment, struct err *err);

bool equipment_usable(const struct equipment *equipment);

#endif
