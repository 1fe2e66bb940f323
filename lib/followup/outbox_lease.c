#include "followup/outbox_lease.h"

#include <stdlib.h>
#include <string.h>

#include "base/cipher.h"
#include "client/contact.h"

static void
make_token(char token[OUTBOX_TOKEN])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char bytes[OUTBOX_TOKEN / 2];
    random_bytes(bytes, sizeof bytes);
    for (size_t i = 0; i < sizeof bytes; i++) {
        token[2 * i] = digits[bytes[i] >> 4];
        token[2 * i + 1] = digits[bytes[i] & 15];
    }
    token[OUTBOX_TOKEN - 1] = '\0';
}

/* ---- taking --------------------------------------------------------------------------------------- */

enum {
    T_ID,
    T_CODE,
    T_CLIENT_ID,
    T_TREATMENT,
    T_TASK,
    T_PLAN,
    T_STEP,
    T_OCCURRENCE,
    T_CHANNEL,
    T_CHANNELS,
    T_TEMPLATE,
    T_PURPOSE,
    T_PRIORITY,
    T_DUE,
    T_DAY,
    T_UNTIL,
    T_NEXT,
    T_TRIES,
    T_TAKEN,
    T_CLIENT,
    T_LANGUAGE,
    T_NAME,
    T_PHONE,
    T_EMAIL,
    T_WECHAT,
    T_KEY,
    T_STATUS,
    T_AT,
    T_PROJECT,
    T_DOCTOR,
    T_TASK_STATE,
};

static struct db_value
keep_bytes(const struct db_stmt *stmt, int column, struct arena *arena)
{
    struct db_value value = db_get(stmt, column);
    if (value.type == DB_BYTES || value.type == DB_TEXT)
        value.text = arena_strndup(arena, value.text, value.length);
    return value;
}

static void
read_message(const struct db_stmt *stmt, struct arena *arena, int64_t store_id,
             struct outbox_message *message)
{
    *message = (struct outbox_message){
        .id = db_get_int(stmt, T_ID),
        .store_id = store_id,
        .client_id = db_get_int(stmt, T_CLIENT_ID),
        .treatment_id = db_get_int(stmt, T_TREATMENT),
        .task_id = db_get_int(stmt, T_TASK),
        .plan = db_keep_text(stmt, T_PLAN, arena),
        .step = db_keep_text(stmt, T_STEP, arena),
        .occurrence = db_keep_text(stmt, T_OCCURRENCE, arena),
        .channel = db_keep_text(stmt, T_CHANNEL, arena),
        .channels = db_keep_text(stmt, T_CHANNELS, arena),
        .template = db_keep_text(stmt, T_TEMPLATE, arena),
        .purpose = db_keep_text(stmt, T_PURPOSE, arena),
        .priority = db_get_int(stmt, T_PRIORITY),
        .due_at = db_get_int(stmt, T_DUE),
        .day = db_get_int(stmt, T_DAY),
        .until_at = db_get_int(stmt, T_UNTIL),
        .next_at = db_get_int(stmt, T_NEXT),
        .tries = db_get_int(stmt, T_TRIES),
        .code = db_keep_text(stmt, T_CODE, arena),
    };
}

static void
read_taken(const struct db_stmt *stmt, struct arena *arena, const struct outbox_rules *rules,
           int64_t now, struct outbox_taken *taken)
{
    read_message(stmt, arena, rules->store_id, &taken->message);
    taken->taken = db_get_int(stmt, T_TAKEN);
    taken->client = db_keep_text(stmt, T_CLIENT, arena);
    taken->language = db_keep_text(stmt, T_LANGUAGE, arena);
    taken->name = keep_bytes(stmt, T_NAME, arena);
    taken->place = strcmp(taken->message.channel, "sms") == 0     ? "phone"
                   : strcmp(taken->message.channel, "email") == 0 ? "email"
                                                                  : "wechat";
    taken->address = keep_bytes(stmt,
                                taken->place[0] == 'p'   ? T_PHONE
                                : taken->place[0] == 'e' ? T_EMAIL
                                                         : T_WECHAT,
                                arena);
    taken->data_key = keep_bytes(stmt, T_KEY, arena);
    taken->treatment_status = db_keep_text(stmt, T_STATUS, arena);
    taken->treatment_at = db_get_int(stmt, T_AT);
    taken->project = db_keep_text(stmt, T_PROJECT, arena);
    taken->doctor = db_keep_text(stmt, T_DOCTOR, arena);
    taken->task_state = db_keep_text(stmt, T_TASK_STATE, arena);
    taken->late = now - taken->message.due_at > rules->late_s;
}

/* The most urgent first, then the oldest. */
static int
compare_taken(const void *a, const void *b)
{
    const struct outbox_message *left = &((const struct outbox_taken *)a)->message;
    const struct outbox_message *right = &((const struct outbox_taken *)b)->message;
    if (left->priority != right->priority)
        return left->priority > right->priority ? -1 : 1;
    if (left->next_at != right->next_at)
        return left->next_at < right->next_at ? -1 : 1;
    return left->id < right->id ? -1 : left->id > right->id;
}

