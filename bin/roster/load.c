/* medi-roster load: how many come, and how many heads that takes. */
#include <math.h>
#include <string.h>

#include "bin/roster/load.h"
#include "load/heads.h"
#include "load/work.h"

enum { DAYS = 14, DAYS_MOST = 366, FEW_DAYS = 56, QUIET_DAYS = 10 };

struct loading {
    struct ctx *ctx;
    const struct load_args *args;
    struct load load;
    int64_t from, store_id;    /* store 0: all */
    struct arrivals *arrivals; /* of each store; horizon 0: nothing is known of it */
    struct head_spans *spans;
    struct out *out;
};

static const char *
clock_text(struct arena *arena, int minute)
{
    return arena_printf(arena, "%02d:%02d", minute / 60, minute % 60);
}

/* ---- what is asked ---------------------------------------------------------------------------- */

/* Days [from, to); the past is left out. */
static int
read_window(const struct loading *loading, int64_t today, int64_t *from, int64_t *to,
            struct err *err)
{
    const struct load_args *args = loading->args;
    int64_t days;
    char text[16];
    if (args->month != OPT_UNSET && (args->from != OPT_UNSET || args->days != OPT_UNSET))
        return err_set(err, ERR_USAGE,
                       _("--month: says it all; --from and --days do not go with it"));
    if (load_number(args->days, DAYS, DAYS_MOST, "--days", &days, err) < 0)
        return -1;
    *from = args->from == OPT_UNSET ? today : args->from;
    *to = *from + days;
    if (args->month != OPT_UNSET) {
        *from = day_month_start(args->month);
        *to = day_add_months(*from, 1);
    }
    if (*to <= today) {
        day_format(*to - 1, text);
        return err_set(err, ERR_DATA,
                       _("%s: is over; --as-of tells what would have been said before"), text);
    }
    if (*from < today)
        *from = today;
    if (*to - today > HISTORY_AHEAD) {
        day_format(today + HISTORY_AHEAD, text);
        return err_set(err, ERR_DATA, _("nothing is told of days from %s on"), text);
    }
    return 0;
}

static bool
is_asked(const struct loading *loading, int store)
{
    return !loading->store_id || loading->load.stores[store].id == loading->store_id;
}

/* ---- the forecast ----------------------------------------------------------------------------- */

static void
say_of(const struct loading *loading, const struct load_store *store,
       const struct arrivals *arrivals)
{
    struct ctx *ctx = loading->ctx;
    int first = -1, last = -1;
    char from[16], to[16];
    if (store->known < FEW_DAYS)
        cli_say(ctx, _("%s: %d days of history; this is a guess"), store->code, store->known);
    if (!store->has_hours)
        cli_say(ctx, _("%s: has no opening hours; those of load.yaml are taken"), store->code);
    if (store->n - store->seen > QUIET_DAYS) {
        day_format(store->first + store->seen - 1, from);
        cli_say(ctx, _("%s: nobody came since %s; is all entered?"), store->code, from);
    }
    for (int h = (int)(loading->from - arrivals->first); h < arrivals->horizon; h++)
        if (arrivals->feast[h]) {
            first = first < 0 ? h : first;
            last = h;
        }
    if (first < 0)
        return;
    day_format(arrivals->first + first, from);
    day_format(arrivals->first + last, to);
    cli_say(ctx,
            _("%s: %s to %s: nobody came on these days of 春节 before, so it is taken for closed; "
              "medi-roster closure add --open says otherwise"),
            store->code, from, to);
}

/* 1: told; 0: nothing is known of it; -1. */
static int
tell_store(struct loading *loading, int index, const struct arrivals_effects *effects,
           struct err *err)
{
    struct load *load = &loading->load;
    struct load_store *store = &load->stores[index];
    struct arrivals *arrivals = &loading->arrivals[index];
    if (store->known == 0)
        return 0;
    if (store->hours.closed_on < loading->from) {
        cli_say(loading->ctx, _("%s: is closed for good"), store->code);
        return 0;
    }
    if (arrivals_read_show(load, store, err) < 0 || work_read(load, store, err) < 0)
        return -1;
    arrivals_forecast(load, index, load->until, (int)(load->to - load->until), effects, arrivals);
    arrivals_raise(store, arrivals);
    say_of(loading, store, arrivals);
    struct head_spans *spans = &loading->spans[index];
    spans->arena = load->arena;
    for (int h = (int)(loading->from - arrivals->first); h < arrivals->horizon; h++)
        heads_of_day(load, store, arrivals, h, spans);
    return 1;
}

