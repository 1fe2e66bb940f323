/*
 * spool: records of one size on their way from a pass over the database to a pass that writes, in a file that
 * has no name and goes with the process: so nothing is written while a statement still reads, and memory stays
 * as it is.
 */
#ifndef MEDI_CLIENT_SPOOL_H
#define MEDI_CLIENT_SPOOL_H

#include <stddef.h>
#include <stdio.h>

#include "base/err.h"

struct spool {
    FILE *file;
    size_t size; /* of a record */
};

int spool_open(struct spool *spool, size_t size, struct err *err);
void spool_close(struct spool *spool); /* NULL-safe in `file` */

int spool_add(struct spool *spool, const void *record, struct err *err);
int spool_rewind(struct spool *spool, struct err *err);
/* 1 a record, 0 the end, -1. */
int spool_next(struct spool *spool, void *record, struct err *err);

#endif
