/* medi-roster load --backtest: how good such forecasts would have been. */
#include <math.h>

#include "bin/roster/load.h"
#include "load/backtest.h"

enum { ORIGINS = 12, ORIGINS_MOST = 100, HORIZON = 28, HORIZON_MOST = 90 };

struct db_value
load_decimal(double number)
{
    return fabs(number) < 9e12 ? db_int(llround(number * 1e6)) : db_null();
}

int
load_number(int64_t given, int64_t otherwise, int64_t most, const char *option, int64_t *value,
            struct err *err)
{
    *value = given == OPT_UNSET ? otherwise : given;
    if (*value < 1 || *value > most)
        return err_set(err, ERR_USAGE, _("%s: expected 1 to %lld"), option, (long long)most);
    return 0;
}

static int
show_test(struct out *out, const char *store, const struct backtest *test, struct err *err)
{
    double ours = score_mean(&test->ours, SCORE_MASE), naive = score_mean(&test->naive, SCORE_MASE);
    const struct db_value values[] = {db_text(store),
                                      db_int(test->origins),
                                      load_decimal(ours),
                                      load_decimal(naive),
                                      load_decimal(1 - ours / naive),
                                      load_decimal(score_mean(&test->ours, SCORE_COVERAGE)),
                                      load_decimal(score_mean(&test->ours, SCORE_BIAS))};
    return out_row(out, values, err);
}

int
load_backtest(struct ctx *ctx, const struct load *load, const struct load_args *args,
              int64_t store_id, struct err *err)
{
    static const struct out_column columns[] = {
        {"store", NULL, OUT_TEXT},   {"forecasts", NULL, OUT_INT},
        {"mase", NULL, OUT_DECIMAL}, {"naive_mase", NULL, OUT_DECIMAL},
        {"better", NULL, OUT_SHARE}, {"coverage", NULL, OUT_SHARE},
        {"bias", NULL, OUT_SHARE}};
    struct backtest *stores = arena_array(load->arena, (size_t)load->count + 1, sizeof *stores),
                    whole;
    int64_t origins, horizon;
    int result = 0, shown = 0;
    if (load_number(args->origins, ORIGINS, ORIGINS_MOST, "--origins", &origins, err) < 0 ||
        load_number(args->horizon, HORIZON, HORIZON_MOST, "--horizon", &horizon, err) < 0)
        return -1;
    backtest_run(load, (int)origins, (int)horizon, stores, &whole);
    struct out *out = cli_out(ctx, columns, 7);
    for (int i = 0; i < load->count && result == 0; i++)
        if ((!store_id || load->stores[i].id == store_id) && stores[i].origins > 0) {
            result = show_test(out, load->stores[i].code, &stores[i], err);
            shown++;
        }
    if (result == 0 && shown == 0)
        result = err_set(err, ERR_DATA,
                         _("a back-test needs %d days of history and a horizon behind them"),
                         (int)BACKTEST_LEAST);
    if (result == 0 && shown > 1)
        result = show_test(out, "*", &whole, err);
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}
