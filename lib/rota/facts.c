/* What is read for a roster. */
#include "rota/facts.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "db/sql.h"

/* ---- stores ---------------------------------------------------------------------------------- */

static int
read_store(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct rota_facts *facts = context;
    (void)err;
    facts->stores = arena_more(facts->arena, facts->stores, facts->store_count, &facts->store_room,
                               sizeof *facts->stores);
    facts->stores[facts->store_count++] =
        (struct rota_store){.id = db_get_int(stmt, 0), .code = db_keep_text(stmt, 1, facts->arena)};
    return 0;
}

static int
read_hours(struct rota_facts *facts, struct err *err)
{
    for (int i = 0; i < facts->store_count; i++) {
        struct rota_store *store = &facts->stores[i];
        const struct busy_window window = {
            .store_id = store->id, .from_day = facts->from_on, .to_day = facts->to_on};
        if (busy_hours(&store->hours, facts->db, facts->arena, &window, err) < 0)
            return -1;
    }
    return 0;
}

/* ---- people ---------------------------------------------------------------------------------- */

static int
read_person(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct rota_facts *facts = context;
    int64_t id = db_get_int(stmt, 0);
    struct rota_person *last = facts->person_count ? &facts->people[facts->person_count - 1] : NULL;
    (void)err;
    if (!last || last->id != id) {
        facts->people = arena_more(facts->arena, facts->people, facts->person_count,
                                   &facts->person_room, sizeof *facts->people);
        last = &facts->people[facts->person_count++];
        *last = (struct rota_person){.id = id,
                                     .code = db_keep_text(stmt, 1, facts->arena),
                                     .name = db_keep_text(stmt, 2, facts->arena)};
        for (int i = 0; i < RULE_PERSONAL; i++)
            last->rule[i] = RULE_NONE;
    }
    *rota_spell_add(&last->posts, facts->arena) =
        (struct rota_spell){.word = db_keep_text(stmt, 3, facts->arena),
                            .store_id = db_get_int(stmt, 4),
                            .from = rota_number_or(stmt, 5, INT64_MIN),
                            .to = rota_number_or(stmt, 6, INT64_MAX)};
    return 0;
}

struct rota_person *
rota_person(const struct rota_facts *facts, int64_t id)
{
    for (int i = 0; i < facts->person_count; i++)
        if (facts->people[i].id == id)
            return &facts->people[i];
    return NULL;
}

static int
read_rule(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct rota_facts *facts = context;
    struct rota_person *person = rota_person(facts, db_get_int(stmt, 0));
    struct str list = STR_INIT;
    (void)err;
    if (!person)
        return 0;
    for (int i = 0; i < RULE_PERSONAL; i++)
        person->rule[i] = (int)rota_number_or(stmt, 1 + i, RULE_NONE);
    if (db_get(stmt, 1 + RULE_PERSONAL).type == DB_TEXT) {
        str_addf(&list, ",%s,", db_get_text(stmt, 1 + RULE_PERSONAL));
        for (size_t i = 0; i < list.length; i++)
            if (list.text[i] == ' ')
                list.text[i] = ',';
        person->shifts = arena_strdup(facts->arena, list.text);
        str_release(&list);
    }
    return 0;
}

/* Rows that begin with staff_id, from, to; a word and a store where there are any. */
static struct rota_spell *
read_spell(struct rota_facts *facts, const struct db_stmt *stmt, size_t list)
{
    struct rota_person *person = rota_person(facts, db_get_int(stmt, 0));
    if (!person)
        return NULL;
    struct rota_spell *spell =
        rota_spell_add((struct rota_spells *)((char *)person + list), facts->arena);
    *spell = rota_spell_of(stmt);
    return spell;
}

static int
read_leave(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct rota_facts *facts = context;
    struct rota_spell *spell = read_spell(facts, stmt, offsetof(struct rota_person, leaves));
    (void)err;
    if (spell)
        spell->word = db_keep_text(stmt, 3, facts->arena);
    return 0;
}

static int
read_station(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct rota_facts *facts = context;
    struct rota_spell *spell = read_spell(facts, stmt, offsetof(struct rota_person, stations));
    (void)err;
    if (spell)
        spell->store_id = db_get_int(stmt, 3);
    return 0;
}

