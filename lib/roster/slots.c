#include "roster/slots.h"

#include <string.h>

enum { DAY_COST = 60 };

static void
weigh(const struct booking *booking, const struct slots_ask *ask, struct slot *slot)
{
    slot->want = booking->want;
    slot->days = booking->want.day - ask->first_day;
    slot->idle = 0;
    memcpy(slot->chosen, booking->chosen, sizeof slot->chosen);
    for (int kind = BUSY_DOCTOR; kind <= BUSY_NURSE; kind++)
        if (booking->chosen[kind])
            slot->idle += booking_idle(&booking->gaps[kind]);
    slot->score = DAY_COST * slot->days + slot->idle;
}

/* Times come in order, so that behind an equal score means later. */
static int
insert(struct slot *slots, int count, int limit, const struct slot *slot)
{
    int place = count;
    while (place > 0 && slots[place - 1].score > slot->score)
        place--;
    if (place == limit)
        return count;
    int moved = (count < limit ? count : limit - 1) - place;
    memmove(&slots[place + 1], &slots[place], (size_t)moved * sizeof *slots);
    slots[place] = *slot;
    return count < limit ? count + 1 : count;
}

static int
try_span(struct booking *booking, const struct slots_ask *ask, const struct busy_span *open,
         struct slot *slots, int *count, struct err *err)
{
    struct slot slot;
    for (int64_t at = open->from; at + ask->length <= open->to; at += 60 * ask->step) {
        if (at < booking->now)
            continue;
        booking->want.starts_at = at;
        booking->want.ends_at = at + ask->length;
        int can = booking_try(booking, err);
        if (can < 0)
            return -1;
        if (!can)
            continue;
        weigh(booking, ask, &slot);
        *count = insert(slots, *count, ask->limit, &slot);
    }
    return 0;
}

int
slots_find(struct booking *booking, const struct slots_ask *ask, struct slots *slots,
           struct err *err)
{
    booking->passes = booking_passes(booking->arena, booking->busy);
    for (int64_t day = ask->from_day; day < ask->to_day; day++) {
        const struct busy_day *open = busy_day(booking->busy, day);
        /* no slot of a later day can be better than the wait for it alone */
        if (slots->count == ask->limit &&
            slots->items[slots->count - 1].score <= DAY_COST * (day - ask->first_day))
            return 1;
        booking->want.day = day;
        for (int i = 0; open && i < open->count; i++)
            if (try_span(booking, ask, &open->open[i], slots->items, &slots->count, err) < 0)
                return -1;
    }
    return 0;
}
