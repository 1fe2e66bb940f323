#include "kpi/procedure.h"

#include <stdlib.h>
#include <string.h>

#include "visit/sop.h"

static int
by_key(const void *a, const void *b)
{
    const struct procedure_line *one = a, *other = b;
    return strcmp(one->key, other->key);
}

/* All lines as one. */
static void
join(struct procedure_line *lines, int *count)
{
    for (int i = 1; i < *count; i++) {
        lines[0].ratio.numerator += lines[i].ratio.numerator;
        lines[0].ratio.denominator += lines[i].ratio.denominator;
    }
    lines[0].key = "";
    *count = *count > 0;
}

/* The lines of a report, of the one person who is asked for or of all. */
static void
take_lines(const struct kpi_query *query, const struct sop_lines *counted, enum sop_cut by,
           struct procedure_line *lines, int *count)
{
    *count = 0;
    for (int i = 0; i < counted->count; i++) {
        const struct sop_line *line = &counted->items[i];
        if (query->staff && strcmp(line->keys[SOP_BY_STAFF], query->staff) != 0)
            continue;
        lines[(*count)++] = (struct procedure_line){
            line->keys[by], {.numerator = line->tally.done, .denominator = sop_due(&line->tally)}};
    }
}

int
procedure_lines(struct db *db, const struct kpi_query *query, struct procedure_line **lines,
                int *count, struct err *err)
{
    struct sop sop;
    struct sop_lines counted;
    const struct sop_window window = {.store_id = query->store_id ? *query->store_id : 0,
                                      .from = query->from,
                                      .to = query->to,
                                      .as_of = query->now};
    enum sop_cut by = query->staff || query->cuts & KPI_STAFF ? SOP_BY_STAFF : SOP_BY_STORE;
    if (sop_load(query->arena, query->packs, &sop, err) < 0 ||
        sop_report(db, query->arena, &sop, &window, 1u << by, &counted, err) < 0)
        return -1;
    *lines = arena_array(query->arena, (size_t)counted.count + 1, sizeof **lines);
    take_lines(query, &counted, by, *lines, count);
    qsort(*lines, (size_t)*count, sizeof **lines, by_key);
    if (!query->cuts)
        join(*lines, count);
    for (int i = 0; i < *count; i++)
        (*lines)[i].ratio.few = (*lines)[i].ratio.denominator < query->few;
    return 0;
}
