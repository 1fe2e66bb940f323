#include "client/voucher.h"

#include <string.h>

#include "base/cipher.h"
#include "base/day.h"
#include "db/sql.h"

const char *
voucher_code(struct arena *arena)
{
    enum { LETTERS = 10 };
    static const char letters[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"; /* 32 of them */
    unsigned char bytes[LETTERS];
    char *code = arena_strdup(arena, "VO..........");
    random_bytes(bytes, sizeof bytes);
    for (int i = 0; i < LETTERS; i++)
        code[2 + i] = letters[bytes[i] % 32];
    return code;
}

static int
no_such(const char *code, struct err *err)
{
    return err_set(err, ERR_DATA, _("voucher %s: not in the database"), code);
}

/* What voucher_find gives: why it cannot be redeemed, or 0. */
static int
check_state(const struct voucher_use *use, const struct db_stmt *stmt, struct err *err)
{
    char day[16];
    const char *state = db_get_text(stmt, 1), *by = db_get_text(stmt, 10);
    if (strcmp(state, "void") == 0)
        return err_set(err, ERR_DATA, _("voucher %s: is void"), use->code);
    if (strcmp(state, "redeemed") == 0) {
        int64_t moment = db_get_int(stmt, 9);
        day_format(use->zone ? zone_day(use->zone, moment) : floor_div(moment, DAY_SECONDS), day);
        return by ? err_set(err, ERR_DATA, _("voucher %s: was redeemed on %s by %s"), use->code,
                            day, by)
                  : err_set(err, ERR_DATA, _("voucher %s: was redeemed on %s"), use->code, day);
    }
    if (db_get_int(stmt, 8) >= use->day)
        return 0;
    day_format(db_get_int(stmt, 8), day);
    return err_set(err, ERR_DATA, _("voucher %s: expired, the last day was %s"), use->code, day);
}

static int
check_use(const struct voucher_use *use, const struct db_stmt *stmt, struct err *err)
{
    if (check_state(use, stmt, err) < 0)
        return -1;
    if (db_get(stmt, 3).type == DB_INT && db_get_int(stmt, 3) != use->client_id)
        return err_set(err, ERR_DATA, _("voucher %s: is that of %s"), use->code,
                       db_get_text(stmt, 4));
    if (use->project_id && db_get(stmt, 5).type == DB_INT && db_get_int(stmt, 5) != use->project_id)
        return err_set(err, ERR_DATA, _("voucher %s: is for another project"), use->code);
    return 0;
}

int
voucher_redeem(struct db *db, struct arena *arena, struct voucher_use *use, struct err *err)
{
    const struct db_value code = db_text(use->code);
    struct db_stmt *stmt;
    int64_t changed;
    int found = sql_first(db, &stmt, SQL_CLIENT_VOUCHER_FIND, &code, 1, err);
    if (found != 1)
        return found < 0 ? -1 : no_such(use->code, err);
    use->id = db_get_int(stmt, 0);
    use->kind = arena_strdup(arena, db_get_text(stmt, 2));
    use->value_fen = db_get_int(stmt, 6);
    use->for_project_id = db_get_int(stmt, 5);
    int checked = check_use(use, stmt, err);
    db_finish(stmt);
    if (checked < 0)
        return -1;
    const struct db_value values[] = {
        db_int(use->id), db_int(use->moment), use->client_id ? db_int(use->client_id) : db_null(),
        use->store_id > 0 ? db_int(use->store_id) : db_null(), db_text(use->order_code)};
    if (sql_run(db, SQL_CLIENT_VOUCHER_REDEEM, values, 5, &changed, err) < 0)
        return -1;
    return changed == 1 ? 0
                        : err_set(err, ERR_DATA, _("voucher %s: was redeemed just now"), use->code);
}

int
voucher_void(struct db *db, const char *code, struct err *err)
{
    const struct db_value key = db_text(code);
    struct db_stmt *stmt;
    int64_t changed;
    int found = sql_first(db, &stmt, SQL_CLIENT_VOUCHER_FIND, &key, 1, err);
    if (found != 1)
        return found < 0 ? -1 : no_such(code, err);
    const struct db_value id = db_int(db_get_int(stmt, 0));
    db_finish(stmt);
    if (sql_run(db, SQL_CLIENT_VOUCHER_VOID, &id, 1, &changed, err) < 0)
        return -1;
    return changed == 1
               ? 0
               : err_set(err, ERR_DATA, _("voucher %s: was redeemed, or is void already"), code);
}
