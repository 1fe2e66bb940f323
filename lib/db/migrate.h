/*
 * Migrations: numbered SQL files (lib/db/schema/0001-core.sql …), embedded, each applied in one
 * transaction (the caller's, if one is open: then all or none) and recorded in the table `migration`. A
 * fresh database is made by running them all.
 */
#ifndef MEDI_DB_MIGRATE_H
#define MEDI_DB_MIGRATE_H

#include "db/db.h"

struct migration {
    int version;
    const char *name; /* "0001-core" */
    const char *text;
};

extern const struct migration migrations[]; /* generated; ends with version 0 */

/* The schema version this program works with: the last migration. */
int migrate_latest(void);

/* The version of the open database; 0 when it is empty; -1 when it is not medi's. */
int migrate_version(struct db *db, struct err *err);

/* Applies what is missing, calling `applied` (may be NULL) after each. `now`: UTC seconds. */
typedef void migrate_applied(void *context, const struct migration *migration);
int migrate_run(struct db *db, int64_t now, migrate_applied *applied, void *context,
                struct err *err);

/* The same with a list of migrations other than the program's own (tests). */
int migrate_run_list(struct db *db, const struct migration *list, int64_t now,
                     migrate_applied *applied, void *context, struct err *err);

/* Refuses a database of any version but this program's, naming the remedy: db_open's last step. */
int migrate_require(struct db *db, struct err *err);

#endif
