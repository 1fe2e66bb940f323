/*
 * waived: the findings that are let stand on a day. A waiver holds to the end of its last day; from the
 * day behind it its finding counts again, without anybody writing anything.
 */
#ifndef MEDI_AUDIT_WAIVED_H
#define MEDI_AUDIT_WAIVED_H

#include "base/arena.h"
#include "db/db.h"

struct waivers {
    struct arena *arena;
    struct waiver {
        int64_t store_id;
        const char *rule, *subject, *reason;
        int64_t until_on;
    } * items;
    int count, room;
};

int waivers_read(struct waivers *waivers, struct arena *arena, struct db *db, int64_t today,
                 struct err *err);

/* That which holds longest; NULL: none. */
const struct waiver *waivers_find(const struct waivers *waivers, int64_t store_id, const char *rule,
                                  const char *subject);

#endif
