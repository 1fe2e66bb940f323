/* medi-client fit: the purchase models on a file of transactions or on the database's deals. */
#include <math.h>
#include <string.h>

#include "base/day.h"
#include "bin/client/verbs.h"
#include "client/clientele.h"
#include "client/deals.h"
#include "client/fit.h"

enum { WEEK = 7, AHEAD_MOST = 100000 };

/* Where the clients come from: of the two one is there. */
struct source {
    struct clientele *clientele;
    struct deals deals;
    int64_t until;
};

bool
fit_is_pure(const void *args)
{
    return ((const struct fit_args *)args)->transactions != NULL;
}

static int
open_source(struct ctx *ctx, const struct fit_args *args, struct source *source, struct err *err)
{
    bool given = args->until != OPT_UNSET;
    if (args->transactions) {
        if (clientele_read(&source->clientele, args->transactions, given ? args->until : INT64_MAX,
                           err) < 0)
            return -1;
        source->until = clientele_until(source->clientele);
        return 0;
    }
    source->until = given ? args->until : zone_day(ctx->zone, ctx->as_of);
    source->deals =
        (struct deals){ctx->db, source->until, ctx->store_id > 0 ? &ctx->store_id : NULL};
    return db_begin(ctx->db, err); /* who is fitted and who is shown are the same */
}

static int
each_buyer(struct source *source, buyer_seen *seen, void *context, struct err *err)
{
    const char *name;
    struct buyer buyer;
    size_t at = 0;
    if (!source->clientele)
        return deals_each(&source->deals, seen, context, err);
    while (clientele_next(source->clientele, &at, &name, &buyer))
        if (seen(context, name, &buyer, err) < 0)
            return -1;
    return 0;
}

static int
add_buyer(void *context, const char *client, const struct buyer *buyer, struct err *err)
{
    (void)client, (void)err;
    fit_add(context, buyer);
    return 0;
}

/* ---- values ---- */

/* Millionths, as out.h wants decimals; nothing where there is no number. */
static struct db_value
decimal(double number)
{
    return fabs(number) < 9e12 ? db_int(llround(number * 1e6)) : db_null();
}

static struct db_value
fen(double number)
{
    return fabs(number) < 9e18 ? db_int(llround(number)) : db_null();
}

/* ---- the row of parameters ---- */

static const struct out_column parameters[] = {
    {"model", NULL, OUT_TEXT},
    {"unit", NULL, OUT_TEXT},
    {"until", NULL, OUT_DAY},
    {"clients", NULL, OUT_INT},
    {"repeaters", NULL, OUT_INT},
    {"repeats", NULL, OUT_INT},
    {"r", NULL, OUT_DECIMAL},
    {"alpha", NULL, OUT_DECIMAL},
    {"a", NULL, OUT_DECIMAL},
    {"b", NULL, OUT_DECIMAL},
    {"log_likelihood", NULL, OUT_DECIMAL},
    {"rate", NULL, OUT_DECIMAL},  /* r/α: purchases a day or week, the clients' mean */
    {"leaving", NULL, OUT_SHARE}, /* a/(a+b): the mean chance to leave after a purchase */
    {"edges", NULL, OUT_TEXT},
    /* with Gamma-Gamma */
    {"spenders", NULL, OUT_INT},
    {"p", NULL, OUT_DECIMAL},
    {"q", NULL, OUT_DECIMAL},
    {"v", NULL, OUT_DECIMAL},
    {"spend_log_likelihood", NULL, OUT_DECIMAL},
    {"spend_correlation", NULL, OUT_DECIMAL},
};
enum { PARAMETERS = sizeof parameters / sizeof *parameters, SPEND_COLUMNS = 6 };

/* A parameter, which has no value where its model is at an edge. */
static struct db_value
parameter(const struct fit *fit, enum fit_edge edge, double number)
{
    return fit->edges & edge ? db_null() : decimal(number);
}

static const char *
edges_in_words(const struct fit *fit)
{
    static const char *const WORDS[] = {
        NULL,     "rate",        "leaving",        "rate,leaving",
        "amount", "rate,amount", "leaving,amount", "rate,leaving,amount"};
    return WORDS[fit->edges & 7];
}

static int
show_parameters(struct ctx *ctx, const struct fit *fit, const struct source *source,
                struct err *err)
{
    const struct nbd *nbd = &fit->nbd;
    const struct spend *spend = &fit->spend;
    const struct db_value values[PARAMETERS] = {
        db_text(fit->model == NBD_MBG ? "mbg" : "bg"),
        db_text(fit->unit == WEEK ? "week" : "day"),
        db_int(source->until),
        db_int(fit->clients),
        db_int(fit->repeaters),
        db_int(fit->repeats),
        parameter(fit, FIT_RATE, nbd->r),
        parameter(fit, FIT_RATE, nbd->alpha),
        parameter(fit, FIT_LEAVING, nbd->a),
        parameter(fit, FIT_LEAVING, nbd->b),
        decimal(fit->log_likelihood),
        decimal(nbd->r / nbd->alpha),
        decimal(nbd->a / (nbd->a + nbd->b)),
        db_text(edges_in_words(fit)),
        db_int(fit->spenders),
        parameter(fit, FIT_AMOUNT, spend->p),
        parameter(fit, FIT_AMOUNT, spend->q),
        parameter(fit, FIT_AMOUNT, spend->v),
        decimal(fit->spend_log_likelihood),
        decimal(fit->correlation),
    };
    struct out_column columns[PARAMETERS];
    memcpy(columns, parameters, sizeof columns);
    columns[0].heading = _("fitted model"); /* "model" alone is that of a machine: 型号 */
    struct out *out =
        cli_out(ctx, columns, fit->spend_wanted ? PARAMETERS : PARAMETERS - SPEND_COLUMNS);
    int result = out_row(out, values, err) < 0 || out_end(out, err) < 0 ? -1 : 0;
    out_free(out);
    return result;
}

