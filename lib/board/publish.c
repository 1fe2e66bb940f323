/* What stands against a roster's being published. */
#include "board/publish.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "db/sql.h"
#include "board/publish_private.h"
#include "rota/spells.h"

static void __attribute__((format(printf, 4, 5)))
say(struct publish *publish, const struct grid_person *person, int64_t day, const char *format, ...)
{
    char words[ERR_TEXT], date[16];
    va_list args;
    va_start(args, format);
    vsnprintf(words, sizeof words, format, args);
    va_end(args);
    day_format(day, date);
    publish->nos = arena_more(publish->arena, publish->nos, publish->no_count, &publish->no_room,
                              sizeof *publish->nos);
    publish->nos[publish->no_count++] =
        (struct publish_no){person->code, arena_printf(publish->arena, "%s: %s", date, words), day};
}

/* Each cell with work of the days that are to come. */
typedef void each_cell(struct publish *publish, const struct grid_person *person,
                       const struct grid_cell *cell, int64_t day);

static void
for_cells(struct publish *publish, each_cell *each)
{
    const struct grid *grid = &publish->grid;
    for (int i = 0; i < grid->count; i++)
        for (int64_t day = grid->from; day < grid->to; day++) {
            const struct grid_cell *cell = grid_cell(grid, &grid->people[i], day);
            if (cell->what == GRID_WORK)
                each(publish, &grid->people[i], cell, day);
        }
}

/* ---- by the cell itself ------------------------------------------------------------------------ */

static void
judge_cell(struct publish *publish, const struct grid_person *person, const struct grid_cell *cell,
           int64_t day)
{
    char date[16];
    if (!cell->at || cell->at->id == 0 || cell->starts_at >= cell->ends_at || !cell->starts_at)
        say(publish, person, day, _("the roster does not say where and when"));
    else if (publish->bound_to && cell->at->id != publish->bound_to)
        say(publish, person, day, _("is planned in %s, for which this account has no duty"),
            cell->at->code);
    if (day > person->left_on) {
        day_format(person->left_on, date);
        say(publish, person, day, _("left on %s"), date);
    } else if (day < person->hired_on) {
        day_format(person->hired_on, date);
        say(publish, person, day, _("is not here before %s"), date);
    }
}

/* ---- leave ----------------------------------------------------------------------------------- */

static int
judge_leave(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct publish *publish = context;
    const struct grid *grid = &publish->grid;
    const struct grid_person *person = grid_person(grid, db_get_int(stmt, 0));
    int64_t from = db_get_int(stmt, 1), to = db_get_int(stmt, 2);
    for (int64_t day = grid->from; person && day < grid->to; day++) {
        const struct grid_cell *cell = grid_cell(grid, person, day);
        if (cell->what == GRID_WORK && cell->starts_at < to && cell->ends_at > from)
            say(publish, person, day, _("on leave (%s)"), db_get_text(stmt, 3));
    }
    (void)err;
    return 0;
}

/* ---- licences -------------------------------------------------------------------------------- */

static void
judge_licences(struct publish *publish, const struct rota_papers *licences)
{
    const struct grid *grid = &publish->grid;
    for (int i = 0; i < grid->count; i++)
        for (int64_t day = grid->from; day < grid->to; day++) {
            const struct grid_person *person = &grid->people[i];
            const struct grid_cell *cell = grid_cell(grid, person, day);
            if (cell->what != GRID_WORK)
                continue;
            const char *as = cell->role ? cell->role : person->role;
            const struct rota_role *role = rota_role(publish->rules, as);
            if (role && role->licence &&
                !rota_is_licensed(rota_papers_of(licences, person->id), role->licence, day,
                                  cell->at ? cell->at->id : 0))
                say(publish, person, day, _("no licence of %s is valid on that day in %s"),
                    grid_role_words(as), cell->at ? cell->at->code : "?");
        }
}

/* ---- other shifts ---------------------------------------------------------------------------- */

/* Whether the roster takes the place of a shift. */
static bool
is_ours(const struct publish *publish, const struct publish_row *row)
{
    const struct roster *roster = &publish->roster;
    if (row->day < publish->grid.from || row->day >= publish->grid.to)
        return false;
    if (row->roster)
        return row->of_id == roster->store_id;
    return roster->store_id == 0 || row->store_id == roster->store_id;
}

