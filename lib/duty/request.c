#include "duty/request.h"

#include <string.h>

#include "duty/rows.h"
#include "record/ids.h"

enum { HOUR = 3600 };

int
request_time(struct db *db, int64_t clock, int64_t *now, struct err *err)
{
    int64_t latest;
    if (rows_number(db, SQL_DUTY_LATEST, NULL, &latest, err) < 0)
        return -1;
    *now = latest > clock ? latest : clock;
    return 0;
}

/* ---- asking ------------------------------------------------------------------------------------- */

static void
deed_values(const struct request_deed *deed, int64_t now, struct db_value values[6])
{
    values[0] = db_text(deed->by);
    values[1] = db_text(deed->deed);
    values[2] = db_text(deed->subject);
    values[3] = db_text(deed->reason);
    values[4] = db_int(deed->store_id);
    values[5] = db_int(now);
}

int
request_use(struct db *db, const struct request_deed *deed, int64_t now, int64_t *id,
            struct err *err)
{
    struct db_value values[6];
    struct db_stmt *stmt;
    deed_values(deed, now, values);
    int used = sql_first(db, &stmt, SQL_DUTY_REQUEST_USE, values, 6, err);
    if (used != 1)
        return used;
    *id = db_get_int(stmt, 0);
    db_finish(stmt);
    return 1;
}

static int
find_pending(struct db *db, const struct request_deed *deed, int64_t now, struct request *request,
             struct err *err)
{
    struct db_value values[6];
    struct db_stmt *stmt;
    deed_values(deed, now, values);
    int found = sql_first(db, &stmt, SQL_DUTY_REQUEST_PENDING, values, 6, err);
    if (found != 1)
        return found;
    *request = (struct request){db_get_int(stmt, 0), db_get_int(stmt, 1)};
    db_finish(stmt);
    return 1;
}

static int
find_hours(struct db *db, const char *deed, int64_t *hours, struct err *err)
{
    struct db_value value = db_text(deed);
    if (rows_number(db, SQL_DUTY_HOURS, &value, hours, err) < 0)
        return -1;
    return *hours > 0 ? 0
                      : err_set(err, ERR_DATA,
                                _("%s: needs a second person, and no role may consent to it; "
                                  "ask an admin to name one in roles.yaml: medi-db roles apply"),
                                deed);
}

int
request_make(struct db *db, const struct request_deed *deed, int64_t now, struct request *request,
             struct err *err)
{
    int64_t hours;
    int pending = find_pending(db, deed, now, request, err);
    if (pending)
        return pending < 0 ? -1 : 0;
    if (find_hours(db, deed->deed, &hours, err) < 0 ||
        ids_next(db, "request", 0, &request->id, err) < 0)
        return -1;
    request->expires_at = now + hours * HOUR;
    const struct db_value values[] = {
        db_int(request->id),   db_int(deed->store_id),
        db_text(deed->deed),   db_text(deed->subject),
        db_text(deed->reason), db_text(deed->by),
        db_int(now),           db_int(request->expires_at),
    };
    return sql_run(db, SQL_DUTY_REQUEST_ADD, values, 8, NULL, err) < 0 ? -1 : 1;
}

/* ---- who may consent ------------------------------------------------------------------------------ */

char *
request_consenters(struct db *db, struct arena *arena, const struct request_deed *deed,
                   struct err *err)
{
    const struct db_value values[] = {db_text(deed->deed), db_int(deed->store_id),
                                      db_text(deed->by)};
    return rows_join(db, arena, SQL_DUTY_CONSENTERS, values, NULL, NULL, err);
}

char *
request_roles(struct db *db, struct arena *arena, const char *deed, struct err *err)
{
    struct db_value value = db_text(deed);
    return rows_join(db, arena, SQL_DUTY_CONSENTER_ROLES, &value, NULL, NULL, err);
}

/* ---- deciding ------------------------------------------------------------------------------------- */

/* A request as it stands. */
struct seen {
    int64_t id, store_id, expires_at;
    const char *deed, *subject, *asked_by, *state, *decided_by;
};

static int
get_request(struct db *db, struct arena *arena, int64_t id, struct seen *seen, struct err *err)
{
    struct db_value value = db_int(id);
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_DUTY_REQUEST_GET, &value, 1, err);
    if (found < 0)
        return -1;
    if (found == 0)
        return err_set(err, ERR_DATA,
                       _("request %lld: there is none; list them with: medi-db request list"),
                       (long long)id);
    *seen = (struct seen){
        .id = id,
        .store_id = db_get_int(stmt, 0),
        .deed = arena_strdup(arena, db_get_text(stmt, 1)),
        .subject = arena_strdup(arena, db_get_text(stmt, 2)),
        .asked_by = arena_strdup(arena, db_get_text(stmt, 3)),
        .state = arena_strdup(arena, db_get_text(stmt, 4)),
        .expires_at = db_get_int(stmt, 5),
        .decided_by = db_get_text(stmt, 6) ? arena_strdup(arena, db_get_text(stmt, 6)) : "",
    };
    db_finish(stmt);
    return 0;
}

