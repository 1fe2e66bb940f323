/* What the parts of pick share. */
#ifndef MEDI_PACKAGE_PICK_PRIVATE_H
#define MEDI_PACKAGE_PICK_PRIVATE_H

#include "package/pick.h"

struct db_stmt;
struct relation_filter;

enum { PICK_CHUNK = 5000 }; /* numbers in one statement */

/* Rows of a kind that pass the filter belong. `store_id` 0: of the store of the pick, if it has one. */
struct pick_ask {
    int kind;
    int64_t store_id;
    bool named;                      /* only named, as what stands beside what is named */
    const bool *empty;               /* by column: it must name nothing; or NULL */
    const struct scope_force *force; /* in force on the days of the pick; or NULL */
};
int pick_rows(struct pick *pick, const struct pick_ask *ask, struct relation_filter *filter,
              struct err *err);

void pick_add(struct pick *pick, int kind, int64_t store_id, int64_t id, bool named);

/* Follows references until nothing new is found. */
int pick_settle(struct pick *pick, struct err *err);

#endif
