/* medi-stock forecast and backtest: what comes next in series from a file, and how good that would be. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bin/stock/forecast.h"
#include "forecast/score.h"
#include "stock/series.h"

enum { MONTHS = 12, WEEKS = 52, HORIZON_MOST = 400, FREQUENCY_MOST = 366, ORIGINS_MOST = 1000 };

/* Millionths, as out.h wants decimals; nothing where there is no number, or one too large. */
static struct db_value
decimal(double number)
{
    return fabs(number) < 9e12 ? db_int(llround(number * 1e6)) : db_null();
}

/* ---- arguments ---- */

static int
between(int64_t given, int64_t otherwise, int64_t most, const char *option, int *value,
        struct err *err)
{
    int64_t number = given == OPT_UNSET ? otherwise : given;
    if (number < 1 || number > most)
        return err_set(err, ERR_USAGE, _("%s: expected 1 to %lld"), option, (long long)most);
    *value = (int)number;
    return 0;
}

static int
read_args(const struct forecast_args *args, struct forecast_options *options, struct err *err)
{
    *options = (struct forecast_options){.method = FORECAST_AUTO, .seed = 1};
    if (!args->series && args->items.count == 0)
        return err_set(err, ERR_USAGE,
                       _("--series: a file of series is wanted; - is standard input"));
    if (args->series && (args->items.count > 0 || args->history))
        return err_set(err, ERR_USAGE,
                       _("--series: says it all; ITEM and --history are of the books"));
    if (between(args->horizon, 12, HORIZON_MOST, "--horizon", &options->horizon, err) < 0 ||
        between(args->frequency, args->series ? MONTHS : WEEKS, FREQUENCY_MOST, "--frequency",
                &options->frequency, err) < 0)
        return -1;
    if (args->method)
        forecast_method_parse(args->method, &options->method);
    return 0;
}

bool
forecast_is_pure(const void *data)
{
    const struct forecast_args *args = data;
    return args->items.count == 0;
}

/* ---- each series ---- */

static int
pass_over(struct series_reader *reader, series_seen *seen, void *context, struct err *err)
{
    struct series series;
    int got;
    while ((got = series_next(reader, &series, err)) == 1)
        if (seen(context, &series, err) < 0)
            return -1;
    return got;
}

static int
only_read(void *context, const struct series *series, struct err *err)
{
    (void)context, (void)series, (void)err;
    return 0;
}

/* The series of a pipe, kept. */
struct kept {
    struct arena arena;
    struct series *series;
    size_t count, room;
};

static int
keep(void *context, const struct series *series, struct err *err)
{
    struct kept *kept = context;
    (void)err;
    if (kept->count == kept->room) {
        kept->room = kept->room ? kept->room * 2 : 256;
        kept->series = mem_resize(kept->series, kept->room * sizeof *kept->series);
    }
    double *y = arena_array(&kept->arena, (size_t)series->n + 1, sizeof *y);
    memcpy(y, series->y, (size_t)series->n * sizeof *y);
    kept->series[kept->count++] =
        (struct series){arena_strdup(&kept->arena, series->id), y, series->n};
    return 0;
}

static int
each_kept(struct series_reader *reader, series_seen *seen, void *context, struct err *err)
{
    struct kept kept = {.count = 0};
    arena_init(&kept.arena);
    int result = pass_over(reader, keep, &kept, err);
    for (size_t i = 0; i < kept.count && result == 0; i++)
        result = seen(context, &kept.series[i], err);
    arena_release(&kept.arena);
    free(kept.series);
    return result;
}

/* A season of weeks is a year, if nobody says otherwise. */
static void
know_season(const struct forecast_args *args, const struct series_reader *reader,
            struct forecast_options *options)
{
    if (args->frequency == OPT_UNSET && series_is_weekly(reader))
        options->frequency = WEEKS;
}

/* All of the file is read before the first is seen, so that of a bad one nothing is printed: a file twice, what
 * comes through a pipe from memory. */
static int
each_series(const struct forecast_args *args, struct forecast_options *options, series_seen *seen,
            void *context, struct err *err)
{
    struct series_reader *reader;
    int result = series_open(&reader, args->series, options->frequency, err);
    if (result == 0)
        know_season(args, reader, options);
    if (result == 0 && !series_can_rewind(reader)) {
        result = each_kept(reader, seen, context, err);
    } else if (result == 0) {
        result = pass_over(reader, only_read, NULL, err);
        if (result == 0 && !series_rewind(reader, err))
            result = -1;
        if (result == 0)
            result = pass_over(reader, seen, context, err);
    }
    series_close(reader);
    return result;
}

/* ---- forecast ---- */

static const struct out_column steps[] = {
    {"id", NULL, OUT_TEXT},     {"step", NULL, OUT_INT},    {"mean", NULL, OUT_DECIMAL},
    {"p10", NULL, OUT_DECIMAL}, {"p50", NULL, OUT_DECIMAL}, {"p90", NULL, OUT_DECIMAL},
    {"method", NULL, OUT_TEXT},
};
enum { STEPS = sizeof steps / sizeof *steps };

