/* The standard procedure: what it is, what was done of it, how visits and months went. */
#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "bin/visit/verbs.h"
#include "visit/sop.h"

static int
load(struct ctx *ctx, struct sop *sop, struct err *err)
{
    struct packs packs = {ctx->config, ctx->share};
    return sop_load(ctx->arena, &packs, sop, err);
}

/* The visit as a window of one. */
static int
find_visit(struct ctx *ctx, const char *code, struct sop_window *window, struct err *err)
{
    struct db_value values[2];
    struct db_stmt *stmt;
    if (cli_store_id(ctx, &window->store_id, err) < 0)
        return -1;
    values[0] = db_int(window->store_id);
    values[1] = db_text(code);
    int found = sql_first(ctx->db, &stmt, SQL_VISIT_SOP_VISIT, values, 2, err);
    if (found == 0)
        return err_set(err, ERR_DATA, _("%s %s: no such visit"), ctx->store, code);
    if (found < 0)
        return -1;
    window->visit_id = db_get_int(stmt, 0);
    window->from = db_get_int(stmt, 1);
    window->to = window->from + 1;
    window->now = ctx->as_of;
    db_finish(stmt);
    return 0;
}

/* ---- list ---------------------------------------------------------------------------------------- */

/* "10m" for 600 seconds. */
static const char *
duration(struct arena *arena, int64_t seconds)
{
    static const struct {
        int64_t seconds;
        char letter;
    } units[] = {{86400, 'd'}, {3600, 'h'}, {60, 'm'}};
    for (int i = 0; seconds > 0 && i < 3; i++)
        if (seconds % units[i].seconds == 0)
            return arena_printf(arena, "%lld%c", (long long)(seconds / units[i].seconds),
                                units[i].letter);
    return NULL;
}

static const char *
join_facts(struct arena *arena, const struct sop *sop, const struct sop_action *action)
{
    const char *text = NULL;
    for (int i = 0; i < action->when_count; i++)
        text = arena_printf(arena, "%s%s%s", text ? text : "", text ? " " : "",
                            sop->facts[action->when[i]]);
    return text;
}

static int
list_action(struct ctx *ctx, struct out *out, const struct sop *sop,
            const struct sop_action *action, struct err *err)
{
    const struct db_value values[] = {
        db_text(sop->stages[action->stage].name),
        db_text(action->id),
        db_text(ctx->zh ? action->zh : action->en),
        db_text(sop_role_name(action->role)),
        db_text(sop->facts[action->evidence]),
        db_text(join_facts(ctx->arena, sop, action)),
        db_text(sop->facts[action->after]),
        db_text(duration(ctx->arena, action->from)),
        db_text(duration(ctx->arena, action->within)),
        db_text(action->before == SOP_NO_FACT ? NULL : sop->facts[action->before]),
    };
    return out_row(out, values, err);
}

