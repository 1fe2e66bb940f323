/*
 * fault: a machine stands still (故障): open → in repair → repaired, or scrapped with the machine.
 *
 * The steps are dated and in order. Who finds a machine good again is not who repaired it. While any fault
 * of a machine is open or in repair its state is fault; the last one that is repaired sets it free.
 */
#ifndef MEDI_STOCK_FAULT_H
#define MEDI_STOCK_FAULT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "db/db.h"

enum fault_state { FAULT_OPEN, FAULT_REPAIRING, FAULT_REPAIRED, FAULT_SCRAPPED };

struct fault {
    int64_t id;
    const char *code, *equipment;
    enum fault_state state;
    int64_t at, repair_at;
    const char *repairer; /* code of who of the staff repairs it; NULL: a firm */
};

/* ERR_DATA: the store has no such fault. */
int fault_find(struct db *db, struct arena *arena, int64_t store_id, const char *code,
               struct fault *fault, struct err *err);

/* Whether the repair may begin, and whether it may be over, at a moment: 0, or ERR_DATA with what stands
 * against it. `verifier`: code of who of the staff found it good. No I/O. */
int fault_may_repair(const struct fault *fault, int64_t at, struct err *err);
int fault_may_end(const struct fault *fault, int64_t at, const char *verifier, struct err *err);

/* The faults of a machine that are open or in repair: their number, and the code of one in just these words
 * (`what` may be NULL), or NULL. -1. */
int fault_count_open(struct db *db, struct arena *arena, int64_t store_id, int64_t equipment_id,
                     const char *what, const char **same, struct err *err);

/* Their codes, for one after the other; `codes` has room for `most`. Their number, or -1. */
int fault_list_open(struct db *db, struct arena *arena, int64_t store_id, int64_t equipment_id,
                    const char **codes, int most, struct err *err);

#endif
