#include <string.h>

#include "client/spool.h"
#include "db/sql.h"
#include "followup/plan_private.h"

/* ---- turns --------------------------------------------------------------------------------------------- */

static void
make_turn(struct arena *arena, const struct ladder *ladder, const struct step *step, int64_t number,
          struct turn *turn)
{
    *turn = (struct turn){.ladder = ladder,
                          .step = step,
                          .occurrence = arena_printf(arena, "%lld", (long long)number),
                          .after = step->after.seconds + (number - 1) * step->every.seconds};
    turn->behind = arena_printf(arena, "/%s/%s/%s%s%s", ladder->name, step->name, turn->occurrence,
                                step->channel ? "/" : "", step->channel ? step->channel : "");
    turn->behind_length = strlen(turn->behind);
}

static void
make_turns(struct planning *planning)
{
    const struct ladders *ladders = planning->run->ladders;
    struct arena *arena = planning->run->arena;
    planning->turns = arena_array(arena, (size_t)ladders->count, sizeof *planning->turns);
    for (int i = 0; i < ladders->count; i++) {
        const struct ladder *ladder = &ladders->items[i];
        struct turns *turns = &planning->turns[i];
        size_t most = 0;
        for (int j = 0; j < ladder->count; j++)
            most += (size_t)ladder->steps[j].times;
        turns->items = arena_array(arena, most, sizeof *turns->items);
        for (int j = 0; j < ladder->count; j++)
            for (int64_t n = 1; n <= ladder->steps[j].times; n++)
                make_turn(arena, ladder, &ladder->steps[j], n, &turns->items[turns->count++]);
    }
}

/* ---- one turn for one treatment -------------------------------------------------------------------- */

bool
plan_due(struct planning *planning, const struct turn *turn, struct due_time *time)
{
    const struct given *given = &planning->given;
    const struct step *step = turn->step;
    size_t length = strlen(given->code);
    int64_t at = window_after(&planning->window, given->ended_at, turn->after, step->after.days);
    time->due_at = window_open(&planning->window, at, &time->day);
    time->until_at =
        window_after(&planning->window, time->due_at, step->within.seconds, step->within.days);
    memcpy(planning->code, given->code, length);
    memcpy(planning->code + length, turn->behind, turn->behind_length + 1);
    return time->until_at > planning->run->now;
}

int
plan_put(struct planning *planning, const struct turn *turn, const struct due_time *time,
         struct err *err)
{
    const struct given *given = &planning->given;
    const struct step *step = turn->step;
    if (step->kind == STEP_MESSAGE)
        return owed_message(planning->owed,
                            &(struct owed_message){.store_id = given->store_id,
                                                   .client_id = given->client_id,
                                                   .treatment_id = given->id,
                                                   .code = planning->code,
                                                   .plan = turn->ladder->name,
                                                   .step = step->name,
                                                   .occurrence = turn->occurrence,
                                                   .channel = step->channel,
                                                   .channels = step->channels,
                                                   .template = step->template,
                                                   .purpose = step->purpose,
                                                   .due_at = time->due_at,
                                                   .day = time->day,
                                                   .until_at = time->until_at},
                            err);
    return owed_task(planning->owed,
                     &(struct owed_task){.store_id = given->store_id,
                                         .client_id = given->client_id,
                                         .treatment_id = given->id,
                                         .code = planning->code,
                                         .plan = turn->ladder->name,
                                         .step = step->name,
                                         .occurrence = turn->occurrence,
                                         .kind = step_kind_name(step->kind),
                                         .role = step->role,
                                         .staff_id = owed_staff(step->role, &given->people),
                                         .due_at = time->due_at,
                                         .day = time->day,
                                         .until_at = time->until_at},
                     err);
}

static int
plan_treatment(struct planning *planning, struct err *err)
{
    const struct turns *turns = &planning->turns[planning->given.ladder];
    int made = 0;
    if (planning->run->again)
        return plan_again(planning, err);
    for (int i = 0; i < turns->count; i++) {
        struct due_time time;
        if (!plan_due(planning, &turns->items[i], &time)) {
            planning->run->over++;
            continue;
        }
        int put = plan_put(planning, &turns->items[i], &time, err);
        if (put < 0)
            return -1;
        made += put;
    }
    planning->run->treatments += made > 0;
    return 0;
}

/* ---- all treatments ------------------------------------------------------------------------------- */

