/* Lines of money: as they are, by client and day, and by order. */
#include <stdlib.h>
#include <string.h>

#include "fact/deals.h"

struct order {
    const char *code;
    int64_t client, number, total;
    bool received; /* it has a line above zero */
};

struct paid {
    struct arena arena;
    struct order_line *lines;
    int line_count, line_room;
    struct order *orders;
    int order_count, order_room;
    int *slot; /* orders by hash, number + 1 */
    int slots;
};

/* ---- orders -------------------------------------------------------------------------------------- */

static uint32_t
hash(const char *code, int64_t client)
{
    uint32_t hash = 2166136261U ^ (uint32_t)client;
    for (; *code; code++)
        hash = (hash ^ (unsigned char)*code) * 16777619U;
    return hash;
}

static int *
find(struct paid *paid, const char *code, int64_t client)
{
    for (uint32_t at = hash(code, client);; at++) {
        int *slot = &paid->slot[at & ((uint32_t)paid->slots - 1)];
        if (!*slot)
            return slot;
        const struct order *order = &paid->orders[*slot - 1];
        if (order->client == client && strcmp(order->code, code) == 0)
            return slot;
    }
}

static void
widen(struct paid *paid)
{
    paid->slots = paid->slots ? 2 * paid->slots : 1024;
    free(paid->slot);
    paid->slot = mem_alloc((size_t)paid->slots * sizeof *paid->slot);
    memset(paid->slot, 0, (size_t)paid->slots * sizeof *paid->slot);
    for (int i = 0; i < paid->order_count; i++)
        *find(paid, paid->orders[i].code, paid->orders[i].client) = i + 1;
}

static int
order_of(struct paid *paid, const char *code, int64_t client)
{
    if (2 * paid->order_count >= paid->slots)
        widen(paid);
    int *slot = find(paid, code, client);
    if (*slot)
        return *slot - 1;
    if (paid->order_count == paid->order_room) {
        paid->order_room = 2 * paid->order_room + 256;
        paid->orders = mem_resize(paid->orders, (size_t)paid->order_room * sizeof *paid->orders);
    }
    paid->orders[paid->order_count] = (struct order){
        .code = arena_strdup(&paid->arena, code), .client = client, .number = INT64_MAX};
    *slot = ++paid->order_count;
    return *slot - 1;
}

static void
take(struct paid *paid, const struct db_stmt *stmt)
{
    if (paid->line_count == paid->line_room) {
        paid->line_room = 2 * paid->line_room + 256;
        paid->lines = mem_resize(paid->lines, (size_t)paid->line_room * sizeof *paid->lines);
    }
    struct order_line *line = &paid->lines[paid->line_count++];
    *line = (struct order_line){
        .day = db_get_int(stmt, 0),
        .client = db_get_int(stmt, 1),
        .id = db_get_int(stmt, 2),
        .kind = order_kind(db_get_text(stmt, 4)),
        .project = db_get_int(stmt, 5),
        .consultant = db_get_int(stmt, 6),
        .quantity = db_get_int(stmt, 7),
        .amount = db_get_int(stmt, 8),
    };
    line->order = order_of(paid, db_get_text(stmt, 3), line->client);
    struct order *order = &paid->orders[line->order];
    order->number = line->id < order->number ? line->id : order->number;
    order->total += line->amount;
    order->received |= line->amount > 0;
}

/* ---- lines as they are --------------------------------------------------------------------------- */

static void
add_sales(struct rows *rows, const struct paid *paid, int64_t from, int64_t to)
{
    for (int i = 0; i < paid->line_count; i++) {
        const struct order_line *line = &paid->lines[i];
        if (line->day < from || line->day >= to)
            continue;
        int row = rows_add(rows, line->day, line->client);
        rows->column[0][row] = line->project;
        rows->column[1][row] = line->consultant;
        rows->column[2][row] = line->kind;
        rows->column[3][row] = paid->orders[line->order].number;
        rows->column[4][row] = line->amount;
        rows->column[5][row] = line->amount < 0 ? -line->amount : 0;
        rows->column[6][row] = line->quantity;
    }
}

/* ---- by client and day --------------------------------------------------------------------------- */

static int
compare_days(const void *one, const void *other)
{
    const struct order_line *a = one, *b = other;
    int64_t by = a->day != b->day         ? a->day - b->day
                 : a->client != b->client ? a->client - b->client
                                          : a->id - b->id;
    return by < 0 ? -1 : by > 0;
}

static bool
given_back(const struct order *order)
{
    return order->received && order->total <= 0;
}

/* Whether a line before it, above zero, has the same project. */
static bool
seen(const struct paid *paid, int first, int at)
{
    for (int i = first; i < at; i++)
        if (paid->lines[i].amount > 0 && paid->lines[i].project == paid->lines[at].project &&
            !given_back(&paid->orders[paid->lines[i].order]))
            return true;
    return false;
}

