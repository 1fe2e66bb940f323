/* What a day of a person may hold, and what that costs. */
#include <string.h>

#include "rota/model_private.h"

/* ---- what a day may hold --------------------------------------------------------------------- */

/* In one of the part's stores. */
static bool
is_licensed_somewhere(const struct rota_part *part, const struct rota_person *person, int64_t day)
{
    for (int s = 0; s < part->store_count; s++)
        if (rota_is_licensed(&person->licences, part->role->licence, day, part->stores[s]->id))
            return true;
    return false;
}

void
model_note_licence(struct rota_model *model, const struct rota_part *part,
                   const struct rota_worker *worker)
{
    int64_t first = INT64_MIN;
    int days = 0;
    for (int64_t day = part->first; day < model->facts->to_on; day++) {
        if (day < worker->post->from || day >= worker->post->to ||
            is_licensed_somewhere(part, worker->person, day) ||
            rota_day_off(model->facts, worker->person, day))
            continue;
        first = days++ ? first : day;
    }
    if (days)
        rota_note(model, worker->person->code, first,
                  _("has no valid licence then, on %d days: not planned on them"), days);
}

static bool
is_station(const struct rota_worker *worker, int64_t day, int64_t store_id)
{
    if (worker->post->store_id == 0 || worker->post->store_id == store_id)
        return true;
    for (int i = 0; i < worker->person->stations.count; i++) {
        const struct rota_spell *station = &worker->person->stations.items[i];
        if (station->store_id == store_id && station->from <= day && day < station->to)
            return true;
    }
    return false;
}

static bool
is_elsewhere(const struct rota_facts *facts, const struct rota_person *person, int64_t day)
{
    for (int i = 0; i < person->worked.count; i++)
        if (person->worked.items[i].day == day &&
            !rota_store(facts, person->worked.items[i].store_id))
            return true;
    return false;
}

/* Shifts that are not planned here, of days before and of other stores, are as far away as rest and way
 * ask. */
static bool
is_too_near(const struct rota_model *model, const struct rota_part *part,
            const struct rota_worker *worker, int64_t day, const struct rota_choice *choice)
{
    const struct zone *zone = choice->store->hours.zone;
    int hours = model_rule(model, part, worker, RULE_REST_HOURS);
    if (hours == RULE_NONE)
        return false;
    for (int i = 0; i < worker->person->worked.count; i++) {
        const struct rota_spell *other = &worker->person->worked.items[i];
        if (other->day < day - 2 || other->day > day + 2 ||
            (other->day >= part->first && rota_store(model->facts, other->store_id)))
            continue;
        int64_t rest = hours * 3600L;
        if (other->store_id != choice->store->id)
            rest += 60L * rota_travel(model->facts, other->store_id, choice->store->id);
        if (zone_moment(zone, day, choice->from * 60) < other->to + rest &&
            zone_moment(zone, day, choice->to * 60) > other->from - rest)
            return true;
    }
    return false;
}

static bool
is_on_leave(const struct rota_person *person, int64_t day, const struct rota_choice *choice)
{
    for (int i = 0; i < person->leaves.count; i++)
        if (rota_touches(choice->store, day, choice->from, choice->to, &person->leaves.items[i]))
            return true;
    return false;
}

unsigned
rota_against(const struct rota_model *model, const struct rota_part *part,
             const struct rota_worker *worker, int64_t day, const struct rota_choice *choice)
{
    const struct rota_person *person = worker->person;
    const char *mine = person->shifts;
    unsigned against = 0;
    if (day < worker->post->from || day >= worker->post->to)
        against |= 1u << ROTA_NOT_HERE;
    if (is_on_leave(person, day, choice))
        against |= 1u << ROTA_LEAVE;
    if (!rota_is_licensed(&person->licences, part->role->licence, day, choice->store->id))
        against |= 1u << ROTA_LICENCE;
    if (choice->shift &&
        (!rota_lists(part->role->shifts, choice->shift) || !rota_lists(mine, choice->shift)))
        against |= 1u << ROTA_SHIFT;
    if (!is_station(worker, day, choice->store->id))
        against |= 1u << ROTA_STATION;
    if (is_elsewhere(model->facts, person, day))
        against |= 1u << ROTA_ELSEWHERE;
    return against;
}

static bool
is_open_for(const struct rota_model *model, const struct rota_choice *choice, int64_t day)
{
    int from, to, slack = model->facts->rules->slack;
    return model_open(choice->store, day, &from, &to) && choice->from >= from - slack &&
           choice->to <= to + slack;
}

