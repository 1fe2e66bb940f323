#include "audit/waived.h"

#include <string.h>

#include "db/sql.h"

static int
read_one(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct waivers *waivers = context;
    struct arena *arena = waivers->arena;
    (void)err;
    waivers->items =
        arena_more(arena, waivers->items, waivers->count, &waivers->room, sizeof *waivers->items);
    waivers->items[waivers->count++] = (struct waiver){
        .store_id = db_get_int(stmt, 0),
        .rule = db_keep_text(stmt, 1, arena),
        .subject = db_keep_text(stmt, 2, arena),
        .reason = db_keep_text(stmt, 3, arena),
        .until_on = db_get_int(stmt, 4),
    };
    return 0;
}

int
waivers_read(struct waivers *waivers, struct arena *arena, struct db *db, int64_t today,
             struct err *err)
{
    const struct db_value value = db_int(today);
    *waivers = (struct waivers){.arena = arena};
    return sql_each(db, SQL_AUDIT_WAIVED, &value, 1, read_one, waivers, err);
}

/* They come in the order of their last days. */
const struct waiver *
waivers_find(const struct waivers *waivers, int64_t store_id, const char *rule, const char *subject)
{
    const struct waiver *found = NULL;
    for (int i = 0; i < waivers->count; i++) {
        const struct waiver *waiver = &waivers->items[i];
        if (waiver->store_id == store_id && strcmp(waiver->rule, rule) == 0 &&
            strcmp(waiver->subject, subject) == 0)
            found = waiver;
    }
    return found;
}
