/* How the visits of a window went, counted by one cut. */
#include <stdlib.h>
#include <string.h>

#include "visit/sop.h"

struct report {
    struct arena *arena;
    const struct sop *sop;
    enum sop_by by;
    const char *staff;
    int64_t now;
    struct sop_line *lines;
    int count;
};

static struct sop_line *
line_for(struct report *report, const char *key)
{
    struct sop_line *line = report->lines;
    while (line && strcmp(line->key, key) != 0)
        line = line->next;
    if (line)
        return line;
    line = arena_alloc(report->arena, sizeof *line);
    *line = (struct sop_line){.key = arena_strdup(report->arena, key), .next = report->lines};
    report->lines = line;
    report->count++;
    return line;
}

static void
count_in(struct report *report, const char *key, enum sop_state state)
{
    struct sop_line *line = line_for(report, key);
    line->due++;
    line->done += state == SOP_DONE;
    line->late += state == SOP_LATE;
    line->missing += state == SOP_MISSING;
}

static void
count_judged(struct report *report, const struct sop_visit *visit,
             const struct sop_action *action, const struct sop_judged *judged)
{
    switch (report->by) {
    case SOP_BY_ACTION:
        count_in(report, action->id, judged->state);
        break;
    case SOP_BY_STAGE:
        count_in(report, report->sop->stages[action->stage].name, judged->state);
        break;
    case SOP_BY_STORE:
        count_in(report, visit->store, judged->state);
        break;
    case SOP_BY_PROJECT:
        for (int i = 0; i < visit->project_count; i++)
            count_in(report, visit->projects[i], judged->state);
        break;
    case SOP_BY_STAFF:
        count_in(report, judged->staff ? judged->staff : "", judged->state);
        break;
    }
}

static int
count_visit(void *context, const struct sop_visit *visit, struct err *err)
{
    struct report *report = context;
    (void)err;
    for (int i = 0; i < report->sop->count; i++) {
        const struct sop_action *action = &report->sop->actions[i];
        struct sop_judged judged;
        sop_judge(action, visit, report->now, &judged);
        bool counts = judged.state != SOP_NONE && judged.state != SOP_OPEN;
        if (counts && report->staff)
            counts = judged.staff && strcmp(judged.staff, report->staff) == 0;
        if (counts)
            count_judged(report, visit, action, &judged);
    }
    return 0;
}

/* The worst share first; of equal ones the one with more cases, then by key. */
static int
compare(const void *a, const void *b)
{
    const struct sop_line *x = *(struct sop_line *const *)a, *y = *(struct sop_line *const *)b;
    int64_t left = x->done * y->due, right = y->done * x->due;
    if (left != right)
        return left < right ? -1 : 1;
    if (x->due != y->due)
        return x->due > y->due ? -1 : 1;
    return strcmp(x->key, y->key);
}

int
sop_report(struct db *db, struct arena *arena, const struct sop *sop,
           const struct sop_window *window, enum sop_by by, const char *staff,
           struct sop_line ***lines, int *count, struct err *err)
{
    struct report report = {arena, sop, by, staff, window->now, NULL, 0};
    if (sop_visits(db, sop, window, count_visit, &report, err) < 0)
        return -1;
    *count = report.count;
    *lines = arena_array(arena, (size_t)report.count, sizeof **lines);
    int place = 0;
    for (struct sop_line *line = report.lines; line; line = line->next)
        (*lines)[place++] = line;
    qsort(*lines, (size_t)report.count, sizeof **lines, compare);
    return 0;
}

bool
sop_deviates(const struct sop *sop, const struct sop_line *line)
{
    int64_t off = line->done * 100 - sop->target * line->due; /* in due-hundredths */
    return off > sop->band * line->due || off < -sop->band * line->due;
}
