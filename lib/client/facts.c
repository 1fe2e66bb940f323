#include "client/facts.h"

#include <stdlib.h>

#include "client/fit.h"
#include "client/history.h"
#include "client/sorter.h"
#include "db/sql.h"

enum { SAMPLE = 20000, OVERDUE_MOST = 99999 };

/* ---- the model ------------------------------------------------------------------------------------ */

static int
sample_step(struct db *db, int64_t *step, struct err *err)
{
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_CLIENT_CLIENT_COUNT, NULL, 0, err);
    if (found != 1)
        return -1;
    *step = db_get_int(stmt, 0) / SAMPLE + 1;
    db_finish(stmt);
    return 0;
}

static void
add_buyer(struct fit *fit, struct history *history, int64_t today)
{
    struct buyer buyer;
    if (history_buyer(history, today, &buyer))
        fit_add(fit, &buyer);
    *history = (struct history){0};
}

static int
add_sample(struct db *db, int64_t today, int64_t step, struct fit *fit, struct err *err)
{
    const struct db_value values[] = {db_int(today), db_int(step)};
    struct history history = {0};
    struct db_stmt *stmt = NULL;
    int64_t client = 0;
    int more = sql_open(db, &stmt, SQL_CLIENT_SAMPLE, values, 2, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        if (db_get_int(stmt, 0) != client)
            add_buyer(fit, &history, today);
        client = db_get_int(stmt, 0);
        history_add(&history, db_get_int(stmt, 1), db_get_int(stmt, 2));
    }
    add_buyer(fit, &history, today);
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

int
facts_fit(struct db *db, struct arena *arena, int64_t today, struct nbd *nbd, const char **why,
          struct err *err)
{
    struct fit fit = {.model = NBD_MBG, .unit = FACTS_UNIT};
    struct err refused = {0};
    int64_t step;
    int result = sample_step(db, &step, err);
    if (result == 0)
        result = add_sample(db, today, step, &fit, err);
    if (result == 0)
        result = fit_run(&fit, &refused) == 0;
    if (result == 0)
        *why = arena_strdup(arena, refused.text);
    *nbd = fit.nbd;
    fit_release(&fit);
    return result;
}

/* ---- gathering ------------------------------------------------------------------------------------- */

/*
 * What is not read in the order of clients goes through a sorter: client, day, part and store are
 * the key. Visits, of
 * which there are most, come in that order by themselves.
 */
enum part { PART_CLIENT, PART_REFERRALS, PART_CYCLE, PART_PAID, PART_NO_VISIT, PART_VISIT };
enum {
    STORE_BITS = 12,
    PART_BITS = 4,
    DAY_BITS = 16,
    CLIENT_SHIFT = STORE_BITS + PART_BITS + DAY_BITS,
};

static int
add_item(struct sorter *sorter, const struct db_stmt *stmt, enum part part, struct err *err)
{
    bool dated = part != PART_CLIENT && part != PART_REFERRALS, paid = part == PART_PAID;
    int64_t client_id = db_get_int(stmt, 0), day = dated ? db_get_int(stmt, 1) : 0;
    int64_t store_id = paid ? db_get_int(stmt, 2) : 0;
    int value = paid ? 3 : dated ? 2 : 1;
    if (client_id >> 32 || day >> DAY_BITS || store_id >> STORE_BITS)
        return err_set(err, ERR_DB, _("client %lld: too many clients or stores, or a wrong day"),
                       (long long)client_id);
    uint64_t key = (uint64_t)client_id << CLIENT_SHIFT | (uint64_t)day << (PART_BITS + STORE_BITS) |
                   (uint64_t)part << STORE_BITS | (uint64_t)store_id;
    return sorter_add(sorter, key, db_get_int(stmt, value), err);
}

static int
add_part(struct db *db, struct sorter *sorter, enum part part, int64_t today, struct err *err)
{
    static const enum sql_id statements[] = {
        [PART_CLIENT] = SQL_CLIENT_FACTS_CLIENTS,     [PART_REFERRALS] = SQL_CLIENT_FACTS_REFERRALS,
        [PART_CYCLE] = SQL_CLIENT_FACTS_CYCLES,       [PART_PAID] = SQL_CLIENT_FACTS_PAID,
        [PART_NO_VISIT] = SQL_CLIENT_FACTS_NO_VISITS,
    };
    const struct db_value value = db_int(today);
    struct db_stmt *stmt = NULL;
    int more = sql_open(db, &stmt, statements[part], &value, part != PART_CLIENT, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1)
        if (add_item(sorter, stmt, part, err) < 0)
            more = -1;
    db_finish(stmt);
    return more;
}

static int
sort_parts(const struct facts_spec *spec, struct sorter *sorter, struct err *err)
{
    for (int part = PART_CLIENT; part <= PART_NO_VISIT; part++)
        if (add_part(spec->db, sorter, (enum part)part, spec->today, err) < 0)
            return -1;
    return sorter_sort(sorter, err);
}

/* ---- one client ------------------------------------------------------------------------------------- */

struct days {
    int64_t *items;
    size_t count, room;
};

/* What is gathered of a client while their rows come by. */
struct gathering {
    const struct facts_spec *spec;
    int64_t client_id;
    bool counts;
    int64_t referrals, cycle;
    uint64_t cycle_at;
    int64_t spend, year, purchases, purchase_day, first_purchase;
    uint64_t paid_at; /* client, day, part and store of the payments that are being added up */
    int64_t paid;
    struct history history;
    struct days none, visits, gaps;
    size_t at_none;
};

static void
days_add(struct days *days, int64_t day)
{
    if (days->count == days->room) {
        days->room = days->room ? 2 * days->room : 64;
        days->items = mem_resize(days->items, days->room * sizeof *days->items);
    }
    days->items[days->count++] = day;
}

static void
begin_client(struct gathering *gathering, int64_t client_id)
{
    gathering->client_id = client_id;
    gathering->counts = false;
    gathering->referrals = gathering->cycle = 0;
    gathering->spend = gathering->year = gathering->purchases = gathering->paid = 0;
    gathering->purchase_day = gathering->first_purchase = NO_VALUE;
    gathering->paid_at = gathering->cycle_at = 0;
    gathering->history = (struct history){0};
    gathering->none.count = gathering->visits.count = 0;
    gathering->at_none = 0;
}

static int64_t
day_of(uint64_t key)
{
    return (int64_t)(key >> (PART_BITS + STORE_BITS) & ((1 << DAY_BITS) - 1));
}

/* What a store took in on a day is a purchase if something was left of it. */
static void
close_paid(struct gathering *gathering)
{
    int64_t day = day_of(gathering->paid_at), fen = gathering->paid;
    gathering->spend += fen;
    if (day > gathering->spec->today - FACTS_YEAR)
        gathering->year += fen;
    gathering->paid = 0;
    if (fen <= 0)
        return;
    history_add(&gathering->history, day, fen);
    if (gathering->first_purchase == NO_VALUE)
        gathering->first_purchase = day;
    if (day != gathering->purchase_day)
        gathering->purchases++;
    gathering->purchase_day = day;
}

static void
take_item(struct gathering *gathering, const struct sort_item *item)
{
    switch ((enum part)(item->key >> STORE_BITS & ((1 << PART_BITS) - 1))) {
    case PART_CLIENT:
        gathering->counts = true;
        break;
    case PART_REFERRALS:
        gathering->referrals = item->value;
        break;
    case PART_CYCLE: /* the last one; of one day's the longest, so that all engines agree */
        if (day_of(item->key) != day_of(gathering->cycle_at) || item->value > gathering->cycle)
            gathering->cycle = item->value;
        gathering->cycle_at = item->key;
        break;
    case PART_PAID:
        if (item->key != gathering->paid_at)
            close_paid(gathering);
        gathering->paid_at = item->key;
        gathering->paid += item->value;
        break;
    case PART_NO_VISIT:
        days_add(&gathering->none, day_of(item->key));
        break;
    case PART_VISIT:
        break;
    }
}

/* Of the visits of a day as many are passed over as count not. */
static void
take_visit(struct gathering *gathering, int64_t day)
{
    struct days *none = &gathering->none, *visits = &gathering->visits;
    while (gathering->at_none < none->count && none->items[gathering->at_none] < day)
        gathering->at_none++;
    if (gathering->at_none < none->count && none->items[gathering->at_none] == day)
        gathering->at_none++;
    else if (visits->count == 0 || visits->items[visits->count - 1] != day)
        days_add(visits, day);
}

/* ---- what it comes to ------------------------------------------------------------------------------- */

static int
by_size(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

static int64_t
median_gap(struct gathering *gathering)
{
    const struct days *visits = &gathering->visits;
    struct days *gaps = &gathering->gaps;
    gaps->count = 0;
    for (size_t i = 1; i < visits->count; i++)
        days_add(gaps, visits->items[i] - visits->items[i - 1]);
    qsort(gaps->items, gaps->count, sizeof *gaps->items, by_size);
    return (gaps->items[(gaps->count - 1) / 2] + gaps->items[gaps->count / 2]) / 2;
}

static int64_t
overdue(struct gathering *gathering, int64_t recency)
{
    enum { OWN = 3 };
    int64_t cycle = gathering->visits.count >= OWN ? median_gap(gathering) : gathering->cycle;
    if (cycle <= 0)
        return NO_VALUE;
    int64_t milli = recency * 1000 / cycle;
    return milli > OVERDUE_MOST ? OVERDUE_MOST : milli;
}

static void
reckon_visits(struct gathering *gathering, struct facts *facts)
{
    const struct days *visits = &gathering->visits;
    int64_t today = gathering->spec->today, *of = facts->measures.of, in_year = 0;
    of[M_VISITS] = (int64_t)visits->count;
    for (size_t i = visits->count; i > 0 && visits->items[i - 1] > today - FACTS_YEAR; i--)
        in_year++;
    of[M_YEAR_VISITS] = in_year;
    facts->first_on = facts->last_on = NO_VALUE;
    if (!visits->count)
        return;
    facts->first_on = visits->items[0];
    facts->last_on = visits->items[visits->count - 1];
    of[M_RECENCY_DAYS] = today - facts->last_on;
    of[M_TENURE_DAYS] = today - facts->first_on;
    of[M_OVERDUE_MILLI] = overdue(gathering, of[M_RECENCY_DAYS]);
}

static void
reckon_outlook(struct gathering *gathering, int64_t *of)
{
    const struct facts_spec *spec = gathering->spec;
    struct buyer buyer;
    if (!spec->nbd || !history_buyer(&gathering->history, spec->today, &buyer))
        return;
    double alive = nbd_alive(spec->nbd, (double)buyer.x, (double)buyer.t_x / FACTS_UNIT,
                             (double)buyer.t / FACTS_UNIT);
    int64_t milli = (int64_t)(alive * 1000 + 0.5);
    int64_t span = spec->today - gathering->first_purchase;
    if (buyer.x >= 1)
        of[M_ALIVE_MILLI] = milli;
    if (gathering->spend > 0 && gathering->spend < INT64_C(1000000000000))
        of[M_POTENTIAL_FEN] =
            gathering->spend * FACTS_YEAR / (span < FACTS_YEAR ? FACTS_YEAR : span) * milli / 1000;
}

static int
end_client(struct gathering *gathering, facts_seen *seen, void *context, struct err *err)
{
    struct facts facts = {.client_id = gathering->client_id};
    int64_t *of = facts.measures.of;
    if (!gathering->counts)
        return 0;
    measures_clear(&facts.measures);
    reckon_visits(gathering, &facts);
    of[M_PURCHASES] = gathering->purchases;
    of[M_SPEND_FEN] = gathering->spend;
    of[M_YEAR_FEN] = gathering->year;
    of[M_REFERRALS] = gathering->referrals;
    reckon_outlook(gathering, of);
    return seen(context, &facts, err);
}

static void
gathering_release(struct gathering *gathering)
{
    free(gathering->none.items);
    free(gathering->visits.items);
    free(gathering->gaps.items);
}

/* The two ways in which rows come, both in the order of clients; a client is over when neither has
 * more of them. */
struct coming {
    struct sorter *sorter;
    struct db_stmt *visits;
    struct sort_item item;
    int more_items, more_visits; /* 1: one stands ready */
    int64_t next_visit;          /* its client */
};

static int
next_item(struct coming *coming, struct err *err)
{
    return coming->more_items = sorter_next(coming->sorter, &coming->item, err);
}

static int
next_visit(struct coming *coming, struct err *err)
{
    coming->more_visits = db_step(coming->visits, err);
    if (coming->more_visits == 1)
        coming->next_visit = db_get_int(coming->visits, 0);
    return coming->more_visits;
}

static int
gather_client(struct coming *coming, struct gathering *gathering, struct err *err)
{
    int64_t item = coming->more_items ? (int64_t)(coming->item.key >> CLIENT_SHIFT) : INT64_MAX;
    int64_t visit = coming->more_visits ? coming->next_visit : INT64_MAX;
    int64_t client_id = item < visit ? item : visit;
    begin_client(gathering, client_id);
    while (coming->more_items && (int64_t)(coming->item.key >> CLIENT_SHIFT) == client_id) {
        take_item(gathering, &coming->item);
        if (next_item(coming, err) < 0)
            return -1;
    }
    close_paid(gathering);
    while (coming->more_visits && coming->next_visit == client_id) {
        take_visit(gathering, db_get_int(coming->visits, 1));
        if (next_visit(coming, err) < 0)
            return -1;
    }
    return 0;
}

int
facts_each(const struct facts_spec *spec, facts_seen *seen, void *context, struct err *err)
{
    const struct db_value today = db_int(spec->today);
    struct gathering gathering = {.spec = spec};
    struct coming coming = {.sorter = sorter_new()};
    int result = -1;
    if (sort_parts(spec, coming.sorter, err) < 0 || next_item(&coming, err) < 0 ||
        sql_open(spec->db, &coming.visits, SQL_CLIENT_FACTS_VISITS, &today, 1, err) < 0 ||
        next_visit(&coming, err) < 0)
        goto out;
    result = 0;
    while (result == 0 && (coming.more_items || coming.more_visits))
        result = gather_client(&coming, &gathering, err) < 0 ||
                         end_client(&gathering, seen, context, err) < 0
                     ? -1
                     : 0;
out:
    db_finish(coming.visits);
    sorter_free(coming.sorter);
    gathering_release(&gathering);
    return result;
}