/* ---- a row a client ---- */

static const struct out_column outlooks[] = {
    {"client", NULL, OUT_TEXT},   {"x", NULL, OUT_INT},
    {"t_x", NULL, OUT_DECIMAL},   {"t", NULL, OUT_DECIMAL},
    {"alive", NULL, OUT_SHARE},   {"expected", NULL, OUT_DECIMAL},
    {"value_fen", NULL, OUT_FEN}, {"expected_fen", NULL, OUT_FEN},
};
enum { OUTLOOKS = sizeof outlooks / sizeof *outlooks, VALUE_COLUMNS = 2 };

struct showing {
    const struct fit *fit;
    double ahead;
    struct out *out;
};

static int
show_outlook(void *context, const char *client, const struct buyer *buyer, struct err *err)
{
    const struct showing *showing = context;
    const struct outlook outlook = fit_outlook(showing->fit, buyer, showing->ahead);
    double unit = showing->fit->unit;
    if (isnan(outlook.expected))
        return err_set(
            err, ERR_DATA,
            _("client %s: the expected purchases cannot be summed up; ask for less than %g"),
            client, showing->ahead);
    const struct db_value values[OUTLOOKS] = {
        db_text(client),
        db_int(buyer->x),
        decimal((double)buyer->t_x / unit),
        decimal((double)buyer->t / unit),
        decimal(outlook.alive),
        decimal(outlook.expected),
        fen(outlook.value),
        fen(outlook.value * outlook.expected),
    };
    return out_row(showing->out, values, err);
}

static int
show_outlooks(struct ctx *ctx, const struct fit *fit, struct source *source, int64_t ahead,
              struct err *err)
{
    int columns = fit->spend_wanted ? OUTLOOKS : OUTLOOKS - VALUE_COLUMNS;
    struct showing showing = {fit, (double)ahead, cli_out(ctx, outlooks, columns)};
    int result = each_buyer(source, show_outlook, &showing, err);
    if (result == 0)
        result = out_end(showing.out, err);
    out_free(showing.out);
    return result;
}

/* ---- the verb ---- */

static int
check_args(const struct fit_args *args, struct err *err)
{
    if (args->predict != OPT_UNSET && (args->predict < 1 || args->predict > AHEAD_MOST))
        return err_set(err, ERR_USAGE, _("--predict: expected 1 to %d days or weeks"),
                       (int)AHEAD_MOST);
    return 0;
}

static void
tell_edges(const struct ctx *ctx, const struct fit *fit)
{
    if (fit->edges & FIT_RATE)
        cli_say(
            ctx,
            _("r and alpha have no value: the likelihood is greatest where all clients come at one "
              "rate"));
    if (fit->edges & FIT_LEAVING)
        cli_say(
            ctx,
            _("a and b have no value: the likelihood is greatest where all clients leave with one "
              "chance, or none does"));
    if (fit->edges & FIT_AMOUNT)
        cli_say(ctx, _("p, q and v have no value: the amounts differ too little, or too much"));
}

static int
fit_and_show(struct ctx *ctx, const struct fit_args *args, struct source *source, struct err *err)
{
    struct fit fit = {
        .model = args->model && strcmp(args->model, "bg") == 0 ? NBD_BG : NBD_MBG,
        .unit = args->unit && strcmp(args->unit, "day") == 0 ? 1 : WEEK,
        .spend_wanted = args->gamma_gamma,
    };
    int result = each_buyer(source, add_buyer, &fit, err);
    if (result == 0)
        result = fit_run(&fit, err);
    if (result == 0)
        tell_edges(ctx, &fit);
    if (result == 0)
        result = args->predict == OPT_UNSET ? show_parameters(ctx, &fit, source, err)
                                            : show_outlooks(ctx, &fit, source, args->predict, err);
    fit_release(&fit);
    return result;
}

int
cmd_fit(struct ctx *ctx, void *data, struct err *err)
{
    const struct fit_args *args = data;
    struct source source = {0};
    int result = check_args(args, err);
    if (result == 0)
        result = open_source(ctx, args, &source, err);
    if (result == 0)
        result = fit_and_show(ctx, args, &source, err);
    clientele_free(source.clientele);
    return result;
}
