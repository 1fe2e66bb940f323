/*
 * board: a grid as people see it, on a terminal or on a page: rows of short texts by days, sums, needs,
 * a legend.
 *
 * By people: a row a person, grouped by roles, the hours of these days behind it. By shifts: a row a
 * store and shift, with those who work it. Below stand, for each role of which heads are wanted, how
 * many are and how many are there, at the worst time of the day (needs.h).
 *
 * In a cell stand the code of the shift; for times by hand t1, t2 …; a small letter for another
 * store; * if it is locked; several shifts joined by +. All texts are fit to be shown: control
 * characters are made visible.
 */
#ifndef MEDI_BOARD_BOARD_H
#define MEDI_BOARD_BOARD_H

#include "board/grid.h"
#include "rota/rules.h"

enum board_flag {
    BOARD_LEAVE = 1,
    BOARD_LOCKED = 2,
    BOARD_AWAY = 4, /* in another store */
    BOARD_LATE = 8,
    BOARD_SHORT = 16, /* fewer are there than wanted */
};

struct board_cell {
    const char *text; /* NULL: nothing; lines are parted by \n */
    unsigned flags;
};

enum board_kind { BOARD_GROUP, BOARD_ROW, BOARD_NEED };
struct board_row {
    enum board_kind kind;
    const char *name, *code; /* code: NULL if there is none */
    struct board_cell *cells;
    const char *sum; /* or NULL */
};

struct board_day {
    int number, weekday; /* of the month; 1 Monday … 7 */
    const char *mark;    /* 休, 班, or NULL */
};

struct board {
    struct arena *arena;
    const char *title;
    int64_t from;
    int days;
    struct board_day *day;
    const char *sum; /* heading of the sums; NULL: there are none */
    struct board_row *rows;
    int count, room;
    const char **legend;
    int legend_count, legend_room;
};

const char *board_weekday(int weekday); /* in the language of the run */

int board_make(struct board *board, const struct grid *grid, const struct rota_rules *rules,
               const char *title, bool by_shift, struct err *err);

/* As text, in pieces that are at most `width` cells wide: all days, or two halves, or weeks, or as many
 * as fit; 0: all. */
void board_text(const struct board *board, int width, struct str *text);

/* As a page of HTML that needs nothing else, for A4 across; `lang` is zh or en. */
void board_page(const struct board *board, const char *lang, struct str *page);

#endif