bool
model_is_cell(const struct rota_cell *cell, const struct rota_choice *choice, int64_t day)
{
    if (strcmp(cell->what, "work") != 0 || cell->at_id != choice->store->id)
        return false;
    if (cell->shift && choice->shift)
        return strcmp(cell->shift, choice->shift) == 0;
    return zone_moment(choice->store->hours.zone, day, choice->from * 60) == cell->starts_at &&
           zone_moment(choice->store->hours.zone, day, choice->to * 60) == cell->ends_at;
}

/* A locked day holds what it holds, unless something stands against that. */
static uint64_t
locked_choices(struct rota_model *model, const struct rota_part *part,
               const struct rota_worker *worker, int64_t day, const struct rota_cell *cell,
               unsigned skills)
{
    uint64_t off = (uint64_t)1 << part->problem.shifts;
    if (strcmp(cell->what, "work") != 0)
        return off;
    for (int i = 0; i < part->problem.shifts; i++) {
        const struct rota_choice *choice = &part->choices[i];
        if (choice->skills != skills || !model_is_cell(cell, choice, day))
            continue;
        unsigned against = rota_against(model, part, worker, day, choice) & ~model->relax.reasons &
                           ~(1u << ROTA_SHIFT | 1u << ROTA_STATION);
        if (!against)
            return (uint64_t)1 << i;
        rota_note(model, worker->person->code, day,
                  against & 1u << ROTA_LEAVE ? _("is locked to work and on leave: planned off")
                  : against & 1u << ROTA_LICENCE
                      ? _("is locked to work without a valid licence: planned off")
                      : _("is locked to work and not there: planned off"));
        return off;
    }
    rota_note(model, worker->person->code, day,
              _("is locked to a shift of another store or role: planned off"));
    return off;
}

uint64_t
model_open_choices(const struct rota_model *model, const struct rota_part *part, int day,
                   unsigned skills)
{
    uint64_t open = (uint64_t)1 << part->problem.shifts;
    for (int i = 0; i < part->problem.shifts; i++) {
        const struct rota_choice *choice = &part->choices[i];
        if ((choice->skills & skills) == choice->skills &&
            is_open_for(model, choice, part->first + day) &&
            (!choice->shift || rota_lists(part->role->shifts, choice->shift)))
            open |= (uint64_t)1 << i;
    }
    return open;
}

void
model_allowed(struct rota_model *model, struct rota_part *part, int number)
{
    const struct rota_worker *worker = &part->workers[number];
    unsigned without = !model->relax.staff_id || model->relax.staff_id == worker->person->id
                           ? model->relax.reasons
                           : 0;
    for (int d = 0; d < part->problem.days; d++) {
        int64_t day = part->first + d;
        const struct rota_cell *cell = rota_cell(model, worker->person->id, day);
        unsigned skills = model_skills(model, part, worker, day);
        uint64_t allowed = (uint64_t)1 << part->problem.shifts;
        for (int i = 0; i < part->problem.shifts; i++) {
            const struct rota_choice *choice = &part->choices[i];
            if (choice->skills == skills && is_open_for(model, choice, day) &&
                !is_too_near(model, part, worker, day, choice) &&
                !(rota_against(model, part, worker, day, choice) & ~without))
                allowed |= (uint64_t)1 << i;
        }
        if (cell && cell->locked && !(without & 1u << ROTA_LOCKED) && worker->post->from <= day &&
            day < worker->post->to)
            allowed = locked_choices(model, part, worker, day, cell, skills);
        *roster_allowed(&part->problem, number, d) = allowed;
    }
}

/* ---- what a day costs ------------------------------------------------------------------------ */

static int64_t
wish_cost(const struct rota_model *model, const struct rota_worker *worker, int64_t day,
          const struct rota_choice *choice)
{
    const struct rota_spell *wish = rota_spell(&worker->person->wishes, day, NULL);
    if (!wish)
        return 0;
    bool granted = strcmp(wish->word, "off") == 0 ? !choice
                   : strcmp(wish->word, "work") == 0
                       ? choice != NULL
                       : choice && choice->shift && strcmp(choice->shift, wish->word) == 0;
    return granted ? 0 : (int64_t)model->facts->rules->weight[WEIGHT_WISH] * wish->weight;
}

static bool
holds(const struct rota_choice *choice, int64_t day, const struct rota_spell *booked)
{
    const struct zone *zone = choice->store->hours.zone;
    return choice->store->id == booked->store_id &&
           zone_moment(zone, day, choice->from * 60) <= booked->from &&
           zone_moment(zone, day, choice->to * 60) >= booked->to;
}

static int64_t
booked_cost(const struct rota_model *model, const struct rota_worker *worker, int64_t day,
            const struct rota_choice *choice)
{
    const struct zone *zone = model->facts->stores[0].hours.zone;
    int64_t from = zone_moment(zone, day, 0), to = zone_moment(zone, day + 1, 0), missed = 0;
    for (int i = 0; i < worker->person->booked.count; i++) {
        const struct rota_spell *booked = &worker->person->booked.items[i];
        if (booked->from >= from && booked->from < to && rota_store(model->facts, booked->store_id))
            missed += !choice || !holds(choice, day, booked);
    }
    return missed * model->facts->rules->weight[WEIGHT_BOOKING];
}

