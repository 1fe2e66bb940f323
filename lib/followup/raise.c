#include "followup/raise.h"

#include <string.h>

#include "db/sql.h"

/* The statements that give tasks have these columns from `first` on. */
static void
read_task(const struct db_stmt *stmt, int first, struct arena *arena, struct task *task)
{
    *task = (struct task){
        .id = db_get_int(stmt, first),
        .code = db_keep_text(stmt, first + 1, arena),
        .client_id = db_get_int(stmt, first + 2),
        .client = db_keep_text(stmt, first + 3, arena),
        .treatment_id = db_get_int(stmt, first + 4),
        .treatment = db_keep_text(stmt, first + 5, arena),
        .kind = db_keep_text(stmt, first + 6, arena),
        .plan = db_keep_text(stmt, first + 7, arena),
        .step = db_keep_text(stmt, first + 8, arena),
        .role = db_keep_text(stmt, first + 9, arena),
        .staff = db_keep_text(stmt, first + 10, arena),
        .state = db_keep_text(stmt, first + 11, arena),
        .grade = db_get_int(stmt, first + 12),
        .due_at = db_get_int(stmt, first + 13),
        .until_at = db_get_int(stmt, first + 14),
        .tries = db_get_int(stmt, first + 15),
        .climbed = db_get_int(stmt, first + 16),
        .first_until_at = db_get_int(stmt, first + 17),
    };
}

int
task_get(struct db *db, struct arena *arena, int64_t store_id, const char *code, struct task *task,
         struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_FOLLOWUP_TASK_GET, values, 2, err);
    if (found < 0)
        return -1;
    if (found == 0)
        return err_set(err, ERR_DATA,
                       _("%s: no such task in this store; list them with: medi-followup due"),
                       code);
    read_task(stmt, 0, arena, task);
    db_finish(stmt);
    return 0;
}

int
raise_person(struct db *db, struct arena *arena, const struct raise_place *place, const char *role,
             const char **staff, struct err *err)
{
    const struct db_value values[] = {db_int(place->store_id),
                                      db_int(place->client_id),
                                      db_id(place->treatment_id),
                                      db_int(place->day),
                                      db_text(role),
                                      db_text(place->director)};
    struct db_stmt *stmt;
    *staff = NULL;
    int found = sql_first(db, &stmt, SQL_FOLLOWUP_RAISE_PERSON, values, 6, err);
    if (found != 1)
        return found;
    *staff = db_keep_text(stmt, 0, arena);
    db_finish(stmt);
    return 0;
}

int
raise_overdue(struct db *db, struct arena *arena, int64_t store_id, int64_t now, int64_t today,
              raised_found *found, void *context, struct err *err)
{
    const struct db_value values[] = {store_id ? db_int(store_id) : db_null(), db_int(now),
                                      db_int(today + 1)};
    struct raised *items = NULL;
    struct db_stmt *stmt = NULL;
    int count = 0, room = 0;
    int more = sql_open(db, &stmt, SQL_FOLLOWUP_RAISE_OVERDUE, values, 3, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        items = arena_more(arena, items, count, &room, sizeof *items);
        items[count].store_id = db_get_int(stmt, 0);
        items[count].store = db_keep_text(stmt, 1, arena);
        read_task(stmt, 2, arena, &items[count++].task);
    }
    db_finish(stmt);
    for (int i = 0; more == 0 && i < count; i++)
        more = found(context, &items[i], err);
    return more;
}