int
cmd_sop_list(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {
        {"stage", NULL, OUT_TEXT},    {"action", NULL, OUT_TEXT}, {"says", NULL, OUT_TEXT},
        {"role", NULL, OUT_TEXT},     {"evidence", NULL, OUT_TEXT}, {"when", NULL, OUT_TEXT},
        {"after", NULL, OUT_TEXT},    {"from", NULL, OUT_TEXT},   {"within", NULL, OUT_TEXT},
        {"before", NULL, OUT_TEXT},
    };
    struct sop sop;
    (void)data;
    if (load(ctx, &sop, err) < 0)
        return -1;
    struct out *out = cli_out(ctx, columns, 10);
    int result = 0;
    for (int i = 0; i < sop.count && result == 0; i++)
        result = list_action(ctx, out, &sop, &sop.actions[i], err);
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

/* ---- done ---------------------------------------------------------------------------------------- */

/* Only what the pack decides by such a row can be reported so. */
static int
check_action(const struct sop *sop, const char *id, struct err *err)
{
    const char *near;
    const struct sop_action *action = sop_find(sop, id, &near);
    if (!action)
        return err_set(err, ERR_DATA, _("%s: no such action%s%s; list them with: medi-visit sop list"),
                       id, near ? _("; did you mean ") : "", near ? near : "");
    const char *evidence = sop->facts[action->evidence];
    return str_starts(evidence, "done:")
               ? 0
               : err_set(err, ERR_DATA,
                         _("%s: is seen by its record (%s), and is not reported by hand"), id,
                         evidence);
}

static int
put_done(struct ctx *ctx, const struct sop_done_args *args, const char *action, int64_t at,
         const char *staff, struct err *err)
{
    struct cli_record record;
    cli_record_init(&record, "sop_dones", PUT_ADD);
    cli_give(&record, "visit", args->visit);
    cli_give(&record, "action", action);
    cli_give_moment(ctx, &record, "at", at);
    cli_give(&record, "staff", staff);
    cli_give(&record, "proof", args->proof);
    return cli_put(ctx, &record, err);
}

int
cmd_sop_done(struct ctx *ctx, void *data, struct err *err)
{
    const struct sop_done_args *args = data;
    int64_t at = args->at == OPT_UNSET ? ctx->now : args->at;
    struct sop sop;
    struct sop_window window;
    if (load(ctx, &sop, err) < 0 || find_visit(ctx, args->visit, &window, err) < 0)
        return -1;
    if (at > ctx->now)
        return err_set(err, ERR_DATA, _("--at: lies in the future"));
    if (zone_day(ctx->zone, at) < window.from)
        return err_set(err, ERR_DATA, _("--at: lies before the visit"));
    for (int i = 0; i < args->actions.count; i++)
        if (check_action(&sop, args->actions.items[i], err) < 0 ||
            put_done(ctx, args, args->actions.items[i], at, args->staff, err) < 0)
            return -1;
    return 0;
}

/* ---- show ---------------------------------------------------------------------------------------- */

struct showing {
    struct ctx *ctx;
    const struct sop *sop;
    struct out *out;
    bool all;
    int64_t open; /* actions that are missing */
};

static int
show_visit(void *context, const struct sop_visit *visit, struct err *err)
{
    struct showing *showing = context;
    const struct ctx *ctx = showing->ctx;
    for (int i = 0; i < showing->sop->count; i++) {
        const struct sop_action *action = &showing->sop->actions[i];
        struct sop_judged judged;
        sop_judge(action, visit, ctx->as_of, &judged);
        if (judged.state == SOP_NONE && !showing->all)
            continue;
        showing->open += judged.state == SOP_MISSING;
        bool seen = judged.state == SOP_DONE || judged.state == SOP_LATE;
        const struct db_value values[] = {
            db_text(showing->sop->stages[action->stage].name),
            db_text(action->id),
            db_text(ctx->zh ? action->zh : action->en),
            db_text(sop_role_name(action->role)),
            db_text(sop_state_name(judged.state)),
            seen ? db_int(judged.at) : db_null(),
            judged.has_limit ? db_int(judged.limit) : db_null(),
            db_text(judged.state == SOP_NONE ? NULL : judged.staff),
        };
        if (out_row(showing->out, values, err) < 0)
            return -1;
    }
    return 0;
}

int
cmd_sop_show(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {
        {"stage", NULL, OUT_TEXT}, {"action", NULL, OUT_TEXT}, {"says", NULL, OUT_TEXT},
        {"role", NULL, OUT_TEXT},  {"state", NULL, OUT_TEXT},  {"at", NULL, OUT_MOMENT},
        {"limit", NULL, OUT_MOMENT}, {"staff", NULL, OUT_TEXT},
    };
    const struct sop_show_args *args = data;
    struct sop sop;
    struct sop_window window = {0};
    if (load(ctx, &sop, err) < 0 || find_visit(ctx, args->visit, &window, err) < 0)
        return -1;
    struct showing showing = {.ctx = ctx, .sop = &sop, .all = args->all};
    showing.out = cli_out(ctx, columns, 8);
    int result = sop_visits(ctx->db, &sop, &window, show_visit, &showing, err);
    if (result == 0)
        result = out_end(showing.out, err);
    out_free(showing.out);
    return result < 0 ? -1 : showing.open > 0;
}

/* ---- report -------------------------------------------------------------------------------------- */

static const char *const cuts[] = {
    [SOP_BY_ACTION] = "action",   [SOP_BY_STAGE] = "stage", [SOP_BY_STORE] = "store",
    [SOP_BY_PROJECT] = "project", [SOP_BY_STAFF] = "staff",
};

static enum sop_by
cut_of(const char *word)
{
    enum sop_by by = SOP_BY_ACTION;
    while (word && strcmp(cuts[by], word) != 0)
        by++;
    return by;
}

/* What the key of an action or a stage says. */
static const char *
says_of(const struct ctx *ctx, const struct sop *sop, enum sop_by by, const char *key)
{
    for (int i = 0; by == SOP_BY_ACTION && i < sop->count; i++)
        if (strcmp(sop->actions[i].id, key) == 0)
            return ctx->zh ? sop->actions[i].zh : sop->actions[i].en;
    for (int i = 0; by == SOP_BY_STAGE && i < sop->stage_count; i++)
        if (strcmp(sop->stages[i].name, key) == 0)
            return ctx->zh ? sop->stages[i].zh : sop->stages[i].en;
    return NULL;
}

static int
print_report(struct ctx *ctx, const struct sop *sop, enum sop_by by, struct sop_line **lines,
             int count, struct err *err)
{
    const struct out_column columns[] = {
        {cuts[by], NULL, OUT_TEXT}, {"says", NULL, OUT_TEXT}, {"due", NULL, OUT_INT},
        {"done", NULL, OUT_INT},    {"late", NULL, OUT_INT},  {"missing", NULL, OUT_INT},
        {"conformance", NULL, OUT_RATIO}, {"deviates", NULL, OUT_BOOL},
    };
    struct out *out = cli_out(ctx, columns, 8);
    int result = 0;
    for (int i = 0; i < count && result == 0; i++) {
        const struct sop_line *line = lines[i];
        const struct db_value values[] = {
            db_text(*line->key ? line->key : NULL), db_text(says_of(ctx, sop, by, line->key)),
            db_int(line->due),     db_int(line->done), db_int(line->late),
            db_int(line->missing), db_int(line->done), db_int(line->due),
            db_int(sop_deviates(sop, line)),
        };
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

/* Without --from and --to: this month, up to today. */
static int
choose_window(const struct ctx *ctx, const struct sop_report_args *args,
              struct sop_window *window, struct err *err)
{
    int64_t today = zone_day(ctx->zone, ctx->as_of);
    *window = (struct sop_window){
        .store_id = ctx->store ? ctx->store_id : 0,
        .from = args->from == OPT_UNSET ? day_month_start(today) : args->from,
        .to = args->to == OPT_UNSET ? today + 1 : args->to,
        .now = ctx->as_of,
    };
    return window->from < window->to
               ? 0
               : err_set(err, ERR_USAGE,
                         _("--from: must be before --to, which is not part of the window"));
}

int
cmd_sop_report(struct ctx *ctx, void *data, struct err *err)
{
    const struct sop_report_args *args = data;
    enum sop_by by = cut_of(args->by);
    struct sop sop;
    struct sop_window window;
    struct sop_line **lines;
    int count;
    if (choose_window(ctx, args, &window, err) < 0 || load(ctx, &sop, err) < 0 ||
        sop_report(ctx->db, ctx->arena, &sop, &window, by, args->staff, &lines, &count, err) < 0 ||
        print_report(ctx, &sop, by, lines, count, err) < 0)
        return -1;
    return ctx->exit_rows && count > 0;
}
