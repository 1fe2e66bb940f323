/*
 * equipment: whether a machine may be used on a day, and what may be done to it.
 *
 * One that must be in calibration may be used through the last day of its newest calibration by then, if
 * that passed. After a repair that asks for it, it is calibrated first, whatever an older paper says. What
 * its plan says must be done before it is used was done in time; its life by its maker is not over. A fault
 * is as it stands now; equipment_faulty_at tells of a moment that is over.
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
    EQUIPMENT_REPAIRED,     /* and not calibrated since, as it must be */
    EQUIPMENT_UNCALIBRATED, /* never by that day */
    EQUIPMENT_FAILED,       /* the newest calibration did not pass */
    EQUIPMENT_OVERDUE,      /* it is over */
};

struct equipment {
    int64_t id;
    const char *code, *name, *kind;
    enum equipment_state state, calibration; /* now: OK, FAULT, RETIRED; on the day: the others */
    int64_t done_on, valid_to;               /* of the newest calibration */
    const char *fault;                       /* the oldest that is open; or NULL */
    bool in_repair;                          /* that one is */
    int64_t repaired_on;                     /* of REPAIRED */
    const char *task; /* the maintenance that is overdue and stops it; NULL */
    int64_t due_on;   /* its last day */
    bool life_over;   /* its maker's 使用期限 */
    int64_t life_to;
};

/* By its code: 1, 0 the store has none, -1. */
int equipment_find(struct db *db, struct arena *arena, int64_t store_id, const char *code,
                   int64_t day, struct equipment *equipment, struct err *err);

/* Those of a kind that are not retired: their number, and the first that may be used (if none may:
 * the first). -1. */
int equipment_of_kind(struct db *db, struct arena *arena, int64_t store_id, const char *kind,
                      int64_t day, struct equipment *equipment, struct err *err);

bool equipment_usable(const struct equipment *equipment);

/* The fault for which it stood still at a moment; NULL: for none. */
int equipment_faulty_at(struct db *db, struct arena *arena, int64_t store_id, int64_t equipment_id,
                        int64_t at, const char **fault, struct err *err);

/* ---- its file, for what is done to it ---- */

#define EQUIPMENT_NO_DAY INT64_MIN

struct equipment_file {
    int64_t store_id, id;
    const char *code, *name, *serial, *model, *registration_no; /* the last three or NULL */
    bool retired;
    int64_t bought_on;        /* or EQUIPMENT_NO_DAY */
    int64_t calibrate_months; /* 0: not said */
};

/* ERR_DATA: the store has no such machine. */
int equipment_file(struct db *db, struct arena *arena, int64_t store_id, const char *code,
                   struct equipment_file *file, struct err *err);

/* The same, and ERR_DATA if it is retired. */
int equipment_at_work(struct db *db, struct arena *arena, int64_t store_id, const char *code,
                      struct equipment_file *file, struct err *err);

/* ERR_DATA if another machine of the chain has that serial number (and, where both say one, model). */
int equipment_serial_free(struct db *db, const struct equipment_file *file, struct err *err);

/* ERR_DATA if that certificate of that body is another machine's; `certificate` may be NULL. */
int equipment_certificate_free(struct db *db, const struct equipment_file *file,
                               const char *certificate, const char *body, struct err *err);

/* The last day of a calibration by its interval: one of a year that was made on 1 October holds until
 * 30 September. EQUIPMENT_NO_DAY: the file does not say how long. */
int64_t equipment_valid_to(const struct equipment_file *file, int64_t done_on);

#endif
