/*
 * old: makes a database as an older medi left it: with the first migrations only.
 *
 *     old DATABASE VERSION
 */
#include <stdio.h>
#include <stdlib.h>

#include "db/migrate.h"

enum { MIGRATIONS = 100, NOW = 1748736000 };

int
main(int argc, char **argv)
{
    struct migration list[MIGRATIONS] = {{0}};
    struct db_options make = {.create = true};
    struct err err = {0};
    struct db *db = NULL;
    if (argc != 3) {
        fprintf(stderr, "usage: old DATABASE VERSION\n");
        return 2;
    }
    for (int i = 0; i < MIGRATIONS - 1 && migrations[i].version != 0; i++)
        if (migrations[i].version <= atoi(argv[2]))
            list[i] = migrations[i];
    int result = db_open(&db, argv[1], DB_ADMIN, &make, &err) ||
                 migrate_run_list(db, list, NOW, NULL, NULL, &err);
    db_close(db);
    if (result)
        fprintf(stderr, "old: %s\n", err.text);
    return result ? 1 : 0;
}
