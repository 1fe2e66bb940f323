/*
 * papers_read: between the reader of papers.yaml and its proof.
 */
#ifndef MEDI_SUPPLY_PAPERS_READ_H
#define MEDI_SUPPLY_PAPERS_READ_H

#include "supply/papers.h"

/* Every need of the pack against its own examples. */
int paper_rules_prove(const struct paper_rules *rules, struct err *err);

#endif
