#include "kpi/job.h"

#include <string.h>

#include "kpi/job_people.h"
#include "kpi/scratch_rows.h"

/* ---- which measures go together --------------------------------------------------------------------- */

static enum job_kind
kind_of(const struct measure *measure)
{
    if (measure->trailing)
        return JOB_TRAILING;
    if (measure->since)
        return JOB_SINCE;
    if (measure->kind >= MEASURE_BASE && measure->kind <= MEASURE_SECOND)
        return JOB_PEOPLE;
    return measure->kind == MEASURE_LATEST ? JOB_LATEST : JOB_PLAIN;
}

static bool
same_text(const char *one, const char *other)
{
    return one == other || (one && other && strcmp(one, other) == 0);
}

static enum people_way
way_of(const struct measure *measure)
{
    return measure->kind == MEASURE_SECOND                                   ? PEOPLE_SECOND
           : measure->kind == MEASURE_STAY || measure->kind == MEASURE_AGAIN ? PEOPLE_STAYED
                                                                             : PEOPLE_RETURNED;
}

static int64_t
days_from(int64_t own, int64_t metric)
{
    return own == DAYS_OF_METRIC ? metric : own;
}

bool
job_takes(const struct job *job, const struct metric *metric, const struct measure *measure,
          int64_t days)
{
    const struct measure *first = job->uses[0].measure;
    if (job->fact != measure->fact || job->kind != kind_of(measure) || job->use_count == JOB_USES ||
        !same_text(job->metric->staff, metric->staff))
        return false;
    if (job->days != days_from(measure->days, days) ||
        job->later != days_from(measure->later, days))
        return false;
    if (job->kind == JOB_PEOPLE) /* who come again by another mark are read again */
        return same_text(first->where, measure->where) && way_of(first) == way_of(measure) &&
               way_of(first) != PEOPLE_SECOND;
    return job->within == measure->within && same_text(first->since, measure->since);
}

/* ---- words of expressions --------------------------------------------------------------------------- */

struct words_of {
    struct job *job;
    bool dimensions; /* names are dimensions first */
    int64_t days;
    struct err *err;
};

static int
add_column(struct job *job, int column, struct err *err)
{
    for (int i = 0; i < job->column_count; i++)
        if (job->columns[i] == column)
            return column;
    if (job->column_count == 16)
        return err_set(err, ERR_USAGE, _("too many columns of %s at once"), job->fact->name);
    job->columns[job->column_count++] = column;
    return column;
}

static int
add_lens_columns(struct job *job, const struct lens *lens, struct err *err)
{
    for (int i = 0; i < lens->column_count; i++)
        if (add_column(job, lens->columns[i], err) < 0)
            return -1;
    return 0;
}

static int
add_lens(struct job *job, const struct dimension *dimension, struct err *err)
{
    struct question *question = job->question;
    for (int i = 0; i < job->lens_count; i++)
        if (job->lenses[i].dimension == dimension)
            return SLOT_LENS + i;
    if (job->lens_count == JOB_LENSES)
        return err_set(err, ERR_USAGE, _("too many dimensions at once"));
    if (!dimension_fits(question->shelf->catalogue, dimension, job->metric, job->fact))
        return err_set(err, ERR_USAGE, _("%s: %s cannot be filtered by it"), dimension->name,
                       job->metric->name);
    struct lens *lens = &job->lenses[job->lens_count];
    if (lens_bind(question->shelf, dimension, job->metric, job->fact, job->since, lens, err) < 0 ||
        add_lens_columns(job, lens, err) < 0)
        return -1;
    return SLOT_LENS + job->lens_count++;
}

static int
word_slot(void *context, const char *name, struct err *err)
{
    struct words_of *of = context;
    const struct catalogue *catalogue = of->job->question->shelf->catalogue;
    const struct dimension *dimension = of->dimensions ? dimension_find(catalogue, name) : NULL;
    if (dimension)
        return add_lens(of->job, dimension, err);
    int column = fact_column_find(of->job->fact, name);
    if (column >= 0)
        return add_column(of->job, column, err);
    dimension = dimension_find(catalogue, name);
    if (dimension && dimension_fits(catalogue, dimension, of->job->metric, of->job->fact))
        return add_lens(of->job, dimension, err);
    if (!of->dimensions)
        return pack_column(of->job->fact, name, err);
    if (!catalogue_dimension(catalogue, name, err))
        err->kind = ERR_USAGE;
    return -1;
}

