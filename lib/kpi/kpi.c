#include "kpi/kpi.h"

#include <string.h>

#include "base/str.h"
#include "base/wilson.h"
#include "kpi/procedure.h"

/* A count has two figures of its own; a share is cases of cases and has an interval; a mean has none. */
enum shape { COUNT, SHARE, MEAN };

static const struct {
    const char *name;
    enum sql_id query;
    enum shape shape;
    unsigned cuts;
} metrics[KPI_METRICS] = {
    {"arrivals", SQL_KPI_ARRIVALS, COUNT, KPI_STORE | KPI_MONTH | KPI_CHANNEL},
    {"conversion", SQL_KPI_CONVERSION, SHARE, KPI_STORE | KPI_MONTH | KPI_CHANNEL | KPI_STAFF},
    {"satisfaction", SQL_KPI_SATISFACTION, SHARE, KPI_STORE | KPI_MONTH | KPI_CHANNEL | KPI_STAFF},
    {"complications", SQL_KPI_COMPLICATIONS, SHARE,
     KPI_STORE | KPI_MONTH | KPI_CHANNEL | KPI_STAFF},
    {"repurchase", SQL_KPI_REPURCHASE, SHARE, KPI_STORE | KPI_MONTH | KPI_CHANNEL | KPI_STAFF},
    {"key_items", SQL_KPI_KEY_ITEMS, SHARE, KPI_STORE | KPI_MONTH | KPI_CHANNEL | KPI_STAFF},
    {"service_score", SQL_KPI_SERVICE_SCORE, MEAN, KPI_STORE | KPI_MONTH | KPI_STAFF},
    {"sop_conformance", SQL_NONE, SHARE, KPI_STORE | KPI_STAFF}, /* kpi/procedure.h */
};

enum { CUTS = 4 };

static const struct {
    enum kpi_cut cut;
    const char *name;
} cuts[CUTS] = {
    {KPI_STORE, "store"}, {KPI_MONTH, "month"}, {KPI_CHANNEL, "channel"}, {KPI_STAFF, "staff"}};

const char *
kpi_metric_name(enum kpi_metric metric)
{
    return metrics[metric].name;
}

int
kpi_metric_find(const char *name, enum kpi_metric *metric, struct err *err)
{
    const char *names[KPI_METRICS];
    struct str all = STR_INIT;
    for (int i = 0; i < KPI_METRICS; i++) {
        names[i] = metrics[i].name;
        if (strcmp(name, names[i]) == 0) {
            *metric = (enum kpi_metric)i;
            str_release(&all);
            return 0;
        }
        str_addf(&all, "%s%s", i ? ", " : "", names[i]);
    }
    const char *near = str_nearest(name, names, KPI_METRICS);
    err_set(err, ERR_USAGE, _("%s: no such metric; there are: %s%s%s"), name, all.text,
            near ? _("; did you mean ") : "", near ? near : "");
    str_release(&all);
    return -1;
}

bool
kpi_has_cuts(enum kpi_metric metric, unsigned wanted)
{
    if (metric == KPI_SOP_CONFORMANCE && (wanted & KPI_STORE) && (wanted & KPI_STAFF))
        return false;
    return (wanted & ~metrics[metric].cuts) == 0;
}

/* ---- columns ------------------------------------------------------------------------------------ */

static void
add_column(struct kpi_columns *all, const char *name, enum out_type type)
{
    all->columns[all->count++] = (struct out_column){.name = name, .type = type};
}

static const char *const bounds[KPI_METRICS][2] = {
    [KPI_CONVERSION] = {"conversion_low", "conversion_high"},
    [KPI_SATISFACTION] = {"satisfaction_low", "satisfaction_high"},
    [KPI_COMPLICATIONS] = {"complications_low", "complications_high"},
    [KPI_REPURCHASE] = {"repurchase_low", "repurchase_high"},
    [KPI_KEY_ITEMS] = {"key_items_low", "key_items_high"},
    [KPI_SOP_CONFORMANCE] = {"sop_conformance_low", "sop_conformance_high"},
};

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
    add_column(columns, metrics[query->metric].name, OUT_RATIO);
    if (metrics[query->metric].shape == SHARE) {
        add_column(columns, bounds[query->metric][0], OUT_SHARE);
        add_column(columns, bounds[query->metric][1], OUT_SHARE);
    }
    add_column(columns, "few", OUT_BOOL);
    if (query->metric == KPI_COMPLICATIONS)
        add_column(columns, "maturing", OUT_INT);
}

/* ---- the question -------------------------------------------------------------------------------- */

static struct db_value
optional(const int64_t *number)
{
    return number ? db_int(*number) : db_null();
}

/* The value of a parameter, by its name in the statement's file. */
static struct db_value
param(const struct kpi_query *query, const char *name)
{
    const struct {
        const char *name;
        struct db_value value;
    } all[] = {
        {"from", db_int(query->from)},
        {"to", db_int(query->to)},
        {"store_id", optional(query->store_id)},
        {"staff_id", optional(query->staff_id)},
        {"by_store", db_int((query->cuts & KPI_STORE) != 0)},
        {"by_month", db_int((query->cuts & KPI_MONTH) != 0)},
        {"by_channel", db_int((query->cuts & KPI_CHANNEL) != 0)},
        {"by_staff", db_int((query->cuts & KPI_STAFF) != 0)},
        {"days", db_int(query->days)},
        {"threshold", db_int(query->threshold_fen)},
        {"horizon", db_int(query->horizon)},
        {"today", db_int(query->today)},
        {"projects", db_text(query->projects ? query->projects : ",")},
    };
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (strcmp(all[i].name, name) == 0)
            return all[i].value;
    return db_null();
}

