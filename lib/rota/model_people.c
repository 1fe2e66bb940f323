/* What each person of a part must keep, may and wishes. */
#include <string.h>

#include "rota/model_private.h"

enum { WHOLE_DAY = 1440, LATE_STEPS = 2 };

static bool
is_relaxed(const struct rota_model *model, const struct rota_worker *worker, enum rota_rule rule)
{
    return model->relax.rules & 1u << rule &&
           (!model->relax.staff_id || model->relax.staff_id == worker->person->id);
}

int
model_rule(const struct rota_model *model, const struct rota_part *part,
           const struct rota_worker *worker, enum rota_rule rule)
{
    if (is_relaxed(model, worker, rule))
        return RULE_NONE;
    int own = rule < RULE_PERSONAL ? worker->person->rule[rule] : RULE_NONE;
    return own != RULE_NONE ? own : part->role->rule[rule];
}

/* ---- the days before ------------------------------------------------------------------------- */

/* What a shift of the past is worth: as the pack's shift with these times, else as long as it was. */
static int
paid_minutes(const struct rota_facts *facts, const struct rota_spell *worked, bool *late)
{
    const struct rota_store *store = rota_store(facts, worked->store_id);
    const struct zone *zone = (store ? store : &facts->stores[0])->hours.zone;
    int length = (int)((worked->to - worked->from) / 60), latest = WHOLE_DAY + 1;
    struct civil from, to;
    zone_civil(zone, worked->from, &from);
    zone_civil(zone, worked->to, &to);
    int ends = to.hour * 60 + to.minute;
    for (int i = 0; i < facts->rules->shifts; i++)
        if (facts->rules->shift[i].late && facts->rules->shift[i].to < latest)
            latest = facts->rules->shift[i].to;
    *late = ends >= latest;
    for (int i = 0; i < facts->rules->shifts; i++) {
        const struct rota_shift *shift = &facts->rules->shift[i];
        if (shift->from == from.hour * 60 + from.minute && shift->to == ends)
            return rota_paid(shift);
    }
    return length < WHOLE_DAY ? length : WHOLE_DAY;
}

/* The choice that a shift of the past was, or -1. */
static int
choice_of(const struct rota_part *part, const struct rota_spell *worked)
{
    for (int i = 0; i < part->problem.shifts; i++) {
        const struct rota_choice *choice = &part->choices[i];
        const struct zone *zone = choice->store->hours.zone;
        if (choice->store->id == worked->store_id &&
            zone_moment(zone, worked->day, choice->from * 60) == worked->from &&
            zone_moment(zone, worked->day, choice->to * 60) == worked->to)
            return i;
    }
    return -1;
}

/* What was worked before day 0, and of the roster's own days that are over. */
struct past {
    int weekends, late;       /* in the days before the roster */
    int minutes;              /* of the roster, before day 0 */
    int over_ends, over_late; /* of the month in which the roster begins, before day 0 */
    int ours_ends;            /* of the roster, before day 0 */
    bool worked[ROTA_PAST_DAYS + ROTA_DAYS_MOST];
    struct roster_start start;
};

static void
count_past(const struct rota_facts *facts, const struct rota_part *part,
           const struct rota_worker *worker, struct past *past)
{
    int64_t begin = facts->from_on - ROTA_PAST_DAYS, week = day_week_start(part->first);
    int64_t month = day_month_start(facts->from_on);
    int64_t weekend = INT64_MIN;
    past->start.shift = -1;
    for (int i = 0; i < worker->person->worked.count; i++) {
        const struct rota_spell *worked = &worker->person->worked.items[i];
        bool late, ours = worked->day >= facts->from_on;
        if (worked->day < begin || worked->day >= part->first)
            continue;
        int minutes = paid_minutes(facts, worked, &late);
        past->worked[worked->day - begin] = true;
        past->late += late && !ours;
        past->over_late += late && worked->day >= month;
        past->minutes += ours ? minutes : 0;
        past->start.week_minutes += worked->day >= week ? minutes : 0;
        if (worked->day == part->first - 1)
            past->start.shift = choice_of(part, worked);
        if (day_weekday(worked->day) >= 6 && day_week_start(worked->day) != weekend) {
            weekend = day_week_start(worked->day);
            past->weekends += !ours;
            past->ours_ends += ours;
            past->over_ends += worked->day >= month;
        }
    }
    int eve = (int)(part->first - 1 - begin), days = 0;
    while (days <= eve && past->worked[eve - days] == past->worked[eve])
        days++;
    if (past->worked[eve])
        past->start.run = days;
    else if (days <= eve) /* who has not worked for so long has been off for long */
        past->start.off = days;
}