static int
tell(struct loading *loading, struct err *err)
{
    struct load *load = &loading->load;
    struct arrivals_effects effects;
    int told = 0;
    loading->arrivals =
        arena_array(load->arena, (size_t)load->count + 1, sizeof *loading->arrivals);
    loading->spans = arena_array(load->arena, (size_t)load->count + 1, sizeof *loading->spans);
    arrivals_learn(load, load->until, &effects);
    for (int i = 0; i < load->count; i++) {
        int done = is_asked(loading, i) ? tell_store(loading, i, &effects, err) : 0;
        if (done < 0)
            return -1;
        told += done;
    }
    if (told == 0)
        return err_set(
            err, ERR_DATA,
            _("no arrivals are known before this, so nothing can be told; medi-db import "
              "visits brings a history"));
    return 0;
}

/* ---- days and hours --------------------------------------------------------------------------- */

static const char *
note_of(const struct loading *loading, const struct load_store *store,
        const struct arrivals *arrivals, int h)
{
    struct arena *arena = loading->ctx->arena;
    int64_t day = arrivals->first + h;
    const char *name = features_name(&loading->load.features, arena, day);
    struct load_open open;
    load_open_day(store, day, &open);
    if (open.closed)
        return arena_printf(arena, _("closed: %s"), open.closed);
    if (arrivals->feast[h])
        return arena_printf(arena, _("closed: %s"), *name ? name : "春节");
    if (open.count == 0)
        return arena_printf(arena, *name ? _("closed: %s") : _("closed"), name);
    return name;
}

static int
show_day(const struct loading *loading, const struct load_store *store,
         const struct arrivals *arrivals, int h, struct err *err)
{
    static const double LEVELS[] = {0.1, 0.5, 0.9};
    const char *note = note_of(loading, store, arrivals, h);
    double at[3];
    forecast_quantiles(&arrivals->forecast, h, 1, LEVELS, 3, at);
    const struct db_value values[] = {db_text(store->code),
                                      db_int(arrivals->first + h),
                                      load_decimal(arrivals->forecast.mean[h]),
                                      db_int((int64_t)floor(at[0])),
                                      db_int(llround(at[1])),
                                      db_int((int64_t)ceil(at[2])),
                                      store->booked ? db_int((int64_t)store->booked[h]) : db_null(),
                                      *note ? db_text(note) : db_null()};
    return out_row(loading->out, values, err);
}

static int
show_hours(const struct loading *loading, const struct load_store *store,
           const struct arrivals *arrivals, int h, struct err *err)
{
    struct arrivals_slot slots[ARRIVALS_SLOTS];
    double levels[ARRIVALS_LEVELS];
    struct arena *arena = loading->ctx->arena;
    int count = arrivals_slots(store, arrivals->first + h, slots), result = 0;
    arrivals_levels(arrivals, h, levels);
    for (int i = 0; i < count && result == 0; i++) {
        double share = slots[i].share;
        const struct db_value values[] = {
            db_text(store->code),
            db_int(arrivals->first + h),
            db_text(clock_text(arena, slots[i].from)),
            db_text(clock_text(arena, slots[i].to)),
            load_decimal(arrivals->forecast.mean[h] * share),
            db_int(arrivals_quantile(levels, ARRIVALS_LEVELS, share, 0.1)),
            db_int(arrivals_quantile(levels, ARRIVALS_LEVELS, share, 0.5)),
            db_int(arrivals_quantile(levels, ARRIVALS_LEVELS, share, 0.9))};
        result = out_row(loading->out, values, err);
    }
    return result;
}

static int
show_heads(const struct loading *loading, const struct load_store *store,
           const struct head_spans *spans, struct err *err)
{
    struct arena *arena = loading->ctx->arena;
    int result = 0;
    for (int i = 0; i < spans->count && result == 0; i++) {
        const struct head_span *span = &spans->items[i];
        const struct db_value values[] = {db_text(store->code),
                                          db_int(span->day),
                                          db_text(clock_text(arena, span->from)),
                                          db_text(clock_text(arena, span->to)),
                                          db_text(span->role),
                                          db_int(span->heads)};
        result = out_row(loading->out, values, err);
    }
    return result;
}

static int
show_store(const struct loading *loading, int index, struct err *err)
{
    const struct load_store *store = &loading->load.stores[index];
    const struct arrivals *arrivals = &loading->arrivals[index];
    bool hours = loading->args->by && strcmp(loading->args->by, "hour") == 0;
    int result = 0;
    if (loading->args->heads)
        return show_heads(loading, store, &loading->spans[index], err);
    for (int h = (int)(loading->from - arrivals->first); h < arrivals->horizon && result == 0; h++)
        result = hours ? show_hours(loading, store, arrivals, h, err)
                       : show_day(loading, store, arrivals, h, err);
    return result;
}

