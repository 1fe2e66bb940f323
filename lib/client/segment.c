#include "client/segment.h"

#include <stdlib.h>
#include <string.h>

#include "client/spool.h"
#include "db/sql.h"

enum { COLUMNS = 12, GONE = -1 };
static const char TABLE[] = "client_segment";

/* A client as found, on the way from the pass to the table. */
struct found {
    int64_t id, score, visits, first_on, last_on, spend_fen, year_fen, overdue, alive;
    uint64_t reasons;
    int64_t segment; /* GONE: the row is to go */
};

/* Few sets of reasons are met again and again: their texts, by the bits. */
enum { TEXTS = 1024 };

struct running {
    struct segment_run *run;
    struct spool all, changed;
    bool first; /* the table was empty */
    bool muted; /* whoever watches is told here of what is written */
    struct {
        uint64_t bits;
        const char *text;
    } texts[TEXTS];
    struct arena other; /* one that has no place there */
};

static const char *
reasons_text(struct running *running, uint64_t bits)
{
    size_t place = (size_t)(bits * UINT64_C(0x9E3779B97F4A7C15) >> 54) % TEXTS;
    if (!running->texts[place].text) {
        running->texts[place].bits = bits;
        running->texts[place].text =
            segments_reasons(running->run->arena, running->run->segments, bits);
    }
    if (running->texts[place].bits == bits)
        return running->texts[place].text;
    arena_reset(&running->other);
    return segments_reasons(&running->other, running->run->segments, bits);
}

/* ---- the pass ---------------------------------------------------------------------------------------- */

static int
place_client(void *context, const struct facts *facts, struct err *err)
{
    struct running *running = context;
    struct measures measures = facts->measures;
    const int64_t *of = measures.of;
    const struct placing placing = segments_place(running->run->segments, &measures);
    struct segment_count *count = &running->run->counts[placing.segment];
    const struct found found = {facts->client_id, placing.score,       of[M_VISITS],
                                facts->first_on,  facts->last_on,      of[M_SPEND_FEN],
                                of[M_YEAR_FEN],   of[M_OVERDUE_MILLI], of[M_ALIVE_MILLI],
                                placing.reasons,  placing.segment};
    count->clients++;
    count->score += placing.score;
    count->spend_fen += of[M_SPEND_FEN];
    return spool_add(&running->all, &found, err);
}

/* ---- what changed -------------------------------------------------------------------------------------- */

static struct db_value
number(int64_t value)
{
    return value == NO_VALUE ? db_null() : db_int(value);
}

static int64_t
number_of(const struct db_stmt *stmt, int column)
{
    struct db_value value = db_get(stmt, column);
    return value.type == DB_INT ? value.number : NO_VALUE;
}

/* Whether a figure that drifts by the day moved by a tenth of what it was, or by `least`. */
static bool
drifted(int64_t was, int64_t now, int64_t least)
{
    if (was == NO_VALUE || now == NO_VALUE)
        return was != now;
    int64_t by = was < now ? now - was : was - now;
    return by >= least && by * 10 >= was;
}

static bool
is_changed(struct running *running, const struct db_stmt *stmt, const struct found *found)
{
    enum { OVERDUE_LEAST = 50, ALIVE_LEAST = 20 };
    const struct segments *segments = running->run->segments;
    const char *segment = segments_rule(segments, (int)found->segment)->name;
    return strcmp(db_get_text(stmt, 1), segment) != 0 || number_of(stmt, 2) != found->score ||
           strcmp(db_get_text(stmt, 3), reasons_text(running, found->reasons)) != 0 ||
           number_of(stmt, 4) != found->visits || number_of(stmt, 5) != found->first_on ||
           number_of(stmt, 6) != found->last_on || number_of(stmt, 7) != found->spend_fen ||
           number_of(stmt, 8) != found->year_fen ||
           drifted(number_of(stmt, 9), found->overdue, OVERDUE_LEAST) ||
           drifted(number_of(stmt, 10), found->alive, ALIVE_LEAST);
}

static void
count_move(struct running *running, const struct db_stmt *was, const struct found *found)
{
    struct segment_run *run = running->run;
    int before = was ? segments_find(run->segments, db_get_text(was, 1)) : -1;
    if (found && before == found->segment)
        return;
    if (before >= 0)
        run->counts[before].left++;
    if (found)
        run->counts[found->segment].joined++;
}

/* A row of the table for which there is no client any more. */
static int
take_out(struct running *running, const struct db_stmt *was, struct err *err)
{
    const struct found gone = {.id = db_get_int(was, 0), .segment = GONE};
    count_move(running, was, NULL);
    running->run->gone++;
    return spool_add(&running->changed, &gone, err);
}

static int
put_in(struct running *running, const struct db_stmt *was, const struct found *found,
       struct err *err)
{
    if (was && !is_changed(running, was, found))
        return 0;
    count_move(running, was, found);
    running->run->written++;
    return spool_add(&running->changed, found, err);
}

/* Both in the order of ids. `more`: the statement stands on a row. */
static int
compare_next(struct running *running, struct db_stmt *stmt, int *more, const struct found *found,
             struct err *err)
{
    while (*more == 1 && db_get_int(stmt, 0) < found->id) {
        if (take_out(running, stmt, err) < 0)
            return -1;
        *more = db_step(stmt, err);
    }
    bool same = *more == 1 && db_get_int(stmt, 0) == found->id;
    if (*more < 0 || put_in(running, same ? stmt : NULL, found, err) < 0)
        return -1;
    if (same)
        *more = db_step(stmt, err);
    return *more < 0 ? -1 : 0;
}

