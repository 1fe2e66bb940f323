#include "kpi/scratch_rows.h"

#include <stdlib.h>
#include <string.h>

struct scratch_rows *
scratch_rows_new(struct arena *arena)
{
    return arena_alloc(arena, sizeof(struct scratch_rows));
}

void
scratch_rows_free(struct scratch_rows *scratch)
{
    if (!scratch)
        return;
    for (int i = 0; i < SCRATCH_COLUMNS; i++)
        free(scratch->columns[i]);
    free(scratch->group);
    free(scratch->place);
    free(scratch->stamp);
    memset(scratch, 0, sizeof *scratch);
}

void
scratch_rows_begin(struct scratch_rows *scratch, int rows)
{
    scratch->used = 0;
    scratch->block++;
    if (!scratch->place) {
        scratch->place = mem_alloc(SCRATCH_PLACES * sizeof *scratch->place);
        scratch->stamp = mem_alloc(SCRATCH_PLACES * sizeof *scratch->stamp);
        memset(scratch->stamp, 0, SCRATCH_PLACES * sizeof *scratch->stamp);
    }
    if (rows <= scratch->room)
        return;
    scratch->room = rows + rows / 2 + 64;
    scratch->group = mem_resize(scratch->group, (size_t)scratch->room * sizeof *scratch->group);
    for (int i = 0; i < SCRATCH_COLUMNS; i++) {
        free(scratch->columns[i]);
        scratch->columns[i] = NULL;
    }
}

int64_t *
scratch_rows_column(struct scratch_rows *scratch)
{
    int64_t **column = &scratch->columns[scratch->used++];
    if (!*column)
        *column = mem_alloc((size_t)scratch->room * sizeof **column);
    return *column;
}
