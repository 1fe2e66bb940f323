/* An action of a visit, judged by what was seen of it. */
#include "visit/sop.h"

const char *
sop_state_name(enum sop_state state)
{
    static const char *const names[] = {"not-applicable", "done", "not-due", "late", "missing"};
    return names[state];
}

/* ---- what is seen -------------------------------------------------------------------------- */

/* A visit and one of its treatments, or NULL: all of them. */
struct case_ {
    const struct sop *sop;
    const struct sop_visit *visit;
    const struct sop_treatment *treatment;
    int64_t as_of;
};

static bool
is_there(const struct sop_seen *seen, const struct sop_fact *fact, int64_t as_of)
{
    return seen->there && (!fact->timed || seen->at <= as_of);
}

/* A fact of the case; of several treatments the first moment, or with `last` the last. */
static struct sop_seen
look(const struct case_ *given, const struct sop_fact *fact, bool last)
{
    struct sop_seen found = {0};
    if (!fact->of_treatment)
        found = given->visit->seen[fact->slot];
    else if (given->treatment)
        found = given->treatment->seen[fact->slot];
    if (!fact->of_treatment || given->treatment) {
        found.there = is_there(&found, fact, given->as_of);
        return found;
    }
    for (const struct sop_treatment *t = given->visit->treatments; t; t = t->next) {
        const struct sop_seen *seen = &t->seen[fact->slot];
        if (is_there(seen, fact, given->as_of) &&
            (!found.there || (last ? seen->at > found.at : seen->at < found.at)))
            found = *seen;
    }
    return found;
}

static struct sop_seen
look_for_evidence(const struct case_ *given, const struct sop_action *action)
{
    if (action->evidence)
        return look(given, action->evidence, false);
    struct sop_seen done = given->visit->done[action->done_slot];
    done.there = done.there && done.at <= given->as_of;
    return done;
}

/* ---- whether and by when ------------------------------------------------------------------- */

static bool
applies(const struct case_ *given, const struct sop_rule *rule)
{
    unsigned kind = given->treatment ? given->treatment->kind : given->visit->kind;
    int64_t grade = given->treatment ? given->treatment->grade : given->visit->grade;
    if (!rule->on || (rule->kinds && !(rule->kinds & kind)) || grade < rule->grade)
        return false;
    for (int i = 0; i < rule->when_count; i++)
        if (!look(given, rule->when[i], false).there)
            return false;
    return true;
}

/* The moment by which it must be there: false if the fact that it hangs on has not happened. */
static bool
limit_of(const struct case_ *given, const struct sop_limit *limit, int64_t *moment)
{
    struct sop_seen of = look(given, limit->of, !limit->before);
    *moment = of.at + limit->seconds;
    return of.there;
}

static bool
is_over(const struct case_ *given)
{
    const struct sop_visit *visit = given->visit;
    int64_t a_day = visit->arrived_at + 86400;
    return given->as_of >= (visit->left_at < a_day ? visit->left_at : a_day);
}

static int64_t
answers_for(const struct case_ *given, enum sop_role role, int64_t did)
{
    const struct sop_visit *visit = given->visit;
    const struct sop_treatment *t = given->treatment ? given->treatment : visit->treatments;
    int64_t person = 0;
    if (role == SOP_DOCTOR)
        person = t && t->doctor ? t->doctor : visit->doctor;
    else if (role == SOP_NURSE)
        person = t && t->nurse ? t->nurse : visit->nurse;
    else if (role == SOP_CONSULTANT)
        person = visit->consultant;
    return person ? person : did;
}

/* What hangs on something that did not happen in the visit is nobody's duty. */
static enum sop_state
state_of(const struct case_ *given, const struct sop_rule *rule, const struct sop_seen *seen,
         const struct sop_verdict *verdict)
{
    if (!rule->limit.of)
        return seen->there ? SOP_DONE : is_over(given) ? SOP_MISSING : SOP_OPEN;
    if (!verdict->has_limit)
        return is_over(given) ? SOP_NONE : seen->there ? SOP_DONE : SOP_OPEN;
    if (seen->there)
        return seen->at > verdict->limit ? SOP_LATE : SOP_DONE;
    return given->as_of > verdict->limit ? SOP_MISSING : SOP_OPEN;
}

static void
judge_case(const struct case_ *given, const struct sop_action *action, struct sop_verdict *verdict)
{
    uint64_t overrides = given->treatment ? given->treatment->overrides : given->visit->overrides;
    const struct sop_rule rule = sop_rule_of(given->sop, action, overrides);
    *verdict = (struct sop_verdict){.state = SOP_NONE, .treatment = given->treatment};
    if (!applies(given, &rule))
        return;
    struct sop_seen seen = look_for_evidence(given, action);
    bool timed = !action->evidence || action->evidence->timed;
    verdict->has_at = seen.there && timed;
    verdict->at = seen.at;
    verdict->did = seen.there ? seen.staff : 0;
    verdict->answers = answers_for(given, action->role, verdict->did);
    verdict->has_limit = rule.limit.of && limit_of(given, &rule.limit, &verdict->limit);
    verdict->state = state_of(given, &rule, &seen, verdict);
}

void
sop_judge(const struct sop *sop, const struct sop_visit *visit, const struct sop_action *action,
          int64_t as_of, struct sop_verdict *verdict)
{
    struct case_ given = {sop, visit, NULL, as_of};
    if (!action->evidence || !action->evidence->of_treatment) {
        judge_case(&given, action, verdict);
        return;
    }
    *verdict = (struct sop_verdict){.state = SOP_NONE};
    for (given.treatment = visit->treatments; given.treatment;
         given.treatment = given.treatment->next) {
        struct sop_verdict one;
        judge_case(&given, action, &one);
        if (one.state > verdict->state)
            *verdict = one;
    }
}