static const struct out_column reasons[] = {
    {"id", NULL, OUT_TEXT},     {"n", NULL, OUT_INT},        {"missing", NULL, OUT_INT},
    {"adi", NULL, OUT_DECIMAL}, {"cv2", NULL, OUT_DECIMAL},  {"method", NULL, OUT_TEXT},
    {"reason", NULL, OUT_TEXT}, {"weights", NULL, OUT_TEXT}, {"form", NULL, OUT_TEXT},
    {"origins", NULL, OUT_INT}, {"rmse", NULL, OUT_DECIMAL}, {"mae", NULL, OUT_DECIMAL},
};
enum { REASONS = sizeof reasons / sizeof *reasons };

struct showing {
    struct forecast_options options;
    bool sums;
    struct out *out;
    struct arena arena;
};

static int
show_steps(const struct showing *showing, const char *id, const struct forecast *forecast,
           struct err *err)
{
    const char *method =
        forecast->reason == FORECAST_NO_DATA ? "none" : forecast_method_name(forecast->method);
    static const double LEVELS[] = {0.1, 0.5, 0.9};
    double sum = 0, at[3];
    for (int h = 0; h < forecast->horizon; h++) {
        int from = showing->sums ? 0 : h;
        sum = (showing->sums ? sum : 0) + forecast->mean[h];
        forecast_quantiles(forecast, from, h - from + 1, LEVELS, 3, at);
        struct db_value values[STEPS] = {
            db_text(id),    db_int(h + 1),  decimal(sum),    decimal(at[0]),
            decimal(at[1]), decimal(at[2]), db_text(method),
        };
        for (int i = 2; i < 6 && forecast->reason == FORECAST_NO_DATA; i++)
            values[i] = db_null();
        if (out_row(showing->out, values, err) < 0)
            return -1;
    }
    return 0;
}

/* "theta 0.43, ets 0.31" */
static const char *
weights_in_words(struct arena *arena, const struct forecast *forecast)
{
    const char *words = "";
    for (int k = 0; k < FORECAST_METHODS; k++)
        if (forecast->weights[k] >= 0.005)
            words =
                arena_printf(arena, "%s%s%s %.2f", words, *words ? ", " : "",
                             forecast_method_name((enum forecast_method)k), forecast->weights[k]);
    return words;
}

static int
show_reasons(struct showing *showing, const struct series *series, const struct forecast *forecast,
             struct err *err)
{
    const struct db_value values[REASONS] = {
        db_text(series->id),
        db_int(series->n),
        db_int(series->n - forecast->seen),
        decimal(forecast->adi),
        decimal(forecast->cv2),
        db_text(forecast_method_name(forecast->method)),
        db_text(forecast_reason_name(forecast->reason)),
        db_text(weights_in_words(&showing->arena, forecast)),
        *forecast->form ? db_text(forecast->form) : db_null(),
        db_int(forecast->origins),
        decimal(forecast->crossed_rmse),
        decimal(forecast->crossed_mae),
    };
    return out_row(showing->out, values, err);
}

static int
forecast_one(void *context, const struct series *series, struct err *err)
{
    struct showing *showing = context;
    const struct forecast_series data = {.y = series->y, .n = series->n};
    struct forecast forecast;
    arena_reset(&showing->arena);
    forecast_run(&data, &showing->options, &showing->arena, &forecast);
    return showing->options.no_spread ? show_reasons(showing, series, &forecast, err)
                                      : show_steps(showing, series->id, &forecast, err);
}

int
cmd_forecast(struct ctx *ctx, void *data, struct err *err)
{
    const struct forecast_args *args = data;
    struct showing showing = {.sums = args->sums};
    if (read_args(args, &showing.options, err) < 0)
        return -1;
    if (args->history)
        return demand_print(ctx, &args->items, err);
    showing.options.no_spread = args->why;
    showing.out = args->why ? cli_out(ctx, reasons, REASONS) : cli_out(ctx, steps, STEPS);
    arena_init(&showing.arena);
    int result = args->items.count
                     ? demand_each(ctx, &args->items, forecast_one, &showing, err)
                     : each_series(args, &showing.options, forecast_one, &showing, err);
    if (result == 0)
        result = out_end(showing.out, err);
    arena_release(&showing.arena);
    out_free(showing.out);
    return result;
}

/* ---- backtest ---- */

static const struct out_column scores[] = {
    {"method", NULL, OUT_TEXT},     {"series", NULL, OUT_INT},        {"forecasts", NULL, OUT_INT},
    {"mase", NULL, OUT_DECIMAL},    {"smape", NULL, OUT_DECIMAL},     {"rmsse", NULL, OUT_DECIMAL},
    {"bias", NULL, OUT_DECIMAL},    {"sum_error", NULL, OUT_DECIMAL}, {"coverage", NULL, OUT_SHARE},
    {"pinball", NULL, OUT_DECIMAL},
};
enum { SCORES = sizeof scores / sizeof *scores, SCORES_BEFORE = 3 };

