/* Parts: who is planned together with whom, and where. */
#include "rota/model.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "rota/model_private.h"

void
rota_note(struct rota_model *model, const char *about, int64_t day, const char *format, ...)
{
    char words[512];
    va_list list;
    va_start(list, format);
    vsnprintf(words, sizeof words, format, list);
    va_end(list);
    model->notes = arena_more(model->arena, model->notes, model->note_count, &model->note_room,
                              sizeof *model->notes);
    model->notes[model->note_count++] =
        (struct rota_note){.about = about, .day = day, .words = arena_strdup(model->arena, words)};
}

const struct rota_cell *
rota_cell(const struct rota_model *model, int64_t staff_id, int64_t day)
{
    int low = 0, high = model->cell_count;
    while (low < high) {
        int middle = (low + high) / 2;
        const struct rota_cell *cell = &model->cells[middle];
        if (cell->staff_id < staff_id || (cell->staff_id == staff_id && cell->day < day))
            low = middle + 1;
        else
            high = middle;
    }
    if (low < model->cell_count && model->cells[low].staff_id == staff_id &&
        model->cells[low].day == day)
        return &model->cells[low];
    return NULL;
}

/* ---- which stores belong together ------------------------------------------------------------ */

static bool
goes_to(const struct rota_model *model, const struct rota_person *person,
        const struct rota_spell *post, int64_t store_id)
{
    if (post->store_id == 0 || post->store_id == store_id ||
        model->relax.reasons & 1u << ROTA_STATION)
        return true;
    for (int i = 0; i < person->stations.count; i++)
        if (person->stations.items[i].store_id == store_id)
            return true;
    return false;
}

static bool
is_planned(const struct rota_facts *facts, const struct rota_spell *post, int64_t first,
           const char *role)
{
    return strcmp(post->word, role) == 0 && post->from < facts->to_on && post->to > first;
}

/* `group` of each store, by its place: the least place that belongs to it. */
static void
join_stores(const struct rota_model *model, const char *role, int64_t first, int *group)
{
    const struct rota_facts *facts = model->facts;
    for (int s = 0; s < facts->store_count; s++)
        group[s] = s;
    for (int i = 0; i < facts->person_count; i++) {
        const struct rota_person *person = &facts->people[i];
        for (int p = 0; p < person->posts.count; p++) {
            const struct rota_spell *post = &person->posts.items[p];
            int one = -1;
            for (int s = 0; s < facts->store_count && is_planned(facts, post, first, role); s++) {
                if (!goes_to(model, person, post, facts->stores[s].id))
                    continue;
                int from = group[s], to = one < 0 ? from : group[one];
                for (int t = 0; t < facts->store_count; t++)
                    group[t] = group[t] == from ? to : group[t];
                one = s;
            }
        }
    }
}

/* ---- a part ---------------------------------------------------------------------------------- */

static void
find_workers(const struct rota_model *model, struct rota_part *part)
{
    const struct rota_facts *facts = model->facts;
    int posts = 0, count = 0;
    for (int i = 0; i < facts->person_count; i++)
        posts += facts->people[i].posts.count;
    part->workers = arena_array(model->arena, (size_t)posts + 1, sizeof *part->workers);
    for (int i = 0; i < facts->person_count; i++) {
        const struct rota_person *person = &facts->people[i];
        for (int p = 0; p < person->posts.count; p++) {
            const struct rota_spell *post = &person->posts.items[p];
            bool goes = false;
            for (int s = 0; s < part->store_count; s++)
                goes = goes || goes_to(model, person, post, part->stores[s]->id);
            if (goes && is_planned(facts, post, part->first, part->role->name))
                part->workers[count++] = (struct rota_worker){.person = person, .post = post};
        }
    }
    part->problem.people = count;
}

/* The skills that are asked for by name. */
static void
find_skills(struct rota_model *model, struct rota_part *part)
{
    const struct rota_facts *facts = model->facts;
    for (int i = 0; i < facts->head_count; i++) {
        const struct rota_head *head = &facts->heads[i];
        bool here = false, known = !head->skill || strcmp(head->role, part->role->name) != 0;
        for (int s = 0; s < part->store_count; s++)
            here = here || part->stores[s]->id == head->store_id;
        for (int k = 0; k < part->skill_count && !known; k++)
            known = strcmp(part->skills[k], head->skill) == 0;
        if (!here || known)
            continue;
        if (part->skill_count == ROTA_SKILLS)
            rota_note(model, head->skill, INT64_MIN,
                      _("%s: more than %d skills are asked for; this one is not looked at"),
                      part->role->name, ROTA_SKILLS);
        else
            part->skills[part->skill_count++] = head->skill;
    }
}

static int
make_part(struct rota_model *model, struct rota_part *part, struct err *err)
{
    struct roster_problem *problem = &part->problem;
    int days = (int)(model->facts->to_on - part->first);
    find_workers(model, part);
    find_skills(model, part);
    if (model_choices(model, part, err) < 0)
        return -1;
    int shifts = problem->shifts, people = problem->people;
    struct roster_shift *shift = problem->shift;
    model_demands(model, part);
    int demands = problem->demands;
    struct roster_demand *demand = problem->demand;
    roster_problem_make(problem, days, people, shifts, demands, model->arena);
    memcpy(problem->shift, shift, (size_t)shifts * sizeof *shift);
    memcpy(problem->demand, demand, (size_t)demands * sizeof *demand);
    problem->demands = demands;
    problem->first_weekday = day_weekday(part->first) - 1;
    model_people(model, part);
    return 0;
}

int
model_make_role(struct rota_model *model, const struct rota_role *role, struct err *err)
{
    const struct rota_facts *facts = model->facts;
    int *group = arena_array(model->arena, (size_t)facts->store_count, sizeof *group);
    int64_t first = facts->fixed_on > facts->from_on ? facts->fixed_on : facts->from_on;
    join_stores(model, role->name, first, group);
    for (int g = 0; g < facts->store_count; g++) {
        struct rota_part part = {.role = role, .first = first};
        part.stores =
            arena_array(model->arena, (size_t)facts->store_count, sizeof(struct rota_store *));
        for (int s = 0; s < facts->store_count; s++)
            if (group[s] == g)
                part.stores[part.store_count++] = &facts->stores[s];
        if (part.store_count == 0)
            continue;
        if (make_part(model, &part, err) < 0)
            return -1;
        if (part.problem.people == 0 && part.problem.demands == 0)
            continue;
        model->parts = arena_more(model->arena, model->parts, model->count, &model->room,
                                  sizeof *model->parts);
        model->parts[model->count++] = part;
    }
    return 0;
}

int
rota_model_make(struct rota_model *model, struct err *err)
{
    const struct rota_rules *rules = model->facts->rules;
    if (model->facts->fixed_on >= model->facts->to_on)
        return err_set(err, ERR_DATA, _("these days are over; nothing of them can be planned"));
    for (int i = 0; i < model->facts->store_count; i++)
        if (!model->facts->stores[i].hours.has_hours)
            rota_note(model, model->facts->stores[i].code, INT64_MIN,
                      _("its opening hours are not known, so nothing is planned there; "
                        "medi-db store edit sets them"));
    for (int i = 0; i < rules->roles; i++)
        if (model_make_role(model, &rules->role[i], err) < 0)
            return -1;
    return 0;
}
