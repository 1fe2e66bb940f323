#include "audit/since.h"

#include <string.h>

#include "db/sql.h"
#include "text/json_read.h"

static const char *const dated[] = {
    "treatment",     "visit",      "assessment",     "exam",          "signature",
    "product_check", "notice",     "contract",       "payment",       "consultation",
    "care",          "evaluation", "stock_move",     "sop_done",      "plan",
    "album",         "touch",      "treatment_item", "gate_override", "treatment_hand",
    "contract_line", NULL};

static bool
is_dated(const char *name)
{
    for (int i = 0; dated[i]; i++)
        if (strcmp(dated[i], name) == 0)
            return true;
    return false;
}

static struct since_table *
find(const struct changes *changes, const char *name, size_t length)
{
    for (int i = 0; i < changes->count; i++) {
        const char *known = changes->tables[i].name;
        if (strncmp(known, name, length) == 0 && known[length] == '\0')
            return &changes->tables[i];
    }
    return NULL;
}

/* A table that was written; nothing is known yet of which days. */
static struct since_table *
touch(struct changes *changes, const char *name, size_t length)
{
    struct since_table *table = find(changes, name, length);
    if (table)
        return table;
    changes->tables = arena_more(changes->arena, changes->tables, changes->count, &changes->room,
                                 sizeof *changes->tables);
    table = &changes->tables[changes->count++];
    *table = (struct since_table){
        .name = arena_strndup(changes->arena, name, length), .fresh = INT64_MAX, .from = INT64_MAX};
    table->dated = is_dated(table->name);
    return table;
}

static void
lower(int64_t *from, int64_t day)
{
    if (day < *from)
        *from = day;
}

static struct since_column *
touch_column(struct changes *changes, struct since_table *table, const char *name)
{
    for (int i = 0; i < table->count; i++)
        if (strcmp(table->columns[i].name, name) == 0)
            return &table->columns[i];
    table->columns = arena_more(changes->arena, table->columns, table->count, &table->room,
                                sizeof *table->columns);
    struct since_column *column = &table->columns[table->count++];
    *column = (struct since_column){arena_strdup(changes->arena, name), INT64_MAX};
    return column;
}

/* ---- what an entry says -------------------------------------------------------------------------------- */

struct entry {
    struct db *db;
    struct changes *changes;
    int64_t store_id;
    struct arena line;
};

static int64_t
number(const struct json_value *object, const char *name)
{
    const struct json_value *member = json_member(object, name);
    return member && member->type == JSON_IS_INT ? member->number : 0;
}

