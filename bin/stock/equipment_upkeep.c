/* What keeps a machine fit: its plan, maintenance, calibration; and its end. */
#include <string.h>

#include "bin/stock/verbs.h"
#include "stock/fault.h"

/* When and by whom: a day that is not ahead, nor before the machine was bought. */
struct upkeep {
    struct ledger_now now;
    struct equipment_file file;
    int64_t done;
};

static int
begin(struct ctx *ctx, const struct upkeep_args *args, int64_t done, struct upkeep *upkeep,
      struct err *err)
{
    char bought[16];
    if (ledger_begin(ctx, OPT_UNSET, args->staff, &upkeep->now, err) < 0 ||
        equipment_at_work(ctx->db, ctx->arena, upkeep->now.store_id, args->equipment, &upkeep->file,
                          err) < 0)
        return -1;
    upkeep->done = done == OPT_UNSET ? upkeep->now.day : done;
    if (upkeep->done > upkeep->now.day)
        return err_set(err, ERR_DATA, _("%s: lies ahead; enter it when it is done"), "--done");
    if (upkeep->file.bought_on == EQUIPMENT_NO_DAY || upkeep->done >= upkeep->file.bought_on)
        return 0;
    day_format(upkeep->file.bought_on, bought);
    return err_set(err, ERR_DATA, _("--done: %s was bought on %s"), args->equipment, bought);
}

/* ---- maintenance ----------------------------------------------------------------------------- */

struct task {
    bool planned, active, done; /* done: on that day, and good */
};

static int
find_task(struct ctx *ctx, const struct upkeep *upkeep, const char *name, struct task *task,
          struct err *err)
{
    const struct db_value values[] = {db_int(upkeep->file.store_id), db_int(upkeep->file.id),
                                      db_text(name), db_int(upkeep->done)};
    struct db_stmt *stmt;
    *task = (struct task){0};
    int found = sql_first(ctx->db, &stmt, SQL_STOCK_MAINTENANCE_LAST, values, 4, err);
    if (found <= 0)
        return found;
    *task = (struct task){true, db_get_int(stmt, 0) != 0, db_get(stmt, 1).type != DB_NULL};
    db_finish(stmt);
    return 0;
}

int
cmd_plan_task(struct ctx *ctx, void *data, struct err *err)
{
    const struct upkeep_args *args = data;
    struct upkeep upkeep;
    struct task task;
    struct cli_record record;
    if (args->every != OPT_UNSET && (args->every < 1 || args->every > 3660))
        return err_set(err, ERR_USAGE, _("--every: must be from 1 to 3660 days"));
    if (begin(ctx, args, OPT_UNSET, &upkeep, err) < 0 ||
        find_task(ctx, &upkeep, args->task, &task, err) < 0)
        return -1;
    if (!task.planned && args->every == OPT_UNSET)
        return err_set(err, ERR_USAGE, _("--every: how often?"));
    cli_record_init(&record, "maintenance_plans", task.planned ? PUT_EDIT : PUT_ADD);
    cli_give(&record, "equipment", args->equipment);
    cli_give(&record, "task", args->task);
    cli_give(&record, "says", args->says);
    cli_give_int(ctx, &record, "every_days", args->every);
    cli_give_day(ctx, &record, "from_on",
                 task.planned || args->from != OPT_UNSET ? args->from : upkeep.now.day);
    cli_give(&record, "blocks",
             args->blocks ? (strcmp(args->blocks, "yes") == 0 ? "1" : "0") : NULL);
    cli_give(&record, "active",
             args->active ? (strcmp(args->active, "yes") == 0 ? "1" : "0") : NULL);
    return supply_done(ctx, args->task, cli_put(ctx, &record, err));
}

static int
check_task(struct ctx *ctx, const struct upkeep_args *args, const struct upkeep *upkeep,
           struct err *err)
{
    struct task task;
    char day[16];
    if (!upkeep->now.staff && !args->body)
        return err_set(err, ERR_DATA,
                       _("who did it: your account is nobody's of the staff; say --staff or "
                         "--body"));
    if (find_task(ctx, upkeep, args->task, &task, err) < 0)
        return -1;
    if (!task.planned || !task.active)
        return err_set(err, ERR_DATA,
                       _("%s has no %s in its plan; medi-stock equipment plan %s %s --every DAYS"),
                       args->equipment, args->task, args->equipment, args->task);
    day_format(upkeep->done, day);
    return task.done ? err_set(err, ERR_DATA, _("%s: %s was done on %s already"), args->equipment,
                               args->task, day)
                     : 0;
}