static int
compare_all(struct running *running, struct err *err)
{
    struct db_stmt *stmt = NULL;
    struct found found;
    int next = 1, more = -1;
    if (spool_rewind(&running->all, err) == 0 &&
        sql_open(running->run->db, &stmt, SQL_CLIENT_SEGMENT_ROWS, NULL, 0, err) == 0)
        more = db_step(stmt, err);
    running->first = more == 0;
    while (more >= 0 && (next = spool_next(&running->all, &found, err)) == 1)
        if (compare_next(running, stmt, &more, &found, err) < 0)
            more = -1;
    while (next == 0 && more == 1)
        more = take_out(running, stmt, err) < 0 ? -1 : db_step(stmt, err);
    db_finish(stmt);
    return more < 0 || next < 0 ? -1 : 0;
}

/* ---- writing ------------------------------------------------------------------------------------------- */

/* In the order of the table's columns, which is that of the statement's parameters. */
static void
values_of(struct running *running, const struct found *found, struct db_value values[COLUMNS])
{
    const struct segment_run *run = running->run;
    const struct db_value all[COLUMNS] = {
        db_int(found->id),       db_text(segments_rule(run->segments, (int)found->segment)->name),
        db_int(found->score),    db_text(reasons_text(running, found->reasons)),
        db_int(found->visits),   number(found->first_on),
        number(found->last_on),  db_int(found->spend_fen),
        db_int(found->year_fen), number(found->overdue),
        number(found->alive),    db_int(run->today),
    };
    memcpy(values, all, sizeof all);
}

static int
write_found(struct running *running, struct db_stmt *put, const struct found *found,
            struct err *err)
{
    struct db_value values[COLUMNS];
    if (found->segment == GONE) {
        const struct db_value id = db_int(found->id);
        return sql_run(running->run->db, SQL_CLIENT_SEGMENT_DROP, &id, 1, NULL, err);
    }
    values_of(running, found, values);
    for (int i = 0; i < COLUMNS; i++)
        db_bind(put, i + 1, values[i]);
    int result = db_step(put, err) < 0 ? -1 : 0;
    if (result == 0 && running->muted)
        db_told(running->run->db, &(struct db_written){TABLE, COLUMNS, NULL, values});
    db_reset(put);
    return result;
}

static int
write_rows(struct running *running, struct err *err)
{
    struct db_stmt *put = NULL;
    struct found found;
    int more =
        db_prepare(running->run->db, &put, sql_get(SQL_CLIENT_SEGMENT_PUT)->text, err) < 0 ? -1 : 1;
    while (more == 1 && (more = spool_next(&running->changed, &found, err)) == 1)
        if (write_found(running, put, &found, err) < 0)
            more = -1;
    db_finish(put);
    return more;
}

static int
load_rows(struct running *running, struct err *err)
{
    const struct sql *put = sql_get(SQL_CLIENT_SEGMENT_PUT);
    const char *columns[COLUMNS];
    struct db_value values[COLUMNS];
    struct db_load *load;
    struct found found;
    int more = 1;
    for (int i = 0; i < COLUMNS; i++)
        columns[i] = put->params[i].name;
    if (db_load_begin(running->run->db, &load, TABLE, columns, COLUMNS, err) < 0)
        return -1;
    while (more == 1 && (more = spool_next(&running->changed, &found, err)) == 1) {
        values_of(running, &found, values);
        more = db_load_row(load, values, err) < 0 ? -1 : 1;
    }
    if (more == 0)
        return db_load_end(load, err);
    db_load_abort(load);
    return -1;
}

/* Into an empty table by the engine's fast way, or by a statement that need not tell what it wrote, since the
 * rows are known here; and without its indexes, which are built when all is there. */
static int
write_first(struct running *running, struct err *err)
{
    struct db *db = running->run->db;
    if (db_indexes_suspend(db, TABLE, err) < 0)
        return -1;
    if (db_can_load(db)) {
        if (load_rows(running, err) < 0)
            return -1;
    } else {
        running->muted = db_mute(db, true);
        int result = write_rows(running, err);
        if (running->muted)
            db_mute(db, false);
        if (result < 0)
            return -1;
    }
    return db_indexes_resume(db, TABLE, err);
}

static int
write_all(struct running *running, struct err *err)
{
    if (spool_rewind(&running->changed, err) < 0)
        return -1;
    return running->first ? write_first(running, err) : write_rows(running, err);
}

int
segment_run(struct segment_run *run, struct err *err)
{
    struct running *running = mem_alloc(sizeof *running);
    size_t kinds = (size_t)run->segments->rule_count + 1;
    run->counts = arena_array(run->arena, kinds, sizeof *run->counts);
    run->written = run->gone = 0;
    struct facts_spec spec = {.db = run->db, .arena = run->arena, .today = run->today, .fit = true};
    memset(running, 0, sizeof *running);
    running->run = run;
    arena_init(&running->other);
    int result = spool_open(&running->all, sizeof(struct found), err) < 0 ||
                         spool_open(&running->changed, sizeof(struct found), err) < 0 ||
                         facts_each(&spec, place_client, running, err) < 0 ||
                         compare_all(running, err) < 0 || write_all(running, err) < 0
                     ? -1
                     : 0;
    run->no_model = spec.no_model;
    spool_close(&running->all);
    spool_close(&running->changed);
    arena_release(&running->other);
    free(running);
    return result;
}