/* The day of a row that is there still; where it is not, its table is asked for whole. */
static int
day_now(struct entry *entry, const struct since_table *table, int64_t id, int64_t *day,
        struct err *err)
{
    const struct db_value values[] = {db_text(table->name), db_int(entry->store_id), db_int(id)};
    struct db_stmt *stmt = NULL;
    int more = sql_first(entry->db, &stmt, SQL_AUDIT_DAY_OF, values, 3, err);
    *day = more == 1 ? db_get_int(stmt, 0) : ASK_WHOLE;
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

/* A row that was changed: what its columns say now holds from the lower of the days that it had and has. */
static int
read_change(struct entry *entry, struct since_table *table, const struct json_value *object,
            const struct json_value *after, struct err *err)
{
    int64_t day = ASK_WHOLE;
    const struct json_value *was = json_member(json_member(object, "before"), "day");
    if (table->dated && day_now(entry, table, number(object, "id"), &day, err) < 0)
        return -1;
    if (was && was->type == JSON_IS_INT && was->number < day)
        day = was->number;
    for (const struct json_value *column = after->member; column; column = column->next)
        lower(&touch_column(entry->changes, table, column->name)->from, day);
    return 0;
}

/* A row that went: the day it had. */
static void
read_removal(struct since_table *table, const struct json_value *before)
{
    const struct json_value *was = json_member(before, "day");
    lower(&table->from, table->dated && was && was->type == JSON_IS_INT ? was->number : ASK_WHOLE);
}

static bool
is_object(const struct json_value *value)
{
    return value && value->type == JSON_IS_OBJECT;
}

/* A line of an entry: a row, or how many of a table. New rows of dated tables are known by their ids. */
static int
read_row(struct entry *entry, const struct json_value *object, struct err *err)
{
    const struct json_value *name = json_member(object, "table");
    const struct json_value *before = json_member(object, "before");
    const struct json_value *after = json_member(object, "after");
    if (!name || name->type != JSON_IS_TEXT)
        return 0;
    struct since_table *table = touch(entry->changes, name->text, strlen(name->text));
    table->entry = entry->changes->entry;
    if (number(object, "changed") > 0 || number(object, "removed") > 0)
        lower(&table->from, ASK_WHOLE);
    if (!table->dated && (number(object, "added") > 0 || (!is_object(before) && is_object(after))))
        lower(&table->fresh, ASK_WHOLE);
    if (is_object(before) && is_object(after))
        return read_change(entry, table, object, after, err);
    if (is_object(before))
        read_removal(table, before);
    return 0;
}

static int
read_rows(struct entry *entry, const char *text, struct err *err)
{
    while (text && *text) {
        size_t length = strcspn(text, "\n");
        arena_reset(&entry->line);
        const struct json_value *object = json_read(&entry->line, text, length, err);
        if (!object || read_row(entry, object, err) < 0)
            return -1;
        text += length + (text[length] == '\n');
    }
    return 0;
}

/* "name rows digest" a line: of a table of which the entry says nothing else, nothing is known. */
static void
read_sets(struct changes *changes, const char *text)
{
    while (text && *text) {
        size_t length = strcspn(text, "\n");
        struct since_table *table = touch(changes, text, strcspn(text, " \n"));
        if (table->entry != changes->entry)
            lower(&table->from, ASK_WHOLE);
        text += length + (text[length] == '\n');
    }
}

static int
read_entry(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct entry *entry = context;
    entry->changes->entry++;
    if (read_rows(entry, db_get_text(stmt, 1), err) < 0)
        return -1;
    read_sets(entry->changes, db_get_text(stmt, 0));
    return 0;
}

/* ---- all ----------------------------------------------------------------------------------------------- */

static int
read_new(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct changes *changes = context;
    (void)err;
    const char *name = db_get_text(stmt, 0);
    if (db_get(stmt, 1).type == DB_INT)
        lower(&touch(changes, name, strlen(name))->fresh, db_get_int(stmt, 1));
    return 0;
}

struct stores {
    struct arena *arena;
    int64_t *ids;
    int count, room;
};

static int
read_store(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct stores *stores = context;
    (void)err;
    stores->ids =
        arena_more(stores->arena, stores->ids, stores->count, &stores->room, sizeof *stores->ids);
    stores->ids[stores->count++] = db_get_int(stmt, 0);
    return 0;
}

static int
read_known(void *context, const struct db_stmt *stmt, struct err *err)
{
    (void)err;
    ((struct changes *)context)->known = db_get_int(stmt, 0) > 0;
    return 0;
}

int
since_read(struct db *db, struct arena *arena, struct changes *changes, struct err *err)
{
    struct stores stores = {.arena = arena};
    struct entry entry = {.db = db, .changes = changes};
    *changes = (struct changes){.arena = arena};
    if (sql_each(db, SQL_AUDIT_PLACES_KEPT, NULL, 0, read_known, changes, err) < 0)
        return -1;
    if (!changes->known)
        return 0;
    arena_init(&entry.line);
    int result = sql_each(db, SQL_AUDIT_STORES, NULL, 0, read_store, &stores, err);
    for (int i = 0; result == 0 && i < stores.count; i++) {
        const struct db_value value = db_int(entry.store_id = stores.ids[i]);
        if (sql_each(db, SQL_AUDIT_LOG_SINCE, &value, 1, read_entry, &entry, err) < 0 ||
            (value.number != 0 &&
             sql_each(db, SQL_AUDIT_NEW_DAYS, &value, 1, read_new, changes, err) < 0))
            result = -1;
    }
    arena_release(&entry.line);
    return result;
}

/* From which day on what was written of a table may bear on a rule. */
static int64_t
bears_from(const struct since_table *table, const struct rule *rule)
{
    int64_t from = table->from;
    if (table->dated || !audit_rule_by_key(rule, table->name))
        lower(&from, table->fresh);
    for (int i = 0; i < table->count; i++)
        if (audit_rule_names(rule, table->columns[i].name))
            lower(&from, table->columns[i].from);
    return from;
}

bool
since_asks(const struct changes *changes, const struct rule *rule, int64_t *from)
{
    *from = ASK_WHOLE;
    if (!changes->known || rule->since == SINCE_ALWAYS)
        return true;
    int64_t lowest = INT64_MAX;
    for (int i = 0; i < changes->count; i++)
        if (audit_rule_reads(rule, changes->tables[i].name))
            lower(&lowest, bears_from(&changes->tables[i], rule));
    if (rule->since == SINCE_DAY)
        *from = lowest;
    return lowest != INT64_MAX;
}

/* ---- where it stands ----------------------------------------------------------------------------------- */

struct reading {
    struct arena *arena;
    struct places *places;
};

static int
read_place(void *context, const struct db_stmt *stmt, struct err *err)
{
    const struct reading *reading = context;
    struct places *places = reading->places;
    (void)err;
    places->items = arena_more(reading->arena, places->items, places->count, &places->room,
                               sizeof *places->items);
    places->items[places->count++] = (struct place_kept){
        db_get_int(stmt, 0), db_keep_text(stmt, 1, reading->arena), db_get_int(stmt, 2)};
    return 0;
}

int
since_places(struct db *db, struct arena *arena, struct places *places, struct err *err)
{
    struct reading reading = {arena, places};
    *places = (struct places){0};
    return sql_each(db, SQL_AUDIT_PLACES_NOW, NULL, 0, read_place, &reading, err);
}

int
since_keep(struct db *db, const struct places *places, struct err *err)
{
    for (int i = 0; i < places->count; i++) {
        const struct place_kept *place = &places->items[i];
        const struct db_value values[] = {db_int(place->store_id), db_text(place->name),
                                          db_int(place->next_id)};
        if (sql_run(db, SQL_AUDIT_PLACE_PUT, values, 3, NULL, err) < 0)
            return -1;
    }
    return 0;
}
