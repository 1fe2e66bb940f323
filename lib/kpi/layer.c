#include "kpi/layer.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "db/sql.h"
#include "kpi/layer_private.h"
#include "setting/setting.h"

/* ---- opening ---------------------------------------------------------------------------------------- */

int
kpi_layer_open(struct kpi_layer *layer, struct db *db, struct arena *arena,
               const struct packs *packs, int64_t store_id, struct err *err)
{
    *layer = (struct kpi_layer){.db = db, .arena = arena, .packs = packs, .store_id = store_id};
    layer->shelf = (struct lens_library){
        .db = db, .arena = arena, .catalogue = &layer->catalogue, .now_day = -1};
    return catalogue_open(&layer->catalogue, arena, packs, err);
}

static const struct setting *
find_setting(struct kpi_layer *layer, const char *name, struct err *err)
{
    if (!layer->settings) {
        struct settings *all = arena_alloc(layer->arena, sizeof *all);
        if (settings_load(layer->arena, layer->packs, all, err) < 0)
            return NULL;
        layer->settings = all;
    }
    return setting_find(layer->settings, name, err);
}

int
kpi_setting(struct kpi_layer *layer, const char *name, int64_t *value, struct err *err)
{
    const struct setting *setting = find_setting(layer, name, err);
    return setting ? setting_int(layer->db, layer->arena, setting, layer->store_id, value, err)
                   : -1;
}

/* "P1, P2" as ",P1,P2,". */
int
layer_codes(struct kpi_layer *layer, const char *name, const char **value, struct err *err)
{
    const struct setting *setting = find_setting(layer, name, err);
    const char *text, *where;
    if (!setting ||
        setting_value(layer->db, layer->arena, setting, layer->store_id, &text, &where, err) < 0)
        return -1;
    char *list = arena_printf(layer->arena, ",%s%s", text, *text ? "," : ""), *to = list;
    for (const char *at = list; *at; at++)
        if (*at != ' ')
            *to++ = *at;
    *to = '\0';
    *value = list;
    return 0;
}

/* ---- what is asked ---------------------------------------------------------------------------------- */

static int
cannot_cut(const struct kpi_layer *layer, const struct metric *metric,
           const struct dimension *dimension, struct err *err)
{
    struct str all = STR_INIT;
    const struct dimensions *dimensions = &layer->catalogue.dimensions;
    for (int i = 0; i < dimensions->count; i++)
        if (metric_fits(&layer->catalogue, metric, &dimensions->items[i]))
            str_addf(&all, "%s%s", all.length ? ", " : "", dimensions->items[i].name);
    err_set(err, ERR_USAGE, _("%s: cannot be cut so: it knows no %s; it can be cut by %s"),
            metric->name, dimension->name, all.text);
    str_release(&all);
    return -1;
}

static int
by_place(const void *a, const void *b)
{
    const struct dimension *const *one = a, *const *other = b;
    return (*one)->place - (*other)->place;
}

static int
read_cuts(struct kpi_layer *layer, const char *by, struct kpi_answer *answer, struct err *err)
{
    for (const char *at = by; at && *at;) {
        size_t length = strcspn(at, ",");
        const char *name = arena_strndup(layer->arena, at, length);
        const struct dimension *dimension = catalogue_dimension(&layer->catalogue, name, err);
        if (!dimension)
            return err_wrap(err, "--by");
        for (int i = 0; i < answer->cut_count; i++)
            if (answer->cuts[i] == dimension)
                return err_set(err, ERR_USAGE, _("--by: %s: is there twice"), name);
        if (answer->cut_count == CUTS)
            return err_set(err, ERR_USAGE, _("--by: at most %d"), CUTS);
        answer->cuts[answer->cut_count++] = dimension;
        at += length + (at[length] == ',');
        if (at > by && at[-1] == ',' && !*at)
            return err_set(err, ERR_USAGE, _("--by: a name is missing behind the last comma"));
    }
    qsort(answer->cuts, (size_t)answer->cut_count, sizeof answer->cuts[0], by_place);
    return 0;
}

static int
read_ask(struct kpi_layer *layer, const struct kpi_ask *ask, struct kpi_answer *answer,
         struct err *err)
{
    const struct dimension *staff =
        ask->staff ? catalogue_dimension(&layer->catalogue, "staff", err) : NULL;
    *answer = (struct kpi_answer){.metric_count = ask->metric_count};
    for (int i = 0; i < ask->metric_count; i++)
        if (!(answer->metrics[i] = catalogue_metric(&layer->catalogue, ask->metrics[i], err)))
            return -1;
    if (read_cuts(layer, ask->by, answer, err) < 0 || (ask->staff && !staff))
        return -1;
    for (int i = 0; i < ask->metric_count; i++) {
        for (int k = 0; k < answer->cut_count; k++)
            if (!metric_fits(&layer->catalogue, answer->metrics[i], answer->cuts[k]))
                return cannot_cut(layer, answer->metrics[i], answer->cuts[k], err);
        if (staff && !metric_fits(&layer->catalogue, answer->metrics[i], staff))
            return cannot_cut(layer, answer->metrics[i], staff, err);
    }
    return ask->from < ask->to
               ? 0
               : err_set(err, ERR_USAGE,
                         _("--from: must be before --to, which is not part of the window"));
}

