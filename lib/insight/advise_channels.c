#include <math.h>

#include "base/day.h"
#include "client/codes.h"
#include "db/sql.h"
#include "insight/advise.h"
#include "insight/cells.h"
#include "insight/crowd.h"
#include "insight/flow.h"
#include "insight/spend.h"

enum { HALF_YEAR = 182, YEAR = 365 };

/* Of a client whom the window brought. */
struct won {
    int32_t day, channel;
    int64_t fen;
};

struct channel {
    int64_t id, clients, spend_fen, young_fen; /* young: spent since the window's end */
    double sum, squares;                       /* of what clients paid, fen */
    double value, low, high;
};

struct counting {
    const struct advise_query *query;
    int64_t from, to;
    struct crowd crowd;
    struct channel *channels;
    int count, room;
    int64_t recognised_fen, cost_fen;
};

static int
take_visit(void *context, const struct flow_row *row, struct err *err)
{
    struct counting *counting = context;
    (void)err;
    if (!row->value[1])
        return 0;
    struct won *won = crowd_at(&counting->crowd, row->client);
    won->day = (int32_t)row->day;
    won->channel = (int32_t)row->value[0];
    return 0;
}

static int
take_sale(void *context, const struct flow_row *row, struct err *err)
{
    struct counting *counting = context;
    struct won *won = crowd_at(&counting->crowd, row->client);
    (void)err;
    if (won->day && row->day < won->day + ADVISE_DAYS)
        won->fen += row->value[0];
    return 0;
}

static int
take_treatment(void *context, const struct flow_row *row, struct err *err)
{
    struct counting *counting = context;
    (void)err;
    counting->recognised_fen += row->value[0];
    counting->cost_fen += row->value[1];
    return 0;
}

static struct channel *
channel_of(struct counting *counting, int64_t id)
{
    for (int i = 0; i < counting->count; i++)
        if (counting->channels[i].id == id)
            return &counting->channels[i];
    counting->channels = arena_more(counting->query->arena, counting->channels, counting->count,
                                    &counting->room, sizeof *counting->channels);
    counting->channels[counting->count] = (struct channel){.id = id};
    return &counting->channels[counting->count++];
}

static void
add_spent(void *context, const struct spend_day *spent)
{
    struct counting *counting = context;
    struct channel *channel = channel_of(counting, spent->channel_id);
    if (spent->day < counting->to)
        channel->spend_fen += spent->amount_fen;
    else
        channel->young_fen += spent->amount_fen;
}

static int
read_spend(struct counting *counting, struct err *err)
{
    const struct advise_query *query = counting->query;
    return spend_each(query->db, counting->from, query->today + 1, query->store_id, add_spent,
                      counting, err);
}

static int
read_all(struct counting *counting, struct err *err)
{
    const struct advise_query *query = counting->query;
    const struct flow visits = {query->db,      query->arena, "visit",        {"channel", "first"},
                                counting->from, counting->to, query->store_id};
    const struct flow sales = {query->db,      query->arena,     "sale",         {"amount_fen"},
                               counting->from, query->today + 1, query->store_id};
    const struct flow treatments = {query->db,
                                    query->arena,
                                    "treatment",
                                    {"recognised_fen", "cost_fen"},
                                    query->today - YEAR + 1,
                                    query->today + 1,
                                    query->store_id};
    return flow_each(&visits, take_visit, counting, err) < 0 ||
                   flow_each(&sales, take_sale, counting, err) < 0 ||
                   flow_each(&treatments, take_treatment, counting, err) < 0
               ? -1
               : read_spend(counting, err);
}

static void
add_clients(struct counting *counting)
{
    int64_t client = -1;
    const struct won *won;
    while ((won = crowd_next(&counting->crowd, &client))) {
        if (!won->day)
            continue;
        struct channel *channel = channel_of(counting, won->channel);
        channel->clients++;
        channel->sum += (double)won->fen;
        channel->squares += (double)won->fen * (double)won->fen;
    }
}

/* The ROI at the margin of the house and its interval: the sum of n payments of their spread. */
static void
judge(struct channel *channel, double margin)
{
    double n = (double)channel->clients, spend = (double)channel->spend_fen;
    double spread = n > 1 ? (channel->squares - channel->sum * channel->sum / n) / (n - 1) : 0;
    double half = 1.959964 * sqrt(spread > 0 ? spread * n : 0);
    channel->value = (channel->sum * margin - spend) / spend;
    channel->low = ((channel->sum - half) * margin - spend) / spend;
    channel->high = ((channel->sum + half) * margin - spend) / spend;
}

static const char *
word_of(const struct channel *channel)
{
    if (channel->spend_fen == 0)
        return channel->young_fen > 0 ? "wait" : NULL;
    if (channel->clients < ADVISE_FEW)
        return NULL;
    return channel->high < 0 ? "stop" : channel->low > 0.5 ? "grow" : NULL;
}

static int
give(const struct counting *counting, const struct channel *channel, const struct channel *best,
     advice_seen *seen, void *context, struct err *err)
{
    const struct advise_query *query = counting->query;
    struct code_book *book = code_book_new(query->db, query->arena);
    const char *word = word_of(channel), *code = "unknown", *other = NULL;
    if (!word)
        return 0;
    bool young = channel->spend_fen == 0, stop = !young && channel->high < 0;
    if ((channel->id && code_book_find(book, CODE_CHANNEL, channel->id, &code, err) < 0) ||
        (stop && best && code_book_find(book, CODE_CHANNEL, best->id, &other, err) < 0))
        return -1;
    const char *window = advise_window(query, counting->from, counting->to);
    const struct advice advice = {
        .of = "channel",
        .subject = code,
        .advice = word,
        .with = other,
        .figure = "roi_margin",
        .value = young ? NAN : channel->value,
        .low = young ? NAN : channel->low,
        .high = young ? NAN : channel->high,
        .against = stop && best ? best->value : NAN,
        .n = channel->clients,
        .mature = !young,
        .amount_fen = young ? channel->young_fen : channel->spend_fen,
        .command =
            arena_printf(query->arena, "medi-kpi show roi roi_strict --by channel%s", window),
    };
    return seen(context, &advice, err);
}

int
advise_channels(const struct advise_query *query, advice_seen *seen, void *context, struct err *err)
{
    struct counting counting = {.query = query,
                                .to = query->today - ADVISE_DAYS,
                                .from = query->today - ADVISE_DAYS - HALF_YEAR,
                                .crowd = {.size = sizeof(struct won)}};
    const struct channel *best = NULL;
    int result = read_all(&counting, err);
    add_clients(&counting);
    crowd_release(&counting.crowd);
    double margin = counting.recognised_fen > 0
                        ? 1 - (double)counting.cost_fen / (double)counting.recognised_fen
                        : 1;
    for (int i = 0; i < counting.count; i++) {
        struct channel *channel = &counting.channels[i];
        if (channel->spend_fen == 0)
            continue;
        judge(channel, margin);
        if (channel->clients >= ADVISE_FEW && channel->low > 0 &&
            (!best || channel->value > best->value))
            best = channel;
    }
    for (int i = 0; i < counting.count && result == 0; i++)
        result = give(&counting, &counting.channels[i], best, seen, context, err);
    return result;
}

const char *
advise_window(const struct advise_query *query, int64_t from, int64_t to)
{
    char first[16], last[16];
    day_format(from, first);
    day_format(to, last);
    return arena_printf(query->arena, "%s%s --from %s --to %s", query->store ? " -s " : "",
                        query->store ? query->store : "", first, last);
}
