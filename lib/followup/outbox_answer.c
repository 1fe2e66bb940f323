/* What became of a message, said by who has it. */
#include <string.h>

#include "base/cipher.h"
#include "followup/outbox_lease.h"

static const char *const states[] = {
    [OUTBOX_SENT] = "sent", [OUTBOX_RETRY] = "retry", [OUTBOX_DEAD] = "dead"};

bool
outbox_state_parse(const char *text, enum outbox_state *state)
{
    for (int i = OUTBOX_SENT; i <= OUTBOX_DEAD; i++) {
        if (strcmp(states[i], text) != 0)
            continue;
        *state = (enum outbox_state)i;
        return true;
    }
    return false;
}

enum {
    L_ID,
    L_STATE,
    L_TOKEN,
    L_CLIENT,
    L_TREATMENT,
    L_TASK,
    L_PLAN,
    L_STEP,
    L_OCCURRENCE,
    L_CHANNEL,
    L_CHANNELS,
    L_TEMPLATE,
    L_PURPOSE,
    L_PRIORITY,
    L_DUE,
    L_DAY,
    L_UNTIL,
    L_TRIES,
};

/* The message, and in `state` how it stands. ERR_DATA unless the token is that of its lease. */
static int
find_leased(struct ready *ready, struct arena *arena, int64_t store_id,
            const struct outbox_answer *answer, struct outbox_message *message, const char **state,
            struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(answer->code)};
    struct db_stmt *stmt;
    int found = ready_first(ready, &stmt, SQL_FOLLOWUP_OUTBOX_LEASED, values, 2, err);
    if (found != 1)
        return found < 0 ? -1 : err_set(err, ERR_DATA, _("message %s: none such"), answer->code);
    const char *token = db_get_text(stmt, L_TOKEN);
    bool mine = token && strcmp(token, answer->token) == 0;
    *message = (struct outbox_message){
        .id = db_get_int(stmt, L_ID),
        .store_id = store_id,
        .client_id = db_get_int(stmt, L_CLIENT),
        .treatment_id = db_get_int(stmt, L_TREATMENT),
        .task_id = db_get_int(stmt, L_TASK),
        .plan = db_keep_text(stmt, L_PLAN, arena),
        .step = db_keep_text(stmt, L_STEP, arena),
        .occurrence = db_keep_text(stmt, L_OCCURRENCE, arena),
        .channel = db_keep_text(stmt, L_CHANNEL, arena),
        .channels = db_keep_text(stmt, L_CHANNELS, arena),
        .template = db_keep_text(stmt, L_TEMPLATE, arena),
        .purpose = db_keep_text(stmt, L_PURPOSE, arena),
        .priority = db_get_int(stmt, L_PRIORITY),
        .due_at = db_get_int(stmt, L_DUE),
        .day = db_get_int(stmt, L_DAY),
        .until_at = db_get_int(stmt, L_UNTIL),
        .tries = db_get_int(stmt, L_TRIES),
    };
    *state = db_keep_text(stmt, L_STATE, arena);
    bool taken = token != NULL;
    db_reset(stmt);
    if (mine)
        return 0;
    if (taken)
        return err_set(err, ERR_DATA,
                       _("message %s: is with another sender by now; its lease had ended"),
                       answer->code);
    return err_set(err, ERR_DATA, _("message %s: nobody took it; it is %s"), answer->code, *state);
}

struct outcome {
    const char *state, *reason;
    int64_t next_at, tries;
};

/* What was taken back meanwhile stays so unless it went out. */
static struct outcome
decide(struct arena *arena, const struct outbox_rules *rules, const struct outbox_answer *answer,
       const struct outbox_message *message, const char *state, int64_t now)
{
    struct outcome outcome = {"sent", NULL, 0, message->tries + 1};
    uint64_t draw;
    if (answer->state == OUTBOX_SENT)
        return outcome;
    outcome.reason = answer->reason ? answer->reason : _("no reason was given");
    if (strcmp(state, "pending") != 0) {
        outcome.state = state;
        return outcome;
    }
    outcome.state = "dead";
    if (answer->state == OUTBOX_DEAD)
        return outcome;
    if (outcome.tries >= rules->tries) {
        outcome.reason = arena_printf(arena, _("%lld tries failed, the last: %s"),
                                      (long long)outcome.tries, outcome.reason);
        return outcome;
    }
    outcome.state = "pending";
    random_bytes(&draw, sizeof draw);
    int64_t wait = outbox_backoff(rules, outcome.tries, draw);
    outcome.next_at = now + (answer->after_s > wait ? answer->after_s : wait);
    return outcome;
}

int
outbox_answer(struct ready *ready, struct arena *arena, const struct outbox_rules *rules,
              const struct outbox_answer *answer, int64_t now, bool *left, struct err *err)
{
    struct outbox_message message;
    const char *state = "";
    if (find_leased(ready, arena, rules->store_id, answer, &message, &state, err) < 0)
        return -1;
    struct outcome to = decide(arena, rules, answer, &message, state, now);
    bool sent = answer->state == OUTBOX_SENT;
    const struct db_value values[] = {
        db_int(message.store_id),
        db_int(message.id),
        db_text(to.state),
        to.next_at ? db_int(to.next_at) : db_null(),
        db_int(to.tries),
        sent ? db_int(now) : db_null(),
        db_int(sent && now - message.due_at > rules->late_s),
        db_text(answer->receipt),
        db_text(to.reason),
    };
    const struct db_value row[] = {values[0], values[1], db_text(answer->token)};
    *left = strcmp(to.state, "pending") == 0;
    if (ready_run(ready, SQL_FOLLOWUP_OUTBOX_SETTLE, values, 9, NULL, err) < 0 ||
        ready_run(ready, SQL_FOLLOWUP_OUTBOX_RELEASE, row, 3, NULL, err) < 0)
        return -1;
    if (strcmp(to.state, "dead") != 0)
        return 0;
    int next = outbox_put_next(ready->db, arena, &message, now, err);
    *left = next == 1;
    return next < 0 ? -1 : 0;
}
