/* What is kept of clients, and whose rows are counted otherwise because of it. */
#include "base/day.h"
#include "fact/deals.h"
#include "fact/files.h"
#include "fact/keep.h"

/* ---- what changed -------------------------------------------------------------------------------- */

static int
keep_ranges_most(const struct keeping *keeping)
{
    return keeping->heard->few < KEEP_RANGES ? keeping->heard->few : KEEP_RANGES;
}

static void
count_otherwise(struct keeping *keeping, int64_t client_id, int64_t from, int64_t to)
{
    if (keeping->range_count < keep_ranges_most(keeping)) {
        keeping->ranges[keeping->range_count++] = (struct keep_range){client_id, from, to};
        return;
    }
    if (from < keeping->rolled_from)
        keeping->rolled_from = from;
}

static void
file_changed(void *context, int64_t id)
{
    count_otherwise(context, id, INT32_MIN, INT32_MAX);
}

static void
touch_month(struct keeping *keeping, int fact, const struct people_first *first)
{
    if (first->day)
        touched_add(&keeping->months, FACT_BIT(fact), first->store_id, day_month_start(first->day));
}

/* A client is new until the end of the first visit's day: of rows behind the earlier of both days and until the
 * later one it is another thing now. */
static void
first_changed(void *context, bool deal, int64_t id, const struct people_first *before,
              const struct people_first *after)
{
    struct keeping *keeping = context;
    int fact = deal ? FACT_DEAL : FACT_VISIT;
    touch_month(keeping, fact, before);
    touch_month(keeping, fact, after);
    if (deal || before->day == after->day)
        return;
    int64_t low = before->day < after->day ? before->day : after->day;
    int64_t high = before->day < after->day ? after->day : before->day;
    if (low)
        count_otherwise(keeping, id, low + 1, high + 1);
    else
        count_otherwise(keeping, id, high + 1, INT32_MAX);
}

void
keep_people_begin(struct keeping *keeping)
{
    people_init(&keeping->people, keeping->db, PEOPLE_ALL);
    keeping->people.hook = (struct people_hook){keeping, first_changed, file_changed};
    keeping->rolled_from = INT64_MAX;
}

/* ---- files --------------------------------------------------------------------------------------- */

int
keep_files(struct keeping *keeping, struct err *err)
{
    const struct heard *heard = keeping->heard;
    struct people *people = &keeping->people;
    keeping->many = heard->clients.more || heard->clients.count > heard->few ||
                    (heard->whole & FACT_BIT(FACT_DEAL)) ||
                    heard->file_to - heard->file_from > (int64_t)heard->few * PEOPLE_PART;
    if (keeping->many && people_load(people, err) < 0)
        return -1;
    for (int64_t id = heard->file_from; id < heard->file_to && !keeping->many;
         id = (id | (PEOPLE_PART - 1)) + 1)
        if (people_need(people, id, err) < 0)
            return -1;
    if (heard->file_from < heard->file_to &&
        files_read(people, heard->file_from, heard->file_to, err) < 0)
        return -1;
    keeping->maker->people = keeping->many ? people : NULL;
    return 0;
}

/* ---- firsts -------------------------------------------------------------------------------------- */

/* Of all clients, from the facts. */
static int
take_all(struct keeping *keeping, bool deal, struct err *err)
{
    enum person on = deal ? PERSON_DEAL_ON : PERSON_FIRST_ON;
    enum person at = deal ? PERSON_DEAL_AT : PERSON_FIRST_AT;
    struct people fresh, *people = &keeping->people;
    struct arena arena;
    people_init(&fresh, keeping->db, PERSON_BIT(on) | PERSON_BIT(at));
    arena_init(&arena);
    int result = files_firsts(&fresh, deal, &arena, err);
    int count = fresh.count > people->count ? fresh.count : people->count;
    for (int64_t id = 0; id < (int64_t)count << PEOPLE_BITS && result == 0; id++)
        files_first(people, deal, id,
                    (struct people_first){people_get(&fresh, on, id), people_get(&fresh, at, id)});
    arena_release(&arena);
    people_release(&fresh);
    return result;
}

static int
ask_visit(struct keeping *keeping, int64_t client_id, struct err *err)
{
    struct db_value value = db_int(client_id);
    struct db_stmt *stmt = maker_ask(keeping->maker, SQL_FACT_FIRST, &value, err);
    struct people_first first = {0};
    int found = stmt ? db_step(stmt, err) : -1;
    if (found == 1)
        first = (struct people_first){db_get_int(stmt, 0), db_get_int(stmt, 1)};
    if (stmt)
        db_reset(stmt);
    if (found < 0 || people_need(&keeping->people, client_id, err) < 0)
        return -1;
    files_first(&keeping->people, false, client_id, first);
    return 0;
}