static int64_t
named_cost(const struct rota_model *model, const struct rota_part *part,
           const struct rota_worker *worker, int64_t day, const struct rota_choice *choice)
{
    int64_t missed = 0;
    for (int i = 0; i < model->facts->head_count; i++) {
        const struct rota_head *head = &model->facts->heads[i];
        if (head->staff_id != worker->person->id || head->day != day || head->heads == 0 ||
            strcmp(head->role, part->role->name) != 0)
            continue;
        missed += !choice || choice->store->id != head->store_id || choice->from > head->from ||
                  choice->to < head->to;
    }
    return missed * model->facts->rules->weight[WEIGHT_NAMED];
}

void
model_costs(const struct rota_model *model, struct rota_part *part, int number, bool musts)
{
    const struct rota_worker *worker = &part->workers[number];
    const int *weight = model->facts->rules->weight;
    for (int d = 0; d < part->problem.days; d++) {
        int64_t day = part->first + d;
        int *costs = roster_cost(&part->problem, number, d);
        for (int i = 0; i <= part->problem.shifts; i++) {
            const struct rota_choice *choice = i < part->problem.shifts ? &part->choices[i] : NULL;
            int64_t cost = booked_cost(model, worker, day, choice) +
                           named_cost(model, part, worker, day, choice);
            if (!musts)
                cost += wish_cost(model, worker, day, choice);
            if (!musts && choice && worker->post->store_id &&
                choice->store->id != worker->post->store_id)
                cost += weight[WEIGHT_AWAY];
            if (!musts && choice && choice->late)
                cost += (int64_t)weight[WEIGHT_LATE] * (2 * worker->past_late + 1);
            costs[i] = cost < ROSTER_WEIGHT ? (int)cost : ROSTER_WEIGHT;
        }
    }
}

/* ---- a roster as choices ----------------------------------------------------------------------- */

static int
choice_of_cell(const struct rota_part *part, const struct rota_cell *cell, int64_t day,
               unsigned skills)
{
    for (int i = 0; i < part->problem.shifts; i++)
        if (part->choices[i].skills == skills && model_is_cell(cell, &part->choices[i], day))
            return i;
    return part->problem.shifts;
}

roster_cell *
rota_choices_of(const struct rota_model *model, const struct rota_part *part,
                const struct rota_cell *cells, int count)
{
    const struct roster_problem *problem = &part->problem;
    struct rota_model there = *model;
    roster_cell *line = arena_array(
        model->arena, (size_t)problem->people * (size_t)problem->days + 1, sizeof *line);
    there.cells = cells;
    there.cell_count = count;
    for (int w = 0; w < problem->people; w++)
        for (int d = 0; d < problem->days; d++) {
            const struct rota_worker *worker = &part->workers[w];
            int64_t day = part->first + d;
            const struct rota_cell *cell = rota_cell(&there, worker->person->id, day);
            bool mine = cell && worker->post->from <= day && day < worker->post->to;
            line[(long)w * problem->days + d] =
                (roster_cell)(mine ? choice_of_cell(part, cell, day,
                                                    model_skills(model, part, worker, day))
                                   : problem->shifts);
        }
    return line;
}

/* Limits that only cost, contracts and weekends. */
static void
strip_person(struct roster_person *person)
{
    int hard = 0;
    for (int i = 0; i < person->limits; i++)
        if (person->limit[i].fine == 0)
            person->limit[hard++] = person->limit[i];
    person->limits = hard;
    person->weekend_cost = NULL;
    person->wanted_minutes = person->under_minute = person->over_minute = 0;
}

void
rota_strip(const struct rota_model *model, struct rota_part *part)
{
    struct roster_problem *problem = &part->problem;
    for (int w = 0; w < problem->people; w++) {
        strip_person(&problem->person[w]);
        model_costs(model, part, w, true);
    }
    for (int i = 0; i < problem->demands; i++)
        problem->demand[i].over = 0;
}

void
rota_strip_to_heads(struct rota_part *part)
{
    struct roster_problem *problem = &part->problem;
    size_t cells = (size_t)problem->people * (size_t)problem->days * (size_t)(problem->shifts + 1);
    memset(problem->cost, 0, cells * sizeof *problem->cost);
    for (int w = 0; w < problem->people; w++)
        strip_person(&problem->person[w]);
    for (int i = 0; i < problem->demands; i++) {
        problem->demand[i].under = part->wants[i].to - part->wants[i].from;
        problem->demand[i].over = 0;
    }
}
