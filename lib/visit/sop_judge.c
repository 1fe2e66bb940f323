/* An action of a visit, judged by the visit's facts. */
#include "visit/sop.h"

#include <stddef.h>

const char *
sop_state_name(enum sop_state state)
{
    static const char *const names[] = {"none", "done", "late", "missing", "open"};
    return names[state];
}

/* The first fact of that kind at a moment or later; facts stand in the order of time. */
static const struct sop_seen *
first(const struct sop_visit *visit, int fact, int64_t from)
{
    for (int i = 0; i < visit->count; i++)
        if (visit->facts[i].fact == fact && visit->facts[i].at >= from)
            return &visit->facts[i];
    return NULL;
}

static bool
is_due(const struct sop_action *action, const struct sop_visit *visit)
{
    for (int i = 0; i < action->when_count; i++)
        if (!first(visit, action->when[i], INT64_MIN))
            return false;
    for (const struct sop_exception *e = action->exceptions; e; e = e->next)
        if (e->drop && first(visit, e->project, INT64_MIN))
            return false;
    return true;
}

/* Of several projects' own limits the shortest. */
static int64_t
own_within(const struct sop_action *action, const struct sop_visit *visit)
{
    int64_t within = SOP_NO_LIMIT;
    for (const struct sop_exception *e = action->exceptions; e; e = e->next)
        if (!e->drop && first(visit, e->project, INT64_MIN) &&
            (within == SOP_NO_LIMIT || e->within < within))
            within = e->within;
    return within == SOP_NO_LIMIT ? action->within : within;
}

static void
find_limit(const struct sop_action *action, const struct sop_visit *visit, int64_t after,
           struct sop_judged *judged)
{
    int64_t within = own_within(action, visit);
    const struct sop_seen *before =
        action->before == SOP_NO_FACT ? NULL : first(visit, action->before, INT64_MIN);
    if (within != SOP_NO_LIMIT) {
        judged->has_limit = true;
        judged->limit = after + within;
    }
    if (before && (!judged->has_limit || before->at < judged->limit)) {
        judged->has_limit = true;
        judged->limit = before->at;
    }
}

void
sop_judge(const struct sop_action *action, const struct sop_visit *visit, int64_t now,
          struct sop_judged *judged)
{
    const struct sop_seen *after = first(visit, action->after, INT64_MIN);
    *judged = (struct sop_judged){.staff = visit->people[action->role]};
    if (!after || !is_due(action, visit))
        return;
    find_limit(action, visit, after->at, judged);
    const struct sop_seen *seen =
        first(visit, action->evidence, action->from ? after->at + action->from : INT64_MIN);
    if (seen) {
        judged->state = judged->has_limit && seen->at > judged->limit ? SOP_LATE : SOP_DONE;
        judged->at = seen->at;
        if (seen->staff)
            judged->staff = seen->staff;
    } else if (judged->has_limit ? now > judged->limit : visit->over) {
        judged->state = SOP_MISSING;
    } else {
        judged->state = SOP_OPEN;
    }
}