static int
word_parameter(void *context, const char *name, int64_t *value, struct err *err)
{
    struct words_of *of = context;
    struct pack_parameters all = {.days = of->days, .today = of->job->question->today};
    return pack_parameter(name, &all, value, err);
}

/* In a measure a word that this clinic has nothing of is no error: nothing is of it. */
static int
word_value(void *context, int slot, const char *word, int64_t *value, struct err *err)
{
    struct words_of *of = context;
    const struct job *job = of->job;
    struct lens_library *shelf = job->question->shelf;
    struct err wrong = {0};
    if (slot < SLOT_LENS) {
        const struct fact_column *column = fact_column_at(job->fact, slot);
        if (column->words)
            return pack_word(column, word, value, err);
        return column->of ? lens_open_word(shelf, word, value, err) : 0;
    }
    const struct lens *lens = &job->lenses[slot - SLOT_LENS];
    if (of->dimensions)
        return lens_value(shelf, lens, word, value, err);
    int found = lens_value(shelf, lens, word, value, &wrong);
    *value = found < 0 ? -1 : *value;
    return found < 0 ? 1 : found;
}

static int
parse(struct job *job, const char *text, bool dimensions, int64_t days, const struct expr **expr,
      struct err *err)
{
    struct words_of of = {job, dimensions, days, err};
    const struct expr_words words = {&of, word_slot, word_parameter, word_value};
    *expr = NULL;
    if (!text)
        return 0;
    *expr = expr_parse(job->question->arena, text, &words, err);
    return *expr ? 0 : -1;
}

/* ---- beginning -------------------------------------------------------------------------------------- */

/* --staff P: staff = P. */
static int
filter_staff(struct job *job, struct err *err)
{
    struct arena *arena = job->question->arena;
    const char *code = job->question->staff;
    const struct catalogue *catalogue = job->question->shelf->catalogue;
    const struct dimension *staff = dimension_find(catalogue, "staff");
    int64_t id;
    if (!code)
        return 0;
    if (!staff)
        return err_set(err, ERR_DATA, _("dimensions.yaml: staff: missing"));
    int slot = add_lens(job, staff, err);
    if (slot < SLOT_LENS)
        return -1;
    if (lens_value(job->question->shelf, &job->lenses[slot - SLOT_LENS], code, &id, err) < 0)
        return -1;
    struct expr *nodes = arena_array(arena, 3, sizeof *nodes);
    nodes[0] = (struct expr){.op = EXPR_SLOT, .number = slot};
    nodes[1] = (struct expr){.op = EXPR_NUMBER, .number = id};
    nodes[2] = (struct expr){.op = EXPR_EQUAL, .left = &nodes[0], .right = &nodes[1], .depth = 1};
    job->where = expr_and(arena, job->where, &nodes[2]);
    return 0;
}

int
job_begin(struct job *job, struct question *question, const struct metric *metric,
          const struct measure *measure, int64_t days, struct err *err)
{
    *job = (struct job){.question = question,
                        .metric = metric,
                        .fact = measure->fact,
                        .kind = kind_of(measure),
                        .days = days_from(measure->days, days),
                        .later = days_from(measure->later, days),
                        .within = measure->within,
                        .since = -1};
    groups_init(&job->local, question->cut_count + 1, 1);
    job->scratch = scratch_rows_new(question->arena);
    if (measure->since) {
        job->since = fact_column_find(job->fact, measure->since);
        if (add_column(job, job->since, err) < 0)
            return -1;
    }
    for (int i = 0; i < question->cut_count; i++)
        if (lens_bind(question->shelf, question->cuts[i], metric, job->fact, job->since,
                      &job->cuts[i], err) < 0 ||
            add_lens_columns(job, &job->cuts[i], err) < 0)
            return -1;
    return parse(job, question->where, true, 0, &job->where, err) < 0 ? -1 : filter_staff(job, err);
}

