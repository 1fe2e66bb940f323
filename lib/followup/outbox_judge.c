#include "followup/outbox_judge.h"

#include <string.h>

#include "client/contact.h"

static void
end(struct outbox_verdict *verdict, const char *state, const char *reason)
{
    verdict->state = state;
    verdict->reason = reason;
}

/* What needs no further question. */
static void
judge_alone(struct arena *arena, const struct outbox_rules *rules, const struct outbox_taken *taken,
            int64_t now, struct outbox_verdict *verdict)
{
    const struct outbox_message *message = &taken->message;
    if (taken->treatment_status && strcmp(taken->treatment_status, "entered-in-error") == 0)
        end(verdict, "cancelled", _("the treatment was entered in error"));
    else if (taken->task_state && strcmp(taken->task_state, "cancelled") == 0)
        end(verdict, "cancelled", _("its task was taken back"));
    else if (taken->taken > rules->tries)
        end(verdict, "dead",
            arena_printf(arena, _("its sender ended %lld times without an answer"),
                         (long long)taken->taken - 1));
    else if (now > message->until_at)
        end(verdict, "dropped", _("too old"));
    else if (taken->address.type == DB_NULL)
        end(verdict, "dropped", arena_printf(arena, _("has no address for %s"), message->channel));
    else if (message->priority < OUTBOX_URGENT) {
        verdict->next_at = outbox_awake(rules, now);
        if (verdict->next_at != now)
            end(verdict, "pending", _("quiet hours"));
    }
}

static int
judge_consent(struct ready *ready, struct arena *arena, const struct outbox_rules *rules,
              const struct outbox_message *message, int64_t now, struct outbox_verdict *verdict,
              struct err *err)
{
    const struct contact contact = {.client_id = message->client_id,
                                    .purpose = message->purpose,
                                    .way = message->channel,
                                    .moment = now,
                                    .day = zone_day(rules->zone, now)};
    const char *why;
    int may = client_may_contact_ready(ready, arena, &contact, &why, err);
    if (may == 0)
        end(verdict, "dropped", why);
    return may < 0 ? -1 : 0;
}

/* Over the cap it waits for the next day; if that is too late it is dropped. */
static int
judge_cap(struct ready *ready, struct arena *arena, const struct outbox_rules *rules,
          const struct outbox_message *message, int64_t now, struct outbox_verdict *verdict,
          struct err *err)
{
    enum { WEEK = 7 };
    int64_t day = zone_day(rules->zone, now);
    const struct db_value values[] = {
        db_int(message->client_id), db_int(zone_moment(rules->zone, day, 0)),
        db_int(zone_moment(rules->zone, day - WEEK + 1, 0)), db_int(now)};
    struct db_stmt *stmt;
    if (ready_first(ready, &stmt, SQL_FOLLOWUP_OUTBOX_CAP, values, 4, err) != 1)
        return -1;
    int64_t under_way = db_get_int(stmt, 2);
    bool over_day = rules->cap_day && db_get_int(stmt, 0) + under_way >= rules->cap_day;
    bool over_week = rules->cap_week && db_get_int(stmt, 1) + under_way >= rules->cap_week;
    db_reset(stmt);
    if (!over_day && !over_week)
        return 0;
    verdict->next_at = outbox_awake(rules, zone_moment(rules->zone, day + 1, 0));
    end(verdict, verdict->next_at > message->until_at ? "dropped" : "pending",
        arena_printf(arena,
                     over_day ? _("over the cap of %lld marketing messages a day")
                              : _("over the cap of %lld marketing messages a week"),
                     (long long)(over_day ? rules->cap_day : rules->cap_week)));
    return 0;
}

int
outbox_judge(struct ready *ready, struct arena *arena, const struct outbox_rules *rules,
             const struct outbox_taken *taken, int64_t now, struct outbox_verdict *verdict,
             struct err *err)
{
    const struct outbox_message *message = &taken->message;
    bool marketing = strcmp(message->purpose, "marketing") == 0;
    *verdict = (struct outbox_verdict){0};
    judge_alone(arena, rules, taken, now, verdict);
    /* who waits for the morning is asked again then, but who may not be written to shall not wait */
    if ((!verdict->state || strcmp(verdict->state, "pending") == 0) &&
        judge_consent(ready, arena, rules, message, now, verdict, err) < 0)
        return -1;
    if (!verdict->state && marketing &&
        judge_cap(ready, arena, rules, message, now, verdict, err) < 0)
        return -1;
    if (verdict->state || !marketing)
        return 0;
    const struct db_value values[] = {db_int(message->store_id), db_int(message->id),
                                      db_int(message->client_id)};
    return ready_run(ready, SQL_FOLLOWUP_OUTBOX_JUDGED, values, 3, NULL, err);
}

int
outbox_sift(struct ready *ready, struct arena *arena, const struct outbox_rules *rules,
            struct outbox_taken *list, int count, int64_t now, struct err *err)
{
    int kept = 0;
    for (int i = 0; i < count; i++) {
        struct outbox_verdict verdict;
        if (outbox_judge(ready, arena, rules, &list[i], now, &verdict, err) < 0)
            return -1;
        if (!verdict.state)
            list[kept++] = list[i];
        else if (outbox_settle(ready, arena, &list[i], verdict.state, verdict.next_at,
                               verdict.reason, now, err) < 0)
            return -1;
    }
    return kept;
}
