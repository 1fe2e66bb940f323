/* temperature check: a logger's file judged, without a database. */
#include "bin/stock/verbs_supply.h"
#include "supply/logger.h"

bool
temperature_is_pure(const void *args)
{
    (void)args;
    return true;
}

static int
give_degrees(const char *option, const char *text, bool *has, int64_t *mdeg, struct err *err)
{
    if (!text)
        return 0;
    if (!temperature_parse(text, mdeg))
        return err_set(err, ERR_USAGE, _("%s: %s: no temperature; write it like 8.0"), option,
                       text);
    *has = true;
    return 0;
}

static int
give_minutes(const char *option, int64_t minutes, int64_t *seconds, struct err *err)
{
    if (minutes == OPT_UNSET)
        return 0;
    if (minutes < 0 || minutes > 525600)
        return err_set(err, ERR_USAGE, _("%s: must be from 0 to 525600"), option);
    *seconds = minutes * 60;
    return 0;
}

/* The storage class's limits, and over them what was given. */
static int
know_limits(struct ctx *ctx, const struct temperature_args *args, struct temperature_limits *limits,
            struct err *err)
{
    const struct packs packs = supply_packs(ctx);
    const struct supply_item none = {0};
    struct coldchain chain;
    bool ignored;
    if (coldchain_load(ctx->arena, &packs, &chain, err) < 0)
        return -1;
    const struct coldchain_storage *storage =
        coldchain_find(&chain, args->storage ? args->storage : "cold", err);
    if (!storage)
        return -1;
    *limits = coldchain_limits(storage, &none);
    if (give_degrees("--min", args->min, &limits->has_min, &limits->min, err) < 0 ||
        give_degrees("--max", args->max, &limits->has_max, &limits->max, err) < 0)
        return -1;
    limits->ever_min = limits->has_min ? limits->min : INT64_MIN;
    limits->ever_max = limits->max;
    if (args->max && limits->kinetic != INT64_MAX)
        limits->kinetic = limits->max;
    if (args->energy != OPT_UNSET && (args->energy < 10000 || args->energy > 500000))
        return err_set(err, ERR_USAGE, _("--energy: must be from 10000 to 500000"));
    limits->energy = args->energy == OPT_UNSET ? limits->energy : args->energy;
    return give_degrees("--ever-min", args->ever_min, &ignored, &limits->ever_min, err) < 0 ||
                   give_degrees("--ever-max", args->ever_max, &ignored, &limits->ever_max, err) <
                       0 ||
                   give_degrees("--kinetic", args->kinetic, &ignored, &limits->kinetic, err) < 0 ||
                   give_minutes("--allow-minutes", args->allow_minutes, &limits->allowed_s, err) < 0
               ? -1
               : give_minutes("--gap-minutes", args->gap_minutes, &limits->gap_s, err);
}

/* ---- what is printed ------------------------------------------------------------------------- */

enum { CODE, AT, VALUE, LIMIT, TIMES, LINE, WORDS, COLUMNS };
static const struct out_column columns[COLUMNS] = {
    {"finding", NULL, OUT_TEXT}, {"at", NULL, OUT_MOMENT}, {"value", NULL, OUT_INT},
    {"bound", NULL, OUT_INT},    {"times", NULL, OUT_INT}, {"line", NULL, OUT_INT},
    {"detail", NULL, OUT_TEXT}};

static int
put_fact(struct out *out, const char *name, int64_t at, int64_t value, struct err *err)
{
    const struct db_value row[COLUMNS] = {
        db_text(name), at == TEMPERATURE_NO_TIME ? db_null() : db_int(at),
        db_int(value), db_null(),
        db_null(),     db_null(),
        db_null()};
    return out_row(out, row, err);
}

static int
put_found(struct out *out, const struct temperature_found *found, struct err *err)
{
    const struct db_value row[COLUMNS] = {
        db_text(temperature_code(found->fault)),
        db_int(found->at),
        db_int(found->value),
        db_int(found->limit),
        db_int(found->times),
        found->line ? db_int(found->line) : db_null(),
        db_text(found->words),
    };
    return out_row(out, row, err);
}

static int
put_verdict(struct out *out, const struct temperature_verdict *verdict, struct err *err)
{
    const int64_t none = TEMPERATURE_NO_TIME;
    if (put_fact(out, "readings", none, verdict->readings, err) < 0 ||
        put_fact(out, "first", verdict->first_at, 0, err) < 0 ||
        put_fact(out, "last", verdict->last_at, verdict->last_at - verdict->first_at, err) < 0 ||
        put_fact(out, "min-mdeg", none, verdict->min, err) < 0 ||
        put_fact(out, "max-mdeg", none, verdict->max, err) < 0 ||
        put_fact(out, "kinetic-mdeg", none, verdict->kinetic, err) < 0 ||
        put_fact(out, "out-seconds", none, verdict->out_s, err) < 0 ||
        put_fact(out, "gap-seconds", none, verdict->gap_s, err) < 0)
        return -1;
    for (int i = 0; i < verdict->count; i++)
        if (put_found(out, &verdict->found[i], err) < 0)
            return -1;
    return out_end(out, err);
}

int
cmd_temperature_check(struct ctx *ctx, void *data, struct err *err)
{
    const struct temperature_args *args = data;
    const struct transport transport = {
        args->shipped == OPT_UNSET ? TEMPERATURE_NO_TIME : args->shipped,
        args->arrived == OPT_UNSET ? TEMPERATURE_NO_TIME : args->arrived};
    struct temperature_limits limits;
    struct temperature_verdict verdict = {0};
    struct readings readings;
    if (know_limits(ctx, args, &limits, err) < 0 ||
        logger_read(ctx->arena, args->file, ctx->zone, &readings, NULL, err) < 0)
        return -1;
    temperature_judge(ctx->arena, &readings, &limits, &transport, ctx->zone, &verdict);
    struct out *out = cli_out(ctx, columns, COLUMNS);
    int result = put_verdict(out, &verdict, err);
    out_free(out);
    return result < 0 ? -1 : verdict.count ? EXIT_NO : 0;
}
