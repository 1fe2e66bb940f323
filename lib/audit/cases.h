/*
 * cases: the records that a question is asked of, where it need not be asked of all of a table.
 *
 * A run since the last one looks at the records of some days and at those of which something is open; a whole
 * run looks at those that its screen did not clear (screen.h). `{since X.day}` of the question then says so by
 * their keys, store by store, which both engines find in the table's own key, and which leaves no other plan.
 */
#ifndef MEDI_AUDIT_CASES_H
#define MEDI_AUDIT_CASES_H

#include "audit/rule.h"
#include "base/str.h"
#include "db/ready.h"

/* More of them, or in more stores, and to read the table is the shorter way. */
enum { CASES_MOST = 20000, CASES_STORES = 400 };

struct cases {
    struct case_key {
        int64_t store_id, id;
    } * items;
    int count, room;
};

void cases_add(struct cases *cases, struct arena *arena, int64_t store_id, int64_t id);

/* In order, each once. False: too many. */
bool cases_settle(struct cases *cases);

/* The condition on `alias`; of settled ones. */
void cases_say(struct str *out, const struct cases *cases, const char *alias);

/* Whether records of the table can be named so: treatment, payment, contract, stock_move, product_check. */
bool cases_are_known(const char *table);

/* The records of such a table from a day on, up to one more than CASES_MOST. */
int cases_of_days(struct ready *ready, struct arena *arena, const char *table, int64_t from,
                  struct cases *cases, struct err *err);

/* The record that a finding's subject begins with: 1, added; 0: there is none, or the table is not dated. */
int cases_of_subject(struct ready *ready, struct arena *arena, const char *table, int64_t store_id,
                     const char *subject, struct cases *cases, struct err *err);

#endif
