#include "insight/retention.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "insight/marks.h"

static const char *const names[RETENTIONS] = {"after-period", "next-month", "after-first",
                                              "within-period", "before-period"};

const char *
retention_name(enum retention_definition definition)
{
    return names[definition];
}

int
retention_find(const char *name, enum retention_definition *definition, struct err *err)
{
    for (int i = 0; i < RETENTIONS; i++)
        if (strcmp(names[i], name) == 0) {
            *definition = (enum retention_definition)i;
            return 0;
        }
    const char *near = str_nearest(name, names, RETENTIONS);
    return err_set(err, ERR_USAGE,
                   _("--definition: %s: no such definition; there are: %s, %s, %s, %s, %s%s%s"),
                   name, names[0], names[1], names[2], names[3], names[4],
                   near ? _("; did you mean ") : "", near ? near : "");
}

/* Rows of all periods, each with the keys that were seen in it. */
struct counting {
    const struct retention_query *query;
    struct period {
        int64_t from, to, next, next_to; /* next: the first month behind it */
        int last;                        /* of its rows, the one that was asked for last, from 1 */
    } * periods;
    int period_count;
    struct retention_row *rows;
    int row_count, room;
};

static struct period
make_period(int64_t from, int64_t to)
{
    int64_t month = day_month_start(to);
    if (month < to)
        month = day_add_months(month, 1);
    return (struct period){from, to, month, day_add_months(month, 1), 0};
}

static void
make_periods(struct counting *counting)
{
    const struct retention_query *query = counting->query;
    int room = 0;
    if (query->by != RETAIN_BY_MONTH) {
        counting->periods = arena_alloc(query->arena, sizeof *counting->periods);
        counting->periods[counting->period_count++] = make_period(query->from, query->to);
        return;
    }
    int64_t month = day_month_start(query->from);
    for (month = month < query->from ? day_add_months(month, 1) : month; month < query->to;
         month = day_add_months(month, 1)) {
        counting->periods = arena_more(query->arena, counting->periods, counting->period_count,
                                       &room, sizeof *counting->periods);
        counting->periods[counting->period_count++] = make_period(month, day_add_months(month, 1));
    }
}

static struct retention_row *
row_of(struct counting *counting, struct period *period, int64_t key)
{
    const struct retention_query *query = counting->query;
    if (period->last && counting->rows[period->last - 1].key == key)
        return &counting->rows[period->last - 1];
    for (int i = 0; i < counting->row_count; i++)
        if (counting->rows[i].from == period->from && counting->rows[i].key == key) {
            period->last = i + 1;
            return &counting->rows[i];
        }
    counting->rows = arena_more(query->arena, counting->rows, counting->row_count, &counting->room,
                                sizeof *counting->rows);
    struct retention_row *row = &counting->rows[counting->row_count++];
    period->last = counting->row_count;
    *row = (struct retention_row){.from = period->from,
                                  .to = period->to,
                                  .key = key,
                                  .counted_to = {period->to + query->days, period->next_to,
                                                 period->to + query->days, period->to, period->to}};
    return row;
}

/* What of one client's days falls where, for one period. */
static void
count_period(struct counting *counting, struct period *period, const struct mark *days,
             size_t count, int64_t key)
{
    int64_t n = counting->query->days, first = 0, last = 0;
    bool kept[RETENTIONS] = {false}, any = false;
    for (size_t i = 0; i < count; i++) {
        int64_t day = days[i].day;
        bool inside = day >= period->from && day < period->to;
        if (inside && !any)
            first = day;
        kept[RETAIN_WITHIN_PERIOD] |= inside && any && day > last;
        kept[RETAIN_AFTER_FIRST] |= any && day > first && day <= first + n;
        kept[RETAIN_BEFORE_PERIOD] |= day < period->from;
        kept[RETAIN_AFTER_PERIOD] |= day >= period->to && day < period->to + n;
        kept[RETAIN_NEXT_MONTH] |= day >= period->next && day < period->next_to;
        any |= inside;
        last = day;
    }
    if (!any)
        return;
    struct retention_row *row = row_of(counting, period, key);
    row->base++;
    for (int i = 0; i < RETENTIONS; i++)
        row->kept[i] += kept[i];
}

static void
count_client(struct counting *counting, const struct mark *days, size_t count)
{
    int64_t key = counting->query->by == RETAIN_BY_CHANNEL || counting->query->by == RETAIN_BY_STORE
                      ? days[0].key
                      : 0;
    for (int i = 0; i < counting->period_count; i++)
        count_period(counting, &counting->periods[i], days, count, key);
}

/* Each store that the client came to, by itself; `days` is used up. */
static void
count_stores(struct counting *counting, struct mark *days, size_t count)
{
    while (count > 0) {
        size_t left = 0, own = 0;
        struct mark *kept = mem_alloc(count * sizeof *kept);
        int32_t store = days[0].key;
        for (size_t i = 0; i < count; i++)
            if (days[i].key == store)
                days[own++] = days[i];
            else
                kept[left++] = days[i];
        count_client(counting, days, own);
        memcpy(days, kept, left * sizeof *kept);
        free(kept);
        count = left;
    }
}

static int
by_period(const void *a, const void *b)
{
    const struct retention_row *one = a, *other = b;
    if (one->from != other->from)
        return one->from < other->from ? -1 : 1;
    return (one->key > other->key) - (one->key < other->key);
}

int
retention_count(const struct retention_query *query, struct retention_row **rows, int *count,
                struct err *err)
{
    struct counting counting = {.query = query};
    struct marks marks;
    const struct flow flow = {query->db,      query->arena,
                              "visit",        {query->by == RETAIN_BY_STORE ? NULL : "channel"},
                              FLOW_FIRST,     query->today + 1,
                              query->store_id};
    make_periods(&counting);
    if (marks_read(&flow, &marks, err) < 0)
        return -1;
    for (size_t at = 0, run; at < marks.count; at += run) {
        run = marks_run(&marks, at);
        if (query->by == RETAIN_BY_STORE)
            count_stores(&counting, marks.items + at, run);
        else
            count_client(&counting, marks.items + at, run);
    }
    marks_release(&marks);
    if (counting.row_count > 1)
        qsort(counting.rows, (size_t)counting.row_count, sizeof *counting.rows, by_period);
    *rows = counting.rows;
    *count = counting.row_count;
    return 0;
}
