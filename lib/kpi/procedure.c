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
        lines[0].done += lines[i].done;
        lines[0].due += lines[i].due;
    }
    lines[0].key = "";
    *count = *count > 0;
}

/* The lines of a report, of the one person who is asked for or of all. */
static void
take_lines(const struct told_ask *ask, const struct sop_lines *counted, enum sop_cut by,
           struct procedure_line *lines, int *count)
{
    *count = 0;
    for (int i = 0; i < counted->count; i++) {
        const struct sop_line *line = &counted->items[i];
        if (ask->staff && strcmp(line->keys[SOP_BY_STAFF], ask->staff) != 0)
            continue;
        lines[(*count)++] = (struct procedure_line){line->keys[by], .done = line->tally.done,
                                                    .due = sop_due(&line->tally)};
    }
}

int
procedure_lines(struct db *db, const struct told_ask *ask, struct procedure_line **lines,
                int *count, struct err *err)
{
    struct sop sop;
    struct sop_lines counted;
    const struct sop_window window = {.store_id = ask->store_id ? *ask->store_id : 0,
                                      .from = ask->from,
                                      .to = ask->to,
                                      .as_of = ask->now};
    enum sop_cut by = ask->staff || ask->by_staff ? SOP_BY_STAFF : SOP_BY_STORE;
    if (sop_load(ask->arena, ask->packs, &sop, err) < 0 ||
        sop_report(db, ask->arena, &sop, &window, 1u << by, &counted, err) < 0)
        return -1;
    *lines = arena_array(ask->arena, (size_t)counted.count + 1, sizeof **lines);
    take_lines(ask, &counted, by, *lines, count);
    qsort(*lines, (size_t)*count, sizeof **lines, by_key);
    if (!ask->by_store && !ask->by_staff)
        join(*lines, count);
    return 0;
}
