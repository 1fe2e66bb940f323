/*
 * steps: the way of a complaint from opening to closing. What may follow what, and who may do it, is one table
 * (steps.c), which `medi-complaint steps` prints.
 *
 *     open → assigned → responded → investigated → proposed → agreed → compensated → closed
 *                            └────────────┴──→ mediation ─┴──↗
 */
#ifndef MEDI_COMPLAINT_STEPS_H
#define MEDI_COMPLAINT_STEPS_H

#include <stdbool.h>

#include "base/err.h"

enum complaint_state {
    STATE_OPEN,
    STATE_ASSIGNED,
    STATE_RESPONDED,
    STATE_INVESTIGATED,
    STATE_PROPOSED,
    STATE_AGREED,
    STATE_MEDIATION,
    STATE_COMPENSATED,
    STATE_CLOSED,
    STATES
};

enum complaint_step {
    STEP_OPEN,
    STEP_ASSIGN,
    STEP_RESPOND,
    STEP_INVESTIGATE,
    STEP_PROPOSE,
    STEP_AGREE,
    STEP_MEDIATE,
    STEP_COMPENSATE,
    STEP_FEEDBACK,
    STEP_PAUSE,
    STEP_RESUME,
    STEP_CLOSE,
    STEPS
};

struct step_rule {
    const char *name;         /* as in complaint_step.kind */
    unsigned from;            /* states in which it may be done, 1 << state */
    enum complaint_state to;  /* the state behind it; STATES: as before */
    bool while_paused;        /* also while the clock stands still */
    const char *const *roles; /* of staff, who may do it, NULL-terminated; NULL: whoever */
    const char *needs;        /* what else it needs, N_("…") */
};

const struct step_rule *step_rule(enum complaint_step step);
const char *state_name(enum complaint_state state);

/* By name: false if there is none such. */
bool state_parse(const char *name, enum complaint_state *state);
bool step_parse(const char *name, enum complaint_step *step);

/* Whether the step may be done: 0 and the state behind it, or ERR_DATA saying why not and what may be done. */
int step_allowed(enum complaint_step step, enum complaint_state state, bool paused,
                 enum complaint_state *next, struct err *err);

/* Whether someone of that role may do it; ERR_DATA. */
int step_role(enum complaint_step step, const char *staff, const char *role, struct err *err);

#endif
