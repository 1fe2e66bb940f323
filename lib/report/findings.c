/* What the figures say should be done: lib/insight's advice as a table. */
#include <math.h>
#include <string.h>

#include "base/money.h"
#include "insight/advise.h"
#include "report/private.h"
#include "report/words.h"

enum { FIELDS = 7 };
enum field {
    FIELD_OF,
    FIELD_SUBJECT,
    FIELD_ADVICE,
    FIELD_FIGURE,
    FIELD_VALUE,
    FIELD_OTHERS,
    FIELD_N
};
static const char *const headings[FIELDS] = {"of",    "subject", "advice", "figure",
                                             "value", "against", "n"};

struct finding {
    struct report *report;
    struct page_part *part;
    struct page_cell *cells;
    int64_t most;
};

/* ---- words ------------------------------------------------------------------------------------------ */

static const struct word {
    const char *code, *says;
} words[] = {
    {"channel", N_("channel")},
    {"project", N_("project")},
    {"client", N_("client")},
    {"store", N_("store")},
    {"stop", N_("stop")},
    {"grow", N_("put more in")},
    {"wait", N_("too young to tell: wait")},
    {"bundle", N_("bundle")},
    {"look", N_("look into it")},
    {"call", N_("call")},
    {"roi_margin", N_("return within 90 days, less consumables and spending, by spending")},
    {"again_180", N_("bought again within 180 days")},
    {"overdue", N_("days since the last visit, by the usual interval")},
};

static const char *
said(const char *code)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i].code, code) == 0)
            return _(words[i].says);
    return code;
}

/* What a figure is called: of a store a metric; of others what the advice reckons itself. */
static int
figure_name(const struct finding *finding, const struct advice *advice, const char **name,
            enum unit *unit, struct err *err)
{
    struct report *report = finding->report;
    *unit = strcmp(advice->of, "project") == 0 ? UNIT_RATIO : UNIT_PER;
    *name = said(advice->figure);
    if (strcmp(advice->of, "store") != 0)
        return 0;
    const struct metric *metric = catalogue_metric(&report->layer->catalogue, advice->figure, err);
    if (!metric)
        return -1;
    report_use(report, metric);
    *unit = metric->unit;
    *name = report_name(report, metric);
    return 0;
}

static const char *
number(struct report *report, enum unit unit, double value)
{
    enum { MILLION = 1000000 };
    return isfinite(value) && fabs(value) < 9e9
               ? words_cell(report->arena, unit, llround(value * MILLION))
               : NULL;
}

/* 12.0 % (8.1 % – 17.2 %). */
static const char *
value_text(struct report *report, const struct advice *advice, enum unit unit)
{
    const char *value = number(report, unit, advice->value);
    const char *low = number(report, unit, advice->low), *high = number(report, unit, advice->high);
    if (value && low && high)
        return arena_printf(report->arena, "%s (%s – %s)", value, low, high);
    return value;
}

static const char *
advice_text(struct report *report, const struct advice *advice)
{
    const char *money = "", *other = "";
    if (advice->amount_fen > 0)
        money = arena_printf(report->arena, _(" (%s)"),
                             words_cell(report->arena, UNIT_FEN, advice->amount_fen));
    if (advice->with)
        other = arena_printf(report->arena, _(", with %s"), advice->with);
    if (advice->with && strcmp(advice->advice, "stop") == 0)
        other = arena_printf(report->arena, _(", move to %s"), advice->with);
    return arena_printf(report->arena, "%s%s%s", said(advice->advice), other, money);
}

/* ---- rows ------------------------------------------------------------------------------------------- */

static int
add(void *context, const struct advice *advice, struct err *err)
{
    struct finding *finding = context;
    struct report *report = finding->report;
    enum unit unit;
    const char *name;
    if (finding->part->count == finding->most)
        return 0;
    if (figure_name(finding, advice, &name, &unit, err) < 0)
        return -1;
    struct page_cell *row = finding->cells + (ptrdiff_t)finding->part->count++ * FIELDS;
    row[FIELD_OF].text = said(advice->of);
    row[FIELD_SUBJECT].text = arena_strdup(report->arena, advice->subject);
    row[FIELD_ADVICE].text = advice_text(report, advice);
    row[FIELD_FIGURE].text = name;
    row[FIELD_VALUE].text = value_text(report, advice, unit);
    row[FIELD_OTHERS].text = number(report, unit, advice->against);
    row[FIELD_N].text = arena_printf(report->arena, "%lld", (long long)advice->n);
    return 0;
}

static void
head(struct finding *finding)
{
    struct report *report = finding->report;
    struct page_column *columns = arena_array(report->arena, FIELDS, sizeof *columns);
    for (int i = 0; i < FIELDS; i++) {
        const char *heading = report->ask->heading(headings[i]);
        columns[i] = (struct page_column){.name = heading ? heading : headings[i],
                                          .number = i >= FIELD_VALUE};
    }
    finding->part->kind = PAGE_TABLE;
    finding->part->columns = columns;
    finding->part->column_count = FIELDS;
}

static const struct sort {
    const char *name;
    int (*advise)(const struct advise_query *, advice_seen *, void *, struct err *);
} sorts[] = {
    {"channels", advise_channels},
    {"projects", advise_projects},
    {"clients", advise_clients},
    {"stores", advise_stores},
};

int
report_findings(struct report *report, const struct plan_part *plan, struct page_part *part,
                struct err *err)
{
    struct finding finding = {.report = report, .part = part, .most = plan->top};
    const struct advise_query query = {.db = report->layer->db,
                                       .arena = report->arena,
                                       .packs = report->layer->packs,
                                       .today = report->ask->today,
                                       .now = report->ask->now,
                                       .store_id = report->ask->store_id,
                                       .store = report->ask->store_id ? report->ask->store : NULL};
    bool all = strcmp(plan->what, "all") == 0, known = all;
    int result = 0;
    finding.cells = arena_array(report->arena, (size_t)(plan->top * FIELDS), sizeof *finding.cells);
    head(&finding);
    for (size_t i = 0; i < sizeof sorts / sizeof *sorts && result == 0; i++) {
        bool named = strcmp(plan->what, sorts[i].name) == 0;
        known |= named;
        if (all || named)
            result = sorts[i].advise(&query, add, &finding, err);
    }
    part->cells = finding.cells;
    return known ? result
                 : yaml_error(plan->node, err,
                              _("findings: must be all, channels, projects, clients or stores"));
}
