#include <math.h>
#include <string.h>

#include "base/wilson.h"
#include "db/sql.h"
#include "insight/advise.h"
#include "kpi/layer.h"

enum { MILLION = 1000000 };

int
advise_clients(const struct advise_query *query, advice_seen *seen, void *context, struct err *err)
{
    const struct db_value values[] = {query->store_id ? db_int(*query->store_id) : db_null(),
                                      db_int(ADVISE_CALLS)};
    struct db_stmt *stmt = NULL;
    int result = sql_open(query->db, &stmt, SQL_INSIGHT_AT_RISK, values, 2, err);
    while (result == 0 && (result = db_step(stmt, err)) == 1) {
        bool known = db_get(stmt, 3).type == DB_INT;
        const char *client = db_keep_text(stmt, 0, query->arena);
        const struct advice advice = {
            .of = "client",
            .subject = client,
            .advice = "call",
            .figure = "overdue",
            .value = known ? (double)db_get_int(stmt, 3) / 1000 : NAN,
            .low = NAN,
            .high = NAN,
            .against = 1,
            .n = db_get_int(stmt, 2),
            .mature = true,
            .amount_fen = db_get_int(stmt, 1),
            .command = arena_printf(query->arena, "medi-client segment show %s", client),
        };
        result = seen(context, &advice, err);
    }
    db_finish(stmt);
    return result;
}

/* ---- stores ---------------------------------------------------------------------------------------- */

/* Whether the store stands on the worse side of all others together. */
static bool
is_worse(const struct metric *metric, const struct kpi_figure *own, const struct kpi_figure *all,
         struct advice *advice)
{
    int64_t others = all->denominator - own->denominator;
    if (own->denominator < ADVISE_FEW || others < ADVISE_FEW || own->numerator < 0 ||
        own->numerator > own->denominator)
        return false;
    struct interval interval = wilson_95(own->numerator, own->denominator);
    advice->value = (double)own->numerator / (double)own->denominator;
    advice->low = (double)interval.low / MILLION;
    advice->high = (double)interval.high / MILLION;
    advice->against = (double)(all->numerator - own->numerator) / (double)others;
    advice->n = own->denominator;
    return metric->direction == DIRECTION_DOWN ? advice->low > advice->against
                                               : advice->high < advice->against;
}

static int
judge_metric(const struct advise_query *query, struct kpi_layer *layer, const char *name,
             advice_seen *seen, void *context, struct err *err)
{
    struct kpi_ask ask = {.metrics = {name},
                          .metric_count = 1,
                          .by = "store",
                          .from = query->today - ADVISE_DAYS + 1,
                          .to = query->today + 1,
                          .days = -1,
                          .today = query->today,
                          .now = query->now};
    struct kpi_answer answer;
    struct kpi_figure all = {0};
    if (kpi_ask(layer, &ask, &answer, err) < 0)
        return -1;
    for (int i = 0; i < answer.count; i++) {
        all.numerator += answer.rows[i].figures[0].numerator;
        all.denominator += answer.rows[i].figures[0].denominator;
    }
    const char *window = advise_window(query, ask.from, ask.to);
    for (int i = 0; i < answer.count; i++) {
        const struct kpi_row *row = &answer.rows[i];
        struct advice advice = {
            .of = "store",
            .subject = row->texts[0],
            .advice = "look",
            .figure = name,
            .mature = true,
            .amount_fen = -1,
            .command = arena_printf(query->arena, "medi-kpi show %s --by store%s", name, window)};
        if (!row->texts[0] || (query->store && strcmp(query->store, row->texts[0]) != 0) ||
            !is_worse(answer.metrics[0], &row->figures[0], &all, &advice))
            continue;
        if (seen(context, &advice, err) < 0)
            return -1;
    }
    return 0;
}

int
advise_stores(const struct advise_query *query, advice_seen *seen, void *context, struct err *err)
{
    static const char *const metrics[] = {"conversion", "satisfaction", "complications",
                                          "repurchase", "complaints_in_time"};
    struct kpi_layer layer;
    int result = kpi_layer_open(&layer, query->db, query->arena, query->packs, 0, err);
    for (size_t i = 0; i < sizeof metrics / sizeof *metrics && result == 0; i++)
        result = judge_metric(query, &layer, metrics[i], seen, context, err);
    return result;
}
