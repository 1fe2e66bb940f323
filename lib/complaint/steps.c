#include "complaint/steps.h"

#include <string.h>

#include "base/str.h"

static const char *const names[STATES] = {
    "open",   "assigned",  "responded",   "investigated", "proposed",
    "agreed", "mediation", "compensated", "closed",
};

static const char *const manager[] = {"manager", NULL};
static const char *const experts[] = {"manager", "doctor", NULL};
static const char *const near_client[] = {"manager", "consultant", "front-desk", NULL};

#define IN(state) (1u << STATE_##state)
#define TO_SETTLE (IN(RESPONDED) | IN(INVESTIGATED) | IN(PROPOSED) | IN(MEDIATION))
#define RUNNING (IN(OPEN) | IN(ASSIGNED) | TO_SETTLE | IN(AGREED) | IN(COMPENSATED))

static const struct step_rule rules[STEPS] = {
    {"open", 0, STATE_OPEN, false, NULL, N_("a client and a category")},
    {"assign", RUNNING, STATES, true, manager,
     N_("a manager who works here and whom it is not about")},
    {"respond", IN(ASSIGNED), STATE_RESPONDED, false, manager,
     N_("the owner, with the client's consultant")},
    {"investigate", IN(RESPONDED) | IN(INVESTIGATED), STATE_INVESTIGATED, false, experts,
     N_("what was found")},
    {"propose", IN(INVESTIGATED) | IN(PROPOSED) | IN(MEDIATION), STATE_PROPOSED, false, manager,
     N_("what is offered")},
    {"agree", IN(PROPOSED) | IN(MEDIATION), STATE_AGREED, false, manager,
     N_("the amount last proposed, or what the mediation came to")},
    {"mediate", TO_SETTLE, STATE_MEDIATION, false, manager, N_("the third party")},
    {"compensate", IN(AGREED) | IN(COMPENSATED), STATE_COMPENSATED, false, manager,
     N_("no more than was agreed; above the limit a second person")},
    {"feedback", IN(PROPOSED) | IN(AGREED) | IN(COMPENSATED), STATES, false, near_client,
     N_("what the client says of it")},
    {"pause", RUNNING, STATES, false, manager, N_("a reason")},
    {"resume", RUNNING, STATES, true, manager, N_("a pause")},
    {"close", IN(PROPOSED) | IN(AGREED) | IN(COMPENSATED), STATE_CLOSED, false, manager,
     N_("what is improved; the client's feedback, or the reason why there is none")},
};

const struct step_rule *
step_rule(enum complaint_step step)
{
    return &rules[step];
}

const char *
state_name(enum complaint_state state)
{
    return names[state];
}

bool
state_parse(const char *name, enum complaint_state *state)
{
    for (int i = 0; i < STATES; i++) {
        if (strcmp(names[i], name) != 0)
            continue;
        *state = (enum complaint_state)i;
        return true;
    }
    return false;
}

bool
step_parse(const char *name, enum complaint_step *step)
{
    for (int i = 0; i < STEPS; i++) {
        if (strcmp(rules[i].name, name) != 0)
            continue;
        *step = (enum complaint_step)i;
        return true;
    }
    return false;
}

/* "assign, respond": what may be done in a state. */
static void
add_possible(struct str *out, enum complaint_state state, bool paused)
{
    for (int i = 0; i < STEPS; i++) {
        bool fits = rules[i].from & 1u << state && (!paused || rules[i].while_paused) &&
                    (paused || i != STEP_RESUME);
        if (fits)
            str_addf(out, "%s%s", out->length ? ", " : "", rules[i].name);
    }
}

static void
add_states(struct str *out, unsigned states)
{
    for (int i = 0; i < STATES; i++)
        if (states & 1u << i)
            str_addf(out, "%s%s", out->length ? ", " : "", names[i]);
}

int
step_allowed(enum complaint_step step, enum complaint_state state, bool paused,
             enum complaint_state *next, struct err *err)
{
    const struct step_rule *rule = &rules[step];
    bool fits = rule->from & 1u << state;
    *next = step == STEP_ASSIGN && state == STATE_OPEN ? STATE_ASSIGNED
            : rule->to == STATES                       ? state
                                                       : rule->to;
    if (fits && paused && !rule->while_paused)
        return err_set(err, ERR_DATA, _("%s: is paused; resume it first"), rule->name);
    if (fits && (step != STEP_RESUME || paused))
        return 0;
    if (state == STATE_CLOSED)
        return err_set(err, ERR_DATA, _("%s: is closed, and nothing follows; open another"),
                       rule->name);
    struct str possible = STR_INIT, only = STR_INIT;
    add_possible(&possible, state, paused);
    add_states(&only, rule->from);
    if (fits)
        err_set(err, ERR_DATA, _("%s: is not paused; possible now: %s"), rule->name, possible.text);
    else
        err_set(err, ERR_DATA, _("%s: is %s, and must be one of: %s; possible now: %s"), rule->name,
                names[state], only.text, possible.text);
    str_release(&only);
    str_release(&possible);
    return -1;
}

int
step_role(enum complaint_step step, const char *staff, const char *role, struct err *err)
{
    const char *const *roles = rules[step].roles;
    struct str words = STR_INIT;
    for (int i = 0; roles && roles[i]; i++) {
        if (strcmp(roles[i], role) == 0) {
            str_release(&words);
            return 0;
        }
        str_addf(&words, "%s%s", i ? ", " : "", roles[i]);
    }
    if (roles)
        err_set(err, ERR_DATA, _("%s: %s is %s, and it takes one of: %s"), rules[step].name, staff,
                role, words.text);
    str_release(&words);
    return roles ? -1 : 0;
}
