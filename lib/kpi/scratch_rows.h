/* scratch_rows: room for columns while a block of rows is worked on, and which group values lead to. */
#ifndef MEDI_KPI_SCRATCH_ROWS_H
#define MEDI_KPI_SCRATCH_ROWS_H

#include <stdint.h>

#include "base/arena.h"

enum { SCRATCH_COLUMNS = 112, SCRATCH_PLACES = 1 << 16 };

struct scratch_rows {
    int64_t *columns[SCRATCH_COLUMNS];
    int room, used;
    int32_t *group;
    int32_t *place; /* group by values, valid where stamp is `block` */
    uint32_t *stamp, block;
};

struct scratch_rows *scratch_rows_new(struct arena *arena);
void scratch_rows_free(struct scratch_rows *scratch);

/* Makes room for blocks of so many rows; all columns are free. */
void scratch_rows_begin(struct scratch_rows *scratch, int rows);
int64_t *scratch_rows_column(struct scratch_rows *scratch);

#endif