static int
show(struct loading *loading, struct err *err)
{
    static const struct out_column days[] = {
        {"store", NULL, OUT_TEXT}, {"day", NULL, OUT_DAY},      {"mean", NULL, OUT_DECIMAL},
        {"p10", NULL, OUT_INT},    {"p50", NULL, OUT_INT},      {"p90", NULL, OUT_INT},
        {"booked", NULL, OUT_INT}, {"calendar", NULL, OUT_TEXT}};
    static const struct out_column hours[] = {
        {"store", NULL, OUT_TEXT},  {"day", NULL, OUT_DAY},      {"opens", NULL, OUT_TEXT},
        {"closes", NULL, OUT_TEXT}, {"mean", NULL, OUT_DECIMAL}, {"p10", NULL, OUT_INT},
        {"p50", NULL, OUT_INT},     {"p90", NULL, OUT_INT}};
    static const struct out_column heads[] = {{"store", NULL, OUT_TEXT}, {"day", NULL, OUT_DAY},
                                              {"opens", NULL, OUT_TEXT}, {"closes", NULL, OUT_TEXT},
                                              {"role", NULL, OUT_TEXT},  {"heads", NULL, OUT_INT}};
    const struct load_args *args = loading->args;
    loading->out = args->heads                                 ? cli_out(loading->ctx, heads, 6)
                   : args->by && strcmp(args->by, "hour") == 0 ? cli_out(loading->ctx, hours, 8)
                                                               : cli_out(loading->ctx, days, 8);
    int result = 0;
    for (int i = 0; i < loading->load.count && result == 0; i++)
        if (loading->arrivals[i].horizon)
            result = show_store(loading, i, err);
    if (result == 0)
        result = out_end(loading->out, err);
    out_free(loading->out);
    return result;
}

/* ---- written ---------------------------------------------------------------------------------- */

static int
write_store(struct ctx *ctx, const struct loading *loading, int index, struct err *err)
{
    const struct load_store *store = &loading->load.stores[index];
    struct heads_change change = {0};
    char from[16], to[16];
    if (heads_write(ctx->db, store->id, loading->from, loading->load.to, &loading->spans[index],
                    &change, err) < 0)
        return -1;
    if (change.put + change.dropped == 0) {
        cli_say(ctx, _("%s: nothing to change"), store->code);
        return 0;
    }
    day_format(loading->from, from);
    day_format(loading->load.to - 1, to);
    cli_say(ctx, _("%s: %lld rows of heads written, %lld taken away, %lld as they were"),
            store->code, (long long)change.put, (long long)change.dropped, (long long)change.same);
    return cli_log(ctx, store->id,
                   arena_printf(ctx->arena, "head %s %s..%s", store->code, from, to),
                   arena_printf(ctx->arena, "load: %lld written, %lld taken away",
                                (long long)change.put, (long long)change.dropped),
                   err);
}

static int
write_all(struct ctx *ctx, void *context, struct err *err)
{
    const struct loading *loading = context;
    for (int i = 0; i < loading->load.count; i++)
        if (loading->arrivals[i].horizon && write_store(ctx, loading, i, err) < 0)
            return -1;
    return 0;
}

/* ---- the verb --------------------------------------------------------------------------------- */

int
cmd_load(struct ctx *ctx, void *data, struct err *err)
{
    const struct load_args *args = data;
    const struct packs packs = {ctx->config, ctx->share};
    struct loading loading = {.ctx = ctx, .args = args};
    struct load_when when = {.until = zone_day(ctx->zone, ctx->as_of),
                             .now = ctx->as_of >= ctx->now};
    if (ctx->store && cli_store_id(ctx, &loading.store_id, err) < 0)
        return -1;
    if (args->backtest && (args->write || args->heads))
        return err_set(err, ERR_USAGE, _("--backtest: prints, and no more"));
    when.to = when.until;
    if (!args->backtest && read_window(&loading, when.until, &loading.from, &when.to, err) < 0)
        return -1;
    if (load_read(&loading.load, ctx->db, ctx->arena, &packs, &when, err) < 0)
        return -1;
    if (args->backtest)
        return load_backtest(ctx, &loading.load, args, loading.store_id, err);
    if (tell(&loading, err) < 0)
        return -1;
    if (args->write && !ctx->dry_run &&
        (cli_must(ctx, "heads set", "", err) < 0 || cli_apart(ctx, write_all, &loading, err) < 0))
        return -1;
    return show(&loading, err);
}
