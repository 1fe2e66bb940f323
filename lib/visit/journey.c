#include "visit/journey.h"

#include <string.h>

#include "base/str.h"
#include "db/sql.h"
#include "record/ids.h"

static int64_t
moment_at(struct db_stmt *stmt, int column)
{
    return db_get(stmt, column).type == DB_INT ? db_get_int(stmt, column) : JOURNEY_NEVER;
}

int
journey_visit(struct db *db, struct arena *arena, int64_t store_id, const char *code,
              struct journey_visit *visit, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_VISIT_JOURNEY_VISIT, values, 2, err);
    if (found == 0)
        return err_set(err, ERR_DATA,
                       _("visit %s: this store has none; list them with: medi-visit list"), code);
    if (found < 0)
        return -1;
    *visit = (struct journey_visit){.code = arena_strdup(arena, code),
                                    .id = db_get_int(stmt, 0),
                                    .client_id = db_get_int(stmt, 1),
                                    .client = db_keep_text(stmt, 2, arena),
                                    .arrived_at = moment_at(stmt, 3),
                                    .seen_at = moment_at(stmt, 4),
                                    .left_at = moment_at(stmt, 5),
                                    .status = db_keep_text(stmt, 6, arena),
                                    .channel_id = db_get_int(stmt, 7),
                                    .consultant = db_keep_text(stmt, 8, arena),
                                    .doctor = db_keep_text(stmt, 9, arena)};
    db_finish(stmt);
    return 0;
}

int
journey_going_on(const struct journey_visit *visit, const struct zone *zone, int64_t at,
                 struct err *err)
{
    static const char *const over[] = {"finished", "cancelled", "entered-in-error"};
    char moment[32];
    for (size_t i = 0; i < sizeof over / sizeof over[0]; i++)
        if (strcmp(visit->status, over[i]) == 0)
            return err_set(err, ERR_DATA, _("visit %s is %s; nothing happens in it any more"),
                           visit->code, visit->status);
    if (at >= visit->arrived_at)
        return 0;
    zone_format(zone, visit->arrived_at, moment);
    return err_set(err, ERR_DATA, _("visit %s: the client came at %s, after that"), visit->code,
                   moment);
}

int
journey_seen(struct db *db, int64_t store_id, const struct journey_visit *visit, int64_t at,
             const char *consultant, const char *doctor, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(visit->id), db_int(at),
                                      db_text(consultant), db_text(doctor)};
    return sql_run(db, SQL_VISIT_JOURNEY_SEEN, values, 5, NULL, err);
}

/* ---- clients ------------------------------------------------------------------------------------------ */

int
journey_client(struct db *db, const char *code, int64_t *id, int64_t *channel_id, struct err *err)
{
    const struct db_value value = db_text(code);
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_VISIT_JOURNEY_CLIENT, &value, 1, err);
    if (found == 0)
        return err_set(err, ERR_DATA, _("client %s: there is none; add one: medi-client add"),
                       code);
    if (found < 0)
        return -1;
    *id = db_get_int(stmt, 0);
    *channel_id = db_get_int(stmt, 1);
    db_finish(stmt);
    return 0;
}

int
journey_not_here(struct db *db, int64_t store_id, int64_t client_id, int64_t day, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(client_id), db_int(day)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_VISIT_JOURNEY_HERE, values, 3, err);
    if (found != 1)
        return found;
    err_set(err, ERR_DATA,
            _("this client is here already: visit %s; close it first: medi-visit close"),
            db_get_text(stmt, 0));
    db_finish(stmt);
    return -1;
}

/* ---- the close --------------------------------------------------------------------------------------- */

static int
nothing_open(struct db *db, struct arena *arena, int64_t store_id,
             const struct journey_visit *visit, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(visit->id)};
    struct db_stmt *stmt = NULL;
    const char *open = "";
    int step = sql_open(db, &stmt, SQL_VISIT_JOURNEY_OPEN, values, 2, err);
    while (step >= 0 && (step = db_step(stmt, err)) == 1)
        open = arena_printf(arena, "%s%s%s (%s)", open, *open ? ", " : "", db_get_text(stmt, 0),
                            db_get_text(stmt, 1));
    db_finish(stmt);
    if (step < 0 || !*open)
        return step;
    return err_set(err, ERR_DATA,
                   _("visit %s: treatments are not ended: %s; end them: medi-visit treat --end"),
                   visit->code, open);
}

