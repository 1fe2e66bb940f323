/*
 * files: what people are made of: clients' files, and the facts of their visits and deals. Inside lib/fact.
 */
#ifndef MEDI_FACT_FILES_H
#define MEDI_FACT_FILES_H

#include "fact/people.h"

/* Reads the files of clients with ids from … until; of one that there is none of any more, nothing is kept. */
int files_read(struct people *people, int64_t from, int64_t to, struct err *err);

/* The first visit or deal so far; an earlier one takes its place. */
void files_visited(struct people *people, int64_t client_id, int64_t day, int64_t store_id);
void files_dealt(struct people *people, int64_t client_id, int64_t day, int64_t store_id);

/* Those of all facts. */
int files_firsts(struct people *people, struct arena *arena, struct err *err);

#endif
