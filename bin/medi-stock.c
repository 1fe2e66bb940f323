/* medi-stock: what is in stock, and what will be wanted. The verbs are in bin/stock. */
#include "bin/stock/forecast.h"

#define FIELD(type, field) offsetof(struct type, field)
#define EXAMPLES(...) (const char *const[]){__VA_ARGS__, NULL}

/* ---- forecast and backtest -------------------------------------------------------------------------- */

static const char *const methods[] = {"auto", "combination", "theta", "ets", "ces", "ses", "holt", "damped", "hw", "hw-times", "snaive", "naive", "mean", "zero", "croston", "sba", "tsb", "adida", NULL};

#define SERIES {'S', "series", OPT_FILE, FIELD(forecast_args, series), "FILE", N_("lines of id,n,v1,… or id,period,value; - is standard input; no database is opened"), NULL}
#define HORIZON {'H', "horizon", OPT_INT, FIELD(forecast_args, horizon), "STEPS", N_("periods ahead (12)"), NULL}
#define FREQUENCY {'f', "frequency", OPT_INT, FIELD(forecast_args, frequency), "PERIODS", N_("periods of a season: 12 of months, 52 of weeks, 7 of days, 1 none (12)"), NULL}

static const struct opt forecast_options[] = {
    SERIES,
    HORIZON,
    FREQUENCY,
    {'m', "method", OPT_CHOICE, FIELD(forecast_args, method), "METHOD", N_("a method instead of what suits each series (auto)"), methods},
    {0, "sums", OPT_FLAG, FIELD(forecast_args, sums), NULL, N_("of the sum of the first 1, 2, 3 … steps instead of each step"), NULL},
    {0, "why", OPT_FLAG, FIELD(forecast_args, why), NULL, N_("a row a series instead: what was chosen, and why"), NULL},
    {0},
};
static const struct opt backtest_options[] = {
    SERIES,
    HORIZON,
    FREQUENCY,
    {0, "origins", OPT_INT, FIELD(forecast_args, origins), "N", N_("forecast from the last N places that leave a horizon (1)"), NULL},
    {0, "against", OPT_FILE, FIELD(forecast_args, against), "FILE", N_("what came, series by series in the same order"), NULL},
    {'m', "method", OPT_LIST, FIELD(forecast_args, methods), "METHOD", N_("this method; may be given again (the usual ones)"), NULL},
    {0},
};

static const struct verb verbs[] = {
    {.name = "backtest", .summary = N_("tell how good forecasts of series would have been"), .mode = DB_READ, .run = cmd_backtest,
     .args_size = sizeof(struct forecast_args), .options = backtest_options, .flags = VERB_OF_STORE, .pure = forecast_is_pure,
     .examples = EXAMPLES("medi-stock backtest --series used.csv --horizon 3 --frequency 12 --origins 6",
                          "medi-stock backtest --series used.csv -H 3 -m auto -m snaive -m zero -o csv")},
    {.name = "forecast", .summary = N_("forecast series, with their spread"), .mode = DB_READ, .run = cmd_forecast,
     .args_size = sizeof(struct forecast_args), .options = forecast_options, .flags = VERB_OF_STORE, .pure = forecast_is_pure,
     .examples = EXAMPLES("medi-stock forecast --series used.csv --horizon 6 --frequency 12 -o csv >next.csv",
                          "medi-stock forecast --series used.csv --why",
                          "medi-stock forecast --series used.csv -H 3 --sums -o jsonl")},
    {.name = NULL},
};

static const struct tool tool = {
    .name = "medi-stock",
    .summary = N_("know what is in stock, where it is from and how long it is good"),
    .verbs = verbs,
};

int
main(int argc, char **argv)
{
    return cli_main(&tool, argc, argv);
}
