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

int
procedure_lines(struct db *db, const struct kpi_query *query, struct procedure_line **lines,
                int *count, struct err *err)
{
    struct sop sop;
    struct sop_line **counted;
    const struct sop_window window = {.store_id = query->store_id ? *query->store_id : 0,
                                      .from = query->from,
                                      .to = query->to,
                                      .now = query->now};
    enum sop_by by = query->cuts & KPI_STAFF ? SOP_BY_STAFF : SOP_BY_STORE;
    if (sop_load(query->arena, query->packs, &sop, err) < 0 ||
        sop_report(db, query->arena, &sop, &window, by, query->staff, &counted, count, err) < 0)
        return -1;
    *lines = arena_array(query->arena, (size_t)*count + 1, sizeof **lines);
    for (int i = 0; i < *count; i++)
        (*lines)[i] = (struct procedure_line){
            counted[i]->key, {.numerator = counted[i]->done, .denominator = counted[i]->due}};
    qsort(*lines, (size_t)*count, sizeof **lines, by_key);
    if (!query->cuts)
        join(*lines, count);
    for (int i = 0; i < *count; i++)
        (*lines)[i].ratio.few = (*lines)[i].ratio.denominator < query->few;
    return 0;
}
