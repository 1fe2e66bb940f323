/*
 * replace: a database built anew and put in the place of another, or of none, in one step: before it the
 * old one is there, after it the new one, whenever the power goes.
 *
 * Of SQLite the new one is built in a file beside (PLACE.restoring) and renamed at the end; the old one,
 * which nobody may be using from the beginning on, is kept as PLACE.before-TIME. Of PostgreSQL all is one
 * transaction, and the old rows are gone when it is committed; others go on reading them until then.
 *
 *     replace_begin; build in replace_db; replace_reopen; look at it; replace_end
 */
#ifndef MEDI_DB_REPLACE_H
#define MEDI_DB_REPLACE_H

#include "db/db.h"

struct replace;

struct replace_options {
    bool force;  /* in the place of one that is there */
    int wait_ms; /* how long others are waited for */
    int64_t now; /* for the name under which the old one is kept */
};

/* ERR_DB: there is one and not `force`; ERR_BUSY: it is in use, or another process is replacing it. What an
 * earlier one left when it was killed is taken away. */
int replace_begin(struct replace **replace, const char *url, const struct replace_options *options,
                  struct err *err);

/* DB_ADMIN, in a transaction. */
struct db *replace_db(struct replace *replace);

/* Whether it has tables, which are to be emptied: else it has none. */
bool replace_has_tables(const struct replace *replace);

/* After it was built: what is read from here on comes from where it is kept, if that can be had before the
 * end. Again in a transaction. */
int replace_reopen(struct replace *replace, struct err *err);

/* Commits and puts it in its place. `kept` (may be NULL) gets the name of the old one, or NULL; it lives as
 * long as `replace`, which is to be freed by replace_close in any case: before replace_end that leaves all
 * as it was. */
int replace_end(struct replace *replace, const char **kept, struct err *err);
void replace_close(struct replace *replace); /* NULL-safe */

#endif
