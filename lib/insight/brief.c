#include "insight/brief.h"

#include <string.h>

#include "base/str.h"
#include "complaint/due.h"
#include "db/sql.h"
#include "insight/daily.h"
#include "insight/goal.h"

struct writing {
    const struct brief_query *query;
    brief_seen *seen;
    void *context;
    /* the line that is open, summed over stores */
    const char *section, *item;
    int64_t count;
    struct str stores;
    int store_count;
};

static const struct {
    const char *item, *command;
} commands[] = {
    {"booked", "medi-roster list"},
    {"first_visits", "medi-roster list"},
    {"high_value", "medi-client list --segment high-value"},
    {"urgent", "medi-followup due"},
    {"overdue", "medi-followup due"},
    {"due", "medi-followup due"},
    {"out", "medi-stock low"},
    {"low", "medi-stock low"},
    {"expired", "medi-stock expiring"},
    {"expiring", "medi-stock expiring"},
    {"late", "medi-complaint due"},
    {"soon", "medi-complaint due"},
    {"no_shows", "medi-roster list --status noshow"},
    {"unmarked", "medi-roster list --status booked"},
    {"followups_undone", "medi-followup due"},
    {"complaints_opened", "medi-complaint list --open"},
    {"adverse_found", "medi-visit adverse list"},
    {"arrivals", "medi-kpi show arrivals"},
    {"new_clients", "medi-kpi funnel"},
    {"deals", "medi-kpi show deals"},
    {"revenue", "medi-kpi show revenue"},
    {"revenue_recognised", "medi-kpi show revenue_recognised"},
};

static const char *
command_of(const char *item)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strcmp(commands[i].item, item) == 0)
            return commands[i].command;
    return "medi-kpi budget";
}

static int
give(struct writing *writing, const char *section, const char *item, int64_t count,
     int64_t amount_fen, const char *detail, struct err *err)
{
    const struct brief_line line = {section, item, count, amount_fen, detail, command_of(item)};
    return writing->seen(writing->context, &line, err);
}

/* ---- lines that are sums over stores ----------------------------------------------------------------- */

static int
close_line(struct writing *writing, struct err *err)
{
    int result = 0;
    if (writing->item && writing->count > 0)
        result =
            give(writing, writing->section, writing->item, writing->count, -1,
                 writing->stores.length ? arena_strdup(writing->query->arena, writing->stores.text)
                                        : NULL,
                 err);
    writing->item = NULL;
    writing->count = 0;
    writing->store_count = 0;
    str_clear(&writing->stores);
    return result;
}

static int
add_store(struct writing *writing, const char *section, const char *item, const char *store,
          int64_t count, struct err *err)
{
    if ((!writing->item || strcmp(writing->item, item) != 0) && close_line(writing, err) < 0)
        return -1;
    writing->section = section;
    writing->item = item;
    writing->count += count;
    if (writing->query->store_id)
        return 0;
    if (writing->store_count < BRIEF_STORES)
        str_addf(&writing->stores, "%s%s %lld", writing->store_count ? ", " : "", store,
                 (long long)count);
    else if (writing->store_count == BRIEF_STORES)
        str_adds(&writing->stores, " …");
    writing->store_count++;
    return 0;
}

static int
give_counts(struct writing *writing, enum sql_id id, struct err *err)
{
    const struct brief_query *query = writing->query;
    const struct db_value values[] = {query->store_id ? db_int(*query->store_id) : db_null(),
                                      db_int(query->today), db_int(query->now)};
    struct db_stmt *stmt = NULL;
    int result = sql_open(query->db, &stmt, id, values, 3, err);
    while (result == 0 && (result = db_step(stmt, err)) == 1)
        result = add_store(writing, db_keep_text(stmt, 1, query->arena),
                           db_keep_text(stmt, 2, query->arena), db_keep_text(stmt, 3, query->arena),
                           db_get_int(stmt, 4), err);
    db_finish(stmt);
    return result < 0 ? -1 : close_line(writing, err);
}

/* ---- stock --------------------------------------------------------------------------------------------- */