int
cmd_maintain(struct ctx *ctx, void *data, struct err *err)
{
    const struct upkeep_args *args = data;
    struct upkeep upkeep;
    struct cli_record record;
    const char *fault = NULL;
    if (args->fault && is_blank(args->fault))
        return err_set(err, ERR_USAGE, _("--fault: what is wrong with it?"));
    if (begin(ctx, args, args->done, &upkeep, err) < 0 || check_task(ctx, args, &upkeep, err) < 0 ||
        (args->fault && fault_report(ctx, &upkeep.file, &upkeep.now, args->fault, &fault, err) < 0))
        return -1;
    cli_record_init(&record, "maintenances", PUT_ADD);
    cli_give(&record, "equipment", args->equipment);
    cli_give(&record, "task", args->task);
    cli_give_day(ctx, &record, "done_on", upkeep.done);
    cli_give(&record, "passed", fault ? "0" : "1");
    cli_give(&record, "staff", upkeep.now.staff);
    cli_give(&record, "body", args->body);
    cli_give(&record, "fault", fault);
    cli_give_int(ctx, &record, "cost_fen", args->cost);
    cli_give(&record, "note", args->note);
    return cli_put(ctx, &record, err) < 0 ? -1 : cli_say_record(ctx, &record, err);
}

/* ---- calibration ----------------------------------------------------------------------------- */

/* Until when it holds: as its paper says, else by the interval in the file. */
static int
know_end(const struct upkeep_args *args, const struct upkeep *upkeep, int64_t *to, struct err *err)
{
    *to = args->failed            ? upkeep->done
          : args->to != OPT_UNSET ? args->to
                                  : equipment_valid_to(&upkeep->file, upkeep->done);
    return *to != EQUIPMENT_NO_DAY
               ? 0
               : err_set(err, ERR_DATA,
                         _("--to: until when does it hold? or: medi-stock equipment edit %s "
                           "--calibrate-months N"),
                         args->equipment);
}

/* The repair of that day which asked for it: done on the same day, it was done after it. */
static int
know_repair(struct ctx *ctx, const struct upkeep *upkeep, const char **fault, struct err *err)
{
    const struct db_value values[] = {db_int(upkeep->file.store_id), db_int(upkeep->file.id),
                                      db_int(upkeep->done)};
    struct db_stmt *stmt;
    *fault = NULL;
    int found = sql_first(ctx->db, &stmt, SQL_STOCK_FAULT_REPAIRED, values, 3, err);
    if (found <= 0)
        return found;
    *fault = db_keep_text(stmt, 0, ctx->arena);
    db_finish(stmt);
    return 0;
}

int
calibrate_put(struct ctx *ctx, const struct upkeep_args *args, struct cli_record *record,
              struct err *err)
{
    struct upkeep upkeep;
    const char *fault;
    int64_t to;
    if (begin(ctx, args, args->done, &upkeep, err) < 0 || know_end(args, &upkeep, &to, err) < 0 ||
        equipment_certificate_free(ctx->db, &upkeep.file, args->certificate, args->body, err) < 0 ||
        know_repair(ctx, &upkeep, &fault, err) < 0)
        return -1;
    cli_record_init(record, "calibrations", PUT_ADD);
    cli_give(record, "equipment", args->equipment);
    cli_give_day(ctx, record, "done_on", upkeep.done);
    cli_give_day(ctx, record, "valid_to", to);
    cli_give(record, "passed", args->failed ? "0" : "1");
    cli_give(record, "certificate", args->certificate);
    cli_give(record, "body", args->body);
    cli_give(record, "fault", fault);
    cli_give_int(ctx, record, "cost_fen", args->cost);
    return cli_put(ctx, record, err) < 0 ? -1 : 0;
}

