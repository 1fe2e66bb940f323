/* Heads wanted, as demands: a day of a store is cut where a shift, a head's time or its opening begins
 * or ends, and neighbours that the same shifts serve, and that want as many, are one. */
#include <stdlib.h>
#include <string.h>

#include "rota/model_private.h"

enum { CUTS = 512, DAY_MINUTES = 1440 };

struct cuts {
    int at[CUTS];
    int count;
};

static void
cut(struct cuts *cuts, int minute)
{
    if (cuts->count < CUTS && minute >= 0 && minute <= DAY_MINUTES)
        cuts->at[cuts->count++] = minute;
}

static int
compare(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

static bool
is_of(const struct rota_head *head, const struct rota_part *part, const struct rota_store *store,
      int64_t day)
{
    return head->store_id == store->id && head->day == day && !head->staff_id &&
           strcmp(head->role, part->role->name) == 0;
}

static void
cut_day(const struct rota_model *model, const struct rota_part *part,
        const struct rota_store *store, int64_t day, struct cuts *cuts)
{
    const struct rota_facts *facts = model->facts;
    int from, to;
    if (model_open(store, day, &from, &to)) {
        cut(cuts, from);
        cut(cuts, to);
    }
    for (int i = 0; i < part->problem.shifts; i++)
        if (part->choices[i].store == store) {
            cut(cuts, part->choices[i].from);
            cut(cuts, part->choices[i].to);
        }
    for (int i = 0; i < facts->head_count; i++)
        if (is_of(&facts->heads[i], part, store, day)) {
            cut(cuts, facts->heads[i].from);
            cut(cuts, facts->heads[i].to);
        }
    qsort(cuts->at, (size_t)cuts->count, sizeof *cuts->at, compare);
}

/* The choices of a store that are at work from one minute to another. */
static uint64_t
serving(const struct rota_part *part, const struct rota_store *store, int from, int to, int skill)
{
    uint64_t shifts = 0;
    for (int i = 0; i < part->problem.shifts; i++) {
        const struct rota_choice *choice = &part->choices[i];
        if (choice->store == store && choice->from <= from && choice->to >= to &&
            (skill < 0 || choice->skills >> skill & 1))
            shifts |= (uint64_t)1 << i;
    }
    return shifts;
}

/* Heads wanted in that time: what somebody entered; else the most of what load asks and what has to be there
 * whenever it is open. */
static int
wanted(const struct rota_model *model, const struct rota_part *part, const struct rota_store *store,
       int64_t day, int from, int to, int skill)
{
    const struct rota_facts *facts = model->facts;
    int most = 0, set = -1, opens, closes;
    for (int i = 0; i < facts->head_count; i++) {
        const struct rota_head *head = &facts->heads[i];
        if (!is_of(head, part, store, day) || head->from > from || head->to < to)
            continue;
        bool same =
            skill < 0 ? !head->skill : head->skill && strcmp(head->skill, part->skills[skill]) == 0;
        if (same && head->set)
            set = head->heads > set ? head->heads : set;
        else if (same && head->heads > most)
            most = head->heads;
    }
    if (set >= 0)
        return set;
    if (skill < 0 && model_open(store, day, &opens, &closes) && from >= opens && to <= closes &&
        part->role->rule[RULE_COVER] > most && serving(part, store, from, to, -1))
        most = part->role->rule[RULE_COVER];
    return most;
}

static void
add_demand(struct rota_model *model, struct rota_part *part, const struct roster_demand *demand,
           const struct rota_want *want)
{
    int count = part->problem.demands;
    part->problem.demand = arena_more(model->arena, part->problem.demand, count, &part->demand_room,
                                      sizeof *part->problem.demand);
    part->wants =
        arena_more(model->arena, part->wants, count, &part->want_room, sizeof *part->wants);
    part->problem.demand[count] = *demand;
    part->wants[count] = *want;
    part->problem.demands++;
}

static int
price(int weight, int minutes)
{
    int64_t cost = (int64_t)weight * minutes;
    return cost < ROSTER_WEIGHT ? (int)cost : ROSTER_WEIGHT;
}

static void
demand_day(struct rota_model *model, struct rota_part *part, const struct rota_store *store,
           int64_t day, const struct cuts *cuts, int skill)
{
    const int *weight = model->facts->rules->weight;
    for (int i = 0; i + 1 < cuts->count;) {
        int from = cuts->at[i], to = cuts->at[i + 1];
        int need = wanted(model, part, store, day, from, to, skill);
        uint64_t shifts = serving(part, store, from, to, skill);
        int next = i + 1;
        while (next + 1 < cuts->count &&
               wanted(model, part, store, day, to, cuts->at[next + 1], skill) == need &&
               serving(part, store, to, cuts->at[next + 1], skill) == shifts)
            to = cuts->at[++next];
        i = next;
        int over = skill < 0 ? price(weight[WEIGHT_OVER], to - from) : 0;
        if (to == from || (need == 0 && (over == 0 || shifts == 0)))
            continue;
        const struct roster_demand demand = {.day = (int)(day - part->first),
                                             .need = need,
                                             .shifts = shifts,
                                             .under = price(weight[WEIGHT_SHORT], to - from),
                                             .over = over};
        add_demand(model, part, &demand,
                   &(struct rota_want){.store = store,
                                       .from = from,
                                       .to = to,
                                       .skill = skill < 0 ? NULL : part->skills[skill]});
    }
}

void
model_demands(struct rota_model *model, struct rota_part *part)
{
    for (int s = 0; s < part->store_count; s++)
        for (int64_t day = part->first; day < model->facts->to_on; day++) {
            struct cuts cuts = {.count = 0};
            cut_day(model, part, part->stores[s], day, &cuts);
            for (int skill = -1; skill < part->skill_count; skill++)
                demand_day(model, part, part->stores[s], day, &cuts, skill);
        }
}