struct alerts {
    int64_t errors, warnings;
    struct str names[2]; /* of the first few */
};

static int
read_alerts(const struct brief_query *query, enum sql_id id, const struct db_value *values,
            int count, struct alerts *alerts, struct err *err)
{
    struct db_stmt *stmt = NULL;
    int result = sql_open(query->db, &stmt, id, values, count, err);
    while (result == 0 && (result = db_step(stmt, err)) == 1) {
        bool warning = strcmp(db_get_text(stmt, 0), "warning") == 0;
        int64_t *sum = warning ? &alerts->warnings : &alerts->errors;
        struct str *names = &alerts->names[warning];
        if (++*sum <= BRIEF_STORES)
            str_addf(names, "%s%s %s", *sum > 1 ? ", " : "", db_get_text(stmt, 1),
                     db_get_text(stmt, 2));
        else if (*sum == BRIEF_STORES + 1)
            str_adds(names, " …");
        result = 0;
    }
    db_finish(stmt);
    return result;
}

static int
give_alerts(struct writing *writing, enum sql_id id, const struct db_value *values, int count,
            const char *error, const char *warning, struct err *err)
{
    struct arena *arena = writing->query->arena;
    struct alerts alerts = {.names = {STR_INIT, STR_INIT}};
    int result = read_alerts(writing->query, id, values, count, &alerts, err);
    if (result == 0 && alerts.errors)
        result = give(writing, "stock", error, alerts.errors, -1,
                      arena_strdup(arena, alerts.names[0].text), err);
    if (result == 0 && alerts.warnings)
        result = give(writing, "stock", warning, alerts.warnings, -1,
                      arena_strdup(arena, alerts.names[1].text), err);
    str_release(&alerts.names[0]);
    str_release(&alerts.names[1]);
    return result;
}

static int
give_stock(struct writing *writing, struct err *err)
{
    const struct brief_query *query = writing->query;
    const struct db_value values[] = {query->store_id ? db_int(*query->store_id) : db_null(),
                                      db_int(query->now), db_int(query->today),
                                      db_int(BRIEF_EXPIRING), db_null()};
    if (give_alerts(writing, SQL_STOCK_LOW, values, 3, "out", "low", err) < 0)
        return -1;
    return give_alerts(writing, SQL_STOCK_EXPIRING, values, 5, "expired", "expiring", err);
}

/* ---- complaints
 * ------------------------------------------------------------------------------------------ */

struct complaints {
    struct arena *arena;
    int64_t late, soon;
    struct str codes[2];
};

static int
take_complaint(void *context, const struct due *due, struct err *err)
{
    struct complaints *complaints = context;
    bool soon = due->status == DUE_SOON;
    (void)err;
    if (!soon && due->status != DUE_LATE)
        return 0;
    int64_t *sum = soon ? &complaints->soon : &complaints->late;
    if (++*sum <= BRIEF_STORES)
        str_addf(&complaints->codes[soon], "%s%s", *sum > 1 ? ", " : "", due->code);
    else if (*sum == BRIEF_STORES + 1)
        str_adds(&complaints->codes[soon], " …");
    return 0;
}

static int
give_complaints(struct writing *writing, struct err *err)
{
    const struct brief_query *query = writing->query;
    struct complaints complaints = {.arena = query->arena, .codes = {STR_INIT, STR_INIT}};
    int result = due_list(query->db, query->arena, query->packs, query->store_id, query->now,
                          take_complaint, &complaints, err);
    if (result == 0 && complaints.late)
        result = give(writing, "complaints", "late", complaints.late, -1,
                      arena_strdup(query->arena, complaints.codes[0].text), err);
    if (result == 0 && complaints.soon && !query->evening)
        result = give(writing, "complaints", "soon", complaints.soon, -1,
                      arena_strdup(query->arena, complaints.codes[1].text), err);
    str_release(&complaints.codes[0]);
    str_release(&complaints.codes[1]);
    return result;
}

/* ---- goals, and what happened
 * ------------------------------------------------------------------------------ */

