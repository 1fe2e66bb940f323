#include "purchase/cover.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* Days are added up without running over. */
static int
later(int day, int days)
{
    return day > INT_MAX - days ? INT_MAX : day + days;
}

static int
by_number(const void *a, const void *b)
{
    int left = *(const int *)a, right = *(const int *)b;
    return (left > right) - (left < right);
}

static int
by_end(const void *a, const void *b)
{
    const struct reorder_supply *left = a, *right = b;
    int result = by_number(&left->to, &right->to);
    return result != 0 ? result : by_number(&left->from, &right->from);
}

static void
add_day(struct cover *cover, int day)
{
    if (day >= 0 && day <= cover->last)
        cover->days[cover->day_count++] = day;
}

static void
find_days(struct cover *cover)
{
    const struct reorder_need *need = cover->need;
    const int given[] = {0, cover->lead, cover->next, cover->good};
    int count = 0;

    for (size_t i = 0; i < sizeof given / sizeof *given; i++)
        add_day(cover, given[i]);
    for (int i = 0; i < need->supply_count; i++) {
        add_day(cover, cover->supplies[i].from);
        add_day(cover, later(cover->supplies[i].to, 1));
    }
    qsort(cover->days, (size_t)cover->day_count, sizeof *cover->days, by_number);
    for (int i = 0; i < cover->day_count; i++)
        if (i == 0 || cover->days[i] != cover->days[i - 1])
            cover->days[count++] = cover->days[i];
    cover->day_count = count;
}

void
cover_init(struct cover *cover, const struct reorder_need *need, const struct reorder_terms *terms,
           struct arena *arena)
{
    size_t supplies = (size_t)need->supply_count;

    *cover = (struct cover){.need = need, .lead = terms->lead_days};
    cover->next = later(cover->lead, terms->review_days);
    cover->good = terms->shelf_days > 0 ? later(cover->lead, terms->shelf_days) : cover->next;
    cover->last = cover->good < cover->next ? cover->next : cover->good;
    cover->days = arena_array(arena, 4 + 2 * supplies, sizeof *cover->days);
    cover->left = arena_array(arena, supplies + 1, sizeof *cover->left);
    cover->supplies = arena_array(arena, supplies + 1, sizeof *cover->supplies);
    if (supplies > 0)
        memcpy(cover->supplies, need->supplies, supplies * sizeof *cover->supplies);
    qsort(cover->supplies, supplies, sizeof *cover->supplies, by_end);
    find_days(cover);
}

/* Demand of the days before `day`: evenly within a period, and behind the last as on average. */
static double
demand_before(const struct reorder_need *need, const double *path, int day)
{
    int whole = day / need->period_days;
    double sum = 0;

    for (int i = 0; i < need->horizon && i < whole; i++)
        sum += path[i];
    if (whole >= need->horizon)
        return sum * day / ((double)need->horizon * need->period_days);
    return sum + path[whole] * (day % need->period_days) / need->period_days;
}

/* Takes what is usable on that day; gives what was not served. */
static double
serve(struct cover *cover, int day, double wanted)
{
    for (int i = 0; i < cover->need->supply_count && wanted > 0; i++) {
        const struct reorder_supply *supply = &cover->supplies[i];
        double taken = cover->left[i] < wanted ? cover->left[i] : wanted;
        if (day < supply->from || day > supply->to)
            continue;
        cover->left[i] -= taken;
        wanted -= taken;
    }
    return wanted;
}

static double
expired(const struct cover *cover)
{
    double sum = 0;

    for (int i = 0; i < cover->need->supply_count; i++)
        if (cover->supplies[i].to < cover->next && cover->supplies[i].to >= 0)
            sum += cover->left[i];
    return sum;
}

void
cover_path(struct cover *cover, int path, struct covered *covered)
{
    const struct reorder_need *need = cover->need;
    const double *course = need->paths + (size_t)path * (size_t)need->horizon;
    double before = 0;

    *covered = (struct covered){0};
    for (int i = 0; i < need->supply_count; i++)
        cover->left[i] = (double)cover->supplies[i].quantity;
    for (int i = 0; i + 1 < cover->day_count; i++) {
        int day = cover->days[i];
        double until = demand_before(need, course, cover->days[i + 1]);
        double missing = serve(cover, day, until - before);
        if (day < cover->lead)
            covered->early += missing;
        else if (day < cover->good)
            covered->room += missing;
        if (day >= cover->lead && day < cover->next)
            covered->lack += missing;
        if (day < cover->next)
            covered->demand = until;
        before = until;
    }
    covered->wasted = expired(cover);
}