int
outbox_take(struct ready *ready, struct arena *arena, const struct outbox_rules *rules,
            struct outbox_claim *claim, struct outbox_taken **list, struct err *err)
{
    make_token(claim->token);
    const struct db_value values[] = {
        db_int(claim->store_id),
        db_text(claim->channel),
        db_int(claim->now),
        db_int(claim->fresh ? claim->now - rules->late_s : 0),
        db_int(claim->now + OUTBOX_LEASE_MOST),
        db_int(claim->now + claim->lease_s),
        db_text(claim->token),
        db_int(claim->count),
    };
    struct db_stmt *stmt;
    int count = 0, room = 0, more;
    *list = NULL;
    if (ready_run(ready, SQL_FOLLOWUP_OUTBOX_CLAIM, values, 8, NULL, err) < 0)
        return -1;
    const struct db_value mine[] = {values[0], values[6]};
    if (ready_open(ready, &stmt, SQL_FOLLOWUP_OUTBOX_TAKEN, mine, 2, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        *list = arena_more(arena, *list, count, &room, sizeof **list);
        (*list)[count].token = arena_strdup(arena, claim->token);
        read_taken(stmt, arena, rules, claim->now, &(*list)[count++]);
    }
    db_reset(stmt);
    if (count)
        qsort(*list, (size_t)count, sizeof **list, compare_taken);
    return more < 0 ? -1 : count;
}

/* ---- just before the words go ----------------------------------------------------------------------- */

static int
may_contact(struct ready *ready, struct arena *arena, const struct outbox_rules *rules,
            const struct outbox_message *message, int64_t now, const char **why, struct err *err)
{
    const struct contact contact = {.client_id = message->client_id,
                                    .purpose = message->purpose,
                                    .way = message->channel,
                                    .moment = now,
                                    .day = zone_day(rules->zone, now)};
    return client_may_contact_ready(ready, arena, &contact, why, err);
}

int
outbox_still(struct ready *ready, struct arena *arena, const struct outbox_rules *rules,
             const struct outbox_taken *taken, int64_t now, int64_t need_s, const char **why,
             struct err *err)
{
    const struct outbox_message *message = &taken->message;
    const struct db_value values[] = {db_int(message->store_id), db_int(message->id),
                                      db_text(taken->token), db_int(now + need_s),
                                      db_int(now + OUTBOX_LEASE_MOST)};
    struct db_stmt *stmt;
    *why = NULL;
    int found = ready_first(ready, &stmt, SQL_FOLLOWUP_OUTBOX_STILL, values, 5, err);
    if (found != 1)
        return found < 0 ? -1 : STILL_NOT_OURS;
    bool ours = db_get_int(stmt, 1) != 0;
    const char *status = db_get_text(stmt, 2);
    bool back = strcmp(db_get_text(stmt, 0), "pending") != 0 ||
                (status && strcmp(status, "entered-in-error") == 0);
    db_reset(stmt);
    if (!ours || back)
        return ours ? STILL_TAKEN_BACK : STILL_NOT_OURS;
    int may = may_contact(ready, arena, rules, message, now, why, err);
    return may < 0 ? -1 : may ? STILL_GOES : STILL_REFUSED;
}

/* ---- the end of a lease ------------------------------------------------------------------------------- */

int
outbox_release(struct ready *ready, const struct outbox_taken *taken, struct err *err)
{
    const struct db_value values[] = {db_int(taken->message.store_id), db_int(taken->message.id),
                                      db_text(taken->token)};
    int64_t changed = 0;
    if (ready_run(ready, SQL_FOLLOWUP_OUTBOX_RELEASE, values, 3, &changed, err) < 0)
        return -1;
    return changed == 1;
}

int
outbox_settle(struct ready *ready, struct arena *arena, const struct outbox_taken *taken,
              const char *state, int64_t next_at, const char *reason, int64_t now, struct err *err)
{
    const struct outbox_message *message = &taken->message;
    bool pending = strcmp(state, "pending") == 0;
    const struct db_value values[] = {
        db_int(message->store_id),
        db_int(message->id),
        db_text(state),
        pending ? db_int(next_at) : db_null(),
        db_int(message->tries),
        db_null(),
        db_int(0),
        db_null(),
        db_text(reason),
    };
    int ours = outbox_release(ready, taken, err);
    if (ours != 1)
        return ours;
    if (ready_run(ready, SQL_FOLLOWUP_OUTBOX_SETTLE, values, 9, NULL, err) < 0)
        return -1;
    if (pending || strcmp(state, "cancelled") == 0)
        return 0;
    return outbox_put_next(ready->db, arena, message, now, err) < 0 ? -1 : 0;
}
