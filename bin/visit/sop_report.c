/* How visits kept to the standard procedure, counted. */
#include <string.h>

#include "base/day.h"
#include "base/wilson.h"
#include "bin/visit/verbs.h"
#include "visit/sop.h"

int
sop_measure(struct ctx *ctx, struct sop_measure *measure, struct err *err)
{
    int64_t store = ctx->store_id > 0 ? ctx->store_id : 0;
    return cli_setting(ctx, "sop.target", store, &measure->target, err) < 0 ||
                   cli_setting(ctx, "sop.tolerance", store, &measure->tolerance, err) < 0 ||
                   cli_setting(ctx, "kpi.few", store, &measure->few, err) < 0
               ? -1
               : 0;
}

/* ---- cuts and figures ---------------------------------------------------------------------- */

static const char *const cut_names[SOP_CUTS] = {
    [SOP_BY_STORE] = "store", [SOP_BY_MONTH] = "month", [SOP_BY_PROJECT] = "project",
    [SOP_BY_STAFF] = "staff", [SOP_BY_STAGE] = "stage", [SOP_BY_ACTION] = "action",
    [SOP_BY_VISIT] = "visit",
};

/* "store,stage" as a set; the stages without any. */
static int
parse_cuts(const char *text, unsigned *cuts, struct err *err)
{
    *cuts = text ? 0 : 1u << SOP_BY_STAGE;
    for (const char *at = text; at && *at;) {
        size_t length = strcspn(at, ",");
        int cut = 0;
        while (cut < SOP_CUTS &&
               (strlen(cut_names[cut]) != length || strncmp(cut_names[cut], at, length) != 0))
            cut++;
        if (cut == SOP_CUTS)
            return err_set(err, ERR_USAGE,
                           _("--by: %.*s: must be store, month, project, staff, stage, action or "
                             "visit, or several with commas"),
                           (int)length, at);
        *cuts |= 1u << cut;
        at += length + (at[length] == ',');
    }
    return 0;
}

/* The columns of the cuts, with the words of stages and actions, and their number. */
static int
add_cuts(unsigned cuts, struct out_column *columns)
{
    int count = 0;
    for (int cut = 0; cut < SOP_CUTS; cut++)
        if (cuts & 1u << cut)
            columns[count++] = (struct out_column){cut_names[cut], NULL, OUT_TEXT};
    if (cuts & (1u << SOP_BY_STAGE | 1u << SOP_BY_ACTION))
        columns[count++] = (struct out_column){"zh", NULL, OUT_TEXT};
    return count;
}

static int
add_keys(const struct sop *sop, unsigned cuts, const struct sop_line *line, struct db_value *values)
{
    int count = 0;
    for (int cut = 0; cut < SOP_CUTS; cut++)
        if (cuts & 1u << cut)
            values[count++] = db_text(*line->keys[cut] ? line->keys[cut] : NULL);
    if (cuts & 1u << SOP_BY_ACTION)
        values[count++] = db_text(sop->actions[line->place[SOP_BY_ACTION]].zh);
    else if (cuts & 1u << SOP_BY_STAGE)
        values[count++] = db_text(sop->stages[line->place[SOP_BY_STAGE]].zh);
    return count;
}

static void
add_figures(const struct sop_line *line, const struct sop_measure *measure, struct db_value *values)
{
    int64_t due = sop_due(&line->tally), done = line->tally.done;
    struct interval interval = wilson_95(done, due);
    bool off;
    int64_t apart = sop_deviation(&line->tally, measure->target, measure->tolerance, &off);
    const struct db_value figures[] = {db_int(done),
                                       db_int(due), /* conformance */
                                       db_int(interval.low),
                                       db_int(interval.high),
                                       db_int(due < measure->few),
                                       db_int(line->tally.late),
                                       db_int(line->tally.missing),
                                       db_int(apart),
                                       db_int(off)};
    memcpy(values, figures, sizeof figures);
}

static int
print_report(struct ctx *ctx, const struct sop *sop, unsigned cuts, const struct sop_lines *lines,
             int64_t most, struct err *err)
{
    static const struct out_column figures[] = {
        {"conformance", NULL, OUT_RATIO},
        {"conformance_low", NULL, OUT_SHARE},
        {"conformance_high", NULL, OUT_SHARE},
        {"few", NULL, OUT_BOOL},
        {"late", NULL, OUT_INT},
        {"missing", NULL, OUT_INT},
        {"deviation", NULL, OUT_SHARE},
        {"off", NULL, OUT_BOOL},
    };
    enum { FIGURES = sizeof figures / sizeof *figures, MOST = SOP_CUTS + 1 + FIGURES };
    struct out_column columns[MOST];
    struct sop_measure measure;
    if (sop_measure(ctx, &measure, err) < 0)
        return -1;
    int count = add_cuts(cuts, columns), result = 0;
    memcpy(columns + count, figures, sizeof figures);
    struct out *out = cli_out(ctx, columns, count + FIGURES);
    for (int i = 0; i < lines->count && i < most && result == 0; i++) {
        struct db_value values[MOST + 1];
        add_figures(&lines->items[i], &measure,
                    values + add_keys(sop, cuts, &lines->items[i], values));
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

/* Without --from and --to: the month so far. */
static int
choose_window(const struct ctx *ctx, const struct sop_report_args *args, struct sop_window *window,
              struct err *err)
{
    int64_t today = zone_day(ctx->zone, ctx->as_of);
    *window = (struct sop_window){
        .store_id = ctx->store ? ctx->store_id : 0,
        .to = args->to == OPT_UNSET ? today + 1 : args->to,
        .as_of = ctx->as_of,
    };
    window->from = args->from == OPT_UNSET ? day_month_start(window->to - 1) : args->from;
    return window->from < window->to
               ? 0
               : err_set(err, ERR_USAGE,
                         _("--from: must be before --to, which is not part of the window"));
}

int
cmd_sop_report(struct ctx *ctx, void *data, struct err *err)
{
    const struct sop_report_args *args = data;
    int64_t most = args->worst == OPT_UNSET ? INT64_MAX : args->worst;
    unsigned cuts;
    const struct packs packs = {ctx->config, ctx->share};
    struct sop sop;
    struct sop_window window;
    struct sop_lines lines;
    if (most < 1)
        return err_set(err, ERR_USAGE, _("--worst: must be at least 1"));
    if (parse_cuts(args->by, &cuts, err) < 0 || choose_window(ctx, args, &window, err) < 0 ||
        sop_load(ctx->arena, &packs, &sop, err) < 0 ||
        sop_report(ctx->db, ctx->arena, &sop, &window, cuts, &lines, err) < 0)
        return -1;
    if (args->worst != OPT_UNSET)
        sop_worst(&lines);
    if (print_report(ctx, &sop, cuts, &lines, most, err) < 0)
        return -1;
    if (!lines.count)
        cli_say(ctx, _("no records in this window"));
    return ctx->exit_rows && lines.count > 0;
}
