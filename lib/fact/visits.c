/* Visits of a day: one row a client, of all that is known of that client's day. */
#include "fact/maker.h"

#include <stdlib.h>

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

int
maker_visits(struct maker *maker, int64_t store_id, int64_t from, int64_t to, struct err *err)
{
    struct db_value values[] = {db_int(store_id), db_int(from), db_int(to)};
    struct db_stmt *stmt = maker_ask(maker, SQL_FACT_VISIT, values, err);
    struct pieces pieces = {0};
    int more = -1;
    while (stmt && (more = db_step(stmt, err)) == 1)
        take(&pieces, stmt);
    if (stmt)
        db_reset(stmt);
    if (pieces.count)
        qsort(pieces.list, (size_t)pieces.count, sizeof *pieces.list, compare);
    for (int i = 0, end; more == 0 && i < pieces.count; i = end) {
        const struct piece *first = &pieces.list[i];
        for (end = i + 1; end < pieces.count && pieces.list[end].day == first->day &&
                          pieces.list[end].client == first->client;)
            end++;
        fold(&maker->rows[FACT_VISIT], first, end - i);
    }
    free(pieces.list);
    return more;
}
