/* A run as rows: itself, what is new, what is gone, and where the next one goes on. */
#include <string.h>

#include "audit/judge.h"
#include "db/ready.h"

struct keeping {
    struct ready ready;
    const struct judgement *judgement;
    const struct judge_options *options;
    int64_t run, now;
};

static int
next_id(struct keeping *keeping, int64_t store_id, const char *name, int64_t *id, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(name)};
    struct db_stmt *stmt = NULL;
    int more = ready_first(&keeping->ready, &stmt, SQL_RECORD_NEXT_ID, values, 2, err);
    if (more == 1)
        *id = db_get_int(stmt, 0);
    if (stmt)
        db_reset(stmt);
    return more == 1 ? 0 : -1;
}

static struct db_value
day_value(int64_t day)
{
    return day == NO_DAY ? db_null() : db_int(day);
}

static int
put_new(struct keeping *keeping, const struct judged *judged, struct err *err)
{
    const struct found *found = &judged->found;
    int64_t id;
    if (next_id(keeping, found->store_id, "audit_finding", &id, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(found->store_id),   db_int(id),
                                      db_text(judged->rule->id), db_text(judged->rule->severity),
                                      db_text(found->subject),   db_text(found->detail),
                                      day_value(found->day),     db_int(keeping->now),
                                      db_int(keeping->run)};
    return ready_run(&keeping->ready, SQL_AUDIT_FINDING_PUT, values, 9, NULL, err);
}

static bool
is_over(const struct judged *judged)
{
    return judged->mark == MARK_FIXED || judged->mark == MARK_WITHDRAWN;
}

static int
put_one(struct keeping *keeping, const struct judged *judged, struct err *err)
{
    const struct found *found = &judged->found;
    if (judged->mark == MARK_NEW)
        return put_new(keeping, judged, err);
    if (is_over(judged)) {
        const struct db_value values[] = {db_int(found->store_id), db_int(judged->id),
                                          db_int(keeping->now), db_int(keeping->run)};
        return ready_run(&keeping->ready,
                         judged->mark == MARK_FIXED ? SQL_AUDIT_FINDING_FIX
                                                    : SQL_AUDIT_FINDING_WITHDRAW,
                         values, 4, NULL, err);
    }
    if (!judged->changed)
        return 0;
    const struct db_value values[] = {db_int(found->store_id), db_int(judged->id),
                                      db_text(found->detail), day_value(found->day)};
    return ready_run(&keeping->ready, SQL_AUDIT_FINDING_CHANGE, values, 4, NULL, err);
}

static int
put_run(struct keeping *keeping, const char *login, int faults, struct err *err)
{
    const struct judgement *judgement = keeping->judgement;
    const struct judge_counts *counts = &judgement->counts;
    const struct db_value values[] = {db_int(keeping->run),
                                      db_int(keeping->now),
                                      db_int(keeping->options->today),
                                      db_int(!judgement->since),
                                      db_int(judgement->rules),
                                      db_int(judgement->asked),
                                      db_int(faults),
                                      db_int(counts->errors),
                                      db_int(counts->warnings),
                                      db_int(counts->waived),
                                      db_int(counts->fresh),
                                      db_int(counts->fixed),
                                      db_text(login)};
    return ready_run(&keeping->ready, SQL_AUDIT_RUN_PUT, values, 13, NULL, err);
}

/* Findings of a rule stand together, so its count is one stretch of them. */
static int
put_counts(struct keeping *keeping, struct err *err)
{
    const struct judgement *judgement = keeping->judgement;
    for (int from = 0, to; from < judgement->count; from = to) {
        int64_t id, counts[3] = {0};
        const struct rule *rule = judgement->items[from].rule;
        for (to = from; to < judgement->count && judgement->items[to].rule == rule; to++) {
            counts[0] += !is_over(&judgement->items[to]);
            counts[1] += judgement->items[to].mark == MARK_NEW;
            counts[2] += judgement->items[to].mark == MARK_FIXED;
        }
        if (next_id(keeping, 0, "audit_count", &id, err) < 0)
            return -1;
        const struct db_value values[] = {db_int(id),        db_int(keeping->run),
                                          db_text(rule->id), db_int(counts[0]),
                                          db_int(counts[1]), db_int(counts[2])};
        if (ready_run(&keeping->ready, SQL_AUDIT_COUNT_PUT, values, 6, NULL, err) < 0)
            return -1;
    }
    return 0;
}

int
judge_keep(struct db *db, const struct judgement *judgement, const struct judge_options *options,
           const char *login, int faults, int64_t *id, struct err *err)
{
    struct keeping keeping = {.judgement = judgement, .options = options, .now = options->now};
    ready_init(&keeping.ready, db);
    int result = next_id(&keeping, 0, "audit_run", &keeping.run, err);
    if (result == 0)
        result = put_run(&keeping, login, faults, err);
    for (int i = 0; result == 0 && i < judgement->count; i++)
        result = put_one(&keeping, &judgement->items[i], err);
    if (result == 0)
        result = put_counts(&keeping, err);
    if (result == 0 && judgement->whole && faults == 0)
        result = since_keep(db, &judgement->places, err);
    *id = keeping.run;
    ready_release(&keeping.ready);
    return result;
}
