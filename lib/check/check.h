/*
 * check: what must hold in every database, whoever wrote it. The engine's own checks (pages, indexes,
 * foreign keys); whether the log holds, and the rows with it (log/verify.h); then each statement in
 * lib/check/sql: its first comment says what is wrong with the rows that it finds. If it has a parameter, that
 * is the moment of the check. Adding a file adds a check.
 */
#ifndef MEDI_CHECK_CHECK_H
#define MEDI_CHECK_CHECK_H

#include "db/db.h"
#include "db/sql.h"

struct finding {
    const char *check;    /* "refund_beyond_order"; "integrity" for the engine's */
    const char *severity; /* "error" or "warning" */
    const char *store;    /* code; NULL: no one store's */
    const char *subject;  /* the record's code */
    const char *detail;
    const char *says; /* what is wrong, in words */
};

typedef int check_found(void *context, const struct finding *finding, struct err *err);

/* The checks that are no statement: "integrity", "log", "rows", "rollups", by number; NULL behind the last. */
struct check_own {
    const char *name, *says;
};
const struct check_own *check_own(int number);

/* The number of checks run goes to `checks`. `only`: one check by name; NULL: all. `now`: clocks that
 * nobody heeded by then are found. */
int check_run(struct db *db, const char *only, int64_t now, check_found *found, void *context,
              int *checks, struct err *err);

/* The statement behind a check, by number; NULL behind the last. For lists and tests. */
const struct sql *check_statement(int number);
const char *check_name(const struct sql *sql);

#endif
