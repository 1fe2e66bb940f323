/*
 * after: what comes after a treatment: care, the judgement of its effect, and what went wrong.
 * These are the questions that their verbs ask; the records are put by cli_put.
 */
#ifndef MEDI_VISIT_AFTER_H
#define MEDI_VISIT_AFTER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "db/db.h"
#include "visit/after_adverse.h"

struct after_treatment {
    int64_t day, started_at;
    const char *code, *client, *project, *kind;
    unsigned used; /* of enum adverse_of: what it used, ADVERSE_ALL where that is not known */
};

/* ERR_DATA: the store has no such treatment, or it was not begun or entered in error. */
int after_find(struct db *db, struct arena *arena, int64_t store_id, const char *code,
               struct after_treatment *treatment, struct err *err);

/* ---- evaluation -------------------------------------------------------------------------------------- */

/*
 * Short term is from one month after the day of the treatment to three, long term what comes later.
 * NULL: earlier than a month it is too early to tell, and `first` is the day from which it is not.
 */
const char *after_term(int64_t treated_on, int64_t day, int64_t *first);

struct after_judgement {
    const char *rater, *staff, *cause, *remedy;
    int64_t score;
    bool below; /* by 1 or 2 of 5 it is anyway; set then */
};

/* ERR_DATA unless score, rater, cause and remedy belong together: everything that is missing is named. */
int after_judge(struct arena *arena, struct after_judgement *judgement, struct err *err);

/* ---- adverse events ----------------------------------------------------------------------------------- */

struct after_adverse {
    const char *code, *client, *kind, *state;
    int64_t grade, found_at, day;
    int64_t report_by; /* INT64_MIN: no report is due */
    bool confirmed, reported;
    unsigned used;
};

/* ERR_DATA: the store has none of that code, or it was entered in error or is closed. */
int after_adverse_open(struct db *db, struct arena *arena, int64_t store_id, const char *code,
                       struct after_adverse *adverse, struct err *err);

/* The last day for its report, by the rule that it comes under; NULL: none is due, `report_by` is
 * left alone. */
const struct adverse_rule *after_report_by(const struct adverse_pack *pack,
                                           const struct adverse_kind *kind, int64_t grade,
                                           unsigned used, int64_t found_on, int64_t *report_by);

/* ERR_DATA unless that is a doctor who works here. */
int after_doctor(struct db *db, const char *code, struct err *err);

/* How far the report is: late and soon (within `days`) are findings. */
enum after_due { AFTER_NOT_DUE, AFTER_SOON, AFTER_LATE };
enum after_due after_due(int64_t report_by, int64_t today, int64_t days);

#endif
