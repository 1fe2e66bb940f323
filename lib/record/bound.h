/*
 * bound: rows that an import may not touch, because who runs it has a duty in one store only.
 */
#ifndef MEDI_RECORD_BOUND_H
#define MEDI_RECORD_BOUND_H

#include "record/row.h"

/* Fails (ERR_DATA) unless the row, by its values, is of that store; 0: all are. */
int bound_check(const struct row_maker *maker, int64_t store_id, const struct db_value *values,
                struct err *err);

#endif
