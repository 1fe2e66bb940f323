/* medi-followup escalate: a task goes to the next person; and those that nobody took in time go by
 * themselves. */
#include <string.h>

#include "bin/followup/common.h"

/* The task's new person and, if it was raised, a new clock by its grade. */
static int
hand_over(struct ctx *ctx, const struct task *task, const char *store, const char *role,
          const char *staff, const struct symptoms *symptoms, struct err *err)
{
    bool raised = strcmp(task->kind, "escalation") == 0 || strcmp(task->kind, "emergency") == 0;
    const struct grade *grade = &symptoms->grades[task->grade];
    int64_t within = grade->to ? grade->within_s : symptoms->grades[2].within_s;
    struct cli_record record;
    cli_record_init(&record, "tasks", PUT_EDIT);
    cli_give(&record, "store", store);
    cli_give(&record, "code", task->code);
    cli_give(&record, "role", role);
    cli_give(&record, "staff", staff ? staff : "");
    cli_give_int(ctx, &record, "climbed", task->climbed + 1);
    if (raised)
        followup_move_until(ctx, &record, task, ctx->now + (within ? within : 3600));
    cli_say(ctx, _("%s: to %s (%s)"), task->code, staff ? staff : _("anyone"), role);
    return cli_put(ctx, &record, err) < 0 ? -1 : 0;
}

static int
next_person(struct ctx *ctx, int64_t store_id, const struct task *task, const char **role,
            const char **staff, struct err *err)
{
    struct raise_place place = {store_id, task->client_id, task->treatment_id, followup_today(ctx),
                                NULL};
    *role = symptom_next(task->role);
    return followup_setting(ctx, store_id, "followup.director", &place.director, err) < 0
               ? -1
               : raise_person(ctx->db, ctx->arena, &place, *role, staff, err);
}

int
cmd_escalate(struct ctx *ctx, void *data, struct err *err)
{
    const struct escalate_args *args = data;
    struct packs packs = followup_packs(ctx);
    struct symptoms symptoms;
    struct staff to;
    struct task task;
    const char *role, *staff;
    int64_t store_id;
    if (cli_store_id(ctx, &store_id, err) < 0 ||
        task_get(ctx->db, ctx->arena, store_id, args->task, &task, err) < 0 ||
        symptoms_load(ctx->arena, &packs, &symptoms, err) < 0)
        return -1;
    if (strcmp(task.state, "open") != 0)
        return err_set(err, ERR_DATA, _("%s: is %s; only what is open goes to another"), task.code,
                       task.state);
    if (args->to) {
        if (followup_by(ctx, args->to, ctx->now, &to, err) < 0)
            return -1;
        role = to.role;
        staff = to.code;
    } else if (next_person(ctx, store_id, &task, &role, &staff, err) < 0) {
        return -1;
    }
    return hand_over(ctx, &task, ctx->store, role, staff, &symptoms, err);
}

/* ---- by themselves ---------------------------------------------------------------------------------- */

struct climb {
    struct ctx *ctx;
    struct symptoms symptoms;
    int64_t count;
};

static int
climb_one(void *context, const struct raised *raised, struct err *err)
{
    struct climb *climb = context;
    const char *role, *staff;
    if (next_person(climb->ctx, raised->store_id, &raised->task, &role, &staff, err) < 0)
        return -1;
    climb->count++;
    return hand_over(climb->ctx, &raised->task, raised->store, role, staff, &climb->symptoms, err);
}

int64_t
followup_climb(struct ctx *ctx, struct err *err)
{
    struct packs packs = followup_packs(ctx);
    struct climb climb = {.ctx = ctx};
    if (symptoms_load(ctx->arena, &packs, &climb.symptoms, err) < 0 ||
        raise_overdue(ctx->db, ctx->arena, followup_store(ctx), ctx->now, followup_today(ctx),
                      climb_one, &climb, err) < 0)
        return -1;
    return climb.count;
}