/* ---- windows ---------------------------------------------------------------------------------------- */

/* The finest period that is cut by; TAKE_OF: none. */
static enum take
finest(const struct kpi_answer *answer)
{
    enum take take = TAKE_OF;
    for (int i = 0; i < answer->cut_count; i++)
        if (is_period(answer->cuts[i]->take) && (take == TAKE_OF || answer->cuts[i]->take < take))
            take = answer->cuts[i]->take;
    return take;
}

static void
make_periods(struct question *question, enum take take)
{
    struct window window = question->window;
    int room = 0;
    if (take == TAKE_OF) {
        question->periods = &question->window;
        question->period_count = 1;
        return;
    }
    for (int64_t at = window.from; at < window.to;) {
        int64_t next = period_start(take, period_of(take, at) + 1);
        question->periods = arena_more(question->arena, question->periods, question->period_count,
                                       &room, sizeof *question->periods);
        question->periods[question->period_count++] =
            (struct window){at, next < window.to ? next : window.to};
        at = next;
    }
}

/* ---- jobs ------------------------------------------------------------------------------------------- */

struct asked { /* a measure, and the number of its sum */
    const struct measure *measure;
    const struct metric *metric;
    int64_t days;
};

struct run {
    struct kpi_layer *layer;
    const struct kpi_ask *ask;
    struct kpi_answer *answer;
    struct question question;
    struct asked asked[KPI_METRICS * METRIC_MEASURES];
    int asked_count;
    int sums[KPI_METRICS][METRIC_MEASURES]; /* by metric and its measures, in order */
    struct job *jobs;
    int job_count;
};

static int
days_of(struct run *run, const struct metric *metric, int64_t *days, struct err *err)
{
    *days = metric->days;
    if (!metric->days_setting)
        return 0;
    *days = run->ask->days;
    return *days >= 0 ? 0 : kpi_setting(run->layer, metric->days_setting, days, err);
}

static bool
same_staff(const struct metric *one, const struct metric *other)
{
    return one->staff == other->staff ||
           (one->staff && other->staff && strcmp(one->staff, other->staff) == 0);
}

static int
collect(struct run *run, struct err *err)
{
    for (int m = 0; m < run->answer->metric_count; m++) {
        const struct metric *metric = run->answer->metrics[m];
        const struct measure *measures[METRIC_MEASURES];
        int count = metric_measures(metric, measures);
        int64_t days;
        if (days_of(run, metric, &days, err) < 0)
            return -1;
        for (int i = 0; i < count; i++) {
            int n = 0;
            while (n < run->asked_count &&
                   (run->asked[n].measure != measures[i] || run->asked[n].days != days ||
                    !same_staff(run->asked[n].metric, metric)))
                n++;
            if (n == run->asked_count)
                run->asked[run->asked_count++] = (struct asked){measures[i], metric, days};
            run->sums[m][i] = n;
        }
    }
    return 0;
}

/* How many clients there are, if some measure counts them. */
static int
find_most(struct run *run, struct err *err)
{
    struct db_stmt *stmt;
    bool wanted = false;
    for (int n = 0; n < run->asked_count; n++)
        wanted |= run->asked[n].measure->kind == MEASURE_DISTINCT;
    if (!wanted || !run->layer->db)
        return 0;
    int found = sql_first(run->layer->db, &stmt, SQL_KPI_MOST_CLIENT, NULL, 0, err);
    if (found == 1) {
        run->question.most_client = db_get_int(stmt, 0);
        db_finish(stmt);
    }
    return found < 0 ? -1 : 0;
}

static int
plan(struct run *run, struct err *err)
{
    run->jobs = arena_array(run->question.arena, (size_t)run->asked_count + 1, sizeof *run->jobs);
    for (int n = 0; n < run->asked_count; n++) {
        const struct asked *asked = &run->asked[n];
        int j = 0;
        if (!asked->measure->fact)
            continue;
        while (j < run->job_count &&
               !job_takes(&run->jobs[j], asked->metric, asked->measure, asked->days))
            j++;
        struct job *job = &run->jobs[j];
        if (j == run->job_count) {
            run->job_count++;
            if (job_begin(job, &run->question, asked->metric, asked->measure, asked->days, err) < 0)
                return -1;
        }
        if (job_add(job, asked->measure, asked->days, n, err) < 0)
            return -1;
    }
    return 0;
}

static int
scan_facts(void *context, const struct fact_scan *scan, fact_block_fn *block, void *to,
           struct err *err)
{
    const struct kpi_layer *layer = context;
    return fact_scan(layer->db, layer->arena, scan, block, to, err);
}

