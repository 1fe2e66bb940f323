/* What judging and writing share. Only publish*.c include it. */
#ifndef MEDI_BOARD_PUBLISH_PRIVATE_H
#define MEDI_BOARD_PUBLISH_PRIVATE_H

#include "board/publish.h"

/* A shift that one of its people has. */
struct publish_row {
    int64_t staff_id, store_id, id, day, starts_at, ends_at, of_id;
    struct db_value minutes;
    const char *staff, *code, *role, *of_store, *roster;
    bool ours; /* it goes, unless a cell is the same */
    bool kept; /* a cell is at that time and store */
};

/* `from` of the grid, or today if that is later. */
static inline int64_t
publish_from(const struct publish *publish)
{
    return publish->roster.from < publish->today ? publish->today : publish->roster.from;
}

#endif
