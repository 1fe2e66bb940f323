#include "followup/gateway.h"

enum { SECOND = 1000 };

struct state {
    int64_t free_at, failures, open_until; /* free_at: milliseconds; open_until: seconds */
};

static int
get(struct ready *ready, const struct gateway *gateway, struct state *state, struct err *err)
{
    const struct db_value channel = db_text(gateway->channel);
    struct db_stmt *stmt;
    *state = (struct state){0, 0, 0};
    int found = ready_first(ready, &stmt, SQL_FOLLOWUP_GATEWAY_GET, &channel, 1, err);
    if (found != 1)
        return found;
    *state = (struct state){db_get_int(stmt, 0), db_get_int(stmt, 1), db_get_int(stmt, 2)};
    db_reset(stmt);
    return 0;
}

static int
put(struct ready *ready, const struct gateway *gateway, const struct state *state, struct err *err)
{
    const struct db_value values[] = {db_text(gateway->channel), db_int(state->free_at),
                                      db_int(state->failures), db_int(state->open_until)};
    return ready_run(ready, SQL_FOLLOWUP_GATEWAY_PUT, values, 4, NULL, err);
}

/* No more is saved up than a second's worth; a clock that went back does not hold for ever. */
static int64_t
free_from(const struct state *state, int64_t now_ms)
{
    bool strange = state->free_at < now_ms - SECOND || state->free_at > now_ms + 3600 * SECOND;
    return strange ? now_ms - SECOND : state->free_at;
}

int
gateway_ask(struct ready *ready, const struct gateway *gateway, int64_t now_ms, int64_t want,
            int64_t *count, int64_t *wait_ms, struct err *err)
{
    struct state state;
    int64_t now = now_ms / SECOND;
    *count = want;
    *wait_ms = 0;
    if (get(ready, gateway, &state, err) < 0)
        return -1;
    if (state.open_until > now && state.open_until <= now + gateway->rest_s) {
        *count = 0;
        *wait_ms = state.open_until * SECOND - now_ms;
        return 0;
    }
    if (gateway->rate > 0) {
        int64_t from = free_from(&state, now_ms);
        int64_t free = (now_ms - from) * gateway->rate / SECOND;
        *count = free < 0 ? 0 : free < want ? free : want;
        if (*count == 0)
            *wait_ms = from + (SECOND + gateway->rate - 1) / gateway->rate - now_ms;
    }
    if (state.failures < gateway->failures || *count == 0)
        return 0;
    *count = 1;
    state.open_until = now + gateway->rest_s;
    return put(ready, gateway, &state, err);
}

int
gateway_take(struct ready *ready, const struct gateway *gateway, int64_t now_ms, int64_t count,
             struct err *err)
{
    struct state state;
    if (gateway->rate == 0 || count == 0)
        return 0;
    if (get(ready, gateway, &state, err) < 0)
        return -1;
    state.free_at = free_from(&state, now_ms) + count * SECOND / gateway->rate;
    return put(ready, gateway, &state, err);
}

int
gateway_tell(struct ready *ready, const struct gateway *gateway, int64_t now_ms, bool any_good,
             int64_t failed, struct err *err)
{
    struct state state;
    int64_t now = now_ms / SECOND;
    if (get(ready, gateway, &state, err) < 0)
        return -1;
    struct state next = state;
    next.failures = any_good ? failed : state.failures + failed;
    next.open_until = next.failures >= gateway->failures ? now + gateway->rest_s : 0;
    if (next.failures == state.failures && next.open_until == state.open_until)
        return next.open_until > now;
    return put(ready, gateway, &next, err) < 0 ? -1 : next.open_until > now;
}
