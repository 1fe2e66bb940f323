/* Rows that are asked for, and references that are followed until nothing new is found. */
#include <string.h>

#include "db/relation.h"
#include "package/pick_private.h"

static struct pick_part *
part_of(struct pick *pick, int kind, int64_t store_id)
{
    struct pick_part **at = &pick->parts[kind];
    while (*at && (*at)->store_id < store_id)
        at = &(*at)->next;
    if (!*at || (*at)->store_id != store_id) {
        struct pick_part *part = arena_alloc(pick->arena, sizeof *part);
        *part = (struct pick_part){.next = *at, .kind = kind, .store_id = store_id};
        *at = part;
    }
    return *at;
}

void
pick_add(struct pick *pick, int kind, int64_t store_id, int64_t id, bool named)
{
    struct pick_part *part = part_of(pick, kind, store_id);
    pile_add(named ? &part->named : &part->belong, id);
}

/* ---- asking for rows ---------------------------------------------------------------------------------- */

/* Behind the id and the store: the days from and to which it is in force, the columns that must be empty. */
enum { FIELD_ID, FIELD_STORE, FIELD_MORE };

static const char *
force_field(const struct kind_column *column)
{
    return column->day_into ? column->day_into : column->into;
}

static int
make_fields(struct pick *pick, const struct pick_ask *ask, struct relation_field **out)
{
    const struct kind *kind = pick->scope->kinds[ask->kind];
    struct relation_field *fields =
        arena_array(pick->arena, (size_t)kind->count + FIELD_MORE + 2, sizeof *fields);
    int count = FIELD_MORE;
    fields[FIELD_ID].column = "id";
    fields[FIELD_STORE].column = kind->of_store ? "store_id" : "id";
    if (ask->force) {
        fields[count++].column = force_field(&kind->columns[ask->force->from]);
        if (ask->force->to >= 0)
            fields[count++].column = force_field(&kind->columns[ask->force->to]);
    }
    for (int i = 0; ask->empty && i < kind->count; i++)
        if (ask->empty[i])
            fields[count++].column = kind->columns[i].into;
    *out = fields;
    return count;
}

static int64_t
day_of(const struct pick *pick, const struct kind_column *column, int64_t value)
{
    bool is_moment = column->type == KIND_MOMENT && !column->day_into;
    return is_moment ? zone_day(pick->zone, value) : value;
}

static bool
is_in_force(const struct pick *pick, const struct pick_ask *ask, const struct db_stmt *stmt)
{
    const struct scope_force *force = ask->force;
    const struct kind_column *columns = pick->scope->kinds[ask->kind]->columns;
    struct db_value from = db_get(stmt, FIELD_MORE);
    if (from.type == DB_INT && day_of(pick, &columns[force->from], from.number) >= pick->to)
        return false;
    struct db_value to = force->to < 0 ? db_null() : db_get(stmt, FIELD_MORE + 1);
    return to.type != DB_INT || day_of(pick, &columns[force->to], to.number) >= pick->from;
}

static bool
may_take(const struct pick *pick, const struct pick_ask *ask, const struct db_stmt *stmt, int count)
{
    if (ask->force)
        return is_in_force(pick, ask, stmt);
    for (int i = FIELD_MORE; i < count; i++)
        if (db_get(stmt, i).type != DB_NULL)
            return false;
    return true;
}