/* Why a request is not in a state from which `to` follows: 0 if it is. */
static int
check_state(const struct seen *seen, bool approving, int64_t now, struct err *err)
{
    bool approved = strcmp(seen->state, "approved") == 0;
    long long id = seen->id;
    if (strcmp(seen->state, "used") == 0)
        return err_set(err, ERR_DATA, _("request %lld: is used up already"), id);
    if (strcmp(seen->state, "refused") == 0)
        return err_set(err, ERR_DATA, _("request %lld: was refused by %s"), id, seen->decided_by);
    if (strcmp(seen->state, "withdrawn") == 0)
        return err_set(err, ERR_DATA, _("request %lld: was withdrawn by %s"), id, seen->asked_by);
    if (seen->expires_at <= now)
        return err_set(err, ERR_DATA,
                       _("request %lld: is expired; %s must run the command again to ask anew"), id,
                       seen->asked_by);
    if (approved && approving)
        return err_set(err, ERR_DATA, _("request %lld: was approved already, by %s"), id,
                       seen->decided_by);
    return 0;
}

static int
is_same_person(struct db *db, const char *one, const char *other, struct err *err)
{
    const struct db_value values[] = {db_text(one), db_text(other)};
    struct db_stmt *stmt;
    int same = sql_first(db, &stmt, SQL_DUTY_SAME_PERSON, values, 2, err);
    if (same == 1)
        db_finish(stmt);
    return same;
}

/* Another person than the asker, with a role that may. */
static int
check_consenter(struct db *db, struct arena *arena, const struct seen *seen, const char *by,
                struct err *err)
{
    const struct db_value values[] = {db_text(seen->deed), db_int(seen->store_id),
                                      db_text(seen->asked_by)};
    bool found = false;
    if (strcmp(seen->asked_by, by) == 0)
        return err_set(
            err, ERR_DATA,
            _("request %lld: is your own; somebody else must decide it, or take it back: "
              "medi-db request withdraw %lld"),
            (long long)seen->id, (long long)seen->id);
    int same = is_same_person(db, seen->asked_by, by, err);
    if (same < 0)
        return -1;
    if (same)
        return err_set(err, ERR_DATA,
                       _("request %lld: %s and %s are accounts of one person; somebody else must "
                         "decide it"),
                       (long long)seen->id, seen->asked_by, by);
    const char *roles = request_roles(db, arena, seen->deed, err);
    if (!roles || !rows_join(db, arena, SQL_DUTY_CONSENTERS, values, by, &found, err))
        return -1;
    return found ? 0
                 : err_set(err, ERR_DATA,
                           _("request %lld: %s has no role that may decide on %s here; these may: "
                             "%s"),
                           (long long)seen->id, by, seen->deed, roles);
}

/* Somebody else may have been quicker, where several write at once. */
static int
put_state(struct db *db, const struct seen *seen, const char *state, const char *by,
          const char *answer, int64_t now, struct err *err)
{
    const struct db_value values[] = {db_int(seen->id), db_text(seen->state), db_text(state),
                                      db_text(by),      db_int(now),          db_text(answer)};
    int64_t changed;
    if (sql_run(db, SQL_DUTY_REQUEST_DECIDE, values, 6, &changed, err) < 0)
        return -1;
    return changed ? 0
                   : err_set(err, ERR_DATA,
                             _("request %lld: was decided in this moment by somebody else"),
                             (long long)seen->id);
}

static int
decide(struct db *db, int64_t id, const char *state, const char *by, const char *answer,
       int64_t now, struct err *err)
{
    struct arena arena;
    struct seen seen;
    arena_init(&arena);
    int result = get_request(db, &arena, id, &seen, err);
    if (result == 0)
        result = check_state(&seen, strcmp(state, "approved") == 0, now, err);
    if (result == 0)
        result = check_consenter(db, &arena, &seen, by, err);
    if (result == 0)
        result = put_state(db, &seen, state, by, answer, now, err);
    arena_release(&arena);
    return result;
}

int
request_approve(struct db *db, int64_t id, const char *by, int64_t now, struct err *err)
{
    return decide(db, id, "approved", by, NULL, now, err);
}

int
request_refuse(struct db *db, int64_t id, const char *by, const char *answer, int64_t now,
               struct err *err)
{
    return decide(db, id, "refused", by, answer, now, err);
}

int
request_withdraw(struct db *db, int64_t id, const char *by, int64_t now, struct err *err)
{
    struct arena arena;
    struct seen seen;
    arena_init(&arena);
    int result = get_request(db, &arena, id, &seen, err);
    if (result == 0 && strcmp(seen.asked_by, by) != 0)
        result = err_set(err, ERR_DATA, _("request %lld: is %s's; only they can withdraw it"),
                         (long long)id, seen.asked_by);
    if (result == 0)
        result = check_state(&seen, false, now, err);
    if (result == 0)
        result = put_state(db, &seen, "withdrawn", by, NULL, now, err);
    arena_release(&arena);
    return result;
}
