#include "fact/scan.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "db/sql.h"
#include "fact/pack.h"
#include "fact/people.h"

enum { SCAN_COLUMNS = 16 };

struct scanner {
    struct db *db;
    const struct fact_scan *scan;
    fact_block_fn *block;
    void *context;
    struct arena blobs;          /* by day: those of a month */
    const struct people *people; /* NULL: raw */
    int room;                    /* rows that the columns have place for */
    int64_t *client;
    int32_t *kept; /* clients, as they are given */
    int64_t *column[SCAN_COLUMNS];
};

static int
damaged(const struct scanner *scanner, struct err *err)
{
    return err_set(err, ERR_DB, _("%s: facts are damaged; run: %s"), db_place(scanner->db),
                   "medi-kpi refresh --all");
}

static void
make_room(struct scanner *scanner, int rows)
{
    if (rows <= scanner->room)
        return;
    scanner->room = 2 * rows;
    size_t size = (size_t)scanner->room * sizeof(int64_t);
    scanner->client = mem_resize(scanner->client, size);
    scanner->kept = mem_resize(scanner->kept, size);
    for (int i = 0; i < scanner->scan->column_count; i++)
        scanner->column[i] = mem_resize(scanner->column[i], size);
}

/* ---- what is looked up --------------------------------------------------------------------------- */

static bool
is_first(const struct fact_scan *scan, int column)
{
    return column < FACT_CHANNEL && strcmp(scan->fact->columns[column].name, "first") == 0;
}

static unsigned
people_of(const struct fact_scan *scan)
{
    unsigned wanted = PERSON_BIT(PERSON_CLASS);
    static const unsigned by_column[] = {
        [FACT_CHANNEL - FACT_CHANNEL] = PERSON_BIT(PERSON_CHANNEL),
        [FACT_NEW - FACT_CHANNEL] = PERSON_BIT(PERSON_FIRST_ON),
        [FACT_FIRST_ON - FACT_CHANNEL] = PERSON_BIT(PERSON_FIRST_ON),
        [FACT_DEAL_ON - FACT_CHANNEL] = PERSON_BIT(PERSON_DEAL_ON),
        [FACT_HOME - FACT_CHANNEL] = PERSON_BIT(PERSON_HOME),
        [FACT_OWNER - FACT_CHANNEL] = PERSON_BIT(PERSON_OWNER),
        [FACT_GENDER - FACT_CHANNEL] = PERSON_BIT(PERSON_GENDER),
        [FACT_BIRTHDAY - FACT_CHANNEL] = PERSON_BIT(PERSON_BIRTHDAY),
    };
    bool deal = scan->fact->id == FACT_DEAL;
    unsigned first = deal ? PERSON_BIT(PERSON_DEAL_ON) | PERSON_BIT(PERSON_DEAL_AT)
                          : PERSON_BIT(PERSON_FIRST_ON) | PERSON_BIT(PERSON_FIRST_AT);
    for (int i = 0; i < scan->column_count; i++) {
        int column = scan->columns[i];
        wanted |= column >= FACT_CHANNEL   ? by_column[column - FACT_CHANNEL]
                  : is_first(scan, column) ? first
                                           : 0;
    }
    return wanted;
}

static const enum person person_of[] = {
    [FACT_CHANNEL - FACT_CHANNEL] = PERSON_CHANNEL,
    [FACT_NEW - FACT_CHANNEL] = PERSON_FIRST_ON,
    [FACT_FIRST_ON - FACT_CHANNEL] = PERSON_FIRST_ON,
    [FACT_DEAL_ON - FACT_CHANNEL] = PERSON_DEAL_ON,
    [FACT_HOME - FACT_CHANNEL] = PERSON_HOME,
    [FACT_OWNER - FACT_CHANNEL] = PERSON_OWNER,
    [FACT_GENDER - FACT_CHANNEL] = PERSON_GENDER,
    [FACT_BIRTHDAY - FACT_CHANNEL] = PERSON_BIRTHDAY,
};

static int64_t
look_up(const struct people *people, int column, int64_t day, int64_t client)
{
    if (!client)
        return column == FACT_BIRTHDAY ? FACT_NO_DAY : 0;
    int64_t value = people_get(people, person_of[column - FACT_CHANNEL], client);
    if (column == FACT_NEW)
        return value == 0 || day <= value;
    if (column == FACT_BIRTHDAY)
        return value ? value - PERSON_BORN : FACT_NO_DAY;
    return value;
}

static void
fill_derived(const struct scanner *scanner, int column, int64_t day, int rows, int64_t *to)
{
    enum person person = person_of[column - FACT_CHANNEL];
    for (int i = 0; i < rows; i++) {
        if (i + PEOPLE_AHEAD < rows)
            people_soon(scanner->people, person, scanner->client[i + PEOPLE_AHEAD]);
        to[i] = look_up(scanner->people, column, day, scanner->client[i]);
    }
}

