#include "planner/stash.h"

#include <string.h>

void
stash_make(struct stash *stash, const struct roster_problem *problem, int room, struct arena *arena)
{
    size_t lines = (size_t)problem->people * (size_t)room;
    *stash = (struct stash){.problem = problem, .room = room};
    stash->count = arena_array(arena, (size_t)problem->people, sizeof *stash->count);
    stash->hash = arena_array(arena, lines, sizeof *stash->hash);
    stash->lines = arena_array(arena, lines, (size_t)problem->days);
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
held(const struct stash *stash, int person)
{
    return stash->count[person] < stash->room ? stash->count[person] : stash->room;
}

void
stash_add(struct stash *stash, int person, const roster_cell *line)
{
    int days = stash->problem->days;
    uint64_t hash = hash_line(line, days), *hashes = stash->hash + (long)person * stash->room;
    for (int i = held(stash, person) - 1; i >= 0; i--)
        if (hashes[i] == hash)
            return;
    int at = stash->count[person] % stash->room;
    stash->count[person] = at + 1 < stash->room || stash->count[person] < stash->room
                               ? stash->count[person] + 1
                               : stash->room;
    hashes[at] = hash;
    memcpy(stash->lines + ((long)person * stash->room + at) * days, line, (size_t)days);
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
stash_pour(const struct stash *stash, struct master *master)
{
    const struct area *area = master->area;
    int days = stash->problem->days;
    for (int i = 0; i < area->count; i++) {
        int person = area->people[i];
        for (int k = 0; k < held(stash, person); k++) {
            const roster_cell *line = stash->lines + ((long)person * stash->room + k) * days;
            if (fits(area, person, line))
                master_add(master, person, line);
        }
    }
}

void
stash_draw(struct stash *stash, const struct master *master, double most)
{
    const double *excess = master_excess(master);
    for (int i = 0; i < master->entered; i++)
        if (excess[i] <= most)
            stash_add(stash, master->columns[i].person, master->columns[i].line);
}