/* Where many came, the maker has told of all that came; only who had a visit taken away is asked for. */
int
keep_visits(struct keeping *keeping, struct err *err)
{
    const struct marked *clients = &keeping->heard->clients;
    unsigned gone = HEARD_VISITS | HEARD_GONE, wanted = keeping->many ? gone : HEARD_VISITS;
    if (clients->more)
        return (keeping->heard->client_flags & gone) == gone ? take_all(keeping, false, err) : 0;
    for (int i = 0; i < clients->count; i++)
        if ((clients->list[i].flags & wanted) == wanted &&
            ask_visit(keeping, clients->list[i].id, err) < 0)
            return -1;
    return 0;
}

static int
touch_asked(struct keeping *keeping, int64_t client_id, struct err *err)
{
    struct db_value value = db_int(client_id);
    struct db_stmt *stmt = maker_ask(keeping->maker, SQL_FACT_CLIENT_ASKED, &value, err);
    int more = -1;
    while (stmt && (more = db_step(stmt, err)) == 1)
        touched_add(&keeping->heard->days, FACT_BIT(FACT_CONSULTATION), db_get_int(stmt, 0),
                    db_get_int(stmt, 1));
    if (stmt)
        db_reset(stmt);
    return more;
}

static int
ask_deal(struct keeping *keeping, int64_t client_id, struct err *err)
{
    struct people_first first = {0};
    struct deal *deals;
    int count;
    if (deals_of(keeping->maker, client_id, &deals, &count, err) < 0 ||
        people_need(&keeping->people, client_id, err) < 0)
        return -1;
    if (count)
        first = (struct people_first){deals[0].day, deals[0].store_id};
    files_first(&keeping->people, true, client_id, first);
    return touch_asked(keeping, client_id, err);
}

int
keep_deals(struct keeping *keeping, struct err *err)
{
    struct heard *heard = keeping->heard;
    const struct marked *clients = &heard->clients;
    bool whole = heard->whole & FACT_BIT(FACT_DEAL);
    bool all = whole || (clients->more && (heard->client_flags & HEARD_DEALS));
    uint32_t asked = FACT_BIT(FACT_CONSULTATION);
    if (all || (keeping->many && (heard->client_flags & HEARD_DEALS))) {
        heard->whole |= all ? asked : 0;
        if (deals_load(keeping->maker, err) < 0)
            return -1;
    }
    if (all)
        return take_all(keeping, true, err);
    for (int i = 0; i < clients->count; i++)
        if ((clients->list[i].flags & HEARD_DEALS) &&
            ask_deal(keeping, clients->list[i].id, err) < 0)
            return -1;
    return 0;
}

/* ---- whose rows are counted otherwise ------------------------------------------------------------ */

static int
touch_range(struct keeping *keeping, const struct keep_range *range, struct err *err)
{
    struct db_value values[] = {db_int(range->client_id), db_int(range->from), db_int(range->to)};
    struct db_stmt *stmt = maker_ask(keeping->maker, SQL_FACT_CLIENT_DAYS, values, err);
    int more = -1;
    while (stmt && (more = db_step(stmt, err)) == 1)
        touched_add(&keeping->months, keep_facts_of_clients(), db_get_int(stmt, 0),
                    day_month_start(db_get_int(stmt, 1)));
    if (stmt)
        db_reset(stmt);
    return more;
}

static int
touch_from(struct keeping *keeping, int64_t store_id, struct err *err)
{
    struct db_value value = db_int(store_id);
    struct db_stmt *stmt = maker_ask(keeping->maker, SQL_FACT_BOUNDS, &value, err);
    int found = stmt ? db_step(stmt, err) : -1;
    if (found == 1 && db_get(stmt, 0).type == DB_INT) {
        int64_t from = db_get_int(stmt, 0), to = db_get_int(stmt, 1);
        from = day_month_start(from < keeping->rolled_from ? keeping->rolled_from : from);
        for (; from <= to; from = day_add_months(from, 1))
            touched_add(&keeping->months, keep_facts_of_clients(), store_id, from);
    }
    if (stmt)
        db_reset(stmt);
    return found < 0 ? -1 : 0;
}

int
keep_ranges(struct keeping *keeping, struct err *err)
{
    if (keeping->range_count < keep_ranges_most(keeping) || keeping->rolled_from == INT64_MAX) {
        for (int i = 0; i < keeping->range_count; i++)
            if (touch_range(keeping, &keeping->ranges[i], err) < 0)
                return -1;
        return 0;
    }
    for (int i = 0; i < keeping->range_count; i++)
        if (keeping->ranges[i].from < keeping->rolled_from)
            keeping->rolled_from = keeping->ranges[i].from;
    for (int i = 0; i < keeping->maker->store_count; i++)
        if (touch_from(keeping, keeping->maker->stores[i].id, err) < 0)
            return -1;
    return 0;
}
