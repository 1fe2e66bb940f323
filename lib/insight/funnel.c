#include "insight/funnel.h"

#include <stdlib.h>

#include "base/day.h"
#include "insight/flow.h"
#include "insight/crowd.h"

static const char *const names[FUNNEL_STAGES] = {"lead", "arrival",   "consult",
                                                 "deal", "treatment", "repurchase"};

const char *
funnel_name(enum funnel_stage stage)
{
    return names[stage];
}

/* Of a client: the first day of each stage, 0: not reached. */
struct way {
    int32_t day[FUNNEL_STAGES];
    int32_t channel;
    int32_t store;    /* of the first trace, */
    int32_t store_on; /* and its day */
    bool refused;     /* for medical reasons, and never asked otherwise */
    bool asked;
};

struct counting {
    const struct funnel_query *query;
    struct crowd crowd;
    struct funnel_group *groups;
    int count, room, last;
};

static struct way *
way_of(struct counting *counting, const struct flow_row *row, enum funnel_stage stage)
{
    struct way *way = crowd_at(&counting->crowd, row->client);
    way->channel = (int32_t)row->value[0];
    if (!way->store_on || row->day < way->store_on) {
        way->store_on = (int32_t)row->day;
        way->store = (int32_t)row->store_id;
    }
    if (!way->day[stage])
        way->day[stage] = (int32_t)row->day;
    return way;
}

static int
take_visit(void *context, const struct flow_row *row, struct err *err)
{
    (void)err;
    way_of(context, row, FUNNEL_ARRIVAL);
    return 0;
}

static int
take_consultation(void *context, const struct flow_row *row, struct err *err)
{
    struct way *way = way_of(context, row, FUNNEL_CONSULT);
    (void)err;
    way->asked |= row->value[1] == 0;
    way->refused = !way->asked;
    return 0;
}

static int
take_deal(void *context, const struct flow_row *row, struct err *err)
{
    struct way *way = way_of(context, row, FUNNEL_DEAL);
    (void)err;
    if (row->day > way->day[FUNNEL_DEAL] && !way->day[FUNNEL_REPURCHASE])
        way->day[FUNNEL_REPURCHASE] = (int32_t)row->day;
    return 0;
}

static int
take_treatment(void *context, const struct flow_row *row, struct err *err)
{
    (void)err;
    way_of(context, row, FUNNEL_TREATMENT);
    return 0;
}

/* ---- counting a person --------------------------------------------------------------------------- */

static struct funnel_group *
group_of(struct counting *counting, int64_t key)
{
    if (counting->last < counting->count && counting->groups[counting->last].key == key)
        return &counting->groups[counting->last];
    for (counting->last = 0; counting->last < counting->count; counting->last++)
        if (counting->groups[counting->last].key == key)
            return &counting->groups[counting->last];
    struct arena *arena = counting->query->arena;
    counting->groups = arena_more(arena, counting->groups, counting->count, &counting->room,
                                  sizeof *counting->groups);
    struct funnel_group *group = &counting->groups[counting->count++];
    *group = (struct funnel_group){.key = key};
    for (int i = 0; i < FUNNEL_STAGES; i++)
        group->steps[i].ways = arena_array(arena, FUNNEL_LONGEST + 1, sizeof *group->steps[i].ways);
    return group;
}

static int64_t
entry_of(const struct way *way)
{
    int64_t entry = 0;
    for (int i = 0; i < FUNNEL_STAGES; i++)
        if (way->day[i] && (!entry || way->day[i] < entry))
            entry = way->day[i];
    return entry;
}

static void
count_step(struct funnel_group *group, const struct way *way, enum funnel_stage stage)
{
    struct funnel_step *step = &group->steps[stage];
    int32_t day = way->day[stage], before = stage ? way->day[stage - 1] : 0;
    step->people += day != 0;
    if (!before || (stage == FUNNEL_DEAL && way->refused && !day))
        return;
    step->before++;
    if (!day)
        return;
    step->both++;
    if (day >= before)
        step->ways[day - before < FUNNEL_LONGEST ? day - before : FUNNEL_LONGEST]++;
}

