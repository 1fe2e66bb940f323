#include "insight/goal.h"

#include <math.h>
#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "db/sql.h"
#include "insight/daily.h"

static const struct {
    const char *name;
    enum goal_unit unit;
} sums[DAILIES] = {
    [DAILY_REVENUE] = {"revenue", GOAL_MONEY},
    [DAILY_RECOGNISED] = {"revenue_recognised", GOAL_MONEY},
    [DAILY_SPEND] = {"spend", GOAL_MONEY},
    [DAILY_ARRIVALS] = {"arrivals", GOAL_NUMBER},
    [DAILY_NEW_CLIENTS] = {"new_clients", GOAL_NUMBER},
    [DAILY_DEALS] = {"deals", GOAL_NUMBER},
};

/* Those of the layer that are a share of something. */
static const char *const shares[] = {
    "conversion", "conversion_30",  "repurchase",      "satisfaction", "complications",
    "key_items",  "service_score",  "sop_conformance", "followups",    "complaints_in_time",
    "new_share",  "ticket_several", "referral"};
enum { SHARES = sizeof shares / sizeof *shares };

int
goal_metric_find(const char *name, struct goal_metric *metric, struct err *err)
{
    const char *names[DAILIES + SHARES];
    struct str all = STR_INIT;
    for (int i = 0; i < DAILIES + SHARES; i++) {
        names[i] = i < DAILIES ? sums[i].name : shares[i - DAILIES];
        if (strcmp(names[i], name) == 0) {
            *metric = (struct goal_metric){names[i], i < DAILIES ? sums[i].unit : GOAL_SHARE};
            str_release(&all);
            return 0;
        }
        str_addf(&all, "%s%s", i ? ", " : "", names[i]);
    }
    const char *near = str_nearest(name, names, DAILIES + SHARES);
    err_set(err, ERR_USAGE, _("%s: cannot be a goal; there are: %s%s%s"), name, all.text,
            near ? _("; did you mean ") : "", near ? near : "");
    str_release(&all);
    return -1;
}

int
goal_period(const char *period, int64_t day, int64_t *from, int64_t *to, struct err *err)
{
    int months = strcmp(period, "month") == 0     ? 1
                 : strcmp(period, "quarter") == 0 ? 3
                 : strcmp(period, "year") == 0    ? 12
                                                  : 0;
    if (!months)
        return err_set(err, ERR_USAGE, _("%s: must be month, quarter or year"), period);
    *from = months == 1   ? day_month_start(day)
            : months == 3 ? day_quarter_start(day)
                          : day_year_start(day);
    *to = day_add_months(*from, months);
    return 0;
}

/* ---- sums ---------------------------------------------------------------------------------------- */

struct judging {
    const struct goal_query *query;
    struct goal_stand *stands;
    int count, room;
    struct daily dailies[DAILIES];
    bool read[DAILIES];
};

/* All that the goals of the day need of one sum, read once. */
static int
need_daily(struct judging *judging, int what, struct err *err)
{
    const struct goal_query *query = judging->query;
    int64_t from = query->today, to = query->today + 1;
    if (judging->read[what])
        return 0;
    for (int i = 0; i < judging->count; i++)
        if (strcmp(judging->stands[i].metric, sums[what].name) == 0) {
            if (judging->stands[i].from - GOAL_LEARN < from)
                from = judging->stands[i].from - GOAL_LEARN;
            if (judging->stands[i].to > to)
                to = judging->stands[i].to;
        }
    judging->read[what] = true;
    return daily_read(query->db, query->arena, (enum daily_what)what, from,
                      to > query->today + 1 ? query->today + 1 : to, query->store_id,
                      &judging->dailies[what], err);
}

/* What each weekday weighs: its average in the days before; all alike where nothing was. */
static void
learn_weights(const struct daily *daily, const struct goal_stand *stand, double weights[8])
{
    double all = 0;
    for (int weekday = 1; weekday <= 7; weekday++)
        weights[weekday] = 0;
    for (int64_t day = stand->from - GOAL_LEARN; day < stand->from; day++) {
        double came = (double)daily_sum(daily, stand->store_id, day, day + 1);
        weights[day_weekday(day)] += came * 7 / GOAL_LEARN;
    }
    for (int weekday = 1; weekday <= 7; weekday++) {
        weights[weekday] = weights[weekday] > 0 ? weights[weekday] : 0;
        all += weights[weekday];
    }
    for (int weekday = 1; weekday <= 7 && all <= 0; weekday++)
        weights[weekday] = 1;
}

static double
weigh(const double weights[8], int64_t from, int64_t to)
{
    double sum = 0;
    for (int64_t day = from; day < to; day++)
        sum += weights[day_weekday(day)];
    return sum;
}

