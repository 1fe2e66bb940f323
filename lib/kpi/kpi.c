#include "kpi/kpi.h"

#include "base/wilson.h"

enum { CUTS = 3 };

static const struct {
    enum kpi_cut cut;
    const char *name;
} cuts[CUTS] = {{KPI_STORE, "store"}, {KPI_MONTH, "month"}, {KPI_CHANNEL, "channel"}};

static void
add_column(struct kpi_columns *all, const char *name, enum out_type type)
{
    all->columns[all->count++] = (struct out_column){.name = name, .type = type};
}

void
kpi_columns(const struct kpi_query *query, struct kpi_columns *columns)
{
    columns->count = 0;
    for (int i = 0; i < CUTS; i++)
        if (query->cuts & cuts[i].cut)
            add_column(columns, cuts[i].name, OUT_TEXT);
    if (query->metric == KPI_ARRIVALS) {
        add_column(columns, "arrivals", OUT_INT);
        add_column(columns, "heads", OUT_INT);
        return;
    }
    add_column(columns, "conversion", OUT_RATIO);
    add_column(columns, "conversion_low", OUT_SHARE);
    add_column(columns, "conversion_high", OUT_SHARE);
    add_column(columns, "few", OUT_BOOL);
}

static int
open_query(struct db *db, const struct kpi_query *query, struct db_stmt **stmt, struct err *err)
{
    struct db_value values[] = {
        db_int(query->from),
        db_int(query->to),
        query->store_id ? db_int(*query->store_id) : db_null(),
        db_int((query->cuts & KPI_STORE) != 0),
        db_int((query->cuts & KPI_MONTH) != 0),
        db_int((query->cuts & KPI_CHANNEL) != 0),
        db_int(query->days),
        db_int(query->threshold_fen),
    };
    return query->metric == KPI_ARRIVALS ? sql_open(db, stmt, SQL_KPI_ARRIVALS, values, 6, err)
                                         : sql_open(db, stmt, SQL_KPI_CONVERSION, values, 8, err);
}

/* The figures behind the cuts; returns how many values there are. */
static int
add_figures(const struct kpi_query *query, const struct db_stmt *stmt, struct db_value *values,
            int count)
{
    int64_t first = db_get_int(stmt, CUTS), second = db_get_int(stmt, CUTS + 1);
    values[count++] = db_int(first);
    values[count++] = db_int(second);
    if (query->metric == KPI_ARRIVALS)
        return count;
    struct interval interval = {0, 0};
    if (second > 0)
        interval = wilson_95(first, second);
    values[count++] = second > 0 ? db_int(interval.low) : db_null();
    values[count++] = second > 0 ? db_int(interval.high) : db_null();
    values[count++] = db_int(second < query->few);
    return count;
}

int
kpi_rows(struct db *db, const struct kpi_query *query, struct out *out, int64_t *rows,
         struct err *err)
{
    struct db_stmt *stmt = NULL;
    int more = open_query(db, query, &stmt, err);
    *rows = 0;
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        struct db_value values[12];
        int count = 0;
        for (int i = 0; i < CUTS; i++)
            if (query->cuts & cuts[i].cut)
                values[count++] = db_get(stmt, i);
        add_figures(query, stmt, values, count);
        more = out_row(out, values, err);
        (*rows)++;
    }
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}
