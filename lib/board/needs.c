/* Heads that are wanted, against those who are there. */
#include "board/needs.h"

#include <string.h>

#include "db/sql.h"
#include "rota/spells.h"

enum { H_STORE_ID, H_ROLE, H_DAY, H_FROM, H_TO, H_SKILL, H_STAFF_ID, H_HEADS };

/* A time for which heads are wanted. */
struct want {
    const struct grid_store *store;
    const char *role, *skill;
    int64_t staff_id, day, from, to;
};

static bool
is_there(const struct grid_person *person, const struct grid_cell *cell, const struct want *want,
         int64_t at)
{
    for (; cell; cell = cell->more)
        if (cell->what == GRID_WORK && cell->at && cell->at->id == want->store->id &&
            cell->starts_at <= at && cell->ends_at > at &&
            strcmp(cell->role ? cell->role : person->role, want->role) == 0)
            return true;
    return false;
}

static int
count_at(const struct grid *grid, const struct rota_papers *skills, const struct want *want,
         int64_t at)
{
    int there = 0;
    for (int i = 0; i < grid->count; i++) {
        const struct grid_person *person = &grid->people[i];
        if ((want->staff_id == 0 || want->staff_id == person->id) &&
            is_there(person, grid_cell(grid, person, want->day), want, at) &&
            (!want->skill ||
             rota_spell(rota_papers_of(skills, person->id), want->day, want->skill)))
            there++;
    }
    return there;
}

/* The fewest at any moment of that time: at its beginning, or when somebody has just left. */
static int
count_there(const struct grid *grid, const struct rota_papers *skills, const struct want *want)
{
    int fewest = count_at(grid, skills, want, want->from);
    for (int i = 0; i < grid->count; i++)
        for (const struct grid_cell *cell = grid_cell(grid, &grid->people[i], want->day); cell;
             cell = cell->more) {
            if (cell->what != GRID_WORK || cell->ends_at <= want->from || cell->ends_at >= want->to)
                continue;
            int then = count_at(grid, skills, want, cell->ends_at);
            fewest = then < fewest ? then : fewest;
        }
    return fewest;
}

/* Rows come store by store and role by role. */
static struct need *
need_of(struct needs *needs, const struct grid *grid, const struct want *want)
{
    struct need_line *line = needs->count ? &needs->items[needs->count - 1] : NULL;
    if (!line || line->store != want->store || strcmp(line->role, want->role) != 0) {
        needs->items =
            arena_more(grid->arena, needs->items, needs->count, &needs->room, sizeof *needs->items);
        line = &needs->items[needs->count++];
        *line = (struct need_line){
            want->store, arena_strdup(grid->arena, want->role),
            arena_array(grid->arena, (size_t)(grid->to - grid->from), sizeof *line->days)};
    }
    return &line->days[want->day - grid->from];
}

static void
read_head(struct needs *needs, const struct grid *grid, const struct rota_papers *skills,
          const struct db_stmt *stmt)
{
    struct want want = {.store = grid_store(&grid->stores, db_get_int(stmt, H_STORE_ID)),
                        .role = db_get_text(stmt, H_ROLE),
                        .skill = db_get_text(stmt, H_SKILL),
                        .staff_id = db_get_int(stmt, H_STAFF_ID),
                        .day = db_get_int(stmt, H_DAY)};
    int to = (int)db_get_int(stmt, H_TO), wanted = (int)db_get_int(stmt, H_HEADS);
    want.from = zone_moment(want.store->zone, want.day, 60 * (int)db_get_int(stmt, H_FROM));
    want.to = zone_moment(want.store->zone, want.day + to / 1440, 60 * (to % 1440));
    int there = count_there(grid, skills, &want);
    struct need *need = need_of(needs, grid, &want);
    int missing = wanted - there, before = need->wanted - need->there;
    if (!need->asked || missing > before || (missing == before && wanted > need->wanted))
        *need = (struct need){true, wanted, there};
}

int
needs_load(struct needs *needs, const struct grid *grid, struct err *err)
{
    const struct db_value values[] = {db_int(grid->store_id), db_int(grid->from), db_int(grid->to)};
    struct rota_papers skills;
    struct db_stmt *stmt;
    int more;
    *needs = (struct needs){0};
    if (rota_papers_load(&skills, grid->db, grid->arena, SQL_ROTA_SKILLS, grid->from, grid->to,
                         err) < 0 ||
        sql_open(grid->db, &stmt, SQL_BOARD_NEEDS_HEADS, values, 3, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1)
        read_head(needs, grid, &skills, stmt);
    db_finish(stmt);
    return more;
}
