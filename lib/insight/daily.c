#include "insight/daily.h"

#include "db/sql.h"
#include "insight/flow.h"
#include "insight/spend.h"

/* The column that is summed; NULL: rows are counted. */
static const struct {
    const char *of, *column;
} sources[DAILIES] = {
    [DAILY_REVENUE] = {"sale", "amount_fen"}, [DAILY_RECOGNISED] = {"treatment", "recognised_fen"},
    [DAILY_ARRIVALS] = {"visit", NULL},       [DAILY_NEW_CLIENTS] = {"visit", "first"},
    [DAILY_DEALS] = {"deal", NULL},
};

static void
add(struct daily *daily, int64_t store_id, int64_t day, int64_t amount)
{
    size_t days = (size_t)(daily->to - daily->from);
    int at = 0;
    while (at < daily->store_count && daily->stores[at].id != store_id)
        at++;
    if (at == daily->store_count) {
        daily->stores = arena_more(daily->arena, daily->stores, daily->store_count, &daily->room,
                                   sizeof *daily->stores);
        daily->stores[daily->store_count++] = (struct daily_store){
            store_id, arena_array(daily->arena, days, sizeof *daily->stores->days)};
    }
    daily->stores[at].days[day - daily->from] += amount;
    daily->all[day - daily->from] += amount;
}

static int
add_row(void *context, const struct flow_row *row, struct err *err)
{
    (void)err;
    add(context, row->store_id, row->day, row->value[0]);
    return 0;
}

static int
count_row(void *context, const struct flow_row *row, struct err *err)
{
    (void)err;
    add(context, row->store_id, row->day, 1);
    return 0;
}

static void
add_spent(void *context, const struct spend_day *spent)
{
    add(context, spent->store_id, spent->day, spent->amount_fen);
}

static int
read_spend(struct db *db, const int64_t *store_id, struct daily *daily, struct err *err)
{
    return spend_each(db, daily->from, daily->to, store_id, add_spent, daily, err);
}

int
daily_read(struct db *db, struct arena *arena, enum daily_what what, int64_t from, int64_t to,
           const int64_t *store_id, struct daily *daily, struct err *err)
{
    const struct flow flow = {db,   arena, sources[what].of, {sources[what].column},
                              from, to,    store_id};
    *daily = (struct daily){.from = from, .to = to, .arena = arena};
    daily->all = arena_array(arena, (size_t)(to - from), sizeof *daily->all);
    if (what == DAILY_SPEND)
        return read_spend(db, store_id, daily, err);
    return flow_each(&flow, sources[what].column ? add_row : count_row, daily, err);
}

int64_t
daily_sum(const struct daily *daily, int64_t store_id, int64_t from, int64_t to)
{
    const int64_t *days = store_id == 0 ? daily->all : NULL;
    int64_t sum = 0;
    for (int i = 0; i < daily->store_count && !days; i++)
        if (daily->stores[i].id == store_id)
            days = daily->stores[i].days;
    if (from < daily->from)
        from = daily->from;
    for (int64_t day = from; days && day < to && day < daily->to; day++)
        sum += days[day - daily->from];
    return sum;
}
