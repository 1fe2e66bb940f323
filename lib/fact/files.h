/*
 * files: what people are made of: clients' files, and the facts of their visits and deals. Inside lib/fact.
 */
#ifndef MEDI_FACT_FILES_H
#define MEDI_FACT_FILES_H

#include "fact/people.h"

/* Reads the files of clients with ids from … until; of one that is gone, nothing is kept. */
int files_read(struct people *people, int64_t from, int64_t to, struct err *err);

/* The first visit (or deal) is that, or if it is earlier than what was so far. */
void files_first(struct people *people, bool deal, int64_t client_id, struct people_first first);
void files_earlier(struct people *people, bool deal, int64_t client_id, struct people_first first);

/* Those of all facts of visits (or deals); so far nobody has any. */
int files_firsts(struct people *people, bool deal, struct arena *arena, struct err *err);

#endif
