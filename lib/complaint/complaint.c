#include "complaint/complaint.h"

#include "db/sql.h"

static int64_t
or_never(const struct db_stmt *stmt, int column)
{
    struct db_value value = db_get(stmt, column);
    return value.type == DB_INT ? value.number : COMPLAINT_NEVER;
}

int
complaint_get(struct db *db, struct arena *arena, int64_t store_id, const char *code,
              struct complaint *complaint, struct err *err)
{
    struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt = NULL;
    int found = sql_first(db, &stmt, SQL_COMPLAINT_GET, values, 2, err);
    if (found < 0)
        return -1;
    if (!found)
        return err_set(
            err, ERR_DATA,
            _("%s: no such complaint in this store; list them with: medi-complaint list"), code);
    *complaint = (struct complaint){
        .store_id = store_id,
        .id = db_get_int(stmt, 0),
        .client_id = db_get_int(stmt, 1),
        .code = arena_strdup(arena, code),
        .client = arena_strdup(arena, db_get_text(stmt, 2)),
        .opened_at = db_get_int(stmt, 4),
        .respond_by = or_never(stmt, 5),
        .responded_at = or_never(stmt, 6),
        .paused_at = or_never(stmt, 7),
        .paused_s = db_get_int(stmt, 8),
        .about_id = db_get_int(stmt, 9),
        .owner_id = db_get_int(stmt, 10),
        .consultant_id = db_get_int(stmt, 11),
        .compensation_fen = db_get_int(stmt, 12),
        .lines = db_get_int(stmt, 13),
        .last_at = or_never(stmt, 14),
        .proposed_fen = or_never(stmt, 15),
        .agreed_fen = or_never(stmt, 16),
        .feedbacks = db_get_int(stmt, 17),
    };
    bool known = state_parse(db_get_text(stmt, 3), &complaint->state);
    db_finish(stmt);
    return known ? 0 : err_set(err, ERR_DB, _("internal error: %s: a state without a name"), code);
}

/* ---- opening -------------------------------------------------------------------------------------- */

struct found { /* counts of complaint/belongs */
    int64_t client, gone, treatment, treatment_theirs, visit, visit_theirs, lot, lot_used;
};

static int
find_all(struct db *db, const struct complaint_subject *subject, struct found *found,
         struct err *err)
{
    struct db_value values[] = {db_int(subject->store_id),   db_text(subject->client),
                                db_text(subject->treatment), db_text(subject->visit),
                                db_text(subject->item),      db_text(subject->lot)};
    struct db_stmt *stmt = NULL;
    if (sql_first(db, &stmt, SQL_COMPLAINT_BELONGS, values, 6, err) < 0)
        return -1;
    *found = (struct found){db_get_int(stmt, 0), db_get_int(stmt, 1), db_get_int(stmt, 2),
                            db_get_int(stmt, 3), db_get_int(stmt, 4), db_get_int(stmt, 5),
                            db_get_int(stmt, 6), db_get_int(stmt, 7)};
    db_finish(stmt);
    return 0;
}

int
complaint_belongs(struct db *db, const struct complaint_subject *subject, struct err *err)
{
    struct found found;
    if (find_all(db, subject, &found, err) < 0)
        return -1;
    if (!found.client)
        return err_set(err, ERR_DATA, _("%s: no such client"), subject->client);
    if (found.gone)
        return err_set(err, ERR_DATA, _("%s: was forgotten, or joined to another file"),
                       subject->client);
    if (subject->treatment && !found.treatment)
        return err_set(err, ERR_DATA, _("treatment %s: not in this store"), subject->treatment);
    if (subject->treatment && !found.treatment_theirs)
        return err_set(err, ERR_DATA, _("treatment %s: is not one of %s"), subject->treatment,
                       subject->client);
    if (subject->visit && !found.visit)
        return err_set(err, ERR_DATA, _("visit %s: not in this store"), subject->visit);
    if (subject->visit && !found.visit_theirs)
        return err_set(err, ERR_DATA, _("visit %s: is not one of %s"), subject->visit,
                       subject->client);
    if (subject->lot && !found.lot)
        return err_set(err, ERR_DATA, _("product %s/%s: no such lot in this store"), subject->item,
                       subject->lot);
    if (subject->lot && !found.lot_used)
        return err_set(err, ERR_DATA,
                       subject->treatment ? _("product %s/%s: was not used in treatment %s")
                                          : _("product %s/%s: was in no treatment of %s"),
                       subject->item, subject->lot,
                       subject->treatment ? subject->treatment : subject->client);
    return 0;
}

int
complaint_same(struct db *db, struct arena *arena, int64_t store_id, const char *code,
               const char **same, struct err *err)
{
    struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt = NULL;
    *same = NULL;
    int found = sql_first(db, &stmt, SQL_COMPLAINT_SAME, values, 2, err);
    if (found != 1)
        return found;
    *same = arena_strdup(arena, db_get_text(stmt, 0));
    db_finish(stmt);
    return 0;
}
