/* Every client's tier, reckoned anew. */
#include <string.h>

#include "base/str.h"
#include "client/dated.h"
#include "client/spool.h"
#include "client/tiers.h"
#include "db/sql.h"

struct placed {
    int64_t client_id, tier;
    uint64_t reasons;
};

/* What is to be written. */
struct move {
    int64_t client_id, row; /* row: to be closed; 0: none */
    int64_t after;          /* number of a tier; count: none */
    uint64_t reasons;
};

struct tiering {
    struct tier_run *run;
    struct spool placed, moves;
    struct arena row;
};

static int
place_client(void *context, const struct facts *facts, struct err *err)
{
    struct tiering *tiering = context;
    struct measures measures = facts->measures;
    struct placed placed = {.client_id = facts->client_id};
    segments_place(tiering->run->segments, &measures);
    placed.tier = tiers_place(tiering->run->tiers, &measures, &placed.reasons);
    return spool_add(&tiering->placed, &placed, err);
}

/* ---- what changed ---------------------------------------------------------------------------- */

/* A higher one is taken at once, a lower one when the time of the one before is over. */
static bool
moves_to(const struct tier_run *run, int64_t before, int64_t after, int64_t since)
{
    return after != before &&
           (before < 0 || after < before || since + run->tiers->keep_days <= run->today);
}

static int
add_move(struct tiering *tiering, const struct move *move, struct err *err)
{
    tiering->run->changes++;
    return spool_add(&tiering->moves, move, err);
}

/* `open`: the statement stands on the client's row. */
static int
compare_client(struct tiering *tiering, const struct placed *placed, struct db_stmt *open,
               struct err *err)
{
    struct tier_run *run = tiering->run;
    int none = run->tiers->count;
    int64_t before = open ? tiers_find(run->tiers, db_get_text(open, 2)) : none;
    int64_t since = open ? db_get_int(open, 3) : 0;
    bool moves = moves_to(run, before, placed->tier, since);
    int64_t now = moves ? placed->tier : before;
    run->counts[now < 0 ? none : now]++;
    if (!moves)
        return 0;
    const struct move move = {placed->client_id, open ? db_get_int(open, 1) : 0, placed->tier,
                              placed->reasons};
    return add_move(tiering, &move, err);
}

/* Rows of clients who count no more (joined, forgotten) are passed over: they stay as they were. */
static int
compare_all(struct tiering *tiering, struct err *err)
{
    struct db_stmt *stmt = NULL;
    struct placed placed;
    int next = 0, more = -1;
    if (spool_rewind(&tiering->placed, err) == 0 &&
        sql_open(tiering->run->db, &stmt, SQL_CLIENT_TIERS_OPEN, NULL, 0, err) == 0)
        more = db_step(stmt, err);
    while (more >= 0 && (next = spool_next(&tiering->placed, &placed, err)) == 1) {
        while (more == 1 && db_get_int(stmt, 0) < placed.client_id)
            more = db_step(stmt, err);
        bool same = more == 1 && db_get_int(stmt, 0) == placed.client_id;
        if (more < 0 || compare_client(tiering, &placed, same ? stmt : NULL, err) < 0)
            next = more = -1;
    }
    db_finish(stmt);
    return more < 0 || next < 0 ? -1 : 0;
}

/* ---- writing --------------------------------------------------------------------------------- */

static const char *
reasons_of(struct arena *arena, const struct tiers *tiers, const struct move *move)
{
    struct str text = STR_INIT;
    if (move->after == tiers->count)
        return "none";
    const struct rule *rule = &tiers->items[move->after].rule;
    for (int i = 0; i < rule->count; i++)
        if (move->reasons & UINT64_C(1) << i)
            str_addf(&text, "%s%s", text.length ? "," : "", rule->any[i].reason);
    const char *kept = arena_strdup(arena, text.text);
    str_release(&text);
    return kept;
}

static int
write_move(struct tiering *tiering, struct dated *dated, const struct move *move, struct err *err)
{
    struct tier_run *run = tiering->run;
    const char *reason = reasons_of(&tiering->row, run->tiers, move);
    if (move->row && dated_end(dated, move->row, err) < 0)
        return -1;
    if (move->after == run->tiers->count)
        return 0;
    return dated_begin(dated, move->client_id, run->tiers->items[move->after].rule.name, reason,
                       err);
}

static int
write_moves(struct tiering *tiering, struct err *err)
{
    struct tier_run *run = tiering->run;
    struct dated dated;
    struct move move;
    int more = 1;
    if (spool_rewind(&tiering->moves, err) < 0 ||
        dated_open(&dated, run->db, run->arena, false, run->today, err) < 0)
        return -1;
    while (more == 1 && (more = spool_next(&tiering->moves, &move, err)) == 1) {
        arena_reset(&tiering->row);
        if (write_move(tiering, &dated, &move, err) < 0)
            more = -1;
    }
    if (more == 0)
        more = dated_save(&dated, err);
    dated_close(&dated);
    return more;
}

int
tier_run(struct tier_run *run, struct err *err)
{
    struct tiering tiering = {.run = run};
    run->counts = arena_array(run->arena, (size_t)run->tiers->count + 1, sizeof *run->counts);
    run->changes = 0;
    struct facts_spec spec = {.db = run->db, .arena = run->arena, .today = run->today, .fit = true};
    arena_init(&tiering.row);
    int result = spool_open(&tiering.placed, sizeof(struct placed), err) < 0 ||
                         spool_open(&tiering.moves, sizeof(struct move), err) < 0 ||
                         facts_each(&spec, place_client, &tiering, err) < 0 ||
                         compare_all(&tiering, err) < 0 || write_moves(&tiering, err) < 0
                     ? -1
                     : 0;
    run->no_model = spec.no_model;
    spool_close(&tiering.placed);
    spool_close(&tiering.moves);
    arena_release(&tiering.row);
    return result;
}
