#include "audit/action.h"

#include <string.h>

#include "base/day.h"
#include "db/sql.h"
#include "record/ids.h"

/* ---- findings ------------------------------------------------------------------------------------------ */

int
action_finding(struct db *db, struct arena *arena, const char *rule, const char *subject,
               int64_t store_id, struct action_found *found, struct err *err)
{
    const struct db_value values[] = {db_text(rule), db_text(subject), db_int(store_id)};
    struct db_stmt *stmt = NULL;
    int more = sql_first(db, &stmt, SQL_AUDIT_FINDING_FIND, values, 3, err);
    if (more == 1) {
        *found = (struct action_found){.store_id = db_get_int(stmt, 0),
                                       .id = db_get_int(stmt, 1),
                                       .store = db_keep_text(stmt, 2, arena),
                                       .rule = rule,
                                       .fixed = db_get_int(stmt, 3) != 0};
        more = db_step(stmt, err);
        bool other = more == 1 && !db_get_int(stmt, 3) && !found->fixed;
        db_finish(stmt);
        if (more < 0)
            return -1;
        return other ? err_set(err, ERR_DATA,
                               _("%s %s: was found in several stores; say which with -s"), rule,
                               subject)
                     : 0;
    }
    return more < 0 ? -1
                    : err_set(err, ERR_DATA, _("%s %s: no run has found it; see: medi-audit run"),
                              rule, subject);
}

int
action_waive(struct db *db, const struct action_waiver *waiver, struct err *err)
{
    int64_t id;
    if (ids_next(db, "audit_waiver", waiver->store_id, &id, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(waiver->store_id), db_int(id),
                                      db_text(waiver->rule),    db_text(waiver->subject),
                                      db_text(waiver->reason),  db_int(waiver->from_on),
                                      db_int(waiver->until_on), db_int(waiver->at),
                                      db_text(waiver->login)};
    return sql_run(db, SQL_AUDIT_WAIVER_PUT, values, 9, NULL, err);
}

/* ---- steps --------------------------------------------------------------------------------------------- */

static int
find_owner(struct db *db, const struct action_step *step, int64_t *id, struct err *err)
{
    const struct db_value values[] = {db_text(step->owner), db_int(step->today)};
    struct db_stmt *stmt = NULL;
    *id = 0;
    if (!step->owner)
        return 0;
    int more = sql_first(db, &stmt, SQL_AUDIT_STAFF, values, 2, err);
    if (more == 1)
        *id = db_get_int(stmt, 0);
    db_finish(stmt);
    return more == 0  ? err_set(err, ERR_DATA, _("--owner: %s: nobody of that code works here"),
                                step->owner)
           : more < 0 ? -1
                      : 0;
}

static struct db_value
due_value(const struct action_step *step)
{
    return step->due_on == INT64_MIN ? db_null() : db_int(step->due_on);
}

static int
put_step(struct db *db, int64_t store_id, int64_t action_id, int64_t owner_id,
         const struct action_step *step, struct err *err)
{
    int64_t id;
    if (ids_next(db, "audit_step", store_id, &id, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(store_id),    db_int(id),       db_int(action_id),
                                      db_text(step->kind), db_int(step->at), db_text(step->login),
                                      db_id(owner_id),     due_value(step),  db_text(step->says)};
    return sql_run(db, SQL_AUDIT_STEP_PUT, values, 9, NULL, err);
}

static int
set(struct db *db, const struct action *action, const char *state, int64_t owner_id,
    const struct action_step *step, bool closes, struct err *err)
{
    const struct db_value values[] = {
        db_int(action->store_id), db_int(action->id), db_text(state),
        db_id(owner_id),          due_value(step),    closes ? db_int(step->at) : db_null()};
    if (put_step(db, action->store_id, action->id, owner_id, step, err) < 0)
        return -1;
    return sql_run(db, SQL_AUDIT_ACTION_SET, values, 6, NULL, err);
}

static int
check_due(const struct action_step *step, struct err *err)
{
    char text[16];
    if (step->due_on == INT64_MIN || step->due_on >= step->today)
        return 0;
    day_format(step->due_on, text);
    return err_set(err, ERR_DATA, _("--due: %s: is over; give a day from today on"), text);
}

int
action_open(struct db *db, struct arena *arena, const struct action_found *found, const char *what,
            const struct action_step *step, const char **code, struct err *err)
{
    int64_t id, owner_id;
    if (found->fixed)
        return err_set(err, ERR_DATA, _("%s: is fixed already; there is nothing to put right"),
                       found->rule);
    if (check_due(step, err) < 0 || find_owner(db, step, &owner_id, err) < 0 ||
        ids_next(db, "audit_action", found->store_id, &id, err) < 0)
        return -1;
    *code = arena_printf(arena, "%s-A%lld", found->store, (long long)id);
    const struct db_value values[] = {db_int(found->store_id), db_int(id),      db_text(*code),
                                      db_int(found->id),       db_text(what),   db_id(owner_id),
                                      due_value(step),         db_int(step->at)};
    if (sql_run(db, SQL_AUDIT_ACTION_PUT, values, 8, NULL, err) < 0)
        return -1;
    return put_step(db, found->store_id, id, owner_id, step, err);
}

int
action_find(struct db *db, struct arena *arena, const char *code, int64_t today,
            struct action *action, struct err *err)
{
    const struct db_value values[] = {db_text(code), db_int(today)};
    struct db_stmt *stmt = NULL;
    int more = sql_first(db, &stmt, SQL_AUDIT_ACTION_FIND, values, 2, err);
    if (more == 1)
        *action = (struct action){.store_id = db_get_int(stmt, 0),
                                  .id = db_get_int(stmt, 1),
                                  .finding_id = db_get_int(stmt, 2),
                                  .code = code,
                                  .state = db_keep_text(stmt, 3, arena),
                                  .fixed = db_get_int(stmt, 4) != 0,
                                  .waived = db_get_int(stmt, 5) != 0,
                                  .last_login = db_keep_text(stmt, 6, arena)};
    db_finish(stmt);
    if (more == 0)
        return err_set(err, ERR_DATA, _("%s: no such action; see: medi-audit action list"), code);
    return more < 0 ? -1
           : strcmp(action->state, "closed") == 0
               ? err_set(err, ERR_DATA, _("%s: is closed, and nothing follows; open another"), code)
               : 0;
}

int
action_assign(struct db *db, const struct action *action, const struct action_step *step,
              struct err *err)
{
    int64_t owner_id;
    if (!step->owner && step->due_on == INT64_MIN)
        return err_set(err, ERR_USAGE, _("--owner, --due: give one of them"));
    if (check_due(step, err) < 0 || find_owner(db, step, &owner_id, err) < 0)
        return -1;
    return set(db, action, NULL, owner_id, step, false, err);
}

int
action_evidence(struct db *db, const struct action *action, const struct action_step *step,
                struct err *err)
{
    return set(db, action, "done", 0, step, false, err);
}

int
action_close(struct db *db, const struct action *action, const struct action_step *step,
             struct err *err)
{
    if (strcmp(action->state, "done") != 0)
        return err_set(err, ERR_DATA, _("%s: has no evidence; see: medi-audit action evidence"),
                       action->code);
    if (!action->fixed && !action->waived)
        return err_set(err, ERR_DATA,
                       _("%s: its finding is still open; run medi-audit run, and put right what it "
                         "finds"),
                       action->code);
    if (action->last_login && strcmp(action->last_login, step->login) == 0)
        return err_set(err, ERR_DATA, _("%s: another than who gave the evidence closes it"),
                       action->code);
    return set(db, action, "closed", 0, step, true, err);
}