static int
open_query(struct db *db, const struct kpi_query *query, struct db_stmt **stmt, struct err *err)
{
    enum { MOST = 16 };
    enum sql_id id = metrics[query->metric].query;
    const struct sql *sql = sql_get(id);
    struct db_value values[MOST];
    if (sql->param_count > MOST)
        return err_set(err, ERR_DB, _("internal error: %s: too many parameters"), sql->name);
    for (int i = 0; i < sql->param_count; i++)
        values[i] = param(query, sql->params[i].name);
    return sql_open(db, stmt, id, values, sql->param_count, err);
}

/* ---- the answer ---------------------------------------------------------------------------------- */

/* The column of that name of a row, or NULL in its place. */
static struct db_value
column(const struct kpi_query *query, const struct db_stmt *stmt, const char *name)
{
    const struct sql *sql = sql_get(metrics[query->metric].query);
    for (int i = 0; i < sql->column_count; i++)
        if (strcmp(sql->columns[i].name, name) == 0)
            return db_get(stmt, i);
    return db_null();
}

/* The first two columns behind the cuts. */
static int
figures_at(const struct kpi_query *query)
{
    int at = 0;
    for (int i = 0; i < CUTS; i++)
        at += (metrics[query->metric].cuts & cuts[i].cut) != 0;
    return at;
}

static struct kpi_ratio
ratio_of(const struct kpi_query *query, const struct db_stmt *stmt)
{
    int at = figures_at(query);
    int64_t denominator = db_get_int(stmt, at + 1);
    struct db_value cases = column(query, stmt, "cases");
    return (struct kpi_ratio){
        .numerator = db_get_int(stmt, at),
        .denominator = denominator,
        .few = (cases.type == DB_INT ? cases.number : denominator) < query->few,
    };
}

/* The figures behind the cuts; returns how many values there are. */
static int
add_figures(const struct kpi_query *query, const struct kpi_ratio *ratio, struct db_value *values,
            int count)
{
    values[count++] = db_int(ratio->numerator);
    values[count++] = db_int(ratio->denominator);
    if (metrics[query->metric].shape == COUNT)
        return count;
    if (metrics[query->metric].shape == SHARE) {
        bool any = ratio->denominator > 0;
        struct interval interval = {0, 0};
        if (any)
            interval = wilson_95(ratio->numerator, ratio->denominator);
        values[count++] = any ? db_int(interval.low) : db_null();
        values[count++] = any ? db_int(interval.high) : db_null();
    }
    values[count++] = db_int(ratio->few);
    return count;
}

static int
procedure_rows(struct db *db, const struct kpi_query *query, struct out *out, int64_t *rows,
               struct err *err)
{
    struct procedure_line *lines;
    int count;
    *rows = 0;
    if (procedure_lines(db, query, &lines, &count, err) < 0)
        return -1;
    for (int i = 0; i < count; i++) {
        struct db_value values[12];
        int used = 0;
        if (query->cuts)
            values[used++] = db_text(*lines[i].key ? lines[i].key : NULL);
        add_figures(query, &lines[i].ratio, values, used);
        if (out_row(out, values, err) < 0)
            return -1;
        ++*rows;
    }
    return 0;
}

int
kpi_rows(struct db *db, const struct kpi_query *query, struct out *out, int64_t *rows,
         struct err *err)
{
    struct db_stmt *stmt = NULL;
    if (query->metric == KPI_SOP_CONFORMANCE)
        return procedure_rows(db, query, out, rows, err);
    int more = open_query(db, query, &stmt, err);
    *rows = 0;
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        struct db_value values[12];
        int count = 0;
        for (int i = 0; i < CUTS; i++)
            if (query->cuts & cuts[i].cut)
                values[count++] = column(query, stmt, cuts[i].name);
        struct kpi_ratio ratio = ratio_of(query, stmt);
        count = add_figures(query, &ratio, values, count);
        if (query->metric == KPI_COMPLICATIONS)
            values[count++] = column(query, stmt, "maturing");
        more = out_row(out, values, err);
        (*rows)++;
    }
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

static int
procedure_ratio(struct db *db, const struct kpi_query *query, struct kpi_ratio *ratio,
                struct err *err)
{
    struct procedure_line *lines;
    int count;
    if (procedure_lines(db, query, &lines, &count, err) < 0)
        return -1;
    if (count > 0)
        *ratio = lines[0].ratio;
    return 0;
}

int
kpi_ratio(struct db *db, const struct kpi_query *query, struct kpi_ratio *ratio, struct err *err)
{
    struct db_stmt *stmt = NULL;
    *ratio = (struct kpi_ratio){.few = true};
    if (query->metric == KPI_SOP_CONFORMANCE)
        return procedure_ratio(db, query, ratio, err);
    int more = open_query(db, query, &stmt, err);
    if (more >= 0 && (more = db_step(stmt, err)) == 1)
        *ratio = ratio_of(query, stmt);
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}
