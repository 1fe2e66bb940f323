/*
 * kept: rows as they were before and after, for the log's entries. Inside lib/log.
 */
#ifndef MEDI_LOG_KEPT_H
#define MEDI_LOG_KEPT_H

#include "base/str.h"
#include "log/place.h"

struct kept_row {
    const struct place *place; /* NULL until it is settled */
    int table;                 /* for the owner's use until then */
    int64_t store_id;
    struct db_value *before, *after; /* NULL: there was none */
};

/* A copy in the arena; NULL stays NULL. */
struct db_value *kept_copy(struct arena *arena, const struct db_value *values, int count);

/* {"table":"store","id":3,"before":{"name":"…"},"after":{"name":"…"}} and a newline. Of a changed row
 * only the columns that differ; of an added or removed one those that are not NULL. data_key is left out. */
void kept_write(struct str *out, const struct kept_row *row);

#endif