static int
read_given(struct plan_run *run, const struct db_stmt *stmt, struct given *given, struct err *err)
{
    const char *code = db_get_text(stmt, 2), *named = db_get_text(stmt, 6);
    bool known;
    const struct ladder *ladder = ladder_of(run->ladders, named, db_get_text(stmt, 5), &known);
    memset(given, 0, sizeof *given);
    given->store_id = db_get_int(stmt, 0);
    given->id = db_get_int(stmt, 1);
    given->client_id = db_get_int(stmt, 3);
    given->ended_at = db_get_int(stmt, 4);
    given->people.nurse_id = db_get_int(stmt, 8);
    given->people.doctor_id = db_get_int(stmt, 9);
    given->people.owner_id = db_get_int(stmt, 10);
    given->ladder = (int)(ladder - run->ladders->items);
    if (strlen(code) >= sizeof given->code)
        return err_set(err, ERR_DATA, _("treatment %s: its code is too long"), code);
    strcpy(given->code, code);
    if (!known && !run->unknown) {
        run->unknown = arena_strdup(run->arena, named);
        run->project = db_keep_text(stmt, 7, run->arena);
    }
    return 0;
}

static int
read_all(struct plan_run *run, struct spool *spool, struct err *err)
{
    const struct db_value values[] = {run->store_id ? db_int(run->store_id) : db_null(),
                                      db_int(run->from), db_int(run->to), db_int(run->again)};
    struct db_stmt *stmt = NULL;
    struct given given;
    int more = sql_open(run->db, &stmt, SQL_FOLLOWUP_PLAN_TREATMENTS, values, 4, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1)
        if (read_given(run, stmt, &given, err) < 0 || spool_add(spool, &given, err) < 0)
            more = -1;
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

static int
plan_all(struct planning *planning, struct spool *spool, struct err *err)
{
    struct plan_run *run = planning->run;
    int more = spool_rewind(spool, err);
    if (more < 0)
        return -1;
    while ((more = spool_next(spool, &planning->given, err)) == 1) {
        int64_t store_id = planning->given.store_id;
        if (planning->window.store_id != store_id &&
            window_load(run->db, run->arena, run->packs, store_id, &planning->window, err) < 0)
            return -1;
        if (plan_treatment(planning, err) < 0)
            return -1;
    }
    return more;
}

int
plan_drop(struct plan_run *run, int64_t store_id, const char *code, bool message,
          const char *reason, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code), db_text(reason)};
    int64_t changed = 0;
    if (sql_run(run->db, message ? SQL_FOLLOWUP_MESSAGE_DROP : SQL_FOLLOWUP_TASK_DROP, values, 3,
                &changed, err) < 0)
        return -1;
    run->taken_back += changed;
    return 0;
}

struct back { /* what is to be taken back; read to its end before any is */
    int64_t store_id;
    const char *code;
    bool message;
};

static int
take_back(struct plan_run *run, struct err *err)
{
    const struct db_value store = run->store_id ? db_int(run->store_id) : db_null();
    struct back *items = NULL;
    struct db_stmt *stmt = NULL;
    int count = 0, room = 0;
    int more = sql_open(run->db, &stmt, SQL_FOLLOWUP_VOID, &store, 1, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        items = arena_more(run->arena, items, count, &room, sizeof *items);
        items[count++] = (struct back){.message = db_get_int(stmt, 0) == 1,
                                       .store_id = db_get_int(stmt, 1),
                                       .code = db_keep_text(stmt, 2, run->arena)};
    }
    db_finish(stmt);
    for (int i = 0; more == 0 && i < count; i++)
        more = plan_drop(run, items[i].store_id, items[i].code, items[i].message, "retracted", err);
    return more;
}

int
plan_run(struct plan_run *run, struct err *err)
{
    struct planning planning = {.run = run};
    struct spool spool = {0};
    make_turns(&planning);
    int result = spool_open(&spool, sizeof(struct given), err) < 0 ||
                         read_all(run, &spool, err) < 0 ||
                         owed_open(&planning.owed, run->db, run->arena, !run->again, err) < 0 ||
                         plan_all(&planning, &spool, err) < 0 ||
                         owed_finish(planning.owed, err) < 0 || take_back(run, err) < 0
                     ? -1
                     : 0;
    if (result == 0) {
        run->tasks += owed_count(planning.owed).tasks;
        run->messages += owed_count(planning.owed).messages;
    }
    owed_close(planning.owed);
    spool_close(&spool);
    return result;
}
