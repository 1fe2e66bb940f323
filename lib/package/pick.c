/* What is asked for, and the rows that begin it. */
#include "package/pick.h"

#include <string.h>

#include "db/relation.h"
#include "package/pick_private.h"

void
pick_init(struct pick *pick, struct db *db, struct arena *arena, const struct scope *scope,
          const struct zone *zone)
{
    *pick = (struct pick){.db = db, .arena = arena, .scope = scope, .zone = zone};
    pick->parts = arena_array(arena, (size_t)scope->count, sizeof(struct pick_part *));
}

void
pick_release(struct pick *pick)
{
    for (int k = 0; pick->scope && k < pick->scope->count; k++) {
        for (struct pick_part *part = pick->parts[k]; part; part = part->next) {
            pile_release(&part->belong);
            pile_release(&part->named);
        }
    }
    pile_release(&pick->clients);
}

int
pick_ids(const struct pick *pick, const struct pick_part *part, int64_t **ids)
{
    struct pile all = {0};
    for (int i = 0; i < part->belong.count; i++)
        pile_add(&all, part->belong.items[i]);
    for (int i = 0; i < part->named.count; i++)
        pile_add(&all, part->named.items[i]);
    pile_sort(&all);
    int count = all.count;
    *ids = arena_array(pick->arena, (size_t)count, sizeof **ids);
    if (count)
        memcpy(*ids, all.items, (size_t)count * sizeof **ids);
    pile_release(&all);
    return count;
}

bool
pick_has(const struct pick *pick, int kind, int64_t store_id, int64_t id)
{
    for (const struct pick_part *part = pick->parts[kind]; part; part = part->next)
        if (part->store_id == store_id)
            return pile_has(&part->belong, id) || pile_has(&part->named, id);
    return false;
}

/* ---- of clients ----------------------------------------------------------------------------------------- */

/* Rows of a kind that name one of the clients; `dated`: of the days of the pick. */
static int
of_clients(struct pick *pick, const struct pick_ask *ask, int column, bool dated, struct err *err)
{
    const struct kind *kind = pick->scope->kinds[ask->kind];
    for (int at = 0; at < pick->clients.count; at += PICK_CHUNK) {
        int left = pick->clients.count - at;
        struct relation_filter filter = {.number_column = kind->columns[column].into,
                                         .numbers = pick->clients.items + at,
                                         .number_count = left < PICK_CHUNK ? left : PICK_CHUNK,
                                         .from = pick->from,
                                         .to = pick->to};
        if (dated)
            filter.span_column = kind->columns[scope_day(kind)].day_into;
        if (pick_rows(pick, ask, &filter, err) < 0)
            return -1;
    }
    return 0;
}

static int
take_in_force(struct pick *pick, struct err *err)
{
    for (int i = 0; i < pick->scope->force_count; i++) {
        const struct scope_force *force = &pick->scope->forces[i];
        const struct pick_ask ask = {.kind = force->kind, .force = force};
        if (of_clients(pick, &ask, force->client, false, err) < 0)
            return -1;
    }
    return 0;
}

/* By column: whether it names a record of a kind that names a client itself. */
static bool *
other_records(struct pick *pick, int kind)
{
    const struct scope *scope = pick->scope;
    bool *empty = arena_array(pick->arena, (size_t)scope->kinds[kind]->count, sizeof *empty);
    for (int i = 0; i < scope->link_count; i++)
        if (scope->links[i].from == kind && scope->links[i].to != scope->clients &&
            scope_client(scope->kinds[scope->links[i].to]) >= 0)
            empty[scope->links[i].column] = true;
    return empty;
}

/* Of the clients, what no record of the visit leads to: rows of its days, and of kinds that have no day. */
static int
take_loose(struct pick *pick, bool dated_too, struct err *err)
{
    const struct scope *scope = pick->scope;
    for (int k = 0; k < scope->count; k++) {
        int client = scope_client(scope->kinds[k]);
        bool dated = scope_day(scope->kinds[k]) >= 0;
        if (client < 0 || scope->left_out[k] || scope_is_force(scope, k) || k == scope->visits ||
            (dated && !dated_too))
            continue;
        const struct pick_ask ask = {.kind = k, .empty = other_records(pick, k)};
        if (of_clients(pick, &ask, client, dated, err) < 0)
            return -1;
    }
    return 0;
}

/* ---- what is asked for ----------------------------------------------------------------------------------- */

static int
find_visit(struct pick *pick, const char *code, struct err *err)
{
    static const struct relation_field fields[] = {
        {.column = "id"}, {.column = "day"}, {.column = "left_at"}};
    const struct relation_filter filter = {
        .store_column = "store_id", .store_id = pick->store_id, .codes = &code, .code_count = 1};
    struct db_stmt *stmt = NULL;
    int more = relation_select(pick->db, &stmt, "visit", true, fields, 3, &filter, err);
    if (more == 0)
        more = db_step(stmt, err);
    if (more == 1) {
        struct db_value left = db_get(stmt, 2);
        pick_add(pick, pick->scope->visits, pick->store_id, db_get_int(stmt, 0), false);
        pick->from = db_get_int(stmt, 1);
        pick->to = pick->from + 1;
        if (left.type == DB_INT && zone_day(pick->zone, left.number) >= pick->to)
            pick->to = zone_day(pick->zone, left.number) + 1;
    }
    db_finish(stmt);
    if (more == 0)
        return err_set(err, ERR_DATA, _("%s: there is no such visit in this store"), code);
    return more < 0 ? -1 : 0;
}

int
pick_visit(struct pick *pick, const char *code, struct err *err)
{
    if (find_visit(pick, code, err) < 0 || pick_settle(pick, err) < 0 ||
        take_in_force(pick, err) < 0 || take_loose(pick, true, err) < 0)
        return -1;
    return pick_settle(pick, err);
}

int
pick_client(struct pick *pick, const char *code, struct err *err)
{
    static const struct lookup_spec spec = {
        .table = "client", .column = "code", .follow = "merged_into"};
    struct lookup *lookup;
    int64_t id = 0;
    if (lookup_open(&lookup, pick->db, pick->arena, &spec, err) < 0)
        return -1;
    int found = lookup_find(lookup, 0, code, strlen(code), &id, err);
    lookup_close(lookup);
    if (found == 0)
        return err_set(err, ERR_DATA, _("%s: there is no such client"), code);
    if (found < 0)
        return -1;
    pick_add(pick, pick->scope->clients, 0, id, false);
    return pick_settle(pick, err);
}

int
pick_period(struct pick *pick, int64_t from, int64_t to, struct err *err)
{
    const struct scope *scope = pick->scope;
    pick->from = from;
    pick->to = to;
    for (int k = 0; k < scope->count; k++) {
        const struct kind *kind = scope->kinds[k];
        int day = scope_day(kind);
        if (scope_client(kind) < 0 || day < 0 || scope->left_out[k])
            continue;
        const struct pick_ask ask = {.kind = k};
        struct relation_filter filter = {
            .span_column = kind->columns[day].day_into, .from = from, .to = to};
        if (pick_rows(pick, &ask, &filter, err) < 0)
            return -1;
    }
    if (pick_settle(pick, err) < 0 || take_in_force(pick, err) < 0 ||
        take_loose(pick, false, err) < 0)
        return -1;
    return pick_settle(pick, err);
}
