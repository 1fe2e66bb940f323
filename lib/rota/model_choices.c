/* The choices of a part: shifts in stores, for each set of skills. */
#include <string.h>

#include "rota/model_private.h"

static int
minute_of(const struct rota_store *store, int64_t day, int64_t moment)
{
    struct civil civil;
    int64_t then = zone_day(store->hours.zone, moment);
    zone_civil(store->hours.zone, moment, &civil);
    return (int)(then - day) * 1440 + civil.hour * 60 + civil.minute;
}

bool
model_open(const struct rota_store *store, int64_t day, int *from, int *to)
{
    const struct busy_day *open = busy_day(&store->hours, day);
    if (!open || open->count == 0)
        return false;
    *from = minute_of(store, day, open->open[0].from);
    *to = minute_of(store, day, open->open[open->count - 1].to);
    return true;
}

bool
rota_touches(const struct rota_store *store, int64_t day, int from, int to,
             const struct rota_spell *spell)
{
    const struct zone *zone = store->hours.zone;
    return spell->from < zone_moment(zone, day, to * 60) &&
           spell->to > zone_moment(zone, day, from * 60);
}

const struct rota_spell *
rota_day_off(const struct rota_facts *facts, const struct rota_person *person, int64_t day)
{
    const struct zone *zone = facts->stores[0].hours.zone;
    int64_t from = zone_moment(zone, day, 0), to = zone_moment(zone, day + 1, 0);
    for (int i = 0; i < person->leaves.count; i++)
        if (person->leaves.items[i].from <= from && person->leaves.items[i].to >= to)
            return &person->leaves.items[i];
    return NULL;
}

unsigned
model_skills(const struct rota_model *model, const struct rota_part *part,
             const struct rota_worker *worker, int64_t day)
{
    unsigned skills = 0;
    if (model_without(model, worker, ROTA_SKILL))
        return (1u << part->skill_count) - 1;
    for (int k = 0; k < part->skill_count; k++)
        if (rota_spell(&worker->person->skills, day, part->skills[k]))
            skills |= 1u << k;
    return skills;
}

/* ---- shifts ---------------------------------------------------------------------------------- */

/* On some day of the part the store is open for it. */
static bool
fits_once(const struct rota_model *model, const struct rota_part *part,
          const struct rota_store *store, const struct rota_shift *shift)
{
    int from, to, slack = model->facts->rules->slack;
    for (int64_t day = part->first; day < model->facts->to_on; day++)
        if (model_open(store, day, &from, &to) && shift->from >= from - slack &&
            shift->to <= to + slack)
            return true;
    return false;
}

static int
add_choice(struct rota_model *model, struct rota_part *part, const struct rota_choice *choice,
           struct err *err)
{
    int count = part->problem.shifts;
    for (int i = 0; i < count; i++) {
        const struct rota_choice *there = &part->choices[i];
        if (there->store == choice->store && there->from == choice->from &&
            there->to == choice->to && there->skills == choice->skills &&
            there->paid == choice->paid)
            return 0;
    }
    if (count == ROSTER_SHIFTS)
        return err_set(
            err, ERR_DATA,
            _("%s: shifts × stores × sets of skills are more than %d; plan store by store"),
            part->role->name, ROSTER_SHIFTS);
    part->choices =
        arena_more(model->arena, part->choices, count, &part->choice_room, sizeof *part->choices);
    part->choices[part->problem.shifts++] = *choice;
    return 0;
}

/* Where nobody is yet, whoever comes has all skills or none. */
static bool
has_skills(const struct rota_model *model, const struct rota_part *part, unsigned skills)
{
    if (part->problem.people == 0)
        return skills == 0 || skills == (1u << part->skill_count) - 1;
    for (int w = 0; w < part->problem.people; w++)
        for (int64_t day = part->first; day < model->facts->to_on; day++)
            if (model_skills(model, part, &part->workers[w], day) == skills)
                return true;
    return false;
}

static int
add_shift(struct rota_model *model, struct rota_part *part, const struct rota_store *store,
          const struct rota_shift *shift, struct err *err)
{
    struct rota_choice choice = {.store = store,
                                 .shift = shift->code,
                                 .from = shift->from,
                                 .to = shift->to,
                                 .paid = rota_paid(shift),
                                 .late = shift->late};
    for (unsigned skills = 0; skills < 1u << part->skill_count; skills++) {
        choice.skills = skills;
        if ((part->skill_count == 0 || has_skills(model, part, skills)) &&
            add_choice(model, part, &choice, err) < 0)
            return -1;
    }
    return 0;
}

/* Locked days may hold times that no shift of the pack has. */
static int
add_locked(struct rota_model *model, struct rota_part *part, struct err *err)
{
    for (int w = 0; w < part->problem.people; w++)
        for (int64_t day = part->first; day < model->facts->to_on; day++) {
            const struct rota_cell *cell = rota_cell(model, part->workers[w].person->id, day);
            const struct rota_store *store =
                cell && cell->locked && cell->at_id ? rota_store(model->facts, cell->at_id) : NULL;
            if (!store || (cell->shift && rota_shift(model->facts->rules, cell->shift) >= 0))
                continue;
            struct rota_choice choice = {.store = store,
                                         .shift = cell->shift,
                                         .from = minute_of(store, day, cell->starts_at),
                                         .to = minute_of(store, day, cell->ends_at),
                                         .skills =
                                             model_skills(model, part, &part->workers[w], day)};
            choice.paid = choice.to - choice.from;
            if (add_choice(model, part, &choice, err) < 0)
                return -1;
        }
    return 0;
}

static void
set_shift(const struct rota_model *model, const struct rota_part *part, int number)
{
    const struct rota_choice *one = &part->choices[number];
    int rest = model->relax.rules & 1u << RULE_REST_HOURS ? 0 : part->role->rule[RULE_REST_HOURS];
    struct roster_shift *shift = &part->problem.shift[number];
    shift->code = one->shift ? one->shift : "-";
    shift->minutes = one->paid;
    for (int i = 0; i < part->problem.shifts; i++) {
        const struct rota_choice *next = &part->choices[i];
        int way = next->store == one->store
                      ? 0
                      : rota_travel(model->facts, one->store->id, next->store->id);
        if (rest > 0 && 1440 - one->to + next->from < rest * 60 + way)
            shift->not_next |= (uint64_t)1 << i;
    }
}

int
model_choices(struct rota_model *model, struct rota_part *part, struct err *err)
{
    const struct rota_rules *rules = model->facts->rules;
    for (int s = 0; s < part->store_count; s++)
        for (int i = 0; i < rules->shifts; i++) {
            const struct rota_shift *shift = &rules->shift[i];
            if (rota_lists(shift->stores, part->stores[s]->code) &&
                fits_once(model, part, part->stores[s], shift) &&
                add_shift(model, part, part->stores[s], shift, err) < 0)
                return -1;
        }
    if (add_locked(model, part, err) < 0)
        return -1;
    part->problem.shift = arena_array(model->arena, ROSTER_SHIFTS, sizeof *part->problem.shift);
    for (int i = 0; i < part->problem.shifts; i++)
        set_shift(model, part, i);
    return 0;
}