static int
read_wish(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct rota_facts *facts = context;
    struct rota_spell *spell = read_spell(facts, stmt, offsetof(struct rota_person, wishes));
    (void)err;
    if (spell) {
        spell->to = spell->from + 1;
        spell->word = db_keep_text(stmt, 2, facts->arena);
        spell->weight = (int)db_get_int(stmt, 3);
    }
    return 0;
}

static int
read_worked(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct rota_facts *facts = context;
    struct rota_person *person = rota_person(facts, db_get_int(stmt, 0));
    (void)err;
    if (person)
        *rota_spell_add(&person->worked, facts->arena) =
            (struct rota_spell){.store_id = db_get_int(stmt, 1),
                                .from = db_get_int(stmt, 3),
                                .to = db_get_int(stmt, 4),
                                .day = db_get_int(stmt, 2)};
    return 0;
}

static int
read_booked(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct rota_facts *facts = context;
    struct rota_person *person = rota_person(facts, db_get_int(stmt, 0));
    (void)err;
    if (person)
        *rota_spell_add(&person->booked, facts->arena) =
            (struct rota_spell){.store_id = db_get_int(stmt, 1),
                                .from = db_get_int(stmt, 2),
                                .to = db_get_int(stmt, 3),
                                .word = db_keep_text(stmt, 4, facts->arena)};
    return 0;
}

/* ---- what is wanted -------------------------------------------------------------------------- */

static int
read_head(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct rota_facts *facts = context;
    (void)err;
    facts->heads = arena_more(facts->arena, facts->heads, facts->head_count, &facts->head_room,
                              sizeof *facts->heads);
    facts->heads[facts->head_count++] = (struct rota_head){
        .store_id = db_get_int(stmt, 0),
        .day = db_get_int(stmt, 1),
        .from = (int)db_get_int(stmt, 2),
        .to = (int)db_get_int(stmt, 3),
        .role = db_keep_text(stmt, 4, facts->arena),
        .skill = db_get(stmt, 5).type == DB_TEXT ? db_keep_text(stmt, 5, facts->arena) : NULL,
        .staff_id = db_get_int(stmt, 6),
        .heads = (int)db_get_int(stmt, 7)};
    return 0;
}

static int
read_travel(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct rota_facts *facts = context;
    (void)err;
    facts->travels = arena_more(facts->arena, facts->travels, facts->travel_count,
                                &facts->travel_room, sizeof *facts->travels);
    facts->travels[facts->travel_count++] =
        (struct rota_travel){db_get_int(stmt, 0), db_get_int(stmt, 1), (int)db_get_int(stmt, 2)};
    return 0;
}

int
rota_travel(const struct rota_facts *facts, int64_t one, int64_t other)
{
    int most = 0;
    for (int i = 0; i < facts->travel_count; i++) {
        const struct rota_travel *way = &facts->travels[i];
        if (((way->one == one && way->other == other) ||
             (way->one == other && way->other == one)) &&
            way->minutes > most)
            most = way->minutes;
    }
    return most;
}

const struct rota_store *
rota_store(const struct rota_facts *facts, int64_t id)
{
    for (int i = 0; i < facts->store_count; i++)
        if (facts->stores[i].id == id)
            return &facts->stores[i];
    return NULL;
}

/* Licences and skills, of each person. */
static int
read_papers(struct rota_facts *facts, struct err *err)
{
    struct rota_papers licences, skills;
    if (rota_papers_load(&licences, facts->db, facts->arena, SQL_ROTA_LICENCES, facts->from_on,
                         facts->to_on, err) < 0 ||
        rota_papers_load(&skills, facts->db, facts->arena, SQL_ROTA_SKILLS, facts->from_on,
                         facts->to_on, err) < 0)
        return -1;
    for (int i = 0; i < facts->person_count; i++) {
        struct rota_person *person = &facts->people[i];
        person->licences = *rota_papers_of(&licences, person->id);
        person->skills = *rota_papers_of(&skills, person->id);
    }
    return 0;
}

