/* medi-roster plan: a roster is made, kept as a draft, and said how good it is and what it lacks. */
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

#include "bin/roster/plan.h"
#include "cli/progress.h"

enum { SECONDS = 30, SECONDS_MOST = 86400, THREADS_MOST = 2 };

/* ---- what is asked --------------------------------------------------------------------------- */

int
planning_store(struct ctx *ctx, int64_t *store_id, struct err *err)
{
    *store_id = 0;
    return ctx->store ? cli_store_id(ctx, store_id, err) : 0;
}

static int
find_days(struct planning *planning, const struct plan_args *args, bool found, struct err *err)
{
    struct rota_roster *roster = &planning->roster;
    if (args->month != OPT_UNSET && args->from != OPT_UNSET)
        return err_set(err, ERR_USAGE, _("--month and --from: one of them"));
    if (args->month != OPT_UNSET) {
        roster->from_on = day_month_start(args->month);
        roster->to_on = day_add_months(roster->from_on, 1);
    } else if (args->from != OPT_UNSET) {
        if (args->days < 1 || args->days > ROTA_DAYS_MOST)
            return err_set(err, ERR_USAGE, _("--days: from 1 to %d"), ROTA_DAYS_MOST);
        roster->from_on = args->from;
        roster->to_on = args->from + args->days;
    } else if (!found) {
        return err_set(err, ERR_USAGE, _("--month or --from and --days: which days are planned?"));
    }
    return 0;
}

static int
find_roster(struct planning *planning, const struct plan_args *args, bool made, struct err *err)
{
    struct ctx *ctx = planning->ctx;
    const char *code = args->roster;
    char month[16];
    if (!code && args->month != OPT_UNSET) {
        day_format(args->month, month);
        code = arena_strndup(ctx->arena, month, 7);
    }
    if (!code && args->from != OPT_UNSET) {
        day_format(args->from, month);
        code = arena_strdup(ctx->arena, month);
    }
    if (!code)
        return err_set(err, ERR_USAGE, _("ROSTER or --month: which roster?"));
    int found = rota_roster_get(ctx->db, ctx->arena, planning->facts.store_id, code,
                                &planning->roster, err);
    if (found < 0)
        return -1;
    if (!found && made)
        return err_set(err, ERR_DATA, _("%s: no such roster; medi-roster roster list"), code);
    if (!found)
        planning->roster = (struct rota_roster){.store_id = planning->facts.store_id, .code = code};
    return find_days(planning, args, found, err);
}

static int
read_options(struct planning *planning, const struct plan_args *args, struct err *err)
{
    struct roster_options *options = &planning->options;
    *options = (struct roster_options){.seconds = SECONDS, .seed = 1, .threads = THREADS_MOST};
    if (args->seconds != OPT_UNSET && (args->seconds < 1 || args->seconds > SECONDS_MOST))
        return err_set(err, ERR_USAGE, _("--seconds: from 1 to %d"), SECONDS_MOST);
    if (args->threads != OPT_UNSET && (args->threads < 1 || args->threads > THREADS_MOST))
        return err_set(err, ERR_USAGE, _("--threads: from 1 to %d"), THREADS_MOST);
    if ((args->seed != OPT_UNSET && args->seed < 0) ||
        (args->iterations != OPT_UNSET && args->iterations < 1))
        return err_set(err, ERR_USAGE, _("--seed and --iterations: whole numbers above nought"));
    if (args->seconds != OPT_UNSET)
        options->seconds = (double)args->seconds;
    if (args->iterations != OPT_UNSET) {
        options->iterations = args->iterations;
        options->threads = 1;
        options->seconds = args->seconds != OPT_UNSET ? options->seconds : 0;
    }
    if (args->seed != OPT_UNSET)
        options->seed = (uint64_t)args->seed;
    if (args->threads != OPT_UNSET)
        options->threads = (int)args->threads;
    return 0;
}

