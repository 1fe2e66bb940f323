/* medi-stock: the options of its verbs around forecasts of series. Included by bin/medi-stock.c alone. */
/* ---- forecast and backtest -------------------------------------------------------------------------- */

static const char *const methods[] = {
    "auto",   "combination", "theta", "ets",  "ces",     "ses", "holt", "damped", "hw", "hw-times",
    "snaive", "naive",       "mean",  "zero", "croston", "sba", "tsb",  "adida",  NULL};

#define SERIES                                                                                     \
    {                                                                                              \
        'S', "series", OPT_FILE, FIELD(forecast_args, series), "FILE",                             \
            N_("lines of id,n,v1,v2 or id,period,value; - is standard input; no database is "      \
               "opened"),                                                                          \
            NULL                                                                                   \
    }
#define HORIZON                                                                                    \
    {                                                                                              \
        'H', "horizon", OPT_INT, FIELD(forecast_args, horizon), "STEPS", N_("periods ahead (12)"), \
            NULL                                                                                   \
    }
#define FREQUENCY                                                                                  \
    {                                                                                              \
        'f', "frequency", OPT_INT, FIELD(forecast_args, frequency), "PERIODS",                     \
            N_("periods of a season: 12 of months, 52 of weeks, 7 of days, 1 none (52 of weeks, "  \
               "else 12)"),                                                                        \
            NULL                                                                                   \
    }

static const struct opt forecast_options[] = {
    SERIES,
    HORIZON,
    FREQUENCY,
    {'m', "method", OPT_CHOICE, FIELD(forecast_args, method), "METHOD",
     N_("a method instead of what suits each series (auto)"), methods},
    {0, "sums", OPT_FLAG, FIELD(forecast_args, sums), NULL,
     N_("of the sum of the first 1, 2, 3 … steps instead of each step"), NULL},
    {0, "why", OPT_FLAG, FIELD(forecast_args, why), NULL,
     N_("a row a series instead: what was chosen, and why"), NULL},
    {0, "history", OPT_FLAG, FIELD(forecast_args, history), NULL,
     N_("of ITEM: what was used instead, as --series reads it"), NULL},
    {0},
};
static const struct operand forecast_operands[] = {
    {"ITEM", true, true, FIELD(forecast_args, items),
     N_("code of an item, of which the books know what was used week by week"), NULL},
    {0},
};
static const struct opt backtest_options[] = {
    SERIES,
    HORIZON,
    FREQUENCY,
    {0, "origins", OPT_INT, FIELD(forecast_args, origins), "N",
     N_("forecast from the last N places that leave a horizon (1)"), NULL},
    {0, "against", OPT_FILE, FIELD(forecast_args, against), "FILE",
     N_("what came, series by series in the same order"), NULL},
    {'m', "method", OPT_LIST, FIELD(forecast_args, methods), "METHOD",
     N_("this method; may be given again (the usual ones)"), NULL},
    {0},
};
