#include "client/timeline.h"

#include <stdlib.h>
#include <string.h>

#include "db/sql.h"

enum { ROOM = 256 };

static const char *
copied(struct arena *arena, const struct db_stmt *stmt, int column)
{
    struct db_value value = db_get(stmt, column);
    return value.type == DB_TEXT ? arena_strndup(arena, value.text, value.length) : NULL;
}

static int64_t
number_or(const struct db_stmt *stmt, int column, int64_t none)
{
    struct db_value value = db_get(stmt, column);
    return value.type == DB_INT ? value.number : none;
}

static bool
is_wanted(const struct timeline *timeline, const struct db_stmt *stmt)
{
    int64_t day = db_get_int(stmt, 0);
    return (timeline->from == TIMELINE_UNKNOWN || day >= timeline->from) &&
           (timeline->to == TIMELINE_UNKNOWN || day < timeline->to) &&
           (!timeline->kind || strcmp(db_get_text(stmt, 2), timeline->kind) == 0);
}

/* Rows of one table come together, so most are of the kind of the row before. */
static const struct touch_kind *
touch_of(const struct timeline *timeline, const char *kind)
{
    const struct touch_kind *last =
        timeline->count ? timeline->entries[timeline->count - 1].touch : NULL;
    return last && strcmp(last->kind, kind) == 0 ? last : touches_find(timeline->touches, kind);
}

static void
add_entry(struct timeline *timeline, const struct db_stmt *stmt, int64_t *room)
{
    struct arena *arena = timeline->arena;
    const struct touch_kind *touch = touch_of(timeline, db_get_text(stmt, 2));
    if (timeline->count == *room) {
        *room = *room ? 2 * *room : ROOM;
        struct timeline_entry *more = arena_array(arena, (size_t)*room, sizeof *more);
        if (timeline->count)
            memcpy(more, timeline->entries, (size_t)timeline->count * sizeof *more);
        timeline->entries = more;
    }
    timeline->entries[timeline->count++] = (struct timeline_entry){
        .day = db_get_int(stmt, 0),
        .at = number_or(stmt, 1, TIMELINE_UNKNOWN),
        .kind = touch ? touch->kind : copied(arena, stmt, 2),
        .touch = touch,
        .store_id = number_or(stmt, 3, 0),
        .code = copied(arena, stmt, 4),
        .staff_id = number_or(stmt, 5, 0),
        .project_id = number_or(stmt, 6, 0),
        .detail = copied(arena, stmt, 7),
        .amount = number_or(stmt, 8, TIMELINE_UNKNOWN),
    };
}

static int
by_text(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "");
}

/* Newest first; of a day those whose moment is not known last. */
static int
newest_first(const void *left, const void *right)
{
    const struct timeline_entry *a = left, *b = right;
    if (a->day != b->day)
        return a->day < b->day ? 1 : -1;
    if (a->at != b->at)
        return a->at < b->at ? 1 : -1;
    int kind = by_text(a->kind, b->kind);
    int code = kind ? kind : by_text(a->code, b->code);
    return code ? code : by_text(a->detail, b->detail);
}

int
timeline_read(struct timeline *timeline, struct err *err)
{
    const struct db_value values[] = {db_int(timeline->client_id), db_int(timeline->offset)};
    struct db_stmt *stmt = NULL;
    int64_t room = 0;
    timeline->count = 0;
    int more = sql_open(timeline->db, &stmt, SQL_CLIENT_TIMELINE, values, 2, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1)
        if (is_wanted(timeline, stmt))
            add_entry(timeline, stmt, &room);
    db_finish(stmt);
    if (more == 0 && timeline->count)
        qsort(timeline->entries, (size_t)timeline->count, sizeof *timeline->entries, newest_first);
    return more < 0 ? -1 : 0;
}
