#include "planner/master.h"

#include <stdlib.h>
#include <string.h>

static void
load(struct master *master)
{
    const struct area *area = master->area;
    const struct clp *clp = &area->ground->clp;
    const struct roster_problem *problem = area->ground->problem;
    int slacks = 2 * problem->demands, rows = problem->demands + area->count;
    size_t room = (size_t)(slacks + 1);
    CoinBigIndex *start = mem_alloc(room * sizeof *start);
    int *index = mem_alloc(room * sizeof *index);
    double *value = mem_alloc(room * sizeof *value), *cost = mem_alloc(room * sizeof *cost);
    double *low = mem_alloc(room * sizeof *low), *high = mem_alloc(room * sizeof *high);
    double *row = mem_alloc(((size_t)rows + 1) * sizeof *row);
    for (int i = 0; i <= slacks; i++) {
        start[i] = i;
        if (i == slacks)
            break;
        const struct roster_demand *demand = &problem->demand[i / 2];
        index[i] = i / 2;
        value[i] = i % 2 ? -1 : 1;
        cost[i] = i % 2 ? demand->over : demand->under;
        low[i] = 0;
        high[i] = 1e9;
    }
    for (int i = 0; i < rows; i++)
        row[i] = i < problem->demands ? area->need[i] : 1;
    clp->Clp_loadProblem(master->lp, slacks, rows, start, index, value, low, high, cost, row, row);
    free(start);
    free(index);
    free(value);
    free(cost);
    free(low);
    free(high);
    free(row);
}

void
master_open(struct master *master, const struct area *area, struct arena *arena)
{
    const struct roster_problem *problem = area->ground->problem;
    const struct clp *clp = &area->ground->clp;
    *master = (struct master){.area = area, .arena = arena, .lp = clp->Clp_newModel()};
    clp->Clp_setLogLevel(master->lp, 0);
    master->row = arena_array(arena, (size_t)problem->people, sizeof *master->row);
    master->kept = arena_array(arena, (size_t)problem->people, sizeof *master->kept);
    for (int p = 0; p < problem->people; p++)
        master->row[p] = master->kept[p] = -1;
    for (int i = 0; i < area->count; i++)
        master->row[area->people[i]] = problem->demands + i;
    master->duals = arena_array(arena, (size_t)(problem->demands + area->count), sizeof(double));
    load(master);
}

void
master_close(struct master *master)
{
    if (master->lp)
        master->area->ground->clp.Clp_deleteModel(master->lp);
    master->lp = NULL;
}

void
master_add(struct master *master, int person, const roster_cell *line)
{
    const struct roster_problem *problem = master->area->ground->problem;
    size_t days = (size_t)problem->days;
    master->columns = arena_more(master->arena, master->columns, master->count, &master->room,
                                 sizeof *master->columns);
    struct column *column = &master->columns[master->count++];
    column->person = person;
    column->cost = roster_line_cost(problem, person, line);
    column->line = arena_alloc(master->arena, days);
    memcpy(column->line, line, days);
}

/* ---- new columns go in together ---- */

static int
entries_of(const struct master *master, const struct column *column, int *rows)
{
    const struct ground *ground = master->area->ground;
    const struct roster_problem *problem = ground->problem;
    int count = 0;
    rows[count++] = master->row[column->person];
    for (int d = 0; d < problem->days; d++) {
        if (column->line[d] == problem->shifts)
            continue;
        int cell = d * problem->shifts + column->line[d];
        for (int i = ground->serve_first[cell]; i < ground->serve_first[cell + 1]; i++)
            rows[count++] = ground->serve[i];
    }
    return count;
}

static void
enter(struct master *master)
{
    const struct area *area = master->area;
    const struct roster_problem *problem = area->ground->problem;
    int fresh = master->count - master->entered, used = 0;
    size_t entries = (size_t)fresh * (size_t)(problem->demands + 1), columns = (size_t)fresh;
    CoinBigIndex *start = mem_alloc((columns + 1) * sizeof *start);
    int *rows = mem_alloc(entries * sizeof *rows);
    double *ones = mem_alloc(entries * sizeof *ones), *cost = mem_alloc(columns * sizeof *cost);
    double *low = mem_alloc(columns * sizeof *low), *high = mem_alloc(columns * sizeof *high);
    for (int i = 0; i < fresh; i++) {
        const struct column *column = &master->columns[master->entered + i];
        start[i] = used;
        used += entries_of(master, column, rows + used);
        cost[i] = (double)column->cost;
        low[i] = 0;
        high[i] = 1e9;
    }
    start[fresh] = used;
    for (int i = 0; i < used; i++)
        ones[i] = 1;
    area->ground->clp.Clp_addColumns(master->lp, fresh, low, high, cost, start, rows, ones);
    master->entered = master->count;
    free(start);
    free(rows);
    free(ones);
    free(cost);
    free(low);
    free(high);
}

