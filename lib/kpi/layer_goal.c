/* Goals beside figures. */
#include <string.h>

#include "base/day.h"
#include "db/sql.h"
#include "kpi/layer_private.h"

/* What a row's goal is of: the period that it is cut by, or the window, where that is one. */
struct aimed {
    int store, period; /* cuts; -1: not cut by it */
    enum take take;    /* TAKE_OF: no goal can be of such a window */
};

static enum take
window_take(const struct kpi_ask *ask)
{
    static const enum take takes[] = {TAKE_MONTH, TAKE_QUARTER, TAKE_YEAR};
    for (int i = 0; i < 3; i++) {
        int64_t period = period_of(takes[i], ask->from);
        if (period_start(takes[i], period) == ask->from &&
            period_start(takes[i], period + 1) == ask->to)
            return takes[i];
    }
    return TAKE_OF;
}

static int
find_aimed(const struct kpi_ask *ask, const struct kpi_answer *answer, struct aimed *aimed,
           struct err *err)
{
    *aimed = (struct aimed){-1, -1, window_take(ask)};
    if (ask->where || ask->staff)
        return err_set(err, ERR_USAGE,
                       _("--target: goals are of stores and the chain, not of a part"));
    for (int i = 0; i < answer->cut_count; i++) {
        enum take take = answer->cuts[i]->take;
        bool period = take == TAKE_MONTH || take == TAKE_QUARTER || take == TAKE_YEAR;
        if (take == TAKE_STORE) {
            aimed->store = i;
        } else if (period && aimed->period < 0) {
            aimed->period = i;
            aimed->take = take;
        } else {
            return err_set(
                err, ERR_USAGE,
                _("--target: goals are by store and by month, quarter or year; not by %s"),
                answer->cuts[i]->name);
        }
    }
    return 0;
}

static enum take
take_of(const char *period)
{
    return strcmp(period, "month") == 0     ? TAKE_MONTH
           : strcmp(period, "quarter") == 0 ? TAKE_QUARTER
                                            : TAKE_YEAR;
}

static bool
is_of(const struct kpi_ask *ask, const struct aimed *aimed, const struct kpi_row *row,
      int64_t store_id, int64_t from)
{
    int64_t store = aimed->store >= 0 ? row->keys[aimed->store]
                    : ask->store_id   ? *ask->store_id
                                      : 0;
    int64_t begin =
        aimed->period >= 0 ? period_start(aimed->take, row->keys[aimed->period]) : ask->from;
    return store == store_id && begin == from;
}

/* In the unit of the value: fen, a number, or millionths of a share. */
static int64_t
target_in(const struct db_stmt *stmt)
{
    enum { AMOUNT = 3, NUMBER, SHARE, THOUSANDTH = 1000 };
    if (db_get(stmt, AMOUNT).type == DB_INT)
        return db_get_int(stmt, AMOUNT);
    return db_get(stmt, NUMBER).type == DB_INT ? db_get_int(stmt, NUMBER)
                                               : THOUSANDTH * db_get_int(stmt, SHARE);
}

static int
read_goals(struct kpi_layer *layer, const struct kpi_ask *ask, const struct aimed *aimed,
           struct kpi_answer *answer, int metric, struct err *err)
{
    const struct db_value values[] = {db_text(answer->metrics[metric]->name), db_int(ask->from),
                                      db_int(ask->to)};
    struct db_stmt *stmt = NULL;
    int more = sql_open(layer->db, &stmt, SQL_KPI_GOAL, values, 3, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        if (take_of(db_get_text(stmt, 1)) != aimed->take)
            continue;
        for (int r = 0; r < answer->count; r++)
            if (is_of(ask, aimed, &answer->rows[r], db_get_int(stmt, 0), db_get_int(stmt, 2)))
                answer->rows[r].targets[metric] = target_in(stmt);
    }
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

int
kpi_targets(struct kpi_layer *layer, const struct kpi_ask *ask, struct kpi_answer *answer,
            struct err *err)
{
    struct aimed aimed;
    if (find_aimed(ask, answer, &aimed, err) < 0)
        return -1;
    for (int r = 0; r < answer->count; r++) {
        answer->rows[r].targets =
            arena_array(layer->arena, KPI_METRICS, sizeof *answer->rows[r].targets);
        for (int m = 0; m < KPI_METRICS; m++)
            answer->rows[r].targets[m] = KPI_NO_TARGET;
    }
    for (int m = 0; m < answer->metric_count && aimed.take != TAKE_OF; m++)
        if (read_goals(layer, ask, &aimed, answer, m, err) < 0)
            return -1;
    return 0;
}