int
planning_begin(struct planning *planning, struct ctx *ctx, const struct plan_args *args, bool made,
               struct err *err)
{
    const struct packs packs = {ctx->config, ctx->share};
    *planning = (struct planning){.ctx = ctx};
    if (planning_store(ctx, &planning->facts.store_id, err) < 0 ||
        rota_rules_load(ctx->arena, &packs, &planning->rules, err) < 0 ||
        find_roster(planning, args, made, err) < 0 || read_options(planning, args, err) < 0)
        return -1;
    planning->facts = (struct rota_facts){.db = ctx->db,
                                          .arena = ctx->arena,
                                          .rules = &planning->rules,
                                          .store_id = planning->facts.store_id,
                                          .from_on = planning->roster.from_on,
                                          .to_on = planning->roster.to_on,
                                          .fixed_on = zone_day(ctx->zone, ctx->now)};
    planning->model = (struct rota_model){.facts = &planning->facts, .arena = ctx->arena};
    return rota_facts_load(&planning->facts, err);
}

/* ---- planning -------------------------------------------------------------------------------- */

static atomic_bool enough;

static void
end_it(int number)
{
    (void)number;
    atomic_store(&enough, true);
}

static void
show_progress(void *context, const struct roster_progress *progress)
{
    (void)context;
    fprintf(stderr, "\r\033[K%.1f s  objective %lld", progress->seconds,
            (long long)progress->objective);
    if (progress->bound >= 0)
        fprintf(stderr, "  bound %lld  gap %.2f %%", (long long)progress->bound,
                progress->objective > 0 ? 100.0 * (double)(progress->objective - progress->bound) /
                                              (double)progress->objective
                                        : 0);
    fflush(stderr);
}

int
planning_read(struct planning *planning, struct err *err)
{
    struct ctx *ctx = planning->ctx;
    struct rota_cell *cells;
    planning->model.cell_count = rota_cells_read(ctx->db, ctx->arena, planning->roster.store_id,
                                                 planning->roster.id, &cells, err);
    planning->model.cells = cells;
    if (planning->model.cell_count < 0)
        return -1;
    rota_facts_keep(&planning->facts, cells, planning->model.cell_count);
    return 0;
}

/* Makes the model, then calls for the roster: what is asked of the engine ends at an interrupt. */
int
planning_run(struct planning *planning, planning_work *work, void *context, struct err *err)
{
    const struct sigaction end = {.sa_handler = end_it, .sa_flags = SA_RESETHAND};
    struct sigaction before[2];
    bool draws = planning->ctx->progress->draws;
    sigaction(SIGINT, &end, &before[0]);
    sigaction(SIGTERM, &end, &before[1]);
    planning->options.stop = &enough;
    planning->options.progress = draws ? show_progress : NULL;
    int result = rota_model_make(&planning->model, err);
    if (result == 0)
        result = work(planning, context, err);
    if (draws)
        fputs("\r\033[K", stderr);
    sigaction(SIGINT, &before[0], NULL);
    sigaction(SIGTERM, &before[1], NULL);
    if (result == 0 && atomic_load(&enough))
        cli_say(planning->ctx, _("interrupted: the best roster so far is kept"));
    return result;
}

/* ---- what came of it ------------------------------------------------------------------------- */

static void
say_notes(const struct planning *planning)
{
    const struct rota_model *model = &planning->model;
    char day[16] = "";
    for (int i = 0; i < model->note_count; i++) {
        const struct rota_note *note = &model->notes[i];
        if (note->day != INT64_MIN)
            day_format(note->day, day);
        cli_say(planning->ctx, "%s%s%s: %s", note->about, note->day != INT64_MIN ? " " : "",
                note->day != INT64_MIN ? day : "", note->words);
    }
}

static const char *
short_words(const struct planning *planning, const struct rota_short *lack)
{
    char day[16];
    day_format(lack->day, day);
    return arena_printf(planning->ctx->arena, "%s %s %s%s%s %02d:%02d-%02d:%02d", lack->store->code,
                        day, lack->named ? lack->named : lack->part->role->name,
                        lack->skill ? "/" : "", lack->skill ? lack->skill : "", lack->from / 60,
                        lack->from % 60, lack->to / 60, lack->to % 60);
}

