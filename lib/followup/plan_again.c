/* A plan made anew: what stands is compared with what the ladders say now. */
#include <string.h>

#include "db/sql.h"
#include "followup/plan_private.h"

struct stand { /* what is planned for a treatment */
    const char *code, *step, *occurrence;
    bool message, open, gone, kept; /* gone: it was taken back */
};

struct stands {
    struct stand *items;
    int count, room;
};

static int
read_stands(const struct planning *planning, struct arena *arena, struct stands *stands,
            struct err *err)
{
    const struct given *given = &planning->given;
    const struct db_value values[] = {db_int(given->client_id), db_int(given->store_id),
                                      db_int(given->id)};
    struct db_stmt *stmt = NULL;
    int more = sql_open(planning->run->db, &stmt, SQL_FOLLOWUP_PLAN_STANDS, values, 3, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        stands->items =
            arena_more(arena, stands->items, stands->count, &stands->room, sizeof *stands->items);
        stands->items[stands->count++] = (struct stand){
            .message = db_get_int(stmt, 0) == 1,
            .code = db_keep_text(stmt, 1, arena),
            .step = db_keep_text(stmt, 2, arena),
            .occurrence = db_keep_text(stmt, 3, arena),
            .open = db_get_int(stmt, 4) == 1,
            .gone = db_get_int(stmt, 5) == 1,
        };
    }
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

/* What was done under one word is not asked for again under the same word of another ladder. */
static struct stand *
find_stand(const struct stands *stands, const char *code, const struct turn *turn, bool *done)
{
    struct stand *same = NULL;
    *done = false;
    for (int i = 0; i < stands->count; i++) {
        struct stand *stand = &stands->items[i];
        if (strcmp(stand->code, code) == 0)
            same = stand;
        else if (!stand->open && !stand->gone && strcmp(stand->step, turn->step->name) == 0 &&
                 strcmp(stand->occurrence, turn->occurrence) == 0)
            *done = true;
    }
    return same;
}

static int
move(struct planning *planning, const struct turn *turn, const struct due_time *time,
     struct err *err)
{
    const struct given *given = &planning->given;
    const struct step *step = turn->step;
    bool message = step->kind == STEP_MESSAGE;
    int64_t changed = 0;
    const struct db_value task[] = {
        db_int(given->store_id),
        db_text(planning->code),
        db_text(step_kind_name(step->kind)),
        db_text(step->role),
        message ? db_null() : db_id(owed_staff(step->role, &planning->given.people)),
        db_int(time->due_at),
        db_int(time->day),
        db_int(time->until_at)};
    const struct db_value words[] = {db_int(given->store_id), db_text(planning->code),
                                     db_text(step->channels), db_text(step->template),
                                     db_text(step->purpose),  db_int(time->due_at),
                                     db_int(time->day),       db_int(time->until_at)};
    int result =
        message ? sql_run(planning->run->db, SQL_FOLLOWUP_MESSAGE_MOVE, words, 8, &changed, err)
                : sql_run(planning->run->db, SQL_FOLLOWUP_TASK_MOVE, task, 8, &changed, err);
    planning->run->moved += changed;
    return result;
}

static int
plan_turn(struct planning *planning, const struct turn *turn, const struct stands *stands,
          struct err *err)
{
    struct due_time time;
    bool done, in_time = plan_due(planning, turn, &time);
    struct stand *stand = find_stand(stands, planning->code, turn, &done);
    if (stand) {
        stand->kept = true;
        return stand->open || (stand->gone && in_time) ? move(planning, turn, &time, err) : 0;
    }
    if (done)
        return 0;
    if (!in_time) {
        planning->run->over++;
        return 0;
    }
    return plan_put(planning, turn, &time, err) < 0 ? -1 : 0;
}

int
plan_again(struct planning *planning, struct err *err)
{
    const struct turns *turns = &planning->turns[planning->given.ladder];
    struct stands stands = {0};
    struct arena arena;
    arena_init(&arena);
    int result = read_stands(planning, &arena, &stands, err);
    for (int i = 0; result == 0 && i < turns->count; i++)
        result = plan_turn(planning, &turns->items[i], &stands, err);
    for (int i = 0; result == 0 && i < stands.count; i++)
        if (stands.items[i].open && !stands.items[i].kept)
            result = plan_drop(planning->run, planning->given.store_id, stands.items[i].code,
                               stands.items[i].message, "ladder", err);
    arena_release(&arena);
    planning->run->treatments++;
    return result;
}