/* One row a client: of several on that day and in that store the first one. */
static void
fill_first(const struct scanner *scanner, int64_t store_id, int64_t day, int rows, int64_t *to)
{
    bool deal = scanner->scan->fact->id == FACT_DEAL;
    const struct people *people = scanner->people;
    for (int i = 0; i < rows; i++) {
        int64_t client = scanner->client[i];
        to[i] = people_get(people, deal ? PERSON_DEAL_ON : PERSON_FIRST_ON, client) == day &&
                people_get(people, deal ? PERSON_DEAL_AT : PERSON_FIRST_AT, client) == store_id &&
                (i == 0 || scanner->client[i - 1] != client);
    }
}

/* Takes out the rows of staff and tests; how many are left. */
static int
sift(struct scanner *scanner, int rows)
{
    int left = 0;
    for (int i = 0; i < rows; i++) {
        int64_t client = scanner->client[i];
        if (i + PEOPLE_AHEAD < rows)
            people_soon(scanner->people, PERSON_CLASS, scanner->client[i + PEOPLE_AHEAD]);
        bool in = !client || people_get(scanner->people, PERSON_CLASS, client) == 1;
        scanner->client[left] = client;
        for (int c = 0; c < scanner->scan->column_count && left != i; c++)
            scanner->column[c][left] = scanner->column[c][i];
        left += in;
    }
    return left;
}

/* ---- a store's day ------------------------------------------------------------------------------- */

static int
give(struct scanner *scanner, int64_t store_id, int64_t day, const void *bytes, size_t length,
     struct err *err)
{
    const struct fact_scan *scan = scanner->scan;
    struct pack pack;
    if (!pack_open(&pack, bytes, length) || pack.count != scan->fact->column_count + 1)
        return damaged(scanner, err);
    int rows = pack.rows;
    make_room(scanner, rows);
    pack_read(&pack, 0, scanner->client);
    for (int i = 0; i < scan->column_count; i++) {
        int column = scan->columns[i];
        if (column >= FACT_CHANNEL)
            fill_derived(scanner, column, day, rows, scanner->column[i]);
        else if (scanner->people && is_first(scan, column))
            fill_first(scanner, store_id, day, rows, scanner->column[i]);
        else
            pack_read(&pack, column + 1, scanner->column[i]);
    }
    if (scanner->people)
        rows = sift(scanner, rows);
    for (int i = 0; i < rows; i++)
        scanner->kept[i] = (int32_t)scanner->client[i];
    const struct fact_block block = {.store_id = store_id,
                                     .day = day,
                                     .rows = rows,
                                     .client = scanner->kept,
                                     .column = (const int64_t *const *)scanner->column};
    return rows ? scanner->block(scanner->context, &block, err) : 0;
}

/* ---- store by store ------------------------------------------------------------------------------ */

static int
open_store(const struct scanner *scanner, struct db_stmt **stmt, int64_t store_id, int64_t from,
           int64_t to, struct err *err)
{
    struct db_value values[] = {db_int(store_id), db_int(scanner->scan->fact->id), db_int(from),
                                db_int(to)};
    return sql_open(scanner->db, stmt, SQL_FACT_STANDING, values, 4, err);
}