static int
run_jobs(struct run *run, struct err *err)
{
    struct kpi_layer *layer = run->layer;
    const struct job_source source = {.context = layer->scan ? layer->scan_context : layer,
                                      .scan = layer->scan ? layer->scan : scan_facts,
                                      .rollups = !layer->facts_only && !layer->scan,
                                      .db = layer->db};
    for (int j = 0; j < run->job_count; j++)
        if (job_run(&run->jobs[j], &source, err) < 0)
            return -1;
    for (int n = 0; n < run->asked_count; n++) {
        const struct asked *asked = &run->asked[n];
        if (!asked->measure->fact &&
            layer_told(layer, run->ask, &run->question, asked->measure, n, err) < 0)
            return -1;
    }
    return 0;
}

/* ---- one window ------------------------------------------------------------------------------------- */

static int64_t
sum_terms(const int64_t *sums, const int *numbers, const struct term *terms, int count)
{
    int64_t sum = 0;
    for (int i = 0; i < count; i++)
        sum += terms[i].sign * sums[numbers[i]];
    return sum;
}

static void
make_figure(const struct metric *metric, const int *numbers, const int64_t *sums, int64_t few,
            struct kpi_figure *figure)
{
    int above = metric->numerator_count, below = metric->denominator_count;
    figure->numerator = sum_terms(sums, numbers, metric->numerator, above);
    figure->denominator = below ? sum_terms(sums, numbers + above, metric->denominator, below) : 1;
    for (int i = 0; i < metric->also_count; i++)
        figure->also[i] = sums[numbers[above + below + i]];
    figure->few = below && figure->denominator < few;
    if ((metric->unit == UNIT_SHARE || metric->scale != 1) &&
        metric->also_count) /* of points, money and days the cases are counted apart */
        figure->few = figure->also[0] < few;
}

/* The figures of the groups that have any. */
static int
make_rows(struct run *run, struct err *err)
{
    struct kpi_answer *answer = run->answer;
    const struct groups *groups = &run->question.groups;
    struct arena *arena = run->layer->arena;
    int64_t few = 0;
    for (int m = 0; m < answer->metric_count && !few; m++)
        if (answer->metrics[m]->denominator_count && run->layer->db &&
            kpi_setting(run->layer, "kpi.few", &few, err) < 0)
            return -1;
    answer->rows = arena_array(arena, (size_t)groups->count + 1, sizeof *answer->rows);
    for (int g = 0; g < groups->count; g++) {
        const int64_t *sums = groups_sum(groups, g);
        bool any = false;
        for (int i = 0; i < run->asked_count; i++)
            any |= sums[i] != 0;
        if (!any)
            continue;
        struct kpi_figure *figures = arena_array(arena, KPI_METRICS, sizeof *figures);
        int64_t *keys = arena_array(arena, CUTS, sizeof *keys);
        memcpy(keys, groups_key(groups, g), (size_t)groups->width * sizeof *keys);
        for (int m = 0; m < answer->metric_count; m++)
            make_figure(answer->metrics[m], run->sums[m], sums, few, &figures[m]);
        answer->rows[answer->count++] = (struct kpi_row){.keys = keys, .figures = figures};
    }
    return 0;
}

static void
say_ways(struct run *run)
{
    for (int m = 0; m < run->answer->metric_count; m++) {
        const struct measure *measures[METRIC_MEASURES];
        int count = metric_measures(run->answer->metrics[m], measures);
        run->answer->way[m] = N_("statement");
        for (int j = 0; j < run->job_count; j++)
            for (int u = 0; u < run->jobs[j].use_count; u++)
                for (int i = 0; i < count; i++)
                    if (run->jobs[j].uses[u].measure == measures[i])
                        run->answer->way[m] = run->jobs[j].way;
    }
}

int
layer_run(struct kpi_layer *layer, const struct kpi_ask *ask, struct kpi_answer *answer,
          const struct lens **lenses, struct err *err)
{
    struct run run = {.layer = layer, .ask = ask, .answer = answer};
    struct question *question = &run.question;
    *question = (struct question){.arena = layer->arena,
                                  .shelf = &layer->shelf,
                                  .cut_count = answer->cut_count,
                                  .where = ask->where,
                                  .staff = ask->staff,
                                  .store_id = ask->store_id,
                                  .window = {ask->from, ask->to},
                                  .today = ask->today};
    memcpy(question->cuts, answer->cuts, sizeof question->cuts);
    make_periods(question, finest(answer));
    int result = collect(&run, err);
    groups_init(&question->groups, answer->cut_count, run.asked_count);
    if (result == 0)
        result = find_most(&run, err) < 0 || plan(&run, err) < 0 || run_jobs(&run, err) < 0 ||
                         make_rows(&run, err) < 0
                     ? -1
                     : 0;
    if (result == 0)
        say_ways(&run);
    if (result == 0 && run.job_count) {
        struct lens *kept = arena_array(layer->arena, CUTS, sizeof *kept);
        memcpy(kept, run.jobs[0].cuts, CUTS * sizeof *kept);
        *lenses = kept;
    }
    for (int j = 0; j < run.job_count; j++)
        job_release(&run.jobs[j]);
    groups_release(&question->groups);
    return result;
}

int
layer_read(struct kpi_layer *layer, const struct kpi_ask *ask, struct kpi_answer *answer,
           struct err *err)
{
    return read_ask(layer, ask, answer, err);
}

enum take
layer_finest(const struct kpi_answer *answer)
{
    return finest(answer);
}
