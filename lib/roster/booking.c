/* Bookings as they stand, what a project needs, and which state may follow another. */
#include "roster/booking.h"

#include <string.h>

#include "db/sql.h"

int64_t
booking_idle(const struct busy_gaps *gaps)
{
    return (gaps->before < BOOKING_USEFUL_MINUTES ? gaps->before : 0) +
           (gaps->after < BOOKING_USEFUL_MINUTES ? gaps->after : 0);
}

/* ---- what is asked for ----------------------------------------------------------------------- */

enum {
    P_ID,
    P_DEPARTMENT,
    P_KIND,
    P_GRADE,
    P_LICENCE,
    P_DEVICE,
    P_MINUTES,
    P_ACTIVE,
    P_DOCTOR,
    P_NURSE,
    P_ROOM,
    P_BEFORE,
    P_AFTER
};

static int
said(const struct db_stmt *stmt, int column)
{
    return db_get(stmt, column).type == DB_INT ? db_get_int(stmt, column) != 0 : -1;
}

int
booking_project(struct db *db, struct arena *arena, const char *code,
                struct booking_project *project, struct err *err)
{
    const struct db_value value = db_text(code);
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_ROSTER_BOOKING_PROJECT, &value, 1, err);
    if (found <= 0)
        return found < 0 ? -1
                         : err_set(err, ERR_DATA,
                                   _("project %s: there is none: medi-visit project list"), code);
    *project = (struct booking_project){
        .id = db_get_int(stmt, P_ID),
        .code = code,
        .department = db_keep_text(stmt, P_DEPARTMENT, arena),
        .kind = db_keep_text(stmt, P_KIND, arena),
        .grade = db_get_int(stmt, P_GRADE),
        .licence = db_keep_text(stmt, P_LICENCE, arena),
        .device_kind = db_keep_text(stmt, P_DEVICE, arena),
        .minutes = db_get_int(stmt, P_MINUTES),
        .active = db_get_int(stmt, P_ACTIVE) != 0,
        .doctor = said(stmt, P_DOCTOR),
        .nurse = said(stmt, P_NURSE),
        .room = said(stmt, P_ROOM),
        .before = db_get_int(stmt, P_BEFORE),
        .after = db_get_int(stmt, P_AFTER),
    };
    db_finish(stmt);
    return 0;
}

int
booking_client(struct db *db, struct arena *arena, const char *code, int64_t *id, const char **own,
               struct err *err)
{
    const struct db_value value = db_text(code);
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_ROSTER_BOOKING_CLIENT, &value, 1, err);
    if (found <= 0)
        return found < 0 ? -1
                         : err_set(err, ERR_DATA,
                                   _("client %s: there is none; add one: medi-client add"), code);
    bool forgotten = db_get(stmt, 2).type == DB_INT;
    *id = db_get_int(stmt, 0);
    *own = db_keep_text(stmt, 1, arena);
    db_finish(stmt);
    return forgotten ? err_set(err, ERR_DATA,
                               _("client %s: was forgotten; nothing is booked for them"), code)
                     : 0;
}

int
booking_staff(struct db *db, const char *code, int64_t *id, struct err *err)
{
    const struct db_value value = db_text(code);
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_ROSTER_BOOKING_STAFF, &value, 1, err);
    if (found <= 0)
        return found < 0
                   ? -1
                   : err_set(err, ERR_DATA, _("staff %s: there is none: medi-staff list"), code);
    *id = db_get_int(stmt, 0);
    db_finish(stmt);
    return 0;
}

/* ---- as it stands ---------------------------------------------------------------------------- */

enum {
    R_CLIENT,
    R_CLIENT_ID,
    R_PROJECT,
    R_DOCTOR,
    R_NURSE,
    R_DOCTOR_ID,
    R_NURSE_ID,
    R_ROOM,
    R_DEVICE,
    R_STARTS,
    R_ENDS,
    R_DAY,
    R_STATUS
};

int
booking_find(struct db *db, struct arena *arena, int64_t store_id, const char *code,
             struct booking_row *row, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_ROSTER_BOOKING_GET, values, 2, err);
    if (found <= 0)
        return found;
    *row = (struct booking_row){
        .code = arena_strdup(arena, code),
        .client = db_keep_text(stmt, R_CLIENT, arena),
        .client_id = db_get_int(stmt, R_CLIENT_ID),
        .project = db_keep_text(stmt, R_PROJECT, arena),
        .doctor = db_keep_text(stmt, R_DOCTOR, arena),
        .nurse = db_keep_text(stmt, R_NURSE, arena),
        .doctor_id = db_get_int(stmt, R_DOCTOR_ID),
        .nurse_id = db_get_int(stmt, R_NURSE_ID),
        .room = db_keep_text(stmt, R_ROOM, arena),
        .device = db_keep_text(stmt, R_DEVICE, arena),
        .starts_at = db_get_int(stmt, R_STARTS),
        .ends_at = db_get_int(stmt, R_ENDS),
        .day = db_get_int(stmt, R_DAY),
        .status = db_keep_text(stmt, R_STATUS, arena),
    };
    db_finish(stmt);
    return 1;
}

int
booking_get(struct db *db, struct arena *arena, int64_t store_id, const char *code,
            struct booking_row *row, struct err *err)
{
    int found = booking_find(db, arena, store_id, code, row, err);
    if (found == 0)
        return err_set(err, ERR_DATA,
                       _("appointment %s: there is none in this store: medi-roster list"), code);
    return found < 0 ? -1 : 0;
}

int
booking_here(struct db *db, struct arena *arena, const struct booking_visit *visit,
             const char **code, struct err *err)
{
    const struct db_value values[] = {db_int(visit->store_id), db_int(visit->client_id),
                                      db_int(visit->day), db_int(visit->at),
                                      db_int(visit->arrived)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_ROSTER_BOOKING_HERE, values, 5, err);
    if (found <= 0)
        return found;
    *code = db_keep_text(stmt, 0, arena);
    db_finish(stmt);
    return 1;
}

/* ---- states ---------------------------------------------------------------------------------- */

bool
booking_may_become(const char *from, const char *to)
{
    static const struct {
        const char *from, *to;
    } may[] = {
        {"proposed", "pending"},  {"proposed", "booked"},      {"proposed", "cancelled"},
        {"waitlist", "pending"},  {"waitlist", "booked"},      {"waitlist", "cancelled"},
        {"pending", "booked"},    {"pending", "waitlist"},     {"pending", "arrived"},
        {"pending", "cancelled"}, {"pending", "noshow"},       {"booked", "arrived"},
        {"booked", "checked-in"}, {"booked", "cancelled"},     {"booked", "noshow"},
        {"booked", "waitlist"},   {"arrived", "checked-in"},   {"arrived", "fulfilled"},
        {"arrived", "cancelled"}, {"checked-in", "fulfilled"}, {"checked-in", "cancelled"},
        {"noshow", "arrived"},
    };
    if (strcmp(to, "entered-in-error") == 0)
        return strcmp(from, to) != 0;
    for (size_t i = 0; i < sizeof may / sizeof may[0]; i++)
        if (strcmp(may[i].from, from) == 0 && strcmp(may[i].to, to) == 0)
            return true;
    return false;
}

bool
booking_stands(const char *status)
{
    static const char *const words[] = {"pending", "booked", "arrived", "checked-in", "fulfilled"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(words[i], status) == 0)
            return true;
    return false;
}
