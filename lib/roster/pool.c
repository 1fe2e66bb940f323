#include "roster/pool.h"

#include <string.h>

void
pool_make(struct pool *pool, const struct roster_problem *problem, int room, struct arena *arena)
{
    size_t lines = (size_t)problem->people * (size_t)room;
    *pool = (struct pool){.problem = problem, .room = room};
    pool->count = arena_array(arena, (size_t)problem->people, sizeof *pool->count);
    pool->hash = arena_array(arena, lines, sizeof *pool->hash);
    pool->lines = arena_array(arena, lines, (size_t)problem->days);
}

static uint64_t
hash_line(const roster_cell *line, int days)
{
    uint64_t hash = 14695981039346656037u; /* FNV-1a */
    for (int d = 0; d < days; d++)
        hash = (hash ^ line[d]) * 1099511628211u;
    return hash;
}

static int
held(const struct pool *pool, int person)
{
    return pool->count[person] < pool->room ? pool->count[person] : pool->room;
}

void
pool_add(struct pool *pool, int person, const roster_cell *line)
{
    int days = pool->problem->days;
    uint64_t hash = hash_line(line, days), *hashes = pool->hash + (long)person * pool->room;
    for (int i = held(pool, person) - 1; i >= 0; i--)
        if (hashes[i] == hash)
            return;
    int at = pool->count[person] % pool->room;
    pool->count[person] = at + 1 < pool->room || pool->count[person] < pool->room
                              ? pool->count[person] + 1
                              : pool->room;
    hashes[at] = hash;
    memcpy(pool->lines + ((long)person * pool->room + at) * days, line, (size_t)days);
}

static bool
fits(const struct area *area, int person, const roster_cell *line)
{
    int days = area->ground->problem->days;
    const uint64_t *allowed = area->allowed + (long)person * days;
    for (int d = 0; d < days; d++)
        if (!(allowed[d] >> line[d] & 1))
            return false;
    return true;
}

void
pool_pour(const struct pool *pool, struct master *master)
{
    const struct area *area = master->area;
    int days = pool->problem->days;
    for (int i = 0; i < area->count; i++) {
        int person = area->people[i];
        for (int k = 0; k < held(pool, person); k++) {
            const roster_cell *line = pool->lines + ((long)person * pool->room + k) * days;
            if (fits(area, person, line))
                master_add(master, person, line);
        }
    }
}

void
pool_draw(struct pool *pool, const struct master *master, double most)
{
    const double *excess = master_excess(master);
    for (int i = 0; i < master->entered; i++)
        if (excess[i] <= most)
            pool_add(pool, master->columns[i].person, master->columns[i].line);
}
