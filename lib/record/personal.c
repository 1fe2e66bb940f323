#include "record/personal.h"

#include "db/sql.h"

static int
make_key(const struct personal_place *place, struct vault_person *person, struct err *err)
{
    unsigned char data_key[VAULT_KEY];
    vault_person_new(place->vault, person, data_key);
    struct db_value params[] = {db_int(place->client_id), db_bytes(data_key, sizeof data_key)};
    return sql_run(place->db, SQL_RECORD_PERSONAL_MAKE, params, 2, NULL, err) < 0 ? -1 : 1;
}

int
personal_key(const struct personal_place *place, bool make, struct vault_person *person,
             struct err *err)
{
    struct db_value id = db_int(place->client_id);
    struct db_stmt *stmt;
    int found = sql_first(place->db, &stmt, SQL_RECORD_PERSONAL_KEY, &id, 1, err);
    if (found == 0)
        return err_set(err, ERR_DB, _("client %lld: not there; see: medi-db check"),
                       (long long)place->client_id);
    if (found < 0)
        return -1;
    bool forgotten = db_get(stmt, 1).type != DB_NULL;
    bool make_it = make && db_get(stmt, 0).type == DB_NULL;
    int result = forgotten ? 0 : 1;
    if (result && !make_it)
        result = vault_person_open(place->vault, person, db_get(stmt, 0), err) < 0 ? -1 : 1;
    db_finish(stmt);
    return result == 1 && make_it ? make_key(place, person, err) : result;
}

int
personal_seal(const struct personal_place *place, struct arena *arena, const char *table,
              const char *column, int64_t id, struct db_value value, struct db_value *sealed,
              struct err *err)
{
    struct vault_person person;
    *sealed = db_null();
    if (value.type == DB_NULL)
        return 0;
    if (!place->vault)
        return err_set(err, ERR_USAGE,
                       _("%s cannot be written without the key: give it with --key FILE or "
                         "MEDI_KEY, or leave it out"),
                       column);
    int known = personal_key(place, true, &person, err);
    if (known == 1)
        *sealed = vault_seal(&person, arena, table, column, id, value);
    vault_person_close(&person);
    if (known == 0)
        return err_set(err, ERR_DATA,
                       _("%s: this client was forgotten, and nothing personal of theirs is written "
                         "any more; leave it empty"),
                       column);
    return known < 0 ? -1 : 0;
}

int
personal_open(struct db *db, struct vault *vault, struct arena *arena, const char *table,
              const char *column, int64_t id, struct db_value data_key, struct db_value sealed,
              struct db_value *value, struct err *err)
{
    struct vault_person person;
    *value = db_null();
    if (!vault || data_key.type == DB_NULL || sealed.type == DB_NULL)
        return 0;
    int result = vault_person_open(vault, &person, data_key, err);
    if (result == 0)
        result = vault_unseal(&person, arena, table, column, id, sealed, value, err);
    vault_person_close(&person);
    return result < 0 ? err_wrap(err, "%s: %s %lld", db_place(db), table, (long long)id) : 0;
}
