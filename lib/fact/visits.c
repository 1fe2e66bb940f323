/* Visits of a day: one row a client, of all that is known of that client's day. */
#include "fact/maker.h"

#include <stdlib.h>
#include <string.h>

enum source { STAY, KEPT, TREATED };

struct piece {
    int64_t day, client, at, id;
    int64_t touch, consultant, doctor, project, minutes;
    enum source source;
    bool waited;
};

struct pieces {
    struct piece *list;
    int count, room;
};

static void
take(struct pieces *pieces, const struct db_stmt *stmt)
{
    if (pieces->count == pieces->room) {
        pieces->room = 2 * pieces->room + 256;
        pieces->list = mem_resize(pieces->list, (size_t)pieces->room * sizeof *pieces->list);
    }
    struct db_value minutes = db_get(stmt, 9);
    pieces->list[pieces->count++] = (struct piece){
        .day = db_get_int(stmt, 0),
        .client = db_get_int(stmt, 1),
        .source = (enum source)db_get_int(stmt, 2),
        .at = db_get_int(stmt, 3),
        .id = db_get_int(stmt, 4),
        .touch = db_get_int(stmt, 5),
        .consultant = db_get_int(stmt, 6),
        .doctor = db_get_int(stmt, 7),
        .project = db_get_int(stmt, 8),
        .minutes = minutes.number > 0 && minutes.type == DB_INT ? minutes.number : 0,
        .waited = minutes.type == DB_INT,
    };
}

static int
compare(const void *one, const void *other)
{
    const struct piece *a = one, *b = other;
    int64_t by = a->day != b->day         ? a->day - b->day
                 : a->client != b->client ? a->client - b->client
                 : a->source != b->source ? (int64_t)a->source - (int64_t)b->source
                 : a->at != b->at         ? a->at - b->at
                                          : a->id - b->id;
    return by < 0 ? -1 : by > 0;
}

/* The first of the client's pieces from a source that says it; 0. */
static int64_t
first_doctor(const struct piece *pieces, int count, enum source source)
{
    for (int i = 0; i < count; i++)
        if (pieces[i].source == source && pieces[i].doctor)
            return pieces[i].doctor;
    return 0;
}

static int64_t
first_project(const struct piece *pieces, int count, enum source source)
{
    for (int i = 0; i < count; i++)
        if (pieces[i].source == source && pieces[i].project)
            return pieces[i].project;
    return 0;
}

static int64_t
either(int64_t one, int64_t other)
{
    return one ? one : other;
}

enum { TOUCH, CONSULTANT, DOCTOR, PROJECT, ITEMS, WAITS, WAIT_MINUTES };

static void
fold(struct rows *rows, const struct piece *pieces, int count)
{
    if (pieces[0].source == TREATED)
        return;
    int row = rows_add(rows, pieces[0].day, pieces[0].client);
    int64_t **column = rows->column;
    for (int i = 0; i < count && pieces[i].source != TREATED; i++) {
        column[ITEMS][row]++;
        column[WAITS][row] += pieces[i].waited;
        column[WAIT_MINUTES][row] += pieces[i].minutes;
        column[TOUCH][row] = either(column[TOUCH][row], pieces[i].touch);
        column[CONSULTANT][row] = either(column[CONSULTANT][row], pieces[i].consultant);
    }
    column[DOCTOR][row] =
        either(first_doctor(pieces, count, STAY),
               either(first_doctor(pieces, count, TREATED), first_doctor(pieces, count, KEPT)));
    column[PROJECT][row] =
        either(first_project(pieces, count, TREATED), first_project(pieces, count, KEPT));
}

/* ---- reading ------------------------------------------------------------------------------------- */

static int
read_pieces(struct maker *maker, enum sql_id id, int64_t store_id, int64_t from, int64_t to,
            struct pieces *pieces, struct err *err)
{
    struct db_value values[] = {db_int(store_id), db_int(from), db_int(to)};
    struct db_stmt *stmt = maker_ask(maker, id, values, err);
    int more = -1;
    while (stmt && (more = db_step(stmt, err)) == 1)
        take(pieces, stmt);
    if (stmt)
        db_reset(stmt);
    return more;
}

/* Pieces of days that follow one another. */
static void
fold_all(struct rows *rows, struct piece *list, int count)
{
    if (count)
        qsort(list, (size_t)count, sizeof *list, compare);
    for (int i = 0, end; i < count; i = end) {
        const struct piece *first = &list[i];
        for (end = i + 1;
             end < count && list[end].day == first->day && list[end].client == first->client;)
            end++;
        fold(rows, first, end - i);
    }
}

/* ---- a whole store ------------------------------------------------------------------------------- */

struct visits {
    int64_t store_id, from, to;
    struct piece *list; /* by day */
    int *start;         /* of each day from `from`, and the end */
};

void
maker_visits_free(struct visits *visits)
{
    if (!visits)
        return;
    free(visits->list);
    free(visits->start);
    free(visits);
}

static void
sort_days(struct visits *visits, const struct pieces *pieces)
{
    size_t days = (size_t)(visits->to - visits->from);
    int *at = mem_alloc((days + 2) * sizeof *at);
    memset(at, 0, (days + 2) * sizeof *at);
    visits->list = mem_alloc(((size_t)pieces->count + 1) * sizeof *visits->list);
    for (int i = 0; i < pieces->count; i++)
        at[pieces->list[i].day - visits->from + 2]++;
    for (size_t day = 2; day < days + 2; day++)
        at[day] += at[day - 1];
    for (int i = 0; i < pieces->count; i++)
        visits->list[at[pieces->list[i].day - visits->from + 1]++] = pieces->list[i];
    visits->start = at;
}

int
maker_visits_hold(struct maker *maker, int64_t store_id, int64_t from, int64_t to, struct err *err)
{
    struct pieces pieces = {0};
    struct visits *visits = mem_alloc(sizeof *visits);
    *visits = (struct visits){.store_id = store_id, .from = from, .to = to};
    int result = read_pieces(maker, SQL_FACT_VISIT_WHOLE, store_id, from, to, &pieces, err);
    sort_days(visits, &pieces);
    free(pieces.list);
    maker_visits_free(maker->visits);
    maker->visits = visits;
    return result;
}

int
maker_visits(struct maker *maker, int64_t store_id, int64_t from, int64_t to, struct err *err)
{
    struct rows *rows = &maker->rows[FACT_VISIT];
    const struct visits *held = maker->visits;
    struct pieces pieces = {0};
    if (held && held->store_id == store_id && held->from <= from && to <= held->to) {
        for (int64_t day = from - held->from; day < to - held->from; day++)
            fold_all(rows, held->list + held->start[day], held->start[day + 1] - held->start[day]);
        return 0;
    }
    int result = read_pieces(maker, SQL_FACT_VISIT, store_id, from, to, &pieces, err);
    if (result == 0)
        fold_all(rows, pieces.list, pieces.count);
    free(pieces.list);
    return result;
}
