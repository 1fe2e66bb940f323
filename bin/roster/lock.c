/* medi-roster lock and unlock: days of a draft that stay as they are, or as somebody says. */
#include <string.h>

#include "bin/roster/plan.h"
#include "roster/booking.h"
#include "board/grid.h"

/* ---- what the day becomes -------------------------------------------------------------------- */

struct locking {
    const struct lock_args *args;
    struct rota_rules rules;
    struct rota_roster roster;
    int64_t staff_id;
    int64_t at_id;
    const struct zone *zone;
};

static int
find_place(struct ctx *ctx, struct locking *locking, struct err *err)
{
    const char *at = locking->args->at ? locking->args->at : ctx->store;
    struct grid_stores stores;
    if (!at)
        return err_set(err, ERR_USAGE, _("--at: in which store?"));
    if (grid_stores_load(ctx->db, ctx->arena, &stores, err) < 0)
        return -1;
    const struct grid_store *store = grid_store_find(&stores, at);
    if (!store || store->id == 0)
        return err_set(err, ERR_DATA, _("%s: no such store"), at);
    locking->at_id = store->id;
    locking->zone = store->zone;
    return 0;
}

static int
begin(struct ctx *ctx, const struct lock_args *args, struct locking *locking, struct err *err)
{
    const struct packs packs = {ctx->config, ctx->share};
    int64_t store_id;
    *locking = (struct locking){.args = args};
    if (args->day == OPT_UNSET)
        return err_set(err, ERR_USAGE, _("%s: missing"), "--day");
    if (args->to != OPT_UNSET && args->to < args->day)
        return err_set(err, ERR_USAGE, _("--to: is before --day"));
    if (args->shift && args->off)
        return err_set(err, ERR_USAGE, _("--shift and --off: one of them"));
    if (rota_rules_load(ctx->arena, &packs, &locking->rules, err) < 0 ||
        planning_store(ctx, &store_id, err) < 0)
        return -1;
    if (args->shift && rota_shift(&locking->rules, args->shift) < 0)
        return err_set(err, ERR_DATA, _("--shift: %s is no shift of rosters.yaml"), args->shift);
    int found = rota_roster_get(ctx->db, ctx->arena, store_id, args->roster, &locking->roster, err);
    if (found != 1)
        return found < 0 ? -1
                         : err_set(err, ERR_DATA, _("%s: no such roster; medi-roster roster list"),
                                   args->roster);
    if (strcmp(locking->roster.state, "draft") != 0)
        return err_set(err, ERR_DATA, _("%s: is published and stays as it is"), args->roster);
    if (args->shift && find_place(ctx, locking, err) < 0)
        return -1;
    return booking_staff(ctx->db, args->staff, &locking->staff_id, err);
}

/* ---- the cells ------------------------------------------------------------------------------- */

static int
set_day(struct ctx *ctx, const struct locking *locking, int64_t day, bool locked, struct err *err)
{
    const struct lock_args *args = locking->args;
    const struct rota_shift *shift =
        args->shift ? &locking->rules.shift[rota_shift(&locking->rules, args->shift)] : NULL;
    struct db_value none = db_null(), values[10] = {db_int(locking->roster.store_id),
                                                    db_int(locking->roster.id),
                                                    db_int(locking->staff_id),
                                                    db_int(day),
                                                    db_int(locked),
                                                    none,
                                                    none,
                                                    none,
                                                    none,
                                                    none};
    if (shift) {
        values[5] = db_text(shift->code);
        values[6] = db_int(locking->at_id);
        values[7] = db_int(zone_moment(locking->zone, day, shift->from * 60));
        values[8] = db_int(zone_moment(locking->zone, day, shift->to * 60));
        values[9] = db_int(rota_paid(shift));
    }
    enum sql_id id = shift       ? SQL_ROTA_CELL_WORK
                     : args->off ? SQL_ROTA_CELL_OFF
                                 : SQL_ROTA_CELL_LOCK;
    int64_t changed;
    if (sql_run(ctx->db, id, values, shift ? 10 : 5, &changed, err) < 0)
        return -1;
    char words[16];
    day_format(day, words);
    if (changed == 0)
        return err_set(err, ERR_DATA, _("%s: %s is not in it on %s"), args->roster, args->staff,
                       words);
    return cli_log(ctx, locking->roster.store_id,
                   arena_printf(ctx->arena, "roster %s %s %s", args->roster, args->staff, words),
                   locked ? "locked" : "unlocked", err);
}

static int
set_days(struct ctx *ctx, const struct lock_args *args, bool locked, struct err *err)
{
    struct locking locking;
    if (begin(ctx, args, &locking, err) < 0)
        return -1;
    int64_t last = args->to == OPT_UNSET ? args->day : args->to;
    for (int64_t day = args->day; day <= last; day++)
        if (set_day(ctx, &locking, day, locked, err) < 0)
            return -1;
    return 0;
}

int
cmd_lock(struct ctx *ctx, void *data, struct err *err)
{
    return set_days(ctx, data, true, err);
}

int
cmd_unlock(struct ctx *ctx, void *data, struct err *err)
{
    return set_days(ctx, data, false, err);
}
