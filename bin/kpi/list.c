/* What metrics and dimensions there are, and what each is. */
#include <string.h>

#include "bin/kpi/verbs_show.h"
#include "kpi/explain.h"

static int
open_catalogue(struct ctx *ctx, struct packs *packs, struct catalogue *catalogue, struct err *err)
{
    *packs = (struct packs){ctx->config, ctx->share};
    return catalogue_open(catalogue, ctx->arena, packs, err);
}

/* ---- list ------------------------------------------------------------------------------------------- */

static int
list_dimensions(struct ctx *ctx, const struct catalogue *catalogue, struct err *err)
{
    static const struct out_column columns[] = {
        {"dimension", NULL, OUT_TEXT}, {"zh", NULL, OUT_TEXT}, {"says", NULL, OUT_TEXT}};
    struct out *out = cli_out(ctx, columns, 3);
    int result = 0;
    for (int i = 0; i < catalogue->dimensions.count && result == 0; i++) {
        const struct dimension *dimension = &catalogue->dimensions.items[i];
        struct db_value values[] = {db_text(dimension->name), db_text(dimension->zh),
                                    db_text(dimension->says)};
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

static int
list_metrics(struct ctx *ctx, struct catalogue *catalogue, const struct dimension *by,
             struct err *err)
{
    static const struct out_column columns[] = {
        {"metric", NULL, OUT_TEXT},    {"zh", NULL, OUT_TEXT},   {"unit", NULL, OUT_TEXT},
        {"direction", NULL, OUT_TEXT}, {"says", NULL, OUT_TEXT}, {"cuts", NULL, OUT_TEXT}};
    struct metrics all;
    if (catalogue_all(catalogue, &all, err) < 0)
        return -1;
    struct out *out = cli_out(ctx, columns, 6);
    int result = 0;
    for (int i = 0; i < all.count && result == 0; i++) {
        const struct metric *metric = all.items[i];
        if (by && !metric_fits(catalogue, metric, by))
            continue;
        struct db_value values[] = {db_text(metric->name),
                                    db_text(metric->zh),
                                    db_text(unit_word(metric->unit)),
                                    db_text(direction_word(metric->direction)),
                                    db_text(ctx->zh ? metric->means : metric->says),
                                    db_text(explain_cuts(catalogue, metric))};
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

int
cmd_list(struct ctx *ctx, void *data, struct err *err)
{
    const struct kpi_list_args *args = data;
    const struct dimension *by = NULL;
    struct catalogue catalogue;
    struct packs packs;
    if (open_catalogue(ctx, &packs, &catalogue, err) < 0)
        return -1;
    if (args->dimension && strcmp(args->dimension, "all") == 0)
        return list_dimensions(ctx, &catalogue, err);
    if (args->dimension && !(by = catalogue_dimension(&catalogue, args->dimension, err)))
        return err_wrap(err, "--dimension");
    return list_metrics(ctx, &catalogue, by, err);
}

/* ---- explain ---------------------------------------------------------------------------------------- */

int
cmd_explain(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {{"part", NULL, OUT_TEXT}, {"text", NULL, OUT_TEXT}};
    const struct explain_args *args = data;
    struct explained explained;
    struct catalogue catalogue;
    struct packs packs;
    if (open_catalogue(ctx, &packs, &catalogue, err) < 0)
        return -1;
    const struct metric *metric = catalogue_metric(&catalogue, args->metric, err);
    if (!metric)
        return -1;
    explain_metric(&catalogue, metric, ctx->zh, &explained);
    struct out *out = cli_out(ctx, columns, 2);
    int result = 0;
    for (int i = 0; i < explained.count && result == 0; i++) {
        struct db_value values[] = {db_text(explained.lines[i].part),
                                    db_text(explained.lines[i].text)};
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}
