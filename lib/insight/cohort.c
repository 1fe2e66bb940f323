#include "insight/cohort.h"

#include "base/day.h"
#include "insight/flow.h"
#include "insight/crowd.h"

/* Of a client: periods are counted from 1, 0 is none. */
struct standing {
    int32_t first, last; /* of the first visit, and of the last one that was counted */
};

struct counting {
    const struct cohort_query *query;
    struct cohorts *cohorts;
    struct crowd crowd;
    int64_t origin;           /* the month of number 0 */
    int64_t day_from, day_to; /* the period of the day before, */
    int32_t number;           /* and its number */
};

/* The number of a day's period, from the year 1900 on. */
static int32_t
period_of(struct counting *counting, int64_t day)
{
    struct civil civil;
    if (day >= counting->day_from && day < counting->day_to)
        return counting->number;
    day_to_civil(day, &civil);
    int month = (civil.year - 1900) * 12 + civil.month - 1;
    int months = counting->query->months;
    counting->number = 1 + month / months;
    counting->day_from = day_add_months(day_month_start(day), -(month % months));
    counting->day_to = day_add_months(counting->day_from, months);
    return counting->number;
}

static int64_t
period_start(const struct cohort_query *query, int32_t number)
{
    return day_add_months(day_from_civil(1900, 1, 1), (number - 1) * query->months);
}

static void
make_cohorts(struct counting *counting)
{
    const struct cohort_query *query = counting->query;
    struct cohorts *cohorts = counting->cohorts;
    int32_t first = period_of(counting, query->from), last = period_of(counting, query->to - 1),
            now = period_of(counting, query->today);
    if (last > now)
        last = now;
    *cohorts = (struct cohorts){.count = last >= first ? last - first + 1 : 0};
    cohorts->items = arena_array(query->arena, (size_t)cohorts->count, sizeof *cohorts->items);
    counting->origin = first;
    for (int i = 0; i < cohorts->count; i++) {
        struct cohort *cohort = &cohorts->items[i];
        cohort->from = period_start(query, first + i);
        cohort->ages = now - (first + i) + 1;
        cohort->figures = arena_array(query->arena, (size_t)cohort->ages, sizeof *cohort->figures);
    }
}

/* NULL: not among those that are asked for. */
static struct cohort *
cohort_of(const struct counting *counting, int32_t first)
{
    int64_t place = first - counting->origin;
    return place >= 0 && place < counting->cohorts->count ? &counting->cohorts->items[place] : NULL;
}

static int
take_visit(void *context, const struct flow_row *row, struct err *err)
{
    struct counting *counting = context;
    struct standing *standing = crowd_at(&counting->crowd, row->client);
    int32_t now = period_of(counting, row->day);
    struct cohort *cohort;
    (void)err;
    if (standing->last == now)
        return 0;
    standing->last = now;
    bool first = !standing->first;
    if (first)
        standing->first = now;
    if (!(cohort = cohort_of(counting, standing->first)))
        return 0;
    cohort->clients += first;
    if (!counting->query->revenue)
        cohort->figures[now - standing->first]++;
    return 0;
}

static int
take_sale(void *context, const struct flow_row *row, struct err *err)
{
    struct counting *counting = context;
    const struct standing *standing = crowd_at(&counting->crowd, row->client);
    int32_t now = period_of(counting, row->day);
    (void)err;
    if (!standing->first) {
        counting->cohorts->stray += row->value[0];
        return 0;
    }
    struct cohort *cohort = cohort_of(counting, standing->first);
    if (cohort)
        cohort->figures[now > standing->first ? now - standing->first : 0] += row->value[0];
    return 0;
}

int
cohort_count(const struct cohort_query *query, struct cohorts *cohorts, struct err *err)
{
    struct counting counting = {
        .query = query, .cohorts = cohorts, .crowd = {.size = sizeof(struct standing)}};
    const struct flow visits = {query->db,  query->arena,     "visit",        {NULL},
                                FLOW_FIRST, query->today + 1, query->store_id};
    const struct flow sales = {query->db,  query->arena,     "sale",         {"amount_fen"},
                               FLOW_FIRST, query->today + 1, query->store_id};
    make_cohorts(&counting);
    int result = flow_each(&visits, take_visit, &counting, err);
    if (result == 0 && query->revenue)
        result = flow_each(&sales, take_sale, &counting, err);
    crowd_release(&counting.crowd);
    return result;
}
