#include "complaint/due.h"

#include <stdlib.h>
#include <string.h>

#include "db/sql.h"

enum { PAUSES = 64 };

const char *
due_clock_name(enum due_clock clock)
{
    return clock == DUE_RESPOND ? "respond" : "answer";
}

const char *
due_status_name(enum due_status status)
{
    static const char *const names[] = {"running", "paused", "soon", "late"};
    return names[status];
}

/* ---- pauses ---------------------------------------------------------------------------------------- */

/* One that goes on ends now. More than there is room for: the last ones run together. */
static int
read_pauses(struct db *db, int64_t store_id, int64_t id, int64_t now, struct clock_pause *pauses,
            struct err *err)
{
    struct db_value values[] = {db_int(store_id), db_int(id)};
    struct db_stmt *stmt = NULL;
    int more = sql_open(db, &stmt, SQL_COMPLAINT_PAUSES, values, 2, err), count = 0;
    bool open = false;
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        bool pause = strcmp(db_get_text(stmt, 0), "pause") == 0;
        int64_t at = db_get_int(stmt, 1);
        if (pause && !open && count < PAUSES)
            pauses[count++] = (struct clock_pause){at, now};
        else if (!pause && open)
            pauses[count - 1].to = at;
        open = pause;
    }
    db_finish(stmt);
    return more < 0 ? -1 : count;
}

int
due_response(struct db *db, const struct complaint_rules *rules, int64_t complaint_id,
             int64_t opened_at, int64_t respond_by, int64_t now, int64_t *due_at, struct err *err)
{
    struct clock_pause pauses[PAUSES];
    int count = read_pauses(db, rules->store_id, complaint_id, now, pauses, err);
    int64_t limit = respond_by == INT64_MIN ? rules->respond_s
                                            : clock_between(&rules->clock, opened_at, respond_by);
    if (count < 0)
        return -1;
    *due_at = count == 0 && respond_by != INT64_MIN
                  ? respond_by
                  : clock_due(&rules->clock, opened_at, limit, pauses, count);
    return 0;
}

/* ---- one complaint ---------------------------------------------------------------------------------- */

struct waiting { /* a row of complaint/waiting */
    int64_t id, opened_at, respond_by, owner_id;
    bool responded, paused, answered;
};

static int
answer_due(struct db *db, const struct due *due, const struct waiting *row, int64_t now,
           int64_t *due_at, struct err *err)
{
    struct clock_pause pauses[PAUSES];
    const struct complaint_rules *rules = due->rules;
    int count = read_pauses(db, rules->store_id, row->id, now, pauses, err);
    if (count < 0)
        return -1;
    *due_at = clock_due(&rules->clock, row->opened_at, rules->answer_s, pauses, count);
    return 0;
}

static void
judge(struct due *due, bool paused, int64_t now)
{
    const struct clock *clock = &due->rules->clock;
    int64_t left = clock_between(clock, now, due->due_at);
    bool late = now > due->due_at;
    due->minutes = late ? -(clock_between(clock, due->due_at, now) / 60) : left / 60;
    due->status = late                         ? DUE_LATE
                  : paused                     ? DUE_PAUSED
                  : left <= due->rules->warn_s ? DUE_SOON
                                               : DUE_RUNNING;
}

static int
find_manager(struct db *db, struct arena *arena, struct due *due, int64_t owner_id, int64_t now,
             struct err *err)
{
    const struct complaint_rules *rules = due->rules;
    bool late = due->status == DUE_LATE;
    struct db_value values[] = {
        db_int(rules->store_id), late && owner_id ? db_int(owner_id) : db_null(),
        db_text(late ? rules->escalate_to : ""), db_int(zone_day(rules->clock.zone, now))};
    struct db_stmt *stmt = NULL;
    due->notify = due->owner;
    if (due->owner && !late)
        return 0;
    int found = sql_first(db, &stmt, SQL_COMPLAINT_MANAGER, values, 4, err);
    if (found != 1)
        return found;
    due->notify = arena_strdup(arena, db_get_text(stmt, 0));
    db_finish(stmt);
    return 0;
}

/* 1 it waits for something, 0 for nothing that has a clock, -1. */
static int
reckon(struct db *db, struct arena *arena, struct due *due, const struct waiting *row, int64_t now,
       struct err *err)
{
    int result = 0;
    if (row->responded && (row->answered || due->rules->answer_s == 0))
        return 0;
    due->clock = row->responded ? DUE_ANSWER : DUE_RESPOND;
    result = row->responded ? answer_due(db, due, row, now, &due->due_at, err)
                            : due_response(db, due->rules, row->id, row->opened_at, row->respond_by,
                                           now, &due->due_at, err);
    if (result < 0)
        return -1;
    judge(due, row->paused, now);
    return find_manager(db, arena, due, row->owner_id, now, err) < 0 ? -1 : 1;
}

/* ---- all ---------------------------------------------------------------------------------------------- */

static void
read_row(struct arena *arena, const struct db_stmt *stmt, struct due *due, struct waiting *row)
{
    due->code = db_keep_text(stmt, 2, arena);
    due->client = db_keep_text(stmt, 3, arena);
    due->category = db_keep_text(stmt, 4, arena);
    due->severity = db_get_int(stmt, 5);
    due->state = db_keep_text(stmt, 6, arena);
    due->owner = db_keep_text(stmt, 7, arena);
    *row = (struct waiting){
        .id = db_get_int(stmt, 1),
        .opened_at = db_get_int(stmt, 8),
        .respond_by = db_get(stmt, 9).type == DB_INT ? db_get_int(stmt, 9) : INT64_MIN,
        .responded = db_get(stmt, 10).type == DB_INT,
        .paused = db_get(stmt, 11).type == DB_INT,
        .answered = db_get_int(stmt, 12) > 0,
        .owner_id = db_get_int(stmt, 13),
    };
}

int
due_list(struct db *db, struct arena *arena, const struct packs *packs, const int64_t *store_id,
         int64_t now, due_found *found, void *context, struct err *err)
{
    struct db_value values[] = {store_id ? db_int(*store_id) : db_null(), db_int(now)};
    struct complaint_rules rules = {.store_id = -1};
    struct db_stmt *stmt = NULL;
    int more = sql_open(db, &stmt, SQL_COMPLAINT_WAITING, values, 2, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        struct due due = {.rules = &rules};
        struct waiting row;
        int64_t store = db_get_int(stmt, 0);
        if (store != rules.store_id && complaint_rules(db, arena, packs, store, &rules, err) < 0) {
            more = -1;
            break;
        }
        read_row(arena, stmt, &due, &row);
        more = reckon(db, arena, &due, &row, now, err);
        if (more == 1)
            more = found(context, &due, err);
    }
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}
