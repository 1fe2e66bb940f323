#include "base/day.h"
#include "db/sql.h"
#include "insight/profit.h"
#include "setting/setting.h"

enum { RATE_MONTHS = 3 };

struct asking {
    const struct profit_query *query;
    struct settings settings;
    int64_t now; /* the month that is not over */
};

static int
number(const struct asking *asking, const char *name, int64_t store_id, int64_t *value,
       struct err *err)
{
    const struct setting *setting = setting_find(&asking->settings, name, err);
    return setting
               ? setting_int(asking->query->db, asking->query->arena, setting, store_id, value, err)
               : -1;
}

/* The profit of each month, the chain's, so that its spending falls on a store whoever asks; months[i]
 * by store. */
struct month {
    int64_t from;
    struct profit_row *rows;
    int count;
};

static int64_t
fen_of(const struct month *month, int64_t store_id)
{
    for (int i = 0; i < month->count; i++)
        if (!month->rows[i].nobody && month->rows[i].key == store_id)
            return profit_of(&month->rows[i]);
    return 0;
}

static int
read_months(const struct asking *asking, int64_t from, struct month **months, int *count,
            struct err *err)
{
    struct profit_query query = *asking->query;
    int room = 0;
    query.by = PROFIT_BY_STORE;
    query.store_id = NULL;
    *months = NULL;
    *count = 0;
    for (; from < asking->now; from = day_add_months(from, 1)) {
        *months = arena_more(query.arena, *months, *count, &room, sizeof **months);
        struct month *month = &(*months)[(*count)++];
        month->from = query.from = from;
        query.to = day_add_months(from, 1);
        if (profit_count(&query, &month->rows, &month->count, err) < 0)
            return -1;
    }
    return 0;
}

/* When it was paid back, or will be at this rate. */
static void
find_day(const struct asking *asking, struct payback *payback)
{
    int64_t left = payback->invested_fen - payback->returned_fen;
    if (payback->done)
        return;
    int64_t ahead = payback->rate_fen > 0 ? (left + payback->rate_fen - 1) / payback->rate_fen : 0;
    if (ahead > 0 && ahead < 1200)
        payback->paid_back_on = day_add_months(asking->now, (int)ahead);
}

static void
judge(const struct asking *asking, struct payback *payback, const struct month *months, int count)
{
    int64_t opened = day_month_start(payback->opened_on), lately = 0, recent = 0;
    for (int i = 0; i < count; i++) {
        if (months[i].from < opened)
            continue;
        int64_t fen = fen_of(&months[i], payback->store_id);
        payback->months++;
        payback->profit_fen += fen;
        payback->returned_fen += fen - payback->fixed_fen;
        if (!payback->done && payback->returned_fen >= payback->invested_fen) {
            payback->done = true;
            payback->paid_back_on = day_add_months(months[i].from, 1);
        }
        if (i >= count - RATE_MONTHS) {
            lately += fen - payback->fixed_fen;
            recent++;
        }
    }
    payback->rate_fen = recent ? lately / recent : 0;
    find_day(asking, payback);
}

/* Those of the stores in which something was invested; `first` is the month of the earliest opening. */
static int
keep_invested(const struct asking *asking, struct payback *all, int *count, int64_t *first,
              struct err *err)
{
    int kept = 0;
    *first = asking->now;
    for (int i = 0; i < *count; i++) {
        struct payback payback = all[i];
        if (number(asking, "kpi.store_invested_fen", payback.store_id, &payback.invested_fen, err) <
                0 ||
            number(asking, "kpi.store_fixed_fen", payback.store_id, &payback.fixed_fen, err) < 0)
            return -1;
        if (payback.invested_fen <= 0 || !payback.opened_on)
            continue;
        if (day_month_start(payback.opened_on) < *first)
            *first = day_month_start(payback.opened_on);
        all[kept++] = payback;
    }
    *count = kept;
    return 0;
}

static int
read_stores(const struct profit_query *query, struct payback **paybacks, int *count,
            struct err *err)
{
    const struct db_value value = query->store_id ? db_int(*query->store_id) : db_null();
    struct db_stmt *stmt = NULL;
    int room = 0, result = sql_open(query->db, &stmt, SQL_INSIGHT_STORES_OPEN, &value, 1, err);
    *paybacks = NULL;
    *count = 0;
    while (result == 0 && (result = db_step(stmt, err)) == 1) {
        *paybacks = arena_more(query->arena, *paybacks, *count, &room, sizeof **paybacks);
        (*paybacks)[(*count)++] = (struct payback){.store_id = db_get_int(stmt, 0),
                                                   .store = db_keep_text(stmt, 1, query->arena),
                                                   .opened_on = db_get_int(stmt, 2)};
        result = 0;
    }
    db_finish(stmt);
    return result;
}

int
payback_count(const struct profit_query *query, int64_t today, struct payback **paybacks,
              int *count, struct err *err)
{
    struct asking asking = {.query = query, .now = day_month_start(today)};
    struct month *months = NULL;
    int64_t first = 0;
    int month_count = 0;
    if (settings_load(query->arena, query->packs, &asking.settings, err) < 0 ||
        read_stores(query, paybacks, count, err) < 0 ||
        keep_invested(&asking, *paybacks, count, &first, err) < 0 ||
        read_months(&asking, first, &months, &month_count, err) < 0)
        return -1;
    for (int i = 0; i < *count; i++)
        judge(&asking, &(*paybacks)[i], months, month_count);
    return 0;
}
