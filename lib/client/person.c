#include "client/person.h"

#include <string.h>

#include "db/sql.h"
#include "record/identity.h"

enum { WAY_MOST = 64 }; /* files joined to files joined to files */

/* 1 with the next file on the way, 0 this one stands, -1. */
static int
read_person(struct db *db, struct arena *arena, enum sql_id id, struct db_value key,
            struct person *person, int64_t *next, struct err *err)
{
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, id, &key, 1, err);
    if (found != 1)
        return found < 0 ? -1 : err_set(err, ERR_DATA, _("not in the database"));
    person->id = db_get_int(stmt, 0);
    person->code = arena_strdup(arena, db_get_text(stmt, 1));
    person->class = arena_strdup(arena, db_get_text(stmt, 2));
    person->store_id = db_get_int(stmt, 3);
    person->forgotten = db_get(stmt, 5).type != DB_NULL;
    bool joined = db_get(stmt, 4).type != DB_NULL;
    *next = db_get_int(stmt, 4);
    db_finish(stmt);
    return joined;
}

int
person_find(struct db *db, struct arena *arena, const char *code, struct person *person,
            struct err *err)
{
    int64_t next;
    *person = (struct person){0};
    int joined =
        read_person(db, arena, SQL_CLIENT_PERSON_BY_CODE, db_text(code), person, &next, err);
    for (int way = 0; joined == 1 && way < WAY_MOST; way++) {
        person->joined = code;
        joined = read_person(db, arena, SQL_CLIENT_PERSON_BY_ID, db_int(next), person, &next, err);
    }
    if (joined == 1)
        return err_set(err, ERR_DB, _("client %s: joined in a circle; see: medi-db check"), code);
    return joined < 0 ? err_wrap(err, "client %s", code) : 0;
}

int
person_find_living(struct db *db, struct arena *arena, const char *code, struct person *person,
                   struct err *err)
{
    if (person_find(db, arena, code, person, err) < 0)
        return -1;
    return person->forgotten
               ? err_set(err, ERR_DATA, _("client %s: was forgotten; only figures are left"), code)
               : 0;
}

/* ---- the same person ---------------------------------------------------------------------------------- */

struct db_value
person_phone_index(struct vault *vault, struct arena *arena, const char *table, const char *text)
{
    char phone[PHONE_ROOM];
    if (!vault || !text || !phone_parse(text, strlen(text), phone))
        return db_null();
    return vault_index(vault, arena, table, "phone", phone);
}

struct db_value
person_id_index(struct vault *vault, struct arena *arena, const char *text)
{
    char number[ID_NUMBER_ROOM];
    if (!vault || !text || !id_number_parse(text, strlen(text), number))
        return db_null();
    return vault_index(vault, arena, "client", "id_number", number);
}

int
person_same(struct db *db, struct arena *arena, struct vault *vault, const char *phone,
            const char *id_number, const char *not_code, const char **code, const char **by,
            struct err *err)
{
    const struct db_value values[] = {person_phone_index(vault, arena, "client", phone),
                                      person_id_index(vault, arena, id_number), db_text(not_code)};
    struct db_stmt *stmt;
    if (values[0].type == DB_NULL && values[1].type == DB_NULL)
        return 0;
    int found = sql_first(db, &stmt, SQL_CLIENT_PERSON_SAME, values, 3, err);
    if (found != 1)
        return found;
    *code = arena_strdup(arena, db_get_text(stmt, 0));
    *by = arena_strdup(arena, db_get_text(stmt, 1));
    db_finish(stmt);
    return 1;
}