static void
judge_sum(const struct judging *judging, const struct daily *daily, struct goal_stand *stand)
{
    int64_t today = judging->query->today, over = stand->from + stand->days_over;
    double weights[8];
    learn_weights(daily, stand, weights);
    double gone = weigh(weights, stand->from, over), ahead = weigh(weights, over, stand->to);
    stand->done = daily_sum(daily, stand->store_id, stand->from, over);
    stand->actual = daily_sum(daily, stand->store_id, stand->from,
                              today + 1 < stand->to ? today + 1 : stand->to);
    stand->known = true;
    stand->due = gone + ahead > 0 ? llround((double)stand->target * gone / (gone + ahead)) : 0;
    double rate =
        gone > 0 ? (double)stand->done / gone
                 : daily_sum(daily, stand->store_id, stand->from - GOAL_LEARN, stand->from) > 0;
    stand->forecast = llround((double)stand->done + rate * ahead);
    if (stand->forecast < stand->actual)
        stand->forecast = stand->actual;
}

/* ---- ratios -------------------------------------------------------------------------------------- */

static int
judge_share(const struct judging *judging, struct goal_stand *stand, struct err *err)
{
    const struct goal_query *query = judging->query;
    struct kpi_layer layer;
    struct kpi_ratio ratio = {0};
    const struct kpi_query ask = {.layer = &layer,
                                  .metric = stand->metric,
                                  .from = stand->from,
                                  .to = stand->to < query->today + 1 ? stand->to : query->today + 1,
                                  .store_id = stand->store_id ? &stand->store_id : NULL,
                                  .today = query->today,
                                  .now = query->now};
    if (ask.from >= ask.to)
        return 0;
    if (kpi_layer_open(&layer, query->db, query->arena, query->packs, stand->store_id, err) < 0 ||
        kpi_ratio(&ask, &ratio, err) < 0)
        return -1;
    stand->known = ratio.denominator > 0;
    if (stand->known)
        stand->actual = (ratio.numerator * 1000000 + ratio.denominator / 2) / ratio.denominator;
    return 0;
}

static int
judge(struct judging *judging, struct goal_stand *stand, struct err *err)
{
    for (int what = 0; what < DAILIES; what++)
        if (strcmp(stand->metric, sums[what].name) == 0) {
            if (need_daily(judging, what, err) < 0)
                return -1;
            judge_sum(judging, &judging->dailies[what], stand);
            return 0;
        }
    return judge_share(judging, stand, err);
}

/* ---- all of them --------------------------------------------------------------------------------- */

static int
take_goal(struct judging *judging, const struct db_stmt *stmt, struct err *err)
{
    const struct goal_query *query = judging->query;
    struct goal_metric metric;
    struct goal_stand stand = {.store_id = db_get_int(stmt, 0),
                               .store = db_keep_text(stmt, 1, query->arena),
                               .period = db_keep_text(stmt, 3, query->arena)};
    int64_t from = db_get_int(stmt, 4);
    if (goal_metric_find(db_get_text(stmt, 2), &metric, err) < 0 ||
        goal_period(stand.period, from, &stand.from, &stand.to, err) < 0)
        return -1;
    if (query->day < from || query->day >= stand.to)
        return 0;
    stand.metric = metric.name;
    stand.unit = metric.unit;
    stand.target = db_get_int(stmt, 5 + (int)metric.unit);
    stand.days = stand.to - stand.from;
    stand.days_over = query->today - stand.from;
    if (stand.days_over < 0)
        stand.days_over = 0;
    if (stand.days_over > stand.days)
        stand.days_over = stand.days;
    judging->stands = arena_more(query->arena, judging->stands, judging->count, &judging->room,
                                 sizeof *judging->stands);
    judging->stands[judging->count++] = stand;
    return 0;
}

int
goal_stands(const struct goal_query *query, struct goal_stand **stands, int *count, struct err *err)
{
    struct judging judging = {.query = query};
    const struct db_value values[] = {query->store_id ? db_int(*query->store_id) : db_null(),
                                      db_int(query->day)};
    struct db_stmt *stmt = NULL;
    int result = sql_open(query->db, &stmt, SQL_INSIGHT_GOALS_OF, values, 2, err);
    while (result == 0 && (result = db_step(stmt, err)) == 1)
        result = take_goal(&judging, stmt, err);
    db_finish(stmt);
    for (int i = 0; i < judging.count && result == 0; i++)
        result = judge(&judging, &judging.stands[i], err);
    *stands = judging.stands;
    *count = judging.count;
    return result;
}