struct testing {
    struct forecast_options options;
    int origins;
    enum forecast_method methods[FORECAST_METHODS];
    int method_count;
    struct score totals[FORECAST_METHODS];
    int64_t series[FORECAST_METHODS], forecasts[FORECAST_METHODS];
    struct series_reader *against; /* NULL: the ends of the series themselves */
    struct arena arena;
};

static int
choose_methods(const struct forecast_args *args, struct testing *testing, struct err *err)
{
    static const char *const USUAL[] = {"auto",  "combination", "theta", "ets",    "snaive",
                                        "naive", "mean",        "zero",  "croston"};
    int count = args->methods.count ? args->methods.count : 9;
    const char *const *names = args->methods.count ? args->methods.items : USUAL;
    if (count > FORECAST_METHODS)
        return err_set(err, ERR_USAGE, _("--method: at most %d"), (int)FORECAST_METHODS);
    for (int i = 0; i < count; i++)
        if (!forecast_method_parse(names[i], &testing->methods[i]))
            return err_set(err, ERR_USAGE, _("--method: %s: no such method; see medi-stock(1)"),
                           names[i]);
    testing->method_count = count;
    return 0;
}

/* The forecast of the first n values against what came. */
static bool
test_origin(struct testing *testing, int method, const double *y, int n, const double *came,
            struct score *score)
{
    struct forecast forecast;
    struct forecast_options options = testing->options;
    const struct forecast_series data = {.y = y, .n = n};
    if (n < 1)
        return false;
    options.method = testing->methods[method];
    arena_reset(&testing->arena);
    forecast_run(&data, &options, &testing->arena, &forecast);
    score_add(score, y, n, options.frequency, came, &forecast);
    testing->forecasts[method]++;
    return true;
}

/* What came, from the line of --against that goes with this series. */
static int
what_came(struct testing *testing, const struct series *series, struct series *came,
          struct err *err)
{
    int got = series_next(testing->against, came, err);
    if (got < 0)
        return -1;
    if (got == 0 || strcmp(came->id, series->id) != 0)
        return err_set(err, ERR_DATA, _("--against: %s: expected its series in the same place"),
                       series->id);
    if (came->n < testing->options.horizon)
        return err_set(err, ERR_DATA, _("--against: %s: %d values, and the horizon is %d"),
                       series->id, came->n, testing->options.horizon);
    return 0;
}

static int
test_one(void *context, const struct series *series, struct err *err)
{
    struct testing *testing = context;
    struct series came;
    if (testing->against && what_came(testing, series, &came, err) < 0)
        return -1;
    for (int k = 0; k < testing->method_count; k++) {
        struct score score = {.sum = {0}};
        bool any = false;
        for (int i = 0; i < testing->origins; i++) {
            int n = testing->against
                        ? series->n
                        : series->n - testing->options.horizon - testing->origins + 1 + i;
            any |= test_origin(testing, k, series->y, n,
                               testing->against ? came.y : series->y + (n > 0 ? n : 0), &score);
        }
        score_join(&testing->totals[k], &score);
        testing->series[k] += any;
    }
    return 0;
}

static int
show_scores(struct ctx *ctx, const struct testing *testing, struct err *err)
{
    struct out *out = cli_out(ctx, scores, SCORES);
    int result = 0;
    for (int k = 0; k < testing->method_count && result == 0; k++) {
        struct db_value values[SCORES] = {db_text(forecast_method_name(testing->methods[k])),
                                          db_int(testing->series[k]),
                                          db_int(testing->forecasts[k])};
        for (int i = 0; i < SCORE_MEASURES; i++)
            values[SCORES_BEFORE + i] =
                decimal(score_mean(&testing->totals[k], (enum score_measure)i));
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

int
cmd_backtest(struct ctx *ctx, void *data, struct err *err)
{
    const struct forecast_args *args = data;
    struct testing testing = {.origins = 1};
    if (read_args(args, &testing.options, err) < 0 || choose_methods(args, &testing, err) < 0 ||
        between(args->origins, 1, ORIGINS_MOST, "--origins", &testing.origins, err) < 0)
        return -1;
    if (args->against && testing.origins > 1)
        return err_set(err, ERR_USAGE, _("--against: there is one origin, the end of the series"));
    if (args->against &&
        series_open(&testing.against, args->against, testing.options.frequency, err) < 0) {
        series_close(testing.against);
        return -1;
    }
    arena_init(&testing.arena);
    int result = each_series(args, &testing.options, test_one, &testing, err);
    if (result == 0)
        result = show_scores(ctx, &testing, err);
    arena_release(&testing.arena);
    series_close(testing.against);
    return result;
}