int
pick_rows(struct pick *pick, const struct pick_ask *ask, struct relation_filter *filter,
          struct err *err)
{
    const struct kind *kind = pick->scope->kinds[ask->kind];
    struct relation_field *fields;
    struct db_stmt *stmt = NULL;
    int count = make_fields(pick, ask, &fields), more;
    filter->store_id = ask->store_id ? ask->store_id : pick->store_id;
    filter->store_column = kind->of_store && filter->store_id ? "store_id" : NULL;
    more =
        relation_select(pick->db, &stmt, kind->table, kind->of_store, fields, count, filter, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1)
        if (may_take(pick, ask, stmt, count))
            pick_add(pick, ask->kind, kind->of_store ? db_get_int(stmt, FIELD_STORE) : 0,
                     db_get_int(stmt, FIELD_ID), ask->named);
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

/* ---- following ----------------------------------------------------------------------------------------- */

struct follow {
    const struct pick_part *part;
    const int64_t *ids;
    int count;
    bool named;
};

static struct relation_filter
filter_of(const struct follow *follow, const char *column)
{
    return (struct relation_filter){
        .number_column = column, .numbers = follow->ids, .number_count = follow->count};
}

/* What the rows refer to. */
static void
take_row(struct pick *pick, const struct follow *follow, const struct scope_link *const *links,
         int count, const struct db_stmt *stmt)
{
    for (int i = 0; i < count; i++) {
        const struct scope_link *link = links[i];
        struct db_value id = db_get(stmt, i);
        bool of_store = pick->scope->kinds[link->to]->of_store;
        if (id.type != DB_INT)
            continue;
        pick_add(pick, link->to, of_store ? follow->part->store_id : 0, id.number, true);
        if (link->to == pick->scope->clients && !follow->named)
            pile_add(&pick->clients, id.number);
    }
}

static int
follow_up(struct pick *pick, const struct follow *follow, struct err *err)
{
    const struct scope *scope = pick->scope;
    const struct kind *kind = scope->kinds[follow->part->kind];
    struct relation_field *fields = arena_array(pick->arena, (size_t)kind->count, sizeof *fields);
    const struct scope_link **links = arena_array(pick->arena, (size_t)kind->count, sizeof *links);
    struct relation_filter filter = filter_of(follow, "id");
    struct db_stmt *stmt = NULL;
    int count = 0, more;
    for (int i = 0; i < scope->link_count; i++) {
        if (scope->links[i].from != follow->part->kind)
            continue;
        fields[count].column = kind->columns[scope->links[i].column].into;
        links[count++] = &scope->links[i];
    }
    if (!count)
        return 0;
    filter.store_id = follow->part->store_id;
    filter.store_column = kind->of_store ? "store_id" : NULL;
    more =
        relation_select(pick->db, &stmt, kind->table, kind->of_store, fields, count, &filter, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1)
        take_row(pick, follow, links, count, stmt);
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

/* What refers to the rows. Ids of a store's rows mean nothing in a table of the chain. */
static int
follow_down(struct pick *pick, const struct follow *follow, const struct scope_link *link,
            bool named, struct err *err)
{
    const struct kind *from = pick->scope->kinds[link->from];
    bool of_store = pick->scope->kinds[link->to]->of_store;
    if (link->to != follow->part->kind || (of_store && !from->of_store))
        return 0;
    struct relation_filter filter = filter_of(follow, from->columns[link->column].into);
    struct pick_ask ask = {.kind = link->from, .store_id = follow->part->store_id, .named = named};
    return pick_rows(pick, &ask, &filter, err);
}

static int
follow_chunk(struct pick *pick, const struct follow *follow, struct err *err)
{
    const struct scope *scope = pick->scope;
    if (follow_up(pick, follow, err) < 0)
        return -1;
    for (int i = 0; !follow->named && i < scope->link_count; i++)
        if (!scope->left_out[scope->links[i].from] &&
            follow_down(pick, follow, &scope->links[i], false, err) < 0)
            return -1;
    for (int i = 0; i < scope->beside_count; i++)
        if (follow_down(pick, follow, &scope->beside[i], true, err) < 0)
            return -1;
    return 0;
}

/* 1 some were followed, 0 none was left, -1. */
static int
follow_pile(struct pick *pick, struct pick_part *part, bool named, struct err *err)
{
    int64_t ids[PICK_CHUNK];
    struct pile *pile = named ? &part->named : &part->belong;
    int *done = named ? &part->named_done : &part->belong_done;
    int count = pile->count - *done;
    if (count == 0)
        return 0;
    if (count > PICK_CHUNK)
        count = PICK_CHUNK;
    memcpy(ids, pile->items + *done, (size_t)count * sizeof *ids); /* the pile may move */
    *done += count;
    const struct follow follow = {part, ids, count, named};
    return follow_chunk(pick, &follow, err) < 0 ? -1 : 1;
}

int
pick_settle(struct pick *pick, struct err *err)
{
    for (bool again = true; again;) {
        again = false;
        for (int k = 0; k < pick->scope->count; k++) {
            for (struct pick_part *part = pick->parts[k]; part; part = part->next) {
                int belong = follow_pile(pick, part, false, err);
                int named = belong < 0 ? -1 : follow_pile(pick, part, true, err);
                if (named < 0)
                    return -1;
                again = again || belong || named;
            }
        }
    }
    return 0;
}
