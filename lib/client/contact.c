#include "client/contact.h"

#include <string.h>

#include "base/day.h"

/* NULL: nothing speaks against it. */
static const char *
refusal(struct arena *arena, const struct contact *contact, const struct db_stmt *stmt)
{
    char day[16];
    if (db_get(stmt, 0).type != DB_NULL)
        return _("was forgotten");
    if (db_get(stmt, 1).type == DB_NULL)
        return strcmp(contact->purpose, "care") == 0
                   ? NULL
                   : arena_printf(arena, _("never agreed to %s by %s"), contact->purpose,
                                  contact->way);
    if (db_get_int(stmt, 1) == 0)
        return arena_printf(arena, _("took %s by %s back"), contact->purpose, contact->way);
    if (db_get(stmt, 2).type == DB_NULL || db_get_int(stmt, 2) >= contact->day)
        return NULL;
    day_format(db_get_int(stmt, 2), day);
    return arena_printf(arena, _("agreed to %s by %s until %s"), contact->purpose, contact->way,
                        day);
}

int
client_may_contact_ready(struct ready *ready, struct arena *arena, const struct contact *contact,
                         const char **why, struct err *err)
{
    const struct db_value values[] = {db_int(contact->client_id), db_text(contact->purpose),
                                      db_text(contact->way), db_int(contact->moment)};
    struct db_stmt *stmt;
    int found = ready_first(ready, &stmt, SQL_CLIENT_MAY_CONTACT, values, 4, err);
    if (found != 1)
        return found;
    const char *no = refusal(arena, contact, stmt);
    db_reset(stmt);
    if (why)
        *why = no;
    return no == NULL;
}

int
client_may_contact(struct db *db, struct arena *arena, const struct contact *contact,
                   const char **why, struct err *err)
{
    struct ready ready;
    ready_init(&ready, db);
    int may = client_may_contact_ready(&ready, arena, contact, why, err);
    ready_release(&ready);
    return may;
}
