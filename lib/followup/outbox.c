#include "followup/outbox.h"

#include <stdbool.h>
#include <string.h>

#include "base/hash.h"
#include "db/sql.h"
#include "record/ids.h"

/* 1 it is there, 0 not, and in `code` what it is to be called, -1. */
static int
is_there(struct db *db, struct arena *arena, const struct outbox_message *message,
         const char **code, struct err *err)
{
    const struct db_value values[] = {
        db_int(message->store_id),    db_text(message->code),    db_int(message->client_id),
        db_id(message->treatment_id), db_text(message->plan),    db_text(message->step),
        db_text(message->occurrence), db_text(message->channel),
    };
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_FOLLOWUP_OUTBOX_THERE, values, 8, err);
    if (found != 1)
        return found < 0 ? -1 : err_set(err, ERR_DATA, _("no such client"));
    *code = db_keep_text(stmt, 0, arena);
    bool there = db_get(stmt, 1).type != DB_NULL;
    db_finish(stmt);
    return there;
}

int
outbox_put(struct db *db, struct arena *arena, const struct outbox_message *message,
           struct err *err)
{
    int64_t id;
    const char *code = NULL;
    int there = is_there(db, arena, message, &code, err);
    if (there != 0)
        return there < 0 ? -1 : 0;
    if (ids_next(db, "message", message->store_id, &id, err) < 0)
        return -1;
    const struct db_value values[] = {
        db_int(message->store_id),
        db_int(id),
        db_text(code),
        db_int(message->client_id),
        db_id(message->treatment_id),
        db_id(message->task_id),
        db_text(message->plan),
        db_text(message->step),
        db_text(message->occurrence),
        db_text(message->channel),
        db_text(message->channels && *message->channels ? message->channels : NULL),
        db_text(message->template),
        db_text(message->purpose),
        db_int(message->priority),
        db_int(message->due_at),
        db_int(message->day),
        db_int(message->until_at),
        db_int(message->next_at ? message->next_at : message->due_at),
    };
    return sql_run(db, SQL_FOLLOWUP_OUTBOX_PUT, values, 18, NULL, err) < 0 ? -1 : 1;
}

int
outbox_put_next(struct db *db, struct arena *arena, const struct outbox_message *message,
                int64_t now, struct err *err)
{
    const char *list = message->channels ? message->channels : "", *comma = strchr(list, ',');
    struct outbox_message next = *message;
    if (!*list || now > message->until_at)
        return 0;
    next.channel = comma ? arena_strndup(arena, list, (size_t)(comma - list)) : list;
    next.channels = comma ? comma + 1 : "";
    next.code = NULL;
    next.next_at = now > message->due_at ? now : message->due_at;
    return outbox_put(db, arena, &next, err);
}

int
outbox_waiting(struct db *db, int64_t store_id, const char *channel, int64_t now, int64_t *count,
               struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(channel), db_int(now)};
    struct db_stmt *stmt;
    if (sql_first(db, &stmt, SQL_FOLLOWUP_OUTBOX_WAITING, values, 3, err) < 0)
        return -1;
    *count = db_get_int(stmt, 0);
    db_finish(stmt);
    return 0;
}

void
outbox_key(const char *store, const char *code, char key[OUTBOX_KEY])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char bytes[OUTBOX_KEY / 2];
    struct hash hash;
    hash_begin(&hash, "medi message", sizeof bytes, NULL);
    hash_add_text(&hash, store);
    hash_add_text(&hash, code);
    hash_end(&hash, bytes, sizeof bytes);
    for (size_t i = 0; i < sizeof bytes; i++) {
        key[2 * i] = digits[bytes[i] >> 4];
        key[2 * i + 1] = digits[bytes[i] & 15];
    }
    key[OUTBOX_KEY - 1] = '\0';
}
