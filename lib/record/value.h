/*
 * value: a cell of a file as a value of the table, by the type of its column, and back.
 */
#ifndef MEDI_RECORD_VALUE_H
#define MEDI_RECORD_VALUE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/zone.h"
#include "db/db.h"
#include "record/kind.h"

/* What a cell's meaning depends on beside its column. */
struct value_place {
    const struct zone *zone; /* of the row's store */
    bool fen;                /* the header says that money is in fen */
    struct arena *row;       /* for texts that are not the cell's own */
};

/*
 * A cell that is not empty. References are not looked up here: they come back as the text. Texts point into
 * the cell or the row's arena. `err` says what is wrong and what would be right, without a place.
 */
int value_parse(const struct kind_column *column, const struct value_place *place, const char *text,
                size_t length, struct db_value *value, struct err *err);

/* Events lie between 1990 and 2069: the calendar's days. */
bool value_day_in_calendar(int64_t day);

/* What stands for a personal value where it is not to be seen: 张**, +86138****8000. */
const char *value_mask(struct arena *arena, const struct kind_column *column, const char *text);

/* A value as text, masked if it is personal; NULL for NULL. In the arena. */
const char *value_shown(struct arena *arena, const struct kind_column *column,
                        struct db_value value);

#endif
