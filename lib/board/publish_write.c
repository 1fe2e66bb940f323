/* A roster's cells become shifts. */
#include <string.h>

#include "db/sql.h"
#include "record/ids.h"
#include "board/entries.h"
#include "board/publish_private.h"

static bool
same_text(const char *one, const char *other)
{
    return (!one && !other) || (one && other && strcmp(one, other) == 0);
}

static const char *
role_of(const struct grid_person *person, const struct grid_cell *cell)
{
    return cell->role ? cell->role : person->role;
}

/* Rows are by person and beginning. */
static struct publish_row *
row_of(const struct publish *publish, const struct grid_person *person,
       const struct grid_cell *cell)
{
    int low = 0, high = publish->row_count;
    while (low < high) {
        int middle = (low + high) / 2;
        const struct publish_row *row = &publish->rows[middle];
        if (row->staff_id < person->id ||
            (row->staff_id == person->id && row->starts_at < cell->starts_at))
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < publish->row_count; low++) {
        struct publish_row *row = &publish->rows[low];
        if (row->staff_id != person->id || row->starts_at != cell->starts_at)
            return NULL;
        if (row->store_id == cell->at->id)
            return row;
    }
    return NULL;
}

static int
put_new(struct publish *publish, const struct grid_person *person, const struct grid_cell *cell,
        int64_t day, struct err *err)
{
    int64_t id;
    if (ids_next(publish->db, "shift", cell->at->id, &id, err) < 0)
        return -1;
    const struct db_value values[] = {
        db_int(cell->at->id),         db_int(id),
        db_int(person->id),           db_int(cell->starts_at),
        db_int(cell->ends_at),        db_int(day),
        db_text(cell->shift),         db_text(role_of(person, cell)),
        db_int(cell->minutes),        db_int(publish->roster.store_id),
        db_text(publish->roster.code)};
    publish->added++;
    return sql_run(publish->db, SQL_BOARD_PUBLISH_PUT, values, 11, NULL, err);
}

static int
put_changed(struct publish *publish, const struct grid_person *person, const struct grid_cell *cell,
            const struct publish_row *row, int64_t day, struct err *err)
{
    const struct roster *roster = &publish->roster;
    const char *role = role_of(person, cell);
    bool same = row->ends_at == cell->ends_at && row->day == day &&
                same_text(row->code, cell->shift) && same_text(row->role, role) &&
                row->minutes.type == DB_INT && row->minutes.number == cell->minutes;
    if (same && row->of_id == roster->store_id && same_text(row->roster, roster->code))
        return 0;
    publish->changed += !same;
    const struct db_value values[] = {
        db_int(row->store_id), db_int(row->id),          db_int(cell->ends_at),
        db_int(day),           db_text(cell->shift),     db_text(role),
        db_int(cell->minutes), db_int(roster->store_id), db_text(roster->code)};
    return sql_run(publish->db, SQL_BOARD_PUBLISH_CHANGE, values, 9, NULL, err);
}

static int
put_person(struct publish *publish, const struct grid_person *person, struct err *err)
{
    const struct grid *grid = &publish->grid;
    for (int64_t day = grid->from; day < grid->to; day++) {
        const struct grid_cell *cell = grid_cell(grid, person, day);
        if (cell->what != GRID_WORK)
            continue;
        struct publish_row *row = row_of(publish, person, cell);
        if (row)
            row->kept = true;
        if ((row ? put_changed(publish, person, cell, row, day, err)
                 : put_new(publish, person, cell, day, err)) < 0)
            return -1;
    }
    return 0;
}

/* Those that no cell has kept. */
static int
drop_rows(struct publish *publish, struct err *err)
{
    for (int i = 0; i < publish->row_count; i++) {
        const struct publish_row *row = &publish->rows[i];
        const struct db_value values[] = {db_int(row->store_id), db_int(row->id)};
        if (!row->ours || row->kept)
            continue;
        publish->dropped++;
        if (sql_run(publish->db, SQL_BOARD_PUBLISH_DROP, values, 2, NULL, err) < 0)
            return -1;
    }
    return 0;
}

static int
put_states(struct publish *publish, struct err *err)
{
    const struct roster *roster = &publish->roster;
    const struct db_value now[] = {db_int(roster->store_id), db_int(roster->id),
                                   db_int(publish->now)};
    const struct db_value before[] = {db_int(roster->store_id), db_int(roster->id),
                                      db_int(publish->today), db_int(roster->from),
                                      db_int(roster->to)};
    int64_t replaced;
    if (sql_run(publish->db, SQL_BOARD_PUBLISH_STATE, now, 3, NULL, err) < 0 ||
        sql_run(publish->db, SQL_BOARD_PUBLISH_REPLACE, before, 5, &replaced, err) < 0)
        return -1;
    publish->replaced = (int)replaced;
    return 0;
}

int
publish_write(struct publish *publish, struct err *err)
{
    const struct entries_scope scope = {.roster_store_id = publish->roster.store_id,
                                        .roster_id = publish->roster.id,
                                        .store_id = publish->bound_to,
                                        .from = publish->grid.from,
                                        .to = publish->grid.to};
    if (entries_sync(publish->db, publish->arena, &scope, publish->now, err) < 0)
        return -1;
    for (int i = 0; i < publish->grid.count; i++)
        if (put_person(publish, &publish->grid.people[i], err) < 0)
            return -1;
    return drop_rows(publish, err) < 0 || put_states(publish, err) < 0 ||
                   entries_sync(publish->db, publish->arena, &scope, publish->now, err) < 0
               ? -1
               : 0;
}
