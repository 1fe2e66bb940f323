/*
 * screen: one reading of all treatments, for the many rules that look at treatments.
 *
 * Each by itself would read them all, and look the same papers up again for each. The screen asks once, of each
 * treatment, which of the conditions of screen.yaml it meets:
 *
 *     question: |            one SELECT of store_id, id and mask, in which {mask} stands for the conditions
 *       SELECT …
 *     clears:
 *       assessed: |          an SQL condition
 *         EXISTS (…)
 *
 * A rule that says `clear: [assessed, told]` finds nothing where both hold, so it is asked of the
 * others alone. That it finds the same as without is tested for each rule (tests/unit/test_audit.c).
 */
#ifndef MEDI_AUDIT_SCREEN_H
#define MEDI_AUDIT_SCREEN_H

#include "audit/ask.h"

/* Of those that are not clear; more, and every rule reads the table itself. */
enum { SCREEN_MOST = 400000 };

struct screened {
    int64_t asked; /* the conditions that were */
    bool done;     /* false: nothing was screened, or too much is not clear */
    struct screened_row {
        int64_t store_id, id, mask; /* bit by bit: 1: the condition does not hold */
    } * rows;
    int count, room;
};

/* For the rules that say `clear` and of which `wanted` is true, by their places. In a transaction,
 * confined as a rule is. */
int screen_run(struct db *db, struct arena *arena, const struct rules *rules, const bool *wanted,
               const struct asking *asking, struct screened *screened, struct err *err);

/* What the rule is to be asked of; false: of everything. */
bool screen_cases(const struct screened *screened, struct arena *arena, const struct rule *rule,
                  struct cases *cases);

#endif
