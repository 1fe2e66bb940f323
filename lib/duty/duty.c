#include "duty/duty.h"

#include <string.h>

#include "base/str.h"
#include "duty/rows.h"

/* ---- may they? ---- */

int
duty_may(struct db *db, const struct duty_question *question, int64_t *scope, struct err *err)
{
    const struct db_value values[] = {db_text(question->login), db_text(question->tool),
                                      db_text(question->verb), db_text(question->subject),
                                      db_int(question->store_id)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_DUTY_MAY, values, 5, err);
    if (found != 1)
        return found;
    *scope = db_get_int(stmt, 0);
    db_finish(stmt);
    return 1;
}

/* No account, or a closed one. */
static int
refuse_stranger(struct db *db, const struct duty_question *question, bool *known, struct err *err)
{
    struct account account;
    int found = account_find(db, question->login, &account, err);
    *known = found == 1 && !account.closed_at;
    if (found < 0 || *known)
        return found < 0 ? -1 : 0;
    if (found == 0)
        return err_set(
            err, ERR_DATA,
            _("%s has no account in this database; ask an admin: medi-db account add %s"),
            question->login, question->login);
    return err_set(err, ERR_DATA,
                   _("the account of %s is closed; ask an admin: medi-db account add %s"),
                   question->login, question->login);
}

/* They may, but elsewhere: in `stores`, of which * is the chain. */
static int
refuse_store(const struct duty_question *question, const char *what, const char *stores,
             struct err *err)
{
    if (question->store_id == DUTY_CHAIN)
        return err_set(err, ERR_DATA,
                       _("%s may not %s for the whole chain, but for %s: if the verb keeps to a "
                         "store, give it with -s"),
                       question->login, what, stores);
    return err_set(err, ERR_DATA,
                   _("%s may not %s for this store, but for %s; ask an admin: "
                     "medi-db duty grant"),
                   question->login, what, stores);
}

int
duty_refuse(struct db *db, struct arena *arena, const struct duty_question *question,
            struct err *err)
{
    const struct db_value values[] = {db_text(question->login), db_text(question->tool),
                                      db_text(question->verb), db_text(question->subject)};
    bool known = false;
    if (refuse_stranger(db, question, &known, err) < 0)
        return -1;
    bool reveal = strcmp(question->verb, DUTY_REVEAL) == 0;
    const char *what = reveal ? arena_printf(arena, _("see personal data of %s"), question->subject)
                              : arena_printf(arena, "%s %s%s%s", question->tool, question->verb,
                                             *question->subject ? " " : "", question->subject);
    const char *stores = rows_join(db, arena, SQL_DUTY_MAY_WHERE, values, NULL, NULL, err);
    const char *roles = rows_join(db, arena, SQL_DUTY_MAY_WHO, values + 1, NULL, NULL, err);
    if (!stores || !roles)
        return -1;
    if (*stores)
        return refuse_store(question, what, stores, err);
    if (!*roles)
        return err_set(err, ERR_DATA, _("%s may not %s: no role may"), question->login, what);
    return err_set(err, ERR_DATA,
                   _("%s may not %s; ask an admin: medi-db duty grant %s ROLE, where ROLE is one "
                     "that may: %s"),
                   question->login, what, question->login, roles);
}

/* ---- duties ---- */

static int
known_role(struct db *db, const char *role, struct err *err)
{
    enum { MANY = 256 };
    const char *names[MANY];
    size_t count = 0;
    bool known = false;
    struct arena arena;
    struct db_stmt *stmt = NULL;
    arena_init(&arena);
    int more = sql_open(db, &stmt, SQL_DUTY_ROLE_NAMES, NULL, 0, err);
    while (more == 0 && count < MANY && (more = db_step(stmt, err)) == 1) {
        names[count++] = arena_strdup(&arena, db_get_text(stmt, 0));
        known = known || strcmp(names[count - 1], role) == 0;
        more = 0;
    }
    db_finish(stmt);
    if (more >= 0 && !known) {
        const char *near = str_nearest(role, names, count);
        err_set(err, ERR_USAGE, _("%s: no such role%s%s; list them with: medi-db roles list"), role,
                near ? _("; did you mean ") : "", near ? near : "");
    }
    arena_release(&arena);
    return more < 0 || !known ? -1 : 0;
}

/* Fails if no other open account is admin of the chain. */
static int
keep_an_admin(struct db *db, int64_t account_id, const char *login, struct err *err)
{
    struct db_value id = db_int(account_id);
    int64_t others;
    if (rows_number(db, SQL_DUTY_ADMINS_BESIDE, &id, &others, err) < 0)
        return -1;
    return others > 0 ? 0
                      : err_set(err, ERR_DATA,
                                _("%s is the last admin; make another one first: "
                                  "medi-db duty grant LOGIN admin"),
                                login);
}

int
duty_grant(struct db *db, const struct duty *duty, const char *by, int64_t now, struct err *err)
{
    struct account account;
    int64_t changed;
    if (account_require(db, duty->login, &account, err) < 0 || known_role(db, duty->role, err) < 0)
        return -1;
    if (strcmp(duty->role, DUTY_ADMIN) == 0 && duty->store_id != DUTY_CHAIN)
        return err_set(err, ERR_USAGE, _("admin is a role of the whole chain; leave -s out"));
    const struct db_value values[] = {db_int(account.id), db_text(duty->role),
                                      db_int(duty->store_id), db_int(now), db_text(by)};
    if (sql_run(db, SQL_DUTY_DUTY_ADD, values, 5, &changed, err) < 0)
        return -1;
    return changed > 0;
}

int
duty_revoke(struct db *db, const struct duty *duty, struct err *err)
{
    struct account account;
    int64_t changed;
    if (account_require(db, duty->login, &account, err) < 0 || known_role(db, duty->role, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(account.id), db_text(duty->role),
                                      db_int(duty->store_id)};
    if (sql_run(db, SQL_DUTY_DUTY_DROP, values, 3, &changed, err) < 0)
        return -1;
    if (changed && strcmp(duty->role, DUTY_ADMIN) == 0 &&
        keep_an_admin(db, account.id, duty->login, err) < 0)
        return -1;
    return changed > 0;
}

int
duty_guarded(struct db *db, const char *role, struct err *err)
{
    struct db_value name = db_text(role);
    int64_t guarded;
    if (rows_number(db, SQL_DUTY_ROLE_GUARDED, &name, &guarded, err) < 0)
        return -1;
    return guarded != 0;
}

int
duty_found(struct db *db, const char *login, int64_t now, struct err *err)
{
    int64_t accounts;
    if (rows_number(db, SQL_DUTY_ACCOUNT_COUNT, NULL, &accounts, err) < 0)
        return -1;
    if (accounts > 0)
        return 0;
    const struct duty admin = {login, DUTY_ADMIN, DUTY_CHAIN};
    const struct duty manager = {login, DUTY_MANAGER, DUTY_CHAIN};
    if (account_add(db, login, NULL, now, err) < 0 || duty_grant(db, &admin, login, now, err) < 0 ||
        duty_grant(db, &manager, login, now, err) < 0)
        return -1;
    return 1;
}

int
duty_inherit(struct db *db, const char *login, int64_t now, struct err *err)
{
    const struct duty admin = {login, DUTY_ADMIN, DUTY_CHAIN};
    struct account account;
    int known = account_find(db, login, &account, err);
    if (known != 0)
        return known < 0 ? -1 : 0;
    if (account_add(db, login, NULL, now, err) < 0 || duty_grant(db, &admin, login, now, err) < 0)
        return -1;
    return 1;
}
