/* What a grid asks of each, and how evenly. */
#include "board/fairness.h"

#include <math.h>
#include <string.h>

#include "db/sql.h"

struct measuring {
    const struct grid *grid;
    const struct rota_rules *rules;
    struct fairness *list; /* by the grid's people */
    int64_t today;
    int *hours; /* by person and day: month_hours; RULE_NONE */
};

typedef void each_row(struct measuring *measuring, struct fairness *fair,
                      const struct db_stmt *stmt);

struct reading {
    struct measuring *measuring;
    each_row *each;
};

/* A row whose first column is a person of the grid. */
static int
read_row(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct reading *reading = context;
    const struct grid *grid = reading->measuring->grid;
    const struct grid_person *person = grid_person(grid, db_get_int(stmt, 0));
    (void)err;
    if (person)
        reading->each(reading->measuring, &reading->measuring->list[person - grid->people], stmt);
    return 0;
}

static int
read_rows(struct measuring *measuring, enum sql_id id, const struct db_value *values, int count,
          each_row *each, struct err *err)
{
    struct reading reading = {measuring, each};
    return sql_each(measuring->grid->db, id, values, count, read_row, &reading, err);
}

/* ---- what is worked -------------------------------------------------------------------------- */

static int
role_rule(const struct measuring *measuring, const char *name, enum rota_rule rule)
{
    const struct rota_role *role = rota_role(measuring->rules, name);
    return role ? role->rule[rule] : RULE_NONE;
}

static void
count_shift(struct measuring *measuring, struct fairness *fair, const struct grid_cell *cell,
            int64_t day, int64_t *ended)
{
    int shift = cell->shift ? rota_shift(measuring->rules, cell->shift) : -1;
    int rest = role_rule(measuring, cell->role ? cell->role : fair->person->role, RULE_REST_HOURS);
    fair->shifts++;
    fair->minutes += cell->minutes;
    if (shift >= 0 && measuring->rules->shift[shift].late)
        fair->late++;
    if (measuring->grid->published && day < measuring->today)
        fair->rostered += cell->minutes;
    if (rest != RULE_NONE && *ended != INT64_MIN && cell->starts_at - *ended < 3600 * (int64_t)rest)
        fair->short_rests++;
    *ended = cell->ends_at;
}

static void
count_person(struct measuring *measuring, struct fairness *fair)
{
    const struct grid *grid = measuring->grid;
    int64_t ended = INT64_MIN, weekend = INT64_MIN;
    for (int64_t day = grid->from; day < grid->to; day++)
        for (const struct grid_cell *cell = grid_cell(grid, fair->person, day); cell;
             cell = cell->more) {
            if (cell->what != GRID_WORK)
                continue;
            if (day_weekday(day) >= 6 && day_week_start(day) != weekend) {
                weekend = day_week_start(day);
                fair->weekends++;
            }
            count_shift(measuring, fair, cell, day, &ended);
        }
}

/* ---- contract, wishes, treatments ------------------------------------------------------------ */

static void
read_hours(struct measuring *measuring, struct fairness *fair, const struct db_stmt *stmt)
{
    const struct grid *grid = measuring->grid;
    int64_t days = grid->to - grid->from, from = db_get_int(stmt, 1) - grid->from;
    int *hours = measuring->hours + (fair - measuring->list) * days;
    if (db_get(stmt, 2).type == DB_NULL)
        return;
    for (int64_t i = from < 0 ? 0 : from; i < days; i++)
        hours[i] = (int)db_get_int(stmt, 2);
}

/* Sixty times an hour, and each day its part of the month: exact until it is rounded once. */
static void
sum_contract(const struct measuring *measuring, struct fairness *fair)
{
    const struct grid *grid = measuring->grid;
    int64_t days = grid->to - grid->from;
    const int *hours = measuring->hours + (fair - measuring->list) * days;
    double minutes = 0;
    for (int64_t i = 0; i < days; i++) {
        int64_t month = day_month_start(grid->from + i);
        if (hours[i] == RULE_NONE) {
            fair->contract = -1;
            return;
        }
        minutes += 60.0 * hours[i] / (double)(day_add_months(month, 1) - month);
    }
    fair->contract = llround(minutes);
}

static void
read_wish(struct measuring *measuring, struct fairness *fair, const struct db_stmt *stmt)
{
    const struct grid_cell *cell = grid_cell(measuring->grid, fair->person, db_get_int(stmt, 1));
    const char *want = db_get_text(stmt, 2);
    bool works = cell->what == GRID_WORK, granted = false;
    if (strcmp(want, "off") == 0)
        granted = !works;
    else if (strcmp(want, "work") == 0)
        granted = works;
    else
        for (; cell && !granted; cell = cell->more)
            granted = cell->shift && strcmp(cell->shift, want) == 0;
    fair->wishes++;
    fair->granted += granted;
}

static void
read_treated(struct measuring *measuring, struct fairness *fair, const struct db_stmt *stmt)
{
    (void)measuring;
    fair->treated = db_get_int(stmt, 1);
}

int
fairness_of(const struct grid *grid, const struct rota_rules *rules, int64_t today,
            struct fairness **list, struct err *err)
{
    size_t days = (size_t)(grid->to - grid->from);
    struct measuring measuring = {
        .grid = grid,
        .rules = rules,
        .today = today,
        .list = arena_array(grid->arena, (size_t)grid->count, sizeof **list),
        .hours = arena_array(grid->arena, (size_t)grid->count * days, sizeof *measuring.hours)};
    const struct db_value window[] = {db_int(grid->from), db_int(grid->to)};
    const struct db_value past[] = {db_int(grid->from),
                                    db_int(today < grid->to ? today : grid->to)};
    *list = measuring.list;
    for (int i = 0; i < grid->count; i++) {
        measuring.list[i].person = &grid->people[i];
        int hours = role_rule(&measuring, grid->people[i].role, RULE_MONTH_HOURS);
        for (size_t day = 0; day < days; day++)
            measuring.hours[(size_t)i * days + day] = hours;
    }
    if (read_rows(&measuring, SQL_BOARD_FAIRNESS_HOURS, window + 1, 1, read_hours, err) < 0 ||
        read_rows(&measuring, SQL_BOARD_FAIRNESS_WISHES, window, 2, read_wish, err) < 0 ||
        (grid->published &&
         read_rows(&measuring, SQL_BOARD_FAIRNESS_TREATED, past, 2, read_treated, err) < 0))
        return -1;
    for (int i = 0; i < grid->count; i++) {
        count_person(&measuring, &measuring.list[i]);
        sum_contract(&measuring, &measuring.list[i]);
    }
    return 0;
}

/* ---- how evenly ------------------------------------------------------------------------------ */

static double
value_of(const struct fairness *fair, enum fairness_what what)
{
    return what == FAIR_HOURS      ? (double)fair->minutes / 60
           : what == FAIR_WEEKENDS ? (double)fair->weekends
                                   : (double)fair->late;
}

struct fairness_spread
fairness_spread(const struct fairness *first, int count, enum fairness_what what)
{
    double sum = 0, squares = 0, least = value_of(first, what), most = least;
    for (int i = 0; i < count; i++) {
        double value = value_of(&first[i], what);
        sum += value;
        least = value < least ? value : least;
        most = value > most ? value : most;
    }
    double mean = sum / count;
    for (int i = 0; i < count; i++) {
        double apart = value_of(&first[i], what) - mean;
        squares += apart * apart;
    }
    return (struct fairness_spread){llround(1e6 * mean), llround(1e6 * (most - least)),
                                    llround(1e6 * sqrt(squares / count))};
}
