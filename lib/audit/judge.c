#include "audit/judge.h"
#include "audit/screen.h"
#include "audit/waived.h"

#include <stdlib.h>
#include <string.h>

#include "db/sql.h"

struct store_name {
    int64_t id;
    const char *code;
};

/* A rule's turn: whether it is asked, from which day on, or of which records. */
struct turn {
    bool asked;
    int64_t from;
    struct cases cases;
    bool bounded; /* `cases` are all that is looked at */
    bool *again;  /* bounded and not whole: which of the open ones are among them */
};

struct run {
    struct db *db;
    struct ready ready;
    const struct rules *rules;
    struct screened screened;
    struct judgement *judgement;
    const struct judge_options *options;
    struct changes changes;
    struct store_name *stores;
    int store_count, store_room;
    struct waivers waivers;
    const struct rule *rule; /* that is being judged */
    struct turn turn;
    struct judged *open; /* of it */
    int open_count, open_room;
};

/* ---- what is there before ------------------------------------------------------------------------------ */

static int
read_store(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct run *run = context;
    struct arena *arena = run->judgement->arena;
    (void)err;
    run->stores =
        arena_more(arena, run->stores, run->store_count, &run->store_room, sizeof *run->stores);
    run->stores[run->store_count++] =
        (struct store_name){db_get_int(stmt, 0), db_keep_text(stmt, 1, arena)};
    return 0;
}

static const char *
code_of(const struct run *run, int64_t id)
{
    for (int i = 0; i < run->store_count; i++)
        if (run->stores[i].id == id)
            return run->stores[i].code;
    return NULL;
}

static int64_t
store_of(const struct run *run, const char *code)
{
    for (int i = 0; code && i < run->store_count; i++)
        if (strcmp(run->stores[i].code, code) == 0)
            return run->stores[i].id;
    return 0;
}

static int
read_open(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct run *run = context;
    struct arena *arena = run->judgement->arena;
    int64_t store_id = db_get_int(stmt, 0);
    (void)err;
    if (run->options->store_id >= 0 && store_id != run->options->store_id)
        return 0;
    run->open = arena_more(arena, run->open, run->open_count, &run->open_room, sizeof *run->open);
    run->open[run->open_count++] = (struct judged){
        .rule = run->rule,
        .found = {.store_id = store_id,
                  .store = code_of(run, store_id),
                  .subject = db_keep_text(stmt, 2, arena),
                  .detail = db_keep_text(stmt, 3, arena),
                  .day = db_get(stmt, 4).type == DB_INT ? db_get_int(stmt, 4) : NO_DAY},
        .id = db_get_int(stmt, 1),
        .found_at = db_get_int(stmt, 5),
    };
    return 0;
}

/* ---- one rule ------------------------------------------------------------------------------------------ */

static int
order(const struct found *a, const struct found *b)
{
    if (a->store_id != b->store_id)
        return a->store_id < b->store_id ? -1 : 1;
    return strcmp(a->subject, b->subject);
}

static int
by_found(const void *a, const void *b)
{
    return order(a, b);
}

static int
by_judged(const void *a, const void *b)
{
    return order(&((const struct judged *)a)->found, &((const struct judged *)b)->found);
}

static void
add(struct run *run, struct judged judged)
{
    struct judgement *judgement = run->judgement;
    struct judge_counts *counts = &judgement->counts;
    const struct waiver *waiver =
        waivers_find(&run->waivers, judged.found.store_id, run->rule->id, judged.found.subject);
    judged.waived = waiver ? waiver->reason : NULL;
    judged.waived_to = waiver ? waiver->until_on : 0;
    judgement->items = arena_more(judgement->arena, judgement->items, judgement->count,
                                  &judgement->room, sizeof *judgement->items);
    judgement->items[judgement->count++] = judged;
    counts->fresh += judged.mark == MARK_NEW;
    counts->fixed += judged.mark == MARK_FIXED;
    if (judged.mark == MARK_FIXED)
        return;
    bool is_error = strcmp(run->rule->severity, "error") == 0;
    counts->waived += judged.waived != NULL;
    counts->errors += is_error && !judged.waived;
    counts->warnings += !is_error && !judged.waived;
}

