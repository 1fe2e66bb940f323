/*
 * disposal: a record of destruction (销毁记录): by which method, where, before which witness, by
 * whom, with whose consent. The movements that it destroys are wasted with its code as their paper.
 */
#ifndef MEDI_STOCK_DISPOSAL_H
#define MEDI_STOCK_DISPOSAL_H

#include "stock/stock.h"

struct stock_disposal {
    const char *code; /* NULL: it gets one */
    const char *method, *place, *witness;
};

/* Who does it is no witness of it, by code or by name: ERR_DATA. */
int stock_witness(struct db *db, const struct stock_disposal *disposal, int64_t staff_id,
                  struct err *err);

/* Moment, people and reason are the note's, whose paper becomes the record's code. ERR_DATA: there is one
 * of that code. */
int stock_dispose(struct db *db, struct arena *arena, int64_t store_id,
                  struct stock_disposal *disposal, struct stock_note *note, struct err *err);

#endif