int
journey_close(struct db *db, struct arena *arena, int64_t store_id,
              const struct journey_visit *visit, int64_t at, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(visit->id), db_int(at)};
    return nothing_open(db, arena, store_id, visit, err) < 0
               ? -1
               : sql_run(db, SQL_VISIT_JOURNEY_CLOSE, values, 3, NULL, err);
}

/* ---- plans --------------------------------------------------------------------------------------------- */

struct plan {
    int64_t id, client_id;
    char state[16];
};

static int
find_plan(struct db *db, int64_t store_id, const char *code, struct plan *plan, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_VISIT_JOURNEY_PLAN, values, 2, err);
    if (found == 0)
        return err_set(err, ERR_DATA, _("plan %s: this store has none"), code);
    if (found < 0)
        return -1;
    *plan = (struct plan){.id = db_get_int(stmt, 0), .client_id = db_get_int(stmt, 1)};
    strncpy(plan->state, db_get_text(stmt, 2), sizeof plan->state - 1);
    db_finish(stmt);
    return 0;
}

static int
set_state(struct db *db, int64_t store_id, int64_t id, const char *state, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(id), db_text(state)};
    return sql_run(db, SQL_VISIT_JOURNEY_PLAN_STATE, values, 3, NULL, err);
}

int
journey_plan_id(struct db *db, int64_t store_id, int64_t client_id, const char *code, int64_t *id,
                struct err *err)
{
    struct plan plan;
    if (find_plan(db, store_id, code, &plan, err) < 0)
        return -1;
    *id = plan.id;
    return plan.client_id == client_id
               ? 0
               : err_set(err, ERR_DATA, _("plan %s: is another client's"), code);
}

int
journey_plan_replace(struct db *db, int64_t store_id, int64_t client_id, const char *code,
                     struct err *err)
{
    struct plan plan;
    int64_t id;
    if (find_plan(db, store_id, code, &plan, err) < 0 ||
        journey_plan_id(db, store_id, client_id, code, &id, err) < 0)
        return -1;
    if (strcmp(plan.state, "replaced") == 0 || strcmp(plan.state, "declined") == 0)
        return err_set(err, ERR_DATA, _("plan %s is %s; revise the one that stands"), code,
                       plan.state);
    return set_state(db, store_id, id, "replaced", err);
}

int
journey_plan_open(struct db *db, struct arena *arena, int64_t store_id, int64_t client_id,
                  const char **code, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(client_id)};
    struct db_stmt *stmt;
    *code = NULL;
    int found = sql_first(db, &stmt, SQL_VISIT_JOURNEY_PLAN_OPEN, values, 2, err);
    if (found <= 0)
        return found;
    *code = db_keep_text(stmt, 0, arena);
    db_finish(stmt);
    return 0;
}

int
journey_plan_decide(struct db *db, int64_t store_id, const char *code, const char *state,
                    struct err *err)
{
    struct plan plan;
    if (find_plan(db, store_id, code, &plan, err) < 0)
        return -1;
    if (strcmp(plan.state, "proposed") != 0)
        return err_set(err, ERR_DATA, _("plan %s is %s already"), code, plan.state);
    return set_state(db, store_id, plan.id, state, err);
}

int
journey_plan_lines(struct db *db, int64_t store_id, int64_t plan_id, const struct sell_line *lines,
                   int count, struct err *err)
{
    for (int i = 0; i < count; i++) {
        int64_t id;
        if (ids_next(db, "plan_line", store_id, &id, err) < 0)
            return -1;
        const struct db_value values[] = {db_int(store_id),
                                          db_int(id),
                                          db_int(plan_id),
                                          db_int(i + 1),
                                          db_int(lines[i].project_id),
                                          db_int(lines[i].quantity),
                                          db_int(lines[i].amount_fen)};
        if (sql_run(db, SQL_VISIT_JOURNEY_PLAN_LINE_ADD, values, 7, NULL, err) < 0)
            return -1;
    }
    return 0;
}