const char *
planning_stores(const struct planning *planning, const struct rota_part *part)
{
    const char *words = "";
    for (int i = 0; i < part->store_count; i++)
        words = arena_printf(planning->ctx->arena, "%s%s%s", words, i ? " " : "",
                             part->stores[i]->code);
    return words;
}

static int64_t
short_of(const struct planning *planning, const struct rota_part *part)
{
    int64_t minutes = 0;
    for (int i = 0; i < planning->draft.short_count; i++) {
        const struct rota_short *lack = &planning->draft.shorts[i];
        if (lack->part == part)
            minutes += (int64_t)(lack->wanted - lack->there) * (lack->to - lack->from);
    }
    return minutes;
}

static int
print_parts(const struct planning *planning, struct err *err)
{
    static const struct out_column columns[] = {
        {"role", NULL, OUT_TEXT},           {"stores", NULL, OUT_TEXT}, {"people", NULL, OUT_INT},
        {"objective", NULL, OUT_INT},       {"bound", NULL, OUT_INT},   {"gap", NULL, OUT_RATIO},
        {"short_hours", NULL, OUT_DECIMAL},
    };
    const struct rota_model *model = &planning->model;
    struct out *out = cli_out(planning->ctx, columns, 7);
    int result = 0;
    for (int i = 0; i < model->count && result == 0; i++) {
        const struct roster_result *made = &planning->draft.made[i];
        const struct rota_part *part = &model->parts[i];
        int64_t bound = made->bound > 0 ? made->bound : 0;
        const struct db_value values[] = {db_text(part->role->name),
                                          db_text(planning_stores(planning, part)),
                                          db_int(part->problem.people),
                                          db_int(made->objective),
                                          db_int(bound),
                                          db_int(made->objective - bound),
                                          db_int(made->objective > 0 ? made->objective : 1),
                                          db_int(short_of(planning, part) * 1000000 / 60)};
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

static void
say_shorts(const struct planning *planning)
{
    const struct rota_draft *draft = &planning->draft;
    for (int i = 0; i < draft->short_count; i++)
        cli_say(planning->ctx, _("%s: %d wanted, %d there"),
                short_words(planning, &draft->shorts[i]), draft->shorts[i].wanted,
                draft->shorts[i].there);
    if (draft->short_count)
        cli_say(planning->ctx, _("something is missing; medi-roster explain %s says why"),
                planning->roster.code);
}

static int
keep(struct ctx *ctx, void *context, struct err *err)
{
    const struct planning *planning = context;
    const struct rota_roster *roster = &planning->roster;
    if (rota_draft_keep(&planning->draft, roster, ctx->now, (int64_t)planning->options.seed, err) <
        0)
        return -1;
    return cli_log(ctx, roster->store_id, arena_printf(ctx->arena, "roster %s", roster->code),
                   planning->detail ? planning->detail : "planned", err);
}

int
planning_keep(struct planning *planning, struct err *err)
{
    return cli_transaction(planning->ctx, planning->roster.store_id, keep, planning, err);
}

int
planning_say(const struct planning *planning)
{
    say_notes(planning);
    say_shorts(planning);
    return planning->draft.short_count || planning->model.note_count ? EXIT_NO : 0;
}

/* ---- plan ------------------------------------------------------------------------------------ */

static int
make(struct planning *planning, void *context, struct err *err)
{
    (void)context;
    return rota_draft_make(&planning->draft, &planning->model, &planning->options, err);
}

int
cmd_plan(struct ctx *ctx, void *data, struct err *err)
{
    struct planning planning;
    if (planning_begin(&planning, ctx, data, false, err) < 0)
        return -1;
    if (planning.roster.id && strcmp(planning.roster.state, "draft") != 0)
        return err_set(err, ERR_DATA,
                       _("%s: is published and stays as it is; medi-roster adjust makes another"),
                       planning.roster.code);
    if ((planning.roster.id && planning_read(&planning, err) < 0) ||
        planning_run(&planning, make, NULL, err) < 0)
        return -1;
    if (planning_keep(&planning, err) < 0 || print_parts(&planning, err) < 0)
        return -1;
    return planning_say(&planning);
}