/* ---- limits ---------------------------------------------------------------------------------- */

/* Days of the problem on which the person is there and not away. */
static int
days_there(const struct rota_model *model, const struct rota_part *part,
           const struct rota_worker *worker)
{
    int days = 0;
    for (int64_t day = part->first; day < model->facts->to_on; day++)
        days += worker->post->from <= day && day < worker->post->to &&
                !rota_day_off(model->facts, worker->person, day);
    return days;
}

/* Hours of a month, of the roster's days, as minutes. */
static int
month_minutes(const struct rota_facts *facts, int hours)
{
    int64_t month = day_month_start(facts->from_on);
    int64_t days = facts->to_on - facts->from_on, all = day_add_months(month, 1) - month;
    return (int)(hours * 60 * days / all);
}

static void
set_hours(const struct rota_model *model, struct rota_part *part, struct rota_worker *worker,
          const struct past *past, struct roster_person *person)
{
    const struct rota_facts *facts = model->facts;
    int least = model_rule(model, part, worker, RULE_MONTH_HOURS_MIN);
    int most = model_rule(model, part, worker, RULE_MONTH_HOURS_MAX);
    int wanted = model_rule(model, part, worker, RULE_MONTH_HOURS);
    int week = model_rule(model, part, worker, RULE_WEEK_HOURS_MAX);
    int days = part->problem.days, there = days_there(model, part, worker);
    int all = (int)(facts->to_on - facts->from_on);
    person->max_minutes = days * WHOLE_DAY;
    if (most != RULE_NONE)
        person->max_minutes = month_minutes(facts, most) - past->minutes;
    person->max_minutes = person->max_minutes < 0 ? 0 : person->max_minutes;
    if (least != RULE_NONE)
        person->min_minutes = month_minutes(facts, least) * there / all -
                              past->minutes * there / (days > 0 ? days : 1);
    person->min_minutes = person->min_minutes < 0 ? 0 : person->min_minutes;
    person->week_minutes = week == RULE_NONE ? 0 : week * 60;
    if (wanted == RULE_NONE)
        return;
    person->wanted_minutes =
        month_minutes(facts, wanted) * (there + all - days) / all - past->minutes;
    person->wanted_minutes = person->wanted_minutes < 0 ? 0 : person->wanted_minutes;
    person->under_minute = facts->rules->weight[WEIGHT_HOURS_UNDER];
    person->over_minute = facts->rules->weight[WEIGHT_HOURS_OVER];
}

static void
set_runs(const struct rota_model *model, const struct rota_part *part,
         const struct rota_worker *worker, struct roster_person *person)
{
    int longest = model_rule(model, part, worker, RULE_RUN_DAYS_MAX);
    int shortest = model_rule(model, part, worker, RULE_RUN_DAYS_MIN);
    int off = model_rule(model, part, worker, RULE_OFF_DAYS_MIN);
    person->min_run = shortest == RULE_NONE ? 1 : shortest;
    if (longest == RULE_NONE && person->start.run > person->min_run)
        person->start.run = person->min_run; /* long enough is all that matters */
    person->max_run = longest == RULE_NONE ? part->problem.days + person->start.run : longest;
    person->min_off = off == RULE_NONE ? 1 : off;
}

/* (p + n)² - p², n from 0 to the most. */
static const int *
weekend_cost(const struct rota_model *model, int past, int most)
{
    int *cost = arena_array(model->arena, (size_t)most + 1, sizeof *cost);
    int weight = model->facts->rules->weight[WEIGHT_WEEKEND];
    for (int n = 0; n <= most; n++)
        cost[n] = weight * (2 * past + n) * n;
    return cost;
}

static int
weekends_of(const struct roster_problem *problem)
{
    int weekends = 0;
    for (int day = 0; day < problem->days; day++)
        weekends +=
            roster_is_weekend(problem, day) && (day == 0 || !roster_is_sunday(problem, day));
    return weekends;
}

static void
set_weekends(const struct rota_model *model, const struct rota_part *part,
             const struct rota_worker *worker, const struct past *past,
             struct roster_person *person)
{
    int most = model_rule(model, part, worker, RULE_WEEKENDS_MAX),
        all = weekends_of(&part->problem);
    int left = most == RULE_NONE ? all : most - past->over_ends;
    person->max_weekends = left < 0 ? 0 : left < all ? left : all;
    person->weekend_cost =
        weekend_cost(model, worker->past_weekends + past->ours_ends, person->max_weekends);
}

