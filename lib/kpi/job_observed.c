/* How long clients were under observation in windows that trail. */
#include <stdlib.h>
#include <string.h>

#include "kpi/job_people.h"

/* Changes at each window, which add up from the first to the last: clients who were there before the window
 * began, those who came in it, and the days on which these did. */
struct changes {
    int64_t whole, part, began;
};

struct observed {
    const struct job *job;
    struct ends ends;
    int32_t *last; /* by client: the day of the row before; -1: none */
    struct changes *change;
};

static int64_t
clamp(int64_t value, int64_t least, int64_t most)
{
    return value < least ? least : value > most ? most : value;
}

/* A row counts in the windows that end behind its day, at most `days` behind, and in which the client has
 * none before it. Of these the window that ends `days` behind the beginning is the first whole one. */
static void
observe(const struct observed *observed, int32_t day, int32_t before, int64_t first)
{
    const int32_t *ends = observed->ends.before - observed->ends.from;
    int64_t days = observed->job->days, begin = first && first <= day ? first : day;
    int64_t from = ends[day], until = ends[day + days];
    if (before >= 0 && before + days > day)
        from = ends[before + days];
    if (from >= until)
        return;
    int64_t whole = begin + days - 1 < day ? from : clamp(ends[begin + days - 1], from, until);
    struct changes *change = observed->change;
    change[from].part++;
    change[from].began += begin;
    change[whole].part--;
    change[whole].began -= begin;
    change[whole].whole++;
    change[until].whole--;
}

/* No day that has not come yet was observed. */
static void
emit(const struct observed *observed, const struct use *use, int group)
{
    const struct question *question = observed->job->question;
    struct changes sum = {0};
    for (int p = 0; p < question->period_count; p++) {
        int64_t end = question->periods[p].to, over = end - (question->today + 1);
        over = clamp(over, 0, observed->job->days);
        sum.whole += observed->change[p].whole;
        sum.part += observed->change[p].part;
        sum.began += observed->change[p].began;
        int64_t days =
            sum.whole * (observed->job->days - over) + sum.part * (end - over) - sum.began;
        job_emit(observed->job, group, p, use->sum, days > 0 ? days : 0);
    }
}

/* Rows of a group in the order of days. */
void
kept_observed(const struct kept *kept, const struct job *job, const struct use *use)
{
    struct observed observed = {.job = job, .ends = ends_of(job)};
    size_t clients = ((size_t)kept->most + 1) * sizeof *observed.last;
    size_t width = ((size_t)job->question->period_count + 1) * sizeof *observed.change;
    int64_t *start;
    int32_t *order = kept_order(kept, job->local.count, &start);
    observed.last = mem_alloc(clients);
    observed.change = mem_alloc(width);
    memset(observed.last, 0xff, clients);
    for (int g = 0; g < job->local.count; g++) {
        memset(observed.change, 0, width);
        for (int64_t i = start[g]; i < start[g + 1]; i++) {
            int32_t row = order[i], *last = &observed.last[kept->who[row]];
            observe(&observed, kept->day[row], *last, kept->value[row]);
            *last = kept->day[row];
        }
        emit(&observed, use, g);
        for (int64_t i = start[g]; i < start[g + 1]; i++)
            observed.last[kept->who[order[i]]] = -1;
    }
    free(observed.ends.before);
    free(observed.last);
    free(observed.change);
    free(order);
    free(start);
}
