/*
 * heard: what a row that was written touches. Inside lib/fact.
 */
#ifndef MEDI_FACT_HEARD_H
#define MEDI_FACT_HEARD_H

#include "base/arena.h"
#include "db/db.h"
#include "db/describe.h"
#include "fact/marked.h"
#include "fact/touched.h"

enum { HEARD_GONE = 1, HEARD_VISITS = 2, HEARD_DEALS = 4, HEARD_FEW = 2000 };

struct heard_table;

struct heard {
    struct arena arena;
    struct description schema;  /* read with the first row */
    struct heard_table *tables; /* that were heard of */
    struct heard_table *last;

    int few; /* clients: so many are asked for one by one; of more, all are read */
    bool any;
    struct touched days;
    uint32_t whole;             /* facts that are to be made again, all of them */
    struct marked treatments;   /* store, id; HEARD_GONE: what refers to it is touched too */
    struct marked tasks;        /* store, id */
    struct marked orders;       /* store, code */
    struct marked clients;      /* id; what of them: HEARD_… */
    unsigned client_flags;      /* of all of them */
    int64_t file_from, file_to; /* files of clients with these ids were written */
};

void heard_init(struct heard *heard);
void heard_clear(struct heard *heard); /* nothing was heard yet */
void heard_release(struct heard *heard);
void heard_row(void *heard, const struct db_written *row);

#endif
