#include "fact/files.h"

#include <string.h>

#include "db/sql.h"
#include "fact/scan.h"

/* ---- files --------------------------------------------------------------------------------------- */

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
    bool known = people_get(people, PERSON_CLASS, id) != 0;
    bool other = people_set(people, PERSON_CLASS, id, class_of(db_get_text(stmt, 1)));
    other |= people_set(people, PERSON_CHANNEL, id, db_get_int(stmt, 2));
    people_set(people, PERSON_HOME, id, db_get_int(stmt, 3));
    people_set(people, PERSON_OWNER, id, db_get_int(stmt, 4));
    people_set(people, PERSON_GENDER, id, gender_of(db_get_text(stmt, 5)));
    people_set(people, PERSON_BIRTHDAY, id,
               birthday.type == DB_INT ? birthday.number + PERSON_BORN : 0);
    if (known && other && people->hook.file)
        people->hook.file(people->hook.context, id);
}

static void
forget(struct people *people, int64_t from, int64_t to)
{
    int64_t end = (int64_t)people->count << PEOPLE_BITS;
    for (int64_t id = from; id < to && id < end; id++)
        for (int i = 0; people_get(people, PERSON_CLASS, id) && i < PERSON_FILE; i++)
            people_set(people, (enum person)(PERSON_FILE - 1 - i), id, 0);
}

int
files_read(struct people *people, int64_t from, int64_t to, struct err *err)
{
    struct db_value values[] = {db_int(from), db_int(to)};
    struct db_stmt *stmt;
    int more;
    if (sql_open(people->db, &stmt, SQL_FACT_FILES, values, 2, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        forget(people, from, db_get_int(stmt, 0));
        take(people, stmt);
        from = db_get_int(stmt, 0) + 1;
    }
    db_finish(stmt);
    forget(people, from, to);
    return more;
}

/* ---- firsts -------------------------------------------------------------------------------------- */

void
files_first(struct people *people, bool deal, int64_t client_id, struct people_first first)
{
    enum person on = deal ? PERSON_DEAL_ON : PERSON_FIRST_ON;
    enum person at = deal ? PERSON_DEAL_AT : PERSON_FIRST_AT;
    const struct people_first before = {people_get(people, on, client_id),
                                        people_get(people, at, client_id)};
    if (before.day == first.day && before.store_id == first.store_id)
        return;
    people_set(people, on, client_id, first.day);
    people_set(people, at, client_id, first.store_id);
    if (people->hook.first)
        people->hook.first(people->hook.context, deal, client_id, &before, &first);
}

void
files_earlier(struct people *people, bool deal, int64_t client_id, struct people_first first)
{
    int64_t day = people_get(people, deal ? PERSON_DEAL_ON : PERSON_FIRST_ON, client_id);
    int64_t at = people_get(people, deal ? PERSON_DEAL_AT : PERSON_FIRST_AT, client_id);
    if (!day || first.day < day || (first.day == day && first.store_id < at))
        files_first(people, deal, client_id, first);
}

struct taking {
    struct people *people;
    bool deal;
};

static int
take_block(void *context, const struct fact_block *block, struct err *err)
{
    const struct taking *taking = context;
    const struct people_first first = {block->day, block->store_id};
    (void)err;
    for (int i = 0; i < block->rows; i++)
        files_earlier(taking->people, taking->deal, block->client[i], first);
    return 0;
}

int
files_firsts(struct people *people, bool deal, struct arena *arena, struct err *err)
{
    const struct fact_scan scan = {
        .fact = fact_at(deal ? FACT_DEAL : FACT_VISIT), .from = INT32_MIN, .to = INT32_MAX};
    struct taking taking = {people, deal};
    return scan_raw(people->db, arena, &scan, take_block, &taking, err);
}
