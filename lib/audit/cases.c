#include "audit/cases.h"

#include <stdlib.h>
#include <string.h>

void
cases_add(struct cases *cases, struct arena *arena, int64_t store_id, int64_t id)
{
    cases->items =
        arena_more(arena, cases->items, cases->count, &cases->room, sizeof *cases->items);
    cases->items[cases->count++] = (struct case_key){store_id, id};
}

static int
by_key(const void *a, const void *b)
{
    const struct case_key *one = a, *two = b;
    if (one->store_id != two->store_id)
        return one->store_id < two->store_id ? -1 : 1;
    return (one->id > two->id) - (one->id < two->id);
}

bool
cases_settle(struct cases *cases)
{
    int kept = 0, stores = 0;
    if (cases->count)
        qsort(cases->items, (size_t)cases->count, sizeof *cases->items, by_key);
    for (int i = 0; i < cases->count; i++) {
        struct case_key *item = &cases->items[i];
        if (i > 0 && by_key(item - 1, item) == 0)
            continue;
        stores += kept == 0 || cases->items[kept - 1].store_id != item->store_id;
        cases->items[kept++] = *item;
    }
    cases->count = kept;
    return kept <= CASES_MOST && stores <= CASES_STORES;
}

void
cases_say(struct str *out, const struct cases *cases, const char *alias)
{
    str_adds(out, cases->count ? "(" : "(1 = 0");
    for (int i = 0; i < cases->count; i++) {
        const struct case_key *item = &cases->items[i];
        if (i > 0 && item[-1].store_id == item->store_id) {
            str_addf(out, ", %lld", (long long)item->id);
            continue;
        }
        str_addf(out, "%s%s.store_id = %lld AND %s.id IN (%lld", i ? ") OR " : "", alias,
                 (long long)item->store_id, alias, (long long)item->id);
    }
    str_adds(out, cases->count ? "))" : ")");
}

bool
cases_are_known(const char *table)
{
    static const char *const known[] = {"treatment", "payment", "contract", "stock_move",
                                        "product_check"};
    for (size_t i = 0; table && i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i], table) == 0)
            return true;
    return false;
}

struct taking {
    struct arena *arena;
    struct cases *cases;
};

static int
take(struct ready *ready, struct taking taking, enum sql_id id, const struct db_value *values,
     int count, struct err *err)
{
    struct db_stmt *stmt;
    int before = taking.cases->count, more = ready_open(ready, &stmt, id, values, count, err);
    if (more < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1)
        cases_add(taking.cases, taking.arena, db_get_int(stmt, 0), db_get_int(stmt, 1));
    db_reset(stmt);
    return more < 0 ? -1 : taking.cases->count - before;
}

int
cases_of_days(struct ready *ready, struct arena *arena, const char *table, int64_t from,
              struct cases *cases, struct err *err)
{
    const struct db_value values[] = {db_text(table), db_int(from), db_int(CASES_MOST + 1)};
    const struct taking taking = {arena, cases};
    return take(ready, taking, SQL_AUDIT_CASES_OF_DAYS, values, 3, err) < 0 ? -1 : 0;
}

/* "T1 I1 B7" begins with the code T1, "HT1/2" with HT1, and a code may have such signs itself: the longest that
 * is one. */
int
cases_of_subject(struct ready *ready, struct arena *arena, const char *table, int64_t store_id,
                 const char *subject, struct cases *cases, struct err *err)
{
    const struct taking taking = {arena, cases};
    for (size_t length = strlen(subject); length > 0; length--) {
        if (subject[length] != '\0' && subject[length] != ' ' && subject[length] != '/')
            continue;
        const struct db_value values[] = {db_text(table), db_int(store_id),
                                          db_text(arena_strndup(arena, subject, length))};
        int found = take(ready, taking, SQL_AUDIT_CASES_OF_CODE, values, 3, err);
        if (found != 0)
            return found;
    }
    return 0;
}
