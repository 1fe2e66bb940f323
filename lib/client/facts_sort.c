#include "client/facts_sort.h"

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

struct sorting {
    struct db *db;
    struct sorter *sorter;
    int64_t today, clients;
    struct cycle *cycles; /* by project_id */
    size_t count, room;
};

static int
read_cycles(struct sorting *sorting, struct err *err)
{
    struct db_stmt *stmt = NULL;
    int more = sql_open(sorting->db, &stmt, SQL_CLIENT_CYCLES, NULL, 0, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        if (sorting->count == sorting->room) {
            sorting->room = sorting->room ? 2 * sorting->room : 64;
            sorting->cycles = mem_resize(sorting->cycles, sorting->room * sizeof *sorting->cycles);
        }
        sorting->cycles[sorting->count++] =
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
cycle_of(const struct sorting *sorting, int64_t project_id)
{
    const struct cycle key = {project_id, 0};
    const struct cycle *found =
        sorting->count ? bsearch(&key, sorting->cycles, sorting->count, sizeof key, by_project)
                       : NULL;
    return found ? found->days : 0;
}

/* ---- items ---------------------------------------------------------------------------------------------- */

static int
add_item(struct sorting *sorting, enum part part, const struct db_stmt *stmt, struct err *err)
{
    bool dated = part != PART_CLIENT && part != PART_REFERRALS, paid = part == PART_PAID;
    int64_t client_id = db_get_int(stmt, 0), day = dated ? db_get_int(stmt, 1) : 0;
    int64_t store_id = paid ? db_get_int(stmt, 2) : 0, value = 1;
    if (part == PART_CYCLE)
        value = cycle_of(sorting, db_get_int(stmt, 2));
    else if (part == PART_REFERRALS || paid)
        value = db_get_int(stmt, paid ? 3 : 1);
    sorting->clients += part == PART_CLIENT;
    if (value == 0)
        return 0;
    if (client_id >> 32 || day >> DAY_BITS || store_id >> STORE_BITS)
        return err_set(err, ERR_DB, _("client %lld: too many clients or stores, or a wrong day"),
                       (long long)client_id);
    uint64_t key = (uint64_t)client_id << CLIENT_SHIFT | (uint64_t)day << DAY_SHIFT |
                   (uint64_t)part << STORE_BITS | (uint64_t)store_id;
    return sorter_add(sorting->sorter, key, value, err);
}

static int
add_part(struct sorting *sorting, enum part part, struct err *err)
{
    static const enum sql_id statements[] = {
        [PART_CLIENT] = SQL_CLIENT_FACTS_CLIENTS,     [PART_REFERRALS] = SQL_CLIENT_FACTS_REFERRALS,
        [PART_CYCLE] = SQL_CLIENT_FACTS_CYCLES,       [PART_PAID] = SQL_CLIENT_FACTS_PAID,
        [PART_NO_VISIT] = SQL_CLIENT_FACTS_NO_VISITS,
    };
    const struct db_value today = db_int(sorting->today);
    struct db_stmt *stmt = NULL;
    int more = sql_open(sorting->db, &stmt, statements[part], &today, part != PART_CLIENT, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1)
        if (add_item(sorting, part, stmt, err) < 0)
            more = -1;
    db_finish(stmt);
    return more;
}

int
facts_sort(struct db *db, struct sorter *sorter, int64_t today, int64_t *clients, struct err *err)
{
    struct sorting sorting = {.db = db, .sorter = sorter, .today = today};
    int result = read_cycles(&sorting, err);
    for (int part = PART_CLIENT; result == 0 && part <= PART_NO_VISIT; part++)
        result = add_part(&sorting, (enum part)part, err);
    free(sorting.cycles);
    *clients = sorting.clients;
    return result < 0 ? -1 : sorter_sort(sorter, err);
}
