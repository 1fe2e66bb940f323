#include "fact/deals.h"

#include <stdlib.h>
#include <string.h>

#include "fact/scan.h"

int
order_kind(const char *word)
{
    return word[0] == 'd' ? KIND_DEPOSIT : word[0] == 'p' ? KIND_PAYMENT : KIND_REFUND;
}

bool
order_deal(const struct order_line *lines, int count, int64_t threshold_fen, int *end)
{
    bool pays = false;
    int64_t net = 0;
    for (int i = 0; i < count; i++) {
        net += lines[i].amount;
        pays |= lines[i].kind == KIND_PAYMENT;
        bool last = i + 1 == count || lines[i + 1].day != lines[i].day;
        if (last && pays && net > threshold_fen) {
            *end = i + 1;
            return true;
        }
    }
    return false;
}

static int
compare_deals(const void *one, const void *other)
{
    const struct deal *a = one, *b = other;
    int64_t by = a->day != b->day ? a->day - b->day : a->store_id - b->store_id;
    return by < 0 ? -1 : by > 0;
}

/* ---- of one client ------------------------------------------------------------------------------- */

struct asked {
    struct order_line line;
    int64_t store_id;
    const char *order;
};

static int
compare_asked(const void *one, const void *other)
{
    const struct asked *a = one, *b = other;
    int64_t by = a->store_id - b->store_id;
    if (by == 0)
        by = strcmp(a->order, b->order);
    if (by == 0)
        by = a->line.day - b->line.day;
    return by < 0 ? -1 : by > 0;
}

static int
ask(struct maker *maker, int64_t client_id, struct asked **list, int *count, struct err *err)
{
    struct db_value value = db_int(client_id);
    struct db_stmt *stmt = maker_ask(maker, SQL_FACT_PAYMENT_CLIENT, &value, err);
    int more = -1, room = 0;
    *list = NULL;
    *count = 0;
    while (stmt && (more = db_step(stmt, err)) == 1) {
        *list = arena_more(&maker->days, *list, *count, &room, sizeof **list);
        (*list)[(*count)++] = (struct asked){
            .store_id = db_get_int(stmt, 0),
            .order = db_keep_text(stmt, 3, &maker->days),
            .line = {.day = db_get_int(stmt, 1),
                     .kind = order_kind(db_get_text(stmt, 4)),
                     .amount = db_get_int(stmt, 5)},
        };
    }
    if (stmt)
        db_reset(stmt);
    return more;
}

static int
ask_deals(struct maker *maker, int64_t client_id, struct deal **list, int *count, struct err *err)
{
    struct asked *lines;
    int line_count;
    *count = 0;
    if (ask(maker, client_id, &lines, &line_count, err) < 0)
        return -1;
    *list = arena_array(&maker->days, (size_t)line_count, sizeof **list);
    struct order_line *order = arena_array(&maker->days, (size_t)line_count, sizeof *order);
    if (line_count)
        qsort(lines, (size_t)line_count, sizeof *lines, compare_asked);
    for (int i = 0, length, end; i < line_count; i += length) {
        const struct asked *first = &lines[i];
        for (length = 0; i + length < line_count && lines[i + length].store_id == first->store_id &&
                         strcmp(lines[i + length].order, first->order) == 0;
             length++)
            order[length] = lines[i + length].line;
        int64_t threshold = maker_store(maker, first->store_id)->threshold_fen;
        if (order_deal(order, length, threshold, &end))
            (*list)[(*count)++] = (struct deal){order[end - 1].day, first->store_id};
    }
    if (*count)
        qsort(*list, (size_t)*count, sizeof **list, compare_deals);
    return 0;
}

/* ---- of all -------------------------------------------------------------------------------------- */

struct known {
    int32_t client, day, store_id;
};

struct deals {
    struct known *list; /* by client, day, store */
    int count, room;
    struct deal *found;
    int found_room;
};

static int
compare_known(const void *one, const void *other)
{
    const struct known *a = one, *b = other;
    int64_t by = a->client != b->client ? (int64_t)a->client - b->client
                 : a->day != b->day     ? (int64_t)a->day - b->day
                                        : (int64_t)a->store_id - b->store_id;
    return by < 0 ? -1 : by > 0;
}

static int
take_block(void *context, const struct fact_block *block, struct err *err)
{
    struct deals *deals = context;
    (void)err;
    for (int i = 0; i < block->rows; i++) {
        if (deals->count == deals->room) {
            deals->room = 2 * deals->room + 1024;
            deals->list = mem_resize(deals->list, (size_t)deals->room * sizeof *deals->list);
        }
        deals->list[deals->count++] =
            (struct known){block->client[i], (int32_t)block->day, (int32_t)block->store_id};
    }
    return 0;
}

int
deals_load(struct maker *maker, struct err *err)
{
    const struct fact_scan scan = {.fact = fact_at(FACT_DEAL), .from = INT32_MIN, .to = INT32_MAX};
    struct deals *deals = mem_alloc(sizeof *deals);
    *deals = (struct deals){0};
    deals_free(maker->deals);
    maker->deals = deals;
    if (scan_raw(maker->db, &maker->days, &scan, take_block, deals, err) < 0)
        return -1;
    if (deals->count)
        qsort(deals->list, (size_t)deals->count, sizeof *deals->list, compare_known);
    return 0;
}

void
deals_free(struct deals *deals)
{
    if (!deals)
        return;
    free(deals->list);
    free(deals->found);
    free(deals);
}

/* The first of that client, or where it would stand. */
static int
search(const struct deals *deals, int64_t client_id)
{
    int low = 0, high = deals->count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (deals->list[middle].client < client_id)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int
deals_of(struct maker *maker, int64_t client_id, struct deal **list, int *count, struct err *err)
{
    struct deals *deals = maker->deals;
    if (!deals)
        return ask_deals(maker, client_id, list, count, err);
    *count = 0;
    for (int i = search(deals, client_id); i < deals->count && deals->list[i].client == client_id;
         i++) {
        if (*count == deals->found_room) {
            deals->found_room = 2 * deals->found_room + 16;
            deals->found =
                mem_resize(deals->found, (size_t)deals->found_room * sizeof *deals->found);
        }
        deals->found[(*count)++] = (struct deal){deals->list[i].day, deals->list[i].store_id};
    }
    *list = deals->found;
    return 0;
}

/* ---- what consultations led to ------------------------------------------------------------------- */

enum { REFUSED = 4, DEAL_IN, DEAL_0, DEAL_30, WITHIN = 365, MONTH = 30 };

static int64_t
next_deal(const struct deal *deals, int count, int64_t day)
{
    for (int i = 0; i < count; i++)
        if (deals[i].day >= day)
            return deals[i].day - day <= WITHIN ? deals[i].day - day : -1;
    return -1;
}

int
maker_consultations(struct maker *maker, struct err *err)
{
    struct rows *rows = &maker->rows[FACT_CONSULTATION];
    for (int i = 0; i < rows->count; i++) {
        struct deal *deals;
        int count;
        if (deals_of(maker, rows->client[i], &deals, &count, err) < 0)
            return -1;
        int64_t in = next_deal(deals, count, rows->day[i]);
        bool counts = !rows->column[REFUSED][i] && in >= 0;
        rows->column[DEAL_IN][i] = in;
        rows->column[DEAL_0][i] = counts && in == 0;
        rows->column[DEAL_30][i] = counts && in <= MONTH;
    }
    return 0;
}
