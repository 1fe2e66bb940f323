#include "client/facts.h"

#include <stdlib.h>

#include "client/fit.h"
#include "client/facts_rows.h"
#include "client/history.h"
#include "db/sql.h"

enum { SAMPLE = 20000, OVERDUE_MOST = 99999 };

/* ---- one client ------------------------------------------------------------------------------------- */

struct days {
    int64_t *items;
    size_t count, room;
};

/* What is gathered of a client while their rows come by. */
struct gathering {
    struct facts_spec *spec;
    int64_t client_id;
    bool counts;
    int64_t referrals, cycle;
    int64_t spend, year, purchases, purchase_day, first_purchase;
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
    gathering->spend = gathering->year = gathering->purchases = 0;
    gathering->purchase_day = gathering->first_purchase = NO_VALUE;
    gathering->history = (struct history){0};
    gathering->none.count = gathering->visits.count = 0;
    gathering->at_none = 0;
}

/* What a store took in on a day is a purchase if something was left of it. */
static void
take_paid(struct gathering *gathering, int64_t day, int64_t fen)
{
    gathering->spend += fen;
    if (day > gathering->spec->today - FACTS_YEAR)
        gathering->year += fen;
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
take_item(struct gathering *gathering, const struct merge_item *item)
{
    switch (part_of(item->key)) {
    case PART_CLIENT:
        gathering->counts = true;
        break;
    case PART_REFERRALS:
        gathering->referrals = item->value;
        break;
    case PART_CYCLE:
        gathering->cycle = item->value;
        break;
    case PART_PAID:
        take_paid(gathering, part_day(item->key), item->value);
        break;
    case PART_NO_VISIT:
        days_add(&gathering->none, part_day(item->key));
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

/* Puts a gap where it belongs among those before it: there are few, and most come once a cycle. */
static void
gap_add(struct days *gaps, int64_t gap)
{
    days_add(gaps, gap);
    size_t at = gaps->count - 1;
    for (; at > 0 && gaps->items[at - 1] > gap; at--)
        gaps->items[at] = gaps->items[at - 1];
    gaps->items[at] = gap;
}

static int64_t
median_gap(struct gathering *gathering)
{
    const struct days *visits = &gathering->visits;
    struct days *gaps = &gathering->gaps;
    gaps->count = 0;
    for (size_t i = 1; i < visits->count; i++)
        gap_add(gaps, visits->items[i] - visits->items[i - 1]);
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

/* The two ways in which rows come, both in the order of clients; a client is over when neither has more of
 * them. */
struct coming {
    struct merger *merger;
    struct db_stmt *visits;
    struct merge_item item;
    int more_items, more_visits; /* 1: one stands ready */
    int64_t next_visit;          /* its client */
};

static int
next_item(struct coming *coming, struct err *err)
{
    return coming->more_items = merger_next(coming->merger, &coming->item, err);
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
    int64_t item = coming->more_items ? part_client(coming->item.key) : INT64_MAX;
    int64_t visit = coming->more_visits ? coming->next_visit : INT64_MAX;
    int64_t client_id = item < visit ? item : visit;
    begin_client(gathering, client_id);
    while (coming->more_items && part_client(coming->item.key) == client_id) {
        take_item(gathering, &coming->item);
        if (next_item(coming, err) < 0)
            return -1;
    }
    while (coming->more_visits && coming->next_visit == client_id) {
        take_visit(gathering, db_get_int(coming->visits, 1));
        if (next_visit(coming, err) < 0)
            return -1;
    }
    return 0;
}

/* ---- the model --------------------------------------------------------------------------------------- */

/* Every so-many-th client who bought something, counted from one on. */
static int
add_sample(struct coming *coming, struct gathering *gathering, int64_t step, int64_t from,
           struct fit *fit, struct err *err)
{
    struct buyer buyer;
    while (coming->more_items) {
        int64_t client_id = part_client(coming->item.key);
        bool taken = client_id % step == from % step;
        begin_client(gathering, client_id);
        while (coming->more_items && part_client(coming->item.key) == client_id) {
            if (taken)
                take_item(gathering, &coming->item);
            if (next_item(coming, err) < 0)
                return -1;
        }
        if (taken && gathering->counts &&
            history_buyer(&gathering->history, gathering->spec->today, &buyer))
            fit_add(fit, &buyer);
    }
    return 0;
}

/* 1 fitted; 0 the data cannot carry it, and the spec says why; -1. */
static int
fit_sample(struct coming *coming, struct gathering *gathering, int64_t step, int64_t from,
           struct nbd *nbd, struct err *err)
{
    struct facts_spec *spec = gathering->spec;
    struct fit fit = {.model = NBD_MBG, .unit = FACTS_UNIT};
    struct err refused = {0};
    int result = merger_begin(coming->merger, err) < 0 || next_item(coming, err) < 0 ||
                         add_sample(coming, gathering, step, from, &fit, err) < 0
                     ? -1
                     : fit_run(&fit, &refused) == 0;
    if (result == 0)
        spec->no_model = arena_strdup(spec->arena, refused.text);
    *nbd = fit.nbd;
    fit_release(&fit);
    return result;
}

/* A search that comes to no rest with one sample may do so with another. */
static int
fit_model(struct coming *coming, struct gathering *gathering, int64_t clients, struct nbd *nbd,
          struct err *err)
{
    enum { TRIES = 4 };
    int64_t step = clients / SAMPLE + 1;
    int result = 0;
    for (int64_t from = 0; from < TRIES && from < step && result == 0; from++)
        result = fit_sample(coming, gathering, step, from, nbd, err);
    if (result == 1) {
        gathering->spec->no_model = NULL;
        gathering->spec->nbd = nbd;
    }
    return result;
}

int
facts_each(struct facts_spec *spec, facts_seen *seen, void *context, struct err *err)
{
    const struct db_value today = db_int(spec->today);
    struct gathering gathering = {.spec = spec};
    struct coming coming = {0};
    const struct nbd *given = spec->nbd;
    struct nbd nbd;
    int64_t clients;
    int result = -1;
    if (merger_new(&coming.merger, err) < 0 ||
        facts_rows(spec->db, coming.merger, spec->today, &clients, err) < 0 ||
        (spec->fit && fit_model(&coming, &gathering, clients, &nbd, err) < 0) ||
        merger_begin(coming.merger, err) < 0 || next_item(&coming, err) < 0 ||
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
    spec->nbd = given;
    db_finish(coming.visits);
    merger_free(coming.merger);
    gathering_release(&gathering);
    return result;
}
