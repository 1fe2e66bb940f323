/*
 * master: which of the lines known so far make the best roster, as a linear programme.
 *
 *     least  sum c_l x_l + sum (under_i u_i + over_i o_i)
 *     one line a person:        sum of the person's x_l = 1               dual m_p
 *     each demand of the area:  sum a_il x_l + u_i - o_i = need_i         dual d_i, -over_i <= d_i <= under_i
 *
 * with a_il = 1 where line l serves demand i. Reduced cost of a line: c_l - sum a_il d_i - m_p.
 */
#ifndef MEDI_PLANNER_MASTER_H
#define MEDI_PLANNER_MASTER_H

#include "planner/ground.h"

struct column {
    int person;
    int64_t cost;
    roster_cell *line;
};

struct master {
    const struct area *area;
    Clp_Simplex *lp;
    struct arena *arena;
    struct column *columns;
    int count, room, entered; /* columns; those that the programme has already */
    int *row;                 /* of a person, -1 if not free */
    int *kept;                /* of a person the column that was fixed, -1 for none */
    bool narrowed;            /* bounds changed since it was solved last */
    double *duals;            /* a demand, then a free person */
    double value;             /* of the programme, with the area's base */
};

/* Released by master_close, which is NULL-safe in its parts. Columns live in the arena. */
void master_open(struct master *master, const struct area *area, struct arena *arena);
void master_close(struct master *master);

/* A line is copied. Every free person needs one before master_solve; the first lines of all make a roster,
 * from which the solver starts. */
void master_add(struct master *master, int person, const roster_cell *line);

/* false: time is up, or the solver gave up. */
bool master_solve(struct master *master, const struct patience *patience);

/* How much of each column is taken; valid until the next change. */
const double *master_shares(const struct master *master);

/* What a column costs beyond what it is worth by the duals. */
const double *master_excess(const struct master *master);

/* Each of these columns' people has it and no other from now on. */
void master_fix(struct master *master, const int *columns, int count);

#endif