static bool
same_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static void
add_new(struct run *run, const struct found *found)
{
    add(run,
        (struct judged){
            .rule = run->rule, .found = *found, .mark = MARK_NEW, .found_at = run->options->now});
}

/* What was open and is found again. */
static void
add_again(struct run *run, const struct judged *open, const struct found *found)
{
    struct judged judged = *open;
    judged.mark = MARK_OPEN;
    judged.changed = !same_text(open->found.detail, found->detail) || open->found.day != found->day;
    judged.found = *found;
    add(run, judged);
}

/* What was open and is not found: fixed, if it was asked for. */
static void
add_missing(struct run *run, int at)
{
    const struct turn *turn = &run->turn;
    struct judged judged = run->open[at];
    bool within = turn->from == ASK_WHOLE || (turn->again && turn->again[at]) ||
                  (judged.found.day != NO_DAY && judged.found.day >= turn->from);
    judged.mark = turn->asked && within ? MARK_FIXED : MARK_OPEN;
    add(run, judged);
}

static void
compare(struct run *run, struct founds *founds)
{
    int at = 0;
    if (founds->count)
        qsort(founds->items, (size_t)founds->count, sizeof *founds->items, by_found);
    for (int i = 0; i < founds->count; i++) {
        const struct found *found = &founds->items[i];
        if (i > 0 && order(&founds->items[i - 1], found) == 0)
            continue;
        while (at < run->open_count && order(&run->open[at].found, found) < 0)
            add_missing(run, at++);
        if (at < run->open_count && order(&run->open[at].found, found) == 0)
            add_again(run, &run->open[at++], found);
        else
            add_new(run, found);
    }
    while (at < run->open_count)
        add_missing(run, at++);
}

/* Stores by their codes; those that the run is not for are left out. */
static void
place(const struct run *run, struct founds *founds)
{
    int kept = 0;
    for (int i = 0; i < founds->count; i++) {
        struct found *found = &founds->items[i];
        found->store_id = store_of(run, found->store);
        found->store = code_of(run, found->store_id);
        if (run->options->store_id < 0 || run->options->store_id == found->store_id)
            founds->items[kept++] = *found;
    }
    founds->count = kept;
}

static void
tell_fault(struct run *run, const char *words)
{
    run->judgement->faults++;
    if (run->judgement->fault)
        run->judgement->fault(run->judgement->context, words);
}

/* What was open before, in the order of findings. */
static int
read_before(struct run *run, const struct rule *rule, struct err *err)
{
    const struct db_value value = db_text(rule->id);
    run->rule = rule;
    run->open_count = 0;
    if (sql_each(run->db, SQL_AUDIT_OPEN, &value, 1, read_open, run, err) < 0)
        return -1;
    if (run->open_count)
        qsort(run->open, (size_t)run->open_count, sizeof *run->open, by_judged);
    return 0;
}

/* Of a rule that begins at a day: the records of those days, and those of which something is open. */
static int
bound_by_days(struct run *run, struct err *err)
{
    struct turn *turn = &run->turn;
    struct arena *arena = run->judgement->arena;
    const char *base = run->rule->base;
    if (cases_of_days(&run->ready, arena, base, turn->from, &turn->cases, err) < 0)
        return -1;
    turn->again = arena_array(arena, (size_t)run->open_count, sizeof *turn->again);
    for (int i = 0; i < run->open_count; i++) {
        const struct found *found = &run->open[i].found;
        int known = cases_of_subject(&run->ready, arena, base, found->store_id, found->subject,
                                     &turn->cases, err);
        if (known < 0)
            return -1;
        turn->again[i] = known > 0;
    }
    turn->bounded = cases_settle(&turn->cases);
    if (!turn->bounded) {
        turn->from = ASK_WHOLE;
        turn->cases = (struct cases){0};
    }
    return 0;
}

static int
bound(struct run *run, struct err *err)
{
    struct turn *turn = &run->turn;
    bool known = cases_are_known(run->rule->base);
    if (turn->from != ASK_WHOLE && known && bound_by_days(run, err) < 0)
        return -1;
    if (turn->from == ASK_WHOLE &&
        screen_cases(&run->screened, run->judgement->arena, run->rule, &turn->cases))
        turn->bounded = true;
    return 0;
}

