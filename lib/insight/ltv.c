#include "insight/ltv.h"

#include <math.h>
#include <stdlib.h>

#include "base/day.h"
#include "client/fit.h"
#include "db/sql.h"
#include "insight/flow.h"
#include "insight/ltv_curve.h"
#include "insight/crowd.h"
#include "insight/spend.h"

enum { WEEK = 7, YEAR = 365 };

/* Of a client. */
struct worth {
    struct history history;
    int64_t paid_fen, margin_fen;
    int32_t channel;
};

struct counting {
    const struct ltv_query *query;
    struct ltv *ltv;
    struct crowd crowd;
    int64_t store_id, day, fen; /* the purchase that is open */
    int32_t client;
    int64_t recognised_fen, cost_fen; /* of the year up to today */
    struct fit fit;
    struct ltv_curve curve;
    int room;
};

/* ---- reading ------------------------------------------------------------------------------------- */

static int
close_purchase(struct counting *counting, struct err *err)
{
    struct worth *worth = crowd_at(&counting->crowd, counting->client);
    if (counting->fen > 0 &&
        history_add(&worth->history, counting->day, counting->fen) != HISTORY_TAKEN)
        return err_set(err, ERR_DATA, _("the amounts of a client are too large to be added"));
    counting->fen = 0;
    return 0;
}

static int
take_sale(void *context, const struct flow_row *row, struct err *err)
{
    struct counting *counting = context;
    if ((row->client != counting->client || row->day != counting->day ||
         row->store_id != counting->store_id) &&
        close_purchase(counting, err) < 0)
        return -1;
    counting->client = row->client;
    counting->day = row->day;
    counting->store_id = row->store_id;
    counting->fen += row->value[1];
    struct worth *worth = crowd_at(&counting->crowd, row->client);
    worth->channel = (int32_t)row->value[0];
    worth->paid_fen += row->value[1];
    return 0;
}

static int
take_treatment(void *context, const struct flow_row *row, struct err *err)
{
    struct counting *counting = context;
    struct worth *worth = crowd_at(&counting->crowd, row->client);
    (void)err;
    worth->margin_fen += row->value[0] - row->value[1];
    if (row->day > counting->query->today - YEAR) {
        counting->recognised_fen += row->value[0];
        counting->cost_fen += row->value[1];
    }
    return 0;
}

static int
read_all(struct counting *counting, struct err *err)
{
    const struct ltv_query *query = counting->query;
    const struct flow sales = {
        query->db,  query->arena,     "sale",         {"channel", "amount_fen"},
        FLOW_FIRST, query->today + 1, query->store_id};
    const struct flow treatments = {
        query->db,  query->arena,     "treatment",    {"recognised_fen", "cost_fen"},
        FLOW_FIRST, query->today + 1, query->store_id};
    if (flow_each(&sales, take_sale, counting, err) < 0 || close_purchase(counting, err) < 0)
        return -1;
    return isnan(query->margin) ? flow_each(&treatments, take_treatment, counting, err) : 0;
}

static void
learn_margin(struct counting *counting)
{
    struct ltv *ltv = counting->ltv;
    ltv->margin = counting->query->margin;
    ltv->margin_known = !isnan(ltv->margin);
    if (!ltv->margin_known && counting->recognised_fen > 0) {
        ltv->margin = 1 - (double)counting->cost_fen / (double)counting->recognised_fen;
        ltv->margin_known = true;
    }
}

/* ---- the model ----------------------------------------------------------------------------------- */

/* The client's figures, or false if they bought nothing. The history is closed for good. */
static bool
next_buyer(struct counting *counting, int64_t *client, struct worth **worth, struct buyer *buyer)
{
    while ((*worth = crowd_next(&counting->crowd, client)))
        if (history_buyer(&(*worth)->history, counting->query->today, buyer))
            return true;
    return false;
}

