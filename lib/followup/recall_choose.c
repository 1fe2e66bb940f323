/* Whom a rule takes: every client measured, and the birthday beside it. */
#include <stdlib.h>

#include "client/facts.h"
#include "client/spool.h"
#include "db/sql.h"
#include "followup/recall_private.h"

struct about { /* what facts do not tell */
    int64_t id, birthday_on;
};

struct choosing {
    struct recall_run *run;
    struct candidates *candidates;
    struct spool spool;
    struct about about; /* the next that the spool gave */
    int more;
};

int64_t
recall_birthday(struct db_value birthday, int64_t today)
{
    enum { MONTHS = 12 };
    struct civil born, now;
    if (birthday.type != DB_INT || birthday.number > today)
        return NO_VALUE;
    day_to_civil(birthday.number, &born);
    day_to_civil(today, &now);
    int years = now.year - born.year;
    int64_t day = day_add_months(birthday.number, years * MONTHS);
    return day >= today ? day : day_add_months(birthday.number, (years + 1) * MONTHS);
}

static int
read_about(struct choosing *choosing, struct err *err)
{
    const struct recall_run *run = choosing->run;
    const struct db_value store = db_id(run->store_id);
    struct db_stmt *stmt = NULL;
    int more = sql_open(run->db, &stmt, SQL_FOLLOWUP_RECALL_CLIENTS, &store, 1, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        const struct about about = {db_get_int(stmt, 0),
                                    recall_birthday(db_get(stmt, 1), run->today)};
        if (spool_add(&choosing->spool, &about, err) < 0)
            more = -1;
    }
    db_finish(stmt);
    return more < 0 ? -1 : spool_rewind(&choosing->spool, err);
}

/* Both come in the order of ids. */
static bool
find_about(struct choosing *choosing, int64_t id, struct err *err)
{
    while (choosing->more == 1 && choosing->about.id < id)
        choosing->more = spool_next(&choosing->spool, &choosing->about, err);
    return choosing->more == 1 && choosing->about.id == id;
}

/* ---- one client ---------------------------------------------------------------------------------- */

/* NULL: the rule does not take them. */
static const char *
reason_of(const struct recall_run *run, const struct placing *placing,
          const struct measures *measures)
{
    const struct recall *rule = run->rule;
    const char *segment = segments_rule(&run->recalls->segments, placing->segment)->name;
    if (rule->segments && !(rule->segments & UINT64_C(1) << placing->segment))
        return NULL;
    for (int i = 0; i < rule->whom.count; i++)
        if (alternative_holds(&rule->whom.any[i], measures))
            return rule->whom.any[i].reason;
    return rule->whom.count ? NULL : rule->segments ? segment : "tag";
}

static void
add(struct candidates *candidates, const struct candidate *candidate)
{
    if (candidates->count == candidates->room) {
        candidates->room = candidates->room ? 2 * candidates->room : 256;
        candidates->items =
            mem_resize(candidates->items, candidates->room * sizeof *candidates->items);
    }
    candidates->items[candidates->count++] = *candidate;
}

static int
look_at(void *context, const struct facts *facts, struct err *err)
{
    struct choosing *choosing = context;
    const struct recall_run *run = choosing->run;
    struct measures measures = facts->measures;
    if (!find_about(choosing, facts->client_id, err))
        return choosing->more < 0 ? -1 : 0;
    if (choosing->about.birthday_on != NO_VALUE)
        measures.of[M_BIRTHDAY_DAYS] = choosing->about.birthday_on - run->today;
    const struct placing placing = segments_place(&run->recalls->segments, &measures);
    const char *reason = reason_of(run, &placing, &measures);
    int64_t rank = run->rule->by_lapse ? measures.of[M_OVERDUE_MILLI] : placing.score;
    if (run->rule->by_lapse && rank == NO_VALUE)
        rank = measures.of[M_RECENCY_DAYS];
    if (reason)
        add(choosing->candidates,
            &(struct candidate){facts->client_id, placing.score, rank, reason});
    return 0;
}

/* The best first, of equal ones the newest file, as `medi-client list` has them. */
static int
compare(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;
    if (a->rank != b->rank)
        return a->rank > b->rank ? -1 : 1;
    return (a->id < b->id) - (a->id > b->id);
}

/* ---- all ----------------------------------------------------------------------------------------- */

static bool
is_of_model(enum measure measure)
{
    return measure == M_ALIVE_MILLI || measure == M_POTENTIAL_FEN;
}

/* The purchase model is fitted only for who goes by it: it costs as much as all the rest. */
static bool
wants_model(const struct recall_run *run)
{
    const struct recall *rule = run->rule;
    const struct segments *segments = &run->recalls->segments;
    for (int i = 0; i < segments->line_count; i++)
        if (is_of_model(segments->lines[i].measure))
            return true;
    for (int i = 0; i < rule->whom.count; i++)
        for (int j = 0; j < rule->whom.any[i].count; j++)
            if (is_of_model(rule->whom.any[i].conditions[j].measure))
                return true;
    return rule->segments != 0;
}

int
recall_choose(struct recall_run *run, struct candidates *candidates, struct err *err)
{
    struct choosing choosing = {.run = run, .candidates = candidates};
    struct facts_spec spec = {
        .db = run->db, .arena = run->arena, .today = run->today, .fit = wants_model(run)};
    int result =
        spool_open(&choosing.spool, sizeof(struct about), err) < 0 || read_about(&choosing, err) < 0
            ? -1
            : 0;
    if (result == 0) {
        choosing.more = spool_next(&choosing.spool, &choosing.about, err);
        result = choosing.more < 0 ? -1 : facts_each(&spec, look_at, &choosing, err);
    }
    run->no_model = spec.no_model;
    spool_close(&choosing.spool);
    if (result == 0 && candidates->count)
        qsort(candidates->items, candidates->count, sizeof *candidates->items, compare);
    return result;
}