/* The basis of the first lines: they, and of each demand what is missing or too much. Without it the
 * solver looks for a roster first, which can take it longer than all that follows. */
static void
start_basis(struct master *master)
{
    enum { BASIC = 1, AT_LOWER = 3, FIXED = 5 };
    const struct area *area = master->area;
    const struct clp *clp = &area->ground->clp;
    int demands = area->ground->problem->demands,
        *left = mem_alloc(((size_t)demands + 1) * sizeof *left);
    int *rows = mem_alloc(((size_t)demands + 1) * sizeof *rows);
    uint8_t seen[ROSTER_PEOPLE] = {0};
    memcpy(left, area->need, (size_t)demands * sizeof *left);
    for (int i = 0; i < master->entered; i++) {
        const struct column *column = &master->columns[i];
        bool first = !seen[column->person];
        seen[column->person] = 1;
        clp->Clp_setColumnStatus(master->lp, 2 * demands + i, first ? BASIC : AT_LOWER);
        for (int k = first ? entries_of(master, column, rows) - 1 : 0; k > 0; k--)
            left[rows[k]]--;
    }
    for (int i = 0; i < demands; i++) {
        clp->Clp_setColumnStatus(master->lp, 2 * i, left[i] >= 0 ? BASIC : AT_LOWER);
        clp->Clp_setColumnStatus(master->lp, 2 * i + 1, left[i] < 0 ? BASIC : AT_LOWER);
    }
    for (int i = 0; i < demands + area->count; i++)
        clp->Clp_setRowStatus(master->lp, i, FIXED);
    free(left);
    free(rows);
}

bool
master_solve(struct master *master, const struct patience *patience)
{
    const struct ground *ground = master->area->ground;
    const struct clp *clp = &ground->clp;
    int rows = ground->problem->demands + master->area->count;
    if (patience_over(patience))
        return false;
    bool first = master->entered == 0;
    if (master->entered < master->count)
        enter(master);
    if (first)
        start_basis(master);
    if (patience->until > 0)
        clp->Clp_setMaximumSeconds(master->lp, patience->until - clock_now());
    if (master->narrowed)
        clp->Clp_dual(master->lp, 0);
    else
        clp->Clp_primal(master->lp, 0);
    master->narrowed = false;
    if (clp->Clp_status(master->lp) != 0)
        return false;
    master->value = clp->Clp_objectiveValue(master->lp) + (double)master->area->base;
    memcpy(master->duals, clp->Clp_dualRowSolution(master->lp), (size_t)rows * sizeof(double));
    return true;
}

const double *
master_shares(const struct master *master)
{
    const struct ground *ground = master->area->ground;
    return ground->clp.Clp_primalColumnSolution(master->lp) + 2 * ground->problem->demands;
}

const double *
master_excess(const struct master *master)
{
    const struct ground *ground = master->area->ground;
    return ground->clp.Clp_dualColumnSolution(master->lp) + 2 * ground->problem->demands;
}

void
master_fix(struct master *master, const int *chosen, int count)
{
    const struct ground *ground = master->area->ground;
    const struct clp *clp = &ground->clp;
    int slacks = 2 * ground->problem->demands, columns = slacks + master->entered;
    double *low = mem_alloc((size_t)columns * sizeof *low);
    double *high = mem_alloc((size_t)columns * sizeof *high);
    memcpy(low, clp->Clp_columnLower(master->lp), (size_t)columns * sizeof *low);
    memcpy(high, clp->Clp_columnUpper(master->lp), (size_t)columns * sizeof *high);
    for (int i = 0; i < count; i++)
        master->kept[master->columns[chosen[i]].person] = chosen[i];
    for (int i = 0; i < master->entered; i++)
        if (master->kept[master->columns[i].person] >= 0 && low[slacks + i] < 1)
            high[slacks + i] = 0;
    for (int i = 0; i < count; i++)
        low[slacks + chosen[i]] = high[slacks + chosen[i]] = 1;
    clp->Clp_chgColumnLower(master->lp, low);
    clp->Clp_chgColumnUpper(master->lp, high);
    master->narrowed = true;
    free(low);
    free(high);
}
