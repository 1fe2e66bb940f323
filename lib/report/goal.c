/* Goals of a window that is a month, a quarter or a year. */
#include "base/day.h"
#include "db/sql.h"
#include "report/private.h"

enum { THOUSANDTH = 1000 }; /* of a share, in millionths */

/* The period that a window is: NULL if it is none. */
static const char *
window_period(int64_t from, int64_t to)
{
    static const struct {
        const char *period;
        int months;
    } periods[] = {{"month", 1}, {"quarter", 3}, {"year", 12}};
    struct civil civil;
    day_to_civil(from, &civil);
    for (int i = 0; i < 3; i++)
        if (civil.day == 1 && (civil.month - 1) % periods[i].months == 0 &&
            day_add_months(from, periods[i].months) == to)
            return periods[i].period;
    return NULL;
}

int
report_goal(struct report *report, const char *metric, int64_t *target, bool *any, struct err *err)
{
    const struct report_ask *ask = report->ask;
    const char *period = window_period(ask->from, ask->to);
    *any = false;
    if (!period)
        return 0;
    const struct db_value values[] = {db_int(ask->store_id ? *ask->store_id : 0), db_text(metric),
                                      db_text(period), db_int(ask->from)};
    struct db_stmt *stmt;
    int found = sql_first(report->layer->db, &stmt, SQL_REPORT_GOAL, values, 4, err);
    if (found <= 0)
        return found;
    *any = true;
    *target = db_get(stmt, 0).type == DB_INT   ? db_get_int(stmt, 0)
              : db_get(stmt, 1).type == DB_INT ? db_get_int(stmt, 1)
                                               : THOUSANDTH * db_get_int(stmt, 2);
    db_finish(stmt);
    return 0;
}