static int
ask(struct run *run, struct founds *founds, struct err *err)
{
    const struct judge_options *options = run->options;
    const struct turn *turn = &run->turn;
    const struct asking asking = {options->today, options->now, turn->from, ASK_SECONDS,
                                  turn->bounded ? &turn->cases : NULL};
    if (turn->bounded && turn->cases.count == 0)
        return 0;
    return ask_rule(run->db, run->judgement->arena, run->rule, &asking, founds, err);
}

static int
judge_rule(struct run *run, const struct rule *rule, struct err *err)
{
    struct judgement *judgement = run->judgement;
    struct founds founds = {0};
    struct err wrong = {0};
    run->turn = (struct turn){.from = ASK_WHOLE};
    judgement->rules++;
    if (read_before(run, rule, err) < 0)
        return -1;
    run->turn.asked = !judgement->since || since_asks(&run->changes, rule, &run->turn.from);
    judgement->asked += run->turn.asked;
    if (run->turn.asked && bound(run, err) < 0)
        return -1;
    if (run->turn.asked && ask(run, &founds, &wrong) < 0) {
        tell_fault(run, wrong.text);
        run->turn.asked = false;
    }
    place(run, &founds);
    compare(run, &founds);
    return 0;
}

/* ---- all ----------------------------------------------------------------------------------------------- */

static bool
is_wanted(const struct rule *rule, const struct judge_options *options)
{
    if (options->topic && strcmp(options->topic, rule->topic) != 0)
        return false;
    for (int i = 0; i < options->id_count; i++)
        if (strcmp(options->ids[i], rule->id) == 0)
            return true;
    return options->id_count == 0;
}

static int
prepare(struct run *run, struct err *err)
{
    struct judgement *judgement = run->judgement;
    const struct judge_options *options = run->options;
    if (sql_each(run->db, SQL_AUDIT_STORES, NULL, 0, read_store, run, err) < 0 ||
        waivers_read(&run->waivers, judgement->arena, run->db, options->today, err) < 0 ||
        since_places(run->db, judgement->arena, &judgement->places, err) < 0)
        return -1;
    judgement->whole = !options->topic && options->id_count == 0 && options->store_id < 0;
    if (options->since && since_read(run->db, judgement->arena, &run->changes, err) < 0)
        return -1;
    judgement->since = options->since && run->changes.known;
    return 0;
}

/* One reading for all rules that are asked whole and say what clears them. That it cannot be done is a
 * fault as a rule's is, and they read for themselves. */
static void
screen(struct run *run)
{
    struct judgement *judgement = run->judgement;
    const struct judge_options *options = run->options;
    const struct asking asking = {options->today, options->now, ASK_WHOLE, ASK_SECONDS, NULL};
    const struct rules *rules = run->rules;
    bool *wanted = arena_array(judgement->arena, (size_t)rules->count, sizeof *wanted);
    struct err wrong = {0};
    int count = 0;
    for (int i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->rules[i];
        int64_t from = ASK_WHOLE;
        wanted[i] = rule->clear && is_wanted(rule, options) &&
                    (!judgement->since || since_asks(&run->changes, rule, &from)) &&
                    from == ASK_WHOLE;
        count += wanted[i];
    }
    if (count > 1 &&
        screen_run(run->db, judgement->arena, rules, wanted, &asking, &run->screened, &wrong) < 0)
        tell_fault(run, wrong.text);
}

static int
judge_all(struct run *run, struct err *err)
{
    const struct rules *rules = run->rules;
    if (prepare(run, err) < 0)
        return -1;
    screen(run);
    for (int i = 0; i < rules->count; i++)
        if (is_wanted(&rules->rules[i], run->options) && judge_rule(run, &rules->rules[i], err) < 0)
            return -1;
    return run->judgement->whole && rules->faults == 0
               ? judge_gone(run->db, rules, run->judgement, err)
               : 0;
}

int
judge_run(struct db *db, const struct rules *rules, const struct judge_options *options,
          struct judgement *judgement, struct err *err)
{
    struct run run = {.db = db, .rules = rules, .judgement = judgement, .options = options};
    ready_init(&run.ready, db);
    int result = judge_all(&run, err);
    ready_release(&run.ready);
    return result;
}