enum { CONSULTANT, PROJECT, NET, ITEMS, PROJECTS, PAYING, SEVERAL, PAID };

static void
add_ticket(struct rows *rows, const struct paid *paid, int first, int end)
{
    const struct order_line *greatest = NULL;
    int64_t net = 0, items = 0, projects = 0;
    for (int i = first; i < end; i++) {
        const struct order_line *line = &paid->lines[i];
        if (given_back(&paid->orders[line->order]))
            continue;
        net += line->amount;
        if (!greatest || line->amount > greatest->amount)
            greatest = line;
        if (line->amount <= 0)
            continue;
        items += line->quantity;
        projects += line->project && !seen(paid, first, i);
    }
    if (!greatest)
        return;
    int row = rows_add(rows, greatest->day, greatest->client);
    rows->column[CONSULTANT][row] = greatest->consultant;
    rows->column[PROJECT][row] = greatest->project;
    rows->column[NET][row] = net;
    rows->column[ITEMS][row] = items;
    rows->column[PROJECTS][row] = projects;
    rows->column[PAYING][row] = net > 0;
    rows->column[SEVERAL][row] = net > 0 && projects > 1;
    rows->column[PAID][row] = net > 0 ? net : 0;
}

static void
add_tickets(struct rows *rows, struct paid *paid, int64_t from, int64_t to)
{
    if (paid->line_count)
        qsort(paid->lines, (size_t)paid->line_count, sizeof *paid->lines, compare_days);
    for (int i = 0, end; i < paid->line_count; i = end) {
        const struct order_line *first = &paid->lines[i];
        for (end = i + 1; end < paid->line_count && paid->lines[end].day == first->day &&
                          paid->lines[end].client == first->client;)
            end++;
        if (first->day >= from && first->day < to)
            add_ticket(rows, paid, i, end);
    }
}

/* ---- by order ------------------------------------------------------------------------------------ */

static int
compare_orders(const void *one, const void *other)
{
    const struct order_line *a = one, *b = other;
    int64_t by = a->order != b->order ? (int64_t)a->order - b->order
                 : a->day != b->day   ? a->day - b->day
                                      : a->id - b->id;
    return by < 0 ? -1 : by > 0;
}

/* Lines until the day of the deal. Who sold it: of several on that day the one with the highest id, as in all
 * figures of deals. */
static void
add_deal(struct rows *rows, const struct order *order, const struct order_line *lines, int count)
{
    int64_t day = lines[count - 1].day, net = 0, consultant = 0;
    const struct order_line *greatest = NULL;
    for (int i = 0; i < count; i++) {
        net += lines[i].amount;
        if (lines[i].day == day && lines[i].consultant > consultant)
            consultant = lines[i].consultant;
        if (lines[i].project && (!greatest || lines[i].amount > greatest->amount))
            greatest = &lines[i];
    }
    int row = rows_add(rows, day, order->client);
    rows->column[0][row] = consultant;
    rows->column[1][row] = greatest ? greatest->project : 0;
    rows->column[2][row] = order->number;
    rows->column[3][row] = net;
}

static void
add_deals(struct rows *rows, struct paid *paid, int64_t threshold, int64_t from, int64_t to)
{
    if (paid->line_count)
        qsort(paid->lines, (size_t)paid->line_count, sizeof *paid->lines, compare_orders);
    for (int i = 0, count, until; i < paid->line_count; i += count) {
        const struct order_line *first = &paid->lines[i];
        for (count = 1; i + count < paid->line_count && first[count].order == first->order;)
            count++;
        if (order_deal(first, count, threshold, &until) && first[until - 1].day >= from &&
            first[until - 1].day < to)
            add_deal(rows, &paid->orders[first->order], first, until);
    }
}

/* ---- all three ----------------------------------------------------------------------------------- */

int
maker_payments(struct maker *maker, int64_t store_id, int64_t from, int64_t to, struct err *err)
{
    struct db_value values[] = {db_int(store_id), db_int(from), db_int(to)};
    struct db_stmt *stmt = maker_ask(maker, SQL_FACT_PAYMENT, values, err);
    struct paid paid = {0};
    int more = -1;
    arena_init(&paid.arena);
    while (stmt && (more = db_step(stmt, err)) == 1)
        take(&paid, stmt);
    if (stmt)
        db_reset(stmt);
    if (more == 0) {
        add_sales(&maker->rows[FACT_SALE], &paid, from, to);
        add_tickets(&maker->rows[FACT_TICKET], &paid, from, to);
        add_deals(&maker->rows[FACT_DEAL], &paid, maker_store(maker, store_id)->threshold_fen, from,
                  to);
    }
    free(paid.lines);
    free(paid.orders);
    free(paid.slot);
    arena_release(&paid.arena);
    return more;
}