static uint64_t
late_choices(const struct rota_part *part)
{
    uint64_t late = 0;
    for (int i = 0; i < part->problem.shifts; i++)
        late |= (uint64_t)part->choices[i].late << i;
    return late;
}

/* Late shifts that each would have if those that are wanted were shared out evenly. */
static int
late_share(const struct rota_part *part, uint64_t late)
{
    int64_t heads = 0;
    for (int i = 0; i < part->problem.demands; i++) {
        const struct roster_demand *demand = &part->problem.demand[i];
        if (demand->shifts && !(demand->shifts & ~late))
            heads += demand->need;
    }
    return part->problem.people ? (int)(heads / part->problem.people) + 1 : 0;
}

static void
set_late(const struct rota_model *model, const struct rota_part *part,
         const struct rota_worker *worker, const struct past *past, struct roster_person *person)
{
    uint64_t late = late_choices(part);
    int most = model_rule(model, part, worker, RULE_LATE_MAX), share = late_share(part, late);
    int weight = model->facts->rules->weight[WEIGHT_LATE];
    if (!late)
        return;
    if (most != RULE_NONE)
        person->limit[person->limits++] = (struct roster_limit){
            .shifts = late, .most = most > past->over_late ? most - past->over_late : 0};
    for (int i = 0; i < LATE_STEPS && weight > 0; i++)
        if (share + 2 * i < part->problem.days)
            person->limit[person->limits++] =
                (struct roster_limit){.shifts = late, .most = share + 2 * i, .fine = weight * 4};
}

/* ---- all of them ----------------------------------------------------------------------------- */

/* Fairness looks at what one had more than others of the role. */
static void
set_past(const struct rota_facts *facts, struct rota_part *part, struct past *pasts)
{
    int weekends = INT32_MAX, late = INT32_MAX;
    for (int w = 0; w < part->problem.people; w++) {
        count_past(facts, part, &part->workers[w], &pasts[w]);
        weekends = pasts[w].weekends < weekends ? pasts[w].weekends : weekends;
        late = pasts[w].late < late ? pasts[w].late : late;
    }
    for (int w = 0; w < part->problem.people; w++) {
        part->workers[w].past_weekends = pasts[w].weekends - weekends;
        part->workers[w].past_late = pasts[w].late - late;
    }
}

static void
note_wishes(struct rota_model *model, const struct rota_worker *worker)
{
    for (int i = 0; i < worker->person->wishes.count; i++) {
        const struct rota_spell *wish = &worker->person->wishes.items[i];
        if (strcmp(wish->word, "off") != 0 && strcmp(wish->word, "work") != 0 &&
            rota_shift(model->facts->rules, wish->word) < 0 && worker->post->from <= wish->from &&
            wish->from < worker->post->to)
            rota_note(model, worker->person->code, wish->from,
                      _("wishes for %s, which is no shift of rosters.yaml"), wish->word);
    }
}

void
model_people(struct rota_model *model, struct rota_part *part)
{
    struct past *pasts = arena_array(model->arena, (size_t)part->problem.people + 1, sizeof *pasts);
    set_past(model->facts, part, pasts);
    for (int w = 0; w < part->problem.people; w++) {
        struct rota_worker *worker = &part->workers[w];
        struct roster_person *person = &part->problem.person[w];
        *person = (struct roster_person){.code = worker->person->code, .start = pasts[w].start};
        note_wishes(model, worker);
        set_hours(model, part, worker, &pasts[w], person);
        set_runs(model, part, worker, person);
        set_weekends(model, part, worker, &pasts[w], person);
        set_late(model, part, worker, &pasts[w], person);
        model_note_licence(model, part, worker);
        model_allowed(model, part, w);
        model_costs(model, part, w, false);
    }
}

void
model_newcomer(const struct rota_model *model, const struct rota_part *part,
               struct roster_person *person)
{
    static const struct rota_person nobody = {.code = "+"};
    static const struct rota_spell always = {.from = INT64_MIN, .to = INT64_MAX};
    struct rota_person *someone = arena_array(model->arena, 1, sizeof *someone);
    struct rota_part fresh = *part;
    struct past past = {.weekends = 0};
    *someone = nobody;
    for (int i = 0; i < RULE_PERSONAL; i++)
        someone->rule[i] = RULE_NONE;
    struct rota_worker worker = {.person = someone, .post = &always};
    *person = (struct roster_person){.code = someone->code};
    set_hours(model, &fresh, &worker, &past, person);
    set_runs(model, &fresh, &worker, person);
    set_weekends(model, &fresh, &worker, &past, person);
    set_late(model, &fresh, &worker, &past, person);
}
