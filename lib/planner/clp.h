/*
 * clp: the door to COIN-OR's linear programming solver.
 *
 * Through its C interface, loaded when a roster is planned: linking it would make every start of every
 * tool pay for it and for the C++ and BLAS behind it. Several models may be used by several threads, each
 * by one.
 */
#ifndef MEDI_PLANNER_CLP_H
#define MEDI_PLANNER_CLP_H

#include <coin/Clp_C_Interface.h>

#include "base/err.h"

#define CLP_API(X)                                                                                 \
    X(Clp_newModel)                                                                                \
    X(Clp_deleteModel)                                                                             \
    X(Clp_setLogLevel)                                                                             \
    X(Clp_loadProblem)                                                                             \
    X(Clp_addColumns)                                                                              \
    X(Clp_chgColumnLower)                                                                          \
    X(Clp_chgColumnUpper)                                                                          \
    X(Clp_columnLower)                                                                             \
    X(Clp_columnUpper)                                                                             \
    X(Clp_numberColumns)                                                                           \
    X(Clp_setColumnStatus)                                                                         \
    X(Clp_setRowStatus)                                                                            \
    X(Clp_primal)                                                                                  \
    X(Clp_dual)                                                                                    \
    X(Clp_status)                                                                                  \
    X(Clp_setMaximumSeconds)                                                                       \
    X(Clp_setPerturbation)                                                                         \
    X(Clp_objectiveValue)                                                                          \
    X(Clp_dualColumnSolution)                                                                      \
    X(Clp_primalColumnSolution)                                                                    \
    X(Clp_dualRowSolution)

struct clp {
#define CLP_ENTRY(name) __typeof__(name) *name;
    CLP_API(CLP_ENTRY)
#undef CLP_ENTRY
};

/* ERR_IO when it is not installed. */
int clp_load(struct clp *clp, struct err *err);

#endif
