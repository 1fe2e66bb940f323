#include <math.h>

#include "base/wilson.h"
#include "client/codes.h"
#include "insight/advise.h"
#include "insight/basket.h"
#include "insight/cells.h"
#include "insight/crowd.h"
#include "insight/marks.h"

enum { YEAR = 365, MILLION = 1000000 };

struct counting {
    const struct advise_query *query;
    struct cells firsts;   /* by client and project: sums[0] the first day in the window */
    struct cells projects; /* count: who had it; sums[0]: who bought again */
    int64_t all, again;
};

static int
take_treatment(void *context, const struct flow_row *row, struct err *err)
{
    struct counting *counting = context;
    struct cell *cell = cells_at(&counting->firsts, row->client, row->value[0], 0);
    (void)err;
    if (cell->count++ == 0)
        cell->sums[0] = row->day;
    return 0;
}

/* Whether one of the client's deals came within the days after. */
static bool
bought_again(const struct marks *deals, size_t at, int64_t day)
{
    for (size_t i = at; i < deals->count && deals->items[i].client == deals->items[at].client; i++)
        if (deals->items[i].day > day && deals->items[i].day <= day + ADVISE_AFTER)
            return true;
    return false;
}

static void
count_again(struct counting *counting, const struct marks *deals)
{
    struct crowd starts = {.size = sizeof(size_t)}; /* where a client's deals begin, from 1 */
    for (size_t at = 0; at < deals->count; at += marks_run(deals, at))
        *(size_t *)crowd_at(&starts, deals->items[at].client) = at + 1;
    for (size_t i = 0; i < counting->firsts.count; i++) {
        const struct cell *first = &counting->firsts.items[i];
        size_t start = *(size_t *)crowd_at(&starts, (int32_t)first->key[0]);
        struct cell *project = cells_at(&counting->projects, first->key[1], 0, 0);
        bool again = start && bought_again(deals, start - 1, first->sums[0]);
        project->count++;
        project->sums[0] += again;
        counting->all++;
        counting->again += again;
    }
    crowd_release(&starts);
}

/* The significant partner of the greatest lift; NULL: none. */
static const char *
partner_of(const struct basket_pair *pairs, int count, int64_t project)
{
    const struct basket_pair *best = NULL;
    for (int i = 0; i < count; i++)
        if (pairs[i].project_id == project && pairs[i].significant &&
            (!best || pairs[i].lift > best->lift))
            best = &pairs[i];
    return best ? best->partner : NULL;
}

static int
give(const struct counting *counting, const struct cell *project, const struct basket_pair *pairs,
     int pair_count, advice_seen *seen, void *context, struct err *err)
{
    const struct advise_query *query = counting->query;
    int64_t n = project->count, others = counting->all - n;
    const char *code;
    if (n < ADVISE_FEW || others < ADVISE_FEW)
        return 0;
    struct interval interval = wilson_95(project->sums[0], n);
    double against = (double)(counting->again - project->sums[0]) / (double)others;
    if ((double)interval.high / MILLION >= against)
        return 0;
    if (code_book_find(code_book_new(query->db, query->arena), CODE_PROJECT, project->key[0], &code,
                       err) < 0)
        return -1;
    const char *partner = partner_of(pairs, pair_count, project->key[0]);
    const struct advice advice = {
        .of = "project",
        .subject = code,
        .advice = partner ? "bundle" : "look",
        .with = partner,
        .figure = "again_180",
        .value = (double)project->sums[0] / (double)n,
        .low = (double)interval.low / MILLION,
        .high = (double)interval.high / MILLION,
        .against = against,
        .n = n,
        .mature = true,
        .amount_fen = -1,
        .command = arena_printf(query->arena, "medi-kpi basket --project %s --all%s", code,
                                advise_window(query, query->today - YEAR, query->today + 1)),
    };
    return seen(context, &advice, err);
}

int
advise_projects(const struct advise_query *query, advice_seen *seen, void *context, struct err *err)
{
    struct counting counting = {.query = query};
    struct marks deals = {0};
    int64_t to = query->today - ADVISE_AFTER, from = to - YEAR;
    const struct flow treatments = {query->db, query->arena, "treatment",    {"project"},
                                    from,      to,           query->store_id};
    const struct flow deal_flow = {query->db, query->arena,     "deal",         {NULL},
                                   from,      query->today + 1, query->store_id};
    const struct basket_query basket = {.db = query->db,
                                        .arena = query->arena,
                                        .from = query->today - YEAR,
                                        .to = query->today + 1,
                                        .store_id = query->store_id,
                                        .least = 5};
    struct basket_pair *pairs = NULL;
    int pair_count = 0, result = flow_each(&treatments, take_treatment, &counting, err);
    if (result == 0)
        result = marks_read(&deal_flow, &deals, err);
    if (result == 0)
        result = basket_count(&basket, &pairs, &pair_count, err);
    if (result == 0)
        count_again(&counting, &deals);
    cells_sort(&counting.projects);
    for (size_t i = 0; i < counting.projects.count && result == 0; i++)
        result =
            give(&counting, &counting.projects.items[i], pairs, pair_count, seen, context, err);
    marks_release(&deals);
    cells_release(&counting.firsts);
    cells_release(&counting.projects);
    return result;
}
