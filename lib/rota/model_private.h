/* The steps of rota_model_make, each in a file of its own. Inside lib/rota only. */
#ifndef MEDI_ROTA_MODEL_PRIVATE_H
#define MEDI_ROTA_MODEL_PRIVATE_H

#include "rota/model.h"

/* When a store is open on a day, as minutes of it: false, it is not. */
bool model_open(const struct rota_store *store, int64_t day, int *from, int *to);

/* The parts of one role. */
int model_make_role(struct rota_model *model, const struct rota_role *role, struct err *err);

/* Somebody who is not there yet, with the rules of the role; and what stores and hours allow on a day
 * of the problem to who has these skills. */
void model_newcomer(const struct rota_model *model, const struct rota_part *part,
                    struct roster_person *person);
uint64_t model_open_choices(const struct rota_model *model, const struct rota_part *part, int day,
                            unsigned skills);

/* Shifts in stores, and their skills: into part->choices and problem.shifts. ERR_DATA: too many. */
int model_choices(struct rota_model *model, struct rota_part *part, struct err *err);

/* Heads wanted: into part->wants and problem.demand. */
void model_demands(struct rota_model *model, struct rota_part *part);

/* What each person must keep, may and wishes: limits, allowed, cost. */
void model_people(struct rota_model *model, struct rota_part *part);

/* Of a person by number: what each day may hold, and what it costs. */
void model_allowed(struct rota_model *model, struct rota_part *part, int number);
/* `musts`: only bookings and people wanted by name have a price. */
void model_costs(const struct rota_model *model, struct rota_part *part, int number, bool musts);

/* Says so where a person's licence ends, or is not there. */
void model_note_licence(struct rota_model *model, const struct rota_part *part,
                        const struct rota_worker *worker);

/* The value of a rule for a person, RULE_NONE for no limit (or relaxed). */
int model_rule(const struct rota_model *model, const struct rota_part *part,
               const struct rota_worker *worker, enum rota_rule rule);

/* Skills of a person on a day as bits of the part's list. */
unsigned model_skills(const struct rota_model *model, const struct rota_part *part,
                      const struct rota_worker *worker, int64_t day);

/* Whether a cell says that choice. */
bool model_is_cell(const struct rota_cell *cell, const struct rota_choice *choice, int64_t day);

/* Whether something is left out of the judgement of a person. */
static inline bool
model_without(const struct rota_model *model, const struct rota_worker *worker,
              enum rota_reason reason)
{
    return model->relax.reasons & 1u << reason &&
           (!model->relax.staff_id || model->relax.staff_id == worker->person->id);
}

#endif
