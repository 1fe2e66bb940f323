#include "visit/catalogue.h"

#include "base/money.h"
#include "db/sql.h"

static int64_t
number_or(struct db_stmt *stmt, int column, int64_t none)
{
    return db_get(stmt, column).type == DB_INT ? db_get_int(stmt, column) : none;
}

int
catalogue_price(struct db *db, const struct catalogue_place *place, struct catalogue_price *price,
                struct err *err)
{
    const struct db_value values[] = {db_int(place->project_id), db_int(place->store_id),
                                      place->channel_id ? db_int(place->channel_id) : db_null(),
                                      db_int(place->day)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_VISIT_CATALOGUE_PRICE, values, 4, err);
    if (found <= 0)
        return found;
    price->amount_fen = db_get_int(stmt, 0);
    price->floor_fen = number_or(stmt, 1, CATALOGUE_NO_FLOOR);
    db_finish(stmt);
    return 1;
}

/* ---- by code ---------------------------------------------------------------------------------------- */

static int
find_code(struct db *db, enum sql_id id, const char *code, struct db_stmt **stmt,
          const char *missing, struct err *err)
{
    const struct db_value value = db_text(code);
    int found = sql_first(db, stmt, id, &value, 1, err);
    if (found == 0)
        return err_set(err, ERR_DATA, "%s: %s", code, missing);
    return found < 0 ? -1 : 0;
}

int
catalogue_project(struct db *db, const char *code, struct catalogue_project *project,
                  struct err *err)
{
    struct db_stmt *stmt;
    if (find_code(db, SQL_VISIT_CATALOGUE_PROJECT, code, &stmt,
                  _("no such project; list them with: medi-visit project list"), err) < 0)
        return -1;
    *project = (struct catalogue_project){db_get_int(stmt, 0), db_get_int(stmt, 1) != 0,
                                          db_get_int(stmt, 2) != 0};
    db_finish(stmt);
    return 0;
}

int
catalogue_channel(struct db *db, const char *code, int64_t *id, struct err *err)
{
    struct db_stmt *stmt;
    if (find_code(db, SQL_VISIT_CATALOGUE_CHANNEL, code, &stmt,
                  _("no such channel; list them with: medi-db export channels"), err) < 0)
        return -1;
    *id = db_get_int(stmt, 0);
    db_finish(stmt);
    return 0;
}

int
catalogue_package(struct db *db, const char *code, struct catalogue_package *package,
                  struct err *err)
{
    struct db_stmt *stmt;
    if (find_code(db, SQL_VISIT_CATALOGUE_PACKAGE, code, &stmt,
                  _("no such package; list them with: medi-visit package list"), err) < 0)
        return -1;
    *package = (struct catalogue_package){.id = db_get_int(stmt, 0),
                                          .active = db_get_int(stmt, 1) != 0,
                                          .trial = db_get_int(stmt, 2) != 0,
                                          .price_fen = db_get_int(stmt, 3),
                                          .floor_fen = number_or(stmt, 4, CATALOGUE_NO_FLOOR),
                                          .valid_from = db_get_int(stmt, 5),
                                          .valid_to = number_or(stmt, 6, INT64_MAX),
                                          .lines = db_get_int(stmt, 7)};
    db_finish(stmt);
    return 0;
}

/* ---- low prices --------------------------------------------------------------------------------------- */

int
catalogue_may_lower(struct db *db, const struct catalogue_place *place, int64_t amount_fen,
                    bool ends, struct err *err)
{
    struct catalogue_price now;
    char floor[32];
    int found = catalogue_price(db, place, &now, err);
    if (found <= 0 || now.floor_fen == CATALOGUE_NO_FLOOR || amount_fen >= now.floor_fen)
        return found < 0 ? -1 : 0;
    if (!ends)
        return 1;
    money_format(now.floor_fen, floor);
    return err_set(err, ERR_DATA,
                   _("a promotion on all channels below the floor of %s; give the channel, or "
                     "lower the price for good"),
                   floor);
}

int
catalogue_not_low_everywhere(struct db *db, const struct catalogue_place *place, int64_t amount_fen,
                             struct err *err)
{
    const struct db_value values[] = {db_int(place->project_id), db_int(place->store_id),
                                      db_int(place->day)};
    struct db_stmt *stmt;
    char floor[32];
    if (sql_first(db, &stmt, SQL_VISIT_CATALOGUE_LOW, values, 3, err) != 1)
        return -1;
    int64_t floor_fen = number_or(stmt, 0, CATALOGUE_NO_FLOOR);
    int64_t channels = db_get_int(stmt, 1), low = db_get_int(stmt, 2);
    db_finish(stmt);
    if (floor_fen == CATALOGUE_NO_FLOOR || amount_fen >= floor_fen)
        return 0;
    if (low < channels)
        return 1;
    money_format(floor_fen, floor);
    return err_set(err, ERR_DATA,
                   _("with this price the project would cost less than its floor of %s on every "
                     "channel at once; leave one channel out"),
                   floor);
}