/* "S01 month 2026-08: pace 0.93, forecast 0.97". In the evening those behind alone. */
static int
give_goal(struct writing *writing, const struct goal_stand *stand, struct err *err)
{
    struct arena *arena = writing->query->arena;
    bool sums = stand->unit != GOAL_SHARE;
    double target = (double)(sums ? stand->target : stand->target * 1000);
    double pace = sums && stand->due > 0 ? (double)stand->done / (double)stand->due : 1;
    if (target <= 0 || (writing->query->evening && pace >= 1))
        return 0;
    const char *detail;
    if (sums)
        detail = arena_printf(arena, _("%s %s: at %.0f%%, pace %.2f, ends at %.0f%%"), stand->store,
                              stand->period, 100 * (double)stand->actual / target, pace,
                              100 * (double)stand->forecast / target);
    else if (stand->known)
        detail = arena_printf(arena, _("%s %s: %.1f%% of %.1f%%"), stand->store, stand->period,
                              (double)stand->actual / 10000, target / 10000);
    else
        detail = arena_printf(arena, _("%s %s: no case yet, of %.1f%%"), stand->store,
                              stand->period, target / 10000);
    bool money = stand->unit == GOAL_MONEY;
    return give(writing, "goals", stand->metric, sums && !money ? stand->actual : -1,
                money ? stand->actual : -1, detail, err);
}

static int
give_goals(struct writing *writing, struct err *err)
{
    const struct brief_query *query = writing->query;
    const struct goal_query ask = {.db = query->db,
                                   .arena = query->arena,
                                   .packs = query->packs,
                                   .today = query->today,
                                   .now = query->now,
                                   .store_id = query->store_id,
                                   .day = query->today};
    struct goal_stand *stands = NULL;
    int count = 0, result = goal_stands(&ask, &stands, &count, err);
    for (int i = 0; i < count && result == 0; i++)
        result = give_goal(writing, &stands[i], err);
    return result;
}

static int
give_day(struct writing *writing, struct err *err)
{
    static const struct {
        enum daily_what what;
        const char *item;
        bool money;
    } all[] = {
        {DAILY_ARRIVALS, "arrivals", false},
        {DAILY_NEW_CLIENTS, "new_clients", false},
        {DAILY_DEALS, "deals", false},
        {DAILY_REVENUE, "revenue", true},
        {DAILY_RECOGNISED, "revenue_recognised", true},
    };
    const struct brief_query *query = writing->query;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct daily daily;
        if (daily_read(query->db, query->arena, all[i].what, query->today - 7, query->today + 1,
                       query->store_id, &daily, err) < 0)
            return -1;
        int64_t sum = daily_sum(&daily, 0, query->today, query->today + 1);
        int64_t before = daily_sum(&daily, 0, query->today - 7, query->today - 6);
        const char *detail =
            all[i].money ? arena_printf(query->arena, _("a week ago %.2f"), (double)before / 100)
                         : arena_printf(query->arena, _("a week ago %lld"), (long long)before);
        if ((sum || before) && give(writing, "day", all[i].item, all[i].money ? -1 : sum,
                                    all[i].money ? sum : -1, detail, err) < 0)
            return -1;
    }
    return 0;
}

int
brief_lines(const struct brief_query *query, brief_seen *seen, void *context, struct err *err)
{
    struct writing writing = {.query = query, .seen = seen, .context = context, .stores = STR_INIT};
    int result;
    if (query->evening)
        result = give_day(&writing, err) < 0 ||
                         give_counts(&writing, SQL_INSIGHT_BRIEF_EVENING, err) < 0 ||
                         give_complaints(&writing, err) < 0
                     ? -1
                     : give_goals(&writing, err);
    else
        result = give_goals(&writing, err) < 0 ||
                         give_counts(&writing, SQL_INSIGHT_BRIEF_MORNING, err) < 0 ||
                         give_stock(&writing, err) < 0
                     ? -1
                     : give_complaints(&writing, err);
    str_release(&writing.stores);
    return result;
}
