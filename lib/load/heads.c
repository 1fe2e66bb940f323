#include "load/heads.h"

#include <math.h>
#include <string.h>

#define NOTHING 1e-9 /* what sums of fractions may be off */

int
heads_wanted(double arrivals, double minutes, int length, int64_t utilisation, int64_t least)
{
    double wanted =
        ceil(arrivals * minutes * 100 / ((double)length * (double)utilisation) - NOTHING);
    return (int)fmin(fmax(wanted, (double)least), HEADS_MOST);
}

void
heads_add(struct head_spans *spans, const struct head_span *span)
{
    struct head_span *last = spans->count ? &spans->items[spans->count - 1] : NULL;
    if (span->heads == 0 || span->to <= span->from)
        return;
    if (last && last->day == span->day && last->to == span->from && last->heads == span->heads &&
        strcmp(last->role, span->role) == 0) {
        last->to = span->to;
        return;
    }
    spans->items =
        arena_more(spans->arena, spans->items, spans->count, &spans->room, sizeof *spans->items);
    spans->items[spans->count++] = *span;
}

void
heads_of_day(const struct load *load, const struct load_store *store,
             const struct arrivals *arrivals, int h, struct head_spans *spans)
{
    struct arrivals_slot slots[ARRIVALS_SLOTS];
    double levels[ARRIVALS_LEVELS];
    int64_t day = arrivals->first + h, come[ARRIVALS_SLOTS];
    int count = arrivals_slots(store, day, slots);
    if (arrivals->feast[h] && arrivals->forecast.mean[h] <= 0)
        return;
    arrivals_levels(arrivals, h, levels);
    for (int i = 0; i < count; i++)
        come[i] = arrivals_quantile(levels, ARRIVALS_LEVELS, slots[i].share,
                                    (double)load->pack.quantile / 100);
    for (int k = 0; k < load->pack.count; k++) {
        const struct load_role *role = &load->pack.roles[k];
        for (int i = 0; i < count; i++) {
            const struct head_span span = {day, slots[i].from, slots[i].to, role->name,
                                           heads_wanted((double)come[i], store->minutes[k],
                                                        slots[i].to - slots[i].from,
                                                        role->utilisation, role->least)};
            heads_add(spans, &span);
        }
    }
}

void
heads_cut(const struct head_span *span, const struct head_spans *cuts, struct head_spans *left)
{
    struct head_span rest = *span;
    for (int i = 0; i < cuts->count; i++) { /* in the order of their beginnings */
        const struct head_span *cut = &cuts->items[i];
        if (cut->day != span->day || strcmp(cut->role, span->role) != 0 || cut->to <= rest.from ||
            cut->from >= rest.to)
            continue;
        if (cut->from > rest.from) {
            struct head_span before = rest;
            before.to = cut->from;
            heads_add(left, &before);
        }
        rest.from = cut->to;
    }
    if (rest.from < rest.to)
        heads_add(left, &rest);
}