static int
scan_store(struct scanner *scanner, int64_t store_id, struct err *err)
{
    struct db_stmt *stmt;
    int more;
    if (open_store(scanner, &stmt, store_id, scanner->scan->from, scanner->scan->to, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        struct db_value data = db_get(stmt, 1);
        if (give(scanner, store_id, db_get_int(stmt, 0), data.text, data.length, err) < 0) {
            more = -1;
            break;
        }
    }
    db_finish(stmt);
    return more;
}

/* ---- day by day: the stores of a month are read, then given in the order of days ----------------- */

struct kept_day {
    int64_t store_id, day;
    const char *data;
    size_t length;
    struct kept_day *next; /* of the same day */
};

struct month {
    int64_t from;
    struct kept_day *first[31], **end[31];
};

static int
keep_store(struct scanner *scanner, struct month *month, int64_t store_id, int64_t to,
           struct err *err)
{
    struct db_stmt *stmt;
    int more;
    if (open_store(scanner, &stmt, store_id, month->from, to, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        struct db_value data = db_get(stmt, 1);
        struct kept_day *day = arena_alloc(&scanner->blobs, sizeof *day);
        char *bytes = arena_alloc(&scanner->blobs, data.length + 1);
        *day = (struct kept_day){.store_id = store_id,
                                 .day = db_get_int(stmt, 0),
                                 .data = memcpy(bytes, data.text, data.length),
                                 .length = data.length};
        int at = (int)(day->day - month->from);
        *month->end[at] = day;
        month->end[at] = &day->next;
    }
    db_finish(stmt);
    return more;
}

static int
scan_month(struct scanner *scanner, const int64_t *stores, int count, int64_t from, int64_t to,
           struct err *err)
{
    struct month month = {.from = from};
    arena_reset(&scanner->blobs);
    for (int i = 0; i < 31; i++)
        month.end[i] = &month.first[i];
    for (int i = 0; i < count; i++)
        if (keep_store(scanner, &month, stores[i], to, err) < 0)
            return -1;
    for (int i = 0; i < 31; i++)
        for (const struct kept_day *day = month.first[i]; day; day = day->next)
            if (give(scanner, day->store_id, day->day, day->data, day->length, err) < 0)
                return -1;
    return 0;
}

/* The first and last day of which there are rows, so that no empty centuries are gone through. */
static int
narrow(struct scanner *scanner, const int64_t *stores, int count, int64_t *from, int64_t *to,
       struct err *err)
{
    int64_t first = INT64_MAX, last = INT64_MIN;
    for (int i = 0; i < count; i++) {
        struct db_value values[] = {db_int(stores[i]), db_int(scanner->scan->fact->id)};
        struct db_stmt *stmt;
        int found = sql_first(scanner->db, &stmt, SQL_FACT_SPAN, values, 2, err);
        if (found < 0)
            return -1;
        if (found && db_get(stmt, 0).type == DB_INT) {
            first = db_get_int(stmt, 0) < first ? db_get_int(stmt, 0) : first;
            last = db_get_int(stmt, 1) > last ? db_get_int(stmt, 1) : last;
        }
        if (found)
            db_finish(stmt);
    }
    *from = scanner->scan->from > first ? scanner->scan->from : first;
    *to = scanner->scan->to <= last ? scanner->scan->to : last == INT64_MIN ? last : last + 1;
    return 0;
}

static int
scan_days(struct scanner *scanner, const int64_t *stores, int count, struct err *err)
{
    int64_t from, to;
    if (narrow(scanner, stores, count, &from, &to, err) < 0)
        return -1;
    for (int64_t next; from < to; from = next) {
        next = from + 31 < to ? from + 31 : to;
        if (scan_month(scanner, stores, count, from, next, err) < 0)
            return -1;
    }
    return 0;
}

/* ---- all ----------------------------------------------------------------------------------------- */

int
scan_stores(struct db *db, struct arena *arena, int64_t **list, int *count, struct err *err)
{
    struct db_stmt *stmt;
    int more, room = 0;
    *list = NULL;
    *count = 0;
    if (sql_open(db, &stmt, SQL_FACT_STORE_IDS, NULL, 0, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        *list = arena_more(arena, *list, *count, &room, sizeof **list);
        (*list)[(*count)++] = db_get_int(stmt, 0);
    }
    db_finish(stmt);
    return more;
}

static int
run(struct scanner *scanner, struct arena *arena, struct err *err)
{
    const struct fact_scan *scan = scanner->scan;
    int64_t *stores = arena_array(arena, 1, sizeof *stores);
    int count = 1, result = 0;
    if (scan->store_id)
        *stores = *scan->store_id;
    else if (scan_stores(scanner->db, arena, &stores, &count, err) < 0)
        return -1;
    arena_init(&scanner->blobs);
    if (scan->by_day)
        result = scan_days(scanner, stores, count, err);
    for (int i = 0; i < count && result == 0 && !scan->by_day; i++)
        result = scan_store(scanner, stores[i], err);
    arena_release(&scanner->blobs);
    free(scanner->client);
    free(scanner->kept);
    for (int i = 0; i < scan->column_count; i++)
        free(scanner->column[i]);
    return result;
}

int
scan_raw(struct db *db, struct arena *arena, const struct fact_scan *scan, fact_block_fn *block,
         void *context, struct err *err)
{
    struct scanner scanner = {.db = db, .scan = scan, .block = block, .context = context};
    return run(&scanner, arena, err);
}

int
scan_with(struct db *db, struct arena *arena, const struct fact_scan *scan,
          const struct people *people, fact_block_fn *block, void *context, struct err *err)
{
    struct scanner scanner = {
        .db = db, .scan = scan, .people = people, .block = block, .context = context};
    return run(&scanner, arena, err);
}

int
fact_scan(struct db *db, struct arena *arena, const struct fact_scan *scan, fact_block_fn *block,
          void *context, struct err *err)
{
    struct people people;
    if (!scan->fact->has_client)
        return scan_raw(db, arena, scan, block, context, err);
    people_init(&people, db, people_of(scan));
    int result = people_load(&people, err);
    if (result == 0)
        result = scan_with(db, arena, scan, &people, block, context, err);
    people_release(&people);
    return result;
}
