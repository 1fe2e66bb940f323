/* Who is told of the rows that are written: see db_watch. */
#include <string.h>

#include "db/driver.h"

int
db_watch(struct db *db, const struct db_watch *watch, struct err *err)
{
    db->watch = watch ? *watch : (struct db_watch){0};
    db->told = false;
    return db->driver->watch(db, err);
}

bool
db_is_untold(const char *table)
{
    static const char *const untold[] = {"log",        "chain",       "tally",    "mark",
                                         "checkpoint", "lease",       "gateway",  "fact",
                                         "rollup",     "fact_client", "fact_word"};
    for (size_t i = 0; i < sizeof untold / sizeof *untold; i++)
        if (strcmp(table, untold[i]) == 0)
            return true;
    return false;
}

void
db_tell(struct db *db, const struct db_written *row)
{
    if (!db->watch.row || db_is_untold(row->table))
        return;
    db->told = true;
    db->watch.row(db->watch.context, row);
    if (db->heard)
        db->heard(db->listener, row);
}

void
db_listen(struct db *db, db_heard *heard, void *context)
{
    db->heard = heard;
    db->listener = context;
}

void
db_settle(struct db *db, bool stay)
{
    if (!db->told)
        return;
    db->told = false;
    db->watch.settle(db->watch.context, stay);
}

bool
db_mute(struct db *db, bool muted)
{
    if (!db->watch.row || !db->driver->mute)
        return false;
    db->driver->mute(db, muted);
    return true;
}

void
db_told(struct db *db, const struct db_written *row)
{
    db_tell(db, row);
    db_settle(db, true);
}

void
db_moment(struct db *db, enum db_moment moment)
{
    if (db->watch.row)
        db->watch.moment(db->watch.context, moment);
}
