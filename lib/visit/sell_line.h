/*
 * sell_line: what is bought: a project or a package, how often, and for how much.
 */
#ifndef MEDI_VISIT_SELL_LINE_H
#define MEDI_VISIT_SELL_LINE_H

#include <stdbool.h>

#include "base/arena.h"
#include "db/db.h"

enum { SELL_LINES_MOST = 200, SELL_NOT_SAID = -1 };

struct sell_line {
    const char *code; /* of the project or package */
    bool package, gift;
    int64_t quantity;
    int64_t amount_fen; /* of the whole line; SELL_NOT_SAID: what the list says */
    /* by sell_line_price: */
    int64_t project_id, package_id; /* one of them is 0 */
    int64_t list_fen, floor_fen;    /* of the whole line; floor SELL_NOT_SAID: there is none */
};

/* For whom, where and when. */
struct sell_terms {
    int64_t store_id, client_id, day;
    int64_t channel_id; /* 0: none */
};

/* "CODE", "CODE*3", "CODE*3=2980.00": ERR_USAGE. A gift costs nothing. */
int sell_line_parse(struct arena *arena, const char *text, bool package, bool gift,
                    struct sell_line *line, struct err *err);

/* Finds the project or package and what it costs by the list. ERR_DATA: there is none, it is not sold then,
 * it has no price, or it is a trial package and the client has been here before. */
int sell_line_price(struct db *db, const struct sell_terms *terms, struct sell_line *line,
                    struct err *err);

/* Whether it is sold for less than its floor. */
bool sell_line_low(const struct sell_line *line);

#endif
