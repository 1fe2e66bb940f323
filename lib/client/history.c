#include "client/history.h"

/* Sums stay far from where they would overflow. */
#define MOST_FEN 100000000000000000

static void
close_day(struct history *history)
{
    bool bought = history->fen > 0 || (history->fen == 0 && !history->refunded);
    if (history->open && bought) {
        if (history->count++ == 0)
            history->first = history->day;
        else
            history->repeat_fen += history->fen;
        history->last = history->day;
    }
    history->open = false;
}

enum history_answer
history_add(struct history *history, int64_t day, int64_t fen)
{
    if (history->open && day < history->day)
        return HISTORY_BEFORE;
    if (fen > MOST_FEN || fen < -MOST_FEN)
        return HISTORY_TOO_MUCH;
    if (!history->open || day > history->day) {
        close_day(history);
        history->day = day;
        history->fen = 0;
        history->refunded = false;
        history->open = true;
    }
    history->fen += fen;
    history->refunded |= fen < 0;
    bool fits =
        history->fen <= MOST_FEN && history->fen >= -MOST_FEN && history->repeat_fen <= MOST_FEN;
    return fits ? HISTORY_TAKEN : HISTORY_TOO_MUCH;
}

bool
history_buyer(struct history *history, int64_t until, struct buyer *buyer)
{
    close_day(history);
    if (history->count == 0)
        return false;
    *buyer = (struct buyer){.x = history->count - 1,
                            .t_x = history->last - history->first,
                            .t = until - history->first,
                            .repeat_fen = history->repeat_fen};
    return true;
}