int
cmd_calibrate(struct ctx *ctx, void *data, struct err *err)
{
    const struct upkeep_args *args = data;
    struct cli_record record;
    if (is_blank(args->body) || (!args->failed && is_blank(args->certificate)))
        return err_set(err, ERR_USAGE, _("%s: missing"),
                       is_blank(args->body) ? "--body" : "--certificate");
    return calibrate_put(ctx, args, &record, err) < 0 ? -1 : cli_say_record(ctx, &record, err);
}

/* ---- its end --------------------------------------------------------------------------------- */

/* What another clinic gets is safe to use (医疗器械监督管理条例 56). */
static int
may_be_sold(struct ctx *ctx, const struct ledger_now *now, const char *code, struct err *err)
{
    struct equipment machine;
    char day[16];
    if (equipment_find(ctx->db, ctx->arena, now->store_id, code, now->day, &machine, err) < 0)
        return -1;
    day_format(machine.life_over ? machine.life_to : machine.done_on, day);
    if (machine.state == EQUIPMENT_FAULT)
        return err_set(err, ERR_DATA,
                       _("%s has an open fault, and may only be scrapped or returned"), code);
    if (machine.life_over)
        return err_set(err, ERR_DATA, _("%s: its life by its maker ended on %s"), code, day);
    if (machine.calibration == EQUIPMENT_FAILED)
        return err_set(err, ERR_DATA, _("%s did not pass its calibration of %s"), code, day);
    return machine.calibration == EQUIPMENT_OK
               ? 0
               : err_set(err, ERR_DATA, _("%s is not in calibration"), code);
}

static int
end_faults(struct ctx *ctx, const struct equipment_file *file, const struct ledger_now *now,
           struct err *err)
{
    enum { MOST = 1000 };
    const char *codes[MOST];
    int count = fault_list_open(ctx->db, ctx->arena, file->store_id, file->id, codes, MOST, err);
    for (int i = 0; i < count; i++) {
        struct cli_record record;
        cli_record_init(&record, "faults", PUT_EDIT);
        cli_give(&record, "code", codes[i]);
        cli_give(&record, "state", "scrapped");
        cli_give_moment(ctx, &record, "ended_at", now->at);
        if (cli_put(ctx, &record, err) < 0)
            return -1;
    }
    return count < 0 ? -1 : 0;
}

static int
put_end(struct ctx *ctx, const struct retire_args *args, const struct ledger_now *now,
        const char *second, struct err *err)
{
    struct cli_record record;
    cli_record_init(&record, "equipment", PUT_EDIT);
    cli_give(&record, "code", args->equipment);
    cli_give(&record, "state", "retired");
    cli_give_day(ctx, &record, "retired_on", now->day);
    cli_give(&record, "retired_way", args->way);
    cli_give(&record, "retired_to", args->to);
    cli_give(&record, "retired_by", cli_actor(ctx));
    cli_give(&record, "retired_second", second);
    cli_give(&record, "retired_why", args->reason);
    return cli_put(ctx, &record, err) < 0 ? -1 : 0;
}

int
cmd_retire(struct ctx *ctx, void *data, struct err *err)
{
    const struct retire_args *args = data;
    struct equipment_file file;
    struct ledger_now now;
    struct ledger_second second;
    if (!args->way || is_blank(args->reason) ||
        (strcmp(args->way, "scrapped") != 0 && is_blank(args->to)))
        return err_set(err, ERR_USAGE, _("%s: missing"),
                       !args->way               ? "--way"
                       : is_blank(args->reason) ? "--reason"
                                                : "--to");
    if (ledger_begin(ctx, OPT_UNSET, NULL, &now, err) < 0 ||
        equipment_at_work(ctx->db, ctx->arena, now.store_id, args->equipment, &file, err) < 0 ||
        (strcmp(args->way, "sold") == 0 && may_be_sold(ctx, &now, args->equipment, err) < 0))
        return -1;
    const char *subject = arena_printf(ctx->arena, "%s %s %s %s: %s%s%s", ctx->store, file.code,
                                       file.name, file.serial ? file.serial : "-", args->way,
                                       args->to ? ": " : "", args->to ? args->to : "");
    if (cli_second(ctx, "stock.retire", subject, args->reason, err) < 0 ||
        ledger_consenter(ctx, "stock.retire", subject, &second, err) < 0)
        return -1;
    return end_faults(ctx, &file, &now, err) < 0 ? -1 : put_end(ctx, args, &now, second.login, err);
}