static int
read_row(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct publish *publish = context;
    struct arena *arena = publish->arena;
    publish->rows = arena_more(arena, publish->rows, publish->row_count, &publish->row_room,
                               sizeof *publish->rows);
    struct publish_row *row = &publish->rows[publish->row_count++];
    *row = (struct publish_row){.staff_id = db_get_int(stmt, 0),
                                .staff = db_keep_text(stmt, 1, arena),
                                .store_id = db_get_int(stmt, 2),
                                .id = db_get_int(stmt, 3),
                                .day = db_get_int(stmt, 4),
                                .starts_at = db_get_int(stmt, 5),
                                .ends_at = db_get_int(stmt, 6),
                                .code = db_keep_text(stmt, 7, arena),
                                .role = db_keep_text(stmt, 8, arena),
                                .minutes = db_get(stmt, 9),
                                .of_id = db_get_int(stmt, 10),
                                .of_store = db_keep_text(stmt, 11, arena),
                                .roster = db_keep_text(stmt, 12, arena)};
    row->ours = is_ours(publish, row);
    (void)err;
    return 0;
}

static void
judge_row(struct publish *publish, const struct grid_person *person, const struct publish_row *row)
{
    const struct grid *grid = &publish->grid;
    for (int64_t day = row->day - 1; day <= row->day + 1; day++) {
        const struct grid_cell *cell = grid_cell(grid, person, day);
        if (!cell || cell->what != GRID_WORK || cell->starts_at >= row->ends_at ||
            cell->ends_at <= row->starts_at)
            continue;
        const char *store = grid_store(&grid->stores, row->store_id)->code;
        if (row->roster)
            say(publish, person, day, _("works in %s at that time, by roster %s of %s"), store,
                row->roster, row->of_store ? row->of_store : "?");
        else
            say(publish, person, day, _("works in %s at that time"), store);
    }
}

/* Two cells of one person that overlap: a night, and the morning after it. */
static void
judge_nights(struct publish *publish, const struct grid_person *person,
             const struct grid_cell *cell, int64_t day)
{
    const struct grid_cell *next = grid_cell(&publish->grid, person, day + 1);
    if (next && next->what == GRID_WORK && next->starts_at < cell->ends_at)
        say(publish, person, day + 1, _("begins before the work of the day before ends"));
}

/* ---- all of it ------------------------------------------------------------------------------- */

static int
read_rows(struct publish *publish, struct err *err)
{
    const struct roster *roster = &publish->roster;
    const struct db_value values[] = {db_int(roster->store_id), db_int(roster->id),
                                      db_int(publish->grid.from - 1), db_int(publish->grid.to + 1)};
    if (sql_each(publish->db, SQL_BOARD_PUBLISH_SHIFTS, values, 4, read_row, publish, err) < 0)
        return -1;
    for (int i = 0; i < publish->row_count; i++) {
        const struct grid_person *person = grid_person(&publish->grid, publish->rows[i].staff_id);
        if (person && !publish->rows[i].ours)
            judge_row(publish, person, &publish->rows[i]);
    }
    return 0;
}

static int
read_away(struct publish *publish, struct err *err)
{
    const struct roster *roster = &publish->roster;
    const struct db_value values[] = {db_int(roster->store_id), db_int(roster->id),
                                      db_int((publish->grid.from - 2) * DAY_SECONDS),
                                      db_int((publish->grid.to + 2) * DAY_SECONDS)};
    struct rota_papers licences;
    if (sql_each(publish->db, SQL_BOARD_PUBLISH_LEAVES, values, 4, judge_leave, publish, err) < 0 ||
        rota_papers_load(&licences, publish->db, publish->arena, SQL_ROTA_LICENCES,
                         publish->grid.from, publish->grid.to, err) < 0)
        return -1;
    judge_licences(publish, &licences);
    return 0;
}

static int
find_today(struct publish *publish, struct err *err)
{
    struct grid_stores stores;
    if (grid_stores_load(publish->db, publish->arena, &stores, err) < 0)
        return -1;
    publish->today = zone_day(grid_store(&stores, publish->roster.store_id)->zone, publish->now);
    return 0;
}

int
publish_judge(struct publish *publish, struct err *err)
{
    const struct roster *roster = &publish->roster;
    if (strcmp(roster->state, "replaced") == 0)
        return err_set(err, ERR_DATA, _("roster %s: was replaced by a later one; publish a draft"),
                       roster->code);
    if (find_today(publish, err) < 0)
        return -1;
    int64_t from = publish_from(publish);
    if (from >= roster->to)
        return err_set(err, ERR_DATA, _("roster %s: all its days are over"), roster->code);
    if (grid_of_roster(&publish->grid, publish->db, publish->arena, roster, from, roster->to, err) <
        0)
        return -1;
    for_cells(publish, judge_cell);
    for_cells(publish, judge_nights);
    return read_rows(publish, err) < 0 ? -1 : read_away(publish, err);
}
