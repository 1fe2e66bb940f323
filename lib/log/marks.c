#include "log/marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "db/sql.h"
#include "log/place.h"

enum { PARTS = 64 };

struct part {
    const char *table; /* NULL: a free place */
    int64_t store_id, number;
    uint64_t used;
    bool dirty;
    size_t length, room;
    unsigned char *bytes;
};

struct marks {
    struct db *db;
    struct part parts[PARTS];
    struct part *last;
    uint64_t clock;
    struct db_stmt *get, *put;
};

struct marks *
marks_new(struct db *db)
{
    struct marks *marks = mem_alloc(sizeof *marks);
    memset(marks, 0, sizeof *marks);
    marks->db = db;
    return marks;
}

void
marks_free(struct marks *marks)
{
    if (!marks)
        return;
    db_finish(marks->get);
    db_finish(marks->put);
    for (int i = 0; i < PARTS; i++)
        free(marks->parts[i].bytes);
    free(marks);
}

/* ---- to and from the database ------------------------------------------------------------------- */

static int
bind_part(struct marks *marks, struct db_stmt **stmt, enum sql_id id, const struct part *part,
          struct err *err)
{
    if (!*stmt && db_prepare(marks->db, stmt, sql_get(id)->text, err) < 0)
        return -1;
    db_bind(*stmt, 1, db_int(part->store_id));
    db_bind(*stmt, 2, db_text(part->table));
    db_bind(*stmt, 3, db_int(part->number));
    return 0;
}

static void
resize(struct part *part, size_t length)
{
    if (length > part->room) {
        part->room = length + MARKS_SIZE;
        part->bytes = mem_resize(part->bytes, part->room);
    }
    part->length = length;
}

static int
load(struct marks *marks, struct part *part, struct err *err)
{
    if (bind_part(marks, &marks->get, SQL_LOG_MARK_GET, part, err) < 0)
        return -1;
    int found = db_step(marks->get, err);
    struct db_value bytes = found == 1 ? db_get(marks->get, 0) : db_null();
    resize(part, bytes.type == DB_BYTES ? bytes.length : 0);
    if (part->length)
        memcpy(part->bytes, bytes.text, part->length);
    db_reset(marks->get);
    return found < 0 ? -1 : 0;
}

static int
save(struct marks *marks, struct part *part, struct err *err)
{
    if (!part->dirty)
        return 0;
    if (bind_part(marks, &marks->put, SQL_LOG_MARK_PUT, part, err) < 0)
        return -1;
    db_bind(marks->put, 4, db_bytes(part->length ? (const void *)part->bytes : "", part->length));
    if (db_step(marks->put, err) < 0)
        return -1;
    db_reset(marks->put);
    part->dirty = false;
    return 0;
}

int
marks_flush(struct marks *marks, struct err *err)
{
    for (int i = 0; i < PARTS; i++)
        if (marks->parts[i].table && save(marks, &marks->parts[i], err) < 0)
            return -1;
    return 0;
}

void
marks_forget(struct marks *marks)
{
    for (int i = 0; i < PARTS; i++)
        marks->parts[i].table = NULL;
    marks->last = NULL;
}

/* ---- parts in memory ------------------------------------------------------------------------------ */

static bool
is_part(const struct part *part, const char *table, int64_t store_id, int64_t number)
{
    return part->table && part->number == number && part->store_id == store_id &&
           (part->table == table || strcmp(part->table, table) == 0);
}

/* The part that was used longest ago makes room. */
static struct part *
take_room(struct marks *marks, struct err *err)
{
    struct part *oldest = &marks->parts[0];
    for (int i = 0; i < PARTS; i++) {
        struct part *part = &marks->parts[i];
        if (!part->table)
            return part;
        if (part->used < oldest->used)
            oldest = part;
    }
    if (save(marks, oldest, err) < 0)
        return NULL;
    oldest->table = NULL;
    return oldest;
}

static struct part *
find(struct marks *marks, const char *table, int64_t store_id, int64_t number, struct err *err)
{
    struct part *part = NULL;
    for (int i = 0; i < PARTS && !part; i++)
        if (is_part(&marks->parts[i], table, store_id, number))
            part = &marks->parts[i];
    if (part)
        return part;
    part = take_room(marks, err);
    if (!part)
        return NULL;
    part->store_id = store_id;
    part->number = number;
    part->dirty = false;
    part->table = table;
    if (load(marks, part, err) == 0)
        return part;
    part->table = NULL;
    return NULL;
}

static struct part *
part_of(struct marks *marks, const char *table, int64_t store_id, int64_t row, struct err *err)
{
    int64_t number = row == NUMBERLESS ? 0 : row / MARKS_ROWS;
    struct part *part = marks->last;
    if (!part || !is_part(part, table, store_id, number))
        part = find(marks, table, store_id, number, err);
    if (part)
        part->used = ++marks->clock;
    marks->last = part;
    return part;
}

/* Where the row's mark stands; parts grow only as far as their rows go. */
static unsigned char *
slot(struct part *part, int64_t row)
{
    size_t at = (size_t)(row % MARKS_ROWS) * ROWCODE_MARK, length = part->length;
    if (at + ROWCODE_MARK > length) {
        resize(part, at + ROWCODE_MARK);
        memset(part->bytes + length, 0, part->length - length);
    }
    return part->bytes + at;
}

int
marks_add(struct marks *marks, const char *table, int64_t store_id, int64_t number,
          const unsigned char mark[ROWCODE_MARK], struct err *err)
{
    struct part *part = part_of(marks, table, store_id, number, err);
    if (!part)
        return -1;
    part->dirty = true;
    if (number != NUMBERLESS) {
        memcpy(slot(part, number), mark, ROWCODE_MARK);
        return 0;
    }
    resize(part, part->length + ROWCODE_MARK);
    memcpy(part->bytes + part->length - ROWCODE_MARK, mark, ROWCODE_MARK);
    return 0;
}

/* Of rows without a number the last one fills the gap. */
static void
remove_among(struct part *part, const unsigned char mark[ROWCODE_MARK])
{
    for (size_t at = 0; at + ROWCODE_MARK <= part->length; at += ROWCODE_MARK) {
        if (memcmp(part->bytes + at, mark, ROWCODE_MARK) != 0)
            continue;
        part->length -= ROWCODE_MARK;
        memmove(part->bytes + at, part->bytes + part->length, ROWCODE_MARK);
        return;
    }
}

int
marks_remove(struct marks *marks, const char *table, int64_t store_id, int64_t number,
             const unsigned char mark[ROWCODE_MARK], struct err *err)
{
    struct part *part = part_of(marks, table, store_id, number, err);
    if (!part)
        return -1;
    part->dirty = true;
    if (number == NUMBERLESS)
        remove_among(part, mark);
    else if (memcmp(slot(part, number), mark, ROWCODE_MARK) == 0) /* an update adds, then removes */
        memset(slot(part, number), 0, ROWCODE_MARK);
    return 0;
}
