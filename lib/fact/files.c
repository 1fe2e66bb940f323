#include "fact/files.h"

#include <string.h>

#include "db/sql.h"
#include "fact/scan.h"

/* ---- files ------------------------------------------------------------------------------------------- */

static int64_t
class_of(const char *word)
{
    return word[0] == 'c' ? 1 : word[0] == 's' ? 2 : 3;
}

static int64_t
gender_of(const char *word)
{
    return !word ? 0 : word[0] == 'f' ? 1 : word[0] == 'm' ? 2 : 3;
}

static void
take(struct people *people, const struct db_stmt *stmt)
{
    int64_t id = db_get_int(stmt, 0);
    struct db_value birthday = db_get(stmt, 6);
    people_set(people, PERSON_CLASS, id, class_of(db_get_text(stmt, 1)));
    people_set(people, PERSON_CHANNEL, id, db_get_int(stmt, 2));
    people_set(people, PERSON_HOME, id, db_get_int(stmt, 3));
    people_set(people, PERSON_OWNER, id, db_get_int(stmt, 4));
    people_set(people, PERSON_GENDER, id, gender_of(db_get_text(stmt, 5)));
    people_set(people, PERSON_BIRTHDAY, id,
               birthday.type == DB_INT ? birthday.number + PERSON_BORN : 0);
}

int
files_read(struct people *people, int64_t from, int64_t to, struct err *err)
{
    struct db_value values[] = {db_int(from), db_int(to)};
    struct db_stmt *stmt;
    int more, found = 0;
    if (sql_open(people->db, &stmt, SQL_FACT_FILES, values, 2, err) < 0)
        return -1;
    for (; (more = db_step(stmt, err)) == 1; found++)
        take(people, stmt);
    db_finish(stmt);
    for (int i = 0; more == 0 && !found && from + 1 == to && i < PERSON_FILE; i++)
        people_set(people, (enum person)i, from, 0);
    return more;
}

/* ---- firsts ------------------------------------------------------------------------------------------- */

static void
earlier(struct people *people, enum person on, enum person at, int64_t client_id, int64_t day,
        int64_t store_id)
{
    int64_t first = people_get(people, on, client_id);
    if (first && (first < day || (first == day && people_get(people, at, client_id) <= store_id)))
        return;
    people_set(people, on, client_id, day);
    people_set(people, at, client_id, store_id);
}

void
files_visited(struct people *people, int64_t client_id, int64_t day, int64_t store_id)
{
    earlier(people, PERSON_FIRST_ON, PERSON_FIRST_AT, client_id, day, store_id);
}

void
files_dealt(struct people *people, int64_t client_id, int64_t day, int64_t store_id)
{
    earlier(people, PERSON_DEAL_ON, PERSON_DEAL_AT, client_id, day, store_id);
}

static int
take_visits(void *context, const struct fact_block *block, struct err *err)
{
    (void)err;
    for (int i = 0; i < block->rows; i++)
        files_visited(context, block->client[i], block->day, block->store_id);
    return 0;
}

static int
take_deals(void *context, const struct fact_block *block, struct err *err)
{
    (void)err;
    for (int i = 0; i < block->rows; i++)
        files_dealt(context, block->client[i], block->day, block->store_id);
    return 0;
}

int
files_firsts(struct people *people, struct arena *arena, struct err *err)
{
    struct fact_scan scan = {.fact = fact_at(FACT_VISIT), .from = INT32_MIN, .to = INT32_MAX};
    if (scan_raw(people->db, arena, &scan, take_visits, people, err) < 0)
        return -1;
    scan.fact = fact_at(FACT_DEAL);
    return scan_raw(people->db, arena, &scan, take_deals, people, err);
}