static void
count_way(struct counting *counting, struct way *way)
{
    const struct funnel_query *query = counting->query;
    int64_t entry = entry_of(way), key = 0;
    if (entry < query->from || entry >= query->to)
        return;
    if (query->by == FUNNEL_BY_MONTH)
        key = day_month_start(entry);
    if (query->by == FUNNEL_BY_CHANNEL || query->by == FUNNEL_BY_STORE)
        key = query->by == FUNNEL_BY_STORE ? way->store : way->channel;
    struct funnel_group *group = group_of(counting, key);
    group->entered++;
    for (int i = 0; i < FUNNEL_STAGES; i++)
        if (query->within && way->day[i] > entry + query->within)
            way->day[i] = 0;
    for (int i = 0; i < FUNNEL_STAGES; i++)
        count_step(group, way, (enum funnel_stage)i);
}

/* Leads come last: what they are depends on whether their client had come before. */
static int
take_lead(void *context, const struct flow_row *row, struct err *err)
{
    struct counting *counting = context;
    (void)err;
    if (row->client == 0) {
        struct way way = {.day = {(int32_t)row->day},
                          .channel = (int32_t)row->value[1],
                          .store = (int32_t)row->store_id};
        count_way(counting, &way);
        return 0;
    }
    const struct way *way = crowd_at(&counting->crowd, row->client);
    if (!way->day[FUNNEL_ARRIVAL] || row->day <= way->day[FUNNEL_ARRIVAL])
        way_of(counting, row, FUNNEL_LEAD);
    return 0;
}

/* ---- all of them --------------------------------------------------------------------------------- */

static int
read_all(struct counting *counting, struct err *err)
{
    static const struct {
        const char *of, *column;
        flow_seen *seen;
    } flows[] = {
        {"visit", NULL, take_visit},   {"consultation", "refused", take_consultation},
        {"deal", NULL, take_deal},     {"treatment", NULL, take_treatment},
        {"lead", "source", take_lead},
    };
    const struct funnel_query *query = counting->query;
    for (size_t i = 0; i < sizeof flows / sizeof *flows; i++) {
        const struct flow flow = {
            query->db,  query->arena,     flows[i].of,    {"channel", flows[i].column},
            FLOW_FIRST, query->today + 1, query->store_id};
        if (flow_each(&flow, flows[i].seen, counting, err) < 0)
            return -1;
    }
    return 0;
}

/* In halves of a day, so that it is whole where two days are in the middle. */
static int64_t
median(const struct funnel_step *step)
{
    int64_t count = 0, below = 0, low = -1;
    for (int i = 0; i <= FUNNEL_LONGEST; i++)
        count += step->ways[i];
    for (int i = 0; i <= FUNNEL_LONGEST; i++) {
        below += step->ways[i];
        if (low < 0 && 2 * below >= count && count > 0)
            low = i;
        if (low >= 0 && 2 * below > count)
            return low + i;
    }
    return -1;
}

static int
by_key(const void *a, const void *b)
{
    const struct funnel_group *one = a, *other = b;
    return (one->key > other->key) - (one->key < other->key);
}

int
funnel_count(const struct funnel_query *query, struct funnel_group **groups, int *count,
             struct err *err)
{
    struct counting counting = {.query = query, .crowd = {.size = sizeof(struct way)}};
    int64_t client = 0; /* 0 is nobody */
    struct way *way;
    int result = read_all(&counting, err);
    while (result == 0 && (way = crowd_next(&counting.crowd, &client)))
        count_way(&counting, way);
    crowd_release(&counting.crowd);
    if (counting.count > 1)
        qsort(counting.groups, (size_t)counting.count, sizeof *counting.groups, by_key);
    for (int i = 0; i < counting.count; i++)
        for (int stage = 0; stage < FUNNEL_STAGES; stage++)
            counting.groups[i].steps[stage].median = median(&counting.groups[i].steps[stage]);
    *groups = counting.groups;
    *count = counting.count;
    return result;
}
