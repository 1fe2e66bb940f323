#include "staff/training.h"

#include "base/day.h"
#include "db/sql.h"

static const char *const periods[] = {"week", "month", "quarter", "year"};

const char *
training_period_name(enum training_period period)
{
    return periods[period];
}

void
training_window(enum training_period period, int64_t day, int64_t *from, int64_t *to)
{
    switch (period) {
    case EACH_WEEK:
        *from = day_week_start(day);
        *to = *from + 7;
        return;
    case EACH_MONTH:
        *from = day_month_start(day);
        *to = day_add_months(*from, 1);
        return;
    case EACH_QUARTER:
        *from = day_quarter_start(day);
        *to = day_add_months(*from, 3);
        return;
    case EACH_YEAR:
        *from = day_year_start(day);
        *to = day_add_months(*from, 12);
        return;
    }
}

int
training_lacking(struct db *db, const struct training *training, int64_t store_id, int64_t day,
                 struct db_stmt **stmt, struct err *err)
{
    int64_t from, to;
    training_window(training->period, day, &from, &to);
    struct db_value values[] = {
        db_int(store_id),
        db_text(training->roles),
        db_text(training->name),
        db_text(training->review),
        db_int(training->pass),
        db_int(from),
        db_int(to),
        db_int(training->times),
        db_int(day),
    };
    return sql_open(db, stmt, SQL_STAFF_LACKING, values, 9, err);
}
