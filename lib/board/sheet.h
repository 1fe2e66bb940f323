/*
 * sheet: a roster as a spreadsheet has it, a line a person and a column a day, into a draft.
 *
 * The columns are staff (or 工号), those of days (2026-12-01, 2026/12/1), and name, role, hours,
 * which are not looked at: what `show -o csv` prints. A cell is a word as in grid.h; besides the code
 * of a shift its Chinese name, 休 for off and 假 for leave will do. An empty one takes the cell away.
 * Who or which day is not in the file stays as it is; a cell whose word is what the roster has already
 * keeps its times.
 *
 * Nothing is written if anything is refused.
 */
#ifndef MEDI_BOARD_SHEET_H
#define MEDI_BOARD_SHEET_H

#include "board/grid.h"
#include "rota/rules.h"

struct sheet_cell {
    const struct grid_person *person;
    int64_t day;
    struct grid_cell cell;
};

struct sheet {
    struct db *db;
    struct arena *arena;
    const struct rota_rules *rules;
    int64_t store_id, now;
    const char *code; /* of the roster */
    /* by sheet_read: */
    struct roster roster; /* id 0: it is new */
    struct grid grid;     /* as it is; people of the file are among its people */
    struct sheet_cell *cells;
    int count, room;
    const char **nos; /* what is refused: FILE:LINE: COLUMN: why */
    int no_count, no_room;
    /* by sheet_write: */
    int added, changed, dropped;
};

/* 0, with what is refused in nos; -1: the file or the roster is none. */
int sheet_read(struct sheet *sheet, const char *path, struct err *err);
int sheet_write(struct sheet *sheet, struct err *err);

/* A word of a cell: NULL, or what is wrong with it. `cell` is filled. */
const char *sheet_word(const struct sheet *sheet, const struct grid_person *person, int64_t day,
                       const char *text, struct grid_cell *cell);

#endif
