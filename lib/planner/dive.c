#include "planner/dive.h"

#include <string.h>

#define WHOLE 0.999

/* Of each person the column with the largest share; -1 where it is fixed already, or who is not free. */
struct leaders {
    int column[ROSTER_PEOPLE];
    double share[ROSTER_PEOPLE];
    int left; /* people who are not fixed */
};

static void
find_leaders(const struct master *master, struct leaders *leaders)
{
    const double *shares = master_shares(master);
    int people = master->area->ground->problem->people;
    leaders->left = 0;
    for (int p = 0; p < people; p++) {
        leaders->column[p] = -1;
        leaders->share[p] = -1;
        leaders->left += master->row[p] >= 0 && master->kept[p] < 0;
    }
    for (int i = 0; i < master->entered; i++) {
        int person = master->columns[i].person;
        if (master->kept[person] < 0 && shares[i] > leaders->share[person]) {
            leaders->share[person] = shares[i];
            leaders->column[person] = i;
        }
    }
}

/* Whose line is kept next: the whole shares, then the largest others, an eighth of the people at most. */
static int
choose(const struct dive *dive, struct leaders *leaders, int people, struct rng *rng, int *chosen)
{
    int count = 0, few = leaders->left / 8 > 1 ? leaders->left / 8 : 1;
    for (int p = 0; p < people; p++) {
        if (leaders->share[p] >= WHOLE) {
            chosen[count++] = leaders->column[p];
            leaders->share[p] = -1;
        } else if (leaders->column[p] >= 0) {
            leaders->share[p] += dive->noise * rng_below(rng, 1000) / 1000;
        }
    }
    for (bool first = count == 0; few > 0; few--, first = false) {
        int best = 0;
        for (int p = 1; p < people; p++)
            best = leaders->share[p] > leaders->share[best] ? p : best;
        if (leaders->share[best] < 0 || (!first && leaders->share[best] < dive->surely))
            break;
        chosen[count++] = leaders->column[best];
        leaders->share[best] = -1;
    }
    return count;
}

static void
take_lines(const struct master *master, const int *chosen, int count, roster_cell *cells)
{
    size_t days = (size_t)master->area->ground->problem->days;
    for (int i = 0; i < count; i++) {
        const struct column *column = &master->columns[chosen[i]];
        memcpy(cells + (size_t)column->person * days, column->line, days);
    }
}

int
dive(struct generate *generate, const struct dive *dive, struct rng *rng, roster_cell *cells)
{
    struct master *master = generate->master;
    int people = master->area->ground->problem->people;
    struct leaders leaders;
    int chosen[ROSTER_PEOPLE];
    for (;;) {
        if (generate->node > dive->cutoff || master->value > dive->cutoff + 1e-6)
            return 0;
        find_leaders(master, &leaders);
        int count = choose(dive, &leaders, people, rng, chosen);
        take_lines(master, chosen, count, cells);
        if (count == leaders.left)
            return 1;
        master_fix(master, chosen, count);
        if (generate_run(generate, dive->rounds, dive->cutoff) < 0)
            return -1;
    }
}
