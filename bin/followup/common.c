#include "bin/followup/common.h"

#include <string.h>

#include "setting/setting.h"

int
followup_by(struct ctx *ctx, const char *named, int64_t at, struct staff *by, struct err *err)
{
    int64_t day = zone_day(ctx->zone, at);
    if (named)
        return staff_find(ctx->db, ctx->arena, named, day, by, err) < 0 ||
                       staff_here(by, day, err) < 0
                   ? -1
                   : 1;
    return staff_of_login(ctx->db, ctx->arena, cli_actor(ctx), day, by, err);
}

static const struct setting *
find_setting(struct ctx *ctx, const char *name, struct err *err)
{
    struct packs packs = followup_packs(ctx);
    struct settings settings;
    return settings_load(ctx->arena, &packs, &settings, err) < 0
               ? NULL
               : setting_find(&settings, name, err);
}

int
followup_setting_int(struct ctx *ctx, int64_t store_id, const char *name, int64_t *value,
                     struct err *err)
{
    const struct setting *setting = find_setting(ctx, name, err);
    return setting ? setting_int(ctx->db, ctx->arena, setting, store_id, value, err) : -1;
}

int
followup_setting(struct ctx *ctx, int64_t store_id, const char *name, const char **value,
                 struct err *err)
{
    const struct setting *setting = find_setting(ctx, name, err);
    const char *where;
    return setting ? setting_value(ctx->db, ctx->arena, setting, store_id, value, &where, err) : -1;
}

int
followup_about(struct ctx *ctx, const char *client, const char *treatment, struct about *about,
               struct err *err)
{
    struct db_stmt *stmt;
    *about = (struct about){.treatment = treatment};
    if (cli_store_id(ctx, &about->store_id, err) < 0 ||
        person_find_living(ctx->db, ctx->arena, client, &about->client, err) < 0)
        return -1;
    if (!treatment)
        return 0;
    const struct db_value values[] = {db_int(about->store_id), db_text(treatment),
                                      db_int(about->client.id)};
    int found = sql_first(ctx->db, &stmt, SQL_FOLLOWUP_TREATMENT_OF, values, 3, err);
    if (found < 0)
        return -1;
    if (found == 0)
        return err_set(err, ERR_DATA, _("treatment %s: none of client %s in this store"), treatment,
                       about->client.code);
    about->treatment_id = db_get_int(stmt, 0);
    about->treated_at = db_get_int(stmt, 1);
    db_finish(stmt);
    return 0;
}

void
followup_move_until(struct ctx *ctx, struct cli_record *record, const struct task *task,
                    int64_t until_at)
{
    cli_give_moment(ctx, record, "until_at", until_at);
    cli_give_moment(ctx, record, "first_until_at",
                    task->first_until_at ? task->first_until_at : task->until_at);
}

/* ---- alarms ------------------------------------------------------------------------------------------ */

static int
put_alarm(struct ctx *ctx, const struct alarm *alarm, const char *staff, struct cli_record *task,
          struct err *err)
{
    const struct about *about = alarm->about;
    cli_record_init(task, "tasks", PUT_ADD);
    cli_give(
        task, "code",
        arena_printf(ctx->arena, "%s:%s:%s", about->client.code, alarm->kind, alarm->followup));
    cli_give(task, "client", about->client.code);
    cli_give(task, "treatment", about->treatment);
    cli_give(task, "plan", alarm->kind);
    cli_give(task, "step", alarm->step);
    cli_give(task, "occurrence", alarm->followup);
    cli_give(task, "kind", alarm->kind);
    cli_give(task, "role", alarm->to);
    cli_give(task, "staff", staff);
    cli_give_int(ctx, task, "grade", alarm->grade);
    cli_give_moment(ctx, task, "due_at", ctx->now);
    cli_give_moment(ctx, task, "until_at", ctx->now + alarm->within_s);
    return cli_put(ctx, task, err);
}

int
followup_alarm(struct ctx *ctx, const struct alarm *alarm, const char **code, struct err *err)
{
    const struct about *about = alarm->about;
    struct raise_place place = {about->store_id, about->client.id, about->treatment_id,
                                followup_today(ctx), NULL};
    const char *staff;
    struct cli_record task;
    if (followup_setting(ctx, about->store_id, "followup.director", &place.director, err) < 0 ||
        raise_person(ctx->db, ctx->arena, &place, alarm->to, &staff, err) < 0 ||
        put_alarm(ctx, alarm, staff, &task, err) < 0)
        return -1;
    *code = task.code;
    cli_say(ctx, _("%s: grade %lld: task %s for %s (%s), within %lld minutes"), about->client.code,
            (long long)alarm->grade, task.code, staff ? staff : _("anyone"), alarm->to,
            (long long)(alarm->within_s / 60));
    return 0;
}