int
rota_facts_load(struct rota_facts *facts, struct err *err)
{
    struct db_value of_store[3] = {db_int(facts->store_id), db_int(facts->from_on),
                                   db_int(facts->to_on)};
    struct db_value *days = of_store + 1;
    if (facts->to_on - facts->from_on < 1 || facts->to_on - facts->from_on > ROTA_DAYS_MOST)
        return err_set(err, ERR_DATA, _("a roster has 1 to %d days"), ROTA_DAYS_MOST);
    if (sql_each(facts->db, SQL_ROTA_STORES, of_store, 3, read_store, facts, err) < 0)
        return -1;
    if (facts->store_count == 0)
        return err_set(err, ERR_DATA, _("no store is open in these days"));
    if (read_hours(facts, err) < 0 ||
        sql_each(facts->db, SQL_ROTA_PEOPLE, of_store, 3, read_person, facts, err) < 0)
        return -1;
    const struct zone *zone = facts->stores[0].hours.zone;
    const struct db_value moments[2] = {db_int(zone_moment(zone, facts->from_on - 1, 0)),
                                        db_int(zone_moment(zone, facts->to_on + 1, 0))};
    const struct db_value past[2] = {db_int(facts->from_on - ROTA_PAST_DAYS), days[1]};
    if (sql_each(facts->db, SQL_ROTA_WORK_RULES, days, 1, read_rule, facts, err) < 0 ||
        sql_each(facts->db, SQL_ROTA_LEAVES, moments, 2, read_leave, facts, err) < 0 ||
        read_papers(facts, err) < 0 ||
        sql_each(facts->db, SQL_ROTA_STATIONS, days, 2, read_station, facts, err) < 0 ||
        sql_each(facts->db, SQL_ROTA_WISHES, days, 2, read_wish, facts, err) < 0 ||
        sql_each(facts->db, SQL_ROTA_WORKED, past, 2, read_worked, facts, err) < 0 ||
        sql_each(facts->db, SQL_ROTA_BOOKED, days, 2, read_booked, facts, err) < 0 ||
        sql_each(facts->db, SQL_ROTA_HEADS, of_store, 3, read_head, facts, err) < 0)
        return -1;
    return sql_each(facts->db, SQL_ROTA_TRAVELS, NULL, 0, read_travel, facts, err);
}

static int
by_moment(const void *a, const void *b)
{
    const struct rota_spell *one = a, *other = b;
    return (one->from > other->from) - (one->from < other->from);
}

static bool
has_worked(const struct rota_person *person, int64_t day)
{
    for (int i = 0; i < person->worked.count; i++)
        if (person->worked.items[i].day == day)
            return true;
    return false;
}

void
rota_facts_keep(struct rota_facts *facts, const struct rota_cell *cells, int count)
{
    for (int i = 0; i < count; i++) {
        struct rota_person *person = rota_person(facts, cells[i].staff_id);
        if (person && cells[i].day < facts->fixed_on && cells[i].at_id &&
            !has_worked(person, cells[i].day))
            *rota_spell_add(&person->worked, facts->arena) =
                (struct rota_spell){.store_id = cells[i].at_id,
                                    .from = cells[i].starts_at,
                                    .to = cells[i].ends_at,
                                    .day = cells[i].day};
    }
    for (int i = 0; i < facts->person_count; i++)
        if (facts->people[i].worked.count > 1)
            qsort(facts->people[i].worked.items, (size_t)facts->people[i].worked.count,
                  sizeof *facts->people[i].worked.items, by_moment);
}

/* ---- cells ----------------------------------------------------------------------------------- */

int
rota_cells_read(struct db *db, struct arena *arena, int64_t store_id, int64_t roster_id,
                struct rota_cell **cells, struct err *err)
{
    const struct db_value values[2] = {db_int(store_id), db_int(roster_id)};
    struct db_stmt *stmt;
    int count = 0, room = 0, more;
    *cells = NULL;
    if (sql_open(db, &stmt, SQL_ROTA_CELLS, values, 2, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        *cells = arena_more(arena, *cells, count, &room, sizeof **cells);
        (*cells)[count++] = (struct rota_cell){
            .staff_id = db_get_int(stmt, 0),
            .day = db_get_int(stmt, 1),
            .what = db_keep_text(stmt, 2, arena),
            .shift = db_get(stmt, 3).type == DB_TEXT ? db_keep_text(stmt, 3, arena) : NULL,
            .at_id = db_get_int(stmt, 4),
            .role = db_get(stmt, 5).type == DB_TEXT ? db_keep_text(stmt, 5, arena) : NULL,
            .starts_at = db_get_int(stmt, 6),
            .ends_at = db_get_int(stmt, 7),
            .locked = db_get_int(stmt, 8) != 0};
    }
    db_finish(stmt);
    return more < 0 ? -1 : count;
}
