#include "client/referral.h"

#include "base/day.h"
#include "db/sql.h"

static int
ask(struct db *db, enum sql_id id, const struct db_value *values, int count, struct err *err)
{
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, id, values, count, err);
    if (found != 1)
        return found;
    int64_t number = db_get_int(stmt, 0);
    db_finish(stmt);
    return number > 0;
}

int
referral_loops(struct db *db, int64_t client_id, struct err *err)
{
    const struct db_value id = db_int(client_id);
    return ask(db, SQL_CLIENT_REFERRAL_LOOPS, &id, 1, err);
}

static int
check_first(struct db *db, struct arena *arena, const struct person *client, struct err *err)
{
    const struct db_value id = db_int(client->id);
    struct db_stmt *stmt;
    char day[16];
    int found = sql_first(db, &stmt, SQL_CLIENT_REFERRAL_OF, &id, 1, err);
    if (found != 1)
        return found;
    const char *code = arena_strdup(arena, db_get_text(stmt, 0));
    day_format(db_get_int(stmt, 1), day);
    db_finish(stmt);
    return err_set(err, ERR_DATA, _("client %s: was brought by %s on %s already"), client->code,
                   code, day);
}

int
referral_check(struct db *db, struct arena *arena, const struct person *client,
               const struct person *by, struct err *err)
{
    const struct db_value values[] = {db_int(by->id), db_int(client->id)};
    if (client->id == by->id)
        return err_set(err, ERR_DATA, _("client %s: nobody brings themselves"), client->code);
    if (check_first(db, arena, client, err) < 0)
        return -1;
    int leads = ask(db, SQL_CLIENT_REFERRAL_LEADS, values, 2, err);
    if (leads != 1)
        return leads;
    return err_set(err, ERR_DATA,
                   _("client %s: brought %s, straight or through others; both ways cannot be"),
                   client->code, by->code);
}

int
referral_reward(struct db *db, int64_t client_id, const char *voucher, struct err *err)
{
    const struct db_value values[] = {db_int(client_id), db_text(voucher)};
    return sql_run(db, SQL_CLIENT_REFERRAL_REWARD, values, 2, NULL, err);
}