/* A fit that the data cannot carry is no error here: then there is no forecast. */
static int
fit_model(struct counting *counting, struct err *err)
{
    struct worth *worth;
    struct buyer buyer;
    int64_t buyers = 0, client = -1, number = 0;
    while (next_buyer(counting, &client, &worth, &buyer))
        buyers++;
    int64_t each = (buyers + LTV_SAMPLE - 1) / LTV_SAMPLE;
    counting->fit = (struct fit){.model = NBD_MBG, .unit = WEEK, .spend_wanted = true};
    client = -1;
    while (next_buyer(counting, &client, &worth, &buyer))
        if (number++ % each == 0)
            fit_add(&counting->fit, &buyer);
    if (fit_run(&counting->fit, err) == 0) {
        ltv_curve_init(&counting->curve, &counting->fit.nbd, WEEK, counting->query->discount);
        return 0;
    }
    if (err->kind != ERR_DATA)
        return -1;
    counting->ltv->no_model = arena_strdup(counting->query->arena, err->text);
    err_clear(err);
    return 0;
}

/* ---- groups -------------------------------------------------------------------------------------- */

static struct ltv_group *
group_of(struct counting *counting, int64_t key)
{
    struct ltv *ltv = counting->ltv;
    for (int i = ltv->count - 1; i >= 0; i--)
        if (ltv->groups[i].key == key)
            return &ltv->groups[i];
    ltv->groups = arena_more(counting->query->arena, ltv->groups, ltv->count, &counting->room,
                             sizeof *ltv->groups);
    ltv->groups[ltv->count] = (struct ltv_group){.key = key};
    return &ltv->groups[ltv->count++];
}

static int64_t
key_of(const struct ltv_query *query, int64_t channel, int64_t day)
{
    return query->by == LTV_BY_CHANNEL  ? channel
           : query->by == LTV_BY_COHORT ? day_month_start(day)
                                        : 0;
}

static void
count_buyer(struct counting *counting, const struct worth *worth, const struct buyer *buyer)
{
    const struct ltv_query *query = counting->query;
    struct ltv *ltv = counting->ltv;
    int64_t first = query->today - buyer->t;
    if (first < query->from || first >= query->to)
        return;
    struct ltv_group *group = group_of(counting, key_of(query, worth->channel, first));
    group->clients++;
    group->repeaters += buyer->x > 0;
    group->paid_fen += worth->paid_fen;
    group->margin_fen +=
        isnan(query->margin) ? worth->margin_fen : llround((double)worth->paid_fen * query->margin);
    if (ltv->no_model)
        return;
    const struct outlook outlook = {.alive = nbd_alive(&counting->fit.nbd, (double)buyer->x,
                                                       (double)buyer->t_x / WEEK,
                                                       (double)buyer->t / WEEK),
                                    .value = spend_expected(&counting->fit.spend, (double)buyer->x,
                                                            (double)buyer->repeat_fen / 100) *
                                             100};
    group->alive += outlook.alive;
    group->forecast_fen += outlook.alive * ltv_curve_at(&counting->curve, buyer->x, buyer->t) *
                           (isnan(outlook.value) ? 0 : outlook.value) * ltv->margin;
}

static void
add_spent(void *context, const struct spend_day *spent)
{
    struct counting *counting = context;
    group_of(counting, key_of(counting->query, spent->channel_id, spent->day))->spend_fen +=
        spent->amount_fen;
}

static int
add_spend(struct counting *counting, struct err *err)
{
    const struct ltv_query *query = counting->query;
    int64_t to = query->to <= query->today ? query->to : query->today + 1;
    return spend_each(query->db, query->from, to, query->store_id, add_spent, counting, err);
}

static int
by_key(const void *a, const void *b)
{
    const struct ltv_group *one = a, *other = b;
    return (one->key > other->key) - (one->key < other->key);
}

int
ltv_count(const struct ltv_query *query, struct ltv *ltv, struct err *err)
{
    struct counting counting = {
        .query = query, .ltv = ltv, .crowd = {.size = sizeof(struct worth)}};
    struct worth *worth;
    struct buyer buyer;
    int64_t client = -1;
    *ltv = (struct ltv){0};
    int result = read_all(&counting, err);
    if (result == 0)
        result = fit_model(&counting, err);
    learn_margin(&counting);
    while (result == 0 && next_buyer(&counting, &client, &worth, &buyer))
        count_buyer(&counting, worth, &buyer);
    if (result == 0)
        result = add_spend(&counting, err);
    if (ltv->count > 1)
        qsort(ltv->groups, (size_t)ltv->count, sizeof *ltv->groups, by_key);
    ltv_curve_release(&counting.curve);
    fit_release(&counting.fit);
    crowd_release(&counting.crowd);
    return result;
}