static void
find_linear(struct job *job, struct use *use)
{
    use->factors = arena_array(job->question->arena, EXPR_SLOTS, sizeof *use->factors);
    use->linear = use->measure->kind == MEASURE_COUNT;
    use->constant = use->linear;
    if (use->value)
        use->linear = expr_linear(use->value, &use->constant, use->factors);
}

/* What is kept of its rows until the end; people's two measures share what the first one keeps. */
static void
keep_for(struct job *job, struct use *use)
{
    struct arena *arena = job->question->arena;
    const struct measure *measure = use->measure;
    if (job->kind == JOB_PEOPLE)
        use->kept = job->use_count ? job->uses[0].kept : kept_new(arena, true, true, false);
    else if (job->kind == JOB_TRAILING)
        use->kept = kept_new(arena, true, measure->kind != MEASURE_DISTINCT, false);
    else if (job->kind == JOB_LATEST)
        use->kept = kept_new(arena, false, true, true);
    else if (measure->kind == MEASURE_DISTINCT)
        use->kept = kept_new(arena, false, false, false);
    if (job->kind != JOB_TRAILING && measure->kind == MEASURE_DISTINCT &&
        measure->distinct == DISTINCT_CLIENT && job->question->most_client < INT32_MAX / 2) {
        use->kept->numbers = job->question->most_client ? job->question->most_client + 1 : 0;
        bits_begin(&use->kept->bits, use->kept->numbers);
    }
}

int
job_add(struct job *job, const struct measure *measure, int64_t days, int sum, struct err *err)
{
    struct use *use = &job->uses[job->use_count];
    const char *value = measure->value, *where = measure->where;
    *use = (struct use){.measure = measure, .days = days, .sum = sum};
    for (int i = 0; i < measure->instead_count; i++)
        if (measure->instead[i].days == days) {
            value = measure->instead[i].column;
            where = NULL;
        }
    if (parse(job, value, false, days, &use->value, err) < 0 ||
        parse(job, where, false, days, &use->where, err) < 0)
        return -1;
    if (measure->kind == MEASURE_LATEST &&
        (add_column(job, fact_column_find(job->fact, measure->of), err) < 0 ||
         add_column(job, fact_column_find(job->fact, measure->by), err) < 0))
        return -1;
    find_linear(job, use);
    if (value && value != measure->value) /* a sum in place of a condition */
        use->linear = true;
    keep_for(job, use);
    job->use_count++;
    return 0;
}

struct window
job_window(const struct job *job)
{
    struct window window = job->question->window;
    window.from += job->later;
    window.to += job->later;
    if (job->kind == JOB_TRAILING)
        window.from -= job->days - 1;
    if (job->kind == JOB_SINCE)
        window.to = job->within ? window.to + job->within : INT32_MAX;
    if (job->kind == JOB_PEOPLE && way_of(job->uses[0].measure) != PEOPLE_RETURNED)
        window.to += job->days;
    else if (job->kind == JOB_PEOPLE)
        window.from -= job->days;
    return window;
}

/* ---- the end ---------------------------------------------------------------------------------------- */

static void
end_people(struct job *job)
{
    int base = -1, back = -1;
    for (int i = 0; i < job->use_count; i++) {
        enum measure_kind kind = job->uses[i].measure->kind;
        *(kind == MEASURE_BASE || kind == MEASURE_STAY ? &base : &back) = job->uses[i].sum;
    }
    kept_people(job->uses[0].kept, job, way_of(job->uses[0].measure), base, back);
}

void
job_end(struct job *job)
{
    if (job->kind == JOB_PEOPLE) {
        end_people(job);
        return;
    }
    for (int i = 0; i < job->use_count; i++) {
        struct use *use = &job->uses[i];
        if (use->measure->kind == MEASURE_OBSERVED)
            kept_observed(use->kept, job, use);
        else if (job->kind == JOB_TRAILING)
            kept_trailing(use->kept, job, use);
        else if (job->kind == JOB_LATEST)
            kept_latest(use->kept, &job->question->groups, use->sum);
        else if (use->kept)
            kept_distinct(use->kept, &job->question->groups, use->sum);
    }
}

void
job_release(struct job *job)
{
    for (int i = 0; i < job->use_count; i++)
        kept_release(job->uses[i].kept);
    groups_release(&job->local);
    scratch_rows_free(job->scratch);
}
