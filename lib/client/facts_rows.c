#include "client/facts_rows.h"

#include <stdlib.h>

#include "base/arena.h"
#include "db/sql.h"

enum {
    STORE_BITS = 12,
    PART_BITS = 4,
    DAY_BITS = 16,
    DAY_SHIFT = STORE_BITS + PART_BITS,
    CLIENT_SHIFT = DAY_SHIFT + DAY_BITS,
};

int64_t
part_client(uint64_t key)
{
    return (int64_t)(key >> CLIENT_SHIFT);
}

int64_t
part_day(uint64_t key)
{
    return (int64_t)(key >> DAY_SHIFT & ((1 << DAY_BITS) - 1));
}

enum part
part_of(uint64_t key)
{
    return (enum part)(key >> STORE_BITS & ((1 << PART_BITS) - 1));
}

/* ---- cycles of projects ----------------------------------------------------------------------------- */

struct cycle {
    int64_t project_id, days;
};

struct reading {
    struct db *db;
    struct merger *merger;
    int64_t today, clients;
    struct cycle *cycles; /* by project_id */
    size_t count, room;
    struct merge_item last; /* that more may come for; value 0: there is none */
};

static int
read_cycles(struct reading *reading, struct err *err)
{
    struct db_stmt *stmt = NULL;
    int more = sql_open(reading->db, &stmt, SQL_CLIENT_CYCLES, NULL, 0, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        if (reading->count == reading->room) {
            reading->room = reading->room ? 2 * reading->room : 64;
            reading->cycles = mem_resize(reading->cycles, reading->room * sizeof *reading->cycles);
        }
        reading->cycles[reading->count++] =
            (struct cycle){db_get_int(stmt, 0), db_get_int(stmt, 1)};
    }
    db_finish(stmt);
    return more;
}

static int
by_project(const void *a, const void *b)
{
    const struct cycle *left = a, *right = b;
    return (left->project_id > right->project_id) - (left->project_id < right->project_id);
}

/* 0: the project has none. */
static int64_t
cycle_of(const struct reading *reading, int64_t project_id)
{
    const struct cycle key = {project_id, 0};
    const struct cycle *found =
        reading->count ? bsearch(&key, reading->cycles, reading->count, sizeof key, by_project)
                       : NULL;
    return found ? found->days : 0;
}

/* ---- items ------------------------------------------------------------------------------------ */

/* Of what a client was treated with only the last counts, of one day the longest, so that all engines agree;
 * and payments to a store on a day are one. */
static bool
joins(enum part part, struct merge_item *last, const struct merge_item *item)
{
    if (part == PART_PAID && item->key == last->key) {
        last->value += item->value;
        return true;
    }
    if (part != PART_CYCLE || part_client(item->key) != part_client(last->key))
        return false;
    if (item->key != last->key || item->value > last->value)
        *last = *item;
    return true;
}

static int
put_last(struct reading *reading, struct err *err)
{
    struct merge_item last = reading->last;
    reading->last = (struct merge_item){0};
    return last.value == 0 ? 0 : merger_add(reading->merger, &last, err);
}

static int
add_row(struct reading *reading, enum part part, const struct db_stmt *stmt, struct err *err)
{
    bool dated = part != PART_CLIENT && part != PART_REFERRALS, paid = part == PART_PAID;
    int64_t client_id = db_get_int(stmt, 0), day = dated ? db_get_int(stmt, 1) : 0;
    int64_t store_id = paid ? db_get_int(stmt, 2) : 0, value = 1;
    if (part == PART_CYCLE)
        value = cycle_of(reading, db_get_int(stmt, 2));
    else if (part == PART_REFERRALS || paid)
        value = db_get_int(stmt, paid ? 3 : 1);
    if (value == 0)
        return 0;
    if (client_id >> 32 || day >> DAY_BITS || store_id >> STORE_BITS)
        return err_set(err, ERR_DB, _("client %lld: too many clients or stores, or a wrong day"),
                       (long long)client_id);
    const struct merge_item item = {(uint64_t)client_id << CLIENT_SHIFT |
                                        (uint64_t)day << DAY_SHIFT | (uint64_t)part << STORE_BITS |
                                        (uint64_t)store_id,
                                    value};
    if (reading->last.value != 0 && joins(part, &reading->last, &item))
        return 0;
    if (put_last(reading, err) < 0)
        return -1;
    reading->clients += part == PART_CLIENT;
    reading->last = item;
    return 0;
}

static int
read_part(struct reading *reading, enum part part, struct err *err)
{
    static const enum sql_id statements[] = {
        [PART_CLIENT] = SQL_CLIENT_FACTS_CLIENTS,     [PART_REFERRALS] = SQL_CLIENT_FACTS_REFERRALS,
        [PART_CYCLE] = SQL_CLIENT_FACTS_CYCLES,       [PART_PAID] = SQL_CLIENT_FACTS_PAID,
        [PART_NO_VISIT] = SQL_CLIENT_FACTS_NO_VISITS,
    };
    const struct db_value today = db_int(reading->today);
    struct db_stmt *stmt = NULL;
    if (merger_list(reading->merger, err) < 0)
        return -1;
    int more = sql_open(reading->db, &stmt, statements[part], &today, part != PART_CLIENT, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1)
        if (add_row(reading, part, stmt, err) < 0)
            more = -1;
    db_finish(stmt);
    return more < 0 ? -1 : put_last(reading, err);
}

int
facts_rows(struct db *db, struct merger *merger, int64_t today, int64_t *clients, struct err *err)
{
    struct reading reading = {.db = db, .merger = merger, .today = today};
    int result = read_cycles(&reading, err);
    for (int part = PART_CLIENT; result == 0 && part <= PART_NO_VISIT; part++)
        result = read_part(&reading, (enum part)part, err);
    free(reading.cycles);
    *clients = reading.clients;
    return result;
}
