/*
 * The verbs of medi-visit: each a short function and the struct that its options fill. The tables that name
 * them are in bin/medi-visit.c.
 */
#ifndef MEDI_BIN_VISIT_VERBS_H
#define MEDI_BIN_VISIT_VERBS_H

#include "cli/cli.h"
#include "cli/put.h"

/* ---- catalogue ---- */


/* ---- the journey to the contract ---- */


/* ---- money ---- */


/* ---- before and at the treatment ---- */


/* ---- after the treatment ---- */


/* ---- SOP ---- */


#endif
