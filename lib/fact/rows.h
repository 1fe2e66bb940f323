/*
 * rows: rows of a fact as they are made, a column beside the other, of several days; and the order in which
 * they are kept: by day, client, then all columns, so that it depends on nothing else.
 */
#ifndef MEDI_FACT_ROWS_H
#define MEDI_FACT_ROWS_H

#include <stdint.h>

enum { ROWS_COLUMNS = 16 };

struct rows {
    int count, room, columns;
    int64_t *day, *client, *column[ROWS_COLUMNS];
};

void rows_clear(struct rows *rows, int columns);
void rows_release(struct rows *rows);

/* The new row's number; its columns are 0. */
int rows_add(struct rows *rows, int64_t day, int64_t client);

/* The numbers of the rows in their order, to be freed. */
int *rows_order(const struct rows *rows);

#endif
