/*
 * gate_entry: what is refused when a paper is entered, before any gate asks for it: an assessment
 * by somebody who may not assess, a signature under a form that is not in force, a product that may
 * not be used.
 */
#ifndef MEDI_VISIT_GATE_ENTRY_H
#define MEDI_VISIT_GATE_ENTRY_H

#include "visit/gate.h"

/* ERR_DATA unless that person is a doctor with a licence for the project in that store on given->day. */
int gate_may_assess(struct db *db, struct arena *arena, const struct gate_rules *rules,
                    const struct gate_case *given, int64_t staff_id, struct err *err);

/* The form in force for a project on a day: `given` (NULL: whichever it is) must be it. ERR_DATA. */
int gate_form_for(struct db *db, struct arena *arena, int64_t project_id, int64_t day,
                  const char *given, const char **form, struct err *err);

/* ERR_DATA if the lot may not be used on that day. */
int gate_lot_usable(struct db *db, struct arena *arena, int64_t store_id, const char *item,
                    const char *lot, int64_t day, struct err *err);

/* ERR_DATA unless it is there and still open: an examination without a result, a signature that was
 * not withdrawn and not given after `at`, a check that was not confirmed and not made after `at`. */
int gate_exam_open(struct db *db, int64_t store_id, const char *code, struct err *err);
int gate_signature_open(struct db *db, int64_t store_id, const char *code, int64_t at,
                        struct err *err);
int gate_check_open(struct db *db, int64_t store_id, const char *code, int64_t at, struct err *err);

#endif
