/* Accounts: opened, given to a person, closed. */
#include <string.h>

#include "duty/duty.h"
#include "duty/rows.h"
#include "record/ids.h"
#include "text/utf8.h"

enum { LOGIN_MOST = 128 };

int
account_find(struct db *db, const char *login, struct account *account, struct err *err)
{
    struct db_value name = db_text(login);
    struct db_stmt *stmt;
    *account = (struct account){0};
    int found = sql_first(db, &stmt, SQL_DUTY_ACCOUNT_BY_LOGIN, &name, 1, err);
    if (found != 1)
        return found;
    *account = (struct account){db_get_int(stmt, 0), db_get_int(stmt, 1), db_get_int(stmt, 2)};
    db_finish(stmt);
    return 1;
}

int
account_require(struct db *db, const char *login, struct account *account, struct err *err)
{
    int found = account_find(db, login, account, err);
    if (found < 0)
        return -1;
    if (found == 0)
        return err_set(err, ERR_DATA,
                       _("%s: no such account; list them with: medi-db account list"), login);
    if (account->closed_at)
        return err_set(err, ERR_DATA,
                       _("%s: the account is closed; open it again: medi-db account add %s"), login,
                       login);
    return 0;
}

/* A word that can stand in a command line and in the log. */
static int
check_login(const char *login, struct err *err)
{
    size_t length = strlen(login);
    bool good = length > 0 && length <= LOGIN_MOST && login[0] != '-' &&
                utf8_valid(login, length) == length;
    for (const char *at = login; good && *at; at++)
        good = (unsigned char)*at > ' ' && *at != 0x7f && *at != ',';
    return good ? 0
                : err_set(err, ERR_DATA, _("%s: not a login; it is one word of at most %d bytes"),
                          login, LOGIN_MOST);
}

/* NULL value for a NULL code. */
static int
find_staff(struct db *db, const char *code, struct db_value *staff_id, struct err *err)
{
    struct db_value value = db_text(code);
    struct db_stmt *stmt;
    *staff_id = db_null();
    if (!code)
        return 0;
    int found = sql_first(db, &stmt, SQL_DUTY_STAFF_BY_CODE, &value, 1, err);
    if (found < 0)
        return -1;
    if (found == 0)
        return err_set(err, ERR_DATA,
                       _("--staff: %s: no such staff; list them with: medi-db export staff"), code);
    *staff_id = db_int(db_get_int(stmt, 0));
    db_finish(stmt);
    return 0;
}

int
account_add(struct db *db, const char *login, const char *staff, int64_t now, struct err *err)
{
    struct account account;
    struct db_value staff_id;
    if (check_login(login, err) < 0 || find_staff(db, staff, &staff_id, err) < 0)
        return -1;
    int found = account_find(db, login, &account, err);
    if (found < 0)
        return -1;
    if (found && !account.closed_at)
        return err_set(err, ERR_DATA,
                       _("%s: has an account already; say whose it is: medi-db account edit %s "
                         "--staff CODE"),
                       login, login);
    if (found) {
        const struct db_value values[] = {db_int(account.id), staff_id, db_int(now)};
        return sql_run(db, SQL_DUTY_ACCOUNT_OPEN, values, 3, NULL, err);
    }
    if (ids_next(db, "account", 0, &account.id, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(account.id), db_text(login), staff_id, db_int(now)};
    return sql_run(db, SQL_DUTY_ACCOUNT_ADD, values, 4, NULL, err);
}

int
account_edit(struct db *db, const char *login, const char *staff, struct err *err)
{
    struct account account;
    struct db_value values[2];
    int64_t changed;
    if (account_require(db, login, &account, err) < 0 || find_staff(db, staff, &values[1], err) < 0)
        return -1;
    values[0] = db_int(account.id);
    if (sql_run(db, SQL_DUTY_ACCOUNT_EDIT, values, 2, &changed, err) < 0)
        return -1;
    return changed > 0;
}

/* Its duties go one by one, so that the rule of the last admin stands in one place. */
int
account_close(struct db *db, const char *login, int64_t now, struct err *err)
{
    struct account account;
    const struct duty admin = {login, DUTY_ADMIN, DUTY_CHAIN};
    if (account_require(db, login, &account, err) < 0 || duty_revoke(db, &admin, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(account.id), db_int(now)};
    return sql_run(db, SQL_DUTY_DUTY_DROP_ALL, values, 1, NULL, err) < 0
               ? -1
               : sql_run(db, SQL_DUTY_ACCOUNT_CLOSE, values, 2, NULL, err);
}
